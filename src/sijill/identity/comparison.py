"""What comparing two names gives: a likeness, one of three bands, and why in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sijill.identity.names import Name
from sijill.identity.phones import Scripts
from sijill.text import WritingSystem


class Band(Enum):
    """What a likeness means: the same name, ask a person, or two names."""

    SAME = "same"
    ASK = "ask"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are: `score` from 0 to 1, the band it falls in, and why in words.

    `pair` are the names, `reason` what decided; `is_partial` says that one name is at most
    a part of the other and nothing more of it is known, `is_near` that all words of both are alike
    or nearly so, though too little for the names to be the same by themselves.
    """

    score: float
    band: Band
    pair: tuple[str, str]
    reason: str = ""
    is_partial: bool = False
    is_near: bool = False

    @property
    def why(self) -> str:
        """One sentence; made when it is asked for, since few comparisons are shown to anybody."""
        told = f"“{self.pair[0]}” and “{self.pair[1]}” {_TOLD[self.band]} ({self.score:.2f})"
        return f"{told}: {self.reason}" if self.reason else told


_TOLD = {
    Band.SAME: "sound alike",
    Band.ASK: "sound somewhat alike",
    Band.APART: "sound different",
}

# Precision at SAME and recall at ASK are printed by benchmarks/names.py; run it when these change.
SAME_FROM = 0.70
ASK_FROM = 0.42


def banded(
    score: float,
    first: Name,
    second: Name,
    reason: str = "",
    *,
    is_partial: bool = False,
    is_near: bool = False,
) -> Comparison:
    """Give the comparison of two names whose likeness is known."""
    band = Band.APART if score < ASK_FROM else Band.ASK if score < SAME_FROM else Band.SAME
    return Comparison(score, band, (first.text, second.text), reason, is_partial, is_near)


_SCRIPTS = {
    (False, False): Scripts.FULL,
    (True, False): Scripts.BARE,
    (False, True): Scripts.KANA,
    (True, True): Scripts.BARE_AND_KANA,
}


def scripts_of(first: Name, second: Name) -> Scripts:
    """Say what the scripts of two names leave unwritten."""
    bare = first.system is WritingSystem.ARABIC or second.system is WritingSystem.ARABIC
    kana = first.system is WritingSystem.JAPANESE or second.system is WritingSystem.JAPANESE
    return _SCRIPTS[bare, kana]
