"""How good the band and the words of the relationship index are, on histories that are made up.

    PYTHONPATH=src python benchmarks/index.py [--histories 120] [--settings]

A history is 34 years of contacts at a rate that is steady or wanders, with leaders' meetings beside
them. A part of it is hidden, each year by a share drawn as the index supposes; then the index of
what is left is held against that of the whole. `--settings` tries other shapes and windows of the
rate: run it again when `_unseen` in `checks/index_simulation.py` or the settings change.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace

import numpy as np

from sijill.checks.index_contacts import Contact
from sijill.checks.index_coverage import Coverage, assumed
from sijill.checks.index_parameters import Parameters, load_parameters
from sijill.checks.index_simulation import draw, points, recorded_stocks

YEARS = tuple(range(1992, 2026))
LEADERS_A_YEAR = 0.3
#: How much of a year's rate is still there a year later.
MEMORY = 0.7
#: Contacts a year, and how far the logarithm of their rate wanders.
KINDS = ((1, 0.0), (2, 0.5), (4, 0.5), (2, 1.0))
#: Coverage: that of the table, and others for all years.
SHARES = (None, 0.2, 0.5, 0.8)


@dataclass(frozen=True, slots=True)
class Score:
    """How often the band held the truth, by how much the median missed, how many words erred."""

    held: float
    bias: float
    said: int
    wrong: float


def history(random: np.random.RandomState, rate: float, swing: float) -> list[Contact]:
    """Make the contacts of a relation; values are in the order of the table of dimensions."""
    places = {d.id: at for at, d in enumerate(load_parameters().dimensions)}
    found = []
    state = 0.0
    for year in YEARS:
        state = MEMORY * state + random.normal() * swing * np.sqrt(1 - MEMORY**2)
        for leaders, expected in (
            (False, rate * np.exp(state - swing**2 / 2)),
            (True, LEADERS_A_YEAR),
        ):
            for _ in range(random.poisson(expected)):
                values = [0.0] * len(places)
                usual = [0.4, 0.6, 0.8] if leaders else [0.13, 0.2, 0.22, 0.3]
                values[places["dialogue"]] = random.choice(usual)
                if random.random_sample() < 0.4:
                    values[places["agreements"]] = random.choice([0.2, 0.3, 0.8])
                if random.random_sample() < 0.3:
                    values[places["economy"]] = random.choice([0.18, 0.3])
                if random.random_sample() < 0.2:
                    values[places["people"]] = 0.3
                at = year + random.random_sample()
                found.append(
                    Contact(f"{at:.9f}", year, at, tuple(values), leaders, True, (), frozenset())
                )
    return found


def measure(
    parameters: Parameters, rate: float, swing: float, share: float | None, histories: int
) -> Score:
    """Hold the index of what is left of each history against that of the whole."""
    random = np.random.RandomState(11)
    held, missed, said, wrong = [], [], 0, 0
    spread = parameters.settings["coverage_spread"]
    for _ in range(histories):
        whole = history(random, rate, swing)
        coverage = [
            assumed(year, parameters)
            if share is None
            else Coverage(share, spread * share, spread * (1 - share), measured=False)
            for year in YEARS
        ]
        shares = {y: random.beta(c.a, c.b) for y, c in zip(YEARS, coverage, strict=True)}
        seen = [
            c for c in whole
            if random.random_sample()
            < (parameters.settings["leader_coverage"] if c.is_leaders else shares[c.year])
        ]  # fmt: skip
        if not seen:
            continue
        drawn = draw(seen, YEARS, coverage, parameters)
        truth = points(recorded_stocks(whole, YEARS, parameters), parameters).sum(axis=1)
        low, middle, high = np.quantile(drawn, [0.05, 0.5, 0.95], axis=0)
        held.append(np.mean((low <= truth) & (truth <= high)))
        missed.append(np.mean(middle - truth))
        grew = (drawn[:, 1:] > drawn[:, :-1]).mean(axis=0)
        rose = np.diff(truth) > 0
        told = {c.year for c in seen}
        spoken = np.array([year in told for year in YEARS[1:]])
        up = (grew >= parameters.settings["grew"]) & spoken
        down = (grew <= parameters.settings["fell"]) & spoken
        said += int((up | down).sum())
        wrong += int((up & ~rose).sum() + (down & rose).sum())
    return Score(float(np.mean(held)), float(np.mean(missed)), said, wrong / max(1, said))


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--histories", type=int, default=120)
    options.add_argument("--settings", action="store_true", help="try other shapes and windows")
    given = options.parse_args()
    known = load_parameters()
    if given.settings:
        for shape in (1, 2, 4, 8):
            for window in (2, 3, 5):
                settings = {**known.settings, "rate_shape": shape, "rate_window_years": window}
                other = replace(known, settings=settings)
                scores = [measure(other, *kind, None, given.histories) for kind in KINDS]
                held = " ".join(f"{s.held:.3f} ({s.bias:+.2f})" for s in scores)
                print(f"shape {shape} window {window}: {held}")
        return
    print("coverage  rate swing  band holds  median off  words  wrong")
    for share in SHARES:
        for rate, swing in KINDS:
            score = measure(known, rate, swing, share, given.histories)
            name = "table" if share is None else f"{share:.1f}"
            print(
                f"{name:<10}{rate:>4} {swing:>5}  {score.held:>10.3f}  {score.bias:>+10.2f}"
                f"  {score.said:>5}  {score.wrong:>5.3f}"
            )


if __name__ == "__main__":
    main()
