"""A record and a question go in; what answers comes out, found in the plainest way there is.

The database is asked the same in the tests: what it finds must be this.
"""

from sijill.dates import parse_edtf
from sijill.edtf import read_date
from sijill.languages import LANGUAGES
from sijill.record.chronology import in_order
from sijill.record.items import EventItem, StatementItem
from sijill.record.wording import label
from sijill.tellings.parties import Parties
from sijill.text import fold


def find(record, question):
    """Say plainly what answers a question: each item of the record is held against it."""
    search = PlainSearch(record)
    when = parse_edtf(question.when) if question.when else None
    people = search.entities_named(question.person, "person")
    places = search.entities_named(question.place, "place")
    found = []
    items = [*in_order(record.events), *record.statements, *record.claims]
    for item in items:
        if question.kinds and _kind(item) not in question.kinds:
            continue
        if question.disputed and not (isinstance(item, EventItem) and item.disputed):
            continue
        if question.status and not (
            isinstance(item, EventItem) and item.status.value == question.status
        ):
            continue
        if question.person is not None and not people & search.people_of(item):
            continue
        if question.place is not None and not places & search.places_of(item):
            continue
        if when is not None:
            date = read_date(search.date_of(item))
            if date is None or not date.may_equal(when):
                continue
        if question.words and not search.has_words(item, question.words):
            continue
        found.append(item)
    return found


def _kind(item):
    if isinstance(item, EventItem):
        return item.type
    return "statement" if isinstance(item, StatementItem) else "claim"


class PlainSearch:
    """Folded words of all items of one record, made once per question."""

    def __init__(self, record):
        self._record = record
        self._parties = Parties(record.entities)
        self._events = {e.id: e for e in record.events}
        self._names = {
            e.id: {fold(n) for n in (*e.names.values(), *(a.text for a in e.aliases), e.id)}
            for e in record.entities
        }

    def entities_named(self, name, kind):
        """Give the ids of entities one of whose names has all the words asked for."""
        if name is None:
            return set()
        wanted = fold(name).split()
        return {
            e.id
            for e in self._record.entities
            if (kind is None or e.kind == kind)
            and any(all(w in n for w in wanted) for n in self._names[e.id])
        }

    def people_of(self, item):
        """Give the entities that take part in, say or claim an item."""
        if isinstance(item, EventItem):
            return set(item.participants)
        if isinstance(item, StatementItem):
            return {item.speaker} if item.speaker else set()
        return {item.asserted_by} if item.asserted_by else set()

    def places_of(self, item):
        """Give the places of an item and all that hold them."""
        event = self._event_of(item)
        if event is None or event.place is None:
            return set()
        return {event.place, *self._parties.within(event.place)}

    def date_of(self, item):
        """Give the date of an item, or that of its event."""
        if isinstance(item, StatementItem) and item.date:
            return item.date
        event = self._event_of(item)
        return event.date if event else None

    def has_words(self, item, words):
        """Say whether every word is found on the item."""
        text = self._text_of(item)
        return all(part in text for word in words for part in fold(word).split())

    def _event_of(self, item):
        if isinstance(item, EventItem):
            return item
        link = item.event if isinstance(item, StatementItem) else item.about
        return self._events.get(link or "")

    def _text_of(self, item):
        parts = [item.id, *(c.exact for c in item.citations)]
        ids = self.people_of(item) | self.places_of(item)
        parts += sorted(n for i in ids for n in self._names.get(i, ()))
        if isinstance(item, EventItem):
            parts += [item.status.value, item.date or "", *map(str, item.details.values())]
            parts += [label("event_types", item.type, language) for language in LANGUAGES]
        else:
            parts.append(item.text)
        return fold(" ".join(parts))
