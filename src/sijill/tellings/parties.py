"""The entities of a record go in; who they are to each other comes out: states and their people,
places inside places, posts at a time, order of precedence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from sijill.dates import PartialDate
from sijill.edtf import read_date
from sijill.identity.entities import Occupancy, RecordEntity, undecided_terms
from sijill.register.entries import Register, Term
from sijill.roles import role_ranks
from sijill.tables import open_table
from sijill.tellings.reference import regions

#: Below every rank of the table.
NO_RANK = 99


@cache
def _capitals() -> dict[str, str]:
    rows = open_table("world/states.tsv", ("code", "capital"))
    return {row["code"]: row["capital"] for row in rows}


def rank_of_role(role: str | None) -> int:
    """Give the order of precedence of a role id, 1 highest; NO_RANK when the table lacks it."""
    return role_ranks().get(role or "", NO_RANK)


#: A post: its role, and its body.
Post = tuple[str, str | None]
#: Who held a post at any time, in the order of the record.
Holders = dict[Post, tuple[str, ...]]


class Portrait(NamedTuple):
    """What an entity is to others; its names, posts and citations are not of it."""

    kind: str
    country: str | None
    register_id: str | None
    within: tuple[str, ...]


class Parties:
    """Looks up entities by id; an id that nobody knows is a person without anything.

    `before` are the parties of the build before with the same register: of an entity that is just
    as it was then the same portrait is kept. `touched` are the ids of all others of both, those
    left out that are only cited from other places; `marks` are these, and the posts that somebody
    else held at any time. Both are None where there was no build before.
    """

    def __init__(
        self,
        entities: Iterable[RecordEntity],
        register: Register | None = None,
        *,
        before: Parties | None = None,
    ) -> None:
        self._by_id = {entity.id: entity for entity in entities}
        self._register = register or Register()
        self.touched = None if before is None else _touched(before._by_id, self._by_id)
        self._portraits: dict[str, tuple[RecordEntity, Portrait]] = {}
        self._above: frozenset[str] | None = None
        self._people: dict[str, str] | None = None
        # Asked many thousand times for the same few ids while tellings are compared.
        self.kind = cache(self.kind)  # type: ignore[method-assign]
        self.country = cache(self.country)  # type: ignore[method-assign]
        self.within = cache(self.within)  # type: ignore[method-assign]
        self.apart = cache(self.apart)  # type: ignore[method-assign]
        self.posts_at = cache(self.posts_at)  # type: ignore[method-assign]
        self.ever_held = cache(self.ever_held)  # type: ignore[method-assign]
        self._holders: Holders | None = None
        self.marks: frozenset[str | Post] | None = None
        if before is not None:
            self._take_over(before)

    def __contains__(self, entity_id: str) -> bool:
        return entity_id in self._by_id

    def get(self, entity_id: str | None) -> RecordEntity | None:
        """Give the entity, or None."""
        return self._by_id.get(entity_id or "")

    def portrait(self, entity_id: str) -> Portrait | None:
        """Give what is told of an entity; None of one that the record has not."""
        entity = self._by_id.get(entity_id)
        if entity is None:
            return None
        known = self._portraits.get(entity_id)
        if known is not None and known[0] is entity:
            return known[1]
        made = Portrait(
            entity.kind, self.country(entity_id), entity.register_id, self.within(entity_id)
        )
        if known is not None and known[1] == made:
            made = known[1]
        self._portraits[entity_id] = entity, made
        return made

    def _has_moved(self, before: Parties) -> bool:
        """Say whether a place in which others lie is elsewhere than before: then they are, too."""
        above = self._above = before._above or frozenset(
            entry.within for entry in self._register.entries.values() if entry.within
        )

        def at(parties: Parties, entity_id: str) -> tuple[str | None, ...] | None:
            one = parties.get(entity_id)
            return (one.kind, one.country, one.within, one.register_id) if one else None

        moved = {i for i in self.touched or () if at(self, i) != at(before, i)}
        above |= {e.within for x in (before, self) for e in x._by_id.values() if e.within}
        return not moved.isdisjoint(above)

    def all(self) -> Iterator[RecordEntity]:
        """Go through all entities in the order of the record."""
        yield from self._by_id.values()

    def register_id(self, entity_id: str) -> str:
        """Give the id under which the register knows an entity; its own id where it does not."""
        entity = self.get(entity_id)
        return (entity and entity.register_id) or entity_id

    def named(self, name: str) -> str | None:
        """Give the id of the person whom the register knows by an English name, or None.

        Two people of one name are nobody.
        """
        if self._people is None:
            people: dict[str, set[str]] = {}
            for entry in self._register.entries.values():
                for form in entry.names.get("en", ()) if entry.kind == "person" else ():
                    people.setdefault(form, set()).add(entry.id)
            self._people = {form: ids.pop() for form, ids in people.items() if len(ids) == 1}
        return self._people.get(name)

    def kind(self, entity_id: str | None) -> str:
        """Give person, organisation or place; empty when nobody knows the id."""
        entity = self.get(entity_id)
        if entity:
            return entity.kind
        entry = self._register.entries.get(entity_id or "")
        return entry.kind if entry else ""

    def country(self, entity_id: str | None) -> str | None:
        """Give the country code of an entity, where known."""
        entity = self.get(entity_id)
        if entity and entity.country:
            return entity.country
        entry = self._register.entries.get((entity and entity.register_id) or entity_id or "")
        if entry and entry.country:
            return entry.country
        if entity:
            for occupancy in entity.posts:
                if occupancy.body and len(occupancy.body) == 2 and occupancy.body.isupper():
                    return occupancy.body
        return None

    def is_state(self, entity_id: str | None) -> bool:
        """Say whether an entity is a state itself, not a place inside of one."""
        if not entity_id or self.kind(entity_id) != "place":
            return False
        country = self.country(entity_id)
        return country is not None and country.lower() in {entity_id, self.register_id(entity_id)}

    def is_capital(self, place: str) -> bool:
        """Say whether a place is the capital of its state."""
        country = self.country(place)
        return country is not None and _capitals().get(country) == self.register_id(place)

    def within(self, entity_id: str | None) -> tuple[str, ...]:
        """Give the ids of the places that hold a place, nearest first, its state last."""
        chain: list[str] = []
        at = entity_id
        while at and len(chain) < 8:
            entity = self.get(at)
            entry = self._register.entries.get((entity and entity.register_id) or at)
            above = (entity.within if entity else None) or (entry.within if entry else None)
            if not above or above in chain or above == entity_id:
                break
            chain.append(above)
            at = above
        country = self.country(entity_id)
        state = country.lower() if country else None
        if state and state != entity_id and state not in chain:
            chain.append(state)
        return tuple(chain)

    def point_known(self, place: str | None) -> bool:
        """Say whether the register knows the place, so that two such places are surely two."""
        entity = self.get(place)
        key = (entity and entity.register_id) or place or ""
        return bool(entity and entity.register_id) or key in self._register.entries

    def covers(self, wide: str, narrow: str) -> bool:
        """Say whether a place is the other or holds it; a region holds its states' places."""
        if wide == narrow or wide in self.within(narrow):
            return True
        region = regions().get(self.register_id(wide).replace("-", "_"))
        return region is not None and self.country(narrow) in region.countries

    def city(self, place: str | None) -> str | None:
        """Give the widest known place below its state that a place is or lies in, or None."""
        if place is None or self.is_state(place) or self.country(place) is None:
            return None
        chain = [place, *self.within(place)]
        below = [p for p in chain if not self.is_state(p) and self.kind(p) == "place"]
        below = [p for p in below if self.point_known(p)]
        return below[-1] if below else None

    def city_of_record(self, place: str | None) -> str | None:
        """Give the city if the record has it: sources may name a palace, and never its city."""
        city = self.city(place)
        return city if city is not None and city in self else None

    def apart(self, left: str, right: str) -> bool:
        """Say whether two places are surely two: neither holds the other, and both are known."""
        if self.covers(left, right) or self.covers(right, left):
            return False
        one, other = self.country(left), self.country(right)
        if one and other and one != other:
            return True
        return self.point_known(left) and self.point_known(right)

    def posts_at(self, person: str | None, date: str | None) -> tuple[Occupancy, ...]:
        """Give the posts a person held at a date (EDTF), as far as sources or register tell.

        A post without a time counts when it is not a former one. Posts of the register come with
        its terms; posts told by sources come first. Decided times are bounds: outside of them a
        post was not held.
        """
        when = read_date(date)
        found: list[Occupancy] = []
        entity = self.get(person)
        for occupancy in entity.posts if entity else ():
            span = read_date(occupancy.time)
            if when and span:
                if span.may_equal(when):
                    found.append(occupancy)
            elif occupancy.status not in ("former", "elect") and not (span and occupancy.line):
                found.append(occupancy)
        for term in self.terms(person or ""):
            span = read_date(f"{term.since or '..'}/{term.until or '..'}")
            if when is None or span is None or span.may_equal(when):
                found.append(
                    Occupancy(term.post, term.body, "current", span.edtf if span else None)
                )
        return tuple(found)

    def told_posts(self, person: str) -> tuple[Occupancy, ...]:
        """Give the posts that sources tell of somebody, at whatever time."""
        entity = self.get(person)
        return entity.posts if entity else ()

    def terms(self, entity_id: str) -> tuple[Term, ...]:
        """Give the register's terms of office of somebody, with their sources.

        Those in a post of which a person decided the times are left out.
        """
        entry = self._register.entries.get(self.register_id(entity_id))
        if entry is None:
            return ()
        return undecided_terms(entry.terms, self.told_posts(entity_id)) if entry.terms else ()

    def held_role(self, person: str, role: str, date: str | None) -> bool:
        """Say whether a person is known to have held a role at a date."""
        return self.ever_held_role(person, role) and any(
            o.post == role for o in self.posts_at(person, date)
        )

    def ever_held_role(self, person: str, role: str) -> bool:
        """Say whether a person is known to have held a role at any time."""
        return any(post == role for post, _ in self.ever_held(person))

    def ever_held(self, person: str) -> frozenset[tuple[str, str | None]]:
        """Give all posts that a person held at any time, each with its body."""
        entity = self.get(person)
        held = {(o.post, o.body) for o in (entity.posts if entity else ())}
        return frozenset(held | {(term.post, term.body) for term in self.terms(person)})

    def holder(self, role: str, country: str | None, date: str | None) -> str | None:
        """Give the one entity of the record that held a role of a state at a day (EDTF), or None.

        Without a day nobody is given: posts pass from one to another.
        """
        if country is None or date is None:
            return None
        found = [
            person
            for person in self.ever_holders(role, country)
            if any(o.post == role and o.body == country for o in self.posts_at(person, date))
        ]
        return found[0] if len(found) == 1 else None

    def ever_holders(self, role: str, country: str) -> tuple[str, ...]:
        """Give all people of the record who held a role of a state at any time."""
        return self._all_holders().get((role, country), ())

    def _all_holders(self) -> Holders:
        if self._holders is None:
            self._holders = self._holders_among(self._by_id)
        return self._holders

    def _holders_among(self, ids: Iterable[str]) -> Holders:
        found: dict[Post, tuple[str, ...]] = defaultdict(tuple)
        for entity_id in ids:
            if entity_id in self and self._by_id[entity_id].kind == "person":
                for post in self.ever_held(entity_id):
                    found[post] += (entity_id,)
        return dict(found)

    def _take_over(self, before: Parties) -> None:
        """Keep what is the same as in the parties before, and note which posts others held."""
        touched = self.touched or frozenset()
        if not self._has_moved(before):
            self._portraits = dict(before._portraits)
        was = before._all_holders()
        place = {entity_id: place for place, entity_id in enumerate(self._by_id)}
        now = self._holders_among(touched)
        posts = {*before._holders_among(touched), *now}
        self._holders = dict(was)
        for post in posts:
            stay = (i for i in was.get(post, ()) if i not in touched)
            held = tuple(sorted((*stay, *now.get(post, ())), key=place.__getitem__))
            self._holders[post] = held
            if not held:
                del self._holders[post]
        changed = {post for post in posts if was.get(post) != self._holders.get(post)}
        self.marks = frozenset((*touched, *changed))

    def rank(self, entity_id: str, date: str | None) -> int:
        """Give somebody's order of precedence at a date, 1 highest."""
        ranks = [rank_of_role(o.post) for o in self.posts_at(entity_id, date)]
        return min(ranks, default=NO_RANK)

    def spellings(self, entity_id: str) -> str:
        """Give all names and spellings of an entity, one after the other."""
        entity = self.get(entity_id)
        if entity is None:
            return ""
        return " ".join([*entity.names.values(), *(alias.text for alias in entity.aliases)])

    def names(self, entity_id: str) -> Mapping[str, str]:
        """Give an entity's names by language; none of one that the record has not."""
        entity = self.get(entity_id)
        return entity.names if entity else {}

    def forms(self, entity_id: str, language: str) -> tuple[str, ...]:
        """Give the names by which the register knows somebody or something in a language."""
        entry = self._register.entries.get(self.register_id(entity_id))
        return entry.names.get(language, ()) if entry else ()

    def describe(self, entity_id: str, language: str) -> str:
        """Give an entity's name in a language, falling back to English, then to any, then to id.

        What the record does not name in the language is named as the register does.
        """
        entity = self.get(entity_id)
        names = entity.names if entity else {}
        if language in names:
            return names[language]
        entry = self._register.entries.get((entity and entity.register_id) or entity_id)
        known = {lang: forms[0] for lang, forms in entry.names.items() if forms} if entry else {}
        for lang in (language, "en", *sorted({*names, *known})):
            name = names.get(lang) or known.get(lang)
            if name:
                return name
        return entity_id


