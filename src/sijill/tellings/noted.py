"""A unit of work asks who somebody is; the answers come out, and what was asked is noted.

So a telling has to be made anew only when something that it looked at has changed since.
"""

# ruff: noqa: D102 - the questions are those of `Parties`, and explained there.
from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar, cast

from sijill.identity.entities import Occupancy, RecordEntity
from sijill.register.entries import Term
from sijill.tellings.parties import Parties, Portrait
from sijill.workbook import Page

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


Posts = tuple[tuple[str, str | None, str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked, each with the answer then; nothing counts but what tellings ask about.

    `portraits`, `ever_held`, `spellings`, `names` and `told_posts` by entity id, `posts` by entity
    id and date, `described` by entity id and language, `holders` by role and state; `marks` are all
    the entities and posts that were asked about. Answers have held in the build before the one they
    are asked of.
    """

    portraits: tuple[tuple[str, Portrait | None], ...]
    ever_held: tuple[tuple[str, frozenset[tuple[str, str | None]]], ...]
    posts: tuple[tuple[tuple[str | None, str | None], Posts], ...]
    spellings: tuple[tuple[str, str], ...]
    holders: tuple[tuple[tuple[str, str], tuple[str, ...]], ...]
    names: tuple[tuple[str, Mapping[str, str]], ...]
    told_posts: tuple[tuple[str, tuple[Occupancy, ...]], ...]
    described: tuple[tuple[tuple[str, str], str], ...]
    marks: frozenset[Hashable]

    def hold(self, parties: Parties) -> bool:
        """Say whether all would be answered alike."""
        if parties.marks is not None and self.marks.isdisjoint(parties.marks):
            return True
        portrait = parties.portrait
        for entity_id, known in self.portraits:
            found = portrait(entity_id)
            if found is not known and found != known:
                return False
        return (
            all(parties.ever_held(i) == known for i, known in self.ever_held)
            and all(_posts(parties, *asked) == known for asked, known in self.posts)
            and all(parties.spellings(i) == known for i, known in self.spellings)
            and all(parties.names(i) == known for i, known in self.names)
            and all(parties.told_posts(i) == known for i, known in self.told_posts)
            and all(parties.describe(*asked) == known for asked, known in self.described)
            and all(parties.ever_holders(*post) == known for post, known in self.holders)
        )


def _posts(parties: Parties, person: str | None, date: str | None) -> Posts:
    return tuple((o.post, o.body, o.status, o.time) for o in parties.posts_at(person, date))


class NotedParties(Parties):
    """Answers as the parties it is made of do, and notes whom it was asked about.

    Only questions that look at an entity are asked here; the others of `Parties` ask these.
    """

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._asked: dict[str, None] = {}
        self._held: dict[str, None] = {}
        self._posts: dict[tuple[str | None, str | None], None] = {}
        self._spelt: dict[str, None] = {}
        self._holders_of: dict[tuple[str, str], None] = {}
        self._names: dict[str, None] = {}
        self._told: dict[str, None] = {}
        self._described: dict[tuple[str, str], None] = {}

    def answers(self) -> Answers:
        """Give what was asked until now, with the answers."""
        base = self._parties
        return Answers(
            tuple((i, base.portrait(i)) for i in self._asked),
            tuple((i, base.ever_held(i)) for i in self._held),
            tuple((asked, _posts(base, *asked)) for asked in self._posts),
            tuple((i, base.spellings(i)) for i in self._spelt),
            tuple((post, base.ever_holders(*post)) for post in self._holders_of),
            tuple((i, base.names(i)) for i in self._names),
            tuple((i, base.told_posts(i)) for i in self._told),
            tuple((asked, base.describe(*asked)) for asked in self._described),
            frozenset(
                (
                    *(*self._asked, *self._held, *self._spelt, *self._names, *self._told),
                    *(i for i, _ in (*self._posts, *self._described)),
                    *self._holders_of,
                )
            ),
        )

    def _note(self, entity_id: str | None) -> str | None:
        if entity_id:
            self._asked[entity_id] = None
        return entity_id

    def __contains__(self, entity_id: str) -> bool:
        self._note(entity_id)
        return entity_id in self._parties

    def get(self, entity_id: str | None) -> RecordEntity | None:
        """Give nobody whole: what a unit may ask about has a question of its own."""
        raise NotImplementedError("a noted unit asks for what it needs, not for an entity")

    def all(self) -> Iterator[RecordEntity]:
        """Give nobody: a unit may not look at everybody."""
        raise NotImplementedError("a noted unit cannot look at everybody")

    def register_id(self, entity_id: str) -> str:
        self._note(entity_id)
        return self._parties.register_id(entity_id)

    def named(self, name: str) -> str | None:
        return self._parties.named(name)

    def kind(self, entity_id: str | None) -> str:
        return self._parties.kind(self._note(entity_id))

    def country(self, entity_id: str | None) -> str | None:
        return self._parties.country(self._note(entity_id))

    def within(self, entity_id: str | None) -> tuple[str, ...]:
        found = self._parties.within(self._note(entity_id))
        for above in found:
            self._note(above)
        return found

    def point_known(self, place: str | None) -> bool:
        return self._parties.point_known(self._note(place))

    def apart(self, left: str, right: str) -> bool:
        self._note(left)
        self._note(right)
        return self._parties.apart(left, right)

    def posts_at(self, person: str | None, date: str | None) -> tuple[Occupancy, ...]:
        self._posts[person, date] = None
        return self._parties.posts_at(person, date)

    def terms(self, entity_id: str) -> tuple[Term, ...]:
        self._note(entity_id)
        return self._parties.terms(entity_id)

    def ever_held(self, person: str) -> frozenset[tuple[str, str | None]]:
        self._held[person] = None
        return self._parties.ever_held(person)

    def ever_holders(self, role: str, country: str) -> tuple[str, ...]:
        self._holders_of[role, country] = None
        return self._parties.ever_holders(role, country)

    def spellings(self, entity_id: str) -> str:
        self._spelt[entity_id] = None
        return self._parties.spellings(entity_id)

    def forms(self, entity_id: str, language: str) -> tuple[str, ...]:
        self._note(entity_id)
        return self._parties.forms(entity_id, language)

    def names(self, entity_id: str) -> Mapping[str, str]:
        self._names[entity_id] = None
        return self._parties.names(entity_id)

    def told_posts(self, person: str) -> tuple[Occupancy, ...]:
        self._told[person] = None
        return self._parties.told_posts(person)

    def describe(self, entity_id: str, language: str) -> str:
        self._described[entity_id, language] = None
        return self._parties.describe(entity_id, language)


def noted(
    page: Page[tuple[Answers, T]],
    key: Hashable,
    given: tuple[object, ...],
    parties: Parties,
    make: Callable[[Parties], T],
) -> T:
    """Give what a unit gives: what it gave before, while what it was given and asked is the same.

    `make` is called with parties that note what they are asked.
    """
    if not page.keeps:
        return make(parties)  # nobody will ask again
    known = page.known(key, given)
    if known is not None and known[0].hold(parties):
        return known[1]
    noting = NotedParties(parties)
    value = make(noting)
    answers = noting.answers()
    return page.put(key, given, (answers, value), answers.marks)[1]


def noted_those(
    page: Page[tuple[Answers, T]],
    keys: Collection[K],
    doubted: Collection[K],
    given: Callable[[K], tuple[Any, ...]],
    parties: Parties,
    make: Callable[..., T],
) -> list[T]:
    """Give what many units gave: all of the page, each key once (`Page.take_over_by`).

    `doubted` are those that may be given something else than before; those that asked about
    somebody who is another now are looked into as well. `given` says what a unit is given, and
    `make` is called with that, and the parties.
    """

    def ask(key: K) -> T:
        own = given(key)
        return noted(page, key, own, parties, partial(make, *own))

    if not page.keeps:
        return list(map(ask, keys))
    if parties.marks is None:
        return page.take_over_by(keys, keys, ask)
    asked = cast(set[K], page.marked(parties.marks))
    return page.take_over_by(keys, {*doubted, *asked}, ask)
