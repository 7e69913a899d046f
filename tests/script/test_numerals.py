"""Numbers in words agree with what is counted."""

import pytest

from sijill.script.narration.numerals import (
    arabic_cardinal,
    arabic_count,
    arabic_year,
    english_cardinal,
    english_count,
    english_year,
    spell,
)


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        (1, "document", "وثيقة واحدة"),
        (2, "document", "وثيقتان"),
        (3, "document", "ثلاث وثائق"),
        (8, "document", "ثماني وثائق"),
        (10, "document", "عشر وثائق"),
        (11, "document", "إحدى عشرة وثيقة"),
        (14, "document", "أربع عشرة وثيقة"),
        (21, "document", "واحدة وعشرون وثيقة"),
        (28, "document", "ثمانٍ وعشرون وثيقة"),
        (100, "document", "مئة وثيقة"),
        (158, "document", "مئة وثمانٍ وخمسون وثيقة"),
        (2000, "document", "ألفا وثيقة"),
        (3, "source", "ثلاثة مصادر"),
        (24, "source", "أربعة وعشرون مصدراً"),
        (103, "source", "مئة وثلاثة مصادر"),
    ],
)
def test_arabic_counts_follow_the_rules_of_agreement(number: int, noun: str, words: str) -> None:
    assert arabic_count(number, noun, spoken=True) == words


def test_arabic_counts_in_the_oblique() -> None:
    assert arabic_count(2, "document", oblique=True, spoken=True) == "وثيقتين"
    assert arabic_count(20, "minute", oblique=True, spoken=True) == "عشرين دقيقة"
    assert arabic_count(12, "year", oblique=True, spoken=True) == "اثني عشر عاماً"


def test_large_counts_are_figures_for_the_eye_only() -> None:
    assert arabic_count(14, "document", spoken=False) == "14 وثيقة"
    assert arabic_count(7, "document", spoken=False) == "سبع وثائق"
    assert english_count(14, "document", spoken=False) == "14 documents"
    assert english_count(1, "visit", spoken=False) == "one visit"


def test_arabic_scales() -> None:
    assert arabic_cardinal(6_800_000) == "ستة ملايين وثمانمئة ألف"
    assert arabic_cardinal(1_400) == "ألف وأربعمئة"
    assert arabic_cardinal(2_000) == "ألفان"
    assert arabic_cardinal(0) == "صفر"


def test_years_are_said_as_a_narrator_says_them() -> None:
    assert arabic_year(2025) == "ألفين وخمسة وعشرين"
    assert arabic_year(2012) == "ألفين واثني عشر"
    assert arabic_year(1991) == "ألف وتسعمئة وواحد وتسعين"
    assert english_year(1991) == "nineteen ninety-one"
    assert english_year(2004) == "two thousand and four"
    assert english_year(2010) == "twenty ten"
    assert english_year(1905) == "nineteen oh five"


def test_english_cardinals() -> None:
    assert english_cardinal(158) == "one hundred and fifty-eight"
    assert english_cardinal(1_005) == "one thousand and five"
    assert english_cardinal(6_800_000) == "six million eight hundred thousand"


def test_free_text_loses_its_figures() -> None:
    assert spell("في عام ٢٠٠٤ بلغ 18,6%", "ar") == (
        "في عام ألفين وأربعة بلغ ثمانية عشر فاصلة ستة في المئة"
    )
    assert spell("1,400 warheads in 1991", "en") == (
        "one thousand four hundred warheads in nineteen ninety-one"
    )
    assert spell("no figure", "en") == "no figure"


def test_an_endless_figure_does_no_harm() -> None:
    assert len(spell("9" * 200_000, "ar")) == 200_000


def test_the_accusative_shows_where_no_letter_hides_it() -> None:
    assert arabic_count(25, "minute", accusative=True, spoken=True) == "خمساً وعشرين دقيقة"
    assert arabic_count(28, "minute", accusative=True, spoken=True) == "ثمانياً وعشرين دقيقة"
    assert arabic_count(23, "leader", accusative=True, spoken=True) == "ثلاثة وعشرين قائداً"
    assert arabic_count(10, "minute", accusative=True, spoken=True) == "عشر دقائق"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("في 29 أغسطس 1991", "ar", "في التاسع والعشرين من أغسطس عام ألف وتسعمئة وواحد وتسعين"),
        ("منذ 24 عاما", "ar", "منذ أربعة وعشرين عاما"),
        ("شارك 24 مصدراً", "ar", "شارك أربعة وعشرون مصدراً"),
        ("استمر اللقاء نحو 25 دقيقة", "ar", "استمر اللقاء نحو خمس وعشرين دقيقة"),
        ("on 14 May 2001", "en", "on the fourteenth of May, two thousand and one"),
        ("on May 14, 2001", "en", "on the fourteenth of May, two thousand and one"),
        ("May 2001", "en", "May two thousand and one"),
    ],
)
def test_dates_and_counts_of_free_text(text: str, language: str, words: str) -> None:
    assert spell(text, language) == words
