"""What its evidence does not bear is left out of a script, and what is left of that is named."""

from __future__ import annotations

from sijill.errors import ScriptFault
from sijill.script.pruning import prune
from sijill.script.sentence import Chapter, Script


def fault(sentence_id: str) -> ScriptFault:
    return ScriptFault("has no citation", sentence_id=sentence_id, remedy="")


def said_in(chapter: Chapter) -> list[str]:
    return [sentence.id for scene in chapter.scenes for sentence in scene.sentences]


def test_a_clean_script_is_whole(script: Script) -> None:
    found = prune(script, [])
    assert (found.script, found.left_out) == (script, ())


def test_a_sentence_at_fault_is_left_out_with_its_reason(script: Script) -> None:
    chapter = max(script.chapters, key=lambda one: len(said_in(one)))
    first, *others = said_in(chapter)
    found = prune(script, [fault(first), fault(first)])
    [kept] = [one for one in found.script.chapters if one.id == chapter.id]
    assert said_in(kept) == others
    assert found.left_out == (f"sentence {first} was left out: it has no citation",)
    assert found.script.missing == script.missing


def test_a_chapter_of_which_nothing_holds_is_missing_in_every_language(script: Script) -> None:
    chapter = script.chapters[1]
    found = prune(script, map(fault, said_in(chapter)))
    assert chapter.id not in {one.id for one in found.script.chapters}
    lost = found.script.missing[-1]
    assert lost.id == chapter.id
    assert set(lost.why) == set(script.languages)
    assert lost.why["en"] == "Nothing that could be said here stood the check against the sources."
