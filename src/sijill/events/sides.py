"""A happening told of “the two sides” goes in; the two people whom the words mean come out.

They are the two who met in one of the last happenings told: «Стороны подписали меморандум», “both
ministers opened a plant”, 両外相は合意した. The words stand in `data/<language>/expressions.tsv`
(two_sides, of_ministers, of_leaders, dual_verb, two_who,
attended_by).
"""

from __future__ import annotations

from sijill.documents.document import PERSON
from sijill.documents.expressions import expression
from sijill.event_types import types_with
from sijill.happenings.drafts import Discourse, Draft
from sijill.roles import roles_with

_MEETS = types_with("talked") | types_with("joint_text")
_DONE_BY_TWO = types_with("by_two")
_TALKS = types_with("negotiation")
_ON_PAPER = types_with("joint_text")
_MINISTERS = roles_with("ministry")
_LEADERS = roles_with("top") | roles_with("royal")
_ROLES_OF = (("of_ministers", _MINISTERS), ("of_leaders", _LEADERS))
# The meeting that two sides go back to is told so few sentences before.
_SENTENCES_BACK = 2
# Who is told by a post (“the ministers”) may have met so many sentences before.
_FAR = 4
_TWO = 2
# In Arabic the subject stands so near behind its verb (code points).
_SUBJECT = 24
# So many of the last meetings are remembered.
_REMEMBERED = 3


class Sides:
    """Finds whom “the two sides” of one discourse are."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._arguments = discourse.arguments
        self._passage = discourse.passage
        self._met: list[Draft] = []
        #: Whether the two found last met in an earlier paragraph.
        self.met_before = False

    def note(self, draft: Draft) -> None:
        """Keep a happening in which two people met."""
        persons = [p for p in draft.people if self._passage.is_person(p)]
        if draft.type in _MEETS and len(persons) == _TWO:
            self._met = [*self._met, draft][-_REMEMBERED:]

    def meant(self, draft: Draft) -> list[str]:
        """Give the two people that a draft's words mean, and who was there with them.

        None where the clause names people of its own, or where nobody fits the words. What they
        agree on at their talks gets the place of these.
        """
        body = self._passage.sentences[draft.trigger.sentence].paragraph
        words = self._words(draft) if body and draft.type in _DONE_BY_TWO else None
        if words is None:
            return []
        who = self._two_who(draft)
        if who:
            return who
        self.met_before = False
        for met in reversed(self._met):
            others = self._others(draft, met)
            if self._is_near(met, draft, words) and others is not None:
                people = [p for p in met.people if self._passage.is_person(p)]
                if self._fits(words, people):
                    here, there = draft.trigger.sentence, met.trigger.sentence
                    sentences = self._passage.sentences
                    self.met_before = sentences[here].paragraph != sentences[there].paragraph
                    if draft.type in _ON_PAPER:
                        draft.met = self._talks_of(met)
                    if draft.type == "agreement" and met.type in _TALKS:
                        draft.place = draft.place or met.place
                    return [*people, *others]
        return self._named_before(draft, words) or self._leaders_before(draft, words)

    def _leaders_before(self, draft: Draft, words: str) -> list[str]:
        """Give “the premiers” who were named last before, of two countries, wherever they met."""
        leaders = expression(self._passage.language, "of_leaders")
        own = self._others(draft, draft)
        if not leaders.search(words) or own or own is None:
            return []
        found: dict[str | None, str] = {}
        told = self._passage.mentions_in(0, draft.trigger.start, (PERSON,))
        for mention in reversed(told):
            entity = self._passage.entities.get(mention.entity or "")
            if entity is not None and self._discourse.roles(entity.id) & _LEADERS:
                found.setdefault(entity.country, entity.id)
            if len(found) == _TWO:
                return list(found.values())[::-1]
        return []

    def _named_before(self, draft: Draft, words: str) -> list[str]:
        """Give “the two ministers” where the sentence before names just two such people."""
        sentences = self._passage.sentences
        here, before = sentences[draft.trigger.sentence], sentences[draft.trigger.sentence - 1]
        tells_who = any(
            expression(self._passage.language, name).search(words) for name, _ in _ROLES_OF
        )
        window = draft.trigger.window
        own = self._arguments.actors_in(window.start, window.end, pronouns=False)
        if not tells_who or here.paragraph != before.paragraph or self._discourse.persons(own):
            return []
        named = self._arguments.actors_in(before.start, before.end, pronouns=False)
        people = [a.entity for a in self._discourse.persons(named)]
        return people if len(people) == _TWO and self._fits(words, people) else []

    def _talks_of(self, met: Draft) -> Draft | None:
        """Give the last dated talks of those who met: “at the talks” they are told again."""
        told = [m for m in self._met if m.type in _TALKS and set(m.people) == set(met.people)]
        return next((m for m in reversed(told) if m.date), None)

    def _words(self, draft: Draft) -> str | None:
        """Give the words for the two sides that stand where a subject does."""
        text, language, trigger = self._passage.text, self._passage.language, draft.trigger
        own = text[trigger.start : trigger.end]
        end = trigger.end
        if language == "ar":
            end = min(trigger.window.end, trigger.end + _SUBJECT)
            dual = expression(language, "dual_verb").match(own)
            if dual is not None:
                return dual.group()
        sides = expression(language, "two_sides")
        found = sides.search(text, trigger.window.start, end)
        return found.group() if found else None

    def _two_who(self, draft: Draft) -> list[str]:
        """Give the two named right before “who”: «حضرها فلان وفلان اللذان وقعا مذكرة»."""
        text, trigger = self._passage.text, draft.trigger
        sentence = self._arguments.span_of(trigger)
        who = expression(self._passage.language, "two_who").search(
            text, sentence.start, trigger.start
        )
        if who is None:
            return []
        named = self._arguments.actors_in(sentence.start, who.start(), pronouns=False)
        return [a.entity for a in self._discourse.persons(named)][-_TWO:]

    def _is_near(self, met: Draft, draft: Draft, words: str) -> bool:
        """Say whether a meeting is one that words may go back to: “the ministers” from afar."""
        sentences = self._passage.sentences
        here, there = draft.trigger.sentence, met.trigger.sentence
        apart = sentences[here].paragraph - sentences[there].paragraph
        if met.trigger.start >= draft.trigger.start or apart > 1:
            return False
        tells_who = any(
            expression(self._passage.language, name).search(words) for name, _ in _ROLES_OF
        )
        return here - there <= (_FAR if tells_who else 1 if apart else _SENTENCES_BACK)

    def _others(self, draft: Draft, met: Draft) -> list[str] | None:
        """Give who is told to have been there, too; None where the clause names people of its own.

        «عقد الجانبان جلسة مباحثات حضرها الوزيران فلان وفلان»
        """
        window = draft.trigger.window
        named = self._discourse.persons(
            self._arguments.actors_in(window.start, window.end, pronouns=False)
        )
        others = [a for a in named if a.entity not in met.people]
        there = expression(self._passage.language, "attended_by").search(
            self._passage.text, draft.trigger.end, window.end
        )
        if any(there is None or a.start < there.end() for a in others):
            return None
        return [a.entity for a in others]

    def _fits(self, words: str, people: list[str]) -> bool:
        """Say whether two people are what the words call them: ministers, leaders."""
        for name, roles in _ROLES_OF:
            if expression(self._passage.language, name).search(words):
                return all(self._discourse.roles(p) & roles for p in people)
        return True
