"""Nothing goes in; the compiled loops of this room come out, or None where they were not built.

The C in `native/` finds patterns as their expressions do, many times faster, makes tokens, looks
words up, keeps what is asked often, counts questions for the time, and tells which stretches begin
in another and what stands at a place.
"""

from __future__ import annotations

from typing import Any

from sijill.kernels import load_kernels

#: That of `native/module.c`.
VERSION = 15

#: What is in `native/`; None where that was not built.
KERNELS: Any = load_kernels("sijill.documents._kernels", VERSION)
