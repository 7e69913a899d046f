"""What a detail of protocol says, held against what the class of the visit promises."""

from __future__ import annotations

from dataclasses import dataclass

from sijill.citation import Citation
from sijill.identity.entities import LocalText


@dataclass(frozen=True, slots=True)
class SignalNote:
    """A detail of protocol in an event, an id of `data/protocol/signals.tsv`.

    `value` is its level, number or word, `by` the role of who gives it, each empty when nothing
    more is told. `standing` says what it is beside the visit's class: `expected` (promised, so no
    signal), `optional` (on the menu, not each time), `beyond` (not on it), `missing` (promised,
    and the record has no mention), `unknown` (the class or its menu is not known), `apart` (no
    class bears on it). `visit_class` is the host's class, an id of `visit_classes.tsv`, or empty;
    `basis` says who tells it: host, table, others; `references` are the menu's addresses.
    """

    signal: str
    event: str
    standing: str
    text: LocalText
    citations: tuple[Citation, ...]
    visit: str | None = None
    value: str = ""
    by: str = ""
    visit_class: str = ""
    basis: str = ""
    references: tuple[str, ...] = ()
    inferred: bool = False

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError(f"{self.signal} of {self.event} stands on nothing")
