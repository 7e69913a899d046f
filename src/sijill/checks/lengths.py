"""A claim about every year, a length of time or a number of times goes in; a verdict comes out.

All three are arithmetic on dated events: of the pair, and of the same kind before.
"""

from __future__ import annotations

from sijill.checks.judged import SHOWN, Judged, combine, unclear
from sijill.checks.known_days import written_after
from sijill.checks.precedents import Precedents, precedents
from sijill.checks.understanding import Understood
from sijill.dates import PartialDate
from sijill.reading.document import Claim, Reading, Status
from sijill.record.claim_words import after, sense_ids, years_named
from sijill.record.edtf import read_date
from sijill.record.items import EventItem
from sijill.record.material import Material
from sijill.record.reference import milestones, official_falls
from sijill.record.wording import date_words, event_words, in_languages, join, say


def judge_every(
    claim: Claim, reading: Reading, understood: Understood, material: Material
) -> Judged:
    """Judge "every year": the length of time by dates, the word "every" by years that fell."""
    parties = material.parties
    senses = sense_ids(understood.sentence, reading.language)
    if "tie" not in senses or "stronger" not in senses:
        # Something else that happens every year: the record has no count of it.
        return unclear(material)
    pair = set(material.between)
    start = beginning(material)
    years = years_named(understood.sentence, reading.language)
    now, _ = _now(understood, reading, material)
    put_off = [
        e
        for e in material.events
        if e.status in (Status.POSTPONED, Status.CANCELLED)
        and pair <= {parties.country(p) for p in (*e.participants, e.place or "")}
    ]
    falls = official_falls(material.between)
    holds = None
    if years and start and now and start.start and now.start:
        holds = (now.start - start.start).days >= years * 365.2425

    def why(lang: str) -> str:
        words = []
        if holds and start:
            words.append(say("every.duration", lang, date=date_words(start.edtf, lang)))
        if put_off or falls:
            cases = [
                f"{event_words(e, parties, lang)}: {say(e.status.value, lang)}"
                for e in put_off[:SHOWN]
            ]
            cases += [
                say("every.fall.series", lang, change=change, date=date_words(date, lang))
                for date, change, _ in falls[:SHOWN]
            ]
            words.append(say("every.falls", lang, cases=join(cases, lang)))
        else:
            words.append(say("every.none", lang))
        return " ".join(words)

    strict = "contradicted" if put_off or falls else "not_enough"
    verdict = "depends" if holds and strict == "contradicted" else strict
    return Judged(
        verdict,
        in_languages(material.languages, why),
        tuple(e.id for e in put_off),
        len(material.events),
        tuple(address for *_, address in falls),
    )


def beginning(material: Material) -> PartialDate | None:
    """Give the day from which the pair's relations are counted: the record's, else the tables'."""
    pair = set(material.between)
    told = [
        (-len({c.source_id for c in e.citations}), d)
        for e in material.events
        if e.type == "relations_established"
        and (d := read_date(e.date)) is not None
        and pair <= {material.parties.country(p) for p in e.participants}
    ]
    if told:
        # Recognition comes before relations: the date that most sources give is the one meant.
        return min(told, key=lambda t: (t[0], t[1].sort_key))[1]
    known = [
        d
        for fact in milestones()
        if fact.type == "relations_established"
        and (d := read_date(fact.date)) is not None
        and pair <= {country for _, country in fact.roles}
    ]
    return max(known, key=lambda d: d.sort_key, default=None)


def judge_since(
    claim: Claim, reading: Reading, understood: Understood, material: Material
) -> Judged:
    """Judge "for N years" and "the first in N years" by the dates of the record."""
    years = years_named(f"{claim.text} {claim.scope or ''}", reading.language)
    if not years:
        return unclear(material)
    if not understood.types or understood.about is None:
        return _duration(years, reading, understood, material)
    now = understood.before
    if not understood.populations or now is None or now.start is None:
        return unclear(material)
    verdicts = []
    for population in understood.populations:
        found = precedents(understood, population, material)
        last = max(found.events, key=lambda e: read_date(e.date).sort_key, default=None)  # type: ignore[union-attr]
        verdicts.append(_gap(last, years, now.start.year, found, material))
    return combine(verdicts, material)


