"""What stands beside the news and was not of its day, and how far apart two happenings were."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

HEAD = {
    "en": "A headline\n\nDOHA, May 7, 2024 (The Gulf Evening Courier) – ",
    "ar": "عنوان\n\nالدوحة في 7 مايو 2024 (وكالة) – ",
    "ru": "Заголовок\n\nДОХА, 7 мая 2024 года. /АБВ/. ",
    "kk": "Тақырып\n\nДОХА. 2024 жылғы 7 мамыр. /АБВ/. ",
    "ja": "見出し\n\n【ドーハ2024年5月7日】",
}


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, language, text):
    """Give of each event its type, its day, and the countries or names of who took part."""
    reading = reader.read(Document("x", HEAD[language] + text, language))
    entities = {e.id: e for e in reading.entities}
    return {e.type: (e.date, [entities[p] for p in e.participants]) for e in reading.events}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Minister Li Wen arrived in Doha on Tuesday.\n\nKenya had earlier expelled two diplomats."),
        ("en", "Minister Li Wen arrived in Doha on Tuesday.\n\nPreviously, Kenya expelled two diplomats."),
        ("ar", "وصل الوزير لي ون إلى الدوحة اليوم الثلاثاء.\n\nوكانت كينيا قد طردت دبلوماسيين اثنين."),
        ("ar", "وصل الوزير لي ون إلى الدوحة اليوم الثلاثاء.\n\nوطردت كينيا في وقت سابق دبلوماسيين."),
        ("ru", "Министр Ли Вэнь прибыл в Доху во вторник.\n\nРанее Кения выслала двух дипломатов."),
        ("kk", "Министр Ли Вэнь сейсенбіде Дохаға келді.\n\nБұған дейін Кения екі дипломатты елден шығарған."),
        ("ja", "李文外相は7日、ドーハに到着した。\n\nケニアは以前、外交官2人を追放した。"),
    ],
)  # fmt: skip
def test_what_was_done_earlier_is_not_of_the_day_of_the_news(reader, language, text):
    day, who = told(reader, language, text)["expulsion"]
    assert day is None
    assert [e.country for e in who] == ["KE"]


def test_what_was_done_minutes_earlier_is(reader):
    found = told(
        reader,
        "en",
        "Ministers Li Wen and Omar Faraj held talks in Doha on Tuesday. Minutes earlier the two had "
        "signed a memorandum on ports.",
    )
    assert found["signing"][0] == "2024-05-07"


def test_a_state_acts_in_its_own_clause(reader):
    """“His staff” makes nobody one of those who expel, and the first state named is another's."""
    found = told(
        reader,
        "en",
        "Ghana recalled its ambassador to Kenya, Kofi Mensah, on Tuesday, two days after Kenya "
        "expelled two of his staff.",
    )
    assert found["ambassador_recalled"][0] == "2024-05-07"
    assert [e.name for e in found["ambassador_recalled"][1]] == ["Kofi Mensah"]
    assert found["expulsion"][0] is None
    assert [e.country for e in found["expulsion"][1]] == ["KE"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Foreign Minister Li Wen visited Kenya on Tuesday, two days before the vote."),
        ("en", "Foreign Minister Li Wen visited Kenya on Tuesday, three days after the vote."),
        ("ar", "زار وزير الخارجية عمر فرج كينيا اليوم الثلاثاء، قبل يومين من القمة."),
        ("ar", "زار وزير الخارجية عمر فرج كينيا اليوم الثلاثاء، بعد ثلاثة أيام من الانتخابات."),
    ],
)
def test_how_far_from_something_it_was_is_not_how_long_it_lasted(reader, language, text):
    assert told(reader, language, text)["visit"][0] == "2024-05-07"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Foreign Minister Li Wen arrived in Kenya on Tuesday for two days of talks."),
        ("en", "Foreign Minister Li Wen arrived in Kenya on Tuesday for two days after the vote."),
        ("ar", "وصل وزير الخارجية عمر فرج إلى كينيا اليوم الثلاثاء في زيارة تستغرق يومين."),
    ],
)
def test_how_long_it_lasts_is(reader, language, text):
    assert told(reader, language, text)["visit"][0] == "2024-05-07/2024-05-08"


