"""What a claim compares goes in; what a list that a named body declares complete says of it comes
out: only such a list can support "the first", or "the first in nine years".
"""

from __future__ import annotations

from sijill.checks.judged import Judged
from sijill.checks.understanding import Understood
from sijill.dates import PartialDate
from sijill.edtf import read_date, starts_before
from sijill.record.items import EventItem, LocalText
from sijill.record.material import Material
from sijill.record.wording import date_words, in_languages, join, say
from sijill.tellings.reference import CompleteList, complete_lists
from sijill.text import fold

#: The general word for a meeting: of a named series it means one of the series' own kind.
_GENERAL = "talks"
#: Leaders do not sit in the meetings of their ministers.
_LEADERS = frozenset({"head_of_state", "head_of_government", "monarch"})


def judge_first_by_list(understood: Understood, material: Material) -> Judged | None:
    """Judge "the first" by a list declared complete, where one is about the same thing."""
    for entry in complete_lists():
        if not _is_about(entry, understood, material):
            continue
        fits = _begins_with(entry, understood, material)
        if fits is not None:
            return _by_first_entry(entry, understood, material, fits=fits)
    return None


def _by_first_entry(
    entry: CompleteList, understood: Understood, material: Material, *, fits: bool
) -> Judged:
    def why(lang: str) -> str:
        return say(
            "list.supported" if fits else "list.contradicted",
            lang,
            by=material.parties.describe(entry.declared_by, lang),
            cases=_entry_words(entry, entry.first_date, material, lang),
        )

    return _judged(entry, understood, in_languages(material.languages, why), fits=fits)


def judge_gap_by_list(years: int, understood: Understood, material: Material) -> Judged | None:
    """Judge "the first in N years" by the entry before the claim's own in a complete list.

    None where no list is about the same thing, or none reaches to the claim's day.
    """
    now = understood.before
    if now is None or now.start is None:
        return None
    for entry in complete_lists():
        if not _is_about(entry, understood, material) or not _reaches(entry, now):
            continue
        earlier = [
            d for d in map(read_date, entry.dates) if d is not None and starts_before(d, now)
        ]
        last = max(earlier, key=lambda d: d.sort_key, default=None)
        if last is None or last.start is None:
            continue
        between = now.start.year - last.start.year
        fits = abs(between - years) <= 1
        return _by_entry_before(entry, understood, material, last.edtf, between, fits=fits)
    return None


def _by_entry_before(
    entry: CompleteList,
    understood: Understood,
    material: Material,
    last: str,
    years: int,
    *,
    fits: bool,
) -> Judged:
    """Judge by the last entry before the claim's own: its day (EDTF), and the years since."""

    def why(lang: str) -> str:
        return say(
            "list.gap.supported" if fits else "list.gap.contradicted",
            lang,
            by=material.parties.describe(entry.declared_by, lang),
            cases=join([date_words(d, lang) for d in entry.dates], lang),
            last=date_words(last, lang),
            n=years,
        )

    return _judged(entry, understood, in_languages(material.languages, why), fits=fits)


def _judged(entry: CompleteList, understood: Understood, why: LocalText, *, fits: bool) -> Judged:
    return Judged(
        "supported" if fits else "contradicted",
        why,
        (understood.about.id,) if understood.about else (),
        len(entry.dates),
        (entry.address,),
    )


def _entry_words(entry: CompleteList, date: str, material: Material, language: str) -> str:
    who = material.parties.describe(entry.first_person, language) if entry.first_person else ""
    place = material.parties.describe(entry.place_id, language) if entry.place_id else ""
    return say("comma", language).join(w for w in (who, place, date_words(date, language)) if w)


def _reaches(entry: CompleteList, when: PartialDate) -> bool:
    """Say whether a list is complete up to a day; one without an end is to this day."""
    until = read_date(entry.until)
    return until is None or when.sort_key[0] <= until.sort_key[1]


def _is_about(entry: CompleteList, understood: Understood, material: Material) -> bool:
    parties = material.parties
    if entry.role and entry.role not in understood.roles:
        return False
    if entry.of_women != ("woman" in understood.senses):
        return False
    if entry.of_women:
        states = {parties.country(n) for n in (*understood.named, *understood.venues)}
        return entry.country in states
    if entry.series:
        return _is_of_series(entry, understood, material)
    if entry.type not in understood.types or not entry.place_id:
        return False
    at_place = any(parties.covers(entry.place_id, v) for v in understood.venues)
    populations = understood.populations
    return (
        at_place
        and bool(populations)
        and all(p.countries == frozenset({entry.country}) for p in populations if p.person is None)
    )


def _is_of_series(entry: CompleteList, understood: Understood, material: Material) -> bool:
    about = understood.about
    sentence = fold(understood.sentence)
    forms = material.parties.forms(entry.series, understood.language)
    is_named = (
        entry.series in understood.named
        or (about is not None and entry.series in about.participants)
        or any(fold(form) in sentence for form in forms)
    )
    leaders = bool(_LEADERS & set(understood.roles))
    if is_named and _GENERAL in understood.types and not leaders:
        return True
    if entry.type not in understood.types:
        return False
    when = read_date(about.date) if about else None
    first = read_date(entry.first_date)
    same = (
        about is not None
        and about.place == entry.place_id
        and bool(when and first and when.may_equal(first))
    )
    return is_named or same


def _begins_with(entry: CompleteList, understood: Understood, material: Material) -> bool | None:
    """Say whether the claim's happening is the list's first entry; None when nobody says when."""
    parties = material.parties
    if entry.of_women:
        # Whoever else is named beside her is no candidate unless of the same state.
        people = {
            parties.register_id(n)
            for n in understood.named
            if parties.kind(n) == "person" and parties.country(n) == entry.country
        }
        return entry.first_person in people or not people
    # The day of publication is not that of the happening.
    told = understood.before if understood.before == understood.until else None
    when = _day(understood.about) or told
    first = read_date(entry.first_date)
    return when.may_equal(first) if when and first else None


def _day(event: EventItem | None) -> PartialDate | None:
    return read_date(event.date) if event else None
