"""The kinds of work that are killed: taking texts in, deciding, building; and what they say when
something is done, which from then on is a promise.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from holding import Promised

from sijill.cli.main import main
from sijill.ledger import append
from sijill.workspace import open_workspace

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


def decide(project: Path, folder: Path, chance: random.Random) -> Callable[[], int]:
    """Make a few decisions about items of the record, each acknowledged once it was kept."""
    record = project / "build" / "record" / "record.json"
    held = json.loads(record.read_text("utf-8")) if record.exists() else {}
    events = [row["id"] for row in held.get("events", [])]
    statements = [row["id"] for row in held.get("statements", [])]
    chosen = [_decision(chance, events, statements) for _ in range(8)]
    path = open_workspace(project).ledger

    def work() -> int:
        for fields in chosen:
            entry = append(
                path,
                at="2025-12-01T00:00:00Z",
                who="Aru",
                what="correction",
                why="seen",
                fields=fields,
            )
            print(f"kept {entry.digest}", flush=True)
        return 0

    return work


def _decision(chance: random.Random, events: list[str], statements: list[str]) -> dict[str, Any]:
    # Some change what is built, some do not, and some are about what is not there any more.
    kinds: list[dict[str, Any]] = [{"item": "gone", "action": "confirm", "values": {}}]
    if events:
        day = f"2025-03-{chance.randint(1, 28):02d}"
        event = chance.choice(events)
        kinds.append({"item": event, "action": "correct", "values": {"date": day}})
        kinds.append({"item": event, "action": "confirm", "values": {}})
    if statements:
        words = {"ru": f"Мы договорились о {chance.randint(2, 99)} проектах"}
        kinds.append({"item": chance.choice(statements), "action": "translate", "values": words})
    return chance.choice(kinds)


ACTIONS = {"add": add, "build": build, "decide": decide}


def acknowledged(said: str, promised: Promised) -> None:
    """Note what a piece of work said was done; a last line that was cut off does not count."""
    for line in said.split("\n")[:-1]:
        if kept := re.match(r"kept (\w{64})$", line):
            promised.decisions.add(kept[1])
        elif taken := re.match(r"  taken    (.+)  \[", line):
            promised.sources.add(hashlib.sha256(Path(taken[1]).read_bytes()).hexdigest())
