"""Formats, projects and careers as chains, each link with what it stands on."""

import pytest
from hand import body, person, place

from sijill.citation import Citation
from sijill.documents.document import ClaimKind, Status
from sijill.record.career_threads import seen_in_post
from sijill.record.chains import ThreadLink
from sijill.record.chronology import in_order
from sijill.record.items import ClaimItem, EventItem, Occupancy, Record, RecordEntity, SourceNote
from sijill.record.threads import threads_of
from sijill.register.entries import Register, RegisterEntry, Term
from sijill.tellings.parties import Parties

STATES = [place(c, c.upper()) for c in ("kz", "jp", "kg", "tj", "tm", "uz", "de", "fr")]
ENTITIES = (
    *STATES,
    place("astana", "KZ", "kz", en="Astana"),
    place("karaganda", "KZ", "kz", en="Karaganda"),
    body("central-asia-plus-japan", en="Central Asia plus Japan"),
    body("komatsu", "JP", en="Komatsu"),
    body("mitsui", "JP", en="Mitsui"),
    body("samruk", "KZ", en="Samruk"),
    body("energy-ministry", "KZ", en="Ministry of Energy"),
    body("league", "JP", en="Friendship League"),
    person("president", "KZ", ("head_of_state", "2025"), en="President"),
)
ASIA = ("kz", "kg", "tj", "tm", "uz")


def cite(words, source="s"):
    return Citation(source, 0, len(words), words)


def event(name, kind, date, people, words="They met.", status="held", where=None, **details):
    return EventItem(
        name, kind, Status(status), (cite(words),), date, where, tuple(people), details
    )


def threads(*events, claims=(), entities=ENTITIES, register=None, kind=None):
    note = SourceNote("s", "s", "", "en", None, None, None, None, 1)
    told = in_order(events)
    record = Record("t", ("KZ", "JP"), ("en", "ar"), (note,), entities, told, (), tuple(claims))
    found = threads_of(record, Parties(entities, register))
    return [t for t in found if kind is None or t.kind == kind]


def dialogue(date, words="They met.", people=ASIA, **more):
    return event(f"d-{date}", "ministerial_dialogue", date, people, words, **more)


def test_meetings_of_a_format_stand_in_their_order_with_their_numbers():
    [thread] = threads(
        dialogue("2019-05-18", "The seventh was held in Dushanbe."),
        dialogue("2006-06-05", people=("central-asia-plus-japan", "kz")),
        dialogue("2004-08-28", "The first meeting of the dialogue."),
        dialogue("2010-08"),
        kind="format",
    )
    assert thread.about == ("central-asia-plus-japan",)
    assert [link.date for link in thread.links] == [
        "2004-08-28", "2006-06-05", "2010-08", "2019-05-18"]  # fmt: skip
    assert [(link.number, link.numbered) for link in thread.links] == [
        (1, "told"), (None, ""), (None, ""), (7, "told")]  # fmt: skip
    assert thread.missing == 3
    assert thread.title["en"] == "Central Asia plus Japan (foreign ministers' meeting)"


def test_what_fits_between_two_numbers_in_one_way_is_counted():
    [thread] = threads(
        dialogue("2004", "The first meeting."),
        dialogue("2006"),
        dialogue("2010"),
        dialogue("2012", "The fourth meeting."),
        kind="format",
    )
    assert [(link.number, link.numbered) for link in thread.links] == [
        (1, "told"), (2, "counted"), (3, "counted"), (4, "told")]  # fmt: skip
    assert thread.missing == 0


def test_numbers_that_run_backwards_count_nothing():
    [thread] = threads(
        dialogue("2004", "The fifth meeting."),
        dialogue("2006"),
        dialogue("2010", "The second meeting."),
        kind="format",
    )
    assert [link.numbered for link in thread.links] == ["told", "", "told"]


def test_a_meeting_put_off_takes_no_number_from_the_one_that_was_held():
    [thread] = threads(
        event("a", "summit", "2024-08", ASIA, "The first summit was put off.", "postponed"),
        event("b", "summit", "2025-12-20", (*ASIA, "jp"), "The first summit was held."),
        event("c", "summit", None, (*ASIA, "jp"), "The next summit.", "planned"),
        kind="format",
    )
    assert [(link.number, link.stage) for link in thread.links] == [
        (1, "postponed"), (1, "held"), (None, "planned")]  # fmt: skip


def test_a_claim_about_a_meeting_tells_its_number():
    told = ClaimItem(
        "c", ClaimKind.FIRST, "en", "the first meeting of a new forum", (cite("x"),),
        about="d-2004",
    )  # fmt: skip
    [thread] = threads(dialogue("2004"), dialogue("2006"), claims=[told], kind="format")
    assert thread.links[0].number == 1


