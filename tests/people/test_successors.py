import pytest
from test_resolution import read

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


def held(entity) -> list[tuple[str, str | None, str]]:
    return [(p.post, p.body, p.status) for p in entity.posts]


def test_who_is_named_behind_the_verb_follows_whom_it_begins_with() -> None:
    _, by_name = read(
        "{T:Посол {L:Японии}} {P:Ян Берг} уехал. {P:Берга} сменила {P:Анна Оос}.", "ru"
    )
    assert held(by_name["Анна Оос"]) == [("ambassador", "JP", "current")]
    assert held(by_name["Ян Берг"]) == [("ambassador", "JP", "former")]


def test_his_successor_is_named_behind_his() -> None:
    _, by_name = read(
        "{T:Посол {L:Японии}} {P:Ян Берг} уехал. На этом посту его сменит {P:Анна Оос}.", "ru"
    )
    assert held(by_name["Анна Оос"]) == [("ambassador", "JP", "current")]


def test_who_is_named_before_the_verb_follows_whom_it_ends_with() -> None:
    _, by_name = read("{T:Посол {L:Японии}} {P:Ян Берг} сменил {P:Анну Оос}.", "ru")
    assert held(by_name["Анну Оос"]) == [("ambassador", "JP", "former")]
    assert held(by_name["Ян Берг"]) == [("ambassador", "JP", "current")]


@pytest.mark.parametrize("told", ["has been named:", "will be", "has been named as"])
def test_an_english_successor_may_be_named_behind_a_verb(told) -> None:
    reading = Reader(load_register()).read(
        Document(
            "s",
            "Head\n\nPeru's ambassador to Oman, Juan Sosa, left on Monday. His successor "
            f"{told} Ana Vera.",
            "en",
            "2024-06-15",
        )
    )
    (vera,) = [e for e in reading.entities if e.name == "Ana Vera"]
    assert [(p.post, p.body, p.status) for p in vera.posts] == [("ambassador", "PE", "current")]


def test_a_predecessor_is_that_of_whom_a_clause_has_just_appointed() -> None:
    text = (
        "Head\n\nPeru's foreign minister, Juan Sosa, will travel to Oman.\n\nAna Vera has been "
        "named Chile's ambassador to Togo. Her predecessor, Luis Mora, retired in April."
    )
    reading = Reader(load_register()).read(Document("s", text, "en", "2024-06-15"))
    (mora,) = [e for e in reading.entities if e.name == "Luis Mora"]
    assert [(p.post, p.body, p.status) for p in mora.posts] == [("ambassador", "CL", "former")]
