import pytest
from test_resolution import read

from sijill.documents.document import Document, MentionKind
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


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def held(reader, language, words):
    reading = reader.read(Document("s1", f"—\n\n{words}\n", language, "2025-01-30"))
    people = [e for e in reading.entities if e.kind is MentionKind.PERSON]
    return [[(p.post, p.body) for p in person.posts] for person in people]


BY_READER = [
    ("ru", "Состоялась встреча президентов Габона и Латвии Али Мба и Арвида Озолса.", "head_of_state"),
    ("ru", "Послы Габона и Латвии Али Мба и Арвид Озолс подписали письмо.", "ambassador"),
    ("ru", "Состоялась встреча заместителей министров иностранных дел Габона и Латвии Али Мба и Арвида Озолса.", "deputy_minister"),
    ("ru", "Министры экономики Габона и Латвии Али Мба и Арвид Озолс подписали меморандум.", "minister"),
    ("kk", "Габон мен Латвия сыртқы істер министрлері Али Мба мен Арвид Озолс кездесті.", "foreign_minister"),
    ("kk", "Габон және Латвия президенттері Али Мба мен Арвид Озолс кездесті.", "head_of_state"),
    ("kk", "Габон мен Латвия сыртқы істер министрлерінің орынбасарлары Али Мба мен Арвид Озолс кездесті.", "deputy_minister"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "role"), BY_READER)
def test_each_of_two_is_of_the_state_in_his_place(reader, language, words, role):
    assert held(reader, language, words) == [[(role, "GA")], [(role, "LV")]]


def test_states_alone_tell_no_post(reader):
    assert held(reader, "ru", "В матче Габона и Латвии Али Мба и Арвид Озолс забили голы.") == [
        [],
        [],
    ]


def test_no_consul_is_the_ambassador_elsewhere(reader):
    words = "Депутаты предложили отозвать посла в Маниле. Консул Анна Берзиня здорова."
    ((post, _),) = held(reader, "ru", words)[0]
    assert post == "consul"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The wives of the presidents of Gabon and Latvia, Ana Diaz and Maria Soto, met."),
        ("en", "Aides to the presidents of Gabon and Latvia, Ana Diaz and Jose Soto, met."),
        ("ru", "Жёны президентов Габона и Латвии, Ана Диас и Мария Сото, встретились."),
    ],
)
def test_whose_kin_or_staff_they_are_is_no_post_of_theirs(language: str, words: str) -> None:
    assert read_plain(f"—\n\n{words}", language) == {}


def test_a_japanese_post_of_two_states_may_be_over() -> None:
    text = "見出し\n\nペルーとチリの元大統領、ディアス氏とソト氏が20日、リマで会談した。"
    reading = Reader(load_register()).read(Document("s1", text, "ja", "2025-01-30"))
    told = [[(p.status, p.body) for p in e.posts] for e in reading.entities if e.posts]
    assert told == [[("former", "PE")], [("former", "CL")]]
