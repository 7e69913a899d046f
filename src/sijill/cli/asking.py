"""The commands that ask the record: find, visits, people, quotations, claims, sources."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from sijill.cli.hints import say
from sijill.cli.options import as_of_option, check_date, json_option, now, project_option, who
from sijill.cli.words import Words, open_record
from sijill.documents.document import Status
from sijill.errors import UsageError
from sijill.record.items import (
    EventItem,
    Record,
)
from sijill.serial import to_plain
from sijill.stages.built import built_file
from sijill.store.lists import claims_of_verdict, people_of, quotations_of, visits_of
from sijill.store.search import Question, find_stored
from sijill.store.unknown_names import unknown_names, unknown_speaker
from sijill.tables import open_table
from sijill.workspace import open_workspace

_NOTHING = "Nothing of this kind is in the record."


def _answer(
    values: Iterable[Any],
    lines: Callable[[Any], Iterator[str]],
    as_json: bool,
    nothing: Callable[[], Iterable[str]] = tuple,
) -> None:
    """Print values as lines or JSON; `nothing` says why there are none, where that is known."""
    held = list(values)
    if as_json:
        click.echo(json.dumps(to_plain(held), ensure_ascii=False, indent=1))
        return
    for value in held:
        for line in lines(value):
            click.echo(line)
    if not held:
        for line in list(nothing()) or [_NOTHING]:
            click.echo(line, err=True)


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
@click.option("--disputed", is_flag=True, help="Only what differs: events, figures, accounts.")
@as_of_option
@click.option("--most", type=click.IntRange(1), metavar="N", help="At most so many items.")
@json_option
@click.pass_context
def find_command(
    context: click.Context,
    words: tuple[str, ...],
    project: Path,
    person: str | None,
    place: str | None,
    when: str | None,
    kinds: tuple[str, ...],
    status: str | None,
    disputed: bool,
    as_of: str | None,
    most: int | None,
    as_json: bool,
) -> None:
    """Find items by words, person, place, time and kind.

    `find figures`, `index`, `peers`, `reference`, `signals` and `threads` are those commands; `find
    people --as-of DATE` is `people`.
    """
    asked = Question((), person, place, when, kinds, status, disputed)
    if as_of is not None and (words != ("people",) or asked != Question()):
        raise UsageError(
            "--as-of is asked of people alone", remedy="Write: sijill find people --as-of DATE"
        )
    if len(words) == 1 and words[0] in _VIEWS and asked == Question():
        given = {"project": project, "as_json": as_json}
        if words[0] == "people":
            given["as_of"] = as_of
        commands = context.find_root().command
        assert isinstance(commands, click.Group)
        view = commands.get_command(context, words[0])
        assert view is not None
        context.invoke(view, **given)
        return
    path = built_file(open_workspace(project), "record.sqlite")
    _check_kinds(kinds)
    question = Question(words, person, place, when, kinds, status, disputed)
    if question == Question():
        raise UsageError("nothing is asked", remedy="Give words, or --person, --place, --when.")
    items, around = find_stored(path, question, most=most)
    if question != Question(disputed=True):
        _answer(items, Words(around).item, as_json, nothing=lambda: unknown_names(path, question))
        return
    from sijill.cli.counting import (
        account_lines,
        figure_lines,
        stored_accounts,
        stored_figures,
    )

    figures, sources = stored_figures(path)
    differing = [figure for figure in figures if figure.disputed or figure.told_otherwise]
    accounts = stored_accounts(path)
    if as_json:
        _answer([*items, *differing, *accounts], Words(around).item, as_json)
        return
    if items or not (differing or accounts):
        _answer(items, Words(around).item, as_json=False)
    for line in (*figure_lines(differing, sources), *account_lines(accounts, sources)):
        click.echo(line)


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
    _, record = open_record(project)
    words = Words(record)

    def lines(visit: tuple[EventItem, tuple[EventItem, ...]]) -> Iterator[str]:
        whole, parts = visit
        yield from words.event(whole)
        for part in parts:
            yield from words.event(part, indent="  ")

    _answer(visits_of(record), lines, as_json)


@click.command("people")
@project_option
@as_of_option
@json_option
def people_command(project: Path, as_of: str | None, as_json: bool) -> None:
    """List people with names and posts, or who held which on a day."""
    if as_of is not None:
        from sijill.cli.measuring import show_posts

        show_posts(project, as_of, as_json=as_json)
        return
    _, record = open_record(project)
    _answer(people_of(record), Words(record).person, as_json)


#: The commands that `find` runs when it is asked for nothing but their names.
_VIEWS = frozenset(("figures", "index", "peers", "people", "reference", "signals", "threads"))


@click.command("quotations")
@project_option
@click.option("--speaker", help="The speaker's name, in any script.")
@json_option
def quotations_command(project: Path, speaker: str | None, as_json: bool) -> None:
    """List what was said, by whom, in the exact words."""
    _, record = open_record(project)
    unknown = unknown_speaker(record, speaker) if speaker is not None else None
    _answer(
        quotations_of(record, speaker=speaker),
        Words(record).statement,
        as_json,
        nothing=lambda: [unknown] if unknown else [],
    )


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
    """List claims ("first", "rare") and what the record says."""
    _, record = open_record(project)
    _answer(claims_of_verdict(record, verdicts), Words(record).claim, as_json)


@click.group("sources", invoke_without_command=True)
@project_option
@json_option
@click.pass_context
def sources_command(context: click.Context, project: Path, as_json: bool) -> None:
    """List the sources. `sijill sources set` gives one its date or outlet."""
    if context.invoked_subcommand is not None:
        return
    from sijill.sources.holdings import list_sources, read_text
    from sijill.stages.steps import source_note

    workspace = open_workspace(project)
    held = list_sources(workspace)
    notes = [source_note(source, read_text(workspace, source)) for source in held]
    lines = Words(Record("", ("", ""), (), tuple(notes), (), (), (), ())).note
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
    say(f"{changed.name}: {', '.join(fields)}. Build again:  sijill build")
