"""A post right behind an Arabic name is that of its bearer, or of whom that one meets."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def roles(reader, text, language="ar"):
    reading = reader.read(Document("t1", f"خبر\n\n{text}", language, "2024-06-15"))
    people = [e for e in reading.entities if e.kind.value == "person"]
    return {e.name: {p.post for p in e.posts} for e in people}


@pytest.mark.parametrize(
    "text",
    [
        "التقى السفير النرويجي أولاف بيرغ أمس وزير الطاقة. والتقى أولاف بيرغ وزير الخارجية في سوفا.",
        "وأطلع السفير النرويجي أولاف بيرغ الوزير على سير المشروع.",
    ],
)
def test_whom_somebody_meets_is_not_what_he_is(reader, text):
    assert list(roles(reader, text).values()) == [{"ambassador"}]


@pytest.mark.parametrize(
    "text",
    [
        "استقبل الدكتور سامي كمال وزير الصناعة وفدا من رجال الأعمال في القاهرة.",
        "قال سامي كمال وزير الصناعة في القاهرة إن المصنع جاهز.",
    ],
)
def test_a_post_in_apposition_is_that_of_the_name_before_it(reader, text):
    assert list(roles(reader, text).values()) == [{"minister"}]


def test_a_counterpart_behind_a_name_is_somebody_else(reader):
    text = (
        "التقى وزير خارجية بيرو خوان روخاس وزير خارجية فيجي سيتيفيني رابوكا. "
        "ودعا رابوكا نظيره البيروفي إلى القيام بزيارة رسمية إلى سوفا."
    )
    reading = reader.read(Document("t1", f"خبر\n\n{text}", "ar", "2024-06-15"))
    holder = {m.text: m.entity for m in reading.mentions}
    assert holder["نظيره البيروفي"] == holder["خوان روخاس"] != holder["رابوكا"]


def test_a_post_behind_a_name_behind_with_is_his():
    text = "اجتمع ينس لوند مع خوان رويس وزير خارجية بيرو في أوسلو."
    reading = Reader(load_register()).read(Document("t1", f"خبر\n\n{text}", "ar", "2024-06-15"))
    posts = {
        e.name: [p.post for p in e.posts] for e in reading.entities if e.kind.value == "person"
    }
    assert posts["خوان رويس"] == ["foreign_minister"]
