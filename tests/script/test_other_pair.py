"""What fits one pair of states must fit any: an invented record of a sultan and a king."""

from __future__ import annotations

import pytest
from other_record import TEXT, other_record

from sijill.script.check import check_script
from sijill.script.compose import write_script
from sijill.script.sentence import Script


@pytest.fixture(scope="module")
def script() -> Script:
    return write_script(other_record())


def telling(script: Script, item: str, language: str) -> str:
    return " ".join(
        s.lines[language].show
        for _, scene in script.scenes()
        for s in scene.sentences
        if item in s.items
    )


def test_rulers_bear_the_titles_of_their_states(script: Script) -> None:
    assert "سلطان عُمان سالم بن راشد" in telling(script, "visit", "ar")
    assert "Sultan Salim bin Rashid of Oman paid a state visit to the Netherlands" in telling(
        script, "visit", "en"
    )
    assert "ملك هولندا هندريك" in telling(script, "audience", "ar")
    assert "King Hendrik of the Netherlands" in telling(script, "audience", "en")


def test_women_are_known_by_the_verb_beside_their_words_and_by_their_names(script: Script) -> None:
    assert "رئيسة وزراء هولندا ماريكه فان دن بيرغ" in telling(script, "talks", "ar")
    assert "الفنانة فاطمة الحارثي" in telling(script, "meeting", "ar")


def test_what_is_to_come_and_what_fell_through(script: Script) -> None:
    assert telling(script, "coming", "en").endswith("is due to visit Muscat in May 2031.")
    assert telling(script, "coming", "ar").startswith("ومن المقرر أن يزور")
    assert "أُلغيت" in telling(script, "cancelled", "ar")


def test_a_plan_with_its_amount(script: Script) -> None:
    assert "worth more than 2 billion euros" in telling(script, "terminal", "en")
    assert "أكثر من ملياري يورو" in telling(script, "terminal", "ar")


def test_chapters_take_the_title_that_fits_the_pair(script: Script) -> None:
    titles = {chapter.id: chapter.title["en"] for chapter in script.chapters}
    assert titles["united_nations"] == "From the lectern"
    assert {m.id for m in script.missing} == {"experts", "nuclear_security"}


def test_it_stands_on_its_evidence(script: Script) -> None:
    report = check_script(script, other_record(), {"en-1": TEXT})
    assert [str(f) for f in report.faults] == []
