"""Candidates of an Arabic text go in; envoys come out with their full titles, and with their names
alone.

Who hands over his credentials is told with a formula that a tagger sees in parts, or not at all:
«سفيرا فوق العادة ومفوضا لجمهورية بوتسوانا لدى الإمارة» is one post. «أوراق اعتماد» before a name is
no part of it. Rules stand in `data/ar/expressions.tsv`: title_of_envoy, title_goes_on,
credentials_of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijill.documents.document import PERSON, PLACE, POST, Document
from sijill.documents.expressions import expression
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.found import of_kind

#: How sure such a title is.
_SURE = 0.9
#: «أوراق اعتماد» is no longer (code points).
_CREDENTIALS = 14


def with_envoys(
    document: Document, candidates: Sequence[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Give the candidates with each full title as one post; `known` are those of the register."""
    text = document.text
    kept = [_without_credentials(text, c) if c.kind is PERSON else c for c in candidates]
    titles = [*expression("ar", "title_of_envoy").finditer(text)]
    if not titles:
        return kept
    places = {p.start: p.end for p in (*of_kind(candidates, PLACE), *of_kind(known, PLACE))}
    near = Nearby(of_kind(kept, POST))
    whole: list[Candidate] = []
    parts: set[int] = set()
    for title in titles:
        start, end = title.start("title"), _end_of(text, title, places)
        inside = near.within(start, end)
        if any(c.start < start for c in inside) or (whole and start < whole[-1].end):
            continue  # «نائب السفير المفوض»: it is told as a part of another
        whole.append(Candidate(POST, start, max([end, *(c.end for c in inside)]), "tagger", _SURE))
        parts.update(map(id, inside))
    return [*(c for c in kept if id(c) not in parts), *whole]


def _end_of(text: str, title: re.Match[str], places: dict[int, int]) -> int:
    """Give where a title ends: behind the state of the envoy, and that to which he is sent."""
    end = title.end()
    while (more := expression("ar", "title_goes_on").match(text, end)) is not None:
        if more["place"] is None:
            end = more.end()
        elif more.end() in places:
            end = places[more.end()]
        else:
            break
    return end


def _without_credentials(text: str, c: Candidate) -> Candidate:
    begin = max(0, c.start - _CREDENTIALS)
    found = expression("ar", "credentials_of").search(text, begin, c.end)
    return c.at(found.end(), c.end) if found and c.start < found.end() < c.end else c
