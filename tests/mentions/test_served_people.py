"""English posts that tell whom somebody serves, and those of envoys that only words tell."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.closed import lengthen_envoys
from sijill.mentions.served_people import find_apposed, with_served


def candidate(text: str, words: str, kind: MentionKind, sure: float = 0.9) -> Candidate:
    at = text.index(words)
    return Candidate(kind, at, at + len(words), "tagger", sure)


@pytest.mark.parametrize(
    ("post", "whole"),
    [
        ("adviser to Foreign Minister", "adviser to Foreign Minister Kofi Darko"),
        ("spokeswoman for President", "spokeswoman for President Kofi Darko"),
        ("minister for trade", "minister for trade"),
    ],
)
def test_a_post_holds_whom_it_serves(post: str, whole: str) -> None:
    text = f"It rained, said Ann Smit, {post} Kofi Darko."
    given = [
        candidate(text, post, MentionKind.POST),
        candidate(text, "Kofi Darko", MentionKind.PERSON),
    ]
    found = with_served(Document("t", text, "en", "2026-02-01"), given)
    assert [text[c.start : c.end] for c in found if c.kind is MentionKind.POST] == [whole]


def test_an_envoy_between_commas_is_found() -> None:
    text = "Ann Smit, the first Omani envoy to Chad, came; Kofi Darko, back from Chad, did not."
    given = [
        candidate(text, "Ann Smit", MentionKind.PERSON),
        candidate(text, "Kofi Darko", MentionKind.PERSON),
        candidate(text, "Chad", MentionKind.PLACE),
    ]
    found = find_apposed(Document("t", text, "en", "2026-02-01"), given)
    assert [text[c.start : c.end] for c in found] == ["first Omani envoy to Chad"]


def test_a_post_takes_in_the_whole_of_a_state() -> None:
    text = "The minister of Bosnia and Herzegovina came."
    given = [
        candidate(text, "minister of Bosnia", MentionKind.POST),
        candidate(text, "Bosnia and Herzegovina", MentionKind.PLACE),
    ]
    found = lengthen_envoys(Document("t", text, "en", "2026-02-01"), given)
    assert text[found[0].start : found[0].end] == "minister of Bosnia and Herzegovina"
