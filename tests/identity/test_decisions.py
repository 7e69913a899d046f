from read_by_hand import Text

from sijill.identity.confirmed import write_confirmed
from sijill.identity.decisions import fields_of, judgements_from, unreadable
from sijill.identity.judgement import Verdict, judge
from sijill.identity.resolver import resolve
from sijill.ledger import append, replay
from sijill.register.load import load_register


def test_judgements_come_back_from_the_ledger_in_order(tmp_path):
    path = tmp_path / "decisions.jsonl"
    first = judge("a#e1", "b#e1", Verdict.POSITIVE, "his ring name", by="person:Mariam")
    second = judge("a#e1", "b#e1", Verdict.UNSURE, "not so sure", by="person:Omar")
    for number, made in enumerate((first, second)):
        append(
            path,
            at=f"2026-01-0{number + 1}T10:00:00Z",
            who=made.by.removeprefix("person:"),
            what="judgement",
            why=made.reason,
            fields=fields_of(made),
        )
    append(path, at="2026-01-03T10:00:00Z", who="Omar", what="correction", fields={"item": "x"})
    found = judgements_from(replay(path))
    assert [(a.verdict, a.reason, a.by, a.line) for a in found] == [
        (Verdict.POSITIVE, "his ring name", "person:Mariam", 1),
        (Verdict.UNSURE, "not so sure", "person:Omar", 2),
    ]


BOTH_ONE = {"left": "a", "right": "a", "verdict": "positive"}


def test_a_line_without_a_verdict_is_told(tmp_path):
    path = tmp_path / "decisions.jsonl"
    append(path, at="2026-01-01T10:00:00Z", who="M", what="judgement", fields={"left": "a"})
    append(path, at="2026-01-01T10:00:00Z", who="M", what="judgement", fields=BOTH_ONE)
    assert judgements_from(replay(path)) == []
    first, second = unreadable(replay(path))
    assert (first.line, first.who) == (1, "M")
    assert "right" in first.reason
    assert "both sides are “a”" in second.reason


def test_a_confirmed_name_is_known_to_the_next_source(tmp_path):
    one = Text("a", "ar", "فاز المصارع هاكوتاكا واسمه دانا أصلان.", "2025-01-01")
    one.has("P", "هاكوتاكا")
    one.has("P", "دانا أصلان", country="KZ")
    same = judge("a#e1", "a#e2", Verdict.POSITIVE, "his ring name", by="person:Mariam")
    register = load_register()
    found = resolve(
        [one.reading], register, languages=("ar", "en"), texts={"a": one.text}, decisions=[same]
    )
    files = write_confirmed(tmp_path, found, register)
    assert [f.name for f in files] == ["names.tsv", "people.tsv"]
    assert "confirmed by Mariam" in files[0].read_text("utf-8")
    extended = load_register(tmp_path)
    (entity_id,) = set(found.entity_by_local.values())
    assert extended.entries[entity_id].names["ar"] == ("دانا أصلان", "هاكوتاكا")
    assert "en" not in extended.entries[entity_id].names  # ours, not a source's
    other = Text("b", "ar", "فاز هاكوتاكا مرة أخرى.", "2026-01-01")
    key = other.has("P", "هاكوتاكا")
    again = resolve([other.reading], extended, languages=("ar",), texts={"b": other.text})
    assert again.entity_by_local[key] == entity_id


def test_nothing_confirmed_writes_nothing(tmp_path):
    one = Text("a", "ar", "فاز المصارع هاكوتاكا.", "2025-01-01")
    one.has("P", "هاكوتاكا")
    register = load_register()
    found = resolve([one.reading], register, languages=("ar",), texts={"a": one.text})
    assert write_confirmed(tmp_path, found, register) == []
