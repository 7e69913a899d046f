"""Nothing goes in; the compiled inner loops come out, or None where they were not built.

The C in `native/` does what the NumPy of `weighing` and `decoding` and the Python of `characters`,
`phrases`, `agreement` and `spans` do, and that of the model of reports in the room of speech,
several times faster. Readings are the same without it.
"""

from __future__ import annotations

import sys
from typing import Any

from sijill.kernels import load_kernels

#: That of `native/module.c`; what was built for another one is not used.
VERSION = 17


def _load() -> Any:
    # The archives of weights are little-endian, and are not turned round for C.
    if sys.byteorder != "little":
        return None
    return load_kernels("sijill.tagging._kernels", VERSION)


#: What is in `native/module.c`; None where that was not built.
KERNELS: Any = _load()
