"""Texts go in; made copies of them are mixed among them; how well voices are told apart comes out.

Usage: python benchmarks/voices.py [--json]

Bases are the sources of the example (many on one event, none a copy of another), the texts of
tests/texts/own, and those of tests/reuse/versions (two texts in five languages each). From each
base come copies: another headline and dateline, cut to its first half, cut to a third, paragraphs
in another order, every seventh word another. A pair of sources is right when it is in one voice
and comes from one text, or in two and does not.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from random import Random

from sijill.documents.document import Document
from sijill.identity.resolver import resolve
from sijill.reading.pipeline import Reader
from sijill.record.items import SourceNote
from sijill.record.voices import voices_of
from sijill.register.load import load_register
from sijill.sources.formats import read_article

ROOT = Path(__file__).parent.parent
_PUBLISHED = "2025-12-25"


def bases() -> Iterator[tuple[str, Document]]:
    """Give (name of the text, document): versions of one text share the name."""
    for path in sorted((ROOT / "examples/strong-partner/sources").glob("*.md")):
        article = read_article(path.read_bytes(), name=path.name)
        yield path.stem, Document(path.stem, article.text, path.stem[-2:], article.published)
    for path in sorted((ROOT / "tests/texts/own").glob("*.txt")):
        text, language = path.read_text("utf-8"), path.stem[-2:]
        yield path.stem, Document(path.stem, text, language)
    for path in sorted((ROOT / "tests/reuse/versions").glob("*.txt")):
        text, language = path.read_text("utf-8"), path.stem[-2:]
        yield path.stem[:-3], Document(path.stem, text, language, _PUBLISHED)


def _headline(lines: list[str], random: Random) -> list[str]:
    return ["News in brief", "ASTANA, Thursday –", *lines[1:]]


def _half(lines: list[str], random: Random) -> list[str]:
    return lines[: max(3, (len(lines) + 1) // 2)]


def _third(lines: list[str], random: Random) -> list[str]:
    return lines[: max(2, len(lines) // 3)]


def _shuffled(lines: list[str], random: Random) -> list[str]:
    rest = lines[1:]
    random.shuffle(rest)
    return [lines[0], *rest]


def _reworded(lines: list[str], random: Random) -> list[str]:
    made = []
    for line in lines:
        words = line.split(" ")
        if len(words) == 1:  # no blanks: Japanese
            made.append("".join(c for n, c in enumerate(line, 1) if n % 40))
            continue
        made.append(" ".join(w if n % 7 else "really" for n, w in enumerate(words, 1)))
    return made


COPIES: dict[str, Callable[[list[str], Random], list[str]]] = {
    "headline": _headline,
    "half": _half,
    "third": _third,
    "shuffled": _shuffled,
    "reworded": _reworded,
}


def main() -> None:
    """Print precision and recall over all pairs, and recall for each kind of copy."""
    reader, register = Reader(load_register()), load_register()
    documents, origin, made_by = [], {}, {}
    for name, base in bases():
        documents.append(base)
        origin[base.source_id], made_by[base.source_id] = name, "base"
        lines = [line for line in base.text.splitlines() if line.strip()]
        for kind, make in COPIES.items():
            copy_id = f"{base.source_id}+{kind}"
            text = "\n\n".join(make(list(lines), Random(7)))
            documents.append(Document(copy_id, text, base.language, base.published))
            origin[copy_id], made_by[copy_id] = name, kind
    readings = [reader.read(d) for d in documents]
    texts = {d.source_id: d.text for d in documents}
    who = resolve(readings, register, languages=("en",), texts=texts)
    notes = [
        SourceNote(d.source_id, d.source_id, "", d.language, None, d.published, None, None, 0)
        for d in documents
    ]
    began = time.perf_counter()
    voices = voices_of(readings, texts, notes, who.entity_by_local)
    seconds = time.perf_counter() - began
    voice = {source: v.id for v in voices for source in v.sources}
    counts: dict[str, list[int]] = {}
    wrong, both = 0, 0
    for one, other in combinations(sorted(origin), 2):
        same, told = origin[one] == origin[other], voice[one] == voice[other]
        both += same and told
        if told and not same:
            wrong += 1
            if made_by[one] == made_by[other]:
                print(f"wrongly one: {one} {other}", file=sys.stderr)
        if same:
            kinds = sorted({made_by[one], made_by[other]})
            language = one.partition("+")[0][-2:] != other.partition("+")[0][-2:]
            key = "in other languages" if language else " and ".join(kinds)
            counts.setdefault(key, [0, 0])[0] += told
            counts[key][1] += 1
    pairs = sum(c[1] for c in counts.values())
    result = {
        "sources": len(origin),
        "seconds": round(seconds, 2),
        "precision": round(both / (both + wrong), 4) if both else 0.0,
        "recall": round(both / pairs, 4),
        "recall_by_kind": {k: f"{a}/{b}" for k, (a, b) in sorted(counts.items())},
    }
    print(json.dumps(result, ensure_ascii=False, indent=None if "--json" in sys.argv else 1))


if __name__ == "__main__":
    main()
