"""A class of plain values goes in; a dataclass that nobody may change comes out.

Who would change one is told by the type checker, so that a reading need not ask while it runs: a
frozen dataclass, which does, takes four times as long to make, and a text makes two thousand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def immutable(made: type[T]) -> type[T]: ...


@overload
def immutable(*, order: bool) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def immutable(
    made: type[T] | None = None, *, order: bool = False
) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a dataclass with slots that is compared and hashed by its fields, and is not to change.

    One that gives its own hash keeps it. `order` lets values be compared by size, too.
    """

    def make(made: type[T]) -> type[T]:
        own_hash = "__hash__" in vars(made)
        return dataclass(slots=True, unsafe_hash=not own_hash, order=order)(made)

    return make if made is None else make(made)
