"""Happenings told in ways of the English press, and how far they have got."""

import pytest
from told import what_when

A = "⟦person#e1!head_of_government@FJ:Sakiusa Valu⟧"
B = "⟦person#e2!head_of_government@VU:Jean Tari⟧"
P = "⟦place#p1:Lima⟧"
C = "⟦place#p2:Togo⟧"
TOMORROW = "⟦date=2025-02-12:tomorrow⟧"
YEAR = "⟦date=1996:1996⟧"
MAY = "⟦date=2024-05:May⟧"


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (f"{A} is on a working visit to {C} until {TOMORROW}.", ("visit", "held", "../2025-02-12")),
        (
            f"{A} is on an official visit to {C} until ⟦date=2025-02-14:Friday⟧.",
            ("visit", "held", "../2025-02-14"),
        ),
        (f"The last premier to come to {C} was {A}.", ("visit", "held", None)),
        (f"{A} will be the first premier to travel to {C}.", ("visit", "planned", None)),
        (f"{A} took over the energy portfolio in {MAY}.", ("appointment", "held", "2024-05")),
        (f"{C} sent its first ambassador to {P} in {YEAR}.", ("appointment", "held", "1996")),
        (
            f"{A} and {B} had negotiated the cultural agreement of {YEAR}.",
            ("agreement", "held", "1996"),
        ),
        (f"{A} joined a trade mission to {C} in {MAY}.", ("visit", "held", "2024-05")),
        (
            f"{A} was due to call on {B} ⟦date=2025-02-13:on Thursday⟧, but the appointment was "
            "moved to ⟦date=2025-02-14:Friday⟧ because of fog.",
            ("courtesy_call", "postponed", "2025-02-14"),
        ),
    ],
)
def test_what_the_english_press_tells(marked, told):
    assert told in what_when(marked, "en")


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (f"⟦date=1999:1999⟧. {A} pays a visit to {C}. No talks are held.",
         ("visit", "held", "1999")),
        ("⟦date=1991-03:March 1991⟧. ⟦place#p3:Fiji⟧ and ⟦place#p2:Togo⟧ establish diplomatic "
         "relations.", ("relations_established", "held", "1991-03")),
    ],
)  # fmt: skip
def test_an_entry_of_a_chronicle_is_of_the_date_that_heads_it(marked, told):
    assert told in what_when(marked, "en")


def test_a_plan_that_illness_thwarts_fell_through():
    marked = f"A meeting with {B} had also been arranged, but he fell ill."
    assert {status for kind, status, _ in what_when(marked, "en") if kind == "talks"} <= {
        "cancelled"
    }
    assert ("visit", "planned", None) in what_when(f"{A} plans a trip to {C}.", "en")
