"""The word right before a place is found from behind, as an expression would find it."""

import re

import pytest

from sijill.documents.last_word import last_joined_word, last_word
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
