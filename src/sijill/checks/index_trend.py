"""A short series of numbers goes in; whether it rises comes out: Mann-Kendall, Theil and Sen.

Mann 1945 and Kendall 1975 for the test, exact for series without ties; Sen 1968 for the slope and
its interval (Hollander and Wolfe, Nonparametric Statistical Methods, 9.3).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache


def mann_kendall(series: Sequence[float]) -> tuple[float, float]:
    """Give Kendall's tau against time and its two-sided p.

    Exact without ties, up to 60 numbers; else by the normal curve with the correction for ties
    and for continuity. Fewer than two numbers give (0, 1).
    """
    n = len(series)
    if n < 2:
        return 0.0, 1.0
    score = _score(series)
    tau = score / (n * (n - 1) / 2)
    if len(set(series)) == n and n <= 60:
        return tau, _exact_p(score, n)
    spread = math.sqrt(_variance(series))
    if spread == 0:
        return 0.0, 1.0
    z = (abs(score) - 1) / spread if score else 0.0
    return tau, min(1.0, math.erfc(max(0.0, z) / math.sqrt(2)))


def theil_sen(series: Sequence[float], *, level: float = 0.95) -> tuple[float, float, float]:
    """Give the median slope per step and its interval; (0, 0, 0) for fewer than two numbers.

    Where the series is too short for the level, the interval is that of all slopes.
    """
    n = len(series)
    slopes = sorted(
        (series[right] - series[left]) / (right - left)
        for left in range(n)
        for right in range(left + 1, n)
    )
    if not slopes:
        return 0.0, 0.0, 0.0
    wide = _quantile(n, (1 - level) / 2) - 2
    low = max(0, (len(slopes) - wide) // 2 - 1)
    high = min(len(slopes) - 1, (len(slopes) + wide) // 2)
    return _median(slopes), slopes[low], slopes[high]


def correlation(left: Sequence[float], right: Sequence[float]) -> float | None:
    """Give Pearson's correlation of two series of one length; None if one of them never moves."""
    n = len(left)
    if n < 2:
        return None
    a, b = sum(left) / n, sum(right) / n
    top = sum((x - a) * (y - b) for x, y in zip(left, right, strict=True))
    below = sum((x - a) ** 2 for x in left) * sum((y - b) ** 2 for y in right)
    return top / math.sqrt(below) if below > 1e-18 else None


def _score(series: Sequence[float]) -> int:
    return sum(
        (series[right] > series[left]) - (series[right] < series[left])
        for left in range(len(series))
        for right in range(left + 1, len(series))
    )


def _variance(series: Sequence[float]) -> float:
    n = len(series)
    ties = [sum(v == value for v in series) for value in set(series)]
    return (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18


@cache
def _orders(n: int) -> tuple[int, ...]:
    """Give how many orders of n numbers have 0, 1, 2 … pairs the wrong way round."""
    counts = [1]
    for size in range(2, n + 1):
        longer = [0] * (len(counts) + size - 1)
        for at, count in enumerate(counts):
            for step in range(size):
                longer[at + step] += count
        counts = longer
    return tuple(counts)


def _exact_p(score: int, n: int) -> float:
    counts = _orders(n)
    pairs = n * (n - 1) // 2
    wrong = (pairs - abs(score)) // 2
    tail = sum(counts[: wrong + 1])
    return min(1.0, 2 * tail / math.factorial(n))


def _quantile(n: int, tail: float) -> int:
    """Give the smallest score that chance reaches at most with the probability `tail`.

    Above all scores where even the highest is likelier.
    """
    pairs = n * (n - 1) // 2
    total = math.factorial(n)
    seen = 0
    best = pairs + 2
    for wrong, count in enumerate(_orders(n)):
        seen += count
        if seen / total > tail:
            break
        best = pairs - 2 * wrong
    return best


def _median(values: Sequence[float]) -> float:
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
