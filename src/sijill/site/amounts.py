"""A number and its unit go in; the amount in words comes out, in the languages of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from babel import Locale
from babel.numbers import format_decimal, get_currency_name

from sijill.site.labels import INTERFACE_LANGUAGES

# From here on a number is said with its power: 2 billion, 20億.
_LARGE = 1_000_000
# Enough to ask CLDR for the form of a currency's name behind thousands, millions, billions.
_MANY = 1_000_000
_LEFT_TO_RIGHT = "\u200e"


def amount_labels(value: float, unit: str) -> dict[str, str]:
    """Say an amount in every language of the interface, for example `2 billion US dollars`.

    `unit` is `count`, `percent` (of change, with its sign) or an ISO 4217 code. Nothing is
    rounded: a number with more than four figures is written out in digits.
    """
    return {language: _amount(value, unit, language) for language in INTERFACE_LANGUAGES}


def _amount(value: float, unit: str, language: str) -> str:
    if unit == "percent":
        sign = "+" if value > 0 else "\u2212" if value < 0 else ""
        # Kept in one piece where the line runs from right to left.
        return f"{_LEFT_TO_RIGHT}{sign}{_number(abs(value), language)}%"
    number = _number(value, language)
    if unit == "count":
        return number
    name = get_currency_name(unit, count=_MANY, locale=language)
    # Japanese writes the currency onto its number.
    return f"{number}{name}" if language == "ja" else f"{number} {name}"


def _number(value: float, language: str) -> str:
    if abs(value) < _LARGE or float(f"{value:.4g}") != value:
        return format_decimal(value, locale=language)
    locale = Locale(language)
    formats = locale.compact_decimal_formats
    forms = formats["long" if "long" in formats else "short"]
    power = next(p for p in _powers(forms["other"]) if p <= abs(value))
    # The pattern has a 0 for each figure that stands before the word: "00 million".
    pattern = forms["other"][str(power)].pattern
    figures = Decimal(repr(value)) / (power // 10 ** (pattern.count("0") - 1))
    # Not Babel's own compact format: it chooses the plural of 400.0 (400 миллиона).
    exact = int(figures) if figures == int(figures) else figures
    chosen = forms.get(locale.plural_form(exact), forms["other"])
    words = chosen.get(str(power), forms["other"][str(power)]).pattern
    number = format_decimal(exact, locale=language, decimal_quantization=False)
    return re.sub("0+", lambda _: number, words, count=1).replace("'", "")


def _powers(patterns: Iterable[str]) -> list[int]:
    return sorted(map(int, patterns), reverse=True)
