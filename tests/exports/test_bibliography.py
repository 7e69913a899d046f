"""CSL-JSON held against the names of its schema; BibLaTeX read by a reader of its own."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from made_records import EMPTY, MATERIAL, RECORD, few, records

from sijill.exports.bibliography import bibtex_files, csl_date, csl_files
from sijill.exports.material import ALONE, Material

CSL = json.loads((Path(__file__).parent / "schemas" / "csl.json").read_text("utf-8"))


def items_of(material):
    return json.loads(csl_files(material)[ALONE])


def is_of(kind, value):
    if kind == "date":
        parts = value.get("date-parts", [])
        return set(value) <= set(CSL["dates"]) and all(
            1 <= len(p) <= 3 and all(isinstance(x, int) for x in p) for p in parts
        )
    if kind == "names":
        return all(set(name) <= set(CSL["names"]) for name in value)
    return isinstance(value, str)


@few
@given(records)
@example(EMPTY)
@example(RECORD)
def test_any_source_is_an_item_that_the_schema_knows(record):
    items = items_of(Material(record))
    assert [item["id"] for item in items] == [note.id for note in record.sources]
    for item in items:
        assert item.pop("type") in CSL["types"]
        for name, value in item.items():
            assert is_of(CSL["variables"][name], value), (name, value)


def test_an_item_has_author_outlet_title_and_days():
    first, second = items_of(MATERIAL)
    assert first["type"] == "article-newspaper"
    assert first["title"] == "استقبال"
    assert first["container-title"] == "وكالة"
    assert first["author"] == [{"literal": "Aliya S."}]
    assert first["issued"] == {"date-parts": [[2025, 12, 19]]}
    assert first["accessed"] == {"date-parts": [[2025, 12, 20]]}
    assert second["issued"] == {"date-parts": [[2025, 12]]}
    assert second["type"] == "document"


def test_a_text_that_was_retold_has_no_address_of_its_own():
    first, _ = items_of(MATERIAL)
    assert "URL" not in first
    assert "retold from: https://example.org/1" in first["note"]
    assert items_of(Material(RECORD))[0]["URL"] == "https://example.org/1"


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2019", {"date-parts": [[2019]]}),
        ("2025-12-17/2025-12-20", {"date-parts": [[2025, 12, 17], [2025, 12, 20]]}),
        ("2004~", {"date-parts": [[2004]], "circa": True}),
        ("199X", {"literal": "199X"}),
        ("2024-21", {"literal": "2024-21"}),
        ("2019-03-20/..", {"literal": "2019-03-20/.."}),
        (None, None),
    ],
)
def test_a_date_is_as_precise_as_it_is_told(edtf, date):
    assert csl_date(edtf) == date


def read_bibtex(text):
    """Read entries as BibTeX does: by counting braces, escaped ones too."""
    entries, at = [], 0
    while (at := text.find("@", at)) >= 0:
        start = text.index("{", at)
        depth, end = 1, start
        while depth:
            end += 1
            depth += {"{": 1, "}": -1}.get(text[end], 0)
        body = text[start + 1 : end]
        key, _, rest = body.partition(",")
        entries.append((text[at + 1 : start], key, dict(fields(rest))))
        at = end + 1
    return entries


def fields(text):
    at = 0
    while match := re.compile(r"\s*(\w+) = \{").match(text, at):
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        yield match[1], text[match.end() : end - 1]
        at = text.index(",", end) + 1
    assert not text[at:].strip()


def test_bibtex_entries_have_their_fields():
    first, second = read_bibtex(bibtex_files(MATERIAL)[ALONE].decode("utf-8"))
    assert first[:2] == ("article", "ar1")
    assert first[2]["title"] == "{استقبال}"
    assert first[2]["date"] == "2025-12-19"
    assert first[2]["urldate"] == "2025-12-20"
    assert first[2]["langid"] == "arabic"
    assert second[0] == "misc"


def test_special_signs_are_written_out():
    note = replace(RECORD.sources[0], headline="}{ 100% & $5_#~^\\")
    material = Material(replace(RECORD, sources=(note,)))
    [(_, _, found)] = read_bibtex(bibtex_files(material)[ALONE].decode("utf-8"))
    assert found["title"] == (
        r"{{\textbraceright}{\textbraceleft} 100\% \& \$5\_\#{\textasciitilde}"
        r"{\textasciicircum}{\textbackslash}}"
    )


@few
@given(records)
@example(EMPTY)
def test_any_bibliography_has_balanced_braces_and_all_sources(record):
    text = bibtex_files(Material(record))[ALONE].decode("utf-8")
    # What is told in a field may hold the sign that begins an entry.
    found = [key for _, key, _ in read_bibtex(text.replace("＠", ""))] if "@" in text else []
    assert [key for key in found if key in ("s0", "s1")] == [note.id for note in record.sources]
