"""Two names of one text are one person's only if each part can be heard in the other."""

from __future__ import annotations

from itertools import product

import pytest

from sijill.mentions.names import compare, likely_letters, read_name, same_part

#: Two letters that writers swap for one, and the other way round.
SPELT_IN_TWO_WAYS = (
    ("en", "Mahmoud Hassan", "Mahmud Hassan", 0.95),
    ("en", "Khaled Aziz", "Haled Aziz", 0.95),
    ("ru", "Джамбулат Ахметов", "Жамбулат Ахметов", 0.95),
    ("ar", "مراد زاده", "علي مرادزاده", 0.8),
    ("en", "Weber", "Webber", 0.0),
    ("en", "K. Tokayev", "Kassym Tokayev", 0.95),
    ("en", "K. Tokayev", "Bakyt Tokayev", 0.0),
)


@pytest.mark.parametrize(("language", "one", "other", "fit"), SPELT_IN_TWO_WAYS)
def test_letters_that_writers_swap_for_others_leave_a_name_the_same(language, one, other, fit):
    assert compare(read_name(one, language), read_name(other, language)) == fit


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ar", "توكاييف طوكاييف زاده الخير خير آل ثاني ثاني د علي جيم دجيم شين تشين سالم صالم"),
        ("en", "Kim Quim Khan Han Kan Aziz Asis Jaber Djaber Zhaber Phan Fan A B. Ou U Aa Ts C"),
        ("ru", "Джон Жон Джона Сок Сока Сое Хан Ган Кан Чен Тен Ёлкин Елкин А Юнус Унус"),
        ("kk", "Ғани Гани Қайрат Кайрат Һасан Хасан Джамал Жамал Ү Үміт Уміт Әлі Али"),
    ],
)
def test_parts_that_are_held_for_one_sound_alike(language, names):
    found = 0
    for one, other in product(names.split(), repeat=2):
        left, right = read_name(one, language), read_name(other, language)
        for a, b in product(left.parts, right.parts):
            if same_part(a, b, language):
                found += a != b
                assert not left.sounds.isdisjoint(right.sounds), (a, b)
    assert found


def test_japanese_names_that_may_be_one_share_letters():
    names = "森 森弘 紫野えり 紫野 えり 紫野ルーカス ルーカス ルカス ルーカス・アルズ アルズ ルー・カス ー"
    read = [read_name(name, "ja") for name in names.split()]
    fitting = [(one, other) for one, other in product(read, read) if compare(one, other) > 0]
    assert len(fitting) > len(read)
    for one, other in fitting:
        assert likely_letters(one) & likely_letters(other), (one, other)
