from __future__ import annotations

import json
from pathlib import Path

from sijill.film.cut import Cut
from sijill.film.trace import make_trace, write_trace


def test_every_frame_is_in_exactly_one_row(cut: Cut) -> None:
    trace = make_trace(cut)
    assert trace.rows[0].start == 0
    assert [row.end for row in trace.rows[:-1]] == [row.start for row in trace.rows[1:]]
    assert trace.rows[-1].end == trace.frames == cut.frames


def test_a_row_names_sentence_items_and_words(cut: Cut) -> None:
    trace = make_trace(cut)
    line = cut.narration[1]
    row = next(r for r in trace.rows if r.sentence == "protocol-2.1")
    assert (row.start, row.end) == (line.start, line.end)
    assert row.show["en"] == "The film says that this is rare."
    assert row.items == ("item-protocol-2.1",)
    assert row.citations[0].exact == "هذا الحدث"
    silent = trace.rows[trace.rows.index(row) - 1]
    assert silent.sentence is None
    assert silent.items == ("item-protocol-2.1", "item-protocol-2.2")


def test_the_file_states_its_format(cut: Cut, tmp_path: Path) -> None:
    write_trace(cut, tmp_path / "trace.json")
    plain = json.loads((tmp_path / "trace.json").read_text("utf-8"))
    assert (plain["format"], plain["fps"], plain["language"]) == ("sijill.trace/1", 25, "ar")
    assert plain["chapters"][0]["title"]["en"] == "Protocol"
    assert plain["rows"][1]["kind"] == "paraphrase"
