"""A person's names in one text go in; the register's entry that they can only mean comes out.

The matcher finds names that the register spells in full. A family name alone, or a full name in
another spelling, is compared here with the family names of the register, and counts only if one
entry fits and nothing the text tells of the person's country speaks against it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from typing import NamedTuple

from sijill.mentions.names import Name, compare, read_name
from sijill.register.entries import Register, RegisterEntry
from sijill.register.once import once_for_register
from sijill.text import is_kanji

#: A name must fit an entry this well; a family name alone gives .8.
FIT = 0.8


def find_known(
    forms: Iterable[Name], register: Register, countries: Set[str], told: Set[str]
) -> str | None:
    """Give the id of the one entry that fits all the names, or None.

    `countries` are those that the text gives the person, `told` all countries that the text names:
    a family name alone is only believed of somebody from one of them.
    """
    names = list(forms)
    longest = max(names, key=lambda name: name.length, default=None)
    if longest is None or not longest.parts:
        return None  # 「・」 alone, which a tagger may take for a name, has no letters to look up
    fits = []
    for person in _likely(longest, register):
        entry = person.entry
        if countries and entry.country not in countries:
            continue
        if longest.length == 1 and not countries and entry.country not in told:
            continue
        if all(any(compare(n, e) >= FIT for e in person.names) for n in names):
            fits.append(entry.id)
    return fits[0] if len(fits) == 1 else None


def _key(name: Name) -> str:
    """Give the letters under which names are looked up: the family name's beginning.

    The name has parts.
    """
    if name.language == "ja":
        kanji = "".join(name.parts)
        return kanji[0] if is_kanji(kanji[0]) else name.parts[-1][:2]
    last = name.parts[-1].removeprefix("ال")
    return last[:1] if name.language == "ar" else last[:2]


class _Person(NamedTuple):
    """Somebody whom the register knows, by names; what the parts of those sound like.

    `joined` is the same of two Arabic parts written together.
    """

    entry: RegisterEntry
    names: tuple[Name, ...]
    sounds: frozenset[str]
    joined: frozenset[str]


class _Heard:
    """Those whom the register knows with one beginning of a family name, by what is heard."""

    def __init__(self) -> None:
        self.with_sound: dict[str, list[_Person]] = {}
        self.with_joined: dict[str, list[_Person]] = {}

    def add(self, person: _Person) -> None:
        """Put somebody in."""
        for sound in person.sounds:
            self.with_sound.setdefault(sound, []).append(person)
        for sound in person.joined:
            self.with_joined.setdefault(sound, []).append(person)


def _likely(name: Name, register: Register) -> Collection[_Person]:
    """Give those of whom a name may be; of all others `compare` says that it fits none of theirs.

    They have all its sounds, or one of both sides is written together.
    """
    heard = _people(register, name.language).get(_key(name))
    if heard is None:
        return ()
    fewest = min([heard.with_sound.get(sound, []) for sound in name.sounds], key=len)
    found = [p for p in fewest if name.sounds <= p.sounds]
    joined = heard.with_sound.get(name.joined, ())
    if not joined and not heard.with_joined:
        return found
    theirs = [p for sound in name.sounds for p in heard.with_joined.get(sound, ())]
    return {p.entry.id: p for p in (*found, *joined, *theirs)}.values()


@once_for_register
def _people(register: Register, language: str) -> dict[str, _Heard]:
    """Give all whom the register knows by the beginning of a family name."""
    found: dict[str, _Heard] = {}
    for entry_id in sorted(register.entries):
        entry = register.entries[entry_id]
        if entry.kind != "person":
            continue
        names = tuple(read_name(form, language) for form in entry.names.get(language, ()))
        sounds = frozenset().union(*(name.sounds for name in names))
        joined = frozenset(name.joined for name in names if name.joined)
        person = _Person(entry, names, sounds, joined)
        for key in {_key(name) for name in names if name.parts}:
            found.setdefault(key, _Heard()).add(person)
    return found
