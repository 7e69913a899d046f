"""Citations and stored texts go in; marked places that a browser can cut out come out.

Sijill counts code points, JavaScript counts UTF-16 code units: a sign outside of the basic plane
is one of the former and two of the latter. All offsets are turned here, once, so that the page
cuts with plain `slice`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Any

from sijill.citation import Citation, holds


class Utf16Offsets:
    """Turns offsets in code points of one text into offsets in UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, sign in enumerate(text) if ord(sign) > 0xFFFF]

    def at(self, offset: int) -> int:
        """Give the UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._wide, offset)


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Give the half-open spans of all lines that hold more than blanks, edges trimmed.

    Offsets in code points. An empty text has no paragraphs.
    """
    spans = []
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            first = start + line.index(words)
            spans.append((first, first + len(words)))
        start += len(line) + 1
    return spans


class PassageTable:
    """Every cited place once, numbered in the order in which it was first asked for.

    `texts` are the stored texts by source id; `order` the source ids in the order of the page.
    """

    def __init__(self, texts: Mapping[str, str], order: Iterable[str]) -> None:
        self._texts = texts
        self._order = {source_id: at for at, source_id in enumerate(order)}
        self._offsets: dict[str, Utf16Offsets] = {}
        self._number: dict[Citation, int] = {}
        self._rows: list[dict[str, Any]] = []

    def offsets(self, source_id: str) -> Utf16Offsets:
        """Give the offsets of a source's stored text."""
        if source_id not in self._offsets:
            self._offsets[source_id] = Utf16Offsets(self._texts.get(source_id, ""))
        return self._offsets[source_id]

    def number(self, citation: Citation) -> int:
        """Give the number of a citation's place, adding it when it is new."""
        # Prefix and suffix only help to find the words again; one place is one passage.
        place = Citation(citation.source_id, citation.start, citation.end, citation.exact)
        if place not in self._number:
            self._number[place] = len(self._rows)
            self._rows.append(self._row(place))
        return self._number[place]

    def numbers(self, citations: Iterable[Citation]) -> list[int]:
        """Give the numbers of several citations, each once, in the order given."""
        return list(dict.fromkeys(self.number(c) for c in citations))

    def _row(self, place: Citation) -> dict[str, Any]:
        row: dict[str, Any] = {
            "source": self._order.get(place.source_id, -1),
            "points": [place.start, place.end],
        }
        if row["source"] >= 0 and holds(place, self._texts.get(place.source_id, "")):
            offsets = self.offsets(place.source_id)
            row["span"] = [offsets.at(place.start), offsets.at(place.end)]
        else:
            # Never marked at a likeness: the page shows the words and says that they are orphaned.
            row["exact"] = place.exact
        return row

    def rows(self) -> list[dict[str, Any]]:
        """Give all passages: `source` (position, -1 unknown), `points`, then `span` or `exact`.

        `points` counts code points, as Sijill's files do; `span` counts UTF-16 code units.
        """
        return self._rows
