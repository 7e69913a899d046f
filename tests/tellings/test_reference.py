import pytest

from sijill.dates import parse_edtf
from sijill.languages import LANGUAGES
from sijill.record.visits import visits
from sijill.record.wording import say
from sijill.tables import open_table
from sijill.tellings.families import family, may_name_one
from sijill.tellings.reference import (
    anchor_dates,
    complete_lists,
    format_members,
    milestones,
    official_falls,
    region_of,
    regions,
)


def test_every_date_of_the_tables_is_a_date():
    for fact in milestones():
        parse_edtf(fact.date)
        assert len(fact.people) == len(fact.roles)
        assert all(a for a in fact.addresses)
    for row in visits():
        for date in (row.monarch_date, row.hog_date):
            assert date is None or parse_edtf(date).is_day
    for date, _ in anchor_dates().values():
        parse_edtf(date)
    for entry in complete_lists():
        parse_edtf(entry.first_date)


@pytest.mark.parametrize(
    ("body", "date", "there"),
    [
        ("asean", "2017-11-13", False),
        # Of a year in which it joined nobody knows whether it was there.
        ("asean", "2025", False),
        ("asean", "2025-10-26/2025-10-28", True),
        ("asean", None, True),
        ("g7", "2025-10-27", False),
    ],
)
def test_a_state_is_a_member_from_the_day_it_joined(body, date, there):
    members = format_members(body, parse_edtf(date) if date else None)
    assert "JP" in members if body == "g7" else "ID" in members
    assert ("TL" in members) is there


def test_a_format_has_no_members_before_the_first_date_and_another_body_has_none():
    assert format_members("asean", parse_edtf("1995-12-14")) == ()
    assert format_members("tokayev", None) == ()
    assert format_members(None, None) == ()


def test_every_source_of_a_turning_point_stands_for_one_state():
    # A verdict finds its turning point again by the source it names.
    sources = [source for _, source in anchor_dates().values()]
    assert len(sources) > 40
    assert len(sources) == len(set(sources))


def test_the_subregions_share_no_state_and_name_nearly_all():
    states = [c for r in regions().values() if r.is_subregion for c in r.countries]
    assert len(states) == len(set(states))
    assert len(states) > 190
    assert region_of("KZ").id == "central_asia"
    assert region_of(None) is None


def test_every_event_type_has_a_family_and_no_other_type_has_one():
    types = {row["id"] for row in open_table("protocol/event_types.tsv", ("id",))}
    rows = {row["type"] for row in open_table("protocol/event_families.tsv", ("type",))}
    assert rows == types
    assert may_name_one("audience", "courtesy_call")
    assert not may_name_one("visit", "talks")
    assert family("no_such_type").families == {"no_such_type"}


def test_the_sentences_of_verdicts_exist_in_all_languages_with_the_same_blanks():
    import re

    tables = {
        lang: {
            r["id"]: r["pattern"]
            for r in open_table(f"{lang}/verdict_words.tsv", ("id", "pattern"))
        }
        for lang in LANGUAGES
    }
    for key, pattern in tables["en"].items():
        blanks = set(re.findall(r"{\w+}", pattern))
        for lang in LANGUAGES:
            assert set(re.findall(r"{\w+}", tables[lang][key])) == blanks, (lang, key)
    assert say("opinion", "fr") == say("opinion", "en")


def test_falls_of_an_official_series_are_found_for_the_pair_in_any_order():
    assert official_falls(("KZ", "JP")) == official_falls(("JP", "KZ"))
    assert [change for _, change, _ in official_falls(("KZ", "JP"))] == ["-18.6", "-1.9"]
    assert official_falls(("KZ", "FR")) == []
