"""A source that was not read whole is named, with its layer, and is read again at the next build."""

import pytest

from sijill.reading.pipeline import find_quotations
from sijill.sources.holdings import add_files
from sijill.stages.build import build_project
from sijill.stages.single import TextReader
from sijill.stages.summary import summarise
from sijill.workspace import Settings, create_workspace

TEXTS = {
    "a.en.txt": "The minister of Ghana arrived in Lima on Monday.\n",
    "b.ar.txt": "وصل وزير خارجية غانا إلى ليما يوم الاثنين.\n",
    "c.ru.txt": "Министр иностранных дел Ганы прибыл в Лиму в понедельник.\n",
}


@pytest.fixture
def breaks(monkeypatch):
    def quotations(document, *rest):
        if document.language == "ar":
            raise ValueError("no such sign")
        return find_quotations(document, *rest)

    monkeypatch.setattr("sijill.reading.pipeline.find_quotations", quotations)
    return monkeypatch


def test_a_cut_reading_is_named_and_not_kept(tmp_path, breaks):
    workspace = create_workspace(tmp_path / "p", Settings("T", ("PE", "GH")))
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    paths = [tmp_path / name for name in TEXTS]
    list(add_files(workspace, paths, at="2025-12-01T00:00:00Z", who="Aru"))

    report = build_project(workspace, until="readings")
    assert not report.failed
    said = "b.ar.txt was not read whole, quotations: ValueError: no such sign"
    assert f"  - {said}" in list(summarise(report))
    kept = workspace.build / "cache" / "readings"
    assert len(list(kept.glob("*.json"))) == 2

    # It is tried again although no text has changed, and still named when it breaks again.
    assert f"  - {said}" in list(summarise(build_project(workspace, until="readings")))
    breaks.undo()
    report = build_project(workspace, until="readings")
    assert report.outcomes[0].result == "built"
    assert not [line for line in summarise(report) if "read whole" in line]
    assert len(list(kept.glob("*.json"))) == 3
    assert build_project(workspace, until="readings").outcomes[0].result == "fresh"


def test_a_single_text_tells_what_broke(tmp_path, breaks):
    reader = TextReader()
    found = {}
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
        found[name] = reader.read(tmp_path / name).faults
    assert found == {
        "a.en.txt": (),
        "b.ar.txt": (("quotations", "ValueError: no such sign"),),
        "c.ru.txt": (),
    }
