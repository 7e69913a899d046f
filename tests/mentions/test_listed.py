"""Listed places are believed behind a preposition of place, where nobody saw another name."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.mentions.candidates import Candidate
from sijill.mentions.listed import find_country_words, find_listed

PERSON = MentionKind.PERSON


def read(text, language, *tagged):
    candidates = [
        Candidate(PERSON, text.index(w), text.index(w) + len(w), "tagger", 1.0) for w in tagged
    ]
    document = Document("t", text, language)
    found = find_listed(document, split_sentences(text, language), candidates)
    return [text[c.start : c.end] for c in found]


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("ru", "Он уехал в Солигорск из Дебрецена.", ["Солигорск", "Дебрецена"]),
        ("en", "She moved from Debrecen to Nakuru.", ["Debrecen", "Nakuru"]),
        ("ar", "عاد من بورتو أليغري أمس", ["بورتو أليغري"]),
        # Nothing vouches for them.
        ("ru", "Солигорск вырос.", []),
        ("en", "Debrecen has grown.", []),
        # In Arabic one word alone may be any word.
        ("ar", "يسكن في الطبقة الثانية", []),
    ],
)
def test_a_preposition_vouches_for_a_listed_place(language, text, places):
    assert read(text, language) == places


def test_what_is_another_name_already_stays_one():
    assert read("A letter from Debrecen Smith came.", "en", "Debrecen Smith") == []


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "She left the Kingdom in May.", ["Kingdom"]),
        ("ru", "Он вернулся в столицу вечером.", ["столицу"]),
        ("ru", "Посол покинул республику.", ["республику"]),
        ("ar", "غادر المملكة أمس وعاد إلى العاصمة", ["المملكة", "العاصمة"]),
        ("ar", "عاد للمملكة", ["لمملكة"]),
        # Not alone, or not one in particular.
        ("en", "the capital increase of the kingdom of birds", []),
        ("ru", "Это столица Казахстана и столица горного края.", []),
        ("ar", "المملكة العربية", []),
        ("ru", "Две столицы спорят.", []),
    ],
)
def test_a_country_or_its_capital_is_told_by_a_word_alone(language, text, places):
    found = find_country_words(Document("t", text, language), [])
    assert [text[c.start : c.end] for c in found] == places


def test_a_word_in_another_name_does_not_stand_alone():
    text = "المملكة العظمى"
    known = Candidate(MentionKind.PLACE, 0, len(text), "register", 0.9)
    assert find_country_words(Document("t", text, "ar"), [known]) == []


def test_a_listed_place_joined_to_a_place_is_one_too():
    text = "Договор Бишкека и Дебрецена подписан."
    document = Document("t", text, "ru")
    sentences = split_sentences(text, "ru")
    start = text.index("Бишкека")
    place = Candidate(MentionKind.PLACE, start, start + len("Бишкека"), "register", 0.75)
    found = find_listed(document, sentences, [place])
    assert [text[c.start : c.end] for c in found] == ["Дебрецена"]
    assert find_listed(document, sentences, []) == []
