"""A word of a text goes in; what it begins in the calendar comes out: which entries, cut how.

The entries are those of `data/<language>/calendar.tsv`; `temporal.calendar` tells their classes.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache, partial
from typing import NamedTuple

from sijill.documents.asked_once import asked_once
from sijill.documents.expressions import expression
from sijill.documents.lookups import HEAD, WORD
from sijill.documents.tokens import ending_cuts, proclitic_cuts
from sijill.languages import WITH_ENDINGS
from sijill.register.affixes import affixes
from sijill.tables import open_table
from sijill.text import fold_word, to_ascii_digits
from sijill.word_tables import WordTable

#: Classes that make a run of calendar words a date by themselves.
ANCHORS = frozenset({
    "month", "weekday", "day", "dayrel", "yearrel", "yearsame", "monthrel", "weekrel", "decade",
    "numeric", "hijri", "ago", "apart", "within", "monthsame", "nthday",
})  # fmt: skip
#: No run is a date without one of these: what lacks an anchor has a number, or what “last” tells.
IN_DATES = ANCHORS | {"number", "unit", "season", "part"}


#: Class and value of each entry.
Table = dict[str, tuple[str, str]]

# Rows that are no words of their own: `calendar` looks for the one behind a number, and
# `_is_future` holds the other against what begins like a verb of the future.
_NOWORDS = frozenset({"decade_end", "no_future"})


@cache
def table_of(language: str) -> Table:
    """Give the entries by their words, one blank between two."""
    found: Table = {}
    for row in open_table(f"{language}/calendar.tsv", ("word", "class", "value")):
        if row["class"] in _NOWORDS:
            continue
        key = " ".join(WORD.findall(row["word"]))
        found.setdefault(key_of(key, language), (row["class"], row["value"]))
    return found


@cache
def _second_words(language: str) -> dict[str, frozenset[str]]:
    """Give what may follow the words that entries of several words begin with.

    The last word of an entry may have the full stop of its sentence.
    """
    found: dict[str, set[str]] = {}
    for first, second, *_ in [key.split(" ") for key in table_of(language) if " " in key]:
        found.setdefault(first, set()).update((second, second + "."))
    return {first: frozenset(seconds) for first, seconds in found.items()}


class Opening(NamedTuple):
    """A form of a word that begins an entry, with the letters cut off in front and behind.

    `told` are class and value where it is an entry by itself; `seconds` may follow where it begins
    one of more words.
    """

    form: str
    front: int
    back: int
    told: tuple[str, str] | None
    seconds: Container[str] = ()


#: A number is a word of the calendar by itself, whatever entries there are.
NUMBER: tuple[Opening, ...] = ()


@asked_once
def words_of(language: str) -> WordTable[tuple[Opening, ...] | None]:
    """Give what tells of a language's words which entries they may begin; None for most."""
    return WordTable(partial(_read, language, *_known(language)))


@asked_once
def heads_of(language: str) -> WordTable[bool]:
    """Give what tells of the first letters of words whether one of the calendar may begin so."""
    known, _ = _known(language)
    begun = frozenset(word[:size] for word in known for size in range(HEAD + 1))
    open_ended = known if language in WITH_ENDINGS else _stems(language, "future")
    shorter = tuple(word for word in open_ended if len(word) < HEAD)
    fronts = {fold_word(front) for front in ("", *_fronts(language))}
    cuts = range(max(map(len, fronts)) + 1)
    within = frozenset(front[:cut] for front in fronts for cut in cuts)
    return WordTable(partial(_may_begin, begun, shorter, fronts, within, cuts))


def _may_begin(
    begun: Container[str],
    shorter: tuple[str, ...],
    fronts: Container[str],
    within: Container[str],
    cuts: range,
    head: str,
) -> bool:
    """Say whether a known word may begin with some letters: `begun` are what one begins with.

    `shorter` are those that go on in any way. `fronts` may be cut off before either: `cuts` are
    their lengths, `within` what they begin with.
    """
    if head[0].isdecimal():
        return True
    letters = fold_word(head.rstrip(".")).rstrip(".")
    for cut in cuts[: len(letters) + 1]:
        if letters[:cut] in fronts:
            stem = letters[cut:]
            if stem[:HEAD] in begun or stem.startswith(shorter):
                return True
    return letters in within


def _read(
    language: str, known: frozenset[str], parts: Sequence[slice], word: str
) -> tuple[Opening, ...] | None:
    if word[0].isdecimal():
        return NUMBER
    letters = fold_word(word.rstrip(".")).rstrip(".")  # most were folded without their full stop
    if known.isdisjoint(map(letters.__getitem__, parts)):
        return None  # its forms need not be made
    return _openings(word, language) or None


