"""Events are found under their keys, just those that going through all of them would find."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hand import WORLD

from sijill.citation import Citation
from sijill.documents.document import Status
from sijill.event_types import has_trait
from sijill.record.items import EventItem
from sijill.record.lookup import Lookup
from sijill.tellings.families import is_same_kind
from sijill.tellings.parties import Parties

PARTIES = Parties(WORLD)
TYPES = ("visit", "talks", "lecture", "speech", "audience", "embassy_opened", "unknown")
PEOPLE = [e.id for e in WORLD if e.kind != "place"] + ["kz", "nobody"]
PLACES = [e.id for e in WORLD if e.kind == "place"] + [None, "nowhere"]
WORDS = (Citation("s", 0, 4, "They"),)


def _events() -> list[EventItem]:
    chance = Random(5)
    return [
        EventItem(
            f"e{number}",
            chance.choice(TYPES),
            chance.choice(list(Status)),
            WORDS,
            None,
            chance.choice(PLACES),
            tuple(chance.choices(PEOPLE, k=chance.randint(0, 3))),
        )
        for number in range(400)
    ]


EVENTS = _events()
LOOKUP = Lookup(EVENTS, PARTIES)


def _is_at(event: EventItem, venues: tuple[str, ...]) -> bool:
    return any(
        v in event.participants or (event.place is not None and PARTIES.covers(v, event.place))
        for v in venues
    )


def test_a_kind_at_a_place_of_somebody_of_a_state() -> None:
    found = 0
    for types in [("visit",), ("lecture",), ("talks", "audience"), ("none",)]:
        kind = [e for e in EVENTS if any(is_same_kind(e.type, t) for t in types)]
        assert LOOKUP.of_kind(types) == kind
        assert LOOKUP.number_of(types) == len(kind)
        for venues in [("jp",), ("tokyo", "kz"), ("central-asia",), ("komatsu",), ("nowhere",)]:
            for person in (None, "tokayev", "nobody"):
                for states in [(), ("KZ",), ("KZ", "JP")]:
                    expected = [
                        e
                        for e in kind
                        if _is_at(e, venues)
                        and (person is None or person in e.participants)
                        and set(states) <= {PARTIES.country(p) for p in e.participants}
                    ]
                    given = LOOKUP.of_kind(types, venues=venues, person=person, states=states)
                    assert given == expected
                    found += len(expected)
    assert found > 100


def test_a_type_a_status_and_a_trait() -> None:
    for kind in (*TYPES, "none"):
        assert LOOKUP.of_type(kind) == [e for e in EVENTS if e.type == kind]
    for one, other in combinations(Status, 2):
        assert LOOKUP.of_status(one, other) == [e for e in EVENTS if e.status in (one, other)]
    assert LOOKUP.with_trait("once") == [e for e in EVENTS if has_trait(e.type, "once")]
    assert LOOKUP.with_trait("once")


def test_what_was_worked_out_before_is_kept() -> None:
    lookup = Lookup(EVENTS, PARTIES)
    first = lookup.kept("mine", object)
    assert lookup.kept("mine", object) is first
    assert lookup.kept("other", object) is not first
