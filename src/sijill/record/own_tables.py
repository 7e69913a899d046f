"""A project's `reference/*.csv` go in; visits that its users know of come out, and every fault.

Follows RFC 4180 (quotes doubled); cells may be parted by commas, semicolons or tabs, as
spreadsheets of different countries write them. A table with a fault stops only itself: it gives
no rows, and all that is wrong with it is told at once, with file and line.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from sijill.dates import PartialDate
from sijill.edtf import read_date
from sijill.errors import TableFault
from sijill.record.visits import VisitRow
from sijill.roles import role_ranks
from sijill.tables import cell_list, open_columns, open_table

#: The folder of a project, beside `sources/`, that holds its reference tables.
REFERENCE_FOLDER = "reference"
#: Columns that must be there and full.
NEEDED = ("host", "guest", "country", "role", "from", "source")
#: What may be told of a visit beyond that; an empty cell was not seen, it never means "no".
FEATURES = ("to", "format", "monarch_date", "hog_date", "venue", "meal", "minutes", "crown_prince")
COLUMNS = (*NEEDED[:5], *FEATURES, "note", "source")
_WORDS = {
    "venue": ("palace", "residence"),
    "meal": ("luncheon", "state_banquet", "none"),
    "crown_prince": ("at_meal", "stood_in"),
}
#: A spreadsheet runs a cell that begins so.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SPREADSHEETS = (".xlsx", ".xls", ".ods", ".numbers")
_SEPARATORS = ",;\t"
_DECLARATIONS = ("complete", "window", "guests")
_EXAMPLE = "For example: # complete: Protocol Department of the Ministry"


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A user's table of visits.

    `name` is its path in the project; `window` (EDTF) the time it covers, from the first to the
    last visit where nothing is declared. `declared_by` names who declares it complete, else None;
    then `guests` are the states of which it has all visits (None: all states there are), `hosts`
    and `roles` those of its rows.
    """

    name: str
    rows: tuple[VisitRow, ...]
    window: str
    declared_by: str | None = None
    guests: frozenset[str] | None = frozenset()

    @property
    def hosts(self) -> frozenset[str]:
        """The states that were visited."""
        return frozenset(row.host for row in self.rows)

    @property
    def roles(self) -> frozenset[str]:
        """The roles of the guests."""
        return frozenset(row.role for row in self.rows)

    def is_complete_for(self, host: str, guests: frozenset[str] | None, roles: set[str]) -> bool:
        """Say whether it is declared to hold every visit of such guests (None: of all states)."""
        if self.declared_by is None or host not in self.hosts or not roles <= self.roles:
            return False
        return self.guests is None or (guests is not None and guests <= self.guests)


@dataclass(frozen=True, slots=True)
class OwnTables:
    """The tables of a project that hold, and what is wrong with those that do not."""

    tables: tuple[OwnTable, ...] = ()
    faults: tuple[TableFault, ...] = ()

    @property
    def rows(self) -> tuple[VisitRow, ...]:
        """All visits of all tables."""
        return tuple(row for table in self.tables for row in table.rows)


def own_files(folder: Path) -> list[Path]:
    """Give the tables of a project's reference folder, in order of their names.

    Spreadsheets that are no CSV are among them, so that nobody believes that they are counted.
    """
    if not folder.is_dir():
        return []
    kinds = (".csv", *_SPREADSHEETS)
    return sorted(p for p in folder.iterdir() if p.is_file() and p.suffix.lower() in kinds)


def read_own_tables(folder: Path) -> OwnTables:
    """Read all tables of a project's reference folder; one that is not there holds none."""
    tables, faults = [], []
    for path in own_files(folder):
        reader = _Reader(path)
        table = reader.read()
        if table is None or reader.faults:
            faults += reader.faults
        else:
            tables.append(table)
    return OwnTables(tuple(tables), tuple(faults))


