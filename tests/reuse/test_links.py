"""Links and voices that are brought up to date are those found from nothing, and cost only what is
new."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from five_languages import notes

from sijill.edtf import days_apart, read_date
from sijill.record.voices import voices_among
from sijill.reuse import candidates, likely_copies, likely_pairs
from sijill.reuse.anchors import Anchored
from sijill.reuse.links import Copies, Link, Retellings, retold
from sijill.reuse.shingles import containment
from sijill.reuse.traces import Trace
from sijill.reuse.versions import share_half
from sijill.workbook import Workbook

FORMULA_DAYS, NEWS_DAYS, RUN_COMMON, ANCHOR_COMMON, SHORT = 20, 6, 5, 4, 12


@pytest.fixture
def low_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few texts be many, so that runs and anchors turn common and runs formulas all the time."""
    monkeypatch.setattr(candidates, "SAME_NEWS_DAYS", NEWS_DAYS)
    monkeypatch.setattr(likely_copies, "FORMULA_DAYS", FORMULA_DAYS)
    monkeypatch.setattr(likely_copies, "_COMMON", RUN_COMMON)
    monkeypatch.setattr(likely_copies, "_SHORT", SHORT)
    monkeypatch.setattr(likely_pairs, "_COMMON", ANCHOR_COMMON)


def made_up(rng: Random, number: int) -> Trace:
    """A text that was cut from one of a few stories, with words of its own and formulas."""
    language, story = rng.choice(("en", "en", "ru")), rng.randrange(9)
    own = range(1000 * story, 1000 * story + 40)
    runs = {*rng.sample(own, rng.randrange(8, 30)), *rng.sample(range(90_000, 90_030), 6)}
    runs |= {rng.randrange(10**6, 10**9) for _ in range(rng.randrange(6))}
    day = rng.choice(
        (None, "2025-03", *[f"2025-0{1 + n // 28}-{1 + n % 28:02}" for n in range(90)])
    )
    if day and rng.random() < 0.6:
        day = f"2025-03-{1 + story + rng.randrange(6):02}"
    sentences, start = [], 0
    for _ in range(rng.randrange(1, 5)):
        anchors = {f"person:{story}-{rng.randrange(8)}": 1, f"place:{rng.randrange(9)}": 1}
        anchors |= {f"number:{100 * story + rng.randrange(4)}": rng.randrange(1, 3)}
        sentences.append(Anchored(start, start + 20, 1, anchors))
        start += 20
    figures = {a for s in sentences for a in s.anchors if a.startswith("number:")}
    return Trace(
        f"s{number:03}",
        language,
        day,
        start,
        len(sentences),
        rng.choice((None, "agency")),
        tuple(sorted(runs)),
        tuple(sentences),
        tuple(sorted(figures)),
    )


