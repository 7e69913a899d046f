"""Who is of one side with whom, and who of another."""

import pytest
from test_resolution import read


@pytest.mark.parametrize(
    ("text", "who", "country"),
    [
        (  # who came with a minister is of the minister's state
            "{L:Казахстан} ждёт гостей. С {T:министром {L:Японии}} {P:Ито Кэном} прибыл"
            " {T:депутат} {P:Олег Ван}.",
            "Олег Ван",
            "JP",
        ),
        (
            "{L:Казахстан} ждёт гостей. На вопросы ответил {T:депутат} {P:Олег Ван}, прилетевший"
            " вместе с {T:министром {L:Японии}} {P:Ито Кэном}.",
            "Олег Ван",
            "JP",
        ),
        (  # who has come to a state is not of it
            "Соглашение с правительством {L:Японии} готово. В столицу {L:Казахстана} прибыл"
            " {T:министр торговли} {P:Олег Ван}.",
            "Олег Ван",
            "JP",
        ),
        (  # nor is who has a counterpart there
            "{L:Японии} нужен уголь. Договор подписали {T:министр} {P:Олег Ван} и {T:его коллега из"
            " {L:Казахстана}} {P:Ерлан Сеит}.",
            "Олег Ван",
            "JP",
        ),
    ],
)
def test_of_which_state_a_bare_office_is(text: str, who: str, country: str) -> None:
    _, by_name = read(text, "ru")
    assert {p.body for p in by_name[who].posts} == {country}
