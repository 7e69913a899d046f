"""A text that very many outlets carry is one voice, and costs no more than its number."""

from __future__ import annotations

from random import Random

import pytest

from sijill.record.items import SourceNote
from sijill.record.voices import voices_among
from sijill.reuse import likely_copies
from sijill.reuse.anchors import Anchored
from sijill.reuse.crowds import LEADERS, followers
from sijill.reuse.links import Copies
from sijill.reuse.traces import Trace
from sijill.workbook import Workbook

NUMBER = 1_000
PHRASES = tuple(range(50_000, 50_060))


def carried(rng: Random, story: list[int], name: str, who: str) -> Trace:
    """A text as one more outlet has it: up to a third left out, some words of its own added."""
    runs = set(rng.sample(story, rng.randrange(200, 300)))
    runs |= {rng.randrange(10**6, 10**9) for _ in range(rng.randrange(40))}
    anchors = {f"person:{who}": 1, f"number:{who}": 1}
    return Trace(
        name, "en", f"2025-03-{rng.randrange(1, 6):02}", 2_000, 20, None, tuple(sorted(runs)),
        (Anchored(0, 20, 1, anchors),), (f"number:{who}",),
    )  # fmt: skip


def copies_of(number: int, who: str = "a", seed: int = 1) -> list[Trace]:
    rng = Random(seed)
    story = [rng.randrange(10**6, 10**9) for _ in range(300)]
    return [carried(rng, story, f"{who}{n:05}", who) for n in range(number)]


def strangers(number: int) -> list[Trace]:
    """Texts of the same days with the same phrases of the trade and all else their own."""
    rng = Random(5)
    return [
        carried(
            rng,
            [*PHRASES, *(rng.randrange(10**6, 10**9) for _ in range(240))],
            f"z{n:05}",
            f"stranger-{n}",
        )
        for n in range(number)
    ]


def notes(traces: list[Trace]) -> list[SourceNote]:
    return [
        SourceNote(t.source_id, t.source_id, "", "en", None, t.published, None, None, 0)
        for t in traces
    ]


def sizes(traces: list[Trace], workbook: Workbook | None = None) -> list[int]:
    found = voices_among(traces, notes(traces), workbook=workbook)
    return sorted((len(v.sources) for v in found), reverse=True)


def test_a_thousand_copies_are_one_voice_and_each_is_held_against_few(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = 0
    whole = Copies._copied

    def counted(self: Copies, one: Trace, other: Trace) -> object:
        nonlocal asked
        asked += 1
        return whole(self, one, other)

    monkeypatch.setattr(Copies, "_copied", counted)
    traces = [*copies_of(NUMBER), *strangers(30)]
    assert sizes(traces) == [NUMBER, *[1] * 30]
    assert asked < 3 * NUMBER


def test_the_reason_says_how_like_they_are() -> None:
    traces = copies_of(300)
    [voice] = voices_among(traces, notes(traces))
    assert voice.reason["en"].startswith("copies: ")
    assert "%" in voice.reason["en"]


def test_two_texts_that_very_many_carry_are_two_voices() -> None:
    traces = [*copies_of(300, "a", 1), *copies_of(300, "b", 2)]
    assert sizes(traces) == [300, 300]


def test_phrases_that_very_many_have_make_no_copies() -> None:
    assert sizes(strangers(300)) == [1] * 300


def test_who_else_carries_it_joins_the_voice_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likely_copies, "_COMMON", 20)
    workbook, rng = Workbook(), Random(3)
    two = [*copies_of(40, "a", 1), *copies_of(40, "b", 2), *strangers(5)]
    for number in (20, 70, 80, 30):
        some = rng.sample(two, number)
        found = voices_among(some, notes(some), workbook=workbook)
        assert found == voices_among(some, notes(some))
        carried_by = [{s[0] for s in voice.sources} for voice in found]
        assert sum("a" in names for names in carried_by) == 1
        assert all(len(names) == 1 for names in carried_by)
        workbook.turn()


def test_leaders_are_few_and_those_stay_that_are_repeated() -> None:
    asked: list[tuple[str, str]] = []

    def likeness(leader: str, text: str) -> float | None:
        asked.append((leader, text))
        return 1.0 if text.startswith("copy") and leader == "first" else None

    texts = ["first", *(name for n in range(200) for name in (f"copy{n}", f"other{n}"))]
    runs = dict.fromkeys(texts, (1, 2, 3))
    found = followers(texts, runs, likeness, shared=3)
    assert found == {f"copy{n}": "first" for n in range(200)}
    assert len(asked) <= LEADERS * len(texts)


def test_fewer_runs_than_make_a_pair_are_not_asked_about() -> None:
    runs = {"a": (1, 2, 3), "b": (1, 2, 4)}
    assert followers("ab", runs, lambda one, other: 1.0, shared=3) == {}
    assert followers("ab", runs, lambda one, other: 1.0, shared=2) == {"b": "a"}
