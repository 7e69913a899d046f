"""An English post takes in the state that “of” puts right behind it, wherever it stands."""

import pytest

from sijill.documents.document import PERSON, PLACE, POST, Document
from sijill.mentions.candidates import Candidate
from sijill.mentions.served_people import with_served


def post_in(text, *marked):
    document = Document("d", text, "en")
    told = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.8)
        for kind, words in marked
    ]
    (post,) = (c for c in with_served(document, told) if c.kind is POST)
    return text[post.start : post.end]


@pytest.mark.parametrize(
    ("text", "post", "state", "whole"),
    [
        (
            "Later in the day the Foreign Minister of Gabon paid a call.",
            "Foreign Minister",
            "Gabon",
            "Foreign Minister of Gabon",
        ),
        ("He called the king of Tonga a friend.", "king", "Tonga", "king of Tonga"),
        ("The president of Gabon Air resigned.", "president", "Gabon", "president"),
        ("He called the president of Gabon's navy.", "president", "Gabon", "president"),
        ("She is the voice of Gabon.", "voice", "Gabon", "voice"),
    ],
)
def test_a_post_ends_with_its_state(text, post, state, whole):
    assert post_in(text, (POST, post), (PLACE, state)) == whole


def test_the_name_of_the_holder_may_stand_behind():
    text = "He thanked the Foreign Minister of Gabon Omar Nze for help."
    marked = (POST, "Foreign Minister"), (PLACE, "Gabon"), (PERSON, "Omar Nze")
    assert post_in(text, *marked) == "Foreign Minister of Gabon"
