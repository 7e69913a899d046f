"""Groups of tellings that are brought up to date are those that are made anew."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from random_told import parties, told_by

from sijill.citation import Citation
from sijill.dates import parse_edtf
from sijill.documents.document import Status
from sijill.tellings.merging import Merger
from sijill.tellings.told import Told


@pytest.mark.parametrize("seed", range(3))
def test_tellings_that_come_and_go_leave_the_groups_as_if_made_anew(seed: int) -> None:
    rng = Random(seed)
    pool = {f"s{number:02}": told_by(rng, f"s{number:02}") for number in range(60)}
    here = {source_id: pool[source_id] for source_id in rng.sample(sorted(pool), 40)}
    merger, guest, merged, kept, before = Merger(), "person", 0, 0, {}
    for _ in range(25):
        changed = set()
        if rng.random() < 0.3:
            guest, changed = ("body" if guest == "person" else "person"), {"guest"}
        found = merger.update(here, parties(guest), changed)
        anew = Merger().update(dict(sorted(here.items(), reverse=True)), parties(guest))
        assert found == anew
        assert sum(len(group.tellings) for group in found) == sum(map(len, here.values()))
        merged += sum(len(group.tellings) > 1 for group in found)
        kept += sum(id(group) in before for group in found)
        before = {id(group): group for group in found}
        here = dict(here)
        for source_id in rng.sample(sorted(here), rng.choice((0, 1, 1, 3, len(here) // 3))):
            del here[source_id]
        for source_id in rng.sample(sorted(pool), rng.choice((0, 1, 2, 30))):
            here.setdefault(source_id, pool[source_id])
        for source_id in rng.sample(sorted(here), rng.choice((0, 0, 1, 2))):
            here[source_id] = told_by(rng, source_id)
        for source_id in rng.sample(sorted(here), rng.choice((0, 2))):
            here[source_id] = tuple(replace(one) for one in here[source_id])
    assert merged > 100
    assert kept > 300, "a group that stays the same is the same object"


def told(source_id: str, place: str | None, *people: str) -> tuple[Told]:
    words = Citation(source_id, 0, 5, "words")
    day = parse_edtf("2025-12-18")
    one = Told(
        source_id, "e", "en", "lecture", Status.PLANNED, words, words, day, place, people,
        published=parse_edtf("2025-12-20"),
    )  # fmt: skip
    return (one,)


def test_what_another_telling_brought_together_comes_apart_without_it() -> None:
    """By people alone, and by place alone: nothing leads from the one to the other."""
    people = told("a", None, "naruhito", "takaichi", "kz", "tokayev")
    place = told("b", "tokyo")
    both = told("c", "imperial-palace-tokyo", "takaichi", "kz")
    merger = Merger()
    [whole] = merger.update({"a": people, "b": place, "c": both}, parties("person"))
    assert len(whole.tellings) == 3
    rest = {"a": people, "b": place}
    found = merger.update(rest, parties("person"))
    assert found == Merger().update(rest, parties("person"))
    assert [len(group.tellings) for group in found] == [1, 1]
