"""A table of visits, a cell a line, goes in; one row a visit comes out, of what is sure in it.

The table says of each value how sure it is. What was only foretold, is uncertain, or was read from
silence is no value here: None means not seen, never "no". Nor is one on which its sources differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from sijill.edtf import days_apart, read_date
from sijill.tables import Row, cell_list, data_path, read_table

#: How sure a value of a table of visits is, from the surest.
CERTAINTIES = ("told", "inferred", "foretold", "uncertain", "silence")
#: What may be counted: told by a page, or worked out so that nothing else fits.
_SURE = frozenset(CERTAINTIES[:2])
_DAYS = ("monarch_date", "hog_date")
#: A day of a guest that lies this near to another belongs to the same trip.
TRIP_DAYS = 14


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit of a table of visits; None means not seen or not sure, never "no".

    `monarch_date` and `hog_date` are the days (EDTF) on which the monarch and the head of
    government received the guest; `venue` is palace or residence; `meal` is luncheon,
    state_banquet or none (it is told that there was none); `guest_class` is the host's own word,
    `visit_format` an id of `visit_formats.tsv`; `crown_prince` is at_meal or stood_in. `doubtful`
    names the cells that have a value which is not sure; `cell_addresses` are those of each cell.
    `arrival` and `departure` (EDTF) bound the stay. `differing` are the cells on which sources
    differ: each value with the addresses that have it; none of these counts.
    """

    id: str
    guest: str
    country: str
    host: str
    role: str
    monarch_date: str | None
    hog_date: str | None
    venue: str | None
    meal: str | None
    addresses: tuple[str, ...]
    visit_format: str | None = None
    guest_class: str | None = None
    minutes: int | None = None
    crown_prince: str | None = None
    doubtful: frozenset[str] = frozenset()
    cell_addresses: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    arrival: str | None = None
    departure: str | None = None
    differing: Mapping[str, Mapping[str, tuple[str, ...]]] = field(
        default_factory=dict, compare=False
    )

    @property
    def day(self) -> str | None:
        """Give the first day on which the guest was received, or None."""
        return min((d for d in (self.monarch_date, self.hog_date) if d), default=None)

    @property
    def when(self) -> str | None:
        """Give the first day on which the guest was received, else the arrival, or None."""
        return self.day or self.arrival


@cache
def visits() -> tuple[VisitRow, ...]:
    """Give the package's table of visits."""
    return read_visits(data_path("protocol/visits_to_japan.tsv"))


def read_visits(path: Path) -> tuple[VisitRow, ...]:
    """Read a table of visits with the columns visit, cell, value, certainty, note and source.

    Raises TableFault where the file is no such table.
    """
    lines: dict[str, list[Row]] = defaultdict(list)
    for line in read_table(path, ("visit", "cell", "value", "certainty", "note")):
        lines[line["visit"]].append(line)
    return tuple(_row(name, lines[name]) for name in sorted(lines))


#: The cells that two tables may tell of one visit; the rest says which visit it is.
_TOLD = ("monarch_date", "hog_date", "venue", "meal", "visit_format", "guest_class", "minutes",
         "crown_prince", "arrival", "departure")  # fmt: skip


def join_visits(*tables: Sequence[VisitRow]) -> tuple[VisitRow, ...]:
    """Make one table of several: rows of one host and guest state that may be one trip become one.

    What one table alone tells is kept; where two tell different values both stay in `differing`,
    and neither counts.
    """
    joined: list[VisitRow] = []
    for table in tables:
        known = tuple(joined)
        for row in table:
            same = [other for other in known if _is_one_visit(other, row)]
            if len(same) == 1 and same[0] in joined:
                joined[joined.index(same[0])] = _joined(same[0], row)
            else:
                joined.append(row)
    return tuple(joined)


