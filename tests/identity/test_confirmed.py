"""A name that people confirmed is known in the next source, and in the next project."""

import shutil

from read_by_hand import Text

from sijill.identity.confirmed import resolve_with_confirmed
from sijill.identity.decisions import WHAT, fields_of
from sijill.identity.judgement import Verdict, judge
from sijill.ledger import append, replay
from sijill.register.load import PROJECT_FOLDER, load_register
from sijill.sources.holdings import add_files
from sijill.stages.build import build_project
from sijill.workspace import Settings, create_workspace


def identify(texts, folder, *, ledger=(), register=None):
    found, _ = resolve_with_confirmed(
        [text.reading for text in texts],
        register or load_register(),
        languages=("ar", "en", "ru"),
        texts={text.source_id: text.text for text in texts},
        decisions=ledger,
        folder=folder,
    )
    return found.entity_by_local


def novelist():
    """Two sources on one woman: her pen name in Arabic, her own in Russian."""
    one = Text("a", "ar", "صدرت رواية جديدة للكاتبة نجمة الصباح.", "2025-01-01")
    one.has("P", "نجمة الصباح")
    other = Text("b", "ru", "Вышла книга, её автор Гульмира Сапарова.", "2025-01-01")
    other.has("P", "Гульмира Сапарова", country="KG")
    return one, other


def later():
    """Two later sources: each knows one of her names."""
    one = Text("c", "ar", "كرّم المعرض نجمة الصباح أمس.", "2025-06-01")
    one.has("P", "نجمة الصباح")
    other = Text("d", "en", "Gulmira Saparova came to the fair.", "2025-06-01")
    other.has("P", "Gulmira Saparova", country="KG")
    return one, other


def decide(path, verdict):
    judgement = judge("a#e1", "b#e1", verdict, "her pen name", by="person:Mariam")
    told = {"at": "2025-07-01T00:00:00Z", "who": "Mariam", "what": WHAT, "why": "her pen name"}
    append(path, **told, fields=fields_of(judgement))
    return replay(path)


def test_a_name_confirmed_once_is_known_in_the_next_source_and_project(tmp_path):
    before = identify([*novelist(), *later()], tmp_path / "none")
    assert before["c#e1"] != before["d#e1"]
    ledger = decide(tmp_path / "ledger.jsonl", Verdict.POSITIVE)
    tables = tmp_path / "a"
    here = identify([*novelist(), *later()], tables, ledger=ledger)
    assert here["a#e1"] == here["b#e1"] == here["c#e1"] == here["d#e1"]
    taken_over = load_register(shutil.copytree(tables, tmp_path / "b" / PROJECT_FOLDER))
    there = identify(later(), tmp_path / "elsewhere", register=taken_over)
    assert there["c#e1"] == there["d#e1"] == here["a#e1"]
    alone = identify(later(), tmp_path / "elsewhere")
    assert alone["c#e1"] != alone["d#e1"]


def test_what_is_withdrawn_is_known_no_longer(tmp_path):
    texts = [*novelist(), *later()]
    before = identify(texts, tmp_path / "none")
    path, tables = tmp_path / "ledger.jsonl", tmp_path / "a"
    decide(path, Verdict.POSITIVE)
    assert identify(texts, tables, ledger=replay(path)) != before
    assert list(tables.glob("*.tsv"))
    decide(path, Verdict.UNSURE)
    assert identify(texts, tables, ledger=replay(path)) == before
    assert not list(tables.glob("*.tsv"))


PEOPLE = "id\tcountry\tfamily\ten\tar\tru\tkk\tja\treading\tsource\n"


def test_the_tables_of_a_project_are_known_when_it_is_read(tmp_path):
    source = tmp_path / "01.en.txt"
    source.write_text("Fair opens\n\nQuorvin Xelathe met guests in Bishkek on Monday.\n", "utf-8")
    workspace = create_workspace(tmp_path / "project", Settings("Fair", ("KG", "KZ"), ("en",)))
    list(add_files(workspace, [source], at="2025-07-01T00:00:00Z", who="Mariam"))
    assert b"quorvin-xelathe" not in identities(workspace)
    folder = workspace.root / PROJECT_FOLDER
    folder.mkdir()
    row = "quorvin-xelathe\tKG\tlast\tQuorvin Xelathe\t\t\t\t\t\tsources/01\n"
    (folder / "people.tsv").write_text(PEOPLE + row, "utf-8")
    assert b'"register_id": "quorvin-xelathe"' in readings(workspace)
    assert b'"register_id": "quorvin-xelathe"' in identities(workspace)


def identities(workspace):
    report = build_project(workspace, until="identity")
    assert not report.failed, report.outcomes
    return (workspace.build / "identity" / "identities.json").read_bytes()


def readings(workspace):
    build_project(workspace, until="identity")
    return b"".join(p.read_bytes() for p in (workspace.build / "readings").glob("*.json"))
