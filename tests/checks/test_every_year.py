"""Three readings of "stronger every year": strict, by official figures, and as a loose trend."""

import pytest
from hand import Text, record_of

from sijill.checks import build
from sijill.record.measures import IndexTrend, IndexYear, RelationshipIndex

WORDS = "The dialogue has grown stronger every year for more than {n} years."


def claim(published, years=30):
    text = Text("a", WORDS.format(n=years), published=published)
    return text.claim("every", "has grown stronger every year")


def relations():
    text = Text("r", "The two states established relations on January 26, 1992.")
    return text.event("relations_established", "established relations", "jp kz", date="1992-01-26")


def put_off(date):
    text = Text("p", f"The visit of Kishida to Kazakhstan was put off ({date}).", published=date)
    return text.event("visit", "visit", "kishida", status="postponed", date=date, place="kz")


def year_of(year, word, *, grey=False):
    return IndexYear(year, 10, 9, 11, 10, None if word == "first" else 0.99, word, 0.6,
                     "assumed" if grey else "measured", grey, 1.0, 3)  # fmt: skip


def found_index(words, *, trend="no_trend", grey=False, every="not_enough", fallen=()):
    years = tuple(year_of(1992 + n, word, grey=grey) for n, word in enumerate(words))
    tested = IndexTrend((), 0.9, 0.01, 2.0, 1.0, 3.0, trend, grey)
    return RelationshipIndex(("KZ", "JP"), 40, years, every, fallen, tested, (), 500, 1)


def verdict_of(monkeypatch, index, *texts):
    if index is not None:
        monkeypatch.setattr(build, "relationship_index", lambda *_, **__: index)
    record = record_of(*texts)
    [judged] = [c for c in record.claims if c.citations[0].source_id == "a"]
    return judged.verdict


def test_a_figure_that_fell_contradicts_but_the_length_of_time_holds(monkeypatch):
    verdict = verdict_of(monkeypatch, None, claim("2025-12-25"), relations())
    assert verdict.verdict == "depends"
    assert "-18.6" in verdict.why["en"]
    assert "No index" in verdict.why["en"]


def test_a_figure_of_later_years_says_nothing_about_an_older_claim(monkeypatch):
    verdict = verdict_of(monkeypatch, None, claim("2022-12-25"), relations(), put_off("2024-08-09"))
    assert verdict.verdict == "not_enough"
    assert verdict.counter == ()
    assert verdict.references == ()


def test_a_meeting_put_off_in_those_years_contradicts(monkeypatch):
    verdict = verdict_of(monkeypatch, None, claim("2024-12-25"), relations(), put_off("2024-08-09"))
    assert verdict.verdict == "depends"
    assert len(verdict.counter) == 1


def test_a_year_in_which_the_index_fell_contradicts(monkeypatch):
    index = found_index(["first", *["grew"] * 20, "fell"], every="contradicted", fallen=(2013,))
    verdict = verdict_of(monkeypatch, index, claim("2022-12-25"), relations())
    assert verdict.verdict == "depends"
    assert "fell in 2013" in verdict.why["en"]
    # Too short for the time that is claimed, it is contradicted in every reading.
    alone = verdict_of(monkeypatch, index, claim("2014-12-25", 30), relations())
    assert alone.verdict == "contradicted"


def test_a_fall_before_the_years_of_the_claim_does_not_count(monkeypatch):
    index = found_index(["first", "fell", *["grew"] * 28], every="contradicted", fallen=(1993,))
    verdict = verdict_of(monkeypatch, index, claim("2021-12-25", 10), relations())
    assert verdict.verdict == "not_enough"


def test_every_year_is_supported_only_if_each_grew_since_the_beginning(monkeypatch):
    index = found_index(["first", *["grew"] * 30], every="supported", trend="rising")
    verdict = verdict_of(monkeypatch, index, claim("2022-12-25"), relations())
    assert verdict.verdict == "supported"
    assert "each year" in verdict.why["en"]


@pytest.mark.parametrize(
    ("trend", "grey", "expected", "words"),
    [
        ("rising", False, "depends", "As a loose trend it holds"),
        ("rising", True, "not_enough", "assumed coverage"),
        ("falling", False, "not_enough", "does not hold"),
        ("no_trend", False, "not_enough", "show none"),
    ],
)
def test_the_loose_reading_is_told_apart_from_the_strict_one(
    monkeypatch, trend, grey, expected, words
):
    index = found_index(["first", *["cannot_tell"] * 30], trend=trend, grey=grey)
    verdict = verdict_of(monkeypatch, index, claim("2022-12-25"), relations())
    assert verdict.verdict == expected
    assert words in verdict.why["en"]
    assert "0 of 30 years" in verdict.why["en"]
    assert verdict.why["ar"]
