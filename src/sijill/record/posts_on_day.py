"""A record, the register and a date go in; who held which post on that day comes out.

What is known comes from the words of sources and from the register's terms, each holder with what
it stands on. Who may have held a post, by a date that is told less finely, is possible, not sure;
a post of the two states that nobody is known to have held is named as unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sijill.citation import Citation
from sijill.dates import PartialDate, Precision
from sijill.edtf import read_date
from sijill.identity.entities import decided_terms, undecided_terms
from sijill.record.career_threads import first_of_each, seen_in_post
from sijill.record.items import Occupancy, Record, RecordEntity
from sijill.register.entries import Register, RegisterEntry, Term
from sijill.roles import roles_with
from sijill.tellings.parties import rank_of_role

SURE, POSSIBLE = "sure", "possible"
_NOT_IN_OFFICE = ("former", "elect")


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in a post on the day asked for.

    `person` is the id in the record, else in the register; `name` an English name, else any.
    `certainty` is sure or possible; `time` what is known of the time in the post (EDTF or None).
    `citations` are words of sources, `references` addresses of the register, `line` is that of the
    ledger on which a person decided it.
    """

    person: str
    name: str
    post: str
    body: str | None
    certainty: str
    status: str
    time: str | None
    citations: tuple[Citation, ...] = ()
    references: tuple[str, ...] = ()
    line: int | None = None


@dataclass(frozen=True, slots=True)
class PostsOnDay:
    """Who held which post on a day (EDTF), and the posts (role, state) that nobody is known for."""

    day: str
    holders: tuple[Holder, ...]
    unknown: tuple[tuple[str, str], ...]


def posts_on(record: Record, register: Register, day: PartialDate) -> PostsOnDay:
    """Say who held which post on a day, by the record and, for its two states, by the register.

    Of two who are told to hold a post that one person holds at a time, neither is sure.
    """
    people = [e for e in record.entities if e.kind == "person"]
    known = {e.register_id for e in people if e.register_id}
    found: list[Holder] = []
    for person in people:
        entry = register.entries.get(person.register_id or "")
        found += _holders(person, entry, day)
    others = [
        entry
        for entry in register.entries.values()
        if entry.kind == "person" and entry.country in record.between and entry.id not in known
    ]
    for entry in others:
        found += _holders(None, entry, day)
    settled = _one_at_a_time(found)
    place = {code: at for at, code in enumerate(record.between)}
    settled.sort(key=lambda h: (place.get(h.body or "", 9), rank_of_role(h.post), h.post, h.person))
    held = {(h.post, h.body) for h in settled}
    expected = _expected(people, register.entries.values(), record.between)
    unknown = tuple(
        post
        for post in sorted(expected, key=lambda p: (place[p[1]], rank_of_role(p[0]), p[0]))
        if post not in held
    )
    return PostsOnDay(day.edtf, tuple(settled), unknown)


def _holders(
    person: RecordEntity | None, entry: RegisterEntry | None, day: PartialDate
) -> Iterator[Holder]:
    """Give the posts that one person held on a day, each once."""
    told = person.posts if person else ()
    used: set[int] = set()
    decided = [o for o in told if o.line is not None]
    used |= {id(o) for o in decided}
    for occupancy, term in zip(decided, decided_terms(decided), strict=True):
        certainty = _by_term(term, day)
        if certainty is not None:
            now = replace(occupancy, status="current")
            yield _holder(person, entry, now, certainty, [occupancy], ())
    for term in undecided_terms(entry.terms, told) if entry else ():
        own = [o for o in told if (o.post, o.body) == (term.post, term.body)]
        certainty = _by_term(term, day)
        if certainty is None:
            continue
        near = [o for o in own if _by_source([o], day) is not None]
        used |= {id(o) for o in own}
        by_source = _by_source(own, day)
        yield _holder(
            person,
            entry,
            Occupancy(term.post, term.body, "current", _span(term)),
            SURE if SURE in (certainty, by_source) else POSSIBLE,
            near,
            (term.source,) if term.source else (),
        )
    rest: dict[tuple[str, str | None], list[Occupancy]] = {}
    for occupancy in told:
        if id(occupancy) not in used and occupancy.status not in _NOT_IN_OFFICE:
            rest.setdefault((occupancy.post, occupancy.body), []).append(occupancy)
    for group in rest.values():
        certainty = _by_source(group, day)
        if certainty is not None:
            near = [o for o in group if _by_source([o], day) is not None] or group
            one = replace(near[0], time=seen_in_post([o.time for o in group]))
            yield _holder(person, entry, one, certainty, near, ())


