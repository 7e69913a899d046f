"""Clauses that leave out who does it, name two in one breath, or put others before their verb."""

import pytest
from told import who_did_what

A = "⟦person#e1!minister@PE:{}⟧"
B = "⟦person#e2!minister@VN:{}⟧"
C = "⟦person#e3!head_of_government@VN:{}⟧"
HOUSE = "⟦organisation#o1:{}⟧"


def test_an_arabic_verb_before_with_has_its_subject_before():
    marked = (
        f"زار {A.format('لي')} ⟦place#p1:هانوي⟧ في ⟦date=2010:عام 2010⟧. وأجرى محادثات مع "
        f"{B.format('لام')}."
    )
    assert ("talks", {"e1", "e2"}) in who_did_what(marked, "ar")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ar", f"وصل {A.format('لي')} إلى ⟦place#p1:هانوي⟧. وألقى محاضرة في "
         f"{HOUSE.format('جامعة هانوي')}."),
        ("kk", f"{A.format('Ли')} ⟦place#p1:Ханой⟧ға ресми сапармен келді. "
         f"{HOUSE.format('Ханой университеті')}нде дәріс оқыды."),
        ("ja", f"{A.format('李')}大臣は⟦place#p1:ハノイ⟧を訪問した。{HOUSE.format('ハノイ大学')}で講演した。"),
    ],
)  # fmt: skip
def test_who_lectures_unnamed_is_the_guest(language, marked):
    assert ("lecture", {"e1", "o1"}) in who_did_what(marked, language)


def test_somebody_met_under_post_and_name_was_met_by_the_one_before():
    marked = (
        f"{A.format('Ли')} ⟦place#p1:Ханой⟧ға ресми сапармен келді. ⟦post#e2:вьетнамдық әріптесі⟧ "
        f"{B.format('Лам')}мен келіссөз жүргізді."
    )
    assert ("talks", {"e1", "e2"}) in who_did_what(marked, "kk")


def test_who_accompanies_somebody_stands_not_for_him():
    marked = (
        f"{C.format('Tran')}, accompanied by {B.format('Lam')}, arrived in ⟦place#p1:Lima⟧ on "
        "⟦date=2025-02-10:Monday⟧."
    )
    assert ("visit", {"e2", "e3"}) in who_did_what(marked, "en")


def test_two_who_come_in_one_breath_both_travel():
    marked = f"{A.format('Ли')} мен {B.format('Лам')} ⟦place#p1:Лима⟧ға ресми сапармен барды."
    assert ("visit", {"e1", "e2"}) in who_did_what(marked, "kk")
