"""The organisations of an English text go in; which named one a bare noun means comes out.

“The firm”, “the fund's chief executive”: where no name holds the noun, it is the house that the
text calls so (“the cooperative Café Celaque”, “a Luxembourg fund, Moselle Impact”), and a company
the one that the text tells most of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sijill.documents.document import Document, Mention, MentionKind
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.mentions.english_houses import is_house_noun
from sijill.people.house_heads import head_of
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


def houses_meant(document: Document, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Give the named organisation that each bare noun means, by the mention of the noun.

    Nouns that a name holds, and those that nothing told before is called, have none.
    """
    if document.language == "ja":
        return _meant_by_ends(mentions)
    if document.language != "en":
        return {}
    bodies = [m for m in mentions if m.kind is MentionKind.ORGANISATION]
    called = {m.id: _called(document.text, m) for m in bodies}
    headline = document.text.find("\n")
    named = [m for m in bodies if not _ends_in_noun(m.text)]
    meant: dict[str, Mention] = {}
    for first, second in _apposed(document.text, bodies):
        meant[first.id] = second
    for bare in bodies:
        noun = fold(_last(bare.text))
        in_headline = bare.end <= headline and _ends_in_noun(bare.text)
        if bare.id in meant or not (in_headline or _is_bare(bare.text)):
            continue
        before = named if in_headline else [m for m in named if m.end <= bare.start]
        if any(noun in fold(m.text).split() for m in before):
            continue
        if _INDEFINITE.search(document.text, max(0, bare.start - _ARTICLE), bare.start):
            continue
        so_called = [m for m in before if noun in called[m.id]]
        if in_headline:
            so_called = so_called[:1]
        if so_called:
            meant[bare.id] = so_called[-1]
        elif not in_headline and expression("en", "any_company").fullmatch(noun):
            firm = _firm_told_most(before)
            if firm is not None:
                meant[bare.id] = firm
    return meant


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


def _firm_told_most(before: Sequence[Mention]) -> Mention | None:
    """Give the company that a text tells of most before a place, of those the last."""
    firms = [m for m in before if _may_be_firm(m.text)]
    counts: Mapping[str, int] = {
        m.id: sum(_shares_word(m.text, other.text) for other in firms) for m in firms
    }
    return max(firms, key=lambda m: (counts[m.id], m.start), default=None)


def _may_be_firm(name: str) -> bool:
    """Say whether the words of a name tell a company or nothing."""
    if any("press" in word_classes("en").get(fold(w), ()) for w in _WORD.findall(name)):
        return False
    is_state = expression("en", "is_ministry").search(name) is not None
    return head_of(name, "en") in ("chief_executive", None) and not is_state


def _shares_word(one: str, other: str) -> bool:
    """Say whether two names share a word that is no house noun: Surigas, State company Surigas."""
    own = {w for w in _WORD.findall(one) if w[0].isupper() and not is_house_noun(w)}
    return not own.isdisjoint(_WORD.findall(other))


def _meant_by_ends(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Give what Japanese nouns mean: the house told last whose name ends so: 「同局」「公社」."""
    bodies = sorted(
        (m for m in mentions if m.kind is MentionKind.ORGANISATION), key=lambda m: m.start
    )
    meant: dict[str, Mention] = {}
    for at, bare in enumerate(bodies):
        is_same = bare.text.startswith(_SAME)
        noun = bare.text.removeprefix(_SAME)
        if not is_same and len(noun) != _NOUN:
            continue
        named = (m for m in reversed(bodies[:at]) if m.text.endswith(noun) and m.id not in meant)
        house = next((m for m in named if len(m.text) > len(noun) + is_same), None)
        if noun and house is not None:
            meant[bare.id] = house
    return meant
