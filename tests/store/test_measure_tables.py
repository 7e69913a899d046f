import sqlite3

from hand import WORLD

from sijill.citation import Citation
from sijill.record.chains import Thread, ThreadLink
from sijill.record.items import Record
from sijill.record.measures import IndexTrend, IndexYear, RelationshipIndex
from sijill.store.database import read_store, write_store

CITED = (Citation("s", 0, 1, "x"),)


def test_index_and_threads_can_be_asked_for_in_sql(tmp_path):
    year = IndexYear(2024, 25.3, 24, 26, 20, None, "first", 0.6, "assumed", True, 0.9, 4)
    trend = IndexTrend((), None, None, None, None, None, "too_few", True)
    index = RelationshipIndex(("KZ", "JP"), 12, (year,), "not_enough", (), trend, (), 500, 1)
    links = (
        ThreadLink("2004-08-28", CITED, event="e1", number=1, numbered="told", stage="held"),
        ThreadLink("2006", CITED, event="e2", stage="held"),
    )
    thread = Thread("format-x", "format", {"en": "X"}, ("x",), links, "summit", 3)
    record = Record(
        "t", ("KZ", "JP"), ("en",), (), WORLD, (), (), (), index=index, threads=(thread,)
    )
    path = tmp_path / "record.sqlite"
    write_store(record, path)
    assert read_store(path) == record
    with sqlite3.connect(path) as connection:
        [told] = connection.execute("SELECT year, value, word, p_grew FROM index_years")
        assert told == (2024, 25.3, "first", None)
        asked = "SELECT l.position, l.event, l.number FROM threads t JOIN thread_links l ON l.thread = t.id ORDER BY l.position"
        assert connection.execute(asked).fetchall() == [(0, "e1", 1), (1, "e2", None)]
    connection.close()
