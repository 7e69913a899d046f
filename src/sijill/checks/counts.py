"""Visits of the reference tables go in; how many of them show a feature comes out.

A visit on which nothing is told, or on which sources differ, is told apart and never a "no".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sijill.checks.intervals import Rate, rate
from sijill.dates import PartialDate
from sijill.edtf import read_date, span_of
from sijill.record.own_tables import OwnTable
from sijill.record.visits import VisitRow
from sijill.tables import open_table

#: Kings are heads of state.
_HEADS = ("head_of_state", "monarch")


@dataclass(frozen=True, slots=True)
class Counted:
    """A count over the reference tables with what it was counted over.

    `rows` are the cases counted; of `unknown` more it is not known; `differing` are those of them
    on which sources differ. `declared_by` names who declares the table complete, else None.
    `until` is the day until which was counted, where the table goes on behind it.
    """

    feature: str
    rate: Rate
    rows: tuple[VisitRow, ...]
    unknown: int
    addresses: tuple[str, ...]
    window: str
    declared_by: str | None = None
    differing: tuple[tuple[VisitRow, str], ...] = ()
    until: str | None = None

    @property
    def most(self) -> int:
        """Give how many would show the feature if all of which it is not known did."""
        return self.rate.k + self.rate.silent + self.unknown


def count_feature(
    feature: str,
    rows: Sequence[VisitRow],
    *,
    host: str,
    leave_out: Callable[[VisitRow], bool],
    countries: frozenset[str] | None,
    own_tables: Sequence[OwnTable] = (),
    until: date | None = None,
) -> Counted:
    """Count a feature over the visits of heads of state to a host.

    `leave_out` takes the visit itself away; `countries` limits the guests. A row in which a
    column of the feature was not seen, or on which sources differ, is not counted; of a feature
    that is only told of when it is there it is a silent case. A table of `own_tables` that is
    declared complete for such visits gives the time over which is counted. What lies behind `until`
    had not happened yet when something was said to be rare, and is not counted.
    """
    left, right, keeps_silent = _columns(feature)
    columns = [c for c in (left, right) if hasattr(VisitRow, c)]
    complete = _complete_table(own_tables, host, countries)
    whole = complete.window if complete else _window(host, own_tables)
    window, last = _cut(whole, until)
    used, differing = [], []
    k = silent = unknown = 0
    for row in rows:
        when = read_date(row.when)
        if row.host != host or row.role not in _HEADS or when is None or leave_out(row):
            continue
        if not _covers(whole, when) or (last is not None and when.sort_key[1] > last):
            continue
        if countries is not None and row.country not in countries:
            continue
        value = getattr(row, left)
        wanted = getattr(row, right) if hasattr(row, right) else right
        apart = next((column for column in columns if column in row.differing), None)
        if value is not None and wanted is not None:
            k += value == wanted
        elif keeps_silent and row.monarch_date is not None and apart is None:
            silent += 1
        else:
            unknown += 1
            differing += [(row, apart)] if apart else []
            continue
        used.append(row)
    addresses = {a for row in used for c in columns for a in row.cell_addresses.get(c, ())}
    return Counted(
        feature,
        rate(k, len(used), silent),
        tuple(used),
        unknown,
        tuple(sorted(addresses)),
        window,
        complete.declared_by if complete else None,
        tuple(differing),
        last.isoformat() if last else None,
    )


def _cut(window: str, until: date | None) -> tuple[str, date | None]:
    """End a window on a day before its own end; give the day too, None where it cuts nothing."""
    span = read_date(window)
    if until is None or span is None or until >= span.sort_key[1]:
        return window, None
    start = span.sort_key[0]
    return (f"{start.isoformat()}/{until.isoformat()}" if start < until else window), until


def _columns(feature: str) -> tuple[str, str, bool]:
    columns = ("feature", "columns", "silence")
    for row in open_table("protocol/rarity_features.tsv", columns):
        if row["feature"] == feature:
            left, _, right = row["columns"].partition(" = ")
            return left, right, row["silence"] == "kept"
    raise ValueError(f"no feature “{feature}” in rarity_features.tsv")


def _complete_table(
    tables: Sequence[OwnTable], host: str, countries: frozenset[str] | None
) -> OwnTable | None:
    """Give the table that is declared to hold all visits of such heads of state."""
    wanted = {"head_of_state"}
    return next((t for t in tables if t.is_complete_for(host, countries, wanted)), None)


def _window(host: str, tables: Sequence[OwnTable]) -> str:
    """Give the time over which is counted: the package's years, else those of the users' tables.

    Where no table knows the host, it is any time that the package counts over.
    """
    counted = _counted_years()
    if host in counted:
        return counted[host]
    spans = [d for t in tables if host in t.hosts and (d := read_date(t.window)) is not None]
    named = (t.window for t in tables if host in t.hosts)
    return span_of(spans) or next(named, next(iter(counted.values())))


@cache
def _counted_years() -> dict[str, str]:
    """Give by host the years (EDTF interval) that the package's table of visits counts over."""
    rows = open_table("protocol/counted_years.tsv", ("host", "window"))
    return {row["host"]: row["window"] for row in rows}


def _covers(window: str, when: PartialDate) -> bool:
    span = read_date(window)
    return span is not None and span.covers(when)
