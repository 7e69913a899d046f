"""Contacts and the sources that tell them go in; which share of each year is recorded comes out.

Measured where two families of sources, one of each side, tell enough of the same: Chapman's
estimate of capture and recapture (Chapman 1951; its variance: Seber 1970). Else it is assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijill.checks.index_contacts import Contact
from sijill.checks.index_parameters import Parameters
from sijill.languages import HOMES
from sijill.record.items import SourceNote, Voice
from sijill.reuse.outlets import country_of

#: No record holds everything, none holds nothing.
HIGHEST, LOWEST = 0.99, 0.02


@dataclass(frozen=True, slots=True)
class Coverage:
    """The share of a year's contacts that the record holds; drawn from Beta(a, b)."""

    share: float
    a: float
    b: float
    measured: bool


def side_by_source(
    sources: Sequence[SourceNote], voices: Iterable[Voice], between: tuple[str, str]
) -> dict[str, str]:
    """Give for each source the state from whose side it speaks, as far as that is one of the two.

    Copies and translations of one text are one voice: told by outlets of both sides, it is nobody's
    own report, and counts for neither. Where outlets say nothing, a language with one home does.
    """
    notes = {note.id: note for note in sources}
    found = {}
    for voice in [*voices, *(Voice(n.id, (n.id,)) for n in sources)]:
        members = [notes[s] for s in voice.sources if s in notes and s not in found]
        sides = {country_of(note.outlet, note.url) for note in members} & set(between)
        if not sides:
            sides = {HOMES.get(note.language) for note in members} & set(between)
        side = sides.pop() if len(sides) == 1 else None
        found.update({note.id: side for note in members})
    return {source: side for source, side in found.items() if side is not None}


def coverage_by_year(
    contacts: Iterable[Contact],
    years: Sequence[int],
    side: Mapping[str, str],
    between: tuple[str, str],
    parameters: Parameters,
) -> dict[int, Coverage]:
    """Give the coverage of each year, from its own contacts or with those of the years around it.

    `side` is that of `side_by_source`. Meetings of leaders are left out: nobody misses them, so
    they say nothing about the others.
    """
    told = [
        (contact.year, {side.get(s) for s in contact.sources} - {None})
        for contact in contacts
        if contact.was_held and not contact.is_leaders
    ]
    window = parameters.whole("coverage_window_years")
    found = {}
    for year in years:
        measured = None
        for reach in (0, window):
            near = [sides for at, sides in told if abs(at - year) <= reach]
            measured = measured or _measured(near, between, parameters)
        found[year] = measured or assumed(year, parameters)
    return found


def assumed(year: int, parameters: Parameters, *, factor: float = 1.0) -> Coverage:
    """Give the coverage assumed for a year, times a factor."""
    share = min(HIGHEST, max(LOWEST, parameters.assumed_coverage(year) * factor))
    spread = parameters.settings["coverage_spread"]
    return Coverage(share, spread * share, spread * (1 - share), measured=False)


def chapman(first: int, second: int, both: int) -> tuple[float, float]:
    """Give Chapman's estimate of how many there are, and its variance (Seber 1970).

    `first` and `second` were caught by either family, `both` by both.
    """
    number = (first + 1) * (second + 1) / (both + 1) - 1
    variance = (
        (first + 1)
        * (second + 1)
        * (first - both)
        * (second - both)
        / ((both + 1) ** 2 * (both + 2))
    )
    return number, variance


def _measured(
    told: Sequence[set[str | None]], between: tuple[str, str], parameters: Parameters
) -> Coverage | None:
    one, other = between
    first = sum(one in sides for sides in told)
    second = sum(other in sides for sides in told)
    both = sum(one in sides and other in sides for sides in told)
    if both < parameters.settings["least_both"]:
        return None
    number, variance = chapman(first, second, both)
    number = max(number, len(told))
    share = min(HIGHEST, max(LOWEST, len(told) / number))
    # The share has the relative error of the number; a Beta of that mean and error is drawn from.
    error = max(share * variance**0.5 / number, 0.01)
    strength = max(1.0, share * (1 - share) / error**2 - 1)
    return Coverage(share, strength * share, strength * (1 - share), measured=True)
