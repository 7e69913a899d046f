"""Pin every version of pyproject.toml, with its hashes and no host, in requirements/dev.txt."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> None:
    target = ROOT / "requirements" / "dev.txt"
    target.parent.mkdir(exist_ok=True)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "piptools",
            "compile",
            "--quiet",
            "--generate-hashes",
            "--allow-unsafe",
            "--strip-extras",
            "--no-emit-index-url",
            "--no-emit-trusted-host",
            "--no-emit-find-links",
            "--no-header",
            "--no-annotate",
            "--all-build-deps",
            "--extra=parquet",
            "--extra=voice",
            "--extra=dev",
            f"--output-file={target}",
            str(ROOT / "pyproject.toml"),
        ],
        check=True,
        cwd=ROOT,
    )
    text = target.read_text("utf-8")
    hosts = re.findall(r"https?://\S+", text)
    if hosts:
        sys.exit(f"{target} names a host: {hosts[0]}")
    head = "# Made by `make lock` from pyproject.toml; pinned, with hashes.\n"
    target.write_text(head + text.lstrip("\n"), "utf-8")


if __name__ == "__main__":
    main()
