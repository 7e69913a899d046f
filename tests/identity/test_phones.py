import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.identity.phones import (
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
        ("Tashkent", "طشقند", "Ташкент", "タシケント", "Ташкент"),
        ("Shavkat", "شوكت", "Шавкат", "シャフカト", "Шавкат"),
    ],
)
def test_one_word_sounds_alike_in_every_script(words):
    first, *others = map(sounds_of, words)
    for other in others:
        assert likeness(first, other, Scripts.BARE_AND_KANA) > 0.6


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
    for row in open_table("world/phone_distances.tsv", ("first", "second", "cost")):
        assert {row["first"], row["second"]} <= known
        assert 0 <= float(row["cost"]) <= 1


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_distance(one, other):
    a, b = sounds_of(one), sounds_of(other)
    assert distance(a, b) == distance(b, a)
    assert distance(a, a) == 0
    assert distance(a, b) <= weight(a) + weight(b)
    assert 0.0 <= likeness(a, b) <= 1.0
