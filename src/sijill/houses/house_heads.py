"""The name of an organisation goes in; which role its head has comes out, by the words of the name.

Tables: `house_roles.tsv`; a `study` row is a house of scholars whose head is none of the roles. A
row may have several words, «счётн* палат*»; of those that fit at one place the longest tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from sijill.documents.expressions import expression
from sijill.documents.lexicon import comparable_forms
from sijill.documents.qualifiers import words_with
from sijill.documents.tokens import tokenize
from sijill.languages import VERB_LAST
from sijill.tables import open_table
from sijill.text import fold


def head_of(name: str, language: str) -> str | None:
    """Tell from the words of an organisation's name what its head is; None when they do not."""
    if expression(language, "parliament_committee").search(name):
        return "member_of_parliament"
    if expression(language, "diaspora_house").search(name):
        return "diaspora_member"
    role = _row_of(name, language)
    return None if role == "study" else role


def is_house_of_study(name: str, language: str) -> bool:
    """Say whether a name is that of a house of scholars: a centre, a museum, a library."""
    return _row_of(name, language) == "study"


@lru_cache(maxsize=4096)
def _row_of(name: str, language: str) -> str | None:
    """Give the role of the row that fits the first word which has one; the last in Kazakh.

    There the kind of a house ends its name: «Банк қызметкерлері кәсіподағы» is a union.
    """
    if language == "ja":
        name = expression("ja", "short_name_behind").sub("", name)
        role = _role_at_end(name.rstrip("」）)"))
        if role is None and expression("ja", "company_name").search(name):
            return "chief_executive"  # «国営電力会社アルダ»
        return role
    words = [token.text for token in tokenize(name, language)]
    if language == "en":
        words = _head_first(words)
    found = [(at, _best_rank(words[at:], language)) for at in range(len(words))]
    fits = [(at, *_rows(language)[rank]) for at, rank in found if rank is not None]
    if language in VERB_LAST:
        # «Орталық банк» ends where «банк» does.
        fits.sort(key=lambda fit: (-(fit[0] + len(fit[1])), fit[0]))
    return fits[0][2] if fits else None


def _role_at_end(name: str) -> str | None:
    """Give the role of the longest row that a Japanese name ends in."""
    roles, longest = _japanese_roles()
    ends = (name[-size:] for size in range(longest, 0, -1))
    return next((roles[end] for end in ends if end in roles), None)


@cache
def _japanese_roles() -> tuple[dict[str, str], int]:
    """Give the roles by the words at the end of Japanese names, and how long a word may be."""
    rows = open_table("ja/house_roles.tsv", ("word", "role"))
    roles = {row["word"]: row["role"] for row in reversed(rows)}
    return roles, max(map(len, roles))


def _best_rank(words: Sequence[str], language: str) -> int | None:
    """Give the number of the longest row that fits at the beginning of words, of those the first.

    «Счётная палата» is no chamber of commerce, so a row may have several words.
    """
    best: tuple[int, int] | None = None
    for rank in _ranks_of(words[0], language):
        row = _rows(language)[rank][0]
        fits = len(row) <= len(words) and all(
            _fits(part, word, language) for part, word in zip(row[1:], words[1:], strict=False)
        )
        if fits and (best is None or -len(row) < best[0]):
            best = (-len(row), rank)
    return None if best is None else best[1]


def _head_first(words: list[str]) -> list[str]:
    """Put the words of an English name in the order in which they tell what it is.

    Its noun stands last before “of” or “for”: a “Bank Employees' Union of the Port” is a union.
    """
    stops = words_with("stop", "en")
    end = next((n for n, word in enumerate(words) if n and fold(word) in stops), len(words))
    return [*reversed(words[:end]), *words[end:]]


@cache
def _rows(language: str) -> list[tuple[tuple[str, ...], str]]:
    """Give the rows of the table: their folded words, stars kept, and the role."""
    rows = open_table(f"{language}/house_roles.tsv", ("word", "role"))
    return [(tuple(fold(word) for word in row["word"].split()), row["role"]) for row in rows]


@cache
def _ranks_by_head(language: str) -> dict[str, list[int]]:
    """Give the numbers of the rows by the first two letters of their first word."""
    found: dict[str, list[int]] = {}
    for rank, (row, _) in enumerate(_rows(language)):
        found.setdefault(row[0].rstrip("*")[:2], []).append(rank)
    return found


@lru_cache(maxsize=8192)
def _ranks_of(word: str, language: str) -> tuple[int, ...]:
    """Give the numbers of the rows whose first word fits a word, in order."""
    by_head, rows = _ranks_by_head(language), _rows(language)
    forms = comparable_forms(word, language)
    heads = {form[:size] for form in forms for size in (0, 1, 2)}
    near = sorted(rank for head in heads for rank in by_head.get(head, ()))
    return tuple([rank for rank in near if _fits(rows[rank][0][0], word, language)])


def _fits(part: str, word: str, language: str) -> bool:
    """Say whether a word of a row, open if it ends in a star, fits a word of a name."""
    forms = comparable_forms(word, language)
    stem = part.rstrip("*")
    return stem in forms or (part[-1] == "*" and any(f.startswith(stem) for f in forms))
