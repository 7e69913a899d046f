"""Two entities go in; what speaks for and against their being one comes out, in words.

The same post at the same time in the same country is evidence for; two countries, or a post held
by somebody else at that time, are evidence against.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sijill.dates import PartialDate, parse_edtf
from sijill.errors import FormatFault
from sijill.identity.locals import Local, PostHeld
from sijill.register.entries import Register, RegisterEntry, Term
from sijill.register.terms import covers, holders_at, holds_at
from sijill.roles import roles_with
from sijill.text import fold

# Roles that say little about who somebody is: many hold them in one country.
_COMMON_ROLES = roles_with("common")
# Posts that one person holds at a time.
_SINGLE_ROLES = roles_with("single") - {"heir"}
# People of these posts serve bodies, not states: a country told for them says little.
_STATELESS_ROLES = roles_with("stateless")
# Posts at the head of a state, and those of whom a state sends to another: nobody holds both.
_TOP_ROLES = roles_with("top")
_ENVOYS = roles_with("envoy")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known beside the names: `supports` and `contradicts`, each a clause in words.

    `is_one_seat` says that both hold a post at one time which one person holds at a time.
    """

    supports: str | None = None
    contradicts: str | None = None
    is_one_seat: bool = False


@lru_cache(maxsize=20_000)
def _date(edtf: str | None) -> PartialDate | None:
    if edtf is None:
        return None
    try:
        return parse_edtf(edtf)
    except FormatFault:
        return None


def fits_term(held: PostHeld, term: Term) -> bool:
    """Say whether a post told in a text can be a term of the register."""
    if held.post != term.post:
        return False
    body = term.body
    if body is not None and len(body) == 2 and held.country is not None and held.country != body:
        return False
    date = _date(held.time)
    if date is None or term.since is None:
        return True
    if held.status == "former":
        since = _date(term.since)
        return since is not None and since.sort_key[0] <= date.sort_key[1]
    return holds_at(term, date)


def belongs_to_other(held: PostHeld, entity_id: str, register: Register) -> bool:
    """Say whether the register knows that somebody else held a post at the time it is told of."""
    if held.post not in _SINGLE_ROLES or held.country is None or held.time is None:
        return False
    entry = register.entries.get(entity_id)
    if entry is None or not entry.terms or any(fits_term(held, term) for term in entry.terms):
        return False
    if held.post == "head_of_state" and holders_at(register, "monarch", held.country, held.time):
        return True  # a monarchy has no president
    return bool(holders_at(register, held.post, held.country, held.time))


def ruled_out(local: Local, entry: RegisterEntry, register: Register) -> str | None:
    """Say in words why nobody with the posts told of an entity was this one then, or give None.

    A family name alone is not whoever of that name held the post at another time; and who is told
    of as an envoy is not, with whatever name, who stood at the head of that state that day.
    """
    told = [h for h in local.posts if h.status != "former" and h.country == entry.country]
    if local.kind != "person" or any(fits_term(h, term) for h in told for term in entry.terms):
        return None
    # A full name in kanji or katakana is written without blanks, too.
    full = {fold(name) for names in entry.names.values() for name in names}
    is_family_name = all(len(n.split()) == 1 and fold(n) not in full for n in local.names)
    for held in told:
        if is_family_name and belongs_to_other(held, entry.id, register):
            return f"somebody else was {held.post} of {held.country} in {held.time}"
        date = _date(held.time)
        if held.post not in _ENVOYS or date is None:
            continue
        for term in entry.terms:
            if term.post in _TOP_ROLES and term.body == entry.country and covers(term, date):
                return f"one is {held.post}, the other was {term.post} in {held.time}"
    return None


def against_register(local: Local, entry: RegisterEntry) -> Evidence:
    """Weigh an entity of a text against an entry of the register."""
    for held in local.posts:
        for term in entry.terms:
            if fits_term(held, term):
                body = term.body or "its body"
                when = f" in {held.time}" if held.time and term.since else ""
                return Evidence(supports=f"both are {held.post} of {body}{when}")
    if local.country and entry.country:
        if local.country == entry.country:
            return Evidence(supports=f"both belong to {entry.country}")
        roles = {held.post for held in local.posts} | {term.post for term in entry.terms}
        if not roles & _STATELESS_ROLES:
            return Evidence(contradicts=f"one is of {local.country}, the other of {entry.country}")
    return Evidence()


