"""Bodies that Japanese posts begin with."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.japanese_houses import find_japanese_houses


@pytest.mark.parametrize(
    ("post", "house"),
    [
        ("港湾公社総裁", "港湾公社"),
        ("元北東商工会会長", "北東商工会"),
        ("北海道大准教授", "北海道大"),
        ("ペルーの漁業連盟会長", "漁業連盟"),
        ("選挙管理委員会委員長", "選挙管理委員会"),
        ("国防省次官", "国防省"),
        ("酒造会社社長", None),
        ("人民委員会委員長", None),
        ("港湾・海運相", None),
        ("欧州局長", None),
    ],
)
def test_what_stands_before_the_word_of_a_post_is_a_body(post: str, house: str | None) -> None:
    candidate = Candidate(MentionKind.POST, 0, len(post), "tagger", 0.6)
    found = find_japanese_houses(Document("s1", post + "の森弘氏", "ja"), [candidate])
    assert [post[c.start : c.end] for c in found] == ([house] if house else [])


def test_a_governor_has_a_province() -> None:
    candidate = Candidate(MentionKind.POST, 0, 7, "tagger", 0.6)
    found = find_japanese_houses(Document("s1", "ハトロン州知事の森氏", "ja"), [candidate])
    assert [(c.kind, c.start, c.end) for c in found] == [(MentionKind.PLACE, 0, 5)]
