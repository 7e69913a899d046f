"""A register goes in once; then the places in a text where something it knows is named come out.

All names in all languages are looked for at once, in the folded text. A name must stand as a word:
Arabic particles may be written onto its front, Kazakh endings onto its end, Russian case forms are
made from the nominative, and in Japanese a name in kana may not be part of a longer run of kana.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from sijill.citation import Span
from sijill.immutable import immutable
from sijill.known_words import KnownWords
from sijill.register.affixes import affixes
from sijill.register.declension import decline, long_endings, longest_ending, stem_of
from sijill.register.entries import Register, RegisterEntry
from sijill.sign_tables import Folder
from sijill.text import (
    WritingSystem,
    fold_character,
    fold_with_origins,
    letter_system,
    may_have,
)

# Signs that writers swap inside one name: Касым-Жомарт, カシム=ジョマルト, Abu‑Dhabi.
_JOINERS = dict.fromkeys("-‐‑‒–·・=＝゠\u00a0\u202f_", " ")
_KANA = range(0x30A1, 0x3100)
#: The case of a name that stands only behind «ل»: its article lost its first letter.
_ELIDED = "elided"
#: Where a word has nothing written onto its front.
_APART = (WritingSystem.LATIN, WritingSystem.CYRILLIC)
_WORD = re.compile(r"[^\W_]+")
#: What stands on from a name, as far as an ending goes.
_REST = re.compile(r"[^\W_]{1,8}")
#: So many characters, of a word or anywhere, are compared before a text is looked through.
_BEGINNING = 8
_PIECE = 3
_first = itemgetter(0)


@immutable
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


def _fold_character(character: str) -> str:
    return _JOINERS.get(character) or fold_character(character)


_fold = Folder(_fold_character).fold


def _joined(text: str) -> str:
    """Give a text with a blank for each joiner: folded, it is the same as by `_fold`."""
    for joiner, blank in _JOINERS.items():
        text = text.replace(joiner, blank)
    return text


#: A name, its language, and the id of whom or what it names.
_Name = tuple[str, str, str]


#: What is told of a folded name: the ids and kinds of its entries, its letter case.
_Told = tuple[tuple[str, ...], tuple[str, ...], str]


def _by_system(register: Register) -> dict[WritingSystem | None, list[_Name]]:
    """Give all names, in a settled order, by the writing system of their first sign."""
    named = [
        (name, language, entry_id)
        for entry_id, entry in sorted(register.entries.items())
        for language, names in sorted(entry.names.items())
        for name in names
    ]
    found: dict[WritingSystem | None, list[_Name]] = {}
    for row, sign in zip(named, _fold_all([name[:1] for name, _, _ in named]), strict=True):
        first = sign.strip() or _fold(row[0]).strip()
        if first:
            found.setdefault(letter_system(first[0]), []).append(row)
    return found


def _fold_all(names: Sequence[str]) -> list[str]:
    return _fold("\n".join(names)).split("\n") if names else []


@lru_cache(maxsize=1)
def _pieces(folded: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give all stretches of `_PIECE` characters, and with what words begin, by size."""
    begun = {
        folded[word.start() : word.start() + size]
        for word in _WORD.finditer(folded)
        for size in range(_BEGINNING + 1)
    }
    pieces = {folded[i : i + _PIECE] for i in range(len(folded))}
    return frozenset(pieces), frozenset(begun)


def _possible(names: Sequence[_Name], folded: str) -> list[_Name]:
    """Leave out names of which no form can stand in a folded text."""
    pieces, begun = _pieces(folded)
    longest = longest_ending()
    long = {_fold(ending)[-3:] for ending in long_endings()}
    found = []
    for row, form in zip(names, _fold_all([name for name, _, _ in names]), strict=True):
        if row[1] != "ru":
            # «لليابان»: the first letter of an Arabic article may be missing.
            kept = form.strip()[1:] if row[1] == "ar" else form.strip()
            if (kept[:_PIECE] in pieces or len(kept) < _PIECE) and kept in folded:
                found.append(row)
            continue
        # Of a Russian name each word begins in all cases with its stem.
        first = form.lstrip().partition(" ")[0]
        least = first[: -longest if first[-3:] in long else -2]
        if first[:1].isalpha() and least[:_BEGINNING] not in begun:
            continue
        words = [word for word in row[0].replace("-", " ").split(" ") if word[:1].isalpha()]
        if all(_fold(stem_of(word))[:_BEGINNING] in begun for word in words):
            found.append(row)
    return found


