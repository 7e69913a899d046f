"""A record's events go in; the relationship index comes out, year by year, or why there is none.

How it is reckoned stands in docs/index-of-relations.md; its numbers in `index_*.tsv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sijill.checks.index_contacts import Contact, Scale, contacts_of
from sijill.checks.index_coverage import Coverage, assumed, coverage_by_year, side_by_source
from sijill.checks.index_parameters import Parameters, load_parameters
from sijill.checks.index_simulation import Floats, draw, points, recorded_stocks
from sijill.checks.index_trend import correlation, mann_kendall, theil_sen
from sijill.record.items import EventItem, LocalText, SourceNote, Voice
from sijill.record.measures import IndexRun, IndexTrend, IndexYear, RelationshipIndex
from sijill.record.wording import in_languages, say
from sijill.tellings.parties import Parties
from sijill.workbook import Workbook

GREW, FELL, CANNOT_TELL, FIRST = "grew", "fell", "cannot_tell", "first"
_OPPOSITE = {GREW: FELL, FELL: GREW}
#: An assumed coverage is tried at these multiples; a word that one of them takes back is not said.
_COVERAGE_FACTORS = (0.5, 1.5)
#: A last block of fewer years than this is left out of the trend.
_SHORTEST_BLOCK = 3
#: With fewer points no order of them is unlikely enough.
_LEAST_POINTS = 5
#: Where more of the contacts lie before the beginning of relations, it is not their beginning.
_MOST_BEFORE = 0.1
#: After so many years, two of the longest half-lives, little is left of what was before.
_LONGEST_GAP = 20


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no index, in the record's languages."""

    why: LocalText


@dataclass(frozen=True, slots=True)
class _Series:
    """What all runs share: contacts, years and coverage."""

    contacts: tuple[Contact, ...]
    years: tuple[int, ...]
    coverage: tuple[Coverage, ...]
    parameters: Parameters


def relationship_index(
    events: Sequence[EventItem],
    parties: Parties,
    between: tuple[str, str],
    sources: Sequence[SourceNote],
    languages: Sequence[str],
    *,
    voices: Sequence[Voice] = (),
    since: int | None = None,
    until: int | None = None,
    parameters: Parameters | None = None,
    workbook: Workbook | None = None,
) -> RelationshipIndex | Refused:
    """Reckon the index of two states (country codes) from a record's events.

    `sources` and their `voices` tell which family of sources told what. The years run from the
    one in which relations begin, `since`, else from the first contact; to the last one, or to
    `until` if that is later. What lies before still counts, as it has decayed. The same events
    give the same index to the last digit. `workbook` is that of an earlier build with the same
    parameters.
    """
    known = parameters or load_parameters()
    contacts = contacts_of(events, parties, between, known, workbook=workbook)
    number = sum(len(c.events) for c in contacts)
    if not contacts or number < known.settings["least_events"]:
        least = known.whole("least_events")
        return Refused(
            in_languages(languages, lambda x: say("index.few", x, n=number, least=least))
        )
    years = tuple(range(_first_year(contacts, since), max(contacts[-1].year, until or 0) + 1))
    side = side_by_source(sources, voices, between)
    coverage = coverage_by_year(contacts, years, side, between, known)
    held = {c.year for c in contacts if c.was_held}
    blind = sum(y not in held and not coverage[y].measured for y in years)
    if blind > known.settings["most_empty"] * len(years):
        return Refused(
            in_languages(languages, lambda x: say("index.empty", x, n=blind, years=len(years)))
        )
    series = _Series(contacts, years, tuple(coverage[y] for y in years), known)
    drawn = draw(contacts, years, series.coverage, known)
    varied = [draw(contacts, years, _scaled(series, f), known) for f in _COVERAGE_FACTORS]
    words = _words(series, drawn, varied)
    rows = _rows(series, drawn, words)
    judged = _every_year(rows)
    return RelationshipIndex(
        between=between,
        events=number,
        years=rows,
        every_year=judged[0],
        fallen=judged[1],
        trend=_trend(rows, known),
        runs=_runs(series, events, parties, between, drawn, words, varied),
        draws=known.whole("draws"),
        seed=known.whole("seed"),
    )


