"""A post goes in; which of the bodies and places told before it is meant by it comes out.

«The director», «мэр», «её президент»: the house or town told last before, unless another heads it
or it is only where somebody comes from. Rules of each language stand in
`data/<language>/expressions.tsv`: heads_house (the words of who heads the house behind them),
come_from (before where guests are from), reached_before and reached_behind (`journeys`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from sijill.documents.document import (
    DATE,
    ORGANISATION,
    PERSON,
    PLACE,
    POST,
    Document,
    Mention,
    MentionKind,
    Sentence,
)
from sijill.documents.expressions import ends_in, expression
from sijill.documents.mentions_by_kind import of_kind
from sijill.houses.bodies import Bodies
from sijill.houses.house_heads import head_of
from sijill.people.clusters import Cluster
from sijill.people.journeys import is_reached
from sijill.people.past_holders import year_of
from sijill.people.posts import PostReading

#: Longer names of organisations do not stand before a post (code points).
LONGEST_BODY = 160
#: Where guests come from, words of coming stand so near before it (code points).
_COME_FROM = 60


@dataclass(frozen=True)
class Told:
    """What of a text the posts of its people are read with; `body_ids` are entities by mention."""

    document: Document
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    bodies: Bodies
    body_ids: Mapping[str, str]

    @cached_property
    def by_kind(self) -> dict[MentionKind, tuple[list[int], list[Mention]]]:
        """The mentions of each kind in the order of the text, and where they start."""
        return {kind: _by_start(of_kind(self.mentions, kind)) for kind in MentionKind}

    @cached_property
    def names_of(self) -> dict[str, list[str]]:
        """How each place and organisation is called, each name once, by its entity."""
        names: dict[str, dict[str, None]] = {}
        for mention in self.mentions:
            if mention.id in self.body_ids:
                names.setdefault(self.body_ids[mention.id], {})[mention.text] = None
        return {body: list(called) for body, called in names.items()}

    @cached_property
    def oldest_year(self) -> int | None:
        """The first of the years that the dates of the text tell."""
        years = map(year_of, self.by_kind[DATE][1])
        return min((year for year in years if year is not None), default=None)

    @cached_property
    def sentence_ends(self) -> list[int]:
        """Where the sentences end."""
        return [s.end for s in self.sentences]

    def between(self, kind: MentionKind, start: int, end: int) -> list[Mention]:
        """Give the mentions of a kind that start in a stretch."""
        starts, mentions = self.by_kind[kind]
        return mentions[bisect_left(starts, start) : bisect_left(starts, end)]


def _by_start(mentions: Sequence[Mention]) -> tuple[list[int], list[Mention]]:
    """Give where mentions start, and them, in order."""
    ordered = sorted(mentions, key=attrgetter("start"))
    return [m.start for m in ordered], ordered


def nearest_organisation(told: Told, reading: PostReading) -> str:
    """Give the organisation told last before a post, in its sentence or the one before; or ``.

    A house has one head: «директор» told next to «начальник службы» is of another one.
    """
    before = told_before(told, reading.mention, ORGANISATION)
    if expression(told.document.language, "of_the_topic").match(reading.mention.text):
        # “Krivaja Novi built it for the head of the Senate. Its owner …”: of the sentence's topic.
        posts = told.by_kind[POST][1]
        inside = {m.id for m in before for p in posts if p.start <= m.start and m.end <= p.end}
        free = [m for m in before if m.id not in inside]
        suited = [m for m in free if head_of(m.text, told.document.language) == reading.role]
        return next((m.id for m in (*reversed(suited), *free)), "")
    if reading.is_bare and reading.is_head:
        free = [m for m in before if not _has_head(m, told)]
        if before and not free:
            earlier = told.between(ORGANISATION, 0, before[0].start)
            free = [m for m in earlier if not _has_head(m, told)]
        before = free or before
    return max(before, key=lambda m: m.start).id if before else ""


def _has_head(house: Mention, told: Told) -> bool:
    """Say whether the words before a house tell another to be its head."""
    posts = told.between(POST, house.start - LONGEST_BODY, house.start)
    heads = expression(told.document.language, "heads_house")
    return any(m.end >= house.end and heads.match(m.text) is not None for m in posts)


def nearest_owner(post: Mention, told: Told) -> str | None:
    """Give the organisation told last before a post, None when a state is told after it.

    But what the sentence before began with is told on of: “The federation signed with Peru. Its
    president …”.
    """
    bodies = [m for m in told_before(told, post, ORGANISATION) if _has_president(m, told)]
    states = [m for m in told_before(told, post, PLACE) if m.id in told.bodies.states]
    last = max((*bodies, *states), key=lambda m: m.start, default=None)
    if last is None or last not in bodies:
        last = _topic(bodies, states, post, told)
    return told.body_ids.get(last.id) if last is not None else None


def _has_president(house: Mention, told: Told) -> bool:
    """Say whether a house may have a president: no government, ministry or embassy has one."""
    serves = expression(told.document.language, "has_no_president")
    names = told.names_of.get(told.body_ids.get(house.id, ""), (house.text,))
    return not any(map(serves.search, names))


def _topic(
    bodies: Sequence[Mention], states: Sequence[Mention], post: Mention, told: Told
) -> Mention | None:
    """Give the organisation that the sentence before a post's began with, if it did."""
    here = told.sentences[bisect_right(told.sentence_ends, post.start)] if bodies else None
    if here is None or bodies[0].start >= here.start or states[-1].start >= here.start:
        return None
    first = bodies[0]
    begin = told.sentences[bisect_right(told.sentence_ends, first.start)].start
    is_first = not any(told.between(kind, begin, first.start) for kind in (PLACE, PERSON, POST))
    return first if is_first else None


