"""A visit's trigger goes in; who travels comes out, and whom they bring along.

Who travels stands beside the word for the visit, or is its subject; whoever is not named again is
the one of before.
"""

from __future__ import annotations

import re
from functools import cached_property

from sijill.documents.document import PERSON
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import ACTORS
from sijill.documents.qualifiers import has_joint_word
from sijill.documents.stretches import beginning_in
from sijill.events.invitations import Invitations
from sijill.events.status import status_cues_of
from sijill.events.tellers import Tellers
from sijill.happenings.actors import Actor
from sijill.happenings.company import joined_before
from sijill.happenings.drafts import Discourse, Draft
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

# Two who come together are told with a joint so short between them (code points).
_JOINT = 6
# Who comes stands so near behind the words; behind an attribute that ends in a verb, with all his
# titles: «сапармен келген Габон Республикасының Сыртқы істер министрі Х» (code points).
_BEHIND, _BEHIND_LAST = 70, 140
# Whose visit it is stands so near before the word (code points).
_OWNER = 34
# Who comes along is named so near to the word that tells it, and soon after the visit is told.
_COMPANY = 160
_NEAR_VISIT = 700
# “At the invitation of” is no longer, with what stands inside of it (code points).
_INVITATION = 48
# The comma before a clause of one's own stands so near before the word for his journey, and the
# name so near before the comma.
_OWN_CLAUSE, _NAME = 70, 80
_CLAUSE_END = re.compile(r"[,،;؛.:!?؟]")
_JOURNEYS = frozenset({"visit", "arrival"})
_TWO = 2


