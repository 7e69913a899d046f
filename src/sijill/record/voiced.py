"""Voices, tellings and statements go in; tellings that know their voice come out, and statements
that know how many voices carry their words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.record.items import SourceNote, StatementItem, Voice
from sijill.record.under_keys import Under
from sijill.reuse.outlets import country_of
from sijill.reuse.same_words import same_words
from sijill.workbook import Workbook


def heard_from(
    statements: Sequence[StatementItem],
    leads: Mapping[str, str],
    sides: Mapping[str, str],
    workbook: Workbook | None = None,
) -> tuple[StatementItem, ...]:
    """Count for each statement the voices that carry the same person's same words.

    `leads` gives for a source the first source of its voice where that is another, `sides` the
    country it speaks from. Words are compared inside a language; nobody's words are counted by
    themselves.
    """
    workbook = workbook or Workbook(keeps=False)
    return workbook.grown("who says what", _Heard).update(statements, leads, sides, workbook)


#: Whose words in which language; of nobody's words the statement itself.
_Group = tuple[str | None, str, str]


class _Heard:
    """The statements as they are heard, kept up to date; a person's words in a language at once."""

    def __init__(self) -> None:
        self._said: Under[_Group, StatementItem] = Under(lambda said: (_group_of(said),))
        #: The statements as they are heard, by what Python tells apart those that came.
        self._heard: dict[int, StatementItem] = {}

    def update(
        self,
        statements: Sequence[StatementItem],
        leads: Mapping[str, str],
        sides: Mapping[str, str],
        workbook: Workbook,
    ) -> tuple[StatementItem, ...]:
        others = {
            *workbook.changed_in("leads of statements", leads),
            *workbook.changed_in("sides of statements", sides),
        }
        doubted = [s for s in statements if s.citations[0].source_id in others] if others else ()
        changed = self._said.update(statements, doubted)
        numbers = list(map(id, statements))
        for gone in self._heard.keys() - set(numbers):
            del self._heard[gone]
        for said in filter(None, changed.values()):
            sources = [one.citations[0].source_id for one in said]
            counted = _counted(
                said, [leads.get(s, s) for s in sources], list(map(sides.get, sources))
            )
            for number, one in zip(map(id, said), counted, strict=True):
                if self._heard.get(number) != one:  # one that is as before stays the same object
                    self._heard[number] = one
        return tuple(map(self._heard.__getitem__, numbers))


def _group_of(said: StatementItem) -> _Group:
    return said.speaker, said.language, "" if said.speaker else said.id


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
    """Give the first source of its voice, which stands for that, for each source of several."""
    return {
        source: voice.sources[0]
        for voice in voices
        if len(voice.sources) > 1
        for source in voice.sources
    }


def sides_of(sources: Sequence[SourceNote], workbook: Workbook) -> Mapping[str, str]:
    """Give for each source the country that it speaks from, where that is known."""
    notes = {note.id: note for note in sources}
    found = workbook.page("sides").take_over(
        notes,
        workbook.changed_in("notes of sources", notes),
        lambda source_id: (notes[source_id].outlet, notes[source_id].url),
        country_of,
    )
    return {source: side for source, side in zip(notes, found, strict=True) if side}
