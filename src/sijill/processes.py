"""A number of processes goes in; a pool of them comes out, which ends as it should.

They are spawned, not forked: a fork would copy the locks of the threads of whoever calls. They
leave an interrupt to their parent, and end when that is gone.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Any

from sijill.errors import WorkspaceFault


def cores() -> int:
    """Say how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def processes(
    count: int,
    *,
    doing: str,
    where: str,
    remedy: str,
    begin: Callable[..., None] | None = None,
    given: tuple[Any, ...] = (),
) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of processes, in each of which `begin` is called first with what is `given`.

    Raises WorkspaceFault, that a process which is `doing` something was stopped from outside, when
    a result is asked of a pool that lost one. At the end nothing of it runs on.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(
        count, mp_context=context, initializer=_begin, initargs=(begin, given)
    )
    try:
        yield pool
    except BrokenProcessPool as fault:
        raise WorkspaceFault(
            f"a process that {doing} was stopped from outside", where=where, remedy=remedy
        ) from fault
    except KeyboardInterrupt:
        for process in list(getattr(pool, "_processes", {}).values()):
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(begin: Callable[..., None] | None, given: tuple[Any, ...]) -> None:
    """Have a process leave interrupts to its parent, and end when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()
    if begin is not None:
        begin(*given)


def _watch(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
