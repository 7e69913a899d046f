"""One group of tellings goes in; an event item comes out: every value with who tells it, the value
that most voices give, and the fields on which they differ.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as calendar_day

from sijill.citation import Citation
from sijill.dates import PartialDate, Precision
from sijill.documents.document import Status
from sijill.edtf import length_days, read_date
from sijill.event_types import has_trait
from sijill.record.items import EventItem, Telling
from sijill.tellings.families import family
from sijill.tellings.merging import Group
from sijill.tellings.parties import Parties
from sijill.tellings.status import settle
from sijill.tellings.told import OTHERWISE, Told

#: Event types in which people stand for their states: a state is no further participant.
_PERSONAL_TRAITS = ("two_sided", "one_speaker", "host_place", "series")

Votes = dict[str, set[str]]


def item_of(group: Group, parties: Parties) -> EventItem:
    """Make the event item of a group of tellings; sub-events and inferred values come later."""
    tellings = sorted(group.tellings, key=lambda t: (t.source_id, t.trigger))
    event_type = _settle_type(tellings)
    status, inferred_status = settle(tellings)
    date, date_disputed = settle_date(tellings, event_type)
    place, place_disputed = _settle_place(tellings, event_type, parties)
    participants = _participants(tellings, event_type, place, date, parties)
    details, details_disputed = _settle_details(tellings)
    disputed = [
        name for name, is_so in (("date", date_disputed), ("place", place_disputed)) if is_so
    ]
    if _is_status_disputed(tellings, status):
        disputed.append("status")
    disputed += details_disputed
    fields = list(_all_tellings(tellings))
    if inferred_status:
        cited = tuple(sorted({t.evidence for t in tellings}))
        fields.append(Telling("status", status.value, cited, inferred=True))
    return EventItem(
        id=event_id(event_type, date, place, participants, tellings),
        type=event_type,
        status=status,
        citations=tuple(sorted({t.evidence for t in tellings})),
        date=date,
        place=place,
        participants=participants,
        details=details,
        tellings=tuple(fields),
        disputed=tuple(disputed),
        signals=tuple(sorted({name for t in tellings for name, _ in t.signals})),
        confidence=_confidence(tellings),
        voices=len({t.voter for t in tellings}),
        sides=tuple(sorted({t.side for t in tellings if t.side})),
    )


def _confidence(tellings: Sequence[Told]) -> float:
    """Give how sure it is that at least one source tells the event; each voice counts once."""
    best: dict[str, float] = {}
    for told in tellings:
        best[told.voter] = max(best.get(told.voter, 0.0), told.confidence)
    return round(1 - math.prod(1 - sure for sure in best.values()), 4)


def event_id(
    event_type: str,
    date: str | None,
    place: str | None,
    participants: Sequence[str],
    tellings: Sequence[Told],
) -> str:
    """Give an id that depends on nothing but what the event is.

    With participants it stays the same when a further source tells the same; without any, the
    words of the first telling stand in for them.
    """
    who = "|".join(sorted(participants))
    if not who:
        first = min(tellings, key=lambda t: (t.source_id, t.trigger.start))
        who = f"{first.source_id}|{first.trigger.start}|{first.trigger.exact}"
    mark = hashlib.sha256(f"{event_type}|{place or ''}|{who}".encode()).hexdigest()[:8]
    when = read_date(date)
    day = when.start.isoformat() if when and when.start else "undated"
    if when and when.precision is not Precision.DAY and when.start:
        day = day[:4] if when.precision in (Precision.YEAR, Precision.DECADE) else day[:7]
    return f"{event_type}-{day}-{mark}"


def votes_of(pairs: Iterable[tuple[str | None, str]]) -> Votes:
    """Collect (value, voter) pairs; no value is no vote, and a voice has one for each value."""
    votes: Votes = defaultdict(set)
    for value, voter in pairs:
        if value is not None:
            votes[value].add(voter)
    return votes


def _settle_type(tellings: Sequence[Told]) -> str:
    votes = votes_of((t.type, t.voter) for t in tellings)
    return min(votes, key=lambda v: (-len(votes[v]), family(v).rank, v))


def settle_date(tellings: Sequence[Told], event_type: str) -> tuple[str | None, bool]:
    """Give the date that most voices bear out, and whether they disagree.

    A coarse date bears out a finer one that it covers, and the finer one is the value. Of a visit,
    first and last day are settled one by one. A date that a text only sets against its own makes
    the date disputed and never is it.
    """
    own = [t for t in tellings if OTHERWISE not in t.local_id]
    others = [t.date for t in tellings if OTHERWISE in t.local_id and t.date]
    best, disputed = _settle_date(own or tellings, event_type)
    settled = read_date(best)
    if settled is not None and any(_disagree(settled, other) for other in others):
        disputed = True
    return best, disputed


def _settle_date(tellings: Sequence[Told], event_type: str) -> tuple[str | None, bool]:
    told = [t for t in tellings if not t.date_inferred] if _is_dated(tellings) else tellings
    if has_trait(event_type, "host_place") and not any(t.date and t.date.is_interval for t in told):
        told = tellings  # no source tells the whole stay: what the guest did on other days counts
    # When it was held is told by those who tell that it was, not by those who announced it.
    told = [t for t in told if t.status is Status.HELD and t.date] or told
    votes = votes_of((t.edtf, t.voter) for t in told)
    dates = {edtf: date for edtf in votes if (date := read_date(edtf)) is not None}
    if not dates:
        return None, False
    if has_trait(event_type, "host_place"):
        spanned = _settle_span(dates, votes)
        if spanned is not None:
            return spanned
    best = _best_date(dates, votes)
    return best, any(_disagree(dates[best], other) for other in dates.values())


def _is_dated(tellings: Sequence[Told]) -> bool:
    """Say whether a source tells the date itself: then what was worked out does not count."""
    return any(t.date is not None and not t.date_inferred for t in tellings)


def _best_date(dates: Mapping[str, PartialDate], votes: Votes) -> str:
    def support(edtf: str) -> int:
        return len(
            set().union(*(votes[o] for o, d in dates.items() if d.covers(dates[edtf]) or o == edtf))
        )

    return min(dates, key=lambda e: (-support(e), length_days(dates[e]), -len(votes[e]), e))


def _disagree(one: PartialDate, other: PartialDate) -> bool:
    if one.edtf == other.edtf:
        return False
    if one.is_interval and other.is_interval and _is_exact(one) and _is_exact(other):
        return True
    return not (one.covers(other) or other.covers(one))


def _is_exact(value: PartialDate) -> bool:
    return value.precision is Precision.DAY and value.start is not None and value.end is not None


def _settle_span(dates: Mapping[str, PartialDate], votes: Votes) -> tuple[str, bool] | None:
    """Settle first and last day of a stay; None when all that is told is one day or no day at all.

    First and last days come from the intervals told. A single day told just outside of them, such
    as that of the arrival, belongs to the stay.
    """
    starts: Votes = defaultdict(set)
    ends: Votes = defaultdict(set)
    days: list[calendar_day] = []
    for edtf, value in dates.items():
        if value.precision is not Precision.DAY or value.is_set:
            continue
        if value.is_day and value.start:
            days.append(value.start)
        if value.is_interval and value.start:
            starts[value.start.isoformat()] |= votes[edtf]
        if value.is_interval and value.end:
            ends[value.end.isoformat()] |= votes[edtf]
    if not starts and not ends and len(set(days)) < 2:
        return None
    start = min(starts, key=lambda v: (-len(starts[v]), v), default=None)
    end = min(ends, key=lambda v: (-len(ends[v]), v), default=None)
    if start and end and end < start:
        return None
    is_disputed = len(starts) > 1 or len(ends) > 1
    near = [d.isoformat() for d in days]
    if start is None and end is None:
        start, end = min(near), max(near)
    elif near:
        if start is not None and min(near) < start:
            start = min(near)
        if end is not None and max(near) > end:
            end = max(near)
    return f"{start or '..'}/{end or '..'}", is_disputed


def _settle_place(
    tellings: Sequence[Told], event_type: str, parties: Parties
) -> tuple[str | None, bool]:
    votes = votes_of((t.place, t.voter) for t in tellings)
    if has_trait(event_type, "host_place"):
        # One visits a city or a state; the palace is where one is received.
        votes = votes_of((parties.city_of_record(t.place) or t.place, t.voter) for t in tellings)
    if not votes:
        return None, False

    def support(place: str) -> int:
        return len(set().union(*(votes[o] for o in votes if parties.covers(o, place))))

    best = min(votes, key=lambda p: (-support(p), -len(parties.within(p)), -len(votes[p]), p))
    return best, any(parties.apart(best, other) for other in votes)


def _participants(
    tellings: Sequence[Told],
    event_type: str,
    place: str | None,
    date: str | None,
    parties: Parties,
) -> tuple[str, ...]:
    votes = votes_of((p, t.voter) for t in tellings for p in t.participants)
    people = {p for p in votes if parties.kind(p) == "person"}
    if any(has_trait(event_type, trait) for trait in _PERSONAL_TRAITS):
        spoken_for = {parties.country(p) for p in people}
        kept = [p for p in votes if not (parties.is_state(p) and parties.country(p) in spoken_for)]
    else:
        kept = list(votes)
    return ordered(kept, place, date, parties, votes)


def ordered(
    participants: Iterable[str],
    place: str | None,
    date: str | None,
    parties: Parties,
    votes: Mapping[str, set[str]],
) -> tuple[str, ...]:
    """Put participants in order: guests before hosts, then by precedence, then by sources.

    Of equals the one told first comes first: who plans stands before who takes part.
    """
    host = parties.country(place)
    told = {entity_id: number for number, entity_id in enumerate(votes)}

    def key(entity_id: str) -> tuple[bool, int, int, int, str]:
        at_home = host is not None and parties.country(entity_id) == host
        rank = parties.rank(entity_id, date)
        first = told.get(entity_id, len(told))
        return at_home, rank, -len(votes.get(entity_id, ())), first, entity_id

    return tuple(sorted(participants, key=key))


def _settle_details(
    tellings: Sequence[Told],
) -> tuple[dict[str, str | int | float], list[str]]:
    values: dict[str, dict[str | int | float, set[str]]] = defaultdict(lambda: defaultdict(set))
    for telling in tellings:
        for name, value in telling.details.items():
            values[name][value].add(telling.voter)
    settled: dict[str, str | int | float] = {}
    disputed = []
    for name in sorted(values):
        options = values[name]
        settled[name] = min(options, key=lambda v: (-len(options[v]), str(v)))
        # `what` is a source's own words: two wordings are no disagreement.
        if len(options) > 1 and name != "what":
            disputed.append(name)
    return settled, disputed


def _is_status_disputed(tellings: Sequence[Told], status: Status) -> bool:
    told = {t.status for t in tellings}
    put_off = {Status.POSTPONED, Status.CANCELLED}
    return status in put_off and Status.HELD in told


def _all_tellings(tellings: Sequence[Told]) -> Iterable[Telling]:
    """Give one Telling for each value of each field, in a fixed order of fields and values."""
    cited: dict[tuple[str, str, bool], set[Citation]] = defaultdict(set)
    for told in tellings:
        cited["type", told.type, True].add(told.trigger)
        cited["status", told.status.value, True].add(told.evidence)
        if told.edtf:
            cited["date", told.edtf, not told.date_inferred].add(told.evidence)
        if told.place:
            cited["place", told.place, told.place not in told.inferred].add(told.evidence)
        for participant in told.participants:
            is_told = participant not in told.inferred
            cited["participants", participant, is_told].add(told.evidence)
        for name, value in told.details.items():
            cited[name, str(value), True].add(told.told_in.get(name, told.evidence))
        for signal, citation in told.signals:
            cited["signals", signal, True].add(citation)
    first = ("type", "status", "date", "place", "participants", "signals")
    order = {name: number for number, name in enumerate(first)}
    for key in sorted(cited, key=lambda k: (order.get(k[0], 99), k[0], k[1], not k[2])):
        field, value, is_told = key
        if not is_told and (field, value, True) in cited:
            continue
        yield Telling(field, value, tuple(sorted(cited[key])), inferred=not is_told)
