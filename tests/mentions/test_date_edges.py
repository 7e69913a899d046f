"""Dates without the words that lead to them or go on behind them."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.date_edges import split_date


@pytest.mark.parametrize(
    ("language", "tagged", "expected"),
    [
        ("en", "set for 3 May", "3 May"),
        ("en", "until the spring", "spring"),
        ("en", "following year 12", "following year"),
        ("en", "June after", "June"),
        ("en", "Three years after", "Three years after"),
        ("ru", "нам весной", "весной"),
        ("ru", "ним осенью", "осенью"),
        ("ar", "وأمس", "أمس"),
        ("ar", "ومساء الثلاثاء", "مساء الثلاثاء"),
    ],
)
def test_a_date_holds_no_words_that_lead_to_it(language, tagged, expected):
    document = Document("s1", tagged, language, "2025-02-11")
    found = split_date(document, Candidate(MentionKind.DATE, 0, len(tagged), "tagger", 0.9))
    assert [tagged[c.start : c.end] for c in found] == [expected]


@pytest.mark.parametrize(
    ("language", "tagged", "expected"),
    [
        ("en", "Monday and Tuesday", ["Monday", "Tuesday"]),
        ("en", "Monday, 5 May and 6 May", ["Monday, 5 May and 6 May"]),
        ("ru", "в понедельник и во вторник", ["в понедельник и во вторник"]),
        ("ru", "понедельник и вторник", ["понедельник", "вторник"]),
        ("kk", "дүйсенбі мен сейсенбі", ["дүйсенбі", "сейсенбі"]),
        ("ar", "الاثنين والثلاثاء", ["الاثنين", "الثلاثاء"]),
        ("ja", "月曜日と火曜日", ["月曜日", "火曜日"]),
    ],
)
def test_two_days_of_the_week_are_two_dates(language, tagged, expected):
    document = Document("s1", tagged, language, "2025-02-11")
    found = split_date(document, Candidate(MentionKind.DATE, 0, len(tagged), "tagger", 0.9))
    assert [tagged[c.start : c.end] for c in found] == expected
