"""Who and what a record speaks of: people, bodies and places, as identity hands them on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sijill.citation import Citation
from sijill.register.entries import Term
from sijill.standing import DecisionNote

#: A text in several languages, by ISO 639-1 code.
LocalText = dict[str, str]


@dataclass(frozen=True, slots=True)
class Occupancy:
    """Somebody's time in a post: role id, body (country or entity id), status, EDTF or None.

    `line` is that of the ledger in which a person decided it; then `time` is from when to when, and
    stands for all that is told of this person in this post.
    """

    post: str
    body: str | None
    status: str
    time: str | None
    citations: tuple[Citation, ...] = ()
    line: int | None = None


def undecided_terms(terms: Iterable[Term], posts: Iterable[Occupancy]) -> tuple[Term, ...]:
    """Leave out the register's terms in posts of which a person decided the times."""
    decided = {(held.post, held.body) for held in posts if held.line is not None}
    return tuple(term for term in terms if (term.post, term.body) not in decided)


def decided_terms(posts: Iterable[Occupancy]) -> tuple[Term, ...]:
    """Give the posts of which a person decided the times, as terms of office."""
    found = []
    for held in posts:
        if held.line is not None:
            since, _, until = (held.time or "../..").partition("/")
            bounds = [end if end != ".." else None for end in (since, until)]
            found.append(Term(held.post, held.body, bounds[0], bounds[1], ""))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of a name, its language, and where it stands."""

    text: str
    language: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordEntity:
    """A person, organisation or place of the record.

    `names` has one name for each language of the record: from the register, else from a source in
    that language, else transliterated (then the language is listed in `transliterated`).
    `decisions` are those of people on its names and posts.
    """

    id: str
    kind: str
    names: LocalText
    country: str | None = None
    register_id: str | None = None
    transliterated: tuple[str, ...] = ()
    aliases: tuple[Alias, ...] = ()
    posts: tuple[Occupancy, ...] = ()
    longitude: float | None = None
    latitude: float | None = None
    within: str | None = None
    decisions: tuple[DecisionNote, ...] = ()
