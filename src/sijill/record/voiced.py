"""Voices, tellings and statements go in; tellings that know their voice come out, and statements
that know how many voices carry their words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sijill.record.items import SourceNote, StatementItem, Voice
from sijill.reuse.outlets import country_of
from sijill.reuse.same_words import same_words
from sijill.workbook import Workbook


def heard_from(
    statements: Iterable[StatementItem],
    leads: Mapping[str, str],
    sides: Mapping[str, str],
    workbook: Workbook | None = None,
) -> tuple[StatementItem, ...]:
    """Count for each statement the voices that carry the same person's same words.

    `leads` and `sides` give for a source the first source of its voice and the country it speaks
    from. Words are compared inside a language; nobody's words are counted by themselves.
    """
    workbook = workbook or Workbook(keeps=False)
    heard = list(statements)
    places: dict[tuple[str | None, str, str], list[int]] = defaultdict(list)
    for place, said in enumerate(heard):
        places[said.speaker, said.language, "" if said.speaker else said.id].append(place)
    said_by = {key: tuple(heard[place] for place in at) for key, at in places.items()}
    texts = ((key, (tuple(s.text for s in said), key[1])) for key, said in said_by.items())
    alike = workbook.page("the same words").each(texts, _same_words)
    units = (
        (key, (said, same, *_heard_from(said, leads, sides)))
        for (key, said), same in zip(said_by.items(), alike, strict=True)
    )
    found = workbook.page("statements heard").each(units, _counted)
    for at, told in zip(list(places.values()), found, strict=True):
        for place, said in zip(at, told, strict=True):
            heard[place] = said
    return tuple(heard)


def _same_words(texts: tuple[str, ...], language: str) -> list[tuple[int, ...]]:
    return same_words(texts, language) if len(texts) > 1 else [(0,)]


def _heard_from(
    said: Sequence[StatementItem], leads: Mapping[str, str], sides: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """Give for each statement the first source of its voice, and the country it is heard from."""
    sources = [one.citations[0].source_id for one in said]
    return tuple(leads.get(s, s) for s in sources), tuple(map(sides.get, sources))


def _counted(
    said: Sequence[StatementItem],
    alike: Sequence[tuple[int, ...]],
    leads: Sequence[str],
    sides: Sequence[str | None],
) -> tuple[StatementItem, ...]:
    """Give what one person said in one language, with the voices and sides that carry it.

    `alike` are for each statement the places of those that are the same words.
    """
    return tuple(
        replace(
            one,
            voices=len({leads[place] for place in places}),
            sides=tuple(sorted({side for place in places if (side := sides[place])})),
        )
        for one, places in zip(said, alike, strict=True)
    )


def leads_of(voices: Sequence[Voice]) -> Mapping[str, str]:
    """Give for each source the first source of its voice, which stands for the voice."""
    return {source: voice.sources[0] for voice in voices for source in voice.sources}


def sides_of(sources: Sequence[SourceNote]) -> Mapping[str, str]:
    """Give for each source the country that it speaks from, where that is known."""
    found = {note.id: country_of(note.outlet, note.url) for note in sources}
    return {source: country for source, country in found.items() if country}
