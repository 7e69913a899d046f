"""A name or an id goes in; what a built project holds of it comes out, and why it holds it.

Of somebody: names and where they stand, posts, what made several names one, and every item. Of an
item: each value with the words that tell it, and the lines of the film that tell it, or why none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sijill.errors import UsageError
from sijill.identity.judgement import Judgement
from sijill.identity.resolver import IDENTITIES_FORMAT, Identities
from sijill.record.chronology import in_order
from sijill.record.items import (
    ClaimItem,
    EventItem,
    FigureItem,
    LocalText,
    Record,
    RecordEntity,
    StatementItem,
)
from sijill.script.pruning import LEFT_OUT_FORMAT, LeftOut
from sijill.script.sentence import SCRIPT_FORMAT, Script
from sijill.serial import read_json
from sijill.store.search_rows import spellings_of
from sijill.store.unknown_names import unknown_name
from sijill.text import fold

T = TypeVar("T")
AnyItem = EventItem | StatementItem | ClaimItem | FigureItem

#: The shortest beginning of an id that stands for it.
_LEAST_OF_AN_ID = 6


@dataclass(frozen=True, slots=True)
class AboutEntity:
    """What a record holds of somebody, a body or a place.

    `judgements` say why what sources name is this one, or is not another.
    """

    entity: RecordEntity
    judgements: tuple[Judgement, ...]
    events: tuple[EventItem, ...]
    statements: tuple[StatementItem, ...]
    claims: tuple[ClaimItem, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the film that tells an item: its sentence, its scene, and its text by language."""

    sentence: str
    scene: str
    text: LocalText


@dataclass(frozen=True, slots=True)
class AboutItem:
    """An item with what belongs to it, the lines that tell it and, without any, the reason."""

    item: AnyItem
    part_of: EventItem | None
    statements: tuple[StatementItem, ...]
    claims: tuple[ClaimItem, ...]
    figures: tuple[FigureItem, ...]
    told: tuple[Line, ...]
    untold: str | None


def about(record: Record, build: Path, asked: str) -> list[AboutEntity] | AboutItem:
    """Give what a record holds of an item's id, or of everybody and everything of a name.

    A beginning of an id that no other item has will do. Raises UsageError for what is neither,
    with the nearest names.
    """
    item = _item_of(record, asked)
    if item is not None:
        return _about_item(record, build, item)
    found = _entities_of(record, asked)
    if not found:
        raise UsageError(
            unknown_name(record, asked) or f"nothing in the record is called “{asked}”",
            remedy="Give a name in any script, or the id of an item as lists show it.",
        )
    path = build / "identity" / "identities.json"
    known = _read(path, Identities, IDENTITIES_FORMAT)
    return [_about_entity(record, known, entity) for entity in found]


def _read(path: Path, kind: type[T], format_name: str) -> T | None:
    """Read a file of the build; None where that stage was not built."""
    return read_json(path, kind, format_name=format_name) if path.exists() else None


def _items(record: Record) -> Iterator[AnyItem]:
    yield from record.events
    yield from record.statements
    yield from record.claims
    yield from record.figures


def _item_of(record: Record, asked: str) -> AnyItem | None:
    items = {item.id: item for item in _items(record)}
    if asked in items:
        return items[asked]
    begin = [i for i in items if i.startswith(asked)] if len(asked) >= _LEAST_OF_AN_ID else []
    return items[begin[0]] if len(begin) == 1 else None


def _entities_of(record: Record, asked: str) -> list[RecordEntity]:
    """Give who has an id or exactly a name, else who has all its words in one name."""
    wanted = fold(asked)
    spelt = [(entity, spellings_of(entity)) for entity in record.entities]
    whole = [e for e, names in spelt if asked == e.id or wanted in names]
    words = wanted.split()
    return whole or [e for e, names in spelt if any(all(w in n for w in words) for n in names)]


def _about_entity(record: Record, known: Identities | None, entity: RecordEntity) -> AboutEntity:
    judgements: list[Judgement] = []
    if known is not None:
        own = {local for local, to in known.entity_by_local.items() if to == entity.id}
        own.add(entity.id)
        judgements = [j for j in known.judgements if {j.left, j.right} & own]
    said = [s for s in record.statements if s.speaker == entity.id]
    events = [e for e in record.events if entity.id in (*e.participants, e.place)]
    ids = {e.id for e in events}
    return AboutEntity(
        entity,
        tuple(judgements),
        tuple(in_order(events)),
        tuple(said),
        tuple(c for c in record.claims if c.asserted_by == entity.id or c.about in ids),
    )


def _about_item(record: Record, build: Path, item: AnyItem) -> AboutItem:
    whole = {e.id: e for e in record.events}
    belongs = item.part_of if isinstance(item, EventItem) else getattr(item, "event", None)
    belongs = item.about if isinstance(item, ClaimItem) else belongs
    script = _read(build / "script" / "script.json", Script, SCRIPT_FORMAT)
    rest = _read(build / "script" / "left_out.json", LeftOut, LEFT_OUT_FORMAT)
    return AboutItem(
        item,
        whole.get(belongs or ""),
        tuple(s for s in record.statements if s.event == item.id),
        tuple(c for c in record.claims if c.about == item.id),
        tuple(f for f in record.figures if f.event == item.id),
        tuple(_lines(script, item.id)) if script else (),
        next((x.why for x in rest.items if x.id == item.id), None) if rest else None,
    )


def _lines(script: Script, item_id: str) -> Iterable[Line]:
    for _, scene in script.scenes():
        for sentence in scene.sentences:
            if item_id in sentence.items:
                text = {lang: line.show for lang, line in sentence.lines.items()}
                yield Line(sentence.id, scene.id, text)
