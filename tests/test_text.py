"""Folding is for comparing; every folded character knows where it came from."""

from sijill.text import (
    WritingSystem,
    fold,
    fold_character,
    fold_with_origins,
    letter_system,
    may_have,
    to_ascii_digits,
    without_vowel_signs,
    writing_system,
)
from sijill.word_tables import WordTable


def test_folding_unites_what_writers_vary() -> None:
    assert fold("أُستـاذ") == fold("استاذ")
    assert fold("٢٠٠٤") == fold("۲۰۰۴") == fold("２００４") == "2004"
    assert fold("Ёлкин") == fold("елкин")
    assert fold("«да» — “no”") == '"да" - "no"'
    assert fold("ﾄｶｴﾌ") == fold("トカエフ")


def test_folded_span_points_into_the_untouched_text() -> None:
    text = "قال الأُسـتاذُ نعم"
    folded = fold_with_origins(text)
    at = folded.text.index("الاستاذ")
    span = folded.span(at, at + len("الاستاذ"))
    assert text[span.start : span.end] == "الأُسـتاذ"


def test_digits_of_any_script_keep_their_places() -> None:
    assert to_ascii_digits("عام ٢٠٠٤ / 令和７年") == "عام 2004 / 令和7年"


def test_writing_system_is_that_of_most_letters() -> None:
    assert writing_system("شركة Komatsu اليابانية") is WritingSystem.ARABIC
    assert writing_system("Қазақстан") is WritingSystem.CYRILLIC
    assert writing_system("トカエフ大統領") is WritingSystem.JAPANESE
    assert writing_system("12:30 —") is WritingSystem.OTHER


def test_without_vowel_signs_letters_stay_as_they_are_written() -> None:
    assert without_vowel_signs("السيّدة أمـيرة") == "السيدة أميرة"
    assert without_vowel_signs("Ёлкин, José, 東京") == "Ёлкин, José, 東京"


def test_a_long_text_is_folded_sign_by_sign_whatever_is_in_it() -> None:
    letters = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x20000)]))
    assert fold(letters) == "".join(map(fold_character, letters))
    ascii_signs = letters[:128]
    assert fold(ascii_signs) == "".join(map(fold_character, ascii_signs))


def test_a_short_text_is_folded_sign_by_sign_whatever_is_in_it() -> None:
    for sign in map(chr, [*range(0xD800), *range(0xE000, 0x20000)]):
        assert fold(sign) == fold_character(sign)
        assert fold(f"Aе{sign}А") == f"aе{fold_character(sign)}а"


def test_few_signs_in_a_long_text_are_folded_as_each_by_itself() -> None:
    signs = [*map(chr, [*range(0xD800), *range(0xE000, 0x20000)])]
    for first in range(0, len(signs), 30):
        text = "".join(signs[first : first + 30]) * 2
        parts = [*map(fold_character, text)]
        folded = fold_with_origins(text)
        assert fold(text) == folded.text == "".join(parts)
        places = [place for place, part in enumerate(parts) for _ in part]
        assert [*folded.origins] == [*places, len(text)]


def test_signs_that_fold_to_none_and_to_two_keep_their_places() -> None:
    text = "سـ№"
    folded = fold_with_origins(text)
    assert folded.text == "سno"
    assert [*folded.origins] == [0, 2, 2, 3]


def test_a_word_is_asked_for_once_until_there_are_too_many() -> None:
    asked: list[str] = []

    def tell(word: str) -> int:
        asked.append(word)
        return len(word)

    table = WordTable(tell, most=2)
    assert [table[word] for word in ("а", "бб", "а", "ввв", "а")] == [1, 2, 1, 3, 1]
    assert asked == ["а", "бб", "ввв", "а"]


def test_no_letter_of_a_writing_system_is_missed() -> None:
    signs = map(chr, [*range(0xD800), *range(0xE000, 0x33000)])
    assert all(may_have(sign, letter_system(sign)) for sign in signs)
    assert not may_have("Astana, 2025", WritingSystem.CYRILLIC)
