"""A register goes in once; then the places in a text where something it knows is named come out.

All names in all languages are looked for at once (Aho-Corasick over folded text). A name must stand
as a word: Arabic particles may be written onto its front, Kazakh endings onto its end, Russian
case forms are made from the nominative, and in Japanese a name in kana may not be part of a longer
run of kana.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from sijill.citation import Span
from sijill.register.declension import decline
from sijill.register.entries import Register, RegisterEntry
from sijill.tables import open_table
from sijill.text import WritingSystem, fold_character, join_folded, letter_system

# Signs that writers swap inside one name: Касым-Жомарт, カシム=ジョマルト, Abu‑Dhabi.
_JOINERS = dict.fromkeys("-‐‑‒–·・=＝゠\u00a0\u202f_", " ")
_KANA = range(0x30A1, 0x3100)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text where a known name stands; `entry_ids` has more than one id if ambiguous.

    `kinds` are the kinds of those entries, sorted (`organisation`, `person`, `place`).
    """

    start: int
    end: int
    text: str
    entry_ids: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def span(self) -> Span:
        """The place of the name, without attached particles and endings."""
        return Span(self.start, self.end)


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    return _JOINERS.get(character) or fold_character(character)


def _fold(text: str) -> str:
    return "".join(map(_fold_character, text))


class Matcher:
    """Finds every name of a register in a text; made once, then used for any number of texts.

    The names of a writing system are made ready when a text first has a letter of it.
    """

    def __init__(self, register: Register) -> None:
        self.register = register
        #: What each entry is for a reader: person, organisation, place or state.
        self.kind_by_id = {
            i: "state" if _is_state(entry) else entry.kind for i, entry in register.entries.items()
        }
        self._front = _affixes("ar", "front")
        # One-letter endings would make Лима of «Лиман».
        self._end = frozenset(e for e in _affixes("kk", "end") if len(e) > 1)
        self._not_after = _affixes("ja", "not_after")
        #: Names with their language and entry, by the writing system of their first sign.
        self._names: dict[WritingSystem | None, list[tuple[str, str, str]]] = {}
        for entry_id in sorted(register.entries):
            names = register.entries[entry_id].names
            for language in sorted(names):
                for name in names[language]:
                    first = _fold(name).strip()[:1]
                    if first:
                        group = self._names.setdefault(letter_system(first), [])
                        group.append((name, language, entry_id))
        self._automata: dict[WritingSystem | None, ahocorasick.Automaton] = {}

    def _automaton(self, system: WritingSystem | None) -> ahocorasick.Automaton:
        """Give what finds the names of a writing system."""
        if system in self._automata:
            return self._automata[system]
        ids_by_form: dict[str, set[str]] = {}
        case_by_form: dict[str, str] = {}
        for name, language, entry_id in self._names[system]:
            for form in _forms(name, language):
                key = _fold(form).strip()
                if len(key) < 2:
                    continue
                ids_by_form.setdefault(key, set()).add(entry_id)
                case_by_form.setdefault(key, _case(form))
        automaton = ahocorasick.Automaton()
        for key in sorted(ids_by_form):
            ids = tuple(sorted(ids_by_form[key]))
            kinds = tuple(sorted({self.register.entries[i].kind for i in ids}))
            automaton.add_word(key, (len(key), ids, kinds, case_by_form[key]))
        if ids_by_form:
            automaton.make_automaton()
        self._automata[system] = automaton
        return automaton

    def find(self, text: str, language: str | None = None) -> tuple[Hit, ...]:
        """Give the longest known names in the text, from left to right, none overlapping.

        Kazakh endings may follow a name unless the text is known to be in another language.
        """
        both = join_folded(list(map(_fold_character, text)))
        folded, origins = both.text, both.origins
        is_kazakh = language in ("kk", None)
        found: list[tuple[int, int, Hit]] = []
        systems = {letter_system(sign) for sign in set(folded)}
        for automaton in [self._automaton(s) for s in self._names if s in systems]:
            for last, (length, ids, kinds, case) in automaton.iter(folded) if automaton else ():
                first = last + 1 - length
                start, end = origins[first], origins[last] + 1
                if _case_fits(text[start:end], case) and self._is_word(
                    folded, first, last + 1, is_kazakh
                ):
                    found.append((start, -end, Hit(start, end, text[start:end], ids, kinds)))
        hits: list[Hit] = []
        reached = 0
        for start, _, hit in sorted(found, key=lambda f: f[:2]):
            if start >= reached:
                hits.append(hit)
                reached = hit.end
        return tuple(hits)

    def _is_word(self, folded: str, start: int, end: int, is_kazakh: bool) -> bool:
        system = letter_system(folded[start])
        if system is WritingSystem.JAPANESE:
            return self._is_japanese_word(folded, start, end)
        if end < len(folded) and folded[end] in "$€£¥":
            return False  # US$5
        if end < len(folded) and folded[end].isalnum():
            is_ending = (
                is_kazakh and system is WritingSystem.CYRILLIC and _rest(folded, end) in self._end
            )
            if not is_ending:
                return False
        if start == 0 or not folded[start - 1].isalnum():
            return True
        return system is WritingSystem.ARABIC and _before(folded, start) in self._front

    def _is_japanese_word(self, folded: str, start: int, end: int) -> bool:
        if ord(folded[start]) in _KANA and start and ord(folded[start - 1]) in _KANA:
            return False
        if end == len(folded):
            return True
        if ord(folded[end - 1]) in _KANA and ord(folded[end]) in _KANA:
            return False
        return folded[end] not in self._not_after


def _is_state(entry: RegisterEntry) -> bool:
    return entry.kind == "place" and bool(entry.country) and entry.id == str(entry.country).lower()


def _affixes(language: str, where: str) -> frozenset[str]:
    rows = open_table(f"{language}/affixes.tsv", ("affix", "where"))
    return frozenset(row["affix"].replace("ـ", "") for row in rows if row["where"] == where)


def _forms(name: str, language: str) -> Iterable[str]:
    if language == "ru":
        return decline(name)
    if language == "ar" and name.startswith("ال"):
        # «لليابان»: after the particle «ل» the article loses its first letter.
        return (name, name[1:])
    return (name,)


_WORD_STARTS = re.compile(r"(?<![^\W_])[^\W\d_]")


def _case(name: str) -> str:
    """Say what letters a match must have: `upper` all, `any`, or `U` and `x` word by word."""
    letters = [c for c in name if c.isalpha()]
    if not letters or not any(c.isupper() for c in letters):
        return "any"
    if len(letters) <= 4 and all(c.isupper() for c in letters):
        return "upper"
    return "".join("U" if c.isupper() else "x" for c in _WORD_STARTS.findall(name))


def _case_fits(text: str, case: str) -> bool:
    if case == "any":
        return True
    if case == "upper":
        return all(c.isupper() for c in text if c.isalpha())
    starts = _WORD_STARTS.findall(text)
    return all(want == "x" or start.isupper() for want, start in zip(case, starts, strict=False))


def _rest(folded: str, start: int) -> str:
    end = start
    while end < len(folded) and folded[end].isalnum() and end - start < 8:
        end += 1
    return folded[start:end]


def _before(folded: str, end: int) -> str:
    start = end
    while start and folded[start - 1].isalnum() and end - start < 4:
        start -= 1
    return folded[start:end]
