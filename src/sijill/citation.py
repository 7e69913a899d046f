"""A source's text and a span go in; the exact words come out as a citation that can be verified.

Follows the TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model
(https://www.w3.org/TR/annotation-model/, sections 4.2.4 and 4.2.5), with offsets counted in
Unicode code points, which that standard leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable

from sijill.errors import CitationAmbiguous, CitationNotFound
from sijill.immutable import immutable

#: So many citations are kept of what somebody decided about: a happening that fifty sources tell,
#: or a person whom they name, is found again by a few of them.
KEPT = 8
# Long enough to tell two places apart in news text, short enough to be read by a person.
CONTEXT = 24


class Ranged:
    """What covers a half-open range `[start, end)` of code points in a stored text."""

    __slots__ = ()
    start: int
    end: int

    def overlaps(self, other: Ranged) -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Ranged) -> bool:
        """Say whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@immutable(order=True)
class Span(Ranged):
    """A half-open range `[start, end)` of code points in a stored text."""

    start: int
    end: int


@immutable(order=True)
class Citation:
    """The exact words of one place in one source: a source id, a span, the words, their edges."""

    source_id: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def span(self) -> Span:
        """The place of the words in the stored text of the source."""
        return Span(self.start, self.end)


def cite(source_id: str, text: str, span: Span) -> Citation:
    """Make the citation of a span; `text` is the stored text of the source.

    Raises ValueError when the span is empty or reaches outside of the text.
    """
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(
            f"span {span.start}–{span.end} is not inside a text of {len(text)} characters"
        )
    return Citation(
        source_id,
        span.start,
        span.end,
        text[span.start : span.end],
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )


def some_of(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Choose KEPT citations at most: the first of every source before the second of any.

    In the order of sources and places, whatever their order was, each once.
    """
    turn: dict[str, int] = {}
    ranked = []
    for citation in sorted(set(citations)):
        number = turn[citation.source_id] = turn.get(citation.source_id, 0) + 1
        ranked.append((number, citation))
    return tuple(sorted(citation for _, citation in sorted(ranked)[:KEPT]))


def holds(citation: Citation, text: str) -> bool:
    """Say whether the words, their prefix and their suffix stand at the cited place."""
    start, end = citation.start, citation.end
    return (
        0 <= start < end <= len(text)
        and text[start:end] == citation.exact
        and text[max(0, start - len(citation.prefix)) : start] == citation.prefix
        and text[end : end + len(citation.suffix)] == citation.suffix
    )


def locate(citation: Citation, text: str) -> Span:
    """Find a citation's words in the text it was taken from.

    `text` is the stored text of the source. Where the words stand more than once, prefix and
    suffix decide. The words are never moved to a likeness.

    Raises CitationNotFound when the words are not there, CitationAmbiguous when they stand twice
    with the same surroundings.
    """
    if holds(citation, text):
        return citation.span
    found = []
    at = text.find(citation.exact)
    while at >= 0:
        found.append(at)
        at = text.find(citation.exact, at + 1)
    if not found:
        raise CitationNotFound(
            f"the words “{citation.exact}” do not stand in the source",
            source_id=citation.source_id,
            start=citation.start,
            remedy="The citation is orphaned. Read the source again, or withdraw the item.",
        )
    size = len(citation.exact)
    framed = [
        at
        for at in found
        if text[max(0, at - len(citation.prefix)) : at] == citation.prefix
        and text[at + size : at + size + len(citation.suffix)] == citation.suffix
    ]
    if len(framed) == 1:
        return Span(framed[0], framed[0] + size)
    if len(found) == 1 and not framed:
        raise CitationNotFound(
            f"the words “{citation.exact}” stand elsewhere, in other surroundings",
            source_id=citation.source_id,
            start=citation.start,
            remedy="The citation is orphaned. Read the source again, or withdraw the item.",
        )
    raise CitationAmbiguous(
        f"the words “{citation.exact}” stand {len(found)} times",
        source_id=citation.source_id,
        start=citation.start,
        remedy="Read the source again so that the citation gets its surroundings.",
    )
