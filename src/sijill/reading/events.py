"""Sentences, mentions, entities and quotations go in; the happenings that the text tells come out.

Each with its status (a plan is not a fact), its day as precise as told, the most specific place,
who takes part, and the words that name it. Told twice it is one; a guest received by two hosts, or
four guests one after another, are several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache

from sijill.dates import parse_edtf
from sijill.errors import FormatFault
from sijill.reading.document import (
    Document,
    Entity,
    Event,
    Mention,
    MentionKind,
    Quotation,
    Sentence,
    Status,
)
from sijill.reading.event_arguments import Actor, Arguments
from sijill.reading.event_details import Details
from sijill.reading.event_status import DENIED, StatusCues
from sijill.reading.happenings import Trigger, find_triggers
from sijill.reading.passage import Passage
from sijill.tables import open_table

_ROYAL = frozenset({"monarch", "heir", "royal_family"})
_ENCOUNTERS = {
    "artist": "cultural_encounter",
    "athlete": "sport_encounter",
    "diaspora_member": "diaspora_meeting",
    "chief_executive": "business_meeting",
    "business_association": "business_meeting",
}
# Happenings between two sides: who is not named again is the pair of before.
_OF_PAIR = frozenset(
    {
        "talks",
        "ceremony",
        "banquet",
        "decoration",
        "statement_joint",
        "signing",
        "agreement",
        "audience",
        "summit",
    }
)
_HISTORIC = frozenset({"relations_established", "embassy_opened", "embassy_closed", "disarmament"})
_VERB_LAST = ("kk", "ja")


@dataclass
class _Draft:
    trigger: Trigger
    type: str
    status: str
    date: str | None = None
    place: str | None = None
    people: list[str] = field(default_factory=list)
    details: dict[str, str | int | float] = field(default_factory=dict)
    certain: float = 0.7
    own_date: bool = False


@lru_cache(maxsize=1)
def _who_takes_part() -> dict[str, str]:
    return {row["id"]: row["who"] for row in open_table("protocol/event_types.tsv", ("id", "who"))}


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    return {row["id"]: int(row["rank"]) for row in open_table("protocol/roles.tsv", ("id", "rank"))}


def find_events(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
    quotations: Sequence[Quotation],
) -> tuple[Event, ...]:
    """Find the happenings of a document, in order, with ids v1, v2 …; none for an empty one."""
    passage = Passage(document, sentences, mentions, entities)
    if not passage.sentences:
        return ()
    return _Finder(passage, quotations).events()


class _Finder:
    def __init__(self, passage: Passage, quotations: Sequence[Quotation]) -> None:
        self.passage = passage
        self.quotations = quotations
        self.arguments = Arguments(passage)
        self.details = Details(passage, self.arguments)
        self.cues = StatusCues(passage)
        self.triggers = find_triggers(passage)
        self.pair: list[str] = []
        self.day: str | None = None
        self.drafts: list[_Draft] = []

    def events(self) -> tuple[Event, ...]:
        # The headline tells again what the text tells in full.
        body = any(s.paragraph > 0 for s in self.passage.sentences)
        for trigger in self.triggers:
            if body and self.passage.sentences[trigger.sentence].paragraph == 0:
                continue
            for draft in self._drafts_of(trigger):
                self._keep(draft)
        self._span_visits()
        out = []
        for number, draft in enumerate(self.drafts, 1):
            sentence = self.arguments.span_of(draft.trigger)
            out.append(
                Event(
                    f"v{number}",
                    draft.type,
                    Status(draft.status),
                    draft.trigger.span,
                    sentence,
                    draft.date,
                    draft.place,
                    tuple(draft.people),
                    draft.details,
                    f"trigger {draft.trigger.type}",
                    draft.certain,
                )
            )
        return tuple(out)

    # -- one trigger ----------------------------------------------------------------------------

    def _drafts_of(self, trigger: Trigger) -> list[_Draft]:
        date = self.arguments.date(trigger, self.triggers)
        status = self.cues.status(trigger, self.triggers, date.value if date else None)
        if status == DENIED:
            return []
        if trigger.type in ("reception", "meeting"):
            drafts = self._contacts(trigger, status)
        else:
            drafts = [_Draft(trigger, trigger.type, status)]
            drafts[0].people = self._people(trigger, trigger.type, status)
        kept = []
        for draft in drafts:
            draft.date = date.value if date else None
            draft.own_date = date is not None
            draft.place = (
                self.arguments.destination(trigger)
                if draft.type == "visit"
                else self.arguments.place(trigger)
            )
            if draft.place is not None and draft.place in draft.people:
                draft.people.remove(draft.place)
            draft.details = self.details.details(trigger, draft.type)
            if self._is_told(draft):
                self._fill(draft)
                kept.append(draft)
        return kept

    def _is_told(self, draft: _Draft) -> bool:
        """Say whether a weak trigger has anything of its own, or a needed argument is there."""
        if draft.trigger.frame != "weak":
            return True
        if draft.type == "visit":
            return draft.place is not None or (draft.own_date and bool(draft.people))
        own = self.arguments.actors_in(
            draft.trigger.window.start, draft.trigger.window.end, pronouns=False
        )
        return draft.own_date or draft.place is not None or len(own) >= 1

    # -- who ------------------------------------------------------------------------------------

    def _people(self, trigger: Trigger, kind: str, status: str) -> list[str]:
        who = _who_takes_part().get(kind, "all")
        window = trigger.window
        actors = self.arguments.actors_in(window.start, window.end)
        subject = self.arguments.subject(trigger)
        if who == "none":
            return []
        if who == "travellers":
            return self._travellers(trigger, subject)
        if who == "states":
            states = self.arguments.states_in(window.start, window.end)
            if not states:
                sentence = self.arguments.span_of(trigger)
                states = self.arguments.states_in(sentence.start, sentence.end)
            return states[:2]
        if who == "bodies":
            bodies = [a.entity for a in actors if a.kind is MentionKind.ORGANISATION]
            return bodies or ([subject.entity] if subject else [])
        chosen: dict[str, None] = {}
        if subject is not None:
            chosen.setdefault(subject.entity)
        elif self.passage.language in ("ar", "kk", "ja", "ru") and not actors:
            carried = self.arguments.carried(trigger)
            if carried:
                chosen.setdefault(carried.entity)
        for actor in actors:
            chosen.setdefault(actor.entity)
        people = list(chosen)
        if who == "one":
            objects = [a.entity for a in actors if a.start >= trigger.end]
            return (objects or people)[:1]
        if who == "speaker":
            persons = [p for p in people if self.passage.is_person(p)]
            bodies = [p for p in people if not self.passage.is_person(p)]
            return persons[:1] + bodies[:1]
        return people

    def _travellers(self, trigger: Trigger, subject: Actor | None) -> list[str]:
        text = self.passage.text
        after = self.arguments.actors_in(trigger.end, min(trigger.window.end, trigger.end + 70))
        after = [a for a in after if self.passage.is_person(a.entity)]
        if after:
            gap = text[trigger.end : after[0].start]
            near = len(gap.split()) <= (3 if self.passage.language == "ar" else 1)
            if near and self.passage.language in ("ar", "ru"):
                return [after[0].entity]
            if re.search(r"\bby\b|\bof\b", gap) and len(gap.split()) <= 4:
                return [after[0].entity]
        if subject is not None and self.passage.is_person(subject.entity):
            return [subject.entity]
        if after:
            return [after[0].entity]
        carried = self.arguments.carried(trigger)
        return [carried.entity] if carried else []

    def _fill(self, draft: _Draft) -> None:
        """Give a happening between two sides the pair that the text means."""
        sentence = self.arguments.span_of(draft.trigger)
        persons = [p for p in draft.people if self.passage.is_person(p)]
        means_pair = bool(self.arguments.details_in(sentence.start, sentence.end, "pair"))
        one_side = draft.type in _OF_PAIR and len(persons) < 2 and bool(self.pair)
        fits = means_pair or not persons or persons[0] in self.pair
        if one_side and fits and len(draft.people) == len(persons):
            draft.people = list(dict.fromkeys([*draft.people, *self.pair]))
        persons = [p for p in draft.people if self.passage.is_person(p)]
        if len(persons) == 2 and draft.type in _OF_PAIR | {"courtesy_call", "visit"}:
            self.pair = persons
        if draft.date is None and draft.status == "held" and draft.type not in _HISTORIC:
            draft.date = self.day
        elif draft.own_date and draft.status == "held" and self._is_day(draft.date):
            self.day = draft.date

    def _is_day(self, date: str | None) -> bool:
        published = self.passage.document.published
        if date is None or published is None:
            return False
        try:
            one, other = parse_edtf(date), parse_edtf(published)
        except FormatFault:
            return False
        if not one.is_day or other.start is None or one.start is None:
            return False
        return abs((other.start - one.start).days) <= 10

    # -- contacts -------------------------------------------------------------------------------

    def _contacts(self, trigger: Trigger, status: str) -> list[_Draft]:
        if trigger.type == "meeting":
            return self._meetings(trigger, status)
        return self._receptions(trigger, status)

    def _rank(self, entity_id: str) -> int:
        entity = self.passage.entities.get(entity_id)
        ranks = [
            _ranks().get(p.post, 99)
            for p in (entity.posts if entity else ())
            if p.status in ("current", "acting", "elect")
        ]
        return min(ranks, default=50)

    def _roles(self, entity_id: str) -> set[str]:
        entity = self.passage.entities.get(entity_id)
        return {p.post for p in (entity.posts if entity else ())}

    def _contact_type(self, host: str, guest: str | None) -> str:
        if self._roles(host) & _ROYAL:
            return "audience"
        if guest is not None and self._rank(host) < self._rank(guest):
            return "courtesy_call"
        return "talks"

    def _receptions(self, trigger: Trigger, status: str) -> list[_Draft]:
        actors = [
            a
            for a in self.arguments.actors_in(trigger.window.start, trigger.window.end)
            if self.passage.is_person(a.entity)
        ]
        subject = self.arguments.subject(trigger)
        after = [a for a in actors if a.start >= trigger.end]
        before = [a for a in actors if a.end <= trigger.start]
        passive = self.passage.text[trigger.start : trigger.end].rstrip().endswith(" by")
        if subject is None and not before:
            subject = self.arguments.carried(trigger) if len(after) < 2 else None
        hosts: list[str]
        guests: list[str]
        if passive:
            hosts = [a.entity for a in after]
            guests = [subject.entity] if subject else []
        elif self.passage.language == "ar" and len(after) >= 1:
            suffixed = re.search(r"(?:ه|ها)\Z", self.passage.text[trigger.start : trigger.end])
            if suffixed:
                hosts = [a.entity for a in after]
                guests = [subject.entity] if subject else []
            else:
                hosts = [after[0].entity]
                guests = [a.entity for a in after[1:]]
                if not guests and subject:
                    guests = [subject.entity]
        elif self.passage.language in _VERB_LAST:
            people = [a.entity for a in before]
            hosts, guests = people[:1], people[1:]
        else:
            hosts = [subject.entity] if subject else [a.entity for a in after[:1]]
            guests = [a.entity for a in after if a.entity not in hosts]
        hosts = [h for h in dict.fromkeys(hosts) if h not in guests]
        if not hosts or not guests:
            return []
        apart = self.arguments.details_in(
            self.arguments.span_of(trigger).start, self.arguments.span_of(trigger).end, "apart"
        )
        drafts: list[_Draft] = []
        for host in hosts:
            kind = self._contact_type(host, guests[0])
            others = [h for h in hosts if h != host and self._rank(h) >= 20]
            if apart and len(guests) > 1:
                drafts += [_Draft(trigger, kind, status, people=[host, g]) for g in guests]
            else:
                people = [host, *guests, *others]
                drafts.append(_Draft(trigger, kind, status, people=list(dict.fromkeys(people))))
        return drafts

    def _meetings(self, trigger: Trigger, status: str) -> list[_Draft]:
        window = trigger.window
        actors = self.arguments.actors_in(window.start, window.end)
        subject = self.arguments.subject(trigger)
        if subject is None:
            subject = self.arguments.carried(trigger)
        others = [a.entity for a in actors if subject is None or a.entity != subject.entity]
        first = [subject.entity] if subject else []
        by_kind: dict[str, list[str]] = {}
        for other in others:
            kind = next((k for role, k in _ENCOUNTERS.items() if role in self._roles(other)), None)
            if kind is None and not self.passage.is_person(other):
                continue
            if kind is None:
                kind = "audience" if self._roles(other) & {"monarch"} else "talks"
            by_kind.setdefault(kind, []).append(other)
        return [
            _Draft(trigger, kind, status, people=list(dict.fromkeys([*first, *met])))
            for kind, met in by_kind.items()
        ]

    # -- told twice -----------------------------------------------------------------------------

    def _keep(self, draft: _Draft) -> None:
        for earlier in self.drafts:
            if self._same(earlier, draft):
                self._merge(earlier, draft)
                return
        if draft.trigger.frame == "weak" and draft.type == "visit" and not draft.people:
            return
        self.drafts.append(draft)

    def _same(self, one: _Draft, other: _Draft) -> bool:
        if one.type != other.type or one.trigger.span == other.trigger.span:
            return False
        if one.status != other.status and {one.status, other.status} != {"planned", "proposed"}:
            return False
        if one.own_date and other.own_date and not _may_meet(one.date, other.date):
            return False
        if one.place and other.place and one.place != other.place:
            wide = self.arguments.is_state(one.place) or self.arguments.is_state(other.place)
            if not (wide and one.type in ("visit", "summit")):
                return False
        ours, theirs = set(one.people), set(other.people)
        if ours and theirs and not (ours & theirs):
            return False
        if one.type in ("talks", "ceremony", "decoration") and other.trigger.frame == "noun":
            return ours == theirs and one.trigger.sentence == other.trigger.sentence
        return True

    def _merge(self, earlier: _Draft, draft: _Draft) -> None:
        if draft.own_date and not earlier.own_date:
            earlier.date, earlier.own_date = draft.date, True
        earlier.place = earlier.place or draft.place
        if not earlier.people:
            earlier.people = draft.people
        for key, value in draft.details.items():
            earlier.details.setdefault(key, value)

    # -- the days of a visit --------------------------------------------------------------------

    def _span_visits(self) -> None:
        """Stretch a visit from its arrival to the last day that the text tells of it."""
        for draft in self.drafts:
            if draft.type != "visit" or draft.status != "held" or not self._is_day(draft.date):
                continue
            assert draft.date is not None
            first = parse_edtf(draft.date).start
            assert first is not None
            days = [first]
            for other in self.drafts:
                if other is draft or not set(other.people) & set(draft.people):
                    continue
                if other.date and self._is_day(other.date) and other.status in ("held", "planned"):
                    day = parse_edtf(other.date).start
                    if day is not None and first - timedelta(2) <= day <= first + timedelta(8):
                        days.append(day)
            if max(days) > min(days):
                draft.date = f"{min(days).isoformat()}/{max(days).isoformat()}"


def _may_meet(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    try:
        return parse_edtf(one).may_equal(parse_edtf(other))
    except FormatFault:
        return False
