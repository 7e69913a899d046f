"""Words are found wherever they stand, also inside of others, in C as in Python."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from typing import Any

import pytest

from sijill.known_words import PlainWords
from sijill.word_tables import KERNELS

KINDS = [PlainWords] + ([KERNELS.KnownWords] if KERNELS is not None else [])
SIGNS = "国会議員ーa1 \ud800\U00020000\x00"


@pytest.fixture(params=KINDS)
def make(request: pytest.FixtureRequest) -> Callable[..., Any]:
    kind: Callable[..., Any] = request.param
    return kind


def test_all_words_are_found_the_longest_first(make: Callable[..., Any]) -> None:
    words = make({"国会": 1, "国会議員": 2, "議": 3, "会議": 4})
    assert words.find("国会議員と国会") == [
        (0, 4, 2),
        (0, 2, 1),
        (1, 3, 4),
        (2, 3, 3),
        (5, 7, 1),
    ]
    assert words.find("") == words.find("員と") == make({}).find("国会") == []


def test_a_word_without_letters_is_refused(make: Callable[..., Any]) -> None:
    with pytest.raises(TypeError, match="one letter or more"):
        make({"a": 1, "": 2})


def test_words_that_are_apart_begin_behind_no_letter_and_no_digit(
    make: Callable[..., Any],
) -> None:
    told = {"oman": 1, "oma": 2, "an": 3}
    assert make(told, is_apart=True).find("roman") == []
    words = make(told, True)
    assert words.find("oman roman 1oman (an) oma") == [
        (0, 4, 1),
        (0, 3, 2),
        (18, 20, 3),
        (22, 25, 2),
    ]


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_the_kernels_find_what_python_finds() -> None:
    chance = random.Random(6)
    for size in range(1, 400, 7):
        words = {"".join(chance.choices(SIGNS, k=chance.randrange(1, 6))): n for n in range(size)}
        is_apart = size % 2 == 0
        mine, theirs = KERNELS.KnownWords(words, is_apart), PlainWords(words, is_apart)
        for length in (1, 2, 9, 200):
            text = "".join(chance.choices(SIGNS + "と", k=length))
            assert mine.find(text) == theirs.find(text)


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_what_is_no_word_is_refused_and_nothing_leaks() -> None:
    told = ["told"]
    before = sys.getrefcount(told)
    for wrong in ({"": told}, {b"word": told}, {"word": told, 1: told}, ["word"], None):
        with pytest.raises(TypeError):
            KERNELS.KnownWords(wrong)
    words = KERNELS.KnownWords({"word": told, "or": told})
    for no_text in (b"word", None, ["word"]):
        with pytest.raises(TypeError):
            words.find(no_text)
    assert words.find("words or") == [(0, 4, told), (1, 3, told), (6, 8, told)]
    del words
    assert sys.getrefcount(told) == before
