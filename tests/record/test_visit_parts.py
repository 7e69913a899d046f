"""Parts of visits that are brought up to date are those worked out from nothing."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hand import WORLD, place

from sijill.citation import Citation
from sijill.documents.document import Status
from sijill.record import visit_parts
from sijill.record.derived import Derived
from sijill.record.items import EventItem, Telling
from sijill.record.visit_parts import VisitParts, Wholes
from sijill.tellings.parties import Parties

PEOPLE = ("tokayev", "mirziyoyev", "japarov", "nazarbayev", "naruhito", "takaichi")
PLACES = (None, "jp", "jp", "tokyo", "tokyo", "imperial-palace-tokyo", "hiroshima", "kz", "hall")
DAYS = [f"2025-0{month}-{day:02}" for month in (3, 4) for day in (*range(1, 9), *range(24, 31))]


def happening(rng: Random, number: int) -> EventItem:
    """A visit, or what may be a part of one, about a few days of spring."""
    words = Citation(f"s{rng.randrange(40):02}", number, number + 5, "words", "", "")
    first = rng.randrange(len(DAYS) - 8)
    day, later = DAYS[first], DAYS[first + rng.randrange(1, 8)]
    dates = [day, f"{day}/{later}", f"{day}/..", f"../{day}", "2025-03", "2021/2025", None]
    kind = rng.choice(("visit", "talks", "audience", "statement_joint", "lecture"))
    date = rng.choice(dates) if kind == "visit" or rng.random() < 0.2 else day
    return EventItem(
        f"e{number:03}",
        kind,
        rng.choice((*[Status.HELD] * 6, Status.PLANNED, Status.CANCELLED)),
        (words,),
        date,
        rng.choice(PLACES),
        tuple(rng.sample(PEOPLE, rng.choice((1, 1, 1, 2)))),
        tellings=(Telling("date", date, (words,)),) if date else (),
    )


def parties(hall_in: str) -> Parties:
    return Parties([*WORLD, place("hall", "KZ" if hall_in == "astana" else "JP", hall_in)])


@pytest.mark.parametrize("seed", range(4))
def test_events_that_come_and_go_leave_the_parts_as_if_worked_out_at_once(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit_parts, "_MOST_MONTHS", 3)
    rng = Random(seed)
    pool = [happening(rng, n) for n in range(150)]
    here = {e.id: e for e in rng.sample(pool, 90)}
    kept, hall, inferred, other = VisitParts(), "tokyo", 0, 0
    before: dict[str, EventItem] = {}
    for _ in range(40):
        changed = set()
        if rng.random() < 0.2:
            hall, changed = ("astana" if hall == "tokyo" else "tokyo"), {"hall"}
        given = sorted(here.values(), key=lambda e: (e.date or "", e.id))
        found = kept.update(given, parties(hall), changed)
        assert [e.id for e in found] == [e.id for e in given]
        assert found == VisitParts().update(given, parties(hall))
        inferred += sum(t.inferred for e in found for t in e.tellings)
        other += sum(before.get(e.id, e) != e for e in found)
        before = {e.id: e for e in found}
        for event_id in rng.sample(sorted(here), rng.choice((0, 1, 1, 3, len(here) // 3))):
            del here[event_id]
        for event in rng.sample(pool, rng.choice((0, 1, 2, 5, 40))):
            here.setdefault(event.id, event)
        for event_id in rng.sample(sorted(here), rng.choice((0, 0, 1, 4))):
            here[event_id] = replace(happening(rng, 500), id=event_id)
    assert inferred > 300
    assert other > 100


def test_only_what_a_visit_may_hold_is_asked_again() -> None:
    words = (Citation("a", 0, 5, "words", "", ""),)
    visit = EventItem("v", "visit", Status.HELD, words, "2025-03-01/2025-03-04", "jp", ("tokayev",))
    talks = EventItem("t", "talks", Status.HELD, words, "2025-03-02", "tokyo", ("tokayev",))
    later = replace(talks, id="later", date="2025-06-02")
    others = replace(talks, id="others", participants=("takaichi",))
    asked: list[str] = []

    class Noted(Wholes):
        def make(self, event, near):
            asked.append(event.id)
            return super().make(event, near)

    derived, rule = Derived(), Noted(Parties(WORLD))
    derived.update(rule, {e.id: e for e in (talks, later, others)})
    asked.clear()
    assert derived.update(rule, {"v": visit}) == {"v": visit, "t": replace(talks, part_of="v")}
    assert sorted(asked) == ["t", "v"]
    assert derived.update(rule, {"v": None}) == {"v": None, "t": talks}
    assert derived.made == {"t": talks, "later": later, "others": others}


@pytest.mark.parametrize(
    ("stay", "day", "completed"),
    [
        ("2025-03-31", "2025-04-01", "2025-03-31/2025-04-01"),
        ("2025-04-01", "2025-03-31", "2025-03-31/2025-04-01"),
        ("2021-01-01/2024-12-30", "2024-12-31", "2021-01-01/2024-12-31"),
        ("2021-01-01/2024-12-31", "2022-03-05", "2021-01-01/2024-12-31"),
        ("2025-03-20", "2025-04-03", "2025-03-20"),
    ],
)
def test_what_is_done_in_another_month_or_in_a_stay_of_years_belongs_to_it(stay, day, completed):
    words = (Citation("a", 0, 5, "words", "", ""),)
    visit = EventItem("v", "visit", Status.HELD, words, stay, "jp", ("tokayev",))
    talks = EventItem("t", "talks", Status.HELD, words, day, "tokyo", ("tokayev",))
    found = {e.id: e for e in VisitParts().update([visit, talks], Parties(WORLD))}
    assert found["v"].date == completed
    assert found["t"].part_of == "v"
