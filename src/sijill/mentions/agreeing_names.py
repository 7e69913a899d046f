"""The candidates of one text go in; those that name one person come out of one kind and extent.

A word that ends somebody's full name is that person wherever it stands alone, and of a name that a
tagger is not sure of only what the rest of the text knows is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sijill.documents.document import ORGANISATION, PERSON, PLACE, Document
from sijill.documents.expressions import ends_in
from sijill.documents.tokens import proclitic_cuts, tokenize
from sijill.languages import CASED
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.found import of_kind
from sijill.tagging.features import stem
from sijill.text import fold, fold_word

#: Below this a name is compared with the other names of the text before it is believed.
_UNSURE = 0.995
#: So many letters of a part of a name tell whose it is.
_SHORTEST_PART = 3
_WITH_TWO_FAMILIES = 3
#: What has a name of its own.
_NAMED = frozenset((PERSON, ORGANISATION, PLACE))


def agree(
    document: Document, candidates: list[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Trim an unsure name to the one that the rest of the text knows: not «met Sadykov»."""
    language = document.language
    if language == "ja":
        return _people_told(document.text, candidates, known)
    candidates = _same_kind(document, candidates, known)
    if language in CASED:
        return candidates  # there a verb is told from a name by its small letter
    people = [c for c in candidates if c.kind is PERSON]
    stems = {
        id(c): tuple(
            stem(t.text, language) for t in tokenize(document.text, language, c.start, c.end)
        )
        for c in people
    }
    counts = Counter(stems[id(c)] for c in people)
    begins = Counter(s[0] for s in stems.values() if s)
    by_last: dict[str, set[tuple[str, ...]]] = {}
    for s in counts:
        if len(s) > 1:
            by_last.setdefault(s[-1], set()).add(s)
    out: list[Candidate] = []
    for c in candidates:
        if c.kind is not PERSON or c.confidence >= _UNSURE or len(stems[id(c)]) < 2:
            out.append(c)
            continue
        mine = stems[id(c)]
        tail = mine[1:]
        fuller = bool(by_last.get(mine[-1], set()) - {mine})
        is_told = counts[tail] > 0 if len(tail) > 1 else fuller
        if begins[mine[0]] == 1 and is_told:
            second = tokenize(document.text, language, c.start, c.end)[1]
            out.append(replace(c, start=second.start, value=None))
        else:
            out.append(c)
    return out


def _same_kind(
    document: Document, candidates: list[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Read a word that ends a person's full name as that person wherever it stands alone."""
    text, language = document.text, document.language
    people = of_kind(candidates, PERSON)
    names = [text[c.start : c.end].split() for c in (*people, *of_kind(known, PERSON))]
    full = [words for words in names if len(words) > 1]
    if not full:
        return candidates
    known_names = [text[k.start : k.end] for k in known if k.kind is not PERSON]
    places = {fold(name) for name in known_names if " " not in name}
    family = {fold_word(words[-1]) for words in full} - places
    given = {fold_word(words[0]) for words in full} - places
    # Of two family names the first is the one that people go by: Ana Valdivia Quesada.
    middle = {fold_word(words[-2]) for words in full if len(words) >= _WITH_TWO_FAMILIES}
    where = ends_in(language, "place_before")
    if language not in CASED:
        middle = set()
    seen = Nearby(c for c in people if c.rule == "tagger")
    told = family | middle | given
    each = [(c, text[c.start : c.end].split()) for c in candidates if c.kind in _NAMED]
    changed: dict[int, Candidate | None] = {}
    for c, name in [(c, words[0]) for c, words in each if len(words) == 1]:
        word = fold_word(name)
        if word not in told and language != "ar":
            continue  # nothing is written onto its front
        cut = 0 if word in family else _family_cut(name, family, language)
        is_unknown = c.kind is PLACE and c.rule == "tagger" and c.value is None
        # «Мені Эрнан шақырды»: the given name of somebody told in full.
        is_middle_or_given = word in middle or (is_unknown and word in given)
        if cut is None and is_middle_or_given:
            cut = None if where.search(text[max(0, c.start - 12) : c.start]) else 0
        is_so = c.kind is PERSON and cut == 0 and c.value is None
        if cut is not None and not is_so:
            person = Candidate(PERSON, c.start + cut, c.end, c.rule, c.confidence)
            changed[id(c)] = None if _is_inside(c, seen) else person
    if not changed:
        return candidates
    told_so = (changed.get(id(c), c) for c in candidates)
    return [c for c in told_so if c is not None]


def _is_inside(c: Candidate, people: Nearby) -> bool:
    """Say whether a word is told as a place only inside somebody's name: «Родриго Каньете»."""
    return c.kind is not PERSON and any(p.contains(c) for p in people.overlapping(c))


def _family_cut(word: str, family: set[str], language: str) -> int | None:
    """Give how many letters before a known family name are a particle; None if it is none."""
    for cut in proclitic_cuts(word, language):
        if fold(word[cut:]) in family:
            return cut
    return None


def _people_told(
    text: str, candidates: list[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Make people of places that no register knows and that are a person's name in the text."""
    names = {text[c.start : c.end] for c in candidates if c.kind is PERSON}
    names |= {
        part for name in names for part in re.split("[・＝=]", name) if len(part) >= _SHORTEST_PART
    }
    places = {c.start for c in known}
    return [
        replace(c, kind=PERSON, value=None)
        if c.kind is PLACE and text[c.start : c.end] in names and c.start not in places
        else c
        for c in candidates
    ]
