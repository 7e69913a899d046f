"""Scores of the reader on the gold texts of this folder's neighbour, against floors that only rise.

python tests/quality/floors.py              show the scores beside the floors
python tests/quality/floors.py --raise      keep the present scores as floors, where higher
python tests/quality/floors.py --lower --reason "..."   let floors fall, and say why
"""

import argparse
import hashlib
import json
from pathlib import Path

from sijill.reading.evaluation import evaluate
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

GOLD = Path(__file__).parent.parent / "texts" / "gold"
FLOORS = Path(__file__).parent / "floors.json"
FORMAT = "sijill.floors/1"

#: The figures that are kept; each over all texts, the first also for each language.
FIGURES = (
    "mentions.exact.all",
    "persons.bcubed",
    "posts",
    "quotations.span",
    "quotations.kind",
    "quotations.speaker",
    "events.match",
    "events.status",
    "events.date",
    "events.place",
    "events.participants",
    "claims.overlap",
    "signals",
)
BY_LANGUAGE = ("mentions.exact.all", "quotations.span", "events.match")
#: Statuses of gold events that must never be read as held.
NOT_HELD = ("planned", "proposed", "postponed", "cancelled")


def digest_of_texts():
    """Give the SHA-256 over names and bytes of all gold files: floors hold for these texts only."""
    sums = hashlib.sha256()
    for path in sorted(GOLD.iterdir()):
        sums.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return sums.hexdigest()


def present_scores():
    """Read all gold texts and give the figures, rounded down to three digits."""
    scores = evaluate(GOLD, Reader(load_register()))
    assert not scores.faults, scores.faults[:3]
    figures = {name: scores.f1(name) for name in FIGURES}
    for language in sorted(set(scores.by_group) - {"all"}):
        figures |= {f"{name}.{language}": scores.f1(name, language) for name in BY_LANGUAGE}
    return {name: int(value * 1000) / 1000 for name, value in sorted(figures.items())}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="up", action="store_true")
    parser.add_argument("--lower", action="store_true")
    parser.add_argument("--reason", default="")
    options = parser.parse_args()
    known = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    floors = known.get("floors", {})
    scores = present_scores()
    for name, value in scores.items():
        print(f"{name:32} {value:.3f}   floor {floors.get(name, 0):.3f}")
    if options.lower and not options.reason:
        parser.error("--lower needs --reason")
    if options.up or options.lower:
        kept = scores if options.lower else {n: max(v, floors.get(n, 0)) for n, v in scores.items()}
        reasons = known.get("lowered", [])
        if options.lower:
            reasons = [*reasons, options.reason]
        whole = {
            "format": FORMAT,
            "digest": digest_of_texts(),
            "lowered": reasons,
            "floors": kept,
        }
        FLOORS.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
