"""Whom a pronoun written onto an Arabic verb means: who was received, decorated or appointed."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

LIFE = (
    "رحيل الدبلوماسي البيروفي خوان بيريز\n\n"
    "توفي السفير البيروفي الأسبق خوان بيريز السبت في ليما.\n\n"
    "عينه الرئيس كارلوس سوتو سفيرا في نيروبي عام 1996، "
    "فقدم أوراق اعتماده إلى الرئيس الكيني بيتر أوموندي. "
    "وبعد ثلاث سنوات استقبله رئيس الوزراء جون مواي لوداعه، وقلده وسام الصداقة. "
    "وفي عام 2003 عين مديرا لإدارة آسيا."
)


@pytest.fixture(scope="module")
def told():
    reader = Reader(load_register())

    def read(text):
        reading = reader.read(Document("o", text, "ar", "2025-10-14"))
        names = {e.id: e.name for e in reading.entities}
        return [(e.type, {names[p].split()[-1] for p in e.participants}) for e in reading.events]

    return read


def test_a_life_goes_on_with_whom_it_is_of(told):
    assert told(LIFE) == [
        ("appointment", {"بيريز", "سوتو"}),
        ("courtesy_call", {"بيريز", "أوموندي"}),
        ("courtesy_call", {"بيريز", "مواي"}),
        ("decoration", {"بيريز", "مواي"}),
        ("appointment", {"بيريز"}),
    ]


GUEST = "وصل وزير الخارجية الكيني بيتر أوموندي إلى ليما الاثنين. "


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("والتقاه نظيره خوان بيريز في مقر الوزارة.", [("talks", {"أوموندي", "بيريز"})]),
        ("والتقاه وزير الزراعة خوان بيريز.", [("talks", {"أوموندي", "بيريز"})]),
        (
            "والتقاه نظيره خوان بيريز. واستقبلته الرئيسة ماريا سوتو الثلاثاء، ومنحته وسام الصداقة.",
            [
                ("talks", {"أوموندي", "بيريز"}),
                ("courtesy_call", {"أوموندي", "سوتو"}),
                ("decoration", {"أوموندي", "سوتو"}),
            ],
        ),
    ],
)
def test_the_object_of_one_verb_is_that_of_the_next(told, words, expected):
    assert [e for e in told(f"…\n\n{GUEST}{words}") if e[0] != "visit"] == expected
