"""Amounts of money read in five languages and said in two."""

from decimal import Decimal

import pytest

from sijill.script.narration.money import Amount, amount_words, read_amount


@pytest.mark.parametrize(
    ("text", "language", "value", "currency"),
    [
        ("6,8 млн долларов", "ru", "6800000", "USD"),
        ("$3.7 billion", "en", "3700000000", "USD"),
        ("1,500 dollars", "en", "1500", "USD"),
        ("1.5 مليار يورو", "ar", "1500000000", "EUR"),
        ("3兆円", "ja", "3000000000000", "JPY"),
        ("20億ドル", "ja", "2000000000", "USD"),
        ("50 млрд теңге", "kk", "50000000000", "KZT"),
    ],
)
def test_amounts_are_read(text: str, language: str, value: str, currency: str) -> None:
    assert read_amount(text, language) == Amount(Decimal(value), currency)


def test_a_bound_before_the_amount_is_kept() -> None:
    found = read_amount("6,8 млн долларов", "ru", before="Япония передаст около ")
    assert found is not None
    assert found.bound == "about"
    arabic, english = amount_words(found, "ar"), amount_words(found, "en")
    assert arabic is not None
    assert english is not None
    assert arabic.show == "نحو 6.8 مليون دولار"
    assert arabic.say == "نحو ستة ملايين وثمانمئة ألف دولار"
    assert english.show == "about 6.8 million dollars"


def test_what_is_no_plain_amount_is_left_alone() -> None:
    for text in ("", "dollars", "8億5000万円", "5 apples", "1" * 500, "from 2 to 3 billion yen"):
        assert read_amount(text, "en") is None or text == "8億5000万円"
    assert read_amount("8億5000万円", "ja") is None


def test_arabic_scales_before_a_currency() -> None:
    two = amount_words(Amount(Decimal(2_000_000), "USD"), "ar")
    fifty = amount_words(Amount(Decimal(50_000_000_000), "KZT"), "ar")
    assert two is not None
    assert fifty is not None
    assert two.say == "مليوني دولار"
    assert fifty.say == "خمسين مليار تنغي"
