"""Copy fonts and map outlines from `node_modules` into the package's `assets` folder.

Which files, and from which npm package, stands in `data/film/fonts.tsv` and `outlines.tsv`; this
program only copies, and says the remedy when something is not there. Run after `npm ci`:

    python3 tools/collect_assets.py
"""

from __future__ import annotations

import csv
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "sijill" / "data" / "film"
ASSETS = ROOT / "src" / "sijill" / "assets"


def wanted() -> list[tuple[Path, Path]]:
    pairs = []
    for table, folder in (("fonts.tsv", "fonts"), ("outlines.tsv", "outlines")):
        lines = (DATA / table).read_text("utf-8").splitlines()
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        for row in rows:
            package = ROOT / "node_modules" / row["package"]
            pairs.append((package / row["path"], ASSETS / folder / row["file"]))
            for licence in sorted(package.glob("LICENSE*")):
                name = f"{row['package'].rsplit('/', 1)[-1]}-{licence.name}.txt"
                pairs.append((licence, ASSETS / "licences" / name))
    return pairs


def main() -> int:
    pairs = wanted()
    missing = [source for source, _ in pairs if not source.is_file()]
    if missing:
        names = "\n  ".join(str(path.relative_to(ROOT)) for path in missing)
        print(f"tools/collect_assets.py: not there:\n  {names}\nRun: npm ci", file=sys.stderr)
        return 1
    for source, target in pairs:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_file() and target.read_bytes() == source.read_bytes():
            continue
        # By a second name and a rename, so that a copy that was cut short is never taken for whole.
        half = target.with_name(f".{target.name}.half")
        shutil.copyfile(source, half)
        half.replace(target)
    print(f"{len({target for _, target in pairs})} files in {ASSETS.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
