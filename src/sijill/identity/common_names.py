"""A word of a name goes in; which given names that many bear it is comes out.

`data/world/common_names.tsv` has their spellings: محمد, Mohamed, Мухаммед and ムハンマド are one
name although they hardly sound alike, Hassan and Hussein are two although they do.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from sijill.languages import COLUMNS
from sijill.tables import cell_list, open_table
from sijill.text import fold

# ジ is シ with a mark when it is taken apart: a mark that must not be lost.
_KANA_MARKS = "\u3099\u309a"


@dataclass(frozen=True, slots=True)
class CommonName:
    """The given names a word may be: ids of rows, and whether all of them are Arabic."""

    ids: frozenset[str]
    is_arabic: bool


def _key(word: str) -> str:
    """Give the form under which a spelling is looked up: folded, no marks, blanks or signs."""
    parts = unicodedata.normalize("NFD", fold(word))
    plain = "".join(c for c in parts if c != "ー" and (c.isalnum() or c in _KANA_MARKS))
    # صلاح الدين is one word to those who compare it, without the article.
    return plain.removesuffix("الدين") + "دين" if plain.endswith("الدين") else plain


@cache
def _names_by_key() -> dict[str, CommonName]:
    ids: dict[str, set[str]] = {}
    kinds: dict[str, str] = {}
    for row in open_table("world/common_names.tsv", ("id", "kind", *COLUMNS)):
        kinds[row["id"]] = row["kind"]
        for language in COLUMNS:
            for form in cell_list(row[language]):
                ids.setdefault(_key(form), set()).add(row["id"])
    return {
        key: CommonName(frozenset(found), all(kinds[i] == "arabic" for i in found))
        for key, found in ids.items()
    }


def common_name_of(word: str) -> CommonName | None:
    """Give the common names that a word may be; None for most words."""
    return _names_by_key().get(_key(word))


@cache
def _spelling_by_id(language: str) -> dict[str, str]:
    rows = open_table("world/common_names.tsv", ("id", language))
    return {row["id"]: forms[0] for row in rows if (forms := cell_list(row[language]))}


def spelling_of(word: str, language: str) -> str | None:
    """Give how a language mostly spells a word that is one common name; None for most words."""
    found = common_name_of(word)
    if found is None or len(found.ids) != 1 or language not in COLUMNS:
        return None
    return _spelling_by_id(language).get(next(iter(found.ids)))
