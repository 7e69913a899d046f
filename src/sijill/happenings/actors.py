"""A passage goes in; who may take part in what it tells comes out: by name, post or pronoun."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter

from sijill.documents.datelines import is_agency
from sijill.documents.deadline import check
from sijill.documents.document import PERSON, POST, Mention, MentionKind
from sijill.documents.expressions import expression
from sijill.documents.passage import ACTORS, Passage
from sijill.documents.patterns import Hit
from sijill.documents.stretches import beginning_in
from sijill.happenings.state_names import StateNames
from sijill.immutable import immutable
from sijill.speech.cues import find_speech_marks
from sijill.speech.speakers import Speakers

_start = attrgetter("start")


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
