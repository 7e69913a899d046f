"""No text makes a reader hang, and twice as much text takes about twice as long."""

import time
from pathlib import Path

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

CORPUS = Path(__file__).parents[2] / "corpus"
SECONDS = 2.0


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register(), seconds=SECONDS)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "م"),
        ("ar", "ورئيس "),
        ("ar", "«قال "),
        ("en", "A"),
        ("en", "“"),
        ("en", "President Smith of Japan and "),
        ("ru", "12 "),
        ("ru", "посетил Японию и встретился с министром "),
        ("kk", "-"),
        ("ja", "国"),
        ("ja", "「述べた"),
        ("ja", "田中太郎と"),
    ],
)
def test_no_end_of_a_sentence_is_no_end_of_reading(reader, language, words):
    text = words * (12_000 // len(words))
    reader.faults.clear()
    start = time.process_time()
    reading = reader.read(Document("s1", text, language, "2025-05-05"))
    # Between two looks at the clock lies a layer's own linear work, never a runaway.
    assert time.process_time() - start < 20 * SECONDS
    assert all(text[m.start : m.end] == m.text for m in reading.mentions)
    assert all("within" in what for _, _, what in reader.faults)


@pytest.mark.parametrize("language", ["ar", "en", "ja"])
def test_four_times_the_text_takes_about_four_times_as_long(language):
    paths = sorted((CORPUS / language).glob("*.txt"))[:5]
    text = "\n".join(path.read_text("utf-8") for path in paths)
    reader = Reader(load_register())
    reader.read(Document("s0", text, language))  # what a word weighs is known from now on

    def seconds(times: int) -> float:
        start = time.process_time()
        reader.read(Document("s1", "\n".join([text] * times), language, "2025-05-05"))
        return time.process_time() - start

    assert seconds(4) < 12 * seconds(1)
    assert reader.faults == []
