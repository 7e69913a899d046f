"""A project's own reference tables in a build, in its summary and in `verify`."""

import pytest

from sijill.sources.holdings import add_files
from sijill.stages.build import build_project
from sijill.stages.summary import summarise
from sijill.stages.verify import verify_project
from sijill.workspace import Settings, create_workspace

HEAD = "host,guest,country,role,from,source\n"
ROW = "PE,Ola Berg,NO,head_of_state,2001-03-04,https://one.test/a\n"


@pytest.fixture
def workspace(tmp_path):
    """A project of one source."""
    workspace = create_workspace(tmp_path / "p", Settings("T", ("PE", "GH")))
    text = tmp_path / "a.txt"
    text.write_text("The minister of Ghana arrived in Lima on Monday.\n", "utf-8")
    list(add_files(workspace, [text], at="2025-12-01T00:00:00Z", who="Aru"))
    return workspace


def write(workspace, name, text):
    path = workspace.root / "reference" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def results(workspace):
    report = build_project(workspace, until="record")
    return {outcome.stage: outcome.result for outcome in report.outcomes}, report


def test_a_new_or_changed_table_builds_the_record_again_and_nothing_below_it(workspace):
    results(workspace)
    write(workspace, "visits.csv", HEAD + ROW)
    assert results(workspace)[0]["record"] == "built"
    assert results(workspace)[0] == {"readings": "fresh", "identity": "fresh", "record": "fresh"}
    write(workspace, "visits.csv", HEAD + ROW.replace("Ola", "Ole"))
    assert results(workspace)[0]["record"] == "built"


def test_a_table_with_a_fault_is_named_and_the_build_goes_on(workspace):
    write(workspace, "good.csv", HEAD + ROW)
    write(workspace, "bad.csv", HEAD + ROW.replace("https://one.test/a", ""))
    made, report = results(workspace)
    assert made["record"] == "built"
    said = "\n".join(summarise(report))
    assert "reference/bad.csv:2: has no source; the table is not used" in said
    assert "good.csv" not in said
    [fault] = verify_project(workspace).faults
    assert fault.where.endswith("reference/bad.csv:2")
    assert "address" in fault.remedy


def test_tables_without_a_fault_are_nothing_to_verify(workspace):
    write(workspace, "good.csv", HEAD + ROW)
    results(workspace)
    assert verify_project(workspace).faults == ()
