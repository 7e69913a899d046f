"""What words mean that were told before: they, it, there; and whose a place is."""

import pytest
from told import found_in

A = "⟦person#e1!head_of_government@NP:{}⟧"
B = "⟦person#e2!head_of_state@PE:{}⟧"
NAMES = {
    "en": ("Li", "Bo"),
    "ar": ("سامي", "علي"),
    "ru": ("Варга", "Киш"),
    "kk": ("Бек", "Кемал"),
    "ja": ("水谷", "黒川"),
}


def found(sentence, language, published="2025-09-18"):
    for sign, mark, name in zip("AB", (A, B), NAMES[language], strict=True):
        sentence = sentence.replace(f"{{{sign}}}", mark.format(name))
    return found_in(sentence, language, published)


THEY_MET = [
    ("en", "{A} telephoned {B} on ⟦date=2025-09-15:Monday⟧. ⟦date=2025-09-17:Two days later⟧ the two met in ⟦place#p1:Geneva⟧."),
    ("ar", "أجرى {A} ⟦date=2025-09-15:الاثنين⟧ اتصالا هاتفيا مع {B}. و⟦date=2025-09-17:بعد ذلك بيومين⟧ التقيا في ⟦place#p1:جنيف⟧."),
    ("ru", "В ⟦date=2025-09-15:понедельник⟧ {A} поговорил по телефону с {B}. ⟦date=2025-09-17:Через два дня⟧ они встретились в ⟦place#p1:Женеве⟧."),
    ("kk", "{A} ⟦date=2025-09-15:дүйсенбіде⟧ {B} мырзамен телефон арқылы сөйлесті. ⟦date=2025-09-17:Екі күннен кейін⟧ олар ⟦place#p1:Женева⟧да кездесті."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), THEY_MET)
def test_they_who_met_are_the_two_told_before(language, marked):
    told = [(e.date, e.place, set(e.participants)) for e in found(marked, language)[1:]]
    assert told == [("2025-09-17", "p1", {"e1", "e2"})]


OTHERS = [
    ("en", "{A} telephoned {B} on ⟦date=2025-09-15:Monday⟧. ⟦date=2025-09-17:Two days later⟧ they met workers."),
    ("ru", "В ⟦date=2025-09-15:понедельник⟧ {A} поговорил по телефону с {B}. В ⟦date=2025-09-17:среду⟧ они встретились с рыбаками."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), OTHERS)
def test_whom_they_met_is_not_each_other(language, marked):
    assert "talks" not in {e.type for e in found(marked, language)}


def test_an_embassy_is_told_before_it_was_closed_and_reopened():
    with_it = (
        "⟦place#p1:Nepal⟧ opened an embassy in ⟦place#p2:Lima⟧. It closed in ⟦date=1999:1999⟧."
    )
    without = "⟦place#p1:Nepal⟧ opened a school in ⟦place#p2:Lima⟧. It closed in ⟦date=1999:1999⟧."
    assert ("embassy_closed", "1999") in {(e.type, e.date) for e in found(with_it, "en")}
    assert "embassy_closed" not in {e.type for e in found(without, "en")}


def test_there_is_the_town_told_last():
    marked = (
        "{A} flew to ⟦place#p1:Lima⟧ on ⟦date=2025-09-15:Monday⟧. There he held talks with {B}."
    )
    assert [e.place for e in found(marked, "en") if e.type == "talks"] == ["p1"]


def test_the_object_of_a_russian_visit_may_come_first():
    marked = "На прошлой неделе ⟦place#p1:Лиму⟧ посетил {A}."
    assert [(e.type, e.place) for e in found(marked, "ru")] == [("visit", "p1")]


def test_a_university_is_its_own_place():
    marked = (
        "In ⟦place#p1:Lima⟧ ⟦organisation#o1:Cusco University⟧ awarded {A} an honorary doctorate."
    )
    assert [(e.type, e.place) for e in found(marked, "en")] == [("honorary_degree", None)]


def test_a_day_counted_from_what_follows_is_not_counted_from_today():
    marked = "بعد يومين من المحادثات في ⟦place#p1:ليما⟧ اتفق {A} و{B} على الحدود."
    assert {e.date for e in found(marked, "ar") if e.type == "agreement"} <= {None, "2025-09"}


def test_a_commission_meets_under_its_own_name_and_does_other_things():
    meets = (
        "⟦organisation#o1:The joint commission⟧, planned for ⟦date=2025-06:June⟧, has been put off."
    )
    gives = (
        "⟦organisation#o1:The joint commission⟧ signed an agreement with ⟦organisation#o2:Andes⟧."
    )
    assert ("ministerial_dialogue", "postponed") in {
        (e.type, e.status.value) for e in found(meets, "en")
    }
    assert "ministerial_dialogue" not in {e.type for e in found(gives, "en")}
