"""One source as a unit of work goes in; what it says and counts comes out: statements,
figures, and where it says itself that accounts differ.

What a source gives depends on its reading, its text, whom it names, and on which happenings of the
record its own are. While none of that changes, its statements and figures are those of before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, Protocol, TypeVar

from sijill.documents.document import Reading
from sijill.following import changed_since
from sijill.record.account_items import AccountItem
from sijill.record.accounts import accounts_of
from sijill.record.figures import figures_of
from sijill.record.items import FigureItem, StatementItem
from sijill.record.own_occasions import InSource, Occasions
from sijill.record.statements import statements_of
from sijill.tellings.noted import noted_those
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


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of all sources by their ids, in the order of these.

    `changed` are the ids of those that are not as in the build before.
    """

    by_id: Mapping[str, Page]
    changed: Collection[str]


def pages_of(
    readings: Sequence[Reading],
    texts: Mapping[str, str],
    entity_by_local: Mapping[str, str],
    workbook: Workbook,
) -> Pages:
    """Give the page of each source: the one of before while it is the same."""
    named, renamed = workbook.grown("whom sources name", NamedIn).update(entity_by_local)
    read = {reading.source_id: reading for reading in readings}
    doubted = {
        *workbook.changed_in("readings", read),
        *workbook.changed_in("texts", texts),
        *renamed,
    }
    ids, changed = sorted(read), []

    def page_of(source_id: str, *given: Any) -> Page:
        changed.append(source_id)
        return Page(source_id, *given)

    found = workbook.page("pages").take_over(
        ids, doubted, lambda i: (i, read[i], texts.get(i, ""), named.get(i, ())), page_of
    )
    return Pages(dict(zip(ids, found, strict=True)), changed)


class NamedIn:
    """Whom each source names, kept up to date; while that is the same it is the same object."""

    def __init__(self) -> None:
        self._entity_by_local: Mapping[str, str] = {}
        self._by_source: dict[str, dict[str, str]] = defaultdict(dict)
        self._named: dict[str, Named] = {}

    def update(
        self, entity_by_local: Mapping[str, str]
    ) -> tuple[Mapping[str, Named], Collection[str]]:
        """Give for each source the canonical ids of its entities, by their local ids.

        Those for which this is not as before are given as well.
        """
        before, self._entity_by_local = self._entity_by_local, entity_by_local
        touched: dict[str, None] = {}
        for key in changed_since(before, entity_by_local):
            source_id, _, local = key.partition("#")
            entity_id = entity_by_local.get(key)
            if entity_id is None:
                self._by_source[source_id].pop(local, None)
            else:
                self._by_source[source_id][local] = entity_id
            touched[source_id] = None
        for source_id in touched:
            self._named[source_id] = tuple(sorted(self._by_source[source_id].items()))
        return self._named, touched


def statements_in(
    pages: Pages, occasions: Occasions, parties: Parties, workbook: Workbook
) -> Iterator[StatementItem]:
    """Give the statements of all sources, in their order."""
    return _items("statements", statements_of, pages, occasions, parties, workbook)


def figures_in(
    pages: Pages, occasions: Occasions, parties: Parties, workbook: Workbook
) -> Iterator[FigureItem]:
    """Give the figures of all sources, in their order."""
    return _items("figures", figures_of, pages, occasions, parties, workbook)


def accounts_in(pages: Pages, workbook: Workbook) -> tuple[AccountItem, ...]:
    """Give the accounts of all sources that say themselves that they differ, in their order."""
    found = workbook.page("accounts").take_over(
        pages.by_id,
        pages.changed,
        lambda i: (pages.by_id[i].reading, pages.by_id[i].text),
        accounts_of,
    )
    return tuple(chain.from_iterable(found))


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
    pages: Pages,
    occasions: Occasions,
    parties: Parties,
    workbook: Workbook,
) -> Iterator[T]:
    found = noted_those(
        workbook.page(kind),
        pages.by_id,
        {*pages.changed, *occasions.changed},
        lambda source_id: (pages.by_id[source_id], occasions.by_source.get(source_id, ())),
        parties,
        partial(_of_one, make),
    )
    return chain.from_iterable(found)


def _of_one(make: _Maker[T], page: Page, occasions: InSource, parties: Parties) -> tuple[T, ...]:
    return make(
        [page.reading],
        {page.id: page.text},
        page.ids,
        {f"{page.id}#{local}": event for local, event, _ in occasions},
        {event: date for _, event, date in occasions},
        parties,
    )
