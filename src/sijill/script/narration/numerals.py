"""A whole number goes in; its words in Arabic or English come out, agreeing with what is counted.

Arabic follows the rules of العدد والمعدود: 3 to 10 take the opposite gender and a plural, 11 to 99
an accusative singular, hundreds and above a genitive singular.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.money_words import SIZE_BY_SCALE
from sijill.tables import open_table

_SCALES = tuple(sorted(((size, name) for name, size in SIZE_BY_SCALE.items()), reverse=True))
_EASTERN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@cache
def _arabic() -> dict[int, dict[str, str]]:
    columns = ("number", "with_m", "with_f", "with_m_o", "with_f_o", "with_f_free")
    return {int(row["number"]): row for row in open_table("ar/numbers_spoken.tsv", columns)}


@cache
def _english() -> dict[int, tuple[str, str]]:
    rows = open_table("en/numbers_spoken.tsv", ("number", "cardinal", "ordinal"))
    return {int(row["number"]): (row["cardinal"], row["ordinal"]) for row in rows}


@cache
def _nouns(language: str) -> dict[str, dict[str, str]]:
    return {r["noun"]: r for r in open_table(f"{language}/counted_nouns.tsv", ("noun", "one"))}


def western_digits(text: str) -> str:
    """Write Arabic-Indic and Persian digits as 0 to 9; nothing else changes, nor the length."""
    return text.translate(_EASTERN_DIGITS)


def arabic_cardinal(
    number: int, *, gender: str = "m", oblique: bool = False, accusative: bool = False
) -> str:
    """Say a number up to the trillions beside a noun of `gender`; `oblique` is not nominative.

    `accusative` is oblique, and writes the tanwin that only the accusative shows: خمساً وعشرين.
    """
    oblique = oblique or accusative
    if number < 0:
        return "ناقص " + arabic_cardinal(
            -number, gender=gender, oblique=oblique, accusative=accusative
        )
    column = f"with_{gender}" + ("_o" if oblique else "")
    table = _arabic()
    parts: list[str] = []
    rest = number
    for size, noun in _SCALES:
        many, rest = divmod(rest, size)
        if many:
            parts.append(arabic_count(many, noun, oblique=oblique, spoken=True, bare_one=True))
    if rest >= 100:
        parts.append(table[rest // 100 * 100][column])
        rest %= 100
    if rest and rest <= 19:
        parts.append(table[rest][column])
    elif rest:
        if rest % 10:
            free = "with_f_free" if gender == "f" and rest % 10 == 8 else column
            unit = table[rest % 10][free]
            if accusative and gender == "f" and rest % 10 >= 3:
                # Beside a feminine noun the unit has no ة to hide its ending.
                unit = unit.removesuffix("ٍ") + ("ياً" if rest % 10 == 8 else "اً")
            parts.append(unit)
        parts.append(table[rest - rest % 10][column])
    return " و".join(parts) if parts else table[0][column]


def arabic_number(number: int, gender: str = "m", *, oblique: bool = False) -> str:
    """Say a number that stands alone, its noun left out: ثمانٍ من أصل عشرين."""
    if gender == "f" and number == 8:
        return _arabic()[8]["with_f_free"]
    return arabic_cardinal(number, gender=gender, oblique=oblique)


def arabic_count(
    number: int,
    noun: str,
    *,
    oblique: bool = False,
    accusative: bool = False,
    spoken: bool,
    bare_one: bool = False,
) -> str:
    """Count a noun of `counted_nouns.tsv`: `14 وثيقة`, or `أربع عشرة وثيقة` when `spoken`.

    One, two and the numbers up to ten are words for the eye too, as in print.
    """
    oblique = oblique or accusative
    row = _nouns("ar")[noun]
    gender = row["gender"]
    if number == 1:
        return row["one"] if bare_one else f"{row['one']} {arabic_cardinal(1, gender=gender)}"
    if number == 2:
        return row["two_o" if oblique else "two"]
    last = number % 100
    if 3 <= last <= 10:
        form = row["few"]
    elif 11 <= last <= 99:
        form = row["tamyiz"]
    else:
        form = row["hundred"]
    if spoken or number <= 10:
        words = arabic_cardinal(number, gender=gender, oblique=oblique, accusative=accusative)
        # A dual loses its nun before the counted noun: ألفا وثيقة, مئتي وثيقة.
        if number % 1000 in (0, 200) and words.endswith(("تان", "فان", "تين", "فين")):
            words = words[:-1]
        return f"{words} {form}"
    return f"{number} {form}"


def arabic_year(year: int) -> str:
    """Say a year after the word عام."""
    return arabic_cardinal(year, gender="m", oblique=True)


def english_cardinal(number: int) -> str:
    """Say a number in English words."""
    if number < 0:
        return "minus " + english_cardinal(-number)
    table = _english()
    if number <= 20:
        return table[number][0]
    if number < 100:
        tens, unit = number - number % 10, number % 10
        return table[tens][0] + (f"-{table[unit][0]}" if unit else "")
    if number < 1000:
        rest = number % 100
        head = f"{table[number // 100][0]} hundred"
        return f"{head} and {english_cardinal(rest)}" if rest else head
    for size, name in _SCALES:
        if number >= size:
            rest = number % size
            head = f"{english_cardinal(number // size)} {name}"
            if not rest:
                return head
            return f"{head}{' and' if rest < 100 else ''} {english_cardinal(rest)}"
    return str(number)


def english_ordinal(number: int) -> str:
    """Say the ordinal of a day of the month (1 to 31)."""
    return _english()[number][1]


def english_count(number: int, noun: str, *, spoken: bool) -> str:
    """Count a noun: `14 documents`, or `fourteen documents` when `spoken`; up to ten in words."""
    row = _nouns("en")[noun]
    amount = english_cardinal(number) if spoken or number <= 10 else f"{number:,}"
    return f"{amount} {row['one'] if number == 1 else row['many']}"


def english_year(year: int) -> str:
    """Say a year: nineteen ninety-one, two thousand and four, twenty twenty-five."""
    century, rest = divmod(year, 100)
    if year < 1000 or 2000 <= year <= 2009:
        return english_cardinal(year)
    if rest == 0:
        return f"{english_cardinal(century)} hundred"
    tail = f"oh {english_cardinal(rest)}" if rest < 10 else english_cardinal(rest)
    return f"{english_cardinal(century)} {tail}"


_NUMBER = re.compile(r"\d{1,3}(?:[,٬]\d{3})+(?!\d)|\d+(?:[.,٫]\d+)?")


@cache
def _dated(language: str) -> tuple[re.Pattern[str], ...]:
    """Give the ways in which a day and its month are written: `18 ديسمبر 2025`, `May 14, 2001`."""
    rows = open_table(f"{language}/dates_spoken.tsv", ("kind", "show"))
    months = sorted((r["show"] for r in rows if r["kind"] == "month"), key=lambda m: (-len(m), m))
    month = rf"(?P<month>{'|'.join(map(re.escape, months))})"
    day, year = r"(?<![\d.,])(?P<day>[12]?\d|3[01]|0[1-9])", r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
    found = [rf"{day} (?:من )?{month}(?!\w)(?:،? {year})?"]
    if language == "en":
        found = [rf"{day} {month}(?!\w)(?:,? {year})?", rf"{month} {day}(?!\d)(?:,? {year})?"]
    return tuple(re.compile(pattern) for pattern in found)


@cache
def _day_words() -> dict[int, str]:
    rows = open_table("ar/dates_spoken.tsv", ("kind", "number", "say"))
    return {int(r["number"]): r["say"] for r in rows if r["kind"] == "day"}


def _spell_date(match: re.Match[str], language: str) -> str:
    day, month, year = int(match["day"]), match["month"], match["year"]
    if not 1 <= day <= 31:
        return match.group()
    if language == "ar":
        tail = f" عام {arabic_year(int(year))}" if year else ""
        return f"{_day_words()[day]} من {month}{tail}"
    tail = f", {english_year(int(year))}" if year else ""
    return f"the {english_ordinal(day)} of {month}{tail}"


@cache
def _genders_counted() -> dict[str, str]:
    """Give the gender of every counted form of the nouns that are counted aloud."""
    forms = ("one", "few", "tamyiz", "hundred")
    return {
        form.replace("ً", ""): row["gender"]
        for row in _nouns("ar").values()
        for column in forms
        if " " not in (form := row[column])
    }


@cache
def _governors() -> frozenset[str]:
    return frozenset(r["word"] for r in open_table("ar/number_governors.tsv", ("word",)))


def _is_governed(before: str) -> bool:
    """Say whether a number stands after a word that takes it out of the nominative."""
    word = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    bare = word.strip('«("').removeprefix("و")
    return before[-1:] == " " and (word in _governors() or bare in _governors())


def spell(text: str, language: str) -> str:
    """Write the figures of free text in words, for the voice; dates as dates, % as a word.

    Figures too long to be a number that is read out (over 15 digits) stay as they are.
    """
    text = western_digits(text)
    for written in _dated(language) if language in ("ar", "en") else ():
        text = written.sub(lambda match: _spell_date(match, language), text)

    def one(match: re.Match[str]) -> str:
        token = match.group()
        after = text[match.end() : match.end() + 1]
        percent = after in ("%", "٪")
        grouped = re.fullmatch(r"\d{1,3}(?:[,٬]\d{3})+", token)
        digits = re.sub("[,٬]", "", token) if grouped else token
        if len(digits) > 15:
            return token
        governed = language == "ar" and _is_governed(text[: match.start()])
        if digits.isdecimal():
            value = int(digits)
            is_year = len(digits) == 4 and 1500 <= value <= 2100 and not percent and not grouped
            if language == "ar":
                rest = text[match.end() :].split(maxsplit=1)
                noun = re.sub(r"[^\w]|[\u064b-\u0652]", "", rest[0]) if rest else ""
                gender = _genders_counted().get(noun, "m")
                words = (
                    arabic_year(value)
                    if is_year
                    else arabic_cardinal(value, gender=gender, oblique=governed)
                )
            else:
                words = english_year(value) if is_year else english_cardinal(value)
        else:
            whole, part = re.split("[.,٫]", digits)
            if language == "ar":
                lead = arabic_cardinal(int(whole), oblique=governed)
                words = f"{lead} فاصلة {_digits(part, language)}"
            else:
                words = f"{english_cardinal(int(whole))} point {_digits(part, language)}"
        return words

    spelled = _NUMBER.sub(one, text)
    return re.sub(r"\s?[%٪]", " في المئة" if language == "ar" else " per cent", spelled)


def _digits(part: str, language: str) -> str:
    say = arabic_cardinal if language == "ar" else english_cardinal
    if language == "ar" and len(part) <= 2 and not part.startswith("0"):
        return say(int(part))
    return " ".join(say(int(digit)) for digit in part)
