"""The relationship index: closed forms, invariances, and how often its band holds the truth."""

import dataclasses
import math
import time

import numpy as np
import pytest
from hand import body, person, place

from sijill.checks import index_simulation
from sijill.checks.index import Refused, bounded_update, relationship_index
from sijill.checks.index_contacts import Contact, Scale, contacts_of
from sijill.checks.index_coverage import (
    Coverage,
    assumed,
    chapman,
    coverage_by_year,
    side_by_source,
)
from sijill.checks.index_parameters import load_parameters
from sijill.checks.index_simulation import draw, points, recorded_stocks
from sijill.checks.index_trend import correlation, mann_kendall, theil_sen
from sijill.citation import Citation
from sijill.documents.document import Status
from sijill.record.items import EventItem, SourceNote, Voice
from sijill.tellings.parties import Parties

PAIR = ("KZ", "JP")
PARAMETERS = load_parameters()
DIALOGUE = [d.id for d in PARAMETERS.dimensions].index("dialogue")
AGREEMENTS = [d.id for d in PARAMETERS.dimensions].index("agreements")
ECONOMY = [d.id for d in PARAMETERS.dimensions].index("economy")

WORLD = Parties(
    (
        place("jp", "JP", en="Japan"),
        place("kz", "KZ", en="Kazakhstan"),
        place("uz", "UZ", en="Uzbekistan"),
        place("tokyo", "JP", "jp", en="Tokyo"),
        place("astana", "KZ", "kz", en="Astana"),
        person("president", "KZ", ("head_of_state", None)),
        person("premier", "JP", ("head_of_government", None)),
        person("uzbek", "UZ", ("head_of_state", None)),
        person("minister-kz", "KZ", ("foreign_minister", None)),
        person("minister-jp", "JP", ("foreign_minister", None)),
        person("chief-kz", "KZ", ("chief_executive", None)),
        body("komatsu", "JP", en="Komatsu"),
        body("samruk", "KZ", en="Samruk-Energo"),
        body("ministry-kz", "KZ", en="Ministry of Industry"),
    )
)


def event(
    name, kind, date, *people, status="held", where=None, part_of=None, sources="s", **details
):
    cited = tuple(Citation(s, 0, 1, "x") for s in sources)
    return EventItem(
        name, kind, Status(status), cited, date, where, people, details, part_of=part_of
    )


def note(source_id, url=None, language="en"):
    return SourceNote(source_id, source_id, "", language, None, None, url, None, 1)


def index(events, sources=(), **more):
    return relationship_index(events, WORLD, PAIR, sources, ("en",), **more)


def contacts(*events, **more):
    return contacts_of(events, WORLD, PAIR, PARAMETERS, **more)


def meetings(years, per_year=1):
    return [
        event(f"m{year}-{n}", "ministerial_dialogue", f"{year}-{n % 12 + 1:02}-10",
              "minister-kz", "minister-jp")
        for year in years
        for n in range(per_year)
    ]  # fmt: skip


# ---- what an event adds


def test_a_meeting_adds_its_score_times_the_rank_of_both_sides():
    [one] = contacts(event("a", "talks", "2020-07-01", "president", "premier"))
    assert one.values[DIALOGUE] == pytest.approx(0.4 * math.sqrt(1.0 * 0.9))
    assert one.is_leaders
    [lesser] = contacts(event("a", "talks", "2020", "minister-kz", "minister-jp"))
    assert lesser.values[DIALOGUE] == pytest.approx(0.4 * 0.55)
    assert not lesser.is_leaders


def test_the_format_of_a_visit_counts_and_its_host_is_of_the_guests_rank():
    [one] = contacts(
        event("v", "visit", "2020", "president", where="tokyo", visit_format="working")
    )
    assert one.values[DIALOGUE] == pytest.approx(0.4 * 1.0 * 0.6)


