"""What a text holds that tells of countries goes in; the places where each is told come out, and
which of them can hardly be meant where somebody is told of.

Nobody is of a country that the text comes to only later, nor of one that it tells of only as where
somebody else is sent: the senator behind “the ambassador in Brasília” is no Brazilian.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from sijill.documents.document import PLACE, Mention
from sijill.documents.mentions_by_kind import of_kind
from sijill.immutable import immutable
from sijill.people.posts import PostReading

#: By trial on the texts that rules are written on; see tests/quality.
_LATER, _SENT_ONLY = 2.0, 3.0
_start = attrgetter("start")


@immutable
class Cue:
    """A place, body or nationality word that names a country; a town only tells of its own."""

    start: int
    end: int
    country: str
    is_state: bool
    is_town: bool = False


class Cues:
    """The cues of a text in their order; `headline` is where its headline ends (code points).

    `goals` are where the states stand to which envoys are sent: those told so far.
    """

    goals: frozenset[int]
    _sent_only: frozenset[str]

    def __init__(self, cues: Sequence[Cue], headline: int) -> None:
        self.cues = cues
        self.starts = [c.start for c in cues]
        self.counts = Counter(c.country for c in cues)
        self.most = max(self.counts.values(), default=1)
        self._headline = headline
        self._by_country: dict[str, list[int]] = {}
        for cue in cues:
            self._by_country.setdefault(cue.country, []).append(cue.start)
        # The cues are in order, and so are the countries by where each is told first.
        self._countries = [*self._by_country]
        self._firsts = [starts[0] for starts in self._by_country.values()]
        self.send(())

    def send(self, envoys: Iterable[PostReading]) -> None:
        """Tell all who are sent as envoys."""
        sent = self.goals = frozenset(_goals(envoys, self))
        self._sent_only = frozenset(
            country
            for country, starts in (self._by_country.items() if sent else ())
            if sent.issuperset(starts)
        )

    def between(self, start: int, end: int) -> Sequence[Cue]:
        """Give the cues that start in a stretch."""
        return self.cues[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def against(self, start: int, end: int) -> Mapping[str, float]:
        """Say how far each country is from being that of who is first told in a sentence.

        `start` and `end` are those of the sentence. Headlines look ahead and speak against none.
        """
        if start <= self._headline:
            return {}
        found = dict.fromkeys(self._countries[bisect_left(self._firsts, end) :], _LATER)
        for country in self._sent_only:
            if not any(start <= at < end for at in self._by_country[country]):
                found[country] = found.get(country, 0.0) + _SENT_ONLY
        return found


def _goals(envoys: Iterable[PostReading], cues: Cues) -> Iterator[int]:
    """Give where the countries stand to which envoys are sent, inside of their posts."""
    for reading in envoys:
        if reading.sent_to is not None:
            post = reading.mention
            for cue in cues.between(post.start, post.end):
                if cue.country in (reading.sent_to, *reading.sent_too):
                    yield cue.start


def find_cues(
    mentions: Sequence[Mention],
    country_by_mention: Mapping[str, str],
    states: frozenset[str],
    peoples: Sequence[tuple[int, int, str]],
) -> list[Cue]:
    """Find the places, bodies and nationality words that name a country, by place.

    `states` are the ids of the mentions that name one; `peoples` the nationality words: start,
    end, country.
    """
    telling = [m for m in mentions if m.id in country_by_mention]
    cues = [
        Cue(m.start, m.end, country_by_mention[m.id], is_state, m.kind is PLACE and not is_state)
        for m in telling
        for is_state in (m.id in states,)
    ]
    if peoples:
        # «مطار أم التونسي»: a word inside a place that tells no country tells none either.
        silent = [m for m in of_kind(mentions, PLACE) if m.id not in country_by_mention]
        outer = sorted((*telling, *silent), key=_start)
        covered = following = 0
        for start, end, country in peoples:
            while following < len(outer) and outer[following].start <= start:
                covered = max(covered, outer[following].end)
                following += 1
            if start >= covered:
                cues.append(Cue(start, end, country, True))
    cues.sort(key=_start)
    return cues
