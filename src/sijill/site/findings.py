"""What a record weighs goes in (figures, accounts, versions, guests, chains, the index, voices);
plain values for the page come out, each with the numbers of the passages it stands on.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from sijill.record.chains import Thread, ThreadLink
from sijill.record.items import (
    AccountItem,
    FigureItem,
    LocalText,
    Occupancy,
    Record,
    RecordEntity,
    VersionDifference,
    Voice,
)
from sijill.record.measures import IndexYear
from sijill.record.peer_rows import PeerRow
from sijill.site.amounts import amount_labels
from sijill.site.passages import PassageTable
from sijill.site.posts import PostLabels
from sijill.tables import open_table

Plain = dict[str, Any]


def figure_data(figure: FigureItem, passages: PassageTable) -> Plain:
    """Give a number of a source: its amount in words, of what and when, and its own words."""
    return {
        "id": figure.id,
        "measure": figure.measure,
        "amount": amount_labels(figure.value, figure.unit),
        "change": figure.unit == "percent",
        "bound": figure.bound,
        "period": figure.period,
        "countries": list(figure.countries),
        "event": figure.event,
        "disputed": list(figure.disputed),
        "told_otherwise": list(figure.told_otherwise),
        "number": passages.number(figure.number),
        "passages": passages.numbers(figure.citations),
    }


def account_data(account: AccountItem, passages: PassageTable) -> Plain:
    """Give accounts that a source says differ: the words that say so, and each one's own."""
    return {
        "id": account.id,
        "language": account.language,
        "sign": passages.number(account.sign),
        "passages": passages.numbers(account.citations),
        "versions": [
            {
                "words": passages.number(version.words),
                "ascribed": passages.number(version.ascribed) if version.ascribed else None,
            }
            for version in account.versions
        ],
    }


def version_data(
    difference: VersionDifference, order: Mapping[str, int], passages: PassageTable
) -> Plain:
    """Give a difference of two versions: `sources` are positions, `sides` numbers or None.

    `missing` is the side that lacks the words (0 or 1), None when both have some; `order` gives
    the positions of the sources.
    """
    sides = (difference.left, difference.right)
    # A side without a citation is that of the source which leaves a whole sentence out.
    owners = [side.source_id if side else difference.missing or "" for side in sides]
    return {
        "kind": difference.kind,
        "sources": [order.get(owner, -1) for owner in owners],
        "sides": [passages.number(side) if side else None for side in sides],
        "missing": owners.index(difference.missing) if difference.missing in owners else None,
        "note": dict(difference.note),
    }


def occasion_data(
    rows: tuple[PeerRow, ...], names: Mapping[str, LocalText], passages: PassageTable
) -> list[Plain]:
    """Give the occasions, each with its guests and what is known of how each was received.

    `names` are those of places that only a reference table tells, by id.
    """
    found = []
    for occasion, group in groupby(rows, key=lambda row: row.occasion):
        guests = list(group)
        # `week-JP-2016-11-07`: guests whom one host received in the week of this day.
        week = occasion.split("-", 2)[2] if occasion.startswith("week-") else None
        found.append(
            {
                "id": occasion,
                "host": guests[0].host,
                "week": week,
                "guests": [_guest(row, names, passages) for row in guests],
            }
        )
    return found


def guest_features() -> list[tuple[str, str]]:
    """Give what is compared between guests, in the order of a visit: its id and its kind."""
    rows = open_table("protocol/peer_features.tsv", ("feature", "kind"))
    return [(row["feature"], row["kind"]) for row in rows]


def _guest(row: PeerRow, names: Mapping[str, LocalText], passages: PassageTable) -> Plain:
    return {
        "entity": row.guest,
        "name": row.name,
        "country": row.country,
        "values": [
            {
                "feature": value.feature,
                "value": value.value,
                "names": dict(names.get(value.value, {})),
                "inferred": value.inferred,
                "alone": value.alone,
                "passages": passages.numbers(value.citations),
                "references": list(value.references),
            }
            for value in row.values
        ],
    }


def index_data(record: Record) -> Plain | None:
    """Give the index of the relationship, or why there is none; None when neither is known."""
    index = record.index
    if index is None:
        return {"refused": dict(record.index_refused)} if record.index_refused else None
    events = {event.id for event in record.events}
    trend = index.trend
    return {
        "events": index.events,
        "every_year": index.every_year,
        "fallen": list(index.fallen),
        "trend": {"word": trend.word, "tau": trend.tau, "p": trend.p, "grey": trend.grey},
        "runs": [{"id": r.id, "r": r.r, "opposite": list(r.opposite)} for r in index.runs],
        "years": [_year(year, events) for year in index.years],
    }


def _year(year: IndexYear, events: set[str]) -> Plain:
    return {
        "year": year.year,
        "value": year.value,
        "low": year.low,
        "high": year.high,
        "recorded": year.recorded,
        "word": year.word,
        "coverage": year.coverage,
        "grey": year.grey,
        "contacts": year.contacts,
        "components": dict(year.components),
        "items": [item for item in year.items if item in events],
    }


def thread_data(
    thread: Thread,
    entities: Mapping[str, RecordEntity],
    posts: PostLabels,
    passages: PassageTable,
) -> Plain:
    """Give a chain: its title, whom it is about, and its links in order of time."""
    person = entities.get(thread.about[0]) if thread.about else None
    return {
        "id": thread.id,
        "kind": thread.kind,
        "title": dict(thread.title),
        "about": list(thread.about),
        "missing": thread.missing,
        "links": [_link(link, person, posts, passages) for link in thread.links],
    }


def _link(
    link: ThreadLink, person: RecordEntity | None, posts: PostLabels, passages: PassageTable
) -> Plain:
    held = link.post and Occupancy(link.post, link.body, link.status or "current", link.date)
    return {
        "date": link.date,
        "event": link.event,
        "number": link.number,
        "numbered": link.numbered,
        "stage": link.stage,
        "post": link.post,
        "body": link.body,
        "status": link.status,
        "label": posts.occupancy(person, held) if person and held else {},
        "passages": passages.numbers(link.citations),
        "references": list(link.references),
        "line": link.line,
    }


def voice_data(voice: Voice, order: Mapping[str, int]) -> Plain:
    """Give a voice: the positions of its sources, why they are one, and for whom they speak."""
    return {
        "sources": [order[source] for source in voice.sources if source in order],
        "reason": dict(voice.reason),
        "sides": list(voice.sides),
    }
