"""The words that a table knows come out with their places, with the kernels and without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.documents import lookups
from sijill.documents.kernels import KERNELS, VERSION
from sijill.documents.lookups import WORD, find_known
from sijill.word_tables import WordTable

#: A table that knows every word.
ALL: WordTable[str | None] = WordTable(lambda word: word)
#: Words of any beginning may be known.
ANY: WordTable[bool] = WordTable(lambda head: True)


def test_words_are_given_with_their_places_where_the_table_knows_them() -> None:
    known = WordTable({"3": "a number", "мая.": "a month"}.get)
    assert find_known("3—5 мая.", 0, 8, known, ANY) == [(0, 1, "a number"), (4, 8, "a month")]
    assert find_known("3—5 мая.", 1, 7, known, ANY) == []


def test_a_word_is_a_run_of_letters_a_number_or_a_sign() -> None:
    text = "мая² 1990s a.m. ٣م مُدَرِّس, _x u\u0301"
    assert [word for _, _, word in find_known(text, 0, len(text), ALL, ANY)] == [
        "мая", "1990", "s", "a.", "m.", "٣", "م", "مُدَرِّس", ",", "x", "u", "\u0301",
    ]  # fmt: skip


@pytest.mark.parametrize("kernels", [None, KERNELS])
def test_only_words_whose_first_letters_promise_it_are_asked_for(monkeypatch, kernels):
    monkeypatch.setattr(lookups, "KERNELS", kernels)
    heads = {"May": True, "on": True, "met": False}
    assert find_known("on May met Mayor", 0, 16, ALL, heads) == [
        (0, 2, "on"), (3, 6, "May"), (11, 16, "Mayor"),
    ]  # fmt: skip


_texts = st.text("aBсң 5.,٥أُـー東²ⁿ①_-\n\u3000\u0301𠀀", max_size=30) | st.text(max_size=20)


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
@given(_texts, st.integers(-2, 31), st.integers(-2, 31))
def test_words_are_the_same_without_the_kernels(text, start, end):
    with pytest.MonkeyPatch.context() as without:
        without.setattr(lookups, "KERNELS", None)
        expected = find_known(text, start, end, ALL, ANY)
    assert find_known(text, start, end, ALL, ANY) == expected


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_every_character_is_in_a_word_for_both_or_for_none():
    text = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
    found = find_known(text, 0, len(text), ALL, ANY)
    assert [(start, end) for start, end, _ in found] == [m.span() for m in WORD.finditer(text)]


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
@given(st.lists(st.text("aBs\0\U0010ffff", max_size=3), max_size=12))
def test_what_is_kept_of_first_letters_is_of_one_table_alone(words):
    text = " ".join([*words, *words])
    none: WordTable[bool] = WordTable(lambda head: False)
    some: WordTable[bool] = WordTable(lambda head: head[-1] in "a\0")
    for heads in (some, none, ANY, some):
        expected = lookups._find(text, 0, len(text), ALL, heads)
        assert find_known(text, 0, len(text), ALL, heads) == expected


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_more_first_letters_than_are_kept_are_told_apart():
    heads: WordTable[bool] = WordTable(lambda head: ord(head[0]) % 3 == 1)
    text = " ".join(map(chr, range(0x4E00, 0x9000)))
    for _ in range(2):
        found = [text[start:end] for start, end, _ in find_known(text, 0, len(text), ALL, heads)]
        assert found == [sign for sign in text.split() if ord(sign) % 3 == 1]


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_what_a_table_refuses_is_passed_on():
    with pytest.raises(KeyError):
        KERNELS.find_known("a b", 0, 3, {"a": 1}, ANY)
    with pytest.raises(KeyError):
        KERNELS.find_known("a b", 0, 3, ALL, {"a": True})
    with pytest.raises(TypeError):
        KERNELS.find_known("a", 0, 1, None, ANY)


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_a_change_of_what_the_kernels_take_raises_their_version():
    # With the old number, what was built before would be called with what it does not know.
    names = (
        "asked_at_times",
        "asked_once",
        "beginning_in",
        "find_known",
        "MetWords",
        "tokenize",
        "Whereabouts",
    )
    taken = [getattr(KERNELS, name).__doc__.split(")")[0] for name in names]
    assert (VERSION, *taken) == (
        15,
        "asked_at_times(function",
        "asked_once(function",
        "beginning_in(places: list | tuple, start: int, end: int",
        "find_known(text: str, start: int, end: int, table: dict, heads: dict",
        "MetWords(fold, most=65536",
        "tokenize(text: str, start: int, end: int, way: tuple",
        "Whereabouts(sentences: tuple, mentions: tuple, check",
    )
