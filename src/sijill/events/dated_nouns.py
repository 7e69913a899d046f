"""A happening told by a noun goes in; the day that an adjective beside it tells comes out.

«Прошлогодний визит», «мартовские переговоры», «вчерашняя встреча»: no date stands there, but one is
told (`data/<language>/event_details.tsv`, roles `dated:…`).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sijill.documents.passage import Passage
from sijill.happenings.arguments import Arguments
from sijill.happenings.triggers import Trigger

# An adjective and those after it stand so near before their noun (code points).
_NEAR = 30
_APART = re.compile(r"[^\w\s-]|\d")
_AHEAD = frozenset({"planned", "proposed", "postponed"})


def dated_by_adjective(
    passage: Passage, arguments: Arguments, trigger: Trigger, status: str
) -> str | None:
    """Give in EDTF the day, month or year of an adjective before a trigger, None where none is."""
    published = passage.document.published
    if not published or trigger.frame == "verb":
        return None
    start = max(trigger.window.start, trigger.start - _NEAR)
    hits = arguments.details_in(start, trigger.end, "dated:")
    if not hits or _APART.search(passage.text, hits[-1].end, max(hits[-1].end, trigger.start)):
        return None
    unit, number = hits[-1].row["role"].split(":")[1:]
    try:
        today = date.fromisoformat(published)
    except ValueError:
        return None
    if unit == "year":
        return f"{today.year + int(number):04d}"
    if unit == "day":
        return (today + timedelta(days=int(number))).isoformat()
    ahead = status in _AHEAD
    year = today.year - (not ahead and int(number) > today.month)
    year += ahead and int(number) < today.month
    return f"{year:04d}-{int(number):02d}"
