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
