"""A trace is of one source alone, can be kept, and gives the same voices when it was."""

from __future__ import annotations

import json

from five_languages import collection, notes
from hand import Text

from sijill.record.voices import voices_among, voices_of
from sijill.reuse.traces import Trace, trace_of
from sijill.serial import dumps, from_plain


def test_what_was_kept_as_json_gives_the_same_voices(traces: dict[str, Trace]) -> None:
    kept = [from_plain(Trace, json.loads(dumps(trace))) for trace in traces.values()]
    readings, texts, who = collection()

    found = voices_among(kept, notes(traces))

    assert kept == list(traces.values())
    assert found == voices_of(readings, texts, notes(traces), who)
    assert max(len(voice.sources) for voice in found) == 5


def test_only_its_own_people_make_a_trace(traces: dict[str, Trace]) -> None:
    readings, texts, who = collection()
    for reading in readings:
        own = {k: v for k, v in who.items() if k.partition("#")[0] == reading.source_id}
        assert trace_of(reading, texts[reading.source_id], own) == traces[reading.source_id]


def test_a_text_without_words_has_a_trace() -> None:
    text = Text("a", "")
    found = trace_of(text.reading(), text.text)
    assert (found.runs, found.sentences, found.size) == ((), (), 0)
