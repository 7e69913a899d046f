"""Labels carry attached letters, and come back as the spans they were made from."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sijill.citation import Span
from sijill.documents.document import Token
from sijill.tagging.labelling import OUTSIDE, Row, Rows, decode_rows
from sijill.tagging.labels import decode_letters, encode, letter_of
from sijill.tagging.weights import KINDS


def units(text: str) -> list[Token]:
    out, start = [], 0
    for word in text.split(" "):
        out.append(Token(start, start + len(word), word, word))
        start += len(word) + 1
    return out


def decode(row: list[Token], labels: list[str]) -> list[tuple[Span, int, int]]:
    return decode_letters(row, "".join(map(letter_of, labels)), labels.__getitem__)


def test_arabic_particle_and_kazakh_ending_stay_outside() -> None:
    assert encode(units("ولليابان اليوم"), [Span(2, 8)]) == ["U20", "O"]
    assert encode(units("Нұрлан Астанаға келді"), [Span(0, 13)]) == ["B0", "L2", "O"]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=3))
def test_labels_give_the_spans_back(pairs: list[tuple[int, int]]) -> None:
    row = units("aaaa bbbb cccc dddd eeee ffff")
    spans: list[Span] = []
    for first, last in sorted(pairs):
        if first <= last and (not spans or row[first].start > spans[-1].end):
            spans.append(Span(row[first].start, row[last].end))
    assert [s for s, _, _ in decode(row, encode(row, spans))] == spans


def test_broken_labels_do_no_harm() -> None:
    row = units("a b c")
    assert decode(row, ["L0", "B0", "O"])[0][0] == Span(2, 3)
    assert decode(row, ["I", "I", "L0"]) == []


SENTENCES = st.lists(
    st.lists(
        st.tuples(*[st.sampled_from(["O", "O", "B0", "B1", "I", "L0", "L2", "U00"])] * len(KINDS)),
        max_size=5,
    )
)


@given(SENTENCES)
def test_spans_of_a_document_are_those_of_its_sentences(sentences: list[list[Row]]) -> None:
    labelling = [OUTSIDE if row == OUTSIDE else row for mine in sentences for row in mine]
    tokens = units(" ".join(["abcd"] * len(labelling))) if labelling else []
    given_units: list[list[Token]] = []
    expected: list[list[tuple[Span, int, int]]] = [[] for _ in KINDS]
    begin = 0
    for mine in sentences:
        given_units.append(tokens[begin : begin + len(mine)])
        for kind, found in enumerate(expected):
            spans = decode(given_units[-1], [row[kind] for row in mine])
            found += [(span, begin + first, begin + last) for span, first, last in spans]
        begin += len(mine)
    assert decode_rows(given_units, labelling) == expected


def test_a_beginning_is_dropped_before_a_span_of_one_unit_and_closed_before_others() -> None:
    row = units("aa bb cc dd")
    assert decode(row, ["B0", "I", "U00", "O"]) == [(Span(6, 8), 2, 3)]
    assert decode(row, ["B0", "I", "B0", "O"]) == [(Span(0, 5), 0, 2), (Span(6, 8), 2, 3)]
    assert decode(row, ["B0", "I", "O", "U00"]) == [(Span(0, 5), 0, 2), (Span(9, 11), 3, 4)]


@given(st.lists(st.lists(st.integers(0, 2), min_size=len(KINDS), max_size=len(KINDS))))
def test_rows_are_the_labels_by_their_numbers(numbers: list[list[int]]) -> None:
    labels = [("O", f"B{kind}", "I") for kind in range(len(KINDS))]
    best = np.array(numbers, dtype=np.int64).reshape(-1, len(KINDS))
    rows = Rows(labels).of(best)
    assert rows == [tuple(map(tuple.__getitem__, labels, row)) for row in numbers]
    assert all(row is OUTSIDE for row in rows if row == OUTSIDE)
