"""Where datelines stand, and what ends them."""

import pytest

from sijill.documents.datelines import (
    agency_behind,
    dateline_end,
    ends_behind,
    in_brackets,
    is_around,
    is_between_signs,
    opens_dateline,
    signed_names,
)


def test_a_japanese_one_stands_in_brackets() -> None:
    text = "【リマ17日＝佐伯恵】首相は17日"
    assert in_brackets(text, text.index("17"))
    assert not in_brackets(text, text.rindex("17"))


@pytest.mark.parametrize(
    ("text", "day", "ends"),
    [
        ("OSLO, May 3 (NW) – The minister", "May 3", True),
        ("Осло, 3 мая /НВ/. Министр", "3 мая", True),
        ("The minister came on May 3 and left. Nobody", "May 3", False),
    ],
)
def test_signs_end_it_soon_behind_its_day(text: str, day: str, ends: bool) -> None:
    assert ends_behind(text, text.index(day) + len(day)) is ends


def test_its_date_stands_between_its_place_and_its_end() -> None:
    text = "OSLO, 3 May 2025 (NW) – The minister"
    start = text.index("3 May")
    assert is_around(text, 0, start, start + len("3 May 2025"))
    told = "The minister came to the capital on 3 May 2025 and left"
    start = told.index("3 May")
    assert not is_around(told, 0, start, start + len("3 May 2025"))


def test_words_said_begin_behind_it() -> None:
    text = "OSLO (NW) – He came"
    assert text[dateline_end(text, 0, len(text)) :] == "He came"
    assert dateline_end("He came", 0, 7) == 0


def test_only_its_signs_stand_before_its_place() -> None:
    assert opens_dateline("(Oslo) – He came", 0, 1)
    assert not opens_dateline("In Oslo he came", 0, 3)


def test_an_agency_stands_between_signs() -> None:
    text = "طوكيو /وأخ/ وصل"
    start = text.index("وأخ")
    assert is_between_signs(text, start, start + 3)
    oslo = "OSLO (NW)"
    assert agency_behind(oslo, 4, len(oslo)) == (6, 8)
    assert agency_behind("OSLO NW", 4, 7) is None


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("OSLO (Nordwire) – He", [("Nordwire", True)]),
        ("ОСЛО. /НВ/ Он", [("НВ", True)]),
        ("【東京=共同】", [("共同", True)]),
        ("【東京】", [("東京", False)]),
        ("АСТАНА. «Жаршы» – Ол", [("Жаршы", False)]),
    ],
)
def test_names_between_its_signs_are_signed(head: str, names: list[tuple[str, bool]]) -> None:
    assert list(signed_names(head)) == names
