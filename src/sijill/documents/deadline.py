"""A number of seconds goes in; from then on work that asks `check` is stopped when they are over.

Layers of reading ask in their loops, so that they stop where nothing is left half done: no signal
and no other thread breaks in. Counted is the time that this thread works, not the time that passes:
a busy machine does not make a text too long.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

#: The clock is looked at once in so many questions; between two lie microseconds.
_OFTEN = 64


class OutOfTimeError(Exception):
    """The time for a document is over."""


class _Deadline:
    """When the time is over, in seconds of this thread, and how soon the clock is looked at."""

    __slots__ = ("end", "left")

    def __init__(self, end: float) -> None:
        self.end = end
        self.left = _OFTEN


_current: ContextVar[_Deadline | None] = ContextVar("deadline", default=None)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Let `check` stop what runs inside of the block when it has worked for so long."""
    token = _current.set(_Deadline(time.thread_time() + seconds))
    try:
        yield
    finally:
        _current.reset(token)


def check() -> None:
    """Go on if there is time left, or no limit.

    Raises OutOfTimeError when the time is over, and then each time it is asked.
    """
    deadline = _current.get()
    if deadline is None:
        return
    deadline.left -= 1
    if deadline.left <= 0:
        if time.thread_time() > deadline.end:
            raise OutOfTimeError
        deadline.left = _OFTEN
