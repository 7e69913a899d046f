"""Japanese names in Hepburn, katakana and Arabic letters."""

import pytest

from sijill.identity.matching import Band, compare
from sijill.identity.syllables import is_japanese_name, japanese_syllables, skeletons_agree
from sijill.text import WritingSystem


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("シマダ・タケシ", "تاكيشي شيمادا", True),
        ("シマダ・タケシ", "تاكاشي شيمادا", False),
        ("チバタ・コウジ", "كوجي شيباتا", False),
        ("シバタ・コウジ", "كوجي شيباتا", True),
        ("オダワラ・ケンジ", "كينزو أوداوارا", False),
        ("Takeshi Shimada", "تاكاشي شيمادا", False),
    ],
)
def test_a_japanese_name_is_told_from_its_like_in_arabic_letters(one, other, is_same):
    assert (compare(one, other).band is Band.SAME) is is_same


def test_a_name_from_abroad_in_katakana_is_no_japanese_one():
    words = [("サミラ", "カリモワ"), ("シマダ", "タケシ"), ("ハーリド", "ハラ")]
    syllables = [tuple(japanese_syllables(w, WritingSystem.JAPANESE) for w in n) for n in words]
    found = [is_japanese_name(n, s) for n, s in zip(words, syllables, strict=True)]
    assert found == [False, True, False]


def test_vowels_that_arabic_does_not_write_are_no_matter():
    assert skeletons_agree("kInzU", "knzU")
    assert not skeletons_agree("kInzU", "kInzI")
