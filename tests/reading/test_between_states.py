"""What reports of a row or a visit between two states tell: who did it, who was there, and when."""

from __future__ import annotations

import pytest

from sijill.documents.document import Document, Event, MentionKind
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

PUBLISHED = "2025-05-05"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_register())


def people_of(reader: Reader, text: str, language: str, kind: str) -> list[set[str]]:
    """Give the names of those who take part in each event of a type."""
    read = reader.read(Document("t", text, language, PUBLISHED))
    names = {e.id: e.name for e in read.entities}
    return [
        {names[p] or "" for p in event.participants} for event in read.events if event.type == kind
    ]


def posts_of(reader: Reader, text: str, language: str) -> dict[str, bool]:
    """Give the posts of a text, and whether each is somebody's who is named."""
    read = reader.read(Document("t", text, language, PUBLISHED))
    return {m.text: m.entity is not None for m in read.mentions if m.kind is MentionKind.POST}


def event_of(reader: Reader, text: str, language: str, kind: str) -> Event:
    read = reader.read(Document("t", text, language, PUBLISHED))
    return next(event for event in read.events if event.type == kind)


def test_a_day_between_commas_does_not_part_a_host_from_his_guest(reader: Reader) -> None:
    text = (
        "استقبل رئيس السنغال عبد الله نديور، أمس، رئيس الوزراء البلغاري ستويان ديميتروف الذي يقوم"
        " بزيارة إلى السنغال. وكان الرئيس البلغاري رومن ستانيشيف قد هاتف نظيره السنغالي."
    )
    assert people_of(reader, text, "ar", "courtesy_call") == [{"عبد الله نديور", "ستويان ديميتروف"}]


@pytest.mark.parametrize("behind", ["состоится", "отложен"])
def test_who_travels_stands_inside_of_the_words_of_a_visit(reader: Reader, behind: str) -> None:
    text = f"Визит президента Марты Саласар в Кишинёв, намеченный на 5 ноября, {behind}."
    assert people_of(reader, text, "ru", "visit") == [{"Марты Саласар"}]


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        (
            "en",
            "Namibia summoned the Hungarian ambassador, Katalin Barta, on Monday. Namibia recalled"
            " its ambassador from Budapest.",
            "Namibia",
        ),
        (
            "ru",
            "Перу вызвало посла Эквадора Рамона Уртадо. Через день Перу отозвало своего посла из"
            " Кито.",
            "Перу",
        ),
        (
            "ar",
            "استدعت بيرو السفير الإكوادوري رامون أورتادو. وسحبت بيرو سفيرها من كيتو.",
            "بيرو",
        ),
    ],
)
def test_a_state_calls_its_own_envoy_home(
    reader: Reader, language: str, text: str, state: str
) -> None:
    assert people_of(reader, text, language, "ambassador_recalled") == [{state}]
    assert list(posts_of(reader, text, language).values()) == [True, False]


def test_a_minister_of_the_sentence_before_calls_nobody_home(reader: Reader) -> None:
    text = "«Мы ждём», – заявил министр Ион Кройтору. На прошлой неделе Эквадор отозвал посла."
    assert people_of(reader, text, "ru", "ambassador_recalled") == [{"Эквадор"}]


def test_a_verb_or_a_preposition_before_a_post_is_none_of_it(reader: Reader) -> None:
    english = "He stayed for two days and met President Moktar Ould Lemine."
    assert "President" in posts_of(reader, english, "en")
    kazakh = "Бұл туралы ведомствоның ресми өкілі Айгүл Сәрсенбай хабарлады."
    assert "ведомствоның ресми өкілі" in posts_of(reader, kazakh, "kk")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Denmark froze a grant of 25 million euros last week."),
        ("ar", "وكانت الدنمارك قد علّقت الأسبوع الماضي منحة بقيمة 25 مليون يورو."),
        ("ru", "Дания приостановила выплату гранта в 25 млн евро."),
    ],
)
def test_a_grant_that_is_frozen_is_put_off(reader: Reader, language: str, text: str) -> None:
    assert event_of(reader, text, language, "loan_grant").status.name == "POSTPONED"


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (
            "ru",
            "МИД Перу вручил послу Рамону Уртадо ноту протеста в связи с задержанием моряков в"
            " Гуаякиле.",
            "protest",
        ),
        (
            "en",
            "Rubén Aldana laid a wreath at the Heroes' Memorial and was received by President Nino"
            " Gabashvili.",
            "courtesy_call",
        ),
        (
            "en",
            "Aldana is due to meet members of the Paraguayan community on Tuesday before flying on"
            " to Yerevan.",
            "diaspora_meeting",
        ),
    ],
)
def test_a_cause_a_memorial_and_the_next_stop_are_no_place_of_it(
    reader: Reader, language: str, text: str, kind: str
) -> None:
    assert event_of(reader, text, language, kind).place is None


def test_an_agreement_to_abolish_visas_is_signed(reader: Reader) -> None:
    text = "وقع الوزيران كمال بن يحيى ولوسيا فاريلا في مايو 2021 اتفاقا لإلغاء التأشيرات."
    assert event_of(reader, text, "ar", "signing").status.name == "HELD"


def test_a_time_word_and_half_a_compound_tell_nobody_and_nothing(reader: Reader) -> None:
    read = reader.read(Document("t", "Вечером Саидов дал ужин в честь гостьи.", "ru", PUBLISHED))
    assert [m.text for m in read.mentions if m.kind is MentionKind.PERSON][:1] == ["Саидов"]
    trawler = "A Soviet-built trawler limped into the harbour of Nouakchott."
    assert not reader.read(Document("t", trawler, "en", PUBLISHED)).events
    signed = (
        "President Moktar Bah and Prime Minister Bat Ganzorig co-signed a memorandum on Monday."
    )
    assert event_of(reader, signed, "en", "signing").date == "2025-05-05"


def test_a_visit_is_of_whom_it_is_told_to_be_made_by(reader: Reader) -> None:
    text = (
        "أعلن المتحدث عادل فكري، الخميس، تأجيل زيارة الدولة التي كان مقررا أن يقوم بها الرئيس"
        " الأوزبكي رستم يولداشيف إلى القاهرة."
    )
    assert people_of(reader, text, "ar", "visit") == [{"رستم يولداشيف"}]
