"""A claim about a length of time or a number of times goes in; a verdict comes out.

Both are arithmetic on dated events: of the pair, and of the same kind before.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.checks.closed_lists import judge_first_by_list, judge_gap_by_list
from sijill.checks.judged import SHOWN, Judged, combine, unclear
from sijill.checks.precedents import Precedents, precedents
from sijill.checks.relations import BEGINNING, beginning, day_told
from sijill.checks.understanding import Understood
from sijill.dates import PartialDate
from sijill.documents.document import Claim, ClaimKind, Reading
from sijill.edtf import read_date
from sijill.record.items import EventItem
from sijill.record.material import Material
from sijill.record.wording import date_words, event_words, in_languages, join, say
from sijill.tellings.claim_words import after, sense_ids, years_named
from sijill.tellings.reference import milestones


def judge_since(
    claim: Claim, reading: Reading, understood: Understood, material: Material
) -> Judged:
    """Judge "for N years" and "the first in N years" by the dates of the record."""
    years = years_named(f"{claim.text} {claim.scope or ''}", reading.language)
    if not years:
        return unclear(material)
    whose = claim.kind is ClaimKind.FIRST or understood.origin is not None
    compares = bool(understood.about or (whose and understood.venues))
    if not understood.types or not compares:
        return _duration(years, reading, understood, material)
    now = understood.before
    if not understood.populations or now is None or now.start is None:
        return unclear(material)
    listed = judge_gap_by_list(years, understood, material)
    if listed is not None:
        return listed
    verdicts = []
    for population in understood.populations:
        found = precedents(understood, population, material)
        last = max(found.events, key=lambda e: read_date(e.date).sort_key, default=None)  # type: ignore[union-attr]
        verdicts.append(_gap(last, years, now.start.year, found, material))
    return combine(verdicts, material)


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
    told = material.lookup.of_type(BEGINNING)
    start = beginning(told, material.parties, material.between)
    now, is_told = day_told(understood, reading, material)
    if start is None:
        return Judged(
            "not_enough",
            in_languages(material.languages, lambda lang: say("since.unknown", lang)),
        )
    if now is None or start.start is None or now.start is None:
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
    told = {e.date for e in material.lookup.of_type(BEGINNING)}
    pair = set(material.between)
    return tuple(
        address
        for fact in milestones()
        if fact.date == start.edtf and start.edtf not in told
        if fact.type == BEGINNING and pair <= {c for _, c in fact.roles}
        for address in fact.addresses
    )


def judge_count(
    claim: Claim, reading: Reading, understood: Understood, material: Material
) -> Judged:
    """Judge "the third time" by the earlier cases of the record; it may not know them all."""
    ranks = after(sense_ids(claim.text, reading.language), "ordinal:")
    if ranks[:1] == ["1"]:
        listed = judge_first_by_list(understood, material)
        if listed is not None:
            return listed
    if not ranks or not understood.types or not understood.venues or not understood.populations:
        return unclear(material)
    wanted = int(ranks[0]) - 1
    judged = []
    for population in understood.populations:
        found = precedents(understood, population, material)
        cases = _whole(found.events)
        n = len(cases)
        pattern = "count.more" if n > wanted else "count.fits" if n == wanted else "count.fewer"
        judged.append(
            Judged(
                "contradicted" if n > wanted else "not_enough",
                in_languages(
                    material.languages,
                    lambda lang, pattern=pattern, n=n, cases=cases: say(  # type: ignore[misc]
                        pattern,
                        lang,
                        n=n,
                        cases=join(
                            [event_words(e, material.parties, lang) for e in cases[:SHOWN]],
                            lang,
                        ),
                    ),
                ),
                tuple(e.id for e in cases),
                found.searched,
            )
        )
    return combine(judged, material)


def _whole(events: Sequence[EventItem]) -> tuple[EventItem, ...]:
    """Leave out what lies inside the days of another: the side trip of a visit is no other visit.

    «Nara on the 21st» is none beside the visit to Japan from the 18th to the 22nd.
    """
    days = [(read_date(e.date), e) for e in events]
    stays = [(day, e) for day, e in days if day is not None and day.is_interval]
    return tuple(
        event
        for day, event in days
        if day is None
        or not any(
            event is not longer and _lies_in(day, stay) and _shares_people(event, longer)
            for stay, longer in stays
        )
    )


def _lies_in(day: PartialDate, stay: PartialDate) -> bool:
    (begins, ends), (first, last) = day.sort_key, stay.sort_key
    return first <= begins and ends <= last and (begins, ends) != (first, last)


def _shares_people(event: EventItem, longer: EventItem) -> bool:
    return not event.participants or not set(event.participants).isdisjoint(longer.participants)
