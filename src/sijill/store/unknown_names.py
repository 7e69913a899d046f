"""A name that was asked for goes in; what is to be said when nobody bears it comes out, with the
nearest who are in the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from rapidfuzz import fuzz, process

from sijill.record.items import Record
from sijill.store.database import open_store
from sijill.store.search import Question
from sijill.store.search_rows import spellings_of
from sijill.text import fold

#: How like a name must be to be proposed, of 100: “Tokayef” is 86 like “Tokayev”.
_LEAST_LIKE = 75
_PROPOSED = 3


def unknown_speaker(record: Record, name: str) -> str | None:
    """Say that nobody of a name is in a record, with the nearest; None when somebody is."""
    people = {e.id: spellings_of(e) for e in record.entities if e.kind == "person"}
    return _unknown(name, people, "nobody")


def unknown_name(record: Record, name: str) -> str | None:
    """Say that nobody and nothing in a record has a name, with the nearest; None when one has."""
    return _unknown(name, {e.id: spellings_of(e) for e in record.entities}, "nobody and nothing")


def unknown_names(path: Path, question: Question) -> Iterator[str]:
    """Say which names of a question nobody and no place of a record's database bears.

    Raises FormatFault when the file is none.
    """
    asked = (("person", question.person, "nobody"), ("place", question.place, "no place"))
    with closing(open_store(path)) as connection:
        for kind, name, none in asked:
            if name is None:
                continue
            borne: dict[str, list[str]] = {}
            rows = connection.execute(
                "SELECT entity, folded FROM spellings WHERE kind = ? ORDER BY rowid", (kind,)
            )
            for entity, folded in rows:
                borne.setdefault(entity, []).append(folded)
            said = _unknown(name, borne, none)
            if said is not None:
                yield said


def _unknown(name: str, borne: Mapping[str, Iterable[str]], none: str) -> str | None:
    wanted = fold(name)
    bearers: dict[str, str] = {}
    for entity, spellings in borne.items():
        for spelling in spellings:
            if all(word in spelling for word in wanted.split()):
                return None
            for part in (spelling, *spelling.split()):
                bearers.setdefault(part, entity)
    near = process.extract(
        wanted, list(bearers), scorer=fuzz.ratio, limit=_PROPOSED, score_cutoff=_LEAST_LIKE
    )
    ids = dict.fromkeys(bearers[part] for part, _, _ in near)
    perhaps = f" Perhaps: {', '.join(ids)}" if ids else ""
    return f"The record knows {none} called “{name}”.{perhaps}"
