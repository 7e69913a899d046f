"""Two drafts go in; whether they tell one happening comes out, and the draft of both.

A visit is told by its arrival and by its name, talks by the meeting and by “the talks”; separate
parts of a visit, two lectures in one house, a wreath and a welcome stay several.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sijill.dates import parse_edtf
from sijill.documents.document import PLACE
from sijill.documents.expressions import ends_in, expression
from sijill.documents.quotation_marks import OPENING
from sijill.documents.stretches import beginning_in
from sijill.errors import FormatFault
from sijill.event_types import types_with
from sijill.events.calls import Calls
from sijill.happenings.drafts import Discourse, Draft, falls_through, take_details
from sijill.happenings.triggers import SLIGHT, Trigger
from sijill.languages import VERB_LAST

# Two triggers of one of these types, side by side, are two words for one happening.
_SIDE_BY_SIDE = types_with("side_by_side")
# Whoever has talked held talks, under whichever name.
_TALKED = types_with("talked")
# The same meeting is an audience, a courtesy call or talks.
_MEETINGS = types_with("meeting")
# What is still open may be put off or called off in the same sentence.
_OPEN = frozenset({"planned", "proposed"})
_TAKEN_BACK = frozenset({"postponed", "cancelled"})
# “The exhibition” that was told once is meant again.
_SHOWN = types_with("shown")
# Who speaks of what a state has done tells of what the text has told.
_BY_A_STATE = types_with("by_a_state")
#: What begins on one day; that of what lasts several is not the day of a part of it.
_OF_A_DAY = types_with("anniversary") | {"visit"}
# An arrival and words of its visit tell days of one week.
_DAYS_OF_VISIT = 7
# Between going somewhere and the words for the visit stand the guest, the place and the day.
_LONG_CLAUSE = 160
# “To” and its place begin so near behind the noun.
_TO = 8
_SIGN = "[;؛,،、]"
# Works that begin are those of a project told so many sentences before; they open their clause.
_WORKS_BEHIND = 2
_OPENS = frozenset(f",،、;؛:–—{OPENING}")
# “First” stands so near before or behind “visit” (code points).
_FIRST = 24


class Retellings:
    """Compares the drafts of one discourse."""

    def __init__(self, discourse: Discourse) -> None:
        self._passage = discourse.passage
        self._arguments = discourse.arguments
        #: What is told of calls.
        self.calls = Calls(discourse)

    def takes_up(self, draft: Draft, recent: Sequence[Draft]) -> bool:
        """Say whether a noun without a day only takes up one of the happenings told before.

        “The talks showed …” are those that the text has told of; “this is the first visit” and
        “a contract under which …” say more of the visit and the signing told before.
        """
        trigger = draft.trigger
        if draft.type in _SHOWN and self._goes_on(trigger):
            return any(d.type == draft.type and d.status == "held" for d in recent)
        if draft.own_date:
            return False
        if self.calls.is_told_of(draft, recent):
            return True
        if draft.type in _BY_A_STATE and self._is_spoken(trigger):
            return any(d.type == draft.type and self._may_be_by(d, trigger) for d in recent)
        if trigger.frame == "verb":
            return False
        if draft.type == "talks" and draft.status == "held":
            window = trigger.window
            if self._form(trigger) or draft.details or self.comes_next(trigger):
                return False
            named = {
                a.entity
                for a in self._arguments.actors_in(window.start, window.end, pronouns=False)
                if self._passage.is_person(a.entity)
            }
            return any(
                d.type in _TALKED and d.status == "held" and named <= set(d.people) for d in recent
            )
        if draft.type == "visit" and draft.status in ("held", "planned"):
            before = max(self._arguments.span_of(trigger).start, trigger.start - _FIRST)
            words = self._passage.text[before : trigger.end + _FIRST]
            first = expression(self._passage.language, "first_word")
            told = [d for d in recent if d.type == "visit"]
            # “Arrived … on a state visit, the first since …”: the visit names it better.
            beside = any(d.trigger.sentence == trigger.sentence for d in told)
            names = beside and "visit_format" in draft.details
            return bool(first.search(words)) and bool(told) and not names
        if draft.type in _SHOWN:
            return any(d.type == draft.type and d.status == draft.status for d in recent)
        if draft.type in ("contract", "agreement"):
            return any(
                d.type == "signing" and d.trigger.sentence == trigger.sentence for d in recent
            )
        return False

    def begun(self, draft: Draft, recent: Sequence[Draft]) -> Draft | None:
        """Give the project told before whose works a clause tells to begin, naming no other.

        “They agreed to build a plant. Construction will begin next spring.”
        """
        last = next((d for d in reversed(recent) if d.type == "project"), None)
        trigger, sentences = draft.trigger, self._passage.sentences
        if draft.type != "project" or last is None:
            return None
        near = 0 <= trigger.sentence - last.trigger.sentence <= _WORKS_BEHIND
        if not near or (last.own_date and draft.own_date and not _may_meet(last.date, draft.date)):
            return None
        begins = expression(self._passage.language, "works_begin")
        sentence = sentences[trigger.sentence]
        if not begins.match(self._passage.text, trigger.start, sentence.end):
            return None
        before = self._passage.text[sentence.start : trigger.start].rstrip()
        opens = ends_in(self._passage.language, "works_open").search(before)
        return last if not before or before[-1] in _OPENS or opens else None

    def lasted(self, draft: Draft, recent: Sequence[Draft]) -> Draft | None:
        """Give the talks told right before of which a sentence only tells how long they lasted.

        「会談し、協定に署名した。会談は40分に及んだ。」, “The talks lasted 40 minutes.”
        """
        trigger = draft.trigger
        if draft.type != "talks" or draft.status != "held" or draft.own_date:
            return None
        sentence = self._arguments.span_of(trigger)
        opens = trigger.start - sentence.start <= _FIRST and set(draft.details) == {"minutes"}
        if not opens or self._form(trigger) or self.comes_next(trigger):
            return None
        lasts = self._arguments.details_in(sentence.start, sentence.end, "lasted")
        if not lasts:
            return None
        if self._arguments.actors_in(sentence.start, lasts[0].end, pronouns=False):
            return None  # how long those with another lasted
        last = next((d for d in reversed(recent) if d.type in _TALKED), None)
        if last is None or last.status != "held" or "minutes" in last.details:
            return None
        beside = trigger.sentence - last.trigger.sentence <= _WORKS_BEHIND
        return last if beside and self._paragraph(draft) - self._paragraph(last) <= 1 else None

    def _goes_on(self, trigger: Trigger) -> bool:
        """Say whether the sentence tells until when something is shown: “it runs until May”."""
        sentence = self._arguments.span_of(trigger)
        lasts = expression(self._passage.language, "lasts_until")
        return lasts.search(self._passage.text, trigger.end, sentence.end) is not None

    def _is_spoken(self, trigger: Trigger) -> bool:
        """Say whether it stands in somebody's words: “Expelling envoys is no answer,” she said."""
        return self._passage.quoted_around(trigger.start) is not None

    def _may_be_by(self, told: Draft, trigger: Trigger) -> bool:
        """Say whether words name no other state than who did what was told: “Chile did so, too”."""
        start = max(trigger.window.start, self._arguments.span_of(trigger).start)
        before = self._passage.mentions_in(start, trigger.start, (PLACE,))
        return all(m.entity in told.people for m in before if self._arguments.is_state(m.entity))

    def comes_next(self, trigger: Trigger) -> bool:
        """Say whether the sentence tells what came next: “then the talks went on”."""
        sentence = self._arguments.span_of(trigger)
        told = expression(self._passage.language, "then_comes")
        return told.search(self._passage.text, sentence.start, sentence.end) is not None

    def same(self, one: Draft, other: Draft) -> bool:
        """Say whether two drafts, in the order of the text, tell one happening."""
        if self.is_taken_back(one, other):
            return True
        if one.type != other.type:
            return False
        if (one.trigger.start, one.trigger.end) == (other.trigger.start, other.trigger.end):
            return False
        gap = other.trigger.start - one.trigger.end
        same_sentence = one.trigger.sentence == other.trigger.sentence
        if same_sentence and one.type == "disarmament":
            return False  # closing a site and giving up weapons are two acts
        if one.type == "ceremony" and one.trigger.type != other.trigger.type:
            return False  # a wreath is not the welcome
        if one.type == "protest" and self._is_of_crowd(one) != self._is_of_crowd(other):
            return False  # an envoy was summoned, and there was a march
        if one.type == "visit" and self._is_its_arrival(one, other):
            return True
        if one.type == "visit" and same_sentence and self._is_made_on(one, other):
            return True
        if one.type == "visit" and self.is_stage(one, other):
            return False
        put_off = falls_through(one, other, self._passage.document.published)
        apart = one.own_date and other.own_date and not _may_meet(one.date, other.date)
        apart = (
            apart or _in_other_years(one, other, self._passage.document.published)
        ) and not put_off
        if same_sentence and 0 <= gap < 30 and one.type in _SIDE_BY_SIDE and not apart:
            return True
        if one.type == "protest" and same_sentence and not apart:
            return True  # summoned, and handed a note
        if one.status != other.status and not (put_off or self._taken_up(one, other)):
            return False
        if one.type == "visit" and same_sentence and self._is_first_of_kind(one, other):
            return True
        if apart:
            return False
        if one.place and other.place and one.place != other.place:
            wide = self._arguments.is_state(one.place) or self._arguments.is_state(other.place)
            if not (wide and one.type in ("visit", "summit")):
                return False
        in_paragraph = self._paragraph(one) == self._paragraph(other)
        if one.type in ("signing", "statement_joint") and in_paragraph:
            return True
        ours, theirs = set(one.people), set(other.people)
        if one.type == "lecture":
            # Two who speak in one house give two lectures.
            speakers = {p for p in ours if self._passage.is_person(p)}
            others = {p for p in theirs if self._passage.is_person(p)}
            if speakers and others and not (speakers & others):
                return False
        if ours and theirs and not (ours & theirs):
            return False
        if one.type in _MEETINGS and self._is_with_another(one, other):
            return False
        if one.type == "decoration":
            return one.people == other.people
        if one.type == "appointment":
            return ours <= theirs or theirs <= ours  # one appoints several
        if one.type == "talks":
            forms = self._form(one.trigger), self._form(other.trigger)
            if any(forms):
                return forms[0] == forms[1]
        if one.type in ("talks", "ceremony", "project") and other.trigger.frame == "noun":
            return ours == theirs and same_sentence
        return True

    def is_told(self, draft: Draft, recent: Sequence[Draft]) -> bool:
        """Say whether words that point back may mean one told before: “during the talks”.

        “During his meeting with Li Wen” does not, where all others met were others.
        """
        alike = [d for d in recent if d.type == draft.type and d.status == draft.status]
        if draft.type not in _MEETINGS:
            return bool(alike)
        return not all(self._is_with_another(d, draft) for d in alike)

    def _is_with_another(self, one: Draft, other: Draft) -> bool:
        """Say whether somebody who met one person then met another whom the words name."""
        ours, theirs = ({p for p in d.people if self._passage.is_person(p)} for d in (one, other))
        if not (ours & theirs and ours - theirs and theirs - ours):
            return False
        window = other.trigger.window
        near = self._arguments.actors_in(window.start, window.end, pronouns=False)
        return any(a.entity in theirs - ours for a in near)

    def is_taken_back(self, one: Draft, other: Draft) -> bool:
        """Say whether the same sentence tells of a plan that it fell through or was put off.

        “… planned to visit Peru in May, but the trip was postponed to June”: the noun takes the
        plan up, and a meeting may be called by another kind of meeting.
        """
        alike = one.type == other.type or {one.type, other.type} <= _MEETINGS
        if not alike or other.trigger.frame == "verb" or other.status not in _TAKEN_BACK:
            return False
        if one.status not in _OPEN or one.trigger.sentence != other.trigger.sentence:
            return False
        if self._is_elsewhere(one, other) or not set(other.people) <= set(one.people):
            return False  # “…, but the visit to Latvia was cancelled”
        words = self._passage.text[one.trigger.end : other.trigger.end]
        return ends_in(self._passage.language, "but_it").search(words) is not None

    def _is_elsewhere(self, one: Draft, other: Draft) -> bool:
        """Say whether a noun names right behind it another place than that of a plan."""
        end = other.trigger.end
        return other.place not in (None, one.place) and any(
            m.entity == other.place for m in beginning_in(self._passage.mentions, end, end + _TO)
        )

    def _is_of_crowd(self, draft: Draft) -> bool:
        """Say whether a protest is told as one of people in the street."""
        words = self._passage.text[draft.trigger.start : draft.trigger.end]
        return expression(self._passage.language, "crowd_protests").search(words) is not None

    def _is_its_arrival(self, one: Draft, other: Draft) -> bool:
        """Say whether one of two visits is the arrival of the other: same people, same week."""
        arrivals = [d for d in (one, other) if d.trigger.type == "arrival"]
        if (
            len(arrivals) != 1
            or one.status != other.status
            or not set(one.people) & set(other.people)
        ):
            return False
        places = {one.place, other.place} - {None}
        if len(places) == 2 and not any(self._arguments.is_state(p or "") for p in places):
            return False
        if not (one.own_date and other.own_date):
            return True
        first, second = _first_day(one.date), _first_day(other.date)
        if first is None or second is None:
            return False
        return abs((first - second).days) <= _DAYS_OF_VISIT

    def _is_made_on(self, one: Draft, other: Draft) -> bool:
        """Say whether a clause tells who goes and, in a noun, on what: “arrives on a visit”."""
        language, triggers = self._passage.language, (one.trigger, other.trigger)
        between = self._passage.text[one.trigger.end : other.trigger.start]
        if len(between) > _LONG_CLAUSE or expression(language, "clause_begins", _SIGN).search(
            between
        ):
            return False
        told = self._passage.document.published  # “…, it was announced today”
        days = {one.date, other.date} - {told if one.status == "planned" else None}
        if one.own_date and other.own_date and len(days) > 1 and not _may_meet(*days):
            return False
        noun = triggers[0 if language in VERB_LAST else 1]
        if noun.frame == "verb" or triggers[0].frame == triggers[1].frame == "noun":
            return False
        if language in VERB_LAST:
            words = self._passage.text[noun.start : noun.end] + between
            return expression(language, "on_visit_after").search(words) is not None
        return ends_in(language, "on_visit").search(between) is not None

    def is_stage(self, one: Draft, other: Draft) -> bool:
        """Say whether a town on a later day is a stage of a visit of several days to the state."""
        if other.place is None or not (one.own_date and other.own_date):
            return False
        if not self._arguments.is_state(one.place or "") or self._arguments.is_state(other.place):
            return False
        first, day = _first_day(one.date), _first_day(other.date)
        if first is None or day is None or one.date == other.date:
            return False
        if (other.date or "").startswith(f"{one.date}-"):
            # A history names the visit by its month, and its stages later by their days.
            return other.trigger.type != "arrival" and self._paragraph(one) != self._paragraph(
                other
            )
        return "/" in (one.date or "") and "/" not in (other.date or "") and day > first

    def _taken_up(self, one: Draft, other: Draft) -> bool:
        """Say whether a later word only takes up a plan: “the trip”, after “plans to travel”."""
        if {one.status, other.status} == {"planned", "proposed"}:
            return True
        return other.trigger.frame in SLIGHT and not other.told and not other.own_date

    def _paragraph(self, draft: Draft) -> int:
        return self._passage.sentences[draft.trigger.sentence].paragraph

    def _form(self, trigger: Trigger) -> str:
        """Give the form of talks that a trigger names, narrow or extended, else nothing."""
        hits = self._arguments.details_in(trigger.start, trigger.end + 2, "form:")
        return hits[0].row["role"] if hits else ""

    def _is_first_of_kind(self, one: Draft, other: Draft) -> bool:
        """Say whether a visit only says that the one before it was the first: «في أول زيارة»."""
        before = self._passage.text[one.trigger.end : other.trigger.start]
        return (
            ends_in(self._passage.language, "first_of_kind").search(before[-16:].rstrip())
            is not None
        )

    def merge(self, earlier: Draft, draft: Draft) -> None:
        """Add to a draft what a later telling of the same happening knows."""
        if self.is_taken_back(earlier, draft):
            to = draft.date if draft.status == "postponed" else None
            earlier.status, earlier.date = draft.status, to or earlier.date
            return
        if falls_through(earlier, draft, self._passage.document.published):
            earlier.status, earlier.date = draft.status, earlier.date or draft.date
            return
        if draft.own_date and not earlier.own_date:
            earlier.date, earlier.own_date = draft.date, True
        elif draft.type in _OF_A_DAY and draft.own_date and _first_day(draft.date) is not None:
            # “In June 2008 …”, and later “it began on 18 June”; so of what has anniversaries.
            whole = draft.place in (None, earlier.place)  # not a town seen in its course
            if whole and (draft.date or "").startswith(f"{earlier.date}-"):
                earlier.date = draft.date
        if draft.trigger.frame not in SLIGHT or draft.type == "visit":
            earlier.place = earlier.place or draft.place
        if draft.type == "signing":
            known = [] if self._leaves_out_signers(earlier, draft) else earlier.people
            earlier.people = list(dict.fromkeys([*known, *draft.people]))
        same_sentence = earlier.trigger.sentence == draft.trigger.sentence
        more = draft.type == "talks" and same_sentence and set(earlier.people) < set(draft.people)
        if draft.type != "signing" and (more or not earlier.people):
            earlier.people = draft.people
        if draft.type == "visit" and same_sentence and "visit_format" in draft.details:
            # “Arrived … on a state visit”: the visit names it better than the arrival.
            earlier.trigger = draft.trigger
        take_details(self._arguments, earlier, draft)

    def _leaves_out_signers(self, earlier: Draft, draft: Draft) -> bool:
        """Say whether only the later telling names who signed: «подписано девять документов, …».

        Those who met just before need not be who signed.
        """
        one, two = earlier.trigger.window, draft.trigger.window
        sides = expression(self._passage.language, "two_sides")
        start = self._arguments.span_of(earlier.trigger).start
        if sides.search(self._passage.text, start, one.end):
            return False  # 「両首相の立ち会いの下」
        named = self._arguments.actors_in(one.start, one.end, pronouns=False)
        signers = self._arguments.actors_in(two.start, two.end, pronouns=False)
        people = set(draft.people)
        return not named and bool(people) and people <= {a.entity for a in signers}


def _first_day(told: str | None) -> date | None:
    try:
        return parse_edtf(told).start if told else None
    except FormatFault:
        return None


def _in_other_years(one: Draft, other: Draft, published: str | None) -> bool:
    """Say whether a day told beside one lies years away from the account that the other is of."""
    now = published if one.type == "visit" else None
    first, second = _first_day(one.date or now), _first_day(other.date or now)
    if one.own_date == other.own_date or first is None or second is None:
        return False
    return abs(first.year - second.year) > 1


def _may_meet(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    try:
        return parse_edtf(one).may_equal(parse_edtf(other))
    except FormatFault:
        return False