def test_a_visit_counts_its_largest_contact_and_a_quarter_of_the_rest():
    [one] = contacts(
        event("v", "visit", "2020-05-01/2020-05-03", "president", where="tokyo",
              visit_format="working"),
        event("t", "talks", "2020-05-02", "president", "premier", part_of="v"),
        event("d", "banquet", "2020-05-02", "president", "premier", part_of="v"),
        event("p", "signing", "2020-05-02", "president", "premier", part_of="v", documents=14),
    )  # fmt: skip
    talks, visit = 0.4 * math.sqrt(0.9), 0.4 * 0.6
    assert one.values[DIALOGUE] == pytest.approx(talks + 0.25 * visit)
    assert one.values[AGREEMENTS] == pytest.approx(0.35 * math.sqrt(0.9) * math.log2(15))
    assert one.id == "v"


def test_papers_of_firms_are_no_papers_of_states():
    [firms] = contacts(event("a", "signing", "2020-05-02", "komatsu", "samruk", documents=3))
    assert firms.values[ECONOMY] == pytest.approx(0.25 * 0.3 * 2)
    assert firms.values[AGREEMENTS] == 0
    [state] = contacts(event("b", "signing", "2020-05-02", "komatsu", "ministry-kz", documents=3))
    assert state.values[ECONOMY] == 0
    assert state.values[AGREEMENTS] == pytest.approx(0.35 * 0.3 * 2)


def test_two_signings_of_one_day_count_by_the_logarithm():
    papers = [
        event(f"s{n}", "signing", "2020-05-02", "minister-kz", "minister-jp") for n in range(3)
    ]
    [one] = contacts(*papers)
    assert one.values[AGREEMENTS] == pytest.approx(0.35 * 0.55 * 2)


def test_only_what_both_states_took_part_in_counts():
    assert contacts(event("a", "talks", "2020", "president", "uzbek", where="tokyo")) == ()
    assert contacts(event("b", "talks", "2020", "premier", "uzbek")) == ()
    assert contacts(event("c", "visit", "2020", "president", where="uz")) == ()
    assert contacts(event("d", "talks", None, "president", "premier")) == ()
    assert contacts(event("e", "talks", "199X", "president", "premier")) == ()


def test_a_plan_adds_nothing_and_what_was_put_off_takes_a_little_once():
    assert contacts(event("a", "visit", "2020", "premier", where="kz", status="planned")) == ()
    [off] = contacts(
        event("a", "visit", "2024-08-09", "premier", where="kz", status="postponed"),
        event("b", "summit", "2024-08", "premier", "kz", status="postponed"),
    )
    assert off.values[DIALOGUE] == pytest.approx(-0.1 * 0.9)
    assert not off.was_held


def test_a_meeting_of_a_format_is_one_of_all_its_members():
    states = ("kz", "uz", "minister-jp")
    world = Parties(
        (
            *WORLD.all(),
            place("kg", "KG"),
            place("tj", "TJ"),
            place("tm", "TM"),
            place("dushanbe", "TJ", "tj"),
        )
    )
    told = event("a", "ministerial_dialogue", "2019-05-18", "kz", "kg", "tj", "tm", "uz",
                 where="dushanbe")  # fmt: skip
    [one] = contacts_of([told], world, PAIR, PARAMETERS)
    assert one.values[DIALOGUE] == pytest.approx(0.4 * 0.55)
    assert contacts(event("b", "talks", "2019", *states[:2], where="astana")) == ()


# ---- the stock


def test_a_stock_halves_in_its_half_life():
    [one] = contacts(event("a", "talks", "2020-12-31", "president", "premier"))
    dated = dataclasses.replace(one, time=2021.0 - 1e-9)
    stocks = recorded_stocks([dated], [2020, 2021, 2022, 2023], PARAMETERS)
    value = 0.4 * math.sqrt(0.9)
    assert stocks[0][DIALOGUE] == pytest.approx(value)
    assert stocks[3][DIALOGUE] == pytest.approx(value / 2)
    share = points(stocks, PARAMETERS)[3][DIALOGUE]
    assert share == pytest.approx(35 * (value / 2) / (value / 2 + 1))


