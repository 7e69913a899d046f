import pytest

from sijill.houses.house_heads import head_of


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Bank Employees' Union of the Port of Suva", "business_association"),
        ("Port Authority of Mombasa", "senior_official"),
        ("Women Traders' Cooperative", "business_association"),
        ("University Press", "chief_executive"),
        ("National Bank of Lesotho", "chief_executive"),
        ("Ministry of Trade", "senior_official"),
    ],
)
def test_an_english_house_is_what_its_last_noun_before_of_says(name, role):
    assert head_of(name, "en") == role


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Счётная палата Эстонии", "senior_official"),
        ("Палата депутатов", "speaker"),
        ("Торгово-промышленная палата Вануату", "business_association"),
        ("Центральный банк Кубы", "senior_official"),
        ("Аграрный банк Кубы", "chief_executive"),
        ("Центр прав человека", None),
        ("Верховный суд", "senior_official"),
    ],
)
def test_a_russian_house_is_what_several_of_its_words_say(name, role):
    assert head_of(name, "ru") == role


def test_a_short_name_in_brackets_is_no_part_of_a_japanese_house():
    assert head_of("ザンビア銅公社（ZCH）", "ja") == "chief_executive"
