"""A place in a text goes in; whether it is of a dateline, and where that ends, comes out.

«OSLO, May 3 (NW) –», «АСТАНА. /ҚазАқпарат/», 【リマ17日＝佐伯恵】: a place, often a day, an agency
or a correspondent, and what parts them from the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sijill.documents.document import ORGANISATION, Mention
from sijill.documents.quotation_marks import CLOSING, MARKS, OPENING

# A dateline in brackets is no longer than this (code points).
_LONGEST = 60
#: What stands before the place: «(Осло – », 【.
_BEFORE_PLACE = " \t/(【"
#: What a dateline ends with, behind its day.
_END_BEHIND_DAY = re.compile(
    r"(?:[^.\n]{0,20}?|\s\([^().\n]{2,40}\))(?:\s[-–—]{1,2}\s|/|\)\s?[-–—]|\)?:|\.\s/|\.\s«)"
)
_BEHIND_DAY = 50
#: A whole dateline at the beginning of a sentence.
_WHOLE = re.compile(r"\A[^\n.]{2,90}?(?:\s[-–—]{1,2}\s|/\s?|\)\s[-–—]{0,2}\s?)")
#: What stands before and behind a whole date in a dateline.
_BEFORE_DATE = re.compile(
    r"\W*(?:[^\W\d]\S*(?:\s[^\W\d]\S*){0,3}?\s?[,،、–—/(（).-]\s*){1,2}|【[^\d】]{0,16}|\W*"
)
_BEHIND_DATE = re.compile(
    r"\s*(?:\([^)\n]*\)|/[^/\n]*/)?\s*(?:[-–—:.】]|\Z|\n|\()|[,،、][^()（）\n]{2,40}[)）](?![ぁ-ん])"
)
#: Before an agency no sign need stand: «أوسلو في 12 يونيو 2024 (وأخ) –».
_WORDS_BEFORE_DATE = re.compile(r"\W*(?:[^\W\d]\S*\s){1,4}")
_AGENCY_BEHIND_DATE = re.compile(r"\s*(?:\([^()\n]{2,40}\)\s*[-–—:]|/[^/\n]{2,40}/)")
#: What stands before and behind the day of a line over a text that tells who published it when.
_LEADS_TO_DAY = re.compile(r"[,،、–—|/(.·•-]\s*\Z")
_ENDS_LINE = re.compile(r"\s*[)）】.]?\s*(?:[–—|/.·•(,،-]\s?[^.\n]*\.?)?\s*")
_OPENS_AGENCY = re.compile(r"\s*([(（/])\s*")
_OPENS_SIGNS = re.compile(r"[(/]\s?(?:[Tt]he\s)?\Z")
_CLOSES_AGENCY = {"(": ")", "（": "）", "/": "/"}
#: A name between signs: (Reuters) –, /ТАСС/, 【東京=共同】, АСТАНА. «Қазинформ» –.
_SIGNED = re.compile(
    r"\((?P<round>[^()\n]{2,40})\)\s*[:–—―-]"
    r"|/(?P<slashes>[^/\n]{2,40})/"
    r"|【(?:[^】\n]*(?P<equals>[=＝]))?(?P<lenses>[^=＝】\n]{2,30})】"
    rf"|[{OPENING}](?P<quoted>[^{MARKS}\n]{{2,40}})[{CLOSING}]\)?\s*[.–—―-]"
    r"|[–—―-]\s*(?P<dashes>[^\W\d_][\w ]{1,30}?)\s*[–—―-]\s"
)


def in_brackets(text: str, at: int) -> bool:
    """Say whether a place lies in a dateline in brackets: 【コロンボ=山田太郎】, 【17日】."""
    first = at - _LONGEST if at > _LONGEST else 0
    opening = text.rfind("【", first, at)
    return opening >= 0 and opening > text.rfind("】", first, at)


def opens_dateline(text: str, line: int, at: int) -> bool:
    """Say whether nothing but the signs of a dateline stands between a line's start and a place."""
    return not text[line:at].strip(_BEFORE_PLACE)


def ends_behind(text: str, day_end: int) -> bool:
    """Say whether a dateline ends soon behind its day."""
    return _END_BEHIND_DAY.match(text[day_end : day_end + _BEHIND_DAY]) is not None


def is_around(text: str, line: int, start: int, end: int) -> bool:
    """Say whether what stands around a date, from its line's start on, is a dateline's."""
    before = text[line:start]
    if _BEFORE_DATE.fullmatch(before):
        return _BEHIND_DATE.match(text, end) is not None
    is_of_agency = _AGENCY_BEHIND_DATE.match(text, end) is not None
    return is_of_agency and _WORDS_BEFORE_DATE.fullmatch(before) is not None


def leads_to_day(before: str) -> bool:
    """Say whether a line over a text has a sign between its other words and its day."""
    return not before.strip() or _LEADS_TO_DAY.search(before) is not None


def ends_line(behind: str) -> bool:
    """Say whether nothing stands behind a day in its line but who wrote or told it."""
    return _ENDS_LINE.fullmatch(behind) is not None


def dateline_end(text: str, start: int, end: int) -> int:
    """Give where the dateline ends with which a stretch begins; `start` where it has none."""
    whole = _WHOLE.match(text[start:end])
    return start + whole.end() if whole else start


def is_between_signs(text: str, start: int, end: int) -> bool:
    """Say whether a name stands as an agency does: «/وأخ/», “(NW)”."""
    behind = text[end : end + 2].strip()
    return (
        behind[:1] in ("/", ")")
        and _OPENS_SIGNS.search(text[max(0, start - 6) : start]) is not None
    )


def is_agency(text: str, mention: Mention) -> bool:
    """Say whether a body is the agency of a dateline, or anything stands in one in brackets."""
    is_body = mention.kind is ORGANISATION
    return in_brackets(text, mention.start) or (
        is_body and is_between_signs(text, mention.start, mention.end)
    )


def agency_behind(text: str, place_end: int, end: int) -> tuple[int, int] | None:
    """Give the stretch of an agency in brackets behind a place, up to `end`; None without one."""
    opening = _OPENS_AGENCY.match(text[place_end:end])
    if opening is None:
        return None
    start = place_end + opening.end()
    if end > start and text[end - 1] == _CLOSES_AGENCY[opening.group(1)]:
        end -= 1
    return (start, end) if end > start else None


def signed_names(head: str) -> Iterator[tuple[str, bool]]:
    """Give the names between the signs of a dateline, and whether the signs are an agency's alone.

    Quotation marks and dashes stand around other names, too, and 【】 around a place or a day
    that no = parts from who tells it.
    """
    for signed in _SIGNED.finditer(head):
        kind = signed.lastgroup or ""
        name = signed[kind]
        sure = kind in ("round", "slashes") or (kind == "lenses" and bool(signed["equals"]))
        yield name, sure
