"""The command export, on a project whose record was made by hand."""

import importlib.util
import json
from pathlib import Path

import pytest

from sijill.cli.main import main
from sijill.exports.formats import FORMATS
from sijill.serial import write_json
from sijill.workspace import Settings, create_workspace


def made_record():
    path = Path(__file__).parent.parent / "exports" / "made_records.py"
    spec = importlib.util.spec_from_file_location("made_records_for_cli", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.RECORD


def run(*arguments, status=0):
    with pytest.raises(SystemExit) as stopped:
        main([str(a) for a in arguments])
    assert (stopped.value.code or 0) == status


@pytest.fixture
def project(tmp_path):
    workspace = create_workspace(tmp_path / "pair", Settings("شريك", ("KZ", "JP")))
    write_json(workspace.build / "record" / "record.json", made_record())
    return workspace.root


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_every_format_is_written_and_named(known, project, tmp_path, capsys):
    target = tmp_path / f"out.{known.name}"
    run("export", known.name, "-o", target, "-p", project)
    told = [Path(line) for line in capsys.readouterr().out.split("\n") if line]
    assert told
    assert all(path.is_file() for path in told)
    assert target.is_dir() is known.folder


def test_help_lists_all_formats(capsys):
    run("export", "--help")
    told = capsys.readouterr().out
    for name in (*(known.name for known in FORMATS), "otio", "edl", "markers"):
        assert f"\n    {name} " in told


def test_csv_may_be_asked_for_a_spreadsheet(project, tmp_path):
    run("export", "csv", "--spreadsheet", "-o", tmp_path / "sheet", "-p", project)
    assert (tmp_path / "sheet" / "overview.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_calendar_may_have_another_language(project, tmp_path):
    run("export", "ics", "--language", "en", "-o", tmp_path / "a.ics", "-p", project)
    text = (tmp_path / "a.ics").read_bytes().decode("utf-8").replace("\r\n ", "")
    assert "SUMMARY;LANGUAGE=en:audience with the monarch: Tokayev\\, Naruhito" in text


def test_an_unknown_format_is_wrong_use(project, tmp_path, capsys):
    run("export", "xls", "-o", tmp_path / "x", "-p", project, status=2)
    assert "There are: csv, sheet," in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["sources", "ledger"])
def test_nothing_is_written_among_sources_and_decisions(folder, project, tmp_path, capsys):
    run("export", "csv", "-o", project / folder / "x", "-p", project, status=2)
    assert "Choose another place" in capsys.readouterr().err
    assert not (project / folder / "x").exists()


def test_without_a_record_it_says_what_to_run(tmp_path, capsys):
    create_workspace(tmp_path / "new", Settings("T", ("KZ", "JP")))
    run("export", "csv", "-o", tmp_path / "x", "-p", tmp_path / "new", status=1)
    assert "sijill build" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_without_a_cut_it_says_what_to_run(project, tmp_path, capsys):
    for name in ("otio", "edl", "markers"):
        run("export", name, "-o", tmp_path / "x", "-p", project, status=1)
        assert "sijill build cut --language ar" in capsys.readouterr().err


def test_annotations_name_the_version(project, tmp_path):
    run("export", "annotations", "-o", tmp_path / "a.json", "-p", project)
    page = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert page["sijill:agents"][0]["name"].startswith("Sijill 0")
