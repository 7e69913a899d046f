import pytest

from sijill.checks.rarity import (
    beta_cdf,
    beta_quantile,
    count_feature,
    count_words,
    rate,
    tipping_number,
)


def same_day(**more):
    return count_feature(
        "same_day_monarch_and_hog",
        host="JP",
        leave_out=lambda row: row.id == "KZ-2025",
        countries=more.get("countries"),
    )


def test_beta_agrees_with_closed_forms():
    # Beta(1, 1) is uniform; Beta(2, 1) has the distribution x².
    assert beta_cdf(0.3, 1, 1) == pytest.approx(0.3)
    assert beta_cdf(0.3, 2, 1) == pytest.approx(0.09)
    # Beta(1/2, 1/2) is the arcsine law: its median is 1/2, its 0.25 quantile sin²(π/8).
    assert beta_quantile(0.5, 0.5, 0.5) == pytest.approx(0.5)
    assert beta_quantile(0.25, 0.5, 0.5) == pytest.approx(0.1464466, abs=1e-6)


def test_no_case_of_24_is_the_first_that_is_rare():
    assert rate(0, 24).word == "rare"
    assert rate(0, 24).high == pytest.approx(0.0984, abs=1e-4)
    assert rate(0, 23).word == "uncommon"


def test_six_of_nineteen_is_not_rare():
    found = rate(6, 19)
    assert (found.word, round(found.mean, 3), round(found.bits, 2)) == ("not_rare", 0.325, 1.62)


def test_none_of_six_is_too_few_to_say():
    assert rate(0, 6).word == "too_few"
    assert rate(0, 6).high == pytest.approx(0.33, abs=0.005)


def test_a_case_without_the_feature_adds_surprise_and_one_with_it_takes_it():
    assert rate(6, 20).bits > rate(6, 19).bits > rate(7, 20).bits


def test_a_count_that_is_none_is_refused():
    with pytest.raises(ValueError, match="3 of 2"):
        rate(3, 2)


def test_same_day_receptions_of_the_table():
    # Counted by hand over the reconciled table, 2016-2025, heads of state, both days told, without
    # the visit itself. One day: Niinistö 2016, Trump 2019, Biden 2022, Widodo 2022, Marcos 2023,
    # S. Berdimuhamedov in April 2025, Stubb 2025. Two days: Sirisena 2018, Mirziyoyev 2019,
    # Khurelsukh 2022, Japarov 2023, Thuong 2023, Ruto 2024, Lula 2025, Dissanayake 2025, Trump
    # 2025, Mirziyoyev and Japarov in December 2025. The first list alone gave 6 of 19: it lacked
    # the April visit; the days of Rahmon and S. Berdimuhamedov in December, which only one list
    # has, are not sure and no longer counted.
    counted = same_day()
    found = counted.rate
    assert (found.k, found.n, found.word) == (7, 18, "not_rare")
    assert {row.id for row in counted.rows if row.monarch_date == row.hog_date} == {
        *("FI-2016", "US-2019", "US-2022", "ID-2022", "PH-2023", "TM-2025", "FI-2025")
    }
    # Jeffreys: the 2.5 and 97.5 % quantiles of Beta(7.5, 11.5).
    assert beta_cdf(found.low, 7.5, 11.5) == pytest.approx(0.025)
    assert beta_cdf(found.high, 7.5, 11.5) == pytest.approx(0.975)


def test_one_of_five_of_the_region_is_too_few():
    found = same_day(countries=frozenset({"KZ", "KG", "TJ", "TM", "UZ"})).rate
    assert (found.k, found.n, found.word) == (1, 5, "too_few")


def test_a_luncheon_is_counted_over_the_visits_of_which_nothing_is_told_too():
    # Told: Mugabe, Remengesau, Macron, Mirziyoyev 2019, Japarov 2023, Thuong, Ruto, Mattarella.
    # Another meal, or none: Felipe VI, Quang, Trump 2019, Lula; Biden. Of 17 nothing is told.
    counted = count_feature(
        "palace_luncheon", host="JP", leave_out=lambda row: row.id == "KZ-2025", countries=None
    )
    found = counted.rate
    assert (found.k, found.n, found.silent) == (8, 30, 17)
    assert (found.low, found.high) == (rate(8, 30).low, rate(25, 30).high)


def test_silence_widens_the_interval_and_can_take_the_word():
    assert rate(0, 24).word == "rare"
    assert rate(0, 24, silent=3).word == "too_few"
    with pytest.raises(ValueError, match="silent"):
        rate(3, 4, silent=2)


def test_a_count_says_its_interval_and_what_is_not_known():
    words = count_words(same_day(), "en")
    assert "7 of 18" in words
    assert "19 to 62 %" in words
    assert "15 further visits" in words


def test_a_visit_whose_dates_were_only_announced_is_not_counted():
    assert "US-2017" not in {row.id for row in same_day().rows}


def test_the_tipping_number_changes_the_word():
    more = tipping_number(0, 24)
    assert more is not None
    words = {rate(more, 24 + more).word, rate(0, 24 + more).word}
    assert words != {"rare"}
