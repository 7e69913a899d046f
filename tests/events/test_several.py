"""Several happenings told by one verb, each with a day and a traveller of its own."""

import pytest
from told import found_in

A = "⟦person#e1!head_of_government@PE:{}⟧"
B = "⟦person#e2!head_of_government@PE:{}⟧"
FIRST, SECOND = "⟦date=2006-08:{}⟧", "⟦date=2015-10:{}⟧"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", f"زار كازاخستان رئيسان: {A.format('لي')} في {FIRST.format('أغسطس 2006')}، و"
         f"{B.format('وو')} في {SECOND.format('أكتوبر 2015')}."),
        ("en", f"Two premiers visited Ghana: {A.format('Li')} in {FIRST.format('August 2006')} and "
         f"{B.format('Wu')} in {SECOND.format('October 2015')}."),
        ("kk", f"⟦place#p1@GH:Ганаға⟧ үкімет басшылары екі рет сапармен келді: "
         f"{FIRST.format('2006 жылы')} {A.format('Ли')}, {SECOND.format('2015 жылы')} "
         f"{B.format('Ву')}."),
    ],
)  # fmt: skip
def test_each_day_has_its_own_traveller(language, words):
    visits = {e.date: e.participants for e in found_in(words, language) if e.type == "visit"}
    assert visits == {"2006-08": ("e1",), "2015-10": ("e2",)}


def test_one_traveller_came_on_all_days():
    words = f"{A.format('Li')} visited Ghana in {FIRST.format('2006')}, {SECOND.format('2015')}."
    visits = {e.date: e.participants for e in found_in(words, "en") if e.type == "visit"}
    assert visits == {"2006-08": ("e1",), "2015-10": ("e1",)}


def test_a_house_that_moves_is_on_no_visit():
    words = (
        f"وصل {A.format('لي')}. وافتُتحت ⟦org#o1:سفارة بيرو⟧ في ⟦place#p1:ألماتي⟧، ثم انتقلت إلى "
        "⟦place#p2:أستانا⟧ في ⟦date=2005-01:يناير 2005⟧."
    ).replace("⟦org#", "⟦organisation#")
    assert [e for e in found_in(words, "ar") if e.date == "2005-01"] == []


@pytest.mark.parametrize("verb", ["افتُتحت", "افتتحت"])
def test_vowel_signs_on_a_verb_make_it_no_plan(verb):
    words = f"{verb} ⟦organisation#o1:سفارة بيرو⟧ في ⟦date=1993-01:يناير 1993⟧."
    found = found_in(words, "ar", published=None)
    assert [(e.type, e.status.value) for e in found] == [("embassy_opened", "held")]
