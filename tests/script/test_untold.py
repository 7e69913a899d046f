"""What no line of a script tells is named, each item with the reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from other_record import TEXT, other_record

from sijill.record.items import Record, StatementItem
from sijill.script.check import check_script
from sijill.script.compose import write_script
from sijill.script.pruning import LeftOut, prune
from sijill.script.untold import items_of, left_out


def rest_of(record: Record, chapters: tuple[str, ...] = ()) -> LeftOut:
    written = write_script(record, chapters=chapters)
    pruned = prune(written, check_script(written, record, {"en-1": TEXT}).faults)
    return left_out(written, pruned, record, chapters=chapters)


def why(record: Record, item: str, chapters: tuple[str, ...] = ()) -> str:
    return next(x.why for x in rest_of(record, chapters).items if x.id == item)


def test_everything_is_told_or_named() -> None:
    record = other_record()
    told = items_of(write_script(record))
    named = {x.id for x in rest_of(record).items}
    assert not told & named
    items = {x.id for x in (*record.events, *record.statements, *record.claims)}
    assert items <= told | named


def test_a_main_visit_without_a_traveller_is_named() -> None:
    record = other_record()
    nobody = replace(
        record,
        events=tuple(replace(e, participants=()) if e.id == "visit" else e for e in record.events),
    )
    assert "nothing tells who took part" in why(nobody, "visit")


@pytest.mark.parametrize("who", ["om", "terminals", "sultan"])
def test_what_is_told_with_its_day_is_not_told_again_without(who: str) -> None:
    record = other_record()
    talks = next(e for e in record.events if e.id == "talks")
    dated = replace(talks, id="dated", type="sanction", date="2031-03-20", participants=("om",))
    bare = replace(dated, id="bare", date=None, participants=(who,))
    both = replace(record, events=(*record.events, dated, bare))
    told = items_of(write_script(both))
    assert "dated" in told
    assert "bare" not in told
    assert why(both, "bare").startswith("dated, which is told, ")
    alone = replace(both, events=tuple(e for e in both.events if e.id != "dated"))
    assert "bare" in items_of(write_script(alone))


def test_an_outline_without_the_chapter_is_the_reason() -> None:
    assert "chapters" in why(other_record(), "visit", ("economy",))


def said(record: Record, **changed: object) -> Record:
    first = replace(record.statements[0], **changed)  # type: ignore[arg-type]
    return replace(record, statements=(first, *record.statements[1:]))


def test_words_that_need_a_translation_say_so() -> None:
    record = other_record()
    first: StatementItem = record.statements[0]
    assert "translate ar=" in why(said(record, event=None, topic="united_nations"), first.id)
    assert "by name" in why(said(record, speaker=None), first.id)


def test_what_did_not_stand_the_check_says_so() -> None:
    record = other_record()
    written = write_script(record)
    sentence = next(
        s for _, scene in written.scenes() for s in scene.sentences if "talks" in s.items
    )
    report = check_script(written, record, {})
    bad = [fault for fault in report.faults if fault.sentence_id == sentence.id]
    rest = left_out(written, prune(written, bad), record)
    assert rest.sentences
    assert next(x.why for x in rest.items if x.id == "talks") == (
        "its sentence did not stand the check"
    )
