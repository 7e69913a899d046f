import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.identity.transliterate import SCRIPT_BY_LANGUAGE, transliterate
from sijill.text import writing_system


@pytest.mark.parametrize(
    ("name", "language", "spelt"),
    [
        ("Секен Турысбеков", "en", "Seken Turysbekov"),
        ("Nadim Haddad", "ar", "ناديم هاداد"),
        ("محمد بن سلمان", "en", "Mohammed bin Salman"),
        ("トカエフ", "en", "Tokaev"),
        ("Olzhas Bektenov", "ru", "Олжас Бектенов"),
        ("Yuriko Koike", "ja", "ユリコ・コイケ"),
        ("Yuriko Koike", "en", "Yuriko Koike"),
        ("Volodymyr Zelenskyy", "ru", "Володимир Зеленский"),
        ("Lars Løkke", "ru", "Ларс Локе"),
        ("سالم القريتلي", "ru", "Салем аль-Каритли"),
    ],
)
def test_a_name_is_spelt_in_another_script(name, language, spelt):
    assert transliterate(name, language) == spelt


def test_kanji_is_spelt_by_its_reading_given_name_first():
    assert transliterate("岸田文雄", "en", reading="きしだ ふみお") == "Fumio Kishida"
    assert transliterate("岸田文雄", "ru", reading="きしだ ふみお") == "Фумио Кисида"
    assert transliterate("岸田文雄", "en") is None
    assert transliterate("岸田文雄", "ja") == "岸田文雄"


def test_names_of_japan_follow_polivanov_in_cyrillic():
    assert transliterate("Shizuka Tsuchiya", "ru", country="JP") == "Сидзука Цутия"


@given(st.text(max_size=50), st.sampled_from(sorted(SCRIPT_BY_LANGUAGE)))
def test_what_comes_out_is_in_the_script_or_nothing(name, language):
    spelt = transliterate(name, language)
    if spelt and any(c.isalpha() for c in spelt) and not any("\u3400" < c < "\u9fff" for c in name):
        assert writing_system(spelt) in (SCRIPT_BY_LANGUAGE[language], writing_system(name))