def test_what_lies_before_the_first_year_counts_in_it_decayed():
    [one] = contacts(event("a", "talks", "2017-12-31", "president", "premier"))
    dated = dataclasses.replace(one, time=2018.0 - 1e-9)
    stocks = recorded_stocks([dated], [2020, 2021], PARAMETERS)
    assert stocks[0][DIALOGUE] == pytest.approx(0.4 * math.sqrt(0.9) / 2)


def test_by_hand_one_meeting_a_year_for_two_years():
    found = index(meetings(range(2020, 2022), 6), until=2021)
    # Each 0.4 * 0.55 on the 10th of a month; half-life three years, kappa 1, weight 35.
    day = [(n * 30.4 + 9.5) / 365.25 for n in range(6)]
    first = sum(0.22 * 2 ** (-(1 - at) / 3) for at in day)
    both = first * 2 ** (-1 / 3) + first
    assert [row.recorded for row in found.years] == pytest.approx(
        [35 * first / (1 + first), 35 * both / (1 + both)], abs=0.1
    )
    assert [row.flow for row in found.years] == [1.32, 1.32]
    assert found.years[0].components["dialogue"] == found.years[0].recorded


# ---- coverage


def test_chapman_by_hand():
    number, variance = chapman(20, 15, 10)
    assert number == pytest.approx(21 * 16 / 11 - 1)
    assert variance == pytest.approx(21 * 16 * 10 * 5 / (11**2 * 12))
    assert chapman(9, 9, 9) == (9, 0)


def test_a_source_is_of_the_side_of_its_outlet_else_of_its_language():
    notes = [
        note("a", "https://www.akorda.kz/ru/x"),
        note("b", "https://www.mofa.go.jp/x", "en"),
        note("c", "https://unknown.example/ja", "ja"),
        note("d", "https://sana.sy/x", "ar"),
        note("e", "https://unknown.example/en", "en"),
    ]
    assert side_by_source(notes, (), PAIR) == {"a": "KZ", "b": "JP", "c": "JP"}


def test_a_text_that_outlets_of_both_sides_carry_is_of_neither():
    notes = [
        note(*n) for n in (("a", "https://a.kz/x"), ("b", "https://b.jp/x"), ("c", "https://c.jp/"))
    ]
    voices = (Voice("v", ("a", "b")), Voice("w", ("c",)))
    assert side_by_source(notes, voices, PAIR) == {"c": "JP"}
    # An outlet without a side speaks from that of the text it copies.
    mixed = [note("a", "https://a.kz/x"), note("d", "https://unknown.example/")]
    assert side_by_source(mixed, (Voice("v", ("a", "d")),), PAIR) == {"a": "KZ", "d": "KZ"}


def two_families(both, only_kz, only_jp, year=2020):
    told = ["kj"] * both + ["k"] * only_kz + ["j"] * only_jp
    return [
        event(f"e{n}", "ministerial_dialogue", f"{year}-{n % 12 + 1:02}-{n // 12 + 1:02}",
              "minister-kz", "minister-jp", sources=sources)
        for n, sources in enumerate(told)
    ]  # fmt: skip


SIDES = (note("k", "https://a.kz/"), note("j", "https://b.jp/"))
SIDE = {"k": "KZ", "j": "JP"}


def test_coverage_is_measured_where_both_families_tell_enough():
    made = contacts(*two_families(10, 10, 5))
    found = coverage_by_year(made, [2020, 2030], SIDE, PAIR, PARAMETERS)
    assert found[2020].measured
    assert found[2020].share == pytest.approx(25 / (21 * 16 / 11 - 1))
    assert not found[2030].measured
    assert found[2030].share == PARAMETERS.assumed_coverage(2030)


def test_six_contacts_told_by_both_measure_nothing():
    made = contacts(*two_families(6, 20, 20))
    assert not coverage_by_year(made, [2020], SIDE, PAIR, PARAMETERS)[2020].measured


def test_years_beside_are_pooled():
    made = contacts(*two_families(4, 3, 3, 2019), *[
        dataclasses.replace(e, id=f"x{e.id}") for e in two_families(4, 3, 3, 2021)])  # fmt: skip
    found = coverage_by_year(made, [2020, 2025], SIDE, PAIR, PARAMETERS)
    assert found[2020].measured
    assert not found[2025].measured


