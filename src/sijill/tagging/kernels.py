"""Nothing goes in; the compiled inner loops come out, or None where they were not built.

The C in `native/` does what the NumPy of `weighing` and `decoding` does, several times faster.
Readings are the same without it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

#: That of `native/module.c`; what was built for another one is not used.
VERSION = 2


def _load() -> Any:
    # The archives of weights are little-endian, and are not turned round for C.
    if sys.byteorder != "little":
        return None
    try:
        built = import_module("sijill.tagging._kernels")
    except ImportError:
        return None
    return built if getattr(built, "VERSION", None) == VERSION else None


#: What is in `native/module.c`; None where that was not built.
KERNELS: Any = _load()
