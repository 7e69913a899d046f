"""A bare «minister» and «undersecretary» of a ministry, its spokesman, and an interviewer."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, text):
    reading = reader.read(Document("s", text + "\n", "ar", "2026-02-21"))
    names = {}
    for m in reading.mentions:
        names.setdefault(m.entity, m.text)
    return {
        e.name: [(p.post, names.get(p.body, p.body), p.status) for p in e.posts]
        for e in reading.entities
    }


def test_the_minister_behind_a_ministry_is_its_head(reader):
    text = "أعلنت وزارة الخارجية الناميبية أن الوزيرة سلمى أشيبالا ستزور كوبا."
    assert told(reader, text)["سلمى أشيبالا"] == [("foreign_minister", "NA", "current")]


def test_an_undersecretary_of_a_ministry_serves_the_state(reader):
    text = "قال وكيل وزارة الصحة في ناميبيا لوكاس نامبالا إن اللقاح وصل."
    assert told(reader, text)["لوكاس نامبالا"] == [("deputy_minister", "NA", "current")]


def test_the_ministry_said_shortly_is_the_one_told_in_full(reader):
    text = "نفت وزارة الخارجية الناميبية ذلك. وقال المتحدث باسم الوزارة لوكاس نامبالا إنه خبر كاذب."
    post = ("senior_official", "وزارة الخارجية الناميبية", "current")
    assert told(reader, text)["لوكاس نامبالا"] == [post]


def test_who_asks_is_of_the_outlet_in_the_headline(reader):
    text = (
        "سفيرة ناميبيا ل«مرافئ»: لا أحد يعرف البحر مثلنا\n\nحاورها: سليم الورتاني\n\n"
        "تعمل سفيرة ناميبيا سلمى أشيبالا في تونس منذ عام."
    )
    assert told(reader, text)["سليم الورتاني"] == [("journalist", "«مرافئ»", "current")]


@pytest.mark.parametrize("office", ["مدير الهجرة", "المدعي العام", "كبيرة المفاوضين"])
def test_an_office_of_state_is_of_no_house_told_before(reader, office):
    text = f"رحبت ناميبيا بالاتفاق. ورحب به صندوق المناخ. وقال {office} لوكاس نامبالا إنه جيد."
    assert told(reader, text)["لوكاس نامبالا"] == [("senior_official", "NA", "current")]
