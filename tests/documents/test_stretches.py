"""Of stretches in order those in a part of the text are given, as if all were looked at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.citation import Span
from sijill.documents.stretches import beginning_in, plain_beginning_in

_stretches = st.lists(st.integers(0, 20)).map(
    lambda places: [Span(p, p + 2) for p in sorted(places)]
)


@pytest.mark.parametrize("find", [beginning_in, plain_beginning_in], ids=["built", "plain"])
@given(stretches=_stretches, start=st.integers(-2, 23), end=st.integers(-2, 23))
def test_those_that_begin_between_two_places_are_given_in_order(find, stretches, start, end):
    expected = [s for s in stretches if start <= s.start < end]
    assert find(stretches, start, end) == expected
    assert find(tuple(stretches), start, end) == tuple(expected)


@pytest.mark.parametrize("find", [beginning_in, plain_beginning_in], ids=["built", "plain"])
def test_a_list_that_loses_what_it_holds_while_it_is_asked_is_a_fault(find):
    class Fleeting:
        @property
        def start(self):
            stretches.clear()
            return 3

    stretches = [Fleeting() for _ in range(9)]
    with pytest.raises(IndexError):
        find(stretches, 3, 5)
