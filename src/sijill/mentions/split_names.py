"""Candidates for people go in; Kazakh names that were seen in two halves come out whole.

Nothing parts a subject from its object, so two names side by side may be two people's; they are one
name where nobody else of the text bears the second: «Питер Гай» + «Маньянг». In the middle of a
name no case stands («Лубин» + «да Чан»), and «д'» belongs to what follows it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from sijill.documents.document import PERSON, Document
from sijill.documents.expressions import expression
from sijill.documents.lexicon import comparable_forms
from sijill.documents.stand_ins import is_guest
from sijill.mentions.candidates import Candidate
from sijill.mentions.found import of_kind


def with_whole_names(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Give candidates with the halves of Kazakh names joined."""
    if document.language != "kk":
        return candidates
    text = document.text
    people = sorted(of_kind(candidates, PERSON), key=lambda c: (c.start, -c.end))

    @cache
    def families() -> list[frozenset[str]]:
        """Give the forms of the last words of full names, which few ask for."""
        return [_forms(text[c.start : c.end].split()[-1]) for c in people if _is_full(text, c)]

    gone: set[Candidate] = set()
    whole: dict[Candidate, Candidate] = {}
    for left, right in pairwise(people):
        first = whole.get(left, left)
        if not _is_one(document, first, right, families):
            continue
        gone.update((left, right))
        whole.pop(left, None)
        rest = expression("kk", "case_inside_name").match(text, right.end)
        is_cut = rest is not None and " " not in text[first.end : right.start].strip()
        is_cut = is_cut and text[first.end : first.end + 1].isalpha()
        whole[right] = first.at(first.start, rest.end() if rest and is_cut else right.end)
    if not gone:
        return candidates
    starts = {c.start for c in gone}
    kept = (c for c in candidates if c.start not in starts or c not in gone)
    return [*kept, *whole.values()]


def _is_one(
    document: Document,
    left: Candidate,
    right: Candidate,
    families: Callable[[], Sequence[frozenset[str]]],
) -> bool:
    """Say whether two candidates are the halves of one name."""
    text = document.text
    gap = text[left.end : right.start] if left.end <= right.start else "\n"
    if expression("kk", "elided_in_name").fullmatch(gap):
        return True
    if gap != " " and not expression("kk", "case_in_middle").fullmatch(gap):
        return False
    if _is_full(text, right) or any(is_guest(text[c.start : c.end], "kk") for c in (left, right)):
        return False
    theirs = _forms(text[right.start : right.end])
    # Somebody else of that family, told in full, would be meant by it.
    return not any(theirs & family for family in families())


def _is_full(text: str, c: Candidate) -> bool:
    return " " in text[c.start : c.end].strip()


def _forms(word: str) -> frozenset[str]:
    return frozenset(comparable_forms(word, "kk"))
