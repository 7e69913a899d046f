"""A text goes in; the language it is written in comes out, one of ours or another."""

from __future__ import annotations

import re

from sijill.languages import LANGUAGES, LETTERS
from sijill.text import letter_system

_KANA = re.compile(r"[\u3041-\u30ff]")
_ARABIC = re.compile(r"[\u0620-\u064a]")
_NOT_ARABIC_LANGUAGE = re.compile(r"[پچژگیکٹڈڑےہںۇۋۆېەڕڵێۀ]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_KAZAKH_ONLY = re.compile(r"[ұҰ]")
_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
#: Enough to be sure, little enough to be quick; characters.
_SAMPLE = 6000
#: One letter in so many is a foreign name or two: no text is in a language by these alone.
_FEW = 10
#: So near to the best guess one of our languages is taken, in logarithms of likelihood. English
#: about Accra or Lima comes out as Nigerian Pidgin by 1 to 5, Arabic as Egyptian by 4; half a
#: sentence of Kyrgyz, Bulgarian or Uzbek stands 18 and more away from Kazakh and Russian.
_CLOSE = 12.0


def find_language(text: str) -> str | None:
    """Give the ISO 639-1 code of the language a text is written in, ours or another.

    The writing system decides first; where it leaves a choice, letters and then statistics.
    Returns None when there are fewer than ten letters.
    """
    sample = text[:_SAMPLE]
    letters = sum(ch.isalpha() for ch in sample)
    if letters < 10:
        return None
    if len(_KANA.findall(sample)) * 20 >= letters:
        return "ja"
    if len(_ARABIC.findall(sample)) * 2 >= letters:
        foreign = len(_NOT_ARABIC_LANGUAGE.findall(sample))
        return "ar" if foreign * 50 < letters else _guess(sample)
    if len(_CYRILLIC.findall(sample)) * 2 >= letters:
        # ұ is written in no other language in use; the other letters are shared with its kin.
        if _KAZAKH_ONLY.search(sample) and len(_KAZAKH.findall(sample)) * 40 >= letters:
            return "kk"
        return _guess(sample)
    return _guess(sample)


def may_be_in(text: str, language: str) -> bool:
    """Say whether a text has at least some letters of those that a language is written in.

    It has them in what it begins with, or in the whole: a page may open with menus of another.
    """
    wanted = LETTERS.get(language)
    return wanted is None or any(_has_some(part, wanted) for part in (text[:_SAMPLE], text))


def _has_some(text: str, writing_system: str) -> bool:
    systems = [system.value for ch in text if (system := letter_system(ch))]
    return systems.count(writing_system) * _FEW >= len(systems)


def _guess(sample: str) -> str:
    import py3langid

    ranked = py3langid.rank(sample)
    best, top = ranked[0]
    for language, score in ranked:
        if language in LANGUAGES and top - score <= _CLOSE:
            return str(language)
    return str(best)
