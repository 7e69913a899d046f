"""What can go wrong with a project on a disk: each is said in words, and nothing is lost."""

import contextlib
import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys

import pytest

from sijill.cli.main import main
from sijill.ledger import replay
from sijill.stages.verify import verify_project
from sijill.workspace import open_workspace

TEXTS = {
    "a.en.txt": "Visit to Lima\n\nThe foreign minister of Ghana, Kojo Mensah, arrived in Lima on"
    " 4 March 2025 on an official visit. “We have agreed on nine projects,” Mensah said.\n",
    "b.ar.txt": "زيارة إلى ليما\n\nوصل وزير خارجية غانا كوجو منساه إلى ليما يوم 4 مارس 2025 في"
    " زيارة رسمية. وقال الوزير: «اتفقنا على تسعة مشاريع».\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bad")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    with pytest.raises(SystemExit):
        main(["new", str(folder / "pair"), "--title", "T", "--between", "PE", "GH"])
    with pytest.raises(SystemExit):
        main(["add", *(str(folder / name) for name in TEXTS), "-p", str(folder / "pair")])
    with pytest.raises(SystemExit):
        main(["build", "record", "-p", str(folder / "pair")])
    return folder / "pair"


@pytest.fixture
def project(built, tmp_path):
    shutil.copytree(built, tmp_path / "pair", copy_function=shutil.copy2)
    return tmp_path / "pair"


@pytest.fixture
def say(capsys):
    """Run a command; give its exit status and all it said, which is never a traceback."""

    def run(*arguments):
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        words = said.out + said.err
        assert "Traceback" not in words
        assert "mistake of Sijill" not in words
        return (stopped.value.code or 0), words

    return run


def good(project, say):
    """See that `verify` finds nothing."""
    status, said = say("verify", "-p", project)
    assert status == 0, said


def test_a_source_replaced_by_another_text_stops_the_build_and_is_named(project, say):
    one, other = sorted(project.glob("sources/*.stored"))
    whole = one.read_bytes()
    one.write_bytes(other.read_bytes())
    for command in ("build", "verify"):
        status, said = say(command, *(["record"] * (command == "build")), "-p", project)
        assert status == 1
        assert one.name in said
        assert "changed after" in said
        assert "from a copy" in said
    one.write_bytes(whole)
    assert say("build", "record", "-p", project)[0] == 0
    good(project, say)


def test_a_span_past_the_end_of_its_text_is_named_and_not_answered_from(project, say):
    path = project / "build" / "record" / "record.json"
    record = json.loads(path.read_text("utf-8"))
    statement = record["statements"][0]
    statement["citations"][0]["end"] = 99_999
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    status, said = say("verify", "-p", project)
    assert status == 1
    assert f"statements/{statement['id']} was changed" in said
    assert f"{statement['id']}, citations" in said
    for command in (["quotations"], ["export", "csv", "-o", project.parent / "out"]):
        status, said = say(*command, "-p", project)
        assert (status, "record.json: was changed after it was built" in said) == (1, True), said
    path.unlink()
    assert say("build", "record", "-p", project)[0] == 0
    good(project, say)


def test_a_database_changed_by_hand_is_not_answered_from(project, say):
    path = project / "build" / "record" / "record.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE statements SET text = 'We have agreed on nothing'")
    for command in (["find", "Lima"], ["verify"]):
        status, said = say(*command, "-p", project)
        assert (status, f"{path}: was changed after it was built" in said) == (1, True), said
    path.unlink()
    assert say("build", "record", "-p", project)[0] == 0
    good(project, say)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("record/record.json", "sijill.record/", "sijill.record/9"),
        ("identity/identities.json", "sijill.identities/", "sijill.identities/9"),
        ("stages.json", "sijill.stages/", "sijill.stages/9"),
        ("record/seals.json", "sijill.seals/", "sijill.seals/9"),
    ],
)
def test_a_file_of_another_version_is_named_and_built_again(project, say, name, old, new):
    path = project / "build" / name
    whole = path.read_text("utf-8")
    assert old in whole
    path.write_text(whole.replace(old, new), "utf-8")
    status, said = say("verify", "-p", project)
    assert (status, str(path) in said) == (1, True)
    assert say("build", "record", "-p", project)[0] == 0
    good(project, say)


@pytest.mark.parametrize("folder", ["readings", "cache/readings", "identity", "record"])
def test_a_file_cut_in_half_is_named_and_built_again(project, say, folder):
    for path in sorted((project / "build" / folder).glob("*.json")):
        if path.name == "faults.json":
            continue
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        status, said = say("verify", "-p", project)
        assert (status, str(path) in said) == (1, True)
        (project / "build" / "stages.json").unlink()
        assert say("build", "record", "-p", project)[0] == 0
        assert path.read_bytes() == whole
        good(project, say)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it states the format “None”"),
        ('format = "sijill.project/9"\n', "it states the format “sijill.project/9”"),
        ('format = "sijill.project/1"\ntitle = "T\n', "line 2"),
        ('format = "sijill.project/1"\ntitle = "T"\nbetween = ["PE"]\n', "must name two states"),
        ('format = "sijill.project/1"\ntitle = "T"\nbetween = ["PE", "ZZ"]\n', "“ZZ”"),
        ("[film\n", "line 1"),
        ("\udcff\udcfe", "utf-8"),
    ],
)
def test_broken_settings_are_no_wrong_use_but_say_what_to_correct(project, say, text, why):
    path = project / "sijill.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    for command in ("build", "verify", "sources"):
        status, said = say(command, "-p", project)
        assert status == 1
        assert f"{path}: " in said
        assert why in said


