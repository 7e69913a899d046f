"""The name of a compiled module goes in; the module comes out, or None where it was not built.

Readings are the same without it: what it does is written in Python, too, and only slower there.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def load_kernels(name: str, version: int) -> Any:
    """Load what was built of C; what was built for another version is not used."""
    try:
        built = import_module(name)
    except ImportError:
        return None
    return built if getattr(built, "VERSION", None) == version else None
