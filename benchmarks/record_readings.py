"""Made-up sources go in; their readings come out, read once and kept in one file beside them.

PYTHONPATH=src python benchmarks/record_readings.py --sources 10000 --cache FOLDER
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from record_sources import sources
from record_world import MadeSource

from sijill.documents.document import Document, Reading
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register
from sijill.serial import dumps, from_plain

#: So many are written at once.
_BATCH = 200


class Readings:
    """A file of readings by the id of their source."""

    def __init__(self, cache: Path) -> None:
        cache.mkdir(parents=True, exist_ok=True)
        self._file = sqlite3.connect(cache / "readings.sqlite")
        self._file.execute(
            "CREATE TABLE IF NOT EXISTS readings (id TEXT PRIMARY KEY, json TEXT, ms REAL)"
        )

    def read(self, made: Iterable[MadeSource]) -> float:
        """Read what was not read before; give the mean of milliseconds a source took."""
        known = {row[0] for row in self._file.execute("SELECT id FROM readings")}
        reader: Reader | None = None
        for number, one in enumerate(m for m in made if m.id not in known):
            reader = reader or Reader(load_register())
            begun = time.process_time()
            reading = reader.read(document(one))
            spent = 1000 * (time.process_time() - begun)
            row = (one.id, dumps(reading, indent=None), spent)
            self._file.execute("INSERT INTO readings VALUES (?, ?, ?)", row)
            if number % _BATCH == 0:
                self._file.commit()
        self._file.commit()
        return float(self._file.execute("SELECT avg(ms) FROM readings").fetchone()[0] or 0)

    def text(self, source_id: str) -> str:
        """Give a reading as JSON text."""
        query = "SELECT json FROM readings WHERE id = ?"
        return str(self._file.execute(query, (source_id,)).fetchone()[0])

    def of(self, made: Iterable[MadeSource]) -> Iterator[Reading]:
        """Give the readings of sources that were read."""
        for one in made:
            yield from_plain(Reading, json.loads(self.text(one.id)))


def document(made: MadeSource) -> Document:
    return Document(made.id, made.text, made.language, made.published)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--sources", type=int, default=300)
    parser.add_argument("--cache", type=Path, required=True)
    options = parser.parse_args()
    mean = Readings(options.cache).read(islice(sources(), options.sources))
    print(f"{options.sources} sources, {mean:.1f} ms of work each")


if __name__ == "__main__":
    main()
