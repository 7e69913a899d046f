"""Which words the lists of places know, in the forms that sentences give them."""

import pytest

from sijill.reading.hints import hint_characters, hint_places


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
    assert hint_places(sentence.split(), language) == expected


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
