"""Expelled, invited, accompanied: by when to leave is no day, and nobody joins the wrong journey."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, language, text, published="2024-06-15"):
    """Give type, status, date, place and participants of what a text below a headline tells."""
    reading = reader.read(Document("t", f"Head\n\n{text}", language, published))
    names = {e.id: e.name for e in reading.entities}
    return [
        (
            e.type,
            e.status.value,
            e.date,
            names.get(e.place or ""),
            {names[p] for p in e.participants},
        )
        for e in reading.events
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two Omani diplomats must leave Peru by Sunday, Peru's foreign ministry said on Wednesday."),
        ("en", "Peru said on Wednesday that two Omani diplomats had until Sunday to leave the country."),
        ("en", "On Wednesday Peru expelled two Omani diplomats, who must be gone by Sunday."),
        ("ar", "طردت بيرو يوم الأربعاء دبلوماسيين عمانيين اثنين وأمهلتهما حتى الأحد لمغادرة البلاد."),
    ],
)  # fmt: skip
def test_by_when_diplomats_must_leave_is_not_the_day_of_the_expulsion(reader, language, text):
    found = [e for e in told(reader, language, text) if e[0] == "expulsion"]
    assert [e[1:3] for e in found] == [("held", "2024-06-12")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وأوضح الوزير أن ما نشر عن طرد دبلوماسيين عمانيين من بيرو «كذب محض»."),
        ("en", "There is no truth in reports that Peru expelled an Omani diplomat last year."),
    ],
)
def test_what_is_only_rumoured_is_no_expulsion(reader, language, text):
    assert told(reader, language, text) == []


def test_an_invitation_handed_to_somebody_is_a_visit_of_his(reader):
    offered = "ووجه الرئيس الفنلندي بيكا هالا دعوة إلى نظيره العماني سالم الزين لزيارة هلسنكي."
    (visit,) = [e for e in told(reader, "ar", offered) if e[0] == "visit"]
    assert visit == ("visit", "proposed", None, "هلسنكي", {"سالم الزين"})
    accepted = offered.replace("هلسنكي.", "هلسنكي، وقد قبلها شاكرا.")
    (visit,) = [e for e in told(reader, "ar", accepted) if e[0] == "visit"]
    assert visit == ("visit", "planned", None, "هلسنكي", {"سالم الزين"})


def test_who_comes_along_later_was_not_on_the_visit_before(reader):
    text = (
        "President Juan Sosa of Peru visited Oman from 3 to 5 June. He will fly to Finland in July, "
        "accompanied by Trade Minister Ana Vera."
    )
    assert [(e[3], e[4]) for e in told(reader, "en", text)] == [
        ("Oman", {"Juan Sosa"}),
        ("Finland", {"Juan Sosa", "Ana Vera"}),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قبل مغادرته إلى هلسنكي، التقى الوزير سالم الزين الرئيس خوان سوسا أمس."),
        (
            "en",
            "Before leaving for Helsinki, Minister Salim Zain met President Juan Sosa on Friday.",
        ),
        (
            "ru",
            "Перед вылетом в Хельсинки министр Салим Зайн встретился с президентом Хуаном Сосой.",
        ),
    ],
)
def test_where_somebody_leaves_for_is_not_where_he_met_anybody(reader, language, text):
    assert [e[3] for e in told(reader, language, text) if e[0] == "talks"] == [None]


def test_the_call_that_he_made_is_a_call(reader):
    text = "وعرض سالم الزين نتائج الاتصال الذي أجراه يوم الأحد الماضي بنظيره الفنلندي بيكا هالا."
    (call,) = told(reader, "ar", text)
    assert (call[0], call[1], "بيكا هالا" in call[4]) == ("phone_call", "held", True)


def test_a_visit_that_you_called_off_was_not_held(reader):
    text = "لماذا ألغيتم في اللحظة الأخيرة زيارتكم إلى هلسنكي الأسبوع الماضي؟"
    assert {e[1] for e in told(reader, "ar", text)} == {"cancelled"}


def test_a_part_of_a_name_is_no_denial(reader):
    text = "وألقى الرئيس الألباني أرديان كولا كلمة، ووضع إكليلا من الزهور على النصب."
    assert ("ceremony", "held") in {e[:2] for e in told(reader, "ar", text)}


def test_who_made_a_first_visit_by_some_minister_is_that_minister(reader):
    text = "قام وزير الصيد الفنلندي بيكا هالا بأول زيارة لمسؤول فنلندي إلى مسقط في ربيع 1979."
    assert told(reader, "ar", text) == [("visit", "held", "1979-21", "مسقط", {"بيكا هالا"})]


def test_who_attended_a_meeting_held_none_of_their_own(reader):
    text = (
        "استقبل وزير الخارجية العماني سالم الزين اليوم وزيرة خارجية فنلندا أينو كوسكي. "
        "وحضر اللقاء السفير خالد الهادي والسفيرة ريتا مالا."
    )
    assert [e[4] for e in told(reader, "ar", text)] == [{"سالم الزين", "أينو كوسكي"}]
