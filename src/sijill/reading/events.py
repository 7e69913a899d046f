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

from sijill.citation import Span
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
from sijill.reading.event_status import DENIED, StatusCues, is_after
from sijill.reading.happenings import Trigger, find_triggers
from sijill.reading.passage import Passage
from sijill.reading.posts import read_post
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


# A visit told as an attribute of who comes: «сапармен келген Президент», 訪日中の大臣.
_ATTRIBUTE = re.compile(r"(?:ған|ген|қан|кен)\s?\Z|(?:中の|した|する|している)\Z")


_OBJECT = re.compile(r"\w{3,}(?:ه|ها|هما)\Z")
_FIRST_WORD = re.compile(r"\bfirst\b|\bأول\b|\bперв\w+|\bвпервые\b", re.IGNORECASE)
_FIRST_OF_KIND = re.compile(
    r"(?:first|أول|أوّل|اول|первый|первым|первого|первая|первой|алғашқы|тұңғыш|бірінші|初の|初めての)\Z",
    re.IGNORECASE,
)


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
        self.pair = self._main_pair()
        self.day: str | None = None
        self.visit_date: str | None = None
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
        day = self._day_of(date, status)
        if status == "held" and is_after(day, self.passage.document.published):
            # A finished verb cannot be of tomorrow: the date speaks of something else.
            date, day = None, None
        if trigger.type in ("reception", "meeting", "call"):
            drafts = self._contacts(trigger, status)
        elif trigger.type == "speech":
            drafts = self._speeches(trigger, status)
        elif trigger.type == "agreement" and self._leads_to_another(trigger):
            return []
        elif trigger.type == "visit" and self._visits_a_person(trigger):
            drafts = self._meetings(trigger, status)
        else:
            drafts = [_Draft(trigger, trigger.type, status)]
            drafts[0].people = self._people(trigger, trigger.type, status)
        kept = []
        for draft in drafts:
            draft.date = day
            draft.own_date = day is not None
            draft.place = (
                self.arguments.destination(trigger)
                if draft.type == "visit"
                else self.arguments.place(trigger)
            )
            if draft.place is None and self.drafts and draft.type != "visit":
                draft.place = self._place_visited(trigger)
            if draft.place is None and draft.type in ("embassy_opened", "embassy_closed"):
                draft.place = self.arguments.place_in_name(draft.people)
            if draft.place is not None and draft.place in draft.people:
                draft.people.remove(draft.place)
            draft.details = self.details.details(trigger, draft.type)
            if self._is_told(draft):
                self._fill(draft)
                kept.append(draft)
                if draft.type == "visit":
                    kept += self._earlier_visit(draft)
        return kept

    def _earlier_visit(self, draft: _Draft) -> list[_Draft]:
        """Give the visit that “the first since 1987” tells in passing."""
        sentence = self.arguments.span_of(draft.trigger)
        for mention in self.passage.mentions_in(
            draft.trigger.start, sentence.end, (MentionKind.DATE,)
        ):
            if not mention.value or not self.arguments.is_since(mention):
                continue
            between = self.passage.text[draft.trigger.start - 12 : mention.start]
            if len(between) > 140 or not _FIRST_WORD.search(between):
                continue
            start = draft.trigger.end + 1
            window = Span(start, mention.end)
            trigger = Trigger(
                start, mention.end, "visit", "held", "noun", draft.trigger.sentence, window
            )
            form = {k: v for k, v in draft.details.items() if k == "visit_format"}
            return [
                _Draft(trigger, "visit", "held", mention.value, draft.place, [], form, 0.5, True)
            ]
        return []

    def _leads_to_another(self, trigger: Trigger) -> bool:
        """Say whether “agreed to” only opens what another trigger tells: “agreed to lift …”."""
        return any(
            0 <= other.start - trigger.end <= 4 and other.frame != "weak"
            for other in self.triggers
            if other.sentence == trigger.sentence
        )

    def _visits_a_person(self, trigger: Trigger) -> bool:
        """Say whether somebody is visited, not a place: «زارت وزير الثقافة»."""
        if trigger.frame != "verb":
            return False
        behind = [
            m
            for m in self.passage.mentions_in(trigger.end, trigger.window.end)
            if m.start - trigger.end <= 3
        ]
        return bool(behind) and behind[0].kind in (MentionKind.PERSON, MentionKind.POST)

    def _place_visited(self, trigger: Trigger) -> str | None:
        """Give where a visit of the same sentence goes: “will visit X, where he will open …”."""
        last = self.drafts[-1]
        if last.type == "visit" and last.trigger.sentence == trigger.sentence:
            return last.place
        return None

    def _day_of(self, date: Mention | None, status: str) -> str | None:
        """Give a date's value; a bare weekday of something still to come is the next one."""
        if date is None or date.value is None:
            return None
        published = self.passage.document.published
        if status not in ("planned", "cancelled", "proposed") or not published:
            return date.value
        try:
            day, told = parse_edtf(date.value), parse_edtf(published)
        except FormatFault:
            return date.value
        bare = not any(c.isdigit() for c in date.text)
        if bare and day.is_day and told.start and day.start and day.start < told.start:
            following = day.start + timedelta(7)
            if timedelta(0) <= following - told.start <= timedelta(7):
                return following.isoformat()
        return date.value

    def _is_told(self, draft: _Draft) -> bool:
        """Say whether there is anything that makes the words a particular happening."""
        trigger = draft.trigger
        if draft.type == "relations_established":
            return draft.own_date
        if draft.type == "visit":
            told = draft.place is not None or "visit_format" in draft.details or draft.own_date
            if trigger.frame == "weak":
                return draft.place is not None or (draft.own_date and bool(draft.people))
            told = told or bool(self.arguments.details_in(trigger.start, trigger.end, "days"))
            return told and (bool(draft.people) or draft.place is not None or draft.own_date)
        own = self.arguments.actors_in(trigger.window.start, trigger.window.end, pronouns=False)
        if trigger.frame == "weak":
            return draft.own_date or draft.place is not None or len(own) >= 1
        pair = bool(
            self.arguments.details_in(trigger.window.start, trigger.window.end, "pair")
        ) or (draft.type in _OF_PAIR and bool(self.pair))
        told = draft.own_date or draft.place is not None or bool(draft.people) or pair
        return told or draft.status != "held" or bool(draft.details)

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
            if len(states) < 2 and kind in ("relations_established", "partnership_upgrade"):
                main = self.arguments.main_states()
                states = list(dict.fromkeys([*states, *main]))
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
        word = self.passage.text[trigger.start : trigger.end].split(" ")[0]
        if self.passage.language == "ar" and trigger.frame == "verb" and _OBJECT.search(word):
            # «منحته الجامعة»: the object is the one spoken of before.
            carried = self.arguments.carried(trigger)
            if carried:
                chosen.setdefault(carried.entity)
        people = list(chosen)
        if who == "one":
            objects = [a.entity for a in actors if a.start >= trigger.end]
            return (objects or people)[:1]
        if who == "speaker":
            persons = [p for p in people if self.passage.is_person(p)]
            bodies = [p for p in people if not self.passage.is_person(p)]
            return persons[:1] + bodies[:1]
        return people

    def _speeches(self, trigger: Trigger, status: str) -> list[_Draft]:
        """Settle a speech by who listens: a parliament, a university, or nobody of note."""
        sentence = self.arguments.span_of(trigger)
        stop = min(trigger.window.end, trigger.end + 80)
        for role, kind in (("parliament", "parliament_address"), ("university", "lecture")):
            if self.arguments.details_in(trigger.start, min(stop, sentence.end), role):
                people = self._people(trigger, kind, status)
                return [_Draft(trigger, kind, status, people=people)]
        return []

    def _travellers(self, trigger: Trigger, subject: Actor | None) -> list[str]:
        text = self.passage.text
        after = self.arguments.actors_in(trigger.end, min(trigger.window.end, trigger.end + 70))
        after = [a for a in after if self.passage.is_person(a.entity)]
        if (
            after
            and self.passage.language in _VERB_LAST
            and _ATTRIBUTE.search(text[trigger.start : after[0].start])
        ):
            return [after[0].entity]
        if after:
            gap = text[trigger.end : after[0].start]
            near = len(gap.split()) <= (3 if self.passage.language == "ar" else 1)
            if near and self.passage.language in ("ar", "ru"):
                return [after[0].entity]
            if re.search(r"\bby\b|\bof\b", gap) and len(gap.split()) <= 4:
                return [after[0].entity]
        word = text[trigger.start : trigger.end].split(" ")[0]
        if self.passage.language == "ar" and re.search(r"(?:ته|تها|تهما)\Z", word):
            # «زيارته»: of the one named last, who is the guest.
            sentence = self.arguments.span_of(trigger)
            named = [
                a
                for a in self.arguments.actors_in(sentence.start, trigger.start)
                if self.passage.is_person(a.entity)
            ]
            if named:
                return [named[-1].entity]
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
        if len(persons) == 2 and draft.type in _OF_PAIR | {"courtesy_call", "phone_call"}:
            self.pair = persons
        if draft.status != "held" or draft.type in _HISTORIC:
            return
        if draft.date is None:
            draft.date = self.day or self.visit_date
        elif draft.type == "visit":
            # The days of a visit are told apart from those of its parts; its month is theirs.
            if len(draft.date or "") == 7:
                self.visit_date = draft.date
        elif draft.own_date and self._is_day(draft.date):
            self.day = draft.date

    def _main_pair(self) -> list[str]:
        """Give the two people of high rank, of two countries, whom the text names most."""
        counts: dict[str, int] = {}
        for mention in self.passage.mentions:
            if self.passage.is_person(mention.entity) and self._rank(mention.entity or "") <= 5:
                counts[mention.entity or ""] = counts.get(mention.entity or "", 0) + 1
        order = sorted(counts, key=lambda e: (-counts[e], list(counts).index(e)))
        for number, one in enumerate(order[:1]):
            country = self.passage.entities[one].country
            for other in order[number + 1 :]:
                theirs = self.passage.entities[other].country
                if counts[other] >= 2 and country and theirs and country != theirs:
                    return [one, other]
        return []

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
        sentence = self.arguments.span_of(trigger)
        if self.arguments.details_in(sentence.start, sentence.end, "airport"):
            return []  # who meets a guest at the airport is a signal
        if trigger.type in ("meeting", "call"):
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
            leads = before and not self.passage.text[before[-1].end : trigger.start].strip()
            if suffixed:
                hosts = [a.entity for a in after]
                guests = [subject.entity] if subject and subject.start < trigger.start else []
                if not guests:
                    carried = self.arguments.carried(trigger)
                    guests = [carried.entity] if carried else []
            elif leads:
                hosts, guests = [before[-1].entity], [a.entity for a in after]
            else:
                hosts = [after[0].entity]
                guests = [a.entity for a in after[1:]]
                if not guests and before:
                    guests = [before[-1].entity]
        elif self.passage.language in _VERB_LAST:
            people = [a.entity for a in before]
            hosts, guests = people[:1], people[1:]
        else:
            hosts = [subject.entity] if subject else [a.entity for a in after[:1]]
            guests = [a.entity for a in after if a.entity not in hosts]
        hosts = [h for h in dict.fromkeys(hosts) if h not in guests]
        drafts = self._unnamed_monarch(trigger, status, [*guests, *hosts])
        if not hosts or not guests:
            return drafts
        if self.passage.language == "ru" and self._rank(guests[0]) < self._rank(hosts[0]):
            # «Гостью принял премьер»: the object may come first.
            hosts, guests = guests[:1], [*hosts, *guests[1:]]
        apart = self.arguments.details_in(
            self.arguments.span_of(trigger).start, self.arguments.span_of(trigger).end, "apart"
        )
        for host in hosts:
            kind = self._contact_type(host, guests[0])
            others = [h for h in hosts if h != host and self._rank(h) >= 20]
            if apart and len(guests) > 1:
                drafts += [_Draft(trigger, kind, status, people=[host, g]) for g in guests]
            else:
                people = [host, *guests, *others]
                drafts.append(_Draft(trigger, kind, status, people=list(dict.fromkeys(people))))
        return drafts

    def _unnamed_monarch(
        self, trigger: Trigger, status: str, others: Sequence[str]
    ) -> list[_Draft]:
        """Read “was received by the Emperor”, who is not named, as an audience."""
        for post in self.arguments.unnamed_posts_in(trigger.window.start, trigger.window.end):
            reading = read_post(post, (), self.passage.language, {})
            if reading.role == "monarch":
                persons = [p for p in others if self.passage.is_person(p)]
                guests = [p for p in persons if self._rank(p) < 20][:1] or persons[:1]
                if not guests:
                    carried = self.arguments.carried(trigger)
                    guests = [carried.entity] if carried else []
                return [_Draft(trigger, "audience", status, people=guests)]
        return []

    def _meetings(self, trigger: Trigger, status: str) -> list[_Draft]:
        window = trigger.window
        actors = self.arguments.actors_in(window.start, window.end)
        subject = self.arguments.subject(trigger)
        persons = [a for a in actors if self.passage.is_person(a.entity)]
        if trigger.frame == "noun" and len(persons) >= 2:
            subject = persons[0]
        elif subject is None:
            subject = self.arguments.carried(trigger)
        others = [a.entity for a in actors if subject is None or a.entity != subject.entity]
        first = [subject.entity] if subject else []
        plain = "courtesy_call" if trigger.type == "call" else "talks"
        by_kind: dict[str, list[str]] = {}
        for other in others:
            kind = next((k for role, k in _ENCOUNTERS.items() if role in self._roles(other)), None)
            if kind is None and not self.passage.is_person(other):
                continue
            if kind is None:
                kind = "audience" if self._roles(other) & {"monarch"} else plain
            by_kind.setdefault(kind, []).append(other)
        return [
            _Draft(trigger, kind, status, people=list(dict.fromkeys([*first, *met])))
            for kind, met in by_kind.items()
        ]

    # -- told twice -----------------------------------------------------------------------------

    def _keep(self, draft: _Draft) -> None:
        back = self.cues.points_back(draft.trigger) or self._speaks_of_it(draft.trigger)
        for earlier in reversed(self.drafts) if back else self.drafts:
            if back and earlier.type == draft.type and earlier.status == draft.status:
                return
            if self._same(earlier, draft):
                self._merge(earlier, draft)
                return
        self.drafts.append(draft)

    def _speaks_of_it(self, trigger: Trigger) -> bool:
        """Say whether a Japanese noun only takes up a happening: 会談には, 会談後."""
        behind = self.passage.text[trigger.end : trigger.end + 3]
        return self.passage.language == "ja" and behind.startswith(("には", "後", "で、", "終了"))

    def _same(self, one: _Draft, other: _Draft) -> bool:
        if one.type != other.type or one.trigger.span == other.trigger.span:
            return False
        near = (
            one.trigger.sentence == other.trigger.sentence
            and 0 <= other.trigger.start - one.trigger.end < 30
        )
        if near and one.type in ("ministerial_dialogue", "summit", "project", "loan_grant"):
            return True
        if one.status != other.status and {one.status, other.status} != {"planned", "proposed"}:
            return False
        if one.type == "visit" and self._is_first_of_kind(one, other):
            return True
        if one.own_date and other.own_date and not _may_meet(one.date, other.date):
            return False
        if one.place and other.place and one.place != other.place:
            wide = self.arguments.is_state(one.place) or self.arguments.is_state(other.place)
            if not (wide and one.type in ("visit", "summit")):
                return False
        ours, theirs = set(one.people), set(other.people)
        if one.type in ("signing", "statement_joint") and self._paragraph(one) == self._paragraph(
            other
        ):
            return True
        if ours and theirs and not (ours & theirs):
            return False
        if one.type == "decoration":
            return one.people == other.people
        forms = self._form(one.trigger), self._form(other.trigger)
        if one.type == "talks" and any(forms):
            return forms[0] == forms[1]
        if one.type in ("talks", "ceremony", "project") and other.trigger.frame == "noun":
            return ours == theirs and one.trigger.sentence == other.trigger.sentence
        return True

    def _form(self, trigger: Trigger) -> str:
        """Give the form of talks that a trigger names, narrow or extended, else nothing."""
        hits = self.arguments.details_in(trigger.start, trigger.end + 2, "form:")
        return hits[0].row["role"] if hits else ""

    def _is_first_of_kind(self, one: _Draft, other: _Draft) -> bool:
        """Say whether a visit only says that the one before it was the first: «في أول زيارة»."""
        if one.trigger.sentence != other.trigger.sentence:
            return False
        before = self.passage.text[one.trigger.end : other.trigger.start]
        return self._claims_first(before[-16:])

    def _claims_first(self, words: str) -> bool:
        return _FIRST_OF_KIND.search(words.rstrip()) is not None

    def _paragraph(self, draft: _Draft) -> int:
        return self.passage.sentences[draft.trigger.sentence].paragraph

    def _merge(self, earlier: _Draft, draft: _Draft) -> None:
        if draft.own_date and not earlier.own_date:
            earlier.date, earlier.own_date = draft.date, True
        if draft.trigger.frame != "weak" or draft.type == "visit":
            earlier.place = earlier.place or draft.place
        if draft.type == "signing":
            earlier.people = list(dict.fromkeys([*earlier.people, *draft.people]))
        elif not earlier.people:
            earlier.people = draft.people
        same_sentence = earlier.trigger.sentence == draft.trigger.sentence
        if draft.type == "visit" and same_sentence and "visit_format" in draft.details:
            # “Arrived … on a state visit”: the visit names it better than the arrival.
            earlier.trigger = draft.trigger
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
