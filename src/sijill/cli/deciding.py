"""The commands that decide without a dialogue and list what was decided: decide, decisions."""

from __future__ import annotations

import json
from pathlib import Path

import click

from sijill.cli.hints import say
from sijill.cli.options import json_option, now, project_option, who
from sijill.record.asked import ALL_ACTIONS, asked
from sijill.record.deciding import decide
from sijill.serial import to_plain
from sijill.stages.built import load_built_record
from sijill.stages.decided import DecisionLine, decisions_of
from sijill.workspace import open_workspace

_HELP = f"""Decide one thing about ITEM.

ITEM is the id of an item, a person, a body or a place, or a name that nobody else bears;
`new`, a file in media/, or a line of the ledger to withdraw.
ACTION is one of: {", ".join(ALL_ACTIONS)}.

\b
sijill decide audience-2025-12-18-1f0a9c33 correct \\
    date=2025-12-19 --why "misread"
sijill decide visit-2016-11-2b070ffc merge \\
    with=visit-2016-11-07-9c1d20aa --why "one visit"
sijill decide "Ana Quispe" correct \\
    name.ar="آنا كيسبي" --why "her ministry's page"
sijill decide 12 withdraw --why "the source has corrected itself"
"""


@click.command("decide", help=_HELP)
@click.argument("item")
@click.argument("action", type=click.Choice(ALL_ACTIONS), metavar="ACTION")
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]…")
@project_option
@click.option("--why", required=True, help="The reason; it is kept with the decision.")
@click.option("--who", "name", help="Who decides (default: the user of this machine).")
@json_option
def decide_command(
    item: str,
    action: str,
    fields: tuple[str, ...],
    project: Path,
    why: str,
    name: str | None,
    as_json: bool,
) -> None:
    """Keep one decision in the ledger; what it is about may be named by its id or its name."""
    workspace = open_workspace(project)
    record = load_built_record(workspace)
    entry = decide(
        workspace,
        record,
        asked(item, action, fields),
        who=who() if name is None else name,
        at=now(),
        why=why,
    )
    if as_json:
        click.echo(json.dumps(to_plain(entry), ensure_ascii=False, indent=1))
    else:
        about = entry.fields.get("item") or item
        say(f"Line {entry.number}: {action} {about}. Build again:  sijill build")


@click.command("decisions")
@click.argument("item", required=False)
@project_option
@json_option
def decisions_command(item: str | None, project: Path, as_json: bool) -> None:
    """List what people decided, and what became of it.

    Of ITEM alone, or of everything.
    """
    lines = decisions_of(open_workspace(project), item)
    if as_json:
        click.echo(json.dumps(to_plain(lines), ensure_ascii=False, indent=1))
        return
    for line in lines:
        _say(line)
    if not lines:
        click.echo("Nobody has decided anything here yet.", err=True)


def _say(line: DecisionLine) -> None:
    values = json.dumps(to_plain(line.values), ensure_ascii=False) if line.values else ""
    click.echo(f"{line.line:>5}  {line.at[:10]}  {line.who}: {line.action} {line.item} {values}")
    if line.why:
        click.echo(f"       {line.why}")
    if line.withdrawn_by:
        click.echo(f"       withdrawn by line {line.withdrawn_by}")
    if line.reason:
        click.echo(f"       changes nothing: {line.reason}")
