"""Who wants not to be named says so in no quotation, and is the speaker of what he says."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

UNNAMED = [
    ("en", "A Fijian official, who asked not to be named because talks went on, said that the deal had failed.", "A Fijian official", "the deal had failed"),
    ("ar", "وقال دبلوماسي غربي، طلب عدم الكشف عن هويته، إن الأزمة أكبر من السفن.", "دبلوماسي", "الأزمة أكبر من السفن"),
    ("ar", "وكشف مسؤول بيروفي فضل عدم ذكر اسمه أن المحادثات فشلت.", "مسؤول بيروفي", "المحادثات فشلت"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker", "content"), UNNAMED)
def test_who_wants_not_to_be_named_speaks_once(language, text, speaker, content):
    reader = Reader(load_register())
    found = reader.read(Document("t1", f"Head\n\n{text}", language, "2024-06-15")).quotations
    assert [(q.speaker_text, q.text) for q in found] == [(speaker, content)]


@pytest.mark.parametrize("hearer", ["لصحيفة «الأفق الجديد»", "لـ«الأفق»"])
def test_a_paper_in_marks_does_not_part_words_from_who_says_them(hearer):
    text = (
        "خبر\n\nوكانت وزيرة خارجية بيرو آنا روخاس قد أبلغت السفير بالقرار. "
        f"وصرحت {hearer}: «لا نغلق بابا، بل نفتح نافذة»."
    )
    reading = Reader(load_register()).read(Document("t1", text, "ar", "2024-06-15"))
    names = {e.id: e.name for e in reading.entities}
    last = reading.quotations[-1]
    assert (names.get(last.speaker), last.text) == ("آنا روخاس", "لا نغلق بابا، بل نفتح نافذة")
    assert last.cue is not None
