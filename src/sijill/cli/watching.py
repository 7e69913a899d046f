"""The command that keeps a project open: watch."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import click

from sijill.cli.hints import say
from sijill.cli.options import now, project_option, who
from sijill.errors import SijillError
from sijill.sources.holdings import add_files, find_files
from sijill.stages.open_project import Counted, Folders, OpenProject
from sijill.temporal.datelines import day_told_in
from sijill.text import printable

#: So often something is looked for, in seconds.
_PAUSE = 0.5


@click.command("watch")
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@project_option
@click.option("--rounds", type=int, help="Stop after so many looks, two in a second.")
def watch_command(folders: tuple[Path, ...], project: Path, rounds: int | None) -> int:
    """Keep a project open and its record up to date, until Ctrl-C.

    What is put into FOLDERS is taken in as sources. Sources, decisions and tables that come by
    other commands count at once, too. Only the record is made: run build for film and page.
    """
    opened = OpenProject(project)
    inbox = Folders(folders)
    own = (opened.workspace.sources, opened.workspace.build, opened.workspace.ledger.parent)
    looked, said = 0, ""
    try:
        while rounds is None or looked < rounds:
            looked += 1
            _take_in(opened, inbox.come(partial(find_files, leave_out=own)))
            if opened.has_changed():
                said = _update(opened, said)
            time.sleep(_PAUSE)
    finally:
        opened.close()
    return 0


def _take_in(opened: OpenProject, files: list[Path]) -> None:
    if not files:
        return
    taking = add_files(opened.workspace, files, at=now(), who=who(), day_told_in=day_told_in)
    for taken in taking:
        path = printable(taken.path)
        if taken.outcome == "refused":
            click.echo(f"  refused  {path}: {taken.reason}", err=True)
        elif taken.outcome == "taken":
            click.echo(f"  taken    {path}")


def _update(opened: OpenProject, said: str) -> str:
    """Bring the record up to date; return what keeps it from that, `said` being the last of it.

    It is tried again at the next look, and said once.
    """
    before, began = opened.counted(), time.monotonic()
    try:
        report = opened.update()
    except SijillError as fault:
        if str(fault) != said:
            say(f"Not now: {fault}", err=True)
        return str(fault)
    for outcome in report.outcomes:
        if outcome.result == "failed" and outcome.fault is not None:
            say(f"{outcome.stage} failed: {outcome.fault}", err=True)
    if any(outcome.result == "built" for outcome in report.outcomes):
        click.echo(_told(before, opened.counted(), time.monotonic() - began))
    return ""


def _told(before: Counted, after: Counted, seconds: float) -> str:
    parts = []
    for name in ("sources", "events", "statements", "claims"):
        number, more = getattr(after, name), getattr(after, name) - getattr(before, name)
        parts.append(f"{number} {name}" + (f" ({more:+d})" if more and before.sources else ""))
    return f"{time.strftime('%H:%M:%S')}  {', '.join(parts)}  in {seconds:.1f} s"
