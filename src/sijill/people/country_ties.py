"""The names, posts and places of a text go in; which of them a word ties to a state comes out.

The words stand in `data/<language>/country_links.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from sijill.documents.document import PERSON, PLACE, POST, Document, Mention
from sijill.documents.expressions import expression
from sijill.documents.mentions_by_kind import of_kind
from sijill.houses.bodies import Bodies
from sijill.tables import open_table

#: What ties a name to the people before it is no longer (code points).
_LINK = 12
_KINDS = (PERSON, POST)


@cache
def _links(language: str) -> dict[str, str]:
    rows = open_table(f"{language}/country_links.tsv", ("word", "where"))
    return {row["word"]: row["where"] for row in rows}


@cache
def _ties(language: str, where: str) -> dict[str, tuple[int, int]]:
    """Give all that ties a state `before` or `after` somebody, with its rank.

    Words in their order, each with the blanks that may stand beside it, of which most come first.
    """
    found: dict[str, tuple[int, int]] = {}
    for number, (link, stands) in enumerate(sorted(_links(language).items())):
        for step, blanks in enumerate((f" {link} ", f"{link} ", link) if stands == where else ()):
            found.setdefault(blanks, (number, step))
    return found


@cache
def _sizes(language: str, where: str) -> tuple[int, ...]:
    """Give how long all that ties is, each length once (code points)."""
    return tuple({len(blanks) for blanks in _ties(language, where)})


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
    people = [m for m in mentions if m.kind in _KINDS]
    countries, language = bodies.country_by_mention, document.language
    found: dict[int, str] = {}
    if _links(language):
        placed = [m for m in of_kind(mentions, PLACE) if m.id in countries]
        ends = {m.end: countries[m.id] for m in placed}
        begins = {m.start: countries[m.id] for m in placed}
        tied = (
            *_behind(document.text, people, ends, language),
            *_before(document.text, people, begins, language),
        )
        for _, start, country in sorted(tied):
            found.setdefault(start, country)
    for start, country in _named_by_people(document, people, peoples):
        found.setdefault(start, country)
    return found


#: Of which words are taken first: by the rank of the word, whose it is, and its blanks; where
#: somebody begins, and the country.
_Tied: TypeAlias = tuple[tuple[int, int, int], int, str]


def _behind(
    text: str, people: Sequence[Mention], ends: Mapping[int, str], language: str
) -> Iterator[_Tied]:
    """Give who stands behind a state and is tied to it; `ends` are where states end."""
    # Behind most places no name stands so near that a word could tie it to them.
    starts, ties = {m.start for m in people}, _ties(language, "before")
    for end, country in ends.items():
        for size in _sizes(language, "before"):
            if end + size in starts and (rank := ties.get(text[end : end + size])) is not None:
                yield (rank[0], 0, rank[1]), end + size, country


def _before(
    text: str, people: Sequence[Mention], begins: Mapping[int, str], language: str
) -> Iterator[_Tied]:
    """Give who stands before a state and is tied to it; `begins` are where states begin."""
    ties = _ties(language, "after")
    for number, mention in enumerate(people if ties else ()):
        end = mention.end
        for size in _sizes(language, "after"):
            if end + size in begins and (rank := ties.get(text[end : end + size])) is not None:
                yield (rank[0], number, rank[1]), mention.start, begins[end + size]


def _named_by_people(
    document: Document, people: Sequence[Mention], peoples: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, str]]:
    """Give where a name stands right behind the people that its bearer is of, with the country.

    “Egyptian Layla Fahmy”, «норвежец Олав Берг», «المصرية ليلى فهمي»; 人 may be part of a post.
    """
    if not peoples:
        return
    text, starts = document.text, {m.start for m in people}
    rule = expression(document.language, "people_link", r"\s?")
    for _, end, country in peoples:
        for link in rule.finditer(text, end, end + _LINK):
            if link.start() > end:
                break  # an empty one matches everywhere
            if link.end() in starts:
                yield link.end(), country
