import json

import pytest

from sijill.cli.main import main
from sijill.record.items import RECORD_FORMAT, Record
from sijill.serial import read_json

WORDS = (
    "توكاييف يلقي محاضرة\n\n"
    "ألقى الرئيس الكازاخستاني قاسم جومارت توكاييف محاضرة في طوكيو في 19 ديسمبر 2025."
    " وقال توكاييف: «الثقة يجب أن تعود إلى العالم».\n"
)


def run(*arguments, status=0):
    """Run the command as a shell would."""
    with pytest.raises(SystemExit) as stopped:
        main([str(a) for a in arguments])
    assert (stopped.value.code or 0) == status


@pytest.fixture
def project(tmp_path, capsys):
    """A project of one Arabic source, built as far as its record."""
    text = tmp_path / "01.ar.txt"
    text.write_text(WORDS, "utf-8")
    run("new", tmp_path / "p", "--title", "شريك", "--between", "KZ", "JP")
    run("add", text, "--published", "2025-12-20", "-p", tmp_path / "p")
    run("build", "record", "-p", tmp_path / "p")
    capsys.readouterr()
    return tmp_path / "p"


def record(project):
    return read_json(
        project / "build" / "record" / "record.json", Record, format_name=RECORD_FORMAT
    )


def decide(project, *arguments, status=0):
    run("decide", *arguments, "--why", "رأيته بنفسي", "-p", project, status=status)


def test_a_script_decides_and_the_next_build_follows(project, capsys):
    lecture = next(e for e in record(project).events if e.type == "lecture")
    decide(project, lecture.id, "correct", "date=2025-12-18", "participants=قاسم جومارت توكاييف")
    assert "Line 2: correct" in capsys.readouterr().out
    decide(project, record(project).statements[0].id, "translate", "en=Trust must return.")
    run("build", "record", "-p", project)
    after = record(project)
    assert next(e for e in after.events if e.type == "lecture").date == "2025-12-18"
    assert after.statements[0].translations == {"en": "Trust must return."}
    capsys.readouterr()
    run("find", "--kind", "lecture", "-p", project)
    assert "correct date, participants: " in capsys.readouterr().out
    decide(project, 2, "withdraw")
    run("build", "record", "-p", project)
    assert next(e for e in record(project).events if e.type == "lecture").date == lecture.date


def test_a_name_and_a_post_are_corrected_shown_and_given_back(project, capsys):
    someone = "kassym-jomart-tokayev"
    before = next(e for e in record(project).entities if e.id == someone)
    decide(project, someone, "correct", "name.ar=قاسم جومرت توكاييف")
    decide(project, someone, "correct", "post=head_of_state", "from=2019-03-20")
    run("build", "record", "-p", project)
    capsys.readouterr()
    run("people", "-p", project)
    said = capsys.readouterr().out
    assert "قاسم جومرت توكاييف" in said
    assert "head_of_state KZ (current, 2019-03-20/..; decided, line 3)" in said
    assert "correct name.ar: " in said
    decide(project, 2, "withdraw")
    decide(project, 3, "withdraw")
    run("build", "record", "-p", project)
    assert next(e for e in record(project).entities if e.id == someone) == before


def test_decisions_are_listed_with_what_became_of_them(project, capsys):
    item = record(project).events[0].id
    decide(project, item, "confirm")
    decide(project, 2, "withdraw")
    decide(project, "new", "add", "type=talks", "source=01", "words=ألقى الرئيس")
    capsys.readouterr()
    run("decisions", "-p", project)
    said = capsys.readouterr().out
    assert "رأيته بنفسي" in said
    assert "withdrawn by line 3" in said
    run("decisions", "--json", "-p", project)
    lines = json.loads(capsys.readouterr().out)
    assert [(line["line"], line["action"], line["withdrawn_by"]) for line in lines] == [
        (2, "confirm", 3),
        (3, "withdraw", None),
        (4, "add", None),
    ]
    # With the words it was taken on, so that it can be read when its item is gone.
    assert [c["exact"] for c in lines[2]["citations"]] == ["ألقى الرئيس"]
    run("decisions", item, "--json", "-p", project)
    assert [line["line"] for line in json.loads(capsys.readouterr().out)] == [2]


def test_a_decision_without_effect_says_so(project, capsys):
    added = ("new", "add", "type=talks", "source=01", "words=ألقى الرئيس", "place=طوكيو")
    decide(project, *added)
    decide(project, 2, "withdraw")
    decide(project, *added, "date=2025-12-19")
    item = json_of(capsys, "decisions", "--json", "-p", project)[-1]["item"]
    run("build", "record", "-p", project)
    decide(project, item, "confirm")
    decide(project, 4, "withdraw")
    run("build", "record", "-p", project)
    last = json_of(capsys, "decisions", "--json", "-p", project)[-2]
    assert last["action"] == "confirm"
    assert item in last["reason"]
    run("decisions", "-p", project)
    assert "changes nothing" in capsys.readouterr().out


def json_of(capsys, *arguments):
    capsys.readouterr()
    run(*arguments)
    return json.loads(capsys.readouterr().out)


