"""Made-up sources and their readings go in; a project comes out that holds them, as if `sijill add`
and `sijill build readings` had made it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from record_readings import Readings
from record_world import MadeSource

from sijill.documents.document import Reading
from sijill.keeping import keep
from sijill.serial import dumps, from_plain, write_atomic
from sijill.sources.holdings import add_files
from sijill.stages.graph import digest_of
from sijill.stages.reading_step import READING_ROOMS, code_digest
from sijill.stages.steps import Steps
from sijill.workspace import Settings, Workspace, create_workspace

LANGUAGES = ("ar", "en", "ru", "kk", "ja")


def make_project(folder: Path, made: Sequence[MadeSource], readings: Readings) -> Workspace:
    """Make a project anew, with the readings where a build keeps them."""
    shutil.rmtree(folder, ignore_errors=True)
    settings = Settings("Record of many", ("KZ", "JP"), LANGUAGES)
    workspace = create_workspace(folder, settings)
    inbox = folder.with_name(f"{folder.name}-inbox")
    add_to_project(workspace, made, inbox)
    keep_readings(workspace, made, readings)
    return workspace


def write_files(made: Sequence[MadeSource], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for one in made:
        (folder / one.name).write_bytes(one.file)
    return [folder / one.name for one in made]


def add_to_project(workspace: Workspace, made: Sequence[MadeSource], inbox: Path) -> None:
    paths = write_files(made, inbox)
    for taken in add_files(workspace, paths, at="2026-01-01T00:00:00Z", who="benchmark"):
        assert taken.outcome == "taken", taken
    shutil.rmtree(inbox)


def keep_readings(workspace: Workspace, made: Sequence[MadeSource], readings: Readings) -> None:
    """Put readings that were made before where a build looks for them."""
    steps = Steps(workspace, "ar", "draft")
    ids = {one.id for one in made}
    code = code_digest(*READING_ROOMS)
    for source in steps.sources:
        if source.id in ids:
            reading = from_plain(Reading, json.loads(readings.text(source.id)))
            key = digest_of([code, steps._known_digest, dumps(source)])
            path = workspace.build / "cache" / "readings" / f"{key}.json"
            write_atomic(path, dumps(reading).encode("utf-8"))
            keep(path)
