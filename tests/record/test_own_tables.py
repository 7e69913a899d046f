from pathlib import Path

import pytest

from sijill.record.own_tables import COLUMNS, read_own_tables
from sijill.record.visits import VisitRow, join_visits

HEAD = "host,guest,country,role,from,to,monarch_date,hog_date,meal,source"
ROW = "FR,Ola Berg,NO,head_of_state,2001-03-04,2001-03-06,,2001-03-05,,https://one.test/a"


def read(tmp_path, *lines, name="visits.csv", data=None):
    folder = tmp_path / "reference"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data if data is not None else ("\n".join(lines) + "\n").encode())
    return read_own_tables(folder)


def only_fault(tmp_path, *lines, data=None):
    found = read(tmp_path, *lines, data=data)
    assert found.tables == ()
    [fault] = found.faults
    return fault


def test_a_row_has_what_it_tells_and_nothing_else(tmp_path):
    [row] = read(tmp_path, HEAD, ROW).rows
    assert (row.host, row.guest, row.country, row.role) == ("FR", "Ola Berg", "NO", "head_of_state")
    assert (row.arrival, row.departure, row.hog_date) == ("2001-03-04", "2001-03-06", "2001-03-05")
    assert (row.monarch_date, row.meal, row.venue) == (None, None, None)


def test_a_row_has_its_source_and_an_address_of_its_own(tmp_path):
    [row] = read(tmp_path, "# by hand", HEAD, ROW).rows
    assert row.addresses == ("https://one.test/a", "reference/visits.csv:3")
    assert row.cell_addresses["hog_date"] == row.addresses


def test_no_folder_is_no_table(tmp_path):
    found = read_own_tables(tmp_path / "reference")
    assert (found.tables, found.faults) == ((), ())


def test_a_byte_order_mark_and_a_comma_in_quotes_are_no_fault(tmp_path):
    text = f'{HEAD}\r\nFR,"Berg, Ola",NO,head_of_state,2001,,,,,"p. 3, note 4"\r\n'
    [row] = read(tmp_path, data=b"\xef\xbb\xbf" + text.encode()).rows
    assert (row.guest, row.addresses[0]) == ("Berg, Ola", "p. 3, note 4")


@pytest.mark.parametrize(
    ("lines", "line", "what", "remedy"),
    [
        ((HEAD.replace(",source", ""),), 1, "lacks the column “source”", "Needed"),
        ((HEAD, ROW.replace("https://one.test/a", "")), 2, "has no source", "address"),
        ((HEAD, ROW.replace("NO", "")), 2, "has no country", "Fill it"),
        ((HEAD.replace("meal", "meel"), ROW), 1, "unknown column “meel”", "Perhaps “meal”"),
        ((HEAD.replace("meal", "to"), ROW), 1, "column “to” twice", "Keep one"),
        ((HEAD, ROW.replace("2001-03-05", "5 March")), 2, "“5 March” in “hog_date”", "2025-12-18"),
        ((HEAD, ROW.replace("2001-03-05", "2001-02-30")), 2, "is no date", "2025-12-18"),
        ((HEAD, ROW.replace("2001-03-05", "2001-03")), 2, "is no day", "empty"),
        ((HEAD, ROW.replace("2001-03-05", "2001-03-09")), 2, "outside of the visit", "from"),
        ((HEAD, ROW.replace(",NO,", ",Norway,")), 2, "“Norway” in “country”", "Perhaps NO?"),
        ((HEAD, ROW.replace("FR,", "XQ,")), 2, "“XQ” in “host”", "ISO 3166-1"),
        ((HEAD, ROW.replace("head_of_state", "president")), 2, "“president” in “role”", "Allowed"),
        ((HEAD, ROW, "", ROW), 4, "tells the visit of line 2 again", "one row"),
        ((HEAD, ROW.replace("Ola Berg", '"Ola Berg')), 2, "no CSV", "quotes"),
        ((HEAD, ROW.replace("Ola Berg", '=X("y")')), 2, "formula", "Write its value"),
        ((HEAD, ROW.replace("Ola Berg", "=1+1")), 2, "formula in “guest”: =1+1", "Write its value"),
        ((HEAD, ROW.replace("Ola Berg", "@SUM(A1)")), 2, "formula", "Write its value"),
        ((HEAD, ROW + ",more"), 2, "has 11 cells, the header has 10", "quotes"),
        ((HEAD,), 1, "has a header and no rows", "Add a row"),
        (("# complete: yes", "# window: 2001", HEAD, ROW), 1, "by nobody", "by whom"),
        (("# complete: A. Body", HEAD, ROW), 1, "for which time", "# window"),
        (("# complete: A. Body", "# window: long", HEAD, ROW), 2, "“long” is no window", "window"),
    ],
)
def test_a_fault_says_what_where_and_what_to_do(tmp_path, lines, line, what, remedy):
    found = read(tmp_path, *lines)
    assert found.tables == ()
    fault = found.faults[0]
    assert (what in fault.what, fault.line) == (True, line), str(fault)
    assert fault.path == "reference/visits.csv"
    assert remedy in fault.remedy


@pytest.mark.parametrize("separator", [";", "\t"])
def test_cells_may_be_parted_as_a_spreadsheet_of_another_country_parts_them(tmp_path, separator):
    lines = [line.replace(",", separator) for line in ("# complete: A. Body,,", HEAD, ROW)]
    lines.insert(1, "# window: ../2005")
    [table] = read(tmp_path, *lines).tables
    assert (table.declared_by, table.rows[0].hog_date) == ("A. Body", "2001-03-05")


