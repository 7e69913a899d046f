"""A text and the countries that it tells go in; the country in which it is written comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sijill.documents.datelines import opens_dateline
from sijill.documents.document import PLACE, Document, Mention
from sijill.documents.expressions import ends_in, expression
from sijill.documents.heads import first_lines
from sijill.languages import HOMES

# A dateline opens one of the first lines, and begins so near to its start (code points).
_LINES, _DATELINE = 3, 22


def home_of(
    document: Document, mentions: Sequence[Mention], country_by_mention: dict[str, str]
) -> str | None:
    """Give the country a text is written in: of its dateline, else the one told most.

    A language of one country (Kazakh, Japanese) is written there, if the text tells of it at all.
    """
    places = [m for m in mentions if m.id in country_by_mention]
    told = {country_by_mention[m.id] for m in places}
    places = [m for m in places if m.kind is PLACE]
    lines = first_lines(document.text, _LINES)
    begins = [line.start for line in lines[1:]]
    headline = lines[0].end if len(lines) > 1 else -1
    # A dateline: the first place of the body, at its very beginning.
    dateline = next(
        (
            country_by_mention[m.id]
            for m in places
            for begin in begins
            if begin <= m.start <= begin + _DATELINE
            and opens_dateline(document.text, begin, m.start)
        ),
        None,
    )
    home = HOMES.get(document.language)
    if home in told or (home and not told):
        return home
    if dateline:
        return dateline
    counts = Counter(country_by_mention[m.id] for m in places)
    if not counts:
        return None
    # «Тувалу қайықтары Монакода»: a case tells in the headline where it happens.
    where = expression(document.language, "place_case")
    for mention in places:
        if mention.end < headline and where.match(document.text, mention.end):
            return country_by_mention[mention.id]
    # Of two told alike, where the headline says that it happens, else what is told first.
    there = ends_in(document.language, "headline_where")
    happens = {m.id for m in places if there.search(document.text[: max(0, headline)], 0, m.start)}
    places.sort(key=lambda m: (m.id not in happens, m.start))
    first = [country_by_mention[m.id] for m in places]
    return min(counts, key=lambda code: (-counts[code], first.index(code)))
