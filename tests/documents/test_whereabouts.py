"""What stands at, in and over a place is given, in C as in Python, as if all were looked at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.documents.document import PERSON, PLACE, Mention, MentionKind, Sentence
from sijill.documents.whereabouts import NESTED, PlainWhereabouts, Whereabouts

_kinds = st.sampled_from(list(MentionKind))
_spans = st.tuples(st.integers(0, 60), st.integers(0, 12), _kinds)
_places = st.integers(-3, 80)


def mentions_of(spans):
    mentions = [
        Mention(f"m{number}", kind, start, start + length, "")
        for number, (start, length, kind) in enumerate(spans)
    ]
    return tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))


def sentences_of(starts):
    return tuple(Sentence(start, start + 1, 0) for start in sorted(starts))


def both(starts, spans):
    given = sentences_of(starts), mentions_of(spans), lambda: None
    return [make(*given) for make in (Whereabouts, PlainWhereabouts)]


@given(st.lists(st.integers(0, 60), min_size=1), st.lists(_spans, max_size=40), _places, _places)
def test_both_give_the_same_of_any_text(starts, spans, start, end):
    built, plain = both(starts, spans)
    assert built.sentence_index(start) == plain.sentence_index(start)
    assert built.sentence_at(start) is plain.sentence_at(start)
    assert built.mention_over(start, end) is plain.mention_over(start, end)
    assert built.mentions_in(start, end) == plain.mentions_in(start, end)
    for kinds in ((PERSON,), [PLACE, PERSON], {PERSON}, ()):
        assert built.mentions_in(start, end, kinds) == plain.mentions_in(start, end, kinds)
        assert built.mentions_in(start, end, iter(kinds)) == plain.mentions_in(start, end, kinds)


@given(st.lists(_spans, max_size=40), _places, _places)
def test_all_are_looked_at(spans, start, end):
    mentions = mentions_of(spans)
    begun = [m for m in mentions if m.start <= start][-NESTED:]
    over = next((m for m in begun if end <= m.end), None)
    inside = [m for m in mentions if start <= m.start < end and m.end <= end]
    for told in both([], spans):
        assert told.mention_over(start, end) == over
        assert told.mentions_in(start, end) == inside


@pytest.mark.parametrize("told", both([], []), ids=["built", "plain"])
def test_a_text_of_nothing_has_no_sentence(told):
    assert told.sentence_index(5) == 0
    assert told.mention_over(0, 0) is None
    assert told.mentions_in(0, 9, (PERSON,)) == []
    with pytest.raises(IndexError):
        told.sentence_at(5)


@pytest.mark.parametrize("make", [Whereabouts, PlainWhereabouts], ids=["built", "plain"])
def test_who_asks_again_and_again_is_stopped_when_the_time_is_over(make):
    class OverError(Exception):
        pass

    def check():
        raise OverError

    told = make(sentences_of([0]), (), check)
    with pytest.raises(OverError):
        [told.sentence_at(0) for _ in range(100)]
    with pytest.raises(OverError):
        told.mention_over(0, 0)


@pytest.mark.parametrize("make", [Whereabouts, PlainWhereabouts], ids=["built", "plain"])
def test_what_has_no_place_is_a_fault(make):
    with pytest.raises(AttributeError):
        make((object(),), (), lambda: None)
    told = make(sentences_of([0]), (), lambda: None)
    for place in ("1", None):
        with pytest.raises(TypeError):
            told.sentence_at(place)
