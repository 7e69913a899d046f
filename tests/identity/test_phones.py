import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.identity.comparison import scripts_of
from sijill.identity.names import analyse
from sijill.identity.phones import (
    COST_COLUMNS,
    Scripts,
    distance,
    encode,
    likeness,
    phones_of,
    plain_letters,
    weight,
)
from sijill.tables import open_table


def sounds_of(word):
    return encode(phones_of(plain_letters(word)))


@pytest.mark.parametrize(
    "words",
    [
        ("Nagasaki", "ناغازاكي", "Нагасаки", "ナガサキ", "ناجازاكي"),
        ("Almaty", "ألماتي", "Алматы", "アルマトイ", "Алматы"),
        ("Shavkat", "شوكت", "Шавкат", "シャフカト", "Шавкат"),
    ],
)
def test_one_word_sounds_alike_in_every_script(words):
    first, *others = words
    for other in others:
        scripts = scripts_of(analyse(first), analyse(other))
        assert likeness(sounds_of(first), sounds_of(other), scripts) > 0.6


def test_arabic_leaves_short_vowels_out_and_that_costs_little():
    muscat, masqat = sounds_of("Muscat"), sounds_of("مسقط")
    assert likeness(muscat, masqat, Scripts.BARE) > likeness(muscat, masqat, Scripts.FULL)


def test_a_long_mark_and_a_double_letter_sound_like_none():
    assert phones_of("トーキョー") == phones_of("トキョ")
    assert phones_of("mekka") == phones_of("meka")


def test_kanji_has_no_sound_of_its_own():
    assert phones_of("川口") == ""


def test_phones_of_the_tables_are_known():
    known = {row["phone"] for row in open_table("world/phone_weights.tsv", ("phone",))}
    for row in open_table("world/phones.tsv", ("letters", "phones")):
        assert set(row["phones"]) <= known, row
    for row in open_table("world/phone_distances.tsv", ("first", "second", *COST_COLUMNS)):
        assert {row["first"], row["second"]} <= known
        assert all(0 <= float(row[column]) <= 1.3 for column in COST_COLUMNS)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_distance(one, other):
    a, b = sounds_of(one), sounds_of(other)
    assert distance(a, b) == distance(b, a)
    assert distance(a, a) == 0
    assert distance(a, b) <= weight(a) + weight(b)
    assert 0.0 <= likeness(a, b) <= 1.0