# ---- what may be said


def test_too_few_events_give_no_index():
    found = index(meetings(range(2015, 2024)))
    assert isinstance(found, Refused)
    assert "9 dated events" in found.why["en"]


def test_many_empty_years_give_no_index():
    found = index([*meetings([2000], 12), *meetings([2010], 3)])
    assert isinstance(found, Refused)
    assert "9 of 11 years" in found.why["en"]


def test_an_empty_year_never_reads_as_a_fall():
    steady = meetings(range(2000, 2020), 3)
    for until in range(2020, 2026):
        found = index(steady, until=until)
        empty = [row for row in found.years if not row.contacts]
        assert len(empty) == until - 2019
        assert {row.word for row in empty} == {"cannot_tell"}
    # The naive stock falls there: that is the trap.
    assert found.years[-1].recorded < found.years[19].recorded


def test_a_year_without_measured_coverage_is_grey():
    found = index(meetings(range(2010, 2022), 2))
    assert all(row.grey and row.basis == "assumed" for row in found.years)
    assert found.every_year == "not_enough"


def measured_years(counts):
    """Give events of years in which both families tell everything."""
    return [
        event(f"{year}-{n}", "ministerial_dialogue", f"{year}-{n % 12 + 1:02}-{n // 12 + 1:02}",
              "minister-kz", "minister-jp", sources="kj")
        for year, count in counts.items()
        for n in range(count)
    ]  # fmt: skip


def test_years_that_grew_under_a_measured_coverage_support_every_year():
    counts = {2010 + n: 8 + 6 * n for n in range(6)}
    found = index(measured_years(counts), SIDES)
    assert [row.word for row in found.years] == ["first", *["grew"] * 5]
    assert not any(row.grey for row in found.years)
    assert (found.every_year, found.fallen) == ("supported", ())


def test_one_year_that_fell_contradicts_every_year():
    counts = {2010: 40, 2011: 45, 2012: 8, 2013: 40}
    found = index(measured_years(counts), SIDES)
    assert found.years[2].word == "fell"
    assert (found.every_year, found.fallen) == ("contradicted", (2012,))


def test_an_assumed_coverage_never_contradicts_every_year():
    busy = [*meetings([2010], 12), *meetings([2011], 1), *meetings([2012], 12)]
    assert index(busy).every_year == "not_enough"


def test_one_event_of_a_century_before_does_not_take_the_index_away():
    steady = meetings(range(2000, 2020), 2)
    envoy = event("old", "visit", "1891", "president", where="tokyo")
    found = index([envoy, *steady])
    assert found.years[0].year == 2000
    assert [r.word for r in found.years] == [r.word for r in index(steady).years]
    # Where relations are known to begin, they do.
    assert index([envoy, *steady], since=1998).years[0].year == 1998
    # Many contacts before are no stray ones.
    assert isinstance(index([*meetings(range(1891, 1901), 1), *steady]), Refused)


# ---- invariances


def sample():
    return [
        *meetings([2010, 2011, 2013, 2014, 2016, 2017, 2019], 2),
        event("v", "visit", "2015-10", "premier", where="astana", visit_format="official"),
        event("w", "visit", "2018-11", "president", where="tokyo", visit_format="state"),
    ]


def test_the_order_of_events_changes_nothing():
    assert index(sample()) == index(sample()[::-1])


def test_a_second_source_of_every_event_changes_nothing():
    doubled = [dataclasses.replace(e, citations=(*e.citations, Citation("t", 0, 1, "x")))
               for e in sample()]  # fmt: skip
    assert index(doubled, (note("s"), note("t"))) == index(sample(), (note("s"),))


def test_one_more_meeting_never_lowers_what_is_recorded():
    before = index(sample()).years
    for year in range(2010, 2020):
        more = [*sample(), event("more", "talks", f"{year}-06", "minister-kz", "minister-jp")]
        after = index(more).years
        assert all(b.recorded <= a.recorded for b, a in zip(before, after, strict=True))


