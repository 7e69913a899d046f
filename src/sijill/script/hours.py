"""An event goes in; its length and its hour come out, said as surely as its sources tell them."""

from __future__ import annotations

from functools import cache

from sijill.record.items import EventItem
from sijill.script.detail_words import words_of
from sijill.script.narration.calendar import clock
from sijill.script.narration.words import Words
from sijill.script.teller import Teller
from sijill.script.told_hours import hour_as_told, names_of, place_called
from sijill.script.told_lengths import length_bound
from sijill.tables import open_table

_LONGEST = 600


def minutes_of(event: EventItem) -> int | None:
    """Give the length of an event in minutes, where it is told and a length of a meeting."""
    told = event.details.get("minutes")
    return told if isinstance(told, int) and 0 < told < _LONGEST else None


def length(teller: Teller, event: EventItem) -> dict[str, Words] | None:
    """Say how long an event lasted: twenty minutes, about twenty minutes; None where nobody says.

    One source that says “about” is enough: what it tells is true of the exact number too, and
    not the other way round.
    """
    minutes = minutes_of(event)
    if minutes is None:
        return None
    bound = length_bound(words_of(event, "minutes", teller.language_by_source), minutes)
    if bound is None:
        return teller.count(minutes, "minute", accusative=True)
    counted = teller.count(minutes, "minute", oblique=True)
    return teller.formed(f"length.{bound}", {"length": counted})


def hour(teller: Teller, event: EventItem) -> dict[str, Words] | None:
    """Say the hour of an event as surely as it is told: at, about, shortly after; None without.

    An hour by the clock of a place that is not known is not said.
    """
    begins = event.details.get("begins")
    if not isinstance(begins, str) or clock(begins, "en") is None:
        return None
    told = hour_as_told(words_of(event, "begins", teller.language_by_source), begins)
    said = {lang: clock(begins, lang, told.bound or "exact") for lang in teller.languages}
    whole = {lang: words for lang, words in said.items() if words}
    if told.zone is None:
        return whole
    place_id = _place_called(teller, *told.zone)
    if place_id is None:
        return None
    if _is_within(teller, event.place, place_id):
        return whole
    in_record = teller.names.entity(place_id) is not None
    named = teller.names.body(place_id) if in_record else teller.names.register_body(place_id)
    return teller.formed("clock.zone", {"hour": whole, "place": named}) if named else None


def _is_within(teller: Teller, inner: str | None, outer: str) -> bool:
    """Say whether a place is another one or lies in it."""
    seen: set[str] = set()
    while inner is not None and inner not in seen:
        if inner == outer:
            return True
        seen.add(inner)
        entity = teller.names.entity(inner)
        inner = entity.within if entity else None
    return False


@cache
def _capitals() -> tuple[str, ...]:
    rows = open_table("world/states.tsv", ("code", "capital"))
    return tuple(row["capital"] for row in rows if row["capital"])


def _place_called(teller: Teller, words: str, language: str) -> str | None:
    """Find the place of the record, or the capital, that words name or are an adjective of."""
    entries = teller.names.register.entries
    names = list(names_of(teller.record.entities, language))
    known = {e.register_id or e.id: e.id for e in teller.record.entities if e.kind == "place"}
    for entry_id in {*known, *_capitals()} & entries.keys():
        name = entries[entry_id].name(language)
        if name:
            names.append((known.get(entry_id, entry_id), name))
    return place_called(words, names)
