"""Tokens carry their offsets; names, numbers and attached particles can be told apart."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sijill.documents import tokens
from sijill.documents.document import Token
from sijill.documents.kernels import KERNELS
from sijill.documents.met_words import MET_WORDS, MetWords
from sijill.documents.tokens import (
    characters,
    ending_cuts,
    proclitic_cuts,
    tokenize,
    words_in,
)
from sijill.languages import LANGUAGES


def words(text: str, language: str) -> list[str]:
    return [t.text for t in tokenize(text, language)]


def test_english_possessive_is_a_token_of_its_own() -> None:
    assert words("Aas's foreign minister, the U.S. envoy O'Neil", "en") == [
        "Aas", "'s", "foreign", "minister", ",", "the", "U.S.", "envoy", "O'Neil",
    ]  # fmt: skip


def test_hyphen_stands_alone_and_numbers_stay_whole() -> None:
    assert words("Касым-Жомарт: 3,7 млрд", "ru") == ["Касым", "-", "Жомарт", ":", "3,7", "млрд"]


def test_arabic_marks_stay_in_their_word_and_are_folded_away() -> None:
    (token,) = tokenize("أُستاذة", "ar")
    assert token.folded == "استاذه"


def test_japanese_is_cut_where_the_kind_of_character_changes() -> None:
    assert words("水谷外務大臣は18日、ワシントンで", "ja") == [
        "水谷外務大臣", "は", "18", "日", "、", "ワシントン", "で",
    ]  # fmt: skip


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "أ ب ج"
    assert [(t.start, t.end) for t in tokenize(text, "ar", 2)] == [(2, 3), (4, 5)]


def test_cuts_offer_every_particle_and_leave_the_choice() -> None:
    assert proclitic_cuts("ولليابان", "ar") == (2, 1)
    assert proclitic_cuts("طوكيو", "ar") == ()
    assert ending_cuts("Астанаға", "kk") == (2, 1)
    assert ending_cuts("Astana", "en") == ()


def test_a_word_is_every_run_of_letters_and_marks() -> None:
    assert words("َكَتَبَـ 3,5ّـ_مُدَرِّس u\u0301x\u0301", "ar") == [
        "َكَتَبَـ", "3,5", "ّـ", "_", "مُدَرِّس", "u\u0301x\u0301",
    ]  # fmt: skip


def test_an_apostrophe_parts_only_what_is_possessed() -> None:
    assert words("Aas's O'Neil’s Aas'sen s's'", "en") == [
        "Aas", "'s", "O'Neil", "’s", "Aas'sen", "s", "'s", "'",
    ]  # fmt: skip


_texts = st.text("aBGensU сң 5.,٥，４Ｇ²_أُـー々東はa’'s\n\u3000\u200b\u0301𠀀-", max_size=30)


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
@given(_texts, st.sampled_from(sorted(LANGUAGES)), st.integers(-2, 31), st.integers(0, 31))
@example("Gen.5Gen.xGen. U.S.5U.S.xU.S. U.S", "en", 0, 33)
@example("Gen. U.S.", "en", 2, 8)
@example("a's a's5 a's_ a's", "en", 0, 15)
@example("a’sa’b5’c 5’c", "en", 0, 13)
@example("1.2. 1,5x 1.x ٥٫٥ 1..2", "ar", 0, 22)
@example("12.5．４, 4. Ａａ5ーｱ漢々〆", "ja", 0, 19)
def test_tokens_are_the_same_without_the_kernels(text, language, start, end):
    with pytest.MonkeyPatch.context() as without:
        without.setattr(tokens, "_cut", tokens.plain_cut)
        expected = tokenize(text, language, start, end), characters(text, max(start, 0), end)
    found = tokenize(text, language, start, end), characters(text, max(start, 0), end)
    assert found == expected
    assert all(
        type(token) is Token and text[token.start : token.end] == token.text
        for some in found
        for token in some
    )


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_sign_is_cut_alike_with_and_without_the_kernels(language):
    signs = map(chr, [*range(0x3500), *range(0x9F00, 0xA100), *range(0xF800, 0x10100)])
    text = "".join(f"{sign}a{sign}5{sign}{sign} " for sign in signs)
    with pytest.MonkeyPatch.context() as without:
        without.setattr(tokens, "_cut", tokens.plain_cut)
        expected = tokenize(text, language)
    assert tokenize(text, language) == expected


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
@pytest.mark.parametrize(
    ("kind", "known", "way", "error"),
    [
        (int, MET_WORDS, 1, TypeError),
        (Token, {"ab": ("ab", "ab")}, 1, TypeError),
        (Token, MetWords({}.__getitem__), 1, KeyError),
        (Token, MET_WORDS, 4, ValueError),
        (Token, MET_WORDS, -1, ValueError),
        (Token, MET_WORDS, 2**80, OverflowError),
    ],
)
def test_what_makes_no_tokens_is_refused(kind, known, way, error):
    with pytest.raises(error):
        KERNELS.tokenize(" ab", 0, 3, (None, way, frozenset(), kind, known))


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
@pytest.mark.parametrize(
    "given",
    [
        (" ab", 0, 3, ()),
        (" ab", 0, 3, (None, 1, frozenset(), Token)),
        (" ab", 0, 3, (None, 1, None, Token, MET_WORDS)),
        (" ab", 0, 3, (None, None, frozenset(), Token, MET_WORDS)),
        (" ab", 0, 3, 1),
        (" ab", "0", 3, tokens._way("ru")),
        (" ab", 0, None, tokens._way("ru")),
        (None, 0, 3, tokens._way("ru")),
        (" ab", 0, 3),
    ],
)
def test_what_is_no_way_to_cut_a_text_is_refused(given):
    with pytest.raises(TypeError):
        KERNELS.tokenize(*given)


def test_a_word_is_the_same_string_each_time_it_comes():
    first, again = (tokenize(text, "en") for text in ("Gabala is old.", "He left Gabala"))
    assert first[0].text is again[-1].text
    assert first[0].folded is again[-1].folded


def test_a_word_is_the_same_string_as_the_folded_form_of_another():
    first, again = tokenize("Gabala gabala", "en")
    assert first.folded is again.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "، والسيّدة ليلى (٤٦ عاماً)"),
        ("en", ", Mr. Lund’s co-author, the U.S. envoy"),
        ("ru", " — и.о. министра А. Лунд, 46"),
        ("kk", " мен Сандстрёмнің көмекшісі,"),
        ("ja", "・アルズ氏（54）と会談した。"),
        ("en", ""),
    ],
)
def test_the_words_of_a_text_are_those_of_its_tokens(language: str, text: str) -> None:
    assert [*words_in(text, language)] == [token.text for token in tokenize(text, language)]
