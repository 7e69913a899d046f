"""A stretch of text goes in; its words and signs come out, with the ways a word may be cut.

A word is a run of letters, marks and digits; a hyphen stands by itself, so that a name may begin
after it. Japanese has no blanks: there a token is a run of one kind of character. Arabic particles
written onto the next word and Kazakh endings stay in their token; `proclitic_cuts` and
`ending_cuts` list where it may be cut, and later floors choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sijill.documents.asked_once import asked_once
from sijill.documents.deadline import check
from sijill.documents.document import Token
from sijill.documents.kernels import KERNELS
from sijill.documents.met_words import MET_WORDS
from sijill.languages import WITH_ENDINGS
from sijill.register.affixes import affixes
from sijill.tables import open_table
from sijill.text import KANJI

#: Marks over and under letters; tatweel, which stretches them.
_MARKS = r"[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]"
_WORD = re.compile(
    r"\d+(?:[.,٫٬]\d+)+"  # 1,500 and 3.7 are one token
    # Letters and marks; a run of letters is taken as one, which is a quarter faster.
    rf"|(?:[^\W_]|{_MARKS})[^\W_]*(?:{_MARKS}+[^\W_]*)*"
    r"|\S"
)
_ENGLISH = (
    r"\d+(?:[.,]\d+)+"
    r"|(?<![^\W\d_])(?:[A-Z]\.){2,}"  # U.S. and U.N.
    r"|(?=[%s])(?<![^\W\d_])(?:%s)\."  # Gen. and Ltd.
    r"|['’]s\b"
    r"|[^\W_]+(?:['’](?!s\b)[^\W\d_]+)*"
    r"|\S"
)
_JAPANESE = (
    r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*"
    r"|[A-Za-zＡ-Ｚａ-ｚ]+"
    r"|[\u30a1-\u30ffｦ-ﾟ]+"
    r"|[\u3041-\u309f]+"
    rf"|[々〆{KANJI}]+"
    r"|\S"
)


class _Way(NamedTuple):
    """How a text is cut: what finds its words, and what the kernels are told in its place.

    They know it by a number; `abbreviations` are those of English, without their full stop, `kind`
    is what they make, and `known` what each word of it is folded to.
    """

    pattern: re.Pattern[str]
    number: int
    abbreviations: frozenset[str] = frozenset()
    kind: type[Token] = Token
    known: Mapping[str, tuple[str, str]] = MET_WORDS


#: Each sign by itself. The numbers are those of `native/tokens.c`.
_SIGNS = _Way(re.compile(r"\S"), 0)


def tokenize(text: str, language: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut `text[start:end]` into tokens; offsets are those of the whole text."""
    check()
    return _cut(text, start, len(text) if end is None else end, _way(language))


def characters(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Give each character of `text[start:end]` that is no blank as a token."""
    return _cut(text, start, end, _SIGNS)


def words_in(text: str, language: str) -> Iterator[str]:
    """Give the words of the tokens of a text one by one, for who may not want them all."""
    check()
    return (word.group() for word in _way(language).pattern.finditer(text))


def first_word(text: str, language: str, start: int, end: int) -> str:
    """Give the words of the first token of `text[start:end]`, an empty string without one."""
    first = _way(language).pattern.search(text, start, end)
    return first.group() if first else ""


def _cut(text: str, start: int, end: int, way: _Way) -> tuple[Token, ...]:
    """Cut `text[start:end]` one of the ways into tokens."""
    found = way.pattern.finditer(text, start, end)
    return tuple([way.kind(*m.span(), *way.known[m[0]]) for m in found])


plain_cut = _cut

# The same in C, where that was built: a text asks some three hundred times.
if not TYPE_CHECKING and KERNELS is not None:
    _cut = KERNELS.tokenize


@asked_once
def _way(language: str) -> _Way:
    if language == "en":
        return _english()
    return _Way(re.compile(_JAPANESE), 3) if language == "ja" else _Way(_WORD, 1)


def _english() -> _Way:
    rows = open_table("en/abbreviations.tsv", ("abbreviation", "ends"))
    # «No.» alone is too often a word at the end of a sentence.
    words = {row["abbreviation"] for row in rows if row["abbreviation"].isalpha()} - {"No"}
    letters, found = "".join(sorted({word[0] for word in words})), "|".join(sorted(words))
    return _Way(re.compile(_ENGLISH % (letters, found)), 2, frozenset(words))


@asked_once
def _affixes(language: str, where: str) -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """Give the attached letters of one place, and how many these may be, the most first.

    The numbers stand by the outermost letter: most words have none that may be attached.
    """
    found = frozenset(affixes(language, where))
    edge = 0 if where == "front" else -1
    lengths: dict[str, set[int]] = {}
    for affix in found:
        lengths.setdefault(affix[edge], set()).add(len(affix))
    return found, {letter: tuple(sorted(n, reverse=True)) for letter, n in lengths.items()}


@lru_cache(maxsize=8192)
def proclitic_cuts(word: str, language: str) -> tuple[int, ...]:
    """List how many letters may be particles written onto the word's front, longest first.

    For `ولليابان` that is 2 («و» and «ل») and 1; the empty tuple when nothing can be cut.
    """
    if language != "ar":
        return ()
    found, by_first = _affixes(language, "front")
    lengths = by_first.get(word[:1])
    if lengths is None:
        return ()
    return tuple([n for n in lengths if len(word) >= n + 2 and word[:n] in found])


@lru_cache(maxsize=8192)
def ending_cuts(word: str, language: str) -> tuple[int, ...]:
    """List how many letters at the word's end may be a case ending, longest first."""
    if language not in WITH_ENDINGS:
        return ()
    lower = word.casefold()
    found, by_last = _affixes(language, "end")
    lengths = by_last.get(lower[-1:])
    if lengths is None:
        return ()
    return tuple([n for n in lengths if len(lower) >= n + 2 and lower[-n:] in found])
