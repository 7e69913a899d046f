import re
import resource
import sys
from array import array

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sijill.documents import beginnings, kernels
from sijill.documents.deadline import OutOfTimeError, check, time_limit
from sijill.documents.kernels import KERNELS
from sijill.documents.pattern_steps import Step, expression_of, steps_of
from sijill.documents.patterns import PatternTable
from sijill.errors import TableFault
from sijill.kernels import load_kernels

pytestmark = pytest.mark.skipif(KERNELS is None, reason="no kernels were built")

_letters = st.text("abé5_.", min_size=1, max_size=4)
_signs = st.sampled_from(["*", "#", " ", " ~ ", "~", ","])


def _bracket(inner):
    ways = st.lists(inner, min_size=1, max_size=3).map("/".join)
    return st.builds("({}){}".format, ways, st.sampled_from(["", "?"]))


_patterns = st.lists(
    st.recursive(_letters | _signs, _bracket, max_leaves=6), min_size=1, max_size=5
).map("".join)


def beginning_with(*letters):
    """Give a table with a pattern for each of these beginnings."""
    table = KERNELS.Beginnings(())
    table.add([(letter, rank, False, "") for rank, letter in enumerate(letters)], len(letters))
    return table


def end_of(steps, text, place):
    """Give where the kernels end a match at a place; the place itself for none."""
    table = beginning_with(text[place])
    found = table.find(text, lambda *_: steps, check, True)
    return next((-end for start, end, _ in found[0] if start == place), place)


@given(_patterns, st.text("abé5_., \n?。\u3000٣", min_size=1, max_size=30), st.data())
def test_steps_find_what_the_expression_finds(pattern, text, data):
    place = data.draw(st.integers(0, len(text) - 1))
    assume(not text[place].isspace())
    for is_japanese in (False, True):
        match = re.compile(expression_of(pattern, 4, is_japanese=is_japanese)).match(text, place)
        steps = steps_of(pattern, 4, is_japanese=is_japanese)
        assert end_of(steps, text, place) == (match.end() if match else place)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("ab", [Step.LETTERS, 2, 97, 98, Step.EDGE]),
        ("a(b/c)", [1, 1, 97, Step.EITHER, 5, 1, 1, 98, Step.GO_ON, 3, 1, 1, 99]),
        ("a?", [Step.EITHER, 3, 1, 1, 97]),
        ("a* b", [Step.NEAR, 19, 1, 98, Step.LETTERS, 1, 97]),
    ],
)
def test_a_pattern_is_written_as_steps(pattern, expected):
    steps = array("i", steps_of(pattern, 60, is_japanese=False)).tolist()
    assert steps[: len(expected)] == expected
    assert steps[-1] == Step.MATCHED


def test_nothing_stands_before_what_may_be_missing():
    with pytest.raises(ValueError, match="nothing before"):
        steps_of("?a", 60, is_japanese=False)


@pytest.mark.parametrize(
    "steps",
    [
        [],
        [99],
        [-1],
        [Step.LETTERS],
        [Step.LETTERS, 5, 97],
        [Step.LETTERS, -1],
        [Step.GO_ON, 50],
        [Step.GO_ON, -50],
        [Step.EITHER, 1],
        [Step.ENDING],
        [Step.GAP, 5],
        [Step.NEAR, 5],
        [Step.NEAR, 5, 2, 97],
        [Step.NEAR, 5, -1],
    ],
)
def test_what_are_no_steps_is_refused(steps):
    with pytest.raises(ValueError, match="no steps"):
        end_of(array("i", steps).tobytes(), "ab", 0)


@pytest.mark.parametrize(
    ("row", "error"),
    [
        (("a", 1, False, ""), ValueError),
        (("a", -1, False, ""), ValueError),
        (("", 0, False, ""), ValueError),
        (("a", 0, False), TypeError),
        ((b"a", 0, False, ""), TypeError),
        (["a", 0, False, ""], TypeError),
    ],
)
def test_what_is_no_beginning_is_refused(row, error):
    with pytest.raises(error):
        KERNELS.Beginnings(()).add([row], 1)


@pytest.mark.parametrize("fronts", [("a",), ((1,),), []])
def test_what_are_no_fronts_is_refused(fronts):
    with pytest.raises(TypeError):
        KERNELS.Beginnings(fronts)


