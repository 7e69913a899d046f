"""The runs of words of texts of one language go in; which two share enough of them to be compared
whole comes out, and what is each text's own.

Candidates come from a fixed sample of the runs (`shingles`), so that not all texts are compared
with all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from sijill.reuse.candidates import Candidate, Pair, SharedMarks, pair_of
from sijill.reuse.traces import Trace

#: One run in so many is looked up when texts are searched for copies, of short texts each.
_SAMPLE, _SHORT = 4, 40
#: A run that more texts have than this is a phrase of the trade, or one text was carried by that
#: many outlets: it brings no two together; `crowds` finds who repeats whom among them.
_COMMON = 100
#: So many looked-up runs must be shared before two texts are compared whole.
SHARED = 3
#: What is said again after so many days is said in other news.
FORMULA_DAYS = 45


@dataclass(slots=True, eq=False)
class _Worded(Candidate):
    """A text by its words; `day` is the ordinal of `Trace.day`.

    `sample` are the runs by which it is found.
    """

    day: int | None = field(init=False)
    sample: frozenset[int] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        Candidate.__post_init__(self)
        day = self.trace.day
        self.day = day.toordinal() if day else None


class _Holders:
    """The texts that have one run, and the first and the last day on which they came out."""

    __slots__ = ("first", "last", "texts")

    def __init__(self, text: _Worded) -> None:
        self.texts = [text]
        self.first, self.last = self._span()

    def add(self, text: _Worded) -> bool:
        """Add a text; say whether the days reach further now."""
        self.texts.append(text)
        if text.day is None or self.first <= text.day <= self.last:
            return False
        self.first, self.last = min(self.first, text.day), max(self.last, text.day)
        return True

    def remove(self, text: _Worded) -> bool:
        """Take a text away; say whether the days may not reach as far any more."""
        self.texts.remove(text)
        if text.day not in (self.first, self.last):
            return False
        self.first, self.last = self._span()
        return True

    @property
    def is_formula(self) -> bool:
        """Say whether the run comes back at other times."""
        return self.last - self.first > FORMULA_DAYS

    def _span(self) -> tuple[int, int]:
        days = [text.day for text in self.texts if text.day is not None]
        return min(days, default=date.max.toordinal()), max(days, default=0)


class LikelyCopies:
    """The pairs that share enough of a sample to be compared whole, kept up to date.

    What is a formula does not count, that is, a run of words that two texts have which came out
    over FORMULA_DAYS apart: "held a telephone conversation with the President of" is no sign of a
    copy.
    """

    def __init__(self) -> None:
        self._texts: dict[str, _Worded] = {}
        #: Most runs are of one text alone: it stands here itself.
        self._holders: dict[int, _Worded | _Holders] = {}
        self._formulas: set[int] = set()
        self._sampled: SharedMarks[_Worded, int] = SharedMarks(_COMMON, Candidate.is_one_news)
        self._partners: dict[_Worded, set[_Worded]] = defaultdict(set)
        #: The texts that came with the last update, or have other runs of their own since.
        self.changed: frozenset[str] = frozenset()

    def update(self, came: Mapping[str, Trace], went: Iterable[str]) -> tuple[set[Pair], set[Pair]]:
        """Take in the traces that came, by source id, for those that went (`came_and_went`).

        Give the pairs that are no more, and those to compare: they are new, or one of the two has
        other runs of its own or another trace.
        """
        #: Runs that may have become formulas, or ceased to be.
        touched: set[int] = set()
        for source_id in went:
            text = self._texts.pop(source_id)
            self._take(text, touched)
            self._look_up(text, frozenset())
        changed: dict[_Worded, None] = {}
        for source_id in came:
            self._texts[source_id] = text = _Worded(came[source_id])
            self._put(text, touched)
            changed[text] = None
        changed |= dict.fromkeys(self._turned(touched))
        self.changed = frozenset(text.id for text in changed)
        for text in changed:
            self._look_up(text, self.own(text.id))
        gone, new = self._counted()
        again = {
            pair_of(text.id, other.id) for text in changed for other in self._partners.get(text, ())
        }
        return gone, new | again

    def own(self, source_id: str) -> frozenset[int]:
        """Give the runs of a text that are no formulas."""
        return frozenset(self._texts[source_id].trace.runs) - self._formulas

    def crowded(self) -> dict[str, frozenset[int]]:
        """Give the texts that have runs which too many have, as many as make a pair, and these."""
        had: dict[str, set[int]] = defaultdict(set)
        for run in self._sampled.crowded:
            for text in self._sampled.holders(run):
                had[text.id].add(run)
        return {s: frozenset(runs) for s, runs in had.items() if len(runs) >= SHARED}

    def are_one_news(self, one: str, other: str) -> bool:
        """Say whether two texts came out near enough to each other to be copies."""
        return self._texts[one].is_one_news(self._texts[other])

    def _put(self, text: _Worded, touched: set[int]) -> None:
        for run in text.trace.runs:
            held = self._holders.setdefault(run, text)
            if held is text:
                continue
            if isinstance(held, _Worded):
                self._holders[run] = held = _Holders(held)
            if held.add(text):
                touched.add(run)

    def _take(self, text: _Worded, touched: set[int]) -> None:
        for run in text.trace.runs:
            held = self._holders[run]
            if isinstance(held, _Worded):
                del self._holders[run]
                continue
            if held.remove(text):
                touched.add(run)
            if len(held.texts) == 1:
                self._holders[run] = held.texts[0]

    def _turned(self, touched: set[int]) -> Iterator[_Worded]:
        """Settle which runs are formulas; give the texts that have one which turned."""
        for run in touched:
            held = self._holders.get(run)
            is_formula = isinstance(held, _Holders) and held.is_formula
            if is_formula is not (run in self._formulas):
                (self._formulas.add if is_formula else self._formulas.remove)(run)
                if held is not None:
                    yield from held.texts if isinstance(held, _Holders) else (held,)

    def _look_up(self, text: _Worded, own: frozenset[int]) -> None:
        """Have a text found by a sample of these runs."""
        sample = own if len(own) <= _SHORT else frozenset(s for s in own if s % _SAMPLE == 0)
        for run in text.sample - sample:
            self._sampled.take(run, text)
        for run in sample - text.sample:
            self._sampled.put(run, text)
        text.sample = sample

    def _counted(self) -> tuple[set[Pair], set[Pair]]:
        """Give the pairs that share enough no more, and those that do now."""
        gone: set[Pair] = set()
        new: set[Pair] = set()
        for (one, other), shared in self._sampled.count().items():
            is_pair = self._sampled.shared((one, other)) >= SHARED
            if is_pair is (shared >= SHARED):
                continue
            for text, partner in ((one, other), (other, one)):
                partners = self._partners[text]
                (partners.add if is_pair else partners.remove)(partner)
                if not partners:
                    del self._partners[text]
            (new if is_pair else gone).add((one.id, other.id))
        return gone, new
