"""The cut of a build, as editing programs take it."""

import opentimelineio as otio
import pytest

from sijill.citation import Span, cite
from sijill.errors import WorkspaceFault
from sijill.exports.material import ALONE
from sijill.film.cut import make_cut
from sijill.film.edit_list import write_edit_list
from sijill.film.voice import Narration
from sijill.script.scenes import TitleCard
from sijill.script.sentence import Chapter, Line, Scene, Script, ScriptSentence, SentenceKind
from sijill.stages.cut_files import CUT_FORMATS, cut_files
from sijill.workspace import Settings, create_workspace

SOURCE = "استقبل الإمبراطور الرئيس في اليوم نفسه."


@pytest.fixture
def workspace(tmp_path):
    made = create_workspace(tmp_path / "pair", Settings("شريك", ("KZ", "JP")))
    said = ScriptSentence(
        "protocol-1.1",
        SentenceKind.PARAPHRASE,
        {"ar": Line(SOURCE, SOURCE)},
        items=("audience-1",),
        citations=(cite("source-1", SOURCE, Span(0, 17)),),
    )
    scene = Scene("protocol-1", TitleCard({"ar": "شريك"}), (said,))
    script = Script({"ar": "شريك"}, ("ar",), (Chapter("protocol", {"ar": "المراسم"}, (scene,)),))
    cut = make_cut(
        script, language="ar", subtitle_languages=("ar",), voice=Narration("ar", None), name="pair"
    )
    path = made.build / "film" / "pair.ar.otio"
    write_edit_list(cut, path, film_url="pair.ar.mp4", voice_url="../cache/voice")
    return made


def test_the_cut_is_a_timeline_with_its_clip(workspace):
    data = cut_files(workspace, "otio", "ar")[ALONE]
    timeline = otio.adapters.read_from_string(data.decode("utf-8"), "otio_json")
    assert [clip.name for clip in timeline.find_clips()][:1] == ["protocol-1"]


def test_lists_name_the_clip_and_the_words_it_stands_on(workspace):
    edl = cut_files(workspace, "edl", "ar")[ALONE].decode("utf-8")
    assert edl.startswith("TITLE: شريك\n")
    assert "* FROM CLIP NAME: protocol-1" in edl
    assert "source-1:0-17 استقبل الإمبراطور" in edl
    markers = cut_files(workspace, "markers", "ar")[ALONE].decode("utf-8")
    assert "|M:المراسم" in markers


@pytest.mark.parametrize("kind", CUT_FORMATS)
def test_a_language_without_a_cut_is_told(kind, workspace):
    with pytest.raises(WorkspaceFault, match="no cut of the film in “en”"):
        cut_files(workspace, kind, "en")
