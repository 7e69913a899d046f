"""The events of a record go in; the contacts of two states come out, each with what it adds.

A contact is a visit with all that belongs to it, or an event that belongs to none. What was told
by many sources is one event and counts once; only what was held counts, and what was put off, by
the value of a postponement.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sijill.checks.index_parameters import ANY, BUSINESS, Parameters, TypeValue
from sijill.dates import PartialDate
from sijill.documents.document import Status
from sijill.edtf import length_days, read_date
from sijill.event_types import has_trait
from sijill.record.bodies import is_public
from sijill.record.items import EventItem
from sijill.record.series import member_states
from sijill.roles import roles_with
from sijill.tellings.noted import noted_those
from sijill.tellings.parties import Parties
from sijill.workbook import Workbook

_PUT_OFF = (Status.POSTPONED, Status.CANCELLED)
#: What tells no year is no event of a year.
LONGEST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact: when (`time` in years, 2025.5 is the middle of 2025) and what it adds.

    `values` are in the order of the parameters' dimensions. `is_leaders` is told of a meeting of
    leaders on both sides, `was_held` of all but what was put off; `sources` are those that tell it.
    """

    id: str
    year: int
    time: float
    values: tuple[float, ...]
    is_leaders: bool
    was_held: bool
    events: tuple[str, ...]
    sources: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scale:
    """How events are weighed: by `plover` or `goldstein`, with or without the weight of ranks."""

    goldstein: bool = False
    ranks: bool = True


@dataclass(frozen=True, slots=True)
class _Part:
    event: EventItem
    when: PartialDate
    worth: TypeValue
    weights: tuple[float, float]
    value: float
    kind: str


def contacts_of(
    events: Iterable[EventItem],
    parties: Parties,
    between: tuple[str, str],
    parameters: Parameters,
    scale: Scale | None = None,
    workbook: Workbook | None = None,
) -> tuple[Contact, ...]:
    """Make the contacts of two states (country codes) from a record's events, in order of time.

    Left out: what has no year, what was only planned, and what one of the two had no part in.
    `workbook` is that of an earlier build with the same parameters and scale.
    """
    events = list(events)
    by_id = {event.id: event for event in events}
    workbook = workbook or Workbook(keeps=False)

    def part_of(event: EventItem, between: tuple[str, str], parties: Parties) -> _Part | None:
        return _part(event, parties, between, parameters, scale or Scale())

    doubted = workbook.changed_in("events for contacts", by_id)
    if workbook.changed_in("states of contacts", {"between": between}):
        doubted = set(by_id)
    found = noted_those(
        workbook.page("contacts"),
        by_id,
        doubted,
        lambda event_id: (by_id[event_id], between),
        parties,
        part_of,
    )
    parts = [part for part in found if part is not None]
    groups: dict[str, list[_Part]] = defaultdict(list)
    for part in _put_off_together(parts):
        groups[_key(part, by_id)].append(part)
    made = [_contact(key, group, by_id, parameters) for key, group in groups.items()]
    # A dinner told apart from its visit is no contact of its own.
    return tuple(sorted((c for c in made if any(c.values)), key=lambda c: (c.time, c.id)))


def _part(
    event: EventItem,
    parties: Parties,
    between: tuple[str, str],
    parameters: Parameters,
    scale: Scale,
) -> _Part | None:
    when = read_date(event.date)
    if event.status is not Status.HELD and event.status not in _PUT_OFF:
        return None
    if when is None or when.start is None or when.end is None or length_days(when) > LONGEST_DAYS:
        return None
    kind = "postponement" if event.status in _PUT_OFF else event.type
    papers = BUSINESS if _is_of_firms(event, parties) else ANY
    worth = parameters.types.get((kind, papers)) or parameters.types.get((kind, ANY))
    if worth is None:
        return None
    sides = _side_weights(event, parties, between, worth, parameters)
    if sides is None:
        return None
    rank = math.sqrt(sides[0] * sides[1]) if scale.ranks else 1.0
    form = parameters.formats.get(str(event.details.get("visit_format", "")), 1.0)
    base = worth.goldstein if scale.goldstein else worth.plover
    return _Part(event, when, worth, sides, base * rank * form, f"{kind}.{papers}")


def _side_weights(
    event: EventItem,
    parties: Parties,
    between: tuple[str, str],
    worth: TypeValue,
    parameters: Parameters,
) -> tuple[float, float] | None:
    """Give the weight of the highest on each side; None if a side has no part in the event.

    The place stands for a side only where nobody of a third state is told: two presidents who
    meet at a summit in Tokyo have not met Japan.
    """
    of_states = member_states(event, parties)
    present = {c for p in event.participants if (c := parties.country(p)) is not None}
    present.update(of_states)
    absent_sides = [side for side in between if side not in present]
    if absent_sides and parties.country(event.place) not in absent_sides:
        return None  # most events of a record of many states; nobody need be weighed
    as_state = parameters.roles[worth.state_as]
    found = [
        max(
            (
                *(
                    _weight(p, event.date, parties, worth, parameters)
                    for p in event.participants
                    if parties.country(p) == side
                ),
                *(as_state for state in of_states if state == side),
            ),
            default=None,
        )
        for side in between
    ]
    if None in found and parties.country(event.place) in between and present <= set(between):
        absent = found.index(None)
        guest = found[1 - absent]
        if guest is not None and parties.country(event.place) == between[absent]:
            alone = worth.host_as
            found[absent] = guest if alone == "guest" else parameters.roles[alone]
    one, other = found
    return None if one is None or other is None else (one, other)


