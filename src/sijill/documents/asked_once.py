"""A function of one word or two goes in; one that asks it once for each, and keeps it, comes out.

What a table tells of a language is asked thousands of times in a text, where even
`functools.cache`, which makes a tuple of the words, takes its time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from sijill.documents.kernels import KERNELS

F = TypeVar("F", bound=Callable[..., Any])


def asked_once(function: F) -> F:
    """Keep what a function gives for each word or two: words of a language or its tables, no text.

    They are given by their places. With more words it may be asked each time.
    """
    kept: Any = cache(function)
    asking: F = kept if KERNELS is None else KERNELS.asked_once(kept)
    return asking
