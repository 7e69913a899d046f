import pytest

from sijill.people.house_heads import head_of


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
