"""Weekends are two days, “a week ago” is one, and “this coming Monday” is to come."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.times import find_dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Last weekend she came.", "2025-09-13/2025-09-14"),
        ("She will come this weekend.", "2025-09-20/2025-09-21"),
        ("She came the day before yesterday.", "2025-09-16"),
        ("A week ago she came.", "2025-09-11"),
        ("This coming Monday she leaves.", "2025-09-22"),
    ],
)
def test_days_of_other_weeks_are_resolved(text, value):
    text = f"Head\n\n{text}\n"
    found = find_dates(Document("s1", text, "en", "2025-09-18"), split_sentences(text, "en"))
    assert [m.value for m in found] == [value]
