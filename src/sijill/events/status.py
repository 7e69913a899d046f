"""A trigger goes in; how far its happening has got comes out.

A plan, an offer, a postponement or a cancellation is told by the words around the trigger
(`data/<language>/status_cues.tsv`), by the form of the verb, or by a day after that of publication.
What is denied is no happening at all. Words speak of the happening of their own clause: a planned
summit in the sentence of a held visit leaves the visit held.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property

from sijill.citation import Span
from sijill.documents.document import DATE, Mention, Status
from sijill.documents.expressions import NOTHING, ends_in, expression
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit
from sijill.documents.stretches import beginning_in
from sijill.event_types import types_with
from sijill.events.cue_reach import is_beside, is_cut_off, is_far, is_its_cause, named_in
from sijill.events.cues import AHEAD, DENIED, PAPERS, find_cues, is_of_another, opens_list
from sijill.happenings.deals import MONEY, is_done_beside, is_of_old
from sijill.happenings.denials import STANDING, find_denied, is_behind_deed, is_negated, settle_cues
from sijill.happenings.denied_again import is_denied_again, is_in_denied
from sijill.happenings.last_verbs import (
    ends_to_come,
    goes_on_to_what_is_done,
    has_ended,
    is_deed_before,
    is_finished_behind,
    is_first_step,
)
from sijill.happenings.one_breath import told_in_one_breath
from sijill.happenings.triggers import Trigger
from sijill.happenings.wishes import is_refused, is_wished
from sijill.languages import VERB_LAST
from sijill.temporal.chronology import NEAR_DAYS, chronology_of, is_after, last_day, single_day
from sijill.temporal.tenses import is_scheduled
from sijill.text import without_vowel_signs

# A project is told of while it is a plan; a text that tells of one done says so.
_MOSTLY_PLANS = types_with("mostly_planned")
# What these are is told by the very word that is a cue elsewhere.
_CUE_ITSELF = {
    "postponement": frozenset({"postponed", "put_off", "cancelled"}),
    "letter": frozenset({"proposed", "invited"}),
}
# Told as agreed, done only later where the day or the meeting for it is still to come.
_PROMISED = types_with("promised")
# What is seldom put off itself, but often about something that is.
_UNSHAKEN = types_with("unshaken")
# Words that speak of the very next one only: “nearly closed”, “would have visited”, «не подписал».
_NEXT = frozenset({"unreal", "not"})
_OFF = ("postponed", "cancelled")
_OFFERS = ("accepted", "invited")
# Deals that are only spoken of are proposals; a visit that is spoken of has been made.
_DEALS = types_with("deal")
# Where a sentence turns to something else: a cue before it does not reach over it.
_TURN = r"[;؛。]|[.!?؟](?<=(?P<word>\w{4}).)\s|\s[–—]\s"
_NEAR = 90
# What stands between two commas takes nothing apart: “the session, which was to open on Monday,”.
_CLAUSE = re.compile(r"[,،;؛:](?!\d)")
_INSERTED = re.compile(r"[,،、]\s[^,،、]{4,120}[,،、]")
# So near behind words that point back stands what was: “after the long talks”.
_TO_WHAT_WAS = 12
# The distance of a cue that is part of the words that tell a happening.
_INSIDE = -1
_NEXT_TO = 3
# Words that tell how far something has got stand within this many characters of it.
_REACH = 600
# What lies further back is history: «1983年、両国が国交を樹立する» tells what was.
_HISTORY = timedelta(45)


class StatusCues:
    """The cues of one passage, found once."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._denied = find_denied(passage)
        self._cues = settle_cues(passage, find_cues(passage), self._denied)
        self._starts = [cue.start for cue in self._cues]
        self._late = [cue for cue in self._cues if cue.row["status"] == "late"]
        self._statuses = {cue.row["status"] for cue in self._cues}
        self._chronology = chronology_of(passage)

    @cached_property
    def _turns(self) -> list[tuple[int, int]]:
        """Every place where a sentence turns to something else; its last letters are of its end."""
        turns = expression(self._passage.language, "cue_turn", _TURN)
        return [
            (m.start("word") if m["word"] else m.start(), m.end())
            for m in turns.finditer(self._passage.text)
        ]

    def status(
        self, trigger: Trigger, triggers: Sequence[Trigger], date: str | None
    ) -> tuple[str, bool]:
        """Give a status of `Status` by its word, or DENIED, and whether words tell it."""
        told = self._told(trigger, triggers, date)
        if not told and is_wished(self._passage, trigger) and not self._is_history(date):
            told = Status.PROPOSED.value
        refused = told in ("", "held") and is_refused(self._passage, trigger)
        if refused or (told in ("", "held") and is_denied_again(trigger, triggers, self._denied)):
            told = DENIED
        return self._settle(trigger, told, date), bool(told or trigger.status)

    def _settle(self, trigger: Trigger, told: str, date: str | None) -> str:
        if trigger.type == "postponement" and told != DENIED:
            return Status.HELD.value  # the act of putting off, whatever else lies ahead
        published = self._passage.document.published
        done = trigger.status == "held" or self._is_done(trigger)
        if told == "put_off":
            # Put off once, and then held.
            past = date is not None and not is_after(date, published)
            told = Status.HELD.value if done or past else Status.POSTPONED.value
        if told == "late" or (told in _OFF and done and is_of_old(trigger, date, published)):
            return Status.HELD.value
        if told in (*_OFF, DENIED):
            return told
        if told == "not":
            return DENIED
        if told == STANDING:
            return Status.HELD.value if done else Status.PLANNED.value
        if told in ("accepted", "unreal"):
            return Status.PLANNED.value
        if told == "invited":
            ahead = is_after(date, published)
            return Status.PLANNED.value if ahead else Status.PROPOSED.value
        if trigger.type == "agreement" and done and told in AHEAD:
            return Status.HELD.value  # agreeing is done, whatever is agreed on lies ahead
        if told == "discussed":
            told = Status.PROPOSED.value if trigger.type in _DEALS else ""
        if told == "planned" and trigger.type == "relations_established" and date:
            return Status.PLANNED.value if is_after(date, published) else Status.HELD.value
        if told in ("", "held") and not done and self._is_to_be_on(trigger, date):
            # «Несиені шілдеде алдық», in May: the verb tells which July it was.
            given = trigger.type in MONEY and is_done_beside(self._passage, trigger, old=False)
            return Status.HELD.value if given else Status.PLANNED.value
        if told in ("", "held") and self._is_to_come(trigger) and not self._is_history(date):
            return Status.PLANNED.value
        return told or trigger.status or self._by_form(trigger, date, done=done)

    def _is_to_be_on(self, trigger: Trigger, date: str | None) -> bool:
        """Say whether a date to come is surely that of a happening.

        A bare weekday may be the last one, and a paper speaks of years to come.
        """
        if not is_after(date, self._passage.document.published):
            return False
        if trigger.type in PAPERS and single_day(date) is None:
            return False
        return self._chronology.is_programme or not self._of_weekday(trigger, date)

    def _of_weekday(self, trigger: Trigger, date: str | None) -> bool:
        """Say whether the sentence tells a date by a bare weekday, which may be the next one."""
        sentence = self._passage.sentences[trigger.sentence]
        return any(
            m.value == date and self._chronology.is_weekday(m)
            for m in self._passage.mentions_in(sentence.start, sentence.end, (DATE,))
        )

    def _is_done(self, trigger: Trigger) -> bool:
        """Say whether the trigger's own words are a verb of what is done."""
        text, language = self._passage.text, self._passage.language
        words = without_vowel_signs(text[trigger.start : trigger.end])
        undone = expression(language, "form_undone").match(text, trigger.end) is not None
        if undone or is_first_step(self._passage, trigger):
            return False  # 「開設することを決めた」
        if expression(language, "trigger_done").search(words) is not None:
            return True
        if is_finished_behind(self._passage, trigger):
            return True
        # An ending of the past may be that of a noun's case, too: «зауытты».
        verb = expression(language, "verb_done")
        return trigger.frame == "verb" and verb.search(words) is not None

    def _is_finished(self, trigger: Trigger) -> bool:
        """Say whether a verb is one of what is done, in its own words or right behind them.

        「15日に署名した協定により、市場が開かれる」: what comes last tells of something else.
        """
        behind = expression(self._passage.language, "form_finished")
        return self._is_done(trigger) or behind.match(self._passage.text, trigger.end) is not None

    def _is_to_come(self, trigger: Trigger) -> bool:
        """Say whether the verb's own form is that of what lies ahead."""
        text, language = self._passage.text, self._passage.language
        # Before a noun the form tells no time: 「抗議する農家」; before a plan's word it does.
        form = "form_of_plan" if trigger.status == "held" else "form_to_come"
        behind = text[trigger.end : trigger.end + 14]
        if expression(language, form).match(behind) or ends_to_come(self._passage, trigger):
            return True
        words = without_vowel_signs(text[trigger.start : trigger.end])
        return trigger.frame == "verb" and bool(expression(language, "verb_to_come").match(words))

    def _by_form(self, trigger: Trigger, date: str | None, *, done: bool) -> str:
        """Read the verb's own form where the language shows it, else take the type's usual one.

        `done` says that the trigger's own words are a verb of what is done.
        """
        text, language = self._passage.text, self._passage.language
        if done or expression(language, "form_done").match(text[trigger.end : trigger.end + 14]):
            return Status.HELD.value
        if trigger.type in _MOSTLY_PLANS:
            # A loan of last year may well have been asked for only.
            past = trigger.type not in MONEY and is_after(self._chronology.told_from, date)
            past = past and not self._is_near(date)
            told = is_done_beside(self._passage, trigger, old=self._is_history(date))
            told = past or told or goes_on_to_what_is_done(self._passage, trigger)
            return Status.HELD.value if told else Status.PLANNED.value
        # The sentence's own verb may come last; then it speaks for the nouns before it.
        sentence = self._passage.sentences[trigger.sentence]
        last = text[max(trigger.end, sentence.end - 16) : sentence.end]
        if ends_in(language, "sentence_to_come").search(last) and not self._is_history(date):
            held = self._is_gone_by(date) and has_ended(self._passage, trigger, sentence.end)
            return Status.HELD.value if held else Status.PLANNED.value
        if self._is_item(trigger, date) or self._is_scheduled(trigger, date):
            return Status.PLANNED.value
        return Status.HELD.value

    def _is_near(self, date: str | None) -> bool:
        """Say whether a day is one of those that a report tells of."""
        day, published = single_day(date), self._chronology.published
        return day is not None and published is not None and (published - day).days <= NEAR_DAYS

    def _is_item(self, trigger: Trigger, date: str | None) -> bool:
        """Say whether something is an item of a programme of days to come.

        No finished verb stands in its clause, nor a past day beside it; in Arabic an open verb
        must be seen, for a finished one looks like many a noun.
        """
        text, language = self._passage.text, self._passage.language
        if date is not None or self._chronology.day_ahead(trigger.start) is None:
            return False
        window = trigger.window
        if expression(language, "clause_done").search(text, window.start, window.end):
            return False
        opens = expression(language, "clause_open")
        return opens is NOTHING or any(
            self._passage.mention_over(m.start(), m.end()) is None
            for m in opens.finditer(text, max(window.start, trigger.start - _NEAR), trigger.end)
        )

    def _is_scheduled(self, trigger: Trigger, told: str | None) -> bool:
        """Say whether the present tells what is to be, on no day gone by: «وتحيي … حفلا»."""
        document, sentence = self._passage.document, self._passage.sentences[trigger.sentence]
        opens = expression(document.language, "opens_item").match(document.text, sentence.start)
        dates = self._passage.mentions_in(sentence.start, sentence.end, (DATE,))
        if opens is not None and not dates:
            return opens.end() >= trigger.start
        ahead = [m for m in dates if not is_after(document.published, m.value)]
        until = ends_in(document.language, "stays_until")  # who stays until then is there now
        ahead = [m for m in ahead if not until.search(document.text, sentence.start, m.start)]
        ahead = [] if self._is_gone_by(told) else ahead
        return any(is_scheduled(document, sentence, m.start, m.end) for m in ahead)

    def is_denied(self, span: Span) -> bool:
        """Say whether the words around a detail tell that it was not so."""
        number = self._passage.sentence_index(span.start)
        told = self._told(Trigger(span.start, span.end, "", "", "noun", number, span), ())
        return told in (DENIED, "not")

    def day_held_late(self, trigger: Trigger, triggers: Sequence[Trigger]) -> Mention | None:
        """Give the day on which something was held that had been planned for another day."""
        sentence = self._passage.sentences[trigger.sentence]
        late = beginning_in(self._late, sentence.start, sentence.end)
        if not late or self._told(trigger, triggers) != "late":
            return None
        published = self._passage.document.published
        told = self._passage.mentions_in(late[0].start, sentence.end, (DATE,))
        done = [m for m in told if m.value and not is_after(m.value, published)]
        # A day says when it was held; a month may be one that it had been planned for.
        days = [m for m in done if single_day(m.value)] or done
        return days[-1] if days else None

    def is_ahead(self, trigger: Trigger) -> bool:
        """Say whether something is only said to lie ahead: “a day before the summit”."""
        return trigger.frame != "verb" and any(
            0 <= trigger.start - cue.end <= 14 for cue in self._before(trigger, "ahead")
        )

    def points_back(self, trigger: Trigger) -> bool:
        """Say whether the words before a trigger point back to it: “after the talks”."""
        behind = self._passage.text[trigger.end : trigger.end + 3]
        if expression(self._passage.language, "points_back_after").match(behind):
            return True
        return any(
            cue.end <= trigger.start <= cue.end + _TO_WHAT_WAS
            for cue in self._before(trigger, "back")
        )

    def _before(self, trigger: Trigger, status: str) -> list[Hit]:
        """Give those of a status among the few cues right before a trigger."""
        if status not in self._statuses:
            return []
        last = bisect_left(self._starts, trigger.start)
        return [c for c in self._cues[max(0, last - 6) : last] if c.row["status"] == status]

    def _told(self, trigger: Trigger, triggers: Sequence[Trigger], date: str | None = None) -> str:
        passage = self._passage
        sentence = passage.sentences[trigger.sentence]
        start = max(sentence.start, trigger.start - _REACH)
        end = min(sentence.end, trigger.end + _REACH)
        siblings = beginning_in(triggers, start, end)
        found: list[tuple[int, int, str, bool]] = []
        for cue in beginning_in(self._cues, start, end):
            status, where = cue.row["status"], cue.row["where"]
            if status in ("back", "ahead", "verb", *_CUE_ITSELF.get(trigger.type, ())):
                continue
            if status in (DENIED, "not") and self._goes_on_to_deny(trigger, cue):
                continue
            if status in AHEAD and self._goes_on_to_plan(trigger, cue, date):
                continue
            if self._is_told_later(cue, trigger, date):
                continue
            distance = self._distance(cue, trigger, siblings, where, status)
            if distance is not None and not is_of_another(passage, trigger, cue, date):
                # “Had to meet”, «успел встретиться»: right before a verb such a word settles it.
                rank = _PRIORITY["accepted" if (status, where) == ("held", "next") else status]
                found.append((rank, distance, status, cue.start >= trigger.end))
        if not any(f[2] == STANDING for f in found) and self._is_denied(trigger):
            return DENIED
        if trigger.status == "held" and trigger.type in _PROMISED:
            found += self._promised(trigger, triggers, beginning_in(siblings, trigger.end, end))
        if is_negated(passage, trigger.start, trigger.end) and not any(
            f[2] == "cancelled" for f in found
        ):
            return DENIED
        if not found:
            return ""
        found.sort()
        _, distance, best, behind = found[0]
        last_word = behind and passage.language in VERB_LAST
        if best == "postponed" and trigger.status == "held" and distance >= 0 and not last_word:
            return Status.HELD.value  # “met at last, the visit having been put off twice”
        finished = trigger.status == "held" or (behind and self._is_finished(trigger))
        if best in AHEAD and finished:
            # A finished verb after “it is planned” belongs to another clause, but «طلب منح قرض»
            # only looks like one. What two sides have agreed to do is done at the meeting ahead.
            next_to = not behind and distance <= _NEXT_TO
            return best if next_to or (trigger.type in _PROMISED and behind) else ""
        return best

    def _goes_on_to_deny(self, trigger: Trigger, cue: Hit) -> bool:
        """Say whether a clause tells a deed, then a denial: “visited Lima and denied reports”."""
        if cue.start >= trigger.end and is_behind_deed(self._passage, trigger.start, cue.start):
            return True
        if not any(d.start <= cue.start < d.end for d in self._denied):
            return False
        between = self._passage.text[trigger.end : cue.start]
        deed = trigger.frame == "verb" and self._passage.language not in VERB_LAST
        return deed and cue.start >= trigger.end and not _CLAUSE.search(between)

    def _is_told_later(self, cue: Hit, trigger: Trigger, date: str | None) -> bool:
        """Say whether “would be” tells of what was on a day gone by: «визит 3 мая стал бы …»."""
        would = expression(self._passage.language, "would_be")
        if not would.search(self._passage.text[cue.start : cue.end]):
            return False
        return self._is_gone_by(date) and not self._of_weekday(trigger, date)

    def _goes_on_to_plan(self, trigger: Trigger, cue: Hit, date: str | None) -> bool:
        """Say whether a clause tells a deed of a day gone by, then what is to come.

        «17日、大学で講演し、奨学金を用意すると表明した»: in languages whose verb comes last. So do
        talks of no day, where somebody says or agrees on something at their end.
        """
        past = date is None or (self._is_gone_by(date) and not self._of_weekday(trigger, date))
        if past and date and has_ended(self._passage, trigger, cue.start):
            return True
        return past and is_deed_before(self._passage, trigger, cue, is_dated=date is not None)

    def _is_gone_by(self, date: str | None) -> bool:
        """Say whether a date is that of a day gone by, or of a time long past."""
        day, published = single_day(date), self._chronology.published
        if date and "/" in date:
            day = last_day(date)  # the last one of some days
        if day is not None and published is not None:
            return day < published
        return self._is_history(date)

    def _is_history(self, date: str | None) -> bool:
        """Say whether a date lies so far back that a present tense tells history."""
        day, published = last_day(date), self._chronology.published
        return day is not None and published is not None and published - day > _HISTORY

    def _is_denied(self, trigger: Trigger) -> bool:
        """Say whether a happening stands in what somebody denies, and is not pointed back to."""
        around = is_in_denied(self._passage, trigger, self._denied)
        return around and not self.points_back(trigger)

    def _promised(
        self, trigger: Trigger, triggers: Sequence[Trigger], behind: Sequence[Trigger]
    ) -> list[tuple[int, int, str, bool]]:
        """See what is agreed for the time of something planned: “… during the coming summit”.

        `behind` are the happenings near behind it.
        """
        if behind and behind[0].type == trigger.type and behind[0].frame == "weak":
            behind = behind[1:]  # “raise relations” and “to the level of a partnership” are one
        if not behind or behind[0].sentence != trigger.sentence or not self.points_back(behind[0]):
            return []
        told = self._told(behind[0], triggers)
        return [(_PRIORITY[told], 0, told, True)] if told in ("planned", "proposed") else []

    def _distance(
        self, cue: Hit, trigger: Trigger, siblings: Sequence[Trigger], where: str, status: str
    ) -> int | None:
        text = self._passage.text
        inside = cue.start < trigger.end and trigger.start < cue.end
        if inside:
            if where == "next" and cue.start == trigger.start:
                return None  # “discussed lifting the cap”: the talks that it is said at
            if where == "next" and status == Status.PROPOSED.value and trigger.end < cue.end:
                return None  # «ناقشوا في القمة التي عقدت … فتح»: the summit is not the last word
            return None if where == "before" and cue.start > trigger.start else _INSIDE
        # What somebody says in quotation marks about a plan is not about the words outside.
        around = self._passage.quoted_around(cue.start)
        if around is not None and not around.start <= trigger.start < around.end:
            return None
        before = cue.end <= trigger.start
        if (where in ("before", "next") and not before) or (where == "after" and before):
            return None
        start, end = (cue.end, trigger.start) if before else (trigger.end, cue.start)
        between = text[start:end]
        if (status in _NEXT or where == "next") and between.strip():
            return None
        if where == "near" and not before and is_far(self._passage, trigger, between):
            return None
        if status == Status.PROPOSED.value and before and self._is_pointed_back(trigger, cue):
            return None  # “has pushed for closer ties since his visit”: that was made
        turn = bisect_left(self._turns, (start, start))
        if before and opens_list(between):
            turn = len(self._turns)
        if turn < len(self._turns) and self._turns[turn][1] <= end:
            return None
        # Words behind a happening may go on to another: “talks about a plant that will be …”.
        own = expression(self._passage.language, "own_relative").fullmatch(between)
        goes_on = expression(self._passage.language, "goes_on").search(between)
        if goes_on and not (before or own):
            return None
        strong = status in ("postponed", "put_off", "late", "cancelled", DENIED, STANDING)
        unshaken = strong and status != DENIED and trigger.type in _UNSHAKEN
        if unshaken and not is_beside(self._passage, start, end):
            return None  # a call about a visit that was put off was made
        rivals = [t for t in siblings if t is not trigger and start <= t.start and t.end <= end]
        if where == "after":  # 「表敬し、訪問を招請した」: the word is one of the visit's own
            owns = (t for t in siblings if end < t.end == cue.end and t.type != trigger.type)
            rivals += [t for t in owns if start <= t.start]
        # «Қол қою рәсімі» is the ceremony of the signing, and no other happening.
        rivals = [t for t in rivals if t.frame != "weak" or t.start > trigger.end + 1 or before]
        if trigger.type in PAPERS:
            # “Will not be signing a joint statement” tells the same of both.
            rivals = [t for t in rivals if t.type != "signing"]
        row = [*rivals, trigger] if before else [trigger, *rivals]
        if rivals and status not in _OFFERS and told_in_one_breath(self._passage, row):
            rivals = []
        if strong:
            length = len(_INSERTED.sub("", between)) - named_in(self._passage, start, end)
            # One word of putting off speaks of one happening: the nearest.
            if rivals or (length > _NEAR and own is None) or is_its_cause(self._passage, between):
                return None
            if status == DENIED and (len(between) if before else length) > 45:
                return None
        elif is_cut_off(self._passage, before, rivals, status):
            return None
        return len(between)

    def _is_pointed_back(self, trigger: Trigger, cue: Hit) -> bool:
        """Say whether words between a cue and a trigger point back: “… since his visit”."""
        return any(
            cue.end <= back.start < trigger.start <= back.end + _TO_WHAT_WAS
            for back in self._before(trigger, "back")
        )


#: Gives the cues of a passage; those of the last one are kept.
status_cues_of = kept_while_read(StatusCues)


#: The words for how far a happening has got, the strongest first; those of one row weigh alike.
_RANKS = (
    (DENIED, "not"),
    ("cancelled",),
    ("put_off", "late", "postponed"),
    ("unreal", STANDING),
    ("accepted",),
    ("invited", "proposed"),
    ("planned",),
    ("discussed",),
    ("held",),
)
_PRIORITY = {status: rank for rank, row in enumerate(_RANKS) for status in row}
