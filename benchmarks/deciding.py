"""Several processes decide at once; how many decisions a second they take, how long one waited at
most, and whether a single one was lost come out. Exit status 1 when one was lost or waited long.

python benchmarks/deciding.py [--seconds 60] [--processes 6] [--lines 0] [--longest 2.0]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path

from sijill.ledger import append, replay


def decide(path: Path, name: str, seconds: float, out: Path) -> None:
    """Decide as fast as possible; write down what was acknowledged and the longest wait."""
    ends = time.monotonic() + seconds
    acknowledged, waits = [], []
    number = 0
    while time.monotonic() < ends:
        begins = time.perf_counter()
        entry = append(
            path,
            at="2026-01-01T00:00:00Z",
            who=name,
            what="decision",
            why="المصدران يتفقان · источники согласны",
            fields={"action": "confirm", "item": f"audience-2025-12-18-{number:08x}", "n": number},
        )
        waits.append(time.perf_counter() - begins)
        acknowledged.append([entry.number, entry.digest, number])
        number += 1
    out.write_text(json.dumps({"acknowledged": acknowledged, "waits": waits}), "utf-8")


def run(folder: Path, *, seconds: float, processes: int, lines: int = 0) -> dict[str, float]:
    """Let the processes decide; give the count, the rate, waits in seconds, and how many are lost.

    `lines` are in the ledger before.
    """
    path = folder / "ledger" / "ledger.jsonl"
    if lines:
        write_lines(path, lines)
    context = multiprocessing.get_context("spawn")
    names = [f"decider-{n}" for n in range(processes)]
    outs = [folder / f"{name}.json" for name in names]
    jobs = [
        context.Process(target=decide, args=(path, name, seconds, out))
        for name, out in zip(names, outs, strict=True)
    ]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    told = [json.loads(out.read_text("utf-8")) for out in outs]
    by_number = {entry.number: entry for entry in replay(path)}
    lost = 0
    for name, one in zip(names, told, strict=True):
        for number, digest, own in one["acknowledged"]:
            entry = by_number.get(number)
            kept = entry is not None and entry.digest == digest and entry.who == name
            lost += not (kept and entry is not None and entry.fields["n"] == own)
    waits = sorted(w for one in told for w in one["waits"])
    return {
        "decisions": len(waits),
        "per_second": len(waits) / seconds,
        "fewest_of_one": min(len(one["waits"]) for one in told),
        "most_of_one": max(len(one["waits"]) for one in told),
        "median_ms": 1000 * waits[len(waits) // 2],
        "longest_s": waits[-1],
        "lost": lost + (len(by_number) - lines - len(waits)),
    }


def write_lines(path: Path, lines: int) -> None:
    """Write a ledger of so many lines at once, chained as `append` chains them."""
    from sijill.chain_head import GENESIS
    from sijill.ledger import digest_of

    path.parent.mkdir(parents=True, exist_ok=True)
    previous = GENESIS
    with open(path, "w", encoding="utf-8") as out:
        for number in range(1, lines + 1):
            body = {
                "number": number,
                "at": "2026-01-01T00:00:00Z",
                "who": "before",
                "what": "decision",
                "why": "",
                "fields": {"action": "confirm", "item": f"visit-2025-12-18-{number:08x}"},
                "previous": previous,
            }
            previous = digest_of(body)
            out.write(json.dumps({**body, "digest": previous}, ensure_ascii=False) + "\n")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--processes", type=int, default=6)
    parser.add_argument("--lines", type=int, default=0, help="lines in the ledger before")
    parser.add_argument("--longest", type=float, default=2.0, help="the longest wait allowed, s")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = run(
            Path(folder), seconds=given.seconds, processes=given.processes, lines=given.lines
        )
    print(json.dumps(found, indent=1))
    return int(bool(found["lost"]) or found["longest_s"] > given.longest)


if __name__ == "__main__":
    sys.exit(main())
