"""Words of posts are found by their first word, in every form that a sentence gives it."""

import pytest

from sijill.documents.lexicon import (
    begins_post,
    find_japanese_words,
    find_post_words,
    is_post_word,
    japanese_word_at_end,
    japanese_word_at_start,
    roles_begun_by,
)
from sijill.documents.qualifiers import _begun, _begun_by, _demonyms, effects_of, is_demonym
from sijill.languages import LANGUAGES
from sijill.tables import open_table


def roles(words: str, language: str) -> list[tuple[int, int, str]]:
    return [(h.first, h.last, h.role) for h in find_post_words(words.split(), language)]


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("ar", "قال لوزير الخارجية", (1, 3, "foreign_minister")),
        ("en", "the deputy foreign minister", (1, 4, "deputy_minister")),
        ("ru", "министром иностранных дел", (0, 3, "foreign_minister")),
        ("kk", "сыртқы істер министріне", (0, 3, "foreign_minister")),
    ],
)
def test_a_post_is_found_with_what_is_written_onto_it(language, words, found):
    assert found in roles(words, language)


def test_of_posts_that_begin_with_one_word_the_second_word_decides():
    assert roles("رئيس الوزراء", "ar") != roles("رئيس البرلمان", "ar")
    assert roles("رئيس", "ar") == [(0, 1, "head_of_state")]


def test_a_star_stands_for_an_ending_and_no_whole_word():
    assert roles("министрами", "ru")
    assert not roles("министрополитический", "ru")


def test_a_post_that_opens_a_row_of_words_is_taken_as_it_is_written():
    assert begins_post(["وزير"], "ar")
    assert begins_post(["لوزير"], "ar") is None


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "ja"])
def test_the_first_letters_of_a_word_hide_no_nationality(language):
    ends = ("", "ية", "ة", "ي", "лар", "дың", "ами", "s", "n")
    fronts = ("", "ال", "لل", "وال", "ب") if language == "ar" else ("",)
    rows = open_table(f"{language}/demonyms.tsv", ("word", "code"))
    written = {word.rstrip("*") for row in rows for word in (row["word"], row["word"].split()[0])}
    for word in {*written, *_demonyms(language)[0]}:
        for shorter in (word, word[:3], word[:2]):
            for joined in (front + shorter + end for front in fronts for end in ends):
                assert _begun(language)[joined] == _begun_by(joined, language), joined


def test_the_roles_that_a_word_may_begin_are_those_of_the_rows_it_opens():
    assert "military_chief" in roles_begun_by("генералом", "ru")
    assert "military_chief" not in roles_begun_by("министр", "ru")
    assert "foreign_minister" in roles_begun_by("وزير", "ar")
    assert roles_begun_by("لوزير", "ar") == roles_begun_by("", "ar") == frozenset()
    assert begins_post([], "ar") is None


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("the deputy economy minister", "en", (1, 4, "deputy_minister")),
        ("заместитель иностранных дел министра", "ru", (0, 4, "deputy_minister")),
        ("министрінің бірінші орынбасары", "kk", (0, 3, "deputy_minister")),
    ],
)
def test_a_gap_stands_for_words_between_those_of_a_post(words, language, expected):
    assert expected in roles(words, language)


def test_a_gap_goes_over_no_comma():
    assert "deputy_minister" not in {
        role for *_, role in roles("his deputy , and the minister", "en")
    }


def test_an_open_second_word_has_any_ending():
    assert roles("وزيرة الخارجية", "ar") == roles("وزيره الخارجيه", "ar") != []
    assert (0, 2, "deputy_minister") in roles("министрдің орынбасарымен", "kk")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize(
    ("table", "column"),
    [("posts", "pattern"), ("demonyms", "word"), ("post_modifiers", "word")],
)
def test_open_words_have_the_letters_that_they_are_found_by(language, table, column):
    rows = open_table(f"{language}/{table}.tsv", (column,))
    words = [word for row in rows for word in row[column].split()[:2]]
    assert all(len(word) > 3 for word in words if word.endswith("*"))


def test_an_open_word_for_a_people_or_a_rank_has_any_ending():
    assert is_demonym("аргентинского", "ru")
    assert effects_of(["бывшего"], "ru") == {"former"}
    assert effects_of(["нынешнего"], "ru") != {"former"}


@pytest.mark.parametrize(
    "text", ["", "大統領", "副大統領の", "駐日大使", "外務大臣と首相", "首相官邸", "元国王", "氏"]
)
def test_a_japanese_word_at_an_edge_is_the_one_that_is_found_there(text):
    for start in range(len(text) + 1):
        stretch = text[start:]
        found = find_japanese_words(stretch)
        first = [(end, labels) for at, end, labels in found if at == 0]
        last = [(end - at, labels) for at, end, labels in found if end == len(stretch)]
        assert japanese_word_at_start(stretch) == (first[0] if first else None)
        assert japanese_word_at_end(stretch) == (last[0] if last else None)


@pytest.mark.parametrize("language", ["ar", "en", "kk", "ru"])
def test_a_word_alone_is_a_post_where_one_is_found_in_it(language):
    words = {
        "министр",
        "minister",
        "السفير",
        "елшісі",
        "minister's",
        "дел",
        "and",
        "",
        ",",
        "экологии",
    }
    for word in words:
        assert is_post_word(word, language) == bool(find_post_words([word], language)), word
