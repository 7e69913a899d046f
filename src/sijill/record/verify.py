"""A record and the stored texts go in; what does not hold comes out: which item, which field, which
citation, and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sijill.citation import Citation, holds
from sijill.record.items import ClaimItem, Record, StatementItem


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
    """Check every citation of every item against the stored texts, and every reference inside.

    `texts` maps source ids to stored texts. An empty list means that everything holds.
    """
    faults = [
        Fault(item, field, citation, _why(citation, texts))
        for item, field, citation in citations_of(record)
        if not holds(citation, texts.get(citation.source_id, ""))
    ]
    return faults + list(_loose_ends(record)) + list(_words(record))


def citations_of(record: Record) -> Iterator[tuple[str, str, Citation]]:
    """Go through all citations of a record as (item id, field, citation).

    What has no id is named by its list and its place there, 0 first: `versions/0`.
    """
    for entity in record.entities:
        for alias in entity.aliases:
            for citation in alias.citations:
                yield entity.id, f"aliases[{alias.text}]", citation
        for occupancy in entity.posts:
            for citation in occupancy.citations:
                yield entity.id, f"posts[{occupancy.post}]", citation
    for event in record.events:
        for citation in event.citations:
            yield event.id, "citations", citation
        for telling in event.tellings:
            for citation in telling.citations:
                yield event.id, f"tellings[{telling.field}]", citation
    for statement in record.statements:
        for citation in statement.citations:
            yield statement.id, "citations", citation
    for claim in record.claims:
        for citation in claim.citations:
            yield claim.id, "citations", citation
        for version in claim.versions:
            for citation in (*version.citations, *version.adds, *version.lacks):
                yield claim.id, "versions", citation
    for row in record.peers:
        for value in row.values:
            for citation in value.citations:
                yield row.occasion, f"peers[{value.feature}]", citation
    for figure in record.figures:
        yield figure.id, "number", figure.number
        for citation in figure.citations:
            yield figure.id, "citations", citation
    for thread in record.threads:
        for link in thread.links:
            for citation in link.citations:
                yield thread.id, "links", citation
    for place, difference in enumerate(record.versions):
        for side, words in (("left", difference.left), ("right", difference.right)):
            if words is not None:
                yield f"versions/{place}", side, words
    for note in record.signals:
        for citation in note.citations:
            yield note.event, f"signals[{note.signal}]", citation
    for account in record.accounts:
        yield account.id, "sign", account.sign
        for citation in account.citations:
            yield account.id, "citations", citation
        for told in account.versions:
            for words in (told.words, told.ascribed):
                if words is not None:
                    yield account.id, "versions", words


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


def _words(record: Record) -> Iterator[Fault]:
    """Find statements and claims whose words are not those they cite."""
    items: list[StatementItem | ClaimItem] = [*record.statements, *record.claims]
    for item in items:
        if item.text != item.citations[0].exact:
            yield Fault(item.id, "text", item.citations[0], "its words are not the cited ones")
