from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from sijill.errors import FormatFault
from sijill.record.signal_notes import SignalNote
from sijill.site.page_data import _as_on_the_page, _one_stop, page_data

if TYPE_CHECKING:
    from conftest import Example


def data_of(example: Example, **changes: Any) -> dict[str, Any]:
    given = {
        "record": example.record,
        "script": example.script,
        "trace": example.trace,
        "texts": example.texts,
    } | changes
    return page_data(
        given["record"], given["script"], given["trace"], given["texts"], language="ar"
    )


def cut(data: dict[str, Any], number: int) -> str:
    passage = data["passages"][number]
    units = data["sources"][passage["source"]]["text"].encode("utf-16-le")
    start, end = passage["span"]
    return units[2 * start : 2 * end].decode("utf-16-le")


def test_every_sentence_shows_exactly_the_words_it_cites(example: Example) -> None:
    data = data_of(example)
    for _, scene in example.script.scenes():
        for sentence in scene.sentences:
            shown = next(s for s in data["sentences"] if s["id"] == sentence.id)
            assert [cut(data, n) for n in shown["passages"]] == [
                c.exact for c in sentence.citations
            ]


def test_every_item_shows_exactly_the_words_it_cites(example: Example) -> None:
    data = data_of(example)
    record = example.record
    for kind, items in (
        ("events", record.events),
        ("statements", record.statements),
        ("claims", record.claims),
    ):
        for item in items:
            shown = next(one for one in data[kind] if one["id"] == item.id)
            assert [cut(data, n) for n in shown["passages"]] == [c.exact for c in item.citations]


def test_every_marked_place_lies_in_a_paragraph(example: Example) -> None:
    data = data_of(example)
    for passage in data["passages"]:
        start, end = passage["span"]
        paragraphs = data["sources"][passage["source"]]["paragraphs"]
        assert any(a <= start and end <= b for a, b in paragraphs)


def test_events_stand_in_the_order_of_time(example: Example) -> None:
    assert [event["id"] for event in data_of(example)["events"]] == [
        "v-2008", "v-pena", "v-summit-2024", "v-2025", "v-audience", "v-talks",
    ]  # fmt: skip


def test_what_was_told_as_until_a_day_stands_at_that_day(example: Example) -> None:
    events = tuple(
        replace(e, date="../2025-05-21") if e.id == "v-pena" else e for e in example.record.events
    )
    data = data_of(example, record=replace(example.record, events=events))
    assert [event["id"] for event in data["events"]] == [
        "v-2008", "v-summit-2024", "v-pena", "v-2025", "v-audience", "v-talks",
    ]  # fmt: skip


def test_a_name_the_register_has_is_shown_to_readers_of_its_language(example: Example) -> None:
    first, second, *rest = example.record.entities
    register_id = "kassym-jomart-tokayev"
    named = replace(first, names={"en": "K. J. Tokayev"}, register_id=register_id)
    record = replace(example.record, entities=(named, second, *rest))
    tokayev, naruhito, *_ = data_of(example, record=record)["entities"]
    assert tokayev["names"]["en"] == "K. J. Tokayev"
    assert tokayev["names"]["kk"] == "Қасым-Жомарт Тоқаев"
    # Nobody of the register: what the record has, and nothing else.
    assert set(naruhito["names"]) == set(second.names)


def test_what_is_counted_has_a_name_and_its_guests(example: Example) -> None:
    (rarity,) = example.record.rarities
    record = replace(example.record, rarities=(rarity, replace(rarity, scope="arab_states")))
    data = data_of(example, record=record)
    assert [note["scope"] for note in data["rarities"]] == ["all", "arab_states"]
    assert data["labels"]["rarity"]["palace_luncheon"]["en"] == "a luncheon at the palace"
    # The first of the words of a region is its name, the others are looked for in claims.
    assert data["labels"]["region"]["arab_states"]["en"] == "Arab states"


def test_rows_point_at_sentences_and_a_silent_scene_at_none(example: Example) -> None:
    data = data_of(example)
    assert data["rows"][0]["sentence"] == -1
    assert [data["sentences"][row["sentence"]]["id"] for row in data["rows"][1:]] == [
        "s1.1", "s1.2", "s1.3", "s2.1", "s2.2",
    ]  # fmt: skip


def test_a_sentence_only_the_film_has_is_told_by_the_trace(example: Example) -> None:
    example.trace["rows"][1] |= {"sentence": "s9.9", "show": {"ar": "جملة من المحرر"}}
    data = data_of(example)
    assert data["sentences"][data["rows"][1]["sentence"]]["lines"] == {"ar": "جملة من المحرر"}