def test_ministers_and_leaders_meet_in_two_threads_and_other_states_in_another():
    found = threads(
        dialogue("2004"),
        dialogue("2006"),
        event("a", "summit", "2025-12-19", ASIA),
        event("b", "summit", "2027", ASIA, status="planned"),
        event("c", "summit", "2010", ("de", "fr", "kz")),
        event("d", "summit", "2012", ("kz", "fr", "de")),
        kind="format",
    )
    assert [t.id for t in found] == [
        "format-central-asia-plus-japan-ministerial_dialogue",
        "format-central-asia-plus-japan-summit",
        "format-de-fr-kz-summit",
    ]


def test_a_body_is_a_format_only_where_its_meetings_are_numbered():
    people = ("president", "league")
    assert threads(
        event("a", "talks", "2024", people), event("b", "talks", "2025", people), kind="format"
    ) == []  # fmt: skip
    [thread] = threads(
        event("a", "talks", "2024", people, "The third session of the league."),
        event("b", "talks", "2025", people),
        kind="format",
    )
    assert thread.about == ("league",)
    assert thread.missing == 2


def test_a_project_runs_from_plan_to_opening():
    [thread] = threads(
        event("c", "project", "2025-10", ("komatsu", "mitsui"), where="astana"),
        event("a", "project", "2023", ("komatsu",), status="planned", where="kz"),
        event("b", "signing", "2024-05", ("komatsu", "mitsui"), where="jp"),
        event("m", "business_meeting", "2023-12", ("president", "mitsui"), where="jp"),
        kind="project",
    )
    assert [(link.event, link.stage) for link in thread.links] == [
        ("a", "planned"), ("m", "talks"), ("b", "agreed"), ("c", "held")]  # fmt: skip
    assert thread.about == ("komatsu", "mitsui", "astana")


@pytest.mark.parametrize(
    "other",
    [
        event("b", "project", "2024", ("komatsu",), where="karaganda"),
        event("b", "project", "2024", ("samruk",), where="astana"),
        event("b", "project", "2024", ("komatsu",), where="astana", amount="9 bn"),
        event("b", "business_meeting", "2024", ("samruk",)),
    ],
)
def test_another_place_firm_or_amount_is_another_project(other):
    first = event("a", "project", "2023", ("komatsu",), where="astana", amount="2 bn")
    assert threads(first, other, kind="project") == []


def test_papers_of_a_ministry_are_no_project():
    papers = [event(n, "signing", "2024", ("energy-ministry", "kz")) for n in "ab"]
    assert threads(*papers, kind="project") == []


TERMS = (
    Term("foreign_minister", "KZ", "2002-01-29", "2007-01-11", "https://a.example"),
    Term("head_of_state", "KZ", "2019-03-20", None, "https://b.example"),
)
REGISTER = Register({"tokayev": RegisterEntry("tokayev", "person", "KZ", {}, terms=TERMS)})


def tokayev(*posts):
    return RecordEntity("tokayev", "person", {"en": "Tokayev"}, "KZ", "tokayev", posts=posts)


def test_a_career_joins_what_sources_and_register_tell():
    told = [
        Occupancy("head_of_state", "KZ", "current", "2025-12", (cite("the President"),)),
        Occupancy("head_of_state", "KZ", "current", "2024-08-09", (cite("President"),)),
        Occupancy("ambassador", "KZ", "current", "1998", (cite("ambassador"),)),
        Occupancy("ambassador", "KZ", "current", "1996-05", (cite("an ambassador"),)),
        Occupancy("expert", None, "former", None, (cite("once a scholar"),)),
    ]
    [thread] = threads(entities=(tokayev(*told),), register=REGISTER)
    assert [(link.post, link.date, link.stage) for link in thread.links] == [
        ("ambassador", "1996-05/1998", "seen"),
        ("foreign_minister", "2002-01-29/2007-01-11", "term"),
        ("head_of_state", "2019-03-20/..", "term"),
        ("expert", None, "seen"),
    ]
    assert [len(link.citations) for link in thread.links] == [1, 0, 1, 1]
    assert thread.links[1].references == ("https://a.example",)


def test_a_time_that_a_person_decided_names_its_line_in_the_ledger():
    told = (
        Occupancy("ambassador", "JP", "former", "1998", (cite("interview"),)),
        Occupancy("expert", "JP", "current", "2021/2024", line=26),
    )
    [thread] = threads(entities=(tokayev(*told),))
    assert [(link.date, link.references, link.line) for link in thread.links] == [
        ("1998", (), None),
        ("2021/2024", (), 26),
    ]


def test_one_post_is_no_career():
    one = tokayev(Occupancy("expert", None, "current", "2025", (cite("scholar"),)))
    assert threads(entities=(one,)) == []


def test_a_link_stands_on_words_an_address_or_a_decision():
    with pytest.raises(ValueError, match="stands on nothing"):
        ThreadLink("2020", ())
    assert ThreadLink("2020", (), line=1).line == 1


def test_a_post_seen_on_days_of_the_moon_has_a_time_that_is_edtf():
    moon = "[2025-03-01,2025-03-02,2025-03-03]"
    assert seen_in_post([moon, "2026-05"]) == "2025-03-01/2026-05"
    assert seen_in_post(["2024", moon]) == "2024/2025-03-03"
