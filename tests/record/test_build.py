import os
import subprocess
import sys
import time
from pathlib import Path

from hand import Text, record_of

from sijill.record.verify import verify_record


def test_nothing_makes_an_empty_record():
    record = record_of()
    assert (record.events, record.statements, record.claims, record.rarities) == ((), (), (), ())


def test_an_empty_source_brings_nothing():
    assert record_of(Text("a", "")).events == ()


def test_a_date_that_is_none_is_not_told():
    text = Text("a", "Tokayev gave a lecture.", published="someday")
    text.event("lecture", "lecture", "tokayev", date="31 Brumaire")
    [lecture] = record_of(text).events
    assert lecture.date is None


def test_an_entity_that_nobody_knows_is_left_out():
    text = Text("a", "Tokayev gave a lecture.")
    text.event("lecture", "lecture", "tokayev nobody", place="nowhere")
    [lecture] = record_of(text).events
    assert (lecture.participants, lecture.place) == (("tokayev",), None)


def test_a_line_of_200_000_characters_is_no_trouble():
    words = "Tokayev gave a lecture " + "and spoke of trust " * 11_000
    text = Text("a", words, published="2025-12-20")
    text.event("lecture", "lecture", "tokayev", date="2025-12-19")
    text.claim("first", "gave a lecture")
    started = time.process_time()
    record = record_of(text)
    assert time.process_time() - started < 2
    assert len(record.events[0].citations[0].exact) < 1_000
    assert verify_record(record, {"a": words}) == []


def test_offsets_beyond_the_basic_plane_are_code_points():
    text = Text("a", "𝔗okayev 🦅 gave a lecture in Tokyo.", published="2025-12-20")
    text.event("lecture", "lecture", "tokayev", date="2025-12-19", place="tokyo")
    record = record_of(text)
    assert verify_record(record, {"a": text.text}) == []
    assert record.events[0].citations[0].exact.startswith("𝔗okayev 🦅")


SCRIPT = """
import sys
sys.path.insert(0, {folder!r})
from hand import Text, record_of
from sijill.serial import dumps
text = Text("a", "The Emperor received Tokayev at the Palace. He then saw Takaichi.",
            published="2025-12-19")
text.event("audience", "received", "naruhito tokayev", date="2025-12-18")
text.event("talks", "saw", "takaichi tokayev", date="2025-12-18")
text.claim("rare", "received Tokayev")
print(dumps(record_of(text)))
"""


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed():
    outputs = set()
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT.format(folder=str(Path(__file__).parent))],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1
