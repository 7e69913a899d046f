"""Which words the lists of places know, in the forms that sentences give them."""

import pytest

from sijill.languages import LANGUAGES
from sijill.tables import open_columns
from sijill.tagging import hints
from sijill.tagging.hints import entry_form, hint_characters, hint_people, hint_places, place_length


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("ru", "Он был в Самарканде", ["", "", "", "B"]),
        ("ru", "поезд между Минском и Дебреценом", ["", "", "B", "", "B"]),
        # Not Посо with an л, nor Минис with «тр»: only what a case adds may follow a name.
        ("ru", "Посол и Министр", ["", "", ""]),
        ("en", "in Gujarat and Rio Grande do Sul", ["", "B", "", "B", "I", "I", "I"]),
        ("ar", "من غوجارات إلى البقاع", ["", "B", "", "B"]),
        ("ar", "وكان لطرابلس", ["", "B"]),
        ("kk", "Самарқандта болды", ["B", ""]),
    ],
)
def test_listed_places_are_seen_in_the_form_they_stand_in(language, sentence, expected):
    words = sentence.split()
    assert hint_places(words, language) == expected
    for at, hint in enumerate(expected):
        following = [*expected[at + 1 :], ""]
        length = next(n for n, later in enumerate(following, 1) if later != "I")
        assert place_length(words[at:], language) == (length if hint == "B" else 0)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", ["كان", "الخميس", "له", "سفيرة"]),
        ("ru", ["Первый", "Король"]),
        ("en", ["President", "Minister"]),
        ("kk", ["Президент", "Министр"]),
    ],
)
def test_words_of_the_language_are_no_places(language, words):
    assert hint_places(words, language) == [""] * len(words)


def test_japanese_provinces_are_seen_with_and_without_their_kind():
    hints = hint_characters("東京からミナスジェライス州へ")
    assert hints[:2] == ["B:city", "E:city"]
    assert hints[4] == "B:city"
    assert hints[12:] == ["", ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_is_folded_at_once_as_each_of_its_words_is(language):
    names = [
        name
        for table in ("gazetteer", "name_parts")
        for name in open_columns(f"{language}/{table}.tsv", ("name",))[0]
        if " " not in name
    ]
    assert len(names) > 1000
    folded = hints._fold_all(names, language)
    assert list(hints._forms_of(folded, language)) == [entry_form(n, language) for n in names]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_signs_and_foreign_letters_in_a_cyrillic_list_are_folded_too(language):
    names = ["Ёлка", "Д’Артаньян", "ΣΑΣ", "İzmir", "Ｔｏｋｙｏ", "Ұлытау№1", "A`b–c"]
    assert hints._fold_all(names, language) == [hints.fold_word(name) for name in names]


def test_parts_of_names_are_known_by_where_they_stand():
    assert hint_people("Muhammad", "en") in ("given", "both")
    assert hint_people("muhammad", "en") == ""
    assert hint_people("Xqzt", "en") == ""
