"""A passage goes in; who may take part in what it tells comes out: by name, post or pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from sijill.documents.datelines import is_agency
from sijill.documents.deadline import check
from sijill.documents.document import ORGANISATION, PERSON, POST, Mention, MentionKind
from sijill.documents.expressions import expression
from sijill.documents.passage import ACTORS, Passage
from sijill.documents.patterns import Hit
from sijill.documents.stretches import beginning_in
from sijill.happenings.state_names import StateNames
from sijill.immutable import immutable
from sijill.speech.cues import find_speech_marks
from sijill.speech.speakers import Speakers

_start = attrgetter("start")
#: The post of a name stands so near behind it, and its particle in so many letters.
_POST_BEHIND, _PARTICLE = 40, 8


@immutable
class Actor:
    """One who may take part: an entity id, where it stands, and what it was told by."""

    entity: str
    start: int
    end: int
    kind: MentionKind


class Actors(StateNames):
    """The people and bodies of one passage."""

    def __init__(self, passage: Passage) -> None:
        super().__init__(passage)
        self._marks = find_speech_marks(passage)
        self._speakers = Speakers(passage, self._marks)
        #: Whom pronouns mean, as far as that was asked.
        self._meant: dict[tuple[int, int], Actor | None] = {}

    def actors_in(self, start: int, end: int, *, pronouns: bool = True) -> list[Actor]:
        """Give the people and bodies of a stretch in order, each once."""
        check()
        actors = [a for a in beginning_in(self._named, start, end) if a.end <= end]
        if pronouns:
            for hit in beginning_in(self._marks.pronouns, start, end):
                if hit.end <= end and (meant := self._meant_by(hit)) is not None:
                    actors.append(meant)
            actors += self._speaking(start, end)
        if len(actors) < 2:
            return actors
        actors.sort(key=_start)
        once: dict[str, Actor] = {}
        for actor in actors:
            once.setdefault(actor.entity, actor)
        return list(once.values())

    @cached_property
    def _named(self) -> list[Actor]:
        """The people and bodies that mentions name, in order."""
        passage = self.passage
        actors: list[Actor] = []
        for mention in passage.uncovered:
            if mention.kind not in ACTORS or mention.entity is None:
                continue
            kind = passage.kind_of(mention.entity)
            if kind in ACTORS and not is_agency(passage.text, mention):
                actors.append(Actor(mention.entity, mention.start, mention.end, kind))
        return actors

    def _meant_by(self, pronoun: Hit) -> Actor | None:
        """Give the person whom a pronoun points back to."""
        place = pronoun.start, pronoun.end
        if place not in self._meant:
            told = self._speakers.pronoun_in(*place)
            entity = told.entity if told and self.passage.is_person(told.entity) else None
            self._meant[place] = Actor(entity, *place, PERSON) if entity else None
        return self._meant[place]

    def _speaking(self, start: int, end: int) -> list[Actor]:
        """Give who says “I” in a stretch: the speaker of what is told there, if it is a person."""
        found: list[Actor] = []
        if not self.passage.quotations:
            return found
        said = expression(self.passage.language, "says_i")
        if said.search(self.passage.text, start, end) is None:
            return found  # as in most stretches
        for word in said.finditer(self.passage.text, start, end):
            around = [q for q in self.passage.quotations if q.start <= word.start() < q.end]
            speaker = min(around, key=lambda q: q.end - q.start).speaker if around else None
            if speaker and self.passage.is_person(speaker):
                found.append(Actor(speaker, word.start(), word.end(), PERSON))
        return found

    def unnamed_posts_in(self, start: int, end: int) -> list[Mention]:
        """Give the posts of a stretch whose holder is not named."""
        return [
            m
            for m in self.passage.mentions_in(start, end, (POST,))
            if m.entity is None and self.passage.mention_over(m.start, m.end) is m
        ]

    def topic(self, start: int, end: int) -> Actor | None:
        """Give the actor a verb-last sentence is about: marked は or が, or the nominative."""
        text = self.passage.text
        # «Оның орнына Лимаға министр барады»: of whom «оның» tells does not go.
        in_case = expression(self.passage.language, "pronoun_in_case")
        for actor in self.actors_in(start, end):
            end = self._end_with_post(actor)
            if self.passage.language == "ja":
                if expression("ja", "topic_marked").match(text, end):
                    return actor
            elif not text[end : end + 1].isalpha() and not in_case.fullmatch(
                text, actor.start, actor.end
            ):
                return actor
        return None

    def is_oblique(self, actor: Actor, others: Sequence[Actor], end: int) -> bool:
        """Say whether an actor before a verb that comes last is none who does it.

        `others` are those told with it, up to where the verb begins (`end`). A Japanese と stands
        behind whom somebody met, where nobody else follows: 「翌日には真壁外相と会談した」.
        """
        text, language = self.passage.text, self.passage.language
        oblique, last = expression(language, "oblique_after"), self._end_with_post(actor)
        if any(oblique.match(text[at : at + _PARTICLE]) for at in (actor.end, last)):
            return True
        if language == "ja" and actor.kind is ORGANISATION and text.startswith("の", actor.end):
            # 「外務省の坪内部長と会談した」: the house is only whose he is.
            return any(actor.end < a.start < end for a in others)
        met = expression(language, "met_alone").match(text, last, last + _PARTICLE)
        behind = next((a.start for a in others if actor.end < a.start < end), None)
        return met is not None and (behind is None or "、" in text[last:behind])

    def are_met(self, actors: Sequence[Actor], end: int) -> bool:
        """Say whether the people of a Japanese clause up to its verb (`end`) are all met: «と»."""
        if self.passage.language != "ja":
            return False
        with_whom, text = expression("ja", "met_alone"), self.passage.text
        people = [a for a in actors if a.kind is PERSON]
        ends = [self._end_with_post(a) for a in people if a.end <= end]
        return (
            bool(ends)
            and len(ends) == len(people)
            and all(with_whom.match(text, at, at + _PARTICLE) for at in ends)
        )

    def told_in_paragraph(self, at: int) -> list[str]:
        """Give the people and bodies that a paragraph told before a place, not far back in it."""
        told = self.actors_in(self.paragraph_before(at), at, pronouns=False)
        return [a.entity for a in told]

    def _end_with_post(self, actor: Actor) -> int:
        """Give where an actor ends with the post right behind: «ロハス大統領», «Президент Ли»."""
        end = actor.end
        for told in self.passage.mentions_in(end, end + _POST_BEHIND, (POST, PERSON)):
            # «ロハス大統領は»; «Президент Ли Вонның» is in the case of the name.
            named = told.start == end + 1 and told.entity == actor.entity
            end = told.end if named or (told.start == end and told.kind is POST) else end
        return end
