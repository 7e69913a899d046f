"""What is told of a word, or of a sentence, before it is looked at closely never hides an entry."""

from pathlib import Path

import pytest

from sijill.documents.lookups import HEAD, WORD
from sijill.languages import LANGUAGES
from sijill.temporal.calendar_words import (
    _fronts,
    _openings,
    heads_of,
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
    joined = [front + entry for front in _fronts(language) for entry in entries]
    ended = [f"x {entry}." for entry in entries]
    return [*found, *entries, *joined, *ended, *map(str.upper, entries)]


@pytest.mark.parametrize("language", WORDED)
def test_every_word_that_begins_an_entry_is_known_to(language):
    told, heads = words_of(language), heads_of(language)
    for word in {word for line in lines(language) for word in WORD.findall(line)}:
        if word[0].isdecimal():
            assert heads[word[:HEAD]], word
            continue
        found = told[word]
        assert (found or ()) == _openings(word, language), word
        assert heads[word[:HEAD]] or not found, word


def test_english_words_keep_their_capitals():
    assert key_of("May", "en") == "May"
    assert key_of("Май", "ru") == "май"