def _touched(before: Mapping[str, RecordEntity], now: Mapping[str, RecordEntity]) -> frozenset[str]:
    other = {
        i
        for i, entity in now.items()
        if (known := before.get(i)) is not entity and (known is None or not _alike(known, entity))
    }
    return frozenset(other | (before.keys() - now.keys()))


def _alike(one: RecordEntity, other: RecordEntity) -> bool:
    """Say whether all that can be asked of two entities is the same, but for where they stand."""
    return (
        *(one.kind, one.country, one.register_id, one.within),
        *(one.names, one.posts, *((a.text, a.language) for a in one.aliases)),
    ) == (
        *(other.kind, other.country, other.register_id, other.within),
        *(other.names, other.posts, *((a.text, a.language) for a in other.aliases)),
    )


def others_than(before: Parties, now: Parties) -> frozenset[str]:
    """Give the ids of those who have another portrait now than in the parties before."""
    touched = now.touched or frozenset()
    if not now._portraits:  # whatever lies in something may lie elsewhere
        touched = frozenset((*before._by_id, *now._by_id))
    return frozenset(i for i in touched if before.portrait(i) != now.portrait(i))


def overlap(left: PartialDate | None, right: PartialDate | None) -> bool:
    """Say whether two dates can mean one time; a date that is not told can be any."""
    return left is None or right is None or left.may_equal(right)
