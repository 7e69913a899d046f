"""The commands that look over the whole record: index, threads, who held which post on a day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from sijill.cli.options import json_option, project_option
from sijill.cli.words import Words, day_words, open_record
from sijill.errors import UsageError
from sijill.record.chains import Thread, ThreadLink
from sijill.record.items import Record
from sijill.record.measures import IndexYear, RelationshipIndex
from sijill.record.posts_on_day import Holder, PostsOnDay, posts_on
from sijill.record.threads import threads_about
from sijill.serial import to_plain

_HEAD = "{:<6}{:>6}  {:<14}{:>9}  {:<12}{:<15}{}".format(
    "year", "value", "band", "recorded", "word", "coverage", "contacts"
)
_KINDS = ("format", "project", "career")


@click.command("index")
@project_option
@click.option("--year", type=int, help="Only this year, with the events it is reckoned from.")
@json_option
def index_command(project: Path, year: int | None = None, as_json: bool = False) -> None:
    """Show the relationship index, year by year.

    Grey years rest on an assumed coverage.
    """
    _, record = open_record(project)
    if year is not None and record.index is not None:
        _show_year(record, record.index, year, as_json=as_json)
    elif as_json:
        plain = {"index": to_plain(record.index), "index_refused": record.index_refused}
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
    elif record.index is None:
        why = record.index_refused
        click.echo(why.get("en") or next(iter(why.values()), "There is no index."))
    else:
        for line in _index_lines(record.index):
            click.echo(line)


def _show_year(record: Record, index: RelationshipIndex, year: int, *, as_json: bool) -> None:
    """Print one year of the index and the events that it is reckoned from.

    Raises UsageError when the index does not reach to the year.
    """
    found = next((row for row in index.years if row.year == year), None)
    if found is None:
        first, last = index.years[0].year, index.years[-1].year
        raise UsageError(
            f"{year} is no year of the index", remedy=f"It runs from {first} to {last}."
        )
    events = [e for e in record.events if e.id in set(found.items)]
    if as_json:
        plain = {"year": to_plain(found), "events": to_plain(events)}
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
        return
    click.echo(_HEAD)
    click.echo(_year_line(found))
    parts = ", ".join(f"{name} {value}" for name, value in found.components.items())
    click.echo(f"recorded: {parts}")
    words = Words(record)
    for event in events:
        for line in words.event(event, "  "):
            click.echo(line)


def _index_lines(index: RelationshipIndex) -> Iterator[str]:
    yield _HEAD
    for year in index.years:
        yield _year_line(year)
    yield ""
    grey = sum(year.grey for year in index.years)
    years = len(index.years)
    yield f"{index.events} dated events; grey (assumed coverage): {grey} of {years} years"
    fallen = f" (fell: {', '.join(map(str, index.fallen))})" if index.fallen else ""
    yield f"stronger every year, strictly: {index.every_year}{fallen}"
    trend = index.trend
    if trend.tau is None:
        yield "trend of five-year means: too few"
    else:
        guess = ", most years grey" if trend.grey else ""
        yield (
            f"trend of five-year means: {trend.word} (tau {trend.tau}, p {trend.p}, slope"
            f" {trend.slope}, {trend.slope_low} to {trend.slope_high}{guess})"
        )
    for run in index.runs:
        opposite = f"; the opposite in {', '.join(map(str, run.opposite))}" if run.opposite else ""
        yield f"  {run.id:<20} r {run.r}{opposite}"


def _year_line(year: IndexYear) -> str:
    band = f"{year.low} to {year.high}"
    coverage = f"{year.coverage:.2f} {year.basis}"
    line = (
        f"{year.year:<6}{year.value:>6}  {band:<14}{year.recorded:>9}  {year.word:<12}"
        f"{coverage:<15}{year.contacts}"
    )
    return click.style(line, dim=True) if year.grey else line


@click.command("threads")
@project_option
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only of this kind."
)
@click.option("--about", help="A name, in any script: of a format, a firm, a place or a person.")
@json_option
def threads_command(
    project: Path, kinds: tuple[str, ...] = (), about: str | None = None, as_json: bool = False
) -> None:
    """List what belongs together over the years.

    Threads are formats, projects and careers.
    """
    _, record = open_record(project)
    threads = record.threads if about is None else threads_about(record, about)
    threads = [t for t in threads if not kinds or t.kind in kinds]
    if as_json:
        click.echo(json.dumps(to_plain(threads), ensure_ascii=False, indent=1))
        return
    words = Words(record)
    for thread in threads:
        for line in _thread_lines(thread, record, words):
            click.echo(line)
    if not threads:
        click.echo("Nothing of this kind is in the record.", err=True)


def _thread_lines(thread: Thread, record: Record, words: Words) -> Iterator[str]:
    title = thread.title.get("en") or next(iter(thread.title.values()), thread.id)
    lacking = f"  [{thread.missing} more are told of]" if thread.missing else ""
    yield f"{thread.kind}: {title}{lacking}"
    events = {event.id: event for event in record.events}
    for link in thread.links:
        event = events.get(link.event or "")
        where = f", {words.name(event.place)}" if event and event.place else ""
        what = (
            f"{link.post} {words.name(link.body)} ({link.status})"
            if link.post
            else f"{event.type if event else ''}{where}"
        )
        stage = "" if link.stage in ("term", "held") else f" [{link.stage}]"
        yield f"    {_number(link):<5}{day_words(link.date):<24} {what}{stage}"
        yield f"         {words.grounds(link.citations, link.references, link.line)}"


def _number(link: ThreadLink) -> str:
    """Give a told number as "7.", a counted one as "(7)"."""
    if link.number is None:
        return ""
    return f"{link.number}." if link.numbered == "told" else f"({link.number})"


#: `--as-of DATE`: who held which post on that day.
def show_posts(project: Path, day: str, *, as_json: bool) -> None:
    """Print who held which post on a day (EDTF)."""
    from sijill.dates import parse_edtf
    from sijill.register.load import PROJECT_FOLDER, load_register

    workspace, record = open_record(project)
    found = posts_on(record, load_register(workspace.root / PROJECT_FOLDER), parse_edtf(day))
    if as_json:
        click.echo(json.dumps(to_plain(found), ensure_ascii=False, indent=1))
        return
    for line in _post_lines(found, Words(record)):
        click.echo(line)


def _post_lines(found: PostsOnDay, words: Words) -> Iterator[str]:
    for holder in found.holders:
        yield _holder_line(holder, words)
        yield f"    {words.grounds(holder.citations, holder.references, holder.line)}"
    for post, body in found.unknown:
        yield f"{post} {words.name(body)}: unknown on {found.day}"
    if not found.holders and not found.unknown:
        yield f"Nobody is known to have held a post on {found.day}."


def _holder_line(holder: Holder, words: Words) -> str:
    body = f" {words.name(holder.body)}" if holder.body else ""
    status = "" if holder.status == "current" else f" ({holder.status})"
    unsure = "" if holder.certainty == "sure" else "  [possible]"
    time = day_words(holder.time, "no time told")
    return f"{holder.post}{body}: {holder.name}{status}, {time}{unsure}"
