import re

import pytest

from sijill import tables
from sijill.errors import TableFault
from sijill.languages import LANGUAGES
from sijill.tables import cell_list, data_path, open_columns, read_table


def test_rows_are_read_by_the_names_of_the_header(tmp_path):
    path = tmp_path / "t.tsv"
    path.write_text("# months\nname\tnumber\tsource\nشباط\t2\town\n", "utf-8")
    assert read_table(path, ["name"]) == [{"name": "شباط", "number": "2", "source": "own"}]


def test_a_row_with_too_few_cells_is_named_by_its_line(tmp_path):
    path = tmp_path / "t.tsv"
    path.write_text("name\tsource\nx\n", "utf-8")
    with pytest.raises(TableFault) as caught:
        read_table(path, [])
    assert caught.value.line == 2


def test_a_table_without_sources_is_refused(tmp_path):
    path = tmp_path / "t.tsv"
    path.write_text("name\nx\n", "utf-8")
    with pytest.raises(TableFault, match="source"):
        read_table(path, [])


def test_columns_of_a_long_table_are_those_of_its_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "data_path", lambda name: tmp_path / name)
    path = tmp_path / "t.tsv"
    path.write_bytes("# towns\nname\tnote\tsource\nБаку\tx\town\n# more\nسبها\t\town\n".encode())
    assert open_columns("t.tsv", ["name"]) == (["Баку", "سبها"],)
    assert [list(c) for c in open_columns("t.tsv", ["note", "name"])] == [
        ["x", ""],
        ["Баку", "سبها"],
    ]
    path.write_bytes(b"name\tnote\tsource\r\n\r\nBaku\tx\town")
    assert [list(c) for c in open_columns("t.tsv", ["source", "name"])] == [["own"], ["Baku"]]
    path.write_bytes(b"# none yet\nname\tnote\tsource\n")
    assert [list(c) for c in open_columns("t.tsv", ["name", "source"])] == [[], []]


def test_a_long_table_that_is_not_whole_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "data_path", lambda name: tmp_path / name)
    path = tmp_path / "t.tsv"
    path.write_text("name\tnote\tsource\nBaku\tx\town\nSebha\town\n", "utf-8")
    with pytest.raises(TableFault) as caught:
        open_columns("t.tsv", ["name"])
    assert caught.value.line == 3
    with pytest.raises(TableFault, match="place"):
        open_columns("t.tsv", ["place"])
    with pytest.raises(TableFault, match="cannot be read"):
        open_columns("none.tsv", ["name"])


def test_cells_hold_lists():
    assert cell_list("a | b |c") == ("a", "b", "c")
    assert cell_list(" a ") == ("a",)
    assert cell_list("") == cell_list(" ") == ()


def test_every_table_of_the_package_is_valid():
    tables = sorted(data_path("").rglob("*.tsv"))
    assert tables
    for path in tables:
        # A language may have no case of its own: then the table says so in a remark.
        rows = read_table(path, [])
        assert rows or "#" in path.read_text("utf-8"), f"{path} is empty and does not say why"
        for row in rows:
            assert row["source"].strip(), f"{path}: a row without source: {row}"


#: What stood in the place of a source while nobody had looked.
UNSEEN = re.compile(r"to be checked|general knowledge|seen: none", re.IGNORECASE)


def test_every_row_of_the_package_names_a_source_that_was_seen():
    unseen = [
        (path.name, row["source"])
        for path in sorted(data_path("").rglob("*.tsv"))
        for row in read_table(path, [])
        if UNSEEN.search(row["source"])
    ]
    assert unseen == []


@pytest.mark.parametrize(
    "source",
    ["General knowledge, to be checked", "a page (end); start general knowledge", "seen: none"],
)
def test_words_that_stand_for_no_source_are_found(source):
    assert UNSEEN.search(source)


def test_the_readme_of_the_data_tells_of_every_table_of_a_language():
    told = data_path("README.md").read_text("utf-8")
    tables = {path.stem for code in LANGUAGES for path in data_path(code).glob("*.tsv")}
    assert tables
    assert sorted(name for name in tables if f"`{name}`" not in told) == []
