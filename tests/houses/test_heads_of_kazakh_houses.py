"""What heads a house is told by the word of its kind: the first one, in Kazakh the last."""

import pytest

from sijill.houses.house_heads import head_of, is_house_of_study


@pytest.mark.parametrize(
    ("name", "language", "head"),
    [
        ("Банк қызметкерлері кәсіподағы", "kk", "business_association"),
        ("Мектеп мұғалімдері қауымдастығы", "kk", "business_association"),
        ("Қорғаныс министрлігі", "kk", "senior_official"),
        ("Кения Орталық банкі", "kk", "senior_official"),
        ("«Тау» банкі", "kk", "chief_executive"),
        ("Балық шаруашылығы институты", "kk", "university_head"),
        ("Union of Bank Employees", "en", "business_association"),
    ],
)
def test_the_kind_of_a_house_tells_its_head(name: str, language: str, head: str) -> None:
    assert head_of(name, language) == head


def test_a_museum_is_a_house_of_study() -> None:
    assert is_house_of_study("Ұлттық мұражай", "kk")
