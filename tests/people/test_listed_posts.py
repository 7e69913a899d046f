import pytest
from test_resolution import read

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


def test_a_post_told_once_is_that_of_each_state_of_a_list() -> None:
    _, by_name = read(
        "Грамоты вручили послы {L:Японии} {P:Мори Хироси} и {L:Казахстана} {P:Асан Усен}.", "ru"
    )
    for name, country in (("Мори Хироси", "JP"), ("Асан Усен", "KZ")):
        assert [(p.post, p.body) for p in by_name[name].posts] == [("ambassador", country)]


def test_names_in_brackets_are_a_list_too() -> None:
    _, by_name = read(
        "Приняты послы {L:Японии} ({P:Мори Хироси}), {L:Казахстана} ({P:Асан Усен}).", "ru"
    )
    assert [(p.post, p.body) for p in by_name["Асан Усен"].posts] == [("ambassador", "KZ")]


def test_one_guest_behind_a_crowd_is_no_list() -> None:
    _, by_name = read("Министры {L:Японии} {P:Мори Хироси} ждали.", "ru")
    assert [p.post for p in by_name["Мори Хироси"].posts] == []


def test_two_ministers_of_one_matter_are_of_two_states() -> None:
    text = (
        "Хор поёт в Ниамее\n\nКороль Тонги Тауфа Ваэа завершил визит в Нигер. Затем министры"
        " сельского хозяйства Сионе Такау и Хадиза Иссуфу подписали программу."
    )
    reading = Reader(load_register()).read(Document("s", text, "ru", "2026-02-20"))
    told = {e.name: [(p.post, p.body) for p in e.posts] for e in reading.entities if e.posts}
    assert told["Сионе Такау"] == [("minister", "TO")]
    assert told["Хадиза Иссуфу"] == [("minister", "NE")]


IN_TURN = [
    ("en", "The foreign ministers of {L:Kazakhstan} and {L:Japan}, {P:Asan Usen} and {P:Mori Ren}, met."),
    ("en", "Foreign Ministers {P:Asan Usen} of {L:Kazakhstan} and {P:Mori Ren} of {L:Japan} met."),
    ("ar", "التقى وزيرا خارجية {L:كازاخستان} و{L:اليابان} {P:أسان أوسن} و{P:موري رن}."),
    ("ar", "التقى وزيرا الخارجية في {L:كازاخستان} و{L:اليابان}، {P:أسان أوسن} و{P:موري رن}."),
    ("ru", "Министры иностранных дел {L:Казахстана} и {L:Японии} {P:Асан Усен} и {P:Мори Рен} беседовали."),
    ("ja", "{L:カザフスタン}と{L:日本}の{T:外相}、{P:アサン・ウセン}氏と{P:森蓮}氏が会談した。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), IN_TURN)
def test_a_post_of_as_many_states_as_names_is_of_each_in_turn(language, text) -> None:
    _, by_name = read(text, language)
    told = [[(p.post, p.body) for p in e.posts] for e in by_name.values()]
    assert [("foreign_minister", "KZ")] in told
    assert [("foreign_minister", "JP")] in told


def test_more_names_than_states_are_no_list() -> None:
    text = "The envoys of {L:Kazakhstan} and {L:Japan}, {P:Asan Usen}, {P:Mori Ren} and {P:Bo Li}, met."
    _, by_name = read(text, "en")
    assert not any(e.posts for e in by_name.values())


def read_plain(text, language):
    reading = Reader(load_register()).read(Document("s", text, language, "2026-02-20"))
    return {e.name: [(p.post, p.body) for p in e.posts] for e in reading.entities if e.posts}


def test_kazakh_states_before_a_post_are_each_of_a_name_behind_it() -> None:
    text = (
        "Бас тақырып\n\nГана, Тонга және Перу президенттері Доан Ван Хай, Лаура Этчеверри және Хуан "
        "Рохас келіссөз бастады."
    )
    told = read_plain(text, "kk")
    assert [posts for _, posts in sorted(told.items())] == [
        [("head_of_state", country)] for country in ("GH", "TO", "PE")
    ]


def test_two_bodies_by_their_shape_are_people_behind_the_posts_of_two_states() -> None:
    text = (
        "Head\n\nThe foreign ministers of Peru and Ghana, Doan Van Hai and Laura Etcheverry, met."
    )
    assert read_plain(text, "en") == {
        "Doan Van Hai": [("foreign_minister", "PE")],
        "Laura Etcheverry": [("foreign_minister", "GH")],
    }
