"""Two texts, each in five languages, come out read and laid side by side."""

from functools import cache
from pathlib import Path

from sijill.documents.document import Document
from sijill.identity.resolver import resolve
from sijill.reading.pipeline import Reader
from sijill.record.items import SourceNote
from sijill.register.load import load_register
from sijill.reuse.versions import aligned

FOLDER = Path(__file__).parent / "versions"
PUBLISHED = {"film": "2025-12-25", "steppe": "2025-03-04"}


@cache
def collection():
    """Give the ten readings, their texts, and who is who in them."""
    reader = Reader(load_register())
    texts = {p.stem: p.read_text(encoding="utf-8") for p in sorted(FOLDER.glob("*.txt"))}
    readings = [
        reader.read(Document(name, text, name[-2:], PUBLISHED[name[:-3]]))
        for name, text in texts.items()
    ]
    who = resolve(readings, load_register(), languages=("ar", "en"), texts=texts)
    return readings, texts, who.entity_by_local


@cache
def versions():
    """Give what answers what between each two of one text."""
    return aligned(*collection())


def notes(traces):
    """Give the sources of traces by id, as far as voices need them."""
    return [
        SourceNote(t.source_id, t.source_id, "", t.language, None, t.published, None, None, 0)
        for t in traces.values()
    ]
