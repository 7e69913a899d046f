"""The commands that hold the record against others: the reference tables it is counted with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from sijill.cli.options import json_option, project_option
from sijill.record.own_tables import REFERENCE_FOLDER, read_own_tables
from sijill.record.table_list import TableNote, table_notes
from sijill.serial import to_plain
from sijill.workspace import open_workspace


@click.command("reference")
@project_option
@json_option
def reference_command(project: Path, as_json: bool) -> None:
    """List the reference tables: rows, hosts, window, who declares one complete, faults."""
    own = read_own_tables(open_workspace(project).root / REFERENCE_FOLDER)
    notes = table_notes(own)
    faults = [
        {"what": fault.what, "where": fault.where, "remedy": fault.remedy} for fault in own.faults
    ]
    if as_json:
        plain = {"tables": to_plain(list(notes)), "faults": faults}
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
        return
    for note in notes:
        for line in _table(note):
            click.echo(line)
    for fault in own.faults:
        click.echo(f"not used: {fault}")


def _table(note: TableNote) -> Iterator[str]:
    yield f"{note.name}  {note.rows} visits to {', '.join(note.hosts)}, {note.window}"
    if note.declared_by is None:
        yield "    not declared complete"
    else:
        guests = "all states" if note.guests is None else ", ".join(note.guests)
        roles = ", ".join(note.roles)
        yield f"    declared complete by {note.declared_by} (guests: {guests}; {roles})"
