"""A number and its unit go in; the amount in words comes out, in the languages of the page."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from babel import Locale
from babel.numbers import format_decimal, get_currency_name

from sijill.site.labels import INTERFACE_LANGUAGES

# From here on a number is said with its power: 2 billion, 20億.
_LARGE = 1_000_000
# Enough to ask CLDR for the form of a currency's name behind millions and billions.
_MANY = 1_000_000
_LEFT_TO_RIGHT = "\u200e"

#: Exact, and whole where it has no fraction.
Number = int | Decimal


def amount_labels(value: float, unit: str) -> dict[str, str]:
    """Say an amount in every language of the interface, for example `2 billion US dollars`.

    `unit` is `count`, `percent` (of change, with its sign) or an ISO 4217 code. Nothing is
    rounded: a number with more than four figures is written out in digits.
    """
    return {language: _amount(value, unit, language) for language in INTERFACE_LANGUAGES}


def _amount(value: float, unit: str, language: str) -> str:
    exact = _exact(Decimal(repr(value)))
    size = _exact(Decimal(repr(abs(value))))
    if unit == "percent":
        sign = "+" if value > 0 else "\u2212" if value < 0 else ""
        # Kept in one piece where the line runs from right to left.
        return f"{_LEFT_TO_RIGHT}{sign}{_digits(size, language)}%"
    power = _power(exact, language)
    number = _digits(exact, language) if power is None else _with_power(exact, power, language)
    if unit == "count":
        return number
    name = get_currency_name(unit, count=exact if power is None else _MANY, locale=language)
    # Japanese writes the currency onto its number.
    return f"{number}{name}" if language == "ja" else f"{number} {name}"


def _exact(value: Decimal) -> Number:
    # Babel takes 400.0 for a number with a fraction, which has another plural than 400.
    return int(value) if value == int(value) else value


def _digits(value: Number, language: str) -> str:
    return format_decimal(value, locale=language, decimal_quantization=False)


def _forms(language: str) -> Any:
    formats = Locale(language).compact_decimal_formats
    return formats["long" if "long" in formats else "short"]


def _power(value: Number, language: str) -> int | None:
    """Give the power of ten that a number is said with; None where it is written out."""
    size = max(value, -value)
    if size < _LARGE or Decimal(f"{value:.4g}") != value:
        return None
    return max(p for p in map(int, _forms(language)["other"]) if p <= size)


def _with_power(value: Number, power: int, language: str) -> str:
    forms = _forms(language)
    # The pattern has a 0 for each figure that stands before the word: "00 million".
    pattern = forms["other"][str(power)].pattern
    figures = _exact(Decimal(value) / (power // 10 ** (pattern.count("0") - 1)))
    # Not Babel's own compact format: it chooses the plural of 400.0 (400 миллиона).
    chosen = forms.get(Locale(language).plural_form(figures), forms["other"])
    words = chosen.get(str(power), forms["other"][str(power)]).pattern
    number = _digits(figures, language)
    return re.sub("0+", lambda _: number, words, count=1).replace("'", "")