class Matcher:
    """Finds every name of a register in a text; made once, then used for any number of texts.

    The names of a writing system are made ready when a second text has a letter of it. For the
    first only those are that it may hold, so that who reads one text does not wait for all forms
    of all names.
    """

    def __init__(self, register: Register) -> None:
        self.register = register
        #: What each entry is for a reader: person, organisation, place or state.
        self.kind_by_id = {
            i: "state" if _is_state(entry) else entry.kind for i, entry in register.entries.items()
        }
        self._front = frozenset(a.replace("ـ", "") for a in affixes("ar", "front"))
        # One-letter endings would make Лима of «Лиман».
        self._end = frozenset(e for e in affixes("kk", "end") if len(e) > 1)
        self._not_after = frozenset(affixes("ja", "not_after"))
        #: Names by the writing system of their first sign.
        self._names = _by_system(register)
        self._known: dict[WritingSystem | None, KnownWords[_Told]] = {}
        self._met: set[WritingSystem | None] = set()

    def _names_in(self, system: WritingSystem | None, folded: str) -> list[tuple[int, int, _Told]]:
        """Find the names of a writing system in a folded text, wherever these letters stand.

        What stands on from a letter is no word where nothing is written onto its front.
        """
        known = self._known.get(system)
        if known is not None:
            return known.find(folded)
        if not may_have(folded, system):
            return []
        names, is_apart = self._names[system], system in _APART
        if system not in self._met:
            self._met.add(system)
            return KnownWords(self._told(_possible(names, folded)), is_apart).find(folded)
        known = self._known[system] = KnownWords(self._told(names), is_apart)
        return known.find(folded)

    def _told(self, names: Iterable[_Name]) -> dict[str, _Told]:
        """Give the folded forms of names, with what is told of each."""
        ids_by_form: dict[str, set[str]] = {}
        case_by_form: dict[str, str] = {}
        for name, language, entry_id in names:
            for form in _forms(name, language):
                key = _fold(form).strip()
                if len(key) < 2:
                    continue
                ids_by_form.setdefault(key, set()).add(entry_id)
                is_elided = language == "ar" and form is not name
                if case_by_form.get(key, _ELIDED) == _ELIDED:
                    case_by_form[key] = _ELIDED if is_elided else _case(form)
        told: dict[str, _Told] = {}
        for key in sorted(ids_by_form):
            ids = tuple(sorted(ids_by_form[key]))
            kinds = tuple(sorted({self.register.entries[i].kind for i in ids}))
            told[key] = (ids, kinds, case_by_form[key])
        return told

    def find(self, text: str, language: str | None = None) -> tuple[Hit, ...]:
        """Give the longest known names in the text, from left to right, none overlapping.

        Kazakh endings may follow a name unless the text is known to be in another language.
        """
        both = fold_with_origins(_joined(text))
        folded, origins = both.text, both.origins
        is_kazakh = language in ("kk", None)
        found = [name for system in self._names for name in self._names_in(system, folded)]
        # From left to right, the longest first: of one writing system they are found so.
        found.sort(key=_first)
        if not isinstance(origins, range):  # one sign may be folded to several
            found.sort(key=lambda name: (origins[name[0]], -origins[name[1] - 1], name[1]))
        hits: list[Hit] = []
        reached = 0
        for first, last, (ids, kinds, case) in found:
            start = origins[first]
            if start < reached or not self._is_word(folded, first, last, is_kazakh):
                continue
            if case == _ELIDED and not folded.endswith("ل", 0, first):
                continue  # «لباراغواي» is «ل» and «باراغواي»
            end = origins[last - 1] + 1
            words = text[start:end]
            if _case_fits(words, case):
                hits.append(Hit(start, end, words, ids, kinds))
                reached = end
        return tuple(hits)

    def _is_word(self, folded: str, start: int, end: int, is_kazakh: bool) -> bool:
        system = letter_system(folded[start])
        if system is WritingSystem.JAPANESE:
            return self._is_japanese_word(folded, start, end)
        if end < len(folded) and folded[end] in "$€£¥":
            return False  # US$5
        if end < len(folded) and folded[end].isalnum():
            rest = _REST.match(folded, end) if is_kazakh else None
            is_ending = system is WritingSystem.CYRILLIC and rest and rest.group() in self._end
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
    if case in ("any", _ELIDED):
        return True
    if case == "U" and text[:1].isalpha():
        return text[0].isupper()
    if case == "upper":
        return all(c.isupper() for c in text if c.isalpha())
    starts = _WORD_STARTS.findall(text)
    return all(want == "x" or start.isupper() for want, start in zip(case, starts, strict=False))


def _before(folded: str, end: int) -> str:
    start = end
    while start and folded[start - 1].isalnum() and end - start < 4:
        start -= 1
    return folded[start:end]