def _weight(
    participant: str,
    day: str | None,
    parties: Parties,
    worth: TypeValue,
    parameters: Parameters,
) -> float:
    if parties.is_state(participant):
        return parameters.roles[worth.state_as]
    if parties.kind(participant) != "person":
        return parameters.settings["weight_organisation"]
    held = [parameters.roles.get(o.post, 0.0) for o in parties.posts_at(participant, day)]
    if not held:
        led = any(o.post in roles_with("top") for o in parties.told_posts(participant))
        held = [parameters.roles["former_head"]] if led else []
    return max([*held, parameters.settings["weight_person"]])


def _is_of_firms(event: EventItem, parties: Parties) -> bool:
    """Say whether nobody of a state takes part: its papers are papers of business."""
    firms = [p for p in event.participants if parties.kind(p) == "organisation"]
    if not firms or any(parties.is_state(p) for p in event.participants):
        return False
    people = [p for p in event.participants if parties.kind(p) == "person"]
    of_state = roles_with("state")
    if any(o.post in of_state for p in people for o in parties.posts_at(p, event.date)):
        return False
    return not any(is_public(parties.spellings(firm)) for firm in firms)


def _put_off_together(parts: Sequence[_Part]) -> list[_Part]:
    """Let what was put off in one go count once: a summit and the journey to it.

    Of those that share a participant and may lie on one day the heaviest stands for all.
    """
    put_off = sorted(
        (p for p in parts if p.event.status in _PUT_OFF), key=lambda p: (p.value, p.event.id)
    )
    kept: list[_Part] = []
    for part in put_off:
        people = set(part.event.participants)
        if not any(
            people & set(k.event.participants) and k.when.may_equal(part.when) for k in kept
        ):
            kept.append(part)
    return [p for p in parts if p.event.status not in _PUT_OFF or p in kept]


def _key(part: _Part, by_id: dict[str, EventItem]) -> str:
    """Give what an event is counted with: its visit, or the papers of its kind and day."""
    event, seen = part.event, set[str]()
    while event.part_of in by_id and event.id not in seen:
        seen.add(event.id)
        event = by_id[event.part_of]
    if event is not part.event or has_trait(event.type, "host_place"):
        return event.id
    if part.worth.dimension != "dialogue" and part.when.is_day:
        return f"{part.kind}-{part.when.edtf}"
    return event.id


def _contact(
    key: str, group: Sequence[_Part], by_id: dict[str, EventItem], parameters: Parameters
) -> Contact:
    whole = by_id.get(key)
    when = (read_date(whole.date) if whole else None) or group[0].when
    if when.start is None or when.end is None or length_days(when) > LONGEST_DAYS:
        when = group[0].when
    time = _middle(when)
    least = parameters.settings["leader_weight"]
    values = [0.0] * len(parameters.dimensions)
    for place, dimension in enumerate(parameters.dimensions):
        own = [p for p in group if p.worth.dimension == dimension.id]
        if dimension.id == "dialogue":
            values[place] = _largest_and_rest(own, parameters.settings["visit_rest"])
        else:
            values[place] = _counted(own)
    return Contact(
        id=key,
        year=int(time),
        time=time,
        values=tuple(values),
        is_leaders=any(min(p.weights) >= least for p in group),
        was_held=any(p.event.status is Status.HELD for p in group),
        events=tuple(sorted(p.event.id for p in group)),
        sources=frozenset(c.source_id for p in group for c in p.event.citations),
    )


def _largest_and_rest(parts: Sequence[_Part], rest: float) -> float:
    """Add to the largest value a share of the others: one visit is one contact, not ten."""
    values = sorted((p.value for p in parts), key=lambda v: (-abs(v), -v))
    return values[0] + rest * sum(values[1:]) if values else 0.0


def _counted(parts: Sequence[_Part]) -> float:
    """Add up the values, n documents of one kind on one day counting log2(1 + n) times one."""
    by_day: dict[tuple[str, str], list[_Part]] = defaultdict(list)
    for part in parts:
        by_day[part.kind, part.when.edtf].append(part)
    total = 0.0
    for same in by_day.values():
        number = sum(_documents(p.event) for p in same)
        heaviest = max((p.value for p in same), key=abs)
        total += heaviest * math.log2(1 + number)
    return total


def _documents(event: EventItem) -> float:
    told = event.details.get("documents", 1)
    return max(1.0, float(told)) if isinstance(told, int | float) else 1.0


def _middle(when: PartialDate) -> float:
    """Give the middle of a date in years; a bare year is its first of July."""
    assert when.start is not None
    assert when.end is not None
    day = when.start.toordinal() + (when.end.toordinal() - when.start.toordinal() + 1) / 2
    year = date.fromordinal(int(day)).year
    first, following = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1
    return year + (day - first) / (following - first)
