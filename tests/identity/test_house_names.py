"""Houses named by common nouns are named by tables, and never spelt by sound."""

from __future__ import annotations

import pytest

from sijill.identity.house_names import holds_common_noun, house_name, without_article
from sijill.languages import LANGUAGES
from sijill.tables import open_table


@pytest.mark.parametrize(
    ("spelt", "language", "said"),
    [
        ({"en": "Foreign Ministry"}, "ar", "وزارة الخارجية"),
        ({"en": "the Ministry of Foreign Affairs of Chile"}, "ar", "وزارة خارجية تشيلي"),
        ({"ru": "посольство Перу"}, "en", "Embassy of Peru"),
        ({"ar": "البرلمان الأردني"}, "ru", "Парламент Иордании"),
        ({"kk": "Сыртқы істер министрлігі"}, "ja", "外務省"),
        ({"ja": "政府"}, "ar", "الحكومة"),
        ({"en": "Central Bank of Kenya"}, "ar", "بنك كينيا المركزي"),
    ],
)
def test_a_house_of_common_nouns_is_named_by_the_tables(spelt, language, said):
    assert house_name(spelt, language) == said


@pytest.mark.parametrize("name", ["Samruk-Energo", "Toshiba", "Harbour Ministry Brewing"])
def test_a_name_of_its_own_is_in_no_table(name):
    assert house_name({"en": name}, "ar") is None


@pytest.mark.parametrize(
    ("name", "language", "held"),
    [
        ("Institute of Desert Locusts", "en", True),
        ("Blue Dome Mosque", "en", True),
        ("Palace proper", "en", True),
        ("университет имени Сатпаева", "ru", True),
        ("Toshiba", "en", False),
        ("The Gulf Courier", "en", False),
        ("Aktau", "en", False),
    ],
)
def test_what_holds_a_common_noun_is_not_spelt_by_sound(name, language, held):
    assert holds_common_noun(name, language) is held


def test_an_article_is_no_part_of_how_a_name_sounds():
    assert without_article("The Gulf Courier", "en") == "Gulf Courier"
    assert without_article("Theodore", "en") == "Theodore"


def test_each_house_is_said_in_every_language():
    for row in open_table("world/houses_said.tsv", ("concepts", *LANGUAGES)):
        assert all(row[language] for language in LANGUAGES), row["concepts"]
