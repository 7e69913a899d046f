"""A record and a list of what it must hold go in; which rows are right, and what is wrong with the
others, comes out.

Usage: python benchmarks/expected.py build/record/record.json examples/strong-partner/expected.yaml

A row is right when one event of the record has its type, status, date, place and participants:
dates as exact as expected (an end that is not told may be open), a place that is the expected one
or lies in it, every expected participant and no other person. What a reader may not know (the
hosts of a visit, groups without a name) is not asked for. Every event answers for one row only.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sijill.edtf import read_date
from sijill.record.items import EventItem, Record, RecordEntity
from sijill.register.load import load_register
from sijill.serial import from_plain
from sijill.tellings.parties import Parties
from sijill.text import fold

#: A decree has no type of its own: any of these passes where the row's note says so.
_ACTS = {"agreement", "project", "disarmament", "signing"}
_TITLES = ("emperor ", "crown prince ", "president ", "prime minister ")
_STATES = {"Japan": ("JP",), "Kazakhstan": ("KZ",)}
_GROUPS = {
    "five Central Asian states": ("KZ", "KG", "TJ", "TM", "UZ"),
    "five Central Asian presidents": ("KZ", "KG", "TJ", "TM", "UZ"),
}
#: Groups of people without names: nobody can be asked for.
_UNNAMED = {"foreign ministers of Central Asia", "citizens of Kazakhstan in Japan"}
_FIELDS = ("type", "status", "date", "place", "participants")


@dataclass(frozen=True)
class Row:
    """How one expected row fared: the best event, and for each field whether it is right."""

    id: str
    must: bool
    event: EventItem | None
    right: Mapping[str, bool]

    @property
    def is_right(self) -> bool:
        """Say whether one event has everything right."""
        return self.event is not None and all(self.right.values())


@dataclass(frozen=True)
class Outcome:
    """All rows, and the events told as held that the list says were not."""

    rows: tuple[Row, ...]
    told_as_held: tuple[tuple[str, str], ...]

    @property
    def share(self) -> float:
        """The share of rows that are right."""
        return sum(r.is_right for r in self.rows) / max(1, len(self.rows))


class _Names:
    """Which entity an English name of the list means."""

    def __init__(self, record: Record, aliases: Sequence[Mapping[str, Any]]) -> None:
        self._forms: dict[str, set[str]] = {}
        for entity in record.entities:
            for form in self._forms_of(entity):
                self._forms.setdefault(fold(form), set()).add(entity.id)
        self._aliases = {a["name"]: a["forms"] for a in aliases}

    def _forms_of(self, entity: RecordEntity) -> Iterable[str]:
        yield from entity.names.values()
        yield from (a.text for a in entity.aliases)
        yield entity.id
        yield entity.id.replace("-", " ")

    def ids(self, name: str) -> set[str]:
        bare = name
        for title in _TITLES:
            if bare.lower().startswith(title):
                bare = bare[len(title) :]
        forms = [bare, name, *self._aliases.get(bare, ())]
        return set().union(*(self._forms.get(fold(f), set()) for f in forms))


def score(record: Record, expected: Mapping[str, Any]) -> Outcome:
    """Score a record against the rows of an expected.yaml."""
    parties = Parties(record.entities, load_register())
    names = _Names(record, expected.get("aliases", ()))
    rows = expected["rows"]
    pairs = []
    for row in rows:
        for event in record.events:
            if event.type != row["type"] and not (row["id"] == "r33" and event.type in _ACTS):
                continue
            right = _compare(row, event, names, parties)
            weight = sum(right.values()) + (right["participants"] and right["date"])
            if right["participants"] or right["date"] or right["place"]:
                pairs.append((weight, row["id"], event, right))
    pairs.sort(key=lambda p: (-p[0], p[1], p[2].id))
    taken: set[str] = set()
    best: dict[str, tuple[EventItem, dict[str, bool]]] = {}
    for _, row_id, event, right in pairs:
        if row_id not in best and event.id not in taken:
            best[row_id] = (event, right)
            taken.add(event.id)
    found = []
    for row in rows:
        event, right = best.get(row["id"], (None, dict.fromkeys(_FIELDS, False)))
        found.append(Row(row["id"], bool(row.get("must")), event, right))
    return Outcome(tuple(found), tuple(_wrongly_held(record, rows, names, parties)))


def _compare(
    row: Mapping[str, Any], event: EventItem, names: _Names, parties: Parties
) -> dict[str, bool]:
    return {
        "type": True,
        "status": event.status.value == row["status"],
        "date": _date_right(row, event),
        "place": _place_right(row, event, names, parties),
        "participants": _people_right(row, event, names, parties),
    }


def _is_inferred(event: EventItem, field: str, value: str | None) -> bool:
    told = [t for t in event.tellings if t.field == field and t.value == value]
    return bool(told) and all(t.inferred for t in told)


def _date_right(row: Mapping[str, Any], event: EventItem) -> bool:
    wanted, got = row["date"], event.date
    if wanted is None:
        return got is None or _is_inferred(event, "date", got)
    if got is None:
        return False
    if wanted.startswith("["):
        return got == wanted or got in wanted.strip("[]").split(",")
    one, other = read_date(wanted), read_date(got)
    if one is None or other is None:
        return False
    if (one.start, one.end) == (other.start, other.end):
        return True
    if one.is_interval and other.is_interval and other.end is None:
        return one.start == other.start
    return row["status"] != "held" and one.covers(other)


def _place_right(row: Mapping[str, Any], event: EventItem, names: _Names, parties: Parties) -> bool:
    if row["place"] is None:
        return event.place is None or _is_inferred(event, "place", event.place)
    wanted = names.ids(row["place"].split(", ")[0])
    if any(p in wanted and parties.kind(p) == "organisation" for p in event.participants):
        return True
    return event.place is not None and any(parties.covers(w, event.place) for w in wanted)


def _people_right(
    row: Mapping[str, Any], event: EventItem, names: _Names, parties: Parties
) -> bool:
    wanted = [p for p in row["participants"] if p not in _UNNAMED]
    if row["type"] == "visit":
        wanted = wanted[:1]
    got = set(event.participants)
    countries = {parties.country(p) for p in got}
    allowed: set[str] = set()
    for name in [p for p in row["participants"] if p not in _UNNAMED]:
        codes = _GROUPS.get(name) or _STATES.get(name)
        if codes is not None:
            allowed |= {p for p in got if parties.country(p) in codes}
            if not set(codes) <= countries:
                return False
            continue
        ids = names.ids(name)
        if name.startswith("Embassy of "):
            # The sender state stands for its embassy where no body of that name is told.
            code = next(
                (c for n, (c,) in _STATES.items() if name.startswith(f"Embassy of {n}")), ""
            )
            ids |= {p for p in got if parties.country(p) == code}
        allowed |= ids
        if name in wanted and not ids & got:
            return False
    if row["type"] == "visit":
        return True
    people = {p for p in got if parties.kind(p) == "person"}
    return people <= allowed


def _wrongly_held(
    record: Record, rows: Sequence[Mapping[str, Any]], names: _Names, parties: Parties
) -> Iterable[tuple[str, str]]:
    """Find events told as held that the list gives as postponed, cancelled, planned or proposed."""
    held = [r for r in rows if r["status"] == "held"]
    for row in rows:
        if row["status"] == "held":
            continue
        for event in record.events:
            if event.type != row["type"] or event.status.value != "held":
                continue
            right = _compare(row, event, names, parties)
            if not (right["participants"] and right["place"]):
                continue
            if row["date"] is not None and not _date_right({**row, "status": "planned"}, event):
                continue
            if any(_all_right(h, event, names, parties) for h in held):
                continue
            yield row["id"], event.id


def _all_right(row: Mapping[str, Any], event: EventItem, names: _Names, parties: Parties) -> bool:
    if event.type != row["type"]:
        return False
    right = _compare(row, event, names, parties)
    return right["date"] and right["participants"]


def claims_report(
    record: Record, expected: Mapping[str, Any], file_of: Mapping[str, str]
) -> list[str]:
    """Give for each expected claim the verdicts reached on claims of its source and kind."""
    lines = []
    for claim in [*expected["claims"], *expected.get("extra_claims", ())]:
        kind = "order" if claim["kind"] == "temporal_order" else claim["kind"]
        found = [
            c
            for c in record.claims
            if c.kind.value in (kind, {"every": "since", "first": "since"}.get(kind, kind))
            and file_of.get(c.citations[0].source_id, "").startswith(claim["source"])
        ]
        wanted = claim["verdict"]
        tables = str(claim.get("with_tables", "")).split(" ")[0]
        hit = [c for c in found if c.verdict and c.verdict.verdict in (wanted, tables)]
        lines.append(
            f"{'ok ' if hit else '-- '}{claim['id']} {claim['source']} {kind}: wanted {wanted}"
            f"{'/' + tables if tables else ''}, got "
            + "; ".join(
                f"{c.verdict.verdict if c.verdict else None} “{c.text[:60]}”" for c in found
            )
        )
    return lines


def disputes_report(
    record: Record, expected: Mapping[str, Any], file_of: Mapping[str, str]
) -> list[str]:
    """Give for each expected disagreement whether the record shows it, and as what."""
    lines = []
    for row in expected["disagreements"]:
        found = [
            _shown_as(record, kind, wanted, file_of)
            for kind, told in row["shown"].items()
            for wanted in (told if kind == "accounts" else [told])
        ]
        lines.append(
            f"{'ok ' if all(found) else '-- '}{row['id']} {row['about']}: "
            + "; ".join(one or "not shown" for one in found)
        )
    return lines


def _shown_as(record: Record, kind: str, wanted: Any, file_of: Mapping[str, str]) -> str | None:
    """Say as what the record shows a disagreement; None when it does not."""
    if kind == "dates":
        for event in record.events:
            told = {t.value for t in event.tellings if t.field == "date"}
            if "date" in event.disputed and told >= set(wanted):
                return "disputed event"
    elif kind == "figures":
        asked = (wanted["measure"], wanted["unit"])
        held = [f for f in record.figures if (f.measure, f.unit) == asked]
        if {f.value for f in held} >= set(wanted["values"]):
            named = [f for f in held if f.value in wanted["values"]]
            return "disputed figures" if any(f.disputed for f in named) else "figures of their own"
    elif kind == "one_number":
        asked = (wanted["value"], wanted["unit"])
        named = [f for f in record.figures if f.told_otherwise and (f.value, f.unit) == asked]
        if {f.measure for f in named} == set(wanted["measures"]):
            return "one number told of two things"
    elif kind == "accounts":
        for account in record.accounts:
            words = [version.words.exact for version in account.versions]
            source = file_of.get(account.sign.source_id, "")
            if (
                source.startswith(wanted["source"])
                and len(words) == len(wanted["words"])
                and all(w in told for w, told in zip(wanted["words"], words, strict=True))
            ):
                return "differing accounts"
    return None


def report(outcome: Outcome) -> str:
    """Give the outcome as text for a terminal."""
    lines = []
    for row in outcome.rows:
        wrong = [name for name in _FIELDS if not row.right[name]]
        mark = "ok" if row.is_right else "--"
        event = row.event
        shown = "nothing"
        if event:
            told = (event.type, event.status.value, event.date, event.place, *event.participants)
            shown = " ".join(str(value) for value in told)
        lines.append(f"{mark} {row.id} wrong: {', '.join(wrong) or '-'} | {shown}")
    right = sum(r.is_right for r in outcome.rows)
    must = [r for r in outcome.rows if r.must]
    lines.append(f"right: {right} of {len(outcome.rows)} ({outcome.share:.0%})")
    lines.append(f"of the must rows: {sum(r.is_right for r in must)} of {len(must)}")
    for name in _FIELDS:
        lines.append(f"  {name}: {sum(r.right[name] for r in outcome.rows)}")
    lines += [f"TOLD AS HELD: {row} by {event}" for row, event in outcome.told_as_held]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the outcome for a record file and an expected file."""
    record = from_plain(Record, json.loads(Path(arguments[0]).read_text("utf-8")))
    expected = yaml.safe_load(Path(arguments[1]).read_text("utf-8"))
    outcome = score(record, expected)
    print(report(outcome))
    file_of = {s.id: Path(s.name).name for s in record.sources}
    print("\n".join(claims_report(record, expected, file_of)))
    print("\n".join(disputes_report(record, expected, file_of)))
    return 1 if outcome.told_as_held else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
