import contextlib
import sqlite3
from itertools import product

import pytest
from hand import Text, record_of, visit_and_plan
from plain_search import find

from sijill.errors import FormatFault
from sijill.serial import dumps
from sijill.store.database import write_store
from sijill.store.rows_file import RowsFile
from sijill.store.search import Question, find_stored

WORDS = (
    ("مُحاضرة",),
    ("الثقة",),
    ("ثق",),
    ("lecture", "Tokayev"),
    ("訪問",),
    ("訪",),
    ("公式訪問",),
    ("岸田", "訪問"),
    ("会談",),
    ("vis",),
    ("vi",),
    ("v",),
    ("Kazakhstan was",),
    ("2024-08",),
    ("planned",),
    ("токаев",),
    ('"',),
    ("ア・",),
    ("visit*",),
    ("nothing like it",),
)
OTHERS = (
    {"person": "توكاييف"},
    {"person": "tokayev"},
    {"person": "nobody"},
    {"place": "Japan"},
    {"place": "طوكيو"},
    {"when": "2024"},
    {"when": "2025-12-19"},
    {"when": "1991"},
    {"kinds": ("visit", "statement")},
    {"kinds": ("claim",)},
    {"status": "postponed"},
    {"disputed": True},
    {"person": "tokayev", "kinds": ("visit",), "when": "2025-12"},
)


@pytest.fixture(scope="module")
def record():
    text, other = visit_and_plan()
    third = Text("c", "岸田氏はリア・公式訪問を延期した。", "ja", published="2024-08-10")
    third.event("visit", "公式訪問", "kishida", status="postponed", date="2024-08", place="kz")
    third.quotation("リア・公式訪問", "kishida")
    return record_of(text, other, third)


@pytest.fixture(scope="module")
def store(record, tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "record.sqlite"
    write_store(record, path)
    return path


def kinds(store, **asked):
    return [getattr(i, "type", type(i).__name__) for i in find_stored(store, Question(**asked))[0]]


def test_words_are_found_whatever_their_vowel_signs_and_hamza(store):
    assert kinds(store, words=("مُحاضرة",)) == ["lecture"]
    assert kinds(store, words=("اساس",)) == ["lecture", "StatementItem"]


def test_a_label_in_another_language_finds_the_kind(store):
    assert kinds(store, words=("lecture", "Tokayev")) == ["lecture"]


def test_a_place_answers_for_what_lies_in_it(store):
    assert kinds(store, place="Japan", kinds=("visit", "lecture")) == ["visit", "lecture"]


def test_time_and_status_narrow_the_search(store):
    # Planned in one source, put off in a later one.
    assert kinds(store, when="2024", kinds=("visit",)) == ["visit"]
    assert kinds(store, status="postponed") == ["visit"]
    assert kinds(store, when="2025", status="postponed") == []
    assert kinds(store, when="1991") == []


def test_a_person_is_found_by_a_name_in_any_script(store):
    found = kinds(store, person="tokayev")
    assert found == ["visit", "lecture", "StatementItem"]
    assert kinds(store, person="توكاييف") == found


@pytest.mark.parametrize("other", [{}, *OTHERS])
def test_the_database_gives_what_the_record_gives(record, store, other):
    asked = [Question(words=words, **other) for words in ((), *WORDS)]
    found = {question: find(record, question) for question in asked}
    assert {question: find_stored(store, question)[0] for question in asked} == found


def test_the_questions_of_this_file_find_something(record):
    assert sum(bool(find(record, Question(words=words))) for words in WORDS) >= 14
    assert sum(bool(find(record, Question(**other))) for other in OTHERS) >= 9


def test_without_indexes_of_words_the_same_is_found(record, store, tmp_path):
    path = tmp_path / "plain.sqlite"
    path.write_bytes(store.read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE words")
        connection.commit()
    for words, other in product(WORDS, OTHERS[:4]):
        question = Question(words=words, **other)
        assert find_stored(path, question)[0] == find(record, question)


def test_entities_and_sources_of_the_items_come_with_them(record, store):
    items, around = find_stored(store, Question(kinds=("lecture",)))
    assert [source.id for source in around.sources] == ["a"]
    wanted = {*items[0].participants, items[0].place}
    assert {entity.id for entity in around.entities} == wanted & {e.id for e in record.entities}
    assert (around.between, around.languages) == (record.between, record.languages)


def test_a_time_that_is_no_date_and_a_file_that_is_none_are_told(store, tmp_path):
    with pytest.raises(FormatFault):
        find_stored(store, Question(when="last week"))
    path = tmp_path / "record.sqlite"
    path.write_bytes(b"not a database at all, but long enough to be looked at")
    with pytest.raises(FormatFault):
        find_stored(path, Question(words=("visit",)))


def test_a_record_put_together_from_its_rows_has_the_same_bytes(record, tmp_path):
    file = RowsFile(tmp_path / "record.json")
    file.write(record)
    assert file.path.read_text("utf-8") == dumps(record)
