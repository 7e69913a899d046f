"""Kazakh names seen in two halves are joined, and two people's names side by side are not."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.edges import mend
from sijill.mentions.split_names import with_whole_names

PERSON = MentionKind.PERSON


def people(text: str, *names: str) -> list[Candidate]:
    found, at = [], 0
    for name in names:
        at = text.index(name, at)
        found.append(Candidate(PERSON, at, at + len(name), "tagger", 0.9))
        at += len(name)
    return found


@pytest.mark.parametrize(
    ("text", "names", "told"),
    [
        ("Елші Питер Гай Маньянгты көрді.", ["Питер Гай", "Маньянг"], ["Питер Гай Маньянг"]),
        ("Оған генерал Фостен Кабаселе келді.", ["Фостен", "Кабаселе"], ["Фостен Кабаселе"]),
        ("Кеше Лубинда Чанда өтті.", ["Лубин", "Чан"], ["Лубинда Чанда"]),
        (
            "Министр Селеста д'Апрезентасау келді.",
            ["Селеста", "Апрезентасау"],
            ["Селеста д'Апрезентасау"],
        ),
        (
            "Мин Ли келді. Ан Ким Лиді көрді.",
            ["Мин Ли", "Ан Ким", "Ли"],
            ["Ан Ким", "Ли", "Мин Ли"],
        ),
        ("Ан Ким қонақты қабылдады.", ["Ан Ким", "қонақ"], ["Ан Ким", "қонақ"]),
    ],
)
def test_halves_of_a_name_are_joined(text: str, names: list[str], told: list[str]) -> None:
    found = with_whole_names(Document("s1", text, "kk"), people(text, *names))
    assert sorted(text[c.start : c.end] for c in found) == told


def test_the_object_is_parted_from_the_subject_whose_name_stands_before_it() -> None:
    text = "Мутинта Мвиинга келді. Мвиинга сөйледі. Намукало Сиялума Мвиинганы мақтады."
    found = mend(
        Document("s1", text, "kk"),
        people(text, "Мутинта Мвиинга", "Мвиинга", "Намукало Сиялума Мвиинганы"),
    )
    names = [text[c.start : c.end] for c in sorted(found, key=lambda c: c.start)]
    assert names[2] == "Намукало Сиялума"


@pytest.mark.parametrize(
    ("text", "tagged", "told"),
    [
        (
            "Кофи Менса мен Иван Петрович келді. Менса Петрович және елшімен сөйлесті.",
            ["Кофи Менса", "Иван Петрович", "Менса Петрович"],
            ["Кофи Менса", "Иван Петрович", "Менса", "Петрович"],
        ),
        # One of the two may be somebody's given name, or told of nobody else.
        (
            "Кофи Менса келді. Менса Петрович кетті.",
            ["Кофи Менса", "Менса Петрович"],
            ["Кофи Менса", "Менса Петрович"],
        ),
        (
            "Анна Мария мен Мария Клара келді. Мария Анна кетті.",
            ["Анна Мария", "Мария Клара", "Мария Анна"],
            ["Анна Мария", "Мария Клара", "Мария Анна"],
        ),
    ],
)
def test_two_family_names_side_by_side_are_two_people(text, tagged, told) -> None:
    found = mend(Document("s1", text, "kk"), people(text, *tagged))
    assert [text[c.start : c.end] for c in sorted(found, key=lambda c: c.start)] == told
