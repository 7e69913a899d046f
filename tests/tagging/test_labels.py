"""Labels carry attached letters, and come back as the spans they were made from."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sijill.citation import Span
from sijill.documents.document import Token
from sijill.tagging.labels import decode_told, encode


def units(text: str) -> list[Token]:
    out, start = [], 0
    for word in text.split(" "):
        out.append(Token(start, start + len(word), word, word))
        start += len(word) + 1
    return out


def decode(row: Sequence[Token], labels: Sequence[str]) -> list[tuple[Span, int, int]]:
    return decode_told(row, [told for told in enumerate(labels) if told[1] != "O"])


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


@given(st.lists(st.lists(st.sampled_from(["O", "B0", "B1", "I", "L0", "L2", "U00"]), max_size=5)))
def test_spans_of_a_document_are_those_of_its_sentences(sentences: list[list[str]]) -> None:
    labels = [label for mine in sentences for label in mine]
    row = units(" ".join(["abcd"] * len(labels))) if labels else []
    expected, begins = [], [0]
    for mine in sentences:
        begin = begins[-1]
        begins.append(begin + len(mine))
        spans = decode(row[begin : begins[-1]], mine)
        expected += [(span, begin + first, begin + last) for span, first, last in spans]
    told = [(place, label) for place, label in enumerate(labels) if label != "O"]
    assert decode_told(row, told, begins) == expected
