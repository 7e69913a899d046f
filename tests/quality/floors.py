"""Scores of the reader on four sets of marked texts, against floors that only rise.

`gold`, `own` and `cold` are looked at while rules are written, `kept` is only ever scored.

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

TEXTS = Path(__file__).parent.parent / "texts"
SETS = ("gold", "own", "cold", "kept")
FLOORS = Path(__file__).parent / "floors.json"
FORMAT = "sijill.floors/2"

#: The figures that are kept for each set over all its texts, and those for each language too.
FIGURES = (
    "mentions.exact.all",
    "mentions.exact.person",
    "mentions.exact.post",
    "mentions.exact.organisation",
    "mentions.exact.place",
    "mentions.exact.date",
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
    """Give the SHA-256 over names and bytes of all marked texts: floors hold for these only."""
    sums = hashlib.sha256()
    for name in SETS:
        for path in sorted((TEXTS / name).iterdir()):
            sums.update(f"{name}/{path.name}".encode() + b"\0" + path.read_bytes() + b"\0")
    return sums.hexdigest()


def present_scores():
    """Read all sets and give the figures by set, rounded down to three digits."""
    reader = Reader(load_register())
    found = {}
    for name in SETS:
        scores = evaluate(TEXTS / name, reader)
        assert not scores.faults, scores.faults[:3]
        figures = {figure: scores.f1(figure) for figure in FIGURES}
        for language in sorted(set(scores.by_group) - {"all"}):
            figures |= {f"{f}.{language}": scores.f1(f, language) for f in BY_LANGUAGE}
        found[name] = {f: int(v * 1000) / 1000 for f, v in sorted(figures.items())}
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="up", action="store_true")
    parser.add_argument("--lower", action="store_true")
    parser.add_argument("--reason", default="")
    options = parser.parse_args()
    if options.lower and not options.reason:
        parser.error("--lower needs --reason")
    known = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    floors = known.get("floors", {})
    scores = present_scores()
    print(f"{'':32}" + "".join(f"{name:>17}" for name in SETS))
    for figure in scores["gold"]:
        pairs = [
            f"{scores[s].get(figure, 0):.3f} ({floors.get(s, {}).get(figure, 0):.3f})" for s in SETS
        ]
        print(f"{figure:32}" + "".join(f"{pair:>17}" for pair in pairs))
    if options.lower or options.up:
        kept = {
            name: {
                figure: value if options.lower else max(value, floors.get(name, {}).get(figure, 0))
                for figure, value in figures.items()
            }
            for name, figures in scores.items()
        }
        whole = {
            "format": FORMAT,
            "digest": digest_of_texts(),
            "lowered": [*known.get("lowered", []), *([options.reason] if options.lower else [])],
            "floors": kept,
        }
        FLOORS.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
