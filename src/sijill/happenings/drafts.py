"""What the finders of events share: a draft of one happening, and the discourse it is read in.

A discourse is one passage with its triggers, who ranks how, and the two people the text is about.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from sijill.citation import Span
from sijill.documents.document import PERSON, POST
from sijill.documents.expressions import expression
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit
from sijill.event_types import types_with
from sijill.happenings.actors import Actor
from sijill.happenings.arguments import Arguments, arguments_of
from sijill.happenings.triggers import Trigger, find_triggers
from sijill.roles import role_ranks
from sijill.tables import open_table
from sijill.temporal.chronology import NEAR_DAYS, last_day

#: Kinds of trigger that tell of somebody who meets, receives or addresses somebody else.
CONTACTS = frozenset({"reception", "meeting", "call", "credentials", "speech"})
#: Happenings between two sides: who is not named again is the pair of before.
OF_PAIR = types_with("pair")
#: The rank (data/protocol/roles.tsv) from which on somebody may be one of the main pair.
MAIN_RANK = 9
# What is put off is put off for no longer (days).
_YEAR = 400
# A plan that was put off is said to be within so many sentences.
_SOON = 6
#: The rank of somebody whose post the text does not tell.
UNRANKED = 50


@dataclass
class Draft:
    """One happening while it is put together; fields as in `Event`.

    `told` says whether words tell its status, `own_date` whether its day stands beside it;
    `told_in` gives the sentence of a detail that is told behind its own, `met` the meeting told
    before at which “the two sides” did it; `alone` says that whom one met is told by a post alone.
    """

    trigger: Trigger
    type: str
    status: str
    told: bool = False
    date: str | None = None
    place: str | None = None
    people: list[str] = field(default_factory=list)
    details: dict[str, str | int | float] = field(default_factory=dict)
    certain: float = 0.7
    own_date: bool = False
    told_in: dict[str, Span] = field(default_factory=dict)
    met: Draft | None = None
    alone: bool = False


def falls_through(one: Draft, other: Draft, published: str | None = None) -> bool:
    """Say whether a later sentence tells of a plan that it was put off, or will not be.

    A plan of today is not what was put off long before the day of publication.
    """
    later = ("postponed", "cancelled") if one.status == "proposed" else ("postponed",)
    return (
        other.status in later
        and one.type == other.type
        and one.status in ("planned", "proposed")
        and other.trigger.frame != "verb"
        and 0 < other.trigger.sentence - one.trigger.sentence <= _SOON
        and not (other.place and one.place and other.place != one.place)
        and (bool(one.date) or not _is_long_past(other.date, published))
        and not _is_years_before(other.date, one.date)
    )


def take_details(arguments: Arguments, earlier: Draft, draft: Draft) -> None:
    """Give to the earlier telling what a later one tells more, each with its sentence."""
    for key, value in draft.details.items():
        if key not in earlier.details:
            earlier.details[key] = value
            own = arguments.span_of(draft.trigger)
            earlier.told_in[key] = draft.told_in.get(key, own)


def _is_long_past(value: str | None, published: str | None) -> bool:
    last, today = last_day(value), last_day(published)
    return last is not None and today is not None and (today - last).days > NEAR_DAYS


def _is_years_before(value: str | None, other: str | None) -> bool:
    """Say whether a day is no first one of a plan: nothing is put off for longer than a year."""
    last, new = last_day(value), last_day(other)
    return last is not None and new is not None and (new - last).days > _YEAR


@lru_cache(maxsize=1)
def who_takes_part() -> dict[str, str]:
    """Give for each event type which of the people and bodies beside it take part."""
    return {row["id"]: row["who"] for row in open_table("protocol/event_types.tsv", ("id", "who"))}


class Discourse:
    """What a passage has told so far, as the finders of events see it."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.arguments = arguments_of(passage)
        self.triggers = find_triggers(passage)
        #: The ranks of people, as far as they were asked for.
        self._ranks: dict[str, int] = {}
        self.pair: list[str] = self._main_pair()
        #: The pair of the whole text; `pair` is that of the last meeting told.
        self.main_pair = tuple(self.pair)
        #: Who travels in the first visit told, once it is known.
        self.visitor: str | None = None

    def roles(self, entity_id: str) -> set[str]:
        """Give the role ids of a person."""
        entity = self.passage.entities.get(entity_id)
        return {p.post for p in (entity.posts if entity else ())}

    def rank(self, entity_id: str) -> int:
        """Give the best rank of a person's posts of today, UNRANKED when none is told."""
        rank = self._ranks.get(entity_id)
        if rank is None:
            entity = self.passage.entities.get(entity_id)
            ranks = [
                role_ranks().get(p.post, UNRANKED)
                for p in (entity.posts if entity else ())
                if p.status in ("current", "acting", "elect") or entity_id == self._hero
            ]
            rank = self._ranks[entity_id] = min(ranks, default=UNRANKED)
        return rank

    def rank_held(self, entity_id: str) -> int:
        """Give the best rank of a person's posts of today, else of those that a history tells."""
        rank = self.rank(entity_id)
        if rank != UNRANKED:
            return rank
        entity = self.passage.entities.get(entity_id)
        held = [p for p in (entity.posts if entity else ()) if p.status == "former"]
        return min((role_ranks().get(p.post, UNRANKED) for p in held), default=UNRANKED)

    def sentence_hits(self, trigger: Trigger, role: str) -> list[Hit]:
        """Give the detail words of a role in the trigger's sentence."""
        sentence = self.arguments.span_of(trigger)
        return self.arguments.details_in(sentence.start, sentence.end, role)

    def has_nameless_owner(self, start: int, end: int) -> bool:
        """Say whether a visit is that of a post without a name: «Малайзия Королінің сапары»."""
        owner = expression(self.passage.language, "owner_nameless")
        posts = self.arguments.unnamed_posts_in(start, end)
        return any(owner.match(self.passage.text, post.end) for post in posts)

    def persons(self, actors: list[Actor]) -> list[Actor]:
        """Keep the people among actors."""
        return [a for a in actors if self.passage.is_person(a.entity)]

    def fallback(self, trigger: Trigger, without: list[str]) -> list[str]:
        """Give whom a missing person stands for: spoken of before, else who travels."""
        carried = self.arguments.carried(trigger)
        for entity in (carried.entity if carried else None, self.visitor, *self.pair):
            if entity is not None and entity not in without:
                return [entity]
        return []

    def missing(self, trigger: Trigger, chosen: list[str], *, beside_one: bool) -> list[str]:
        """Give whom a clause leaves out; beside one alone it is nobody of the same country."""
        if beside_one and self.passage.is_person(chosen[0]):
            return self.other_side(trigger, chosen[0])
        return self.fallback(trigger, chosen)

    def other_side(self, trigger: Trigger, one: str) -> list[str]:
        """Give whom “with him” means: told before, and not of the same country as the other."""
        entities = self.passage.entities
        near = self.fallback(trigger, [one])
        for entity in dict.fromkeys([*near, self.visitor or "", *self.pair]):
            if entity in ("", one):
                continue
            country = entities[entity].country
            if country is None or country != entities[one].country:
                return [entity]
        return []

    def received_by(self, trigger: Trigger, host: str) -> list[str]:
        """Give whom a host received where the clause leaves it to a pronoun, or to nothing.

        Hosts receive people from abroad: not somebody of their own country, told last, but the
        visitor.
        """
        near = self.fallback(trigger, [host])
        return [self.guest_of(host, near[0])] if near else []

    def guest_of(self, host: str, told: str) -> str:
        """Give whom a host received: whom a word seems to mean, else the visitor from abroad."""
        entities, guest = self.passage.entities, self.visitor
        home = entities[host].country
        if guest is None or guest in (host, told) or home is None or entities[told].country != home:
            return told
        return guest if entities[guest].country not in (None, home) else told

    @cached_property
    def _hero(self) -> str | None:
        """Whom the text is about: of the dead, too, the events of a life hang on their posts."""
        return self.protagonist()

    def protagonist(self) -> str | None:
        """Give whom the text is about: named in its headline, and more often than anybody."""
        passage = self.passage
        named = [passage.mentions_of(e) for e in passage.entities if passage.is_person(e)]
        most = max(map(len, named), default=0)
        first = [mentions for mentions in named if len(mentions) == most]
        if len(first) != 1:
            return None
        in_head = (m for m in first[0] if passage.sentence_at(m.start).paragraph == 0)
        return next((m.entity for m in in_head), None)

    def _main_pair(self) -> list[str]:
        """Give the two people of high rank, of two countries, whom the text names most."""
        told = Counter(
            [m.entity for m in self.passage.mentions if m.entity and m.kind in (PERSON, POST)]
        )
        counts = {
            entity: count
            for entity, count in told.items()
            if self.passage.is_person(entity) and self.rank(entity) <= MAIN_RANK
        }
        first_seen = list(counts)
        order = sorted(counts, key=lambda e: (-counts[e], first_seen.index(e)))
        if not order:
            return []
        first = order[0]
        country, rank = self.passage.entities[first].country, self.rank(first)
        # Peers stand side by side: a president beside a president, not beside who met her plane.
        others = sorted(
            order[1:], key=lambda e: (self.rank(e) != rank, -counts[e], first_seen.index(e))
        )
        for other in others:
            theirs = self.passage.entities[other].country
            known = counts[other] >= 2 or self.rank(other) == rank
            if known and country and theirs and country != theirs:
                return [first, other]
        return []
