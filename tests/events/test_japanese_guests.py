"""Who is on a visit, told beside a name in Japanese news, and what is done in its course."""

import pytest
from told import found_in

GUEST = "⟦person#e1!head_of_government@LS:モレフェ⟧首相"
HOST = "⟦person#e2!head_of_state@PY:ゴンサレス⟧大統領"
OF, HERE = "⟦place#s1@LS:レソト⟧", "⟦place#s2@PY:パラグアイ⟧"
DAY = "⟦date=2025-02-08:8日⟧"
#: What was put to paper there, behind a comma.
PAPER = "農業での協力を盛り込んだ共同声明を発表した。"


def told(marked):
    """Give types, statuses, days and people of what a Japanese sentence tells."""
    return [(e.type, e.status.value, e.date, set(e.participants)) for e in found_in(marked, "ja")]


def visit_of(marked):
    """Give status, place and people of the visit that a sentence tells."""
    return [
        (e.status.value, e.place, e.participants)
        for e in found_in(marked, "ja")
        if e.type == "visit"
    ]


@pytest.mark.parametrize(
    "words",
    [
        f"{HERE}を公式訪問中の{OF}の{GUEST}は",
        f"{HERE}を公式訪問している{OF}の{GUEST}は",
        f"{HERE}を訪れている{OF}の{GUEST}は",
        f"{HERE}を訪問していた{OF}の{GUEST}は",
    ],
)
def test_a_guest_is_told_by_state_and_name_behind_the_visit(words):
    assert visit_of(f"{words}{DAY}、{HOST}と会談し、{PAPER}") == [("held", "s2", ("e1",))]


def test_the_guest_of_a_host_is_who_came_as_a_state_guest():
    events = f"{HOST}は{DAY}、国賓として来韓中の{OF}の{GUEST}と会談した。"
    assert [people for _, _, people in visit_of(events)] == [("e1",)]


def test_talks_in_the_course_of_a_visit_keep_their_day():
    sentence = f"{HERE}を公式訪問中の{OF}の{GUEST}は{DAY}、{HOST}と会談し、{PAPER}"
    assert ("talks", "held", "2025-02-08", {"e1", "e2"}) in told(sentence)


@pytest.mark.parametrize(
    "end",
    [
        f"{GUEST}は{HOST}と協議し、部会を設置することで合意した。",
        f"{GUEST}は{HOST}と協議し、支援を続けると約束した。",
    ],
)
def test_talks_are_held_whose_end_tells_what_was_agreed_on(end):
    assert ("talks", "held") in {(e.type, e.status.value) for e in found_in(end, "ja")}


def test_talks_that_are_to_be_held_stay_a_plan():
    plan = f"{GUEST}は⟦date=2025-03:来月⟧、{HOST}と会談し、協定に署名する予定だ。"
    assert ("talks", "planned") in {(e.type, e.status.value) for e in found_in(plan, "ja")}


def test_by_when_something_is_done_is_not_when_it_was_agreed_on():
    events = found_in(
        f"{GUEST}は{DAY}、{HOST}と会談した。両氏は⟦date=2025:年内⟧に部会を設けることで合意した。",
        "ja",
    )
    assert [e.date for e in events if e.type == "agreement"] == ["2025-02-08"]


def test_a_march_is_no_summons():
    events = found_in(
        f"{HERE}政府は{DAY}、⟦post#e3@LS:大使⟧を呼び出し、強く抗議した。"
        "反発が伝わった⟦date:2日後⟧、⟦organisation#o1:大使館⟧前では数百人がデモを行った。",
        "ja",
    )
    assert [(e.type, e.date) for e in events] == [("protest", "2025-02-08"), ("protest", None)]


def test_an_envoy_is_summoned_on_a_day_told_inside():
    events = found_in(f"{HOST}は⟦person#e3@LS:モラポ⟧大使を{DAY}、呼び出した。", "ja")
    assert [(e.type, set(e.participants)) for e in events] == [("protest", {"e2", "e3"})]


def test_rice_is_none_of_latin_america():
    assert found_in(f"{GUEST}らの乗る船は{DAY}、南米の港に物を積んで到着した。", "ja") == ()
