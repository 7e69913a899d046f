"""A trigger goes in; who takes part, on which day and where comes out.

People and bodies are looked for in the trigger's window; pronouns and “the two leaders” point back;
a day or place of the same sentence serves when the window has none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijill.citation import Span
from sijill.documents.datelines import in_brackets
from sijill.documents.document import DATE, PERSON, PLACE, POST, Mention
from sijill.documents.expressions import ends_in, expression
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.passage import ACTORS, Passage
from sijill.documents.patterns import Hit, pattern_table
from sijill.documents.stretches import beginning_in
from sijill.happenings.actors import Actor, Actors
from sijill.happenings.attributes import (
    is_before_its_noun,
    is_of_attribute,
    without_deadlines,
    without_tellings,
)
from sijill.happenings.days_behind import day_behind
from sijill.happenings.distances import letters_between
from sijill.happenings.place_signs import (
    is_elsewhere,
    is_gone_to_later,
    is_home_of,
    is_of_cause,
    is_stay,
    place_of_clause,
    stands_as_place,
)
from sijill.happenings.triggers import SLIGHT, Trigger
from sijill.happenings.verb_genders import gender_told
from sijill.languages import VERB_LAST
from sijill.temporal.chronology import chronology_of, first_day, last_day, single_day

# Lists without a full stop make sentences of any length; people stand near what they do.
_LONGEST_SENTENCE = 1200
# A relative pronoun and what stands between it and its verb are no longer (code points).
_RELATIVE = 20
# What happened then is told so near behind “since 1999, when” (code points).
_WHEN = 60
# The word for beginning stands so near to its day (code points).
_BEGINS = 12
# “Until the” stands so near before a day, and ends a stay (code points).
_UNTIL = 24
_STAYS = frozenset({"visit", "arrival"})
_BREAK = re.compile("[:;؛。]")
_YEARS = re.compile(r"\d{4}/\d{4}\Z")
# Words that lead to a place may stand so far behind it: 「コマヤグアの農園を視察」.
_GOAL = 24


class Arguments(Actors):
    """Finds the arguments of triggers in one passage."""

    def __init__(self, passage: Passage) -> None:
        super().__init__(passage)
        details = pattern_table(passage.language, "event_details", ("role",))
        self._details = details.scan(passage.text)
        self.chronology = chronology_of(passage)
        self._roles = {h.row["role"] for h in self._details}
        #: What is asked for again and again: details by their role, and sentences.
        self._by_role: dict[str, list[Hit]] = {}
        self._spans: dict[int, Span] = {}

    # -- details --------------------------------------------------------------------------------

    def details_in(self, start: int, end: int, role: str) -> list[Hit]:
        """Give the detail words of a role, or of roles that begin with it, in a stretch."""
        hits = self._by_role.get(role)
        if hits is None:
            told = {r for r in self._roles if r.startswith(role)}  # none of most
            hits = [h for h in self._details if h.row["role"] in told] if told else []
            self._by_role[role] = hits
        if not hits:
            return []
        return [h for h in beginning_in(hits, start, end) if h.end <= end]

    def number_in(self, start: int, end: int) -> int | None:
        """Give the first small number, in words or digits, of a stretch: “four presidents”."""
        table = pattern_table(self.passage.language, "quantities", ("value",))
        values = [
            (h.start, int(float(h.row["value"])))
            for h in table.scan(self.passage.text, start, end)
            if float(h.row["value"]) >= 2
        ]
        return min(values)[1] if values else None

    # -- people ---------------------------------------------------------------------------------

    def subject(self, trigger: Trigger) -> Actor | None:
        """Give who does what the trigger tells: before it, or in Arabic right after its verb."""
        sentence = self.span_of(trigger)
        near = self.actors_in(trigger.window.start, self._first_word_end(trigger))
        if (of_clause := self._antecedent(trigger, sentence.start)) is not None:
            return of_clause
        if (own := self._of_speaker(trigger)) is not None:
            return own
        if self.passage.language == "ar" and trigger.frame != "noun":
            follows = self._right_after(trigger)
            adjacent = near and not self.passage.text[near[-1].end : trigger.start].strip(" و")
            if follows is not None and not adjacent:
                return follows
        if self.passage.language in VERB_LAST:
            topic = self.topic(sentence.start, trigger.start)
            if topic is not None:
                return topic
            near = [a for a in near if not self.is_oblique(a, near, trigger.start)]
        if near:
            last = self._without_inserted(trigger, near)[-1]
            return last if self.passage.language in ("en", "ru") else near[0]
        before = self.actors_in(sentence.start, trigger.start)
        if self.passage.language == "ja":
            doers = [a for a in before if not self.is_oblique(a, before, trigger.start)]
            # Whom another clause tells to be met goes on to sign: 「林氏と会談し、署名した」.
            before = doers or (before[-1:] if trigger.type == "signing" else [])
        return before[0] if before else None

    def _of_speaker(self, trigger: Trigger) -> Actor | None:
        """Give who says in Arabic marks what he did himself: «وأضاف: «التقيت الوزيرة»»."""
        text, at = self.passage.text, trigger.start
        if not expression(self.passage.language, "says_of_self").match(text, at):
            return None
        said = [q for q in self.passage.quotations if q.start <= at < q.end and q.speaker]
        told = said[0].speaker if len(said) == 1 else None
        return Actor(told, at, at, PERSON) if told and self.passage.is_person(told) else None

    def _antecedent(self, trigger: Trigger, start: int) -> Actor | None:
        """Give whom the relative clause of a verb is about: «استقبل الملك الرئيس، الذي وصل …»."""
        before = self.passage.text[max(start, trigger.start - _RELATIVE) : trigger.start]
        who = ends_in(self.passage.language, "clause_of_whom").search(before)
        if who is None:
            return None
        end = trigger.start - len(who.group())
        named = [m for m in self.passage.mentions_in(start, end, ACTORS) if m.end == end]
        told = self.actors_in(start, end, pronouns=False)
        return next((a for a in told[::-1] if named and a.entity == named[-1].entity), None)

    def _without_inserted(self, trigger: Trigger, near: Sequence[Actor]) -> Sequence[Actor]:
        """Leave out who stands in a clause before the verb: “A, accompanied by B, came”."""
        start = trigger.window.start
        between = self.passage.text[start : trigger.start]
        inserted = ends_in(self.passage.language, "inserted_clause").search(between)
        if inserted is None:
            return near
        return [a for a in near if a.start < start + inserted.start()] or near

    def _right_after(self, trigger: Trigger) -> Actor | None:
        begin = self._first_word_end(trigger)
        after = self.actors_in(begin, trigger.window.end)
        if not after:
            return None
        gap = self.passage.text[begin : after[0].start]
        met = after[0].kind is PERSON
        if met and expression(self.passage.language, "with_whom").search(gap):
            return None  # «أجرى محادثات مع نظيره»: who does it was told before
        if expression(self.passage.language, "object_is_marked").search(gap):
            return None
        if gender_told(trigger, self.passage) == "f" and self._is_man(after[0]):
            return None  # «زارت ليما والتقت الرئيس»: a woman met him
        return after[0] if len(gap.split()) <= 3 and not re.search(r"[.:،,]", gap) else None

    def _is_man(self, actor: Actor) -> bool:
        """Say whether somebody is a man, by the post told there («الرئيس») or by the text."""
        told = self.passage.mention_over(actor.start, actor.end)
        if told is None or told.kind is not POST:
            return self._speakers.subjects.gender_of(actor.entity) == "m"
        word = told.text.split(" ")[0]
        return expression("ar", "feminine_as_written").search(word) is None

    def _first_word_end(self, trigger: Trigger) -> int:
        """Give the end of a trigger's first word: its subject may stand inside of the trigger."""
        words = self.passage.text[trigger.start : trigger.end]
        blank = words.find(" ")
        return trigger.end if blank < 0 else trigger.start + blank

    def carried(self, trigger: Trigger) -> Actor | None:
        """Give the person that a verb without a subject points back to."""
        told = self._speakers.before(trigger.start, gender=gender_told(trigger, self.passage))
        known = told.entity is not None and self.passage.is_person(told.entity)
        at = trigger.start
        return Actor(told.entity or "", at, at, PERSON) if known else None

    def is_airport(self, entity_id: str) -> bool:
        """Say whether a place is an airport."""
        return any(
            self.details_in(m.start, m.end, "airport") for m in self.passage.mentions_of(entity_id)
        )

    # -- day ------------------------------------------------------------------------------------

    def date(self, trigger: Trigger, triggers: Sequence[Trigger]) -> Mention | None:
        """Give the date that tells the trigger's day: of its window, else of its sentence."""
        sentence = self.span_of(trigger)
        dates = [
            m
            for m in beginning_in(self.chronology.dates, sentence.start, sentence.end)
            if m.end <= sentence.end
            and not _YEARS.match(m.value or "")
            and (not self.is_since(m) or self._is_when(m, trigger) or self._lasts(m, trigger))
            and not self.is_day_from(m)
            and not is_of_attribute(self.passage, m, trigger)
        ]
        if trigger.type in _STAYS and any(map(self._ends_stay, dates)):
            dates = [m for m in dates if not self._ends_stay(m) and not self._is_head(m)]
        if not dates:
            return None
        # The day in the head of the text is that of a happening only where no other is told.
        dates = without_tellings(self.passage, dates, trigger)
        dates = [m for m in dates if not self._is_head(m)] or dates
        dates = without_deadlines(self.passage, dates, trigger)
        when = next((m for m in dates if self._is_when(m, trigger)), None)
        if when is not None:
            return self._resolved(when, dates)
        near = [m for m in dates if trigger.window.start <= m.start and m.end <= trigger.window.end]
        if near:
            best = self._nearest(near, trigger)
            if trigger.type == "visit":
                best = self._first_day_told(best, near)
            return self._resolved(best, dates)
        first = bisect_left(triggers, sentence.start, key=lambda t: t.start)
        siblings = [t for t in triggers[first : first + 60] if t is not trigger]
        for mention in dates:
            if mention.end > trigger.start:
                break
            own = [
                t
                for t in siblings
                if t.start < mention.start
                and not _BREAK.search(self.passage.text, t.end, mention.start)
                and not is_before_its_noun(self.passage, t, mention.start)
            ]
            if not own and not self._turns(mention.end, trigger.start):
                return self._resolved(self._gone_on_to(mention, dates, trigger, siblings), dates)
        behind = day_behind(self.passage, trigger, dates, siblings)
        return self._resolved(behind, dates) if behind else None

    def _gone_on_to(
        self, first: Mention, dates: Sequence[Mention], trigger: Trigger, others: Sequence[Trigger]
    ) -> Mention:
        """Give the day that the sentence has gone on to before a trigger, else its first.

        “On Monday he met A, the next day she received him, and then they signed …”; so of years.
        """
        day = last_day(first.value)
        for mention in reversed(dates):
            later = first_day(mention.value)
            told = any(mention.end <= t.start < trigger.start for t in others)
            if mention.end <= trigger.start and told and day and later and day < later:
                return mention
        return first

    def _ends_stay(self, date: Mention) -> bool:
        """Say whether a day tells until when somebody stays: “on a visit until Friday”."""
        if single_day(date.value) is None:
            return False
        until = ends_in(self.passage.language, "stays_until")
        return until.search(self.passage.text[max(0, date.start - _UNTIL) : date.start]) is not None

    def _is_head(self, told: Mention) -> bool:
        """Say whether a date stands in the head of the text: “OSLO, March 14 -”, 【17日】."""
        return self.chronology.is_dateline(told) or in_brackets(self.passage.text, told.start)

    def _first_day_told(self, whole: Mention, near: Sequence[Mention]) -> Mention:
        """Give the day on which “the visit of 2008 began”, for the year or month that names it."""
        for mention in near:
            value = mention.value or ""
            inside = mention.start > whole.end and value.startswith(f"{whole.value}-")
            start, end = mention.start - _BEGINS, mention.end + _BEGINS
            if inside and single_day(value) and self.details_in(start, end, "arrives"):
                return mention
        return whole

    def is_since(self, date: Mention) -> bool:
        """Say whether a date only tells since when: “the first visit since 1987”."""
        return self.chronology.is_since(date)

    def _lasts(self, since: Mention, trigger: Trigger) -> bool:
        """Say whether a date is since when relations last: then they were established."""
        if trigger.type != "relations_established":
            return False
        # «1959 жылдан бері қатынас орнатқан»: where the verb comes last it stands behind.
        is_last = self.passage.language in VERB_LAST
        if is_last and trigger.end + 1 == since.start:
            return True  # «қатынас орнатқан 1959 жылдан бері»
        return since.end <= trigger.start if is_last else trigger.end <= since.start

    def _is_when(self, since: Mention, trigger: Trigger) -> bool:
        """Say whether a clause behind “since 1999” tells what happened then: “…, when he came”."""
        if (clause := self.chronology.since(since)) and clause.start <= trigger.start < clause.end:
            return True  # “since the visit in 1991” is the date of that visit
        when = expression(self.passage.language, "since_when").match(self.passage.text, since.end)
        return when is not None and when.end() <= trigger.start < when.end() + _WHEN

    def is_day_from(self, date: Mention) -> bool:
        """Say whether a day is counted from what follows: “the next day after talks”."""
        behind = self.passage.text[date.end : date.end + 14]
        counted = expression(self.passage.language, "day_from_after").match(behind)
        return counted is not None and self.chronology.is_next(date)

    def is_old_day(self, date: Mention) -> bool:
        """Say whether a date is one that something was set for: “planned for Friday”."""
        text, language = self.passage.text, self.passage.language
        before = ends_in(language, "set_for").search(text[max(0, date.start - 24) : date.start])
        after = expression(language, "set_for_after").match(text[date.end : date.end + 12])
        return before is not None or after is not None

    def _resolved(self, date: Mention, dates: Sequence[Mention]) -> Mention:
        """Give a date with what stands beside it: the other end of a span, the programme's week."""
        text, language = self.passage.text, self.passage.language
        at = dates.index(date)
        pairs = [(date, other) for other in dates[at + 1 : at + 2]]
        pairs += [(other, date) for other in dates[max(0, at - 1) : at]]
        for one, other in pairs:
            joint = expression(language, "joins_span").match(text[one.end : other.start])
            first, last = single_day(one.value), single_day(other.value)
            if joint and first and last and first < last:
                return replace(date, value=f"{first.isoformat()}/{last.isoformat()}")
        value = self.chronology.value_of(date)
        return date if value == date.value else replace(date, value=value)

    def _turns(self, start: int, end: int) -> bool:
        """Say whether the sentence turns to something else between two places."""
        turn = expression(self.passage.language, "clause_turn", "[;؛]")
        return turn.search(self.passage.text[start:end]) is not None

    # -- place ----------------------------------------------------------------------------------

    def place(self, trigger: Trigger, triggers: Sequence[Trigger]) -> str | None:
        """Give the most specific place told for the trigger, None when none is.

        A place in an earlier clause that tells a happening of its own is that one's: “was received
        at the palace, and paid a call on the speaker”.
        """
        sentence = self.span_of(trigger)
        for start, end in (
            (trigger.window.start, trigger.window.end),
            (sentence.start, trigger.window.start),
        ):
            places = [
                m
                for m in self._places(start, end)
                if m.entity
                and not self._is_aside(trigger, m)
                and not (end <= trigger.start and self._is_taken(trigger, m, triggers))
            ]
            if places:
                towns = [m for m in places if not self.is_state(m.entity)]
                chosen = towns or places
                houses = [m for m in chosen if self.details_in(m.start, m.end, "palace")]
                nearest = self._nearest(houses or chosen, trigger)
                return place_of_clause(self.passage, trigger.start, nearest)
        return place_of_clause(self.passage, trigger.start, None)

    def _is_taken(self, trigger: Trigger, place: Mention, triggers: Sequence[Trigger]) -> bool:
        """Say whether an earlier happening of the sentence has a place behind it for its own."""
        if self.passage.language in VERB_LAST or trigger.frame in SLIGHT:
            return False
        kinds = ("palace", "sight")
        if not any(self.details_in(place.start, place.end, kind) for kind in kinds):
            return False  # a town is where all of the sentence happens
        before = beginning_in(triggers, self.span_of(trigger).start, place.start)
        return any(t.frame not in SLIGHT and t.type not in ("visit", "arrival") for t in before)

    def _is_aside(self, trigger: Trigger, place: Mention) -> bool:
        """Say whether a place is of somebody met, of an offer, or where one goes next."""
        start, passage = trigger.end, self.passage
        if is_home_of(passage, place) or (
            trigger.type not in _STAYS and is_gone_to_later(passage, place)
        ):
            return True
        if place.start >= start and is_elsewhere(passage, trigger.type, trigger.span, place):
            return True
        if is_of_cause(passage, trigger.type, trigger.span, place):
            return True
        if self.passage.language in VERB_LAST and is_of_attribute(self.passage, place, trigger):
            return True  # 「リマで拘束された船員」
        if (trigger.type, trigger.status) == ("project", "proposed"):
            return place.start < trigger.start and self.passage.language not in VERB_LAST
        if trigger.type != "meeting":
            return False
        aside = expression(self.passage.language, "aside")
        return aside.search(self.passage.text, trigger.end, place.start) is not None

    def destination(self, trigger: Trigger) -> str | None:
        """Give where a visit goes: a place right at the trigger, or one that “to” leads to."""
        text, language = self.passage.text, self.passage.language
        best: tuple[int, Mention] | None = None
        for mention in self.passage.mentions_in(trigger.window.start, trigger.window.end, (PLACE,)):
            if mention.entity is None or (
                language in VERB_LAST and self.is_airport(mention.entity)
            ):
                continue
            over = self.passage.mention_over(mention.start, mention.end)
            if over is not mention and not (over and self._is_guest_of(trigger, over)):
                continue
            before = text[max(0, mention.start - 14) : mention.start]
            behind = text[mention.end : mention.end + _GOAL]
            led = (
                ends_in(language, "goal_before").search(before) is not None
                or expression(language, "goal_after").match(behind) is not None
                or (
                    is_stay(self.passage, mention, trigger.start, trigger.end)
                    and not self.details_in(mention.start, mention.end, "palace")
                )
            )
            if behind[:2] in ("'s", "’s"):
                continue
            gap = text[trigger.end : mention.start] if mention.start >= trigger.end else None
            beside = gap is not None and not gap.strip()
            if language == "ar" and gap and trigger.frame == "verb":
                # «زار الرئيس … ليما»: the subject stands between verb and place.
                # So does the day: «وزار في اليوم التالي ليما».
                between = (*ACTORS, DATE)
                for other in self.passage.mentions_in(trigger.end, mention.start, between):
                    before = " في " if other.kind is DATE else ""
                    told = f"{before}{other.text}"
                    gap = gap.replace(told if told in gap else other.text, "", 1)
                beside = not gap.strip(" ،و")
            if language in VERB_LAST:
                beside = mention.end <= trigger.start and trigger.start - mention.end <= 2
            elif language == "ru" and trigger.frame != "noun" and mention.end <= trigger.start:
                beside = not text[mention.end : trigger.start].strip()  # «Ереван посетил министр»
            if led or beside:
                distance = letters_between(self.passage, mention, trigger)
                if language == "ar" and trigger.frame == "verb" and mention.start < trigger.start:
                    distance += _LONGEST_SENTENCE  # «أول رئيس لباراغواي يزور ليما»
                if best is None or distance < best[0]:
                    best = (distance, mention)
        goal = place_of_clause(self.passage, trigger.start, best[1] if best else None)
        return goal or self._pointed_at(trigger)

    def _pointed_at(self, trigger: Trigger) -> str | None:
        """Give the place that “here” and “there” mean: the last one told before."""
        window = trigger.window
        rule = expression(self.passage.language, "here")
        here = rule.search(self.passage.text, window.start, window.end)
        if here is None:
            return None
        before = self.passage.mentions_in(0, here.start(), (PLACE,))
        return next((m.entity for m in reversed(before) if m.entity), None)

    def mention_of(self, entity_id: str | None, trigger: Trigger) -> Mention | None:
        """Give the mention of an entity that stands nearest to a trigger, in its window."""
        window = trigger.window
        found = [
            m for m in self.passage.mentions_in(window.start, window.end) if m.entity == entity_id
        ]
        if entity_id is None or not found:
            return None
        return self._nearest(found, trigger)

    def _nearest(self, mentions: Sequence[Mention], trigger: Trigger) -> Mention:
        """Give the one of some mentions that stands nearest to a trigger."""
        if len(mentions) == 1:
            return mentions[0]  # as most often
        return min(mentions, key=lambda m: (letters_between(self.passage, m, trigger), m.start))

    def _is_guest_of(self, trigger: Trigger, mention: Mention) -> bool:
        """Say whether a post is of who comes: «زيارة رئيس الدولة إلى ليما» tells where to."""
        return (
            self.passage.language == "ar"
            and trigger.frame == "noun"
            and mention.kind is POST
            and 0 <= mention.start - trigger.end <= 2
        )

    def _places(self, start: int, end: int) -> Iterable[Mention]:
        for mention in self.passage.mentions_in(start, end, (PLACE,)):
            if stands_as_place(self.passage, mention, is_state=self.is_state(mention.entity)):
                yield mention

    def span_of(self, trigger: Trigger) -> Span:
        """Give the sentence of a trigger, or of a very long one the part around it."""
        span = self._spans.get(trigger.sentence)
        if span is None:
            sentence = self.passage.sentences[trigger.sentence]
            span = Span(
                max(sentence.start, trigger.start - _LONGEST_SENTENCE),
                min(sentence.end, trigger.end + _LONGEST_SENTENCE),
            )
            if (
                sentence.start <= trigger.start
                and sentence.end <= sentence.start + _LONGEST_SENTENCE
            ):
                self._spans[trigger.sentence] = span  # that of all its triggers
        return span


#: Gives the arguments of a passage; those of the last one are kept.
arguments_of = kept_while_read(Arguments)
