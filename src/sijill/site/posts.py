"""The posts of a record's people go in; each post said in the languages of the page comes out.

`رئيس كازاخستان`, `President of Kazakhstan`, `Президент Казахстана`, where the table of roles alone
would give `head of state (president), Kazakhstan`. Narrated languages say it as a narrator does,
the others by `data/<language>/posts_told.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sijill.record.items import LocalText, Occupancy, Record, RecordEntity, StatementItem
from sijill.register.entries import Register
from sijill.script.narration.naming import Names
from sijill.script.narration.people import HeldThen
from sijill.site.labels import INTERFACE_LANGUAGES, TOLD_LANGUAGES, country_labels
from sijill.tables import Row, cell_list, open_table

#: Those languages of the page in which no narrator says a post.
_OTHERS = tuple(x for x in INTERFACE_LANGUAGES if x not in TOLD_LANGUAGES)


class PostLabels:
    """Says the posts of one record's people, in the languages of the page with words for them."""

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
        # The narrator's own look-up knows an emperor from a king, and a poet from an artist.
        told = self._names.post(person.id, time)
        is_it = told is not None and told.post.partition(".")[0] == post and told.body == body
        held = replace(told, former=False) if told and is_it else HeldThen(post, body)
        labels = (
            self._names.held_label(person.id, held) if all(self._has_words(person.id, body)) else {}
        )
        for language in _OTHERS:
            text = self._plainly(person, held, language)
            if text:
                labels = {**labels, language: text}
        return labels

    def _has_words(self, *ids: str | None) -> Iterator[bool]:
        for entity in (self._entities.get(i or "") for i in ids):
            yield entity is None or all(entity.names.get(lang) for lang in TOLD_LANGUAGES)

    def _plainly(self, person: RecordEntity, held: HeldThen, language: str) -> str:
        """Say a post by the table of its language; empty where that has no words for it."""
        rows = _rows(language)
        row = rows.get((held.post, self._names.gender(person.id))) or rows.get((held.post, "m"))
        if row is None or held.manner or held.occupation:
            return ""
        body = self._entities.get(held.body or "")
        is_state = bool(held.body) and (body is None or held.body == (body.country or "").lower())
        if body is not None and not is_state:
            name = body.names.get(language) or self._known(body, language)
            return row["of_body"].replace("{b}", name) if name and row["of_body"] else ""
        code = (held.body or person.country or "").upper()
        if not code:
            return row["alone"]
        if code in cell_list(row["but"]) or not row["of_country"]:
            return ""
        name = _state(code, language)
        return row["of_country"].replace("{c}", name) if name else ""

    def _known(self, body: RecordEntity, language: str) -> str:
        entry = self._names.register.entries.get(body.register_id or "")
        return (entry.name(language) if entry else None) or ""


#: The languages in which the name of a state is declined where a post is of it.
_DECLINED = ("ru",)


@cache
def _rows(language: str) -> dict[tuple[str, str], Row]:
    columns = ("post", "gender", "of_country", "of_body", "alone", "but")
    rows = open_table(f"{language}/posts_told.tsv", columns)
    return {(row["post"], row["gender"]): row for row in rows}


@cache
def _genitives(language: str) -> dict[str, str]:
    rows = open_table("world/state_genitives.tsv", ("code", *_DECLINED))
    return {row["code"]: row[language] for row in rows}


def _state(code: str, language: str) -> str:
    """Name the state that a post is of; empty when it has no name there."""
    if language in _DECLINED:
        return _genitives(language).get(code, "")
    name = country_labels(code)[language]
    return "" if name == code else name
