import re

import numpy as np
import pytest
import skia
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sijill.errors import LayoutFault
from sijill.film.fonts import load_fonts
from sijill.film.theme import load_theme
from sijill.film.typesetting import Block, Typesetter, _isolated, _keep_words, clean, pick


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(load_fonts(), load_theme())


def ink(block: Block) -> NDArray[np.bool_]:
    """Where a block has ink, as rows and columns of its own box with a margin of 40 pixels."""
    height, width = int(block.height) + 80, int(block.width) + 80
    pixels = np.zeros((height, width, 4), np.uint8)
    info = skia.ImageInfo.Make(width, height, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    surface = skia.Surface.MakeRasterDirect(info, pixels, width * 4)
    block.paint(surface.getCanvas(), 40, 40)
    surface.flushAndSubmit()
    return np.asarray(pixels[..., 3] > 60)


def groups(columns: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Runs of columns with ink, from left to right."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], columns.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def one_line(setter: Typesetter, text: str, language: str, style: str = "heading") -> Block:
    look = setter.theme.style(style)
    align = "right" if language == "ar" else "left"
    return setter.set(text, language, look, 58, width=1600, align=align)


def test_clean_keeps_words_and_drops_what_overrides_direction() -> None:
    assert clean("  a \t b\r\n\n c ") == "a b\nc"
    assert clean("e\u0301") == "é"
    assert clean("\u202eabc\u202c") == "abc"
    assert clean("\u2067ab\u2069") == "\u2067ab\u2069"
    assert clean("ab\u2069 c\u2067") == "ab c"
    assert clean("") == ""


def test_pick_says_which_language_it_chose() -> None:
    assert pick({"ar": "قصر", "en": "palace"}, "ar") == ("قصر", "ar")
    assert pick({"en": "palace", "ru": "дворец"}, "ja") == ("palace", "en")
    assert pick({"ru": "дворец", "kk": " "}, "kk") == ("дворец", "ru")
    assert pick({}, "ar") == ("", "ar")


def test_full_stop_of_an_arabic_sentence_stands_at_its_left(setter: Typesetter) -> None:
    block = one_line(setter, "وصل الرئيس.", "ar")
    drawn = ink(block)
    left = groups(drawn.any(axis=0))[0]
    rows = np.flatnonzero(drawn[:, left[0] : left[1]].any(axis=1))
    # A dot: small, and standing on the baseline.
    assert left[1] - left[0] < block.size * 0.25
    assert rows[-1] - rows[0] < block.size * 0.25
    assert abs(rows[-1] - 40 - block.baseline) < block.size * 0.1


def test_sentence_that_begins_with_a_latin_name_still_runs_from_the_right(
    setter: Typesetter,
) -> None:
    drawn = ink(one_line(setter, "Komatsu شركة يابانية.", "ar"))
    left = groups(drawn.any(axis=0))[0]
    assert left[1] - left[0] < 58 * 0.3  # the full stop, not the name


def test_arabic_letters_are_joined(setter: Typesetter) -> None:
    joined = one_line(setter, "سسس", "ar").ink_width
    apart = one_line(setter, "س\u200cس\u200cس", "ar").ink_width
    assert joined < apart * 0.85
    assert len(groups(ink(one_line(setter, "سسس", "ar")).any(axis=0))) == 1


def test_tracking_never_tears_joined_letters(setter: Typesetter) -> None:
    plain = one_line(setter, "مشروع", "ar", "detail").ink_width
    tracked = one_line(setter, "مشروع", "ar", "country").ink_width
    assert tracked == pytest.approx(plain, rel=0.02)


def test_vowel_signs_take_no_width(setter: Typesetter) -> None:
    bare = one_line(setter, "مآسي هيروشيما", "ar")
    vocalised = one_line(setter, "مَآسِيَ هِيروشِيما", "ar")
    assert vocalised.ink_width == pytest.approx(bare.ink_width, rel=0.03)
    assert ink(vocalised).sum() > ink(bare).sum()


def test_vocalised_lines_keep_clear_of_each_other(setter: Typesetter) -> None:
    text = "نَهْجٍ مَسْؤُولٍ لِأَمْرٍ\nإِظْهَارُ ضَبْطِ النَّفْسِ"
    drawn = ink(one_line(setter, text, "ar", "quote"))
    bare = ink(one_line(setter, re.sub("[\u064b-\u0652]", "", text), "ar", "quote"))
    assert drawn.shape[0] > bare.shape[0]
    # Somewhere between the lines there is a row without ink.
    assert len(groups(drawn.any(axis=1))) >= 2


def test_date_after_a_latin_name_stays_whole_in_arabic(setter: Typesetter) -> None:
    # Without isolates the day's number would go with the name: “2025 ديسمبر Kyodo · 19”.
    together = ink(one_line(setter, "Kyodo · 19 ديسمبر 2025", "ar", "line"))
    alone = ink(one_line(setter, "19 ديسمبر 2025", "ar", "line"))
    first, last = groups(alone.any(axis=0))[0][0], groups(alone.any(axis=0))[-1][1]
    start = groups(together.any(axis=0))[0][0]
    rows = slice(0, min(together.shape[0], alone.shape[0]))
    part = together[rows, start : start + last - first]
    # The left end of the line is the date, exactly as it looks alone.
    assert (part != alone[rows, first:last]).mean() < 0.02


@pytest.mark.parametrize(
    ("language", "text", "isolated"),
    [
        ("ar", "Kyodo News, 25 ديسمبر", "⟨Kyodo News⟩, 25 ديسمبر"),
        ("ar", "حوار «Central Asia + Japan» عام 2004", "حوار «⟨Central Asia + Japan⟩» عام 2004"),
        ("ar", "شركة Hitachi (HCM) اليابانية", "شركة ⟨Hitachi (HCM)⟩ اليابانية"),
        ("ar", "(وكالة Акорда)", "(وكالة ⟨Акорда⟩)"),
        ("ar", "طائرة Boeing 737 وصلت", "طائرة ⟨Boeing 737⟩ وصلت"),
        ("ar", "التجارة -18.6 % في 2025", "التجارة ⟨-18.6\u00a0%⟩ في 2025"),
        ("ar", "2024-2025 و5+1", "2024-2025 و5+1"),
        ("en", "source: الجمهورية, 19 December", "source: ⟨الجمهورية⟩, 19 December"),
        ("en", "trade -18.6 %", "trade -18.6\u00a0%"),
        ("ar", "\u2067قيل\u2069 Kyodo", "\u2067قيل\u2069 Kyodo"),
    ],
)
def test_runs_of_the_other_direction_keep_to_themselves(
    language: str, text: str, isolated: str
) -> None:
    marked = _isolated(text, language)
    if "⟨" in isolated:
        marked = re.sub("[\u2066-\u2068]", "⟨", marked).replace("\u2069", "⟩")
    assert marked == isolated


def test_no_word_is_broken(setter: Typesetter) -> None:
    look = setter.theme.style("heading")
    word = "ميرضيائيف"
    for width in range(250, 460, 7):
        try:
            block = setter.fit(f"شوكت {word}", "ar", look, width=width, height=400, align="right")
        except LayoutFault:
            continue
        nominal = block.size / setter.theme.script("display", "ar").optical
        whole = setter.set(word, "ar", look, nominal, width=2000, align="right")
        assert block.ink_width >= whole.ink_width - 1


def test_text_shrinks_by_steps_and_then_is_a_fault(setter: Typesetter) -> None:
    look = setter.theme.style("quote")
    optical = setter.theme.script("display", "en").optical
    sizes = []
    for count in (10, 40, 80, 130):
        text = "The words of the President at the university. " * (count // 8)
        block = setter.fit(text, "en", look, width=1400, height=500, align="left")
        sizes.append(round(block.size / optical))
        assert block.height <= 500.5
    assert sizes == sorted(sizes, reverse=True)
    assert set(sizes) <= set(look.sizes)
    assert len(set(sizes)) > 1
    with pytest.raises(LayoutFault, match="overflows its box of 1400x500") as caught:
        setter.fit("word " * 500, "en", look, width=1400, height=500, align="left", scene_id="q-1")
    assert caught.value.scene_id == "q-1"
    assert caught.value.text.startswith("word word")
    assert caught.value.remedy


def test_a_word_wider_than_its_box_is_a_fault(setter: Typesetter) -> None:
    with pytest.raises(LayoutFault, match="overflows"):
        setter.fit(
            "Rindfleischetikettierungsüberwachung",
            "en",
            setter.theme.style("line"),
            width=200,
            height=500,
            align="left",
        )


def test_a_sign_that_no_font_has_is_a_fault_with_its_number(setter: Typesetter) -> None:
    with pytest.raises(LayoutFault, match=r"“😀” \(U\+1F600\)"):
        setter.fit("Hello 😀", "en", setter.theme.style("line"), width=900, height=90, align="left")


def test_endless_text_is_a_fault_at_once(setter: Typesetter) -> None:
    with pytest.raises(LayoutFault, match="overflows"):
        setter.fit(
            "سطر" * 70_000, "ar", setter.theme.style("quote"), width=900, height=500, align="right"
        )


def test_lines_are_even(setter: Typesetter) -> None:
    text = "The Emperor and the Prime Minister received the same guest on the same day"
    look = setter.theme.style("heading")
    block = setter.fit(text, "en", look, width=1700, height=300, align="left")
    free = setter.fit(text, "en", look, width=1700, height=300, align="left", balance=False)
    assert block.lines == free.lines == 2
    assert block.ink_width < free.ink_width * 0.75


def test_japanese_breaks_where_a_phrase_ends(setter: Typesetter) -> None:
    look = setter.theme.style("film_title")
    block = setter.fit("強力なパートナー", "ja", look, width=900, height=500, align="left")
    assert block.lines == 2
    longer = setter.set("パートナー", "ja", look, 148, width=2000, align="left")
    shorter = setter.set("強力な", "ja", look, 148, width=2000, align="left")
    assert longer.ink_width > shorter.ink_width
    assert block.ink_width == pytest.approx(longer.ink_width, abs=1)


def test_long_japanese_without_phrases_is_still_set(setter: Typesetter) -> None:
    text = "日本国政府及カザフスタン共和国政府間投資促進保護協定署名式典" * 2
    block = setter.fit(
        text, "ja", setter.theme.style("detail"), width=400, height=600, align="left"
    )
    assert block.lines >= 4


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["ar", "en", "ru", "kk", "ja", "xx"]))
def test_any_text_is_set_or_is_a_fault(text: str, language: str) -> None:
    setter = Typesetter(load_fonts(), load_theme())
    try:
        block = setter.fit(
            clean(text), language, setter.theme.style("line"), width=700, height=300, align="left"
        )
    except LayoutFault:
        return
    assert block.height <= 300.5
    assert block.ink_width <= 701


@pytest.mark.parametrize(
    ("text", "language", "apart"),
    [
        ("الحوار بين البلدين ازداد قوة كل عام على مدى أكثر من ثلاثين عاما", "ar", ("كل", "عام")),
        ("A list declared complete by the Ministry of Foreign Affairs", "en", ("the", "Ministry")),
    ],
)
def test_words_that_belong_together_stand_on_one_line(
    setter: Typesetter, text: str, language: str, apart: tuple[str, str]
) -> None:
    look = setter.theme.style("claim")
    first, second = apart
    kept = _keep_words(text, language)
    assert f"{first}\u00a0{second}" in kept
    assert kept.replace("\u00a0", " ") == text
    free = setter.set(text, language, look, look.sizes[0], width=820, align="right")
    block = setter.fit(text, language, look, width=820, height=600, align="right")
    assert block.lines == free.lines > 1


def test_a_clause_ends_a_phrase() -> None:
    assert _keep_words("قال هذا، كل عام", "ar") == "قال هذا، كل\u00a0عام"


def test_an_apostrophe_is_set_as_one() -> None:
    assert clean("Prime Minister's Office") == "Prime Minister’s Office"
    assert clean("It is 5' long") == "It is 5' long"
