"""A feature of protocol that a visit shows goes in; how often it is on record comes out: counted
over the visits of the reference tables, the visit itself left out (`intervals` has the reckoning).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from sijill.checks.counts import Counted, count_feature
from sijill.checks.intervals import pooled, tipping_number
from sijill.checks.menus import GuestClass, class_of, standing_of
from sijill.checks.rarity_words import (
    count_words,
    is_same_count,
    note_words,
    standing_words,
    until_words,
)
from sijill.dates import PartialDate
from sijill.documents.document import SAME_DAY, Status
from sijill.edtf import days_apart, read_date
from sijill.record.items import EventItem, RarityNote
from sijill.record.material import Material
from sijill.record.visits import TRIP_DAYS, VisitRow
from sijill.record.wording import in_languages, sentences
from sijill.tables import open_table
from sijill.tellings.parties import Parties
from sijill.tellings.reference import region_of


def note(
    feature: str,
    event: EventItem,
    guest: str,
    host: str,
    material: Material,
    *,
    region: bool = False,
    searched: int = 1,
) -> RarityNote | None:
    """Give the rarity note of a feature that an event shows; None when nothing can be counted.

    Counted is what had happened until the event; the count over the whole table stands beside it
    where it is another. With `region` only guests from the guest's own region are counted, and the
    count over all stands beside it. `searched` is how many features of this visit were looked at.
    """
    guest_country = material.parties.country(guest)
    area = region_of(guest_country) if region else None
    if region and area is None:
        return None
    when = read_date(event.date)
    day = when.sort_key[1] if when is not None else None
    count = partial(
        count_feature,
        feature,
        material.visits,
        host=host,
        leave_out=partial(_may_be_itself, guest_country=guest_country, when=when),
        own_tables=material.own_tables,
    )
    countries = area.countries if area else None
    counted = count(countries=countries, until=day)
    if counted.rate.n == 0:
        return None
    broad = count(countries=None, until=day) if area else None
    today = count(countries=countries, until=None) if counted.until else counted
    standing, guest_class = _standing(feature, event, guest, host, material)
    made = replace(
        _note_of(counted, broad, today, searched),
        event=event.id,
        scope=area.id if area else "all",
        standing=standing,
    )

    def words(language: str) -> str:
        text = count_words(counted, language, area)
        until = until_words(counted, today, language)
        more = note_words(made, broad, language)
        promised = standing_words(made, guest_class.classes, language)
        return sentences((text, until, more, promised), language)

    return replace(made, text=in_languages(material.languages, words))


def _may_be_itself(row: VisitRow, *, guest_country: str | None, when: PartialDate | None) -> bool:
    """Say whether a row may be the very visit that shows the feature."""
    day = read_date(row.when)
    if row.country != guest_country or day is None:
        return False
    # Told without a day, any visit of that guest's state may be the very one.
    return when is None or days_apart(day, when) <= TRIP_DAYS


def _note_of(counted: Counted, broad: Counted | None, today: Counted, searched: int) -> RarityNote:
    """Put a count into a note of no event yet, without words.

    `broad` is the count over all guests where `counted` is one over a region, `today` that over
    the whole table.
    """
    found = counted.rate
    drawn = pooled(found, broad.rate) if broad else None
    differs = not is_same_count(counted, today)
    return RarityNote(
        feature=counted.feature,
        event="",
        scope="",
        k=found.k,
        n=found.n,
        low=round(found.low, 4),
        high=round(found.high, 4),
        bits=round(found.bits, 2),
        word=found.word,
        text={},
        window=counted.window,
        complete=counted.declared_by is not None,
        tipping=tipping_number(found.k, found.n, found.silent),
        references=counted.addresses,
        unknown=counted.unknown,
        k_max=counted.most,
        searched=searched,
        bits_after_search=round(found.bits - math.log2(searched), 2),
        pooled=None if drawn is None else round(drawn, 4),
        declared_by=counted.declared_by,
        until=counted.until,
        k_today=today.rate.k if differs else None,
        n_today=today.rate.n if differs else None,
    )


def _standing(
    feature: str, event: EventItem, guest: str, host: str, material: Material
) -> tuple[str, GuestClass]:
    """Say whether the class of the visit promises a feature; an empty word where none could."""
    visit = material.events_by_id.get(event.part_of or "")
    guest_class = class_of(visit, guest, host, event.date, material)
    for row in open_table("protocol/rarity_features.tsv", ("feature", "menu")):
        if row["feature"] == feature and row["menu"]:
            signal, value, by = row["menu"].split(" ")
            return standing_of(signal, value, by, guest_class).word, guest_class
    return "", guest_class


def rarities(material: Material) -> tuple[RarityNote, ...]:
    """Give the rarity notes of every audience of a head of state in a country that has a table."""
    parties = material.parties
    hosts = {row.host for row in material.visits}
    notes: list[RarityNote] = []
    by_date: dict[str | None, list[EventItem]] = defaultdict(list)
    for event in material.events:
        by_date[event.date].append(event)
    searched = len(features())
    for event in material.events:
        if event.type != "audience" or event.status is not Status.HELD:
            continue
        if (host := host_of(event, parties)) not in hosts:
            continue
        for guest in event.participants:
            country = parties.country(guest)
            if country == host or not parties.held_role(guest, "head_of_state", event.date):
                continue
            for feature in shown_features(event, by_date[event.date], guest, str(host), parties):
                for region in (False, True):
                    found = note(
                        feature, event, guest, str(host), material,
                        region=region, searched=searched,
                    )  # fmt: skip
                    if found is not None:
                        notes.append(found)
    return tuple(notes)


def host_of(event: EventItem, parties: Parties) -> str | None:
    """Give the state that received in an audience: that of its place, else of its monarch."""
    return parties.country(event.place) or next(
        (
            parties.country(p)
            for p in event.participants
            if parties.held_role(p, "monarch", event.date)
        ),
        None,
    )


def features() -> Mapping[str, str]:
    """Give the features that are looked at in a visit, each with the place that shows it."""
    rows = open_table("protocol/rarity_features.tsv", ("feature", "shown_at"))
    return {row["feature"]: row["shown_at"] for row in rows}


def shown_features(
    audience: EventItem, events: Sequence[EventItem], guest: str, host: str, parties: Parties
) -> list[str]:
    """Give the features of the table that a guest's audience shows or is told to show.

    `events` are those of the audience's date, itself among them.
    """
    shown = []
    when = read_date(audience.date)
    same_day = [
        e
        for e in events
        if e.date == audience.date and guest in e.participants and e.status is Status.HELD
    ]
    if when is None or not when.is_day:
        same_day = []
    if SAME_DAY in audience.signals or any(
        e.type in ("talks", "summit")
        and any(
            parties.country(p) == host and parties.held_role(p, "head_of_government", e.date)
            for p in e.participants
        )
        for e in same_day
    ):
        shown.append(SAME_DAY)
    palaces = {t.value for t in audience.tellings if t.field == "place"} | {audience.place}
    luncheon = any(e.type == "banquet" and e.details.get("meal") == "luncheon" for e in same_day)
    for row in open_table("protocol/rarity_features.tsv", ("feature", "columns", "shown_at")):
        is_there = bool(row["shown_at"]) and row["shown_at"] in palaces
        if is_there and (luncheon or "luncheon" not in row["columns"]):
            shown.append(row["feature"])
    return shown
