"""Who met whom in Arabic: a woman's verb before a man, an object marked as one, one's own words."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def told():
    reader = Reader(load_register())

    def read(words):
        reading = reader.read(Document("m", f"…\n\n{words}", "ar", "2025-10-14"))
        names = {e.id: e.name for e in reading.entities}
        return [
            (e.type, e.status.value, {names[p].split()[-1] for p in e.participants})
            for e in reading.events
        ]

    return read


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("والتقت الرئيس خوان بيريز ووزيرة الصحة ماري كوفي.", {"سوتو", "بيريز", "كوفي"}),
        ("حيث التقت الرئيس خوان بيريز ووضعت حجر الأساس لمدرسة.", {"سوتو", "بيريز"}),
    ],
)
def test_a_woman_meets_the_man_whom_her_verb_stands_before(told, words, whom):
    visit = "وزارت رئيسة الوزراء ماريا سوتو ليما الاثنين"
    assert ("talks", "held", whom) in told(f"{visit}{'، ' if words[0] == 'ح' else ' '}{words}")


def test_an_object_that_is_marked_is_no_subject(told):
    words = (
        "عقد وزير الخارجية خوان بيريز سلسلة لقاءات في نيويورك، حيث التقى كلا من وزير خارجية "
        "مالطا بيتر فيلا ووزيرة خارجية بنين ماري كوفي."
    )
    assert ("talks", "held", {"بيريز", "فيلا", "كوفي"}) in told(words)


def test_who_speaks_of_himself_did_it(told):
    words = (
        "قال السفير خوان بيريز إن التعاون جيد، وأشار إلى أن الوزيرة ماريا سوتو ألغت زيارتها. "
        "وأضاف: «التقيت أمس وزيرة الصحة ماري كوفي»."
    )
    assert ("talks", "held", {"بيريز", "كوفي"}) in told(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "يعزو الخبير خوان بيريز النمو إلى اتفاق التجارة الذي وقعه البلدان، بيرو وكينيا.",
            ("signing", "held", {"بيرو", "كينيا"}),
        ),
        (
            "قالت الوزيرة ماريا سوتو إن بيرو تعتزم افتتاح سفارة في نيروبي.",
            ("embassy_opened", "proposed", {"بيرو", "نيروبي"}),
        ),
        (
            "كان الوزير خوان بيريز يعتزم السفر إلى نيروبي في يناير، غير أن الرحلة ألغيت.",
            ("visit", "cancelled", {"بيريز"}),
        ),
    ],
)
def test_what_states_and_ministers_did_or_meant_to_do(told, words, expected):
    assert [expected] == told(words)


@pytest.mark.parametrize(
    "words",
    [
        "يقال إن السفارة ستغلق لأسباب مالية.",
        "طالبت المعارضة بإلغاء الاتفاق، معتبرة أن على الحكومة عرضه على البرلمان قبل التوقيع.",
    ],
)
def test_hearsay_and_demands_tell_of_nothing(told, words):
    assert told(words) == []