@dataclass(frozen=True, slots=True)
class Profile:
    """What is told of a group of Locals with one name: their countries and posts."""

    countries: frozenset[str]
    posts: tuple[PostHeld, ...]

    @staticmethod
    def of(members: Iterable[Local]) -> Profile:
        """Gather countries and posts of Locals; of posts told alike the first stands for all."""
        return Profile(frozenset(), ()).joined_by(members)

    def joined_by(self, members: Iterable[Local]) -> Profile:
        """Give the profile with what is told of some more Locals."""
        kept = list(members)
        own = frozenset(local.country for local in kept if local.country)
        known = {_as_told(held) for held in self.posts}
        more: dict[object, PostHeld] = {}
        for held in (held for local in kept for held in local.posts):
            if _as_told(held) not in known:
                more.setdefault(_as_told(held), held)
        if own <= self.countries and not more:
            return self
        return Profile(self.countries | own, (*self.posts, *more.values()))


def _as_told(held: PostHeld) -> tuple[str, str | None, tuple[int, int] | None]:
    """Give that of a post by which two tellings of it differ for `between`."""
    return held.post, held.country, _years(held) if held.post in _SINGLE_ROLES else None


def _years(held: PostHeld) -> tuple[int, int] | None:
    date = _date(held.time)
    return (date.sort_key[0].year, date.sort_key[1].year) if date else None


def between(first: Profile, second: Profile) -> Evidence:
    """Weigh two groups of Locals against each other."""
    seat = _shared_seat(first.posts, second.posts)
    shared = seat or _shared_post(first.posts, second.posts)
    if shared is not None:
        supports = f"both are {shared.post}" + _of(shared)
        return Evidence(supports=supports, is_one_seat=seat is not None)
    roles = {held.post for held in (*first.posts, *second.posts)}
    if first.countries and second.countries:
        both = first.countries & second.countries
        if both:
            return Evidence(supports=f"both belong to {', '.join(sorted(both))}")
        if not roles & _STATELESS_ROLES:
            one = ", ".join(sorted(first.countries))
            other = ", ".join(sorted(second.countries))
            return Evidence(contradicts=f"one is of {one}, the other of {other}")
    return Evidence()


def _of(held: PostHeld) -> str:
    return f" of {held.country}" if held.country else ""


def _shared_post(first: Sequence[PostHeld], second: Sequence[PostHeld]) -> PostHeld | None:
    for one in first:
        if one.post in _COMMON_ROLES:
            continue
        for other in second:
            if (
                one.post == other.post
                and (one.country == other.country or None in (one.country, other.country))
                and _at_one_time(one, other)
            ):
                return one
    return None


def _shared_seat(first: Sequence[PostHeld], second: Sequence[PostHeld]) -> PostHeld | None:
    """Give the post of a state that one person holds at a time, told of both within a year."""
    for one in first:
        if one.post not in _SINGLE_ROLES or one.country is None:
            continue
        for other in second:
            years, others = _years(one), _years(other)
            if one.post != other.post or one.country != other.country or not (years and others):
                continue
            if max(years[0] - others[1], others[0] - years[1]) <= _SEAT_YEARS:
                return one
    return None


# Who holds a seat in one year holds it in the next, or his successor does: of another name.
_SEAT_YEARS = 1
# Two texts on one post that one person holds at a time: further apart than this, it may be two.
_MOST_YEARS = 6


def _at_one_time(first: PostHeld, second: PostHeld) -> bool:
    """Say whether a post can be held by one person in both texts, as far as they tell when."""
    years, others = _years(first), _years(second)
    if first.post not in _SINGLE_ROLES or years is None or others is None:
        return True
    return max(years[0] - others[1], others[0] - years[1]) <= _MOST_YEARS
