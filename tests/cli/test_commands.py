import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sijill.citation import Citation
from sijill.cli.main import cli, main
from sijill.cli.words import Words
from sijill.documents.document import QuotationKind
from sijill.ledger import append
from sijill.record.items import Record, StatementItem
from sijill.workspace import open_workspace

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "strong-partner" / "sources"


def run(*arguments, status=0):
    """Run the command as a shell would and give what it printed."""
    with pytest.raises(SystemExit) as stopped:
        main([str(a) for a in arguments])
    assert (stopped.value.code or 0) == status


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("projects") / "pair"
    run("new", folder, "--title", "شريك", "--between", "KZ", "JP")
    few = [EXAMPLE / n for n in sorted(p.name for p in EXAMPLE.iterdir()) if n[:2] in FEW]
    run("add", *few, "-p", folder)
    run("build", "script", "-p", folder)
    return folder


FEW = ("01", "02", "08", "10", "12", "13")


def test_a_new_project_says_what_to_do_next(tmp_path, capsys):
    run("new", tmp_path / "p", "--title", "T", "--between", "PE", "GH")
    assert "sijill add" in capsys.readouterr().out
    assert (tmp_path / "p" / "sijill.toml").exists()


def test_a_title_may_be_given_in_each_language(tmp_path):
    run("new", tmp_path, "--title", "شريك", "--title-in", "en", 'A "P"', "--between", "KZ", "JP")
    assert open_workspace(tmp_path).settings.titles == {"en": 'A "P"'}


def test_the_outline_of_the_film_may_be_given(tmp_path):
    wanted = "economy, people,economy"
    run("new", tmp_path, "--title", "T", "--between", "KZ", "JP", "--chapters", wanted)
    assert open_workspace(tmp_path).settings.chapters == ("economy", "people")


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path, capsys):
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "thesis.txt").write_text("mine")
    run("new", tmp_path / "p", "--title", "T", "--between", "PE", "GH", status=1)
    assert "not empty" in capsys.readouterr().err
    assert [f.name for f in (tmp_path / "p").iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["new", "x", "--title", "T", "--between", "Kazakhstan", "JP"], "country code"),
        (["new", "x", "--title", "T", "--between", "KZ", "JP", "--languages", "fr"], "“fr”"),
        (["build", "--colour"], "--colour"),
        (["build", "films"], "films"),
        (["nonsense"], "nonsense"),
        (["serve", "--port", "99999"], "99999"),
        (["find", "--when", "soon"], "“soon” is not a date"),
        (["find", "--status", "maybe"], "postponed"),
        (["add", "x.txt", "--published", "2025-99-01"], "“2025-99-01” is not a date"),
    ],
)
def test_wrong_use_exits_with_2_and_says_what_there_is(
    tmp_path, monkeypatch, capsys, arguments, says
):
    monkeypatch.chdir(tmp_path)
    run(*arguments, status=2)
    assert says in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_outside_of_a_project_the_way_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    run("build", status=1)
    assert "sijill new" in capsys.readouterr().err


def test_an_empty_folder_is_no_source(tmp_path, project, capsys):
    (tmp_path / "empty").mkdir()
    run("add", tmp_path / "empty", "-p", project, status=2)
    assert "no files here" in capsys.readouterr().err


def test_a_project_without_sources_says_so(tmp_path, capsys):
    run("new", tmp_path / "p", "--title", "T", "--between", "PE", "GH")
    run("build", "-p", tmp_path / "p", status=1)
    assert "no sources yet" in capsys.readouterr().out


def test_a_bad_file_among_good_ones_costs_nothing_else(tmp_path, project, capsys):
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "good.txt").write_text("Lima\n\nThe minister arrived in Lima on Monday.\n", "utf-8")
    copy = tmp_path / "p"
    run("new", copy, "--title", "T", "--between", "PE", "GH")
    run("add", tmp_path / "binary.txt", tmp_path / "good.txt", "-p", copy)
    said = capsys.readouterr()
    assert "binary.txt: is not text but binary data" in said.err
    assert "1 taken, 0 known already, 1 refused." in said.out


def test_adding_the_same_again_is_once(project, capsys):
    run("add", EXAMPLE / "01-emperor-and-premier-one-day.ar.md", "-p", project)
    assert "0 taken, 1 known already" in capsys.readouterr().out


