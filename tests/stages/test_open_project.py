"""A project that stays open gives what a build from nothing gives, after whatever comes."""

import shutil
from pathlib import Path

import pytest

from sijill import ledger
from sijill.cli.main import main
from sijill.errors import WorkspaceFault
from sijill.identity.resolver import IDENTITIES_FORMAT, Identities
from sijill.serial import read_json
from sijill.sources.holdings import add_files
from sijill.stages.build import build_project
from sijill.stages.open_project import Folders, OpenProject
from sijill.stages.verify import verify_project
from sijill.workspace import Settings, create_workspace, open_workspace

AT = {"at": "2026-01-01T00:00:00Z", "who": "Aru"}
TEXTS = {
    "a.en.txt": "Visit to Lima\n\nThe foreign minister of Ghana, Kojo Mensah, arrived in Lima on"
    " 4 March 2025 on an official visit. “We have agreed on nine projects,” Mensah said. It was"
    " the first visit of a Ghanaian minister to Peru.\n",
    "b.ar.txt": "زيارة إلى ليما\n\nوصل وزير خارجية غانا كوجو منساه إلى ليما يوم 4 مارس 2025 في"
    " زيارة رسمية. وقال الوزير: «اتفقنا على تسعة مشاريع».\n",
    "c.ru.txt": "Визит в Лиму\n\nМинистр иностранных дел Ганы Коджо Менса прибыл в Лиму 4 марта"
    " 2025 года с официальным визитом.\n",
    "d.en.txt": "Ghana and Peru sign\n\nKojo Mensah and the foreign minister of Peru signed nine"
    " agreements in Lima on 5 March 2025. Mensah left on 6 March.\n",
}


@pytest.fixture
def project(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    workspace = create_workspace(tmp_path / "p", Settings("T", ("PE", "GH")))
    put_in(workspace, tmp_path, "a.en.txt", "b.ar.txt")
    return workspace


def put_in(workspace, folder, *names):
    taken = add_files(workspace, [folder / name for name in names], **AT)
    assert [one.outcome for one in taken] == ["taken"] * len(names)


def files(root: Path):
    folder = root / "build"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for stage in ("readings", "identity", "record")
        for path in (folder / stage).rglob("*")
        if path.is_file()
    }


def from_nothing(workspace, tmp_path):
    copy = tmp_path / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(workspace.root, copy, ignore=shutil.ignore_patterns("build"))
    assert not build_project(open_workspace(copy), until="record").failed
    return files(copy)


def test_whatever_comes_the_files_are_those_of_a_build_from_nothing(project, tmp_path):
    opened = OpenProject(project.root)
    assert opened.has_changed()
    assert not opened.update().failed
    assert not opened.has_changed()
    assert files(project.root) == from_nothing(project, tmp_path)

    put_in(project, tmp_path, "c.ru.txt")
    assert opened.has_changed()
    assert not opened.update().failed

    said = next(iter(opened.record.statements))
    fields = {"kind": "statement", "item": said.id, "action": "reject", "values": {}}
    ledger.append(project.ledger, **AT, what="correction", fields=fields)
    put_in(project, tmp_path, "d.en.txt")
    assert not opened.update().failed
    assert opened.counted().sources == 4

    # The database was changed in place; closed, it is as if it had been written anew.
    whole = from_nothing(project, tmp_path)
    assert {n for n, data in files(project.root).items() if whole.get(n) != data} == {
        "record/record.sqlite"
    }
    assert verify_project(open_workspace(project.root)).faults == ()
    opened.close()
    assert files(project.root) == whole
    assert verify_project(open_workspace(project.root)).faults == ()
    # Another process finds nothing to do.
    report = build_project(open_workspace(project.root), until="record")
    assert [o.result for o in report.outcomes] == ["fresh"] * 3


def test_a_file_that_somebody_changed_meanwhile_is_made_again(project, tmp_path):
    opened = OpenProject(project.root)
    opened.update()
    for name in ("record/record.json", "record/record.sqlite", "identity/identities.json"):
        (project.build / name).write_bytes(b"not ours")
    next((project.build / "readings").glob("[0-9a-f]*.json")).write_bytes(b"{}")
    put_in(project, tmp_path, "c.ru.txt")
    assert not opened.update().failed
    opened.close()
    assert files(project.root) == from_nothing(project, tmp_path)


