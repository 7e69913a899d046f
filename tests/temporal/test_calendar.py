"""Signs that are like numbers, and numbers that are no numbers, cost no date beside them."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.calendar import find_atoms
from sijill.temporal.times import find_dates


def dates(text, language, published="2025-05-12"):
    document = Document("x", text, language, published)
    return [(m.text, m.value) for m in find_dates(document, split_sentences(text, language))]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "He came to Lima in May 2024 ¹ and left.", [("May 2024", "2024-05")]),
        ("en", "He came to Lima in May¹ 2024.", [("May¹ 2024", "2024-05")]),
        ("en", "(²) On 3 May 2024③ he left Lima.", [("3 May 2024", "2024-05-03")]),
        ("ru", "Визит прошёл в мае² и удался.", [("мае", "2025-05")]),
        ("ru", "⑴ 3 мая 2024 года он уехал.", [("3 мая 2024 года", "2024-05-03")]),
        ("ar", "② غادر في 3 مايو 2024 ليما.", [("3 مايو 2024", "2024-05-03")]),
        ("kk", "2024 жылғы 3 мамырда¹ келді.", [("2024 жылғы 3 мамыр", "2024-05-03")]),
        ("ja", "2024年5月3日①に会談した。", [("2024年5月3日", "2024-05-03")]),
    ],
)
def test_signs_of_footnotes_are_no_numbers(language, text, told):
    assert dates(text, language) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("七十八十年代に交流が始まった。2004年5月に訪れた。", [("2004年5月", "2004-05")]),
        ("七八十年代に交流が始まった。", []),
        ("一二三四五六七八九〇一二年三月四日に訪れた。", []),
        ("12345年3月4日に訪れた。", []),
        ("二〇二四年五月三十一日に訪れた。", [("二〇二四年五月三十一日", "2024-05-31")]),
    ],
)
def test_signs_of_numbers_that_make_none_are_left_aside(text, told):
    assert [(w, v) for w, v in dates(text, "ja") if v is not None] == told


def test_texts_read_in_turn_keep_their_own_words_of_the_calendar():
    one, other = "He left in May 2024.", "She came in July 1999."
    for _ in range(2):
        assert [a.value for a in find_atoms(one, 11, 19, "en")] == ["5", "2024"]
        assert [a.value for a in find_atoms(other, 12, 21, "en")] == ["7", "1999"]


def test_words_of_a_stretch_have_their_places_in_the_text():
    (atom,) = find_atoms("He left in May.", 11, 14, "en")
    assert (atom.start, atom.end, atom.kind) == (11, 14, "month")
    assert find_atoms("He left in May.", 0, 7, "en") == ()
