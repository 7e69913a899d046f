"""A sign is folded by its function, in C as in Python, and each sign is asked for once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.sign_tables import Folder, FoldTable, PlainFolder
from sijill.word_tables import KERNELS

FOLDERS = [PlainFolder] + ([KERNELS.Folder] if KERNELS is not None else [])
#: Signs that are folded to one, to none, and to several, of one page and of many.
_texts = st.text("abAB1٣\0\uffff\ufffe東西\u0640…№𠀀𐐀", max_size=80)


def fold_one(sign: str) -> str:
    told = {"1": "one", "\u0640": "", "…": "...", "٣": "\0", "b": "\uffff", "西": "𠀀", "𐐀": ""}
    return told.get(sign, sign.lower())


@pytest.fixture(params=FOLDERS)
def make(request: pytest.FixtureRequest) -> Callable[..., Any]:
    folder: Callable[..., Any] = request.param
    return folder


def test_a_sign_is_asked_for_once(make: Callable[..., Any]) -> None:
    asked: list[str] = []

    def tell(sign: str) -> str:
        asked.append(sign)
        return fold_one(sign)

    folder = make(tell)
    texts = ["AB1", "", "1A東…", "…𠀀𠀀"]
    assert [*map(folder.fold, texts)] == ["abone", "", "onea東...", "...𠀀𠀀"]
    assert asked == ["A", "B", "1", "東", "…", "𠀀"]


def test_each_sign_tells_where_it_comes_from(make: Callable[..., Any]) -> None:
    folder = make(fold_one)
    assert folder.fold_with_origins("Aa東") == ("aa東", None)
    assert folder.fold_with_origins("") == ("", None)
    assert folder.fold_with_origins("A\u06401a") == ("aonea", [0, 2, 2, 2, 3, 4])


def test_what_is_no_text_or_no_letters_is_refused(make: Callable[..., Any]) -> None:
    def tell(sign: str) -> Any:
        if sign == "b":
            raise ArithmeticError(sign)
        return 5 if sign == "c" else sign

    folder = make(tell)
    assert folder.fold("a") == "a"
    for text in ("ab", "b" * 90):
        with pytest.raises(ArithmeticError):
            folder.fold(text)
    for text in ("ac", None, 5):
        with pytest.raises((TypeError, AttributeError)):
            folder.fold_with_origins(text)


@given(_texts)
def test_texts_are_folded_in_c_as_in_python(text: str) -> None:
    plain, folder = PlainFolder(fold_one), Folder(fold_one)
    for _ in range(2):  # once its signs are new, and once they are known
        assert folder.fold(text) == plain.fold(text)
        assert folder.fold_with_origins(text) == plain.fold_with_origins(text)


def test_signs_are_looked_up_by_number_and_as_they_are() -> None:
    table = FoldTable(fold_one)
    assert table["1"] == table[ord("1")] == "one"
