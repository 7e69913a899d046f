"""Guests of one occasion side by side, of invented states: host XA, guests of XB, XC and XD."""

from dataclasses import replace

import pytest
from hand import person, place

from sijill.checks.peers import peers_of
from sijill.citation import Citation
from sijill.documents.document import Status
from sijill.record.items import EventItem, Telling
from sijill.record.material import Material
from sijill.record.visits import VisitRow
from sijill.tellings.parties import Parties

ENTITIES = (
    place("xa", "XA", en="Arva"),
    place("hall", "XA", "xa", en="Great Hall"),
    place("lodge", "XA", "xa", en="Lodge"),
    person("queen", "XA", ("monarch", "1990/.."), en="Queen Una"),
    person("heir", "XA", ("heir", "1990/.."), en="Prince Ivo"),
    person("premier", "XA", ("head_of_government", "1990/.."), en="Premier Orla"),
    person("berg", "XB", ("head_of_state", "1990/.."), en="Ola Berg"),
    person("cruz", "XC", ("head_of_state", "1990/.."), en="Ana Cruz"),
    person("dole", "XD", ("head_of_government", "1990/.."), en="Ian Dole"),
    person("envoy", "XD", ("ambassador", "1990/.."), en="An Envoy"),
)


def cited(words="They met."):
    return (Citation("s", 0, len(words), words),)


def event(kind, date, who, at="hall", *, status="held", **more):
    details = more.pop("details", {})
    told = (
        Telling("date", date, cited(f"on {date}")),
        *(Telling(name, str(value), cited(f"{name} {value}")) for name, value in details.items()),
        *more.pop("tellings", ()),
    )
    name = f"{kind}-{date}-{who.split()[0]}"
    return EventItem(
        name, kind, Status(status), cited(), date, at, tuple(who.split()), details, told, **more
    )


def peers(*events, rows=()):
    parties = Parties(ENTITIES)
    material = Material(
        events, parties, ("XA", "XB"), ("en",), {}, {}, {}, {}, (), visits=tuple(rows)
    )
    return {row.guest or row.name: row for row in peers_of(material)}


def values(row, feature):
    return [value.value for value in row.of(feature)]


def visit(guest, country, monarch=None, hog=None, **more):
    told = {"monarch_date": monarch, "hog_date": hog, **more}
    cells = {"venue": None, "meal": None, **told}
    return VisitRow(
        id=f"{country}-1", guest=guest, country=country, host="XA", role="head_of_state",
        addresses=("https://one.test",), **cells,
        cell_addresses={c: (f"https://one.test/{c}",) for c, v in told.items() if v is not None},
    )  # fmt: skip


SUMMIT = event("summit", "2001-05-10", "berg cruz dole premier")
BERG = event("audience", "2001-05-09", "berg queen", details={"minutes": 20})
CRUZ = event("audience", "2001-05-10", "cruz queen", "lodge")


def test_guests_of_one_summit_stand_side_by_side():
    found = peers(SUMMIT, BERG, CRUZ)
    assert set(found) == {"berg", "cruz", "dole"}
    assert {row.occasion for row in found.values()} == {SUMMIT.id}
    assert values(found["berg"], "received") == ["2001-05-09"]
    assert values(found["berg"], "received_at") == ["hall"]
    assert values(found["berg"], "received_minutes") == ["20"]
    assert values(found["cruz"], "received_at") == ["lodge"]


def test_what_nobody_tells_is_not_known_and_never_a_no():
    found = peers(SUMMIT, BERG, CRUZ)
    assert found["dole"].values == ()
    assert values(found["berg"], "received_meal") == []
    assert values(found["berg"], "one_day") == []


def test_every_value_stands_on_the_words_that_tell_it():
    [value] = peers(SUMMIT, BERG, CRUZ)["berg"].of("received_minutes")
    assert [c.exact for c in value.citations] == ["minutes 20"]
    assert value.references == ()


def test_both_on_one_day_is_worked_out_from_the_two_days():
    talks = event("talks", "2001-05-09", "berg premier")
    later = event("talks", "2001-05-11", "cruz premier")
    found = peers(SUMMIT, BERG, CRUZ, talks, later)
    assert values(found["berg"], "government") == ["2001-05-09"]
    assert values(found["berg"], "one_day") == ["yes"]
    assert values(found["cruz"], "one_day") == ["no"]
    [value] = found["cruz"].of("one_day")
    assert value.inferred
    assert {c.exact for c in value.citations} == {"on 2001-05-10", "on 2001-05-11"}


def test_a_meal_is_the_monarchs_only_with_the_monarch_at_the_table():
    state = event("banquet", "2001-05-09", "berg queen heir", details={"meal": "luncheon"})
    other = event("banquet", "2001-05-10", "cruz premier", details={"meal": "dinner"})
    found = peers(SUMMIT, BERG, CRUZ, state, other)
    assert values(found["berg"], "received_meal") == ["luncheon"]
    assert values(found["berg"], "crown_prince") == ["yes"]
    assert values(found["cruz"], "received_meal") == []


