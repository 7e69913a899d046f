import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from sijill.cli.main import cli
from sijill.ledger import replay
from sijill.standing import standing
from sijill.workspace import open_workspace

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "strong-partner" / "sources"
FEW = ("01", "02", "07", "16")


def run(*arguments, keys=""):
    done = CliRunner().invoke(cli, [str(a) for a in arguments], input=keys)
    assert done.exception is None or done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "pair"
    run("new", folder, "--title", "شريك", "--between", "KZ", "JP")
    run("add", *(p for p in EXAMPLE.iterdir() if p.name[:2] in FEW), "-p", folder)
    run("build", "record", "-p", folder)
    return folder


def decided(project):
    """Give action and item of the decisions that stand."""
    lines = standing(replay(open_workspace(project).ledger))
    return [(e.fields["action"], e.fields["item"]) for e in lines if e.what == "decision"]


def asked(project, *more):
    return json.loads(run("review", "-p", project, "--json", *more))


def test_ten_items_are_answered_in_far_less_than_a_minute(project):
    questions = asked(project)
    before = [q["id"] for q in questions]
    assert len(before) > 10
    # Which of two days is right is answered with a number, the others with y.
    keys = "".join(q["choices"][0]["key"] for q in questions[:10])
    started = time.perf_counter()
    shown = run("review", "-p", project, keys=keys + "q")
    assert time.perf_counter() - started < 10
    assert "10 answered" in shown
    assert len(decided(project)) == 10
    assert not {q["id"] for q in asked(project)} & set(before[:10])


def test_taken_back_it_is_asked_again(project):
    first = asked(project)[0]["id"]
    run("review", "-p", project, keys="nuq")
    assert decided(project) == []
    assert asked(project)[0]["id"] == first


def test_an_answer_outlives_the_next_build(project):
    [event, *_] = [q for q in asked(project) if q["about"] == "whole" and "visit" in q["id"]]
    place = [q["id"] for q in asked(project)].index(event["id"])
    run("review", "-p", project, keys=" " * place + "nq")
    assert decided(project) == [("reject", event["id"])]
    run("build", "record", "-p", project)
    record = json.loads((project / "build" / "record" / "record.json").read_text("utf-8"))
    assert event["id"] not in {e["id"] for e in record["events"]}


def test_a_typed_value_that_cannot_be_is_refused_and_the_question_stays(project):
    shown = run("review", "-p", project, keys="edate=someday\nq")
    assert "someday" in shown
    assert decided(project) == []


def test_a_typed_value_is_kept(project):
    questions = asked(project)
    place = next(n for n, q in enumerate(questions) if q["id"].startswith("visit-"))
    run("review", "-p", project, keys=" " * place + "edate=2008-06-18\nq")
    assert decided(project) == [("correct", questions[place]["subject"][0])]
