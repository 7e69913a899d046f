"""The command that asks the record for numbers: figures. Figures and accounts, put in lines."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from sijill.cli.options import json_option, project_option
from sijill.record.figures import measures
from sijill.record.items import AccountItem, FigureItem, SourceNote
from sijill.serial import from_plain, to_plain
from sijill.stages.built import built_file
from sijill.store.database import fault_of, open_store
from sijill.workspace import open_workspace

_BOUNDS = {"over": "more than ", "under": "less than ", "about": "about ", "nearly": "nearly "}


@click.command("figures")
@project_option
@click.option("--measure", type=click.Choice(sorted(measures())), help="Only of this.")
@click.option("--disputed", is_flag=True, help="Only those that others disagree with.")
@json_option
def figures_command(
    project: Path,
    measure: str | None = None,
    disputed: bool = False,
    as_json: bool = False,
) -> None:
    """List the numbers that sources give, by measure and time."""
    path = built_file(open_workspace(project), "record.sqlite")
    figures, sources = stored_figures(path)
    kept = [f for f in figures if measure in (None, f.measure) and (f.disputed or not disputed)]
    kept.sort(key=lambda f: (f.measure, f.unit, f.period or "", f.value, f.id))
    if as_json:
        click.echo(json.dumps(to_plain(kept), ensure_ascii=False, indent=1))
        return
    for line in figure_lines(kept, sources):
        click.echo(line)
    if not kept:
        click.echo("Nothing of this kind is in the record.", err=True)


def stored_figures(path: Path) -> tuple[list[FigureItem], dict[str, SourceNote]]:
    """Give the figures of a record's database, and its sources by id.

    Raises FormatFault when the file is none of ours.
    """
    plain_figures, plain_sources = _stored(path, "figures", "sources")
    figures = [from_plain(FigureItem, plain) for plain in plain_figures]
    sources = [from_plain(SourceNote, plain) for plain in plain_sources]
    return figures, {source.id: source for source in sources}


def stored_accounts(path: Path) -> list[AccountItem]:
    """Give of a record's database where sources say themselves that accounts differ.

    Raises FormatFault when the file is none of ours.
    """
    return [from_plain(AccountItem, plain) for plain in _stored(path, "accounts")[0]]


def _stored(path: Path, *fields: str) -> list[list[Any]]:
    """Give the rows of fields of a record's database, as plain values."""
    asked = "SELECT json FROM rows WHERE field = ? ORDER BY position"
    with contextlib.closing(open_store(path)) as connection:
        try:
            return [
                [json.loads(text) for (text,) in connection.execute(asked, (field,))]
                for field in fields
            ]
        except sqlite3.Error as fault:
            raise fault_of(path, fault) from fault


def figure_lines(figures: Iterable[FigureItem], sources: dict[str, SourceNote]) -> Iterator[str]:
    """Put figures in lines: what, how much, of when, and the words of the source."""
    for figure in figures:
        mark = "  [disputed]" if figure.disputed else ""
        mark += "  [one number told of two things]" if figure.told_otherwise else ""
        when = figure.period or "no time told"
        what = figure.measure.replace("_", " ")
        yield f"{what:<16}{_amount(figure):<28}{when}{mark}"
        yield f"    “{' '.join(figure.citations[0].exact.split())}”"
        note = sources.get(figure.number.source_id)
        if note is not None:
            yield f"    {note.outlet or note.name}, {note.published or 'no date'}"


def account_lines(accounts: Iterable[AccountItem], sources: dict[str, SourceNote]) -> Iterator[str]:
    """Put differing accounts in lines: the words that say so, and each account with its teller."""
    for account in accounts:
        yield f"accounts differ   “{' '.join(account.sign.exact.split())}”"
        for version in account.versions:
            teller = f"{version.ascribed.exact}: " if version.ascribed else ""
            yield f"    {teller}“{' '.join(version.words.exact.split())}”"
        if not account.versions:
            yield f"    “{' '.join(account.citations[0].exact.split())}”"
        note = sources.get(account.sign.source_id)
        if note is not None:
            yield f"    {note.outlet or note.name}, {note.published or 'no date'}"


def _amount(figure: FigureItem) -> str:
    number = f"{figure.value:,.15g}"
    if figure.unit == "percent":
        return f"{_BOUNDS.get(figure.bound or '', '')}{figure.value:+g} %"
    unit = "" if figure.unit == "count" else f" {figure.unit}"
    return f"{_BOUNDS.get(figure.bound or '', '')}{number}{unit}"
