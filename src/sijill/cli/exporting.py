"""The command that hands the record to other tools: export."""

from __future__ import annotations

from pathlib import Path

import click

from sijill import __version__
from sijill.cli.options import LANGUAGE, project_option
from sijill.exports.formats import FORMATS, find_format, write_files
from sijill.stages.cut_files import CUT_FORMATS, cut_files
from sijill.stages.export_material import load_material
from sijill.workspace import open_workspace

_NAMES = [(known.name, known.what) for known in FORMATS] + list(CUT_FORMATS.items())
_HELP = "\n\b\nFormats:\n" + "\n".join(f"  {name:<12} {what}" for name, what in _NAMES)


@click.command("export", help="Give the record to other tools, in the format FORMAT.\n" + _HELP)
@click.argument("format_name", metavar="FORMAT")
@click.option(
    "-o",
    "--output",
    "output",
    type=click.Path(path_type=Path),
    required=True,
    help="The file, or the folder where the format is a folder.",
)
@click.option(
    "--language", type=LANGUAGE, help="Of the calendar's words, and of the film that was cut."
)
@click.option("--spreadsheet", is_flag=True, help="With csv: the same as the format sheet.")
@project_option
def export_command(
    format_name: str, output: Path, language: str | None, spreadsheet: bool, project: Path
) -> None:
    """Give the record to other tools."""
    workspace = open_workspace(project)
    if format_name in CUT_FORMATS:
        files = cut_files(workspace, format_name, language or workspace.settings.film_language)
    else:
        name = "sheet" if spreadsheet and format_name == "csv" else format_name
        known = find_format(name, tuple(CUT_FORMATS))
        files = known.export(load_material(workspace, __version__, language))
    kept = (workspace.sources, workspace.ledger.parent)
    for path in write_files(files, output, never_in=kept):
        click.echo(path)
