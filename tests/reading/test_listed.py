"""Listed places are believed behind a preposition of place, where nobody saw another name."""

import pytest

from sijill.reading.candidates import Candidate
from sijill.reading.document import Document, MentionKind
from sijill.reading.listed import find_listed
from sijill.reading.sentences import split_sentences

PERSON = MentionKind.PERSON


def read(text, language, *tagged):
    candidates = [
        Candidate(PERSON, text.index(w), text.index(w) + len(w), "tagger", 1.0) for w in tagged
    ]
    document = Document("t", text, language)
    found = find_listed(document, split_sentences(text, language), candidates)
    return [text[c.start : c.end] for c in found]


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("ru", "Он уехал в Солигорск из Дебрецена.", ["Солигорск", "Дебрецена"]),
        ("en", "She moved from Debrecen to Nakuru.", ["Debrecen", "Nakuru"]),
        ("ar", "عاد من بورتو أليغري أمس", ["بورتو أليغري"]),
        # Nothing vouches for them.
        ("ru", "Солигорск вырос.", []),
        ("en", "Debrecen has grown.", []),
        # In Arabic one word alone may be any word.
        ("ar", "يسكن في الطبقة الثانية", []),
    ],
)
def test_a_preposition_vouches_for_a_listed_place(language, text, places):
    assert read(text, language) == places


def test_what_is_another_name_already_stays_one():
    assert read("A letter from Debrecen Smith came.", "en", "Debrecen Smith") == []
