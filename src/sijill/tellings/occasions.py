"""The tellings of one source go in; what follows a meeting in the same paragraph comes out with its
day, and the luncheon after an audience with its host, both marked as inferred.

"After the talks they signed a statement; the Prime Minister gave a dinner": a reader takes the day
of the talks for all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.dates import PartialDate
from sijill.documents.document import Status
from sijill.event_types import has_trait
from sijill.tellings.parties import Parties
from sijill.tellings.told import Told


def place_in_day(
    tellings: Sequence[Told],
    texts: Mapping[str, str],
    parties: Parties,
    *,
    known: Mapping[tuple[str, str], PartialDate] | None = None,
) -> list[Told]:
    """Complete days and hosts, source by source; `tellings` stand in the order of their text.

    `known` gives the day of events, by source and local id, as far as other sources tell it.
    """
    result: list[Told] = []
    days = known or {}
    for number, told in enumerate(tellings):
        before = _before(told, result, texts)
        beside = _beside(told, tellings[number + 1 :])
        with_day = _with_day(told, [*before, *beside], days, parties)
        with_host = _with_host(with_day, before, parties)
        result.append(_with_signers(with_host, [*before, *beside]))
    return result


def _before(told: Told, result: Sequence[Told], texts: Mapping[str, str]) -> list[Told]:
    """Give what the same paragraph tells before, nearest first."""
    text = texts.get(told.source_id, "")
    found = []
    for one in reversed(result):
        if one.source_id != told.source_id:
            break
        if "\n" in text[one.trigger.end : told.trigger.start]:
            break
        found.append(one)
    return found


def _beside(told: Told, later: Sequence[Told]) -> list[Told]:
    """Give what the same sentence tells later on, nearest first."""
    found = []
    for one in later:
        if one.source_id != told.source_id or not one.evidence.span.overlaps(told.evidence.span):
            break
        found.append(one)
    return found


def _people(told: Told, parties: Parties) -> set[str]:
    return {p for p in told.participants if parties.kind(p) == "person"}


def _with_day(
    told: Told,
    before: Sequence[Told],
    known: Mapping[tuple[str, str], PartialDate],
    parties: Parties,
) -> Told:
    """Give what has no day the day of the meeting it follows, if people are shared."""
    if (
        told.date is not None
        or told.status is not Status.HELD
        or not has_trait(told.type, "follows")
    ):
        return told
    people = _people(told, parties)
    for one in before:
        if one.status is not Status.HELD or not has_trait(one.type, "part"):
            continue
        day = one.date or known.get((one.source_id, one.local_id))
        if day is None or not day.is_day:
            continue
        if people and not people & _people(one, parties):
            return told
        return replace(told, date=day, date_inferred=True)
    return told


def _with_signers(told: Told, near: Sequence[Told]) -> Told:
    """Give a grant or agreement told in one sentence with its signing the signers, day and place.

    "The ministers signed an agreement: Japan will give …": the parties are told by the signing.
    """
    if not has_trait(told.type, "signed"):
        return told
    signing = next(
        (
            one
            for one in near
            if one.type == "signing"
            and one.status is told.status
            and one.evidence.span.overlaps(told.evidence.span)
        ),
        None,
    )
    if signing is None:
        return told
    added = [p for p in signing.participants if p not in told.participants]
    marks = set(added)
    if told.place is None and signing.place is not None:
        marks.add(signing.place)
    return replace(
        told,
        participants=(*told.participants, *added),
        place=told.place or signing.place,
        date=told.date or signing.date,
        inferred=told.inferred | marks,
        date_inferred=told.date_inferred or (told.date is None and signing.date is not None),
    )


def _with_host(told: Told, before: Sequence[Told], parties: Parties) -> Told:
    """Give a meal that follows an audience the monarch as its host, and the audience's place."""
    if not has_trait(told.type, "meal"):
        return told
    audience = next((one for one in before if has_trait(one.type, "royal")), None)
    if audience is None or audience.status is not told.status:
        return told
    if told.date and audience.date and not told.date.may_equal(audience.date):
        return told
    day = audience.edtf
    hosts = [p for p in audience.participants if parties.held_role(p, "monarch", day)]
    if not hosts or any(parties.held_role(p, "head_of_government", day) for p in told.participants):
        return told
    between = [one for one in before if one.trigger.start > audience.trigger.start]
    if any(has_trait(one.type, "two_sided") for one in between):
        return told
    added = [p for p in audience.participants if p not in told.participants]
    place = told.place
    guessed = place is None or place in told.inferred
    if audience.place and (place is None or (guessed and parties.covers(place, audience.place))):
        place = audience.place
    marks = {*added, *([place] if place and place != told.place else [])}
    return replace(
        told,
        participants=(*told.participants, *added),
        place=place,
        inferred=told.inferred | marks,
    )
