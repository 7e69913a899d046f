"""What names sound like in the register goes out to a file, and comes back at the next build.

It depends on the names and the register alone, so that a source added later has only its own new
names compared. A file of another register or another version of the program is not used.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sijill.errors import FormatFault
from sijill.identity.comparison import Band, Comparison
from sijill.identity.known import Heard, Known
from sijill.keeping import is_kept, write_kept
from sijill.serial import dumps, read_json

HEARD_FORMAT = "sijill.heard/1"


@dataclass(frozen=True, slots=True)
class _Likeness:
    """One entry of the register that a name sounds like; fields as in `Comparison`."""

    entry: str
    score: float
    band: Band
    pair: tuple[str, ...]
    reason: str
    is_partial: bool
    short: str | None


@dataclass(frozen=True, slots=True)
class _Row:
    """Spellings of one entity of a source, and what they sound like."""

    names: tuple[str, ...]
    like: tuple[_Likeness, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """All that was heard; `key` stands for the register and the program it was heard with."""

    key: str
    rows: tuple[_Row, ...]
    format: str = HEARD_FORMAT


def recall(known: Known, path: Path, key: str) -> None:
    """Let the register know again what was kept in a file under the same key, if there is any."""
    if not is_kept(path):
        return
    try:
        kept = read_json(path, _Kept, format_name=HEARD_FORMAT)
    except FormatFault:
        return
    if kept.key == key:
        known.heard |= {row.names: [_heard(one) for one in row.like] for row in kept.rows}


def remember(known: Known, path: Path, key: str) -> None:
    """Keep what was asked for, and no more: the same sources keep the same.

    Raises WorkspaceFault when the file cannot be written.
    """
    rows = tuple(
        _Row(names, tuple(_likeness(one) for one in heard))
        for names, heard in sorted(known.heard.items())
        if names in known.asked
    )
    write_kept(path, dumps(_Kept(key, rows), indent=None).encode("utf-8"))


def _likeness(heard: Heard) -> _Likeness:
    entry, found, short = heard
    return _Likeness(
        entry, found.score, found.band, found.pair, found.reason, found.is_partial, short
    )


def _heard(one: _Likeness) -> Heard:
    pair = (one.pair[0], one.pair[1])
    return (
        one.entry,
        Comparison(one.score, one.band, pair, one.reason, one.is_partial),
        one.short,
    )
