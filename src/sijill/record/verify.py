"""A record and the stored texts go in; what does not hold comes out: which item, which field, which
citation, and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sijill.citation import Citation, holds
from sijill.edtf import read_date
from sijill.record.items import ClaimItem, Record, StatementItem

# An interval that is open at both ends is right, though it tells no day.
_ALL_TIME = ("../..", "/")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: item id, field (`tellings[date]`), citation if any, and why."""

    item: str
    field: str
    citation: Citation | None
    why: str

    def __str__(self) -> str:
        where = f"{self.item}, {self.field}"
        if self.citation is None:
            return f"{where}: {self.why}"
        at = f"source {self.citation.source_id}, {self.citation.start}–{self.citation.end}"
        words = self.citation.exact
        shown = words if len(words) <= 60 else words[:59] + "…"
        return f"{where}: {self.why} ({at}: “{shown}”)"


def verify_record(record: Record, texts: Mapping[str, str]) -> list[Fault]:
    """Check every citation of every item against the stored texts, every reference and time.

    `texts` maps source ids to stored texts. An empty list means that everything holds.
    """
    faults = [
        Fault(item, field, citation, _why(citation, texts))
        for item, field, citation in citations_of(record)
        if not holds(citation, texts.get(citation.source_id, ""))
    ]
    return [*faults, *_loose_ends(record), *_words(record), *_wrong_times(record)]


def citations_of(record: Record) -> Iterator[tuple[str, str, Citation]]:
    """Go through all citations of a record as (item id, field, citation).

    What has no id is named by its list and its place there, 0 first: `versions/0`.
    """
    for item, field, cited in _cited(record):
        for citation in cited:
            yield item, field, citation


def _cited(record: Record) -> Iterator[tuple[str, str, Iterable[Citation]]]:
    for entity in record.entities:
        yield from ((entity.id, f"aliases[{a.text}]", a.citations) for a in entity.aliases)
        yield from ((entity.id, f"posts[{o.post}]", o.citations) for o in entity.posts)
    for event in record.events:
        yield event.id, "citations", event.citations
        yield from ((event.id, f"tellings[{t.field}]", t.citations) for t in event.tellings)
    for statement in record.statements:
        yield statement.id, "citations", statement.citations
    for claim in record.claims:
        yield claim.id, "citations", claim.citations
        for version in claim.versions:
            yield claim.id, "versions", (*version.citations, *version.adds, *version.lacks)
    for row in record.peers:
        yield from ((row.occasion, f"peers[{v.feature}]", v.citations) for v in row.values)
    for figure in record.figures:
        yield figure.id, "number", (figure.number,)
        yield figure.id, "citations", figure.citations
    for thread in record.threads:
        yield from ((thread.id, "links", link.citations) for link in thread.links)
    for place, difference in enumerate(record.versions):
        for side, words in (("left", difference.left), ("right", difference.right)):
            yield f"versions/{place}", side, (words,) if words else ()
    for note in record.signals:
        yield note.event, f"signals[{note.signal}]", note.citations
    for account in record.accounts:
        yield account.id, "sign", (account.sign,)
        yield account.id, "citations", account.citations
        for told in account.versions:
            yield account.id, "versions", (told.words, *((told.ascribed,) if told.ascribed else ()))


def _why(citation: Citation, texts: Mapping[str, str]) -> str:
    text = texts.get(citation.source_id)
    if text is None:
        return "its source is not there"
    if citation.exact and citation.exact in text:
        return "its words stand elsewhere or in other surroundings"
    return "its words do not stand in the source"


def _loose_ends(record: Record) -> Iterator[Fault]:
    """Find ids that name nothing in the record."""
    entities = {e.id for e in record.entities}
    events = {e.id for e in record.events}
    for event in record.events:
        for field, ids in (("place", [event.place]), ("participants", event.participants)):
            for entity in ids:
                if entity is not None and entity not in entities:
                    yield Fault(event.id, field, None, f"no entity “{entity}” is in the record")
        if event.part_of is not None and event.part_of not in events:
            yield Fault(event.id, "part_of", None, f"no event “{event.part_of}” is in the record")
    for statement in record.statements:
        if statement.speaker is not None and statement.speaker not in entities:
            why = f"no entity “{statement.speaker}” is in the record"
            yield Fault(statement.id, "speaker", None, why)
        if statement.event is not None and statement.event not in events:
            why = f"no event “{statement.event}” is in the record"
            yield Fault(statement.id, "event", None, why)
    for claim in record.claims:
        for field, found in (("about", claim.about), *(("verdict", c) for c in _counter(claim))):
            if found is not None and found not in events:
                yield Fault(claim.id, field, None, f"no event “{found}” is in the record")


def _counter(claim: ClaimItem) -> tuple[str, ...]:
    return claim.verdict.counter if claim.verdict else ()


def _wrong_times(record: Record) -> Iterator[Fault]:
    """Find times that are no EDTF, which nothing could be ordered or counted by."""
    for item, field, time in _times(record):
        if time and time not in _ALL_TIME and read_date(time) is None:
            yield Fault(item, field, None, f"its time “{time}” is no date in EDTF")


def _times(record: Record) -> Iterator[tuple[str, str, str | None]]:
    for source in record.sources:
        yield source.id, "published", source.published
    for entity in record.entities:
        yield from ((entity.id, f"posts[{held.post}]", held.time) for held in entity.posts)
    for event in record.events:
        yield event.id, "date", event.date
        yield from (
            (event.id, "tellings[date]", told.value)
            for told in event.tellings
            if told.field == "date"
        )
    for statement in record.statements:
        yield statement.id, "date", statement.date
    for figure in record.figures:
        yield figure.id, "period", figure.period
    for note in record.rarities:
        yield from ((note.event, f"rarities[{note.feature}]", t) for t in (note.window, note.until))


def _words(record: Record) -> Iterator[Fault]:
    """Find statements and claims whose words are not those they cite."""
    items: list[StatementItem | ClaimItem] = [*record.statements, *record.claims]
    for item in items:
        if item.text != item.citations[0].exact:
            yield Fault(item.id, "text", item.citations[0], "its words are not the cited ones")
