"""Two lists of visits to Japan, made apart, go in; one table comes out, and a report of how each
cell was settled.

Run by hand when one of the lists changes; the table is kept in the repository, so that nobody
needs this script or the lists to use Sijill:

    PYTHONPATH=src python tools/reconcile_visits.py visits.csv visits.yaml sources.yaml \
        --table src/sijill/data/protocol/visits_to_japan.tsv

The first list is CSV, a visit a row with remarks in words; the second is YAML, with keys into a
list of sources. A cell of the table has a value, how sure it is, and where it was seen; a cell that
nobody saw has no line. What no rule settles stands in `visit_choices.tsv`, with its reason.

How sure, from the surest: `told` (a page tells it), `inferred` (worked out from what pages tell,
so that nothing else fits), `foretold` (planned or announced only), `uncertain` (remembered, or one
list has it and the other looked for it in vain), `silence` (read from reports that name none). Of
two values of one cell the surer is kept; where both are as sure, both are. A "none" that counts was
told, never read from silence.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from sijill.dates import parse_edtf
from sijill.edtf import days_apart, read_date
from sijill.tables import cell_list, open_table, read_table

CELLS = (
    *("guest", "country", "host", "role", "visit_format", "guest_class", "arrival", "departure"),
    *("monarch_date", "hog", "hog_date", "same_day", "venue", "meal", "minutes", "crown_prince"),
)
CERTAINTIES = ("told", "inferred", "foretold", "uncertain", "silence")
#: Two rows of one country whose days lie this near tell of one visit.
_NEAR_DAYS = 10
_ROLES = {"President": "head_of_state", "King": "monarch", "Prime Minister": "head_of_government"}
#: The host's own ladder of guests, by the word for it, and the format of visit that goes with it.
_CLASSES = {
    "国賓": ("kokuhin", "state"),
    "公式実務訪問": ("koshiki_jitsumu", "official_working"),
    "実務訪問": ("jitsumu", "working"),
}
_FORMAT_WORDS = {
    "official working visit": "official_working",
    "official visit": "official",
    "called state visit": "state",
    "summit participant": "multilateral_attendance",
}
_MEALS = {"banquet": "state_banquet", "luncheon": "luncheon", "state_banquet": "state_banquet"}
#: What the end of a key of a source says of which cells it stands for.
_KEY_CELLS = {
    "palace": ("monarch_date", "venue", "meal", "minutes"),
    "summit": ("hog_date",),
    "kantei": ("hog_date",),
    "class": ("guest_class", "visit_format"),
}
_REMARKS = """\
# Visits of foreign leaders to Japan, a cell a line; made by tools/reconcile_visits.py, do not edit.
# A cell that has no line was not seen; that never means no. "none" told: it did not take place.
# certainty: told, inferred, foretold, uncertain, silence (reports that name none; no "no").
# Two lines of one cell: the sources differ. A convenience sample, not a census.
"""


@dataclass(frozen=True)
class Cell:
    """One value of one cell of a visit."""

    visit: str
    cell: str
    value: str
    certainty: str
    note: str
    sources: tuple[str, ...]
    by: str = ""


def from_csv(path: Path) -> list[list[Cell]]:
    """Read the first list: for each row its cells, whose visit is still its country."""
    codes = {row["en"]: row["code"] for row in open_table("world/states.tsv", ("code", "en"))}
    rows = []
    for row in csv.DictReader(path.read_text("utf-8").splitlines()):
        sources = tuple(_address(s) for s in row["sources"].split(" ; "))
        country = codes[row["country"]]
        foretold = row["certainty"] == "planned"
        found: list[Cell] = []

        def add(cell: str, value: str, certainty: str = "told", note: str = "") -> None:
            if value:
                found.append(Cell(country, cell, value, certainty, note, sources, "first"))  # noqa: B023

        add("guest", row["guest"])
        add("country", country)
        add("host", "JP")
        add("role", _ROLES[row["role"]])
        guest_class, visit_format = _format(row["format"])
        add("guest_class", guest_class, note=row["format_basis"] if guest_class else "")
        by_guest = "called so by the guest's side" if row["format"].startswith("called") else ""
        add("visit_format", visit_format, note=by_guest)
        for cell in ("arrival", "departure"):
            value = row[cell].partition(" ")[0]
            if "/" not in value:  # "2016-11/12" is no date of the standard: a choice has it
                sure = "foretold" if foretold else "uncertain" if "?" in value else "told"
                add(cell, value.rstrip("?"), sure)
        add("monarch_date", *_day(row["emperor_date"], row["emperor_note"], foretold))
        day, sure, note = _day(row["pm_date"], row["pm_note"], foretold)
        add("hog", row["pm"] if day else "", sure)
        add("hog_date", day, sure, note)
        meal = row["court_meal"].partition(" ")[0]
        add("meal", _MEALS.get(meal, ""), "foretold" if "planned" in row["court_meal"] else "told")
        length = re.search(r"(\d+)[ -]min", row["emperor_note"])
        add("minutes", length[1] if length else "")
        year = re.search(r"(?:19|20)\d\d", " ".join(v for k, v in row.items() if k != "sources"))
        add("year", year[0] if year else "")  # for the id of a visit that has no day
        probable = re.match(r"probable (yes|no)$", row["same_day"])
        add("same_day", probable[1] if probable else "", "uncertain", "from the two dates")
        rows.append(found)
    return rows


def _format(words: str) -> tuple[str, str]:
    for word, pair in _CLASSES.items():
        if word in words:
            return pair
    low = words.lower()
    return "", next((f for word, f in _FORMAT_WORDS.items() if low.startswith(word)), "")


def _day(date: str, note: str, foretold: bool) -> tuple[str, str, str]:
    low = note.lower()
    if "memory" in low or "inferred" in low:
        return date, "uncertain", note
    if foretold or "planned" in low or "announced" in low:
        return date, "foretold", ""
    return date, "told", ""


def searched_in_vain(path: Path) -> dict[str, set[tuple[str, str]]]:
    """Give the dates that the first list looked for and did not find, by guest and cell."""
    found = defaultdict(set)
    for row in csv.DictReader(path.read_text("utf-8").splitlines()):
        for cell, note in (("monarch_date", row["emperor_note"]), ("hog_date", row["pm_note"])):
            if "not found" in note.lower():
                found[cell].add((row["guest"], (row["arrival"] or row["emperor_date"])[:7]))
    return found


def from_yaml(path: Path, sources_path: Path) -> list[list[Cell]]:
    """Read the second list, with the addresses of its sources."""
    known = yaml.safe_load(sources_path.read_text("utf-8"))["sources"]
    rows = []
    for row in yaml.safe_load(path.read_text("utf-8"))["rows"]:
        rows.append(_yaml_cells(row, {k: _address(known[k]["url"]) for k in row["sources"]}))
    return rows


def _yaml_cells(row: dict[str, Any], sources: dict[str, str]) -> list[Cell]:
    def of(cell: str) -> tuple[str, ...]:
        named = [
            address
            for key, address in sources.items()
            if any(f"_{end}" in key and cell in cells for end, cells in _KEY_CELLS.items())
        ]
        return tuple(named or sources.values())

    classes = {pair[0]: pair[1] for pair in _CLASSES.values()}
    silent = row["palace_meal"] == "none"
    values = {
        "guest": row["guest"],
        "country": row["country"],
        "host": "JP",
        "role": "head_of_state",
        "guest_class": row["class"],
        "visit_format": classes.get(row["class"]),
        "monarch_date": row["monarch_date"],
        "hog_date": row["hog_date"],
        "venue": row["venue"],
        "meal": row["palace_meal"],
        "minutes": row["minutes"],
    }
    return [
        Cell(
            row["country"],
            cell,
            str(value),
            "silence" if cell == "meal" and silent else "told",
            "the report names no meal" if cell == "meal" and silent else "",
            of(cell),
            "second",
        )
        for cell, value in values.items()
        if value is not None
    ]


def _address(words: str) -> str:
    words = re.sub(r" \([^)]*\)$", "", words.strip())  # who wrote it, or whose copy it is
    is_bare = re.match(r"[\w-]+(\.[\w-]+)+/", words) and "://" not in words
    return f"https://{words}" if is_bare else words


def _distinct(addresses: Iterable[str]) -> tuple[str, ...]:
    """Leave out an address that is another one but for its scheme, `www.` or last slash."""
    found: dict[str, str] = {}
    for address in addresses:
        bare = re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
        found.setdefault(bare, address)
    return tuple(found.values())


def matched(rows: list[list[Cell]]) -> dict[str, list[Cell]]:
    """Give each visit its id (country, year, a letter from the second on) and its cells."""
    visits: list[list[Cell]] = []
    for row in rows:
        same = next((v for v in visits if _is_same(v, row)), None)
        if same is None:
            visits.append(list(row))
        else:
            same.extend(row)
    numbers: Counter[str] = Counter()
    found = {}
    for cells in sorted(visits, key=lambda v: min((d.sort_key for d in _days(v)), default=())):
        when = min(_days(cells), key=lambda d: d.sort_key, default=None)
        told_year = next((c.value for c in cells if c.cell == "year"), "")
        year = when.start.year if when and when.start else told_year
        name = f"{cells[0].visit}-{year}"
        numbers[name] += 1
        letter = "" if numbers[name] == 1 else f"-{'abcdefgh'[numbers[name] - 1]}"
        found[name + letter] = [replace(cell, visit=name + letter) for cell in cells]
    return found


def _days(cells: list[Cell]) -> list[Any]:
    dated = ("arrival", "departure", "monarch_date", "hog_date")
    return [d for c in cells if c.cell in dated and (d := read_date(c.value)) is not None]


def _is_same(one: list[Cell], other: list[Cell]) -> bool:
    if one[0].visit != other[0].visit:
        return False
    return any(days_apart(a, b) <= _NEAR_DAYS for a in _days(one) for b in _days(other))


def settled(
    cells: list[Cell], choices: list[dict[str, str]], vain: dict[str, set[tuple[str, str]]]
) -> list[tuple[Cell, str]]:
    """Settle the cells of one visit; each value kept stands with how it was settled."""
    result = []
    for name in CELLS:
        options = [c for c in cells if c.cell == name]
        chosen = [c for c in choices if c["cell"] == name]
        if chosen and chosen[0]["value"] != "":
            result += [
                (_chosen(row, options, cells), f"by choice: {row['note']}") for row in chosen
            ]
            continue
        kept, how = _surest(options, vain, cells)
        if chosen and kept:
            kept = [
                replace(c, certainty=chosen[0]["certainty"], note=chosen[0]["note"]) for c in kept
            ]
            how = f"by choice: {chosen[0]['note']}"
        result += [(cell, how) for cell in kept]
    return result


def _chosen(row: dict[str, str], options: list[Cell], cells: list[Cell]) -> Cell:
    seen = options or cells
    sources = cell_list(row["source"]) or tuple(dict.fromkeys(s for c in seen for s in c.sources))
    return Cell(row["visit"], row["cell"], row["value"], row["certainty"], row["note"], sources)


def _surest(
    options: list[Cell], vain: dict[str, set[tuple[str, str]]], cells: list[Cell]
) -> tuple[list[Cell], str]:
    if not options:
        return [], ""
    guests = {c.value for c in cells if c.cell == "guest"}
    months = {d.edtf[:7] for d in _days(cells)}
    name = options[0].cell
    lost = any(guest in guests and month in months for guest, month in vain.get(name, ()))
    if lost and all(c.by == "second" for c in options):
        note = "one list has this day, the other looked for it in vain"
        return [replace(c, certainty="uncertain", note=note) for c in options], note
    if name == "guest":  # the first list has full names
        return options[:1], "the fuller name" if len(options) > 1 else f"only the {options[0].by}"
    best = min(CERTAINTIES.index(c.certainty) for c in options)
    sure = [c for c in options if CERTAINTIES.index(c.certainty) == best]
    by_value: dict[str, list[Cell]] = {}
    for cell in sure:
        by_value.setdefault(cell.value, []).append(cell)
    kept = [
        replace(
            same[0],
            sources=_distinct(s for c in same for s in c.sources),
            note=next((c.note for c in same if c.note), ""),
        )
        for same in by_value.values()
    ]
    if len(kept) > 1:
        return kept, "the lists differ, both kept"
    dropped = [f"{c.value} ({c.certainty})" for c in options if c not in sure]
    if dropped:
        return kept, f"{kept[0].certainty} before {', '.join(dropped)}"
    return kept, "both alike" if len({c.by for c in sure}) > 1 else f"only the {sure[0].by}"


def with_same_day(found: list[tuple[Cell, str]]) -> list[tuple[Cell, str]]:
    """Add whether monarch and head of government received on one day, from the two days kept."""
    by_name = defaultdict(list)
    for cell, _ in found:
        by_name[cell.cell].append(cell)
    pair = [by_name["monarch_date"], by_name["hog_date"]]
    if not all(len(one) == 1 and parse_day(one[0].value) for one in pair):
        return found
    one, other = pair[0][0], pair[1][0]
    worst = max(CERTAINTIES.index(c.certainty) for c in (one, other))
    sure = "inferred" if worst <= 1 else CERTAINTIES[worst]
    value = "yes" if one.value == other.value else "no"
    sources = _distinct((*one.sources, *other.sources))
    cell = Cell(one.visit, "same_day", value, sure, "from the two dates", sources)
    return [(c, how) for c, how in found if c.cell != "same_day"] + [(cell, "from the two dates")]


def parse_day(value: str) -> bool:
    """Say whether a value is one day; "none" and intervals are not."""
    return value != "none" and parse_edtf(value).is_day


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Make one table of visits of two lists.")
    parser.add_argument("csv", type=Path)
    parser.add_argument("yaml", type=Path)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--choices", type=Path, default=Path(__file__).parent / "visit_choices.tsv")
    parser.add_argument("--table", type=Path, help="where to write the table")
    given = parser.parse_args(arguments)
    choices = read_table(given.choices, ("visit", "cell", "value", "certainty", "note"))
    vain = searched_in_vain(given.csv)
    visits = matched([*from_csv(given.csv), *from_yaml(given.yaml, given.sources)])
    lines = ["\t".join(("visit", "cell", "value", "certainty", "note", "source"))]
    for name in sorted(visits):
        own = [row for row in choices if row["visit"] == name]
        found = with_same_day(settled(visits[name], own, vain))
        found.sort(key=lambda pair: CELLS.index(pair[0].cell))
        print(name)
        for cell, how in found:
            print(f"  {cell.cell}: {cell.value} [{cell.certainty}] - {how}")
            sources = " | ".join(cell.sources)
            lines.append(
                "\t".join((name, cell.cell, cell.value, cell.certainty, cell.note, sources))
            )
    unknown = {row["visit"] for row in choices} - set(visits)
    if unknown:
        print(f"choices for no visit of the lists: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 1
    if given.table:
        given.table.write_text(_REMARKS + "\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
