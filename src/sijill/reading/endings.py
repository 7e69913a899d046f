"""Kazakh names and where they were cut go in; names with their case endings outside come out.

Case endings follow the sound before them: «Мамытқа» but «Токаевке», «Әлиден» but never «Әлинен».
So a letter group that only looks like an ending («Кальвиайнен») is known to belong to the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sijill.reading.candidates import Candidate
from sijill.reading.document import Document, MentionKind
from sijill.reading.tokens import ending_cuts

_BACK, _FRONT = frozenset("аоұыяё"), frozenset("әеөүіэ")
_VOWELS = _BACK | _FRONT
#: Letters that count as vowels before some endings and as voiced consonants before others.
_EITHER = frozenset("иую")
_NASAL, _FLOWING, _BUZZING = frozenset("мнң"), frozenset("лрй"), frozenset("зж")
#: Voiced stops end a foreign name, and there are followed by voiceless endings: «Гамбургке».
_SIGNS = frozenset("ьъ")

_AFTER_VOWEL, _AFTER_NASAL, _AFTER_FLOWING, _AFTER_BUZZING, _AFTER_VOICELESS = range(5)
_ALL_VOICED = frozenset((_AFTER_VOWEL, _AFTER_NASAL, _AFTER_FLOWING, _AFTER_BUZZING))
_VOICELESS = frozenset((_AFTER_VOICELESS,))
#: After which sounds an ending's first letters may stand, in the order of genitive to instrumental.
_SOUNDS = {
    "ның": frozenset((_AFTER_VOWEL, _AFTER_NASAL)),
    "дың": frozenset((_AFTER_FLOWING, _AFTER_BUZZING)),
    "тың": _VOICELESS,
    "ны": frozenset((_AFTER_VOWEL,)),
    "ды": frozenset((_AFTER_NASAL, _AFTER_FLOWING, _AFTER_BUZZING)),
    "ты": _VOICELESS,
    "ға": _ALL_VOICED,
    "қа": _VOICELESS,
    "да": _ALL_VOICED,
    "та": _VOICELESS,
    "дан": frozenset((_AFTER_VOWEL, _AFTER_FLOWING, _AFTER_BUZZING)),
    "нан": frozenset((_AFTER_NASAL,)),
    "тан": _VOICELESS,
    "дағы": _ALL_VOICED,
    "тағы": _VOICELESS,
    "дай": _ALL_VOICED,
    "тай": _VOICELESS,
    "мен": frozenset((_AFTER_VOWEL, _AFTER_NASAL, _AFTER_FLOWING)),
    "бен": frozenset((_AFTER_BUZZING, _AFTER_VOICELESS)),
    "пен": _VOICELESS,
}
_TO_BACK = str.maketrans("еігкү", "аығқұ")
#: The same in both harmonies.
_UNCHANGING = frozenset(("мен", "бен", "пен"))


def fits_name(name: str, ending: str) -> bool:
    """Say whether a case ending may follow a person's name: «Мамыт» + «қа».

    Endings that only follow a possessive («үйінде») do not count: names have none.
    """
    ending = ending.casefold()
    back = ending if ending in _UNCHANGING else ending.translate(_TO_BACK)
    sounds = _SOUNDS.get(back)
    letters = [c for c in name.casefold() if c.isalpha()]
    if sounds is None or not letters:
        return False
    if back not in _UNCHANGING and not _agrees(letters, is_back=back == ending):
        return False
    return bool(sounds & _sounds_of(letters))


def _sounds_of(letters: list[str]) -> frozenset[int]:
    while letters[-1] in _SIGNS and len(letters) > 1:
        letters = letters[:-1]
    last = letters[-1]
    if last in _VOWELS:
        return frozenset((_AFTER_VOWEL,))
    if last in _EITHER:
        return frozenset((_AFTER_VOWEL, _AFTER_FLOWING))
    if last in _NASAL:
        return frozenset((_AFTER_NASAL,))
    if last in _FLOWING:
        return frozenset((_AFTER_FLOWING,))
    if last in _BUZZING:
        return frozenset((_AFTER_BUZZING,))
    return _VOICELESS


def _agrees(letters: list[str], *, is_back: bool) -> bool:
    """Say whether the ending has the vowels of the name's last syllable.

    A soft sign takes either, and so does «-ев»: «Тоқаевтың», «Медведевтің».
    """
    if letters[-1] in _SIGNS or letters[-2:] == ["е", "в"]:
        return True
    for letter in reversed(letters):
        if letter in _VOWELS:
            return is_back == (letter in _BACK)
        if letter in _EITHER:
            return True
    return True


_LAST = re.compile(r"[^\W\d_]+\Z")
_REST = re.compile(r"[^\W\d_]+")


def with_fitting_endings(document: Document, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Take into people's names what is no ending, and leave outside what the text shows to be one.

    A word that ends a name is cut where the text has the same name with another ending or none.
    """
    text = document.text
    words = {w.group() for w in _REST.finditer(text) if w.group()[0].isupper()}
    return [
        _without_ending(text, _with_rest(text, c), words) if c.kind is MentionKind.PERSON else c
        for c in candidates
    ]


def _with_rest(text: str, c: Candidate) -> Candidate:
    rest = _REST.match(text, c.end)
    last = _LAST.search(text[c.start : c.end])
    if rest and last and not fits_name(last.group(), rest.group()):
        return c.at(c.start, rest.end())
    return c


def _without_ending(text: str, c: Candidate, words: set[str]) -> Candidate:
    last = _LAST.search(text[c.start : c.end])
    if last is None or _REST.match(text, c.end):
        return c
    word = last.group()
    for cut in ending_cuts(word, "kk"):
        stem, ending = word[:-cut], word[-cut:]
        if len(stem) < 3 or not fits_name(stem, ending):
            continue
        others = (w for w in words if w != word and w.startswith(stem))
        if any(w == stem or fits_name(stem, w[len(stem) :]) for w in others):
            return c.at(c.start, c.end - cut)
    return c
