"""What one person said: the same words are found, and only they are."""

from __future__ import annotations

import random

import pytest

from sijill.reuse.same_words import same_words
from sijill.text import fold

WORDS = (
    "trade",
    "grows",
    "our",
    "states",
    "opened",
    "new",
    "routes",
    "across",
    "water",
    "with",
    "and",
)


def _runs(text: str) -> set[str]:
    letters = "".join(c for c in fold(text) if c.isalnum())
    return {letters} if len(letters) < 20 else {letters[n : n + 6] for n in range(len(letters) - 5)}


@pytest.mark.parametrize("seed", range(5))
def test_all_that_share_enough_runs_are_found(seed: int) -> None:
    chance = random.Random(seed)
    texts = []
    for _ in range(40):
        whole = [chance.choice(WORDS) for _ in range(chance.randint(1, 14))]
        cut = chance.randint(0, len(whole) - 1)
        texts += [" ".join(whole), " ".join(whole[cut:]), " ".join([*whole[:cut], "indeed"])]
    runs = [_runs(text) for text in texts]

    expected = [
        tuple(
            at
            for at, other in enumerate(runs)
            if len(one & other) >= 0.6 * min(len(one), len(other))
        )
        for one in runs
    ]

    assert same_words(texts, "en") == expected
    assert len({len(places) for places in expected}) > 3


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "More than 214 foreign firms work here", "More than 517 foreign firms work here"),
        ("ru", "Здесь работают более 76 компаний", "Здесь работают более 142 компаний"),
        ("ar", "تعمل في البلاد أكثر من 214 شركة", "تعمل في البلاد أكثر من 692 شركة"),
        ("kk", "Елде 76-дан астам компания жұмыс істейді", "Елде 806-дан астам компания жұмыс істейді"),
        ("ja", "国内では214社以上の外資系企業が事業を行っております", "国内では517社以上の外資系企業が事業を行っております"),
    ],
)  # fmt: skip
def test_other_figures_are_other_words(language: str, one: str, other: str) -> None:
    assert same_words([one, other], language) == [(0,), (1,)]


def test_a_part_without_the_figure_is_the_same_words() -> None:
    whole = "We opened 14 new routes across the water and the roads with our two ports"
    part = "routes across the water and the roads with our two ports"

    assert same_words([whole, "Something else altogether was said", part], "en") == [
        (0, 2),
        (1,),
        (0, 2),
    ]


def test_one_number_in_two_spellings_is_one() -> None:
    plain = "نستقبل في البلاد أكثر من 214 شركة أجنبية"
    eastern = "نستقبل في البلاد أكثر من ٢١٤ شركة أجنبية"

    assert same_words([plain, eastern], "ar") == [(0, 1), (0, 1)]
