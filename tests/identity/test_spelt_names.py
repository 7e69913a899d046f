import pytest

from sijill.identity.spelt_names import known_words, spell_person


@pytest.mark.parametrize(
    ("name", "language", "spelt"),
    [
        ("Mahmoud Gaber", "ar", "محمود جابر"),
        ("Фарид Мансур", "ar", "فريد منصور"),
        ("Karim Naguib", "ar", "كريم نجيب"),
        ("سامح الجندي", "en", "Sameh al-Jandi"),
        ("محمد بن سلمان", "en", "Mohammed bin Salman"),
        ("محمد عبد الله", "en", "Mohammed Abdullah"),
        ("محمد عبد الله", "ru", "Мохаммед Абдулла"),
        ("John Smith", "ja", "ジョン・スミス"),
    ],
)
def test_names_that_many_bear_are_spelt_as_a_language_spells_them(name, language, spelt):
    assert spell_person(name, language) == spelt


def test_between_cyrillic_and_latin_a_name_keeps_its_letters():
    assert spell_person("Анвар Турсунов", "en") == "Anvar Tursunov"


def test_an_article_is_written_onto_the_arabic_name_behind_it():
    assert spell_person("Hazem El Tantawy", "ar").startswith("حازم ال")
    assert " " not in spell_person("el-Tantawy", "ar")


def test_a_first_name_is_no_article():
    assert not spell_person("Al Gore", "ar").startswith("ال")


def test_kanji_without_a_reading_are_not_spelt():
    assert spell_person("岸田文雄", "ar") is None


def test_known_words_are_counted():
    assert (known_words("عمرو فودة", "en"), known_words("Амра Фуды", "en")) == (1, 0)
