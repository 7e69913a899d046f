"""Readings made by hand from real sentences: just what the tests of identity need."""

from __future__ import annotations

from sijill.citation import Span
from sijill.documents.document import Entity, Event, HeldPost, Mention, MentionKind, Reading, Status

KINDS = {"P": MentionKind.PERSON, "O": MentionKind.ORGANISATION, "L": MentionKind.PLACE}


class Text:
    """One source: its text, and the entities in it."""

    def __init__(self, source_id, language, text, published=None):
        self.source_id, self.language, self.text = source_id, language, text
        self.published = published
        self.mentions, self.entities, self.events = [], [], []

    def spot(self, words, kind, entity=None, value=None):
        start = self.text.index(words)
        number = f"m{len(self.mentions) + 1}"
        self.mentions.append(Mention(number, kind, start, start + len(words), words, entity, value))
        return number

    def has(self, kind, *names, country=None, posts=(), register_id=None):
        """Add an entity; `posts` are (words or None, role, body, status)."""
        number = f"e{len(self.entities) + 1}"
        for name in names:
            self.spot(name, KINDS[kind], number)
        held = []
        for words, role, body, status in posts:
            mention = self.spot(words, MentionKind.POST, number) if words else None
            held.append(HeldPost(role, body, status, None, mention))
        full = max(names, key=len)
        self.entities.append(
            Entity(number, KINDS[kind], full, None, country, register_id, tuple(held))
        )
        return f"{self.source_id}#{number}"

    def post(self, words):
        """Add a post that nobody is named for."""
        return f"{self.source_id}#{self.spot(words, MentionKind.POST)}"

    def event(self, kind, words, date, *, told_in=None, participants=()):
        """Add an event: `told_in` are the words of its evidence, when more than `words`."""
        start = self.text.index(words)
        trigger = Span(start, start + len(words))
        start = self.text.index(told_in or words)
        evidence = Span(start, start + len(told_in or words))
        self.events.append(
            Event(
                f"v{len(self.events) + 1}",
                kind,
                Status.HELD,
                trigger,
                evidence,
                date=date,
                participants=participants,
            )
        )

    @property
    def reading(self):
        return Reading(
            self.source_id,
            self.language,
            self.published,
            mentions=tuple(self.mentions),
            entities=tuple(self.entities),
            events=tuple(self.events),
        )
