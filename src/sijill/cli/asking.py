"""The commands that ask the record: find, visits, people, quotations, claims, sources."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from sijill.cli.options import check_date, json_option, now, project_option, who
from sijill.errors import UsageError, WorkspaceFault
from sijill.reading.document import Status
from sijill.record.items import (
    RECORD_FORMAT,
    ClaimItem,
    EventItem,
    Record,
    RecordEntity,
    SourceNote,
    StatementItem,
)
from sijill.record.query import (
    Item,
    Question,
    claims_of_verdict,
    find,
    people_of,
    quotations_of,
    visits_of,
)
from sijill.record.statements import is_denied
from sijill.serial import read_json, to_plain
from sijill.tables import open_table
from sijill.workspace import Workspace, open_workspace


def _open(project: Path) -> tuple[Workspace, Record]:
    workspace = open_workspace(project)
    path = workspace.build / "record" / "record.json"
    if not path.exists():
        raise WorkspaceFault("there is no record yet", where=str(path), remedy="Run: sijill build")
    return workspace, read_json(path, Record, format_name=RECORD_FORMAT)


def _answer(values: Iterable[Any], lines: Callable[[Any], Iterator[str]], as_json: bool) -> None:
    held = list(values)
    if as_json:
        click.echo(json.dumps(to_plain(held), ensure_ascii=False, indent=1))
        return
    for value in held:
        for line in lines(value):
            click.echo(line)
    if not held:
        click.echo("Nothing of this kind is in the record.", err=True)


class _Words:
    """Puts rows of a record into words for the terminal, in English names where there are any."""

    def __init__(self, record: Record) -> None:
        self.entities = {entity.id: entity for entity in record.entities}
        self.sources = {source.id: source for source in record.sources}

    def name(self, entity_id: str | None) -> str:
        entity = self.entities.get(entity_id or "")
        if entity is None:
            return entity_id or "?"
        return entity.names.get("en") or next(iter(entity.names.values()), entity.id)

    def item(self, item: Item) -> Iterator[str]:
        if isinstance(item, EventItem):
            yield from self.event(item)
        elif isinstance(item, StatementItem):
            yield from self.statement(item)
        else:
            yield from self.claim(item)

    def event(self, event: EventItem, indent: str = "") -> Iterator[str]:
        place = f", {self.name(event.place)}" if event.place else ""
        status = "" if event.status.value == "held" else f" [{event.status.value}]"
        people = ", ".join(self.name(p) for p in event.participants)
        yield f"{indent}{event.date or 'no date':<24} {event.type}{status}{place}: {people}"
        for telling in event.tellings:
            if telling.field in event.disputed:
                told_by = sorted({self.source(c.source_id) for c in telling.citations})
                yield f"{indent}    {telling.field} {telling.value}: {', '.join(told_by)}"
        yield f"{indent}    “{_short(event.citations[0].exact)}”"

    def statement(self, said: StatementItem) -> Iterator[str]:
        speaker = self.name(said.speaker) if said.speaker else said.speaker_text or "unnamed"
        yield f"{speaker} ({said.kind.value}, {said.language}, {said.date or 'no date'})"
        denied = "denied: " if is_denied(said) else ""
        yield f"    {denied}“{said.text}”"
        yield f"    {self.source(said.citations[0].source_id)}"

    def claim(self, claim: ClaimItem) -> Iterator[str]:
        verdict = claim.verdict.verdict if claim.verdict else "not judged"
        yield f"{claim.kind.value}: “{claim.text}”  [{verdict}]"
        if claim.verdict:
            why = claim.verdict.why
            yield f"    {why.get('en') or next(iter(why.values()), '')}"
        yield f"    {self.source(claim.citations[0].source_id)}"

    def person(self, person: RecordEntity) -> Iterator[str]:
        yield f"{self.name(person.id)}  ({', '.join(person.names.values())})"
        for post in person.posts:
            body = self.name(post.body) if post.body in self.entities else post.body or ""
            time = f", {post.time}" if post.time else ""
            yield f"    {post.post} {body} ({post.status}{time})"

    def source(self, source_id: str) -> str:
        note = self.sources.get(source_id)
        return f"{note.outlet or note.name}, {note.published or 'no date'}" if note else source_id

    def note(self, note: SourceNote) -> Iterator[str]:
        yield f"{note.id}  {note.language}  {note.published or 'no date':<10}  {note.name}"
        yield f"    {note.headline}"


def _short(text: str, most: int = 140) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


@click.command("find")
@click.argument("words", nargs=-1)
@project_option
@click.option("--person", help="A person's name, in any script.")
@click.option("--place", help="A place's name, in any script.")
@click.option(
    "--when",
    metavar="DATE",
    callback=check_date,
    help="A day, month or year: 2025-12-18, 2025-12, 2025.",
)
@click.option("--kind", "kinds", multiple=True, help="An event type, or statement, or claim.")
@click.option("--status", type=click.Choice([status.value for status in Status]))
@click.option("--disputed", is_flag=True, help="Only events on which sources differ.")
@json_option
def find_command(
    words: tuple[str, ...],
    project: Path,
    person: str | None,
    place: str | None,
    when: str | None,
    kinds: tuple[str, ...],
    status: str | None,
    disputed: bool,
    as_json: bool,
) -> None:
    """Find items by words, person, place, time and kind."""
    _, record = _open(project)
    _check_kinds(kinds)
    question = Question(words, person, place, when, kinds, status, disputed)
    if question == Question():
        raise UsageError("nothing is asked", remedy="Give words, or --person, --place, --when.")
    _answer(find(record, question), _Words(record).item, as_json)


def _check_kinds(kinds: tuple[str, ...]) -> None:
    types = [row["id"] for row in open_table("protocol/event_types.tsv", ("id",))]
    known = sorted([*types, "statement", "claim"])
    for kind in kinds:
        if kind not in known:
            near = get_close_matches(kind, known, 3) or known
            raise UsageError(f"“{kind}” is no kind of item", remedy=f"Perhaps: {', '.join(near)}")


@click.command("visits")
@project_option
@json_option
def visits_command(project: Path, as_json: bool) -> None:
    """List visits with the events that belong to them."""
    _, record = _open(project)
    words = _Words(record)

    def lines(visit: tuple[EventItem, tuple[EventItem, ...]]) -> Iterator[str]:
        whole, parts = visit
        yield from words.event(whole)
        for part in parts:
            yield from words.event(part, indent="  ")

    _answer(visits_of(record), lines, as_json)


@click.command("people")
@project_option
@json_option
def people_command(project: Path, as_json: bool) -> None:
    """List people with their names and posts, those with most items first."""
    _, record = _open(project)
    _answer(people_of(record), _Words(record).person, as_json)


@click.command("quotations")
@project_option
@click.option("--speaker", help="The speaker's name, in any script.")
@json_option
def quotations_command(project: Path, speaker: str | None, as_json: bool) -> None:
    """List what was said, by whom, in the exact words."""
    _, record = _open(project)
    _answer(quotations_of(record, speaker=speaker), _Words(record).statement, as_json)


@click.command("claims")
@project_option
@click.option(
    "--verdict",
    "verdicts",
    multiple=True,
    type=click.Choice(("supported", "contradicted", "depends", "not_enough", "opinion")),
    help="Only with this verdict.",
)
@json_option
def claims_command(project: Path, verdicts: tuple[str, ...], as_json: bool) -> None:
    """List claims ("first", "rare") with what the record can say about them."""
    _, record = _open(project)
    _answer(claims_of_verdict(record, verdicts), _Words(record).claim, as_json)


@click.group("sources", invoke_without_command=True)
@project_option
@json_option
@click.pass_context
def sources_command(context: click.Context, project: Path, as_json: bool) -> None:
    """List the sources; `sijill sources set` gives one its date or outlet."""
    if context.invoked_subcommand is not None:
        return
    from sijill.sources.holdings import list_sources, read_text
    from sijill.stages.steps import source_note

    workspace = open_workspace(project)
    held = list_sources(workspace)
    notes = [source_note(source, read_text(workspace, source)) for source in held]
    lines = _Words(Record("", ("", ""), (), tuple(notes), (), (), (), ())).note
    _answer(sorted(notes, key=lambda n: n.name), lines, as_json)


@sources_command.command("set")
@click.argument("source")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE…")
@project_option
def sources_set_command(source: str, fields: tuple[str, ...], project: Path) -> None:
    """Set fields of SOURCE (its name or id), such as published=2025-12-25."""
    from sijill.sources.holdings import set_fields

    values = {}
    for field in fields:
        key, equals, value = field.partition("=")
        if not equals or not value:
            raise UsageError(f"“{field}” is not FIELD=VALUE", remedy="For example: published=2025")
        values[key] = value
    changed = set_fields(open_workspace(project), source, values, at=now(), who=who())
    click.echo(f"{changed.name}: {', '.join(fields)}. Build again:  sijill build")
