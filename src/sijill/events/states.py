"""A trigger between states goes in; the states that do it come out.

Where no people are named the two states agree or sign; relations are between the two that the
text is about; a mission is opened by the state, or its capital, that the clause names.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sijill.documents.datelines import in_brackets
from sijill.documents.document import ORGANISATION, PERSON, PLACE, Mention
from sijill.documents.expressions import ends_in, expression
from sijill.documents.qualifiers import has_joint_word
from sijill.documents.stretches import beginning_in
from sijill.event_types import types_with
from sijill.happenings.actors import Actor
from sijill.happenings.drafts import Discourse
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST

# Two states that do something together stand so near, or one opens the clause (code points).
_IN_ONE_BREATH = 8
_OPENING = 6
# The subject of an Arabic verb stands so near behind it (code points).
_SUBJECT = 24
#: A state calls home or sends away, by one of its bodies or where it names nobody.
BY_A_STATE = types_with("by_a_state")
_STATES_NEEDED = types_with("pair_of_states")
# “His country” stands so near before what it does, in words that begin so near (code points).
_OWN, _SAID = 60, 600


def whom_from(trigger: Trigger, kind: str) -> int:
    """Give from where on those stand to whom something happens.

    Whom a state calls home may stand in the words that tell it: «استدعت سفيرها X للتشاور».
    """
    return trigger.start if kind in BY_A_STATE else trigger.end


class States:
    """Finds the states that take part in the happenings of one discourse."""

    def __init__(self, discourse: Discourse) -> None:
        self._arguments = discourse.arguments
        self._passage = discourse.passage

    def between(self, trigger: Trigger, kind: str) -> list[str]:
        """Give the two states of a happening that is always between two."""
        states = self._arguments.states_in(trigger.window.start, trigger.window.end)
        if not states:
            sentence = self._arguments.span_of(trigger)
            states = self._arguments.states_in(sentence.start, sentence.end)
        if len(states) < 2 and kind in _STATES_NEEDED:
            states = list(dict.fromkeys([*states, *self._arguments.main_states()]))
        return states[:2]

    def giving(self, trigger: Trigger, actors: Sequence[Actor]) -> list[str]:
        """Give the state that does something for a body: «تبرعت سويسرا لمستشفى كيفه بسيارة».

        It stands where a subject does, before the body: right behind an Arabic verb, first in an
        English clause.
        """
        text, language = self._passage.text, self._passage.language
        if language not in ("ar", "en") or trigger.frame != "verb":
            return []
        blank = text.find(" ", trigger.start, trigger.window.end)
        is_arabic = language == "ar" and blank > 0
        start = blank if is_arabic else trigger.window.start
        end = blank + _SUBJECT if is_arabic else trigger.start
        bodies = [a.start for a in actors if a.kind is ORGANISATION]
        for mention in self._passage.mentions_in(start, min([end, *bodies]), (PLACE,)):
            leads = not text[start : mention.start].strip()
            if mention.entity and leads and self._arguments.is_state(mention.entity):
                return [mention.entity]
        return []

    def acting(self, trigger: Trigger, kind: str, people: Sequence[str]) -> list[str]:
        """Give the state that calls its envoy home or sends others away, where none is named.

        Whom only another clause tells is none of those: «Эквадор отозвал своего посла», “two days
        after Ecuador expelled three of her staff”.
        """
        if kind not in BY_A_STATE:
            return []
        window = trigger.window
        told = self._arguments.actors_in(window.start, window.end, pronouns=False)
        named = {a.entity for a in told if self._passage.is_person(a.entity)}
        return [] if named & set(people) else self.opening(trigger)[:1]

    def exchanging(self, trigger: Trigger, kind: str) -> list[str]:
        """Give the states of an exchange of students; a verb that comes last may tell a plan."""
        apart = kind != "education_exchange" or self._passage.language in VERB_LAST
        return [] if apart else self.between(trigger, kind)

    def agreeing(self, trigger: Trigger, actors: Sequence[Actor]) -> list[str]:
        """Give the two states that agree or sign where no people of theirs are named.

        Who stands beside is not asked where “both countries” is the subject: «وقع البلدان».
        """
        subject = expression(self._passage.language, "states_as_subject")
        if subject.search(self._passage.text, trigger.start, trigger.end):
            return self._arguments.both_states(trigger.start)
        if any(a.kind is PERSON and a.start != a.end for a in actors):
            return []
        if any(a.kind is ORGANISATION for a in actors):
            return []
        window = trigger.window
        if self._arguments.details_in(window.start, window.end, "states") or self._of_both(trigger):
            return self._arguments.both_states(trigger.start)
        states = self._arguments.states_in(window.start, window.end)
        return states[:2] if len(states) >= 2 and self._side_by_side(trigger) else []

    def _of_both(self, trigger: Trigger) -> bool:
        """Say whether “both countries” is what a sentence whose verb comes last is about.

        「両国は2011年に大使館を開設し、3年後に漁業協定を結んだ」: the subject stands once.
        """
        sentence, text = self._arguments.span_of(trigger), self._passage.text
        told = self._arguments.details_in(sentence.start, trigger.start, "states")
        topic = expression(self._passage.language, "states_topic")
        return any(topic.match(text, hit.end) for hit in told)

    def _side_by_side(self, trigger: Trigger) -> bool:
        """Say whether two states are named in one breath, or one does what the clause tells.

        Others are what is spoken of: “agreed on the attack of A and the missiles of B”.
        """
        window = trigger.window
        named = self._passage.mentions_in(window.start, window.end, (PLACE,))
        states = [m for m in named if self._arguments.is_state(m.entity)]
        opens = states and states[0].start - window.start <= _OPENING
        if opens and self._passage.language not in VERB_LAST:
            return True
        apart = expression(self._passage.language, "states_apart")
        return any(
            0 <= b.start - a.end <= _IN_ONE_BREATH
            and not apart.search(self._passage.text[a.end : b.start])
            for a, b in pairwise(states)
        )

    def without_nameless(
        self, actors: Sequence[Actor], subject: Actor | None
    ) -> tuple[list[Actor], Actor | None]:
        """Give those of a clause and its subject but for missions told by their kind alone."""
        named = subject if subject is not None and not self._is_nameless(subject) else None
        return [a for a in actors if not self._is_nameless(a)], named

    def _is_nameless(self, actor: Actor) -> bool:
        """Say whether a mission is told by its kind alone: 「互いに大使館を開く」."""
        name, language = self._passage.entities[actor.entity].name, self._passage.language
        word = expression(language, "mission_word")
        if actor.kind is not ORGANISATION or " " in name:
            return False
        return bool(word.fullmatch(name) if language == "ja" else word.search(name))

    def opening(self, trigger: Trigger) -> list[str]:
        """Give the state, or the capital that stands for it, that opens or closes a mission.

        Two states may open missions in each other's capitals: “since the two countries did so”.
        """
        language = self._passage.language
        sentence = self._arguments.span_of(trigger)
        if self._arguments.details_in(trigger.window.start, trigger.end, "states"):
            return self._arguments.both_states(trigger.start)
        stop = trigger.window.end if language == "ar" else trigger.start
        # An Arabic verb stands before its subject, and behind the place of a dateline.
        is_led = language == "ar" and trigger.frame == "verb" and trigger.type in BY_A_STATE
        begins = trigger.start if is_led else trigger.window.start
        if beside := self._beside(trigger) or self._of_speaker(trigger):
            return beside  # “… recalled its envoy after Mali expelled …”
        return self._leading(begins, stop) or self._leading(sentence.start, min(begins, stop))

    def _beside(self, trigger: Trigger) -> list[str]:
        """Give the state that stands right before a verb, as its subject does."""
        before = self._passage.mention_over(trigger.start - 2, trigger.start - 1)
        if before is None or before.kind is not PLACE or before.entity is None:
            return []
        if trigger.type not in BY_A_STATE or before.end != trigger.start - 1:
            return []
        if self._passage.language in VERB_LAST:
            return []  # what stands there is the object
        country = self._passage.entities[before.entity].country
        return [self._arguments.state_of_country(country) or before.entity]

    def _of_speaker(self, trigger: Trigger) -> list[str]:
        """Give the state of who says what it will do: “his country would open an embassy”."""
        own = expression(self._passage.language, "own_country")
        begin = max(trigger.window.start, trigger.start - _OWN)
        if own.search(self._passage.text, begin, trigger.start) is None:
            return []
        start = max(self._arguments.span_of(trigger).start, trigger.start - _SAID)
        said = [
            q.speaker
            for q in beginning_in(self._passage.quotations, start, trigger.start + 1)
            if q.speaker and trigger.start < q.end
        ]
        speaker = self._passage.entities.get(said[-1]) if said else None
        state = self._arguments.state_of_country(speaker.country) if speaker else None
        return [state] if state else []

    def _leading(self, start: int, stop: int) -> list[str]:
        """Give the state that a stretch tells of, with one joined to it, not as a place."""
        text, language = self._passage.text, self._passage.language
        for mention in self._passage.mentions_in(start, stop, (PLACE,)):
            over = self._passage.mention_over(mention.start, mention.end)
            if over is not mention or in_brackets(text, mention.start):
                continue  # a dateline is nobody: 【ルサカ】
            before = text[max(0, mention.start - 14) : mention.start]
            behind = text[mention.end : mention.end + 5]
            placed = (
                ends_in(language, "place_before").search(before) is not None
                or expression(language, "place_after").match(behind) is not None
                or expression(language, "left_behind").match(behind) is not None
            )
            # 「ペルー、ガーナから大使を召還」: a line of news opens with who does it.
            opens = ends_in(language, "line_opens").search(before) is not None
            placed = placed and not (opens and expression(language, "line_goes_on").match(behind))
            if mention.entity and (
                not placed or expression(language, "subject_after").match(behind)
            ):
                country = self._passage.entities[mention.entity].country
                state = self._arguments.state_of_country(country) or mention.entity
                return [state, *self._joined(mention, stop)]
        return []

    def _joined(self, first: Mention, stop: int) -> list[str]:
        """Give the state told in one breath behind another: “Togo and Brunei opened embassies”."""
        behind = self._passage.mentions_in(first.end, min(stop, first.end + _IN_ONE_BREATH * 4))
        if not behind or behind[0].kind is not PLACE or behind[0].entity is None:
            return []
        gap = self._passage.text[first.end : behind[0].start]
        language = self._passage.language
        joined = len(gap) <= _IN_ONE_BREATH and language == "en" and has_joint_word(gap, language)
        return [behind[0].entity] if joined and self._arguments.is_state(behind[0].entity) else []

    def without_owner(self, people: list[str]) -> list[str]:
        """Give who takes part in the opening of a mission without the state whose mission it is.

        A state is told only where nothing else stands for it: «открыла посольство» beside the
        embassy's name tells nobody more. The words of such names are `mission_alone`.
        """
        rule = expression(self._passage.language, "mission_alone")
        called = self._passage.mentions_of
        missions = {p for p in people if any(rule.search(m.text) for m in called(p))}
        if not missions:
            return people
        return [p for p in people if p in missions or not self._arguments.is_state(p)]