def test_a_dinner_of_all_is_no_ones_own():
    dinner = event("banquet", "2001-05-10", "berg cruz queen", details={"meal": "dinner"})
    assert values(peers(SUMMIT, BERG, dinner)["berg"], "received_meal") == []


@pytest.mark.parametrize("status", ["planned", "postponed", "cancelled"])
def test_what_was_not_held_shows_nothing(status):
    planned = event("audience", "2001-05-09", "berg queen", status=status)
    assert peers(SUMMIT, planned, CRUZ)["berg"].values == ()


def test_values_on_which_sources_differ_both_stand():
    told = (Telling("minutes", "15", cited("15 minutes")),)
    audience = event(
        "audience", "2001-05-09", "berg queen", details={"minutes": 20}, tellings=told,
        disputed=("minutes",),
    )  # fmt: skip
    assert values(peers(SUMMIT, audience)["berg"], "received_minutes") == ["15", "20"]


def test_a_table_adds_what_the_record_lacks_with_its_own_address():
    rows = (visit("Ola Berg", "XB", "2001-05-09", meal="luncheon", venue="palace"),)
    found = peers(SUMMIT, BERG, CRUZ, rows=rows)
    [meal] = found["berg"].of("received_meal")
    assert (meal.value, meal.citations) == ("luncheon", ())
    assert meal.references == ("https://one.test/meal",)
    # The day is told by both: the words of the source and the row stand beside each other.
    [day] = found["berg"].of("received")
    assert (len(day.citations), day.references) == (1, ("https://one.test/monarch_date",))
    # The host's palace is no known place here; that it may be the hall nobody says.
    assert values(found["berg"], "received_at") == ["hall", "palace"]


def test_a_guest_whom_only_a_table_knows_stands_there_without_an_entity():
    found = peers(SUMMIT, BERG, rows=(visit("Eva Fink", "XE", "2001-05-11"),))
    assert (found["Eva Fink"].guest, found["Eva Fink"].country) == (None, "XE")
    assert values(found["Eva Fink"], "received") == ["2001-05-11"]


def test_a_table_that_differs_from_the_record_stands_beside_it():
    found = peers(SUMMIT, BERG, CRUZ, rows=(visit("Ola Berg", "XB", "2001-05-10"),))
    assert values(found["berg"], "received") == ["2001-05-09", "2001-05-10"]


def test_each_of_two_values_has_the_address_that_tells_it_and_neither_stands_alone():
    row = replace(
        visit("Ola Berg", "XB", "2001-05-09"),
        differing={"minutes": {"15": ("https://one.test",), "25": ("https://two.test",)}},
    )
    audience = event("audience", "2001-05-09", "berg queen")
    others = (
        event("audience", "2001-05-10", "cruz queen", details={"minutes": 20}),
        event("audience", "2001-05-10", "dole queen", details={"minutes": 20}),
    )
    found = peers(SUMMIT, audience, *others, rows=(row,))["berg"].of("received_minutes")
    assert [(v.value, v.references, v.alone) for v in found] == [
        ("15", ("https://one.test",), False),
        ("25", ("https://two.test",), False),
    ]


def test_without_a_summit_a_week_with_guests_of_two_states_is_an_occasion():
    found = peers(BERG, CRUZ)
    assert {row.occasion for row in found.values()} == {"week-XA-2001-05-09"}


def test_one_guest_alone_has_no_peers_and_far_weeks_are_no_occasion():
    assert peers(BERG) == {}
    assert peers(BERG, event("audience", "2001-07-10", "cruz queen")) == {}
    assert peers(BERG, rows=(visit("Eva Fink", "XE", "2001-09-11"),)) == {}


def test_an_ambassador_is_no_peer_of_presidents():
    assert "envoy" not in peers(BERG, CRUZ, event("audience", "2001-05-09", "envoy queen"))


def test_a_value_stands_alone_only_when_every_other_is_known():
    dole = event("audience", "2001-05-11", "dole queen", "lodge")
    known = peers(SUMMIT, BERG, CRUZ, dole)
    assert [v.alone for v in known["berg"].of("received_at")] == [True]
    assert [v.alone for v in known["cruz"].of("received_at")] == [False]
    assert [v.alone for v in peers(SUMMIT, BERG, CRUZ)["berg"].of("received_at")] == [False]


def test_the_order_of_events_changes_nothing():
    events = (SUMMIT, BERG, CRUZ, event("talks", "2001-05-11", "cruz premier"))
    assert list(peers(*events).values()) == list(peers(*reversed(events)).values())
