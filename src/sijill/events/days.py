"""The drafts of a text go in; the day each happened, as the text tells it, comes out.

A day stands beside the happening, or was told before it in the same account. A bare weekday of
something still to come is the next one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from sijill.documents.document import DATE, Mention
from sijill.documents.expressions import ends_in, expression
from sijill.documents.stretches import beginning_in
from sijill.event_types import types_with
from sijill.events.histories import Histories
from sijill.events.visits import is_beside, is_near_day
from sijill.happenings.attributes import is_of_attribute, is_told_aside
from sijill.happenings.denials import is_behind_deed
from sijill.happenings.drafts import Discourse, Draft
from sijill.happenings.moved_days import first_planned, is_day_of_act, moved_to, was_planned
from sijill.happenings.other_days import is_of_another_day
from sijill.happenings.triggers import Trigger
from sijill.temporal.calendar import find_atoms
from sijill.temporal.chronology import NEAR_DAYS, first_day, is_after, last_day, single_day
from sijill.temporal.clock import day_edtf, day_plus, month_shift, year_edtf

_DATES_BACK = 40
_UNDATED = types_with("undated")
# Plans that are no item of a day: they take months, or nobody has said when.
_NEVER_ITEMS = types_with("no_item")
_OF_NEWS = types_with("news")
_WEEK = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")
_SPAN = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])")
_SEASON = re.compile(r"\d{4}-2[1-4]")
# Where something is put off to stands so near behind the words (code points).
_TO = 30


class Days:
    """Gives the drafts of one discourse their days."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._passage = discourse.passage
        self._chronology = discourse.arguments.chronology
        self._dates = self._chronology.dates
        self._histories = Histories(discourse)
        #: The happening told before.
        self._before: Draft | None = None
        self._taken: set[str] = set()
        #: The days, or the month, of the last visit told.
        self._visit_date: str | None = None
        #: Sentence and days of the last visit told from its first day to its last.
        self._span: tuple[int, str] | None = None
        self._has_visit = False

    def day_of(self, told_date: Mention | None, status: str) -> str | None:
        """Give a date's value on the side of the day of publication where the status puts it.

        A bare weekday of something still to come is the next one, a month without a year that of
        the next year; of something held they are the last ones.
        """
        if told_date is None or told_date.value is None:
            return None
        published = self._chronology.published
        start = first_day(told_date.value)
        if published is None or start is None:
            return told_date.value
        ahead = status in ("planned", "proposed", "postponed")
        moved = status == "postponed" and not self._is_new_day(told_date)
        if moved or status == "cancelled":
            return first_planned(self._passage, self._chronology, told_date)
        if single_day(told_date.value) and self._chronology.is_weekday(told_date):
            following = day_plus(start, 7) or start
            if ahead and start < published <= following:
                return following.isoformat()
            if start > published and status == "held":
                return day_edtf(start, -7)
        if _MONTH.fullmatch(told_date.value) and self._chronology.lacks_year(told_date):
            year, month = start.year, start.month
            behind = told_date.value < published.isoformat()[:7]
            new = status == "postponed" and self._is_new_day(told_date)
            if behind and status == "proposed" and self._is_done(told_date):
                return told_date.value
            if behind and not new and was_planned(self._passage, told_date):
                return told_date.value
            if behind and (new or status in ("planned", "proposed")):
                return month_shift((year, month), 12, None)
            if status == "held" and told_date.value > published.isoformat()[:7]:
                return month_shift((year, month), -12, None)
        if season := self._season_ahead(told_date, status):
            return season
        if week := _WEEK.fullmatch(told_date.value):
            # A week tells no day, but it tells the month that it lies in.
            first, last = (date.fromisoformat(day) for day in week.groups())
            is_week = first.weekday() == 0 and last - first == timedelta(6)
            return first.isoformat()[:7] if is_week and first.month == last.month else week.group()
        if status in ("planned", "proposed") and self._is_deadline(told_date):
            return f"../{self._by_its_end(told_date)}"
        return told_date.value

    def new_day_behind(self, offset: int) -> str | None:
        """Give the day to which words that end at a place put something off: “… until May”."""
        sentence = self._passage.sentence_at(max(0, offset - 1))
        end = min(sentence.end, offset + _TO) + 1
        for mention in beginning_in(self._dates, offset, end)[:1]:
            return self.day_of(mention, "postponed") if self._is_new_day(mention) else None
        return None

    def _season_ahead(self, told: Mention, status: str) -> str | None:
        """Give the next season of a name for one gone by that something ahead is told for."""
        value, published = told.value or "", self._chronology.published
        last = last_day(value)
        bare = _SEASON.fullmatch(value) and not any(c.isdigit() for c in told.text)
        if not bare or last is None or published is None or last >= published:
            return None
        plan = status in ("planned", "proposed") and not self._is_done(told)
        year = year_edtf(int(value[:4]) + 1)
        return f"{year}{value[4:]}" if year and (plan or status == "postponed") else None

    def _is_done(self, told: Mention) -> bool:
        """Say whether what a month tells is told as done: “in May he invited her to come”."""
        sentence = self._passage.sentence_at(told.start)
        done = expression(self._passage.language, "clause_done")
        return done.search(self._passage.text, told.end, sentence.end) is not None

    def _is_deadline(self, told: Mention) -> bool:
        """Say whether something is to be done before a date, not on it."""
        text, language = self._passage.text, self._passage.language
        before = text[max(0, told.start - 16) : told.start]
        behind = text[told.end : told.end + 10]
        return "/" not in (told.value or "") and (
            ends_in(language, "deadline_before").search(before) is not None
            or expression(language, "deadline_after").match(behind) is not None
        )

    def _by_its_end(self, told: Mention) -> str:
        """Give the last month of a year of whose end a deadline speaks."""
        value = (told.value or "").strip("[]").split(",")[-1]  # of days of the moon the last one
        whole = _YEAR.fullmatch(value) and self._chronology.tells_end(told)
        return f"{value}-12" if whole else value

    def _is_of_the_telling(self, draft: Draft) -> bool:
        """Say whether the day beside a plan is that on which it was spoken of.

        No plan is of a day gone by, and no building or loan is of a weekday.
        """
        published = self._chronology.published
        told = self._discourse.arguments.date(draft.trigger, self._discourse.triggers)
        if published is None or told is None or not draft.date:
            return False
        if is_after(published.isoformat(), draft.date):
            return True
        day = single_day(told.value)
        return draft.type in _NEVER_ITEMS and day is not None and day <= published

    def _put_off(self, draft: Draft) -> Mention | None:
        """Give the new day of something put off, if its sentence tells one, else the old one.

        Of the act of putting off itself: the day on which it was done, which stands before it.
        """
        trigger, arguments = draft.trigger, self._discourse.arguments
        span = arguments.span_of(trigger)
        dates = [
            m
            for m in beginning_in(self._dates, span.start, span.end)
            if not self._chronology.is_dateline(m)
        ]
        if draft.type != "postponement":
            told = arguments.date(trigger, self._discourse.triggers)
            if told and is_day_of_act(self._chronology, told, trigger.start):
                told = told if arguments.is_old_day(told) else None
            return next((m for m in dates if self._is_new_day(m)), told)
        published = self._chronology.published
        turn = expression(self._passage.language, "clause_turn", "[;؛]")
        for mention in dates:
            day = single_day(mention.value)
            if mention.start > trigger.start or day is None:
                continue
            if published is not None and day > published:
                continue
            if turn.search(self._passage.text, mention.end, trigger.start):
                continue  # “… held the session, which had been put off”
            if not self._is_new_day(mention) and not arguments.is_old_day(mention):
                return mention
        return None

    def _is_day_of_another(self, draft: Draft) -> bool:
        """Say whether the day beside a visit is that of what was done in its course.

        “This morning he held talks with the President, who is here on a visit.”
        """
        trigger = draft.trigger
        if draft.status != "held" or trigger.type == "arrival" or trigger.frame == "verb":
            return False
        if single_day(draft.date) is None or not is_near_day(self._chronology, draft.date):
            return False
        span = self._discourse.arguments.span_of(trigger)
        triggers = self._discourse.triggers
        here = beginning_in(triggers, span.start, span.end)
        if self._has_clause(trigger, here):
            return False
        return any(
            t is not trigger and t.type not in ("visit", "arrival") and t.frame != "weak"
            for t in here
        )

    def _has_clause(self, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
        """Say whether a day and a visit make a clause of their own: «8日、ハノイを訪れ、…».

        In languages whose verb comes last; nothing else happens in the clause. «Ли, который
        прилетел в среду, …» has a clause of its own.
        """
        told = self._discourse.arguments.date(trigger, self._discourse.triggers)
        if told is None or told.end > trigger.start:
            return told is not None and is_told_aside(self._passage, told)
        others = [t for t in triggers if t.type not in ("visit", "arrival")]
        if any(told.end < t.end <= trigger.start for t in others):
            return False
        end = min((t.start for t in others if t.start > trigger.start), default=trigger.window.end)
        return is_behind_deed(self._passage, trigger.start, end)

    def _is_gone_by(self, draft: Draft) -> bool:
        """Say whether a plan stands beside a date gone by: “the third to go, after A in 2006”."""
        published = self._chronology.published
        if draft.status not in ("planned", "proposed") or published is None:
            return False
        told = self._discourse.arguments.date(draft.trigger, self._discourse.triggers)
        in_past = told is not None and was_planned(self._passage, told)
        return is_after(published.isoformat(), draft.date) and not in_past

    def _is_new_day(self, told: Mention) -> bool:
        text, language = self._passage.text, self._passage.language
        before = text[max(0, told.start - 40) : told.start]
        return (
            ends_in(language, "put_off_to").search(before) is not None
            or expression(language, "put_off_to_after").match(text[told.end : told.end + 24])
            is not None
        )

    def carry(self, draft: Draft) -> None:
        """Give a draft without a day of its own the day of the account it stands in."""
        self._carry(draft)
        self._histories.note(draft)
        self._before = draft

    def _carry(self, draft: Draft) -> None:
        if draft.status == "postponed" or draft.type == "postponement":
            told = self._put_off(draft)
            draft.date = self.day_of(told, draft.status)
            if told is not None and draft.type != "postponement":
                draft.date = moved_to(self._passage, self._chronology, told) or draft.date
                if draft.date and "/" in draft.date and self._discourse.arguments.is_old_day(told):
                    draft.date = draft.date.split("/")[-1]  # “planned for Monday, to 2 October”
            draft.own_date = draft.date is not None
            lead = self._passage.sentences[draft.trigger.sentence].paragraph == 1
            if draft.type == "postponement" and draft.date is None and lead:
                draft.date = self._this_month(draft.trigger)  # the news itself, no history
            return
        if draft.type == "visit":
            if draft.date and (self._is_day_of_another(draft) or self._is_gone_by(draft)):
                draft.date, draft.own_date = None, False
            self._note_visit(draft)
            if draft.date is None and draft.status == "planned":
                # A trip in the course of the visit that the programme is of.
                headed = self._chronology.is_headed(draft.trigger.start)
                own = headed or self._is_of_guest(draft)
                draft.date = self._of_programme(draft.trigger) if own else None
            self._has_visit = True
            return
        if draft.status in ("planned", "proposed") and self._is_of_the_telling(draft):
            draft.date, draft.own_date = None, False
        if draft.date is not None:
            self._free_day(draft)
            return
        if draft.status == "planned" and draft.type not in _NEVER_ITEMS:
            draft.date = self._of_programme(draft.trigger) or self._histories.date_ahead(draft)
            return
        if draft.status != "held" or draft.type in _UNDATED:
            return
        if draft.type == "agreement" and not self._is_act(draft.trigger):
            return  # a treaty named in passing is not of the day of the talks
        sentence, days = self._span or (-1, "")
        if sentence == draft.trigger.sentence:
            draft.date = days  # within the days of the visit that the same sentence tells
            return
        history = self._of_history(draft.trigger)
        if history is not None:
            draft.date, draft.own_date = history, True
            return
        draft.date = self._histories.date_of(draft) or (draft.met.date if draft.met else None)
        if draft.date is not None or is_of_another_day(self._passage, draft.trigger):
            return
        draft.date = self._histories.then(draft, self._before) or self._of_part(draft.trigger)
        draft.date = draft.date or self.of_account(draft.trigger)
        if draft.date and self._is_eve(draft.trigger):
            draft.date = draft.date[:7]

    def _of_part(self, trigger: Trigger) -> str | None:
        """Give the day told last to what is told with a part of the day alone: «Вечером».

        It is that of an arrival, too, and of what was done yesterday.
        """
        sentence = self._passage.sentences[trigger.sentence]
        last = bisect_left(self._dates, trigger.start, key=lambda m: m.start)
        if not sentence.paragraph or not last:
            return None
        before = self._before
        if before is not None and single_day(before.date) is None:
            here = self._passage.sentences[before.trigger.sentence].paragraph
            if here == sentence.paragraph:
                return None  # the evening of whatever day that was
        for mention in reversed(self._dates[max(0, last - _DATES_BACK) : last]):
            if self._chronology.is_since(mention) or self._chronology.is_dateline(mention):
                continue
            near = sentence.paragraph - self._passage.sentence_at(mention.start).paragraph <= 1
            told = near and self._is_day(mention.value, near=True)
            return mention.value if told and self._tells_part(trigger) else None
        return None

    def _tells_part(self, trigger: Trigger) -> bool:
        """Say whether a part of the day is told in a trigger's clause."""
        text, language = self._passage.text, self._passage.language
        start = max(self._passage.sentences[trigger.sentence].start, trigger.window.start)
        return any(a.kind == "part" for a in find_atoms(text, start, trigger.window.end, language))

    def _of_history(self, trigger: Trigger) -> str | None:
        """Give the month or year told last in a sentence that looks back on more than one deed.

        “In September she had come to Muscat, and met the deputy there.”
        """
        sentence = self._passage.sentences[trigger.sentence]
        begun = beginning_in(self._dates, sentence.start, trigger.start)
        told = [m for m in begun if m.end <= trigger.start]
        published = self._chronology.published
        if not told or published is None or trigger.frame != "verb":
            return None
        last = told[-1]
        value = last.value or ""
        is_long = _MONTH.fullmatch(value) or _YEAR.fullmatch(value)
        if not is_long or self._chronology.is_since(last):
            return None
        if is_of_attribute(self._passage, last, trigger):
            return None
        day = last_day(value)
        return value if day is not None and day < published else None

    def _is_of_guest(self, draft: Draft) -> bool:
        """Say whether a trip is one of the guest's of whom the text tells, not one of the host."""
        guest = self._discourse.visitor
        return self._has_visit and (not draft.people or guest is None or guest in draft.people)

    def _is_eve(self, trigger: Trigger) -> bool:
        """Say whether the day is told of what came next: “the day after the talks he spoke”."""
        span = self._discourse.arguments.span_of(trigger)
        told = self._passage.mentions_in(span.start, trigger.start, (DATE,))
        return any(self._discourse.arguments.is_day_from(m) for m in told)

    def _is_act(self, trigger: Trigger) -> bool:
        """Say whether the trigger is a verb of what was done, not the name of a treaty."""
        words = self._passage.text[trigger.start : trigger.end]
        done = expression(self._passage.language, "trigger_done").search(words)
        return trigger.status == "held" or trigger.frame == "verb" or done is not None

    def _of_programme(self, trigger: Trigger) -> str | None:
        """Give the day of a programme that an item stands at.

        “In the evening there will be a dinner”: a part of the day is of the day of the account.
        """
        day = self._chronology.day_ahead(trigger.start)
        if day is not None:
            return day.isoformat()
        sentence = self._passage.sentences[trigger.sentence]
        parts = self._passage.mentions_in(sentence.start, trigger.start, (DATE,))
        if parts and all(m.value is None for m in parts):
            return self._told_before(trigger)
        return None

    def _note_visit(self, draft: Draft) -> None:
        """Keep the days of a visit for what is told to have happened in its course."""
        if not draft.own_date or draft.status != "held":
            return
        one = self._is_of_one_day(draft.trigger.sentence) or self._is_of_today(draft)
        if draft.trigger.type == "arrival" and not one:
            # The day of an arrival is not that of what follows.
            window = draft.trigger.window
            self._taken.update(m.id for m in beginning_in(self._dates, window.start, window.end))
        if _SPAN.fullmatch(draft.date or ""):
            self._span = (draft.trigger.sentence, draft.date or "")
        published = self._passage.document.published or ""
        recent = _MONTH.fullmatch(draft.date or "") and (draft.date or "")[:4] == published[:4]
        # A text without a day of publication is of the visit that it opens with.
        lead = self._passage.sentences[draft.trigger.sentence].paragraph <= 1
        recent = recent or (not published and lead and not self._has_visit)
        if recent or self._is_day((draft.date or "").split("/")[0], near=True):
            self._visit_date = (draft.date or "")[:7]

    def _is_of_today(self, draft: Draft) -> bool:
        """Say whether it was on the day of publication: what followed was on it, too."""
        return single_day((draft.date or "").split("/")[0]) == self._chronology.published

    def _free_day(self, draft: Draft) -> None:
        """Give the account again the day of an arrival on which more was done: “came and met”."""
        if self._taken and draft.own_date and draft.status == "held":
            span = self._discourse.arguments.span_of(draft.trigger)
            for mention in self._dates:
                if span.start <= mention.start < span.end and mention.value == draft.date:
                    self._taken.discard(mention.id)

    def of_account(self, trigger: Trigger) -> str | None:
        """Give the day, or else the month, of the account that a trigger stands in."""
        window = trigger.window
        if self._passage.sentences[trigger.sentence].paragraph == 0:
            return self._of_first_paragraph()
        start = self._passage.sentences[trigger.sentence].start
        during = expression(self._passage.language, "during_visit")
        if during.search(self._passage.text, start, window.end):
            day = self._told_before(trigger)
            return self._visit_date or (day[:7] if day else None)
        return self._told_before(trigger) or self._visit_date or self._this_month(trigger)

    def _of_first_paragraph(self) -> str | None:
        """Give the first day that the body tells: that of the headline."""
        body = [m for m in self._dates if self._passage.sentence_at(m.start).paragraph > 0]
        for mention in body:
            if self._chronology.is_dateline(mention):
                continue
            return mention.value if self._is_day(mention.value, near=True) else None
        return None

    def _this_month(self, trigger: Trigger) -> str | None:
        """Give the month of publication to news that stands beside no date at all.

        In speech, and behind a date of other years in the same paragraph, the text may be telling
        a history.
        """
        published = self._chronology.published
        if published is None or trigger.type not in _OF_NEWS:
            return None
        if any(q.start <= trigger.start < q.end for q in self._passage.quoted):
            return None
        paragraph = self._passage.sentences[trigger.sentence].paragraph
        last = bisect_left(self._dates, trigger.end, key=lambda m: m.start)
        for mention in reversed(self._dates[max(0, last - _DATES_BACK) : last]):
            if self._passage.sentence_at(mention.start).paragraph != paragraph:
                break
            ahead = is_after(mention.value, published.isoformat())
            if not (ahead or self._chronology.is_dateline(mention)):
                return None
        return published.isoformat()[:7]

    def _told_before(self, trigger: Trigger) -> str | None:
        sentence = self._passage.sentences[trigger.sentence]
        last = bisect_left(self._dates, trigger.start, key=lambda m: m.start)
        for mention in reversed(self._dates[max(0, last - _DATES_BACK) : last]):
            earlier = self._passage.sentence_at(mention.start)
            same = earlier.paragraph == sentence.paragraph
            if earlier.paragraph == 0 or not self._is_day(mention.value, near=not same):
                continue
            if mention.id in self._taken or self._is_aside(mention):
                continue
            of_airport = self._discourse.arguments.details_in(earlier.start, earlier.end, "airport")
            number = self._passage.sentence_index(mention.start)
            if of_airport and not self._is_of_one_day(number):
                continue  # the eve: who met the guest on arrival
            if is_beside(self._discourse, mention, earlier, "leaves"):
                continue  # the end of the visit is the day of nothing that came before it
            # A report of today is of that day throughout; another day ends with its paragraph, and
            # only its month is sure of what follows.
            day = single_day(mention.value)
            today = day == self._chronology.published or day == self._chronology.day_of_lead
            return mention.value if same or today else (mention.value or "")[:7]
        return None

    def _is_of_one_day(self, sentence: int) -> bool:
        """Say whether a sentence tells a visit of one day: who lands then leaves that evening."""
        told = self._passage.sentences[sentence]
        one = expression(self._passage.language, "one_day_visit")
        return one.search(self._passage.text, told.start, told.end) is not None

    def _is_aside(self, mention: Mention) -> bool:
        """Say whether a date looks back from the day of the account; that of the lead is it."""
        day = single_day(mention.value)
        lead = self._chronology.is_lead(mention) and day == self._chronology.day_of_lead
        told = self._chronology.is_since(mention) or self._chronology.is_dateline(mention)
        told = told or is_told_aside(self._passage, mention)
        return told or (self._chronology.looks_back(mention) and not lead)

    def _is_day(self, text: str | None, *, near: bool) -> bool:
        day, published = single_day(text), self._chronology.published
        if day is None or published is None:
            return day is not None and not near
        if day > published:
            return False
        return not near or (published - day).days <= NEAR_DAYS
