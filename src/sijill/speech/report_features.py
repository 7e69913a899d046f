"""A passage with its words of saying and what rules found goes in; what a model sees comes out.

The model (`report_model`) labels the words of a paragraph as inside or outside of reported speech.
It sees the word, what stands there (a word of saying, a conjunction, a name), how far the last and
the next word of saying are, quotation marks, and the stretches that the rules propose.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Mapping, Sequence
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
_COMMAS = frozenset({",", "،", "、"})
_COLONS = frozenset({":", "："})
_SEMICOLONS = frozenset({";", "؛"})
_TELLING = _COMMAS | _COLONS | _SEMICOLONS
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
    columns = _columns(passage, marks, judged, proposals)
    begin = 0
    for _, sentences in groupby(passage.sentences, key=lambda s: s.paragraph):
        tokens = tuple([token for sentence in sentences for token in sentence.tokens])
        mine = [column[begin : begin + len(tokens)] for column in columns]
        begin += len(tokens)
        mine += _pairs(*mine[:3])
        positions.extend(range(len(lists[0]) + _REACH, len(lists[0]) + _REACH + len(tokens)))
        for values, beyond, column in zip(lists, _BEYOND, mine, strict=True):
            edge = [beyond] * _REACH
            values.extend((*edge, *column, *edge))
        units.append(tokens)
    return Described(units, positions, lists)


def _columns(
    passage: Passage,
    marks: SpeechMarks,
    judged: Iterable[Judged],
    proposals: Iterable[Proposal],
) -> tuple[Sequence[Hashable], ...]:
    """Give what stands at each word of a passage, for all channels but the pairs."""
    tokens = [token for sentence in passage.sentences for token in sentence.tokens]
    words = [token.folded for token in tokens]
    cover = _Cover(tokens)
    # Each word of saying with its sort and its folded form.
    told = [
        (s.start, s.end, (_sort(s), fold(passage.text[s.start : s.end]))) for s in marks.sayings
    ]
    sayings = cover.values(told, by_middle=True)
    signs = cover.values(_signs(marks) + [(start, end, f"say:{s}") for start, end, (s, _) in told])
    mentions = cover.values(
        [(m.start, m.end, (m.start, m.kind.value[:3])) for m in passage.outer_mentions]
    )
    quoted = cover.values(
        [(j.quoted.outer.start, j.quoted.outer.end, _quoted_sign(j)) for j in judged],
        at_start_only=True,
    )
    proposed = cover.values([(p.span.start, p.span.end, p) for p in proposals])
    before, onward, places = _distances(passage, words, signs, sayings)
    return (
        words,
        _filled(len(words), "-", signs),
        _filled(len(words), "-", {n: _mention_sign(tokens[n], m) for n, m in mentions.items()}),
        _filled(len(words), "O|", {n: _proposal_sign(tokens[n], p) for n, p in proposed.items()}),
        _filled(len(words), "-", quoted),
        before,
        onward,
        places,
    )


def _filled(count: int, nothing: str, values: Mapping[int, str]) -> list[str]:
    """Give a column of which only some places hold something."""
    column = [nothing] * count
    for place, value in values.items():
        column[place] = value
    return column


def _signs(marks: SpeechMarks) -> list[tuple[int, int, str]]:
    """Give the small words around speech, each with the name of its sort."""
    return [
        (hit.start, hit.end, name)
        for name, hits in (
            ("cl", marks.closers),
            ("to", marks.topics),
            ("co", marks.courtesies),
            ("br", marks.breaks),
            ("he", marks.hearers),
            ("no", marks.nobodies),
            ("pr", marks.pronouns),
            ("op", marks.openers),
        )
        for hit in hits
    ]


def _pairs(
    words: Sequence[Hashable], signs: Sequence[Hashable], mentions: Sequence[Hashable]
) -> tuple[list[Hashable], list[Hashable]]:
    """Give the pairs of neighbours in a paragraph: their words, and what stands there."""
    nothing: list[Hashable] = [None] * min(1, len(words))
    return (
        [*[f"ww={a}|{b}" for a, b in pairwise(words)], *nothing],
        [*zip(signs, mentions, signs[1:], mentions[1:], strict=False), *nothing],
    )


#: A word of saying as it is told of the words around it: its sort, and its folded form.
_Told = tuple[str, str]
_NOBODY: _Told = ("0", "")


def _distances(
    passage: Passage, words: Sequence[str], signs: Mapping[int, str], sayings: Mapping[int, _Told]
) -> tuple[list[Hashable], list[Hashable], list[Hashable]]:
    """Give for each word what `_spell_before`, `_spell_onward` and `_spell_place` spell."""
    before: list[Hashable] = []
    onward: list[Hashable] = []
    places: list[Hashable] = []
    telling = {n for n, word in enumerate(words) if word in _TELLING}
    telling.update(sayings, [n for n, sign in signs.items() if sign == "op"])
    for sentence in passage.sentences:
        begin, end = len(before), len(before) + len(sentence.tokens)
        if begin == end:
            continue
        at = [place for place in range(begin, end) if place in telling]
        before += _before(words, signs, sayings, begin, [*at, end - 1])
        said = [(place, sayings[place]) for place in at if place in sayings]
        onward += _onward(said, begin, end)
        commas = _commas(words, sayings, begin, [*at, end - 1])
        far = _buckets(0, end - begin)
        is_headline = sentence.paragraph == 0
        places += [
            (count, is_headline, bucket, place == begin, place + 1 == end)
            for place, (count, bucket) in enumerate(zip(commas, far, strict=True), begin)
        ]
    return before, onward, places


def _before(
    words: Sequence[str],
    signs: Mapping[int, str],
    sayings: Mapping[int, _Told],
    begin: int,
    telling: Sequence[int],
) -> list[tuple[str, str, str, str]]:
    """Say for each word of a sentence which word of saying was before it, and how far off.

    `telling` are the places at which that may change, and the last one.
    """
    out: list[tuple[str, str, str, str]] = []
    sort, word = _NOBODY
    since, opened = _FAR, "-"
    for at in telling:
        count = at + 1 - begin
        out += [(sort, opened, far, word) for far in _buckets(since, count)]
        begin += count
        since += count
        if at in sayings:
            sort, word = sayings[at]
            since, opened = 0, "-"
            continue
        if signs.get(at) == "op":
            opened = "o"
        if words[at] in _COLONS and "k" not in opened:
            opened += "k"
        elif words[at] in _SEMICOLONS:
            sort, word = _NOBODY
    return out


def _commas(
    words: Sequence[str], sayings: Mapping[int, _Told], begin: int, telling: Sequence[int]
) -> list[int]:
    """Count for each word of a sentence the commas since the last word of saying, up to 3."""
    out: list[int] = []
    commas = 0
    for at in telling:
        out += [min(commas, 3)] * (at + 1 - begin)
        begin = at + 1
        if at in sayings:
            commas = 0
        elif words[at] in _COMMAS:
            commas += 1
    return out


def _onward(said: Iterable[tuple[int, _Told]], begin: int, end: int) -> list[tuple[str, str, str]]:
    """Say for each word of a sentence which word of saying follows, and how far it is."""
    out: list[tuple[str, str, str]] = []
    for place, (sort, word) in (*said, (end, _NOBODY)):
        out += [(sort, far, word) for far in reversed(_buckets(0, place - begin))]
        begin = place
    return out


_V = TypeVar("_V")


class _Cover:
    """Tokens in the order of the text: which spans stand at them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._starts = [token.start for token in tokens]
        self._lasts = [token.end - 1 for token in tokens]

    def values(
        self,
        spans: Iterable[tuple[int, int, _V]],
        *,
        by_middle: bool = False,
        at_start_only: bool = False,
    ) -> dict[int, _V]:
        """Give by its number for a token the value of the span at its first letter, or at its last.

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
        return at_start if at_start_only else {**at_middle, **at_last, **at_start}


def _mention_sign(token: Token, found: tuple[int, str]) -> str:
    return ("B" if token.start <= found[0] else "I") + found[1]


def _proposal_sign(token: Token, found: Proposal) -> str:
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


def _buckets(first: int, count: int) -> tuple[str, ...]:
    """Give the buckets of so many distances, each one more than the one before."""
    near = _BUCKETS[first : first + count]
    return near + _BUCKETS[-1:] * (count - len(near))


_BUCKETS = tuple(
    next((str(step) for step in _STEPS if count <= step), "99") for count in range(_STEPS[-1] + 2)
)
# Buckets up to three words before, and two behind, are near.
_NEAR_BEFORE = frozenset(_BUCKETS[:4])
_NEAR_BEHIND = frozenset(_BUCKETS[:3])
