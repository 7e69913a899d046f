"""A source's own word that accounts differ, as an item of the record: which words say so, and what
each account says. Which of them is right is told nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from sijill.citation import Citation


@dataclass(frozen=True, slots=True)
class AccountVersion:
    """One account: `words` tell it, `ascribed` is whom they ascribe it to, None if to nobody."""

    words: Citation
    ascribed: Citation | None = None


@dataclass(frozen=True, slots=True)
class AccountItem:
    """Accounts that a source itself says differ.

    `sign` are the words that say so, `citations` their sentence and those of the versions, in the
    order of the text. `versions` may be none, where it only says that they differ.
    """

    id: str
    language: str
    sign: Citation
    citations: tuple[Citation, ...]
    versions: tuple[AccountVersion, ...] = ()

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError(f"item {self.id} has no citation")
