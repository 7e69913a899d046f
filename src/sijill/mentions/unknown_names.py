"""A text with capitals goes in; runs of words that may be names which nobody knows come out.

Words in capitals that stand beside each other and that no table has, with the particles of names
between them: «Вальтер Копа Кондори», «Maria da Luz».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sijill.documents.lexicon import begins_post, comparable_forms, word_classes
from sijill.documents.qualifiers import is_demonym
from sijill.mentions.capital_letters import JOINING, capital_places, goes_on
from sijill.mentions.covered import Covered
from sijill.text import fold
from sijill.word_tables import WordTable

_MOST_WORDS = 4
#: Where a word begins, where what stands before it in its chain ends, and where it ends itself.
_Word = tuple[int, int, int]
_NAME = re.compile(rf"[^\W\d_]+(?:[{JOINING}][^\W\d_]+)*")


def find_runs(text: str, language: str, covered: Covered) -> Iterator[tuple[int, int]]:
    """Give the places of runs of words in capitals that the tables do not know.

    A particle counts only with a capital behind it; where that begins no word of the run, the run
    ends in the particle all the same. Runs that end in what is covered may be left out.
    """
    is_word, is_covered = _known_words(language), covered.holds
    for chain, last in _chains(text, language):
        # Most words in capitals are those of names that are found already.
        if all(map(is_covered, last)):
            continue
        start = end = -1
        count = 0
        for place, before, word_end in chain:
            token = text[place:word_end]
            is_name = not token.isupper() and not is_word[token]
            if end >= 0 and not (is_name and count < _MOST_WORDS):
                yield start, before
                end = -1
            if not is_name:
                continue
            if end < 0:
                start, count = place, 0
            end, count = word_end, count + 1
        if end >= 0:
            yield start, end


def _chains(text: str, language: str) -> Iterator[tuple[list[_Word], list[int]]]:
    """Give the words in capitals that only a blank or a particle parts, from left to right.

    With each chain go the last signs of what a run of its words could end with.
    """
    chain: list[_Word] = []
    last: list[int] = []
    before = -1
    is_particle_of_name, name_at = _particles(language), _NAME.match
    for place in capital_places(text):
        sign = text[place - 1 : place]
        if sign != " " and sign in JOINING and goes_on(text, place):
            continue
        word = name_at(text, place)
        if word is None:
            continue
        end = word.end()
        if sign == " " and place == before + 1:
            chain.append((place, before, end))
        elif (
            chain
            and text[before] == sign == " "
            and text.find(" ", before + 1, place - 1) < 0
            and is_particle_of_name[text[before + 1 : place - 1]]
        ):
            chain.append((place, place - 1, end))
            last.append(place - 2)
        else:
            if chain:
                yield chain, last
            chain, last = [(place, end, end)], []
        last.append(end - 1)
        before = end
    if chain:
        yield chain, last


@cache
def _particles(language: str) -> WordTable[bool]:
    """Say of what stands between two blanks whether it is a particle of names."""
    classes = word_classes(language)
    return WordTable(
        lambda word: (
            _NAME.fullmatch(word) is not None
            and word.islower()
            and "name_part" in classes.get(fold(word), ())
        )
    )


@cache
def _known_words(language: str) -> WordTable[bool]:
    """Say of each word whether the tables know it as more than a part of names."""
    return WordTable(lambda word: _is_word(word, language))


def _is_word(token: str, language: str) -> bool:
    """Say whether a word is one of the tables: a body, a place, a post, a nationality, a month."""
    return (
        not _table_words(language).isdisjoint(comparable_forms(token, language))
        or begins_post([token], language) is not None
        or is_demonym(token, language)
    )


@cache
def _table_words(language: str) -> frozenset[str]:
    """Give the folded words that are more than a particle of names."""
    classes = word_classes(language)
    return frozenset(word for word, known in classes.items() if known != ("name_part",))
