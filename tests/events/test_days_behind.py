"""A day may stand behind all that a verb leads to, or be parted from it by another clause."""

from told import what_when

A = "⟦person#e1!foreign_minister@FJ:Vula⟧"
B = "⟦person#e2!foreign_minister@MT:Zammit⟧"
MONDAY = "⟦date=2025-02-10:Monday⟧"


def test_a_day_behind_what_was_signed_is_that_of_the_signing():
    marked = (
        f"{A} and {B} signed a joint communiqué establishing diplomatic relations between "
        f"⟦place#e3@FJ:Fiji⟧ and ⟦place#e4@MT:Malta⟧ on {MONDAY}."
    )
    assert what_when(marked, "en") == {
        ("signing", "held", "2025-02-10"),
        ("statement_joint", "held", "2025-02-10"),
        ("relations_established", "held", "2025-02-10"),
    }


def test_relations_established_between_two_keep_their_year():
    marked = (
        "Relations between the ⟦place#e3@OM:Sultanate of Oman⟧ and ⟦place#e4@GE:Georgia⟧ were "
        "established in ⟦date=1992:1992⟧."
    )
    assert what_when(marked, "en") == {("relations_established", "held", "1992")}


def test_a_forum_that_opened_yesterday_and_closes_tomorrow_is_held():
    marked = (
        f"The business forum, which opened in ⟦place#e3@RO:Cluj⟧ on {MONDAY} and closes "
        "⟦date=2025-02-12:tomorrow⟧, drew 140 firms."
    )
    assert what_when(marked, "en") == {("business_forum", "held", "2025-02-10/2025-02-12")}


def test_talks_of_certain_days_and_a_place_are_told_whoever_held_them():
    marked = (
        "The talks on the ferry, held in ⟦place#e3@TR:Sinop⟧ from "
        "⟦date=2025-01-28/2025-01-30:28 to 30 January⟧, ended without a result."
    )
    assert what_when(marked, "en") == {("talks", "held", "2025-01-28/2025-01-30")}


def test_what_a_clause_about_a_meeting_holds_does_not_hide_that_it_is_put_off():
    marked = (
        "A summit that was to bring together ⟦person#e1!head_of_state@CD:Mbuyi⟧ of "
        "⟦place#cd@CD:Congo⟧, ⟦person#e2!head_of_state@BI:Niyonzima⟧ of ⟦place#bi@BI:Burundi⟧ and "
        "⟦person#e3!head_of_state@TZ:Karega⟧ of ⟦place#tz@TZ:Tanzania⟧ this week has been "
        "postponed until the end of ⟦date=2025-03:March⟧."
    )
    assert what_when(marked, "en") == {("summit", "postponed", "2025-03")}


def test_to_before_an_article_is_no_headline_wherever_the_head_ends():
    marked = (
        f"Ministers {A} and {B} of Fiji and of Malta put both their names to the document at the "
        "end of her four-day visit, which began on ⟦date=2025-02-08:Saturday⟧."
    )
    assert ("visit", "held", "2025-02-08/2025-02-11") in what_when(marked, "en")
