"""voices and versions, over a record that is written by hand."""

import json

import pytest

from sijill.citation import Citation
from sijill.cli.main import main
from sijill.cli.words import Words
from sijill.documents.document import Status
from sijill.record.items import EventItem, Record, SourceNote, VersionDifference, Voice
from sijill.serial import write_json

SOURCES = tuple(
    SourceNote(name, f"{name}.txt", "", lang, outlet, "2025-12-25", None, None, 9)
    for name, lang, outlet in (("a", "ar", "Asdaa"), ("b", "ru", "Kazinform"), ("c", "en", None))
)
VOICES = (
    Voice("voice-a", ("a", "b"), {"en": "versions in several languages: 71 %"}, ("KZ",)),
    Voice("voice-c", ("c",)),
)
LOST = VersionDifference(
    "scope",
    Citation("a", 0, 20, "أول رئيس دولة يتحدث"),
    Citation("b", 4, 24, "из нашего региона"),
    "a",
    {"en": "The limit of a claim: “из нашего региона” is missing"},
)
LEFT_OUT = VersionDifference(
    "sentence", None, Citation("b", 30, 40, "Он уехал."), "a", {"en": "A sentence: “Он уехал.”"}
)


def run(*arguments, status=0):
    with pytest.raises(SystemExit) as stopped:
        main([str(a) for a in arguments])
    assert (stopped.value.code or 0) == status


@pytest.fixture
def project(tmp_path, capsys):
    folder = tmp_path / "pair"
    run("new", folder, "--title", "t", "--between", "KZ", "JP")
    record = Record(
        "t", ("KZ", "JP"), ("en",), SOURCES, (), (), (), (),
        voices=VOICES, versions=(LOST, LEFT_OUT),
    )  # fmt: skip
    write_json(folder / "build" / "record" / "record.json", record)
    capsys.readouterr()
    return folder


def test_voices_tell_what_is_one_and_why(project, capsys):
    run("voices", "-p", project)
    shown = capsys.readouterr().out
    assert "3 sources, 2 independent voices" in shown
    assert "2 sources, one voice [KZ]: versions in several languages: 71 %" in shown
    assert "Kazinform, 2025-12-25" in shown


def test_versions_show_the_words_of_both_sides(project, capsys):
    run("versions", "-p", project)
    shown = capsys.readouterr().out
    assert "Asdaa, 2025-12-25: lacks it: “أول رئيس دولة يتحدث”" in shown
    assert "Kazinform, 2025-12-25: “из нашего региона”" in shown
    assert "Asdaa, 2025-12-25: leaves it out" in shown


def test_versions_can_be_asked_for_by_kind(project, capsys):
    run("versions", "-p", project, "--kind", "scope", "--json")
    [difference] = json.loads(capsys.readouterr().out)
    assert (difference["kind"], difference["missing"]) == ("scope", "a")
    run("versions", "-p", project, "--kind", "number")
    assert "No versions" in capsys.readouterr().err


def test_an_event_says_how_many_voices_tell_it():
    cited = (Citation("a", 0, 9, "They met."),)
    record = Record("t", ("KZ", "JP"), ("en",), SOURCES, (), (), (), ())
    event = EventItem("e", "talks", Status.HELD, cited, voices=2, sides=("JP", "KZ"))
    lines = list(Words(record).event(event))
    assert "    told by 2 independent voices (JP, KZ)" in lines
    alone = EventItem("e", "talks", Status.HELD, cited)
    assert not any("voices" in line for line in Words(record).event(alone))


def test_voices_as_json_are_the_shared_ones(project, capsys):
    run("voices", "-p", project, "--json")
    assert [v["id"] for v in json.loads(capsys.readouterr().out)] == ["voice-a"]
