"""The package's table of visits and a project's own go in; what each covers comes out."""

from __future__ import annotations

from dataclasses import dataclass

from sijill.edtf import read_date, span_of
from sijill.record.own_tables import OwnTables
from sijill.record.visits import visits

#: Where the package's own table of visits stands.
PACKAGE_TABLE = "protocol/visits_to_japan.tsv"


@dataclass(frozen=True, slots=True)
class TableNote:
    """What a table of visits covers: how many rows, of which hosts, over which time (EDTF).

    `declared_by` names who declares it complete, else None; then `guests` are the states of which
    it has all visits (None: of all states) and `roles` those of the guests.
    """

    name: str
    rows: int
    hosts: tuple[str, ...]
    window: str
    declared_by: str | None = None
    guests: tuple[str, ...] | None = ()
    roles: tuple[str, ...] = ()


def table_notes(own: OwnTables) -> tuple[TableNote, ...]:
    """Describe every table of visits that counts, the package's first."""
    shipped = visits()
    days = [d for row in shipped if (d := read_date(row.when)) is not None]
    notes = [
        TableNote(
            PACKAGE_TABLE,
            len(shipped),
            tuple(sorted({row.host for row in shipped})),
            span_of(days) or "",
            roles=tuple(sorted({row.role for row in shipped})),
        )
    ]
    for table in own.tables:
        guests = None if table.guests is None else tuple(sorted(table.guests))
        notes.append(
            TableNote(
                table.name,
                len(table.rows),
                tuple(sorted(table.hosts)),
                table.window,
                table.declared_by,
                guests,
                tuple(sorted(table.roles)),
            )
        )
    return tuple(notes)
