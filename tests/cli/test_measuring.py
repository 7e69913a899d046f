"""index, threads and people --as-of, over a record that is written by hand."""

import json
import re
from dataclasses import replace

import pytest
from hand import WORLD

from sijill.citation import Citation
from sijill.cli.main import main
from sijill.documents.document import Status
from sijill.record.chains import Thread, ThreadLink
from sijill.record.items import EventItem, Record
from sijill.record.measures import IndexRun, IndexTrend, IndexYear, RelationshipIndex
from sijill.serial import write_json

CITED = (Citation("s", 0, 9, "They met."),)
YEARS = (
    IndexYear(2023, 20.1, 18.0, 22.5, 17.0, None, "first", 0.6, "assumed", True, 0.4, 2),
    IndexYear(2024, 25.3, 24.0, 26.5, 24.0, 0.98, "grew", 0.91, "measured", False, 0.9, 4),
)
INDEX = RelationshipIndex(
    ("KZ", "JP"), 40, YEARS, "contradicted", (2013,),
    IndexTrend((), 0.9, 0.003, 2.2, 0.7, 3.3, "rising", True),
    (IndexRun("goldstein", 0.91, (2024,), (), (2013,)),), 500, 1,
)  # fmt: skip
THREAD = Thread(
    "format-x", "format", {"en": "Dialogue"}, ("x",),
    (
        ThreadLink("2004-08-28", CITED, event="e1", number=1, numbered="told", stage="held"),
        ThreadLink("2006", CITED, event="e1", number=2, numbered="counted", stage="held"),
        ThreadLink(None, CITED, event="e1", stage="planned"),
    ),
    "talks", 3,
)  # fmt: skip
CAREER = Thread(
    "career-tokayev", "career", {"en": "Tokayev"}, ("tokayev",),
    (ThreadLink("2019-03-20/..", (), stage="term", post="head_of_state", body="KZ",
                status="current", references=("https://a.example",)),
     ThreadLink("2013/2019", (), stage="term", post="minister", body="KZ", line=12)),
)  # fmt: skip


def run(*arguments, status=0):
    with pytest.raises(SystemExit) as stopped:
        main([str(a) for a in arguments])
    assert (stopped.value.code or 0) == status


@pytest.fixture
def project(tmp_path, capsys):
    def make(**fields):
        folder = tmp_path / "pair"
        if not folder.exists():
            run("new", folder, "--title", "t", "--between", "KZ", "JP")
        event = EventItem("e1", "talks", Status.HELD, CITED, "2004-08-28", "astana")
        record = Record("t", ("KZ", "JP"), ("en",), (), WORLD, (event,), (), (), **fields)
        write_json(folder / "build" / "record" / "record.json", record)
        capsys.readouterr()
        return folder

    return make


def test_the_index_is_a_table_of_years(project, capsys):
    folder = project(index=INDEX)
    run("index", "-p", folder)
    out = re.sub(r"\x1b\[\d+m", "", capsys.readouterr().out)
    [line] = [x for x in out.splitlines() if x.startswith("2024")]
    assert line.split() == ["2024", "25.3", "24.0", "to", "26.5", "24.0", "grew", "0.91",
                            "measured", "4"]  # fmt: skip
    assert "strictly: contradicted (fell: 2013)" in out
    assert "goldstein" in out
    assert "opposite in 2013" in out


def test_find_index_is_the_index(project, capsys):
    folder = project(index=INDEX)
    run("find", "index", "--json", "-p", folder)
    plain = json.loads(capsys.readouterr().out)
    assert [row["year"] for row in plain["index"]["years"]] == [2023, 2024]
    assert plain["index_refused"] == {}


def test_a_year_shows_what_it_is_reckoned_from(project, capsys):
    years = (*YEARS[:1], replace(YEARS[1], items=("e1",), components={"dialogue": 24.0}))
    folder = project(index=replace(INDEX, years=years))
    run("index", "--year", "2024", "-p", folder)
    out = capsys.readouterr().out
    assert "dialogue 24.0" in out
    assert "“They met.”" in out
    assert "2023" not in out
    run("index", "--year", "2024", "--json", "-p", folder)
    assert [e["id"] for e in json.loads(capsys.readouterr().out)["events"]] == ["e1"]
    run("index", "--year", "1999", "-p", folder, status=2)
    assert "from 2023 to 2024" in capsys.readouterr().err


def test_a_refused_index_says_why(project, capsys):
    folder = project(index_refused={"en": "There is no index: 3 dated events."})
    run("index", "-p", folder)
    assert "3 dated events" in capsys.readouterr().out


def test_threads_show_numbers_stages_and_grounds(project, capsys):
    folder = project(threads=(THREAD, CAREER))
    run("find", "threads", "-p", folder)
    out = capsys.readouterr().out
    assert "format: Dialogue  [3 more are told of]" in out
    assert re.search(r"1\. +2004-08-28 +talks, Astana", out)
    assert re.search(r"\(2\) +2006", out)
    assert "[planned]" in out
    assert "“They met.”" in out
    assert "register: https://a.example" in out
    assert "decided, line 12" in out
    run("threads", "--kind", "career", "--json", "-p", folder)
    assert [t["id"] for t in json.loads(capsys.readouterr().out)] == ["career-tokayev"]


def test_threads_are_found_by_any_name_of_what_they_are_about(project, capsys):
    folder = project(threads=(THREAD, CAREER))
    for name in ("توكاييف", "tokayev kassym"):
        run("threads", "--about", name, "--json", "-p", folder)
        assert [t["id"] for t in json.loads(capsys.readouterr().out)] == ["career-tokayev"]
    run("threads", "--about", "nobody", "-p", folder)
    assert "Nothing of this kind" in capsys.readouterr().err


def test_posts_as_of_a_day(project, capsys):
    folder = project()
    run("people", "--as-of", "2004-08-28", "--json", "-p", folder)
    plain = json.loads(capsys.readouterr().out)
    minister = [h for h in plain["holders"] if (h["post"], h["body"]) == ("foreign_minister", "KZ")]
    assert [h["name"] for h in minister] == ["Kassym-Jomart Tokayev"]
    assert minister[0]["references"]
    run("find", "people", "--as-of", "1850-01-01", "-p", folder)
    assert "unknown on 1850-01-01" in capsys.readouterr().out


def test_a_day_is_asked_of_people_alone(project, capsys):
    folder = project()
    run("find", "visit", "--as-of", "2004", "-p", folder, status=2)
    assert "sijill find people --as-of" in capsys.readouterr().err
    run("people", "--as-of", "soon", "-p", folder, status=2)
