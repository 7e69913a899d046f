"""Vocalised Arabic goes in; the same text comes out spelled as it is spoken, for the voice.

Speech synthesis reads word by word and letter by letter; a speaker joins words: the article's vowel
falls after another vowel, its l becomes the sun letter that follows, case endings fall before a
pause. The rules are those of Wright, A Grammar of the Arabic Language, vol. I, §§ 13-21, 22.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.digests import sha256
from sijill.tables import open_table

_FATHA, _DAMMA, _KASRA = "\u064e", "\u064f", "\u0650"
_SHADDA, _SUKUN = "\u0651", "\u0652"
_TANWIN = "\u064b\u064c\u064d"
_SIGNS = _TANWIN + _FATHA + _DAMMA + _KASRA + _SHADDA + _SUKUN + "\u0670"
_SUN = "تثدذرزسشصضطظلن"

_SIGN = re.compile(f"[{_SIGNS}]")
_LETTER = re.compile("[\u0621-\u064a]")
_VOWEL_THEN_SHADDA = re.compile(f"([{_TANWIN}{_FATHA}{_DAMMA}{_KASRA}]){_SHADDA}")
_PAUSE = re.compile("[،؛:,.!?؟…–—]")
_PIECES = re.compile(r"(\s+)")
_WORD = re.compile(f"[\u0621-\u064a\u0671{_SIGNS}]+")
# The article after a one-letter word: wa-, fa-, bi-, ka-.
_ATTACHED = re.compile(f"^([وفبك][{_FATHA}{_KASRA}])ال")
_FIRST_VOWEL = re.compile(f"[{_FATHA}{_DAMMA}{_KASRA}]")


def is_vocalised(text: str) -> bool:
    """Say whether a text already carries its vowel signs."""
    return len(_SIGN.findall(text)) > 0.35 * max(1, len(_LETTER.findall(text)))


@cache
def _spoken_forms() -> dict[str, str]:
    rows = open_table("ar/spoken_forms.tsv", ("written", "spoken"))
    return {row["written"]: row["spoken"] for row in rows}


def spoken_forms_digest() -> str:
    """Give the SHA-256 of the table by which words are spelled as they are spoken."""
    return sha256("\n".join(f"{a}\t{b}" for a, b in sorted(_spoken_forms().items())).encode())


def _with_long_a(word: str) -> str:
    """Write the long a that a few common words have in speech alone, as in hādhā."""
    spoken = _spoken_forms().get(_SIGN.sub("", word))
    if spoken is None:
        return word
    parts = re.findall(f"[^{_SIGNS}][{_SIGNS}]*", word)
    done: list[str] = []
    for letter in spoken:
        if parts and parts[0][0] == letter:
            done.append(parts.pop(0))
        else:
            done.append(letter)
    return "".join(done + parts)


def _ordered(text: str) -> str:
    """Put the doubling sign before the vowel: Unicode's own order is the other one."""
    return _VOWEL_THEN_SHADDA.sub(lambda m: _SHADDA + m[1], text)


def spell_as_spoken(text: str) -> str:
    """Respell a vocalised Arabic text; words without vowel signs and other scripts stay."""
    pieces = _PIECES.split(_ordered(text).strip())
    words = pieces[0::2]
    spaces = [*pieces[1::2], ""]
    spoken: list[str] = []
    for index, piece in enumerate(words):
        found = _WORD.search(piece)
        if not found:
            spoken.append(piece)
            continue
        head, word, tail = piece[: found.start()], found[0], piece[found.end() :]
        word = _with_long_a(word)
        last = index == len(words) - 1 or bool(_PAUSE.search(tail))
        before = spoken[-1] if spoken else ""
        joined = bool(before) and not head and _ends_in_vowel(before)
        start = _begin(word, joined=joined)
        if joined and start is not None and _WORD.fullmatch(before):
            spoken[-1] = _short_end(before)
        word = start if start is not None else word
        spoken.append(head + (_pausal(word) if last else word) + tail)
    return "".join(word + space for word, space in zip(spoken, spaces, strict=True))


def _ends_in_vowel(word: str) -> bool:
    """Say whether a word ends in a vowel that the next word can lean on."""
    if word[-1:] in (_FATHA, _DAMMA, _KASRA):
        return True
    pairs = ((_FATHA, "اى"), (_KASRA, "ي"), (_DAMMA, "و"))
    return any(word[-2:-1] == vowel and word[-1:] in letters for vowel, letters in pairs)


def _short_end(word: str) -> str:
    """Shorten a long vowel that stands before a joined word: fī l-yawm is said fi l-yawm."""
    return word if word[-1] in (_FATHA, _DAMMA, _KASRA) else word[:-1]


def _begin(word: str, *, joined: bool) -> str | None:
    """Respell the beginning of a word that has a joining a; None where it has none."""
    attached = _ATTACHED.match(word)
    if attached and _is_article(word[attached.end() - 2 :]):
        return attached[1] + _after_article(word[attached.end() :])
    if _is_article(word):
        rest = _after_article(word[2:])
        return rest if joined else f"أ{_FATHA}{rest}"
    if word[:1] in ("ا", "\u0671") and word[2:3] in (_SUKUN, _SHADDA):
        if joined:
            return word[1:]
        vowel = _FIRST_VOWEL.search(word)
        return f"أ{_DAMMA}{word[1:]}" if vowel and vowel[0] == _DAMMA else f"إ{_KASRA}{word[1:]}"
    return None


def _is_article(word: str) -> bool:
    """Tell al- from a stem that begins like it: il-taqā has its l before a t not doubled."""
    if not word.startswith("ال") or len(word) < 4:
        return False
    rest = word[2:]
    if rest[0] == _SUKUN:
        return rest[1:2] not in _SUN or rest[2:3] == _SHADDA
    if rest[0] == _KASRA:
        return rest[1] == "ا"
    return (rest[0] in _SUN and rest[1:2] == _SHADDA) or rest[0] not in _SIGNS


def _after_article(rest: str) -> str:
    """Give what follows the a of the article: l- before a moon letter, else the letter doubled."""
    bare = rest.lstrip(_SUKUN + _KASRA)
    if bare[:1] == "ا" and bare[2:3] in (_SUKUN, _SHADDA):
        return f"ل{_KASRA}{bare[1:]}"  # al-iqtiṣād is said al-iqtiṣād, with one short i
    if bare[:1] in _SUN:
        return bare if bare[1:2] == _SHADDA else bare[0] + _SHADDA + bare[1:]
    return f"ل{_SUKUN}{bare}"


def _pausal(word: str) -> str:
    """Give a word's form before a pause: no case vowel, no t of the feminine ending."""
    word = word.rstrip("\u064c\u064d" + _FATHA + _DAMMA + _KASRA)
    if word.rstrip("\u064b").endswith("ة"):
        stem = word.rstrip("\u064b")[:-1]
        return stem if stem[-1:] in _SIGNS else stem + _FATHA
    return word
