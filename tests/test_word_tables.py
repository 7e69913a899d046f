"""A word is told of once, in C as in Python, and no table grows without end."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Callable
from typing import Any

import pytest

from sijill.word_tables import KERNELS, MOST, WORD_LENGTH, PlainTable

TABLES = [PlainTable] + ([KERNELS.WordTable] if KERNELS is not None else [])


class Teller:
    """Tells of a word how long it is, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, word: str) -> int:
        self.asked.append(word)
        return len(word)


@pytest.fixture(params=TABLES)
def make(request: pytest.FixtureRequest) -> Callable[..., Any]:
    table: Callable[..., Any] = request.param
    return table


def test_each_word_is_asked_for_once(make: Callable[..., Any]) -> None:
    tell = Teller()
    table = make(tell)
    assert [table["ab"], table["كتاب"], table.__getitem__("ab"), table[""]] == [2, 4, 2, 0]
    assert tell.asked == ["ab", "كتاب", ""]
    assert table == {"ab": 2, "كتاب": 4, "": 0}
    assert "abc" not in table
    assert table.get("abc") is None
    assert list(map(table.__getitem__, ["ab", "abc"])) == [2, 3]


def test_a_full_table_begins_anew_and_keeps_no_long_word(make: Callable[..., Any]) -> None:
    tell = Teller()
    table = make(tell, most=3, longest=5)
    assert [table[word] for word in ("a", "b", "c" * 6, "c", "c" * 6)] == [1, 1, 6, 1, 6]
    assert list(table) == ["a", "b", "c"]
    assert table["d"] == 1
    assert list(table) == ["d"]
    usual = make(tell)
    for number in range(MOST + 1):
        usual[str(number)]
    assert list(usual) == [str(MOST)]
    assert usual["x" * WORD_LENGTH] == WORD_LENGTH
    assert usual["x" * (WORD_LENGTH + 1)] == WORD_LENGTH + 1
    assert list(usual) == [str(MOST), "x" * WORD_LENGTH]


def test_what_cannot_be_told_is_not_kept(make: Callable[..., Any]) -> None:
    def tell(word: str) -> int:
        if word == "bad":
            raise LookupError(word)
        return table["b"] + 1 if word == "a" else 1

    table = make(tell)
    with pytest.raises(LookupError, match="bad"):
        table["bad"]
    assert not table
    assert table["a"] == 2
    assert table == {"b": 1, "a": 2}
    with pytest.raises(TypeError):
        table[["no", "word"]]


def test_a_table_ends_with_all_that_it_holds(make: Callable[..., Any]) -> None:
    class Told:
        pass

    def told_here() -> weakref.ref[Any]:
        held: list[Any] = []
        table = make(lambda word: (held, Told()))
        held.append(table)  # in a circle
        return weakref.ref(table["word"][1])

    kept = told_here()
    gc.collect()
    assert kept() is None
    tell = Teller()
    table = make(tell)
    table["word"]
    before = sys.getrefcount(tell)
    del table
    assert sys.getrefcount(tell) == before - 1


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_a_table_in_c_refuses_what_is_no_function() -> None:
    for wrong in ((), (3,), (len, "many"), (len, 1, None)):
        with pytest.raises(TypeError):
            KERNELS.WordTable(*wrong)
    with pytest.raises(TypeError, match="nothing is told"):
        KERNELS.WordTable.__new__(KERNELS.WordTable)["word"]


def test_what_is_told_among_words_stands_by_their_places(make: Callable[..., Any]) -> None:
    tell = Teller()
    table = make(lambda word: tell(word) if len(word) % 2 else None)
    words = ["abc", "Яна", "ab", "", "ǅ", "9", "Éva", "abc"]
    assert table.told_among(words) == [(0, 3), (1, 3), (4, 1), (5, 1), (6, 3), (7, 3)]
    assert tell.asked == ["abc", "Яна", "ǅ", "9", "Éva"]
    assert table.told_among(tuple(words), True) == [(1, 3), (6, 3)]
    assert table.told_among([]) == []


def test_only_capitalised_words_are_asked_of_where_that_is_wanted(make: Callable[..., Any]) -> None:
    tell = Teller()
    assert make(tell).told_among(["abc", "Abc", "ǅ", "", "Ⅷ"], True) == [(1, 3), (4, 1)]
    assert tell.asked == ["Abc", "Ⅷ"]


def test_words_that_go_while_they_are_asked_of_are_not_told(make: Callable[..., Any]) -> None:
    words = ["a", "b", "c"]

    def tell(word: str) -> str:
        words.clear()
        return word

    assert make(tell).told_among(words) == [(0, "a")]
    with pytest.raises(TypeError):
        make(tell).told_among(["a", []])
