"""The commands that list reference tables, over a project without a record."""

import json
import re

import pytest

from sijill.citation import Citation
from sijill.cli.main import main
from sijill.record.items import Record, RecordEntity
from sijill.record.peer_rows import PeerRow, PeerValue
from sijill.record.signal_notes import SignalNote
from sijill.serial import write_json
from sijill.workspace import Settings, create_workspace

HEAD = "host,guest,country,role,from,source\n"
ROW = "PE,Ola Berg,NO,head_of_state,2001-03-04,https://one.test/a\n"


@pytest.fixture
def project(tmp_path):
    root = create_workspace(tmp_path / "p", Settings("T", ("PE", "GH"))).root
    (root / "reference").mkdir()
    (root / "reference" / "a.csv").write_text(
        "# complete: A. Body\n# window: ../2025\n" + HEAD + ROW, "utf-8"
    )
    (root / "reference" / "b.csv").write_text(HEAD + ROW.replace("NO", "N1"), "utf-8")
    return root


def asked(*words):
    with pytest.raises(SystemExit) as stopped:
        main(list(words))
    return stopped.value.code


def test_tables_are_listed_with_what_they_cover_and_their_faults(project, capsys):
    assert asked("find", "reference", "-p", str(project)) == 0
    out = capsys.readouterr().out
    assert "reference/a.csv  1 visits to PE, ../2025" in out
    assert "declared complete by A. Body (guests: NO; head_of_state)" in out
    assert "not used: reference/b.csv:2: “N1” in “country” is no country code" in out
    assert out.startswith("protocol/visits_to_japan.tsv")


def test_programs_get_the_same(project, capsys):
    assert asked("reference", "-p", str(project), "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [table["declared_by"] for table in found["tables"]] == [None, "A. Body"]
    assert found["faults"][0]["where"] == "reference/b.csv:2"


def write_record(project):
    cited = (Citation("s", 0, 9, "They met."),)
    values = (
        PeerValue("received", "2001-05-09", cited, (), alone=True),
        PeerValue("received_at", "hall", (), ("https://one.test",)),
    )
    rows = (
        PeerRow("summit-1", "PE", "berg", "Ola Berg", "NO", values),
        PeerRow("summit-1", "PE", None, "Eva Fink", "SE"),
    )
    names = {"berg": "Ola Berg", "hall": "Great Hall"}
    entities = tuple(
        RecordEntity(i, "place" if i == "hall" else "person", {"en": n}) for i, n in names.items()
    )
    notes = tuple(
        SignalNote(signal, "e1", standing, {"en": f"{signal}: told."}, cited, value="hall")
        for signal, standing in (("guard_of_honour", "expected"), ("seating", "apart"))
    )
    record = Record(
        "T", ("PE", "GH"), ("en",), (), entities, (), (), (), peers=rows, signals=notes
    )  # fmt: skip
    write_json(project / "build" / "record" / "record.json", record)


def test_peers_stand_side_by_side_and_what_is_not_known_is_blank(project, capsys):
    write_record(project)
    assert asked("find", "peers", "-p", str(project)) == 0
    out = capsys.readouterr().out
    assert "Eva Fink (t), SE" in out
    assert re.search(r"received by the head of state\s*│ 2001-05-09 \*\s*│\s+│", out)
    assert re.search(r"where\s*│ Great Hall \(t\)\s*│\s+│", out)
    assert "minutes" not in out
    assert asked("peers", "--host", "jp", "-p", str(project)) == 0
    assert "No occasion of the record has the host “jp”. Hosts: PE" in capsys.readouterr().err


def test_programs_get_the_rows_of_the_record(project, capsys):
    write_record(project)
    asked("peers", "--json", "-p", str(project))
    rows = json.loads(capsys.readouterr().out)
    assert [row["guest"] for row in rows] == ["berg", None]
    assert rows[0]["values"][0]["citations"][0]["exact"] == "They met."


def test_signals_are_listed_by_how_they_stand_beside_the_class(project, capsys):
    write_record(project)
    assert asked("find", "signals", "-p", str(project)) == 0
    out = capsys.readouterr().out
    assert re.search(r"no date\s+expected\s+guard_of_honour Great Hall", out)
    assert "“They met.”" in out
    asked("signals", "--standing", "apart", "--json", "-p", str(project))
    assert [n["signal"] for n in json.loads(capsys.readouterr().out)] == ["seating"]
