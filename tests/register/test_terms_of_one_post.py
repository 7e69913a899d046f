"""All terms of one post follow each other: nobody sits beside somebody, nobody sits for ever."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from sijill.dates import parse_edtf
from sijill.register.entries import Term
from sijill.register.load import load_register

#: Posts that one person holds at a time.
SINGLE = ("head_of_state", "head_of_government", "foreign_minister", "monarch", "head_igo")

#: States whose heads and foreign ministers are known without a day's gap, as far as days are known.
CLOSE = ("JP", "KZ")

FAR = date(9999, 12, 31)
# The day on which a page was looked at says nothing of the term.
SEEN = re.compile(r"seen \d{4}-\d\d-\d\d")
Held = tuple[str, Term]


def started(term):
    """Give the first and the last day on which a term can have begun."""
    return parse_edtf(term.since).sort_key


def ended(term):
    """Give the first and the last day on which a term can have ended."""
    return parse_edtf(term.until).sort_key if term.until else (FAR, FAR)


def in_order(held):
    return sorted(held, key=lambda h: (*started(h[1]), *ended(h[1]), h[0]))


def beside(held):
    """Give the pairs of people whose terms surely run at the same time, the day of change left out.

    A year or a month of change is nobody's fault: terms are beside each other only if the earlier
    one surely ended after the later one surely began.
    """
    ordered = in_order(held)
    return [
        (a, b)
        for n, (a, first) in enumerate(ordered)
        for b, second in ordered[n + 1 :]
        if ended(first)[0] > started(second)[1]
    ]


def gaps(held):
    """Give the pairs of people between whom a post surely stood empty for more than a week."""
    ordered = in_order(held)
    week = timedelta(days=7)
    return [
        (a, b)
        for (a, first), (b, second) in pairwise(ordered)
        if ended(first)[1] != FAR and started(second)[0] - ended(first)[1] > week
    ]


def held_posts():
    posts = {}
    for entry in load_register().entries.values():
        for term in entry.terms:
            if term.post in SINGLE and term.body and term.since:
                posts.setdefault((term.post, term.body), []).append((entry.id, term))
    return posts


def term(since, until):
    return Term("foreign_minister", "XX", since, until, "a test")


@pytest.mark.parametrize(
    ("first", "second", "is_beside", "is_gap"),
    [
        (("2001-02-03", "2002-05-06"), ("2002-05-06", None), False, False),
        (("2001-02-03", "2002-05"), ("2002-05-06", None), False, False),
        (("2001", "2002"), ("2002", None), False, False),
        (("2001-02-03", "2002-05-06"), ("2002-05-01", None), True, False),
        (("2001-02-03", None), ("2002-05-01", None), True, False),
        (("2001-02-03", "2002-06"), ("2002-05", None), True, False),
        (("2001-02-03", "2002-05-06"), ("2002-06", None), False, True),
        (("2001", "2002"), ("2003-02", None), False, True),
    ],
)
def test_what_is_beside_and_what_is_a_gap(first, second, is_beside, is_gap):
    held = [("b", term(*second)), ("a", term(*first))]
    assert beside(held) == ([("a", "b")] if is_beside else [])
    assert gaps(held) == ([("a", "b")] if is_gap else [])


def test_one_who_sits_within_the_term_of_another_is_beside_him():
    held = [("a", term("2001", "2009")), ("b", term("2003", "2004")), ("c", term("2005", "2006"))]
    assert beside(held) == [("a", "b"), ("a", "c")]


def test_nobody_holds_a_post_beside_somebody():
    assert {post: found for post, held in held_posts().items() if (found := beside(held))} == {}


def test_posts_of_japan_and_kazakhstan_change_hands_within_days():
    found = {
        post: gap for post, held in held_posts().items() if post[1] in CLOSE and (gap := gaps(held))
    }
    assert found == {}


def test_a_post_has_one_present_holder_at_most():
    for post, held in held_posts().items():
        present = [who for who, term in held if term.until is None]
        assert len(present) <= 1, (post, present)


def test_a_present_holder_is_present_by_a_source_with_a_date():
    undated = [
        (who, post)
        for post, held in held_posts().items()
        for who, term in held
        if term.until is None and not re.search(r"\b(19|20)\d\d\b", SEEN.sub("", term.source))
    ]
    # Named by the pages of their own bodies, which bear no date.
    assert {post for _, post in undated} <= {("head_igo", "who")}
