"""A question goes in; what a person must see to answer it comes out, as plain lines for a terminal.

The terminal lays out right-to-left words by itself: they stand on lines of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sijill.citation import Citation
from sijill.record.items import ClaimItem, EventItem, Item, Record, StatementItem
from sijill.review.questions import TWINS, Choice, Question

#: So many sources are quoted to a question or a value; the rest is counted.
MOST_QUOTED = 3
#: Longer words are cut in the middle of their context, never in the words asked about.
LONGEST = 400
#: So few code points are a name or a word: shown within the words around them.
SHORTEST = 40


@dataclass(frozen=True, slots=True)
class Shown:
    """One line and what it is: heading, fact, reason, words, source or choice."""

    role: str
    text: str


class View:
    """Puts questions about one record into lines, in a language where the record has it."""

    def __init__(self, record: Record, language: str = "en") -> None:
        self._language = language
        self._entities = {entity.id: entity for entity in record.entities}
        self._sources = {source.id: source for source in record.sources}
        self._items: dict[str, Item] = {}
        self._items.update({event.id: event for event in record.events})
        self._items.update({said.id: said for said in record.statements})
        self._items.update({claim.id: claim for claim in record.claims})

    def lines(self, question: Question) -> list[Shown]:
        """Give heading, facts, reason, choices and the words, in this order.

        The words of an event that is held against others stand before theirs.
        """
        shown = list(self._facts(question))
        if question.reason:
            shown.append(Shown("reason", question.reason))
        if question.about == TWINS:
            shown += self._words(question.words)
        quoted: set[Citation] = set()
        for choice in question.choices:
            shown.append(Shown("choice", f"{choice.key}  {self._label(choice)}"))
            shown += self._words(choice.words)
            quoted.update(choice.words)
        if not quoted:
            shown += self._words(question.words)
        return shown

    def name(self, entity_id: str) -> str:
        """Give the name of an entity; of what is none, the id itself."""
        entity = self._entities.get(entity_id)
        if entity is None:
            return entity_id
        return entity.names.get(self._language) or next(iter(entity.names.values()), entity_id)

    def _label(self, choice: Choice) -> str:
        if choice.action == "correct":
            return self.name(choice.label)
        event = self._items.get(choice.label)
        if choice.action != "merge" or not isinstance(event, EventItem):
            return choice.label
        return f"{event.type}, {event.date or 'no date'}: {self._who_and_where(event)}"

    def _who_and_where(self, event: EventItem) -> str:
        who = ", ".join(self.name(p) for p in event.participants)
        where = self.name(event.place) if event.place else "no place"
        return f"{event.status.value}; {where}; {who or 'nobody named'}"

    def _facts(self, question: Question) -> Iterator[Shown]:
        item = self._items.get(question.subject[0])
        if question.about == "same":
            yield Shown("heading", "Are these one and the same?")
        elif isinstance(item, EventItem):
            about = "" if question.about == "whole" else f"  {question.about}?"
            if question.about == TWINS:
                about = ": is it one of these?"
            yield Shown("heading", f"{item.type}, {item.date or 'no date'}{about}")
            yield Shown("fact", self._who_and_where(item))
            details = ", ".join(f"{k} {v}" for k, v in item.details.items() if k != "what")
            if details:
                yield Shown("fact", details)
        elif isinstance(item, StatementItem):
            speaker = self.name(item.speaker) if item.speaker else item.speaker_text or "nobody"
            yield Shown(
                "heading", f"Said by {speaker} ({item.kind.value}), {item.date or 'undated'}"
            )
        elif isinstance(item, ClaimItem):
            yield Shown("heading", f"Claim of the kind “{item.kind.value}”")

    def _words(self, citations: Sequence[Citation]) -> Iterator[Shown]:
        """Quote one place of each source, the shortest first: it says it most plainly."""
        best: dict[str, Citation] = {}
        for citation in sorted(citations, key=lambda c: (len(c.exact), c)):
            best.setdefault(citation.source_id, citation)
        for citation in list(best.values())[:MOST_QUOTED]:
            words = " ".join(citation.exact.split())
            around = [" ".join(part.split()) for part in (citation.prefix, citation.suffix)]
            if len(words) <= SHORTEST and any(around):
                # Whether two names are one nobody can tell by the names.
                before, after = (part and f"…{part}…" for part in around)
                words = f"{before.removesuffix('…')} [{words}] {after.removeprefix('…')}".strip()
            cut = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
            yield Shown("words", f"“{cut}”")
            yield Shown("source", self._source(citation.source_id))
        if len(best) > MOST_QUOTED:
            yield Shown("source", f"and {len(best) - MOST_QUOTED} more sources")

    def _source(self, source_id: str) -> str:
        note = self._sources.get(source_id)
        if note is None:
            return source_id
        return f"{note.outlet or note.name}, {note.published or 'no date'}"
