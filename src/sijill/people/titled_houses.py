"""A title without its house goes in; the house of that kind told last before it comes out.

「横浜市役所で竹中市長を訪ねた」: a 市長 is of a town (市) and of no province, a 住職 of a temple
(寺), however far back it was told. What a title tells stands in `data/<language>/house_titles.tsv`;
most languages have no such table.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.documents.document import ORGANISATION, PLACE
from sijill.people.nearest_bodies import Told
from sijill.people.posts import PostReading
from sijill.tables import data_path, open_table


@cache
def _titles(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    path = f"{language}/house_titles.tsv"
    rows = open_table(path, ("title", "house")) if data_path(path).exists() else ()
    return tuple(
        (re.compile(rf"(?:{row['title']})\Z"), re.compile(rf".(?:{row['house']})\Z"))
        for row in rows
    )


def house_of_title(reading: PostReading, told: Told) -> str | None:
    """Give the house or town that the words of a title tell; None where they tell no kind."""
    title = reading.mention.text
    kind = next(
        (house for rule, house in _titles(told.document.language) if rule.search(title)), None
    )
    if kind is None:
        return None
    inside = reading.body_mention
    if inside is not None:  # 「東大寺の別当」
        return told.body_ids.get(inside.id) if kind.search(inside.text) else None
    kinds = (PLACE, ORGANISATION)
    before = [
        m
        for each in kinds
        for m in told.between(each, 0, reading.mention.start)
        if m.end <= reading.mention.start and m.id in told.body_ids and kind.search(m.text)
    ]
    return told.body_ids[max(before, key=lambda m: m.start).id] if before else None
