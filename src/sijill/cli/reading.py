"""The commands that read one text and measure reading: read, evaluate, train."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from sijill.cli.options import LANGUAGE, check_date, json_option
from sijill.errors import SourceUnreadable, UsageError
from sijill.languages import LANGUAGES


@click.command("read")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help="The day of publication (YYYY-MM-DD).",
)
@click.option("--language", type=LANGUAGE, help="The text's language, where it should not be told.")
@click.option("--format", "form", type=click.Choice(["gold", "reading"]), default="gold")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder to write to."
)
def read_command(
    paths: tuple[Path, ...],
    published: str | None,
    language: str | None,
    form: str,
    out: Path | None,
) -> int:
    """Read texts and give what was found in them, as marks.

    A file named ID.LANG.txt is read in that language and written as ID.LANG.json. One that cannot
    be read is named, and the others are read all the same.
    """
    from sijill.stages.single import TextReader

    reader = TextReader()
    status = 0
    for path in paths:
        try:
            result = reader.read(path, published=published, language=language)
        except SourceUnreadable as fault:
            click.echo(f"Error: {fault}", err=True)
            status = 1
            continue
        for layer, what in result.faults:
            click.echo(f"Warning: {path} was not read whole, {layer}: {what}", err=True)
        for what in result.notes:
            click.echo(f"Note: {path}: {what}", err=True)
        text = result.gold if form == "gold" else result.reading
        if out is None:
            click.echo(text, nl=False)
        else:
            from sijill.serial import write_atomic

            target = out / f"{result.stem}.json"
            write_atomic(target, text.encode("utf-8"))
            click.echo(f"{target}", err=True)
    return status


@click.command("evaluate")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@json_option
def evaluate_command(folder: Path, as_json: bool) -> None:
    """Score our reading against the gold marks in FOLDER.

    It holds pairs: ID.LANG.txt and ID.LANG.json.
    """
    from sijill.reading.evaluation import evaluate
    from sijill.reading.pipeline import Reader
    from sijill.register.load import load_register

    reader = Reader(load_register(), owns_process=True)
    scores = evaluate(folder, reader)
    for source, layer, what in reader.faults:
        click.echo(f"Warning: {source} was not read whole, {layer}: {what}", err=True)
    if as_json:
        click.echo(json.dumps(scores.to_plain(), ensure_ascii=False, indent=1))
    else:
        click.echo(scores.to_table(), nl=False)


@click.command("train")
@click.argument("corpus", type=click.Path(path_type=Path, file_okay=False))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False))
@click.option("--language", "languages", multiple=True, type=LANGUAGE, help="Only these.")
def train_command(corpus: Path, out: Path, languages: tuple[str, ...]) -> None:
    """Train the taggers on the marked texts in CORPUS.

    It holds a folder for each language. Reported speech is learnt from the same
    texts; names of peoples are counted from the tables.
    """
    from sijill.people.name_origins import count_pieces
    from sijill.reading.report_training import train_reports
    from sijill.register.load import load_register
    from sijill.register.matcher import Matcher
    from sijill.serial import write_atomic
    from sijill.tagging.training import train

    chosen = languages or LANGUAGES
    register = load_register()
    counts = train(
        corpus,
        out,
        Matcher(register),
        languages=chosen,
        processes=os.cpu_count() or 1,
        report=click.echo,
    )
    if not counts:
        raise UsageError(
            "there are no marked texts here",
            where=str(corpus),
            remedy="The folder holds one folder a language, with pairs ID.LANG.txt and .json.",
        )
    train_reports(corpus, out, register, languages=chosen, report=click.echo)
    write_atomic(out / "name_origins.json", count_pieces())