def test_a_later_event_does_not_rewrite_what_was_recorded():
    before = index(sample()).years
    after = index([*sample(), *meetings([2021], 4)]).years
    assert [r.recorded for r in before] == [r.recorded for r in after[: len(before)]]


def test_without_ranks_all_meetings_of_a_kind_count_alike():
    high, low = contacts(
        event("a", "talks", "2020-01", "president", "premier"),
        event("b", "talks", "2020-02", "minister-kz", "minister-jp"),
        scale=Scale(ranks=False),
    )
    assert high.values == low.values
    [other] = contacts(
        event("a", "talks", "2020", "president", "premier"), scale=Scale(goldstein=True)
    )
    assert other.values[DIALOGUE] == pytest.approx(0.1 * math.sqrt(0.9))


def test_the_runs_say_what_other_decisions_would_change():
    found = index(sample())
    assert [run.id for run in found.runs] == [
        "half_lives_halved", "half_lives_doubled", "goldstein", "no_ranks", "coverage_halved",
        "coverage_raised", "bounded",
    ]  # fmt: skip
    assert all(run.r is not None and -1 <= run.r <= 1 for run in found.runs)


def test_a_bounded_relation_nears_its_limit_and_never_passes_it():
    one = Contact("c", 2020, 2020.5, (0.0, 3.0, 0.0, 0.0, 0.0), False, True, (), frozenset())
    [first] = bounded_update([one], [2020], 9)
    assert first == 3
    assert bounded_update([one] * 2, [2020], 9) == [5]
    assert bounded_update([one] * 100, [2020], 9)[0] < 9


# ---- trend


def test_mann_kendall_has_its_closed_forms():
    assert mann_kendall([1, 2, 3, 4, 5]) == (1.0, pytest.approx(2 / 120))
    assert mann_kendall([5, 4, 3, 2, 1]) == (-1.0, pytest.approx(2 / 120))
    # One pair the wrong way round: 4 + 1 of 120 orders are as unlikely, on either side.
    assert mann_kendall([1, 2, 3, 5, 4]) == (0.8, pytest.approx(10 / 120))
    assert mann_kendall([1, 1, 1, 1]) == (0.0, 1.0)
    assert mann_kendall([7]) == (0.0, 1.0)


def test_mann_kendall_with_ties_is_corrected():
    tau, p = mann_kendall([1, 2, 2, 3])
    assert tau == pytest.approx(5 / 6)
    spread = math.sqrt((4 * 3 * 13 - 2 * 1 * 9) / 18)
    assert p == pytest.approx(math.erfc(4 / spread / math.sqrt(2)))


def test_the_slope_of_a_line_is_its_slope():
    slope, low, high = theil_sen([2 + 3 * n for n in range(8)])
    assert (slope, low, high) == (3, 3, 3)
    assert theil_sen([1]) == (0.0, 0.0, 0.0)
    # One wild number of nine moves the median slope little.
    assert theil_sen([0, 1, 2, 3, 100, 5, 6, 7, 8])[0] == 1


def test_the_interval_of_the_slope_holds_the_true_one_as_often_as_it_says():
    random = np.random.RandomState(3)
    held = 0
    for _ in range(400):
        _, low, high = theil_sen([0.5 * n + random.normal() for n in range(9)])
        held += low <= 0.5 <= high
    assert 0.93 <= held / 400 <= 0.99


