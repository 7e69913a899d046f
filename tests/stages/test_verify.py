from sijill.sources.holdings import add_files
from sijill.stages.build import build_project
from sijill.stages.verify import verify_project
from sijill.workspace import Settings, create_workspace


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
