"""Words stand at places, with others around each paragraph; stretches are asked for by place."""

import pytest

from sijill.documents.document import Sentence, Token
from sijill.speech.report_places import Places


def sentence(text: str, start: int, paragraph: int) -> Sentence:
    tokens, at = [], start
    for word in text.split(" "):
        tokens.append(Token(at, at + len(word), word, word))
        at += len(word) + 1
    return Sentence(start, at - 1, paragraph, tuple(tokens))


@pytest.fixture
def places() -> Places:
    """«Li said so» as headline; «It rains» and «Ann knows» as one paragraph behind it."""
    return Places(
        [sentence("Li said so", 0, 0), sentence("It rains", 11, 1), sentence("Ann knows", 20, 1)],
        around=2,
    )


def test_places_are_left_around_each_paragraph(places: Places) -> None:
    assert places.words == [
        "",
        "",
        *["Li", "said", "so"],
        "",
        "",
        *["It", "rains", "Ann", "knows"],
        "",
        "",
    ]
    assert places.positions.tolist() == [2, 3, 4, 7, 8, 9, 10]
    assert places.sentences == [(2, 5, True), (7, 9, False), (9, 11, False)]
    assert [len(units) for units in places.units] == [3, 4]


def told(
    places: Places,
    *stretches: tuple[int, int, str],
    by_middle: bool = False,
    at_start_only: bool = False,
) -> dict[int, str]:
    """Give where stretches stand that have the same value at all their words."""
    edged = [(start, end, (value,) * 4) for start, end, value in stretches]
    column = places.spread(edged, "", by_middle=by_middle, at_start_only=at_start_only)
    return {place: value for place, value in enumerate(column) if value}


def test_a_stretch_over_two_paragraphs_stands_at_their_words_alone(places: Places) -> None:
    assert told(places, (3, 13, "x")) == {3: "x", 4: "x", 7: "x"}


def test_the_first_letter_of_a_word_counts_for_more_than_its_last(places: Places) -> None:
    # «aid so» begins inside of a word, «sa» ends there.
    assert told(places, (3, 5, "early"), (4, 10, "late")) == {3: "early", 4: "late"}
    assert told(places, (4, 10, "late")) == {3: "late", 4: "late"}
    assert told(places, (4, 10, "late"), at_start_only=True) == {4: "late"}


def test_a_stretch_inside_of_a_word_counts_only_at_its_middle(places: Places) -> None:
    assert told(places, (4, 6, "x")) == {}
    assert told(places, (4, 6, "x"), by_middle=True) == {3: "x"}
    assert told(places, (4, 5, "x"), by_middle=True) == {}
    # The last letter of a word counts for more, also when it was told before.
    assert told(places, (6, 7, "early"), (4, 6, "late"), by_middle=True) == {3: "early"}


def test_a_stretch_has_a_value_for_each_of_its_edges(places: Places) -> None:
    edged = ("in", "begin", "end", "one")
    assert places.spread([(0, 10, edged)], "-")[2:5] == ["begin", "in", "end"]
    assert places.spread([(3, 7, edged)], "-")[2:5] == ["-", "one", "-"]
    # The blank before a word holds the beginning; a word holds an end that lies inside of it.
    assert places.spread([(2, 9, edged)], "-")[2:5] == ["-", "in", "end"]
    assert places.spread([(1, 7, edged)], "-")[2:5] == ["begin", "end", "-"]
    assert places.spread([(1, 2, edged)], "-")[2:5] == ["one", "-", "-"]
    assert places.spread([(4, 6, edged)], "-")[2:5] == ["-", "-", "-"]


def test_a_stretch_with_edges_leaves_what_lies_between_paragraphs(places: Places) -> None:
    edged = ("in", "begin", "end", "one")
    column = places.spread([(3, 13, edged)], "-")
    assert column == ["-", "-", "-", "begin", "in", "-", "-", "end", *["-"] * 5]


def test_the_first_letter_of_a_word_counts_for_more_with_edges_too(places: Places) -> None:
    early, late = ("a", "b", "c", "d"), ("w", "x", "y", "z")
    assert places.spread([(3, 5, early), (4, 10, late)], "-")[2:5] == ["-", "d", "y"]


def test_a_list_of_words_alone_has_nothing_beyond_a_paragraph(places: Places) -> None:
    assert places.inside([*"abcdefghijklm"], "-") == [*"--cde--hijk--"]


def test_a_paragraph_without_words_has_no_units() -> None:
    places = Places([Sentence(0, 2, 0), sentence("It rains", 4, 1)], around=1)
    assert [len(units) for units in places.units] == [0, 2]
    assert places.sentences == [(2, 4, False)]
    assert places.words == ["", "", "It", "rains", ""]
    assert places.positions.tolist() == [2, 3]
    assert places.inside([*"abcde"], "-") == [*"--cd-"]


def test_a_text_without_words_has_no_places() -> None:
    places = Places([], around=2)
    assert places.words == ["", ""]
    assert places.positions.tolist() == []