def rounds(seed: int, number: int) -> list[dict[str, Trace]]:
    """What is there in one round after the other: texts come, go, come back and change."""
    rng = Random(seed)
    pool = [made_up(rng, n) for n in range(110)]
    here = {t.source_id: t for t in rng.sample(pool, 70)}
    found = [here]
    for _ in range(number):
        here = dict(here)
        for source_id in rng.sample(sorted(here), rng.choice((0, 1, 1, 3, len(here) // 3))):
            del here[source_id]
        for text in rng.sample(pool, rng.choice((0, 2, 4, 9, 60))):
            here.setdefault(text.source_id, text)
        for source_id in rng.sample(sorted(here), rng.choice((0, 0, 1, 4))):
            here[source_id] = replace(made_up(rng, 0), source_id=source_id)
        found.append(here)
    return found


def is_one_news(one: Trace, other: Trace) -> bool:
    a, b = read_date(one.published), read_date(other.published)
    return a is None or b is None or days_apart(a, b) <= NEWS_DAYS


def own_runs(texts: list[Trace]) -> dict[str, frozenset[int]]:
    """What each text of a language has that does not come back at other times."""
    days: dict[int, list] = {}
    for text in texts:
        for run in text.runs:
            days.setdefault(run, []).extend([text.day] if text.day else [])
    formulas = {
        run
        for run, found in days.items()
        if found and (max(found) - min(found)).days > FORMULA_DAYS
    }
    return {t.source_id: frozenset(t.runs) - formulas for t in texts}


def likely_and_alike(texts: dict[str, Trace]) -> dict[tuple[str, str], float]:
    """The pairs to be compared whole and the share of runs they have in common, by definition."""
    found = {}
    for language in {t.language for t in texts.values()}:
        own = own_runs([t for t in texts.values() if t.language == language])
        sample = {
            i: runs if len(runs) <= SHORT else {r for r in runs if r % 4 == 0}
            for i, runs in own.items()
        }
        had = Counter(run for runs in sample.values() for run in runs)
        for left, right in combinations(sorted(own), 2):
            common = [r for r in sample[left] & sample[right] if had[r] <= RUN_COMMON]
            if len(common) >= 3 and is_one_news(texts[left], texts[right]):
                found[left, right] = containment(own[left], own[right])
    return found


def to_be_told(texts: dict[str, Trace]) -> set[tuple[str, str]]:
    """The pairs that may be retellings, by definition."""
    anchors = {i: {a for s in t.sentences for a in s.anchors} for i, t in texts.items()}
    length = {i: 1 + sum(len(s.anchors) for s in t.sentences) for i, t in texts.items()}
    had = Counter(a for own in anchors.values() for a in own)
    return {
        (left, right)
        for left, right in combinations(sorted(texts), 2)
        if any(had[a] <= ANCHOR_COMMON for a in anchors[left] & anchors[right])
        and is_one_news(texts[left], texts[right])
        and max(length[left], length[right]) <= 4 * min(length[left], length[right])
    }


@pytest.mark.usefixtures("low_limits")
@pytest.mark.parametrize("seed", range(4))
def test_copies_brought_up_to_date_are_those_by_definition(seed: int) -> None:
    copies, turned, before, texts_before = Copies(), 0, {}, {}
    for texts in rounds(seed, 40):
        found = copies.update(texts)
        assert found == Copies().update(texts)
        alike = likely_and_alike(texts)
        assert {(n.left, n.right): n.likeness for n in found}.items() <= alike.items()
        linked = {(n.left, n.right) for n in found}
        for (left, right), share in alike.items():
            one, other = texts[left], texts[right]
            people = [
                [*t.figures, *(a for s in t.sentences for a in s.anchors if a[:7] == "person:")]
                for t in (one, other)
            ]
            if share >= 0.35 and share_half(*people):
                assert (left, right) in linked
        same = {i for i in texts if texts_before.get(i) is texts[i]}
        turned += sum(
            same.issuperset(pair) and alike.get(pair) != before.get(pair)
            for pair in alike.keys() | before.keys()
        )
        before, texts_before = alike, texts
    assert turned > 50, "runs became formulas or common because of other texts"


@pytest.mark.usefixtures("low_limits")
@pytest.mark.parametrize("seed", range(4))
def test_retellings_brought_up_to_date_are_those_by_definition(seed: int) -> None:
    held: set[tuple[str, str]] = set()

    def told(one: Trace, other: Trace) -> Link:
        held.add((one.source_id, other.source_id))
        return Link(one.source_id, other.source_id, "retold", float(one.size + other.size))

    retellings, real, before, texts_before, saved = Retellings(told), Retellings(), set(), {}, 0
    for texts in rounds(seed, 40):
        held.clear()
        links = retellings.update(texts)
        found = {(n.left, n.right) for n in links}
        assert found == to_be_told(texts)
        assert {n.likeness for n in links} == {
            float(texts[n.left].size + texts[n.right].size) for n in links
        }
        assert real.update(texts) == Retellings().update(texts)
        same = {i for i in texts if texts_before.get(i) is texts[i]}
        kept = {pair for pair in found & before if same.issuperset(pair)}
        assert not held & kept, "held side by side once more"
        saved += len(kept)
        before, texts_before = found, texts
    assert saved > 500


@pytest.mark.usefixtures("low_limits")
def test_voices_brought_up_to_date_are_those_found_from_nothing() -> None:
    workbook, sizes = Workbook(), set()
    for texts in rounds(11, 30):
        found = voices_among(texts.values(), notes(texts), workbook=workbook)
        assert found == voices_among(list(texts.values())[::-1], notes(texts))
        assert sorted(s for voice in found for s in voice.sources) == sorted(texts)
        sizes |= {len(voice.sources) for voice in found}
        workbook.turn()
    assert {1, 2, 3} <= sizes


def test_one_text_more_is_held_against_likely_ones_alone(traces: dict[str, Trace]) -> None:
    asked: list[tuple[str, str]] = []

    def told(one: Trace, other: Trace) -> Link | None:
        asked.append((one.source_id, other.source_id))
        return retold(one, other)

    retellings = Retellings(told)
    whole = retellings.update(traces)
    before = len(asked)
    added = replace(next(iter(traces.values())), source_id="zz", runs=())
    retellings.update({**traces, "zz": added})

    assert before
    assert len(asked) > before
    assert all("zz" in pair for pair in asked[before:])
    assert retellings.update(traces) == whole
    assert len({*asked}) == len(asked)


def test_a_voice_is_told_anew_only_where_it_changed(traces: dict[str, Trace]) -> None:
    workbook = Workbook()
    whole = voices_among(traces.values(), notes(traces), workbook=workbook)
    workbook.turn()
    assert voices_among(traces.values(), notes(traces), workbook=workbook) == whole
    assert workbook.made() == {}
    workbook.turn()
    less = dict(list(traces.items())[1:])
    voices_among(less.values(), notes(less), workbook=workbook)
    assert workbook.made() == {"retold together": 1, "voices": 1}
