"""Sentence patterns: slots, agreement, parts left out, spelling at the seams."""

import re

import pytest

from sijill.script.narration.patterns import fill, finish, parse_pattern, patterns
from sijill.script.narration.words import plain


def test_verb_agrees_with_its_subject() -> None:
    pattern = parse_pattern("{استقبل|استقبلت:host} {host} {guest}.")
    guest = plain("الرئيس توكاييف")
    emperor = {"host": plain("الإمبراطور"), "guest": guest}
    premier = {"host": plain("رئيسة الوزراء", gender="f"), "guest": guest}
    assert fill(pattern, emperor, "ar").show == "استقبل الإمبراطور الرئيس توكاييف."
    assert fill(pattern, premier, "ar").show == "استقبلت رئيسة الوزراء الرئيس توكاييف."


def test_part_without_its_slot_is_left_out() -> None:
    pattern = parse_pattern("{who} spoke[ at {place}][, for {minutes}].")
    assert fill(pattern, {"who": plain("Tokayev")}, "en").show == "Tokayev spoke."
    full = {"who": plain("Tokayev"), "place": plain("Almaty")}
    assert fill(pattern, full, "en").show == "Tokayev spoke at Almaty."
    assert pattern.needed == {"who"}
    assert pattern.usable == {"who", "place", "minutes"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("الرئيس", "وكان للرئيس لقاء."),
        ("اللجنة", "وكان للجنة لقاء."),
        ("توكاييف", "وكان لتوكاييف لقاء."),
        ("ألماتي", "وكان لألماتي لقاء."),
    ],
)
def test_lam_before_the_article(value: str, text: str) -> None:
    pattern = parse_pattern("وكان ل{who} لقاء.")
    assert fill(pattern, {"who": plain(value)}, "ar").show == text


def test_english_number_and_commas() -> None:
    pattern = parse_pattern("{who}, {plans|plan:who} a tour.")
    one = {"who": plain("Komatsu")}
    both = {"who": plain("Komatsu and Mitsui", plural=True)}
    assert fill(pattern, one, "en").show == "Komatsu, plans a tour."
    assert "plan a tour" in fill(pattern, both, "en").show
    closing = parse_pattern("we met {who}.")
    apposition = {"who": plain("Uyama, a professor,")}
    assert fill(closing, apposition, "en").show == "We met Uyama, a professor."


def test_unbalanced_brackets_are_refused() -> None:
    for text in ("a [b", "a b]"):
        with pytest.raises(ValueError, match="without"):
            parse_pattern(text)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_tables_have_the_same_keys_and_slots(language: str) -> None:
    here, other = patterns(language), patterns("en" if language == "ar" else "ar")
    assert sorted(here) == sorted(other)
    for key, rows in here.items():
        known = set().union(*(p.usable for p in other[key]))
        used = set().union(*(p.usable for p in rows))
        # One language counts the noun again, or declines it, where the other does not.
        assert used - known <= {"k", "k_of", "documents", "documents_o"}, key


@pytest.mark.parametrize("language", ["ar", "en"])
def test_patterns_are_clean_text(language: str) -> None:
    for key, rows in patterns(language).items():
        texts = [p.text for p in rows]
        assert len(texts) == len(set(texts)), key
        for text in texts:
            assert not re.search(r"\d", text), text
            assert "  " not in text, text


def test_an_english_sentence_opens_with_no_figure() -> None:
    assert finish("14 documents were signed.", "en") == "Fourteen documents were signed."
    assert finish("18 December 2025", "en") == "18 December 2025"
