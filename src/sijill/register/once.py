"""What is worked out from a register goes in; it comes out as something that is done once for each.

A register does not change, but is too large to be told from another by all that it holds.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from sijill.register.entries import Register

P = ParamSpec("P")
T = TypeVar("T")

#: Of so many registers and languages what was found is kept, then it is forgotten.
_MOST = 32


def once_for_register(
    work: Callable[Concatenate[Register, P], T],
) -> Callable[Concatenate[Register, P], T]:
    """Keep what a function gives for a register and arguments, which must be hashable."""
    kept: dict[object, tuple[Register, T]] = {}

    @wraps(work)
    def ask(register: Register, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (id(register), args, tuple(sorted(kwargs.items())) if kwargs else ())
        known = kept.get(key)
        # Another register may lie where one lay that is gone.
        if known is not None and known[0] is register:
            return known[1]
        if len(kept) >= _MOST:
            kept.clear()
        found = work(register, *args, **kwargs)
        kept[key] = (register, found)
        return found

    return ask
