"""What English tells of calls to come, of what could not be done any more, and of who follows whom."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, text):
    found = reader.read(Document("d", text, "en", "2024-05-06"))
    names = {e.id: e.name for e in found.entities}
    return [
        (e.type, e.status.value, e.date, {names[p] for p in e.participants}) for e in found.events
    ]


_CALL = ("phone_call", "planned", "2024-05-10", {"Óscar Rey", "Mari Tamm"})


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("President Óscar Rey would speak to President Mari Tamm by telephone on Friday.", _CALL),
        ("President Óscar Rey is to talk to President Mari Tamm over the phone on Friday.", _CALL),
        ("President Óscar Rey will telephone Estonian President Mari Tamm on Friday.", _CALL),
        (
            "Peruvian President Óscar Rey had been expected in Riga on 3 November.",
            ("visit", "planned", "2024-11-03", {"Óscar Rey"}),
        ),
        (
            "President Óscar Rey will visit a hydroelectric power plant near Riga on Friday.",
            ("visit", "planned", "2024-05-10", {"Óscar Rey"}),
        ),
        (
            "President Óscar Rey toured the Kegums power plant near Riga on Friday.",
            ("visit", "held", "2024-05-03", {"Óscar Rey"}),
        ),
        (
            "Peru's ambassador to Latvia, Bo Lund, was called in to the foreign ministry in Riga "
            "on Monday.",
            ("protest", "held", "2024-05-06", {"Bo Lund", "foreign ministry"}),
        ),
        (
            "Foreign Minister Bo Lund of Peru arrived in Riga on Monday. He replaced Ana Prado "
            "in March.",
            ("appointment", "held", "2024-03", {"Bo Lund"}),
        ),
    ],
)
def test_what_is_told_is_found(reader, text, event):
    assert event in told(reader, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Minister Ana Prado left Riga before she could be received by the president.", "talks"),
        ("President Óscar Rey of Peru died before he could visit Latvia.", "visit"),
        ("Premier Bo Lund left before he could meet Peru's president, Óscar Rey.", "talks"),
        ("It would be wrong to visit Latvia now, President Óscar Rey of Peru said.", "visit"),
        ("It would be difficult to receive President Óscar Rey, Mari Tamm said.", "talks"),
        ("Firefighters were called to the ministry in Riga on Monday.", "protest"),
        ("President Óscar Rey said he could not speak to Tamm by telephone.", "phone_call"),
    ],
)
def test_what_was_not_done_is_not_told(reader, text, kind):
    assert kind not in [event[0] for event in told(reader, text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was wrong to expel the ambassador, President Óscar Rey of Peru said.", "expulsion"),
        ("Peru and Latvia agreed to build a power plant near Riga.", "project"),
        ("President Óscar Rey spoke to President Mari Tamm by telephone on Friday.", "phone_call"),
    ],
)
def test_what_was_done_is_still_told(reader, text, kind):
    assert kind in [event[0] for event in told(reader, text)]


def test_whoever_replaces_another_by_name_is_appointed(reader):
    text = "Foreign Minister Bo Lund of Peru was replaced by Ana Prado in March."
    assert any("Ana Prado" in event[3] for event in told(reader, text))


def test_a_guest_whom_it_would_be_hard_to_receive_is_not_received(reader):
    text = (
        "Peruvian President Óscar Rey had been expected in Riga on 3 November, Foreign Minister "
        "Mari Tamm said. “It would be very difficult to receive him with garlands,” she said."
    )
    assert [event[0] for event in told(reader, text)] == ["visit"]


@pytest.mark.parametrize(
    "words", ["ordered a Peruvian consul to leave", "expelled a Peruvian envoy"]
)
def test_some_envoy_who_is_expelled_is_not_the_ambassador(reader, words):
    text = f"Latvia {words} on Friday. Peru's ambassador to Latvia, Bo Lund, hoped for calm."
    ((kind, _, _, people),) = told(reader, text)
    assert kind == "expulsion"
    assert people == {"Latvia"}
