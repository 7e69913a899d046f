"""Lines of the ledger as another program may write them: each is told, none stops the others."""

import pytest

from sijill import ledger
from sijill.sources.holdings import add_files, list_sources
from sijill.stages.decided import decisions_of
from sijill.workspace import Settings, create_workspace

ODD = [None, 5, True, "x", [], [1], {}, {"a": 1}]
LINES = {
    "decision": {
        "action": "merge",
        "item": "visit-1",
        "kind": "event",
        "values": {"with": ["visit-2"]},
        "anchors": {"visit-1": {"type": "visit", "citations": []}},
    },
    "judgement": {
        "left": "a",
        "right": "b",
        "verdict": "positive",
        "left_at": [],
        "right_at": [],
    },
    "rights": {"file": "a.png", "allowed": True, "licence": "", "holder": "", "credit": ""},
    "withdrawal": {"line": 1},
    "source-fields": {"source": "a", "values": {"outlet": "NHK"}},
}


@pytest.fixture
def workspace(tmp_path):
    workspace = create_workspace(tmp_path / "p", Settings("T", ("KZ", "JP")))
    path = tmp_path / "a.en.txt"
    path.write_text("Tokayev visited Tokyo.\n", "utf-8")
    list(add_files(workspace, [path], at="2025-12-20T00:00:00Z", who="Aru"))
    return workspace


@pytest.mark.parametrize("what", LINES)
def test_a_line_of_another_shape_is_told_like_any_other(workspace, what):
    written = [{}]
    for name in LINES[what]:
        written += [{**LINES[what], name: odd} for odd in ODD]
        written.append({n: v for n, v in LINES[what].items() if n != name})
    if what == "decision":
        written += [{**LINES[what], "values": {"with": odd}} for odd in ODD]
    if what == "source-fields":
        [source] = list_sources(workspace)
        written += [{"source": source.id, "values": odd} for odd in ODD]
    for fields in written:
        ledger.append(
            workspace.ledger,
            at="2026-01-01T00:00:00Z",
            who="Aru",
            what=what,
            why="",
            fields=fields,
        )
    assert len(decisions_of(workspace)) == len(written)
    decisions_of(workspace, "visit-1")
    assert [source.name for source in list_sources(workspace)] == ["a.en.txt"]
