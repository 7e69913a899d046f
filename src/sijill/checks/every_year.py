"""A claim that ties grew stronger every year goes in; a verdict on its three readings comes out.

Strict: each year grew, by the index; one that fell contradicts, and so does one official figure
that fell, or a meeting of the two that was put off. Loose: the means of five years rise. The length
of time that is told with it is arithmetic on the day from which relations are counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from sijill.checks.judged import SHOWN, Judged, unclear
from sijill.checks.relations import BEGINNING, beginning, day_told
from sijill.checks.understanding import Understood
from sijill.dates import PartialDate
from sijill.documents.document import Claim, Reading, Status
from sijill.edtf import read_date
from sijill.record.items import EventItem
from sijill.record.material import Material
from sijill.record.wording import date_words, event_words, in_languages, join, say, sentences
from sijill.tellings.claim_words import sense_ids, years_named
from sijill.tellings.reference import official_falls


@dataclass(frozen=True, slots=True)
class _Found:
    """What speaks to a claim about every year between two dates (either may be unknown)."""

    start: PartialDate | None
    holds: bool | None
    put_off: tuple[EventItem, ...]
    falls: tuple[tuple[str, str, str], ...]
    fallen: tuple[int, ...]
    strict: str
    loose: str


def judge_every(
    claim: Claim, reading: Reading, understood: Understood, material: Material
) -> Judged:
    """Judge "every year": the length of time by dates, the word "every" by years that fell."""
    senses = sense_ids(understood.sentence, reading.language)
    if "tie" not in senses or "stronger" not in senses:
        # Something else that happens every year: the record has no count of it.
        return unclear(material)
    years = years_named(understood.sentence, reading.language)
    now, is_told = day_told(understood, reading, material)
    found = _found(years, now, is_told, material)
    return Judged(
        _verdict(found),
        in_languages(material.languages, lambda lang: _why(found, material, lang)),
        tuple(e.id for e in found.put_off),
        material.lookup.number,
        tuple(address for *_, address in found.falls),
    )


def _found(years: int | None, now: PartialDate | None, is_told: bool, material: Material) -> _Found:
    """Look for what speaks to the claim; a day that is not told ends no window."""
    pair = set(material.between)
    parties = material.parties
    start = beginning(material.lookup.of_type(BEGINNING), parties, material.between)
    holds = None
    if years and start and now and start.start and now.start:
        holds = (now.start - start.start).days >= years * 365.2425
    last = now.end.year if now and now.end and is_told else None
    first = last - years if last and years else None

    def inside(edtf: str | None) -> bool:
        when = read_date(edtf)
        if when is None or when.start is None:
            return last is None
        return (last is None or when.start.year <= last) and (
            first is None or when.start.year >= first
        )

    put_off = tuple(
        e
        for e in material.lookup.of_status(Status.POSTPONED, Status.CANCELLED)
        if pair <= {parties.country(p) for p in (*e.participants, e.place or "")} and inside(e.date)
    )
    falls = tuple(f for f in official_falls(material.between) if inside(f[0]))
    index = material.index
    fallen = tuple(y for y in index.fallen if inside(str(y))) if index else ()
    strict = "contradicted" if put_off or falls or fallen else "not_enough"
    if strict == "not_enough" and index and index.every_year == "supported":
        covered = start is None or start.year is None or index.years[0].year <= start.year + 1
        strict = "supported" if covered else "not_enough"
    loose = "not_enough"
    if index and not index.trend.grey:
        loose = {"rising": "supported", "falling": "contradicted"}.get(
            index.trend.word, "not_enough"
        )
    return _Found(start, holds, put_off, falls, fallen, strict, loose)


def _verdict(found: _Found) -> str:
    """Make one verdict of the readings: those that differ give "depends".

    A strict reading on which too little is known stays so, unless the loose one holds.
    """
    if found.strict == "contradicted":
        return "depends" if found.holds or found.loose == "supported" else "contradicted"
    if found.strict == "supported":
        return "supported" if found.holds is not False else "depends"
    return "depends" if found.loose == "supported" else "not_enough"


def _why(found: _Found, material: Material, lang: str) -> str:
    words = []
    if found.holds and found.start:
        words.append(say("every.duration", lang, date=date_words(found.start.edtf, lang)))
    cases = [
        say(
            "every.put_off",
            lang,
            case=event_words(e, material.parties, lang),
            status=say(e.status.value, lang),
        )
        for e in found.put_off[:SHOWN]
    ]
    cases += [
        say("every.fall.series", lang, change=change, date=date_words(date, lang))
        for date, change, _ in found.falls[:SHOWN]
    ]
    cases += [say("every.fall.year", lang, year=year) for year in found.fallen[:SHOWN]]
    if cases:
        words.append(say("every.falls", lang, cases=join(cases, lang)))
    elif found.strict == "supported":
        words.append(say("every.index.supported", lang))
    else:
        words.append(say("every.none", lang))
    return sentences([*words, *_index_words(found, material, lang)], lang)


def _index_words(found: _Found, material: Material, lang: str) -> list[str]:
    """Say what the index can tell of single years, and of the trend."""
    index = material.index
    if index is None:
        return [say("every.index.none", lang)]
    words = []
    later = index.years[1:]
    if found.strict != "supported":
        told = sum(row.word in ("grew", "fell") and not row.grey for row in later)
        words.append(say("every.index.cannot", lang, n=told, years=len(later)))
    trend = index.trend
    if trend.tau is None or trend.p is None:
        return [*words, say("every.loose.too_few", lang)]
    grey = sum(row.grey for row in index.years)
    pattern = {"rising": "every.loose.rising", "falling": "every.loose.falling"}.get(
        trend.word, "every.loose.none"
    )
    if trend.grey and trend.word != "no_trend":
        pattern = "every.loose.grey"
    return [
        *words,
        say(pattern, lang, tau=str(trend.tau), p=str(trend.p), n=grey, years=len(index.years)),
    ]
