"""A passage with its words of saying and what rules found goes in; what a model sees comes out.

The model (`report_model`) labels the words of a paragraph as inside or outside of reported speech.
It sees the word, what stands there (a word of saying, a conjunction, a name), how far the last and
the next word of saying are, quotation marks, and the stretches that the rules propose.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TypeVar

from sijill.citation import Span
from sijill.documents.document import Token
from sijill.documents.passage import Passage
from sijill.speech.cues import Saying, SpeechMarks
from sijill.speech.quoted_speech import Judged
from sijill.tagging.channels import ITSELF, Channel, Channels, Described, PlainChannel, Spelling
from sijill.text import fold

#: How far around a word its neighbours are seen: what stands there, and the words themselves.
_REACH = 3
_WORDS = range(-2, 3)
_MARKS = range(-3, 4)
_BESIDE = range(-1, 2)
# Distances (words) count as equal up to each of these.
_STEPS = (0, 1, 2, 3, 5, 8, 12, 20)
_FAR = 99
_LETTERS = {
    "clause": "c",
    "quote": "q",
    "bare": "b",
    "noun": "n",
    "told": "t",
    "after": "a",
    "deep": "d",
    "back": "B",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A stretch that a rule takes for reported or direct speech."""

    span: Span
    kind: str
    rule: str


def report_channels(language: str) -> Channels:
    """Give the channels of a language, in the order of `describe_reports`."""
    return (
        Channel(-2, 2, lambda word: _spell_word(str(word), language)),
        Channel(-3, 3, lambda sign: ((_MARKS, (f"st={sign}",)),)),
        Channel(-3, 3, lambda sign: ((_MARKS, (f"m={sign}",)),)),
        Channel(-1, 1, _spell_proposal),
        Channel(-1, 1, lambda sign: ((_BESIDE, (f"q={sign}",)),)),
        Channel(0, 0, _spell_before),
        Channel(0, 0, _spell_onward),
        Channel(0, 0, _spell_place),
        PlainChannel((-1, 0)),
        Channel(-1, 0, _spell_signs),
    )


#: What stands beyond the edges of a paragraph, by channel.
_BEYOND: tuple[Hashable, ...] = ("", "-", "-", "O|", "-", None, None, None, None, None)


def _spell_word(word: str, language: str) -> Spelling:
    own: list[str] = []
    beside: list[str] = []
    if len(word) > 3:
        own = [f"e3={word[-3:]}", f"e2={word[-2:]}", f"p2={word[:2]}"]
        beside = [f"e={word[-3:]}", f"p={word[:2]}"]
        if language == "ar":
            own += [f"p1={word[0]}", f"e1={word[-1]}", f"r={word[1:]}"]
    return ((_WORDS, (f"w={word}",)), (ITSELF, tuple(own)), ((-1, 1), tuple(beside)))


def _spell_proposal(value: Hashable) -> Spelling:
    place, rule = str(value).split("|", 1)
    return ((_BESIDE, (f"R={place}",)), (ITSELF, (f"Rn={place[0]}{rule}",)))


def _spell_before(value: Hashable) -> Spelling:
    """Spell the word of saying before a unit: sort, what opened since, how far (bucket), word."""
    if not isinstance(value, tuple):
        return ()
    sort, opened, far, word = value
    names = [f"prev={sort}{opened}{far}", f"prevk={sort}{opened}"]
    if word:
        names.append(f"pw={word}|{opened}{'1' if far in _NEAR_BEFORE else '2'}")
    return ((ITSELF, tuple(names)),)


def _spell_onward(value: Hashable) -> Spelling:
    """Spell the word of saying behind a unit: sort, how far (bucket), word."""
    if not isinstance(value, tuple):
        return ()
    sort, far, word = value
    names = [f"next={sort}{far}", f"nextk={sort}"]
    if word:
        names.append(f"nw={word}{'1' if far in _NEAR_BEHIND else '2'}")
    return ((ITSELF, tuple(names)),)


