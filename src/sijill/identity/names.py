"""A name as it stands in a text goes in; its comparable form comes out: words, sounds, concepts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from sijill.identity.name_concepts import (
    MAY_BE_MISSING,
    SON_OF,
    concept_table,
    kind_of,
    split,
    take_concepts,
    take_regnal,
    without_title,
)
from sijill.identity.name_words import Word, sounding_word
from sijill.identity.phones import Codes, encode, phones_of, plain_letters
from sijill.identity.syllables import is_japanese_name, japanese_skeleton, japanese_syllables
from sijill.text import KANJI, WritingSystem, writing_system

_BRACKETS = re.compile(r"\s*[(（\[][^)）\]]*[)）\]]")
_KANJI = re.compile(f"[{KANJI}々]")
# A Russian adjective that stands for a name beside "islands": Азорские о-ва, the Azores.
_ADJECTIVE = re.compile(r"(?:ин)?ск(?:ие|ий|ая|ое|ого|ой|их)\Z")
_SAINT = "sent"
#: A name longer than this is cut before it is compared; no name of anybody is.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Name:
    """A name ready to be compared.

    `words` are its sounding words without honorifics and particles, `together` their sounds in one
    run; `whole` the sounds of all of it, `core` those without words that are translated or may be
    missing. `concepts` are the translated ones ("university", "south"), `generics` those that may
    be missing ("island").
    `is_chain` says that it goes from son to father (bin): then the first word is the person's own.
    `is_common` says that all of its words are such ("the Palace"): it names nothing by itself.
    `is_silent` says that nothing can be pronounced (kanji without a reading) and that there is more
    to it than translated words (大使館).
    """

    text: str
    system: WritingSystem
    words: tuple[Word, ...]
    together: Codes
    whole: Codes
    core: Codes
    concepts: frozenset[str]
    generics: frozenset[str]
    is_chain: bool
    is_common: bool
    is_silent: bool


def regnal_of(name: Name) -> frozenset[str]:
    """Give the number of a monarch's name (second, sixth); empty where it has none."""
    kinds = concept_table().kind_by_concept
    return frozenset(c for c in name.concepts if kinds.get(c) == "regnal")


@lru_cache(maxsize=200_000)
def analyse(text: str, reading: str | None = None) -> Name:
    """Make a name comparable; `reading` is the kana of a name in kanji, from an authority.

    A name in kanji without a reading keeps its signs and is silent: it can equal only itself.
    """
    shown = text[:_LONGEST]
    plain = _BRACKETS.sub("", plain_letters(shown)) or plain_letters(shown)
    system = writing_system(plain)
    concepts: set[str] = set()
    if system is WritingSystem.JAPANESE:
        plain, concepts = take_regnal(without_title(plain))
        if _KANJI.search(plain):
            if reading is not None:
                plain = plain_letters(reading)
            else:
                plain, found = take_concepts(plain)
                concepts |= found
    raw = split(plain)
    initials = {m.group(1) for m in re.finditer(r"(?<!\w)(\w)\.", plain)}
    return _assemble(text, system, raw, initials, concepts)


class _Parts:
    """The words of one name, told apart as they come.

    `words` are those that are spoken for it, `whole` the sounds of all words, `core` of those that
    no other script translates; `particle` is what stands before the next word.
    """

    def __init__(
        self, system: WritingSystem, initials: set[str], concepts: set[str], generics: set[str]
    ) -> None:
        self.system, self.initials = system, initials
        self.concepts, self.generics = concepts, generics
        self.words: list[Word] = []
        self.whole: list[str] = []
        self.core: list[str] = []
        self.particle = ""

    def take(self, word: str, spoken: str, kind: str, concept: str, *, has_generic: bool) -> None:
        """Take the next word, spoken with what is joined to it, by its kind and concept."""
        # "St." is spoken as a word, and other scripts write what is spoken.
        phones = phones_of(_SAINT if kind == "saint" and len(word) < 3 else spoken)
        if kind in ("honorific", "little"):
            self.particle = self.particle + spoken if kind == "little" else ""
            return
        if kind == "regnal":
            self.concepts.add(concept)
            return
        if kind == "tail" and self.words and spoken == word:
            self._end_with(word)
            return
        self.whole.append(phones)
        if kind in ("particle", "suffix"):
            is_held = kind == "particle" and concept != SON_OF
            self.particle = self.particle + spoken if is_held else ""
            return
        # In people's names such words are names: Islam Karimov, Ishaq Dar.
        is_initial = spoken in self.initials
        self.words.append(sounding_word(spoken, phones, is_initial, self.system, self.particle))
        self.particle = ""
        if kind in MAY_BE_MISSING:
            self.generics.add(concept)
        elif kind in ("body", "topic", "direction", "saint"):
            self.concepts.update(concept.split("+"))
        else:
            if has_generic and _ADJECTIVE.search(spoken):
                phones = phones_of(_ADJECTIVE.sub("", spoken))
            self.core.append(phones)

    def _end_with(self, word: str) -> None:
        """Let the last word end with another one that is written apart."""
        last = self.words.pop()
        bare = word.removeprefix("ال")
        together = last.text + (bare if len(bare) > len("ال") else word)  # not of الله
        phones = phones_of(together)
        self.words.append(sounding_word(together, phones, False, self.system))
        self.whole[-1] = phones
        self.core[-1:] = [phones]


def _assemble(
    text: str,
    system: WritingSystem,
    raw: list[str],
    initials: set[str],
    concepts: set[str],
) -> Name:
    table = concept_table()
    generics = {c for c in concepts if table.kind_by_concept[c] in MAY_BE_MISSING}
    kinds = [kind_of(word) for word in raw]
    has_generic = any(kind == "generic" for kind, _ in kinds) or bool(generics)
    parts = _Parts(system, initials, concepts - generics, generics)
    pending = ""
    for word, (kind, concept) in zip(raw, kinds, strict=True):
        if word in table.joined and word is not raw[-1]:
            pending += word
            continue
        parts.take(word, pending + word, kind, concept, has_generic=has_generic)
        pending = ""
    words, core = parts.words, parts.core
    is_common = not core
    if is_common:  # a name made of such words alone is compared by them
        words = words or [sounding_word(w, phones_of(w), False, system) for w in raw]
        core = list(parts.whole)
    return Name(
        text,
        system,
        _with_syllables([w for w in words if w.codes], system),
        tuple(code for w in words for code in w.codes),
        encode("".join(parts.whole)),
        encode("".join(core)),
        frozenset(parts.concepts),
        frozenset(parts.generics),
        any(concept == SON_OF for _, concept in kinds),
        is_common,
        not any(parts.whole) and bool(raw or not parts.concepts),
    )


def _with_syllables(words: list[Word], system: WritingSystem) -> tuple[Word, ...]:
    """Note the syllables of a name all of whose words can be Japanese."""
    if system is WritingSystem.ARABIC:
        return tuple(replace(w, skeleton=japanese_skeleton(w.text, system)) for w in words)
    read = [japanese_syllables(word.text, system) for word in words]
    if not all(read):
        return tuple(words)
    # Kana spell any name of the world in such syllables; the sounds prove nothing there.
    in_kana = system is WritingSystem.JAPANESE and not is_japanese_name(
        tuple(word.text for word in words), tuple(read)
    )
    return tuple(
        replace(
            w,
            syllables=s,
            skeleton="" if in_kana else japanese_skeleton(s, WritingSystem.LATIN),
        )
        for w, s in zip(words, read, strict=True)
    )
