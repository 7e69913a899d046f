"""A doubtful place that «and» joins to a person is another person."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.listed import settle_joined


def kinds(text, language, place, confidence=0.5, person="Lindqvist"):
    first, second = text.index(person), text.index(place)
    found = [
        Candidate(MentionKind.PERSON, first, first + len(person), "tagger", 0.9),
        Candidate(MentionKind.PLACE, second, second + len(place), "tagger", confidence),
    ]
    settled = settle_joined(Document("a", text, language, None), found)
    return [c.kind.value for c in settled]


@pytest.mark.parametrize(
    ("language", "text", "person", "place"),
    [
        ("en", "Lindqvist and Zhumatev spoke.", "Lindqvist", "Zhumatev"),
        ("ru", "Выступили Линдквист и Жуматеев.", "Линдквист", "Жуматеев"),
        ("kk", "Линдквист пен Жұматеев сөйледі.", "Линдквист", "Жұматеев"),
    ],
)
def test_a_doubtful_place_beside_a_person_is_one(language, text, person, place):
    assert kinds(text, language, place, person=person) == ["person", "person"]


def test_what_is_listed_or_sure_stays_a_place():
    assert kinds("Lindqvist and Helsinki agreed.", "en", "Helsinki")[1] == "place"
    assert kinds("Lindqvist and Zhumatev spoke.", "en", "Zhumatev", confidence=0.9)[1] == "place"
    assert kinds("Lindqvist in Zhumatev spoke.", "en", "Zhumatev")[1] == "place"
