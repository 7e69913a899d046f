"""How fast texts are read: documents a second, memory, start, and growth with their number.

    PYTHONPATH=src python benchmarks/reading.py [--documents 200] [--long] [--json]

Documents of about 600 words (Japanese: 1,300 characters) are joined from the paragraphs of
`corpus/` and `tests/texts/gold`, other ones each time. Times are of one process and one core, in
seconds of its work, so that a busy machine counts less. "Rules" leaves all trained models out. A
tenth is read before the clock starts: what a word weighs is then known, as in any collection.
The start is the best of seven, wall clock and work, for one such document in each language.
Machines of one kind differ by half, and one machine from hour to hour: beside the figures stands
what a fixed piece of Python takes there before and after them.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar
from unittest import mock

from sijill.documents.document import Document
from sijill.languages import LANGUAGES
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

T = TypeVar("T")

ROOT = Path(__file__).parents[1]
WORDS = 600
#: Those of the long growth are shorter, so that it can be waited for.
SHORT = 60
#: What loads a trained model.
MODELS = (
    "reading.pipeline.load_tagger",
    "mentions.finder.load_tagger",
    "speech.arbitration.load_reports",
)
#: Characters that count as a word where none are written apart.
CHARACTERS = 2.2
STARTS = 7
#: The fixed piece of work counts this many words.
YARDSTICK = 200_000
PUBLISHED = "2025-05-05"


@dataclass
class Speed:
    """Documents a second of one language, with rules and the register alone, and with models."""

    language: str
    words: int
    rules: float
    taggers: float


@dataclass
class Start:
    """How many seconds `sijill read` of one text takes from nothing: by wall clock and of work."""

    language: str
    wall: float
    work: float


@dataclass
class Figures:
    """What is printed: growth is the time of the last row by that of the first, by document.

    `yardstick` has the milliseconds of the fixed piece of work before and after all else.
    """

    python: str = ""
    yardstick: list[float] = field(default_factory=list)
    speed: list[Speed] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)
    growth: list[tuple[int, float, int]] = field(default_factory=list)


def size_of(text: str, language: str) -> float:
    return len(text) / CHARACTERS if language == "ja" else len(text.split())


def documents(language: str, seed: int = 7, words: int = WORDS) -> Iterator[Document]:
    """Give documents of about so many words without end, each of whole paragraphs."""
    paths = [
        *sorted((ROOT / "corpus" / language).glob("*.txt")),
        *sorted((ROOT / "tests" / "texts" / "gold").glob(f"*.{language}.txt")),
    ]
    texts = [path.read_text("utf-8") for path in paths]
    chance = random.Random(seed)
    number = 0
    pool: list[str] = []
    while True:
        parts: list[str] = []
        size = 0.0
        while size < words:
            pool = pool or chance.sample(texts, len(texts))
            for paragraph in pool.pop().split("\n"):
                parts.append(paragraph)
                size += size_of(paragraph, language)
                if size >= words:
                    break
        number += 1
        yield Document(f"{language}{number}", "\n".join(parts), language, PUBLISHED)


def read_all(reader: Reader, texts: list[Document]) -> float:
    """Give the seconds of work."""
    start = time.process_time()
    for text in texts:
        reader.read(text)
    return time.process_time() - start


def speed_of(language: str, count: int, with_taggers: bool) -> float:
    """Give documents a second."""
    warm = max(5, count // 10)
    texts = list(islice(documents(language), warm + count))
    nothing = mock.Mock(return_value=None)
    with ExitStack() as changed:
        for model in () if with_taggers else MODELS:
            changed.enter_context(mock.patch(f"sijill.{model}", nothing))
        reader = Reader(load_register(), owns_process=True)
        read_all(reader, texts[:warm])
        return count / read_all(reader, texts[warm:])


def speeds(count: int) -> list[Speed]:
    found = []
    for language in LANGUAGES:
        sizes = [size_of(d.text, language) for d in islice(documents(language), count)]
        rules, taggers = (apart(speed_of, language, count, with_it) for with_it in (False, True))
        found.append(Speed(language, round(statistics.mean(sizes)), rules, taggers))
    return found


def apart(work: Callable[..., T], *arguments: object) -> T:
    """Do something in a process of its own, where nothing is known or loaded yet."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def growth(counts: list[int], words: int) -> list[tuple[int, float, int]]:
    """Give for each number of documents the milliseconds each took, and the megabytes in use."""
    reader = Reader(load_register(), owns_process=True)
    streams = [documents(language, 11, words) for language in LANGUAGES]
    for stream in streams:
        reader.read(next(stream))  # models are loaded when they are first needed
    out = []
    done, spent = 0, 0.0
    for count in counts:
        while done < count:
            text = next(streams[done % len(streams)])
            start = time.process_time()
            reader.read(text)
            spent += time.process_time() - start
            done += 1
        out.append((count, 1000 * spent / count, memory()))
    return out


