"""A string goes in; a folded form for comparing comes out, with a map back to the stored text.

Nothing here changes a stored text. Folding drops what writers leave out or vary: Arabic vowel signs
and tatweel, the seats of hamza, letter case, width of letters, the script of digits, the shape of
quotation marks and dashes. Offsets are code points, half-open.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from sijill.citation import Span
from sijill.immutable import immutable
from sijill.sign_tables import Folder

#: Matches what Arabic writes onto the word that follows, or nothing: and, so, by, for, as, and the
#: article.
ARABIC_ATTACHED = "[وف]?[بلك]?(?:ال|لل)?"
#: Any decimal digit but 0 to 9. What most texts are written in has none, and is passed over first.
_OTHER_DIGIT = re.compile(r"[^\0-\u065f\u066a-\u06ef\u06fa-\u07bf\u2000-\ua61f\D]")
#: The ranges of kanji, for a class in an expression; 々, which repeats one, is none.
KANJI = "\u3400-\u9fff\uf900-\ufaff"
_IS_KANJI = re.compile(f"[{KANJI}]")


class WritingSystem(Enum):
    """The script most letters of a string belong to."""

    ARABIC = "arabic"
    LATIN = "latin"
    CYRILLIC = "cyrillic"
    JAPANESE = "japanese"
    OTHER = "other"


# One letter for letters that writers swap freely. Persian keyboards give the last four.
_SAME_LETTER = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
    "ک": "ك", "ی": "ي", "ۀ": "ه", "ہ": "ه", "ё": "е",
}  # fmt: skip
_QUOTES = dict.fromkeys("«»“”„‟‹›〝〞〟＂", '"') | dict.fromkeys("‘’‚‛ʼ´`ʹ", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_VOWEL_SIGNS = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_DROPPED = {"ـ", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u00ad", "\ufeff"}


def printable(text: str) -> str:
    """Make a name safe to keep as UTF-8 and to show in one line; the length stays.

    Undecodable bytes, control signs (line ends among them) and signs that turn the direction of
    what follows become U+FFFD.
    """
    return "".join(
        "\ufffd" if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or c in _TURNING else c
        for c in text
    )


def is_kanji(sign: str) -> bool:
    """Say whether a text begins with a kanji."""
    return _IS_KANJI.match(sign) is not None


def without_vowel_signs(text: str) -> str:
    """Drop the Arabic signs of vowels and doubling, and what stretches letters.

    They are no letters, and would cut a word in two where its letters are looked for: «السيّدة».
    """
    return text if _VOWEL_SIGNS.search(text) is None else _VOWEL_SIGNS.sub("", text)


@lru_cache(maxsize=8192)
def fold_character(character: str) -> str:
    """Fold one code point; the result may be empty or longer than one."""
    if character in _DROPPED:
        return ""
    if character in _QUOTES:
        return _QUOTES[character]
    if character in _DASHES:
        return _DASHES[character]
    if character in _SAME_LETTER:
        return _SAME_LETTER[character]
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.digit(character))
    if unicodedata.category(character) == "Mn" and "\u0600" <= character <= "\u06ff":
        return ""
    wide = unicodedata.normalize("NFKC", character).casefold()
    if wide == character or not wide:
        return wide
    return "".join(_SAME_LETTER.get(c, c) for c in unicodedata.normalize("NFC", wide))


_FOLDER = Folder(fold_character)
#: Give the comparing form of a text; never show it to anybody. Both are one.
fold = fold_word = _FOLDER.fold


@immutable
class Folded:
    """A folded text and, for each of its characters, the offset it came from.

    `origins` is one longer than `text`: its last value is the length of the text folded.
    """

    text: str
    origins: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Give the span of the unfolded text that the folded characters `[start, end)` cover.

        Dropped signs right after the last character (a vowel sign, tatweel) are left outside.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}–{end} is not inside {len(self.text)} characters")
        return Span(self.origins[start], self.origins[end - 1] + 1)


def fold_with_origins(text: str) -> Folded:
    """Fold a text and keep the way back."""
    folded, origins = _FOLDER.fold_with_origins(text)
    return Folded(folded, range(len(text) + 1) if origins is None else origins)


def to_ascii_digits(text: str) -> str:
    """Write every decimal digit of any script as 0 to 9; the length stays."""
    if text.isascii():
        return text
    return _OTHER_DIGIT.sub(lambda m: str(unicodedata.digit(m.group())), text)


@lru_cache(maxsize=8192)
def letter_system(character: str) -> WritingSystem | None:
    """Give the writing system of one letter; None for signs, digits and blanks."""
    code = ord(character)
    if 0x0600 <= code <= 0x08FF or 0xFB50 <= code <= 0xFEFC:
        return WritingSystem.ARABIC if character.isalpha() else None
    if not character.isalpha():
        return None
    if code < 0x0250 or 0x1E00 <= code <= 0x1EFF or 0xFF21 <= code <= 0xFF5A:
        return WritingSystem.LATIN
    if 0x0400 <= code <= 0x052F:
        return WritingSystem.CYRILLIC
    if 0x3005 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF:
        return WritingSystem.JAPANESE
    if 0xFF66 <= code <= 0xFF9D or 0x20000 <= code <= 0x323AF:
        return WritingSystem.JAPANESE
    return WritingSystem.OTHER


#: The ranges of `letter_system`, with the signs among the letters.
_SIGNS = {
    WritingSystem.ARABIC: re.compile("[\u0600-\u08ff\ufb50-\ufefc]"),
    WritingSystem.LATIN: re.compile("[A-Za-z\u0080-\u024f\u1e00-\u1eff\uff21-\uff5a]"),
    WritingSystem.CYRILLIC: re.compile("[\u0400-\u052f]"),
    WritingSystem.JAPANESE: re.compile(
        "[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U000323af]"
    ),
}


def may_have(text: str, system: WritingSystem | None) -> bool:
    """Say whether a text may have a letter of a writing system; None are signs, which all have."""
    signs = _SIGNS.get(system) if system else None
    return signs is None or signs.search(text) is not None


def writing_system(text: str) -> WritingSystem:
    """Give the writing system most letters of a text belong to; OTHER when it has no letters."""
    counts: dict[WritingSystem, int] = {}
    for character in text:
        system = letter_system(character)
        if system is not None:
            counts[system] = counts.get(system, 0) + 1
    if not counts:
        return WritingSystem.OTHER
    return max(counts, key=lambda system: (counts[system], system.value))
