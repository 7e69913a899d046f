"""The organisations of an English text go in; which named one a bare noun means comes out.

“The firm”, “the fund's chief executive”: where no name holds the noun, it is the house that the
text calls so (“the cooperative Café Celaque”, “a Luxembourg fund, Moselle Impact”), and a company
the one that the text tells most of.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sijill.documents.document import ORGANISATION, PLACE, Document, Mention
from sijill.documents.expressions import expression
from sijill.houses.told_firms import ToldFirms
from sijill.mentions.english_houses import is_house_noun
from sijill.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: So far before a name a noun may say what it is, and behind it (code points).
_BEFORE, _BEHIND = 40, 60
_NOUN_BEFORE = re.compile(r"([A-Za-z-]+),?\s\Z")
_CALLED = re.compile(r",\s(?:a|an|the)\s((?:[\w’'-]+\s){0,4}[\w-]+)")
_INDEFINITE = re.compile(r"\b(?:[Aa]n?|[Tt]wo|[Ss]everal|[Oo]ther|[Aa]nother|[Ee]very|[Ee]ach)\s\Z")
_ARTICLE = 8
#: «The same» before a noun; a noun alone that names no house has so many kanji.
_SAME, _NOUN = "同", 2
#: The register id of a state has so many letters.
_STATE = 2


def houses_meant(document: Document, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Give the named organisation that each bare noun means, by the mention of the noun.

    Nouns that a name holds, and those that nothing told before is called, have none.
    """
    if document.language == "ja":
        return _meant_by_ends(document, mentions)
    if document.language != "en":
        return {}
    bodies = [m for m in mentions if m.kind is ORGANISATION]
    headline = document.text.find("\n")
    bare_nouns = [
        m for m in bodies if _is_bare(m.text) or (m.end <= headline and _ends_in_noun(m.text))
    ]
    meant = {first.id: second for first, second in _apposed(document.text, bodies)}
    if not bare_nouns:
        return meant
    named = [m for m in bodies if not _ends_in_noun(m.text)]
    called = {m.id: _called(document.text, m) for m in named}
    whole, told, firms = _Told(called, named), _Told(called, named), ToldFirms()
    for name in named:
        whole.add(name)
    waiting = deque(sorted(named, key=lambda m: m.end))
    for bare in sorted(bare_nouns, key=lambda m: m.start):
        while waiting and waiting[0].end <= bare.start:
            firms.add(waiting[0])
            told.add(waiting.popleft())
        noun = fold(_last(bare.text))
        in_headline = bare.end <= headline and _ends_in_noun(bare.text)
        if bare.id in meant:
            continue
        if noun in (whole if in_headline else told).words:
            continue
        if _INDEFINITE.search(document.text, max(0, bare.start - _ARTICLE), bare.start):
            continue
        so_called = whole.first_called(noun) if in_headline else told.last_called(noun)
        if so_called is not None:
            meant[bare.id] = so_called
        elif not in_headline and expression("en", "any_company").fullmatch(noun):
            firm = firms.told_most
            if firm is not None:
                meant[bare.id] = firm
    return meant


class _Told:
    """The names told so far: their words, and what they are called."""

    def __init__(self, called: Mapping[str, frozenset[str]], named: Sequence[Mention]) -> None:
        self.words: set[str] = set()
        self._called = called
        self._named = named
        self._number = {m.id: n for n, m in enumerate(named)}
        self._numbers_called: dict[str, tuple[int, int]] = {}

    def add(self, name: Mention) -> None:
        """Put one more name in."""
        self.words.update(fold(name.text).split())
        number = self._number[name.id]
        for noun in self._called[name.id]:
            first, last = self._numbers_called.get(noun, (number, number))
            self._numbers_called[noun] = (min(first, number), max(last, number))

    def first_called(self, noun: str) -> Mention | None:
        """Give the first name that the text calls so."""
        found = self._numbers_called.get(noun)
        return self._named[found[0]] if found else None

    def last_called(self, noun: str) -> Mention | None:
        """Give the last name that the text calls so."""
        found = self._numbers_called.get(noun)
        return self._named[found[1]] if found else None


def _is_bare(name: str) -> bool:
    """Say whether a name is only common nouns: “company”, “finance committee”."""
    return name == name.lower() and is_house_noun(_last(name))


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _ends_in_noun(name: str) -> bool:
    """Say whether a name is told by its noun alone: “Luxembourg fund”, but “Pine Fund”."""
    last = _last(name)
    return last.islower() and is_house_noun(last)


def _called(text: str, body: Mention) -> frozenset[str]:
    """Give the nouns beside a name that say what it is: “the cooperative Café Celaque”."""
    before = _NOUN_BEFORE.search(text, max(0, body.start - _BEFORE), body.start)
    behind = _CALLED.match(text, body.end, body.end + _BEHIND)
    told = [before[1]] if before else []
    # Of “the State Bank, a lender to farms” the first house noun says what it is.
    told += [word for word in _WORD.findall(behind[1]) if is_house_noun(word)][:1] if behind else []
    return frozenset(fold(word) for word in told if is_house_noun(word))


def _apposed(text: str, bodies: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Give houses told by a noun with the names right behind: “A Malian fund, Sahel Impact, …”."""
    ordered = sorted(bodies, key=lambda m: m.start)
    for first, second in pairwise(ordered):
        if text[first.end : second.start] != ", " or text[second.end : second.end + 1] != ",":
            continue
        if _ends_in_noun(first.text) and _INDEFINITE.search(
            text, max(0, first.start - _ARTICLE), first.start
        ):
            yield first, second


def _meant_by_ends(document: Document, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Give what Japanese nouns mean: the house told last whose name ends so: 「同局」「公社」.

    A ministry alone is that of the state told last, in a text that tells nothing of Japan:
    「エストニア外務省は…。外務省は…」.
    """
    bodies = sorted((m for m in mentions if m.kind is ORGANISATION), key=lambda m: m.start)
    sizes = {len(m.text.removeprefix(_SAME)) for m in bodies if m.text.startswith(_SAME)}
    ministries = _ministries_alone(document, mentions, bodies)
    sizes = {size for size in {*sizes, *map(len, ministries.values()), _NOUN} if size}
    meant: dict[str, Mention] = {}
    # The houses told last, by how their names end, and by how many more signs these have at least.
    told: dict[tuple[str, int], Mention] = {}
    for body in bodies:
        is_same = body.text.startswith(_SAME)
        noun = body.text.removeprefix(_SAME)
        house = told.get((noun, is_same + 1))
        if house is not None and (is_same or len(noun) == _NOUN or body.id in ministries):
            meant[body.id] = house
            continue
        for size in sizes:
            for more in (1, 2):
                if len(body.text) >= size + more:
                    told[body.text[-size:], more] = body
    return meant


def _ministries_alone(
    document: Document, mentions: Sequence[Mention], bodies: Sequence[Mention]
) -> dict[str, str]:
    """Give the ministries told without a state, by mention; none where a text tells of Japan.

    One of a state told right before it (「ペルーの外務省」) has its own.
    """
    alone = expression("ja", "ministry_alone")
    found = {m.id: m.text for m in bodies if alone.fullmatch(m.text)}
    home = expression("ja", "tells_of_home")
    if not found or home.search(document.text):
        return {}
    owned = {m.end + 1 for m in mentions if m.kind is PLACE and len(m.value or "") == _STATE}
    return {m.id: m.text for m in bodies if m.id in found and m.start not in owned}
