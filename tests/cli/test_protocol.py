"""The commands that list reference tables, over a project without a record."""

import json

import pytest

from sijill.cli.main import main
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
