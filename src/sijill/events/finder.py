"""Sentences, mentions, entities and quotations go in; the happenings that the text tells come out.

Each with its status (a plan is not a fact), its day as precise as told, the most specific place,
who takes part, and the words that name it. Told twice it is one; a guest received by two hosts, or
four guests one after another, are several.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from sijill.documents.document import (
    ORGANISATION,
    PERSON,
    PLACE,
    POST,
    Document,
    Entity,
    Event,
    Mention,
    Quotation,
    Sentence,
    Status,
)
from sijill.documents.expressions import expression
from sijill.documents.passage import Passage, passage_of
from sijill.documents.stretches import beginning_in
from sijill.event_types import types_with
from sijill.events.apart import parted
from sijill.events.contacts import Contacts
from sijill.events.cues import DENIED
from sijill.events.dated_nouns import dated_by_adjective
from sijill.events.days import Days
from sijill.events.further_rounds import ANOTHER, further_round
from sijill.events.joined import Joined
from sijill.events.named_days import NamedDays
from sijill.events.papers import paper_of, signed_behind
from sijill.events.participants import People
from sijill.events.particulars import Particulars
from sijill.events.put_offs import is_dated_anew, is_stop, planned_first, put_off
from sijill.events.received import travels
from sijill.events.retellings import Retellings
from sijill.events.several import Several
from sijill.events.shared_places import host_state, share_place
from sijill.events.status import status_cues_of
from sijill.events.taken_up import take_up
from sijill.events.visits import Sittings, Visits
from sijill.happenings.absences import find_absences
from sijill.happenings.anniversaries import day_of_anniversary
from sijill.happenings.deals import is_agreed_on, is_purpose_of_money
from sijill.happenings.details import Details
from sijill.happenings.drafts import CONTACTS, MAIN_RANK, Discourse, Draft
from sijill.happenings.habits import is_of_many_days
from sijill.happenings.moved_days import now_planned
from sijill.happenings.titles_of_works import is_in_title
from sijill.happenings.triggers import SLIGHT, Trigger, find_postponements
from sijill.languages import VERB_LAST
from sijill.temporal.chronology import is_after
from sijill.temporal.clock import if_edtf

# What words of a narrower kind tell.
_KINDS = {
    "arrival": "visit",
    "wreath": "ceremony",
    "planting": "ceremony",
    "unveiling": "ceremony",
    "opening": "project",
}
# One word of meeting can tell several of these, each with others.
_ENCOUNTERS = types_with("encounter")
# What has been put off, the words of putting off say of themselves.
_DONE = frozenset({"held", "postponed"})
# The happening in whose course another was is told so near behind it (code points).
_COURSE = 40
# In these a state beside the word takes part, and is no place where it was done.
_OF_STATES = types_with("pair_of_states") | types_with("given")
# Embassies and consulates, which a pronoun may mean.
_MISSIONS = types_with("mission")
# What a pronoun means is told so few sentences before.
_MEANT = 3
# Languages whose subject may stand behind the verb.
_SUBJECT_BEHIND = frozenset({"ar", "ru"})
# Of a text that tells very many happenings, each is compared with so many before it.
_COMPARED = 80


def find_events(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
    quotations: Sequence[Quotation] = (),
) -> tuple[Event, ...]:
    """Find the happenings of a document, in order, with ids v1, v2 …; none for an empty one."""
    passage = passage_of(document, sentences, mentions, entities)
    if not passage.sentences:
        return ()
    passage.quotations = tuple(quotations)
    return _Finder(passage).events()


class _Finder:
    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.discourse = Discourse(passage)
        self.arguments = self.discourse.arguments
        self.details = Details(passage, self.arguments, self.discourse.triggers)
        self.cues = status_cues_of(passage)
        self.people = People(self.discourse)
        self.contacts = Contacts(self.discourse, self.people)
        self.days = Days(self.discourse)
        self.named_days = NamedDays(self.discourse)
        self.several = Several(self.discourse)
        self.particulars = Particulars(self.discourse, self.days, self.people)
        self.retellings = Retellings(self.discourse)
        self.drafts: list[Draft] = []
        #: What was put off and planned again: its days are those of a plan, its status is not.
        self.planned_again: list[Draft] = []

    def events(self) -> tuple[Event, ...]:
        # The headline tells again what the text tells in full; what it alone tells comes last.
        body = any(s.paragraph > 0 for s in self.passage.sentences)
        paragraphs = [self.passage.sentences[t.sentence].paragraph for t in self.discourse.triggers]
        headline = [t for t, at in zip(self.discourse.triggers, paragraphs, strict=True) if at == 0]
        for trigger in self.discourse.triggers:
            if not body or self.passage.sentences[trigger.sentence].paragraph > 0:
                for draft in self._drafts_of(trigger):
                    self._keep(draft)
        told = {(draft.type, draft.status) for draft in self.drafts}
        for trigger in headline if body else ():
            for draft in self._drafts_of(trigger):
                if (draft.type, draft.status) not in told and not self._is_met_again(draft):
                    self._keep(draft)
        self._put_off()
        Joined(self.discourse).add(self.drafts)
        host_state(self.discourse, self.drafts)
        Visits(self.discourse).stretch(self.drafts)
        Sittings(self.discourse).stretch(self.drafts)
        take_up(self.passage, self.drafts)
        put_off(self.passage, self.drafts, self.days)
        for draft in self.planned_again:
            draft.status = "postponed" if draft.status == "planned" else draft.status
        for absence in find_absences(self.passage):
            for draft in self.drafts:
                if absence.concerns(draft.trigger):
                    draft.people = [p for p in draft.people if p not in absence.people]
        return tuple(
            Event(
                f"v{number}",
                draft.type,
                Status(draft.status),
                draft.trigger.span,
                self.arguments.span_of(draft.trigger),
                if_edtf(draft.date),
                draft.place,
                tuple(draft.people),
                draft.details,
                f"trigger {draft.trigger.type}",
                draft.certain,
                {name: at for name, at in draft.told_in.items() if name in draft.details},
            )
            for number, draft in enumerate(self.drafts, 1)
        )

    def _is_met_again(self, draft: Draft) -> bool:
        """Say whether a headline tells a meeting that the body calls by another kind of contact.

        «الرئيس يستقبل وفدا», of whose talks the body tells in full.
        """
        if self.retellings.calls.names_call(draft, self.drafts[:_COMPARED]):
            return True
        return draft.trigger.type in CONTACTS and any(
            d.trigger.type == draft.trigger.type
            and d.status == draft.status
            and set(d.people) & set(draft.people)
            for d in self.drafts[:_COMPARED]
        )

    def _put_off(self) -> None:
        """Add the acts of putting off, each told once in a paragraph of the body."""
        told: set[int] = set()
        for trigger in find_postponements(self.passage):
            paragraph = self.passage.sentences[trigger.sentence].paragraph
            status, _ = self.cues.status(trigger, self.discourse.triggers, None)
            if paragraph in told or not paragraph or status not in _DONE:
                continue
            told.add(paragraph)
            draft = Draft(trigger, "postponement", "held")
            self.days.carry(draft)
            self.drafts.append(draft)
        self.drafts.sort(key=lambda d: d.trigger.start)

    # -- one trigger ----------------------------------------------------------------------------

    def _drafts_of(self, trigger: Trigger) -> list[Draft]:
        if self.named_days.is_told(trigger, self.drafts) or is_in_title(self.passage, trigger):
            return []  # “the eve of the signing” names it again
        date = self.arguments.date(trigger, self.discourse.triggers)
        date = date or self.details.day_told(trigger)
        date = day_of_anniversary(self.passage, self.arguments, trigger, date)
        date = self.cues.day_held_late(trigger, self.discourse.triggers) or date
        date = date or self.arguments.chronology.heading(trigger.start)
        value = date.value if date else None
        status, told = self.cues.status(trigger, self.discourse.triggers, value)
        if status == DENIED or (self.cues.is_ahead(trigger) and date is None):
            return []
        is_open = trigger.frame == "verb" and trigger.status != "held"
        many = is_of_many_days(self.passage, trigger.window, date, is_open=is_open)
        if many or is_agreed_on(self.passage, self.discourse.triggers, trigger):
            return []
        signing = signed_behind(self.passage, self.discourse.triggers, trigger)
        if signing is not None:
            status, told = self.cues.status(signing, self.discourse.triggers, value)
        paper = paper_of(self.passage, self.drafts, trigger)
        if paper is not None:
            status, told = paper.status, True
        day = self.days.day_of(date, status) or (paper.date if paper else None)
        day = day or dated_by_adjective(self.passage, self.arguments, trigger, status)
        whole = self._whole_of(trigger)
        if whole is not None and (day is None or date is None or date.start < whole.trigger.start):
            day = whole.date or day
        day = self.named_days.day(trigger, self.drafts) or day
        if status == "held" and is_after(day, self.passage.document.published):
            # A finished verb cannot be of tomorrow: the date speaks of something else.
            day = None
        kept: list[Draft] = []
        for draft in self._raw_drafts(trigger, status):
            draft.told, draft.date, draft.own_date = told, day, day is not None
            if paper is not None and not any(map(self._is_body, draft.people)):
                draft.people = list(dict.fromkeys([*draft.people, *paper.people]))
            self._place(draft)
            if draft.type == "visit" and self._is_of_a_sight(draft):
                draft.type = "cultural_encounter"
            draft.details, draft.told_in = self.details.details(trigger, draft.type)
            if self.retellings.takes_up(draft, self.drafts[-_COMPARED:]):
                kept += self.several.earlier_visit(draft, self.drafts)
                continue
            recent = self.drafts[-_COMPARED:]
            told_of = self.retellings.begun(draft, recent) or self.retellings.lasted(draft, recent)
            if told_of is not None:
                self.retellings.merge(told_of, draft)
                continue
            if not self.particulars.tells_one(draft, self.drafts[-_COMPARED:]):
                kept += self.several.earlier_visit(draft, self.drafts)
                continue
            self.people.fill_pair(draft)
            nobody = trigger.type in CONTACTS and not draft.people
            if nobody and not self.contacts.meets_posts(trigger):
                continue  # “they met”, and nobody was told before
            self.days.carry(draft)
            for dated in self.several.each_date(draft):
                kept += self.several.each_sitting(dated)
            if draft.type == "visit":
                kept += self.several.earlier_visit(draft, self.drafts)
                if self.discourse.visitor is None and draft.people:
                    self.discourse.visitor = draft.people[0]
        return kept

    def _raw_drafts(self, trigger: Trigger, status: str) -> list[Draft]:
        """Give the drafts of a trigger with type and people only."""
        if trigger.type in CONTACTS:
            return self.contacts.drafts(trigger, status)
        if trigger.type == ANOTHER:
            return further_round(self.passage, trigger, status, self.drafts[-_COMPARED:])
        if trigger.type == "agreement" and self._leads_to_another(trigger):
            return []
        if is_purpose_of_money(self.passage, trigger, self.discourse.triggers):
            return []
        is_slight_mission = trigger.type in _MISSIONS and trigger.frame in SLIGHT
        if is_slight_mission and not self._is_of_mission(trigger):
            return []
        if trigger.type == "visit" and self._visits_a_person(trigger):
            return self.contacts.meetings(trigger, status)
        if trigger.type == "guard":
            # Military honours are a part of the welcome, and stand for it where it is not told.
            if self._tells_welcome(trigger):
                return []
            return [Draft(trigger, "ceremony", status, people=self._honoured(trigger))]
        if trigger.type == "opening" and (leaders := self._opened_by(trigger)):
            return [Draft(trigger, "ceremony", status, people=leaders)]
        kind = _KINDS.get(trigger.type, trigger.type)
        if kind == "visit" and self._is_of_a_house(trigger):
            return []
        if kind == "project" and (before := self._project_before(trigger)):
            return [Draft(trigger, kind, status, people=list(before.people))]
        people = self.people.people(trigger, kind)
        if kind == "visit":
            people = travels(self.discourse, self.contacts, trigger, people)
        if is_slight_mission:
            return [self._of_same_mission(Draft(trigger, kind, status, people=people))]
        return parted(self.arguments, Draft(trigger, kind, status, people=people))

    def _of_same_mission(self, draft: Draft) -> Draft:
        """Give a draft that leaves its mission out that of the one told right before."""
        last = next((d for d in reversed(self.drafts) if d.type in _MISSIONS), None)
        near = last is not None and draft.trigger.sentence - last.trigger.sentence <= _MEANT
        if last is None or not near or any(map(self._is_body, draft.people)):
            return draft
        told = [p for p in last.people if not draft.people or self._is_body(p)]
        draft.people += [p for p in told if p not in draft.people]
        return draft

    def _is_of_mission(self, trigger: Trigger) -> bool:
        """Say whether an embassy is told beside “was closed in 1999” or right before."""
        first = self.passage.sentences[max(0, trigger.sentence - _MEANT)]
        word = expression(self.passage.language, "mission_word")
        return word.search(self.passage.text, first.start, trigger.window.end) is not None

    def _is_of_a_house(self, trigger: Trigger) -> bool:
        """Say whether it is an embassy or a firm that moves: «افتُتحت السفارة … ثم انتقلت إلى …»."""
        words = self.passage.text[trigger.start : trigger.end]
        if not expression(self.passage.language, "moves_house").search(words):
            return False
        span = self.arguments.span_of(trigger)
        told = self.arguments.actors_in(span.start, trigger.start, pronouns=False)
        return bool(told) and told[-1].kind is ORGANISATION

    def _opened_by(self, trigger: Trigger) -> list[str]:
        """Give the people who open a plant or a bridge, at a ceremony; firms just open theirs.

        What “was opened” was so by those whom the clause names, if any.
        """
        words = self.passage.text[trigger.start : trigger.end]
        if expression(self.passage.language, "verb_passive").search(words):
            named = self.arguments.actors_in(trigger.start, trigger.window.end, pronouns=False)
            return [a.entity for a in self.discourse.persons(named)]
        return [p for p in self.people.people(trigger, "ceremony") if self.passage.is_person(p)]

    def _is_body(self, entity_id: str) -> bool:
        return self.passage.kind_of(entity_id) is ORGANISATION

    def _whole_of(self, trigger: Trigger) -> Draft | None:
        """Give the happening in whose course another was: “a visit in 2019, during which …”."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.trigger.sentence != trigger.sentence:
            return None
        course = expression(self.passage.language, "in_its_course")
        end = trigger.end + _COURSE if self.passage.language == "ar" else trigger.start
        found = course.search(self.passage.text, last.trigger.end, min(end, trigger.window.end))
        return last if found else None

    def _honoured(self, trigger: Trigger) -> list[str]:
        """Give the guest whom the guard salutes, and the host whom the sentence goes on with."""
        span = self.arguments.span_of(trigger)
        named = self.arguments.actors_in(span.start, span.end, pronouns=False)
        hosts = [
            a.entity
            for a in self.discourse.persons(named)
            if a.entity != self.discourse.visitor and self.discourse.rank(a.entity) <= MAIN_RANK
        ]
        if self.discourse.visitor is None or not hosts:
            return list(self.discourse.pair)
        return [hosts[0], self.discourse.visitor]

    def _tells_welcome(self, trigger: Trigger) -> bool:
        """Say whether a welcome is told before, or behind the honours in their sentence."""
        if any(d.type == "ceremony" for d in self.drafts[-_COMPARED:]):
            return True
        end = self.arguments.span_of(trigger).end
        behind = beginning_in(self.discourse.triggers, trigger.start, end)
        return any(t.type == "ceremony" and t.frame != "weak" for t in behind)

    def _project_before(self, trigger: Trigger) -> Draft | None:
        """Give the project of the same sentence whose people a clause without any goes on with."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.type != "project" or last.trigger.sentence != trigger.sentence:
            return None
        own = self.arguments.actors_in(trigger.window.start, trigger.window.end)
        return last if not own and self.passage.language not in VERB_LAST else None

    def _leads_to_another(self, trigger: Trigger) -> bool:
        """Say whether “agreed to” only opens what another trigger tells: “agreed to lift …”."""
        triggers = self.discourse.triggers
        at = bisect_left(triggers, trigger.end, key=lambda t: t.start)
        return at < len(triggers) and (
            triggers[at].start - trigger.end <= 4
            and triggers[at].frame not in SLIGHT
            and not is_agreed_on(self.passage, triggers, triggers[at])
        )

    def _visits_a_person(self, trigger: Trigger) -> bool:
        """Say whether somebody is visited, not a place: «زارت وزير الثقافة»."""
        if trigger.frame != "verb" or self.arguments.destination(trigger) is not None:
            return False
        words = self.passage.text[trigger.start : trigger.end]
        if expression(self.passage.language, "goes_to_places").search(words):
            return False
        # «Баку посетил министр», «زار الوزير ليما»: who stands behind the verb may be who comes.
        start = trigger.window.start if self.passage.language == "ru" else trigger.end
        if self.passage.language in _SUBJECT_BEHIND and self.passage.mentions_in(
            start, trigger.window.end, (PLACE,)
        ):
            return False
        behind = [
            m
            for m in self.passage.mentions_in(trigger.end, trigger.window.end)
            if m.start - trigger.end <= 3
        ]
        return bool(behind) and behind[0].kind in (PERSON, POST)

    def _is_of_a_sight(self, draft: Draft) -> bool:
        """Say whether a visitor goes to a shrine, a museum or a monument, not to a country."""
        own = [d for d in self.drafts if d.type == "visit" and set(d.people) & set(draft.people)]
        if not own or any(
            t.sentence == draft.trigger.sentence
            and t.type in ("visit", "arrival")
            and t.start < draft.trigger.start
            for t in self.discourse.triggers
        ):
            return False  # “will go to the town and see the shrine” is the visit itself
        if draft.trigger.frame == "noun" or self.details.visit_format(draft.trigger):
            return False
        mention = self.arguments.mention_of(draft.place, draft.trigger)
        if mention is None:
            return False
        # The word may stand in the place's name, or right behind it: “Мейджи Джингу храмы”.
        return bool(self.arguments.details_in(mention.start, mention.end + 24, "sight"))

    def _place(self, draft: Draft) -> None:
        trigger = draft.trigger
        if draft.type == "visit":
            draft.place = self.arguments.destination(trigger)
            if draft.place is not None and self.arguments.is_airport(draft.place):
                draft.place = None
        else:
            told = self.arguments.place(trigger, self.discourse.triggers)
            draft.place = told or self._place_visited(trigger)
        if draft.type in _ENCOUNTERS and self._is_place_of_another(draft):
            draft.place = None
        if draft.place is None and draft.type in _MISSIONS:
            draft.place = self.arguments.place_in_name(draft.people)
        if draft.type in _OF_STATES and self._is_receiver(draft):
            draft.place = None
        if draft.place is not None and draft.place in draft.people:
            if draft.type in _OF_STATES and self.arguments.is_state(draft.place):
                draft.place = None  # «اعترفت إسبانيا بإريتريا», “donated seed to Nepal”
            else:
                draft.people.remove(draft.place)

    def _is_receiver(self, draft: Draft) -> bool:
        """Say whether a state is whom something is given, and not where: 「ネパールに贈った」."""
        state = self.arguments.mention_of(draft.place, draft.trigger)
        if state is None or not self.arguments.is_state(draft.place):
            return False
        given = expression(self.passage.language, "receiver_after")
        return given.match(self.passage.text, state.end) is not None

    def _is_place_of_another(self, draft: Draft) -> bool:
        """Say whether “met compatriots in X, and the athlete” tells X only of the compatriots."""
        place = self.arguments.mention_of(draft.place, draft.trigger)
        met = [self.arguments.mention_of(p, draft.trigger) for p in draft.people[1:]]
        if place is None or place.start < draft.trigger.end or None in met:
            return False
        first = min((m.start for m in met if m is not None), default=place.start)
        return re.search("[,،]", self.passage.text[place.end : first]) is not None

    def _place_visited(self, trigger: Trigger) -> str | None:
        """Give where a visit of the same sentence goes: “will visit X, where he will open …”."""
        if not self.drafts:
            return None
        last = self.drafts[-1]
        if last.type == "visit" and last.trigger.sentence == trigger.sentence:
            return last.place
        return None

    # -- told twice -----------------------------------------------------------------------------

    def _keep(self, draft: Draft) -> None:
        back = self.cues.points_back(draft.trigger)
        recent = self.drafts[-_COMPARED:]
        if recent and self.retellings.calls.is_by_telephone(recent[-1], draft):
            self.retellings.calls.make_call(recent[-1], draft)
            return
        told = planned_first(self.passage, draft, recent)
        if told is not None:
            # What fell through and is planned anew is a plan; what was put off is one put off.
            is_put_off = draft.status != "cancelled" and not is_dated_anew(self.passage, draft)
            self.planned_again += [told] if is_put_off else []
            new = now_planned(self.passage, draft.trigger.start) if told.date is None else None
            told.date = self.days.day_of(new, "planned") if new else told.date
            return
        for earlier in reversed(recent) if back else recent:
            if draft.status == "postponed" and is_stop(earlier, recent):
                continue
            if self.retellings.same(earlier, draft):
                self.retellings.merge(earlier, draft)
                share_place(draft, recent)
                return
        again = back and not self.retellings.comes_next(draft.trigger)
        if again and self.retellings.is_told(draft, recent):
            return
        if draft.type == "visit" and not draft.people:
            whole = [d for d in recent if d.type == "visit" and self.retellings.is_stage(d, draft)]
            draft.people = list(whole[-1].people) if whole else []
            visitor = self.discourse.visitor
            if draft.status == "cancelled" and not draft.date and visitor is not None:
                draft.people = [visitor]  # a stop of the guest's that is not made
        self.drafts.append(draft)