class Travellers:
    """Finds who travels in the visits of one discourse."""

    def __init__(self, discourse: Discourse, tellers: Tellers) -> None:
        self._discourse = discourse
        self._arguments = discourse.arguments
        self._passage = discourse.passage
        self._tellers = tellers
        self._invitations = Invitations(discourse)
        #: The last visit told.
        self._last: Draft | None = None

    def of(self, trigger: Trigger, subject: Actor | None) -> list[str]:
        """Give who travels: beside the visit's word, its subject, or the one of before."""
        if subject is not None and self._invites(subject):
            subject = None
        guest = self._invitations.guest(trigger, subject)
        if guest is not None:
            return guest
        if together := self._who_came_together(trigger):
            return together
        maker = self._makes_it(trigger) or self._of_own_clause(trigger)
        if maker is not None:
            return [maker]
        text = self._passage.text
        language = self._passage.language
        window = trigger.window
        made = ends_in(language, "visit_made").search(text, window.start, trigger.start)
        if not made and expression(language, "visit_by_some").match(text, trigger.end) is not None:
            return []  # “the first visit to Ghana by an Uzbek minister”: by whichever it is
        end = self._arguments.span_of(trigger).end if language in VERB_LAST else window.end
        # «Визит министра в Рим, намеченный …»: who travels stands inside of such words.
        head = trigger.start + len(text[trigger.start : trigger.end].split(" ")[0])
        inside = self._discourse.persons(self._arguments.actors_in(head, trigger.end))
        begins = head if inside else trigger.end
        reach = _BEHIND_LAST if language in VERB_LAST else _BEHIND
        after = inside or self._discourse.persons(
            self._arguments.actors_in(trigger.end, min(end, trigger.end + reach))
        )
        after = [a for a in after if not self._invites(a)]
        if not inside and ends_in(language, "visit_by").search(text, head, trigger.end):
            # “A trip by her successor, X”: whoever “her” is, the successor travels.
            after = self._named_behind(trigger, end) or after
            begins = head
        if after:
            gap = text[begins : after[0].start]
            words = len(gap.split())
            # A visit told as an attribute of who comes: «сапармен келген Президент», 訪日中の大臣.
            attribute = ends_in(language, "traveller_attribute")
            stated = attribute.search(text[trigger.start : after[0].start]) is not None
            beside = language in ("ar", "ru") and words <= (3 if language == "ar" else 1)
            told = re.search(r"\bby\b|\bof\b", gap) is not None and words <= 4
            if stated if language in VERB_LAST else (beside or told):
                return [after[0].entity]
            if language in VERB_LAST:
                after = []
        word = text[trigger.start : trigger.end].split(" ")[0]
        if ends_in(language, "owner_written_on").search(word):
            # «زيارته»: of the one named last, who is the guest.
            sentence = self._arguments.span_of(trigger)
            before = self._arguments.actors_in(sentence.start, trigger.start)
            named = self._discourse.persons(before)
            if named:
                return [named[-1].entity]
        if self._is_of_hearer(trigger):
            speaker = subject or self._arguments.carried(trigger)
            return self._discourse.other_side(trigger, speaker.entity) if speaker else []
        if subject is not None and self._passage.is_person(subject.entity):
            joined = joined_before(self._passage, subject)
            return [*joined, subject.entity, *self._joined_behind(subject, trigger)]
        if after or self._discourse.has_nameless_owner(window.start, trigger.start):
            return [a.entity for a in after[:1]]
        if language == "ru" and self._arguments.unnamed_posts_in(window.start, trigger.start):
            return []  # «последний раз камерунский премьер бывал здесь»: any of them
        if (own := self._own_trip(trigger)) is not None:
            return [own]
        carried = self.carried(trigger)
        if carried is None and language in VERB_LAST and self._discourse.visitor is not None:
            return [self._discourse.visitor]  # 「午後は京都を訪問する」: whom the report follows
        return [carried.entity] if carried else []

    def _invites(self, actor: Actor) -> bool:
        """Say whether somebody is only told to have invited who travels: “at X's invitation”."""
        text, language = self._passage.text, self._passage.language
        before = ends_in(language, "invited_by").search(
            text, max(0, actor.start - _INVITATION), actor.start
        )
        behind = expression(language, "invites_behind").match(text, actor.end)
        return before is not None or behind is not None

    def _who_came_together(self, trigger: Trigger) -> list[str]:
        """Give those of the last visit, where “they” or “the couple” travel on."""
        last, start = self._last, trigger.window.start
        if (
            last is None
            or len(last.people) < _TWO
            or trigger.sentence - last.trigger.sentence > _TWO
        ):
            return []
        they = ends_in(self._passage.language, "they_travel")
        before = self._passage.text[start : trigger.start]
        return list(last.people) if they.search(before) else []

    def _named_behind(self, trigger: Trigger, end: int) -> list[Actor]:
        """Give the people named right behind a trigger, pronouns left out."""
        reach = min(end, trigger.end + _BEHIND)
        return self._discourse.persons(
            self._arguments.actors_in(trigger.end, reach, pronouns=False)
        )

    def _own_trip(self, trigger: Trigger) -> str | None:
        """Give who speaks, where a sentence without a subject tells of a trip: 「島に行きます」."""
        if self._passage.language != "ja":
            return None
        sentence = self._arguments.span_of(trigger)
        told = self._discourse.persons(self._arguments.actors_in(sentence.start, sentence.end))
        return next((a.entity for a in told if a.start == a.end <= trigger.start), None)

    def _makes_it(self, trigger: Trigger) -> str | None:
        """Give who is told behind a visit to make it: «زيارة كان مقررا أن يقوم بها الرئيس»."""
        sentence = self._arguments.span_of(trigger)
        behind = self._arguments.actors_in(trigger.end, sentence.end, pronouns=False)
        persons = self._discourse.persons(behind)
        if not persons:
            return None
        gap = self._passage.text[trigger.end : persons[0].start]
        makes = ends_in(self._passage.language, "makes_it").search(gap)
        return persons[0].entity if makes is not None else None

    def _of_own_clause(self, trigger: Trigger) -> str | None:
        """Give who alone is told in a clause of his own to travel: «Ли и Ким, прилетевший в …»."""
        text, rule = self._passage.text, expression(self._passage.language, "who_alone_comes")
        begin = max(0, trigger.start - _OWN_CLAUSE)
        found = [m for m in rule.finditer(text, begin, trigger.end) if m.start() < trigger.start]
        if not found or _CLAUSE_END.search(text, found[-1].end(), trigger.start):
            return None
        comma = found[-1].start()
        named = self._passage.mentions_in(max(0, comma - _NAME), comma, (PERSON,))
        return next((m.entity for m in named if m.end == comma), None)

    def _is_of_hearer(self, trigger: Trigger) -> bool:
        """Say whether the visit is that of the one spoken to: «زيارتكم», “your visit”."""
        text, words = self._passage.text, expression(self._passage.language, "visit_of_hearer")
        sentence = self._arguments.span_of(trigger)
        start = max(sentence.start, trigger.start - _OWNER)
        return any(m.end() >= trigger.start for m in words.finditer(text, start, trigger.end))

    def _joined_behind(self, subject: Actor, trigger: Trigger) -> list[str]:
        """Give who is told in one breath behind a subject: «Президент пен министр барды»."""
        passage = self._passage
        behind = passage.mentions_in(subject.start, trigger.start, ACTORS)
        end = max((m.end for m in behind if m.entity == subject.entity), default=subject.end)
        others = [m for m in behind if m.start >= end and m.entity != subject.entity]
        if passage.language not in VERB_LAST or not others or others[0].entity is None:
            return []
        gap = passage.text[end : others[0].start]
        one_breath = len(gap) <= _JOINT and has_joint_word(gap, passage.language)
        is_person = passage.is_person(others[0].entity)
        return [others[0].entity] if one_breath and is_person else []

    def carried(self, trigger: Trigger) -> Actor | None:
        """Give whom a verb without a subject points back to; never a mere teller."""
        found = self._arguments.carried(trigger)
        if found is None or found.entity not in self._tellers.of(trigger):
            return found
        return found if self._tellers.leaves_out(trigger) else None

    def meeting(self, trigger: Trigger) -> list[str]:
        """Give who meets, where a clause tells only whom: 「翌日には林外相と会談した」."""
        guest, carried = self._discourse.visitor, self.carried(trigger)
        is_here = guest in self._arguments.told_in_paragraph(trigger.start)
        return [guest] if guest and is_here else [carried.entity] if carried else []

    def note(self, draft: Draft) -> None:
        """Remember a visit: “they” who travel on are those of it."""
        self._last = draft

    def forget_carried(self, draft: Draft) -> None:
        """Leave a visit of years ago to nobody whom its sentence does not name."""
        published = self._passage.document.published
        span, text = self._arguments.span_of(draft.trigger), self._passage.text
        last = expression(self._passage.language, "last_time").search(text, span.start, span.end)
        if (draft.trigger.frame == "verb" and not last) or not draft.date or not published:
            return
        if draft.date[:4] >= published[:4]:
            return
        named = {a.entity for a in self._arguments.actors_in(span.start, span.end)}
        if last:  # a post told so is of whoever held it then
            persons = self._passage.mentions_in(span.start, span.end, (PERSON,))
            named = {m.entity for m in persons if m.entity}
        draft.people = [p for p in draft.people if p in named]

    @cached_property
    def _joinings(self) -> list[re.Match[str]]:
        """The words that tell who comes with somebody, in order."""
        words = expression(self._passage.language, "comes_with")
        return [*words.finditer(self._passage.text)]

    def _beside(self, trigger: Trigger) -> list[str]:
        """Give who is told right before “together with” in a visit's own clause."""
        window, text = trigger.window, self._passage.text
        together = expression(self._passage.language, "comes_with_here")
        found: list[str] = []
        for match in together.finditer(text, window.start, trigger.start):
            before = self._arguments.actors_in(window.start, match.start(), pronouns=False)
            found += [a.entity for a in self._discourse.persons(before)[-1:]]
        return found

    def companions(self, draft: Draft, *, is_first: bool) -> list[str]:
        """Give who is told to come with the guest of a visit.

        Of the first visit of a text that may be told soon behind it, of others beside them.
        """
        language, found = self._passage.language, self._beside(draft.trigger)
        guest = draft.people[0] if draft.people else None
        for match in self._joinings:
            sentence = self._passage.sentence_at(match.start())
            if sentence.paragraph == 0:
                continue
            start, end = match.end(), min(sentence.end, match.end() + _COMPANY)
            if language in VERB_LAST:
                start, end = max(sentence.start, match.start() - _COMPANY), match.start()
            before = self._arguments.actors_in(sentence.start, match.start())
            near = 0 <= sentence.start - draft.trigger.end < _NEAR_VISIT
            inside = sentence.start <= draft.trigger.start < sentence.end
            if not (near or inside or any(a.entity == guest for a in before)):
                continue
            if is_first and not inside and self._is_of_a_plan(draft, sentence.start, match):
                continue
            if not is_first and not self._is_nearest(draft, sentence.start, match):
                continue
            there = self._arguments.actors_in(start, end, pronouns=False)
            found += [a.entity for a in self._discourse.persons(there) if a.entity != guest]
        return list(dict.fromkeys(found))

    def _is_of_a_plan(self, draft: Draft, begin: int, told: re.Match[str]) -> bool:
        """Say whether who comes along is told beside a later visit, still to come.

        “He left on Friday. In July he will fly to Lomé, accompanied by the trade minister.”
        """
        if draft.status != "held":
            return False
        triggers = self._discourse.triggers
        cues = status_cues_of(self._passage)
        return any(
            t.type in _JOURNEYS and cues.status(t, triggers, None)[0] == "planned"
            for t in beginning_in(triggers, begin, told.start())
        )

    def _is_nearest(self, draft: Draft, begin: int, told: re.Match[str]) -> bool:
        """Say whether a visit is the last one told in a sentence before who comes along."""
        if self._passage.language in VERB_LAST:
            return False
        before = beginning_in(self._discourse.triggers, begin, told.start())
        visits = [t for t in before if t.type in _JOURNEYS]
        return bool(visits) and visits[-1].start == draft.trigger.start
