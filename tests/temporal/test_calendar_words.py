"""What is told of a word, or of a sentence, before it is looked at closely never hides an entry."""

from pathlib import Path

import pytest

from sijill.documents.lookups import WORD
from sijill.languages import LANGUAGES
from sijill.temporal.calendar import find_atoms, may_tell_date
from sijill.temporal.calendar_words import (
    IN_DATES,
    _openings,
    key_of,
    table_of,
    words_of,
)

TEXTS = Path(__file__).parents[1] / "texts"
WORDED = [language for language in LANGUAGES if language != "ja"]


def lines(language):
    """Give the paragraphs of texts, and all entries of the calendar as sentences end with them."""
    found = [
        line
        for path in sorted(TEXTS.glob(f"*/*.{language}.txt"))
        for line in path.read_text("utf-8").split("\n")
    ]
    entries = table_of(language)
    return [*found, *entries, *[f"x {entry}." for entry in entries], *map(str.upper, entries)]


@pytest.mark.parametrize("language", WORDED)
def test_every_word_that_begins_an_entry_is_known_to(language):
    told = words_of(language)
    for word in {word for line in lines(language) for word in WORD.findall(line)}:
        if word[0].isdecimal():
            continue
        found = told[word]
        assert (found.openings if found else ()) == _openings(word, language), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_a_word_of_a_date_stands_a_date_may(language):
    for line in lines(language):
        if any(atom.kind in IN_DATES for atom in find_atoms(line, 0, len(line), language)):
            assert may_tell_date(line, 0, len(line), language), line


@pytest.mark.parametrize(
    ("language", "sentence", "may"),
    [
        ("en", "The guests, of whom he spoke, sat on the left.", False),
        ("en", "They came the day before yesterday.", True),
        ("en", "They left on the eve.", True),
        ("ru", "Об этом, в частности, сообщил посол.", False),
        ("ar", "في هذا الإطار تحدث إلى الضيوف.", False),
        ("ja", "両国から大使が来た。", False),
        ("kk", "Елшілер, соның ішінде екеуі, сөз сөйледі.", False),
    ],
)
def test_a_sentence_of_small_words_tells_no_date(language, sentence, may):
    assert may_tell_date(sentence, 0, len(sentence), language) is may


def test_english_words_keep_their_capitals():
    assert key_of("May", "en") == "May"
    assert key_of("Май", "ru") == "май"
