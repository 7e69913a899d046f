"""The verdicts of single readings go in; one verdict on the claim comes out.

Readings that differ give "depends"; what cannot be counted is opinion.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sijill.record.items import LocalText
from sijill.record.material import Material
from sijill.record.wording import in_languages, say, sentences

#: So many cases are named in a verdict; the rest is in its `counter`.
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict of one reading of a claim; the fields are those of `Verdict`."""

    verdict: str
    why: LocalText
    counter: tuple[str, ...] = ()
    searched: int = 0
    references: tuple[str, ...] = ()


def claim_id(source_id: str, start: int, words: str) -> str:
    """Give the id of a claim: it depends on its place and its words alone."""
    return f"claim-{hashlib.sha256(f'{source_id}|{start}|{words}'.encode()).hexdigest()[:10]}"


def opinion(material: Material) -> Judged:
    """Say that nothing in the claim can be counted."""
    return Judged("opinion", in_languages(material.languages, lambda lang: say("opinion", lang)))


def unclear(material: Material) -> Judged:
    """Say that the words do not tell what is compared."""
    n = material.lookup.number
    return Judged(
        "not_enough",
        in_languages(material.languages, lambda lang: say("search.unclear", lang, n=n)),
        (),
        n,
    )


def combine(judged: Sequence[Judged], material: Material) -> Judged:
    """Make one verdict of those of all readings: readings that differ give "depends"."""
    first = judged[0]
    if all(j.verdict == first.verdict for j in judged):
        return first
    why = {
        lang: sentences(list(dict.fromkeys(j.why.get(lang, "") for j in judged)), lang)
        for lang in material.languages
    }
    return Judged(
        "depends",
        why,
        tuple(dict.fromkeys(c for j in judged for c in j.counter)),
        max(j.searched for j in judged),
        tuple(dict.fromkeys(r for j in judged for r in j.references)),
    )
