"""Who and what a record speaks of: people, bodies and places, as identity hands them on."""

from __future__ import annotations

from dataclasses import dataclass

from sijill.citation import Citation

#: A text in several languages, by ISO 639-1 code.
LocalText = dict[str, str]


@dataclass(frozen=True, slots=True)
class Occupancy:
    """Somebody's time in a post: role id, body (country or entity id), status, EDTF or None."""

    post: str
    body: str | None
    status: str
    time: str | None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of a name, its language, and where it stands."""

    text: str
    language: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordEntity:
    """A person, organisation or place of the record.

    `names` has one name for each language of the record: from the register, else from a source in
    that language, else transliterated (then the language is listed in `transliterated`).
    """

    id: str
    kind: str
    names: LocalText
    country: str | None = None
    register_id: str | None = None
    transliterated: tuple[str, ...] = ()
    aliases: tuple[Alias, ...] = ()
    posts: tuple[Occupancy, ...] = ()
    longitude: float | None = None
    latitude: float | None = None
    within: str | None = None
