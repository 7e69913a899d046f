import pytest

from sijill.checks.rarity import beta_cdf, beta_quantile, count_feature, rate, tipping_number


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
    # 20 other visits of heads of state, 2016-2025, with both dates reported; seven on one day:
    # Niinistö, Trump 2019, Biden, Widodo, Marcos, S. Berdimuhamedov, Stubb.
    found = same_day().rate
    assert (found.k, found.n, found.word) == (7, 20, "not_rare")


def test_a_visit_whose_dates_were_only_announced_is_not_counted():
    assert "US-2017" not in {row.id for row in same_day().rows}


def test_the_tipping_number_changes_the_word():
    more = tipping_number(0, 24)
    assert more is not None
    words = {rate(more, 24 + more).word, rate(0, 24 + more).word}
    assert words != {"rare"}
