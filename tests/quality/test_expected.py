"""The whole way from the example's sources to a record, scored against what it must hold."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from expected import claims_report, disputes_report, score  # noqa: E402

from sijill.checks.build import build_record  # noqa: E402
from sijill.documents.document import Document  # noqa: E402
from sijill.identity.resolver import resolve  # noqa: E402
from sijill.reading.pipeline import Reader  # noqa: E402
from sijill.record.items import SourceNote  # noqa: E402
from sijill.record.verify import verify_record  # noqa: E402
from sijill.register.load import load_register  # noqa: E402
from sijill.sources.formats import read_article  # noqa: E402

EXAMPLE = ROOT / "examples" / "strong-partner"
#: Shares that only rise: of the rows of expected.yaml, and of its claims.
FLOOR_ROWS = 0.98
FLOOR_CLAIMS = 1.0


@pytest.fixture(scope="module")
def built():
    register = load_register()
    reader = Reader(register)
    readings, texts, notes = [], {}, []
    for path in sorted((EXAMPLE / "sources").glob("*.md")):
        article = read_article(path.read_bytes(), name=path.name)
        source_id = path.name[:2]
        texts[source_id] = article.text
        readings.append(
            reader.read(
                Document(
                    source_id, article.text, article.language, article.published, article.outlet
                )
            )
        )
        notes.append(
            SourceNote(
                source_id,
                path.name,
                article.headline,
                article.language,
                article.outlet,
                article.published,
                None,
                None,
                len(article.text.split()),
            )
        )
    languages = ("ar", "en")
    record = build_record(
        title="Strong Partner",
        between=("KZ", "JP"),
        languages=languages,
        readings=readings,
        sources=notes,
        texts=texts,
        identities=resolve(readings, register, languages=languages, texts=texts),
    )
    return record, texts


@pytest.fixture(scope="module")
def expected():
    return yaml.safe_load((EXAMPLE / "expected.yaml").read_text("utf-8"))


def test_rows_are_right_up_to_the_floor(built, expected):
    outcome = score(built[0], expected)
    assert outcome.share >= FLOOR_ROWS, [r.id for r in outcome.rows if not r.is_right]


def test_nothing_put_off_or_planned_is_told_as_held(built, expected):
    assert score(built[0], expected).told_as_held == ()


def test_claims_get_the_expected_verdicts_up_to_the_floor(built, expected):
    record, _ = built
    lines = claims_report(record, expected, {s.id: s.name for s in record.sources})
    assert sum(line.startswith("ok") for line in lines) / len(lines) >= FLOOR_CLAIMS, lines


def test_every_citation_of_the_example_holds(built):
    assert verify_record(*built) == []


def test_every_disagreement_is_shown(built, expected):
    record, _ = built
    lines = disputes_report(record, expected, {s.id: s.name for s in record.sources})
    assert len(lines) == 10
    assert [line for line in lines if not line.startswith("ok ")] == []


def test_accounts_differ_only_where_the_texts_say_so(built):
    record, _ = built
    assert [(a.sign.source_id, len(a.versions)) for a in record.accounts] == [
        *(("14", 2), ("15", 3), ("21", 2), ("21", 2))
    ]
    assert {f.measure for f in record.figures if f.told_otherwise} == {"investment", "projects"}


def test_what_really_conflicts_is_disputed_and_what_differs_in_scope_is_not(built):
    record = built[0]
    dated = {
        frozenset(t.value for t in e.tellings if t.field == "date")
        for e in record.events
        if "date" in e.disputed
    }
    assert any({"1996-02", "1997-02"} <= values for values in dated)
    assert any({"2008-06-18/2008-06-22", "2008-06-18/2008-06-23"} <= values for values in dated)
    disputed = {(f.measure, f.value) for f in record.figures if f.disputed}
    assert disputed == {("nuclear_tests", 456), ("nuclear_tests", 468)}


def test_nothing_else_is_contradicted_than_what_the_facts_speak_against(built):
    # 08: the first of the region, as 09; the others are k01, k02, k03, k05 and k07.
    record, _ = built
    found = sorted(
        (c.citations[0].source_id, c.kind.value)
        for c in record.claims
        if c.verdict and c.verdict.verdict == "contradicted"
    )
    assert found == [
        *(("03", "first"), ("08", "first"), ("09", "first"), ("09", "order")),
        *(("24", "first"), ("24", "rare"), ("24", "rare")),
    ]
