"""A file of the cache goes in; whether its bytes are still those that were written comes out.

Beside a kept file lies its SHA-256, written after it. A file that was cut off, filled with other
bytes or never finished has none that fits, and is made again instead of spoiling the film.
"""

from __future__ import annotations

import os
from pathlib import Path

from sijill.digests import sha256_of_file
from sijill.errors import WorkspaceFault
from sijill.serial import write_atomic

#: What the name of the file with the digest ends in.
MARK = ".sha256"


def _mark(path: Path) -> Path:
    return path.with_name(path.name + MARK)


def _line_of(path: Path) -> bytes:
    return f"{sha256_of_file(path)}\n".encode("ascii")


def write_kept(path: Path, data: bytes) -> None:
    """Write a file and mark it as whole; killed in between, it is there without a mark.

    Raises WorkspaceFault when it cannot be written.
    """
    forget(path)
    write_atomic(path, data)
    keep(path)


def forget(path: Path) -> None:
    """Take the mark of a file away, before other bytes come into its place.

    Raises WorkspaceFault when it cannot.
    """
    try:
        _mark(path).unlink(missing_ok=True)
    except OSError as fault:
        raise WorkspaceFault(
            f"cannot be removed: {fault.strerror or fault}",
            where=str(_mark(path)),
            remedy="Check the folder's permissions, then build again.",
        ) from fault


def keep(path: Path) -> None:
    """Mark a file that was written as whole.

    Raises WorkspaceFault when the mark cannot be written.
    """
    write_atomic(_mark(path), _line_of(path))


def is_kept(path: Path) -> bool:
    """Say whether a file is there as it was when it was marked."""
    try:
        return _mark(path).read_bytes() == _line_of(path)
    except OSError:
        return False


def sweep(folder: Path) -> None:
    """Remove what processes that are no more have left half-written."""
    for path in sorted(folder.glob(".*.part")):
        owner = path.name.split(".")[-2]
        if owner.isdigit() and not is_running(int(owner)):
            path.unlink(missing_ok=True)


def is_running(process: int) -> bool:
    """Say whether a process of this number is there."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
