"""Who meets somebody told by a post alone, and two ministers whom nobody names."""

import pytest
from told import found_in, what_when, who_did_what

A = "⟦person#e1!foreign_minister@PE:{}⟧"


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A.format('Quispe')} met the ⟦post:minister of fisheries⟧ on "
         "⟦date=2025-02-10:Monday⟧."),
        ("ar", f"التقى {A.format('كيسبي')} ⟦post:وزير الصيد⟧ ⟦date=2025-02-10:الاثنين⟧."),
    ],
)  # fmt: skip
def test_whoever_meets_a_post_without_a_name_is_the_only_one_named(language, marked):
    assert ("talks", {"e1"}) in who_did_what(marked, language)


def test_two_ministers_without_names_met_and_are_nobody_of_before():
    marked = (
        f"زار {A.format('كيسبي')} ⟦place#p1:هانوي⟧ ⟦date=2024:العام الماضي⟧. ومن المقرر أن يلتقي "
        "وزيرا خارجية البلدين في ⟦place#p2:ريغا⟧ في ⟦date=2025-04-02:2 أبريل⟧."
    )
    assert ("talks", set()) in who_did_what(marked, "ar")
    assert ("talks", "planned", "2025-04-02") in what_when(marked, "ar")


def test_nobody_told_met_the_minister_in_a_question():
    assert found_in("You also met the ⟦post:Prime Minister⟧.", "en") == ()


def test_an_anniversary_without_a_day_is_of_the_year_of_the_text():
    marked = (
        f"أقام {A.format('كيسبي')} ⟦date=2025-02-10:الاثنين⟧ مأدبة عشاء بمناسبة مرور أربعين عاما على "
        "إقامة العلاقات الدبلوماسية بين ⟦place#p1@PE:بيرو⟧ و⟦place#p2@VN:فيتنام⟧."
    )
    assert ("relations_established", "held", "1985") in what_when(marked, "ar")


def test_a_visit_put_off_to_a_day_lasts_as_long_as_told():
    marked = (
        f"{A.format('Quispe')} begins a two-day official visit to ⟦place#p1@VN:Vietnam⟧ on "
        "⟦date=2025-02-17:Monday⟧. The visit was first planned for ⟦date=2024-12:December⟧ but "
        "was postponed."
    )
    dates = {date for kind, _, date in what_when(marked, "en") if kind == "visit"}
    assert "2025-02-17/2025-02-18" in dates
