"""The name of a language goes in; the small words that tell the subject of a clause come out.

They stand in `data/<language>/subject_signs.tsv`.
"""

from __future__ import annotations

from sijill.documents.asked_once import asked_once
from sijill.immutable import immutable
from sijill.tables import open_table
from sijill.text import fold


@immutable
class Signs:
    """The small words of one language, folded; verb forms by whole word, beginning and ending."""

    words: dict[str, frozenset[str]]
    verb_forms: tuple[tuple[str, str], ...]

    def has(self, sign: str, word: str) -> bool:
        """Say whether a folded word is a sign of a kind."""
        return word in self.words.get(sign, ())

    def may_be_written_on(self, letter: str) -> bool:
        """Say whether an Arabic letter in front of a word can be a particle."""
        return self.has("joined", letter) or self.has("governing", letter)

    def endings(self, sign: str) -> tuple[str, ...]:
        """Give the signs of a kind as endings of words."""
        return tuple(sorted(self.words.get(sign, ())))


@asked_once
def signs(language: str) -> Signs:
    """Give the signs of a language."""
    words: dict[str, set[str]] = {}
    forms: list[tuple[str, str]] = []
    for row in open_table(f"{language}/subject_signs.tsv", ("word", "sign")):
        word, sign = row["word"], row["sign"]
        if sign.startswith("verb_"):
            forms.append((sign[5:], fold(word)))
        else:
            words.setdefault(sign, set()).add(fold(word))
    # Whole words come before endings, longer ones before shorter, endings before beginnings.
    forms.sort(key=lambda f: ("-" in f[1], f[1].endswith("-"), -len(f[1]), f[1]))
    return Signs({sign: frozenset(found) for sign, found in words.items()}, tuple(forms))
