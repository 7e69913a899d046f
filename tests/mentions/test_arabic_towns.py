"""Towns of mayors and governors that no gazetteer knows."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.arabic_towns import find_towns
from sijill.mentions.candidates import Candidate


@pytest.mark.parametrize(
    ("post", "towns"),
    [
        ("رئيس بلدية لوبيتو", ["لوبيتو"]),
        ("حاكمة سانتا في", ["سانتا في"]),
        ("عمدة كوينكا السابق", ["كوينكا"]),
        ("محافظ مصرف ناميبيا", []),
        ("عمدة المدينة", []),
        ("وزير النقل", []),
    ],
)
def test_what_a_mayor_is_of_is_a_town(post, towns):
    text = f"قال {post} لوكاس نامبالا ذلك."
    start = text.index(post)
    told = Candidate(MentionKind.POST, start, start + len(post), "tagger", 0.99)
    found = find_towns(Document("s", text, "ar"), [told])
    assert [text[c.start : c.end] for c in found] == towns
