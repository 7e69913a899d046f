import importlib.util
import sys
from pathlib import Path

import pytest

from sijill.dates import parse_edtf
from sijill.record.visits import CERTAINTIES, read_visits, visits
from sijill.tables import open_table

COLUMNS = ("visit", "cell", "value", "certainty", "note")
HEAD = "\t".join((*COLUMNS, "source")) + "\n"


def lines():
    return open_table("protocol/visits_to_japan.tsv", COLUMNS)


def by_id():
    return {row.id: row for row in visits()}


# -- the table that is shipped -------------------------------------------------------------------


def test_every_cell_of_the_table_says_how_sure_it_is_and_where_it_was_seen():
    assert {line["certainty"] for line in lines()} <= set(CERTAINTIES)
    assert all(line["source"] and line["value"] for line in lines())


def test_every_visit_has_a_guest_a_role_and_a_host():
    assert len(by_id()) > 50
    for row in visits():
        assert row.guest
        assert row.id.startswith(f"{row.country}-")
        assert row.role in ("head_of_state", "head_of_government", "monarch")
        assert row.host == "JP"


def test_two_values_of_one_cell_differ():
    seen = [(line["visit"], line["cell"], line["value"]) for line in lines()]
    assert len(seen) == len(set(seen))


def test_the_days_lie_within_the_stay_and_on_one_day_means_equal_days():
    cells = {}
    for line in lines():
        cells.setdefault(line["visit"], {}).setdefault(line["cell"], []).append(line)
    for visit, own in cells.items():
        known = {cell: found[0] for cell, found in own.items() if len(found) == 1}
        days = {
            cell: parse_edtf(known[cell]["value"])
            for cell in ("arrival", "departure", "monarch_date", "hog_date")
            if cell in known and known[cell]["value"] != "none"
        }
        for cell in ("monarch_date", "hog_date"):
            if cell in days and "arrival" in days:
                assert days["arrival"].sort_key[0] <= days[cell].sort_key[1], visit
            if cell in days and "departure" in days:
                assert days[cell].sort_key[0] <= days["departure"].sort_key[1], visit
        if "same_day" in known:
            one_day = known["monarch_date"]["value"] == known["hog_date"]["value"]
            assert (known["same_day"]["value"] == "yes") is one_day, visit
            sure = {known[c]["certainty"] for c in ("monarch_date", "hog_date")}
            assert (known["same_day"]["certainty"] == "inferred") is (
                sure <= {"told", "inferred"}
            ), visit


def test_no_no_is_read_from_silence():
    # Reports of the six meetings at the Residence named no meal; that there was none, nobody told.
    silent = {line["visit"] for line in lines() if line["certainty"] == "silence"}
    assert {"FI-2025", "KG-2025", "TJ-2025", "UZ-2025"} <= silent
    assert all(by_id()[visit].meal is None for visit in silent)
    assert "meal" in by_id()["FI-2025"].doubtful
    # Of this one it was written that there was no banquet.
    assert by_id()["US-2022"].meal == "none"


def test_a_day_that_one_list_has_and_the_other_looked_for_in_vain_is_doubtful():
    for visit in ("TJ-2025", "TM-2025-b"):
        row = by_id()[visit]
        assert (row.monarch_date, row.hog_date) == ("2025-12-19", None)
        assert "hog_date" in row.doubtful


def test_visits_that_one_list_alone_had_are_in_the_table():
    april = by_id()["TM-2025"]
    assert (april.monarch_date, april.hog_date) == ("2025-04-15", "2025-04-15")
    earlier = by_id()["TJ-2007"]
    assert (earlier.monarch_date, earlier.hog_date) == ("2007-12-05", "2007-12-05")


def test_a_meeting_that_was_put_off_has_no_day():
    for visit in ("EG-2016", "PH-2016", "AR-2017"):
        assert by_id()[visit].monarch_date is None


def test_values_on_which_sources_differ_both_stay_and_neither_counts():
    lengths = {x["value"] for x in lines() if (x["visit"], x["cell"]) == ("US-2019", "minutes")}
    assert lengths == {"15", "25"}
    assert by_id()["US-2019"].minutes is None
    sides = by_id()["US-2019"].differing["minutes"]
    assert {value: "tokyo-np.co.jp" in own[0] for value, own in sides.items()} == {
        "15": False,
        "25": True,
    }
    ends = {x["value"] for x in lines() if (x["visit"], x["cell"]) == ("KZ-2008", "departure")}
    assert ends == {"2008-06-22", "2008-06-23"}


