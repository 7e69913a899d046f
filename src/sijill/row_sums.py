"""A table of numbers, and rows and columns of it, go in; the sum of each column comes out.

Each column is added up in the order of the rows, so that the sums are the same to the last bit
however they are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sijill.word_tables import KERNELS


def sum_columns(
    table: npt.NDArray[np.float64], width: int, rows: bytes, columns: tuple[int, ...]
) -> list[float]:
    """Add up rows of a table in some of its columns.

    The table has `width` columns, two or more, and lies in memory row by row; `rows` are the
    numbers of one row or more, each an `int` of C. Gives a sum for each of `columns`.

    Raises IndexError for a row or a column behind the last one of the table.
    """
    every = np.add.reduce(table.take(np.frombuffer(rows, np.intc), axis=0))
    sums: list[float] = [every[column].item() for column in columns]
    return sums


plain_sums = sum_columns

# The same in C, where that was built: no row is read but in the columns asked for.
if not TYPE_CHECKING and KERNELS is not None:
    sum_columns = KERNELS.sum_columns