def _holder(
    person: RecordEntity | None,
    entry: RegisterEntry | None,
    post: Occupancy,
    certainty: str,
    told: Sequence[Occupancy],
    references: tuple[str, ...],
) -> Holder:
    names = (
        person.names
        if person
        else {k: f[0] for k, f in (entry.names if entry else {}).items() if f}
    )
    identity = person.id if person else (entry.id if entry else "")
    return Holder(
        identity,
        names.get("en") or next(iter(names.values()), identity),
        post.post,
        post.body,
        certainty,
        post.status,
        post.time,
        first_of_each(c for o in told for c in o.citations),
        references,
        post.line,
    )


def _span(term: Term) -> str | None:
    return f"{term.since or '..'}/{term.until or '..'}" if term.since or term.until else None


def _by_term(term: Term, day: PartialDate) -> str | None:
    """Say whether a term holds a day: surely, possibly (a bound is told less finely), or not.

    A term without any day says nothing about this one.
    """
    if not term.since and not term.until:
        return None
    since, until = read_date(term.since), read_date(term.until)
    first, last = day.sort_key
    begins = since.sort_key if since else None
    ends = until.sort_key if until else None
    if (begins and begins[0] > last) or (ends and ends[1] < first):
        return None
    surely_begun = begins is not None and begins[1] <= first
    surely_lasts = ends is None or ends[0] >= last
    return SURE if surely_begun and surely_lasts else POSSIBLE


def _by_source(told: Sequence[Occupancy], day: PartialDate) -> str | None:
    """Say whether sources tell somebody in a post on a day.

    A day told, or a stay of days, is sure; a month or a year that may mean the day is possible,
    and so is a day between two on which he is told to be in the post.
    """
    dates = [
        d for o in told if o.status not in _NOT_IN_OFFICE and (d := read_date(o.time)) is not None
    ]
    for date in dates:
        if date.precision is Precision.DAY and not date.is_set and date.covers(day):
            return SURE
    if any(date.may_equal(day) for date in dates):
        return POSSIBLE
    first, last = day.sort_key
    before = any(date.sort_key[1] < first for date in dates)
    after = any(date.sort_key[0] > last for date in dates)
    return POSSIBLE if before and after else None


def _one_at_a_time(holders: Sequence[Holder]) -> list[Holder]:
    """Let nobody be sure of a post that one person holds at a time and two are told to hold."""
    single = roles_with("single")
    sure: dict[tuple[str, str | None], set[str]] = {}
    for holder in holders:
        if holder.certainty == SURE and holder.post in single:
            sure.setdefault((holder.post, holder.body), set()).add(holder.person)
    return [
        replace(h, certainty=POSSIBLE) if len(sure.get((h.post, h.body), ())) > 1 else h
        for h in holders
    ]


def _expected(
    people: Iterable[RecordEntity], entries: Iterable[RegisterEntry], between: tuple[str, str]
) -> set[tuple[str, str]]:
    """Give the posts of the two states that somebody is known to have held at any time."""
    single = roles_with("single")
    found = {(o.post, o.body) for e in people for o in e.posts}
    found |= {(t.post, t.body) for e in entries for t in e.terms}
    return {(post, body) for post, body in found if post in single and body in between and body}
