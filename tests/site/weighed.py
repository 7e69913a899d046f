"""What a record weighs, built by hand over a few sentences: figures, accounts, versions, guests, an
index, voices and decisions, added to the example of `conftest`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sijill.citation import Citation, Span, cite
from sijill.record.account_items import AccountItem, AccountVersion
from sijill.record.chains import Thread, ThreadLink
from sijill.record.items import (
    DecisionNote,
    FigureItem,
    Record,
    RecordEntity,
    SourceNote,
    VersionDifference,
    Voice,
)
from sijill.record.measures import IndexRun, IndexTrend, IndexYear, RelationshipIndex
from sijill.record.peer_rows import PeerRow, PeerValue
from sijill.serial import to_plain

if TYPE_CHECKING:
    from conftest import Example

TEXTS = {
    "ar-tests": (
        "ذاكرة سيميبالاتينسك\n\nولا تتفق المصادر على عددها: فموقع زاكون يذكر 456 تجربة، وموقع أوردا"
        " يذكر 468.\n"
    ),
    "en-trade": "Trade\n\nTrade came to $2 billion in 2024. The lecture was the first by a head"
    " of state from the region.\n",
    "ru-trade": "Торговля\n\nПо другим данным, в 2024 году было 1,8 млрд долларов."
    " Это была первая лекция главы государства.\n",
}


def words(source: str, exact: str) -> Citation:
    """Cite words that stand exactly once in one of the texts."""
    text = TEXTS[source]
    assert text.count(exact) == 1, exact
    return cite(source, text, Span(text.index(exact), text.index(exact) + len(exact)))


def figure(
    name: str, source: str, number: str, value: float, unit: str = "USD", **more: Any
) -> FigureItem:
    sentence = TEXTS[source].split("\n\n")[1].strip().split(". ")[0]
    given = {"measure": "trade", "period": "2024", **more}
    return FigureItem(
        id=name,
        value=value,
        unit=unit,
        citations=(words(source, sentence),),
        number=words(source, number),
        **given,
    )


def weigh(example: Example) -> Example:
    """Give the example with all that a record weighs; it has three texts more."""
    return replace(example, record=weighed_record(example.record), texts={**example.texts, **TEXTS})


def weighed_record(record: Record) -> Record:
    sources = tuple(
        SourceNote(name, f"{name}.txt", text.split("\n")[0], name[:2], None, None, None, None, 9)
        for name, text in TEXTS.items()
    )
    # A state whose id is a word of English.
    norway = RecordEntity("no", "place", {"ar": "النرويج", "en": "Norway"}, country="NO")
    audience = next(e for e in record.events if e.id == "v-audience")
    talks = next(e for e in record.events if e.id == "v-talks")
    decided = DecisionNote(3, "confirm", "Aigerim", "2026-11-26T06:12:33Z", "seen it", ("date",))
    differs = DecisionNote(
        4, "correct", "Timur", "2026-11-27T06:12:33Z", "", ("place",), ("place",)
    )
    events = tuple(
        replace(e, voices=3, sides=("JP", "KZ"), decisions=(decided,)) if e is audience
        else replace(e, decisions=(differs,)) if e is talks
        else e
        for e in record.events
    )  # fmt: skip
    named = DecisionNote(9, "correct", "Aigerim", "2026-11-26T06:12:33Z", "his own", ("name.en",))
    people = tuple(
        replace(e, decisions=(named,)) if e.id == "p-naruhito" else e for e in record.entities
    )
    return replace(
        record,
        sources=(*record.sources, *sources),
        entities=(*people, norway),
        events=events,
        figures=(
            figure("f-two", "en-trade", "2 billion", 2e9, disputed=("f-less",)),
            figure("f-less", "ru-trade", "1,8 млрд", 1.8e9, disputed=("f-two",)),
            # Names f-less, and is named by nobody: f-two stands for its value.
            figure("f-again", "en-trade", "$2 billion", 2e9, disputed=("f-less",)),
            figure("f-tests", "ar-tests", "456", 456, "count", measure="nuclear_tests",
                   period=None, bound="about", countries=("KZ",), event="v-talks"),
        ),
        accounts=(
            AccountItem(
                "account-1",
                "ar",
                words("ar-tests", "لا تتفق المصادر"),
                (words("ar-tests", TEXTS["ar-tests"].split("\n\n")[1].strip()),),
                (
                    AccountVersion(
                        words("ar-tests", "فموقع زاكون يذكر 456 تجربة"),
                        words("ar-tests", "موقع زاكون"),
                    ),
                    AccountVersion(words("ar-tests", "وموقع أوردا يذكر 468.")),
                ),
            ),
        ),
        versions=(
            VersionDifference(
                "scope",
                words("en-trade", "from the region"),
                words("ru-trade", "Это была первая лекция главы государства."),
                "ru-trade",
                {"ar": "حد", "en": "a limit"},
            ),
            VersionDifference("sentence", words("en-trade", "Trade came to $2 billion in 2024."),
                              None, "ru-trade", {"en": "a sentence"}),
            VersionDifference("number", words("en-trade", "2 billion"),
                              words("ru-trade", "1,8 млрд"), None, {"en": "a number"}),
        ),
        peers=(
            PeerRow("week-JP-2025-12-15", "JP", "p-tokayev", "Tokayev", "KZ", (
                PeerValue("received", "2025-12-18", audience.citations, alone=True),
                PeerValue("received_at", "imperial-palace-tokyo", references=("https://e.org/1",)),
                PeerValue("one_day", "yes", audience.citations, inferred=True),
            )),
            PeerRow("week-JP-2025-12-15", "JP", None, "A Guest", "MX", (
                PeerValue("received", "2025-12-19", references=("https://e.org/2",)),
                PeerValue("one_day", "no", references=("https://e.org/2",)),
            )),
        ),
        index=index(),
        threads=(
            Thread("format-talks", "format", {"en": "Talks of two"}, ("p-tokayev",), (
                ThreadLink("2024-08", audience.citations, "v-summit-2024", 1, "told", "postponed"),
                ThreadLink("2025-12-18", talks.citations, "v-talks", 2, "counted", "held"),
            ), missing=4),
            Thread("career-tokayev", "career", {"en": "Tokayev"}, ("p-tokayev",), (
                ThreadLink("2019-03-20/..", (), stage="term", post="head_of_state", body="KZ",
                           status="current", references=("CIA, 2026, https://e.org/f.json, seen",)),
                ThreadLink("2021/2022", (), stage="term", post="expert", body="JP", line=4),
            )),
        ),
        voices=(
            Voice("voice-en-trade", ("en-trade", "ru-trade"), {"en": "copies"}, ("KZ",)),
            Voice("voice-ar-tests", ("ar-tests",)),
        ),
    )  # fmt: skip


def index() -> RelationshipIndex:
    def year(number: int, value: float, word: str, *, grey: bool, **more: Any) -> IndexYear:
        return IndexYear(
            number, value, value - 5, value + 5, value, None, word, 0.6,
            "assumed" if grey else "measured", grey, 1.0, 1, **more,
        )  # fmt: skip

    return RelationshipIndex(
        between=("KZ", "JP"),
        events=12,
        years=(
            year(2023, 20.0, "first", grey=True),
            year(2024, -4.0, "fell", grey=False),
            year(2025, 31.0, "grew", grey=False, components={"dialogue": 31.0, "people": 0.0},
                 items=("v-audience", "gone")),
        ),
        every_year="contradicted",
        fallen=(2024,),
        trend=IndexTrend(((2023, 2025, 15.0),), None, None, None, None, None, "too_few", True),
        runs=(IndexRun("bounded", 0.9, (2025,), (), ()),),
        draws=500,
        seed=1,
    )  # fmt: skip


def ledger() -> list[dict[str, Any]]:
    """Give five lines as `sijill decisions --json` prints them."""
    said = to_plain([words("en-trade", "Trade came to $2 billion in 2024.")])

    def line(number: int, action: str, item: str, **more: Any) -> dict[str, Any]:
        return {
            "line": number, "at": f"2026-11-{number:02}T06:00:00Z", "who": "Timur", "why": "",
            "action": action, "item": item, "values": {}, "withdrawn_by": None, "reason": "",
            "citations": [],
        } | more  # fmt: skip

    return [
        line(3, "confirm", "v-audience", who="Aigerim", why="seen it",
             values={"fields": ["date"], "values": {"date": "2025-12-18", "place": "l-palace"}}),
        line(4, "correct", "v-talks", values={"place": "l-tokyo", "minutes": None}),
        line(5, "reject", "lecture-2001-abc", citations=said, reason="its item is gone"),
        line(6, "judge", "c-first", values={"verdict": "contradicted", "why": {"en": "Mexico."}},
             withdrawn_by=7),
        line(7, "withdraw", "6"),
        line(8, "different", "p-tokayev", values={"with": "p-naruhito"}),
    ]  # fmt: skip
