"""The name of a body goes in; the states it names, and the name without them, come out.

States are a closed list and are looked up, never compared by sound: Japan, اليابان and 日本 share
hardly a sound, Japan and Jordan share some. Adjectives (Japanese, японское) count as the state.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sijill.languages import COLUMNS, LANGUAGES
from sijill.register.declension import decline
from sijill.tables import cell_list, open_table
from sijill.text import fold

_WORDS = re.compile(r"\w+(?:[-’']\w+)*")
_ARTICLE = "ال"
_ARABIC_ENDINGS = ("ية", "ي", "يه")
_MOST_WORDS = 5
_SHORTEST_STEM = 4


@cache
def _forms() -> tuple[dict[str, str], dict[str, str], tuple[tuple[str, str], ...]]:
    """Give codes by whole form, by stem, and by Japanese form, the longest first."""
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    japanese: dict[str, str] = {}
    shipped = [(row["id"], lang, row[lang]) for row in _states() for lang in COLUMNS]
    code_by_id = {row["id"]: row["code"] for row in _states()}
    further = [
        (row["id"], row["language"], row["form"])
        for row in open_table("world/names.tsv", ("id", "language", "form"))
        if row["id"] in code_by_id
    ]
    for entry_id, language, cell in (*shipped, *further):
        for form in cell_list(cell):
            code = code_by_id[entry_id]
            if language == "ja":
                japanese[form] = code
                continue
            for case in decline(form) if language == "ru" else (form,):
                whole.setdefault(_key(case), code)
            if language == "kk":
                stems.setdefault(_key(form), code)
    for language in (x for x in LANGUAGES if x != "ja"):
        for row in open_table(f"{language}/demonyms.tsv", ("word", "code")):
            if row["word"].endswith("*"):
                stems.setdefault(_key(row["word"][:-1]), row["code"])
            else:
                whole.setdefault(_key(row["word"]), row["code"])
    ordered = sorted(japanese.items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return whole, stems, tuple(ordered)


@cache
def _states() -> tuple[dict[str, str], ...]:
    return tuple(open_table("world/states.tsv", ("id", "code", *COLUMNS)))


@cache
def _names() -> dict[str, dict[str, str]]:
    return {row["code"]: {x: cell_list(row[x])[0] for x in COLUMNS if row[x]} for row in _states()}


@cache
def _genitives() -> dict[str, str]:
    rows = open_table("world/state_genitives.tsv", ("code", "ru"))
    return {row["code"]: row["ru"] for row in rows}


def owning_state(code: str, language: str) -> str | None:
    """Give the name of a state as it stands beside what is the state's: Министерство Омана."""
    if language == "ru":
        return _genitives().get(code)
    return _names().get(code, {}).get(language)


def _key(form: str) -> str:
    words = [word.removeprefix(_ARTICLE) for word in _WORDS.findall(fold(form))]
    return " ".join(words)


def _code_of(words: list[str]) -> str | None:
    whole, stems, _ = _forms()
    key = " ".join(word.removeprefix(_ARTICLE) for word in words)
    if key in whole:
        return whole[key]
    if len(words) > 1:
        return None
    for ending in _ARABIC_ENDINGS:  # اليابانية: the adjective of a body is a woman's
        found = whole.get(fold(key.removesuffix(fold(ending)) + "ي"))
        if key.endswith(fold(ending)) and found is not None:
            return found
    for size in range(len(key) - 1, _SHORTEST_STEM - 1, -1):
        if key[:size] in stems:
            return stems[key[:size]]
    return None


@lru_cache(maxsize=50_000)
def states_in(name: str) -> tuple[frozenset[str], str]:
    """Give the codes of the states that a name tells, and the name without their words.

    The rest is empty where nothing else is told.
    """
    codes: set[str] = set()
    for form, code in _forms()[2]:
        if form in name:
            codes.add(code)
            name = name.replace(form, " ")
    words = name.split()
    kept: list[str] = []
    at = 0
    while at < len(words):
        for size in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            plain = [_WORDS.findall(fold(word)) for word in words[at : at + size]]
            flat = [part for parts in plain for part in parts]
            found = _code_of(flat) if flat else None
            if found is not None:
                codes.add(found)
                at += size
                break
        else:
            kept.append(words[at])
            at += 1
    return frozenset(codes), " ".join(kept)
