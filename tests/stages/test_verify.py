import subprocess
import sys

import pytest

from sijill.chain_head import head_path
from sijill.errors import UsageError
from sijill.ledger import append, replay
from sijill.sources.holdings import add_files
from sijill.stages.build import build_project
from sijill.stages.summary import summarise
from sijill.stages.verify import verify_project
from sijill.workspace import Settings, create_workspace


@pytest.fixture
def workspace(tmp_path):
    """A project of one source with its record."""
    workspace = create_workspace(tmp_path / "p", Settings("T", ("PE", "GH")))
    text = tmp_path / "a.txt"
    text.write_text("The minister of Ghana arrived in Lima on Monday.\n", "utf-8")
    list(add_files(workspace, [text], at="2025-12-01T00:00:00Z", who="Aru"))
    assert not build_project(workspace, until="record").failed
    return workspace


def decide(workspace, item):
    fields = {"action": "reject", "item": item, "kind": "event"}
    return append(
        workspace.ledger, at="2025-12-02T00:00:00Z", who="Aru", what="decision", fields=fields
    )


def test_lines_cut_off_the_end_are_found_by_the_head_beside_the_ledger(workspace):
    decide(workspace, "visit-gone")
    lines = workspace.ledger.read_text("utf-8").splitlines(keepends=True)
    workspace.ledger.write_text(lines[0], "utf-8")
    (fault,) = verify_project(workspace).faults
    assert "had 2 lines" in fault.what


def test_lines_cut_off_with_the_head_are_found_by_a_digest_kept_elsewhere(workspace):
    kept = decide(workspace, "visit-gone").digest
    assert kept in "\n".join(verify_project(workspace, head=kept[:10]).notes)
    lines = workspace.ledger.read_text("utf-8").splitlines(keepends=True)
    workspace.ledger.write_text(lines[0], "utf-8")
    head_path(workspace.ledger).unlink()
    assert not verify_project(workspace).faults  # an accepted gap, told in docs/verify.md
    (fault,) = verify_project(workspace, head=kept).faults
    assert "missing at the end" in fault.what
    with pytest.raises(UsageError):
        verify_project(workspace, head="none")


def test_a_decision_that_changes_nothing_is_a_note_and_no_fault(workspace):
    decide(workspace, "visit-gone")
    report = build_project(workspace, until="record")
    assert any("visit-gone" in line and "line 2" in line for line in summarise(report))
    found = verify_project(workspace)
    assert not found.faults
    assert any("“reject” by Aru on 2025-12-02, changes nothing" in note for note in found.notes)
    assert found.summary.startswith("What is kept holds, but 1 decision changes nothing: ")


def test_a_broken_ledger_is_one_fault_and_not_one_for_every_citation(tmp_path):
    workspace = create_workspace(tmp_path / "p", Settings("T", ("PE", "GH")))
    text = tmp_path / "a.txt"
    text.write_text("The minister of Ghana arrived in Lima on Monday.\n", "utf-8")
    list(add_files(workspace, [text], at="2025-12-01T00:00:00Z", who="Aru"))
    assert not build_project(workspace, until="record").failed
    assert not verify_project(workspace).faults
    whole = workspace.ledger.read_text("utf-8")
    workspace.ledger.write_text(whole.replace("Aru", "Ara"), "utf-8")
    found = verify_project(workspace)
    assert [fault.where for fault in found.faults] == [f"{workspace.ledger}:1"]
    assert "no citation was checked" in found.summary


_DECIDING = """
import sys
from pathlib import Path
from sijill.ledger import append, replay
print("ready", flush=True)
while True:
    append(Path(sys.argv[1]), at="2025-12-02T00:00:00Z", who="Aru", what="note", fields={})
"""


def test_a_check_beside_people_who_decide_finds_no_fault(workspace):
    command = [sys.executable, "-c", _DECIDING, str(workspace.ledger)]
    deciding = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    try:
        for process in deciding:
            assert process.stdout is not None
            process.stdout.readline()
        before = len(replay(workspace.ledger))
        found = [fault for _ in range(40) for fault in verify_project(workspace).faults]
        assert found == []
        assert len(replay(workspace.ledger)) > before
    finally:
        for process in deciding:
            process.kill()
            process.communicate()
