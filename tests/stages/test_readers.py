"""Many texts are read by several processes at once, and nothing of it can be told afterwards."""

import os
import signal
from pathlib import Path

import pytest

from sijill.documents.document import Document
from sijill.errors import WorkspaceFault
from sijill.reading.pipeline import LONGEST, Reader
from sijill.register.load import load_register
from sijill.sources.holdings import add_files
from sijill.stages import readers
from sijill.stages.build import build_project
from sijill.workspace import Settings, create_workspace

AT = {"at": "2026-01-01T00:00:00Z", "who": "Aru"}
TEXTS = {
    "en": "The foreign minister of Ghana, Kojo Mensah, arrived in Lima on {} March 2025.\n",
    "ru": "Министр иностранных дел Ганы Коджо Менса прибыл в Лиму {} марта 2025 года.\n",
}


@pytest.fixture
def two_processes(monkeypatch):
    monkeypatch.setattr(readers, "LEAST", 2)
    monkeypatch.setattr(readers, "cores", lambda: 2)


def documents(count):
    return [
        Document(f"{day:02}{language}", text.format(day), language, "2025-05-05")
        for day in range(1, count + 1)
        for language, text in TEXTS.items()
    ]


def nobody():
    raise AssertionError("this process was to read nothing")


def test_two_processes_read_what_one_reads(two_processes, tmp_path):
    texts = documents(9)
    texts.append(Document("long", "Talks in Lima." + "\n" * LONGEST, "en", "2025-05-05"))
    both = sorted(readers.read_each(texts, nobody, tmp_path))
    reader = Reader(load_register(tmp_path))
    assert both == sorted(readers._read(reader, text) for text in texts)
    faults = {source: faults for source, _, faults in both if faults}
    assert faults.keys() == {"long"}


def test_few_texts_are_read_here(monkeypatch, tmp_path):
    monkeypatch.setattr(readers, "processes", nobody)
    reader = Reader(load_register(tmp_path))
    asked = []
    found = readers.read_each(documents(2), lambda: asked.append(1) or reader, tmp_path)
    assert len(list(found)) == 4 == len(asked)


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are found in /proc")
def test_a_process_that_is_stopped_is_said_and_what_was_read_is_kept(
    two_processes, monkeypatch, tmp_path
):
    paths = []
    for document in documents(12):
        paths.append(tmp_path / f"{document.source_id}.{document.language}.txt")
        paths[-1].write_text(document.text, "utf-8")
    workspace = create_workspace(tmp_path / "p", Settings("T", ("PE", "GH")))
    assert {one.outcome for one in add_files(workspace, paths, **AT)} == {"taken"}
    told = []

    def stop_one(stage, done, total):
        told.append((done, total))
        if done == 9:
            (process, *_) = [p for p in _children(os.getpid()) if "spawn_main" in p[1]]
            os.kill(process[0], signal.SIGKILL)

    report = build_project(workspace, until="readings", progress=stop_one)
    (outcome,) = report.outcomes
    assert isinstance(outcome.fault, WorkspaceFault)
    assert "a process that reads was stopped from outside" in str(outcome.fault)
    kept = list((workspace.build / "cache" / "readings").glob("*.json"))
    assert 9 <= len(kept) < 24

    monkeypatch.setattr(readers, "LEAST", 100)
    before = len(kept)
    told.clear()
    report = build_project(workspace, until="readings", progress=lambda *told_: told.append(told_))
    assert [o.result for o in report.outcomes] == ["built"]
    assert told[0] == ("readings", before, 24)
    assert told[-1] == ("readings", 24, 24)


def _children(parent):
    """Give the processes that a process has begun: number and command."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text("utf-8").rsplit(")", 1)[1].split()
            command = (folder / "cmdline").read_text("utf-8")
        except (OSError, IndexError):
            continue
        if int(stat[1]) == parent:
            found.append((int(folder.name), command))
    return found
