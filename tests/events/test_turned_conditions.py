"""Conditions turned round, plans that fell through, and reports called untrue: what was not so."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, text, head="Head"):
    """Give types, statuses and dates of what a text of 12 June 2025, a Thursday, tells."""
    reading = reader.read(Document("t", f"{head}\n\n{text}", "en", "2025-06-12"))
    return [(e.type, e.status.value, e.date) for e in reading.events]


@pytest.mark.parametrize(
    "text",
    [
        "Had Latvia recalled its ambassador, Gabon would have followed.",
        "Had the premier of Latvia visited Gabon on Monday, others would have followed.",
        "Trade would have doubled had Latvia signed the agreement in May, analysts said.",
        "Reports that Latvia had expelled a commercial attaché were “pure invention”, he said.",
        "Rumours of the recall of the ambassador of Gabon are baseless, the ministry said.",
    ],
)
def test_what_never_was_is_no_event(reader, text):
    assert told(reader, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Should Latvia sign the agreement, exports will double.",
            [("signing", "proposed", None)],
        ),
        ("Were the premier to visit Gabon, all would be glad.", [("visit", "proposed", None)]),
        (
            "Foreign Minister Liga Ozola of Latvia, who was due to fly to Libreville on Sunday, has "
            "put off her trip.",
            [("visit", "postponed", "2025-06-15"), ("postponement", "held", "2025-06")],
        ),
        (
            "A telephone call with the premier of Gabon, Jean Obame, planned for Monday, did not "
            "take place.",
            [("phone_call", "cancelled", "2025-06-09")],
        ),
        (
            "Foreign Minister Liga Ozola of Latvia expressed her hope to visit Gabon in September.",
            [("visit", "proposed", "2025-09")],
        ),
        (
            "Had productive talks with Foreign Minister Liga Ozola of Latvia in Libreville today.",
            [("talks", "held", "2025-06-12")],
        ),
    ],
)
def test_how_far_it_has_got(reader, text, expected):
    assert told(reader, text) == expected


def test_a_paper_to_be_ratified_was_signed(reader):
    found = told(
        reader,
        "The accord has to be ratified by parliament after it was signed on Monday in Libreville "
        "by the presidents of Latvia and Gabon.",
    )
    assert ("signing", "held", "2025-06-09") in found


def test_a_headline_is_no_part_of_the_text(reader):
    found = told(
        reader,
        "A summit of Latvia and Gabon in Riga, planned for Friday, has been postponed to March.",
        head="Riga summit put off",
    )
    assert [(kind, status) for kind, status, _ in found] == [("summit", "postponed")]


@pytest.mark.parametrize(
    "words",
    [
        "Speculation that Foreign Minister Liga Ozola of Latvia, who visited Gabon on Monday, would "
        "resign was untrue.",
        "Latvia denied reports that Foreign Minister Liga Ozola, who visited Gabon on Monday, would "
        "resign.",
    ],
)
def test_what_is_told_aside_in_an_untrue_report_was_so(reader, words):
    assert ("visit", "held", "2025-06-09") in told(reader, words)


def test_a_hall_decorated_for_a_visit_is_no_honour(reader):
    found = told(reader, "The hall was decorated for the premier of Gabon, Jean Obame.")
    assert [kind for kind, _, _ in found if kind == "decoration"] == []
