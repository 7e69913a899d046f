"""A word of a name as it is spoken goes in; its sounds and what its ending tells come out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sijill.identity.common_names import CommonName, common_name_of
from sijill.identity.name_concepts import concept_table
from sijill.identity.phones import Codes, Sound, encode, phones_of, sound_of
from sijill.identity.spellings import readings_of
from sijill.identity.syllables import other_chinese
from sijill.tables import open_table
from sijill.text import WritingSystem, letter_system

# How sure the other sounds of a word are: an article or a particle, a nominative, a spelling of
# Chinese by rule, a bare stem.
_SURE = 1.0
_NOMINATIVE = 0.97
_BY_RULE = 0.95
_BARE_STEM = 0.88
_SHORTEST_STEM = 3
_LONGEST_ENDING = 5
_SLAVE_OF = "عبدال"
_ARABIC_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Word:
    """One sounding word of a name; `is_initial` for "T.", `is_patronymic` for "Кемелевич".

    `also` are other sounds it may have, each with how sure that is: without an article written
    onto it (Albudaiwi), with the particle before it (da Silva), in the nominative, without "-ov".
    `readings` are its sounds in languages that speak Latin letters otherwise (Steinmeier).
    `role` is what its ending tells: "man" (-ov), "woman" (-ova, in Russian also a man's genitive),
    "case", or "". `common` is the given name it is, where many bear it, `case_of` the one whose
    case it may be (Самира is a woman's name, and a case of Самир). `syllables` are those of
    a name all of whose words can be Japanese, `skeleton` their sounds, or those of Arabic.
    """

    text: str
    sound: Sound
    also: tuple[tuple[Sound, float], ...] = ()
    is_initial: bool = False
    is_patronymic: bool = False
    readings: tuple[Sound, ...] = ()
    role: str = ""
    common: CommonName | None = None
    case_of: CommonName | None = None
    syllables: str = ""
    skeleton: str = ""

    @property
    def codes(self) -> Codes:
        """Its phones."""
        return self.sound.codes


def sounding_word(
    spoken: str, phones: str, is_initial: bool, system: WritingSystem, particle: str = ""
) -> Word:
    """Give a word with all it may sound like; `particle` is what stands before it (da, van der)."""
    is_patronymic = len(spoken) > 5 and any(spoken.endswith(e) for e in concept_table().endings)
    alone = is_initial and sum(letter_system(c) is not None for c in spoken) == 1
    role, nominatives = _ending_of(spoken)
    sure = _BARE_STEM if role == "man" else _NOMINATIVE
    also = list(_without_article(spoken))
    if spoken.startswith(_SLAVE_OF):  # Абдрахманов has no l, whatever عبد الرحمنوف has
        also.append((phones_of(_SLAVE_OF[:-2] + spoken[len(_SLAVE_OF) :]), _NOMINATIVE))
    if "ё" in spoken:  # Горбачёв is Gorbachev
        also.append((phones_of(spoken.replace("ё", "е")), _SURE))
    if particle:
        also.append((phones_of(particle + spoken), _SURE))
    also += [(phones_of(nominative), sure) for nominative in nominatives]
    chinese = other_chinese(spoken, system)
    if chinese:
        also.append((phones_of(chinese), _BY_RULE))
    read = readings_of(spoken) if system is WritingSystem.LATIN else ()
    return Word(
        spoken,
        sound_of(encode(phones)),
        tuple((sound_of(encode(p)), sure) for p, sure in also if p and p != phones),
        alone,
        is_patronymic,
        tuple(dict.fromkeys(sound_of(encode(p)) for p in map(phones_of, read) if p != phones)),
        role,
        common_name_of(spoken),
        _case_of(role, nominatives),
    )


def _case_of(role: str, nominatives: list[str]) -> CommonName | None:
    """Give the given names, borne by many, in a case of which a word may stand."""
    names = [found for n in nominatives if (found := common_name_of(n))] if role == "case" else []
    if len(names) < 2:
        return names[0] if names else None
    return CommonName(frozenset().union(*(n.ids for n in names)), all(n.is_arabic for n in names))


def _without_article(spoken: str) -> tuple[tuple[str, float], ...]:
    for article in concept_table().articles:
        if spoken.startswith(article) and len(spoken) - len(article) > 2:
            return ((phones_of(spoken.removeprefix(article)), _SURE),)
    if spoken.startswith(_ARABIC_ARTICLE) and len(spoken) - len(_ARABIC_ARTICLE) > 2:
        # العبيدي is Labidi in the Maghreb, الأخضر is Lakhdar.
        return ((phones_of(spoken[len(_ARABIC_ARTICLE) - 1 :]), _NOMINATIVE),)
    return ()


@cache
def _endings() -> dict[str, tuple[tuple[str, str], ...]]:
    """Map endings, the script of which is plain, to what nominatives have and to their roles."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in open_table("world/name_endings.tsv", ("script", "ending", "nominative", "role")):
        found.setdefault(row["ending"], []).append((row["nominative"], row["role"]))
    return {ending: tuple(pairs) for ending, pairs in found.items()}


def _ending_of(spoken: str) -> tuple[str, list[str]]:
    """Give the role of a word's ending and the word in the nominative or without it."""
    for size in range(min(_LONGEST_ENDING, len(spoken) - 1), 0, -1):
        stem = spoken[:-size]
        found = [
            (stem + nominative, role)
            for nominative, role in _endings().get(spoken[-size:], ())
            if len(stem) + len(nominative) >= _SHORTEST_STEM
        ]
        if found:
            return found[0][1], [
                nominative for nominative, _ in found if nominative != stem + spoken[-size:]
            ]
    return "", []
