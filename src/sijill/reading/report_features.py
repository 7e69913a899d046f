"""A passage with its words of saying and what rules found goes in; what a model sees comes out.

The model (`report_model`) labels the words of a paragraph as inside or outside of reported speech.
It sees the word, what stands there (a word of saying, a conjunction, a name), how far the last and
the next word of saying are, quotation marks, and the stretches that the rules propose.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sijill.citation import Span
from sijill.reading.channels import ITSELF, Channel, Described, Spelling
from sijill.reading.document import Token
from sijill.reading.passage import Passage
from sijill.reading.quoted_speech import Judged
from sijill.reading.speech import Saying, SpeechMarks
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


def report_channels(language: str) -> tuple[Channel, ...]:
    """Give the channels of a language, in the order of `describe_reports`."""
    return (
        Channel(-2, 2, lambda word: _spell_word(str(word), language)),
        Channel(-3, 3, lambda sign: ((_MARKS, (f"st={sign}",)),)),
        Channel(-3, 3, lambda sign: ((_MARKS, (f"m={sign}",)),)),
        Channel(-1, 1, _spell_proposal),
        Channel(-1, 1, lambda sign: ((_BESIDE, (f"q={sign}",)),)),
        Channel(0, 0, _spell_names),
        Channel(-1, 0, lambda pair: (((-1, 0), (f"ww={pair}",)),) if pair else ()),
        Channel(-1, 0, lambda pair: (((-1, 0), (f"ss={pair}",)),) if pair else ()),
    )


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


def _spell_names(value: Hashable) -> Spelling:
    return ((ITSELF, tuple(str(value).split("\t"))),)


def describe_reports(
    passage: Passage,
    marks: SpeechMarks,
    judged: Iterable[Judged],
    proposals: Iterable[Proposal],
) -> Described:
    """Give what is seen of a passage, paragraph by paragraph."""
    lists: tuple[list[Hashable], ...] = tuple([] for _ in report_channels(passage.language))
    beyond: tuple[Hashable, ...] = ("", "-", "-", "O|", "-", "", "", "")
    units: list[tuple[Token, ...]] = []
    positions: list[int] = []
    look = _Look(passage, marks, judged, proposals)
    for paragraph, sentences in groupby(passage.sentences, key=lambda s: s.paragraph):
        rows: list[list[Hashable]] = []
        tokens: list[Token] = []
        for sentence in sentences:
            rows.extend(look.rows(sentence.tokens, is_headline=paragraph == 0))
            tokens.extend(sentence.tokens)
        _add_pairs(rows)
        for channel, values in enumerate(lists):
            values.extend([beyond[channel]] * _REACH)
            if channel == 0:
                positions.extend(range(len(values), len(values) + len(rows)))
            values.extend(row[channel] for row in rows)
            values.extend([beyond[channel]] * _REACH)
        units.append(tuple(tokens))
    return Described(units, positions, lists)


def _add_pairs(rows: list[list[Hashable]]) -> None:
    for index, row in enumerate(rows):
        if index + 1 < len(rows):
            other = rows[index + 1]
            row += [f"{row[0]}|{other[0]}", f"{row[1]}|{row[2]}|{other[1]}|{other[2]}"]
        else:
            row += ["", ""]


class _Look:
    """What stands at each place of a passage, by its first code point."""

    def __init__(
        self,
        passage: Passage,
        marks: SpeechMarks,
        judged: Iterable[Judged],
        proposals: Iterable[Proposal],
    ) -> None:
        self._sayings: dict[int, Saying] = {}
        for saying in marks.sayings:
            self._sayings.update(dict.fromkeys(range(saying.start, saying.end), saying))
        # Each word of saying with its sort and its folded form: looked at for every token.
        self._words = {s: (_sort(s), fold(passage.text[s.start : s.end])) for s in marks.sayings}
        self._signs: dict[int, str] = {}
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
            for hit in hits:
                self._signs.update(dict.fromkeys(range(hit.start, hit.end), name))
        for at, saying in self._sayings.items():
            self._signs[at] = f"say:{self._words[saying][0]}"
        self._mentions: dict[int, tuple[int, str]] = {}
        for mention in passage.outer_mentions:
            value = (mention.start, mention.kind.value[:3])
            self._mentions.update(dict.fromkeys(range(mention.start, mention.end), value))
        self._quoted: dict[int, str] = {}
        for item in judged:
            sign = item.kind.value[0] if item.kind else "s" if item.says_more else "n"
            outer = item.quoted.outer
            self._quoted.update(dict.fromkeys(range(outer.start, outer.end), sign))
        self._proposals: dict[int, Proposal] = {}
        for proposal in proposals:
            span = proposal.span
            self._proposals.update(dict.fromkeys(range(span.start, span.end), proposal))

    def rows(self, tokens: Sequence[Token], *, is_headline: bool) -> list[list[Hashable]]:
        """Give the values of all channels but the pairs for the tokens of one sentence."""
        sayings = [self._saying(token) for token in tokens]
        onward = self._next(sayings)
        last: Saying | None = None
        since, commas, opened = _FAR, 0, "-"
        rows: list[list[Hashable]] = []
        for index, token in enumerate(tokens):
            sign = self._at(self._signs, token) or "-"
            names = [*self._before(last, since, opened), *onward[index]]
            names.append(f"com={min(commas, 3)}")
            names.append(f"pos={'0' if is_headline else '1'}{_bucket(index)}")
            names += ["first"] * (index == 0) + ["last"] * (index == len(tokens) - 1)
            quoted = self._quoted.get(token.start, "-")
            rows.append(
                [
                    token.folded,
                    sign,
                    self._mention(token),
                    self._proposal(token),
                    quoted,
                    "\t".join(names),
                ]
            )
            saying = sayings[index]
            if saying is not None:
                last, since, commas, opened = saying, 0, 0, "-"
                continue
            since += 1
            if sign == "op":
                opened = "o"
            if token.folded in (",", "،", "、"):
                commas += 1
            elif token.folded in (":", "：") and "k" not in opened:
                opened += "k"
            elif token.folded in (";", "؛"):
                last = None
        return rows

    def _next(self, sayings: Sequence[Saying | None]) -> list[tuple[str, ...]]:
        """Say for each token which word of saying follows, and how far it is."""
        out: list[tuple[str, ...]] = []
        following: Saying | None = None
        distance = 0
        for saying in reversed(sayings):
            sort, word = self._words[following] if following else ("0", "")
            names = [f"next={sort}{_bucket(distance)}", f"nextk={sort}"]
            if following:
                names.append(f"nw={word}{'1' if distance < 3 else '2'}")
            out.append(tuple(names))
            following, distance = (saying, 0) if saying else (following, distance + 1)
        return out[::-1]

    def _before(self, last: Saying | None, since: int, opened: str) -> list[str]:
        if last is None:
            return [f"prev=0{opened}{_bucket(since)}", f"prevk=0{opened}"]
        sort, word = self._words[last]
        near = "1" if since < 4 else "2"
        return [
            f"prev={sort}{opened}{_bucket(since)}",
            f"prevk={sort}{opened}",
            f"pw={word}|{opened}{near}",
        ]

    def _saying(self, token: Token) -> Saying | None:
        find = self._sayings.get
        middle = (token.start + token.end) // 2
        return find(token.start) or find(token.end - 1) or find(middle)

    def _at(self, signs: dict[int, str], token: Token) -> str | None:
        return signs.get(token.start) or signs.get(token.end - 1)

    def _mention(self, token: Token) -> str:
        found = self._mentions.get(token.start) or self._mentions.get(token.end - 1)
        if found is None:
            return "-"
        return ("B" if token.start <= found[0] else "I") + found[1]

    def _proposal(self, token: Token) -> str:
        found = self._proposals.get(token.start) or self._proposals.get(token.end - 1)
        if found is None:
            return "O|"
        begins, ends = found.span.start >= token.start, found.span.end <= token.end
        place = "U" if begins and ends else "B" if begins else "L" if ends else "I"
        return f"{place}{found.kind[0]}|{found.rule}"


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
