"""The reckoning behind the shots: places on a line, on a dial, on a map, on pages; initials."""

import math
from itertools import pairwise

import pytest

from sijill.film.shots.day_clock import hour_of
from sijill.film.shots.labels import country_label, label
from sijill.film.shots.map_labels import Obstacles, place_labels
from sijill.film.shots.medallion import initials
from sijill.film.shots.portrait import writing_language
from sijill.film.shots.source_roll import _columns, _paginate
from sijill.film.shots.text_boxes import TextBox, misplaced
from sijill.film.shots.timeline import spread
from sijill.film.theme import load_theme

PAGE = load_theme().page


def box(left: float, top: float, right: float, bottom: float, page: int | None = None) -> TextBox:
    return TextBox("x", "words", left, top, right, bottom, page)


def test_misplaced_finds_overlaps_and_edges() -> None:
    inside = box(200, 200, 400, 240)
    assert list(misplaced([inside, box(200, 241, 400, 280)], PAGE)) == []
    assert "overlaps" in next(misplaced([inside, box(390, 230, 500, 300)], PAGE))[1]
    for out in (
        box(80, 200, 300, 240),
        box(1700, 200, 1840, 240),
        box(200, 40, 300, 80),
        box(200, 880, 300, 930),
    ):
        assert "safe area" in next(misplaced([out], PAGE))[1]
    # Texts of different pages are never seen together.
    assert list(misplaced([box(200, 200, 400, 240, 0), box(200, 200, 400, 240, 1)], PAGE)) == []
    assert list(misplaced([box(200, 200, 400, 240, 1), box(200, 200, 400, 240, 1)], PAGE))


def test_spread_keeps_order_distance_and_proportion() -> None:
    day = 365
    places = spread([0, 2 * day, 12 * day, 23 * day, 32 * day, 33 * day], 100, 1400)
    assert places[0] == 100
    assert places[-1] == pytest.approx(1400)
    gaps = [b - a for a, b in pairwise(places)]
    assert min(gaps) >= 0.62 * 260 - 1e-6
    assert gaps[1] > gaps[0]
    assert gaps[2] > gaps[1]


def test_spread_gives_flags_their_least_room_while_there_is_some() -> None:
    days = [0, 9000, 9001, 9002]
    places = spread(days, 0, 900, least=250)
    assert [round(b - a) for a, b in pairwise(places)] == [400, 250, 250]
    # No more than an even share can be given.
    assert spread(days, 0, 300, least=250) == [0, 100, 200, 300]


def test_spread_without_known_days_is_even() -> None:
    for days in ([None, 5, 9], [9, 5, 1], [3, 3, 3]):
        assert spread(days, 0, 100) == [0, 50, 100]
    assert spread([4], 10, 90) == [10]


@pytest.mark.parametrize(
    ("told", "hour"),
    [("11:30", 11.5), ("0:00", 0), ("24:00", 24), ("25:00", None), ("noon", None), (None, None),
     ("١١:٣٠", None), ("7", None), ("", None)],
)  # fmt: skip
def test_only_hours_and_minutes_are_a_point_on_the_dial(
    told: str | None, hour: float | None
) -> None:
    assert hour_of(told) == hour


@pytest.mark.parametrize(
    ("name", "language", "letters"),
    [
        ("Kassym-Jomart Tokayev", "en", "KT"),
        ("Қасым-Жомарт Тоқаев", "kk", "ҚТ"),
        ("高市早苗", "ja", "高"),
        ("قاسم جومارت توكاييف", "ar", "ق\u200cت"),
        ("الإمبراطور ناروهيتو", "ar", "إ\u200cن"),
        ("Naruhito", "en", "N"),
        ("«Komatsu» (Japan)", "en", "KJ"),
        ("", "en", ""),
        ("— ?", "ru", ""),
    ],
)
def test_initials(name: str, language: str, letters: str) -> None:
    assert initials(name, language) == letters


def test_writing_is_known_by_its_letters() -> None:
    assert writing_language("Қасым-Жомарт Тоқаев") == "kk"
    assert writing_language("高市早苗") == "ja"
    assert writing_language("شريك") == "ar"
    assert writing_language("Enrique Peña Nieto") == "en"


def test_words_of_the_film_exist_in_all_languages() -> None:
    names = {language: label("quote", language) for language in ("ar", "en", "ru", "kk", "ja")}
    assert len(set(names.values())) == 5
    assert label("quote", "xx") == names["en"]
    assert country_label("KZ", "ar") == "كازاخستان"
    assert country_label("jp", "kk") == "Жапония"
    assert country_label("JP", "xx") == "Japan"
    assert country_label(None, "ar") == country_label("Q9", "ar") == ""


def test_map_labels_keep_off_each_other_and_stay_near_their_points() -> None:
    points = [(700.0, 500.0), (724.0, 512.0), (760.0, 480.0), (690.0, 540.0)]
    taken = Obstacles(frame=(96, 150, 1824, 838), points=points)
    spots = place_labels([(point, (180.0, 70.0)) for point in points], taken)
    assert all(spot is not None for spot in spots)
    found = [spot for spot in spots if spot is not None]
    for number, (left, top, right, bottom) in enumerate(found):
        assert 96 <= left < right <= 1824
        assert 150 <= top < bottom <= 838
        for other in found[number + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
        away = math.hypot(
            (left + right) / 2 - points[number][0], (top + bottom) / 2 - points[number][1]
        )
        assert away < 320


def test_a_map_label_without_room_is_none() -> None:
    taken = Obstacles(frame=(0, 0, 100, 100), points=[(50.0, 50.0)])
    assert place_labels([((50.0, 50.0), (180.0, 70.0))], taken) == [None]


def test_roll_fills_columns_in_order_and_loses_nothing() -> None:
    heights = [90.0, 120.0, 60.0] * 13
    pages = _paginate(heights, 650)
    assert [i for page in pages for column in page for i in column] == list(range(39))
    for page in pages:
        assert 1 <= len(page) <= 2
        for column in page:
            assert sum(heights[i] for i in column) + 22 * (len(column) - 1) <= 650
    assert _paginate([], 650) == []
    assert _columns([700.0], 650) == [[0]]