def test_a_pattern_with_many_beginnings_is_found_once():
    steps = steps_of("a*", 60, is_japanese=False)
    table = KERNELS.Beginnings(())
    rows = [
        ("a", False, ""),
        ("ab", False, ""),
        ("abc", True, ""),
        ("d", True, ""),
        ("d", True, "e"),
    ]
    table.add(sorted((letters, 0, *rest) for letters, *rest in rows), 1)
    assert table.find("abc", lambda *_: steps, check, False) == [[(0, -3, 0)]]
    steps = steps_of("d", 60, is_japanese=False)
    table.add([("d", 0, True, ""), ("d", 0, True, "e")], 1)
    assert table.find("d e", lambda *_: steps, check, False)[1] == [(0, -1, 0)]


_words = st.lists(st.text("وفبكلات ", min_size=1, max_size=8), min_size=1, max_size=6)
_parts = st.sampled_from(
    ["a", "ab", "abcdefg", "b*", "#", "a-b", "(a/b c)", "(a )?", "(b*/#)", "c(b/a (b/c))", "(ab)?"]
)
_behind = st.tuples(st.sampled_from([" ", " ~ ", "", "-"]), _parts).map("".join)
_phrases = st.builds("{}{}".format, _parts, st.lists(_behind, max_size=4).map("".join))


def assert_found_alike(patterns, text, language):
    """Hold what the kernels find in a text against what is found without them."""
    rows = [{"pattern": pattern} for pattern in patterns]
    with pytest.MonkeyPatch.context() as without:
        without.setattr(beginnings, "KERNELS", None)
        expected = PatternTable(rows, language).scan(text)
    assert PatternTable(rows, language).scan(text) == expected


@given(_words, _words)
def test_the_kernels_find_what_is_found_without_them(patterns, words):
    assert_found_alike([p.strip() for p in patterns if p.strip()], " ".join(words), "ar")


@given(
    st.lists(_phrases.filter(lambda phrase: phrase[:2].strip(" (")), min_size=1, max_size=4),
    st.text("abc1-_. \n٣", max_size=60) | st.text("ab ", max_size=200),
)
def test_words_that_must_be_near_are_those_of_the_pattern(patterns, text):
    assume(all(re.match(r"\(?[^( )]", pattern) for pattern in patterns))
    for language in ("en", "ja"):
        try:
            assert_found_alike(patterns, text, language)
        except TableFault:
            assume(False)


@pytest.mark.parametrize("blanks", [0, 59, 60])
def test_a_word_behind_a_gap_is_found_up_to_its_last_sign(blanks):
    text = f"visits {'-' * blanks} ends"
    assert_found_alike(["visit* ~ (ends/begins)"], text, "en")
    assert_found_alike(["visit* ~ (ends/begins)"], f"visits a {text} ends", "en")


def test_steps_that_go_round_end_with_the_time():
    forever = array("i", [Step.GO_ON, -2, Step.MATCHED]).tobytes()
    with pytest.raises(OutOfTimeError), time_limit(0.05):
        end_of(forever, "ab", 0)


def test_a_text_that_takes_too_long_ends_with_the_time():
    table = PatternTable([{"pattern": "a* ~ a* ~ a* ~ #"}], "en")
    with pytest.raises(OutOfTimeError), time_limit(0.05):
        table.scan("a " * 500_000)


def test_what_is_asked_may_fail():
    def refuse(*_):
        raise KeyError("asked")

    with pytest.raises(KeyError, match="asked"):
        beginning_with("a").find("a", refuse, check, False)
    with pytest.raises(TypeError, match="bytes"):
        beginning_with("a").find("a", lambda *_: None, check, False)


def test_nothing_leaks():
    steps = steps_of("ab", 60, is_japanese=False)
    text, fronts = "ab ab c", (("a", "b"), ("c",))
    rows = [("ab", 0, False, ""), ("ab", 1, True, "c"), ("c" * 3000, 1, False, "")]

    def run():
        table = KERNELS.Beginnings(fronts)
        table.add(rows, 2)
        with pytest.raises(TypeError):
            table.find(text, None, check, False)
        with pytest.raises(TypeError):
            table.add([("a", 0)], 1)
        table.find(text, lambda *_: steps, check, False)

    for _ in range(500):
        run()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    own = [text, fronts, rows, *rows, steps]
    counts = [sys.getrefcount(o) for o in own]
    for _ in range(2000):
        run()
    assert [sys.getrefcount(o) for o in own] == counts
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 2048  # KiB


def test_what_was_built_for_another_version_is_not_used():
    name = "sijill.documents._kernels"
    assert load_kernels(name, kernels.VERSION) is KERNELS
    assert load_kernels(name, kernels.VERSION + 1) is None
    assert load_kernels("sijill.documents._no_kernels", 1) is None
    assert beginnings.KERNELS is KERNELS
