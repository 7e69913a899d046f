"""CSV, the variant for spreadsheets, and Parquet, read by the readers of others."""

import csv
import dataclasses
import io
import json
import sys
import types
import typing

import pyarrow.parquet as pq
import pytest
from hypothesis import example, given
from made_records import EMPTY, RECORD, few, records

from sijill.citation import Citation
from sijill.errors import ToolMissing
from sijill.exports.csv_tables import csv_files
from sijill.exports.material import Material
from sijill.exports.parquet import parquet_files
from sijill.exports.rows import tables_of
from sijill.exports.spreadsheet import guard, sheet_files
from sijill.record.items import Record
from sijill.serial import from_plain

SIGNS = tuple("=+-@＝＋－＠")


def read_csv(data, encoding="utf-8", delimiter=","):
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=""), delimiter=delimiter))


def expected(value):
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@few
@given(records)
@example(EMPTY)
@example(RECORD)
def test_csv_keeps_every_value_exactly(record):
    files = csv_files(Material(record))
    for table in tables_of(record):
        header, *rows = read_csv(files[f"{table.name}.csv"])
        assert header == [column.name for column in table.columns]
        assert rows == [[expected(value) for value in row] for row in table.rows]


def test_arabic_and_japanese_words_come_back_from_csv():
    files = csv_files(Material(RECORD))
    exact = [row[7] for row in read_csv(files["citations.csv"])]
    assert "トカエフ大統領" in exact
    assert "الرئيس" in exact
    assert not files["citations.csv"].startswith(b"\xef\xbb\xbf")


@few
@given(records)
@example(EMPTY)
@example(RECORD)
def test_no_cell_of_a_sheet_is_taken_for_a_formula(record):
    files = sheet_files(Material(record))
    for name, data in files.items():
        assert data.startswith(b"\xef\xbb\xbf")
        # Programs are set to the comma, or to the separator of their country.
        for delimiter in ",;|\t":
            for row in read_csv(data, "utf-8-sig", delimiter):
                for text in row:
                    # Blanks at the start may be cut off.
                    begins = text.lstrip("\t\r\n").startswith(SIGNS)
                    assert not begins or is_number(text), (name, text)
                    # So much is sure where the separator is ours.
                    assert delimiter != "," or not text.startswith(("\t", "\r", "\n")), name


def is_number(text):
    try:
        return text == text.strip() and float(text) <= 180
    except ValueError:
        return False


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("＝1", "'＝1"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t'=1"),
        ("a;=1", "a;'=1"),
        ("a;\tb", "a;'\tb"),
        ("a\r\nb", "a\r\nb"),
        ("Tokyo - Astana = 5000 km", "Tokyo - Astana = 5000 km"),
        ("في طوكيو، 2025-12-18", "في طوكيو، 2025-12-18"),
    ],
)
def test_only_what_begins_like_a_formula_is_guarded(text, safe):
    assert guard(text) == safe


def test_numbers_of_a_sheet_stay_numbers():
    assert guard(-71.5) == "-71.5"
    assert guard(None) == ""


def test_the_overview_has_names_for_ids():
    header, visit, audience = read_csv(sheet_files(Material(RECORD))["overview.csv"], "utf-8-sig")
    row = dict(zip(header, audience, strict=True))
    assert row["participants"] == "توكاييف · ناروهيتو"
    assert row["place"] == "القصر"
    assert row["told by"] == "وكالة 2025-12-19 · b.md 2025-12"
    assert visit[0] == "2025-12-17/2025-12-20"


def test_the_overviews_tell_who_said_what_and_what_came_of_claims():
    files = sheet_files(Material(RECORD))
    header, said = read_csv(files["overview_said.csv"], "utf-8-sig")
    row = dict(zip(header, said, strict=True))
    assert (row["speaker"], row["words"]) == ("ناروهيتو", "皇居で迎えた")
    assert row["occasion"] == "استقبال العاهل (مقابلة ملكية) 2025-12-18"
    header, claim = read_csv(files["overview_claims.csv"], "utf-8-sig")
    row = dict(zip(header, claim, strict=True))
    assert (row["claim"], row["verdict"]) == ("الرئيس", "contradicted")
    assert (row["why"], row["claimed by"]) == ("في السجل حالة أسبق.", "وكالة")
    assert row["counter-examples"] == "زيارة 2025-12-17/2025-12-20"


@few
@given(records)
@example(EMPTY)
@example(RECORD)
def test_parquet_files_hold_the_whole_record(record):
    files = parquet_files(Material(record))
    tables = {
        name.removesuffix(".parquet"): pq.read_table(io.BytesIO(data)).to_pylist()
        for name, data in files.items()
    }
    assert rebuilt(tables) == record


def test_without_pyarrow_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ToolMissing, match="pip install 'sijill\\[parquet\\]'"):
        parquet_files(Material(RECORD))


def rebuilt(tables):
    """Put a record together again from nothing but its tables."""
    return built(Record, tables["record"][0], "", "", tables, None)


def built(kind, row, before, table, tables, key, of=None):
    """Build a dataclass from a row; its lists stand in tables of their own, by key of the item."""
    values = {}
    for f in dataclasses.fields(kind):
        hint = hint_of(kind, f.name)
        name = f"{before}{f.name}"
        inner = typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None
        if inner is Citation:
            field = name if of is None else of[0] if f.name == "citations" else f"{of[0]}.{name}"
            values[f.name] = cited(tables, key, field, None if of is None else of[1])
        elif dataclasses.is_dataclass(inner):
            values[f.name] = listed(inner, name, table, tables, key)
        elif dataclasses.is_dataclass(hint):
            same = f"{name}_"
            # A part of the same name as the whole has a column without the prefix.
            fitted = {f"{same}{f.name}" if c == name else c: v for c, v in row.items()}
            empty = fitted[same + dataclasses.fields(hint)[0].name] is None
            values[f.name] = None if empty else built(hint, fitted, same, table, tables, key)
        else:
            values[f.name] = opened(hint, row[name])
    return kind(**values)


def listed(kind, name, table, tables, key):
    """Build the parts of a list: those of the record, or those of the item with this key."""
    named = any(f.name == "id" for f in dataclasses.fields(kind))
    if not table:
        return tuple(
            built(kind, row, "", name, tables, row["id"] if named else f"{name}/{row['position']}")
            for row in tables[name]
        )
    child = name if name in ("tellings", "aliases", "posts") else f"{table}_{name}"
    rows = [row for row in tables[child] if row["owner"] == key]
    return tuple(
        built(kind, row, "", child, tables, key, of=(name, row["position"])) for row in rows
    )


def hint_of(kind, name):
    hint = typing.get_type_hints(kind)[name]
    options = [a for a in typing.get_args(hint) if a is not type(None)]
    union = typing.get_origin(hint) in (typing.Union, types.UnionType)
    return options[0] if union and len(options) == 1 else hint


def opened(hint, value):
    """Give a cell its value: maps and lists of numbers are JSON."""
    is_json = typing.get_origin(hint) in (tuple, dict) and isinstance(value, str)
    return from_plain(hint, json.loads(value) if is_json else value) if value is not None else None


def cited(tables, item, field, of):
    return tuple(
        Citation(**{k: v for k, v in row.items() if k not in ("item", "field", "part", "position")})
        for row in tables["citations"]
        if (row["item"], row["field"], row["part"]) == (item, field, of)
    )