def _known(language: str) -> tuple[frozenset[str], tuple[slice, ...]]:
    """Give what a word of the calendar has in one of some parts of it, folded.

    That is the first word of an entry, or what verbs of the future begin with. Before such a part
    stand letters that may be cut off in front; it ends with the word or, where endings are cut off,
    before any of them.
    """
    words = {fold_word(key.split(" ", 1)[0]).rstrip(".") for key in table_of(language)}
    stems = _stems(language, "future")
    whole: set[int | None] = {None, *map(len, stems)}
    sizes = {len(word) for word in words | {*stems}} if language in WITH_ENDINGS else whole
    cuts = range(max(map(len, _fronts(language)), default=0) + 1)
    parts = [slice(cut, None if size is None else cut + size) for cut in cuts for size in sizes]
    return frozenset({*words, *stems}), tuple(parts)


def _fronts(language: str) -> tuple[str, ...]:
    """Give the letters that are cut off in front of words, as they are written."""
    return affixes(language, "front") if language == "ar" else ()


def _openings(word: str, language: str) -> tuple[Opening, ...]:
    """Give those of a word's forms that begin an entry."""
    table, seconds = table_of(language), _second_words(language)
    found = [
        Opening(form, front, back, table.get(form), seconds.get(form, ()))
        for form, front, back in _forms(word, language)
        if form in table or form in seconds
    ]
    if _is_future(word, language):
        found.append(Opening(word, 0, 0, ("future", "")))
    return tuple(found)


@cache
def _exact(language: str) -> frozenset[str]:
    """Give the words of two letters and fewer as they are written."""
    rows = open_table(f"{language}/calendar.tsv", ("word", "class", "value"))
    return frozenset(row["word"] for row in rows if len(row["word"]) <= 2)


def key_of(word: str, language: str) -> str:
    """Give a word as the entries of a language are written: folded, in English only its digits."""
    # English months and weekdays are told from «may» and «sat» by their capital.
    if language == "en":
        return to_ascii_digits(word)
    return fold_word(word)


def _forms(word: str, language: str) -> list[tuple[str, int, int]]:
    """Give the forms of a word with the letters that are cut off in front and behind."""
    forms = [(key_of(word, language), 0, 0)]
    if word.endswith("."):
        forms.append((key_of(word[:-1], language), 0, 1))
    if language == "ar":
        bare = word.rstrip(".")  # a full stop stands at the end of the sentence, too
        folded = fold_word(bare)
        # «آب» is August; folded and with a particle it would be in باب and أب.
        if len(folded) <= 2 and bare not in _exact("ar"):
            return []
        back = len(word) - len(bare)
        for cut in proclitic_cuts(bare, "ar"):
            if len(bare) - cut > 2 or bare[cut:] in _exact("ar"):
                forms.append((folded[len(fold_word(bare[:cut])) :], cut, back))
    elif language in WITH_ENDINGS:
        folded = fold_word(word.rstrip("."))
        cuts = (0, *ending_cuts(word, language))
        for cut in cuts:
            stem = folded[: len(folded) - cut]
            if cut:
                forms.append((stem, 0, cut))
            for ending in affixes(language, "possessive"):
                if stem.endswith(ending) and len(stem) > len(ending) + 2:
                    forms.append((stem[: -len(ending)], 0, cut))
    elif language == "en" and word[:1].isupper():
        forms.append((word[:1].lower() + word[1:], 0, 0))
        if len(word) > 2 and word.isupper():
            forms.append((word.capitalize(), 0, 0))
            forms.append((word.lower(), 0, 0))
    return forms


@cache
def _stems(language: str, kind: str) -> tuple[str, ...]:
    """Give the beginnings that the table has of a class, folded; its whole words are none."""
    return tuple(
        sorted(
            fold_word(row["word"].rstrip("*"))
            for row in open_table(f"{language}/calendar.tsv", ("word", "class", "value"))
            if row["class"] == kind and row["word"].endswith("*")
        )
    )


@cache
def _no_verbs(language: str) -> frozenset[str]:
    rows = open_table(f"{language}/calendar.tsv", ("word", "class", "value"))
    return frozenset(fold_word(r["word"]) for r in rows if r["class"] == "no_future")


def _is_future(word: str, language: str) -> bool:
    """Say whether a word is a verb of the future; «سيارة» and «سيمون» only begin like one."""
    stems = _stems(language, "future")
    joined = expression(language, "joined_to_verb").match(word) if stems else None
    bare = word[joined.end() :] if joined else word
    form = fold_word(bare)
    if not form.startswith(stems) or not any(
        form.startswith(stem) and len(form) > len(stem) + 1 for stem in stems
    ):
        return False
    if expression(language, "no_future").match(bare) is not None or form in _no_verbs(language):
        return False
    return not form.startswith(_stems(language, "no_future") or ("\0",))