def test_two_builds_of_one_project_take_no_turns_but_say_so(project, say):
    with open_workspace(project).building():
        for command in (["build", "record"], ["verify"]):
            status, said = say(*command, "-p", project)
            assert (status, "is running" in said, "Wait" in said) == (1, True, True)
    assert say("build", "record", "-p", project)[0] == 0


def test_checks_may_run_at_once_and_keep_builds_away(project, say):
    with open_workspace(project).checking():
        good(project, say)
        assert say("build", "record", "-p", project)[0] == 1


def test_processes_that_add_to_one_project_at_once_take_turns(project, tmp_path, say):
    folder = tmp_path / "more"
    folder.mkdir()
    text = TEXTS["a.en.txt"]
    for number in range(12):
        (folder / f"{number}.en.txt").write_text(text.replace("nine", f"{number + 20}"), "utf-8")
    command = [sys.executable, "-m", "sijill.cli.main", "add", str(folder), "-p", str(project)]
    adds = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for _ in range(3)
    ]
    said = [process.communicate()[0].decode("utf-8") for process in adds]
    assert [process.returncode for process in adds] == [0, 0, 0]
    assert sum(words.count("  taken ") for words in said) == 12
    assert len(replay(project / "ledger" / "ledger.jsonl")) == 14
    good(project, say)


def test_two_projects_are_built_at_once(project, tmp_path, say):
    other = tmp_path / "other"
    shutil.copytree(project, other, ignore=shutil.ignore_patterns("build"))
    shutil.rmtree(project / "build")
    builds = [
        subprocess.Popen(
            [sys.executable, "-m", "sijill.cli.main", "build", "record", "-p", str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for folder in (project, other)
    ]
    for process in builds:
        words = process.communicate()[0].decode("utf-8")
        assert process.returncode == 0, words
    name = "build/record/record.sqlite"
    assert (project / name).read_bytes() == (other / name).read_bytes()
    good(project, say)
    good(other, say)


@pytest.mark.parametrize("first", [*range(1, 28, 3), 29])
def test_a_disk_that_is_full_costs_nothing_and_is_said(project, say, monkeypatch, first):
    """From the step `first` on, nothing can be brought onto the disk; a build has 29 of them."""
    shutil.rmtree(project / "build")
    steps = []

    def full(do):
        def step(*arguments, **more):
            steps.append(do)
            if len(steps) >= first:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "a file")
            return do(*arguments, **more)

        return step

    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, full(getattr(os, name)))
    status, said = say("build", "record", "-p", project)
    assert (status, "No space left on device" in said, "Free some space" in said) == (1, True, True)
    assert len(steps) >= first
    monkeypatch.undo()
    good(project, say)
    assert say("build", "record", "-p", project)[0] == 0
    good(project, say)
    hidden = {path.name for path in (project / "build").rglob(".*")}
    assert hidden == {".lock"}


def test_a_full_disk_takes_no_source_half(project, tmp_path, say, monkeypatch):
    lines = replay(project / "ledger" / "ledger.jsonl")
    text = tmp_path / "c.en.txt"
    text.write_text(TEXTS["a.en.txt"].replace("nine", "ten"), "utf-8")
    sync = os.fsync
    steps = []

    def full(handle):
        steps.append(handle)
        if len(steps) >= first:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    for first in range(1, 6):
        steps.clear()
        monkeypatch.setattr(os, "fsync", full)
        status, said = say("add", text, "-p", project)
        assert (status, len(steps) >= first) == (1, True), said
        assert "No space left on device" in said
        monkeypatch.undo()
        assert replay(project / "ledger" / "ledger.jsonl") == lines
        good(project, say)
    assert say("add", text, "-p", project)[0] == 0
    assert say("build", "record", "-p", project)[0] == 0
    good(project, say)


