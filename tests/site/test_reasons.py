"""Why a decision changes nothing, in the reader's language."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import sijill
from sijill.languages import LANGUAGES
from sijill.site.reasons import reason_in_languages
from sijill.tables import open_table

#: What raises the reasons for which a decision of the ledger is not applied.
RAISING = (
    "record/regrouping.py",
    "record/replay.py",
    "record/entity_decisions.py",
    "record/finding.py",
    "record/correctable.py",
    "identity/sides.py",
)


def text_of(node: ast.expr) -> str | None:
    """Give the English of a message, with X for what differs; None for another fault's own."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(v.value) if isinstance(v, ast.Constant) else "X" for v in node.values)
    return None


def messages() -> list[str]:
    root = Path(sijill.__file__).parent
    calls = [
        node
        for name in RAISING
        for node in ast.walk(ast.parse((root / name).read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UsageError"
    ]
    return [text for call in calls if (text := text_of(call.args[0])) is not None]


def test_every_reason_has_words_in_every_language() -> None:
    found = messages()
    assert len(found) > 25
    for message in found:
        assert set(reason_in_languages(message)) == set(LANGUAGES), message


def test_what_differs_is_put_in_its_place() -> None:
    told = reason_in_languages("its source 5eedc6935018 is not here")
    assert told["ar"] == "مصدرها 5eedc6935018 غير موجود هنا"
    assert told["en"] == "its source 5eedc6935018 is not here"
    told = reason_in_languages("“2027-13” is not a date Sijill can read")
    assert told["ru"] == "«2027-13» — не дата, которую читает Sijill"
    gone = "“talks-1” is not in the record any more, and its words are now those of 2 items: a, b"
    assert reason_in_languages(gone)["ja"].endswith("：a, b")


def test_a_reason_of_no_row_stays_as_it_is_kept() -> None:
    assert reason_in_languages("") == {}
    assert reason_in_languages("something of another program") == {
        "en": "something of another program"
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_the_same_reasons_and_name_nothing_else(language: str) -> None:
    rows = open_table(f"{language}/decision_reasons.tsv", ("reason", "text"))
    first = open_table("en/decision_reasons.tsv", ("reason", "text"))
    assert [r["reason"] for r in rows] == [r["reason"] for r in first]
    for row in rows:
        places = re.findall(r"\{(\w+)\}", row["text"])
        assert set(places) <= set(re.findall(r"\{(\w+)\}", row["reason"])), row["reason"]
