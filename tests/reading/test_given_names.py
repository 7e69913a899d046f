"""An Arabic family name behind a post takes the given name before it, and no verb or adjective."""

import pytest

from sijill.reading.candidates import Candidate
from sijill.reading.document import Document, MentionKind
from sijill.reading.given_names import with_given_names

PERSON, POST = MentionKind.PERSON, MentionKind.POST


@pytest.mark.parametrize(
    ("text", "post", "person", "expected"),
    [
        ("تحدث مع رئيس كازاخستان مارات نوروف.", "رئيس كازاخستان", "نوروف", "مارات نوروف"),
        ("التقى وزيرا ورئيس كازاخستان مارات نوروف.", "رئيس كازاخستان", "نوروف", "مارات نوروف"),
        # A name that lists have needs no preposition.
        ("بحث وزير لبنان جمال شاوش الملف.", "وزير لبنان", "شاوش", "جمال شاوش"),
        # A verb may stand behind a post that begins its sentence.
        ("رئيس كازاخستان يستقبل نوروف.", "رئيس كازاخستان", "نوروف", "نوروف"),
        ("تحدث مع رئيس كازاخستان الجديد نوروف.", "رئيس كازاخستان", "نوروف", "نوروف"),
        ("تحدث مع رئيس كازاخستان السيد نوروف.", "رئيس كازاخستان", "نوروف", "نوروف"),
        ("تحدث مع رئيس كازاخستان أمس نوروف.", "رئيس كازاخستان", "نوروف", "نوروف"),
    ],
)
def test_a_given_name_behind_a_post_is_part_of_the_name(text, post, person, expected):
    spans = [(POST, post), (PERSON, person)]
    found = with_given_names(
        Document("s", text, "ar"),
        [
            Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.95)
            for kind, words in spans
        ],
    )
    assert [text[c.start : c.end] for c in found if c.kind is PERSON] == [expected]
