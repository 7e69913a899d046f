"""The outlet and the text of a source go in; whose side the outlet is on, and which agency the text
is signed by, come out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from sijill.documents.datelines import signed_names
from sijill.documents.quotation_marks import MARKS
from sijill.languages import COLUMNS
from sijill.tables import cell_list, open_table
from sijill.text import fold

#: A dateline ends within this many code points of the first paragraph that has one.
_DATELINE = 120
#: Lines behind the headline in which a dateline may stand, and last ones in which a credit may.
_FIRST_LINES = 2
#: A last line longer than this is a sentence, no credit.
_CREDIT = 60
#: One that ends like a sentence is a credit if it has no more words than this ("Source: Kyodo.").
_CREDIT_WORDS = 3
_STOPS = ".。!?؟"
_WORD_EDGE = r"(?<!\w){}(?!\w)"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One row of `world/outlets.tsv`: its id, country (None for international) and kind."""

    id: str
    country: str | None
    kind: str


@cache
def _outlets() -> dict[str, Outlet]:
    rows = open_table("world/outlets.tsv", ("id", "country", "kind", "domains", "signs"))
    return {row["id"]: Outlet(row["id"], row["country"] or None, row["kind"]) for row in rows}


@cache
def _by_domain() -> dict[str, str]:
    rows = open_table("world/outlets.tsv", ("id", "domains"))
    return {domain: row["id"] for row in rows for domain in cell_list(row["domains"])}


@cache
def _by_name() -> dict[str, str]:
    """Map folded names of all bodies of the register that may publish to their ids."""
    names: dict[str, str] = {}
    for row in open_table("world/organisations.tsv", ("id", *COLUMNS)):
        for language in COLUMNS:
            for name in cell_list(row[language]):
                names.setdefault(fold(name), row["id"])
    for row in open_table("world/outlets.tsv", ("id", "signs")):
        names |= {fold(sign): row["id"] for sign in cell_list(row["signs"])}
    return names


@cache
def _body_countries() -> dict[str, str]:
    return {r["id"]: r["country"] for r in open_table("world/organisations.tsv", ("id", "country"))}


@cache
def _states() -> frozenset[str]:
    return frozenset(row["code"] for row in open_table("world/states.tsv", ("code",)))


def outlet_of(name: str | None) -> str | None:
    """Give the id of an outlet by any of its names or by its address, or None."""
    if not name:
        return None
    return _by_name().get(fold(name.strip())) or _by_domain().get(name.strip().lower())


def outlet_at(address: str | None) -> str | None:
    """Give the id of the outlet that publishes at an address, or None."""
    host = _host(address)
    while "." in host:
        if host in _by_domain():
            return _by_domain()[host]
        host = host.partition(".")[2]
    return None


def country_of(outlet: str | None, url: str | None = None) -> str | None:
    """Give the country (ISO 3166-1) from which a source speaks, or None where that is not known.

    By the outlet's name, else by its address, else by the address's national ending; an
    international outlet has none.
    """
    known = outlet_of(outlet) or outlet_at(url)
    if known is not None:
        listed = _outlets().get(known)
        return listed.country if listed else _body_countries().get(known) or None
    ending = _host(url).rpartition(".")[2].upper()
    ending = "GB" if ending == "UK" else ending
    return ending if ending in _states() else None


def name_of(outlet: str, language: str) -> str:
    """Give an outlet's name in a language; an id that no table knows is its own name."""
    return _names().get(outlet, {}).get(language) or outlet


@cache
def _names() -> dict[str, dict[str, str]]:
    rows = open_table("world/organisations.tsv", ("id", *COLUMNS))
    return {
        row["id"]: {lang: cell_list(row[lang])[0] for lang in COLUMNS if row[lang]} for row in rows
    }


def agency_of(text: str, language: str) -> str | None:
    """Give the agency that signs a text in its dateline or last line; None when nobody does.

    The id of the register where it knows the agency, else the folded name as it stands.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines[1 : 1 + _FIRST_LINES] or lines[:1]:
        head = line[:_DATELINE]
        for signed, is_sure in signed_names(head):
            name = fold(signed).strip(f" {MARKS}")
            known = _known_in(name, language)
            if known is not None:
                return known
            if is_sure and re.search(r"[^\W\d_]", name):
                return name
    last = lines[-1] if len(lines) > 1 else ""
    is_credit = len(last) <= _CREDIT and (
        last[-1:] not in _STOPS or len(last.split()) <= _CREDIT_WORDS
    )
    return _known_in(fold(last), language) if last and is_credit else None


def _known_in(folded: str, language: str) -> str | None:
    """Give the one agency named in words of a dateline."""
    names = _by_name()
    if folded in names:
        return names[folded] if _is_agency(names[folded]) else None
    for name in _agency_names():
        if len(name) <= (1 if language == "ja" else 2):
            continue  # two letters alone are no name in a line of words
        edge = "{}" if language == "ja" else _WORD_EDGE
        if name in folded and re.search(edge.format(re.escape(name)), folded):
            return names[name]
    return None


@cache
def _agency_names() -> tuple[str, ...]:
    """Give the folded names of agencies, the longest first."""
    found = [n for n, i in _by_name().items() if _is_agency(i)]
    return tuple(sorted(found, key=lambda n: (-len(n), n)))


def _is_agency(outlet: str) -> bool:
    listed = _outlets().get(outlet)
    return listed is not None and listed.kind == "agency"


def _host(address: str | None) -> str:
    if not address:
        return ""
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    return host.removeprefix("www.")
