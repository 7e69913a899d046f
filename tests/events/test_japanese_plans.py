"""What Japanese tells to have been planned, and never done or not yet."""

import pytest
from told import found_in

MAN = "⟦person#e1!head_of_government@LS:モレフェ⟧首相"
HERE, THERE = "⟦place#p1:マセル⟧", "⟦place#p2@GM:ガンビア⟧"
DAY = "⟦date=2025-02-10:10日⟧"


def told(marked):
    """Give types and statuses of what a Japanese sentence tells."""
    return [(e.type, e.status.value) for e in found_in(marked, "ja")]


@pytest.mark.parametrize(
    ("marked", "events"),
    [
        (
            f"{MAN}は{DAY}、{THERE}に滞在し、大学で講演するはずだった。",
            [("visit", "planned"), ("lecture", "planned")],
        ),
        (
            f"{MAN}は{DAY}、{THERE}に滞在し、大学で講演する予定だった。",
            [("visit", "planned"), ("lecture", "planned")],
        ),
        (
            "後任には、⟦person#e2:杉本⟧総領事が着任することとなっています。",
            [("appointment", "planned")],
        ),
        (f"{MAN}は当初、{THERE}も訪れる予定だったが、取りやめた。", [("visit", "cancelled")]),
        (
            f"{MAN}は⟦post#e3:大使⟧を協議のため本国に召還すると発表した。",
            [("ambassador_recalled", "planned")],
        ),
    ],
)
def test_plans_stay_plans(marked, events):
    assert told(marked) == events


def test_an_hour_of_talks_is_no_hour_of_the_day():
    events = found_in(f"{MAN}は{DAY}、⟦person#e2:サニャン⟧外相と1時間余り会談した。", "ja")
    assert [e.details for e in events] == [{"minutes": 60}]
