"""Guests of one occasion side by side: what is known of how each was received."""

from __future__ import annotations

from dataclasses import dataclass

from sijill.citation import Citation


@dataclass(frozen=True, slots=True)
class PeerValue:
    """One value of one feature, an id of `data/protocol/peer_features.tsv`.

    `value` is an EDTF day, an entity id or a word of the host's (palace, residence), minutes, a
    word (luncheon, official_working), or yes or no. It stands on words of sources (`citations`)
    or on rows of reference tables (`references`), or on both; `inferred` when it is worked out
    from other values. `alone`: every other guest's value is known, and none is the same.
    """

    feature: str
    value: str
    citations: tuple[Citation, ...] = ()
    references: tuple[str, ...] = ()
    inferred: bool = False
    alone: bool = False

    def __post_init__(self) -> None:
        if not self.citations and not self.references:
            raise ValueError(f"{self.feature} {self.value} stands on nothing")


@dataclass(frozen=True, slots=True)
class PeerRow:
    """One guest of an occasion: a summit's event id, or `week-HOST-DAY` of guests in one week.

    `guest` is an entity id, None for a guest whom only a reference table knows (then `name` is
    the table's). A feature that no value tells is not known; it never means "no". Two values of
    one feature: sources differ.
    """

    occasion: str
    host: str
    guest: str | None
    name: str
    country: str
    values: tuple[PeerValue, ...] = ()

    def of(self, feature: str) -> tuple[PeerValue, ...]:
        """Give the values of a feature; none where it is not known."""
        return tuple(value for value in self.values if value.feature == feature)
