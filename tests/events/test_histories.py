"""Histories tell a month or year once; what their people did then is of it, and nothing else."""

import pytest
from told import what_when

DAY = "2025-06-12"
A = "⟦person#e1!foreign_minister@BT:{}⟧"
B = "⟦person#e2!head_of_state@BJ:{}⟧"
C = "⟦person#e3!head_of_state@PE:{}⟧"


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A.format('Namgyel')} visited ⟦place#p1:Cotonou⟧ in ⟦date=1987-04:April 1987⟧. "
         f"He held talks with {B.format('Adjovi')}."),
        ("ar", f"زار {A.format('نامجيل')} ⟦place#p1:كوتونو⟧ في ⟦date=1987-04:أبريل 1987⟧. وأجرى "
         f"{A.format('نامجيل')} محادثات مع {B.format('أدجوفي')}."),
        ("ru", f"{A.format('Намгьел')} посетил ⟦place#p1:Котону⟧ в ⟦date=1987-04:апреле 1987 года⟧."
         f" {A.format('Намгьел')} провёл переговоры с {B.format('Аджови')}."),
        ("kk", f"{A.format('Намгьел')} ⟦date=1987-04:1987 жылғы сәуірде⟧ ⟦place#p1:Котону⟧ға "
         f"сапармен барды. Ол {B.format('Аджови')}мен келіссөз жүргізді."),
        ("ja", f"{A.format('ナムゲル')}外相は⟦date=1987-04:1987年4月⟧、⟦place#p1:コトヌー⟧を訪れた。"
         f"{B.format('アジョヴィ')}大統領と会談した。"),
    ],
)  # fmt: skip
def test_what_a_guest_did_is_of_the_month_of_his_visit(language, marked):
    assert ("talks", "held", "1987-04") in what_when(marked, language, DAY)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{C.format('Rojas')} held talks with ⟦person#e4:Lam⟧.",
        f"{A.format('Namgyel')} later held talks with {B.format('Adjovi')}.",
        f"{A.format('Namgyel')} had met {B.format('Adjovi')} for talks.",
        f"Much came ⟦date=1989:in 1989⟧. {A.format('Namgyel')} held talks with {B.format('Adjovi')}"
        ".",
    ],
)
def test_what_others_did_or_what_was_done_later_is_not_of_it(sentence):
    visit = f"{A.format('Namgyel')} visited ⟦place#p1:Cotonou⟧ in ⟦date=1987-04:April 1987⟧. "
    assert "1987-04" not in {
        d for t, _, d in what_when(visit + sentence, "en", DAY) if t == "talks"
    }


def test_a_history_ends_with_its_paragraph():
    visit = f"{A.format('Namgyel')} visited ⟦place#p1:Cotonou⟧ in ⟦date=1987-04:April 1987⟧."
    talks = f"{A.format('Namgyel')} held talks with {B.format('Adjovi')}."
    found = what_when(f"{visit}\n\n{talks}", "en", DAY)
    assert "1987-04" not in {d for t, _, d in found if t == "talks"}


def test_a_plan_in_the_course_of_a_visit_is_of_its_month():
    marked = (
        f"{A.format('Namgyel')} will visit ⟦place#p1:Benin⟧ in ⟦date=2025-11:November⟧. The visit "
        "was first planned for ⟦date=2025-05:May⟧ but postponed. In ⟦place#p2:Cotonou⟧ "
        f"{A.format('Namgyel')} will hold talks with {B.format('Adjovi')}."
    )
    found = what_when(marked, "en", DAY)
    assert ("talks", "planned", "2025-11") in found
    assert [(s, d) for t, s, d in found if t == "visit"] == [("postponed", "2025-11")]


def test_a_plan_in_a_visit_of_several_days_has_no_day_of_it():
    marked = (
        f"{A.format('Namgyel')} will visit ⟦place#p1:Benin⟧ from ⟦date=2025-07-05:5⟧ to "
        f"⟦date=2025-07-09:9 July⟧. {A.format('Namgyel')} will sign an agreement with "
        f"{B.format('Adjovi')}."
    )
    assert "2025-07-05" not in {d for t, _, d in what_when(marked, "en", DAY) if t == "signing"}


def test_the_day_of_the_lead_is_that_of_the_report_even_if_it_was_yesterday():
    marked = (
        f"{B.format('Adjovi')} met {A.format('Namgyel')} ⟦date=2025-06-11:yesterday⟧. The two sides"
        " signed an agreement."
    )
    assert ("signing", "held", "2025-06-11") in what_when(marked, "en", DAY)


def test_a_deed_behind_the_second_day_of_a_sentence_is_of_it():
    marked = (
        f"On ⟦date=2025-06-09:9 June⟧ {A.format('Namgyel')} met {C.format('Rojas')}, on "
        f"⟦date=2025-06-10:10 June⟧ he met {B.format('Adjovi')}, then they signed an agreement."
    )
    assert ("signing", "held", "2025-06-10") in what_when(marked, "en", DAY)
