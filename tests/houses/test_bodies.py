"""Places and organisations of one text, each one entity."""

import pytest
from test_resolution import read

from sijill.documents.document import MentionKind
from sijill.documents.qualifiers import country_of_words
from sijill.documents.tokens import tokenize


def test_a_foreign_ministry_is_one_body_however_it_is_called() -> None:
    _, by_name = read(
        "{O:МИД Казахстана} ответил {L:Казахстана}. {O:Казахстанское внешнеполитическое ведомство}"
        " молчит, {O:Министерство иностранных дел Японии} тоже.",
        "ru",
    )
    bodies = [e for e in by_name.values() if e.kind is MentionKind.ORGANISATION]
    assert len(bodies) == 2


def test_a_house_is_of_the_state_in_whose_genitive_its_name_stands() -> None:
    _, by_name = read(
        "{O:Банк Мадагаскара} и {O:МИД Сан-Томе и Принсипи} ответили, {O:посольство в Японии} нет.",
        "ru",
    )
    assert [
        by_name[name].country
        for name in ("Банк Мадагаскара", "МИД Сан-Томе и Принсипи", "посольство в Японии")
    ] == ["MG", "ST", None]


def test_peoples_of_small_states_are_known_in_every_form() -> None:
    for word, code in (
        ("костариканский", "CR"),
        ("коста-риканским", "CR"),
        ("кабо-вердианского", "CV"),
        ("сентлюсийская", "LC"),
        ("тиморцам", "TL"),
    ):
        words = [t.text for t in tokenize(f"с {word} коллегой", "ru")]
        assert country_of_words(words, "ru") == code


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "A pact\n\n{L:Norway} and {L:Kazakhstan} agreed.\n\nIt rained. {T:Prime Minister}"
            " {P:Jan Oos} spoke.",
            "NO",
        ),
        (
            "{L:Norway}'s men in {L:Finland}\n\nIt rained. {T:Prime Minister} {P:Jan Oos} spoke.",
            "FI",
        ),
    ],
)
def test_a_text_of_two_states_alike_is_written_where_it_happens(text: str, state: str) -> None:
    _, by_name = read(text, "en")
    assert [p.body for p in by_name["Jan Oos"].posts] == [state]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        (
            "قالت {O:سفارة اليابان في كازاخستان} ذلك في {L:كازاخستان}.",
            "سفارة اليابان في كازاخستان",
            "ar",
        ),
        ("قالت {O:سفارة دولة اليابان} ذلك.", "سفارة دولة اليابان", "ar"),
        (
            "The {O:Embassy of Japan in Norway} said so in {L:Norway}.",
            "Embassy of Japan in Norway",
            "en",
        ),
    ],
)
def test_a_mission_is_of_the_state_that_its_name_begins_with(text, name, language) -> None:
    _, by_name = read(text, language)
    assert by_name[name].country == "JP"
