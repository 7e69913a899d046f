"""What is said to a person goes in; the commands it names come out as they are to be typed here:
with the project that was named, and by the path by which Sijill was called.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from contextvars import ContextVar
from pathlib import Path

import click

#: The commands that work on a project.
ON_A_PROJECT = (
    "about",
    "add",
    "build",
    "claims",
    "decide",
    "decisions",
    "export",
    "figures",
    "find",
    "index",
    "peers",
    "people",
    "quotations",
    "reference",
    "review",
    "serve",
    "signals",
    "sources set",
    "sources",
    "threads",
    "verify",
    "versions",
    "visits",
    "voices",
    "watch",
)
#: A command in a message; what is proposed stands behind a colon and goes on to the end of its
#: line or sentence, what is only spoken of ends with its name.
_NAMED = re.compile(
    r"(?P<before>(?::\s+|\bor ))?(?<![\w/.])sijill "
    rf"(?P<command>{'|'.join(ON_A_PROJECT)}|new|read|evaluate|train)\b"
    r"(?P<rest>(?(before)[^\n]*?(?= or sijill |\. |\.?$)))",
    re.MULTILINE,
)
_project: ContextVar[Path | None] = ContextVar("project", default=None)


def keep_project(folder: Path | None) -> None:
    """Remember the project as it was named on the command line; None when none was."""
    _project.set(folder)


def program() -> str:
    """Give what has to be typed to call Sijill again: its name, or its path as it was given."""
    called = sys.argv[0] if sys.argv else ""
    if Path(called).name != "sijill" or shutil.which("sijill") == called:
        return "sijill"
    return shlex.quote(called)


def hinted(text: str) -> str:
    """Give a message with the commands in it as they are to be typed here.

    `sijill build` is `.venv/bin/sijill build -p oman` after `.venv/bin/sijill decide … -p oman`.
    """
    folder = _project.get()
    option = f" -p {shlex.quote(str(folder))}" if folder is not None else ""

    def typed(found: re.Match[str]) -> str:
        ours = option if found["command"] in ON_A_PROJECT and " -p " not in found[0] else ""
        return f"{found['before'] or ''}{program()} {found['command']}{found['rest']}{ours}"

    return _NAMED.sub(typed, text)


def say(text: str, *, err: bool = False) -> None:
    """Print a message with the commands in it as they are to be typed here."""
    click.echo(hinted(text), err=err)