def _spell_place(value: Hashable) -> Spelling:
    """Spell where in its sentence a unit stands, and how many commas are before it."""
    if not isinstance(value, tuple):
        return ()
    commas, is_headline, far, is_first, is_last = value
    names = [f"com={commas}", f"pos={'0' if is_headline else '1'}{far}"]
    names += ["first"] * is_first + ["last"] * is_last
    return ((ITSELF, tuple(names)),)


def _spell_signs(value: Hashable) -> Spelling:
    if not isinstance(value, tuple):
        return ()
    return (((-1, 0), ("ss=" + "|".join(value),)),)


def describe_reports(
    passage: Passage,
    marks: SpeechMarks,
    judged: Iterable[Judged],
    proposals: Iterable[Proposal],
) -> Described:
    """Give what is seen of a passage, paragraph by paragraph."""
    lists: tuple[list[Hashable], ...] = tuple([] for _ in _BEYOND)
    units: list[tuple[Token, ...]] = []
    positions: list[int] = []
    look = _Look(passage, marks, judged, proposals)
    for paragraph, sentences in groupby(passage.sentences, key=lambda s: s.paragraph):
        tokens: list[Token] = []
        columns: tuple[list[Hashable], ...] = tuple([] for _ in _BEYOND)
        for sentence in sentences:
            look.add(sentence.tokens, columns, is_headline=paragraph == 0)
            tokens.extend(sentence.tokens)
        words, signs, mentions = columns[:3]
        columns[8].extend([f"ww={a}|{b}" for a, b in pairwise(words)])
        columns[9].extend(
            [(*mine, *other) for mine, other in pairwise(zip(signs, mentions, strict=True))]
        )
        for pairs in columns[8:]:
            pairs.extend([None] * min(1, len(tokens)))
        positions.extend(range(len(lists[0]) + _REACH, len(lists[0]) + _REACH + len(tokens)))
        for values, beyond, column in zip(lists, _BEYOND, columns, strict=True):
            values.extend([beyond] * _REACH)
            values.extend(column)
            values.extend([beyond] * _REACH)
        units.append(tuple(tokens))
    return Described(units, positions, lists)


class _Look:
    """What stands at each word of a passage; words are asked for in the order of the text."""

    def __init__(
        self,
        passage: Passage,
        marks: SpeechMarks,
        judged: Iterable[Judged],
        proposals: Iterable[Proposal],
    ) -> None:
        tokens = [token for sentence in passage.sentences for token in sentence.tokens]
        cover = _Cover(tokens)
        # Each word of saying with its sort and its folded form: looked at for every token.
        self._words = {s: (_sort(s), fold(passage.text[s.start : s.end])) for s in marks.sayings}
        signs: list[tuple[int, int, str]] = []
        for name, hits in (
            ("cl", marks.closers),
            ("to", marks.topics),
            ("co", marks.courtesies),
            ("br", marks.breaks),
            ("he", marks.hearers),
            ("no", marks.nobodies),
            ("pr", marks.pronouns),
            ("op", marks.openers),
        ):
            signs.extend((hit.start, hit.end, name) for hit in hits)
        signs.extend((s.start, s.end, f"say:{self._words[s][0]}") for s in marks.sayings)
        self._signs = cover.values(signs, "-")
        self._sayings = cover.values(
            [(s.start, s.end, s) for s in marks.sayings], None, by_middle=True
        )
        self._mentions = cover.values(
            [(m.start, m.end, (m.start, m.kind.value[:3])) for m in passage.outer_mentions], None
        )
        self._quoted = cover.values(
            [(j.quoted.outer.start, j.quoted.outer.end, _quoted_sign(j)) for j in judged],
            "-",
            at_start_only=True,
        )
        self._proposals = cover.values([(p.span.start, p.span.end, p) for p in proposals], None)
        self._reached = 0

    def add(
        self, tokens: Sequence[Token], columns: Sequence[list[Hashable]], *, is_headline: bool
    ) -> None:
        """Add the values of the next sentence to the columns of all channels but the pairs."""
        begin, end = self._reached, self._reached + len(tokens)
        self._reached = end
        signs, sayings = self._signs[begin:end], self._sayings[begin:end]
        folded = [token.folded for token in tokens]
        columns[0].extend(folded)
        columns[1].extend(signs)
        columns[2].extend(map(_mention_sign, tokens, self._mentions[begin:end]))
        columns[3].extend(map(_proposal_sign, tokens, self._proposals[begin:end]))
        columns[4].extend(self._quoted[begin:end])
        columns[6].extend(self._onward(sayings))
        sort, word = "0", ""
        since, commas, opened = _FAR, 0, "-"
        for index, (letters, sign, saying) in enumerate(zip(folded, signs, sayings, strict=True)):
            columns[5].append((sort, opened, _bucket(since), word))
            columns[7].append(
                (min(commas, 3), is_headline, _bucket(index), index == 0, index + 1 == len(tokens))
            )
            if saying is not None:
                sort, word = self._words[saying]
                since, commas, opened = 0, 0, "-"
                continue
            since += 1
            if sign == "op":
                opened = "o"
            if letters in (",", "،", "、"):
                commas += 1
            elif letters in (":", "：") and "k" not in opened:
                opened += "k"
            elif letters in (";", "؛"):
                sort, word = "0", ""

    def _onward(self, sayings: Sequence[Saying | None]) -> list[tuple[str, str, str]]:
        """Say for each token which word of saying follows, and how far it is."""
        out: list[tuple[str, str, str]] = []
        sort, word = "0", ""
        distance = 0
        for saying in reversed(sayings):
            out.append((sort, _bucket(distance), word))
            if saying is None:
                distance += 1
            else:
                sort, word = self._words[saying]
                distance = 0
        return out[::-1]