class _Reader:
    """Reads one table; `faults` are all that is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = f"{path.parent.name}/{path.name}"
        self.faults: list[TableFault] = []
        self._seen: dict[tuple[str, ...], int] = {}

    def fault(self, what: str, line: int, remedy: str) -> None:
        """Note a fault; the table is not used then."""
        self.faults.append(TableFault(what, path=self.name, line=line, remedy=remedy))

    def read(self) -> OwnTable | None:
        """Give the table, or None when there is no reading it; see `faults` in either case."""
        if self.path.suffix.lower() in _SPREADSHEETS:
            self.fault("is a spreadsheet, no CSV", 0, "Save it as “CSV UTF-8” beside it.")
            return None
        text = self._text()
        if text is None:
            return None
        lines = text.splitlines(keepends=True)
        remarks = 0
        while remarks < len(lines) and lines[remarks].lstrip("\ufeff").startswith("#"):
            remarks += 1
        declared = self._declared(lines[:remarks])
        records: list[tuple[int, list[str]]] = []
        try:
            records.extend(_records(lines[remarks:], remarks))
        except csv.Error as fault:
            at = records[-1][0] + 1 if records else remarks + 1
            remedy = "Put a cell that holds quotes in quotes, and write those inside twice."
            self.fault(f"is no CSV: {fault}", at, remedy)
            return None
        if not records:
            self.fault("is empty", 0, f"Begin with the header: {','.join(COLUMNS)}")
            return None
        (line, header), *body = records
        names = [cell.strip() for cell in header]
        if not self._check_header(names, line):
            return None
        rows = [row for at, cells in body if (row := self._row(names, cells, at)) is not None]
        if self.faults:
            return None
        if not rows:
            self.fault("has a header and no rows", line, "Add a row, or remove the file.")
            return None
        return self._table(rows, declared)

    def _text(self) -> str | None:
        try:
            data = self.path.read_bytes()
        except OSError as fault:
            self.fault(
                f"cannot be read: {fault.strerror or fault}", 0, "Look at the file's rights."
            )
            return None
        try:
            return unicodedata.normalize("NFC", data.decode("utf-8-sig"))
        except UnicodeDecodeError as fault:
            line = data.count(b"\n", 0, fault.start) + 1
            self.fault("is not in UTF-8", line, "Save it as CSV in UTF-8 (Excel: “CSV UTF-8”).")
            return None

    # -- what is declared -----------------------------------------------------------------------

    def _declared(self, lines: Sequence[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for number, line in enumerate(lines, 1):
            # A spreadsheet fills a remark up with empty cells.
            key, colon, value = (
                line.lstrip("\ufeff").lstrip("# ").rstrip(_SEPARATORS + "\r\n ").partition(":")
            )
            key, value = key.strip().lower(), value.strip().strip('"')
            if not colon or key not in _DECLARATIONS:
                continue
            found[key] = value
            if key == "complete" and (not value or value.lower() in ("yes", "true", "1")):
                self.fault("is declared complete by nobody", number, f"Say by whom. {_EXAMPLE}")
            if key == "window" and not _is_window(value):
                what = f"“{value}” is no window of time"
                self.fault(
                    what, number, "Write # window: 1991-12-16/2025, or ../2025 for all before."
                )
            if key == "guests" and value != "all":
                for code in cell_list(value.replace(",", "|")):
                    self._country(code, "guests", number)
        if "complete" in found and "window" not in found:
            what = "is declared complete, and does not say for which time"
            self.fault(what, 1, "Add a line such as: # window: 1991-12-16/2025")
        return found

    def _table(self, rows: Sequence[VisitRow], declared: Mapping[str, str]) -> OwnTable:
        days = [d for row in rows if (d := read_date(row.arrival))]
        first, last = min(d.sort_key for d in days)[0], max(d.sort_key for d in days)[1]
        guests: frozenset[str] | None = frozenset(row.country for row in rows)
        if said := declared.get("guests"):
            codes = frozenset(cell_list(said.replace(",", "|")))
            guests = None if said == "all" else codes
        return OwnTable(
            self.name,
            tuple(rows),
            declared.get("window") or f"{first.isoformat()}/{last.isoformat()}",
            declared.get("complete"),
            guests,
        )

    # -- header and rows ------------------------------------------------------------------------

    def _check_header(self, names: Sequence[str], line: int) -> bool:
        before = len(self.faults)
        for name in names:
            if name not in COLUMNS:
                near = get_close_matches(name, COLUMNS, 1)
                hint = f"Perhaps “{near[0]}”? " if near else ""
                remedy = f"{hint}Columns are: {', '.join(COLUMNS)}."
                self.fault(f"has an unknown column “{name}”", line, remedy)
            elif names.count(name) > 1:
                self.fault(f"has the column “{name}” twice", line, "Keep one of them.")
        for name in NEEDED:
            if name not in names:
                self.fault(f"lacks the column “{name}”", line, f"Needed: {', '.join(NEEDED)}.")
        return len(self.faults) == before

    def _row(self, names: Sequence[str], cells: Sequence[str], line: int) -> VisitRow | None:
        if not any(cell.strip() for cell in cells):
            return None
        if len(cells) != len(names):
            what = f"has {len(cells)} cells, the header has {len(names)}"
            self.fault(what, line, "Put a cell that holds a comma in quotes.")
            return None
        before = len(self.faults)
        for name, cell in zip(names, cells, strict=True):
            if cell.startswith(_FORMULA):
                self.fault(f"has a formula in “{name}”: {cell[:40]}", line, "Write its value.")
            elif any(unicodedata.category(sign) == "Cc" and sign not in "\r\n" for sign in cell):
                self.fault(f"has signs in “{name}” that cannot be shown", line, "Write it anew.")
        row = {name: cell.strip() for name, cell in zip(names, cells, strict=True)}
        for name in NEEDED:
            if not row[name]:
                self.fault(f"has no {name}", line, _why_needed(name))
        if len(self.faults) == before:
            self._check_row(row, line)
        if len(self.faults) > before:
            return None
        return self._visit(row, line)

    def _check_row(self, row: Mapping[str, str], line: int) -> None:
        self._country(row["host"], "host", line)
        self._country(row["country"], "country", line)
        self._one_of(row["role"], "role", sorted(role_ranks()), line)
        formats = [r["id"] for r in open_table("protocol/visit_formats.tsv", ("id",))]
        self._one_of(row.get("format", ""), "format", formats, line)
        for name, words in _WORDS.items():
            self._one_of(row.get(name, ""), name, words, line)
        if (minutes := row.get("minutes", "")) and not (minutes.isascii() and minutes.isdigit()):
            self.fault(f"“{minutes}” is no number of minutes", line, "Write digits only.")
        self._dates(row, line)
        key = (row["host"], row["country"], row["guest"].casefold(), row["from"])
        if key in self._seen:
            what = f"tells the visit of line {self._seen[key]} again"
            self.fault(what, line, "Make it one row; two sources stand in one cell with “ | ”.")
        self._seen.setdefault(key, line)

    def _dates(self, row: Mapping[str, str], line: int) -> None:
        found: dict[str, PartialDate] = {}
        for name in ("from", "to", "monarch_date", "hog_date"):
            value = row.get(name, "")
            when = read_date(value)
            if not value:
                continue
            if when is None or when.is_interval or when.is_set:
                remedy = "Write 2025-12-18; 2025-12 or 2025 where no more is known."
                self.fault(f"“{value}” in “{name}” is no date", line, remedy)
            elif name.endswith("_date") and not when.is_day:
                self.fault(f"“{value}” in “{name}” is no day", line, "Leave it empty.")
            else:
                found[name] = when
        first, last = found.get("from"), found.get("to")
        for name, when in found.items():
            early = first is not None and when.sort_key[1] < first.sort_key[0]
            late = last is not None and when.sort_key[0] > last.sort_key[1]
            if early or (late and name != "from"):
                what = f"“{row[name]}” in “{name}” lies outside of the visit"
                self.fault(what, line, "Look at “from” and “to”.")

    def _country(self, code: str, column: str, line: int) -> None:
        states = _states()
        if code in states:
            return
        by_name = {name.casefold(): c for c, name in states.items()}
        near = get_close_matches(code.casefold(), by_name, 1, 0.8)
        code_of = by_name[near[0]] if near else code.upper() if code.upper() in states else ""
        hint = f"Perhaps {code_of}? " if code_of else ""
        remedy = f"{hint}Write two capital letters (ISO 3166-1), such as KZ."
        self.fault(f"“{code}” in “{column}” is no country code", line, remedy)

    def _one_of(self, value: str, column: str, allowed: Sequence[str], line: int) -> None:
        if not value or value in allowed:
            return
        near = get_close_matches(value, allowed, 1)
        hint = f"Perhaps “{near[0]}”? " if near else ""
        remedy = f"{hint}Allowed: {', '.join(allowed)}."
        self.fault(f"“{value}” in “{column}” is not known", line, remedy)

    def _visit(self, row: Mapping[str, str], line: int) -> VisitRow:
        place = f"{self.name}:{line}"
        sources = (*cell_list(row["source"]), place)
        minutes = row.get("minutes")
        return VisitRow(
            id=place,
            guest=row["guest"],
            country=row["country"],
            host=row["host"],
            role=row["role"],
            monarch_date=row.get("monarch_date") or None,
            hog_date=row.get("hog_date") or None,
            venue=row.get("venue") or None,
            meal=row.get("meal") or None,
            addresses=sources,
            visit_format=row.get("format") or None,
            minutes=int(minutes) if minutes else None,
            crown_prince=row.get("crown_prince") or None,
            cell_addresses=dict.fromkeys(_CELLS, sources),
            arrival=row["from"],
            departure=row.get("to") or None,
        )


_CELLS = (
    *("guest", "country", "host", "role", "monarch_date", "hog_date", "venue", "meal"),
    *("visit_format", "minutes", "crown_prince", "arrival", "departure"),
)


def _records(lines: Sequence[str], before: int) -> Iterator[tuple[int, list[str]]]:
    """Give the records with the line each begins at; a cell in quotes may hold several lines."""
    header = lines[0] if lines else ""
    separator = max(_SEPARATORS, key=header.count)
    reader = csv.reader(io.StringIO("".join(lines), newline=""), delimiter=separator, strict=True)
    at = 0
    for cells in reader:
        if cells:
            yield before + at + 1, cells
        at = reader.line_num


def _is_window(value: str) -> bool:
    when = read_date(value)
    return when is not None and when.end is not None and not when.is_set


def _why_needed(name: str) -> str:
    if name == "source":
        return "Say where it was seen: an address, a file, a page of a book."
    return "Fill it, or remove the row."


@cache
def _states() -> dict[str, str]:
    codes, names = open_columns("world/states.tsv", ("code", "en"))
    return {c: cell_list(n)[0] if n else c for c, n in zip(codes, names, strict=True) if c}
