"""The C of the package goes in; `sijill.tagging._kernels` comes out where a compiler is at hand.

All else stands in `pyproject.toml`, which has no settled words for extensions yet.
"""

from pathlib import Path

from setuptools import Extension, setup

NATIVE = Path("src/sijill/tagging/native")

setup(
    ext_modules=[
        Extension(
            "sijill.tagging._kernels",
            sources=sorted(path.as_posix() for path in NATIVE.glob("*.c")),
            depends=sorted(path.as_posix() for path in NATIVE.glob("*.h")),
            # No product is added up without rounding: sums are those of the Python.
            extra_compile_args=["-O3", "-ffp-contract=off"],
            optional=True,
        )
    ]
)
