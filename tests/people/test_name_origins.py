"""Names suit the people of a state, whatever writing system they stand in."""

import pytest

from sijill.errors import FormatFault
from sijill.people import name_origins
from sijill.people.name_origins import count_pieces, suits


def fit(name, language, country):
    return suits(name, language, (country,))[country]


@pytest.mark.parametrize(
    ("name", "language", "right", "wrong"),
    [
        ("Kristjana Sigurbjörnsdóttir", "en", "IS", "GE"),
        ("Георгадзе Нино", "ru", "GE", "IS"),
        ("كازوهيتو ياماموتو", "ar", "JP", "SE"),
        ("オラフ・ヨハンソン", "ja", "SE", "KZ"),
    ],
)
def test_a_name_suits_its_people_more_than_others(name, language, right, wrong):
    assert fit(name, language, right) > fit(name, language, wrong)


def test_the_stored_counts_are_those_of_the_tables(tmp_path, monkeypatch):
    kept = {c: fit("Aigerim Nurlanova", "en", c) for c in ("KZ", "JP", "PT")}
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "name_origins.json").write_bytes(count_pieces())
    monkeypatch.setattr(name_origins, "data_path", lambda name: tmp_path / name)
    for cached in (name_origins._model, name_origins._rows, name_origins._rows_of_words):
        cached.cache_clear()
    fresh = {c: fit("Aigerim Nurlanova", "en", c) for c in kept}
    # The tables may have grown a little since the models were made.
    assert fresh == pytest.approx(kept, abs=0.3)


def test_a_broken_file_is_named(tmp_path, monkeypatch):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "name_origins.json").write_text('{"format": "other"}')
    monkeypatch.setattr(name_origins, "data_path", lambda name: tmp_path / name)
    for cached in (name_origins._model, name_origins._rows, name_origins._rows_of_words):
        cached.cache_clear()
    with pytest.raises(FormatFault, match="sijill train"):
        fit("Anna Lind", "fi", "FI")


def test_a_name_of_the_second_people_of_a_state_suits_it_too():
    assert fit("William Baker", "en", "MH") > fit("William Baker", "en", "KZ")
    assert fit("Marco Bianchi", "en", "AR") > fit("Marco Bianchi", "en", "PE")
    # But less than the state whose first people bear such names.
    assert fit("William Baker", "en", "MH") < fit("William Baker", "en", "AU")


@pytest.mark.parametrize(
    ("name", "state", "other"),
    [
        ("زدينيك سوليك", "SK", "BD"),
        ("زينل متوسين", "BN", "KM"),
        ("إيغيديوس كازلاوسكاس", "LT", "EC"),
    ],
)
def test_few_names_in_arabic_letters_tell_nothing_against_a_state(name, state, other):
    assert fit(name, "ar", state) > fit(name, "ar", other)


def test_every_people_of_a_state_has_names():
    cultures = {c for found in name_origins._all_cultures().values() for c in found}
    assert cultures <= name_origins._model().numbers.keys()
