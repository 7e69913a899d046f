"""A piece of work goes in; it runs in a process of its own, is killed, and what it had said and
how far it came come out.

Killed means SIGKILL to the whole process group: nothing is cleaned up, no `finally` runs. The
moment is either a time, or a step that changes the disk (a file opened for writing, renamed,
removed), counted from the beginning of the work, so that the moments between two writes are met
as often as the long ones of reading and computing.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: What changes the disk, among the events of Python's audit hooks; `open` counts when it writes.
_STEPS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate"}


@dataclass(frozen=True)
class Moment:
    """When to kill: after so many seconds, or before the step of that number (1-based)."""

    seconds: float | None = None
    step: int | None = None

    def __str__(self) -> str:
        return f"step {self.step}" if self.seconds is None else f"{self.seconds:.3f} s"


@dataclass(frozen=True)
class Run:
    """What became of a piece of work: exit status (None when killed), its words, seconds, steps."""

    status: int | None
    said: str
    seconds: float
    steps: int


def run(work: Callable[[], int], log: Path, *, moment: Moment | None = None) -> Run:
    """Run `work` in a forked process of its own group, and kill it at `moment` if one is given.

    What it prints goes to the file `log`. Its exit status is what `work` returns, 70 if it raises.
    """
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        _be_child(work, log, moment.step if moment else None)
    if moment is not None and moment.seconds is not None:
        time.sleep(moment.seconds)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
    _, raw = os.waitpid(child, 0)
    status = os.waitstatus_to_exitcode(raw)
    said = log.read_text("utf-8") if log.exists() else ""
    counted = log.with_suffix(".steps")
    steps = int(counted.read_text() or 0) if counted.exists() else 0
    for path in (log, counted):
        path.unlink(missing_ok=True)
    ended = time.monotonic()
    return Run(None if status == -signal.SIGKILL else status, said, ended - began, steps)


def _be_child(work: Callable[[], int], log: Path, step: int | None) -> None:
    status = 70
    try:
        os.setsid()
        out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(out, 1)
        os.dup2(out, 2)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        counted = _count_steps(step)
        try:
            status = work()
        except SystemExit as stopped:
            status = stopped.code if isinstance(stopped.code, int) else 0
        with open(log.with_suffix(".steps"), "w") as told:
            told.write(str(counted[0]))
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _count_steps(last: int | None) -> list[int]:
    counted = [0]
    writing = os.O_WRONLY | os.O_RDWR

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            flags = arguments[2]
            if not (isinstance(flags, int) and flags & writing):
                return
        elif event not in _STEPS:
            return
        counted[0] += 1
        if counted[0] == last:
            os.killpg(0, signal.SIGKILL)

    sys.addaudithook(hook)
    return counted
