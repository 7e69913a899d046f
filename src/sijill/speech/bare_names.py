"""A passage goes in; parts of the names it knows that stand alone, in no mention, come out.

“Li” is told of in one paragraph as “Mary Li”, in the next as “Li” alone, which no rule of names
may have found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from sijill.documents.document import PERSON, Mention
from sijill.documents.passage import Passage
from sijill.documents.patterns import fold_text
from sijill.documents.subject_signs import signs
from sijill.known_words import KnownWords
from sijill.text import fold

#: A part of a name shorter than this (letters) is too common to stand for somebody alone.
_LEAST_PART = 4
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_start = attrgetter("start")
# A word where it begins: no letter stands before it, nor a letter and what joins two.
_WHOLE_WORD = re.compile(rf"(?<![^\W\d_])(?<![^\W\d_][-'’]){_WORD.pattern}")


def bare_names(passage: Passage) -> list[Mention]:
    """Find each part of a known name that no mention covers, if it is of one person alone.

    They are given as mentions of that person, in order.
    """
    if passage.language == "ja":
        return []
    owners = _owners(passage)
    places = [*_uncovered(passage, [part for part, person in owners.items() if person])]
    if not places:
        return []
    # A word that also stands in a place, a body or a post names nobody.
    others = {m.text for m in passage.mentions if m.kind is not PERSON}
    for word in map(fold, _WORD.findall("\n".join(others))):
        owners.pop(word, None)
    return [
        Mention(
            f"bare{start}",
            PERSON,
            start,
            end,
            passage.text[start:end],
            person,
        )
        for first, last, part in places
        if (person := owners.get(part))
        for start, end in _standing_at(passage, first, last, part, owners)
        if not _is_covered(passage, start, end)
    ]


def _owners(passage: Passage) -> dict[str, str | None]:
    """Give the parts of names, folded, each with whose name it is a part of; None for several's."""
    owners: dict[str, str | None] = {}
    for entity in passage.entities.values():
        if entity.kind is PERSON and entity.name:
            for part in map(fold, _WORD.findall(entity.name)):
                if len(part) >= _LEAST_PART and owners.setdefault(part, entity.id) != entity.id:
                    owners[part] = None
    return owners


def _uncovered(passage: Passage, parts: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Give where the letters of parts stand in no mention: from, the first letter, which; in order.

    From there on signs that fold to nothing may stand before them: the tatweel of «لـمحمد». They
    are looked for in the folded text, because most words of a text are in no name.
    """
    folded = fold_text(passage.text)
    origins = folded.origins
    mentions = passage.outer_mentions
    before = 0  # so many of them begin before a place, or there
    covered = 0  # up to here one covers all from where the last part stood
    for at, _, part in KnownWords({part: part for part in parts}).find(folded.text):
        place = origins[at]
        if place < covered:
            continue  # another part of the same name
        before = bisect_right(mentions, place, before, key=_start)
        last = mentions[before - 1] if before else None
        # One that goes over the end of its sentence covers no word of it.
        if last is None or last.end <= place or last.end > passage.sentence_at(last.start).end:
            yield (origins[at - 1] + 1 if at else 0), place, part
        else:
            covered = last.end


def _standing_at(
    passage: Passage, first: int, last: int, part: str, parts: Mapping[str, object]
) -> Iterator[tuple[int, int]]:
    """Give the stretches that begin at `first` to `last` and are a part of a name as a word."""
    for start in range(first, last + 1):
        if (end := _end_of(passage, part, start)) is not None:
            yield start, end
    if (end := _end_behind_particle(passage, part, first, parts)) is not None:
        yield first, end


def _end_of(passage: Passage, part: str, start: int) -> int | None:
    """Give where the word at a place ends if it is a part of a name, None if it is not.

    It begins with a capital where a script has them.
    """
    word = _WHOLE_WORD.match(passage.text, start)
    if word is None or fold(word.group()) != part:
        return None
    return word.end() if passage.language == "ar" or word.group()[0].isupper() else None


def _end_behind_particle(
    passage: Passage, part: str, start: int, parts: Mapping[str, object]
) -> int | None:
    """Give where a part of a name ends that an Arabic particle is written onto, or None."""
    if passage.language != "ar" or not start:
        return None
    if not signs("ar").may_be_written_on(passage.text[start - 1]):
        return None
    word = _WHOLE_WORD.match(passage.text, start - 1)
    if word is None or fold(word.group()) in parts or fold(word.group()[1:]) != part:
        return None
    return word.end()


def _is_covered(passage: Passage, start: int, end: int) -> bool:
    """Say whether a mention of the sentence shares letters with a stretch."""
    sentence = passage.sentence_at(start)
    over = passage.mention_over(start, end)
    if over is not None and sentence.start <= over.start and over.end <= sentence.end + 1:
        return True
    near = passage.mentions_in(sentence.start, sentence.end + 1)
    return any(m.start < end and start < m.end for m in near)
