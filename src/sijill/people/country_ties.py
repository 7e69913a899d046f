"""The names, posts and places of a text go in; which of them a word ties to a state comes out.

The words stand in `data/<language>/country_links.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from sijill.documents.document import PERSON, PLACE, POST, Document, Mention
from sijill.documents.expressions import expression
from sijill.houses.bodies import Bodies
from sijill.tables import open_table

#: What ties a name to the people before it is no longer (code points).
_LINK = 12
_KINDS = (PERSON, POST)


@cache
def _links(language: str) -> dict[str, str]:
    rows = open_table(f"{language}/country_links.tsv", ("word", "where"))
    return {row["word"]: row["where"] for row in rows}


def _with_blanks(link: str) -> tuple[str, ...]:
    """Give a word that ties with the blanks that may stand beside it."""
    return (f" {link} ", f"{link} ", link)


@cache
def _sizes(language: str) -> tuple[int, ...]:
    """Give how long all that ties is, each length once (code points)."""
    return tuple({len(blanks) for link in _links(language) for blanks in _with_blanks(link)})


def tied_by_start(
    document: Document,
    mentions: Sequence[Mention],
    bodies: Bodies,
    peoples: Sequence[tuple[int, int, str]],
) -> dict[int, str]:
    """Give the countries tied to a name or post by a word, by where it starts.

    カザフスタンのトカエフ, “Mirziyoyev of Uzbekistan”. `peoples` are the words that tell a
    nationality: start, end, country.
    """
    words, language = document.text, document.language
    placed = [m for m in mentions if m.id in bodies.country_by_mention and _is_place(m)]
    by_start = {m.start: bodies.country_by_mention[m.id] for m in placed}
    by_end = {m.end: bodies.country_by_mention[m.id] for m in placed}
    # Beside most names and posts no place stands so near that a word could tie it to them.
    ends = {start - size for start in by_start for size in _sizes(language)}
    starts = {end + size for end in by_end for size in _sizes(language)}
    people = [m for m in mentions if m.kind in _KINDS and (m.end in ends or m.start in starts)]
    found: dict[int, str] = {}
    for link, where in sorted(_links(language).items()) if people else ():
        for mention in people:
            for blanks in _with_blanks(link):
                country = None
                if where == "after" and words.startswith(blanks, mention.end):
                    country = by_start.get(mention.end + len(blanks))
                elif where == "before" and words.endswith(blanks, 0, mention.start):
                    country = by_end.get(mention.start - len(blanks))
                if country:
                    found.setdefault(mention.start, country)
    for start, country in _named_by_people(document, mentions, peoples):
        found.setdefault(start, country)
    return found


def _named_by_people(
    document: Document, mentions: Sequence[Mention], peoples: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, str]]:
    """Give where a name stands right behind the people that its bearer is of, with the country.

    “Egyptian Layla Fahmy”, «норвежец Олав Берг», «المصرية ليلى فهمي»; 人 may be part of a post.
    """
    text, language = document.text, document.language
    starts = {m.start for m in mentions if m.kind in _KINDS}
    for _, end, country in peoples:
        for link in expression(language, "people_link", r"\s?").finditer(text, end, end + _LINK):
            if link.start() > end:
                break  # an empty one matches everywhere
            if link.end() in starts:
                yield link.end(), country


def _is_place(mention: Mention) -> bool:
    return mention.kind is PLACE
