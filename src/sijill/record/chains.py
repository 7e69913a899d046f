"""The threads that a record holds: meetings of one format, stages of a project, careers."""

from __future__ import annotations

from dataclasses import dataclass

from sijill.citation import Citation
from sijill.identity.entities import LocalText


@dataclass(frozen=True, slots=True)
class ThreadLink:
    """One link of a thread, in order of time.

    `event` is an event item, or None for a post. `number` is its place in the series, `numbered`
    says whether that was told or is counted between two that were (empty without a number).
    `stage` is how far it got: proposed, planned, talks, agreed, granted, held, postponed,
    cancelled; of a post: term where the register knows its days, else seen (`date` then goes from
    the first to the last day on which sources tell it). `citations` are the first words of an
    event (the others stand at the event), and those of each source that tells a post.
    `references` are addresses of the register, which is no source; `line` is that of the ledger on
    which a person decided the time of a post. A link has one of the three at least.
    """

    date: str | None
    citations: tuple[Citation, ...]
    event: str | None = None
    number: int | None = None
    numbered: str = ""
    stage: str = ""
    post: str | None = None
    body: str | None = None
    status: str | None = None
    references: tuple[str, ...] = ()
    line: int | None = None

    def __post_init__(self) -> None:
        if not self.citations and not self.references and self.line is None:
            raise ValueError(f"a link of {self.date} stands on nothing")


@dataclass(frozen=True, slots=True)
class Thread:
    """What belongs together over the years.

    `kind` is format, project or career; `about` are the entities it is about (the format or its
    states, firms, the person); `type` the event type of a format's meetings. `missing` counts
    meetings that the numbers told say there were, and the record lacks.
    """

    id: str
    kind: str
    title: LocalText
    about: tuple[str, ...]
    links: tuple[ThreadLink, ...]
    type: str | None = None
    missing: int = 0
