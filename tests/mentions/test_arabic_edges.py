"""Arabic posts and names end where they are over, and take in what belongs to them."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.edges import mend


def edges(text: str, tagged: str, kind: MentionKind) -> list[str]:
    start = text.index(tagged)
    candidate = Candidate(kind, start, start + len(tagged), "tagger", 0.6)
    found = mend(Document("s1", text, "ar"), [candidate])
    return [text[c.start : c.end] for c in found if c.kind is kind]


@pytest.mark.parametrize(
    ("text", "tagged", "post"),
    [
        ("ألقى الأمير محاضرة في المدرسة", "الأمير محاضرة في المدرسة", "الأمير"),
        ("السفير معتمد أيضاً لدى توغو", "السفير معتمد أيضاً لدى توغو", "السفير"),
        ("وصل السفير غير المقيم أمس", "السفير غير المقيم", "السفير غير المقيم"),
        ("وصل السفير فوق العادة أمس", "السفير فوق العادة", "السفير فوق العادة"),
    ],
)
def test_a_title_with_the_article_governs_no_noun(text: str, tagged: str, post: str) -> None:
    assert edges(text, tagged, MentionKind.POST) == [post]


@pytest.mark.parametrize(
    ("text", "tagged", "posts"),
    [
        ("زارت وزير الثقافة الأب الياس", "وزير الثقافة الأب", ["وزير الثقافة", "الأب"]),
        ("رفع السفير الفيتنامي الجديد العلم", "السفير الفيتنامي الجديد", ["السفير الفيتنامي"]),
        ("فاز قائد الفريق أمس", "قائد الفريق", ["قائد الفريق"]),
    ],
)
def test_a_rank_behind_a_post_is_another_and_new_is_none(
    text: str, tagged: str, posts: list[str]
) -> None:
    assert edges(text, tagged, MentionKind.POST) == posts
