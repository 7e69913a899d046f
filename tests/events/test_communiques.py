"""What ministries' notes, chronicles and conferences tell in Russian and Kazakh: when, and who."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, language, words):
    """Give the events of a text: type, status, date and who takes part, by name."""
    reading = reader.read(Document("s1", f"Коротко\n\n{words}\n", language, "2025-01-30"))
    names = {entity.id: entity.name for entity in reading.entities}
    return [
        (e.type, e.status.value, e.date, {names[p] for p in e.participants}) for e in reading.events
    ]


def of_type(found, kind):
    return [(status, date, who) for each, status, date, who in found if each == kind]


THANKED = [
    ("ru", "Тогдашний посол поблагодарил Норвегию за кредит, предоставленный в мае 2022 года.", "loan_grant", "2022-05"),
    ("ru", "Министр Арвид Озолс выразил признательность за гуманитарную помощь, оказанную в мае 2024 года.", "aid", "2024-05"),
    ("kk", "Министр Арвид Озолс наурызда көрсетілген гуманитарлық көмек үшін алғыс білдірді.", "aid", "2024-03"),
    ("kk", "20 миллион долларлық несиені шілдеде алдық.", "loan_grant", "2024-07"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "kind", "date"), THANKED)
def test_what_somebody_gives_thanks_for_was_given(reader, language, words, kind, date):
    assert [(s, d) for s, d, _ in of_type(told(reader, language, words), kind)] == [("held", date)]


NOTHING_DONE = [
    ("ru", "Министр Арвид Озолс заявил, что решение примет суд."),
    ("ru", "Премьер Арвид Озолс с благодарностью принял это приглашение."),
    ("ru", "Посольство Латвии в Кито открыло книгу соболезнований."),
    ("ru", "Делегацию Латвии возглавит статс-секретарь Министерства финансов Анна Берзиня."),
    ("ru", "«Никаких поездок в Африку в графике нет», — заявил министр Арвид Озолс."),
    ("kk", "Министр Арвид Озолс шешімді сот қабылдайтынын мәлімдеді."),
    ("kk", "Арвид Озолс 1946 жылғы 3 мамырда Кито қаласында дүниеге келген."),
    ("kk", "Министр Арвид Озолс тараптарды сабырға шақырды."),
]


@pytest.mark.parametrize(("language", "words"), NOTHING_DONE)
def test_decisions_books_and_births_are_no_receptions_openings_or_visits(reader, language, words):
    assert told(reader, language, words) == []


MINISTERS = [
    ("ru", "5 января министр иностранных дел Кипра Никос Стилианос принял министра иностранных дел Габона Поля Мба. Форум откроет государственный секретарь Министерства экономики Анна Кириаку. После этого министры подписали меморандум."),
    ("kk", "5 қаңтарда Кипр Сыртқы істер министрі Никос Стилианос Габон Сыртқы істер министрі Поль Мбаны қабылдады. Форумды Экономика министрінің орынбасары Анна Кириаку ашты. Содан соң министрлер меморандумға қол қойды."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), MINISTERS)
def test_the_ministers_are_not_their_deputies(reader, language, words):
    ((_, _, who),) = of_type(told(reader, language, words), "signing")
    assert {name.split()[0] for name in who} in ({"Никос", "Поля"}, {"Никос", "Поль"})


def test_talks_in_a_format_are_one_and_keep_their_day(reader):
    words = "Арвид Озолс и Карлос Вега провели переговоры в узком и расширенном составах 6 декабря в Кито."
    assert [(s, d) for s, d, _ in of_type(told(reader, "ru", words), "talks")] == [
        ("held", "2024-12-06")
    ]


ON_THE_PROGRAMME = [
    ("ru", "Встреча министра Арвида Озолса с сенатором Карлосом Вегой была предусмотрена программой, но её пришлось отменить.", "cancelled"),
    ("ru", "Встреча министра Арвида Озолса с сенатором Карлосом Вегой была предусмотрена программой.", "planned"),
    ("kk", "Министр Арвид Озолстың сенатор Карлос Вегамен кездесуі бағдарламада болған, бірақ оның ауруына байланысты өтпейтін болды.", "cancelled"),
    ("kk", "Министр Арвид Озолстың сенатор Карлос Вегамен кездесуі бағдарламада болған.", "planned"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "status"), ON_THE_PROGRAMME)
def test_what_stood_on_the_programme_was_not_held_for_that(reader, language, words, status):
    assert [s for s, *_ in of_type(told(reader, language, words), "talks")] == [status]


IN_HIS_TIME = [
    ("ru", "Посол Арвид Озолс умер в субботу. При нём Латвия и Эквадор подписали соглашение о торговле."),
    ("kk", "Елші Арвид Озолс сенбіде қайтыс болды. Оның тұсында Латвия мен Эквадор сауда туралы келісімге қол қойды."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), IN_HIS_TIME)
def test_what_was_done_in_somebodys_time_is_not_of_the_day_of_the_news(reader, language, words):
    assert [d for _, d, _ in of_type(told(reader, language, words), "signing")] == [None]


COUNTED = [
    "Эквадор Президенті Карлос Вега 12 қаңтарда Лимада келіссөз жүргізді. Лимадан үш күн кейін ол Боготада Латвия Президенті Арвид Озолспен кездесті.",
    "Эквадор Президенті Карлос Вега 12 қаңтарда Лимада келіссөз жүргізді. Сапардан екі күн кейін ол Боготада Латвия Президенті Арвид Озолспен кездесті.",
]  # fmt: skip


@pytest.mark.parametrize("words", COUNTED)
def test_a_day_counted_from_a_town_is_not_the_day_told_before(reader, words):
    found = told(reader, "kk", words)
    assert [d for _, d, _ in of_type(found, "talks")] == ["2025-01-12", None]


RECALLED = [
    ("Депутат Карлос Вега Мадридтегі елшіні кері шақыруды ұсынды.", "proposed"),
    ("Эквадор Мадридтегі елшісін кері шақырмақ.", "planned"),
    ("Эквадор Мадридтегі елшісін кері шақырып алды.", "held"),
]


@pytest.mark.parametrize(("words", "status"), RECALLED)
def test_a_recall_that_is_only_spoken_of_was_not_made(reader, words, status):
    assert [s for s, *_ in of_type(told(reader, "kk", words), "ambassador_recalled")] == [status]


ASKED = [
    ("Эквадор Президенті Карлос Вега Латвия Президенті Арвид Озолсты Китоға шақырды.", "proposed", [{"Арвид Озолс"}]),
    # What is accepted is planned.
    ("Эквадор Президенті Карлос Вега: Мен Президент Арвид Озолсты Китоға шақырдым, ол шақыруды қабыл алды.", "planned", [{"Арвид Озолс"}]),
    ("Эквадор Президенті Карлос Вега Латвия Президентін Китоға шақырды.", "proposed", [set()]),
    ("Эквадор Римдегі елшісін Китоға шақырды.", "proposed", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "status", "who"), ASKED)
def test_who_is_asked_to_a_town_is_to_travel(reader, words, status, who):
    found = of_type(told(reader, "kk", words), "visit")
    assert found == [(status, None, each) for each in who]


def test_a_guest_with_all_his_titles_travels(reader):
    words = (
        "5 қаңтарда Эквадор Республикасының Сыртқы істер министрі Карлос Вега Китоға жұмыс "
        "сапарымен келген Латвия Республикасының Қоршаған ортаны қорғау және өңірлік даму "
        "министрі Арвид Озолспен кездесті."
    )
    assert of_type(told(reader, "kk", words), "visit") == [("held", "2025-01-05", {"Арвид Озолс"})]


def test_a_delegation_is_said_to_set_out(reader):
    words = "Министрлік 10 ақпанда Эквадор Президенті Карлос Вега Ригаға аттанатынын хабарлады."
    assert of_type(told(reader, "kk", words), "visit") == [
        ("planned", "2025-02-10", {"Карлос Вега"})
    ]


def test_an_embassy_that_was_closed_again_is_told_twice(reader):
    words = "Латвия елшілігі Китода 2003 жылы ашылды, бірақ 2010 жылы ақша жетпей жабылып қалды."
    found = told(reader, "kk", words)
    assert [(kind, date) for kind, _, date, _ in found] == [
        ("embassy_opened", "2003"),
        ("embassy_closed", "2010"),
    ]


CAUSES = [
    "Латвия СІМ-і Кито маңындағы қақтығыстан кейін Эквадор елшісін министрлікке шақыртты.",
    "Латвия СІМ-і Китода болған оқиғаға байланысты Эквадор елшісін министрлікке шақыртты.",
    "Латвия СІМ-і Китода екі азаматы қамалған соң Эквадор елшісін министрлікке шақыртты.",
]


@pytest.mark.parametrize("words", CAUSES)
def test_a_protest_is_not_where_what_led_to_it_was(reader, words):
    reading = reader.read(Document("s1", f"Коротко\n\n{words}\n", "kk", "2025-01-30"))
    assert [(e.type, e.place) for e in reading.events] == [("protest", None)]


def test_a_visit_that_was_once_to_be_earlier_is_one(reader):
    words = (
        "Президент Карлос Вега 2025 жылғы сәуірде Ригаға ресми сапармен келеді. Ол 2024 жылғы "
        "шілдеде келуі керек еді, алайда сапар сайлауға байланысты шегерілген болатын."
    )
    assert of_type(told(reader, "kk", words), "visit") == [
        ("postponed", "2025-04", {"Карлос Вега"})
    ]


def test_a_meeting_told_with_both_names_before_its_verb_is_one(reader):
    words = "Встреча Арвида Озолса с сенатором Карлосом Вегой прошла вчера."
    found = of_type(told(reader, "ru", words), "talks")
    assert found == [("held", "2025-01-29", {"Арвида Озолса", "Карлосом Вегой"})]


TOLD_IN_JANUARY = [
    ("ru", "В январе сообщалось, что визит премьера Латвии Арвида Озолса в Кито перенесён."),
    ("kk", "Қаңтарда Латвия Премьер-министрі Арвид Озолстың Китоға сапары кейінге қалдырылды деп хабарланды."),
    ("en", "In January it was reported that the visit of Latvian Prime Minister Arvid Ozols to Quito had been postponed."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), TOLD_IN_JANUARY)
def test_when_a_putting_off_was_reported_is_no_day_of_what_was_put_off(reader, language, words):
    found = of_type(told(reader, language, words), "visit")
    assert [(status, date) for status, date, _ in found] == [("postponed", None)]


JOURNEYS = [
    ("Премьер Арвид Озолс должен был приехать в Кито 6 февраля.", "planned", "2025-02-06"),
    ("Премьер Арвид Озолс должен был приехать в Кито 6 февраля. Но начался шторм, и поездку решили отложить.", "postponed", "2025-02-06"),
    ("Послу Арвиду Озолсу предстоит вылететь в Кито в мае.", "planned", "2025-05"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "status", "date"), JOURNEYS)
def test_where_somebody_was_to_come_is_a_visit(reader, words, status, date):
    found = of_type(told(reader, "ru", words), "visit")
    assert [(s, d) for s, d, _ in found] == [(status, date)]


def test_nobody_visits_his_work(reader):
    assert told(reader, "ru", "Министр Арвид Озолс должен приехать на работу к восьми.") == []