def test_a_source_whose_text_changed_orphans_its_words(example: Example) -> None:
    example.texts["en-unu"] = "x" + example.texts["en-unu"]
    orphans = [p for p in data_of(example)["passages"] if "exact" in p]
    assert [p["exact"] for p in orphans] == [
        "President Enrique Peña Nieto of Mexico delivered it at its headquarters on 9 April 2013"
    ]


def test_only_web_addresses_become_links(example: Example) -> None:
    hostile = [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "HTTPS://example.org/a",
    ]
    sources = tuple(
        replace(source, url=url)
        for source, url in zip(example.record.sources[: len(hostile)], hostile, strict=True)
    )
    urls = [
        s["url"]
        for s in data_of(example, record=replace(example.record, sources=sources))["sources"]
    ]
    assert urls == [None, None, None, "HTTPS://example.org/a"]
    assert data_of(example)["rarities"][0]["references"] == ["https://example.org/visit/1"]


def test_a_signal_shows_its_words_and_how_it_stands_beside_the_class(example: Example) -> None:
    event = example.record.events[0]
    text = {"en": "Guard of honour: promised.", "ar": "حرس الشرف: مقرر."}
    note = SignalNote("guard_of_honour", event.id, "expected", text, event.citations[:1])
    data = data_of(example, record=replace(example.record, signals=(note,)))
    [shown] = data["signals"]
    assert (shown["event"], shown["standing"], shown["text"]) == (event.id, "expected", text)
    assert [cut(data, n) for n in shown["passages"]] == [event.citations[0].exact]
    assert data["labels"]["signal"]["guard_of_honour"]["ar"] == "حرس الشرف"


def test_a_trace_of_another_format_is_refused(example: Example) -> None:
    with pytest.raises(FormatFault, match="sijill.trace/1"):
        data_of(example, trace={"format": "sijill.trace/0"})


def test_there_is_a_page_before_there_is_a_film(example: Example) -> None:
    data = data_of(example, trace={})
    assert data["rows"] == []
    assert [chapter["start"] for chapter in data["chapters"]] == [None, None]
    assert len(data["sentences"]) == 5


def test_labels_are_those_in_use(example: Example) -> None:
    labels = data_of(example)["labels"]
    assert set(labels["type"]) == {"visit", "audience", "talks", "summit", "lecture"}
    assert labels["country"]["MX"]["ar"] == "المكسيك"
    assert {"ar", "en", "ru", "kk", "ja"} <= set(labels["language"])


def test_a_chapter_that_could_not_be_told_is_named(example: Example) -> None:
    assert data_of(example)["missing"] == [
        {
            "title": {
                "ar": "الاقتصاد",
                "en": "Economy",
                "ru": "Экономика",
                "kk": "Экономика",
                "ja": "経済",
            },
            "why": {"ar": "لا مشروع في السجل", "en": "no project on record"},
        }
    ]


def test_an_abbreviation_that_ends_a_sentence_ends_it_alone() -> None:
    assert _one_stop("Независимость – 16 декабря 1991 г..") == "Независимость – 16 декабря 1991 г."
    assert _one_stop("И так далее...") == "И так далее..."


def test_a_length_is_shown_as_surely_as_its_words_tell_it(example: Example) -> None:
    record = example.record
    event = record.events[0]
    spoken = replace(
        event.citations[0], exact="Talks began shortly after 10:00 and lasted about 40 minutes."
    )
    sources = tuple(replace(s, language="en") for s in record.sources)
    timed = replace(
        event, details={"minutes": 40, "begins": "10:00"}, citations=(spoken,), tellings=()
    )
    exact = replace(timed, citations=(replace(spoken, exact="Talks lasted 40 minutes."),))
    for given, bounds in ((timed, {"minutes": "about", "begins": "after"}), (exact, {})):
        changed = replace(record, sources=sources, events=(given, *record.events[1:]))
        data = data_of(example, record=changed)
        [shown] = [e for e in data["events"] if e["id"] == event.id]
        assert (shown["bounds"], shown["clock"]) == (bounds, None)


def test_notes_have_their_days_as_the_page_writes_them() -> None:
    notes = {"en": "Astana, August 28, 2004.", "ru": "Астана, 28 августа 2004 г.."}
    assert _as_on_the_page(notes) == {
        "en": "Astana, 28 August 2004.",
        "ru": "Астана, 28 августа 2004 г.",
    }
