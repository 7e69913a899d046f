"""What a marked text tells, for tests: its head stands before it, and it is of 11 February 2025."""

from marked import read_marked

from sijill.events.finder import find_events


def found_in(marked, language, published="2025-02-11"):
    """Give the events of a marked text under a head."""
    return find_events(*read_marked("Head\n\n" + marked, language, published=published))


def who_did_what(marked, language):
    """Give types and participants."""
    return [(e.type, set(e.participants)) for e in found_in(marked, language)]


def what_when(marked, language, published="2025-02-11"):
    """Give types, status and dates, in no order."""
    found = found_in(marked, language, published)
    return {(e.type, e.status.value, e.date) for e in found}
