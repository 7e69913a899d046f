"""The commands that make a project and fill it: new, add."""

from __future__ import annotations

from pathlib import Path

import click

from sijill.cli.hints import say
from sijill.cli.options import LANGUAGE, check_date, now, project_option, who
from sijill.errors import UsageError
from sijill.languages import LANGUAGES, NARRATED
from sijill.sources.holdings import BY_DATELINE, OTHER_LETTERS, Taken, add_files, find_files
from sijill.text import printable
from sijill.workspace import Settings, check_settings, create_workspace, open_workspace


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="The film's title.")
@click.option(
    "--between",
    required=True,
    nargs=2,
    metavar="STATE STATE",
    help="The two states, as ISO 3166-1 codes, such as KZ JP.",
)
@click.option(
    "--languages",
    default="ar,en",
    show_default=True,
    help="Languages of script, subtitles and page, the film's own first.",
)
@click.option(
    "--title-in",
    "titles",
    nargs=2,
    multiple=True,
    metavar="LANG TITLE",
    help="The title in another language, such as: --title-in en 'Strong Partner'.",
)
@click.option(
    "--chapters",
    metavar="LIST",
    default="",
    help="The film's chapters, in order; without it they grow from the record.",
)
def new_command(
    folder: Path,
    title: str,
    between: tuple[str, str],
    languages: str,
    titles: tuple[tuple[str, str], ...],
    chapters: str,
) -> None:
    """Make a new project in FOLDER."""
    told = (language.strip().lower() for language in languages.split(","))
    wanted = tuple(dict.fromkeys(language for language in told if language))
    if not wanted:
        raise UsageError("--languages is empty", remedy=f"Choose among: {', '.join(LANGUAGES)}")
    settings = Settings(
        title=title,
        between=(between[0].upper(), between[1].upper()),
        languages=wanted,
        film_language=next((x for x in wanted if x in NARRATED), NARRATED[0]),
        titles=dict(titles),
        chapters=tuple(dict.fromkeys(c for x in chapters.split(",") if (c := x.strip()))),
    )
    check_settings(settings, where="sijill new")
    workspace = create_workspace(folder, settings)
    say(f"Made {workspace.root}. Put sources in:  sijill add PATH -p {workspace.root}")
    if wanted[0] not in NARRATED:
        click.echo(
            f"There is no narration in “{wanted[0]}” yet; the film will speak"
            f" “{settings.film_language}”."
        )


@click.command("add")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@project_option
@click.option("--language", type=LANGUAGE, help="The language, where the files don't tell.")
@click.option(
    "--published",
    metavar="DATE",
    callback=check_date,
    help="The day of publication (YYYY-MM-DD).",
)
def add_command(
    paths: tuple[Path, ...], project: Path, language: str | None, published: str | None
) -> int:
    """Take files and folders in as sources. The same file twice is once."""
    workspace = open_workspace(project)
    outcomes: list[Taken] = []
    own = (workspace.sources, workspace.build, workspace.ledger.parent)
    files = find_files(paths, leave_out=own)
    for taken in add_files(
        workspace,
        files,
        at=now(),
        who=who(),
        language=language,
        published=published,
        day_told_in=_day_told_in,
    ):
        outcomes.append(taken)
        _say(taken)
    if not outcomes:
        places = ", ".join(str(p) for p in paths)
        raise UsageError(
            "there are no files here", where=places, remedy="Name files, or a folder with files."
        )
    count = {o: sum(t.outcome == o for t in outcomes) for o in ("taken", "known", "refused")}
    parts = [f"{count['taken']} taken", f"{count['known']} known already"]
    click.echo(f"{', '.join(parts)}, {count['refused']} refused.")
    return 1 if count["refused"] == len(outcomes) else 0


def _day_told_in(text: str, language: str) -> str | None:
    """Give the day of a dateline; what finds it is loaded only for a file that tells no day."""
    from sijill.temporal.datelines import day_told_in

    return day_told_in(text, language)


def _say(taken: Taken) -> None:
    path = printable(taken.path)
    if taken.outcome == "refused":
        remedy = f"\n    {taken.remedy}" if taken.remedy else ""
        say(f"  refused  {path}: {taken.reason}{remedy}", err=True)
    elif taken.outcome == "known":
        click.echo(f"  known    {path}: {taken.reason}")
    elif taken.source is not None:
        day = taken.source.published or "no date"
        day += " by its dateline" if any(BY_DATELINE in n for n in taken.source.notes) else ""
        click.echo(f"  taken    {path}  [{taken.source.language}, {day}]")
        for note in taken.source.notes:
            if note.startswith(OTHER_LETTERS):
                click.echo(f"    {note}")