def test_each_cell_has_sources_of_its_own():
    row = by_id()["UZ-2019"]
    assert row.cell_addresses["monarch_date"] == ("https://tkhunt.com/11802",)
    assert "https://tkhunt.com/11802" in row.cell_addresses["venue"]
    assert "page6_000463" in row.cell_addresses["hog_date"][0]


# -- any table of the form -----------------------------------------------------------------------


def table(tmp_path, *rows):
    path = tmp_path / "visits.tsv"
    path.write_text(HEAD + "".join("\t".join(row) + "\n" for row in rows), "utf-8")
    return read_visits(path)


@pytest.mark.parametrize("certainty", ["foretold", "uncertain", "silence"])
def test_a_value_that_is_not_sure_is_none(tmp_path, certainty):
    (row,) = table(
        tmp_path,
        ("FR-1", "hog_date", "2001-05-02", certainty, "", "p"),
        ("FR-1", "monarch_date", "2001-05-02", "told", "", "p"),
    )
    assert (row.monarch_date, row.hog_date, row.doubtful) == ("2001-05-02", None, {"hog_date"})


def test_a_stay_is_no_day(tmp_path):
    (row,) = table(tmp_path, ("FR-1", "monarch_date", "2001-05-02/2001-05-04", "told", "", "p"))
    assert row.monarch_date is None


# -- how it is made ------------------------------------------------------------------------------

SCRIPT = Path(__file__).parents[2] / "tools" / "reconcile_visits.py"
CSV = (
    "guest,country,role,format,format_basis,arrival,departure,emperor_date,emperor_note,pm,pm_date,"
    "pm_note,court_meal,same_day,certainty,sources\n"
    "Ana Ruiz,Chile,President,State Guest (国賓),ministry,2020-02-03,2020-02-05,2020-02-04,,Abe,"
    ",not found,banquet,unknown,high,https://one.test/a\n"
    "Ola Berg,Norway,President,,,2021-03-01,2021-03-02,2021-03-01,planned,Abe,2021-03-01,announced,"
    ",,planned,https://one.test/b\n"
)
YAML = (
    "rows:\n"
    "- {id: CL-2020, guest: Ruiz, country: CL, class: kokuhin, monarch_date: 2020-02-04,"
    " hog_date: 2020-02-05, venue: palace, palace_meal: none, minutes: 30,"
    " sources: [cl_palace, cl_summit]}\n"
    "- {id: NO-2021, guest: Berg, country: 'NO', class: null, monarch_date: 2021-03-02,"
    " hog_date: 2021-03-02, venue: null, palace_meal: null, minutes: null, sources: [no_palace]}\n"
)
SOURCES = (
    "sources:\n"
    "  cl_palace: {url: two.test/a (a copy)}\n"
    "  cl_summit: {url: two.test/b}\n"
    "  no_palace: {url: two.test/c}\n"
)


@pytest.fixture
def made(tmp_path, capsys):
    spec = importlib.util.spec_from_file_location("reconcile_visits", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    names = ("a.csv", "b.yaml", "c.yaml", "choices.tsv")
    texts = (CSV, YAML, SOURCES, HEAD)
    for name, text in zip(names, texts, strict=True):
        (tmp_path / name).write_text(text, "utf-8")
    paths = [str(tmp_path / name) for name in names]
    out = tmp_path / "table.tsv"
    assert module.main([*paths[:3], "--choices", paths[3], "--table", str(out)]) == 0
    del sys.modules[spec.name]
    return read_visits(out), out.read_text("utf-8"), capsys.readouterr().out


def test_two_lists_become_one_table_and_say_how(made):
    rows, text, report = made
    chile, norway = rows
    assert (chile.guest, chile.monarch_date, chile.venue) == ("Ana Ruiz", "2020-02-04", "palace")
    # One list looked for this day in vain.
    assert (chile.hog_date, "hog_date" in chile.doubtful) == (None, True)
    assert "looked for it in vain" in report
    # A banquet that is told wins over a meal of which nothing is told.
    assert chile.meal == "state_banquet"
    assert "CL-2020\tminutes\t30\ttold\t\thttps://two.test/a\n" in text
    # What was told as happened wins over what was planned.
    assert (norway.monarch_date, norway.hog_date) == ("2021-03-02", "2021-03-02")
    assert "told before 2021-03-01 (foretold)" in report
