"""Rows of a record go in; lines for the terminal come out, each with the words it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from sijill.citation import Citation
from sijill.dates import Precision
from sijill.edtf import read_date
from sijill.record.items import (
    ClaimItem,
    DecisionNote,
    EventItem,
    Item,
    Record,
    RecordEntity,
    SourceNote,
    StatementItem,
)
from sijill.record.statements import is_denied
from sijill.record.wording import date_words
from sijill.stages.built import load_built_record
from sijill.workspace import Workspace, open_workspace


def open_record(project: Path) -> tuple[Workspace, Record]:
    """Open a project and its record.

    Raises WorkspaceFault when there is none yet, FormatFault when it is not as it was built.
    """
    workspace = open_workspace(project)
    return workspace, load_built_record(workspace)


def day_words(edtf: str | None, missing: str = "no date") -> str:
    """Give a date as it is kept, which sorts and can be given back; a season in words.

    Nobody takes 2023-21 for the spring of 2023.
    """
    value = read_date(edtf)
    is_season = value is not None and value.precision is Precision.SEASON
    return date_words(edtf, "en") if is_season else edtf or missing


class Words:
    """Puts rows of a record into words for the terminal, in English names where there are any."""

    def __init__(self, record: Record) -> None:
        self.entities = {entity.id: entity for entity in record.entities}
        self.sources = {source.id: source for source in record.sources}

    def name(self, entity_id: str | None) -> str:
        """Give the English name of an entity, else any, else its id."""
        entity = self.entities.get(entity_id or "")
        if entity is None:
            return entity_id or "?"
        return entity.names.get("en") or next(iter(entity.names.values()), entity.id)

    def item(self, item: Item) -> Iterator[str]:
        """Give the lines of an event, a statement or a claim."""
        if isinstance(item, EventItem):
            yield from self.event(item)
        elif isinstance(item, StatementItem):
            yield from self.statement(item)
        else:
            yield from self.claim(item)

    def event(self, event: EventItem, indent: str = "") -> Iterator[str]:
        """Give an event, what sources differ on, and its first words."""
        place = f", {self.name(event.place)}" if event.place else ""
        status = "" if event.status.value == "held" else f" [{event.status.value}]"
        people = ", ".join(self.name(p) for p in event.participants)
        told = f"{event.type}{status}{place}: {people}"
        yield f"{indent}{day_words(event.date):<24} {told}{_handle(event.id)}"
        for telling in event.tellings:
            if telling.field in event.disputed:
                told_by = sorted({self.source(c.source_id) for c in telling.citations})
                yield f"{indent}    {telling.field} {telling.value}: {', '.join(told_by)}"
        if event.voices > 1:
            sides = f" ({', '.join(event.sides)})" if event.sides else ""
            yield f"{indent}    told by {event.voices} independent voices{sides}"
        yield f"{indent}    “{short(event.citations[0].exact)}”"
        yield from self.decisions(event, indent)

    def statement(self, said: StatementItem) -> Iterator[str]:
        """Give a statement with its speaker and source."""
        speaker = self.name(said.speaker) if said.speaker else said.speaker_text or "unnamed"
        how = f"{said.kind.value}, {said.language}, {day_words(said.date)}"
        yield f"{speaker} ({how}){_handle(said.id)}"
        denied = "denied: " if is_denied(said) else ""
        yield f"    {denied}“{said.text}”"
        yield f"    {self.source(said.citations[0].source_id)}"
        yield from self.decisions(said)

    def claim(self, claim: ClaimItem) -> Iterator[str]:
        """Give a claim with its verdict and the reason."""
        verdict = claim.verdict.verdict if claim.verdict else "not judged"
        yield f"{claim.kind.value}: “{claim.text}”  [{verdict}]{_handle(claim.id)}"
        if claim.verdict:
            why = claim.verdict.why
            yield f"    {why.get('en') or next(iter(why.values()), '')}"
        yield f"    {self.source(claim.citations[0].source_id)}"
        yield from self.decisions(claim)

    def decisions(self, item: Item, indent: str = "") -> Iterator[str]:
        """Give who decided what about an item, when, and where a source speaks against it."""
        yield from self.notes(item.decisions, indent)

    def notes(self, decisions: Sequence[DecisionNote], indent: str = "") -> Iterator[str]:
        """Give the same of decisions alone."""
        for note in decisions:
            fields = f" {', '.join(note.fields)}" if note.fields else ""
            but = f"; a source says otherwise: {', '.join(note.contested)}"
            line = f"{indent}    {note.action}{fields}: {note.who}, {note.at[:10]}"
            yield line + (but if note.contested else "")

    def person(self, person: RecordEntity) -> Iterator[str]:
        """Give a person with all names and posts."""
        names = ", ".join(person.names.values())
        yield f"{self.name(person.id)}  ({names}){_handle(person.id)}"
        for post in person.posts:
            body = self.name(post.body) if post.body in self.entities else post.body or ""
            time = f", {day_words(post.time)}" if post.time else ""
            decided = f"; decided, line {post.line}" if post.line is not None else ""
            yield f"    {post.post} {body} ({post.status}{time}{decided})"
        yield from self.notes(person.decisions)

    def source(self, source_id: str) -> str:
        """Give outlet and day of a source."""
        note = self.sources.get(source_id)
        return f"{note.outlet or note.name}, {note.published or 'no date'}" if note else source_id

    def grounds(
        self, citations: Sequence[Citation], references: Sequence[str], line: int | None = None
    ) -> str:
        """Give the first words that something stands on, how many more, addresses and a decision.

        `line` is the decision's in the ledger.
        """
        parts = []
        if citations:
            first = citations[0]
            more = len({c.source_id for c in citations}) - 1
            also = f" and {more} more" if more else ""
            parts.append(f"{self.source(first.source_id)}{also}: “{short(first.exact)}”")
        parts += [f"register: {short(reference)}" for reference in references]
        parts += [f"decided, line {line}"] if line is not None else []
        return "; ".join(parts)

    def note(self, note: SourceNote) -> Iterator[str]:
        """Give a source as a list of sources shows it."""
        yield f"{note.id}  {note.language}  {note.published or 'no date':<10}  {note.name}"
        yield f"    {note.headline}"


def _handle(item_id: str) -> str:
    """Give the id by which a row is named to `decide`, as the dim last column of its line."""
    return f"  {click.style(item_id, dim=True)}"


def short(text: str, most: int = 140) -> str:
    """Give a text in one line of at most so many code points."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
