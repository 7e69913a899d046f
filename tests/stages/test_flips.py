"""One byte is changed in each file of a small project, at many places; `verify` names the file."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sijill import ledger
from sijill.errors import SijillError
from sijill.sources.holdings import add_files
from sijill.sources.verify import Fault
from sijill.stages.build import build_project
from sijill.stages.state import load_state
from sijill.stages.verify import verify_project
from sijill.workspace import Settings, create_workspace, open_workspace

TEXTS = {
    "a.en.txt": "Visit to Lima\n\nThe foreign minister of Ghana, Kojo Mensah, arrived in Lima on"
    " 4 March 2025 on an official visit. “We have agreed on nine projects,” Mensah said.\n",
    "b.ar.txt": "زيارة إلى ليما\n\nوصل وزير خارجية غانا كوجو منساه إلى ليما يوم 4 مارس 2025 في"
    " زيارة رسمية. وقال الوزير: «اتفقنا على تسعة مشاريع».\n",
}
#: Files in which nothing stands: locks, and a list of faults that is empty.
BARE = {".lock"}
PLACES = 6


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("flips")
    workspace = create_workspace(folder / "project", Settings("T", ("PE", "GH")))
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    when = {"at": "2025-12-01T00:00:00Z", "who": "Aru"}
    list(add_files(workspace, [folder / name for name in TEXTS], **when))
    fields = {"item": "gone", "action": "confirm", "values": {}}
    for _ in range(3):
        ledger.append(workspace.ledger, **when, what="correction", fields=fields)
    (workspace.root / "register").mkdir()
    terms = "id\tlanguage\tform\tpreferred\tsource\nGH\ten\tRepublic of Ghana\tno\tAru\n"
    (workspace.root / "register" / "names.tsv").write_text(terms, "utf-8")
    (workspace.root / "reference").mkdir()
    (workspace.root / "reference" / "README.md").write_text("Tables of my own.\n", "utf-8")
    (workspace.root / "media" / "flag.png").write_bytes(b"\x89PNG" + bytes(range(200)))
    assert not build_project(workspace, until="script").failed
    return workspace.root


def faults_of(root: Path) -> list[Fault]:
    """What `sijill verify` finds, also when it cannot even open the project."""
    try:
        return list(verify_project(open_workspace(root)).faults)
    except SijillError as fault:
        return [Fault(fault.what, fault.where, fault.remedy)]


def files_of(root: Path) -> list[Path]:
    return sorted(p for p in root.rglob("*") if p.is_file() and p.name not in BARE)


def test_every_byte_of_every_file_is_watched(project):
    assert faults_of(project) == []
    chance = random.Random(7)
    missed = []
    tried = set()
    for path in files_of(project):
        whole = path.read_bytes()
        places = {0, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(PLACES))}
        for place in sorted(places):
            signs = {whole[place] ^ (1 << chance.randrange(8)), 0x20, 0x09} - {whole[place]}
            for sign in sorted(signs):
                path.write_bytes(whole[:place] + bytes([sign]) + whole[place + 1 :])
                found = faults_of(project)
                tried.add(path.relative_to(project).parts[0])
                if not any(path.name in f"{fault.where} {fault.what}" for fault in found):
                    where = path.relative_to(project)
                    missed.append(f"{where} at {place}: {whole[place]:#x} to {sign:#x}: {found}")
        path.write_bytes(whole)
    assert missed == []
    assert tried == {"build", "ledger", "media", "reference", "register", "sijill.toml", "sources"}
    assert faults_of(project) == []


def test_no_file_of_the_build_is_of_no_stage(project):
    build = project / "build"
    claimed = {name for built in load_state(build).stages.values() for name in built.outputs}
    for path in files_of(build):
        name = path.relative_to(build).as_posix()
        assert name in claimed or name == "stages.json" or name.startswith("cache/"), name


@contextmanager
def damaged(path: Path, data: bytes) -> Iterator[None]:
    """Let other bytes stand in a file for a while."""
    whole = path.read_bytes()
    path.write_bytes(data)
    try:
        yield
    finally:
        path.write_bytes(whole)


def test_a_changed_line_of_the_ledger_is_named_by_its_number(project):
    path = project / "ledger" / "ledger.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    chance = random.Random(7)
    for number, line in enumerate(lines, 1):
        for _ in range(12):
            place = chance.randrange(len(line))
            flipped = bytearray(line)
            flipped[place] ^= 1 << chance.randrange(8)
            data = b"".join([*lines[: number - 1], bytes(flipped), *lines[number:]])
            with damaged(path, data):
                (first, *_) = faults_of(project)
            assert first.where == f"{path}:{number}", (place, first)


@pytest.mark.parametrize("rest", [0, 40])
@pytest.mark.parametrize("head", ["kept", "taken away too"])
def test_a_ledger_that_lost_its_last_line_is_not_taken_for_a_shorter_one(project, rest, head):
    path = project / "ledger" / "ledger.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    kept = path.with_name("head").read_bytes()
    with damaged(path, b"".join(lines[:-1]) + lines[-1][:rest]):
        if head != "kept":
            path.with_name("head").unlink()
        (fault,) = faults_of(project)
        path.with_name("head").write_bytes(kept)
    assert fault.where == f"{path}:{len(lines) - 1}"
    assert f"{len(lines)} lines" in fault.what


def test_a_source_put_in_the_place_of_another_is_named_with_its_words(project):
    (stored,) = (p for p in project.glob("sources/*.stored") if b"Lima" in p.read_bytes())
    with damaged(stored, stored.read_bytes().replace(b"Lima", b"Lyma")):
        found = faults_of(project)
    assert "the stored text of source" in found[0].what
    assert "(a.en.txt) changed" in found[0].what
    assert any("record.json" in f.where and "Lima" in f.what for f in found[1:])


def test_a_changed_row_of_the_record_is_named(project):
    path = project / "build" / "record" / "record.json"
    whole = path.read_bytes()
    other = whole.replace(b'"date": "2025-03-04"', b'"date": "2025-03-05"', 1)
    assert other != whole
    with damaged(path, other):
        found = faults_of(project)
    assert any("events/" in f.what and "was changed" in f.what for f in found)