def memory() -> int:
    """Give the most memory this process ever had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def yardstick() -> float:
    """Give the milliseconds that counting made-up words takes here, the best of five."""
    words = [f"w{n * 7919 % 50_021}" for n in range(YARDSTICK)]
    best = math.inf
    for _ in range(5):
        start = time.process_time()
        counts: dict[str, int] = {}
        for word in words:
            counts[word[:4]] = counts.get(word[:4], 0) + len(word)
        best = min(best, time.process_time() - start)
    return 1000 * best


def start_of(language: str) -> Start:
    """Read one text in new processes; the best of some says most where others use the machine."""
    text = next(documents(language))
    walls, works = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"one.{language}.txt"
        path.write_text(text.text, "utf-8")
        for _ in range(STARTS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            begun = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "sijill.cli.main", "read", str(path)],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            walls.append(time.perf_counter() - begun)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            works.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return Start(language, min(walls), min(works))


def overall(rates: list[float]) -> float:
    """Give documents a second over equally many documents of each language."""
    return len(rates) / sum(1 / rate for rate in rates)


def table(figures: Figures) -> str:
    lines = ["language   words   rules/s   with taggers/s   ratio"]
    for s in figures.speed:
        lines.append(
            f"{s.language:8} {s.words:7} {s.rules:9.1f} {s.taggers:16.1f} "
            f"{s.rules / s.taggers:7.1f}"
        )
    rules = overall([s.rules for s in figures.speed])
    taggers = overall([s.taggers for s in figures.speed])
    lines.append(f"{'all':8} {'':7} {rules:9.1f} {taggers:16.1f} {rules / taggers:7.1f}")
    lines.append("")
    lines.append("documents   ms each   most memory, MB")
    for count, each, megabytes in figures.growth:
        lines.append(f"{count:9} {each:9.1f} {megabytes:17}")
    first, last = figures.growth[0], figures.growth[-1]
    lines.append(
        f"{last[0] / first[0]:.0f} times as many documents take each "
        f"{last[1] / first[1]:.2f} times as long"
    )
    lines.append("")
    before, after = figures.yardstick
    lines.append(
        f"Python {figures.python}; a fixed piece of work: {before:.0f} ms, then {after:.0f} ms"
    )
    lines.append("")
    lines.append("start of `sijill read`, one text: s, s of work")
    for start in figures.starts:
        lines.append(f"{start.language:8} {start.wall:6.2f} {start.work:6.2f}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--documents", type=int, default=200, help="of each language, for speed")
    parser.add_argument("--long", action="store_true", help="growth up to 100,000 documents")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = Figures(platform.python_version(), [apart(yardstick)])
    figures.starts = [start_of(language) for language in LANGUAGES]
    figures.speed = speeds(options.documents)
    counts, words = ([1000, 10_000, 100_000], SHORT) if options.long else ([100, 1000], WORDS)
    figures.growth = apart(growth, counts, words)
    figures.yardstick.append(apart(yardstick))
    print(json.dumps(asdict(figures), indent=1) if options.json else table(figures))


if __name__ == "__main__":
    main()
