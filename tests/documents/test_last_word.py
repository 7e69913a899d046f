"""The word right before a place is found from behind, as an expression would find it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.documents.last_word import last_joined_word, last_word, word_before
from sijill.documents.quotation_marks import OPENING

PLAIN = re.compile(r"([^\W\d_]+)\s+\Z")
JOINED = re.compile(rf"([^\W\d_]+(?:[-'’.][^\W\d_]+)*)[{OPENING}(\s]*\Z")
TEXTS = [
    "",
    " ",
    "Li",
    "said Li ",
    "said Li\u3000\n",
    "said  \u2003 ",
    "an al-Ain ",
    "x.Y-Z’w « (",
    "die ‹ „",
    "in 2019 ",
    "5th of May_ ",
    "وقال «",
    "said, ",
    "said -",
    "о'Коннор\u00a0",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_last_word_is_that_of_the_plain_expression(text: str) -> None:
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            plain, joined = PLAIN.search(text[start:end]), JOINED.search(text[start:end])
            found = last_word(text, start, end)
            assert (found and found.span()) == (
                plain and (start + plain.start(1), start + plain.end(1))
            )
            found = last_joined_word(text, start, end)
            assert (found and found.span()) == (
                joined and (start + joined.start(1), start + joined.end(1))
            )


def test_word_before_is_what_the_blank_at_a_place_closes() -> None:
    assert word_before("met his counterpart", 8, 24) == "his"
    assert word_before("met «his counterpart", 9, 24) == "his"
    assert word_before("met his counterpart", 7, 24) == ""
    assert word_before("in 1999 he", 8, 24) == ""
    assert word_before("counterpart of", 12, 5) == "part"
    assert word_before("", 0, 5) == ""


@given(st.text(alphabet="ab яأّ1_².-« ", max_size=14), st.integers(1, 14), st.data())
def test_word_before_is_the_longest_run_of_letters(
    text: str, most: int, data: st.DataObject
) -> None:
    end = data.draw(st.integers(0, len(text)))
    found = re.search(r"([^\W\d_]+) \Z", text[max(0, end - most) : end])
    assert word_before(text, end, most) == (found.group(1) if found else "")
