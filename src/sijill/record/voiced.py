"""Voices, tellings and statements go in; tellings that know their voice come out, and statements
that know how many voices carry their words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
    groups: dict[tuple[str | None, str, str], _Said] = defaultdict(_Said)
    for place, said in enumerate(heard):
        source = said.citations[0].source_id
        group = groups[said.speaker, said.language, "" if said.speaker else said.id]
        group.places.append(place)
        group.statements.append(said)
        group.leads.append(leads.get(source, source))
        group.sides.append(sides.get(source))
    units = (
        (key, (tuple(group.statements), tuple(group.leads), tuple(group.sides)))
        for key, group in groups.items()
    )
    found = workbook.page("statements heard").each(units, _counted)
    for group, told in zip(list(groups.values()), found, strict=True):
        for place, said in zip(group.places, told, strict=True):
            heard[place] = said
    return tuple(heard)


@dataclass(slots=True)
class _Said:
    """What one person said in one language: where each statement stands, the first source of its
    voice, and the country it is heard from.
    """

    places: list[int] = field(default_factory=list)
    statements: list[StatementItem] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    sides: list[str | None] = field(default_factory=list)


def _counted(
    statements: Sequence[StatementItem], leads: Sequence[str], sides: Sequence[str | None]
) -> tuple[StatementItem, ...]:
    """Give what one person said in one language, with the voices and sides that carry it."""
    alike: list[tuple[int, ...]] = [(0,)]
    if len(statements) > 1:
        alike = same_words([said.text for said in statements], statements[0].language)
    return tuple(
        replace(
            said,
            voices=len({leads[place] for place in places}),
            sides=tuple(sorted({side for place in places if (side := sides[place])})),
        )
        for said, places in zip(statements, alike, strict=True)
    )


def leads_of(voices: Sequence[Voice]) -> Mapping[str, str]:
    """Give for each source the first source of its voice, which stands for the voice."""
    return {source: voice.sources[0] for voice in voices for source in voice.sources}


def sides_of(sources: Sequence[SourceNote]) -> Mapping[str, str]:
    """Give for each source the country that it speaks from, where that is known."""
    found = {note.id: country_of(note.outlet, note.url) for note in sources}
    return {source: country for source, country in found.items() if country}
