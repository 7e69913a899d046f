"""Documents go in; what was read in each comes out as bytes: here, or by several processes where
there are many.

A reading depends on its document and on what is known, never on who read what before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from pathlib import Path

from sijill.documents.document import Document
from sijill.processes import cores, processes
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register
from sijill.serial import dumps

#: What could not be read: the source's id, the layer, and what happened.
Fault = tuple[str, str, str]
#: The id of a source, the bytes of its reading, and what of it could not be read.
Read = tuple[str, bytes, list[Fault]]

#: A process takes a second to begin, and half a gigabyte: it is to have so many documents at least,
#: and there are no more of them than this.
LEAST, MOST = 24, 4
#: So many documents of one language are given to a process at once.
_BUNDLE = 8


def read_each(
    documents: Sequence[Document], reader: Callable[[], Reader], folder: Path
) -> Iterator[Read]:
    """Read documents, in any order.

    `reader` gives the reader of this process, `folder` is that of the project's own tables, for
    those of others. Raises WorkspaceFault when another process was stopped from outside.
    """
    count = min(cores(), MOST, len(documents) // LEAST)
    if count < 2:
        for document in documents:
            yield _read(reader(), document)
        return
    with processes(
        count,
        doing="reads",
        where=str(folder.parent),
        remedy="It may have run out of memory. Build again: what was read is kept.",
        begin=_open,
        given=(folder,),
    ) as pool:
        bundles = [pool.submit(_read_bundle, bundle) for bundle in _bundles(documents)]
        for bundle in as_completed(bundles):
            yield from bundle.result()


def _bundles(documents: Sequence[Document]) -> Iterator[Sequence[Document]]:
    """Part documents by language: a process loads what it needs for one when it meets it."""
    for language in dict.fromkeys(document.language for document in documents):
        own = [document for document in documents if document.language == language]
        yield from (own[at : at + _BUNDLE] for at in range(0, len(own), _BUNDLE))


def _read(reader: Reader, document: Document) -> Read:
    data = dumps(reader.read(document)).encode("utf-8")
    faults = [*reader.faults]
    reader.faults.clear()
    return document.source_id, data, faults


#: The one reader of a process that only reads.
_own: list[Reader] = []


def _open(folder: Path) -> None:
    _own.append(Reader(load_register(folder), owns_process=True))


def _read_bundle(documents: Sequence[Document]) -> list[Read]:
    return [_read(_own[0], document) for document in documents]