def test_the_second_build_has_nothing_to_do_and_the_same_bytes(project, tmp_path, capsys):
    before = {p: p.read_bytes() for p in (project / "build").rglob("*.json")}
    run("build", "script", "-p", project)
    assert "Nothing has changed" in capsys.readouterr().out
    again = tmp_path / "again"
    run("new", again / "pair", "--title", "شريك", "--between", "KZ", "JP")
    few = [EXAMPLE / n for n in sorted(p.name for p in EXAMPLE.iterdir()) if n[:2] in FEW]
    run("add", *reversed(few), "-p", again / "pair")
    run("build", "script", "-p", again / "pair")
    for name in ("record/record.json", "script/script.json", "identity/identities.json"):
        assert (again / "pair" / "build" / name).read_bytes() == before[project / "build" / name]


def test_every_sentence_is_cited_or_editorial_and_all_holds(project, capsys):
    run("verify", "-p", project)
    assert "All holds" in capsys.readouterr().out
    script = json.loads((project / "build" / "script" / "script.json").read_text("utf-8"))
    for chapter in script["chapters"]:
        for scene in chapter["scenes"]:
            for sentence in scene["sentences"]:
                assert sentence["citations"] or sentence["kind"] == "editorial"


def test_one_changed_letter_in_the_record_is_named(project, capsys):
    path = project / "build" / "record" / "record.json"
    whole = path.read_text("utf-8")
    try:
        at = whole.index('"exact": "', whole.index('"statements"')) + 10
        path.write_text(whole[:at] + "X" + whole[at + 1 :], "utf-8")
        run("verify", "-p", project, status=1)
        said = capsys.readouterr().err
        assert re.search(r"statements/statement-\w+ was changed", said)
        assert "do not stand in the source" in said
    finally:
        path.write_text(whole, "utf-8")


def test_without_fonts_there_is_no_film_but_all_the_rest(project, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("sijill.film.fonts.assets_folder", lambda: tmp_path)
    run("build", "-p", project, status=1)
    said = capsys.readouterr().out
    assert "not built, as they need it: film" in said
    assert "make assets" in said
    assert (project / "build" / "site" / "index.html").exists()
    assert not list((project / "build").rglob("*.mp4"))


def test_no_visit_that_was_put_off_is_told_as_held(project, capsys):
    run("find", "--person", "Kishida", "--kind", "visit", "--json", "-p", project)
    visits = json.loads(capsys.readouterr().out)
    assert "postponed" in {v["status"] for v in visits}
    assert "held" not in {v["status"] for v in visits}


@pytest.mark.parametrize("command", ["visits", "people", "quotations", "claims", "sources"])
def test_the_record_answers_in_words_and_as_json(project, capsys, command):
    run(command, "-p", project)
    assert capsys.readouterr().out.strip()
    run(command, "--json", "-p", project)
    assert json.loads(capsys.readouterr().out)


def test_words_that_were_denied_are_shown_as_denied():
    empty = Record("T", ("PE", "GH"), ("en",), (), (), (), (), ())
    words, cue = "a quarrel over fish", "denied"
    cited = (Citation("a", 10, 29, words), Citation("a", 3, 9, cue))
    said = StatementItem("statement-1", QuotationKind.INDIRECT, "en", words, cited)
    assert f"    denied: “{words}”" in list(Words(empty).statement(said))
    asserted = replace(said, citations=(cited[0], replace(cited[1], exact="said")))
    assert f"    “{words}”" in list(Words(empty).statement(asserted))


def test_a_text_is_read_to_marks_whose_words_stand_at_their_offsets(tmp_path, capsys):
    text = "Visit\n\nForeign Minister Ana Quispe of Peru visited Accra on 3 May 2024.\n"
    (tmp_path / "a.en.txt").write_text(text, "utf-8")
    run("read", tmp_path / "a.en.txt", "--format", "gold", "--out", tmp_path / "out")
    marks = json.loads((tmp_path / "out" / "a.en.json").read_text("utf-8"))
    assert marks["format"] == "sijill.gold/1"
    assert marks["mentions"]
    for mention in marks["mentions"]:
        assert text[mention["start"] : mention["end"]] == mention["text"]


def test_a_kind_that_is_none_is_answered_with_the_nearest(project, capsys):
    run("find", "--kind", "audence", "-p", project, status=2)
    assert "Perhaps: audience" in capsys.readouterr().err


def test_help_names_every_command():
    said = CliRunner().invoke(cli, ["--help"]).output
    for name in cli.list_commands(click.Context(cli)):
        assert name in said


def test_what_is_known_of_somebody_is_told_with_where_it_stands(project, capsys):
    run("about", "Токаев", "-p", project)
    said = capsys.readouterr().out
    assert "kassym-jomart-tokayev" in said
    assert "head_of_state" in said
    assert "Why these names are one" in said
    assert "Happenings:" in said


def test_an_item_says_why_it_is_so_and_whether_the_film_tells_it(project, capsys):
    record = open_record(project)
    script = (project / "build" / "script" / "script.json").read_text("utf-8")
    told = next(e["id"] for e in record["events"] if f'"{e["id"]}"' in script)
    run("about", told[:-1], "-p", project)
    said = capsys.readouterr().out
    assert "type: " in said
    assert "Told in the film" in said
    silent = next(e["id"] for e in record["events"] if f'"{e["id"]}"' not in script)
    run("about", silent, "--json", "-p", project)
    answer = json.loads(capsys.readouterr().out)
    assert answer["told"] == []
    assert answer["untold"]
    assert answer["item"]["tellings"]


def test_a_name_that_nobody_bears_is_answered_with_the_nearest(project, capsys):
    run("about", "Tokayef", "-p", project, status=2)
    assert "kassym-jomart-tokayev" in capsys.readouterr().err


def open_record(project):
    return json.loads((project / "build" / "record" / "record.json").read_text("utf-8"))


def test_a_correction_in_the_ledger_lies_over_what_was_read(project, tmp_path):
    copy = tmp_path / "pair"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("build"))
    run("build", "record", "-p", copy)
    record = json.loads((copy / "build" / "record" / "record.json").read_text("utf-8"))
    event = record["events"][0]["id"]
    append(
        copy / "ledger" / "ledger.jsonl",
        at="2026-01-01T00:00:00Z",
        who="Aru",
        what="correction",
        why="a double",
        fields={"item": event, "action": "reject", "values": {}},
    )
    run("build", "record", "-p", copy)
    after = json.loads((copy / "build" / "record" / "record.json").read_text("utf-8"))
    assert event not in {e["id"] for e in after["events"]}
    assert len(after["events"]) == len(record["events"]) - 1


