from sample_cards import CARDS

from sijill.film.fonts import load_fonts
from sijill.film.layout import check_layout
from sijill.script.scenes import CalloutCard, QuoteCard, RollEntry, SourceRollCard, TitleCard


def test_sample_cards_have_no_fault_in_any_language() -> None:
    faults = check_layout(CARDS.items(), ("ar", "en", "ru", "kk", "ja"), load_fonts())
    assert [str(fault) for fault in faults] == []


def test_all_faults_of_all_scenes_are_told_at_once() -> None:
    long = "كلمة " * 400
    scenes = [
        ("protocol-1", TitleCard({"ar": long, "en": "Short"})),
        ("experts-2", QuoteCard(long, "ar", {"ar": "المتحدث", "en": "Speaker"})),
        ("closing-1", CalloutCard({"ar": "ع"}, {"ar": "فيه \U0001f600"})),
    ]
    faults = check_layout(scenes, ("ar", "en"), load_fonts())
    told = [(fault.scene_id, fault.what.split(" ")[0]) for fault in faults]
    assert ("protocol-1", "text") in told
    # The quotation is Arabic in both languages of the film.
    assert len([scene for scene, _ in told if scene == "experts-2"]) >= 2
    assert ("closing-1", "no") in told
    assert all(fault.text and fault.remedy for fault in faults)


def test_headline_in_a_writing_without_font_is_told_not_drawn() -> None:
    entries = (
        RollEntry("ბოლო ამბები თბილისიდან", "ka", "Agenda", {"en": "1 May 2025"}),
        RollEntry("News", "en", "Kyodo", {}),
    )
    card = SourceRollCard({"en": "Sources"}, entries)
    assert check_layout([("closing-2", card)], ("en", "ar"), load_fonts()) == []


def test_a_source_line_with_vowel_signs_is_set() -> None:
    callout = CalloutCard({"ar": "عنوان"}, {"ar": "واقعة"}, source={"ar": "١٣ مصدراً، صَحِيفَةُ الشَّرْقِ"})
    assert check_layout([("protocol-1", callout)], ["ar"], load_fonts()) == []
