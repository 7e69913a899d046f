"""A person's name goes in; how another language spells it comes out, for want of a real spelling.

A word of it that is a name many bear is spelt as that language spells it (Mahmoud: محمود, and no
ماهمود); the others are spelt by their letters (`transliterate`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sijill.identity.common_names import spelling_of
from sijill.identity.transliterate import SCRIPT_BY_LANGUAGE, transliterate, with_capitals
from sijill.languages import CASED
from sijill.text import WritingSystem, writing_system

#: The Arabic article before a name, as other scripts write it.
_ARTICLE = re.compile(r"^(?:al|el|аль|эль)[- ](?=\w)", re.IGNORECASE)
#: Between these each letter has its letter: Анвар of Tashkent is Anvar, whatever Anwar is in Cairo.
_LETTER_BY_LETTER = (WritingSystem.LATIN, WritingSystem.CYRILLIC)
#: So many words at most make one given name: Abdel Fattah, عبد الله.
_LONGEST = 2


def spell_person(
    name: str, language: str, *, reading: str | None = None, country: str | None = None
) -> str | None:
    """Spell a person's name in the script of a language; see `transliterate`, of which it is a use.

    Returns the name itself when it is in that script already, None where it cannot be spelt.
    """
    if writing_system(name) in (SCRIPT_BY_LANGUAGE[language], WritingSystem.JAPANESE) or reading:
        return transliterate(name, language, reading=reading, country=country)
    parts: list[str] = []
    for word, known in _parted(name, language):
        made = known or _by_letters(word, language, country)
        if not made:
            return None
        parts.append(made)
    spelt = ("・" if language == "ja" else " ").join(parts)
    # Small words inside a name (bin, al-) were first words to whoever spelt them.
    return with_capitals(spelt.lower()) if language in CASED else spelt


def known_words(name: str, language: str) -> int:
    """Count the words of a name that many bear."""
    return sum(known is not None for _, known in _parted(name, language))


def _parted(name: str, language: str) -> Iterable[tuple[str, str | None]]:
    """Part a name into given names with their spelling, and what else it has between them."""
    words = name.split()
    systems = writing_system(name), SCRIPT_BY_LANGUAGE[language]
    is_apart = any(system not in _LETTER_BY_LETTER for system in systems)
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            run = " ".join(words[at : at + size])
            known = spelling_of(run, language) if is_apart else None
            if known is not None:
                break
        else:
            # An article stays with the word behind it; a first word is no article: Al Gore.
            size = 2 if at and _ARTICLE.match(" ".join(words[at : at + 2])) else 1
            run = " ".join(words[at : at + size])
        yield run, known
        at += size


def _by_letters(word: str, language: str, country: str | None) -> str | None:
    article = _ARTICLE.match(word) if language == "ar" else None
    if article is None:
        return transliterate(word, language, country=country)
    rest = word[article.end() :]
    made = spelling_of(rest, language) or transliterate(rest, language, country=country)
    return f"ال{made}" if made else None
