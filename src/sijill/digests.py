"""Bytes or a file go in; their SHA-256 in hexadecimal comes out, by which a change is seen."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path


def sha256(data: bytes) -> str:
    """Give the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


#: A piece of what is written into a file.
Part = bytes | memoryview


def sha256_of_parts(parts: Iterable[Part]) -> str:
    """Give the SHA-256 of bytes that come in pieces, in hexadecimal."""
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()


def sha256_of_file(path: Path) -> str:
    """Give the SHA-256 of a file, read in pieces. Raises OSError when it cannot be read."""
    with open(path, "rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


#: By what a file is taken to be as it was: its size and the time of its last change.
Stat = tuple[int, int]


def stat_of(path: Path | str) -> Stat | None:
    """Give by what a file is known again without reading it; None where it is not there."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
