from hypothesis import given
from hypothesis import strategies as st

from sijill.documents.document import Document, Mention, MentionKind
from sijill.documents.passage import Passage

_spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1]))


def passage_with(spans):
    mentions = [
        Mention(f"m{number}", MentionKind.PERSON, start, end, "")
        for number, (start, end) in enumerate(spans)
    ]
    return Passage(Document("a", "x" * 60, "en"), (), mentions, ())


@given(st.lists(_spans, max_size=20), _spans)
def test_the_first_of_the_mentions_that_cover_a_stretch_is_given(spans, asked):
    passage = passage_with(spans)
    start, end = asked
    begun = [m for m in passage.mentions if m.start <= start][-12:]
    expected = next((m for m in begun if end <= m.end), None)
    assert passage.mention_over(start, end) is expected


def test_a_nested_mention_does_not_hide_the_one_around_it():
    passage = passage_with([(0, 20), (4, 6), (8, 10)])
    found = passage.mention_over(8, 15)
    assert found is not None
    assert (found.start, found.end) == (0, 20)
    assert passage.mention_over(18, 21) is None


@given(st.lists(_spans, max_size=12))
def test_uncovered_are_the_mentions_over_which_there_is_no_other(spans):
    passage = passage_with(spans)
    alone = [m for m in passage.mentions if passage.mention_over(m.start, m.end) is m]
    assert passage.uncovered == alone
