"""Arabic: two who hold one post in both states are two people, and small words end names."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def people(reader, text):
    reading = reader.read(Document("s", f"عنوان\n\n{text}", "ar", "2025-02-11"))
    return [m.text for m in reading.mentions if m.kind is MentionKind.PERSON]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "ووقع وزيرا الدفاع في البلدين، غونتر هالا وأمينة ديوف، ثلاث وثائق.",
            ["غونتر هالا", "أمينة ديوف"],
        ),
        (
            "ووقع وزيرا السياحة في كلا البلدين، بافلو ماتيتش وسعاد الزين، برنامجا.",
            ["بافلو ماتيتش", "سعاد الزين"],
        ),
        ("وقام وزير الثقافة الفنلندي الراحل ماتي كوسكينن بأول زيارة إلى مسقط.", ["ماتي كوسكينن"]),
    ],
)
def test_names_of_both_states_and_their_ends(reader, text, names):
    assert people(reader, text) == names


def test_a_name_that_begins_like_a_post_is_no_athlete(reader):
    text = "ووقع وزيرا العمل في البلدين، راميش كاركي وليلى الزين، مذكرة تفاهم في مسقط."
    assert people(reader, text) == ["راميش كاركي", "ليلى الزين"]


def test_who_asks_in_a_press_conference_is_no_place(reader):
    text = "سؤال (وكالة صدى): معالي الوزيرة، هل ستشارك بلادكم في المعرض؟"
    document = Document("s", f"عنوان\n\n{text}", "ar", "2025-02-11")
    assert MentionKind.PLACE not in {m.kind for m in reader.read(document).mentions}


def test_whom_somebody_in_a_house_told_it_to_is_no_part_of_its_name(reader):
    text = "وأفاد مصدر في السفارة لـ«المدى» بأن الافتتاح قريب."
    reading = reader.read(Document("s", f"عنوان\n\n{text}", "ar", "2025-02-11"))
    bodies = [m.text for m in reading.mentions if m.kind is MentionKind.ORGANISATION]
    assert bodies[:1] == ["السفارة"]
