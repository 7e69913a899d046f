"""A happening told of “the three leaders” goes in; the people whom the words mean come out.

They are those of the last happening that so many took part in, or whom one sentence named, as many
as told: “Presidents A, B and C … The three leaders last met in 2024, when they signed a pact”
(expressions group_meant, they_before).

A paper of years ago that nobody is told to have signed is of the two states whose history its
paragraph tells, and not of the ministers of today: “The two countries established relations in
1995. A trade agreement initialled in 2021 has yet to be ratified.”
"""

from __future__ import annotations

from sijill.documents.expressions import expression
from sijill.event_types import types_with
from sijill.happenings.drafts import Discourse, Draft
from sijill.text import to_ascii_digits

_DONE_BY_MANY = types_with("by_many")
_PAPERS = types_with("joint_text")
_TWO = 2
# Those who are meant were named so few sentences before.
_SENTENCES_BACK = 6
# “They” are those who did something right before.
_THEY_BACK = 1


class Groups:
    """Finds whom “the three leaders” of one discourse are."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._arguments = discourse.arguments
        self._passage = discourse.passage
        self._last: Draft | None = None
        #: The last happening told of two states.
        self._of_states: Draft | None = None

    def note(self, draft: Draft) -> None:
        """Keep the last happening, for “they” and for as many as took part."""
        self._last = draft
        if len([p for p in draft.people if self._arguments.is_state(p)]) == _TWO:
            self._of_states = draft

    def meant(self, draft: Draft) -> list[str]:
        """Give the people whom a draft's words mean; none where they tell no number."""
        if draft.type == "business_meeting" and not draft.people:
            return self._they(draft, at_least=1)
        if draft.type in _PAPERS and (states := self._states_then(draft)):
            return states
        if draft.type not in _DONE_BY_MANY:
            return []
        window, text = draft.trigger.window, self._passage.text
        told = expression(self._passage.language, "group_meant").search(
            text, window.start, window.end
        )
        if told is None:
            return self._they(draft)
        number = self._arguments.number_in(told.start(), told.end()) or _digit(told.group())
        return (self._as_many(number) or self._named(draft, number)) if number else []

    def _states_then(self, draft: Draft) -> list[str]:
        """Give the two states of a history, for a paper of years gone by that names nobody."""
        told, published = self._of_states, self._passage.document.published
        if told is None or not draft.own_date or not draft.date or not published:
            return []
        if any(not self._passage.is_person(p) for p in draft.people):
            return []
        sentences, here = self._passage.sentences, draft.trigger.sentence
        if sentences[here].paragraph != sentences[told.trigger.sentence].paragraph:
            return []
        if draft.date[:4] >= published[:4] or not draft.date[:4].isdecimal():
            return []
        start, end = sentences[here].start, draft.trigger.window.end
        if self._discourse.persons(self._arguments.actors_in(start, end)):
            return []
        # “The two ministers signed”, “when they signed” are people.
        for name in ("of_ministers", "of_leaders", "they_before"):
            if expression(self._passage.language, name).search(self._passage.text, start, end):
                return []
        return [p for p in told.people if self._arguments.is_state(p)]

    def _as_many(self, number: int) -> list[str]:
        """Give those of the last happening, where so many people took part in it."""
        people = self._last.people if self._last is not None else []
        persons = [p for p in people if self._passage.is_person(p)]
        return persons if len(persons) == number else []

    def _they(self, draft: Draft, at_least: int = 3) -> list[str]:
        """Give the many who did what was told right before, where “they” go on.

        A guest with his delegation are many, too: “they will meet shipbuilders”.
        """
        last, trigger = self._last, draft.trigger
        if last is None or not 0 <= trigger.sentence - last.trigger.sentence <= _THEY_BACK:
            return []
        they = expression(self._passage.language, "they_before")
        said = self._passage.text[trigger.window.start : trigger.start]
        people = [p for p in last.people if self._passage.is_person(p)]
        own = self._arguments.actors_in(trigger.window.start, trigger.window.end, pronouns=False)
        many = len(people) >= at_least and they.search(said) is not None
        return people if many and not self._discourse.persons(own) else []

    def _named(self, draft: Draft, number: int) -> list[str]:
        """Give as many people as are told, whom one sentence named last."""
        first = max(0, draft.trigger.sentence - _SENTENCES_BACK)
        for index in range(draft.trigger.sentence, first - 1, -1):
            sentence = self._passage.sentences[index]
            end = min(sentence.end, draft.trigger.start)
            named = self._arguments.actors_in(sentence.start, end, pronouns=False)
            people = [a.entity for a in self._discourse.persons(named)]
            if len(people) == number:
                return people
        return []


def _digit(words: str) -> int | None:
    """Give the number that words begin with in digits, 3首脳; None where they do not."""
    return int(to_ascii_digits(words[:1])) if words[:1].isdecimal() else None
