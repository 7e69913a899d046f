"""The words of a sentence go in; those that bear its meaning come out: limits of a claim, doubts,
denials, ranks, words that judge.

Words come from `meaning_words.tsv` of the language, regions from `protocol/regions.tsv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sijill.citation import Ranged, Span
from sijill.documents.expressions import NOTHING
from sijill.languages import LANGUAGES
from sijill.tables import open_table
from sijill.tellings.claim_words import senses as claim_senses
from sijill.text import ARABIC_ATTACHED, fold, fold_with_origins

#: A number in digits, with its currency's sign.
_NUMBER = r"[$€£¥]?\d[\d.,]*"


@dataclass(frozen=True, slots=True)
class Meaning(Ranged):
    """One meaning found: its kind (`scope`), what is meant (`region`), and its words' place."""

    start: int
    end: int
    kind: str
    sense: str

    @property
    def span(self) -> Span:
        """The place of the words."""
        return Span(self.start, self.end)


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    senses: dict[str, str] = {}
    forms = []
    rows = open_table(f"{language}/meaning_words.tsv", ("sense", "form"))
    for number, row in enumerate(sorted(rows, key=lambda r: (-len(r["form"]), r["form"]))):
        senses[f"g{number}"] = row["sense"]
        forms.append(f"(?P<g{number}>{_expression(row['form'], language)})")
    if not forms:
        return NOTHING, senses
    edges = ("", "") if language == "ja" else (r"(?<!\w)", r"(?!\w)")
    return re.compile(f"{edges[0]}(?:{'|'.join(forms)}){edges[1]}"), senses


def _expression(form: str, language: str) -> str:
    """Give the expression of a form: `*` is any letters of a word or any word, `#` a number."""
    words = fold(form).split(" ")
    parts = []
    for word in words:
        if word == "*":
            parts.append(r"\w+")
            continue
        letters = r"\w{0,4}?" if language == "ja" else r"\w*"
        part = re.escape(word).replace(r"\*", letters).replace(r"\#", _NUMBER)
        # An ending needs a word in front of it.
        parts.append(r"\w\w" + part if word.startswith("*") else part)
    if language == "ar" and not form.startswith("#"):
        parts[0] = ARABIC_ATTACHED + parts[0]
    return r"\s+".join(parts)


def meanings(text: str, start: int, end: int, language: str) -> list[Meaning]:
    """Find what bears the meaning in `[start, end)` of a text, in order; longer words count first.

    Words that only look like it, such as the denial of "not only", are left out.
    """
    if language not in LANGUAGES:
        return []
    folded = fold_with_origins(text[start:end])
    pattern, senses = _pattern(language)
    found: list[Meaning] = []
    for match in pattern.finditer(folded.text):
        kind, _, sense = senses[match.lastgroup or ""].partition(":")
        if kind == "nothing":
            continue
        span = folded.span(match.start(), match.end())
        found.append(Meaning(start + span.start, start + span.end, kind, sense or kind))
    for named in claim_senses(text[start:end], language):
        if named.id.startswith("region:"):
            span = folded.span(named.start, named.end)
            found.append(Meaning(start + span.start, start + span.end, "scope", "region"))
    return sorted(found, key=lambda m: (m.start, m.end, m.kind, m.sense))
