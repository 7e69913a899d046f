"""A number of seconds goes in; from then on work that asks `check` is stopped when they are over.

Layers of reading ask in their loops, so that they stop where nothing is left half done: no signal
and no other thread breaks in. Counted is the time that this thread works, not the time that passes:
a busy machine does not make a text too long.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sijill.documents.kernels import KERNELS

#: The clock is looked at once in so many questions (`native/questions.c`, too); between two lie
#: microseconds.
_OFTEN = 64
#: How many questions are left until then.
_left = [_OFTEN]


class OutOfTimeError(Exception):
    """The time for a document is over."""


#: When the time is over, in seconds of this thread, and before when it cannot be, by the clock that
#: goes on while others work: to look at that takes a fortieth. None without a limit.
_end: ContextVar[tuple[float, float] | None] = ContextVar("end", default=None)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Let `check` stop what runs inside of the block when it has worked for so long."""
    token = _end.set((time.thread_time() + seconds, time.monotonic() + seconds))
    try:
        yield
    finally:
        _end.reset(token)


def _look() -> None:
    """Look at the clock. Raises OutOfTimeError when the time is over."""
    end = _end.get()
    if end is not None and time.monotonic() >= end[1] and time.thread_time() > end[0]:
        raise OutOfTimeError


def asked_at_times(function: Callable[[], None]) -> Callable[[], None]:
    """Give a function that asks another once in so many questions of all threads.

    When that raises something, it is asked each time until it does not. The questions of all such
    functions are counted together.
    """

    def ask() -> None:
        _left[0] -= 1
        if _left[0] <= 0:
            function()
            _left[0] = _OFTEN

    return ask


#: Goes on if there is time left, or no limit: asked a thousand times in a text. Raises
#: OutOfTimeError when the time is over, and then each time it is asked.
check: Callable[[], None] = (asked_at_times if KERNELS is None else KERNELS.asked_at_times)(_look)
