"""The command that asks the record for numbers: figures."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from sijill.cli.options import json_option, project_option
from sijill.record.figures import measures
from sijill.record.items import FigureItem, SourceNote
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
    """List the numbers that sources give, by what they measure and of when."""
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
    asked = "SELECT json FROM rows WHERE field = ? ORDER BY position"
    with contextlib.closing(open_store(path)) as connection:
        try:
            found = [
                [json.loads(text) for (text,) in connection.execute(asked, (field,))]
                for field in ("figures", "sources")
            ]
        except sqlite3.Error as fault:
            raise fault_of(path, fault) from fault
    figures = [from_plain(FigureItem, plain) for plain in found[0]]
    sources = [from_plain(SourceNote, plain) for plain in found[1]]
    return figures, {source.id: source for source in sources}


def figure_lines(figures: Iterable[FigureItem], sources: dict[str, SourceNote]) -> Iterator[str]:
    """Put figures in lines: what, how much, of when, and the words of the source."""
    for figure in figures:
        mark = "  [disputed]" if figure.disputed else ""
        when = figure.period or "no time told"
        what = figure.measure.replace("_", " ")
        yield f"{what:<16}{_amount(figure):<28}{when}{mark}"
        yield f"    “{' '.join(figure.citations[0].exact.split())}”"
        note = sources.get(figure.number.source_id)
        if note is not None:
            yield f"    {note.outlet or note.name}, {note.published or 'no date'}"


def _amount(figure: FigureItem) -> str:
    number = f"{figure.value:,.10g}"
    if figure.unit == "percent":
        return f"{_BOUNDS.get(figure.bound or '', '')}{figure.value:+g} %"
    unit = "" if figure.unit == "count" else f" {figure.unit}"
    return f"{_BOUNDS.get(figure.bound or '', '')}{number}{unit}"
