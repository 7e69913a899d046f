"""Houses that English posts name by a common noun."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.english_houses import find_english_houses


@pytest.mark.parametrize(
    ("post", "house"),
    [
        ("fund's chief executive", "fund"),
        ("network's treasurer", "network"),
        ("Secretary General of the forum", "forum"),
        ("country's president", None),
        ("government's spokesman", None),
        ("director of the national museum", "national museum"),
        ("head of the Ashgrove Fund", None),
        ("minister of the sea", None),
    ],
)
def test_a_house_told_by_a_common_noun_in_a_post_is_found(post, house):
    text = f"The {post}, Jan Oos, was late."
    at = text.index(post)
    document = Document("t", text, "en", "2026-02-01")
    given = [Candidate(MentionKind.POST, at, at + len(post), "tagger", 0.9)]
    found = [text[c.start : c.end] for c in find_english_houses(document, given)]
    assert found == ([house] if house else [])