def test_correlation_is_of_the_shape_alone():
    assert correlation([1, 2, 3], [10, 20, 30]) == pytest.approx(1)
    assert correlation([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert correlation([1, 1], [1, 2]) is None


def test_five_year_means_that_rise_are_a_trend():
    found = index(measured_years({1990 + n: 8 + n for n in range(30)}), SIDES)
    assert len(found.trend.points) == 6
    assert (found.trend.tau, found.trend.word, found.trend.grey) == (1.0, "rising", False)
    assert found.trend.slope_low <= found.trend.slope <= found.trend.slope_high
    assert index(meetings(range(2010, 2022), 2)).trend.word == "too_few"


# ---- the band, and the clock


def history(random, years, rate, swing):
    """Make a relation: lesser contacts at a rate that wanders, leaders' meetings now and then."""
    found, state = [], 0.0
    for year in years:
        state = 0.7 * state + random.normal() * swing * 0.71
        for leaders, expected in ((False, rate * math.exp(state)), (True, 0.3)):
            for _ in range(random.poisson(expected)):
                values = [0.0] * 5
                values[DIALOGUE] = random.choice([0.4, 0.6, 0.8] if leaders else [0.13, 0.2, 0.3])
                if random.random_sample() < 0.4:
                    values[AGREEMENTS] = random.choice([0.2, 0.3, 0.8])
                at = year + random.random_sample()
                found.append(
                    Contact(f"{at}", year, at, tuple(values), leaders, True, (), frozenset())
                )
    return found


@pytest.mark.parametrize(("rate", "swing", "seed"), [(1, 0.0, 1), (2, 0.5, 2), (4, 0.5, 3)])
def test_the_band_holds_the_truth_nine_times_of_ten(rate, swing, seed):
    # Measured on 120 histories each (benchmarks/index.py): 0.88 to 0.90.
    random = np.random.RandomState(seed)
    years = list(range(1992, 2026))
    coverage = [assumed(year, PARAMETERS) for year in years]
    held, wrong, said = [], 0, 0
    for _ in range(25):
        truth = history(random, years, rate, swing)
        share = {y: random.beta(c.a, c.b) for y, c in zip(years, coverage, strict=True)}
        seen = [
            c for c in truth
            if random.random_sample() < (0.95 if c.is_leaders else share[c.year])
        ]  # fmt: skip
        drawn = draw(seen, years, coverage, PARAMETERS)
        real = points(recorded_stocks(truth, years, PARAMETERS), PARAMETERS).sum(axis=1)
        low, high = np.quantile(drawn, [0.05, 0.95], axis=0)
        held.append(np.mean((low <= real) & (real <= high)))
        grew = (drawn[:, 1:] > drawn[:, :-1]).mean(axis=0)
        rose = np.diff(real) > 0
        wrong += int(((grew >= 0.9) & ~rose).sum() + ((grew <= 0.1) & rose).sum())
        said += int(((grew >= 0.9) | (grew <= 0.1)).sum())
    assert 0.80 <= np.mean(held) <= 0.96
    assert wrong / said < 0.10


def test_a_fully_known_year_leaves_no_band():
    years = [2020, 2021]
    sure = [Coverage(0.99, 9900, 100, measured=True)] * 2
    [one] = contacts(event("a", "talks", "2020", "minister-kz", "minister-jp"))
    drawn = draw([one], years, sure, PARAMETERS)
    assert np.quantile(drawn, 0.9, axis=0) == pytest.approx(np.quantile(drawn, 0.1, axis=0))


def test_many_unseen_contacts_add_as_if_they_were_drawn_one_by_one(monkeypatch):
    years = list(range(2000, 2010))
    busy = contacts(*meetings(years, 25), *[
        event(f"p{year}-{n}", "signing", f"{year}-{n:02}-05", "minister-kz", "minister-jp", documents=n)
        for year in years for n in range(1, 9)
    ])  # fmt: skip
    coverage = [assumed(year, PARAMETERS) for year in years]
    summed = draw(busy, years, coverage, PARAMETERS)
    monkeypatch.setattr(index_simulation, "_MANY", 10**9)
    one_by_one = draw(busy, years, coverage, PARAMETERS)
    for end in (0.05, 0.5, 0.95):
        left, right = np.quantile(summed, end, axis=0), np.quantile(one_by_one, end, axis=0)
        assert left == pytest.approx(right, abs=0.5)


def test_fifty_years_take_less_than_half_a_second():
    busy = meetings(range(1975, 2025), 6)
    start = time.process_time()
    index(busy)
    assert time.process_time() - start < 0.5
