"""Sentences without blanks go in; what a tagger sees of their characters comes out.

For Japanese: the characters around a place by twos and threes, the kinds of signs, the words of
the tables that cover them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from sijill.documents.document import Token
from sijill.documents.lexicon import find_japanese_words
from sijill.sign_tables import FoldTable
from sijill.tagging.channels import ITSELF, Channel, Channels, Described, PlainChannel, Spelling
from sijill.tagging.compounds import TableWord, describe_compounds, spell_compound
from sijill.tagging.hints import hint_characters
from sijill.tagging.kernels import KERNELS

#: So many places of nothing stand before a sentence, and as many behind it.
CHARACTERS_BEYOND = 3
#: Stand before and behind a sentence.
_BEFORE, _AFTER = "\x02" * CHARACTERS_BEYOND, "\x03" * CHARACTERS_BEYOND
_AROUND = range(-3, 4)
_WINDOW = len(_AROUND)
_BESIDE = range(-1, 2)


def character_channels() -> Channels:
    """Give the channels of Japanese."""
    return (
        Channel(-3, 3, _spell_character),
        PlainChannel(tuple(range(-3, 3)), "b=", length=2),
        PlainChannel(tuple(range(-2, 1)), "g=", length=3),
        Channel(0, 0, _spell_window),
        Channel(-3, 3, _spell_context),
        Channel(0, 0, spell_compound),
    )


def _spell_character(value: Hashable) -> Spelling:
    character = str(value)
    return ((_AROUND, (f"u={character}", f"y={_KINDS[character]}")),)


def _spell_window(value: Hashable) -> Spelling:
    """Spell the kinds of the signs around a place, and the run of one kind it lies in."""
    if not isinstance(value, str):
        return ()
    kinds, run = value[:_WINDOW], value[_WINDOW:]
    return ((ITSELF, (f"T={kinds}", f"y3={kinds[2:5]}", f"run={run}")),)


def _spell_context(value: Hashable) -> Spelling:
    """Spell what is known of a place: known name, list, calendar, words of the tables."""
    if not isinstance(value, tuple):
        return ()
    known, listed, calendar, labels = value
    return (
        (_BESIDE, (f"k={known}", f"L={listed}")),
        (_AROUND, (f"t={calendar}", *(f"c={label}" for label in labels))),
    )


def describe_characters(
    sentences: list[tuple[Token, ...]],
    known: Sequence[str],
    calendar: Sequence[str],
) -> Described:
    """Give what is seen of a document; units are single characters.

    `known` and `calendar` say what is known at its places, which stand as those of the channels do:
    before each sentence there are `CHARACTERS_BEYOND` of nothing, and so many behind it.
    """
    signs: list[str] = []
    windows: list[Hashable] = []
    contexts: list[Hashable] = []
    phrases: list[Hashable] = []
    positions: list[int] = []
    for units in sentences:
        signs_here = [u.folded[:1] or u.text for u in units]
        mine = "".join(signs_here)
        kinds = "".join(map(_KINDS.__getitem__, signs_here))
        words = find_japanese_words(mine)
        nothing: list[Hashable] = [None] * CHARACTERS_BEYOND
        begin = len(signs) + CHARACTERS_BEYOND
        end = begin + len(mine)
        positions.extend(range(begin, end))
        windows += nothing
        windows += _windows(kinds)
        windows += nothing
        phrases += nothing
        phrases += describe_compounds(mine, kinds, words)
        phrases += nothing
        contexts += nothing
        listed, told = hint_characters(mine), _words(mine, words)
        contexts.extend(zip(known[begin:end], listed, calendar[begin:end], told, strict=True))
        contexts += nothing
        signs += [*_BEFORE, *signs_here, *_AFTER]
    return Described(sentences, positions, (signs, signs, signs, windows, contexts, phrases))


def _words(text: str, words: Iterable[TableWord]) -> list[tuple[str, ...]]:
    """Give for each character the classes of the table words it begins, ends or lies in."""
    out: list[tuple[str, ...]] = [()] * len(text)
    for start, end, classes in words:
        first, inner, last = _edges(classes)
        out[start] += first
        for index in range(start + 1, end - 1):
            out[index] += inner
        if end - start > 1:
            out[end - 1] += last
    return out


@cache
def _edges(classes: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Give the classes of a table word for its first, its inner and its last characters."""
    return tuple([tuple([f"{edge}:{label}" for label in classes]) for edge in "BIE"])


def _kind(character: str) -> str:
    code = ord(character)
    if character in _BEFORE or character in _AFTER:
        return "#"
    if character.isdigit():
        return "9"
    if 0x3041 <= code <= 0x309F:
        return "h"
    if 0x30A1 <= code <= 0x30FA or 0xFF66 <= code <= 0xFF9D or character in "ー":
        return "k"
    if character in "・＝=゠":
        return "j"
    if 0x3400 <= code <= 0x9FFF or character in "々〆":
        return "c"
    if character.isalpha():
        return "a"
    return character


_KINDS = FoldTable(_kind)


def _windows(kinds: str) -> list[str]:
    """Give for each character the kinds of the signs around it, and its place in its run.

    That is the kind of the run, how far off it began and how far it goes on, no more than 4.
    """
    if KERNELS is not None:
        windows: list[str] = KERNELS.windows(kinds)
        return windows
    edge = "#" * CHARACTERS_BEYOND
    around = edge + kinds + edge
    return [around[place : place + _WINDOW] + run for place, run in enumerate(_runs(kinds))]


def _runs(kinds: str) -> Iterator[str]:
    for kind, run in groupby(kinds):
        length = len(list(run))
        for place in range(length):
            yield f"{kind}{min(place, 4)}{min(length - 1 - place, 4)}"