_V = TypeVar("_V")


class _Cover:
    """Tokens in the order of the text: which spans stand at them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._starts = [token.start for token in tokens]
        self._lasts = [token.end - 1 for token in tokens]

    def values(
        self,
        spans: Iterable[tuple[int, int, _V]],
        nothing: _V,
        *,
        by_middle: bool = False,
        at_start_only: bool = False,
    ) -> list[_V]:
        """Give for each token the value of the span at its first letter, or else at its last.

        A later span covers earlier ones. `by_middle`: or else at the letter in its middle.
        """
        starts, lasts = self._starts, self._lasts
        at_start, at_last, at_middle = {}, {}, {}
        for start, end, value in spans:
            index = bisect_left(lasts, start)
            while index < len(starts) and starts[index] < end:
                if starts[index] >= start:
                    at_start[index] = value
                if lasts[index] < end:
                    at_last[index] = value
                if by_middle and start <= (starts[index] + lasts[index] + 1) // 2 < end:
                    at_middle[index] = value
                index += 1
        out = [nothing] * len(starts)
        for found in (at_start,) if at_start_only else (at_middle, at_last, at_start):
            for index, value in found.items():
                out[index] = value
        return out


def _mention_sign(token: Token, found: tuple[int, str] | None) -> str:
    if found is None:
        return "-"
    return ("B" if token.start <= found[0] else "I") + found[1]


def _proposal_sign(token: Token, found: Proposal | None) -> str:
    if found is None:
        return "O|"
    begins, ends = found.span.start >= token.start, found.span.end <= token.end
    place = "U" if begins and ends else "B" if begins else "L" if ends else "I"
    return f"{place}{found.kind[0]}|{found.rule}"


def _quoted_sign(item: Judged) -> str:
    return item.kind.value[0] if item.kind else "s" if item.says_more else "n"


def _sort(saying: Saying) -> str:
    sort = "".join(letter for name, letter in _LETTERS.items() if name in saying.takes)
    return (
        sort + "S" * saying.is_source + "p" * bool(saying.prepositions) + "N" * bool(saying.naming)
    )


def _bucket(count: int) -> str:
    return _BUCKETS[min(count, len(_BUCKETS) - 1)]


_BUCKETS = tuple(
    next((str(step) for step in _STEPS if count <= step), "99") for count in range(_STEPS[-1] + 2)
)
# Buckets up to three words before, and two behind, are near.
_NEAR_BEFORE = frozenset(_BUCKETS[:4])
_NEAR_BEHIND = frozenset(_BUCKETS[:3])