def _first_year(contacts: Sequence[Contact], since: int | None) -> int:
    """Give the year in which relations begin, unless much of the record lies before it.

    Where that is not known, the few contacts before a gap of many years begin nothing either: one
    envoy of the century before would make most years empty.
    """
    most = _MOST_BEFORE * len(contacts)
    if since is not None:
        before = sum(c.year < since for c in contacts)
        return since if before and before <= most else contacts[0].year
    years = [c.year for c in contacts]
    gaps = [
        at for at in range(1, len(years)) if at <= most and years[at] - years[at - 1] > _LONGEST_GAP
    ]
    return years[gaps[-1]] if gaps else years[0]


def _scaled(series: _Series, factor: float) -> list[Coverage]:
    """Give the coverage with the assumed shares multiplied; the measured ones stay."""
    return [
        c if c.measured else assumed(year, series.parameters, factor=factor)
        for year, c in zip(series.years, series.coverage, strict=True)
    ]


def _growth(drawn: Floats) -> list[float | None]:
    """Give for each year the share of the draws in which it lies above the year before."""
    shares = (drawn[:, 1:] > drawn[:, :-1]).mean(axis=0)
    return [None, *(float(share) for share in shares)]


def _said(series: _Series, drawn: Floats) -> list[str]:
    """Say grew and fell by the share of the draws.

    Of a year without a meeting nothing: that none is recorded is no sign that none was held.
    """
    settings = series.parameters.settings
    held = {c.year for c in series.contacts if c.was_held}
    words = []
    for year, p in zip(series.years, _growth(drawn), strict=True):
        if p is None:
            words.append(FIRST)
        elif year not in held:
            words.append(CANNOT_TELL)
        elif p >= settings["grew"]:
            words.append(GREW)
        else:
            words.append(FELL if p <= settings["fell"] else CANNOT_TELL)
    return words


def _words(series: _Series, drawn: Floats, varied: Sequence[Floats]) -> list[str]:
    """Say of each year what can be said.

    Where coverage is assumed, only what is so at a half and at one and a half of it.
    """
    others = [_said(series, one) for one in varied]
    words = []
    for at, word in enumerate(_said(series, drawn)):
        guessed = not series.coverage[at].measured
        unsure = guessed and any(other[at] != word for other in others)
        words.append(CANNOT_TELL if unsure and word != FIRST else word)
    return words


def _rows(series: _Series, drawn: Floats, words: Sequence[str]) -> tuple[IndexYear, ...]:
    settings = series.parameters.settings
    ends = [settings["band_low"], 0.5, settings["band_high"]]
    low, middle, high = np.quantile(drawn, ends, axis=0)
    parts = points(
        recorded_stocks(series.contacts, series.years, series.parameters), series.parameters
    )
    growth = _growth(drawn)
    by_year: dict[int, list[Contact]] = {}
    for contact in series.contacts:
        by_year.setdefault(contact.year, []).append(contact)
    rows = []
    for at, year in enumerate(series.years):
        own = by_year.get(year, [])
        p = growth[at]
        rows.append(
            IndexYear(
                year=year,
                value=_round(middle[at]),
                low=_round(low[at]),
                high=_round(high[at]),
                recorded=_round(parts[at].sum()),
                p_grew=None if p is None else _round(p, 2),
                word=words[at],
                coverage=_round(series.coverage[at].share, 2),
                basis="measured" if series.coverage[at].measured else "assumed",
                grey=not series.coverage[at].measured,
                flow=_round(sum(sum(c.values) for c in own), 2),
                contacts=len(own),
                components={
                    d.id: _round(parts[at][place])
                    for place, d in enumerate(series.parameters.dimensions)
                },
                items=tuple(sorted(e for c in own for e in c.events)),
            )
        )
    return tuple(rows)


def _round(value: float, digits: int = 1) -> float:
    """Round, so that the last bits of another machine's arithmetic do not show; never -0.0."""
    return round(float(value), digits) + 0.0


