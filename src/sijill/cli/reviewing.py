"""The command that asks a person about what is doubtful: review."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from sijill.cli.hints import hinted
from sijill.cli.options import json_option, now, project_option, who
from sijill.errors import UsageError
from sijill.review.desk import LedgerDecider, open_desk
from sijill.review.questions import LEAST_DOUBT, Question
from sijill.review.session import BACK, QUIT, SKIP, Did, Session
from sijill.review.typed import read_typed
from sijill.review.view import View
from sijill.serial import to_plain
from sijill.stages.built import built_file
from sijill.workspace import open_workspace

#: What a terminal sends for keys that have no letter.
KEYS = {
    "\r": SKIP,
    "\n": SKIP,
    "\x1b[C": SKIP,
    "\x1b[B": SKIP,
    "\x1b[D": BACK,
    "\x1b[A": BACK,
    "\x7f": BACK,
    "\x03": QUIT,
    "\x04": QUIT,
}
_STYLES = {
    "heading": "bold",
    "fact": "",
    "reason": "yellow",
    "choice": "cyan",
    "words": "",
    "source": "dim",
}
_HELP = "y n 1-9 answer · e type a value · w say why · space next · b back · u undo · q leave"


@click.command("review")
@project_option
@click.option("--all", "everything", is_flag=True, help="Ask about everything, doubtful or not.")
@click.option("--count", type=click.IntRange(1), help="Ask about so many at most.")
@json_option
def review_command(project: Path, everything: bool, count: int | None, as_json: bool) -> int:
    """Answer doubtful items one at a time, what matters most first.

    A single key answers. Every answer is a line of the ledger when the next question stands;
    `sijill build` then builds with it. Undo takes the last answer back.
    """
    built_file(open_workspace(project), "record.json")
    desk = open_desk(project, least=0.0 if everything else LEAST_DOUBT)
    questions = desk.questions[:count]
    if as_json:
        plain = [_plain(question) for question in questions]
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
        return 0
    console = Console(highlight=False)
    if not questions:
        console.print("Nothing doubtful is left. (--all asks about everything.)")
        return 0
    view = View(desk.record)
    session = Session(questions, LedgerDecider(desk, who=who(), clock=now))
    why = ""
    while (question := session.current) is not None:
        _show(console, view, session, question)
        key = click.getchar()
        key = KEYS.get(key, key)
        if key == "w":
            why = click.prompt("why", default="", show_default=False)
            continue
        try:
            if key == "e":
                text = click.prompt("field=value", default="", show_default=False)
                did = session.answer(read_typed(text, question, desk.record), why)
            else:
                did = session.press(key, why)
        except UsageError as fault:
            console.print(hinted(str(fault)), style="red")
            continue
        if did is Did.QUIT:
            break
        if did is Did.NOTHING:
            console.print(_HELP, style="dim")
            continue
        why = ""
        if did is Did.UNDID:
            console.print("taken back", style="yellow")
    console.print(hinted(f"{session.answered} answered. Build with them:  sijill build"))
    return 0


def _plain(question: Question) -> dict[str, object]:
    plain = to_plain(question)
    return {**plain, "urgency": round(question.urgency, 4)}


def _show(console: Console, view: View, session: Session, question: Question) -> None:
    console.rule(f"{session.place + 1} of {len(session.questions)}", style="dim")
    for line in view.lines(question):
        indent = {"words": 4, "source": 6, "choice": 2}.get(line.role, 0)
        console.print(Text(" " * indent + line.text, style=_STYLES[line.role]))
    given = session.answer_here()
    if given is not None:
        console.print(f"answered: {given.label}", style="green")
    console.print(_HELP, style="dim")
