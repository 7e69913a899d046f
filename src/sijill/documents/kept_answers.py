"""A function of a text goes in; one that keeps its last answer comes out.

Several layers of reading ask the same of a text in turn, and never again once it is read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

_forget: list[Callable[[], None]] = []


def kept_while_read(tell: Callable[..., T]) -> Callable[..., T]:
    """Let a function of a text, or of a passage, tell the same of it only once."""
    kept = lru_cache(maxsize=1)(tell)
    when_forgetting(kept.cache_clear)
    return kept


def when_forgetting(forget: Callable[[], None]) -> None:
    """Let something else be let go of, too, when texts are forgotten."""
    _forget.append(forget)


def forget_texts() -> None:
    """Let go of what is kept of the last text.

    The next one would take its place, but not everywhere: by the time that all of it is gone its
    memory has long left the processor's cache, and giving it back takes longer.
    """
    for forget in _forget:
        forget()
