"""The name of a house in one language goes in; its name in another, by tables, comes out.

“Foreign Ministry” names nothing that could be spelt by sound: فوريغن مينيستري is no Arabic. A house
all of whose words are common nouns is named by `data/world/houses_said.tsv`, of the state that its
name tells; one that the table has no name for keeps its source's words, in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from sijill.identity.name_concepts import common_kinds
from sijill.identity.names import analyse
from sijill.identity.states import owning_state, states_in
from sijill.languages import COLUMNS, LANGUAGES
from sijill.tables import cell_list, data_path, open_table
from sijill.text import fold

#: Kinds of words that are said in another language, and never spelt.
_SAID = frozenset({"body", "generic"})
#: Words that change nothing of what a house is: Ministry of Foreign Affairs, Foreign Ministry.
_EMPTY = frozenset({"affairs"})
_WORDS = re.compile(r"\w+")
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


@cache
def _said() -> dict[frozenset[str], dict[str, tuple[str, ...]]]:
    """Give by the concepts of a name how each language says the house: alone, and of a state."""
    rows = open_table("world/houses_said.tsv", ("concepts", *COLUMNS))
    return {
        frozenset(row["concepts"].split("+")): {
            language: tuple(cell_list(row[language])) for language in COLUMNS
        }
        for row in rows
    }


@cache
def _landmarks(language: str) -> frozenset[str]:
    """Give the words for streets, buildings and grounds of a language."""
    if not data_path(f"{language}/landmark_words.tsv").is_file():
        return frozenset()
    rows = open_table(f"{language}/landmark_words.tsv", ("word", "class"))
    kinds = ("street", "house", "nature")
    return frozenset(fold(row["word"]) for row in rows if row["class"] in kinds)


def house_name(spelt: Mapping[str, str], language: str) -> str | None:
    """Name a house whose name in some language is of common nouns alone; None for any other.

    `spelt` are its names by language. The state is told where the name tells one.
    """
    for source in LANGUAGES:
        if source not in spelt:
            continue
        codes, rest = states_in(spelt[source])
        name = analyse(rest)
        if len(codes) > 1 or not rest or not name.is_common:
            continue
        forms = _said().get((name.concepts | name.generics) - _EMPTY, {}).get(language)
        if not forms:
            continue
        state = owning_state(next(iter(codes)), language) if codes else None
        if state is None or len(forms) == 1:
            return forms[0]
        return forms[1].replace("{c}", state)
    return None


def holds_common_noun(name: str, language: str) -> bool:
    """Say whether a name holds a word that says what kind of house or place it is."""
    if common_kinds(name) & _SAID or analyse(states_in(name)[1] or name).is_common:
        return True
    words = _WORDS.findall(fold(name))
    return bool(len(words) > 1 and _landmarks(language) & {words[0], words[-1]})


def as_published(name: str) -> str:
    """Keep a name in the letters of its source, marked as not of the text around it."""
    return f"({name})"


def without_article(name: str, language: str) -> str:
    """Take off an English article, which is no part of how a name sounds: The Gulf Courier."""
    return _ARTICLE.sub("", name, count=1) if language == "en" and _ARTICLE.match(name) else name
