"""The digests of a record's rows go in; their file comes out, by which a change can be named.

A file is compared row by row as it stands, not as this version of Sijill reads it: a version that
knows more fields still finds every row of an older build unchanged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring
from typing import Any

from sijill.digests import sha256
from sijill.serial import dumps

SEALS_FORMAT = "sijill.seals/1"


@dataclass(frozen=True, slots=True)
class Seals:
    """The digest of every row of a record, by its id."""

    rows: dict[str, str] = field(default_factory=dict)
    format: str = SEALS_FORMAT


def digest_of_row(text: str) -> str:
    """Give the digest by which a change of a row is seen; `text` is its JSON with its newline."""
    return sha256(json.dumps([text], ensure_ascii=False).encode("utf-8"))[:16]


def sealed(name: str, digest: str) -> str:
    """Give the line of the file that seals a row: its field and id, and the digest of its JSON."""
    return f'{encode_basestring(name)}: "{digest}"'


def file_of(lines: Iterable[str]) -> bytes:
    """Give the file of seals with such lines: the canonical JSON of `Seals`."""
    rows = ",\n  ".join(lines)
    end = f'"format": "{SEALS_FORMAT}"\n}}\n'
    return f'{{\n "rows": {{\n  {rows}\n }},\n {end}'.encode()


def _plain_rows(plain: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Go through the rows of a record's file: the name each is sealed by, and its JSON."""
    for name, value in plain.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for place, row in enumerate(value):
                yield f"{name}/{row.get('id', place)}", dumps(row)
        else:
            yield name, dumps(value)


def broken(plain: Mapping[str, Any], seals: Seals) -> list[str]:
    """Name the rows that are not as they were sealed, are lost, or were put in.

    `plain` is what stands in the record's file.
    """
    found = {name: digest_of_row(text) for name, text in _plain_rows(plain)}
    changed = [f"{n} was changed" for n, d in found.items() if seals.rows.get(n, d) != d]
    lost = [f"{n} is missing" for n in seals.rows if n not in found]
    put_in = [f"{n} was put in" for n in found if n not in seals.rows]
    return sorted(changed + lost + put_in)
