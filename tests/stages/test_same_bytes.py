"""The same sources and decisions give the same bytes: whoever builds, where, when, how often."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sijill
from sijill import ledger
from sijill.sources.holdings import add_files
from sijill.workspace import Settings, create_workspace, open_workspace

TEXTS = {
    "a.en.txt": "Visit to Lima\n\nThe foreign minister of Ghana, Kojo Mensah, arrived in Lima on"
    " 4 March 2025 on an official visit. “We have agreed on nine projects,” Mensah said. It was"
    " the first visit of a Ghanaian minister to Peru.\n",
    "b.ar.txt": "زيارة إلى ليما\n\nوصل وزير خارجية غانا كوجو منساه إلى ليما يوم 5 مارس 2025 في"
    " زيارة رسمية. وقال الوزير: «اتفقنا على تسعة مشاريع».\n",
    "c.ru.txt": "Визит в Лиму\n\nМинистр иностранных дел Ганы Коджо Менса прибыл в Лиму 4 марта"
    " 2025 года с официальным визитом.\n",
}
#: The one file that tells of the way and not of the result: it holds the times of files.
OF_THE_WAY = {"stages.json", ".lock"}


def make(root: Path, texts: Path, names: list[str], *, at: str) -> Path:
    workspace = create_workspace(root, Settings("T", ("PE", "GH")))
    list(add_files(workspace, [texts / name for name in names], at=at, who="Aru"))
    return root


def decide(root: Path) -> None:
    """Decide something; the record shows who decided what and when, so that is always the same."""
    fields = {"item": "gone", "action": "confirm", "values": {}}
    when = {"at": "2026-02-01T00:00:00Z", "who": "Aru"}
    ledger.append(open_workspace(root).ledger, **when, what="correction", fields=fields)


def build(root: Path, *, seed: str) -> None:
    """Build in a process of its own, in the folder of the project."""
    here = {"PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": f"UTC-{seed}"}
    # The package under test, wherever another one may be installed.
    whole = {**os.environ, **here, "PYTHONPATH": str(Path(sijill.__file__).parent.parent)}
    command = [sys.executable, "-m", "sijill.cli.main", "build", "script"]
    done = subprocess.run(command, cwd=root, env=whole, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")


def bytes_of(root: Path) -> dict[str, bytes]:
    folder = root / "build"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in OF_THE_WAY
    }


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_the_same_project_gives_the_same_bytes(tmp_path, texts):
    names = list(TEXTS)
    one = make(tmp_path / "one", texts, names, at="2025-12-01T00:00:00Z")
    decide(one)
    build(one, seed="1")
    first = bytes_of(one)
    assert {name.split("/")[0] for name in first} == {
        *("readings", "identity", "record", "script", "cache")
    }

    shutil.rmtree(one / "build")
    build(one, seed="2")
    assert differences(first, bytes_of(one)) == []

    deep = tmp_path / "elsewhere" / "سجل آخر"
    deep.parent.mkdir()
    other = make(deep, texts, names[::-1], at="2026-01-31T12:00:00Z")
    decide(other)
    build(other, seed="3")
    assert differences(first, bytes_of(other)) == []


def test_a_build_step_by_step_gives_the_bytes_of_a_build_at_once(tmp_path, texts):
    names = list(TEXTS)
    steps = make(tmp_path / "steps", texts, names[:1], at="2025-12-01T00:00:00Z")
    build(steps, seed="1")
    rest = [texts / name for name in names[1:]]
    list(add_files(open_workspace(steps), rest, at="2025-12-02T00:00:00Z", who="B"))
    build(steps, seed="4")
    decide(steps)
    build(steps, seed="5")
    once = make(tmp_path / "once", texts, names, at="2025-12-01T00:00:00Z")
    decide(once)
    build(once, seed="1")
    assert differences(bytes_of(once), bytes_of(steps)) == []


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
