"""A word comes with its folded form, in C as in Python, and both are the same strings each time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.documents.kernels import KERNELS
from sijill.documents.met_words import PlainMetWords
from sijill.text import fold_word
from sijill.word_tables import WORD_LENGTH

KINDS = [PlainMetWords] + ([KERNELS.MetWords] if KERNELS is not None else [])


@pytest.fixture(params=KINDS)
def make(request: pytest.FixtureRequest) -> Callable[..., Any]:
    kind: Callable[..., Any] = request.param
    return kind


def fresh(word: str) -> str:
    """Give a word as a string of its own."""
    return "".join([*word])


def test_a_word_comes_with_its_folded_form(make: Callable[..., Any]) -> None:
    words = make(fold_word)
    told = [words[word] for word in ("Ёлка", "باكو", "Ёлка", "")]
    assert told == [("Ёлка", "елка"), ("باكو", "باكو"), ("Ёлка", "елка"), ("", "")]


def test_a_word_is_folded_once_and_stays_the_same_string(make: Callable[..., Any]) -> None:
    asked: list[str] = []

    def fold(word: str) -> str:
        asked.append(word)
        return word.lower()

    words = make(fold)
    first, again = words[fresh("Gabala")], words[fresh("Gabala")]
    assert asked == ["Gabala"]
    assert first[0] is again[0]
    assert first[1] is again[1] is words[fresh("gabala")][0] is words[fresh("gabala")][1]


def test_what_is_longer_than_a_word_is_not_kept(make: Callable[..., Any]) -> None:
    words = make(str.lower)
    long = "A" * (WORD_LENGTH + 1)
    assert words[long] == (long, long.lower())
    assert len(words) == 0


def test_no_more_words_are_kept_than_it_may_hold(make: Callable[..., Any]) -> None:
    words = make(str.lower, most=3)
    for number in range(100):
        assert words[f"A{number}"] == (f"A{number}", f"a{number}")
        assert words["b"] == ("b", "b")
        assert len(words) <= 4


def test_what_folds_may_meet_words_or_fail(make: Callable[..., Any]) -> None:
    def fold(word: str) -> str:
        if word == "?":
            raise KeyError(word)
        for number in range(2000 if word == "A" else 0):
            assert words[f"B{number}"] == (f"B{number}", f"b{number}")
        return word.lower()

    words = make(fold)
    assert words["A"] == ("A", "a")
    with pytest.raises(KeyError):
        words["?"]
    assert words["A"] == ("A", "a")


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_words_and_their_forms_are_strings():
    with pytest.raises(TypeError):
        KERNELS.MetWords(str.lower)[1]
    with pytest.raises(TypeError):
        KERNELS.MetWords(len)["ab"]


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
@given(st.lists(st.text("aAbBёЁоة\u00e9東𠀀", max_size=4), max_size=60))
def test_words_are_told_alike_with_and_without_the_kernels(asked):
    kept, plain = KERNELS.MetWords(fold_word, most=20), PlainMetWords(fold_word, most=20)
    assert [kept[word] for word in asked] == [plain[word] for word in asked]