def test_settings_and_tables_of_a_person_count_at_once(project, tmp_path):
    opened = OpenProject(project.root)
    opened.update()
    settings = project.root / "sijill.toml"
    settings.write_text(settings.read_text("utf-8").replace('"T"', '"Lima"'), "utf-8")
    folder = project.root / "register"
    folder.mkdir()
    (folder / "names.tsv").write_text(
        "id\tlanguage\tform\tpreferred\tsource\nlima\ten\tCity of Kings\tno\tours\n", "utf-8"
    )
    assert opened.has_changed()
    assert not opened.update().failed
    assert opened.record.title == "Lima"
    opened.close()
    assert files(project.root) == from_nothing(project, tmp_path)


def test_a_build_beside_it_keeps_it_waiting(project):
    opened = OpenProject(project.root)
    with project.building(), pytest.raises(WorkspaceFault):
        opened.update()
    assert opened.has_changed()
    assert not opened.update().failed


def test_a_file_is_given_out_once_and_not_before_it_is_whole(tmp_path):
    folders = Folders([tmp_path])

    def look():
        return folders.come(lambda paths: (f for p in paths for f in sorted(p.iterdir())))

    (tmp_path / "a").write_text("be", "utf-8")
    assert look() == []
    (tmp_path / "a").write_text("beginning", "utf-8")
    assert look() == []
    assert look() == [tmp_path / "a"]
    assert look() == []
    (tmp_path / "a").write_text("another text", "utf-8")
    assert [look(), look()] == [[], [tmp_path / "a"]]


def test_the_command_takes_in_what_is_put_into_its_folder(project, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sijill.cli.watching._PAUSE", 0)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    shutil.copy(tmp_path / "c.ru.txt", inbox)
    (inbox / "empty.txt").write_text("", "utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["watch", str(inbox), "-p", str(project.root), "--rounds", "3"])
    assert not stopped.value.code
    said = capsys.readouterr()
    assert f"taken    {inbox}/c.ru.txt" in said.out
    assert "2 sources" in said.out
    assert "3 sources (+1)" in said.out
    assert "refused" in said.err
    assert files(project.root) == from_nothing(project, tmp_path)


def test_what_keeps_it_from_its_work_is_said_once_and_tried_again(project, capsys, monkeypatch):
    monkeypatch.setattr("sijill.cli.watching._PAUSE", 0)
    settings = project.root / "sijill.toml"
    whole = settings.read_text("utf-8")
    looks = []

    def has_changed(opened):
        looks.append(opened)
        settings.write_text("not settings" if len(looks) in (2, 3) else whole, "utf-8")
        return True

    monkeypatch.setattr(OpenProject, "has_changed", has_changed)
    with pytest.raises(SystemExit) as stopped:
        main(["watch", "-p", str(project.root), "--rounds", "4"])
    assert not stopped.value.code
    said = capsys.readouterr()
    assert said.err.count("Not now: ") == 1
    assert "2 sources" in said.out


def test_names_confirmed_one_after_the_other_give_what_a_build_from_nothing_gives(
    project, tmp_path
):
    (tmp_path / "e.en.txt").write_text(
        "Talks in Lima\n\nKojo Mensa, the foreign minister of Ghana, met Efua Boateng and Efua"
        " Boatenge in Lima on 7 March 2025.\n",
        "utf-8",
    )
    (tmp_path / "f.en.txt").write_text(
        "Talks in Accra\n\nEfua Boatenge and Kojo Mensa spoke in Accra on 9 May 2025.\n", "utf-8"
    )
    put_in(project, tmp_path, "e.en.txt")
    opened = OpenProject(project.root)
    assert not opened.update().failed

    def people(name):
        identities = read_json(
            project.build / "identity" / "identities.json",
            Identities,
            format_name=IDENTITIES_FORMAT,
        )
        texts = {e.id: {a.text for a in e.aliases} for e in identities.entities}
        return sorted(k for k, i in identities.entity_by_local.items() if name in texts[i])

    for name, other in (("Efua Boateng", "Efua Boatenge"), ("Kojo Mensah", "Kojo Mensa")):
        left, right = people(name)[0], people(other)[-1]
        fields = {"left": left, "right": right, "verdict": "positive"}
        ledger.append(project.ledger, **AT, what="judgement", fields=fields)
        assert not opened.update().failed
        whole, own = from_nothing(project, tmp_path), files(project.root)
        names = {n for n in whole if n != "record/record.sqlite"}
        assert {n: own.get(n) for n in names} == {n: whole[n] for n in names}
    assert (project.build / "identity" / "register" / "names.tsv").exists()
    put_in(project, tmp_path, "f.en.txt")
    assert not opened.update().failed
    whole, own = from_nothing(project, tmp_path), files(project.root)
    assert {n for n in whole if own.get(n) != whole[n]} == {"record/record.sqlite"}