def test_files_one_may_not_open_are_refused_one_by_one(tmp_path, project, capsys):
    (tmp_path / "bad\x1b[31m.txt").symlink_to("nowhere")
    (tmp_path / "good.txt").write_text(
        "The minister of Ghana arrived in Lima on Friday.\n", "utf-8"
    )
    run("add", tmp_path / "bad\x1b[31m.txt", tmp_path / "good.txt", "-p", project)
    told = capsys.readouterr()
    assert "1 taken, 0 known already, 1 refused." in told.out
    assert "bad\ufffd[31m.txt: cannot be opened" in told.err


def test_one_text_that_cannot_be_read_does_not_cost_the_next(tmp_path, capsys):
    (tmp_path / "b.txt").write_text("The minister of Ghana arrived in Lima on Friday.\n", "utf-8")
    run("read", tmp_path / "none.txt", tmp_path / "b.txt", status=1)
    told = capsys.readouterr()
    assert "none.txt: cannot be opened" in told.err
    assert json.loads(told.out)["id"] == "b"


def test_what_differs_is_found_with_the_accounts_a_text_itself_sets_apart(tmp_path, capsys):
    run("new", tmp_path / "p", "--title", "T", "--between", "PE", "GH")
    (tmp_path / "a.txt").write_text(
        "Harbour of Tema\n\nOutlets differ on what 3 trillion yen stands for. Reuters says projects"
        " will be launched for it. Kyodo calls it a target for private investment.\n",
        encoding="utf-8",
    )
    run("add", tmp_path / "a.txt", "-p", tmp_path / "p", "--published", "2026-03-01")
    run("build", "record", "-p", tmp_path / "p")
    capsys.readouterr()
    run("find", "--disputed", "-p", tmp_path / "p")
    told = capsys.readouterr().out
    assert told.count("3,000,000,000,000 JPY") == 2
    assert told.count("[one number told of two things]") == 2
    assert "accounts differ   “Outlets differ”\n    Reuters: “Reuters says projects" in told
    run("find", "--disputed", "--json", "-p", tmp_path / "p")
    found = json.loads(capsys.readouterr().out)
    assert [row["id"].split("-")[0] for row in found] == ["figure", "figure", "account"]
    assert len(found[-1]["versions"]) == 2
