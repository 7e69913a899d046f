"""The commands that hold sources against each other: voices and versions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from sijill.cli.options import json_option, project_option
from sijill.cli.words import Words, open_record, short
from sijill.record.items import Record, VersionDifference, Voice
from sijill.serial import to_plain

_KINDS = (
    "claim",
    "scope",
    "attribute",
    "number",
    "date",
    "negation",
    "hedge",
    "rank",
    "format",
    "sentence",
)


@click.command("voices")
@project_option
@json_option
def voices_command(project: Path, as_json: bool) -> None:
    """List the sources that speak with one voice.

    They are copies, translations, or one agency's news.
    """
    _, record = open_record(project)
    shared = [voice for voice in record.voices if len(voice.sources) > 1]
    if as_json:
        click.echo(json.dumps(to_plain(shared), ensure_ascii=False, indent=1))
        return
    click.echo(f"{len(record.sources)} sources, {len(record.voices)} independent voices")
    for voice in shared:
        for line in _voice_lines(voice, Words(record)):
            click.echo(line)


def _voice_lines(voice: Voice, words: Words) -> Iterator[str]:
    sides = f" [{', '.join(voice.sides)}]" if voice.sides else ""
    yield f"{len(voice.sources)} sources, one voice{sides}: {_in_english(voice.reason)}"
    for source in voice.sources:
        yield f"    {words.source(source)}  {source}"


@click.command("versions")
@project_option
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(_KINDS),
    help="Only differences of this kind.",
)
@json_option
def versions_command(project: Path, kinds: tuple[str, ...], as_json: bool) -> None:
    """List where versions of one text do not mean the same.

    The versions are in several languages.
    """
    _, record = open_record(project)
    found = [d for d in record.versions if not kinds or d.kind in kinds]
    if as_json:
        click.echo(json.dumps(to_plain(found), ensure_ascii=False, indent=1))
        return
    for difference in found:
        for line in _difference_lines(difference, record):
            click.echo(line)
    if not found:
        click.echo("No versions of one text differ in the record.", err=True)


def _difference_lines(difference: VersionDifference, record: Record) -> Iterator[str]:
    words = Words(record)
    yield f"{difference.kind}: {_in_english(difference.note)}"
    for side in (difference.left, difference.right):
        if side is not None:
            missing = "lacks it: " if side.source_id == difference.missing else ""
            yield f"    {words.source(side.source_id)}: {missing}“{short(side.exact)}”"
    if difference.missing and None in (difference.left, difference.right):
        yield f"    {words.source(difference.missing)}: leaves it out"


def _in_english(texts: dict[str, str]) -> str:
    return texts.get("en") or next(iter(texts.values()), "")
