"""Meetings held one by one are several, whatever word tells that they were."""

import pytest
from told import who_did_what

A = "⟦person#e1!foreign_minister@UY:{}⟧"
B = "⟦person#e2!foreign_minister@QA:{}⟧"
C = "⟦person#e3!foreign_minister@FI:{}⟧"


def named(first, second, third):
    return A.format(first), B.format(second), C.format(third)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Minister {} held separate meetings with Ministers {} and {} in Doha."),
        ("en", "Minister {} met separately with Ministers {} and {}."),
        ("ar", "عقد الوزير {} في الدوحة لقاءين منفصلين مع {} و{}."),
        ("ar", "أجرى الوزير {} محادثات منفصلة مع {} و{}."),
        ("ar", "عقد الوزير {} اجتماعين مع {} و{}، كل على حدة."),
        ("ru", "Министр {} по отдельности встретился с {} и {}."),
    ],
)
def test_meetings_told_to_be_apart_are_two(language, text):
    names = {
        "en": ("Juan Sosa", "Salim Naimi", "Aino Koski"),
        "ar": ("خوان سوسا", "سالم النعيمي", "أينو كوسكي"),
        "ru": ("Хуан Соса", "Салимом Наими", "Айно Коски"),
    }[language]
    told = who_did_what(text.format(*named(*names)), language)
    assert told == [("talks", {"e1", "e2"}), ("talks", {"e1", "e3"})]


def test_a_meeting_with_two_is_one():
    text = "Minister {} held a meeting with Ministers {} and {} in Doha."
    told = who_did_what(text.format(*named("Juan Sosa", "Salim Naimi", "Aino Koski")), "en")
    assert told == [("talks", {"e1", "e2", "e3"})]
