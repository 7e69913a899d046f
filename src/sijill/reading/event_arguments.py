"""A trigger goes in; who takes part, on which day and where comes out.

People and bodies are looked for in the trigger's window; pronouns and “the two leaders” point back;
a day or place of the same sentence serves when the window has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sijill.citation import Span
from sijill.reading.document import Mention, MentionKind
from sijill.reading.happenings import Trigger
from sijill.reading.passage import ACTORS, Passage
from sijill.reading.patterns import Hit, pattern_table
from sijill.reading.speakers import Speakers
from sijill.reading.speech import SpeechMarks, find_speech_marks
from sijill.tables import open_table
from sijill.text import fold

_VERB_LAST = ("kk", "ja")
# What stands before the place of a happening; in Kazakh and Japanese it is written behind.
_BEFORE_PLACE = {
    "en": re.compile(r"\b(?:in|at|to|near|outside|inside|on|into)\s(?:the\s|a\s|his\s|her\s)?\Z"),
    "ru": re.compile(r"(?:\bв|\bво|\bна|\bпод)\s\Z", re.IGNORECASE),
    "ar": re.compile(r"(?:\b(?:في|إلى|الى|لدى|من)\s|[بل]\Z|زيارة\s|زار\s|زارت\s|\w*زور\s)\Z"),
}
_AFTER_PLACE = {
    "kk": re.compile(r"(?:да|де|та|те|нда|нде|ға|ге|қа|ке|на|не)\b"),
    "ja": re.compile(r"(?:で|に|において|へ|を訪|訪問|、|の)"),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """One who may take part: an entity id, where it stands, and what it was told by."""

    entity: str
    start: int
    end: int
    kind: MentionKind


class Arguments:
    """Finds the arguments of triggers in one passage."""

    def __init__(self, passage: Passage, marks: SpeechMarks | None = None) -> None:
        self.passage = passage
        self._marks = marks or find_speech_marks(passage)
        self._speakers = Speakers(passage, self._marks)
        self._details = pattern_table(passage.language, "event_details", ("role",)).scan(
            passage.text
        )
        self._states = _state_names(passage.language)

    # -- details --------------------------------------------------------------------------------

    def details_in(self, start: int, end: int, role: str) -> list[Hit]:
        """Give the detail words of a role, or of roles that begin with it, in a stretch."""
        return [
            h
            for h in self._details
            if start <= h.start and h.end <= end and h.row["role"].startswith(role)
        ]

    # -- people ---------------------------------------------------------------------------------

    def actors_in(self, start: int, end: int, *, pronouns: bool = True) -> list[Actor]:
        """Give the people and bodies of a stretch in order, each once."""
        passage = self.passage
        actors: list[Actor] = []
        for mention in passage.mentions_in(start, end, ACTORS):
            over = passage.mention_over(mention.start, mention.end)
            if over is not mention:
                continue
            kind = passage.kind_of(mention.entity)
            if mention.entity is None or kind not in (
                MentionKind.PERSON,
                MentionKind.ORGANISATION,
            ):
                continue
            actors.append(Actor(mention.entity, mention.start, mention.end, kind))
        if pronouns:
            for hit in self._marks.pronouns:
                if start <= hit.start and hit.end <= end:
                    told = self._speakers.pronoun_in(hit.start, hit.end)
                    if told and told.entity and passage.is_person(told.entity):
                        actors.append(Actor(told.entity, hit.start, hit.end, MentionKind.PERSON))
        actors.sort(key=lambda a: a.start)
        once: dict[str, Actor] = {}
        for actor in actors:
            once.setdefault(actor.entity, actor)
        return list(once.values())

    def subject(self, trigger: Trigger) -> Actor | None:
        """Give who does what the trigger tells, as far as a person or body stands before it."""
        sentence = self.passage.sentences[trigger.sentence]
        near = self.actors_in(trigger.window.start, trigger.start)
        if near:
            return near[-1] if self.passage.language in ("en", "ru") else near[0]
        before = self.actors_in(sentence.start, trigger.start)
        if before:
            return before[0]
        return None

    def carried(self, trigger: Trigger) -> Actor | None:
        """Give the person that a verb without a subject points back to."""
        told = self._speakers.before(trigger.start)
        if told.entity and self.passage.is_person(told.entity):
            return Actor(told.entity, trigger.start, trigger.start, MentionKind.PERSON)
        return None

    # -- states ---------------------------------------------------------------------------------

    def is_state(self, entity_id: str | None) -> bool:
        """Say whether a place is a state."""
        entity = self.passage.entities.get(entity_id or "")
        if entity is None or entity.kind is not MentionKind.PLACE:
            return False
        names = [entity.name, entity.name_en or "", entity.register_id or ""]
        names += [m.text for m in self.passage.mentions if m.entity == entity_id][:4]
        return any(fold(name) in self._states for name in names if name)

    def states_in(self, start: int, end: int) -> list[str]:
        """Give the states named in a stretch, nested ones too, each once, in order."""
        found: dict[str, None] = {}
        for mention in self.passage.mentions_in(start, end, (MentionKind.PLACE,)):
            if mention.entity and self.is_state(mention.entity):
                found.setdefault(mention.entity)
        return list(found)

    def state_of_country(self, country: str | None) -> str | None:
        """Give the state of the text that has a country code."""
        if not country:
            return None
        for entity in self.passage.entities.values():
            if entity.country == country and self.is_state(entity.id):
                return entity.id
        return None

    # -- day ------------------------------------------------------------------------------------

    def date(self, trigger: Trigger, triggers: Sequence[Trigger]) -> Mention | None:
        """Give the date that tells the trigger's day: of its window, else of its sentence."""
        sentence = self.passage.sentences[trigger.sentence]
        dates = [
            m
            for m in self.passage.mentions_in(sentence.start, sentence.end, (MentionKind.DATE,))
            if m.value and self.passage.mention_over(m.start, m.end) is m
        ]
        if not dates:
            return None
        near = [m for m in dates if trigger.window.start <= m.start and m.end <= trigger.window.end]
        if near:
            return min(near, key=lambda m: (_gap(m, trigger), m.start))
        siblings = [t for t in triggers if t.sentence == trigger.sentence]
        if len(dates) == 1 and self._shared(dates[0], trigger, siblings):
            return dates[0]
        before = [m for m in dates if m.end <= trigger.start]
        if before and self._shared(before[0], trigger, siblings):
            return before[0]
        return None

    def _shared(self, date: Mention, trigger: Trigger, siblings: Sequence[Trigger]) -> bool:
        """Say whether a date of the sentence may be this trigger's too: nothing turns between."""
        low, high = sorted((date.end, trigger.start))
        between = self.passage.text[min(low, high) : max(low, high)]
        return not re.search(
            r"[;؛]|[,،]\s(?:but|while|فيما|بينما|а|ал)\s|\bwho\b|\bwhose\b", between
        )

    # -- place ----------------------------------------------------------------------------------

    def place(self, trigger: Trigger) -> str | None:
        """Give the most specific place told for the trigger, None when none is."""
        sentence = self.passage.sentences[trigger.sentence]
        for start, end in (
            (trigger.window.start, trigger.window.end),
            (sentence.start, trigger.start),
        ):
            places = [m for m in self._places(start, end) if m.entity]
            if places:
                towns = [m for m in places if not self.is_state(m.entity)]
                chosen = towns or places
                houses = [m for m in chosen if self.details_in(m.start, m.end, "palace")]
                best = min(houses or chosen, key=lambda m: (_gap(m, trigger), m.start))
                return best.entity
        return None

    def destination(self, trigger: Trigger) -> str | None:
        """Give where a visit goes: the place right after the trigger, or in its window."""
        after = [
            m
            for m in self.passage.mentions_in(
                trigger.start, trigger.window.end, (MentionKind.PLACE,)
            )
            if m.entity and self.passage.mention_over(m.start, m.end) is m
        ]
        for mention in after:
            gap = self.passage.text[trigger.end : mention.start]
            if len(gap) <= 40 and not re.search(r"[,،;:]", gap):
                return mention.entity
        return self.place(trigger)

    def _places(self, start: int, end: int) -> Iterable[Mention]:
        text = self.passage.text
        language = self.passage.language
        for mention in self.passage.mentions_in(start, end, (MentionKind.PLACE,)):
            if self.passage.mention_over(mention.start, mention.end) is not mention:
                continue
            if language in _BEFORE_PLACE:
                if _BEFORE_PLACE[language].search(text[max(0, mention.start - 14) : mention.start]):
                    yield mention
            elif _AFTER_PLACE[language].match(text[mention.end : mention.end + 5]):
                yield mention

    def span_of(self, trigger: Trigger) -> Span:
        """Give the sentence of a trigger."""
        sentence = self.passage.sentences[trigger.sentence]
        return Span(sentence.start, sentence.end)


def _gap(mention: Mention, trigger: Trigger) -> int:
    if mention.end <= trigger.start:
        return trigger.start - mention.end
    return max(0, mention.start - trigger.end)


@lru_cache(maxsize=8)
def _state_names(language: str) -> frozenset[str]:
    """Give the folded names of all states in a language and in English, with their ids."""
    names: set[str] = set()
    ids: set[str] = set()
    for row in open_table("world/states.tsv", ("id", "status", language)):
        if row["status"] == "state":
            ids.add(row["id"])
            names.update(fold(row[c]) for c in ("id", "en", language) if row.get(c))
    for row in open_table("world/names.tsv", ("id", "language", "form")):
        if row["id"] in ids and row["language"] in (language, "en"):
            names.add(fold(row["form"]))
    return frozenset(names)
