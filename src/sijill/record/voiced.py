"""Voices, tellings and statements go in; tellings that know their voice come out, and statements
that know how many voices carry their words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sijill.record.items import SourceNote, StatementItem, Voice
from sijill.record.outlets import country_of
from sijill.record.told import Told
from sijill.text import fold

#: Runs of so many letters, without blanks and signs, are compared.
_RUN = 6
#: From this share of the shorter one's runs two quotations are the same words.
_SAME_WORDS = 0.6
#: Fewer letters than this are the same words only if they are all the same.
_SHORT = 20


def with_voices(
    tellings: Iterable[Told], voices: Sequence[Voice], sources: Sequence[SourceNote]
) -> list[Told]:
    """Give each telling the voice and the side of its source."""
    lead, sides = _leads(voices), _sides(sources)
    return [
        replace(one, voice=lead.get(one.source_id), side=sides.get(one.source_id))
        for one in tellings
    ]


def heard_from(
    statements: Iterable[StatementItem], voices: Sequence[Voice], sources: Sequence[SourceNote]
) -> tuple[StatementItem, ...]:
    """Count for each statement the voices that carry the same person's same words.

    Words are compared inside a language; nobody's words are counted by themselves.
    """
    statements = tuple(statements)
    lead, sides = _leads(voices), _sides(sources)
    alike: dict[tuple[str, str], list[StatementItem]] = defaultdict(list)
    for said in statements:
        if said.speaker is not None:
            alike[said.speaker, said.language].append(said)
    runs = {said.id: _runs(said.text) for said in statements}
    result = []
    for said in statements:
        group = alike.get((said.speaker or "", said.language), [said])
        heard = {
            other.citations[0].source_id
            for other in group
            if other is said or _are_same_words(runs[said.id], runs[other.id])
        }
        from_sides = {side for source in heard if (side := sides.get(source))}
        result.append(
            replace(
                said,
                voices=len({lead.get(source, source) for source in heard}),
                sides=tuple(sorted(from_sides)),
            )
        )
    return tuple(result)


def _leads(voices: Sequence[Voice]) -> Mapping[str, str]:
    return {source: voice.sources[0] for voice in voices for source in voice.sources}


def _sides(sources: Sequence[SourceNote]) -> Mapping[str, str]:
    found = {note.id: country_of(note) for note in sources}
    return {source: country for source, country in found.items() if country}


def _runs(text: str) -> frozenset[str]:
    letters = "".join(c for c in fold(text) if c.isalnum())
    if len(letters) < _SHORT:
        return frozenset([letters])
    return frozenset(letters[n : n + _RUN] for n in range(len(letters) - _RUN + 1))


def _are_same_words(one: frozenset[str], other: frozenset[str]) -> bool:
    fewest = min(len(one), len(other))
    return fewest > 0 and len(one & other) >= _SAME_WORDS * fewest
