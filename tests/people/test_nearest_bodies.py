"""Which house, town or state a post is of that does not say so itself."""

import pytest
from test_resolution import read


def post_of(marked: str, who: str) -> set[tuple[str, str | None]]:
    _, by_name = read(marked, "ru")
    names = {e.id: e.name for e in by_name.values()}
    return {(p.post, names.get(p.body or "", p.body)) for p in by_name[who].posts}


def test_a_house_has_one_head() -> None:
    text = (
        "Насосы собрал {O:завод «Искра»}. Гостями были {T:начальник {O:пожарной службы}}"
        " {P:Нурлан Сеит} и {T:инженер} {P:Ерлан Алиев}. Их встретил {T:директор} {P:Олег Ван}."
    )
    assert post_of(text, "Олег Ван") == {("chief_executive", "завод «Искра»")}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("{L:Прилеп} ждал. Гостей из {L:Скопье} встретил {T:мэр} {P:Олег Ван}.", "Прилеп"),
        (
            "{L:Бишкек} и {L:Дебрецен} дружат. Подписали {T:мэр {L:Бишкека}} {P:Ерлан Сеит} и"
            " {T:бургомистр} {P:Олег Ван}.",
            "Дебрецен",
        ),
    ],
)
def test_a_mayor_is_of_no_town_that_guests_are_from_or_another_heads(text: str, town: str) -> None:
    assert post_of(text, "Олег Ван") == {("governor", town)}


def test_who_trades_is_of_no_house_told_before_and_a_consul_lives_abroad() -> None:
    text = (
        "В {L:Казахстане} открыт {O:музей «Степь»}. Ужин дал {T:почётный консул {L:Японии}},"
        " {T:ресторатор} {P:Олег Ван}."
    )
    assert ("chief_executive", "KZ") in post_of(
        text.replace("Казахстане", "Казахстана"), "Олег Ван"
    )


def test_his_is_of_a_guest_and_own_of_the_subject() -> None:
    text = "{L:Японии} нужен уголь. Посол {P:Ито Кэн} передал {T:президенту {L:Казахстана}} {P:Ерлану Сеиту} письмо {T:своего министра} {P:Аоки Рэна}."
    _, by_name = read(text.replace("Посол", "{T:Посол {L:Японии}}"), "ru")
    assert {p.body for p in by_name["Аоки Рэна"].posts} == {"JP"}