def test_who_speaks_of_an_expulsion_tells_no_other_one(reader):
    reading = reader.read(
        Document(
            "x",
            HEAD["en"]
            + "Kenya expelled two diplomats of Ghana on Monday.\n\n“Expelling diplomats who did "
            "nothing wrong is not the act of a friend,” Ghana's Foreign Minister Ama Boateng said.",
            "en",
        )
    )
    assert [(e.type, e.date) for e in reading.events] == [("expulsion", "2024-05-06")]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Foreign Minister Li Wen is on a visit to Kenya until tomorrow.", "../2024-05-08"),
        ("en", "Foreign Minister Li Wen is on a visit to Kenya until Friday.", "../2024-05-10"),
        ("en", "Foreign Minister Li Wen arrived in Kenya on Monday on a visit that lasts until Friday.",
         "2024-05-06/2024-05-10"),
        ("ru", "Министр иностранных дел Ли Вэнь находится с визитом в Кении до пятницы.",
         "../2024-05-10"),
    ],
)  # fmt: skip
def test_who_stays_until_a_day_is_there_now(reader, language, text, day):
    reading = reader.read(Document("x", HEAD[language] + text, language))
    assert [(e.type, e.status.value, e.date) for e in reading.events] == [("visit", "held", day)]


def test_what_was_done_behind_the_end_of_a_visit_is_done(reader):
    text = (
        "Foreign Minister Li Wen is on a working visit to Qatar until tomorrow.\n\nEarlier in the "
        "day he laid a wreath at the Monument of the Fallen."
    )
    reading = reader.read(Document("x", HEAD["en"] + text, "en"))
    ceremony = next(e for e in reading.events if e.type == "ceremony")
    assert (ceremony.status.value, ceremony.date) == ("held", None)


@pytest.mark.parametrize(
    ("language", "text", "first", "second"),
    [
        ("en", "Ghana recalled its ambassador from Nairobi on Tuesday after Kenya expelled four aid workers of Ghana.",
         "GH", "KE"),
        ("ar", "استدعت غانا سفيرها من نيروبي اليوم الثلاثاء بعد أن طردت كينيا دبلوماسيين غانيين.", "GH", "KE"),
        ("ru", "Гана отозвала посла из Найроби во вторник после того, как Кения выслала двух дипломатов Ганы.",
         "GH", "KE"),
    ],
)  # fmt: skip
def test_what_another_state_answers_has_its_own_state_and_no_day(
    reader, language, text, first, second
):
    found = told(reader, language, text)
    day, who = found["ambassador_recalled"]
    assert (day, [e.country for e in who]) == ("2024-05-07", [first])
    day, who = found["expulsion"]
    assert (day, [e.country for e in who]) == (None, [second])


@pytest.mark.parametrize(
    "text",
    [
        "President Rojas of Peru arrived in Oslo on Monday on a state visit that lasts three days "
        "ahead of the summit.",
        "President Rojas of Peru arrived in Oslo on Monday for a visit of three days before the "
        "summit in Riga.",
    ],
)
def test_how_long_a_visit_lasts_is_no_distance(reader, text):
    assert told(reader, "en", text)["visit"][0] == "2024-05-06/2024-05-08"


def test_who_speaks_of_what_another_state_did_tells_another_expulsion(reader):
    text = (
        "Norway expelled two Peruvian diplomats on Monday.\n\n“Chile expelled five of our envoys, "
        "too,” Foreign Minister Juan Ruiz of Peru said."
    )
    reading = reader.read(Document("x", HEAD["en"] + text, "en"))
    assert [e.type for e in reading.events] == ["expulsion", "expulsion"]
