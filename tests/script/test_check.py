"""The check finds what has no evidence, in scripts that were spoiled on purpose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from strong_record import TEXTS

from sijill.citation import Citation
from sijill.record.items import Record
from sijill.script.check import check_script
from sijill.script.compose import write_script
from sijill.script.sentence import Line, Script, ScriptSentence, SentenceKind


def spoil(script: Script, item: str, change: Callable[[ScriptSentence], ScriptSentence]) -> Script:
    """Change the first sentence that tells an item."""
    done = False
    chapters = []
    for chapter in script.chapters:
        scenes = []
        for scene in chapter.scenes:
            told = []
            for sentence in scene.sentences:
                chosen = not done and item in sentence.items
                done = done or chosen
                told.append(change(sentence) if chosen else sentence)
            scenes.append(replace(scene, sentences=tuple(told)))
        chapters.append(replace(chapter, scenes=tuple(scenes)))
    assert done
    return replace(script, chapters=tuple(chapters))


def reshow(language: str, old: str, new: str) -> Callable[[ScriptSentence], ScriptSentence]:
    """Replace words that are shown."""

    def change(sentence: ScriptSentence) -> ScriptSentence:
        line = sentence.lines[language]
        assert old in line.show
        lines = {**sentence.lines, language: Line(line.show.replace(old, new), line.say)}
        return replace(sentence, lines=lines)

    return change


def faults(script: Script, record: Record) -> list[str]:
    return [fault.what for fault in check_script(script, record, TEXTS).faults]


def test_the_script_as_written_is_clean(script: Script, record: Record) -> None:
    report = check_script(script, record, TEXTS)
    assert [str(f) for f in report.faults] == []
    assert report.editorial == 4 + len(script.chapters)


def test_a_sentence_without_citation(script: Script, record: Record) -> None:
    bare = spoil(script, "signing", lambda s: replace(s, citations=()))
    assert faults(bare, record)[0] == "has no citation"
    editorial = spoil(
        script, "signing", lambda s: replace(s, citations=(), kind=SentenceKind.EDITORIAL)
    )
    assert not any("citation" in f for f in faults(editorial, record))


def test_a_date_that_no_source_tells(script: Script, record: Record) -> None:
    wrong = spoil(script, "relations", reshow("ar", "26 يناير", "27 يناير"))
    assert any("figure 27" in f for f in faults(wrong, record))


def test_a_number_that_no_source_tells(script: Script, record: Record) -> None:
    wrong = spoil(script, "signing", reshow("ar", "14 وثيقة", "15 وثيقة"))
    assert any("figure 15" in f for f in faults(wrong, record))


def test_a_name_that_is_not_of_the_event(script: Script, record: Record) -> None:
    wrong = spoil(script, "lecture", reshow("ar", "توكاييف", "نزارباييف"))
    assert any("نزارباييف" in f for f in faults(wrong, record))
    wrong = spoil(script, "komatsu-plant", reshow("en", "Astana", "Karaganda"))
    assert any("Karaganda" in f for f in faults(wrong, record))


def test_verbatim_words_are_never_altered(script: Script, record: Record) -> None:
    def change(sentence: ScriptSentence) -> ScriptSentence:
        line = Line("«آلة مقدسة»", "آلة مقدسة")
        return replace(sentence, lines={**sentence.lines, "ar": line})

    chapters = []
    for chapter in script.chapters:
        scenes = []
        for scene in chapter.scenes:
            told = tuple(
                change(s) if s.kind is SentenceKind.VERBATIM and "s8" in s.items else s
                for s in scene.sentences
            )
            scenes.append(replace(scene, sentences=told))
        chapters.append(replace(chapter, scenes=tuple(scenes)))
    wrong = replace(script, chapters=tuple(chapters))
    assert any("other words" in f for f in faults(wrong, record))


def test_an_orphaned_citation(script: Script, record: Record) -> None:
    moved = Citation("01", 3, 9, "لا توجد")
    wrong = spoil(script, "luncheon", lambda s: replace(s, citations=(moved,)))
    assert any("do not stand in source 01" in f for f in faults(wrong, record))


def test_a_missing_language_and_a_figure_for_the_voice(script: Script, record: Record) -> None:
    mute = spoil(script, "visit-2025", lambda s: replace(s, lines={"ar": s.lines["ar"]}))
    assert any("has no text in “en”" in f for f in faults(mute, record))
    digits = Line("14 documents were signed.", "14 documents were signed.")
    loud = spoil(script, "signing", lambda s: replace(s, lines={**s.lines, "en": digits}))
    assert any("says a figure" in f for f in faults(loud, record))


def test_an_item_that_is_not_in_the_record(script: Script, record: Record) -> None:
    wrong = spoil(script, "signing", lambda s: replace(s, items=("signing", "nothing")))
    assert any("“nothing”" in f for f in faults(wrong, record))


def test_a_decade_is_told_by_its_first_year(record: Record) -> None:
    """An event of the nineties (EDTF 199X) holds the figure of “in the 1990s”."""
    event = next(e for e in record.events if e.type == "embassy_opened")
    told = replace(event, date="199X")
    events = tuple(told if e is event else e for e in record.events)
    of_decade = replace(record, events=events)
    script = write_script(of_decade)
    shown = [
        line.show
        for _, scene in script.scenes()
        for sentence in scene.sentences
        for line in sentence.lines.values()
        if event.id in sentence.items
    ]
    assert any("in the 1990s" in words for words in shown)
    assert [str(f) for f in check_script(script, of_decade, TEXTS).faults] == []
