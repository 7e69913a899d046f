"""A mention of a body and the bodies told so far go in; the one that it means comes out.

By its name, by a part of it, by the kind alone («the company», «同社»): then the one told last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from sijill.documents.document import ORGANISATION, Mention
from sijill.documents.lexicon import classes_at_end, word_classes
from sijill.documents.qualifiers import words_with
from sijill.documents.voicing import voiceless
from sijill.houses.body_index import Body, BodyIndex, Key
from sijill.languages import WITH_ENDINGS
from sijill.word_tables import WordTable

#: What is cut where «институты» looks like an accusative.
_CUT = "т"
#: What every company may be called.
_COMPANY = "社"


def find_body(mention: Mention, key: Key, index: BodyIndex, language: str) -> int | None:
    """Give the index of the body that a mention means; None where it is told here for once.

    No body has its key or its id (`BodyIndex.known`).
    """
    if mention.kind is not ORGANISATION or mention.value or not key:
        return None
    if language == "ja" and mention.text[0] in words_with("same", "ja"):
        return _same_house(mention, index)  # «同社»
    # «Sidra» for Sidra Holding; «the company» for the last company.
    if is_kind_alone(key, language):
        key = tuple(part.removeprefix("ال") for part in key)
        return next(
            (
                number
                for _, number in index.with_word_before(mention.start, key)
                if _is_short_for(key, index.bodies[number].words, language)
            ),
            None,
        )
    best: tuple[int, int] | None = None
    for number in index.with_parts(key):
        body = index.bodies[number]
        if not _is_short_for(key, body.keys, language):
            continue
        place = max((m.start for m in body.mentions if m.start < mention.start), default=-1)
        if best is None or place > best[0]:
            best = (place, number)
    return best[1] if best else None


def _is_short_for(key: Key, names: Iterable[Key], language: str) -> bool:
    return any(len(name) > len(key) and _is_part(key, name, language) for name in names)


def _is_part(key: Key, name: Key, language: str) -> bool:
    """Say whether all words of one name are in another; Kazakh ones with what it is of.

    «Институт» is «Океанография институты», «Қауымдастық» the «Балықшылар қауымдастығы».
    """
    return forms_of(name, language).issuperset(key)


def forms_of(name: Key, language: str) -> frozenset[str]:
    """Give the words of a name, a last one that Kazakh has an ending on without it, too."""
    if not name or language not in WITH_ENDINGS:
        return frozenset(name)
    return _ends(language)[name[-1]].union(name)


@cache
def _ends(language: str) -> WordTable[frozenset[str]]:
    """Give what a last word may be asked by."""
    return WordTable(lambda word: frozenset(_without_endings(word, language)))


def _without_endings(last: str, language: str) -> Iterator[str]:
    for stem in (last, last[:-1], last[:-2]):
        if stem is last or len(stem) > 2:
            yield stem
            yield stem[:-1] + voiceless(stem[-1], language)
    if len(last) > len(_CUT) + 2:
        yield last + _CUT  # of «институты» too much is cut where it looks like an accusative


def _same_house(mention: Mention, index: BodyIndex) -> int | None:
    """Give the body that «同社» or «同研究所» speaks of: the last one before, if its kind fits.

    A company is 社 though its name tells none.
    """
    kind = mention.text[1:]
    found = _last_of(index.with_ending_before(mention.start, kind))
    if found is None and kind == _COMPANY:
        told = index.before(mention.start)
        found = _last_of(t for t in told if _may_be_company(index.bodies[t[1]]))
    return found


def _last_of(told: Iterable[tuple[int, int]]) -> int | None:
    """Give the first of some that come last first; of those in one place the one joined last."""
    best: tuple[int, int] | None = None
    for start, number in told:
        if best is not None and start < best[0]:
            break
        best = max(best or (start, number), (start, number))
    return best[1] if best is not None else None


def _may_be_company(body: Body) -> bool:
    """Say whether no word at the end of a name tells a house of another kind: «大学»."""
    for name in body.names:
        ends = (classes for _, classes in classes_at_end(name, "ja"))
        told = next((end for end in ends if "organisation" in end or "firm" in end), ("firm",))
        if "firm" not in told:
            return False
    return True


def is_kind_alone(key: tuple[str, ...], language: str) -> bool:
    """Say whether a name only tells what kind of house it is: «the company»."""
    return _house_nouns(language).issuperset(key)


@cache
def asked_nouns(language: str) -> frozenset[str]:
    """Give the words by which a name that tells no more than the kind of house is asked for."""
    return frozenset(noun.removeprefix("ال") for noun in _house_nouns(language))


@cache
def _house_nouns(language: str) -> frozenset[str]:
    """Give the nouns that tell a kind of house, in Arabic with and without the article."""
    classes = word_classes(language)
    nouns = {word for word, found in classes.items() if "organisation" in found}
    return frozenset(nouns.union(f"ال{noun}" for noun in nouns))
