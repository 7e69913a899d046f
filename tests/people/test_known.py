"""A person's names tell the one entry of the register that they can only mean, or nobody."""

import pytest

from sijill.mentions.names import read_name
from sijill.people.known import find_known
from sijill.register.entries import Register, RegisterEntry

NAMES = {
    "ar": ("ماهر منصور",),
    "en": ("Rosa Quispe",),
    "ru": ("Роса Киспе",),
    "kk": ("Роса Киспе",),
    "ja": ("ロサ・キスペ",),
}
REGISTER = Register(
    {
        "Q1": RegisterEntry("Q1", "person", "PE", NAMES),
        "Q2": RegisterEntry("Q2", "person", "NO", {"en": ("Lars Moen",), "ja": ("林明",)}),
    }
)


def known(name: str, language: str, countries: set[str], told: set[str]) -> str | None:
    return find_known([read_name(name, language)], REGISTER, countries, told)


@pytest.mark.parametrize("language", NAMES)
def test_a_full_name_is_known_wherever_its_bearer_is_of(language):
    assert known(NAMES[language][0], language, set(), set()) == "Q1"
    assert known(NAMES[language][0], language, {"NO"}, {"NO"}) is None


def test_a_family_name_is_known_where_the_text_tells_of_its_state():
    assert known("Quispe", "en", set(), {"PE"}) == "Q1"
    assert known("Quispe", "en", set(), {"NO"}) is None
    assert known("林", "ja", {"NO"}, set()) == "Q2"


def test_two_arabic_parts_may_be_written_together():
    assert known("ماهرمنصور", "ar", {"PE"}, set()) == "Q1"


@pytest.mark.parametrize(
    ("sign", "language"), [("・", "ja"), ("＝", "ja"), ("5", "en"), ("–", "ru")]
)
def test_what_has_no_letters_is_nobodys_name(sign, language):
    assert known(sign, language, {"PE"}, {"PE"}) is None


def test_no_names_are_nobodys():
    assert find_known([], REGISTER, set(), set()) is None
