"""Nothing goes in; the compiled loops of `beginnings` come out, or None where they were not built.

The C in `native/` finds patterns as their expressions do, many times faster.
"""

from __future__ import annotations

from typing import Any

from sijill.kernels import load_kernels

#: That of `native/patterns.c`.
VERSION = 1

#: What is in `native/patterns.c`; None where that was not built.
KERNELS: Any = load_kernels("sijill.documents._kernels", VERSION)
