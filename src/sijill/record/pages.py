"""One source as a unit of work goes in; what it says and counts comes out: statements,
figures, and where it says itself that accounts differ.

What a source gives depends on its reading, its text, whom it names, and on which happenings of the
record its own are. While none of that changes, its statements and figures are those of before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from sijill.reading.document import Reading
from sijill.record.account_items import AccountItem
from sijill.record.accounts import accounts_of
from sijill.record.figures import figures_of
from sijill.record.items import FigureItem, StatementItem
from sijill.record.statements import statements_of
from sijill.tellings.noted import noted_each
from sijill.tellings.parties import Parties
from sijill.workbook import Workbook

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

#: What a source's own entities are, by their local ids.
Named = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One source: its id, its reading, its stored text, and whom it names."""

    id: str
    reading: Reading
    text: str
    named: Named

    @property
    def ids(self) -> dict[str, str]:
        """Map `<source id>#<local entity id>` to canonical ids."""
        return {f"{self.id}#{local}": entity_id for local, entity_id in self.named}


def pages_of(
    readings: Sequence[Reading],
    texts: Mapping[str, str],
    entity_by_local: Mapping[str, str],
    workbook: Workbook,
) -> list[Page]:
    """Give the page of each source, by the order of ids: the one of before while it is the same."""
    named = workbook.grown("whom sources name", NamedIn).update(entity_by_local)
    units = (
        (r.source_id, (r.source_id, r, texts.get(r.source_id, ""), named.get(r.source_id, ())))
        for r in sorted(readings, key=lambda r: r.source_id)
    )
    found: list[Page] = workbook.page("pages").each(units, Page)
    return found


class NamedIn:
    """Whom each source names, kept up to date; while that is the same it is the same object."""

    def __init__(self) -> None:
        self._entity_by_local: Mapping[str, str] = {}
        self._by_source: dict[str, dict[str, str]] = defaultdict(dict)
        self._named: dict[str, Named] = {}

    def update(self, entity_by_local: Mapping[str, str]) -> Mapping[str, Named]:
        """Give for each source the canonical ids of its entities, by their local ids."""
        before, self._entity_by_local = self._entity_by_local, entity_by_local
        touched: dict[str, None] = {}
        for key in before.keys() - entity_by_local.keys():
            source_id, _, local = key.partition("#")
            del self._by_source[source_id][local]
            touched[source_id] = None
        known = before.get
        for key, entity_id in entity_by_local.items():
            if known(key) != entity_id:
                source_id, _, local = key.partition("#")
                self._by_source[source_id][local] = entity_id
                touched[source_id] = None
        for source_id in touched:
            self._named[source_id] = tuple(sorted(self._by_source[source_id].items()))
        return self._named


#: What a source's own events are in the record: local id, id of the item, its date (EDTF).
Occasions = tuple[tuple[str, str, str | None], ...]


def occasions_in(
    event_by_local: Mapping[str, str], date_by_event: Mapping[str, str | None]
) -> dict[str, Occasions]:
    """Give for each source what its own events are in the record, with their dates."""
    found: dict[str, list[tuple[str, str, str | None]]] = defaultdict(list)
    for key, event in event_by_local.items():
        source_id, _, local = key.partition("#")
        found[source_id].append((local, event, date_by_event.get(event)))
    return {source_id: tuple(sorted(rows)) for source_id, rows in found.items()}


def statements_in(
    pages: Sequence[Page],
    occasions: Mapping[str, Occasions],
    parties: Parties,
    workbook: Workbook,
) -> tuple[StatementItem, ...]:
    """Give the statements of all sources, in their order."""
    quoting = [page for page in pages if page.reading.quotations]
    return _items("statements", statements_of, quoting, occasions, parties, workbook)


def figures_in(
    pages: Sequence[Page],
    occasions: Mapping[str, Occasions],
    parties: Parties,
    workbook: Workbook,
) -> tuple[FigureItem, ...]:
    """Give the figures of all sources, in their order."""
    return _items("figures", figures_of, pages, occasions, parties, workbook)


def accounts_in(pages: Sequence[Page], workbook: Workbook) -> tuple[AccountItem, ...]:
    """Give the accounts of all sources that say themselves that they differ, in their order."""
    units = ((page.id, (page.reading, page.text)) for page in pages)
    found = workbook.page("accounts").each(units, accounts_of)
    return tuple(item for items in found for item in items)


class _Maker(Protocol[T_co]):
    """What makes items of readings, texts, entities and events by local id, dates, and parties."""

    def __call__(
        self,
        readings: Sequence[Reading],
        texts: Mapping[str, str],
        entity_by_local: Mapping[str, str],
        event_by_local: Mapping[str, str],
        date_by_event: Mapping[str, str | None],
        parties: Parties,
    ) -> tuple[T_co, ...]: ...


def _items(
    kind: str,
    make: _Maker[T],
    pages: Sequence[Page],
    occasions: Mapping[str, Occasions],
    parties: Parties,
    workbook: Workbook,
) -> tuple[T, ...]:
    units = ((page.id, (page, occasions.get(page.id, ()))) for page in pages)
    found = noted_each(workbook.page(kind), units, parties, partial(_of_one, make))
    return tuple(item for items in found for item in items)


def _of_one(make: _Maker[T], page: Page, occasions: Occasions, parties: Parties) -> tuple[T, ...]:
    return make(
        [page.reading],
        {page.id: page.text},
        page.ids,
        {f"{page.id}#{local}": event for local, event, _ in occasions},
        {event: date for _, event, date in occasions},
        parties,
    )
