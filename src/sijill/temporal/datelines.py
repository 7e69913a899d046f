"""A text goes in; the day that its dateline tells comes out: “OSLO, 3 May 2025 (NW) –”.

A text without a day of publication speaks from that day. A dateline opens one of the first
paragraphs: a place, the whole date, and what parts it from the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from sijill.documents.datelines import (
    dateline_end,
    ends_line,
    is_around,
    leads_to_day,
    signed_names,
)
from sijill.documents.document import Document, Mention, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.sentences import split_sentences
from sijill.temporal.chronology import single_day
from sijill.temporal.times import find_dates

# The headline and what may stand under it: a byline, a line of summary.
_PARAGRAPHS = 4
#: A line that says who published a text, and when, is one of so many, the headline among them.
_LINES = 6
_LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
_LONGEST = 80
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
#: So much of a text holds its first paragraphs.
_BEGINNING = 3000


def day_told_in(text: str, language: str) -> str | None:
    """Give the day of the dateline of a text that was not parted into sentences yet, or None."""
    beginning = text[:_BEGINNING]
    document = Document("", beginning, language)
    return day_of_dateline(document, split_sentences(beginning, language))


def day_of_dateline(document: Document, sentences: Sequence[Sentence]) -> str | None:
    """Give the day of a text's dateline (YYYY-MM-DD); None where it has none with its year."""
    undated = Document(document.source_id, document.text, document.language)
    return _opening_day(undated, sentences) or _day_of_a_line(undated)


def text_behind_dateline(text: str, language: str) -> str:
    """Give a sentence without the dateline it may open with: “OSLO, 3 May 2025 (NW) – The …”.

    A dash alone makes no dateline: there is a day before it, or an agency between its signs.
    """
    end = dateline_end(text, 0, len(text))
    head = text[:end]
    signed = any(is_agency for _, is_agency in signed_names(head))
    return text[end:] if end and (signed or day_told_in(text, language)) else text


def _day_of_a_line(document: Document) -> str | None:
    """Give the day that a short line over the text ends with: «المنبر» — 9 فبراير 2023.

    The headline is none: “The Shanghai communiqué, 28 February 1972”; nor is what stands behind
    the first line of the text itself.
    """
    text, language = document.text, document.language
    published = ends_in(language, "published_before")
    for line in islice(_LINE.finditer(text), 1, _LINES):
        if len(line.group()) > _LONGEST:
            break
        told = find_dates(document, (Sentence(line.start(), line.end(), 0),))
        if len(told) != 1 or single_day(told[0].value) is None:
            continue
        if _is_of_a_life(document, line.start(), told[0]):
            continue
        before = text[line.start() : told[0].start]
        behind = text[_behind_year(document, told[0].end) : line.end()]
        if not before.strip() and behind.strip(" .)"):
            continue  # a line of a chronicle
        led = published.search(before) is not None
        if ends_line(behind) and (led or leads_to_day(before)):
            return told[0].value
    return None


def _opening_day(document: Document, sentences: Sequence[Sentence]) -> str | None:
    """Give the day of the dateline with which a paragraph begins."""
    seen: set[int] = set()
    for sentence in sentences:
        if sentence.paragraph >= _PARAGRAPHS:
            break
        if sentence.paragraph in seen:
            continue
        seen.add(sentence.paragraph)
        line = document.text.find("\n", sentence.start)
        stop = min(sentence.start + _LONGEST, line if line >= 0 else len(document.text))
        head = Sentence(sentence.start, stop, sentence.paragraph)
        for told in find_dates(document, (head,))[:1]:
            before = document.text[sentence.start : told.start]
            lone = not before.strip() and document.text[told.end : stop].strip(" .") != ""
            if (
                single_day(told.value) is not None
                and not lone
                and not _is_of_a_life(document, sentence.start, told)
                and is_around(
                    document.text, sentence.start, told.start, _behind_year(document, told.end)
                )
            ):
                return told.value
    return None


def _is_of_a_life(document: Document, start: int, told: Mention) -> bool:
    """Say whether a date is when somebody was born: a word tells it, or when he died follows.

    «خوان سوسا (ولد في ليما، 3 أبريل 1961)», “Juan Sosa (Lima, 3 April 1901 – Quito, 5 May 1980)”.
    """
    text = document.text
    if expression(document.language, "born_before").search(text, start, told.start):
        return True
    closed = text.find(")", told.end, told.end + _LONGEST)
    in_brackets = closed >= 0 and text.rfind("(", start, told.start) >= 0
    return in_brackets and _YEAR.search(text, told.end, closed) is not None


def _behind_year(document: Document, end: int) -> int:
    """Give where a date ends with its word for a year, «3 мая 2025 года», where it has one."""
    word = expression(document.language, "dateline_year").match(document.text, end)
    return word.end() if word else end
