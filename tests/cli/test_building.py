"""What a build says while it goes on and at its end: which stage, how long, how long the film."""

from __future__ import annotations

import io

import pytest
from click.testing import CliRunner
from rich.console import Console

from sijill.cli import building
from sijill.cli.main import cli
from sijill.film.cut import Cut, CutChapter, CutScene
from sijill.film.edit_list import write_edit_list
from sijill.script.scenes import TitleCard
from sijill.stages.filming import FilmOrder, length_of


def test_a_log_has_each_stage_and_the_seconds_of_a_long_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter([10.0, 71.4, 80.0, 80.2])
    monkeypatch.setattr(building, "monotonic", lambda: next(clock))
    out = io.StringIO()
    bars = building._Bars(Console(file=out))
    for stage in ("film", "page"):
        bars.on_stage(stage, "begins")
        bars.on_stage(stage, "ends")
    bars.on_stage("cut", "ends")  # was fresh: it never began
    assert out.getvalue().split("\n") == ["  film …", "  film took 61 s", "  page …", ""]


def test_only_languages_with_a_narrator_are_offered() -> None:
    said = CliRunner().invoke(cli, ["build", "--help"]).output
    assert "--language [ar|en]" in said


def test_the_length_of_a_film_is_that_of_its_cut(tmp_path) -> None:
    title = {"en": "Partners"}
    scene = CutScene("one", "c", TitleCard(title), (), frames=1500, fade_in=0, fade_out=0, lead=25)
    cut = Cut(
        "f", title, "en", ("en",), "hd_1080p25", None, (CutChapter("c", title),), (scene,), ()
    )
    order = FilmOrder(tmp_path, "f", ("en",), "draft", lambda stage, done, total: None)
    order.cut.parent.mkdir()
    write_edit_list(cut, order.cut, film_url="f.mp4", voice_url="voice")
    assert length_of(order) == 61.0
