"""What a person types goes in, such as `date=2025-12-18`; the answer it means comes out."""

from __future__ import annotations

from sijill.errors import UsageError
from sijill.record.items import EventItem, Record
from sijill.review.questions import Choice, Question


def read_typed(text: str, question: Question, record: Record) -> Choice:
    """Read `field=value`: the field set to a value, none when nothing stands behind the sign.

    Participants are named with semicolons between; `with=ID` merges an event with another, and a
    language sets the translation of a statement. The value itself is checked when it is decided.
    Raises UsageError for what has no such shape.
    """
    field, sign, value = (part.strip() for part in text.partition("="))
    if not sign or not field:
        raise UsageError(f"“{text}” is no field=value", remedy="Such as:  date=2025-12-18")
    if question.about == "same":
        raise UsageError("here only y or n can be answered")
    if field == "with":
        return Choice("", text, "merge", {"with": [value]})
    if field in record.languages:
        return Choice("", text, "translate", {field: value})
    if field == "verdict":
        return Choice("", text, "judge", {"verdict": value})
    is_event = any(isinstance(e, EventItem) and e.id == question.subject[0] for e in record.events)
    if is_event and field == "participants":
        people = [name.strip() for name in value.split(";") if name.strip()]
        return Choice("", text, "correct", {field: people})
    return Choice("", text, "correct", {field: value or None})
