"""A person's mentions and the dates go in; whether all that tells of them is long past comes out.

Who named an envoy in 1978, or signed a treaty in 1994, holds that office no more, though the text
calls them by it: “President Bermúdez named him in March 1978”.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from sijill.documents.document import POST, Mention, Sentence
from sijill.documents.expressions import ends_in, expression, found_before
from sijill.documents.stretches import beginning_in
from sijill.languages import WITH_ENDINGS
from sijill.roles import roles_with
from sijill.temporal.times import is_since

#: Offices that are left after some years; monarchs and professions last.
LEFT_IN_TIME = (
    roles_with("single") | roles_with("ministry") | {"speaker", "vice_president"}
) - roles_with("royal")
#: So many years before publication whoever holds an office may hold it still.
YEARS = 5
#: Of so many years before nobody of whom a text tells is alive: a missionary of 1871.
LIFETIME = 100
_YEAR = 4
_start = attrgetter("start")
#: What parts the date of an entry from what it tells.
_ENTRY = re.compile(r"\s?[.:—–](?:\s|\Z)")
#: A verb stands so far before a name (code points).
_CLAUSE = 80


def has_left(mine: Sequence[Mention], text: str, language: str) -> bool:
    """Say whether a clause right behind a mention tells that its person left: “X, who resigned”."""
    left = expression(language, "left_office")
    return any(left.match(text, m.end) is not None for m in mine)


def has_died(mine: Sequence[Mention], text: str, language: str) -> bool:
    """Say whether a text tells of somebody's death: «скончалась медсестра Перпетуя Ожье».

    `mine` are the names and posts of one person; posts before a name go with it. The death of who
    is theirs is none of theirs: “the funeral of Ambassador Li's mother”, «скончался отец министра».
    """
    behind = expression(language, "died_behind")
    begins = {m.end: m.start for m in mine}
    for mention in mine:
        if behind.match(text, mention.end) is not None:
            return True
        start = mention.start
        while start - 1 in begins and text[start - 1] == " ":
            start = begins[start - 1]
        if not found_before(language, "died_before", text, max(0, start - _CLAUSE), start):
            continue
        of_kin = expression(language, "death_of_kin")
        kin_behind = expression(language, "death_of_kin_behind")
        end, ends = mention.end, {m.start: m.end for m in mine}
        while end + 1 in ends and text[end] == " ":
            end = ends[end + 1]
        if not of_kin.match(text, start) and not kin_behind.match(text, end):
            return True
    return False


def is_long_past(
    mine: Sequence[Mention],
    dates: Sequence[Mention],
    sentences: Sequence[Sentence],
    text: str,
    published: str | None,
    language: str,
    *,
    people: Sequence[Mention] = (),
    years: int = YEARS,
) -> bool:
    """Say whether every sentence that tells of somebody is one of `years` gone by or more.

    `mine` are the mentions of one person, `dates` those of the text with their values, in order,
    `people` all its names. A sentence with a name and no date goes on with that before it in its
    paragraph; one with a post does if it begins with whom that tells, or its first verb or «his
    counterpart» is of them: «واستقبله الرئيس», «Оны Президент X қабылдады». What
    somebody says of old times is said now: sentences with a word of saying are not of the past.
    """
    latest = last_past_year(published, years)
    if latest is None or not mine:
        return False
    told_in = [(bisect_right(sentences, m.start, key=_start) - 1, m.kind) for m in mine]
    numbers = sorted({number for number, _ in told_in})
    with_post = {number for number, kind in told_in if kind is POST}
    says = expression(language, "says_now")
    for number in numbers:
        sentence = sentences[number]
        if says.search(text, sentence.start, sentence.end) is not None:
            return False
        told = _years(dates, sentence, text, language)
        told = told or _entry_years(dates, sentences, number, text, language)
        at = number - 1
        while not told and at >= 0 and sentences[at].paragraph == sentence.paragraph:
            if number in with_post and not _goes_on(sentences, at + 1, people, text, language):
                break
            told = _years(dates, sentences[at], text, language)
            at -= 1
        if not told or max(told) > latest:
            return False
    return True


def _goes_on(
    sentences: Sequence[Sentence], number: int, people: Sequence[Mention], text: str, language: str
) -> bool:
    """Say whether a sentence goes on with somebody told before it in its paragraph."""
    this = sentences[number]
    for name in ("object_is_topic", "told_before"):
        if expression(language, name).match(text, this.start, this.end) is not None:
            return True
    rules = (expression(language, f"counterpart_{gender}") for gender in "fm")
    if any(rule.search(text, this.start, this.end) for rule in rules):
        return True
    opens = next((m for m in people if m.start == this.start), None)
    if opens is None or language not in WITH_ENDINGS:
        return False
    begin = next(s.start for s in sentences if s.paragraph == this.paragraph)
    return any(m.text == opens.text for m in people if begin <= m.start < this.start)


def _entry_years(
    dates: Sequence[Mention], sentences: Sequence[Sentence], number: int, text: str, language: str
) -> list[int]:
    """Give the years of the date with which an entry of a chronicle opens: “1985. Rey presents”."""
    first = number
    while first > 0 and sentences[first - 1].paragraph == sentences[number].paragraph:
        first -= 1
    opening = sentences[first]
    for date in beginning_in(dates, opening.start, opening.start + 1):
        if _ENTRY.match(text, date.end):
            return _years([date], opening, text, language)
    return []


def _years(dates: Sequence[Mention], sentence: Sentence, text: str, language: str) -> list[int]:
    """Give the years that the dates of a sentence tell."""
    found: list[int] = []
    for date in beginning_in(dates, sentence.start, sentence.end):
        if is_since(text, date.start, date.end, language):
            continue
        if ends_in(language, "last_year_before").search(text, sentence.start, date.start):
            continue  # it ends what is told beside it, and dates nothing
        year = year_of(date)
        if year is not None:
            found.append(year)
    return found


def last_past_year(published: str | None, years: int) -> int | None:
    """Give the last of the years that are `years` gone by when a text is published."""
    year = (published or "")[:_YEAR]
    return int(year) - years if year.isdecimal() else None


def year_of(date: Mention) -> int | None:
    """Give the year of a date, the last one of a decade or century; None for none."""
    year = (date.value or "")[:_YEAR].replace("X", "9")
    return int(year) if year.isdecimal() and len(year) == _YEAR else None
