"""The name of a format and a record go in; its files are written at the place asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from sijill.errors import UsageError, WorkspaceFault
from sijill.exports.agenda import agenda_files
from sijill.exports.annotations import annotation_files
from sijill.exports.bibliography import bibtex_files, csl_files
from sijill.exports.csv_tables import csv_files
from sijill.exports.follow_the_money import follow_the_money_files
from sijill.exports.json_ld import json_ld_files
from sijill.exports.material import ALONE, Export, Files
from sijill.exports.parquet import parquet_files
from sijill.exports.plover import plover_files
from sijill.exports.spreadsheet import sheet_files
from sijill.serial import write_atomic


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, what it is, and the function that makes its files."""

    name: str
    what: str
    export: Export
    #: Whether it makes a folder of files.
    folder: bool = False


FORMATS = (
    Format("csv", "every table of the record, exact, for programs (folder)", csv_files, True),
    Format(
        "sheet", "the same, safe for spreadsheet programs, with names (folder)", sheet_files, True
    ),
    Format(
        "parquet", "the same with types, for analysis (folder; needs pyarrow)", parquet_files, True
    ),
    Format("jsonld", "events, people, words and claims in schema.org's terms", json_ld_files),
    Format("ics", "events with a day, for calendars", agenda_files),
    Format("ftm", "FollowTheMoney entities, for investigators", follow_the_money_files),
    Format("plover", "PLOVER events, and what it cannot say (folder)", plover_files, True),
    Format("annotations", "every citation as a W3C Web Annotation with PROV-O", annotation_files),
    Format("csl", "the sources as CSL-JSON, for reference managers", csl_files),
    Format("bibtex", "the sources as BibLaTeX", bibtex_files),
)


def find_format(name: str, others: tuple[str, ...] = ()) -> Format:
    """Give the format of a name; `others` are names that are known elsewhere.

    Raises UsageError with the names there are.
    """
    by_name = {known.name: known for known in FORMATS}
    if name in by_name:
        return by_name[name]
    names = [*by_name, *others]
    near = get_close_matches(name, names, 1)
    raise UsageError(
        f"“{name}” is no format of an export",
        where="FORMAT",
        remedy=(f"Perhaps: {near[0]}. " if near else "") + f"There are: {', '.join(names)}",
    )


def write_files(files: Files, path: Path, *, never_in: Sequence[Path] = ()) -> list[Path]:
    """Write what an export made: one file at `path`, or a folder of files.

    Each file is whole or not there. Files that stand in the folder already and are not of the
    export stay. Raises WorkspaceFault when something cannot be written, or a folder stands where a
    file should go or a file where a folder should; UsageError when `path` is in a folder of
    `never_in`.
    """
    for folder in never_in:
        if path.resolve().is_relative_to(folder.resolve()):
            raise UsageError(
                "is in a folder of the project that Sijill alone writes to",
                where=str(path),
                remedy="Choose another place with -o.",
            )
    alone = set(files) == {ALONE}
    if (path.is_dir() and alone) or (path.is_file() and not alone):
        found, wanted = ("folder", "file") if alone else ("file", "folder")
        raise WorkspaceFault(
            f"is a {found}, and the export is a {wanted}",
            where=str(path),
            remedy=f"Give the name of a {wanted} with -o.",
        )
    targets = {path if name == ALONE else path / name: data for name, data in files.items()}
    for target, data in targets.items():
        write_atomic(target, data)
    return list(targets)
