"""Of stretches in order those in a part of the text are given, as if all were looked at."""

from hypothesis import given
from hypothesis import strategies as st

from sijill.citation import Span
from sijill.documents.stretches import beginning_in

_stretches = st.lists(st.integers(0, 20)).map(
    lambda places: [Span(p, p + 2) for p in sorted(places)]
)


@given(_stretches, st.integers(-2, 23), st.integers(-2, 23))
def test_those_that_begin_between_two_places_are_given_in_order(stretches, start, end):
    expected = [s for s in stretches if start <= s.start < end]
    assert beginning_in(stretches, start, end) == expected
    assert beginning_in(tuple(stretches), start, end) == tuple(expected)