def _every_year(rows: Sequence[IndexYear]) -> tuple[str, tuple[int, ...]]:
    """Test "stronger every year" strictly, by years whose coverage is measured."""
    later = rows[1:]
    fallen = tuple(row.year for row in later if row.word == FELL and not row.grey)
    if fallen:
        return "contradicted", fallen
    whole = bool(later) and all(row.word == GREW and not row.grey for row in later)
    return ("supported" if whole else "not_enough"), ()


def _trend(rows: Sequence[IndexYear], parameters: Parameters) -> IndexTrend:
    """Test whether the means of blocks of years rise."""
    size = parameters.whole("trend_block_years")
    blocks = [rows[at : at + size] for at in range(0, len(rows), size)]
    blocks = [b for b in blocks if len(b) == size or len(b) >= _SHORTEST_BLOCK]
    means = [sum(row.value for row in block) / len(block) for block in blocks]
    found = tuple(
        (block[0].year, block[-1].year, _round(mean))
        for block, mean in zip(blocks, means, strict=True)
    )
    grey = sum(row.grey for row in rows) > len(rows) / 2
    if len(blocks) < _LEAST_POINTS:
        return IndexTrend(found, None, None, None, None, None, "too_few", grey)
    tau, p = mann_kendall(means)
    slope, low, high = theil_sen(means)
    word = "no_trend"
    if p < parameters.settings["trend_p"]:
        word = "rising" if tau > 0 else "falling"
    return IndexTrend(
        found, _round(tau, 2), _round(p, 3), _round(slope), _round(low), _round(high), word, grey
    )


def _runs(
    series: _Series,
    events: Sequence[EventItem],
    parties: Parties,
    between: tuple[str, str],
    drawn: Floats,
    words: Sequence[str],
    varied: Sequence[Floats],
) -> tuple[IndexRun, ...]:
    """Reckon the index with other decisions: half-lives, scale, ranks, coverage, another rule."""
    known = series.parameters
    main = np.median(drawn, axis=0)

    def run(name: str, other: Floats) -> IndexRun:
        said = _said(series, other)
        middle = np.median(other, axis=0)
        return _compared(name, correlation(main.tolist(), middle.tolist()), said, words, series)

    def paced(pace: float) -> Floats:
        return draw(series.contacts, series.years, series.coverage, known, pace=pace)

    def weighed(scale: Scale) -> Floats:
        contacts = contacts_of(events, parties, between, known, scale)
        return draw(contacts, series.years, series.coverage, known)

    recorded = points(recorded_stocks(series.contacts, series.years, known), known).sum(axis=1)
    bounded = bounded_update(series.contacts, series.years, known.settings["bounded_limit"])
    return (
        run("half_lives_halved", paced(0.5)),
        run("half_lives_doubled", paced(2.0)),
        run("goldstein", weighed(Scale(goldstein=True))),
        run("no_ranks", weighed(Scale(ranks=False))),
        *(
            run(name, other)
            for name, other in zip(("coverage_halved", "coverage_raised"), varied, strict=True)
        ),
        IndexRun("bounded", _rounded(correlation(recorded.tolist(), bounded)), (), (), ()),
    )


def _compared(
    name: str, r: float | None, said: Sequence[str], words: Sequence[str], series: _Series
) -> IndexRun:
    years = dict(zip(series.years, said, strict=True))
    return IndexRun(
        name,
        _rounded(r),
        tuple(y for y, word in years.items() if word == GREW),
        tuple(y for y, word in years.items() if word == FELL),
        tuple(
            y
            for y, word in zip(series.years, words, strict=True)
            if word in _OPPOSITE and years[y] == _OPPOSITE[word]
        ),
    )


def _rounded(r: float | None) -> float | None:
    return None if r is None else _round(r, 3)


def bounded_update(contacts: Sequence[Contact], years: Sequence[int], limit: float) -> list[float]:
    """Give the relation at each year's end by a bounded update, without decay.

    An event moves it by its value, less and less near the ends -limit and limit.
    """
    at = 0.0
    by_year: dict[int, float] = {}
    for contact in contacts:
        move = sum(contact.values)
        at += move * (limit - at if move > 0 else limit + at) / limit
        by_year[contact.year] = at
    found = []
    at = 0.0
    for year in years:
        at = by_year.get(year, at)
        found.append(at)
    return found
