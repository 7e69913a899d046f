"""A unit that looked into the record is worked out again when what it was told has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hand import WORLD, Text

from sijill.citation import Citation
from sijill.documents.document import Status
from sijill.record.items import EventItem
from sijill.record.material import Material
from sijill.record.noted_material import noted_of
from sijill.tellings.parties import Parties
from sijill.workbook import Workbook

WORDS = (Citation("a", 0, 4, "They"),)
TEXT = Text("a", "They met.", "en")
EVENTS = (
    EventItem("e1", "visit", Status.HELD, WORDS, "2010-05-01", "tokyo", ("tokayev",)),
    EventItem("e2", "talks", Status.HELD, WORDS, "2010-05-02", "astana", ("abe", "tokayev")),
    EventItem("e3", "visit", Status.POSTPONED, WORDS, "2011", "astana", ("abe",)),
)


def material(*events: EventItem) -> Material:
    return Material(
        events,
        Parties(WORLD),
        ("KZ", "JP"),
        ("en",),
        {"a": TEXT.text},
        {"a": TEXT.reading()},
        {"a#1": "tokayev"},
        {f"a#{e.id}": e.id for e in events},
        ("a",),
        {e.id: e for e in events},
    )


def more(*events: EventItem) -> Material:
    return material(*EVENTS, *events)


VISIT = replace(EVENTS[0], id="e9")
HIROSHIMA = replace(EVENTS[0], id="e9", place="hiroshima")
OTHER_TEXT = replace(material(*EVENTS), texts={"a": "They parted."})
CASES: list[tuple[Callable[[Material], Any], Material]] = [
    (lambda m: m.lookup.number, more(VISIT)),
    (lambda m: m.lookup.of_type("visit"), more(VISIT)),
    (lambda m: m.lookup.of_status(Status.CANCELLED), more(replace(VISIT, status=Status.CANCELLED))),
    (lambda m: m.lookup.with_trait("once"), more(replace(VISIT, type="embassy_opened"))),
    (lambda m: m.lookup.number_of(("visit",)), more(VISIT)),
    (lambda m: m.lookup.of_kind(("visit",), venues=("jp",)), more(HIROSHIMA)),
    (lambda m: m.lookup.of_kind(("visit",), person="tokayev"), more(HIROSHIMA)),
    (lambda m: m.lookup.of_kind(("visit",), states=("KZ",)), more(HIROSHIMA)),
    (lambda m: m.events_by_id.get("e9"), more(VISIT)),
    (lambda m: "e9" in m.events_by_id, more(VISIT)),
    (lambda m: m.texts.get("a"), OTHER_TEXT),
    (lambda m: m.event_by_local.get("a#e9"), more(VISIT)),
]


@pytest.mark.parametrize(("ask", "after"), CASES)
def test_an_answer_that_changes_is_asked_for_again(
    ask: Callable[[Material], Any], after: Material
) -> None:
    page = Workbook().page("units")
    before = material(*EVENTS)

    assert noted_of(page, "u", (), before, ask) == ask(before)
    assert noted_of(page, "u", (), before, ask) == ask(before)
    assert page.made == 1
    assert ask(before) != ask(after)
    assert noted_of(page, "u", (), after, ask) == ask(after)
    assert page.made == 2


def test_what_lies_under_other_keys_changes_nothing() -> None:
    page = Workbook().page("units")

    def ask(of: Material) -> Any:
        near = of.lookup.of_kind(("visit",), venues=("tokyo",), person="tokayev")
        return near, of.events_by_id["e2"], of.parties.describe("abe", "en")

    first = noted_of(page, "u", (), material(*EVENTS), ask)
    assert noted_of(page, "u", (), more(HIROSHIMA), ask) == first
    assert page.made == 1


def test_nobody_may_look_at_everything() -> None:
    for ask in (lambda m: list(m.readings), lambda m: len(m.texts), lambda m: m.parties.all()):
        with pytest.raises(NotImplementedError):
            noted_of(Workbook().page("units"), "u", (), material(*EVENTS), ask)


def test_what_was_worked_out_for_all_is_known_to_each() -> None:
    page = Workbook().page("units")

    def ask(of: Material) -> int:
        return of.lookup.kept("texts", lambda: len(of.texts))

    def counted(of: Material) -> Material:
        ask(of)
        return of

    assert noted_of(page, "u", (), counted(material(*EVENTS)), ask) == 1
    assert noted_of(page, "u", (), counted(more(VISIT)), ask) == 1
    assert page.made == 1
    two = replace(material(*EVENTS), texts={"a": "", "b": ""})
    assert noted_of(page, "u", (), counted(two), ask) == 2
