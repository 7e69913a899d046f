"""Counts go in; a rate with its interval comes out, the word that the interval allows, and how many
further cases would change that word.

The interval is Jeffreys' (Beta(1/2, 1/2) prior) at 95 %; the word follows the interval and never
the rate. A feature that is only told of when it is there ("a luncheon") cannot be counted over the
cases that tell of it: then the cases of which nothing is told stay in the count, and the interval
reaches from none of them having it to all.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

_LEVEL = 0.95
#: So many further cases are tried for one that changes the word.
TIPPING_LIMIT = 200
_POOL_CASES = 5


@dataclass(frozen=True, slots=True)
class Rate:
    """How rare: `k` of `n`, the posterior mean, its interval, surprisal in bits, and the word.

    Of `silent` of the `n` nothing is told; `mean` and `bits` are then those of the highest rate.
    """

    k: int
    n: int
    mean: float
    low: float
    high: float
    bits: float
    word: str
    silent: int = 0


@lru_cache(maxsize=4096)
def rate(k: int, n: int, silent: int = 0) -> Rate:
    """Reckon a rate from `k` of `n` cases, of `silent` of which nothing is told.

    Raises ValueError unless `0 <= k <= n - silent`.
    """
    most = k + silent
    if not 0 <= k <= most <= n:
        raise ValueError(f"{k} of {n}, {silent} silent, is no count")
    tail = (1 - _LEVEL) / 2
    low = 0.0 if k == 0 else beta_quantile(tail, k + 0.5, n - k + 0.5)
    high = 1.0 if most == n else beta_quantile(1 - tail, most + 0.5, n - most + 0.5)
    mean = (most + 0.5) / (n + 1)
    return Rate(k, n, mean, low, high, -math.log2(mean), _word(low, high), silent)


def _word(low: float, high: float) -> str:
    if high < 0.10:
        return "rare"
    if high < 0.25:
        return "uncommon"
    if low > 0.50:
        return "usual"
    if low > 0.10:
        return "not_rare"
    return "too_few"


@lru_cache(maxsize=4096)
def tipping_number(k: int, n: int, silent: int = 0) -> int | None:
    """Give the smallest number of further cases, all with the feature or all without it, that
    changes the word; None when two hundred do not.
    """
    word = rate(k, n, silent).word
    for more in range(1, TIPPING_LIMIT + 1):
        with_it, without = rate(k + more, n + more, silent), rate(k, n + more, silent)
        if with_it.word != word or without.word != word:
            return more
    return None


def pooled(narrow: Rate, broad: Rate) -> float | None:
    """Give the rate of a narrow class drawn towards that of the broad one that holds it.

    The broad rate weighs as much as five cases. None where nothing is told of some cases.
    """
    if narrow.silent or broad.silent:
        return None
    return (narrow.k + _POOL_CASES * broad.mean) / (narrow.n + _POOL_CASES)


def beta_quantile(p: float, a: float, b: float) -> float:
    """Give the `p` quantile of Beta(a, b) by bisection, exact to 1e-12."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if beta_cdf(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_cdf(x: float, a: float, b: float) -> float:
    """Give the regularised incomplete beta function I_x(a, b) by its continued fraction.

    Follows DLMF 8.17.22 (https://dlmf.nist.gov/8.17), evaluated by the modified Lentz method.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1.0 - beta_cdf(1 - x, b, a)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    tiny = 1e-300
    fraction = c = 1.0
    d = 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    fraction = d
    for m in range(1, 300):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 + numerator * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + numerator / c
            c = c if abs(c) > tiny else tiny
            fraction *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return front * fraction / a