def test_a_folder_that_may_not_be_written_to_is_named(project, say, monkeypatch):
    """As on a disk that is mounted read-only: the superuser may write anywhere else."""
    made = os.open

    def closed(path, flags, *more, **others):
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), path)
        return made(path, flags, *more, **others)

    opened = open

    def closed_too(path, mode="r", *more, **others):
        if set(mode) & set("wa+x"):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), path)
        return opened(path, mode, *more, **others)

    monkeypatch.setattr(os, "open", closed)
    monkeypatch.setattr("builtins.open", closed_too)
    status, said = say("build", "record", "-p", project)
    assert (status, f"{project / 'build'}: cannot write here: Read-only" in said) == (1, True)
    status, said = say("add", project.parent / "pair" / "sijill.toml", "-p", project)
    assert (status, "Read-only file system" in said) == (1, True)
    good(project, say)
    assert say("visits", "-p", project)[0] == 0


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda build: build.write_text("mine"), "is no folder"),
        (lambda build: build.symlink_to("nowhere"), "is a link to what is not there"),
    ],
)
def test_something_else_in_the_place_of_the_build_is_left_there(project, say, make, why):
    shutil.rmtree(project / "build")
    make(project / "build")
    status, said = say("build", "record", "-p", project)
    assert (status, f"{project / 'build'}: {why}" in said) == (1, True)
    assert os.path.lexists(project / "build")
    assert not (project / "build").is_dir()


def test_a_build_may_lie_on_another_disk_and_writes_through_no_link_inside(project, tmp_path, say):
    shutil.move(project / "build", tmp_path / "far")
    (project / "build").symlink_to("../far")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / ".hidden").write_text("mine")
    (mine / "a.json").write_text("mine")
    (tmp_path / "far" / "readings" / "inner").symlink_to(mine)
    record = tmp_path / "far" / "record" / "record.json"
    whole = record.read_bytes()
    record.unlink()
    record.symlink_to(mine / "a.json")
    assert say("build", "record", "-p", project)[0] == 0
    assert record.read_bytes() == whole
    assert {p.name: p.read_text() for p in mine.iterdir()} == {".hidden": "mine", "a.json": "mine"}
    good(project, say)


def test_links_among_sources_are_followed_to_files_and_named_for_folders(project, tmp_path, say):
    folder = tmp_path / "links"
    folder.mkdir()
    (folder / "round").symlink_to(".")
    (folder / "gone.en.txt").symlink_to("nowhere")
    (folder / "c.en.txt").symlink_to(tmp_path / "real.txt")
    (tmp_path / "real.txt").write_text(TEXTS["a.en.txt"].replace("nine", "ten"), "utf-8")
    status, said = say("add", folder, "-p", project)
    assert status == 0
    assert "round: is a link to a folder" in said
    assert "gone.en.txt: cannot be opened: No such file" in said
    assert f"taken    {folder / 'c.en.txt'}" in said
    held = [path for path in (project / "sources").iterdir() if path.is_symlink()]
    assert held == []


def test_a_project_whose_making_was_stopped_can_be_made_again(tmp_path, say):
    folder = tmp_path / "new"
    for name in ("sources", "media"):
        (folder / name).mkdir(parents=True)
    (folder / ".sijill.toml.x8f2k1aa").write_text("forma")
    status, said = say("new", folder, "--title", "T", "--between", "PE", "GH")
    assert status == 0, said
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["ledger", "media", "sijill.toml", "sources"]


def test_a_folder_with_sources_of_somebody_is_not_made_a_project(tmp_path, say):
    folder = tmp_path / "new"
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "a.txt").write_text("mine")
    assert say("new", folder, "--title", "T", "--between", "PE", "GH")[0] == 1
    assert [path.name for path in folder.rglob("*")] == ["sources", "a.txt"]


def test_no_fault_is_named_twice(project):
    path = project / "build" / "record" / "record.json"
    path.write_text(path.read_text("utf-8").replace("sijill.record/", "sijill.record/9"), "utf-8")
    found = [(f.where, f.what) for f in verify_project(open_workspace(project)).faults]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("named", ["pai", "pair/nowhere", "pair/sources"])
def test_a_project_that_was_named_is_never_another_one(project, say, monkeypatch, named):
    monkeypatch.chdir(project.parent)
    before = (project / "ledger" / "ledger.jsonl").read_bytes()
    status, words = say("decide", "visit", "confirm", "--why", "t", "-p", named)
    assert status == 2
    assert f"{named}: there is no" in words
    assert f"-p {'pair' if named == 'pai' else project}\n" in words
    assert (project / "ledger" / "ledger.jsonl").read_bytes() == before


def test_without_a_name_the_project_is_that_above(project, say, monkeypatch):
    monkeypatch.chdir(project / "sources")
    assert say("visits")[0] == 0


def test_a_refused_text_is_told_its_language_in_words(project, say, tmp_path):
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "c.en.txt").write_text("Ama Boateng visited Cusco on 5 May 2025.\n", "utf-8")
    turkish = folder / "d.txt"
    turkish.write_text("Bakan dün akşam başkente geldi ve görüşmeler yaptı.\n" * 5, "utf-8")
    status, words = say("add", folder, "-p", project)
    assert status == 0
    assert "1 taken, 0 known already, 1 refused" in words
    assert "seems to be in Turkish (tr)" in words
    assert "Sijill reads ar, en, ru, kk, ja" in words
    assert "--language CODE PATH" in words
    assert say("add", turkish, "-p", project)[0] == 1
