"""The posts of a record's people go in; each post said as a narrator says it comes out.

`رئيس كازاخستان` and `President of Kazakhstan`, where the table of roles alone would give
`head of state (president), Kazakhstan`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sijill.record.items import LocalText, Occupancy, Record, RecordEntity, StatementItem
from sijill.register.entries import Register
from sijill.script.narration.naming import Names
from sijill.script.narration.people import HeldThen
from sijill.site.labels import TOLD_LANGUAGES


class PostLabels:
    """Says the posts of one record's people in the languages a narrator has."""

    def __init__(self, record: Record, register: Register) -> None:
        self._names = Names(record, register, TOLD_LANGUAGES)
        self._entities = {entity.id: entity for entity in record.entities}

    def occupancy(self, person: RecordEntity, held: Occupancy) -> LocalText:
        """Say one post of a person, without whether it is over; empty when it has no words."""
        return self._label(person, held.post, held.body, held.time)

    def statement(self, statement: StatementItem) -> LocalText:
        """Say the post in which somebody spoke; empty when it is not known."""
        person = self._entities.get(statement.speaker or "")
        if person is None or not statement.post:
            return {}
        body = next((p.body for p in person.posts if p.post == statement.post), None)
        return self._label(person, statement.post, body, statement.date)

    def _label(
        self, person: RecordEntity, post: str, body: str | None, time: str | None
    ) -> LocalText:
        if not all(self._has_words(person.id, body)):
            return {}
        # The narrator's own look-up knows an emperor from a king, and a poet from an artist.
        told = self._names.post(person.id, time)
        if told and told.post.partition(".")[0] == post and told.body == body:
            return self._names.held_label(person.id, replace(told, former=False))
        return self._names.held_label(person.id, HeldThen(post, body))

    def _has_words(self, *ids: str | None) -> Iterator[bool]:
        for entity in (self._entities.get(i or "") for i in ids):
            yield entity is None or all(entity.names.get(lang) for lang in TOLD_LANGUAGES)
