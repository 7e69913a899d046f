"""A record that grows source by source is, byte for byte, the one that is built at once."""

import contextlib
import random
import sqlite3
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from record_sources import sources

from sijill.checks.build import build_record
from sijill.digests import sha256_of_file
from sijill.documents.document import Document
from sijill.identity.resolver import resolve
from sijill.reading.pipeline import Reader
from sijill.record.items import SourceNote
from sijill.register.load import load_register
from sijill.serial import dumps
from sijill.store.database import write_store
from sijill.store.database_change import Store
from sijill.store.rows_change import Changes
from sijill.store.rows_file import RowsFile
from sijill.workbook import Workbook

LANGUAGES = ("ar", "en", "ru", "kk", "ja")
REGISTER = load_register()


@pytest.fixture(scope="module")
def made():
    return list(islice(sources(), 90))


@pytest.fixture(scope="module")
def readings(made):
    reader = Reader(REGISTER)
    return {m.id: reader.read(Document(m.id, m.text, m.language, m.published)) for m in made}


def tables_in(path):
    """Give all rows of a database, with ranks in place of the numbers that put them in order."""
    found = {}
    with contextlib.closing(sqlite3.connect(path)) as connection:
        ask = connection.execute
        ask("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        ranks = {}
        for name, columns in (("rows", "field, position"), ("items", "number")):
            numbers = sorted(ask(f"SELECT {columns} FROM {name}"))
            ranks[name] = {number: rank for rank, number in enumerate(numbers)}
        for (name,) in ask("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE%'"):
            if not name.startswith(("words_", "pairs_")):
                found[name] = list(ask(f"SELECT * FROM {name}"))
        item = ranks["items"]
        found["rows"] = [(ranks["rows"][f, p], f, *more) for f, p, *more in found["rows"]]
        found["items"] = [
            (item[n,], f, ranks["rows"][f, p], *more) for n, f, p, *more in found["items"]
        ]
        for name in ("item_people", "item_places"):
            found[name] = [(entity, item[number,]) for entity, number in found[name]]
        ask("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, pairs, 'row')")
        found["pairs"] = list(ask("SELECT term, doc FROM terms"))
    return {name: Counter(rows) for name, rows in found.items()}


def built(made, readings, workbook):
    texts = {m.id: m.text for m in made}
    given = [readings[m.id] for m in made]
    identities = resolve(given, REGISTER, languages=LANGUAGES, texts=texts, workbook=workbook)
    record = build_record(
        title="سجل",
        between=("KZ", "JP"),
        languages=LANGUAGES,
        readings=given,
        sources=[
            SourceNote(m.id, m.name, m.headline, m.language, None, m.published, None, None, 1)
            for m in made
        ],
        texts=texts,
        identities=identities,
        register=REGISTER,
        workbook=workbook,
    )
    if workbook is not None:
        workbook.turn()
    return dumps(identities), record


def test_sources_that_come_and_go_leave_the_record_as_if_built_at_once(made, readings, tmp_path):
    rng = random.Random(7)
    workbook = Workbook()
    here = set(rng.sample(range(len(made)), 60))
    changes = Changes()
    file = RowsFile(tmp_path / "record.json", changes, is_sealed=True)
    store = Store(tmp_path / "record.sqlite", changes)
    in_place = 0
    for _ in range(8):
        some = [made[n] for n in sorted(here)]
        identities, record = built(some, readings, workbook)
        at_once = built(some, readings, None)
        assert (identities, dumps(record)) == (at_once[0], dumps(at_once[1]))
        digest = file.write(record)
        assert file.path.read_text("utf-8") == dumps(record)
        assert digest == sha256_of_file(file.path)
        anew = RowsFile(tmp_path / "anew.json", is_sealed=True)
        anew.write(record)
        assert file.seals(record) == anew.seals(record)
        in_place += store.write(record)
        write_store(record, tmp_path / "whole.sqlite")
        assert tables_in(store.path) == tables_in(tmp_path / "whole.sqlite")
        gone = set(rng.sample(sorted(here), rng.choice((1, 4))))
        come = set(rng.sample(sorted(set(range(len(made))) - here), rng.choice((1, 5))))
        here = (here - gone) | come
    assert in_place >= 5


def test_one_more_source_costs_only_its_own_units(made, readings):
    workbook = Workbook()
    built(made[:-1], readings, workbook)
    texts = {m.id: m.text for m in made}
    given = [readings[m.id] for m in made]
    build_record(
        title="سجل",
        between=("KZ", "JP"),
        languages=LANGUAGES,
        readings=given,
        sources=[],
        texts=texts,
        identities=resolve(given, REGISTER, languages=LANGUAGES, texts=texts, workbook=workbook),
        register=REGISTER,
        workbook=workbook,
    )
    worked_out = workbook.made()
    assert 1 <= worked_out["tellings"] < len(made) / 3
    assert worked_out.get("events", 0) < len(made) / 3
    assert worked_out["entities of sources"] == 1
