"""When the page is written anew: every decision stands on it, also one that changes no item."""

from __future__ import annotations

from pathlib import Path

from sijill import ledger
from sijill.sources.holdings import add_files
from sijill.stages.steps import Steps
from sijill.workspace import Settings, Workspace, create_workspace

WHEN = {"at": "2026-02-01T00:00:00Z", "who": "Aru"}


def keys(workspace: Workspace) -> list[str]:
    steps = Steps(workspace, "ar", "draft")
    page = next(stage for stage in steps.stages() if stage.name == "page")
    return list(page.inputs())


def test_a_decision_writes_the_page_anew_and_a_source_alone_does_not(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "p", Settings("T", ("PE", "GH")))
    before = keys(workspace)
    text = tmp_path / "a.en.txt"
    text.write_text("Visit to Lima\n\nThe minister arrived in Lima on 4 March 2025.\n", "utf-8")
    list(add_files(workspace, [text], **WHEN))
    assert keys(workspace) == before
    line = ledger.append(
        workspace.ledger,
        **WHEN,
        what="decision",
        fields={"item": "gone", "action": "confirm", "values": {}},
    )
    decided = keys(workspace)
    assert len(decided) == len(before) + 1
    ledger.append(workspace.ledger, **WHEN, what="withdrawal", fields={"line": line.number})
    assert len(keys(workspace)) == len(before) + 2
