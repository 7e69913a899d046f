"""The commands that make and check: build, verify."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from sijill.cli.hints import say
from sijill.cli.options import LANGUAGE, project_option
from sijill.languages import NARRATED
from sijill.stages.build import build_project
from sijill.stages.steps import STAGE_NAMES
from sijill.stages.summary import summarise
from sijill.stages.verify import verify_project
from sijill.workspace import QUALITIES, open_workspace

#: A stage that took so many seconds is said to have.
_WORTH_SAYING = 1.0


class _Bars:
    """Progress on the terminal: one bar a stage.

    Where the output is no terminal, a line when a stage begins and one with its seconds.
    """

    def __init__(self, console: Console) -> None:
        self.console = console
        self.bars = Progress(
            TextColumn("{task.description:>9}"),
            BarColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self.tasks: dict[str, TaskID] = {}
        self.begun: dict[str, float] = {}

    def on_progress(self, stage: str, done: int, total: int) -> None:
        """Move the bar of a stage."""
        if stage not in self.tasks:
            self.tasks[stage] = self.bars.add_task(stage, total=max(total, 1))
        self.bars.update(self.tasks[stage], completed=done, total=max(total, 1))

    def on_stage(self, stage: str, what: str) -> None:
        """Show that a stage begins or ends."""
        if what == "begins":
            self.begun[stage] = monotonic()
            if not self.console.is_terminal:
                self.console.print(f"  {stage} …")
            self.on_progress(stage, 0, 1)
        elif stage in self.tasks:
            total = self.bars.tasks[self.tasks[stage]].total or 1
            self.bars.update(self.tasks[stage], completed=total)
            seconds = monotonic() - self.begun[stage]
            if not self.console.is_terminal and seconds >= _WORTH_SAYING:
                self.console.print(f"  {stage} took {seconds:.0f} s")


@click.command("build")
@click.argument("stage", required=False, type=click.Choice(STAGE_NAMES))
@project_option
@click.option(
    "--language",
    type=LANGUAGE,
    metavar=f"[{'|'.join(NARRATED)}]",
    help="The film's language (default: the project's).",
)
@click.option("--quality", type=click.Choice(QUALITIES), help="How finely the film is rendered.")
def build_command(
    stage: str | None, project: Path, language: str | None, quality: str | None
) -> int:
    """Build record, script, film and page. Only what is out of date runs.

    STAGE stops after that stage. What was made, and what wants attention, is said at the end.
    """
    workspace = open_workspace(project)
    console = Console(stderr=True, highlight=False)
    bars = _Bars(console)
    with bars.bars:
        report = build_project(
            workspace,
            until=stage,
            language=language,
            quality=quality,
            on_stage=bars.on_stage,
            progress=bars.on_progress,
        )
    for line in summarise(report):
        say(line)
    return 1 if report.failed else 0


@click.command("verify")
@project_option
@click.option(
    "--head", metavar="DIGEST", help="A digest of the ledger that you kept from an earlier verify."
)
def verify_command(project: Path, head: str | None) -> int:
    """Re-check bytes, citations, the ledger's chain and the build."""
    verification = verify_project(open_workspace(project), head=head)
    for fault in verification.faults:
        say(f"{fault.where}: {fault.what}", err=True)
        if fault.remedy:
            say(f"    {fault.remedy}", err=True)
    click.echo(verification.summary)
    for note in verification.notes:
        say(note)
    return 1 if verification.faults else 0
