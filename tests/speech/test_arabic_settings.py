"""Where something was said in Arabic is no part of what was said; a verb with its object is one."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def said():
    reader = Reader(load_register())

    def read(words):
        reading = reader.read(Document("s", f"…\n\n{words}", "ar", "2025-10-14"))
        names = {e.id: e.name for e in reading.entities}
        return [(names.get(q.speaker or ""), q.text) for q in reading.quotations]

    return read


@pytest.mark.parametrize(
    ("words", "content"),
    [
        (
            "أكد بيريز خلال لقائه نظيره الكيني بيتر أوموندي حرص بلاده على السلام.",
            "حرص بلاده على السلام",
        ),
        ("أكد بيريز لدى استقباله السفير بيتر أوموندي أهمية التجارة.", "أهمية التجارة"),
        ("أكد بيريز خلال مؤتمر دعم ليبيا ضرورة وقف القتال.", "ضرورة وقف القتال"),
        ("أكد بيريز أهمية التجارة خلال لقائه نظيره بيتر أوموندي.", None),
    ],
)
def test_words_begin_behind_where_they_were_said(said, words, content):
    told = said(f"وصل الوزير خوان بيريز إلى ليما. و{words}")
    assert [name for name, _ in told] == ["خوان بيريز"]
    assert told[0][1] == content or (content is None and told[0][1].startswith("أهمية"))


def test_who_calls_him_something_says_so(said):
    words = "ووصفه الوزير خوان بيريز بأنه «مدرسة في الصبر»، فيما قالت السفيرة ماري كوفي إنه وفي."
    assert said(words) == [("خوان بيريز", "«مدرسة في الصبر»"), ("ماري كوفي", "وفي")]
