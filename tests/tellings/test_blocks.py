"""What may tell of one happening shares a block; what names other people shares none."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hand import WORLD, person
from random_told import parties, told_by

from sijill.citation import Citation
from sijill.dates import parse_edtf
from sijill.documents.document import Status
from sijill.tellings.blocks import marks_of, times_asked, times_kept
from sijill.tellings.likeness import Likeness, compare, needed
from sijill.tellings.parties import Parties
from sijill.tellings.told import Told

DAY = parse_edtf("2025-12-18")


def told(source_id: str, kind: str, *participants: str) -> Told:
    words = Citation(source_id, 0, 5, "words")
    return Told(
        source_id, "e1", "en", kind, Status.HELD, words, words, DAY, "tokyo", participants,
        published=DAY,
    )  # fmt: skip


def meet(one: Told, other: Told, known: Parties, *, whoever: bool = False) -> bool:
    """Say whether the first finds the second where it looks, `whoever` that names."""
    asked, kept = set(marks_of(one, known)[0]), set(marks_of(other, known)[1])
    if whoever:
        asked, kept = ({mark.rstrip("?") for mark in marks} for marks in (asked, kept))
    at = set(times_asked(one)) & set(times_kept(other.date))
    return bool(at) and not asked.isdisjoint(kept)


@pytest.mark.parametrize("seed", range(5))
def test_whoever_tells_one_happening_is_not_missed_for_the_people(seed):
    rng, known, found = Random(seed), parties("person"), 0
    tellings = [one for number in range(60) for one in told_by(rng, f"s{number:02}")]
    for one, other in product(tellings, repeat=2):
        likeness = compare(one, other, known)
        if not isinstance(likeness, Likeness) or likeness.score < needed(one):
            continue
        if one.type == other.type and meet(one, other, known, whoever=True):
            found += 1
            assert meet(one, other, known), (one, other)
    assert found > 20


@pytest.mark.parametrize(
    ("kind", "one", "other", "is_found"),
    [
        ("talks", ("tokayev", "naruhito"), ("mirziyoyev", "takaichi"), False),
        ("talks", ("tokayev", "naruhito"), ("mirziyoyev", "naruhito"), True),
        ("talks", ("tokayev", "takaichi"), (), True),
        ("talks", ("tokayev", "takaichi"), ("kz", "jp"), True),
        ("lecture", ("tokayev",), ("mirziyoyev",), False),
        ("exhibition", ("tokayev",), ("mirziyoyev", "takaichi", "naruhito"), True),
        ("exhibition", ("tokayev",), ("mirziyoyev", "takaichi"), False),
    ],
)
def test_a_person_of_few_is_looked_for_by_name(kind, one, other, is_found):
    known = Parties([*WORLD, person("guest", "KZ")])
    left, right = told("s1", kind, *one), told("s2", kind, *other)
    assert meet(left, right, known) is is_found
