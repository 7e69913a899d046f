"""Whatever readers give, a record is made of it that holds, and everything that is made of it."""

from dataclasses import replace

import hand
import pytest
import random_texts
from plain_search import find
from random_texts import RandomTexts, seeds

from sijill.checks.build import build_record
from sijill.errors import UsageError
from sijill.exports.formats import FORMATS
from sijill.exports.material import Material
from sijill.record.deciding import prepared
from sijill.record.decisions import Decision
from sijill.record.verify import verify_record
from sijill.script.check import check_script
from sijill.script.compose import write_script
from sijill.script.pruning import prune
from sijill.serial import dumps
from sijill.site.page_data import page_data
from sijill.store.database import write_store
from sijill.store.rows_file import RowsFile
from sijill.store.search import Question, find_stored
from sijill.workbook import Workbook

#: Readings, in each of which a text may be another one, that a record grows by.
STEPS = 5
POOL = 6
QUESTIONS = (
    Question(),
    Question(words=("visit",)),
    Question(person="tokayev", when="2025"),
    Question(place="Japan", status="held"),
    Question(disputed=True),
)


def record_of(texts, *, world=random_texts.WORLD, workbook=None, decisions=()):
    local = {f"{t.source_id}#{e.id}": e.id for t in texts for e in world}
    return build_record(
        title="Random",
        between=("KZ", "JP"),
        languages=("ar", "en"),
        readings=[t.reading() for t in texts],
        sources=[t.note() for t in texts],
        texts=words_of(texts),
        identities=hand.Known(local, world),
        workbook=workbook,
        decisions=decisions,
    )


def words_of(texts):
    return {t.source_id: t.text for t in texts}


def some_texts(seed):
    made = RandomTexts(seed)
    return [made.text(number) for number in range(made.random.randint(1, POOL))]


@pytest.mark.parametrize("seed", seeds(12))
def test_a_record_holds_and_hangs_on_no_order(seed):
    texts = some_texts(seed)
    record = record_of(texts)
    assert verify_record(record, words_of(texts)) == []
    assert dumps(record_of(texts[::-1])) == dumps(record)


@pytest.mark.parametrize("seed", seeds(12))
def test_a_record_is_kept_and_answers(seed, tmp_path):
    record = record_of(some_texts(seed))
    file = RowsFile(tmp_path / "record.json", is_sealed=True)
    file.write(record)
    assert file.path.read_text("utf-8") == dumps(record)
    write_store(record, tmp_path / "record.sqlite")
    for question in QUESTIONS:
        found, _ = find_stored(tmp_path / "record.sqlite", question)
        assert {item.id for item in found} == {item.id for item in find(record, question)}


@pytest.mark.parametrize("seed", seeds(12))
def test_a_record_is_told_shown_and_handed_on(seed):
    texts = some_texts(seed)
    record = record_of(texts)
    script = write_script(record)
    left = prune(script, check_script(script, record, words_of(texts)).faults).script
    assert check_script(left, record, words_of(texts)).faults == ()
    shown = page_data(record, left, {}, words_of(texts), language="ar")
    assert len(shown["events"]) == len(record.events)
    for form in FORMATS:
        assert form.export(Material(record))


@pytest.mark.parametrize("seed", seeds(8))
@pytest.mark.parametrize("is_narrow", [False, True])
def test_a_record_that_grows_is_the_one_built_at_once(seed, is_narrow):
    made = RandomTexts(seed, is_narrow=is_narrow)
    some, workbook, decisions = made.random, Workbook(), ()
    pool = [made.text(number) for number in range(POOL)]
    for _ in range(STEPS):
        if some.random() < 0.3:
            number = some.randrange(POOL)
            pool[number] = made.text(number)
        texts = sorted(some.sample(pool, some.randint(1, POOL)), key=lambda t: t.source_id)
        world = other_world(some)
        given = {"world": world, "decisions": decisions}
        at_once = record_of(texts, **given)
        grown = record_of(texts, workbook=workbook, **given)
        workbook.turn()
        assert dumps(grown) == dumps(at_once)
        assert verify_record(at_once, words_of(texts)) == []
        if some.random() < 0.5:
            decisions = decided(some, at_once)


def other_world(some):
    """Give the known people, bodies and places with some left out or of another country."""
    return tuple(
        replace(e, country=some.choice([e.country, "JP", None])) if some.random() < 0.05 else e
        for e in random_texts.WORLD
        if some.random() > (0.4 if e.id == "tokyo" else 0.03)
    )


def decided(some, record):
    """Give up to four decisions of a person that the record takes."""
    taken = []
    for number in range(some.randint(0, 4)):
        try:
            one = prepared(None, record, a_decision(some, record))
        except UsageError:
            continue
        taken.append(replace(one, number=number + 1, who="A", at="2026-01-01T00:00:00Z"))
    return tuple(taken)


def a_decision(some, record):
    items = [*record.events, *record.statements, *record.claims]
    if not items or some.random() < 0.3:
        language = some.choice(["ar", "en"])
        return Decision("correct", some.choice(record.entities).id, {f"name.{language}": "X Y"})
    item = some.choice(items)
    others = [some.choice(record.events).id] if record.events else []
    values = {
        "confirm": {},
        "reject": {},
        "correct": {"date": "2025-12-18"},
        "merge": {"with": others},
        "apart": {"with": others},
        "judge": {"verdict": "supported"},
        "translate": {"en": "w"},
        "split": {"sources": [item.citations[0].source_id]},
    }
    action = some.choice(list(values))
    return Decision(action, item.id, values[action])