def _is_one_visit(left: VisitRow, right: VisitRow) -> bool:
    if (left.host, left.country, left.role) != (right.host, right.country, right.role):
        return False
    one, other = read_date(left.when), read_date(right.when)
    return one is not None and other is not None and days_apart(one, other) <= TRIP_DAYS


def _joined(left: VisitRow, right: VisitRow) -> VisitRow:
    values: dict[str, str | int | None] = {}
    differing = {**left.differing, **right.differing}
    addresses = {
        cell: tuple(
            dict.fromkeys((*left.cell_addresses.get(cell, ()), *right.cell_addresses.get(cell, ())))
        )
        for cell in {*left.cell_addresses, *right.cell_addresses}
    }
    for cell in _TOLD:
        one, other = getattr(left, cell), getattr(right, cell)
        values[cell] = other if one is None and cell not in left.differing else one
        if one is not None and other is not None and not _agree(one, other):
            values[cell] = None
            sides = ((one, left), (other, right))
            differing[cell] = {
                str(value): row.cell_addresses.get(cell) or row.addresses for value, row in sides
            }
        elif one is not None and other is not None:
            # Of two dates that agree the finer one is kept.
            values[cell] = max((one, other), key=lambda value: len(str(value)))
    return replace(
        left,
        **values,  # type: ignore[arg-type]
        addresses=tuple(dict.fromkeys((*left.addresses, *right.addresses))),
        cell_addresses=addresses,
        differing=differing,
        doubtful=left.doubtful - {c for c, v in values.items() if v is not None} | {*differing},
    )


def _agree(one: str | int, other: str | int) -> bool:
    left, right = read_date(str(one)), read_date(str(other))
    if left is None or right is None or isinstance(one, int):
        return one == other
    return left.covers(right) or right.covers(left)


def _row(name: str, lines: Sequence[Row]) -> VisitRow:
    cells: dict[str, list[Row]] = defaultdict(list)
    for line in lines:
        cells[line["cell"]].append(line)
    sure = {cell: value for cell, own in cells.items() if (value := _sure_value(cell, own))}
    addresses = {
        cell: tuple(dict.fromkeys(a for line in own for a in cell_list(line["source"])))
        for cell, own in cells.items()
    }
    minutes = sure.get("minutes")
    return VisitRow(
        id=name,
        guest=sure.get("guest", ""),
        country=sure.get("country", ""),
        host=sure.get("host", ""),
        role=sure.get("role", ""),
        monarch_date=sure.get("monarch_date"),
        hog_date=sure.get("hog_date"),
        venue=sure.get("venue"),
        meal=sure.get("meal"),
        addresses=tuple(dict.fromkeys(a for own in addresses.values() for a in own)),
        visit_format=sure.get("visit_format"),
        guest_class=sure.get("guest_class"),
        minutes=int(minutes) if minutes else None,
        crown_prince=sure.get("crown_prince"),
        doubtful=frozenset(cells) - frozenset(sure),
        cell_addresses=addresses,
        arrival=sure.get("arrival"),
        departure=sure.get("departure"),
        differing={c: _by_value(own) for c, own in cells.items() if len(_sure_values(own)) > 1},
    )


def _sure_value(cell: str, lines: Sequence[Row]) -> str | None:
    """Give the one sure value of a cell; of days only whole ones, for nothing else is one day."""
    values = _sure_values(lines)
    if len(values) != 1:
        return None
    value = values[0]
    if cell in _DAYS:
        when = read_date(value)
        return value if when is not None and when.is_day else None
    return value


def _sure_values(lines: Sequence[Row]) -> tuple[str, ...]:
    return tuple(sorted({line["value"] for line in lines if line["certainty"] in _SURE}))


def _by_value(lines: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """Give each sure value of a cell with the addresses that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for value in _sure_values(lines):
        own = [line for line in lines if line["value"] == value and line["certainty"] in _SURE]
        found[value] = tuple(dict.fromkeys(a for line in own for a in cell_list(line["source"])))
    return found
