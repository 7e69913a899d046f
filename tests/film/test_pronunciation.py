from __future__ import annotations

import pytest

from sijill.film.pronunciation import is_vocalised, spell_as_spoken

SHADDA = "\u0651"


def double(letter: str, vowel: str) -> str:
    return letter + SHADDA + vowel


FATHA, DAMMA, KASRA = "\u064e", "\u064f", "\u0650"


def test_vocalised_text_is_known() -> None:
    assert is_vocalised("أَلْقَى الرَّئِيسُ خِطَابًا")
    assert not is_vocalised("ألقى الرئيس خطابًا")
    assert not is_vocalised("")


def test_the_article_leans_on_the_vowel_before_it() -> None:
    # fī l-yawmi is said filyawmi: the long i is shortened, the article has no vowel.
    assert spell_as_spoken("فِي الْيَوْمِ ذَاتِهِ.") == "فِ لْيَوْمِ ذَاتِه."


def test_the_article_becomes_the_sun_letter() -> None:
    after_vowel = spell_as_spoken("قَالَ الرَّئِيسُ شَيْئًا")
    assert after_vowel == "قَالَ " + double("ر", FATHA) + "ئِيسُ شَيْئًا"
    at_start = spell_as_spoken("الشَّمْسُ طَالِعَةٌ")
    assert at_start == "أَ" + double("ش", FATHA) + "مْسُ طَالِعَ"


def test_the_article_keeps_its_vowel_after_a_consonant_and_after_a_pause() -> None:
    assert spell_as_spoken("تُوكَايِيف الْيَوْمَ هُنَا").split()[1] == "أَلْيَوْمَ"
    assert spell_as_spoken("هُنَا، الْيَوْمَ هُنَاكَ").split()[1] == "أَلْيَوْمَ"


def test_a_verb_that_begins_with_two_consonants_gets_a_short_i_or_u() -> None:
    assert spell_as_spoken("اسْتَقْبَلَ ضَيْفًا") == "إِسْتَقْبَلَ ضَيْفًا"
    assert spell_as_spoken("انْتُخِبَ رَئِيسًا") == "أُنْتُخِبَ رَئِيسًا"
    # al- is not the article here: the l belongs to the verb iltaqā.
    assert spell_as_spoken("وَهُنَا الْتَقَى بِهِ") == "وَهُنَ لْتَقَى بِه"


def test_the_article_before_such_a_noun_has_a_short_i() -> None:
    assert spell_as_spoken("فِي الاقْتِصَادِ هُنَا") == "فِ لِقْتِصَادِ هُنَا"
    assert spell_as_spoken("فِي الِاقْتِصَادِ هُنَا") == "فِ لِقْتِصَادِ هُنَا"


def test_one_letter_words_take_the_article_in() -> None:
    assert spell_as_spoken("بِالْيَوْمِ هُنَا") == "بِلْيَوْمِ هُنَا"
    assert spell_as_spoken("وَالثَّقَافَةُ هُنَا") == "وَ" + double("ث", FATHA) + "قَافَةُ هُنَا"


def test_case_endings_fall_before_a_pause() -> None:
    assert spell_as_spoken("رَئِيسٌ، ثُمَّ عَادَ") == "رَئِيس، ثُم" + SHADDA + FATHA + " عَاد"
    assert spell_as_spoken("هِيَ دَوْلَةٌ.") == "هِيَ دَوْلَ."
    assert spell_as_spoken("قَرَأَ كِتَابًا.") == "قَرَأَ كِتَابًا."


def test_a_long_a_that_is_not_written_is_spoken() -> None:
    assert spell_as_spoken("هَذَا وَلَكِنَّ ذَلِكَ هُنَا").split() == [
        "هَاذَا",
        "وَلَاكِن" + SHADDA + FATHA,
        "ذَالِكَ",
        "هُنَا",
    ]


def test_the_doubling_sign_stands_before_the_vowel() -> None:
    # Unicode's canonical order puts the vowel first, and then espeak-ng loses it.
    assert spell_as_spoken("ثُم" + FATHA + SHADDA + " عَادَ هُنَا").startswith("ثُم" + SHADDA + FATHA)


@pytest.mark.parametrize("text", ["", "x", "Komatsu", "ا", "ال", "«»", "١٤", "ـ"])
def test_odd_words_stay(text: str) -> None:
    assert spell_as_spoken(text) == text


def test_spaces_and_marks_stay() -> None:
    assert spell_as_spoken("«قَالَ»  (نَعَمْ)") == "«قَالَ»  (نَعَمْ)"
