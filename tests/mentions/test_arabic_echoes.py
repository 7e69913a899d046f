"""Whoever an Arabic text has named is found again by a part of the name."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.mentions.candidates import Candidate
from sijill.mentions.echoes import find_echoes

PERSON, POST = MentionKind.PERSON, MentionKind.POST


def echoes(text: str, name: str, post: str = "") -> list[str]:
    told = [(PERSON, name)] + ([(POST, post)] if post else [])
    known = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.9)
        for kind, words in told
    ]
    found = find_echoes(Document("t", text, "ar"), split_sentences(text, "ar"), known)
    return [text[c.start : c.end] for c in found if c.kind is PERSON]


@pytest.mark.parametrize(
    ("text", "name", "post", "again"),
    [
        # Two family names, with a particle written onto them.
        ("جاءت ماري تورنر كول. هي مدينة لتورنر كول بذلك.", "ماري تورنر كول", "", ["تورنر كول"]),
        # One name behind a post.
        ("وصل المدرب تيريندو. لعب فريق تيريندو.", "تيريندو", "المدرب", ["تيريندو"]),
        # A given name where a noun is asked for.
        ("غنى زمهرت يوهنس. ثم التقى زمهرت الجمهور.", "زمهرت يوهنس", "", ["زمهرت"]),
        # One that is a word as well tells nobody by itself.
        ("جاءت وفاء ساروفيم. قال إن وفاء الشريك مهم.", "وفاء ساروفيم", "", []),
        ("وصل تيريندو. لعب فريق تيريندو.", "تيريندو", "", []),
    ],
)
def test_a_part_of_a_name_is_found_again(text, name, post, again):
    assert echoes(text, name, post) == again