def _now(
    understood: Understood, reading: Reading, material: Material
) -> tuple[PartialDate | None, bool]:
    """Give the day a length of time is told on, and whether it is told; else the earliest it can
    have been.
    """
    told = understood.before or read_date(reading.published)
    if told is not None:
        return told, True
    return read_date(written_after(reading, material)), False


def _gap(
    last: EventItem | None, years: int, year: int, found: Precedents, material: Material
) -> Judged:
    when = read_date(last.date) if last else None
    if last is None or when is None or when.start is None:
        return Judged(
            "not_enough",
            in_languages(
                material.languages, lambda lang: say("search.nothing", lang, n=found.searched)
            ),
            (),
            found.searched,
        )
    between = year - when.start.year < years - 1
    pattern = "since.between" if between else "since.last"
    return Judged(
        "contradicted" if between else "not_enough",
        in_languages(
            material.languages,
            lambda lang: say(pattern, lang, cases=event_words(last, material.parties, lang)),
        ),
        (last.id,),
        found.searched,
    )


def _duration(years: int, reading: Reading, understood: Understood, material: Material) -> Judged:
    """Judge a length of time by the beginning of relations, if it is theirs that is told.

    The sentence must speak of ties and name both states; any other length has a beginning that
    the record does not know.
    """
    senses = sense_ids(understood.sentence, reading.language)
    states = {material.parties.country(n) for n in understood.named if material.parties.is_state(n)}
    if "tie" not in senses or not set(material.between) <= states:
        return unclear(material)
    start = beginning(material)
    now, is_told = _now(understood, reading, material)
    if start is None or now is None or start.start is None or now.start is None:
        return unclear(material)
    whole = int((now.start - start.start).days / 365.2425)
    if whole < years and not is_told:
        return unclear(material)
    verdict = "supported" if whole >= years else "contradicted"
    return Judged(
        verdict,
        in_languages(
            material.languages,
            lambda lang: say(f"since.{verdict}", lang, date=date_words(start.edtf, lang), n=whole),
        ),
        references=_addresses_of_beginning(start, material),
    )


def _addresses_of_beginning(start: PartialDate, material: Material) -> tuple[str, ...]:
    """Give a table's addresses for the day of the beginning, where the record does not tell it."""
    told = {e.date for e in material.events if e.type == "relations_established"}
    pair = set(material.between)
    return tuple(
        address
        for fact in milestones()
        if fact.date == start.edtf and start.edtf not in told
        if fact.type == "relations_established" and pair <= {c for _, c in fact.roles}
        for address in fact.addresses
    )


def judge_count(
    claim: Claim, reading: Reading, understood: Understood, material: Material
) -> Judged:
    """Judge "the third time" by the earlier cases of the record; it may not know them all."""
    ranks = after(sense_ids(claim.text, reading.language), "ordinal:")
    if not ranks or not understood.types or not understood.venues or not understood.populations:
        return unclear(material)
    wanted = int(ranks[0]) - 1
    judged = []
    for population in understood.populations:
        found = precedents(understood, population, material)
        n = len(found.events)
        pattern = "count.more" if n > wanted else "count.fits" if n == wanted else "count.fewer"
        judged.append(
            Judged(
                "contradicted" if n > wanted else "not_enough",
                in_languages(
                    material.languages,
                    lambda lang, pattern=pattern, n=n, found=found: say(  # type: ignore[misc]
                        pattern,
                        lang,
                        n=n,
                        cases=join(
                            [event_words(e, material.parties, lang) for e in found.events[:SHOWN]],
                            lang,
                        ),
                    ),
                ),
                tuple(e.id for e in found.events),
                found.searched,
            )
        )
    return combine(judged, material)
