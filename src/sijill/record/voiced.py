"""Voices, tellings and statements go in; tellings that know their voice come out, and statements
that know how many voices carry their words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sijill.record.items import SourceNote, StatementItem, Voice
from sijill.reuse.outlets import country_of
from sijill.reuse.same_words import same_words
from sijill.workbook import Workbook


def heard_from(
    statements: Iterable[StatementItem],
    voices: Sequence[Voice],
    sources: Sequence[SourceNote],
    workbook: Workbook | None = None,
) -> tuple[StatementItem, ...]:
    """Count for each statement the voices that carry the same person's same words.

    Words are compared inside a language; nobody's words are counted by themselves.
    """
    workbook = workbook or Workbook(keeps=False)
    statements = tuple(statements)
    lead, sides = leads_of(voices), sides_of(sources)
    alike: dict[tuple[str, str], list[StatementItem]] = defaultdict(list)
    for said in statements:
        if said.speaker is not None:
            alike[said.speaker, said.language].append(said)
    by_itself = {source: (1, (side,)) for source, side in sides.items()}
    heard: dict[str, tuple[int, tuple[str, ...]]] = {
        said.id: by_itself.get(said.citations[0].source_id, (1, ())) for said in statements
    }
    several = {key: group for key, group in alike.items() if len(group) > 1}
    units = ((key, (tuple(s.text for s in group), key[1])) for key, group in several.items())
    found = workbook.page("the same words").each(units, same_words)
    for group, places in zip(several.values(), found, strict=True):
        heard |= _heard_in(group, places, lead, sides)
    told = ((said.id, (said, *heard[said.id])) for said in statements)
    return tuple(workbook.page("statements heard").each(told, _with))


def _with(said: StatementItem, voices: int, sides: tuple[str, ...]) -> StatementItem:
    return replace(said, voices=voices, sides=sides)


def _heard_in(
    group: Sequence[StatementItem],
    alike: Sequence[tuple[int, ...]],
    lead: Mapping[str, str],
    sides: Mapping[str, str],
) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Give the voices and sides of what one person said more than once in a language, by statement.

    `alike` are for each statement the places of those in `group` that are the same words.
    """
    found = {
        places: _heard({group[place].citations[0].source_id for place in places}, lead, sides)
        for places in set(alike)
        if len(places) > 1
    }
    told = zip(group, alike, strict=True)
    return {said.id: found[places] for said, places in told if places in found}


def _heard(
    from_sources: Collection[str], lead: Mapping[str, str], sides: Mapping[str, str]
) -> tuple[int, tuple[str, ...]]:
    """Give how many voices these sources are, and the countries they speak from."""
    from_sides = {side for source in from_sources if (side := sides.get(source))}
    return len({lead.get(source, source) for source in from_sources}), tuple(sorted(from_sides))


def leads_of(voices: Sequence[Voice]) -> Mapping[str, str]:
    """Give for each source the first source of its voice, which stands for the voice."""
    return {source: voice.sources[0] for voice in voices for source in voice.sources}


def sides_of(sources: Sequence[SourceNote]) -> Mapping[str, str]:
    """Give for each source the country that it speaks from, where that is known."""
    found = {note.id: country_of(note.outlet, note.url) for note in sources}
    return {source: country for source, country in found.items() if country}
