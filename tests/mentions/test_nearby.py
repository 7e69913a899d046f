"""Candidates are found by the stretch of text that they touch, in C as in Python."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from sijill.mentions.candidates import CELL, Nearby, PlainNearby
from sijill.word_tables import KERNELS


class Placed(NamedTuple):
    """What stands somewhere in a text."""

    start: int
    end: int


@pytest.fixture(params=[PlainNearby, Nearby] if KERNELS is not None else [PlainNearby])
def make(request: pytest.FixtureRequest) -> Callable[..., Any]:
    kind: Callable[..., Any] = request.param
    return kind


def test_those_that_share_a_character_are_found_as_they_were_put_in(
    make: Callable[..., Any],
) -> None:
    near = make(Placed(*at) for at in ((9, 12), (2, 5), (4, 9)))
    assert near.within(4, 10) == [(9, 12), (2, 5), (4, 9)]
    assert near.overlapping(Placed(5, 9)) == [(4, 9)]
    assert near.within(12, 900) == near.within(-4, 2) == make().within(0, 9) == []
    near.add(Placed(12, 14))
    assert near.within(11, 900) == [(9, 12), (12, 14)]


def test_candidates_may_be_given_by_name_and_by_no_other(make: Callable[..., Any]) -> None:
    assert make(candidates=[Placed(0, 4)]).within(0, 3) == [(0, 4)]
    with pytest.raises(TypeError):
        make(spans=[Placed(0, 4)])


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
@pytest.mark.parametrize("edge", [2**63 - 1, -(2**63), 2**60])
@pytest.mark.parametrize("width", [1, CELL])
def test_a_place_that_no_text_has_is_refused(edge: int, width: int) -> None:
    def check() -> None: ...

    for one in (Placed(0, edge), Placed(edge, 0), Placed(edge, edge)):
        with pytest.raises(OverflowError, match="no text has such a place"):
            KERNELS.Nearby(check, width, [one]).within(0, 1)
        with pytest.raises(OverflowError, match="no text has such a place"):
            KERNELS.Nearby(check, width, [Placed(0, 1)]).within(*one)


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_who_asks_while_spans_are_laid_out_finds_each_once() -> None:
    class Asking:
        is_asked = False
        end = 4

        @property
        def start(self) -> int:
            if not self.is_asked:
                self.is_asked = True
                assert len(near.within(0, 9)) == 3
            return 2

    spans: list[Any] = [Placed(0, 1), Asking(), Placed(5, 6)]
    near = KERNELS.Nearby(lambda: None, CELL, spans)
    assert near.within(0, 9) == spans


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_the_kernels_find_what_python_finds() -> None:
    chance = random.Random(6)
    for _ in range(400):
        length = chance.choice((3, CELL, 9 * CELL))

        def some(longest: int, length: int = length) -> Placed:
            start = chance.randrange(length)
            return Placed(start, start + chance.randint(-1, chance.choice((2, longest))))

        placed = [some(3 * CELL) for _ in range(chance.randrange(20))]
        mine, theirs = Nearby(placed), PlainNearby(placed)
        for _ in range(20):
            stretch = some(3 * CELL)
            assert mine.overlapping(stretch) == theirs.overlapping(stretch)
            if chance.random() < 0.2:
                mine.add(stretch)
                theirs.add(stretch)


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_the_clock_is_asked_and_nothing_leaks() -> None:
    def over() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        KERNELS.Nearby(over, CELL, [Placed(0, 1)]).within(0, 1)
    with pytest.raises(AttributeError):
        Nearby([1]).within(0, 1)  # type: ignore[list-item]
    one = Placed(0, 3 * CELL)
    before = sys.getrefcount(one)
    near = Nearby([one, one])
    for _ in range(100):
        near.overlapping(one)
    del near
    assert sys.getrefcount(one) == before