def nearest_place(post: Mention, told: Told) -> str | None:
    """Give the town told last before a post, in its sentence or the one before.

    «В Кулдигу приехал мэр», «гостей из Слайго встретил мэр»: rather another town that is told.
    """
    before = _towns(told_before(told, post, PLACE), told)
    free = [m for m in before if not _is_of_another(m, post, told)]
    if before and not free:
        earlier = told.between(PLACE, 0, before[0].start)
        free = [m for m in _towns(earlier, told) if not _is_of_another(m, post, told)]
    return told.body_ids[max(free or before, key=lambda m: m.start).id] if before else None


def _towns(places: Sequence[Mention], told: Told) -> list[Mention]:
    return [
        m
        for m in places
        if m.id not in told.bodies.states
        and m.id in told.body_ids
        and not (m.value and m.id not in told.bodies.country_by_mention)  # no continent
    ]


def _is_of_another(town: Mention, post: Mention, told: Told) -> bool:
    """Say whether a town has another head, or is where guests come from or go to."""
    document = told.document
    return (
        _has_head(town, told)
        or is_reached(document, town.start, town.end, post.start)
        or ends_in(document.language, "come_from").search(
            document.text, max(0, town.start - _COME_FROM), town.start
        )
        is not None
    )


def told_before(told: Told, post: Mention, kind: MentionKind) -> list[Mention]:
    """Give the mentions of a kind before a post, in its sentence or the one before."""
    index = bisect_right(told.sentence_ends, post.start)
    if index >= len(told.sentences):
        return []
    start = told.sentences[max(0, index - 1)].start
    return [m for m in told.between(kind, start, post.start) if m.end <= post.start]


def residence(cluster: Cluster, told: Told) -> str | None:
    """Give the state where a consul who trades there lives, None for anybody else.

    «Почётный консул Чехии в Энкарнасьоне, владелица мельницы» is no Czech by that.
    """
    sent_by = next((r for r in cluster.readings if r.role == "consul"), None)
    if sent_by is None or sent_by.sent_to:
        return sent_by.sent_to if sent_by is not None else None
    told_of = Counter(told.bodies.country_by_mention.values())
    del told_of[sent_by.country or cluster.country or ""]
    return max(told_of, key=lambda country: told_of[country], default=None)
