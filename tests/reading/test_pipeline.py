import gc
from pathlib import Path

import pytest

from sijill.documents.deadline import check
from sijill.documents.document import Document
from sijill.errors import TableFault, UsageError
from sijill.reading import pipeline
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

GOLD = Path(__file__).parent.parent / "texts" / "gold"


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def broken(*_arguments, **_options):
    raise ValueError("broken by this text")


TEXT = "“We will meet again in May,” President Kassym-Jomart Tokayev said in Astana."


@pytest.mark.parametrize("layer", ["find_quotations", "find_events", "find_claims", "find_signals"])
def test_a_broken_layer_leaves_the_others(monkeypatch, layer):
    monkeypatch.setattr(pipeline, layer, broken)
    own = Reader(load_register())
    reading = own.read(Document("s1", TEXT, "en", "2025-04-02"))
    assert reading.mentions
    assert bool(reading.quotations) == (layer != "find_quotations")
    assert own.faults == [("s1", layer.removeprefix("find_"), "ValueError: broken by this text")]


@pytest.mark.parametrize("layer", ["find_dates", "with_values"])
def test_a_fault_in_dates_costs_no_names_people_and_quotations(monkeypatch, layer):
    monkeypatch.setattr(pipeline, layer, broken)
    own = Reader(load_register())
    reading = own.read(Document("s1", TEXT, "en", "2025-04-02"))
    assert own.faults == [("s1", "dates", "ValueError: broken by this text")]
    assert {"person", "place"} <= {m.kind.value for m in reading.mentions}
    assert [q.kind.value for q in reading.quotations] == ["direct"]
    assert reading.quotations[0].speaker is not None
    assert [m.value for m in reading.mentions if m.text == "May"] == ["2025-05"]


def test_text_without_entities_is_still_read(monkeypatch):
    monkeypatch.setattr(pipeline, "resolve", broken)
    own = Reader(load_register())
    reading = own.read(Document("s1", TEXT, "en"))
    assert reading.entities == ()
    assert [q.kind.value for q in reading.quotations] == ["direct"]


def test_a_broken_table_is_not_passed_over(monkeypatch):
    def table(*_arguments):
        raise TableFault("a broken table", path="here.tsv")

    monkeypatch.setattr(pipeline, "find_events", table)
    with pytest.raises(TableFault):
        Reader(load_register()).read(Document("s1", TEXT, "en"))


def test_an_unknown_language_is_refused(reader):
    with pytest.raises(UsageError, match="Sijill reads"):
        reader.read(Document("s1", "Bonjour", "fr"))


@pytest.mark.parametrize("language", ["ar", "en", "ru", "kk", "ja"])
@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "«", "a", "\u200f", "1", "会\n"])
def test_next_to_nothing_is_read_as_nothing(reader, language, text):
    reading = reader.read(Document("s1", text, language))
    assert (reading.quotations, reading.events, reading.claims) == ((), (), ())


def test_every_layer_quotes_the_text_exactly(reader):
    for path in sorted(GOLD.glob("*.txt")):
        text = path.read_text("utf-8")
        reading = reader.read(Document(path.stem, text, path.stem.split(".")[-1], "2025-01-01"))
        known = {e.id for e in reading.entities}
        assert all(text[m.start : m.end] == m.text for m in reading.mentions)
        assert all(text[q.start : q.end] == q.text for q in reading.quotations)
        assert all(text[c.start : c.end] == c.text for c in reading.claims)
        assert all(text[s.start : s.end] == s.text for s in reading.signals)
        for event in reading.events:
            assert event.evidence.start <= event.trigger.start < event.trigger.end
            assert event.trigger.end <= event.evidence.end
            assert set(event.participants) <= known
            assert event.place is None or event.place in known
        events = {e.id for e in reading.events}
        assert all(s.about in events | {None} for s in reading.signals)
        assert {q.speaker for q in reading.quotations} <= known | {None}
    assert reader.faults == []


def test_reading_twice_gives_the_same(reader):
    document = Document("s1", TEXT, "en", "2025-04-02")
    assert reader.read(document) == reader.read(document)
    assert reader.read(document) == Reader(load_register()).read(document)


def test_a_text_that_takes_too_long_gives_what_was_read(monkeypatch):
    def endless(*_arguments):
        while True:
            check()

    monkeypatch.setattr(pipeline, "find_quotations", endless)
    own = Reader(load_register(), seconds=0.5)
    reading = own.read(Document("s1", TEXT, "en", "2025-04-02"))
    assert reading.mentions
    assert (reading.quotations, reading.events) == ((), ())
    assert own.faults == [("s1", "quotations", "not read to the end within 0.5 seconds")]
    check()  # there is no limit outside of a reading


def test_a_text_that_is_too_long_is_read_up_to_a_place(monkeypatch):
    monkeypatch.setattr(pipeline, "LONGEST", len(TEXT))
    own = Reader(load_register())
    reading = own.read(Document("s1", TEXT + "\n" + TEXT, "en", "2025-04-02"))
    whole = Reader(load_register()).read(Document("s1", TEXT, "en", "2025-04-02"))
    assert reading.mentions == whole.mentions
    assert [layer for _, layer, _ in own.faults] == ["length"]


@pytest.mark.parametrize("language", ["ar", "en", "ru", "kk", "ja"])
def test_what_a_reading_needs_no_more_is_freed_by_itself(reader, language):
    paths = sorted(GOLD.glob(f"*.{language}.txt"))[:3]
    texts = [Document(path.stem, path.read_text("utf-8"), language) for path in paths]
    for text in texts:
        reader.read(text)  # tables are loaded, and what only loading needs is let go below
    gc.collect()
    gc.disable()
    try:
        for text in texts:
            reader.read(text)
        assert gc.collect() == 0
    finally:
        gc.enable()
        gc.unfreeze()


def test_cycles_of_others_are_looked_for_after_many_documents(monkeypatch):
    monkeypatch.setattr(pipeline, "LOOK_AGAIN", 3)
    own = Reader(load_register(), owns_process=True)
    for frozen in (True, True, False):
        own.read(Document("s1", TEXT, "en"))
        assert gc.isenabled()
        assert bool(gc.get_freeze_count()) == frozen


def test_a_reader_leaves_the_objects_of_others_to_the_collector() -> None:
    reader = Reader(load_register())
    before = gc.get_freeze_count()
    reader.read(Document("s1", "The king visited Oslo.", "en", "2025-05-05"))
    assert gc.isenabled()
    assert gc.get_freeze_count() == before
