"""Commands that are named in messages can be typed as they stand."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sijill.cli.hints import ON_A_PROJECT, hinted, keep_project
from sijill.cli.main import cli, main


@pytest.fixture(autouse=True)
def unnamed():
    keep_project(None)
    yield
    keep_project(None)


def run(*arguments):
    with pytest.raises(SystemExit):
        main([str(a) for a in arguments])


def test_a_hint_keeps_the_project_and_the_path_that_were_given(monkeypatch):
    assert hinted("Run: sijill build") == "Run: sijill build"
    monkeypatch.setattr(sys, "argv", ["../.venv/bin/sijill"])
    keep_project(Path("my film"))
    assert hinted("Run: sijill build") == "Run: ../.venv/bin/sijill build -p 'my film'"
    said = "Set it:  sijill sources set NAME published=YYYY. Or run: sijill build"
    typed = "../.venv/bin/sijill sources set NAME published=YYYY -p 'my film'"
    assert hinted(said) == f"Set it:  {typed}. Or run: ../.venv/bin/sijill build -p 'my film'"
    assert hinted("what sijill verify printed") == (
        "what ../.venv/bin/sijill verify -p 'my film' printed"
    )
    # What names a project already, or needs none, keeps its words; so does any other sentence.
    assert hinted("Add: sijill add PATH -p x") == "Add: ../.venv/bin/sijill add PATH -p x"
    assert hinted(typed) == typed
    assert hinted("Perhaps: sijill find or sijill figures") == (
        "Perhaps: ../.venv/bin/sijill find -p 'my film' or ../.venv/bin/sijill figures -p 'my film'"
    )
    assert hinted("sijill new DIR") == "../.venv/bin/sijill new DIR"
    assert hinted("no Sijill project, sijill.toml") == "no Sijill project, sijill.toml"


def test_a_command_on_the_path_is_called_by_its_name(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["/usr/bin/sijill"])
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert hinted("Run: sijill build") == "Run: sijill build"


@pytest.mark.parametrize("name", cli.list_commands(None))
def test_hints_know_which_commands_work_on_a_project(name):
    command = cli.get_command(None, name)
    takes = any(option.name == "project" for option in command.params)
    assert takes == (name in ON_A_PROJECT)


def test_what_build_and_decide_propose_names_the_project(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.en.txt").write_text("Ana Quispe of Peru visited Accra on 3 May 2024.\n", "utf-8")
    run("new", "p", "--title", "T", "--between", "PE", "GH")
    run("visits", "-p", "p")
    assert "Run: sijill build -p p" in capsys.readouterr().err
    run("add", "a.en.txt", "-p", "p")
    run("build", "record", "-p", "p")
    assert "sijill sources set NAME published=YYYY-MM-DD -p p\n" in capsys.readouterr().out
    run("sources", "set", "a.en.txt", "published=2024-05-04", "-p", "p")
    assert "Build again:  sijill build -p p" in capsys.readouterr().out


def test_a_mistyped_command_is_answered_with_the_nearest(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["biuld"])
    assert stopped.value.code == 2
    assert "“biuld” is no command\nPerhaps: sijill build" in capsys.readouterr().err


def test_help_is_whole_at_eighty_columns():
    def shown(*arguments):
        return CliRunner().invoke(cli, [*arguments, "--help"], terminal_width=78).output

    assert "..." not in shown().replace("[ARGS]...", "")
    said = shown("decide")
    assert "\b" not in said
    assert '\n  sijill decide 12 withdraw --why "the source has corrected itself"\n' in said
