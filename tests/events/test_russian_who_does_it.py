"""Russian clauses that name others beside who acts: papers, causes, whom one stands in for."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, words, language="ru", published="2025-02-18"):
    """Give the events of a text: type, status, date, place and who takes part, by name."""
    reading = reader.read(Document("s1", f"Коротко\n\n{words}\n", language, published))
    names = {entity.id: entity.name for entity in reading.entities}
    return [
        (e.type, e.status.value, e.date, names.get(e.place), {names[p] for p in e.participants})
        for e in reading.events
    ]


def test_a_second_one_who_is_met_stands_before_the_next_verb(reader):
    words = (
        "В субботу министр Арвид Озолс встретился с мэром Хуаном Ривасом и послом Ли Воном, "
        "возложил цветы к памятнику и посетил порт."
    )
    found = told(reader, words)
    met = {"Арвид Озолс", "Хуаном Ривасом", "Ли Воном"}
    assert ("talks", "held", "2025-02-15", None, met) in found
    assert [who for kind, *_, who in found if kind == "ceremony"] == [{"Арвид Озолс"}]


def test_a_paper_does_nothing_of_what_it_tells(reader):
    words = (
        "Газета «Эко» написала, что премьер Арвид Озолс прилетит в Чили и проведёт встречу с "
        "министром Хуаном Ривасом."
    )
    assert [who for kind, *_, who in told(reader, words) if kind == "talks"] == [
        {"Арвид Озолс", "Хуаном Ривасом"}
    ]


@pytest.mark.parametrize(
    ("words", "kind", "who"),
    [
        (
            "Министр Арвид Озолс поднимет вопрос о Хуане Ривасе на встрече с премьером Ли Воном.",
            "talks",
            {"Арвид Озолс", "Ли Воном"},
        ),
        (
            "Рига вызвала посла Чили Ли Вона в связи с задержанием журналиста Хуана Риваса.",
            "protest",
            {"Ли Вона"},
        ),
        (
            "Рига вызвала посла Чили Ли Вона из-за ареста в Лиме латвийского врача Хуана Риваса.",
            "protest",
            {"Ли Вона"},
        ),
    ],
)
def test_over_whom_it_is_takes_no_part(reader, words, kind, who):
    assert [people for found, *_, people in told(reader, words) if found == kind] == [who]


def test_who_goes_in_place_of_somebody_is_told_behind(reader):
    words = (
        "Премьер Арвид Озолс отменил поездку в Лиму. "
        "Вместо него в Сантьяго отправится министр Ли Вон."
    )
    assert ("visit", "planned", None, "Сантьяго", {"Ли Вон"}) in told(reader, words)


def test_what_sides_only_planned_to_sign_is_not_signed(reader):
    words = "Латвия и Чили планировали подписать соглашение о порте."
    assert [status for kind, status, *_ in told(reader, words) if kind == "signing"] == ["planned"]


def test_talks_that_are_not_held_are_none(reader):
    words = "«Никакого визита нет, и переговоры о нём не велись», — заявил министр Арвид Озолс."
    assert told(reader, words) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ru",
            "Премьер Латвии Арвид Озолс находится в Чили с официальным визитом. В среду он посетит "
            "Вальпараисо. Визит завершится 21 февраля.",
        ),
        (
            "kk",
            "Чили Президенті Хуан Ривас ресми сапармен келген Латвия Премьер-министрі Арвид "
            "Озолсты қабылдады. Сәрсенбіде Арвид Озолс Вальпараисоға барады. Сапар 21 ақпанда "
            "аяқталады.",
        ),
    ],
)
def test_a_visit_under_way_does_not_begin_with_a_plan(reader, language, words):
    dates = [date for kind, status, date, *_ in told(reader, words, language) if status == "held"]
    assert "../2025-02-21" in dates
    assert not any(date and date.startswith("2025-02-19") for date in dates)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ru",
            "Министр иностранных дел Латвии Арвид Озолс и министр иностранных дел Чили Хуан Ривас "
            "провели переговоры. Чилийский министр поблагодарил коллегу.\n\nНакануне Озолс встретился с "
            "послом Ли Воном. В среду министр вылетит в Лиму.",
        ),
        (
            "kk",
            "Латвия Сыртқы істер министрі Арвид Озолс пен Чили Сыртқы істер министрі Хуан Ривас "
            "келіссөз жүргізді. Чили министрі әріптесіне алғыс айтты.\n\nБұдан бір күн бұрын Озолс "
            "елші Ли Вонмен кездесіп, портты аралады. Сәрсенбіде министр Лимаға аттанады.",
        ),
    ],
)
def test_the_minister_is_who_is_told_of_and_not_who_was_called_so(reader, language, words):
    who = [people for kind, _, _, place, people in told(reader, words, language) if place == "Лима"]
    who += [
        people for kind, _, _, place, people in told(reader, words, language) if place == "Лиму"
    ]
    assert who == [{"Арвид Озолс"}]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ru",
            "Состоялся телефонный разговор президента Перу Хуана Риваса с премьером Латвии Арвидом "
            "Озолсом. Собеседники обсудили договорённости, достигнутые в Риге.",
        ),
        (
            "kk",
            "Перу Президенті Хуан Ривас Латвия Премьер-министрі Арвид Озолспен телефон арқылы "
            "сөйлесті. Тараптар Ригада жасалған уағдаластықты талқылады.",
        ),
        (
            "en",
            "President Juan Rivas of Peru spoke by phone with Latvian Prime Minister Arvid Ozols. "
            "The two leaders discussed the port of Riga.",
        ),
    ],
)
def test_what_callers_discuss_is_of_the_call(reader, language, words):
    assert [kind for kind, *_ in told(reader, words, language)] == ["phone_call"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Министр Хуан Ривас заявил, что граница открыта, и встретился в Осло с Арвидом "
         "Озолсом в пятницу."),
        ("en", "Foreign Minister Juan Rivas said the border was open and met Prime Minister Arvid "
         "Ozols in Oslo on Friday."),
        ("ru", "Вместе с тем Хуан Ривас провёл переговоры с Арвидом Озолсом в Осло."),
    ],
)  # fmt: skip
def test_who_says_something_and_meets_somebody_was_there(language, words):
    reader = Reader(load_register())
    people = [who for kind, *_, who in told(reader, words, language) if kind == "talks"]
    assert [len(who) for who in people] == [2]


def test_a_meeting_with_its_own_place_is_no_part_of_a_call(reader):
    words = (
        "Премьер-министр Норвегии Арвид Озолс и президент Перу Хуан Ривас провели в пятницу "
        "телефонный разговор. На встрече в Риге стороны обсудили рыболовство."
    )
    assert {kind for kind, *_ in told(reader, words)} == {"phone_call", "talks"}
