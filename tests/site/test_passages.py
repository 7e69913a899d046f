from __future__ import annotations

from sijill.citation import Citation, Span, cite
from sijill.site.passages import PassageTable, Utf16Offsets, find_paragraphs


def in_utf16(text: str, span: list[int]) -> str:
    """Cut as JavaScript cuts: by code units."""
    units = text.encode("utf-16-le")
    return units[2 * span[0] : 2 * span[1]].decode("utf-16-le")


def test_offsets_count_a_sign_outside_the_basic_plane_twice() -> None:
    offsets = Utf16Offsets("a𠮷b🕊c")
    assert [offsets.at(n) for n in range(6)] == [0, 1, 3, 4, 6, 7]


def test_words_behind_wide_signs_are_cut_exactly() -> None:
    text = "𠮷野家で🕊を見た。\n\nقال «السلام» 🕊 ثم مضى."
    table = PassageTable({"s": text}, ["s"])
    for words in ("🕊を見た", "السلام", "🕊 ثم", "𠮷野", "مضى."):
        start = text.index(words)
        number = table.number(cite("s", text, Span(start, start + len(words))))
        row = table.rows()[number]
        assert in_utf16(text, row["span"]) == words
        assert row["points"] == [start, start + len(words)]


def test_one_place_is_one_passage() -> None:
    text = "Two doors in Tokyo."
    table = PassageTable({"s": text}, ["s"])
    assert table.numbers([cite("s", text, Span(0, 3)), Citation("s", 0, 3, "Two")]) == [0]
    assert table.number(cite("s", text, Span(4, 9))) == 1


def test_words_that_stand_elsewhere_are_never_marked() -> None:
    text = "The talks were held in Tokyo."
    table = PassageTable({"s": text}, ["s"])
    moved = Citation("s", 3, 8, "talks")
    unknown = Citation("gone", 0, 5, "words")
    for citation in (moved, unknown):
        row = table.rows()[table.number(citation)]
        assert row["exact"] == citation.exact
        assert "span" not in row


def test_paragraphs_are_lines_without_their_edges() -> None:
    assert find_paragraphs("عنوان\n\n  فقرة أولى \n\t\nثانية") == [(0, 5), (9, 18), (22, 27)]
    assert find_paragraphs("") == []
    assert find_paragraphs(" \n\n ") == []
