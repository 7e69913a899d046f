"""Days, people and names of English accounts: whose day it is, who travels, who only stands near."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def read(reader, text, head="Head"):
    return reader.read(Document("t", f"{head}\n\n{text}", "en", "2025-06-12"))


def events(reading):
    """Give types, statuses, dates, and the last words of the names of those who took part."""
    names = {e.id: e.name_en.split()[-1] for e in reading.entities}
    return [
        (e.type, e.status.value, e.date, sorted(names[p] for p in e.participants))
        for e in reading.events
    ]


def test_when_a_guest_had_come_is_no_day_of_the_account(reader):
    found = events(
        read(
            reader,
            "Premier Jean Obame of Gabon, who came from Spain on Friday, was received by President "
            "Liga Ozola.",
        )
    )
    assert found == [("courtesy_call", "held", None, ["Obame", "Ozola"])]


def test_until_when_somebody_must_leave_is_no_day_of_the_account(reader):
    found = events(
        read(
            reader,
            "Gabon expelled two aid workers on Tuesday and gave a third until Saturday to leave. "
            "Foreign Minister Liga Ozola of Latvia recalled her ambassador for consultations.",
        )
    )
    assert [e[2] for e in found] == ["2025-06-10", "2025-06-10"]


def test_a_trip_by_a_successor_is_the_successors(reader):
    found = events(
        read(
            reader,
            "President Ana Kos visited Lima in 2004; a trip by her successor, Jean Obame, was "
            "abandoned in 2011.",
        )
    )
    assert found[1] == ("visit", "cancelled", "2011", ["Obame"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In May 2012 he was decorated by Premier Jean Obame of Gabon.",
            ("decoration", "held", "2012-05", ["Obame"]),
        ),
        (
            "Latvia and Gabon reopened their embassies last autumn.",
            ("embassy_opened", "held", "2024-23", ["Gabon", "Latvia"]),
        ),
        (
            "Premier Jean Obame of Gabon will fly on to Riga.",
            ("visit", "planned", None, ["Obame"]),
        ),
        (
            "Reuters reported the expulsion of two Latvian diplomats from Gabon.",
            ("expulsion", "held", None, []),
        ),
    ],
)
def test_ways_of_telling(reader, text, expected):
    assert expected in events(read(reader, text))


def test_a_readout_headed_as_a_call_tells_one_call(reader):
    reading = read(
        reader,
        "Foreign Minister Liga Ozola of Latvia spoke today with the Foreign Minister of Gabon, Jean "
        "Obame. They discussed fisheries.",
        head="Readout of Foreign Minister Ozola's call with the Foreign Minister of Gabon",
    )
    assert events(reading) == [("phone_call", "held", "2025-06-12", ["Obame", "Ozola"])]


def test_what_an_envoy_is_called_to_hear_of_tells_no_place(reader):
    reading = read(
        reader,
        "Gabon's foreign ministry summoned the Latvian ambassador, Liga Ozola, on Monday to protest "
        "at the detention of a freighter off Porto.",
    )
    assert [e.place for e in reading.events] == [None]


def test_an_article_is_nobody(reader):
    reading = read(reader, "The host said that the damage was great.")
    assert [m.text for m in reading.mentions if m.kind.value == "person"] == []
