"""The Python that make builds with is the best suited of the PATH, and the first of equals."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SPEC = spec_from_file_location("choose_python", ROOT / "tools" / "choose_python.py")
assert SPEC is not None
assert SPEC.loader is not None
TOOL = module_from_spec(SPEC)
SPEC.loader.exec_module(TOOL)

PLAIN, FAST, FAST_WITHOUT_HEADERS = "echo 1 0", "echo 1 1", "echo 0 1"
TOO_OLD, CHATTY = "exit 1", "echo welcome"


@pytest.mark.parametrize(
    ("pythons", "chosen"),
    [
        ([PLAIN, FAST], 1),
        ([FAST, PLAIN], 0),
        ([PLAIN, PLAIN], 0),
        ([FAST, FAST], 0),
        ([PLAIN, FAST_WITHOUT_HEADERS], 0),
        ([FAST_WITHOUT_HEADERS, PLAIN], 1),
        ([TOO_OLD, PLAIN], 1),
        ([CHATTY, PLAIN], 1),
        ([TOO_OLD, None], None),
        ([None, PLAIN], 1),
    ],
)
def test_the_best_suited_is_chosen(
    tmp_path: Path, pythons: list[str | None], chosen: int | None
) -> None:
    folders = []
    for number, answer in enumerate(pythons):
        folder = tmp_path / str(number)
        folder.mkdir()
        folders.append(str(folder))
        if answer is not None:
            python = folder / "python3"
            python.write_text(f"#!/bin/sh\n{answer}\n")
            python.chmod(0o755)
    expected = "python3" if chosen is None else str(tmp_path / str(chosen) / "python3")
    assert TOOL.choose(os.pathsep.join(["", *folders, str(tmp_path / "absent")])) == expected


def test_this_python_answers() -> None:
    answer = TOOL.ask(sys.executable)
    assert answer is not None
    assert set(answer) <= {0, 1}


def test_what_is_printed_can_be_run() -> None:
    said = subprocess.run(
        [sys.executable, ROOT / "tools" / "choose_python.py"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert subprocess.run([said.stdout.strip(), "--version"], check=True).returncode == 0
