"""The commands on protocol: signals, guests of one occasion side by side, reference tables."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sijill.cli.options import json_option, project_option
from sijill.cli.words import Words, day_words, open_record, short
from sijill.record.own_tables import REFERENCE_FOLDER, read_own_tables
from sijill.record.peer_rows import PeerRow, PeerValue
from sijill.record.table_list import TableNote, table_notes
from sijill.serial import to_plain
from sijill.tables import open_table
from sijill.workspace import open_workspace


@click.command("signals")
@project_option
@click.option(
    "--standing",
    "standings",
    multiple=True,
    type=click.Choice(("expected", "optional", "beyond", "missing", "unknown", "apart")),
    help="Only those that stand so beside the class of the visit.",
)
@json_option
def signals_command(project: Path, standings: tuple[str, ...], as_json: bool) -> None:
    """List details of protocol.

    Each is held against what the class of the visit promises.
    """
    _, record = open_record(project)
    notes = [note for note in record.signals if not standings or note.standing in standings]
    if as_json:
        click.echo(json.dumps(to_plain(notes), ensure_ascii=False, indent=1))
        return
    words = Words(record)
    dates = {event.id: event.date for event in record.events}
    for note in notes:
        shown = " ".join(words.name(v) if v in words.entities else v for v in (note.value,) if v)
        what = f"{note.signal} {shown}".strip()
        click.echo(f"{day_words(dates.get(note.event)):<24} {note.standing:<9} {what}")
        click.echo(f"    {note.text.get('en') or next(iter(note.text.values()), '')}")
        click.echo(f"    “{short(note.citations[0].exact)}”")
    if not notes:
        click.echo("Nothing of this kind is in the record.", err=True)


@click.command("peers")
@project_option
@click.option("--host", metavar="CODE", help="Only of this host, such as JP.")
@json_option
def peers_command(project: Path, host: str | None, as_json: bool) -> None:
    """Show guests of one occasion side by side.

    What nobody tells is blank, never a "no".
    """
    _, record = open_record(project)
    rows = [row for row in record.peers if host is None or row.host == host.upper()]
    if as_json:
        click.echo(json.dumps(to_plain(rows), ensure_ascii=False, indent=1))
        return
    if not rows and host is not None and record.peers:
        hosts = ", ".join(sorted({row.host for row in record.peers}))
        click.echo(f"No occasion of the record has the host “{host}”. Hosts: {hosts}", err=True)
    elif not rows:
        click.echo("No occasion with guests from several states is in the record.", err=True)
    console = Console(width=None if sys.stdout.isatty() else 160)
    for _, group in groupby(rows, key=lambda row: row.occasion):
        console.print(_side_by_side(list(group), Words(record)))
    if rows:
        click.echo("(t) by a reference table alone; * no other guest, all others being known.")


def _side_by_side(rows: list[PeerRow], words: Words) -> Table:
    table = Table(title=f"{rows[0].occasion}  host {rows[0].host}", title_justify="left")
    table.add_column("")
    for row in rows:
        name = words.name(row.guest) if row.guest else f"{row.name} (t)"
        table.add_column(escape(f"{name}, {row.country}"))
    for feature in open_table("protocol/peer_features.tsv", ("feature", "en")):
        told = [row.of(feature["feature"]) for row in rows]
        if any(told):
            cells = [escape(" / ".join(_cell(v, words) for v in values)) for values in told]
            table.add_row(feature["en"], *cells)
    return table


def _cell(value: PeerValue, words: Words) -> str:
    shown = words.name(value.value) if value.feature == "received_at" else value.value
    mark = "" if value.citations else " (t)"
    return f"{shown}{mark}{' *' if value.alone else ''}"


@click.command("reference")
@project_option
@json_option
def reference_command(project: Path, as_json: bool) -> None:
    """List the reference tables and their faults.

    Each with its rows, hosts and window, and with who declares it complete.
    """
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
