"""The register's tables go in; what is known already comes out: people, bodies, places, posts.

A register entry has names in several languages and forms, and every row names its source. The
tables ship with the package (`data/world/`); a project adds its own confirmed entries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sijill.immutable import immutable
from sijill.text import KANJI

_KANJI = f"[{KANJI}々]"


@immutable
class Term:
    """Somebody's time in a post: role id, country code or register id of the body, from and to.

    `since` and `until` are EDTF or None when not known; `until` None also means "still in office".
    """

    post: str
    body: str | None
    since: str | None
    until: str | None
    source: str


@immutable
class RegisterEntry:
    """One known person, organisation or place.

    `kind` is `person`, `organisation` or `place`. `names` gives for each language the forms in use,
    the preferred one first. `readings` are syllabic readings of names in kanji. `longitude` and
    `latitude` (degrees) are given for places that have a point. `within` is the id of the place
    that holds this one (a palace in a city, a city in a state), `capital` is that
    of a state's capital.

    `short_names` are the forms by which a person is named after an introduction or beside a post
    (a family name): never enough by themselves to say who is meant.
    """

    id: str
    kind: str
    country: str | None
    names: dict[str, tuple[str, ...]]
    readings: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    longitude: float | None = None
    latitude: float | None = None
    within: str | None = None
    source: str = ""
    short_names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    capital: str | None = None

    def name(self, language: str) -> str | None:
        """Give the preferred name in a language, or None."""
        forms = self.names.get(language, ())
        return forms[0] if forms else None

    def reading_of(self, form: str) -> str | None:
        """Give the reading of one of the Japanese forms, or None where none is needed or known.

        One reading is that of all forms in kanji; several are theirs in the same order.
        """
        written = [f for f in self.names.get("ja", ()) if re.search(_KANJI, f)]
        if form not in written or not self.readings:
            return None
        if len(self.readings) == 1:
            return self.readings[0]
        place = written.index(form)
        return self.readings[place] if place < len(self.readings) else None


@dataclass(frozen=True)
class Register:
    """All known entries by id."""

    entries: dict[str, RegisterEntry] = field(default_factory=dict)
