"""Rows add up to the same, in C as in Python, to the last bit."""

from __future__ import annotations

import random

import numpy as np
import pytest

from sijill.row_sums import plain_sums
from sijill.word_tables import KERNELS


def _rows(*numbers: int) -> bytes:
    return np.array(numbers, np.intc).tobytes()


def test_the_columns_asked_for_are_added_up() -> None:
    table = np.array([[1.0, 2.0, 4.0], [10.0, 20.0, 40.0]])
    assert plain_sums(table, 3, _rows(0, 1, 1), (2, 0)) == [84.0, 21.0]
    assert plain_sums(table, 3, _rows(0), ()) == []


@pytest.mark.skipif(KERNELS is None, reason="the C was not built")
def test_sums_are_the_same_in_c() -> None:
    chance = random.Random(7)
    for width in (2, 3, 58):
        table = np.array([[chance.gauss(0, 3) for _ in range(width)] for _ in range(40)])
        for count in (1, 2, 7, 8, 9, 130):
            rows = _rows(*(chance.randrange(40) for _ in range(count)))
            columns = tuple(chance.choices(range(width), k=chance.randrange(6)))
            found = KERNELS.sum_columns(table, width, rows, columns)
            assert found == plain_sums(table, width, rows, columns)


@pytest.mark.skipif(KERNELS is None, reason="the C was not built")
@pytest.mark.parametrize("count", [1, 2, 9])
def test_a_sum_of_nothing_has_the_same_sign_in_c(count: int) -> None:
    table = np.full((1, 2), -0.0)
    found = KERNELS.sum_columns(table, 2, _rows(*[0] * count), (0, 1))
    assert repr(found) == repr(plain_sums(table, 2, _rows(*[0] * count), (0, 1)))


@pytest.mark.skipif(KERNELS is None, reason="the C was not built")
def test_what_a_table_does_not_hold_is_no_sum() -> None:
    table = np.ones((2, 3))
    for rows, columns in ((_rows(2), (0,)), (_rows(-1), (0,)), (_rows(0), (3,)), (_rows(0), (-1,))):
        with pytest.raises(IndexError):
            KERNELS.sum_columns(table, 3, rows, columns)
    for find in (KERNELS.sum_columns, plain_sums):
        for rows, columns in ((_rows(0, 2), (0,)), (_rows(0), (0, 3))):
            with pytest.raises(IndexError):
                find(table, 3, rows, columns)
    with pytest.raises(ValueError, match="nothing to add up"):
        KERNELS.sum_columns(table, 3, b"", (0,))
