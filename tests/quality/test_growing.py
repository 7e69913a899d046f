"""A record that grows source by source is, byte for byte, the one that is built at once."""

import random
import sys
from itertools import islice
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from record_sources import sources

from sijill.checks.build import build_record
from sijill.identity.resolver import resolve
from sijill.reading.document import Document
from sijill.reading.pipeline import Reader
from sijill.record.items import SourceNote
from sijill.register.load import load_register
from sijill.serial import dumps
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
    return dumps(identities), dumps(record)


def test_sources_that_come_and_go_leave_the_record_as_if_built_at_once(made, readings):
    rng = random.Random(7)
    workbook = Workbook()
    here = set(rng.sample(range(len(made)), 60))
    for _ in range(8):
        some = [made[n] for n in sorted(here)]
        assert built(some, readings, workbook) == built(some, readings, None)
        gone = set(rng.sample(sorted(here), rng.choice((1, 4))))
        come = set(rng.sample(sorted(set(range(len(made))) - here), rng.choice((1, 5))))
        here = (here - gone) | come


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