def test_two_entities_are_one_and_two_again(project, capsys):
    people = [e.id for e in record(project).entities if e.kind == "person"]
    places = [e.id for e in record(project).entities if e.kind == "place"]
    decide(project, people[0], "different", f"with={places[0]}", "--who", "Mariam")
    line = json_of(capsys, "decisions", "--json", "-p", project)[0]
    assert (line["action"], line["who"]) == ("different", "Mariam")
    assert {line["item"], line["values"]["with"]} == {people[0], places[0]}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("ITEM", "correct", "date"), "is not FIELD=VALUE"),
        (("ITEM", "correct", "date=2025", "date=2026"), "given twice"),
        (("ITEM", "correct", "date=soon"), "“soon” is not a date"),
        (("ITEM", "improve"), "improve"),
        (("ITEM", "same"), "two different ones"),
        (("ITEM", "add", "type=talks"), "is no new item"),
        (("ITEM", "withdraw"), "is no line"),
        (("99", "withdraw"), "has no line 99"),
        (("1", "withdraw"), "takes a source in"),
        (("2", "withdraw", "x=y"), "says nothing here"),
        (("ITEM", "rights", "allowed=yes"), "no file of the project's own"),
        (("media/x.jpg", "rights"), "may it be shown"),
        (("media/x.jpg", "rights", "allowed=no"), "is no file in"),
        (("lecture-1", "confirm"), "is no item of the record"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(project, capsys, arguments, says):
    before = (project / "ledger" / "ledger.jsonl").read_bytes()
    item = record(project).events[0].id
    decide(project, *(item if a == "ITEM" else a for a in arguments), status=2)
    assert says in capsys.readouterr().err
    assert (project / "ledger" / "ledger.jsonl").read_bytes() == before


def test_without_a_reason_nothing_is_decided(project, capsys):
    run("decide", record(project).events[0].id, "confirm", "-p", project, status=2)
    assert "--why" in capsys.readouterr().err


def test_without_a_record_there_is_nothing_to_decide_on(tmp_path, capsys):
    run("new", tmp_path / "p", "--title", "T", "--between", "PE", "GH")
    decide(tmp_path / "p", "x", "confirm", status=1)
    assert "there is no record yet" in capsys.readouterr().err


def test_a_broken_ledger_ends_with_1(project, capsys):
    path = project / "ledger" / "ledger.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"number": 1', b'"number": 7'))
    decide(project, record(project).events[0].id, "confirm", status=1)
    assert "ledger.jsonl:1" in capsys.readouterr().err


def test_what_was_set_on_a_source_is_withdrawn_like_any_decision(project, capsys):
    run("sources", "set", "01", "published=2025-12-25", "-p", project)
    assert json_of(capsys, "sources", "--json", "-p", project)[0]["published"] == "2025-12-25"
    line = json_of(capsys, "decisions", "--json", "-p", project)[0]
    assert (line["action"], line["values"]) == ("source-fields", {"published": "2025-12-25"})
    decide(project, line["line"], "withdraw")
    assert json_of(capsys, "sources", "--json", "-p", project)[0]["published"] == "2025-12-20"


def test_rights_are_kept_and_a_changed_still_loses_them(project, capsys):
    still = project / "media" / "قصر.jpg"
    still.write_bytes(b"picture")
    terms = ("allowed=yes", "licence=CC BY 4.0", "holder=Aru Bek", "credit=© Aru Bek")
    decide(project, "media/قصر.jpg", "rights", *terms)
    assert json_of(capsys, "decisions", "--json", "-p", project)[0]["reason"] == ""
    still.write_bytes(b"another picture")
    reason = json_of(capsys, "decisions", "--json", "-p", project)[0]["reason"]
    assert "has other bytes than it had" in reason
    run("verify", "-p", project)
    assert "قصر.jpg" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["visits", "people", "quotations", "claims"])
def test_lists_show_the_ids_that_decisions_need(project, capsys, command):
    rows = json_of(capsys, command, "--json", "-p", project)
    ids = [(row[0] if command == "visits" else row)["id"] for row in rows]
    run(command, "-p", project)
    said = capsys.readouterr().out.splitlines()
    assert all(any(line.endswith(f"  {i}") for line in said) for i in ids)


def test_what_is_found_shows_its_id(project, capsys):
    item = next(e for e in record(project).events if e.type == "lecture").id
    run("find", "--kind", "lecture", "-p", project)
    assert capsys.readouterr().out.splitlines()[0].endswith(f"  {item}")


def test_somebody_is_named_by_a_name_that_nobody_else_bears(project, capsys):
    decide(project, "قاسم جومارت توكاييف", "correct", "name.en=K.-J. Tokayev")
    assert "correct kassym-jomart-tokayev" in capsys.readouterr().out
    decide(project, "Kassym-Jomart Tokayev", "same", "with=طوكيو", status=0)
    line = json_of(capsys, "decisions", "--json", "-p", project)[-1]
    assert {line["item"], line["values"]["with"]} == {"kassym-jomart-tokayev", "tokyo"}
    decide(project, "Kassym-Jomart Tokayev", "same", "with=قاسم جومارت توكاييف", status=2)
    assert "two different ones" in capsys.readouterr().err


def test_a_name_that_nobody_bears_is_answered_with_the_nearest(project, capsys):
    for asked in (("find", "--person", "Tokayef"), ("quotations", "--speaker", "Tokayef")):
        run(*asked, "-p", project)
        said = capsys.readouterr().err
        assert "The record knows nobody called “Tokayef”. Perhaps: kassym-jomart-tokayev" in said
    run("find", "--place", "Qqqqq", "-p", project)
    assert capsys.readouterr().err == "The record knows no place called “Qqqqq”.\n"
    # Who is known and has nothing of the kind is another answer.
    run("find", "--person", "Tokayev", "--kind", "signing", "-p", project)
    assert "Nothing of this kind" in capsys.readouterr().err
    run("find", "--person", "Tokayef", "--json", "-p", project)
    assert json.loads(capsys.readouterr().out) == []
