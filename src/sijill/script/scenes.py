"""The kinds of scene a film can show: for each template, the card that holds all it draws.

A card is language-neutral: every text in it is a `LocalText`, except words of a source, which stay
in their own language beside their language code. Template ids are those of the film grammar.
`source` says in a few words where the facts of a card stand (an outlet and a day, or how many
sources); it is shown small below the card, and left out where it is empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sijill.record.items import LocalText


@dataclass(frozen=True, slots=True)
class TitleCard:
    """The film's title, or a chapter's when `number` is given (1-based)."""

    title: LocalText
    subtitle: LocalText = field(default_factory=dict)
    note: LocalText = field(default_factory=dict)
    number: int | None = None
    template: Literal["title"] = "title"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on a route: its name, its point in degrees, and a short label such as a date."""

    name: LocalText
    longitude: float
    latitude: float
    label: LocalText = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MapRouteCard:
    """A route between two or more stops; `countries` (ISO 3166-1 alpha-2) are picked out."""

    stops: tuple[Stop, ...]
    caption: LocalText
    countries: tuple[str, ...] = ()
    source: LocalText = field(default_factory=dict)
    template: Literal["map_route"] = "map_route"


@dataclass(frozen=True, slots=True)
class ClockEntry:
    """One happening of a day: `time` as HH:MM where told, else a `part` of the day or nothing.

    `part` is one of morning, noon, afternoon, evening; `bound` says that the time is told as one
    about, after or before it.
    """

    title: LocalText
    detail: LocalText = field(default_factory=dict)
    time: str | None = None
    part: str | None = None
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class DayClockCard:
    """One day hour by hour, in the order of the entries."""

    day: LocalText
    entries: tuple[ClockEntry, ...]
    source: LocalText = field(default_factory=dict)
    template: Literal["day_clock"] = "day_clock"


@dataclass(frozen=True, slots=True)
class CalloutCard:
    """A detail of protocol: what happened, then how often that is on record (`k` of `n`)."""

    heading: LocalText
    fact: LocalText
    rate: LocalText = field(default_factory=dict)
    k: int | None = None
    n: int | None = None
    source: LocalText = field(default_factory=dict)
    template: Literal["protocol_callout"] = "protocol_callout"


@dataclass(frozen=True, slots=True)
class Peer:
    """One guest or person among several: a name, one line, a country code."""

    name: LocalText
    line: LocalText
    country: str | None = None


@dataclass(frozen=True, slots=True)
class PeersGridCard:
    """The same occasion for several guests, side by side (three to eight)."""

    heading: LocalText
    peers: tuple[Peer, ...]
    source: LocalText = field(default_factory=dict)
    template: Literal["peers_grid"] = "peers_grid"


@dataclass(frozen=True, slots=True)
class PortraitCard:
    """Who somebody is: the name, the same name in its own writing, posts with their times."""

    name: LocalText
    posts: tuple[LocalText, ...]
    native_name: str | None = None
    country: str | None = None
    source: LocalText = field(default_factory=dict)
    template: Literal["portrait"] = "portrait"


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """Exact words in their own language, the speaker with post, and where they stand."""

    text: str
    language: str
    speaker: LocalText
    post: LocalText = field(default_factory=dict)
    source: LocalText = field(default_factory=dict)
    translation: LocalText = field(default_factory=dict)
    template: Literal["quote_card"] = "quote_card"


@dataclass(frozen=True, slots=True)
class CaveatCard:
    """A claim in its own words, the verdict (an id and its label), and the reason for it."""

    claim: str
    language: str
    verdict: str
    verdict_label: LocalText
    why: LocalText
    asserted_by: LocalText = field(default_factory=dict)
    source: LocalText = field(default_factory=dict)
    template: Literal["caveat_card"] = "caveat_card"


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """One dated event: EDTF for its place on the line, its date and label in words, its status."""

    date: str
    date_label: LocalText
    label: LocalText
    status: str = "held"


@dataclass(frozen=True, slots=True)
class TimelineCard:
    """Dated events of one thread in order (three to eight)."""

    heading: LocalText
    points: tuple[TimelinePoint, ...]
    source: LocalText = field(default_factory=dict)
    template: Literal["timeline"] = "timeline"


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """A project: whose, where, at which stage (a status id and its label), and what it is.

    `heading` says what it is an instance of where that is no project: money that was given.
    """

    parties: tuple[LocalText, ...]
    stage: str
    stage_label: LocalText
    heading: LocalText = field(default_factory=dict)
    what: LocalText = field(default_factory=dict)
    place: LocalText = field(default_factory=dict)
    amount: LocalText = field(default_factory=dict)
    source: LocalText = field(default_factory=dict)
    template: Literal["project_card"] = "project_card"


@dataclass(frozen=True, slots=True)
class MemoryPairCard:
    """Two places of shared memory side by side."""

    heading: LocalText
    left: Peer
    right: Peer
    source: LocalText = field(default_factory=dict)
    template: Literal["memory_pair"] = "memory_pair"


@dataclass(frozen=True, slots=True)
class FacesStripCard:
    """People outside of government, one line each (two to five)."""

    heading: LocalText
    faces: tuple[Peer, ...]
    source: LocalText = field(default_factory=dict)
    template: Literal["faces_strip"] = "faces_strip"


@dataclass(frozen=True, slots=True)
class RollEntry:
    """One source in the roll: its headline, in its own language, its outlet and its day."""

    headline: str
    language: str
    outlet: str
    date_label: LocalText = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceRollCard:
    """All sources, and a note on what was not found or not checked."""

    heading: LocalText
    entries: tuple[RollEntry, ...]
    note: LocalText = field(default_factory=dict)
    template: Literal["source_roll"] = "source_roll"


Card = (
    TitleCard
    | MapRouteCard
    | DayClockCard
    | CalloutCard
    | PeersGridCard
    | PortraitCard
    | QuoteCard
    | CaveatCard
    | TimelineCard
    | ProjectCard
    | MemoryPairCard
    | FacesStripCard
    | SourceRollCard
)
