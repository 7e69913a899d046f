"""Contacts go in; the index at the end of each year comes out, as recorded and with what is unseen.

A record holds a share of what happened. Each draw adds contacts that it may have missed, so that an
empty year does not read as a fall: how many is drawn from the rate of the years around (gamma and
Poisson), what each adds is the value of a recorded one. Weights are not drawn: they are decisions,
and the runs of `index` vary them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sijill.checks.index_contacts import Contact
from sijill.checks.index_coverage import Coverage
from sijill.checks.index_parameters import Parameters

Floats = NDArray[np.float64]
#: More unseen contacts of one year than this are not drawn one by one.
_MANY = 20


def recorded_stocks(
    contacts: Sequence[Contact], years: Sequence[int], parameters: Parameters, *, pace: float = 1.0
) -> Floats:
    """Give what the record alone adds up to: years x dimensions, with decay, at each year's end.

    `pace` multiplies all half-lives. What lies before the first year counts in
    it, decayed; what lies after the last is left out.
    """
    lives = _lives(parameters, pace)
    added = np.zeros((len(years), len(lives)))
    for contact in contacts:
        if contact.year <= years[-1]:
            at = max(contact.year, years[0])
            left = at + 1 - contact.time
            added[at - years[0]] += np.asarray(contact.values) * 2.0 ** (-left / lives)
    return _stocks(added[:, np.newaxis, :], lives)[:, 0, :]


def points(stocks: Floats, parameters: Parameters) -> Floats:
    """Give what each dimension adds to the index, -100 to 100 in all; the shape is kept."""
    kappa = np.array([d.kappa for d in parameters.dimensions])
    weight = np.array([d.weight for d in parameters.dimensions])
    return np.asarray(100 * weight * stocks / (np.abs(stocks) + kappa))


def draw(
    contacts: Sequence[Contact],
    years: Sequence[int],
    coverage: Sequence[Coverage],
    parameters: Parameters,
    *,
    pace: float = 1.0,
) -> Floats:
    """Draw the index with what the record may have missed: draws x years.

    The generator is MT19937 (`numpy.random.RandomState`, whose streams never change) with the seed
    of the settings, so that the same contacts give the same draws.
    """
    random = np.random.RandomState(parameters.whole("seed"))
    draws = parameters.whole("draws")
    lives = _lives(parameters, pace)
    # What was put off is known or not; nobody can miss it as one misses a meeting.
    held = [c for c in contacts if c.was_held]
    lesser = [c for c in held if not c.is_leaders]
    leaders = [c for c in held if c.is_leaders]
    shares = np.stack([random.beta(c.a, c.b, draws) for c in coverage], axis=1)
    certain = np.full_like(shares, parameters.settings["leader_coverage"])
    added = np.zeros((draws, len(years), len(lives)))
    for pool, share in ((lesser, np.clip(shares, 0.02, 0.999)), (leaders, certain)):
        unseen = _unseen(random, pool, years, share, parameters)
        added += _values(random, pool or held, unseen, lives)
    seen = recorded_stocks(contacts, years, parameters, pace=pace)
    stocks = _stocks(np.moveaxis(added, 0, 1), lives) + seen[:, np.newaxis, :]
    return np.asarray(points(stocks, parameters).sum(axis=2).T)


def _lives(parameters: Parameters, pace: float) -> Floats:
    return np.array([d.half_life * pace for d in parameters.dimensions])


def _stocks(added: Floats, lives: Floats) -> Floats:
    """Carry what each year adds (years x draws x dimensions) over the years, with decay."""
    stocks = np.empty_like(added)
    held = np.zeros_like(added[0])
    for year in range(added.shape[0]):
        held = held * 2.0 ** (-1 / lives) + added[year]
        stocks[year] = held
    return stocks


def _unseen(
    random: np.random.RandomState,
    pool: Sequence[Contact],
    years: Sequence[int],
    share: Floats,
    parameters: Parameters,
) -> NDArray[np.int64]:
    """Draw how many contacts of each year the record lacks: draws x years.

    The rate of a year is drawn about that of the years around it, which comes from their contacts
    and coverage by Jeffreys' prior; with the year's own contacts it becomes sharper.
    """
    counts = np.zeros(len(years))
    for contact in pool:
        if 0 <= contact.year - years[0] < len(years):
            counts[contact.year - years[0]] += 1
    reach, shape = parameters.whole("rate_window_years"), parameters.settings["rate_shape"]
    unseen = np.zeros(share.shape, dtype=np.int64)
    # Sums of these are the gamma variables of the windows, alike for years that lie side by side:
    # where the rate is misjudged, it is misjudged for years on end.
    parts = random.gamma(counts + 0.5 / (2 * reach + 1), 1.0, share.shape)
    for year in range(len(years)):
        near = slice(max(0, year - reach), year + reach + 1)
        around = np.maximum(parts[:, near].sum(axis=1), 1e-9) / share[:, near].sum(axis=1)
        rate = random.gamma(shape + counts[year], 1.0, share.shape[0])
        rate /= shape / around + share[:, year]
        unseen[:, year] = random.poisson(rate * (1 - share[:, year]))
    return unseen


def _values(
    random: np.random.RandomState,
    pool: Sequence[Contact],
    unseen: NDArray[np.int64],
    lives: Floats,
) -> Floats:
    """Give what the unseen contacts add at the end of their year: draws x years x dimensions."""
    draws, years = unseen.shape
    if not pool or not unseen.any():
        return np.zeros((draws, years, len(lives)))
    added = _summed(random, pool, np.where(unseen > _MANY, unseen, 0), lives)
    unseen = np.where(unseen > _MANY, 0, unseen)
    total = int(unseen.sum())
    cell = np.repeat(np.arange(draws * years), unseen.ravel())
    # Each draw has a pool of its own, drawn from the recorded ones: they are a sample themselves.
    pools = random.randint(len(pool), size=(draws, len(pool)))
    chosen = pools[cell // years, random.randint(len(pool), size=total)]
    worth = np.array([c.values for c in pool])
    left = random.random_sample(total)
    for place, life in enumerate(lives):
        if not worth[:, place].any():
            continue
        fresh = worth[chosen, place] * np.exp2(left * (-1 / life))
        sums = np.bincount(cell, weights=fresh, minlength=draws * years)
        added[:, :, place] += sums.reshape(draws, years)
    return added


def _summed(
    random: np.random.RandomState,
    pool: Sequence[Contact],
    unseen: NDArray[np.int64],
    lives: Floats,
) -> Floats:
    """Give what many unseen contacts of a year add: their sum is as good as normal."""
    worth = np.array([c.values for c in pool])
    added = np.zeros((*unseen.shape, len(lives)))
    if not unseen.any():
        return added
    for place, life in enumerate(lives):
        values = worth[:, place]
        # The mean of 2 ** (-left / life), and of its square, for a day drawn from the year.
        kept = (1 - 2 ** (-1 / life)) * life / np.log(2)
        square = (1 - 2 ** (-2 / life)) * life / (2 * np.log(2))
        spread = values.std() / np.sqrt(len(values))
        mean = kept * (values.mean() + spread * random.standard_normal((len(unseen), 1)))
        variance = square * np.mean(values**2) - (kept * values.mean()) ** 2
        noise = random.standard_normal(unseen.shape) * np.sqrt(unseen * max(variance, 0.0))
        added[:, :, place] = unseen * mean + noise
    return added
