"""Versions of texts, side by side, go in; where they do not mean the same comes out.

A limit that one version has lost, another number, a word that judges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from sijill.citation import Citation, Ranged, Span, cite
from sijill.dates import PartialDate
from sijill.documents.document import MentionKind, QuotationKind, Reading
from sijill.edtf import read_date
from sijill.record.items import LocalText, VersionDifference
from sijill.record.meaning import Meaning, meanings
from sijill.record.wording import in_languages, say
from sijill.reuse.anchors import plain_numbers
from sijill.reuse.numbers import TOLD_OTHERWISE, Number, find_numbers
from sijill.reuse.versions import Answer, TextPair, Versions

#: A rank ("deputy", "former") belongs to a post this near, in code points.
_POST_NEAR = 12
#: Claims that a scope limits.
_LIMITED = ("first", "only", "rare", "unprecedented")


@dataclass(frozen=True)
class _Whole:
    """A text with its reading, and the numbers in it that are no part of a date."""

    reading: Reading
    text: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True)
class _Side:
    """One side of an answer: where it stands, and what its reading found there."""

    words: Citation
    reading: Reading
    text: str
    found: tuple[Meaning, ...]
    numbers: tuple[Number, ...]
    every_number: frozenset[float]
    dates: tuple[tuple[Span, PartialDate], ...]
    claims: frozenset[str]

    def cite(self, place: Ranged) -> Citation:
        return cite(self.words.source_id, self.text, Span(place.start, place.end))

    def of(self, kind: str) -> dict[str, Meaning]:
        """Give the first words for each sense of a kind."""
        senses: dict[str, Meaning] = {}
        for meaning in self.found:
            if meaning.kind == kind:
                senses.setdefault(meaning.sense, meaning)
        return senses


def differences(
    versions: Versions,
    readings: Sequence[Reading],
    texts: Mapping[str, str],
    *,
    languages: Sequence[str] = ("en",),
) -> tuple[VersionDifference, ...]:
    """Give the differences of meaning between versions, pair by pair, in the order of the text.

    `languages` are those of the notes. What a language's tables do not know is not seen.
    """
    by_id = {reading.source_id: reading for reading in readings}

    @cache
    def whole_of(source_id: str) -> _Whole:
        reading, text = by_id[source_id], texts[source_id]
        return _Whole(reading, text, tuple(plain_numbers(reading, text)))

    def side_of(words: Sequence[Citation]) -> _Side:
        return _side(words, whole_of(words[0].source_id))

    result: list[VersionDifference] = []
    for pair in versions.pairs:
        for answer in pair.answers:
            if answer.left and answer.right:
                one, other = side_of(answer.left), side_of(answer.right)
                result += _of_sentences(one, other, languages)
        result += _left_out(pair, side_of, languages)
    return tuple(result)


def _side(words: Sequence[Citation], text_of: _Whole) -> _Side:
    source_id = words[0].source_id
    reading, text = text_of.reading, text_of.text
    whole = Span(words[0].start, words[-1].end)
    posts = [m for m in reading.mentions if m.kind is MentionKind.POST and whole.contains(m.span)]
    found = [
        m
        for m in meanings(text, whole.start, whole.end, reading.language)
        if m.kind != "rank" or any(_is_near(m, p.span) for p in posts)
    ]
    dates = [
        (m.span, day)
        for m in reading.mentions
        if m.kind is MentionKind.DATE and whole.contains(m.span) and (day := read_date(m.value))
    ]
    return _Side(
        cite(source_id, text, whole),
        reading,
        text,
        tuple(found),
        tuple(n for n in text_of.numbers if whole.contains(n)),
        frozenset(n.value for n in find_numbers(words_of(text, whole), reading.language)),
        tuple(dates),
        frozenset(c.kind.value for c in reading.claims if whole.overlaps(Span(c.start, c.end))),
    )


def words_of(text: str, span: Span) -> str:
    """Give the words of a span."""
    return text[span.start : span.end]


def _is_near(one: Ranged, other: Ranged) -> bool:
    return one.start <= other.end + _POST_NEAR and other.start <= one.end + _POST_NEAR


def _of_sentences(
    one: _Side, other: _Side, languages: Sequence[str]
) -> Iterable[VersionDifference]:
    yield from _claims(one, other, languages)
    for kind in ("scope", "attribute", "hedge", "rank", "format"):
        yield from _senses(kind, one, other, languages)
    yield from _negations(one, other, languages)
    yield from _numbers(one, other, languages)
    yield from _dates(one, other, languages)


def _claims(one: _Side, other: _Side, languages: Sequence[str]) -> Iterable[VersionDifference]:
    """Give claims of one side that the other has neither as a claim nor as a word."""
    for side, against in ((one, other), (other, one)):
        for sense, meaning in side.of("claim").items():
            kind = "first" if sense == "unprecedented" else sense
            if kind in side.claims and not against.of("claim") and not against.claims:
                yield _missing("claim", side, meaning, against, languages, is_left=side is one)


def _senses(
    kind: str, one: _Side, other: _Side, languages: Sequence[str]
) -> Iterable[VersionDifference]:
    left, right = one.of(kind), other.of(kind)
    if kind == "scope" and not (_is_limited(one) and _is_limited(other)):
        return
    only_left = [m for sense, m in left.items() if sense not in right]
    only_right = [m for sense, m in right.items() if sense not in left]
    if kind == "format" and not (only_left and only_right):
        return  # a visit's format need not be told in every sentence
    for a, b in zip_longest(only_left, only_right):
        if a is not None and b is not None and kind != "scope":
            yield _other(kind, one, a, other, b, languages)
            continue
        if a is not None:
            yield _missing(kind, one, a, other, languages, is_left=True)
        if b is not None:
            yield _missing(kind, other, b, one, languages, is_left=False)


def _is_limited(side: _Side) -> bool:
    return any(sense in _LIMITED for sense in side.of("claim")) or bool(side.claims)


def _negations(one: _Side, other: _Side, languages: Sequence[str]) -> Iterable[VersionDifference]:
    left, right = one.of("negation"), other.of("negation")
    if left and not right:
        yield _missing("negation", one, left["negation"], other, languages, is_left=True)
    if right and not left:
        yield _missing("negation", other, right["negation"], one, languages, is_left=False)


def _numbers(one: _Side, other: _Side, languages: Sequence[str]) -> Iterable[VersionDifference]:
    left = [n for n in one.numbers if n.value not in other.every_number]
    right = [n for n in other.numbers if n.value not in one.every_number]
    if len(left) != len(right):
        left = [n for n in left if n.value >= TOLD_OTHERWISE]
        right = [n for n in right if n.value >= TOLD_OTHERWISE]
    for a, b in zip_longest(left, right):
        if a is not None and b is not None:
            yield _other("number", one, a, other, b, languages)
        elif a is not None:
            yield _missing("number", one, a, other, languages, is_left=True)
        elif b is not None:
            yield _missing("number", other, b, one, languages, is_left=False)


def _dates(one: _Side, other: _Side, languages: Sequence[str]) -> Iterable[VersionDifference]:
    """Give dates that differ; one that is told on one side only is often told elsewhere."""
    left = [(s, d) for s, d in one.dates if not any(d.may_equal(o) for _, o in other.dates)]
    right = [(s, d) for s, d in other.dates if not any(d.may_equal(o) for _, o in one.dates)]
    for (a, _), (b, _) in zip(left, right, strict=False):
        yield _other("date", one, a, other, b, languages)


def _left_out(
    pair: TextPair,
    side_of: Callable[[Sequence[Citation]], _Side],
    languages: Sequence[str],
) -> Iterable[VersionDifference]:
    """Give sentences inside of a text that the other version leaves out, if they hold something."""
    for number, answer in enumerate(pair.answers):
        if answer.left and answer.right:
            continue
        if not (_is_answered(pair.answers[:number]) and _is_answered(pair.answers[number + 1 :])):
            continue
        side = side_of(answer.left or answer.right)
        if not (side.claims or side.numbers or side.of("negation") or _speaks(side)):
            continue
        lacking = pair.right if answer.left else pair.left
        words = side.words
        yield VersionDifference(
            "sentence",
            words if answer.left else None,
            words if answer.right else None,
            lacking,
            _note("missing", "sentence", languages, words.exact),
        )


def _is_answered(answers: Sequence[Answer]) -> bool:
    return any(a.left and a.right for a in answers)


def _speaks(side: _Side) -> bool:
    return any(
        q.kind is not QuotationKind.INDIRECT and side.words.span.overlaps(Span(q.start, q.end))
        for q in side.reading.quotations
    )


def _other(
    kind: str, one: _Side, a: Ranged, other: _Side, b: Ranged, languages: Sequence[str]
) -> VersionDifference:
    left, right = one.cite(a), other.cite(b)
    return VersionDifference(
        kind, left, right, None, _note("other", kind, languages, left.exact, right.exact)
    )


def _missing(
    kind: str,
    side: _Side,
    place: Ranged,
    lacking: _Side,
    languages: Sequence[str],
    *,
    is_left: bool,
) -> VersionDifference:
    words = side.cite(place)
    return VersionDifference(
        kind,
        words if is_left else lacking.words,
        lacking.words if is_left else words,
        lacking.words.source_id,
        _note("missing", kind, languages, words.exact),
    )


def _note(
    pattern: str, kind: str, languages: Sequence[str], words: str, others: str = ""
) -> LocalText:
    def make(language: str) -> str:
        label = say(f"version.kind.{kind}", language)
        return say(f"version.{pattern}", language, kind=label, words=words, others=others)

    made: Callable[[str], str] = make
    return in_languages(languages, made)
