import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.ranks import part_at_rank


@pytest.mark.parametrize(
    ("post", "parts"),
    [
        ("министр обороны генерал", ["министр обороны", "генерал"]),
        ("с адъютантом капитаном", ["адъютантом", "капитаном"]),
        ("командующего флотом контр-адмирала", ["командующего флотом", "контр-адмирала"]),
        ("адъютант генерала", ["адъютант генерала"]),
        ("бригадным генералом", ["бригадным генералом"]),
        ("министр обороны", ["министр обороны"]),
    ],
)
def test_a_rank_behind_a_post_is_one_of_its_own(post, parts):
    words = post.removeprefix("с ")
    text = f"Вчера {post} Ли"
    at = text.index(words)
    found = part_at_rank(
        Document("t", text, "ru"), Candidate(MentionKind.POST, at, at + len(words), "tagger", 0.9)
    )
    assert [text[c.start : c.end] for c in found] == parts
