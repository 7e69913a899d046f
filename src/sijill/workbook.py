"""What units of work gave goes in, with all that each was worked out from; it comes out again as
long as that is the same.

Who is who and the record are worked out unit by unit: a source, the bearers of a name, a happening,
a row. A build that is given the workbook of the one before does only those units again of which
something has changed. It is never written to a file: a unit that is not in it is worked out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar, cast

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
S = TypeVar("S")


@dataclass(slots=True)
class _Done(Generic[V]):
    """One unit: what it was given, what it gave, and the build that used it last."""

    given: tuple[Any, ...]
    value: V
    used: int
    marks: Collection[Hashable] = ()


class Page(Generic[V]):
    """The units of one kind, each with a key of its own."""

    def __init__(self, *, keeps: bool = True) -> None:
        self._done: dict[Hashable, _Done[V]] = {}
        self._marked: dict[Hashable, set[Hashable]] = defaultdict(set)
        #: What all units gave that were last taken over at once, and whether this build did so.
        self._taken: dict[Hashable, Any] = {}
        self._is_whole = False
        #: Whether anything is kept; where not, each unit is worked out when it is asked for.
        self.keeps = keeps
        self.build = 0
        #: How many units this build has used.
        self._used = 0
        #: How many units were worked out in this build.
        self.made = 0

    def get(self, key: Hashable, given: tuple[Any, ...], make: Callable[[], V]) -> V:
        """Give what a unit gave for the same things, or what `make` gives for these."""
        done = self._same(key, given)
        return self.put(key, given, make()) if done is None else done.value

    def known(self, key: Hashable, given: tuple[Any, ...]) -> V | None:
        """Give what a unit gave for the same things; None where it was given others, or gave it."""
        done = self._same(key, given)
        return None if done is None else done.value

    def _same(self, key: Hashable, given: tuple[Any, ...]) -> _Done[V] | None:
        done = self._done.get(key)
        # Tuples of the very same things are equal without a look into these.
        if done is None or done.given != given:
            return None
        # The next time these very things may come again, and need no look into them.
        done.given = given
        if done.used != self.build:
            done.used = self.build
            self._used += 1
        return done

    def each(
        self, units: Iterable[tuple[Hashable, tuple[Any, ...]]], make: Callable[..., V]
    ) -> list[V]:
        """Give what many units gave, of each its key and what it is given, and `make` is."""
        return [self.get(key, given, partial(make, *given)) for key, given in units]

    def take_over(
        self,
        keys: Iterable[K],
        doubted: Iterable[K],
        given: Callable[[K], tuple[Any, ...]],
        make: Callable[..., V],
    ) -> list[V]:
        """Give what the units of these keys gave before: all of the page, each once.

        Looked into are only those that are new and those `doubted`, so that thousands of others
        cost next to nothing: all that may be given something else than in the build before must be
        among these. `given` says what a unit is given, and `make` is called with that.
        """

        def ask(key: K) -> V:
            own = given(key)
            return self.get(key, own, partial(make, *own))

        return self.take_over_by(keys, doubted, ask)

    def take_over_by(
        self, keys: Iterable[K], doubted: Iterable[K], ask: Callable[[K], S]
    ) -> list[S]:
        """Do the same, but `ask` what a unit gives that is new or doubted."""
        if not self.keeps:
            return list(map(ask, keys))
        taken, wanted = self._taken, dict.fromkeys(keys)
        for key in taken.keys() - wanted.keys():
            del taken[key]
            self._forget(key)
        due: set[Hashable] = {*doubted, *(wanted.keys() - taken.keys())}
        for key in [key for key in wanted if key in due]:
            taken[key] = ask(key)
        self._is_whole = True
        return list(map(taken.__getitem__, wanted))

    def put(
        self,
        key: Hashable,
        given: tuple[Any, ...],
        value: V,
        marks: Collection[Hashable] = (),
    ) -> V:
        """Note what a unit gives, in place of what it gave before.

        By its marks it is found again: `marked`.
        """
        self.made += 1
        if self.keeps:
            self._forget(key)
            self._done[key] = _Done(given, value, self.build, marks)
            self._used += 1
            for mark in marks:
                self._marked[mark].add(key)
        return value

    def marked(self, marks: Iterable[Hashable]) -> set[Hashable]:
        """Give the keys of the units that have one of these marks."""
        return {key for mark in marks for key in self._marked.get(mark, ())}

    def _forget(self, key: Hashable) -> None:
        done = self._done.pop(key, None)
        self._used -= done is not None and done.used == self.build
        for mark in done.marks if done is not None else ():
            self._marked[mark].discard(key)
            if not self._marked[mark]:
                del self._marked[mark]

    def turn(self) -> None:
        """Begin a new build; what the last one did not use goes."""
        if not self._is_whole:
            self._taken.clear()
        if self._used < len(self._done) and not self._is_whole:
            for key in [key for key, done in self._done.items() if done.used != self.build]:
                self._forget(key)
        self.build, self._used, self._is_whole = self.build + 1, 0, False
        self.made = 0


#: Stands for what is not there, and equals nothing else.
_NOTHING = object()


class Workbook:
    """The pages of all kinds of units, and what grows from build to build.

    With `keeps=False` nothing is kept: for a single build, after which nobody would ask.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._pages: dict[str, Page[Any]] = {}
        self._grown: dict[str, Any] = {}
        self._parts: dict[str, tuple[object, Workbook]] = {}

    def page(self, kind: str) -> Page[Any]:
        """Give the page of one kind of unit."""
        if kind not in self._pages:
            self._pages[kind] = Page(keeps=self._keeps)
        return self._pages[kind]

    def grown(self, name: str, make: Callable[[], S]) -> S:
        """Give what grows from build to build under a name, made when it is asked for first."""
        if not self._keeps:
            return make()
        if name not in self._grown:
            self._grown[name] = make()
        return cast(S, self._grown[name])

    def keep(self, name: str, value: object) -> None:
        """Keep a value under a name in place of the one before."""
        if self._keeps:
            self._grown[name] = value

    def changed_in(self, name: str, now: Mapping[K, Any]) -> set[K]:
        """Give the keys of what is not there as it was when this was asked under the name before.

        Those that are gone are among them.
        """
        before: Mapping[K, Any] = self._grown.get(name, {})
        self.keep(name, now)
        known = before.get
        found = {k for k, v in now.items() if (old := known(k, _NOTHING)) is not v and old != v}
        return found | (before.keys() - now.keys())

    def within(self, name: str, of: object = None) -> Workbook:
        """Give a workbook of its own for a part of the work that has the same kinds of units.

        It is a new one when it is `of` something else than the one of that name before.
        """
        known = self._parts.get(name)
        if known is None or known[0] != of:
            known = self._parts[name] = of, Workbook(keeps=self._keeps)
        return known[1]

    def turn(self) -> None:
        """Begin a new build; call it when one is done."""
        for page in self._pages.values():
            page.turn()
        for _, part in self._parts.values():
            part.turn()

    def made(self) -> dict[str, int]:
        """Say how many units of each kind this build worked out."""
        return {kind: page.made for kind, page in self._pages.items() if page.made}
