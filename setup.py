"""The C of the package goes in; its compiled modules come out where a compiler is at hand.

All else stands in `pyproject.toml`, which has no settled words for extensions yet.
"""

from pathlib import Path

from setuptools import Extension, setup


def kernels(room: str) -> Extension:
    """Give the module of the C that a room of the package has, or the package itself."""
    native, shared = Path("src/sijill") / room / "native", Path("src/sijill/native")
    return Extension(
        ".".join(filter(None, ("sijill", room, "_kernels"))),
        sources=sorted(path.as_posix() for path in native.glob("*.c")),
        depends=sorted(path.as_posix() for n in {native, shared} for path in n.glob("*.h")),
        include_dirs=[shared.as_posix()],
        # No product is added up without rounding: sums are those of the Python.
        extra_compile_args=["-O3", "-ffp-contract=off"],
        optional=True,
    )


setup(ext_modules=[kernels(room) for room in ("", "documents", "tagging")])
