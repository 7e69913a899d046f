"""The index is a part of the record: reckoned from merged events, after people's decisions."""

import json

from hand import Text, record_of

from sijill.languages import LANGUAGES
from sijill.record.decisions import Decision
from sijill.record.items import Record
from sijill.serial import dumps, from_plain

MEETING = "In {year} Endo and Baltagul met Kishida of Japan; then Tokayev and Takaichi held talks."


def text_of(year, source="a"):
    text = Text(f"{source}{year}", MEETING.format(year=year), published=f"{year}-12-30")
    return text.event("talks", "talks", "tokayev takaichi", date=f"{year}-11-05", place="tokyo")


def texts():
    return [text_of(year) for year in range(2012, 2025)]


def test_a_record_of_many_years_has_an_index_that_comes_back():
    record = record_of(*texts())
    assert [row.year for row in record.index.years] == list(range(2012, 2025))
    assert record.index_refused == {}
    assert all(len(row.items) == 1 for row in record.index.years)
    assert from_plain(Record, json.loads(dumps(record))) == record
    assert dumps(record_of(*texts()[::-1])) == dumps(record)


def test_the_years_run_to_the_newest_source():
    later = Text("z", "Nothing happened.", published="2027-01-05")
    years = record_of(*texts(), later).index.years
    assert (years[-1].year, years[-1].contacts, years[-1].word) == (2027, 0, "cannot_tell")


def test_an_event_that_a_person_rejects_counts_no_more():
    before = record_of(*texts())
    wrong = before.events[3].id
    after = record_of(*texts(), decisions=[Decision("reject", wrong, kind="event")])
    assert wrong in {item for row in before.index.years for item in row.items}
    assert wrong not in {item for row in after.index.years for item in row.items}
    assert after.index.years[3].contacts == 0


def test_a_record_without_the_pair_says_why_it_has_no_index():
    record = record_of(Text("a", "Nothing happened.", published="2025-01-05"))
    assert record.index is None
    assert "0 dated events" in record.index_refused["en"]
    assert set(record.index_refused) == set(LANGUAGES)
