"""A notice that speaks is of the body whose it is; two states say nothing by themselves."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def said(reader, text, language="ar"):
    reading = reader.read(Document("t1", f"…\n\n{text}", language, "2024-06-15"))
    names = {e.id: e.name for e in reading.entities}
    return [(names.get(q.speaker), q.text) for q in reading.quotations]


@pytest.mark.parametrize(
    ("language", "text", "house"),
    [
        (
            "ar",
            "وقالت وزارة الخارجية البيروفية في بيان إن الزيارة ناجحة. وأضاف البيان أن الوزير سعيد.",
            "وزارة الخارجية البيروفية",
        ),
        (
            "ar",
            "وذكر بيان صادر عن الرئاسة البيروفية أن الرئيس سيسافر. وأوضح البيان أن الزيارة رسمية.",
            "الرئاسة البيروفية",
        ),
        (
            "en",
            "Peru's Foreign Ministry said in a statement that the visit was a success. The "
            "statement added that talks would go on.",
            "Peru's Foreign Ministry",
        ),
        (
            "en",
            "A statement issued by the Peruvian Foreign Ministry praised Lima. The statement said "
            "that talks would go on.",
            "Peruvian Foreign Ministry",
        ),
    ],
)
def test_a_notice_speaks_for_its_house(reader, language, text, house):
    assert said(reader, text, language)[-1][0] == house


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وصدر بيان مشترك عن وزارة الخارجية البيروفية ونظيرتها. وأضاف البيان أن الحوار مهم."),
        (
            "ar",
            "وقالت وزارة الخارجية البيروفية إن الأمر انتهى. وقال الرئيس لويس سوتو في بيان إنه سعيد. "
            "وأضاف البيان أن الحوار مهم.",
        ),
        (
            "en",
            "Minister Luis Soto said that he was glad. The statement came late. The statement "
            "added that all was well.",
        ),
        (
            "en",
            "Peru's Foreign Ministry said that it was glad. The two sides issued a joint "
            "statement. The statement added that all was well.",
        ),
    ],
)
def test_a_joint_notice_and_one_of_another_speak_for_no_house(reader, language, text):
    assert said(reader, text, language)[-1][0] is None


def test_two_states_are_who_says_it_and_no_part_of_what_is_said(reader):
    text = (
        "اختتم الرئيس لويس سوتو زيارته إلى هانوي. وفي بيان مشترك صدر في ختام الزيارة، أعلن البلدان "
        "الارتقاء بعلاقاتهما."
    )
    assert said(reader, text) == [(None, "الارتقاء بعلاقاتهما")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("دعت المتحدثة كافيتا ناير إلى الهدوء. واكتفت بالقول: «لا تعليق لدينا».", "كافيتا ناير"),
        ("دعا الوزير لويس سوتو إلى الهدوء. واكتفى بالقول: «لا تعليق لدينا».", "لويس سوتو"),
    ],
)
def test_the_verb_before_by_saying_shows_who_says_it(reader, text, who):
    assert said(reader, text)[-1] == (who, "لا تعليق لدينا")
