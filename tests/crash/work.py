"""The kinds of work that are killed: taking in, deciding, reviewing, building, watching; what they say
when something is done, from then on is a promise.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from holding import Promised

from sijill.cli import reviewing
from sijill.cli.main import main
from sijill.review.desk import LedgerDecider
from sijill.sources.holdings import add_files
from sijill.stages.open_project import OpenProject

_TEXTS = {
    "en": "Visit to Lima {n}\n\nThe foreign minister of Ghana, Kojo Mensah, arrived in Lima on {d}"
    " March 2025 on an official visit. “We have agreed on {n} projects,” Mensah said.\n",
    "ar": "زيارة إلى ليما {n}\n\nوصل وزير خارجية غانا كوجو منساه إلى ليما يوم {d} مارس 2025 في"
    " زيارة رسمية. وقال الوزير: «اتفقنا على {n} مشاريع».\n",
}


def command(*arguments: object) -> Callable[[], int]:
    """Give the work of one command line of Sijill."""

    def work() -> int:
        main([str(argument) for argument in arguments])
        return 0

    return work


def write_texts(folder: Path, chance: random.Random, count: int = 4) -> list[Path]:
    """Write small texts that no other call writes."""
    folder.mkdir(exist_ok=True)
    paths = []
    for _ in range(count):
        number = chance.randrange(10**9)
        language = chance.choice(sorted(_TEXTS))
        path = folder / f"{number}.{language}.txt"
        text = _TEXTS[language].format(n=number, d=1 + number % 28)
        path.write_text(text, "utf-8")
        paths.append(path)
    return paths


def add(project: Path, folder: Path, chance: random.Random) -> Callable[[], int]:
    """Take in a few new texts."""
    paths = write_texts(folder / "texts", chance, count=2)
    return command("add", *paths, "-p", project)


def build(project: Path, folder: Path, chance: random.Random) -> Callable[[], int]:
    """Build the record."""
    return command("build", "record", "-p", project)


def script(project: Path, folder: Path, chance: random.Random) -> Callable[[], int]:
    """Build the record and the script from it."""
    return command("build", "script", "-p", project)


def decide(project: Path, folder: Path, chance: random.Random) -> Callable[[], int]:
    """Make a few decisions about items of the record, each with a command of its own."""
    held = json.loads((project / "build" / "record" / "record.json").read_text("utf-8"))
    events = [row["id"] for row in held["events"]]
    statements = [row["id"] for row in held["statements"]]
    chosen = [_decision(chance, events, statements) for _ in range(6)]

    def work() -> int:
        for what in chosen:
            with contextlib.suppress(SystemExit):
                main(["decide", *what, "--why", "seen", "--json", "-p", str(project)])
        return 0

    return work


def _decision(chance: random.Random, events: list[str], statements: list[str]) -> list[str]:
    # Some change what is built, and some do not.
    kinds = []
    if events:
        day = f"2025-03-{chance.randint(1, 28):02d}"
        event = chance.choice(events)
        kinds += [[event, "correct", f"date={day}"], [event, "confirm"]]
    if statements:
        words = f"ru=Мы договорились о {chance.randint(2, 99)} проектах"
        kinds.append([chance.choice(statements), "translate", words])
    return chance.choice(kinds)


def review(project: Path, folder: Path, chance: random.Random) -> Callable[[], int]:
    """Answer questions with single keys, as at a terminal; each kept answer is told at once."""
    keys = iter([*chance.choices("yyyyn bu", k=12), "q"])

    class Telling(LedgerDecider):
        def _keep(self, *arguments: Any) -> int:
            number = super()._keep(*arguments)
            print(f"kept line {number}", flush=True)
            return number

    def work() -> int:
        click.getchar = lambda: next(keys)
        reviewing.LedgerDecider = Telling
        main(["review", "--all", "-p", str(project)])
        return 0

    return work


def watch(project: Path, folder: Path, chance: random.Random) -> Callable[[], int]:
    """Keep the project open while texts come one by one."""
    paths = write_texts(folder / "texts", chance, count=3)

    def work() -> int:
        opened = OpenProject(project)
        opened.update()
        for path in paths:
            for taken in add_files(opened.workspace, [path], at="2026-01-01T00:00:00Z", who="Aru"):
                print(f"  {taken.outcome:8} {path}  [", flush=True)
            if opened.update().failed:
                return 1
        opened.close()
        return 0

    return work


ACTIONS = {
    "add": add,
    "build": build,
    "decide": decide,
    "review": review,
    "script": script,
    "watch": watch,
}


def acknowledged(said: str, promised: Promised) -> None:
    """Note what a piece of work said was done; a last line that was cut off does not count."""
    for line in said.split("\n")[:-1]:
        if kept := re.match(r' "digest": "(\w{64})"', line):
            promised.decisions.add(kept[1])
        elif answered := re.match(r"kept line (\d+)$", line):
            promised.lines.add(int(answered[1]))
        elif taken := re.match(r"  taken    (.+)  \[", line):
            promised.sources.add(hashlib.sha256(Path(taken[1]).read_bytes()).hexdigest())
