"""How a record grows: made-up sources are read, merged, written, asked, and one more is added.

    PYTHONPATH=src python benchmarks/record.py --cache FOLDER [--sources 1000 3000 10000]
        [--steps read merge ask add] [--json]

The texts and the truth of what they tell are made by `record_sources.py`. Readings are kept in the
folder, so that later steps can be repeated. Each size is measured in a process of its own; seconds
are of work of one core, milliseconds of questions and the seconds of adding by the clock.

`read`: milliseconds of reading one source. `merge`: seconds for who is who, for the record with
its claims judged, and for writing it; how well happenings and people were found, over pairs; the
most memory. `ask`: questions to the database, the slowest and the median, each with opening it.
`add`: one more source in a project of that size: while a process keeps it open, as `sijill watch`
does (taken in, read, merged, written and indexed), and by `sijill add` and `sijill build record`.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar
from unittest import mock

import record_truth
from record_project import LANGUAGES, make_project, write_files
from record_readings import Readings
from record_sources import sources
from record_world import MadeSource

from sijill.checks import build
from sijill.identity.resolver import resolve
from sijill.record.build import merge_readings
from sijill.record.items import Record, SourceNote
from sijill.record.material import Material
from sijill.register.load import load_register
from sijill.sources.holdings import add_files
from sijill.stages.open_project import OpenProject
from sijill.stages.seals import seal
from sijill.store.database import write_store
from sijill.store.query import Question
from sijill.store.rows_file import RowsFile
from sijill.store.search import find_stored

T = TypeVar("T")

STEPS = ("read", "merge", "ask", "add")
#: So many sources are added while a project is open.
OPEN_SOURCES = 7
#: So many answers are asked for at most, as somebody reads them.
ANSWERS = 20
QUESTIONS = (
    Question(words=("会談",)),
    Question(words=("会談", "エネルギー")),
    Question(words=("التعليم",)),
    Question(words=("محاضرة", "القاهرة")),
    Question(words=("Horvat", "lecture")),
    Question(words=("telephone", "Baku")),
    Question(words=("Эльнур",), kinds=("visit",)),
    Question(words=("келіссөз", "Астана")),
    Question(person="Хорват", when="2004"),
    Question(person="النوري", kinds=("statement",)),
    Question(place="Kazakhstan", kinds=("summit",)),
    Question(place="Prague", when="2010-05"),
    Question(when="2011-06-14"),
    Question(kinds=("visit",), status="postponed"),
    Question(kinds=("claim",)),
    Question(disputed=True),
    Question(words=("nobody wrote this",)),
)


@dataclass
class Figures:
    """What was measured of one number of sources; what was not is not there."""

    sources: int
    reading_ms: float | None = None
    identity_s: float | None = None
    record_s: float | None = None
    writing_s: float | None = None
    memory_mb: int | None = None
    entities: int | None = None
    events: int | None = None
    merging: dict[str, float] = field(default_factory=dict)
    people: dict[str, float] = field(default_factory=dict)
    json_mb: float | None = None
    database_mb: float | None = None
    slowest_ms: float | None = None
    median_ms: float | None = None
    answers: int | None = None
    opening_s: float | None = None
    one_more_s: float | None = None
    slowest_more_s: float | None = None
    open_memory_mb: float | None = None
    adding_s: float | None = None
    building_s: float | None = None


def measure(count: int, steps: Sequence[str], cache: Path) -> Figures:
    figures = Figures(count)
    made = list(islice(sources(), count))
    readings = Readings(cache)
    if "read" in steps:
        figures.reading_ms = readings.read(made)
    if "merge" in steps:
        _merge(figures, made, readings, _database(cache, count))
    if "ask" in steps:
        _ask(figures, _database(cache, count))
    if "add" in steps:
        _add(figures, made, readings, cache / f"project-{count}")
    return figures


def _database(cache: Path, count: int) -> Path:
    return cache / f"record-{count}.sqlite"


def _merge(
    figures: Figures, made: Sequence[MadeSource], readings: Readings, database: Path
) -> None:
    read = list(readings.of(made))
    texts = {one.id: one.text for one in made}
    register = load_register()
    identities, figures.identity_s = _timed(
        lambda: resolve(read, register, languages=LANGUAGES, texts=texts)
    )
    kept: list[Material] = []

    def merge_and_keep(**given: Any) -> tuple[Record, Material]:
        record, material = merge_readings(**given)
        kept.append(material)
        return record, material

    with mock.patch("sijill.checks.build.merge_readings", merge_and_keep):
        record, figures.record_s = _timed(
            lambda: build.build_record(
                title="Record of many",
                between=("KZ", "JP"),
                languages=LANGUAGES,
                readings=read,
                sources=[_note(one) for one in made],
                texts=texts,
                identities=identities,
                register=register,
            )
        )
    by_source = {reading.source_id: reading for reading in read}
    figures.entities, figures.events = len(record.entities), len(record.events)
    merged = record_truth.merging(made, by_source, kept[0].event_by_local)
    figures.merging = _rounded(merged)
    figures.people = _rounded(record_truth.people(made, by_source, identities.entity_by_local))
    text, figures.writing_s = _timed(lambda: _write(record, database))
    figures.json_mb = len(text) / 1e6
    figures.database_mb = database.stat().st_size / 1e6
    figures.memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _write(record: Record, database: Path) -> bytes:
    file = RowsFile(database.with_suffix(".json"), is_sealed=True)
    file.write(record)
    seal(file.seals(record))
    write_store(record, database)
    return file.path.read_bytes()


def _note(made: MadeSource) -> SourceNote:
    return SourceNote(
        made.id, made.name, made.headline, made.language, None, made.published, None, None,
        len(made.text.split()),
    )  # fmt: skip


def _rounded(found: record_truth.Agreement) -> dict[str, float]:
    return {
        "precision": round(found.precision, 4),
        "recall": round(found.recall, 4),
        "f1": round(found.f1, 4),
        "compared": found.compared,
        "told": found.told,
    }


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.process_time()
    done = work()
    return done, time.process_time() - begun


def _ask(figures: Figures, database: Path) -> None:
    spent = []
    figures.answers = 0
    for question in QUESTIONS:
        begun = time.perf_counter()
        items, _ = find_stored(database, question, most=ANSWERS)
        spent.append(1000 * (time.perf_counter() - begun))
        figures.answers += len(items)
    figures.slowest_ms, figures.median_ms = max(spent), statistics.median(spent)


def _add(figures: Figures, made: Sequence[MadeSource], readings: Readings, folder: Path) -> None:
    """Add sources that were left out to a project that holds all others and is up to date.

    Several one by one while a process keeps the project open (`sijill watch`), then one more by
    commands of their own.
    """
    held, more = made[: -1 - OPEN_SOURCES], made[-1 - OPEN_SOURCES :]
    make_project(folder, held, readings)
    *paths, last = write_files(more, folder.with_name(f"{folder.name}-more"))
    figures.opening_s, spent, figures.open_memory_mb = apart(_keep_open, folder, paths)
    figures.one_more_s, figures.slowest_more_s = statistics.median(spent), max(spent)
    figures.adding_s = _run("add", str(last), "-p", str(folder))
    figures.building_s = _run("build", "record", "-p", str(folder))


def _keep_open(folder: Path, paths: Sequence[Path]) -> tuple[float, list[float], float]:
    """Open a project and add files one by one: seconds for the first record, for each, and MB."""
    begun = time.perf_counter()
    opened = OpenProject(folder)
    assert not opened.update().failed
    opening = time.perf_counter() - begun
    spent = []
    for path in paths:
        begun = time.perf_counter()
        for taken in add_files(
            opened.workspace, [path], at="2026-01-02T00:00:00Z", who="benchmark"
        ):
            assert taken.outcome == "taken", taken
        assert not opened.update().failed
        spent.append(time.perf_counter() - begun)
    print("each", [round(x,2) for x in spent], flush=True)
    opened.close()
    return opening, spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _run(*command: str) -> float:
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "sijill.cli.main", *command],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return time.perf_counter() - begun


def apart(work: Callable[..., T], *arguments: object) -> T:
    """Do something in a process of its own, where nothing is known or loaded yet."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def table(all_figures: Sequence[Figures]) -> str:
    rows: list[tuple[str, Callable[[Figures], object]]] = [
        ("sources", lambda f: f.sources),
        ("reading one, ms", lambda f: f.reading_ms),
        ("who is who, s", lambda f: f.identity_s),
        ("record, s", lambda f: f.record_s),
        ("writing it, s", lambda f: f.writing_s),
        ("most memory, MB", lambda f: f.memory_mb),
        ("entities", lambda f: f.entities),
        ("events", lambda f: f.events),
        ("happenings, precision", lambda f: f.merging.get("precision")),
        ("happenings, recall", lambda f: f.merging.get("recall")),
        ("happenings, F1", lambda f: f.merging.get("f1")),
        ("people, F1", lambda f: f.people.get("f1")),
        ("JSON, MB", lambda f: f.json_mb),
        ("database, MB", lambda f: f.database_mb),
        ("slowest question, ms", lambda f: f.slowest_ms),
        ("median question, ms", lambda f: f.median_ms),
        ("answers", lambda f: f.answers),
        ("opening, s", lambda f: f.opening_s),
        ("one more while open, s", lambda f: f.one_more_s),
        ("slowest of them, s", lambda f: f.slowest_more_s),
        ("memory while open, MB", lambda f: f.open_memory_mb),
        ("adding one, s", lambda f: f.adding_s),
        ("building after it, s", lambda f: f.building_s),
    ]
    lines = []
    for name, value in rows:
        values = [value(figures) for figures in all_figures]
        if any(v is not None for v in values):
            lines.append(f"{name:24}" + "".join(f"{_shown(v):>12}" for v in values))
    return "\n".join(lines)


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.4f}" if value < 1 else f"{value:.1f}"
    return "" if value is None else str(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--sources", type=int, nargs="+", default=[1000, 3000, 10_000])
    parser.add_argument("--steps", nargs="+", choices=STEPS, default=list(STEPS))
    parser.add_argument("--cache", type=Path, required=True, help="where readings are kept")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = [apart(measure, count, options.steps, options.cache) for count in options.sources]
    print(json.dumps([asdict(f) for f in found], indent=1) if options.json else table(found))


if __name__ == "__main__":
    main()
