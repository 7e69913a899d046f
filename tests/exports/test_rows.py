"""Tables of a record; that nothing is left behind is tested with the Parquet files."""

from made_records import EMPTY, RECORD

from sijill.exports.rows import tables_of


def test_a_record_without_items_has_the_same_tables():
    empty, full = tables_of(EMPTY), tables_of(RECORD)
    assert [(t.name, t.columns) for t in empty] == [(t.name, t.columns) for t in full]
    assert [t.name for t in empty if t.rows] == ["record"]


def test_a_citation_names_what_it_bears_out():
    rows = {t.name: t for t in tables_of(RECORD)}["citations"].rows
    assert ("tokayev", "posts", 0, 0, "ar1", 27, 33, "الرئيس") in [row[:8] for row in rows]
    assert [row[1:5] for row in rows if row[0] == "audience-2025-12-18-1f0a9c33"] == [
        ("citations", None, 0, "ar1"),
        ("citations", None, 1, "ja1"),
        ("tellings", 0, 0, "ar1"),
    ]


def test_participants_keep_their_order_and_names_their_language():
    tables = {t.name: t for t in tables_of(RECORD)}
    rows = [row for row in tables["participants"].rows if row[0].startswith("audience")]
    assert rows == [
        ("audience-2025-12-18-1f0a9c33", 0, "tokayev"),
        ("audience-2025-12-18-1f0a9c33", 1, "naruhito"),
    ]
    assert ("tokayev", "ar", "توكاييف", False) in tables["names"].rows
