"""Who held which post on a day: surely, possibly, or nobody known."""

import pytest

from sijill.citation import Citation
from sijill.dates import parse_edtf
from sijill.record.items import Occupancy, Record, RecordEntity
from sijill.record.posts_on_day import posts_on
from sijill.register.entries import Register, RegisterEntry, Term


def cite(words="the minister"):
    return Citation("s", 0, len(words), words)


def entry(name, *terms, country="KZ"):
    return RegisterEntry(name, "person", country, {"en": (name.title(),)}, terms=terms)


def term(post, since, until, body="KZ"):
    return Term(post, body, since, until, f"https://{since}.example")


def asked(day, *people, entries=()):
    record = Record("t", ("KZ", "JP"), ("en",), (), people, (), (), ())
    return posts_on(record, Register({e.id: e for e in entries}), parse_edtf(day))


def held(day, *people, entries=()):
    found = asked(day, *people, entries=entries)
    return [(h.person, h.post, h.certainty) for h in found.holders]


def told(name, *posts, country="KZ"):
    occupancies = tuple(
        Occupancy(post, country, "current", time, (cite(),)) for post, time in posts
    )
    return RecordEntity(name, "person", {"en": name.title()}, country, posts=occupancies)


MINISTER = entry("tokayev", term("foreign_minister", "2002-01-29", "2007-01-11"))


def test_a_term_of_the_register_tells_the_holder_of_a_day():
    found = asked("2004-08-28", entries=[MINISTER])
    [holder] = found.holders
    assert (holder.person, holder.post, holder.certainty) == ("tokayev", "foreign_minister", "sure")
    assert holder.references == ("https://2002-01-29.example",)
    assert holder.name == "Tokayev"
    assert held("2007-01-11", entries=[MINISTER]) != []
    assert held("2007-01-12", entries=[MINISTER]) == []


def test_nobody_known_is_said():
    assert asked("2010-01-01", entries=[MINISTER]).unknown == (("foreign_minister", "KZ"),)
    assert asked("2004-01-01", entries=[MINISTER]).unknown == ()


@pytest.mark.parametrize(
    ("day", "certainty"),
    [("2007-01-05", "possible"), ("2006-12-31", "sure"), ("2002", "possible"), ("2003", "sure")],
)
def test_a_bound_told_less_finely_makes_a_holder_possible(day, certainty):
    vague = entry("akhmetov", term("head_of_government", "2002-06-13", "2007-01"))
    assert held(day, entries=[vague]) == [("akhmetov", "head_of_government", certainty)]


def test_a_partial_date_gives_everybody_who_may_have_held_the_post():
    before = entry("a", term("head_of_government", "2003", "2007-01-09"))
    after = entry("b", term("head_of_government", "2007-01-10", "2012"))
    assert held("2007", entries=[before, after]) == [
        ("a", "head_of_government", "possible"), ("b", "head_of_government", "possible")]  # fmt: skip


def test_two_who_are_told_on_one_day_are_both_possible():
    before = entry("a", term("head_of_state", "1990-04-24", "2019-03-20"))
    after = entry("b", term("head_of_state", "2019-03-20", None))
    assert held("2019-03-20", entries=[before, after]) == [
        ("a", "head_of_state", "possible"), ("b", "head_of_state", "possible")]  # fmt: skip
    assert held("2019-03-21", entries=[before, after]) == [("b", "head_of_state", "sure")]


def test_a_day_that_a_source_tells_is_sure_and_a_month_is_not():
    person = told("kawaguchi", ("foreign_minister", "2004-08"), country="JP")
    assert held("2004-08-28", person) == [("kawaguchi", "foreign_minister", "possible")]
    on_day = told("kawaguchi", ("foreign_minister", "2004-08-28"), country="JP")
    assert held("2004-08-28", on_day) == [("kawaguchi", "foreign_minister", "sure")]
    assert held("2004-08-29", on_day) == []


def test_a_day_between_two_that_are_told_is_possible():
    person = told("x", ("ambassador", "2017-01-26"), ("ambassador", "2025-12-25"))
    [holder] = asked("2020-01-01", person).holders
    assert (holder.certainty, holder.time) == ("possible", "2017-01-26/2025-12-25")


def test_words_of_sources_stand_beside_the_term():
    person = RecordEntity(
        "t", "person", {"en": "Tokayev"}, "KZ", "tokayev",
        posts=(Occupancy("foreign_minister", "KZ", "current", "2004-08", (cite(),)),),
    )  # fmt: skip
    [holder] = asked("2004-08-28", person, entries=[MINISTER]).holders
    assert holder.person == "t"
    assert holder.certainty == "sure"
    assert holder.citations == (cite(),)
    assert holder.references


def test_a_post_without_any_time_says_nothing_about_a_day():
    undated = entry("x", term("member_of_parliament", None, None))
    assert held("2004-08-28", told("y", ("expert", None)), entries=[undated]) == []


def test_states_of_others_are_left_to_those_the_record_knows():
    other = entry("rahmon", term("head_of_state", "1992-11-19", None, body="TJ"), country="TJ")
    assert held("2004-08-28", entries=[other]) == []
    known = RecordEntity("r", "person", {"en": "Rahmon"}, "TJ", "rahmon")
    assert held("2004-08-28", known, entries=[other]) == [("r", "head_of_state", "sure")]


def test_those_of_the_first_state_come_first_and_by_precedence():
    entries = [
        entry("premier", term("head_of_government", "2000", None, "JP"), country="JP"),
        entry("minister", term("foreign_minister", "2000", None)),
        entry("president", term("head_of_state", "2000", None)),
    ]
    assert [p for p, *_ in held("2004-08-28", entries=entries)] == [
        "president", "minister", "premier"]  # fmt: skip


def test_a_post_that_a_person_decided_stands_on_its_line_in_the_ledger():
    decided = Occupancy("foreign_minister", "KZ", "current", "2002/2007", line=9)
    person = RecordEntity("tokayev", "person", {"en": "Tokayev"}, "KZ", posts=(decided,))
    [holder] = asked("2004-08-28", person).holders
    assert (holder.certainty, holder.citations, holder.references) == ("sure", (), ())
    assert holder.line == 9
