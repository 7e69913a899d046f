"""Names go in; which of them are worth comparing comes out (blocking).

Each word of a name has a key of consonant classes; names meet when a key of one equals a key of
the other, or does with one class or all kh left out. Names in kanji without a reading meet by their
signs.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import cache, lru_cache
from typing import Generic, TypeVar

from sijill.identity.names import Name
from sijill.identity.phones import Codes, sounds
from sijill.tables import open_table

K = TypeVar("K", bound=Hashable)


@cache
def _class_by_code() -> dict[int, str]:
    """Give the class of each consonant; weak ones (h, w, y) have none: writers drop them."""
    codes = sounds().code_by_phone
    rows = open_table("world/phone_weights.tsv", ("phone", "kind", "class"))
    return {codes[row["phone"]]: row["class"] for row in rows if row["class"]}


@lru_cache(maxsize=200_000)
def key_of(codes: Codes) -> str:
    """Give the key of a word: its consonant classes, neighbours of one class as one."""
    classes = _class_by_code()
    out: list[str] = []
    for code in codes:
        found = classes.get(code)
        if found is not None and (not out or out[-1] != found):
            out.append(found)
    return "".join(out)


# Cyrillic х is written for kh and for h (Хатем is Hatem), and h has no class.
_KH = "X"
# A short key of one word among several with a class left out would meet everybody.
_SHORTEST = 3
_SHORTEST_OF_MANY = 4


def _near(key: str, shortest: int) -> set[str]:
    """Give a key and, of longer ones, the keys with one class left out."""
    if len(key) < shortest:
        return {key}
    return {key} | {key[:i] + key[i + 1 :] for i in range(len(key))}


def keys_of(name: Name) -> set[str]:
    """Give all keys by which a name can be met."""
    if name.is_silent:
        return {name.text}
    keys: set[str] = set()
    shortest = _SHORTEST if len(name.words) == 1 else _SHORTEST_OF_MANY
    for word in name.words:
        keys |= _near(key_of(word.codes), shortest)
    if len(name.words) != 1:
        keys |= _near(key_of(name.together), _SHORTEST_OF_MANY)
    if _kh() in name.together:
        keys.update(
            key
            for codes in (*(w.codes for w in name.words), name.together)
            if (key := key_of(_without_kh(codes)))
        )
    return keys


@cache
def _kh() -> int:
    return sounds().code_by_phone[_KH]


def _without_kh(codes: Codes) -> Codes:
    return tuple(code for code in codes if code != _kh())


class Index(Generic[K]):
    """Names by their keys: put in, asked, taken out."""

    def __init__(self) -> None:
        self._found: dict[str, set[K]] = {}

    def add(self, item: K, name: Name) -> None:
        """Put an item in under all keys of one of its names."""
        for key in keys_of(name):
            self._found.setdefault(key, set()).add(item)

    def remove(self, item: K, name: Name) -> None:
        """Take an item out from all keys of one of its names."""
        for key in keys_of(name):
            found = self._found.get(key)
            if found is not None:
                found.discard(item)
                if not found:
                    del self._found[key]

    def candidates(self, names: Iterable[Name]) -> set[K]:
        """Give every item that shares a key with one of the names."""
        found: set[K] = set()
        for name in names:
            for key in keys_of(name):
                found |= self._found.get(key, set())
        return found