def test_a_spreadsheet_is_named_and_a_folder_is_no_table(tmp_path):
    (tmp_path / "reference" / "x.csv").mkdir(parents=True)
    found = read(tmp_path, name="visits.XLSX", data=b"PK\x03\x04")
    assert [fault.what for fault in found.faults] == ["is a spreadsheet, no CSV"]
    assert len(read(tmp_path, HEAD, ROW, name="OTHER.CSV").tables) == 1


def test_cells_with_signs_of_control_and_long_ones_are_a_fault_of_their_table_only(tmp_path):
    long = read(tmp_path, HEAD, ROW.replace("Ola Berg", "x" * 200_000))
    assert "field larger" in long.faults[0].what
    signs = read(tmp_path, HEAD, ROW.replace("Ola Berg", "Ola\x00"))
    assert "cannot be shown" in signs.faults[0].what


def test_bytes_that_are_no_utf8_are_named_with_their_line(tmp_path):
    fault = only_fault(tmp_path, data=f"{HEAD}\n".encode() + "FR,José".encode("latin-1"))
    assert (fault.what, fault.line) == ("is not in UTF-8", 2)


def test_an_empty_file_is_a_fault(tmp_path):
    assert ",".join(COLUMNS) in only_fault(tmp_path, data=b"").remedy


def test_all_faults_of_a_table_are_told_at_once(tmp_path):
    found = read(tmp_path, HEAD, ROW.replace("NO", "N1"), ROW.replace("2001-03-04", "soon"))
    assert [fault.line for fault in found.faults] == [2, 3]


def test_a_table_with_a_fault_stops_only_itself(tmp_path):
    read(tmp_path, HEAD, ROW, name="a.csv")
    found = read(tmp_path, HEAD, ROW.replace("https://one.test/a", ""), name="b.csv")
    assert [table.name for table in found.tables] == ["reference/a.csv"]
    assert [fault.path for fault in found.faults] == ["reference/b.csv"]


def test_who_declares_a_table_complete_and_for_what(tmp_path):
    [table] = read(tmp_path, "# complete: A. Body,,,", "# window: ../2005,,", HEAD, ROW).tables
    assert (table.declared_by, table.window) == ("A. Body", "../2005")
    heads = {"head_of_state"}
    assert table.is_complete_for("FR", frozenset({"NO"}), heads)
    # It names guests of one state only, so of all states it says nothing.
    assert not table.is_complete_for("FR", None, heads)
    assert not table.is_complete_for("FR", frozenset({"NO", "SE"}), heads)
    assert not table.is_complete_for("JP", frozenset({"NO"}), heads)
    assert not table.is_complete_for("FR", frozenset({"NO"}), {"head_of_government"})


def test_a_table_of_all_guests_is_complete_for_each(tmp_path):
    lines = ("# complete: A. Body", "# window: ../2005", "# guests: all", HEAD, ROW)
    [table] = read(tmp_path, *lines).tables
    assert table.is_complete_for("FR", None, {"head_of_state"})
    assert table.is_complete_for("FR", frozenset({"SE"}), {"head_of_state"})


def test_a_table_that_nobody_declares_complete_is_complete_for_nothing(tmp_path):
    [table] = read(tmp_path, HEAD, ROW).tables
    assert (table.declared_by, table.window) == (None, "2001-03-04/2001-03-04")
    assert not table.is_complete_for("FR", frozenset({"NO"}), {"head_of_state"})


def test_the_example_of_the_docs_is_a_table(tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "reference-tables.md").read_text("utf-8")
    found = read(tmp_path, data=page.split("```csv\n")[1].split("```")[0].encode())
    assert found.faults == ()
    [table] = found.tables
    assert len(table.rows) == 3
    assert table.is_complete_for("KZ", frozenset({"JP"}), {"head_of_government"})
    assert all(f"`{column}`" in page for column in COLUMNS)


# -- two tables of one visit ---------------------------------------------------------------------


def visit(name, **more):
    cells = {
        "guest": "Ola Berg", "country": "NO", "host": "FR", "role": "head_of_state",
        "monarch_date": None, "hog_date": None, "venue": None, "meal": None,
        "addresses": (name,), **more,
    }  # fmt: skip
    told = {cell: (name,) for cell, value in more.items() if value is not None}
    return VisitRow(id=name, **{**cells, "cell_addresses": told})


def test_what_one_table_alone_tells_of_a_visit_is_kept():
    left, right = visit("a", hog_date="2001-03-05"), visit("b", arrival="2001-03-04", meal="none")
    [row] = join_visits((left,), (right,))
    assert (row.id, row.hog_date, row.meal) == ("a", "2001-03-05", "none")
    assert (row.addresses, row.cell_addresses["meal"]) == (("a", "b"), ("b",))


def test_values_that_differ_both_stay_and_neither_counts():
    left = visit("a", hog_date="2001-03-05", minutes=20)
    [row] = join_visits((left,), (visit("b", hog_date="2001-03-06", minutes=20),))
    assert (row.hog_date, row.minutes) == (None, 20)
    assert row.differing == {"hog_date": {"2001-03-05": ("a",), "2001-03-06": ("b",)}}
    assert "hog_date" in row.doubtful


def test_a_finer_day_does_not_differ_from_a_coarse_one():
    [row] = join_visits((visit("a", arrival="2001-03"),), (visit("b", arrival="2001-03-04"),))
    assert (row.arrival, row.differing) == ("2001-03-04", {})


def test_visits_far_apart_and_those_of_one_table_stay_two():
    spring, autumn = visit("a", arrival="2001-03-04"), visit("b", arrival="2001-10-04")
    assert len(join_visits((spring,), (autumn,))) == 2
    assert len(join_visits((spring, visit("c", arrival="2001-03-08")))) == 2
