"""A post, its body and a date go in; who held it then, as far as the register knows, comes out."""

from __future__ import annotations

from functools import lru_cache

from sijill.dates import PartialDate, parse_edtf
from sijill.errors import FormatFault
from sijill.register.entries import Register, RegisterEntry, Term
from sijill.register.once import once_for_register


def holds_at(term: Term, date: PartialDate) -> bool:
    """Say whether a term can have run on a date; a term without dates is never sure enough."""
    if term.since is None:
        return False
    first = _parsed(term.since)
    last = _parsed(term.until) if term.until else None
    low, high = date.sort_key
    return first.sort_key[0] <= high and (last is None or low <= last.sort_key[1])


def covers(term: Term, date: PartialDate) -> bool:
    """Say whether a term surely ran through all of a date, days of change left out."""
    if term.since is None:
        return False
    low, high = date.sort_key
    first = _parsed(term.since).sort_key[1]
    if term.until is None:
        return first <= low
    return first <= low and high <= _parsed(term.until).sort_key[0]


def holders_at(register: Register, post: str, body: str, edtf: str) -> tuple[RegisterEntry, ...]:
    """Give everyone who can have held a post of a body on a date, in order of their ids.

    `post` is a role id, `body` a country code or register id, `edtf` the date. When somebody's
    term surely covers the date, those whose term only may have touched it are left out.
    A date that cannot be read gives nobody.
    """
    try:
        date = _parsed(edtf)
    except FormatFault:
        return ()
    possible = [
        (entry, term)
        for entry, term in _by_post(register).get((post, body), ())
        if holds_at(term, date)
    ]
    sure = [(entry, term) for entry, term in possible if covers(term, date)]
    chosen = {entry.id: entry for entry, _ in (sure or possible)}
    return tuple(chosen[i] for i in sorted(chosen))


@lru_cache(maxsize=4096)
def _parsed(edtf: str) -> PartialDate:
    return parse_edtf(edtf)


_Index = dict[tuple[str, str], list[tuple[RegisterEntry, Term]]]


@once_for_register
def _by_post(register: Register) -> _Index:
    index: _Index = {}
    for entry in register.entries.values():
        for term in entry.terms:
            if term.body:
                index.setdefault((term.post, term.body), []).append((entry, term))
    return index
