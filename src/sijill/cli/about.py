"""The command that tells what the record holds of one name or item, and why: about."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from sijill.citation import Citation
from sijill.cli.hints import say
from sijill.cli.options import json_option, project_option
from sijill.cli.words import Words, day_words, open_record, short
from sijill.identity.judgement import Judgement
from sijill.record.items import ClaimItem, EventItem, FigureItem, StatementItem, Telling
from sijill.serial import to_plain
from sijill.stages.about import AboutEntity, AboutItem, about

#: So many places are shown for one value or spelling; --json has them all.
_MOST_PLACES = 3
_MOST_REASONS = 8

T = TypeVar("T")


@click.command("about")
@click.argument("asked", nargs=-1, required=True, metavar="NAME|ID")
@project_option
@json_option
def about_command(asked: tuple[str, ...], project: Path, as_json: bool) -> None:
    """Tell what the record holds of a name or an item, and why."""
    workspace, record = open_record(project)
    found = about(record, workspace.build, " ".join(asked))
    if as_json:
        click.echo(json.dumps(to_plain(found), ensure_ascii=False, indent=1))
        return
    lines = _Lines(Words(record))
    if isinstance(found, AboutItem):
        for line in lines.item(found):
            say(line)
        return
    for number, one in enumerate(found):
        if number:
            click.echo("")
        for line in lines.entity(one):
            say(line)


class _Lines:
    """Puts what is known of one name or item into lines."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def places(self, citations: Sequence[Citation]) -> Iterator[str]:
        """Give the places that something stands on, a few of them in full."""
        by_source = {c.source_id: c for c in reversed(citations)}
        shown = list(reversed(by_source.values()))
        for citation in shown[:_MOST_PLACES]:
            yield f"{self.words.source(citation.source_id)}: “{short(citation.exact)}”"
        if len(shown) > _MOST_PLACES:
            yield f"and {len(shown) - _MOST_PLACES} more sources"

    # -- somebody, a body, a place

    def entity(self, found: AboutEntity) -> Iterator[str]:
        """Give names and spellings, posts, why they are one, and every item."""
        entity = found.entity
        yield f"{self.words.name(entity.id)}  {click.style(entity.id, dim=True)}"
        state = f", {entity.country}" if entity.country else ""
        known = "in the register" if entity.register_id else "known from the sources alone"
        yield f"  {entity.kind}{state}, {known}"
        yield "Names"
        for language, name in entity.names.items():
            made = ", made by rule" if language in entity.transliterated else ""
            yield f"  {language}  {name}{made}"
        for alias in entity.aliases:
            where = "; ".join(self.places(alias.citations))
            yield f"  “{alias.text}” ({alias.language}): {where}"
        if entity.posts:
            yield "Posts"
        for held in entity.posts:
            body = self.words.name(held.body) if held.body else ""
            time = f", {day_words(held.time)}" if held.time else ""
            yield f"  {held.post} {body} ({held.status}{time})"
            yield f"    {self.words.grounds(held.citations, (), held.line)}"
        yield from self._why_one(found.judgements)
        yield from self._listed("Happenings", found.events, self.words.event)
        yield from self._listed("Words", found.statements, self.words.statement)
        yield from self._listed("Claims", found.claims, self.words.claim)

    def _why_one(self, judgements: Sequence[Judgement]) -> Iterator[str]:
        """Give the reasons for which names are one or are not, the most frequent first."""
        reasons = Counter((j.verdict.value, j.reason, j.by) for j in judgements)
        if reasons:
            yield "Why these names are one"
        for (verdict, reason, by), times in reasons.most_common(_MOST_REASONS):
            often = f", {times} times" if times > 1 else ""
            yield f"  {verdict}: {reason} ({by}{often})"
        if len(reasons) > _MOST_REASONS:
            yield f"  and {len(reasons) - _MOST_REASONS} more reasons: --json"

    def _listed(
        self, title: str, items: Sequence[T], lines: Callable[[T], Iterator[str]]
    ) -> Iterator[str]:
        if items:
            yield f"{title}: {len(items)}"
        for item in items:
            for line in lines(item):
                yield f"  {line}"

    # -- an item

    def item(self, found: AboutItem) -> Iterator[str]:
        """Give an item, each value with who tells it, what belongs to it, and the film's lines."""
        item = found.item
        if isinstance(item, EventItem):
            yield from self.words.event(item)
            yield from self._values(item)
        elif isinstance(item, FigureItem):
            yield from self._figure(item)
        else:
            yield from self.words.item(item)
            yield from self._stands_on(item)
        if found.part_of is not None:
            yield "Belongs to"
            yield from (f"  {line}" for line in self.words.event(found.part_of))
        yield from self._listed("Words", found.statements, self.words.statement)
        yield from self._listed("Claims", found.claims, self.words.claim)
        yield from self._listed("Figures", found.figures, self._figure)
        yield from self._film(found)

    def _values(self, event: EventItem) -> Iterator[str]:
        """Give each value of each field with the places that tell it."""
        yield "Why"
        for telling in event.tellings:
            disputed = ", disputed" if telling.field in event.disputed else ""
            how = ", worked out" if telling.inferred else ""
            yield f"  {telling.field}: {self._value(telling)}{how}{disputed}"
            for place in self.places(telling.citations):
                yield f"    {place}"
        if not event.tellings:
            yield from self._stands_on(event)

    def _value(self, telling: Telling) -> str:
        is_known = telling.value in self.words.entities
        return self.words.name(telling.value) if is_known else telling.value

    def _stands_on(self, item: EventItem | StatementItem | ClaimItem) -> Iterator[str]:
        yield "Stands on"
        for place in self.places(item.citations):
            yield f"  {place}"
        if isinstance(item, StatementItem):
            for language, text in item.translations.items():
                yield f"  translated ({language}): “{text}”"
        if isinstance(item, ClaimItem) and item.verdict is not None:
            for counter in item.verdict.counter:
                yield f"  against it: {counter}"
            for reference in item.verdict.references:
                yield f"  {reference}"

    def _figure(self, figure: FigureItem) -> Iterator[str]:
        period = f", {figure.period}" if figure.period else ""
        bound = f"{figure.bound} " if figure.bound else ""
        told = f"{figure.measure}: {bound}{figure.value:g} {figure.unit}{period}"
        yield f"{told}  {click.style(figure.id, dim=True)}"
        for place in self.places(figure.citations):
            yield f"    {place}"

    def _film(self, found: AboutItem) -> Iterator[str]:
        if found.told:
            yield "Told in the film"
        for line in found.told:
            yield f"  {line.scene}, {line.sentence}"
            yield from (f"    {text}" for text in line.text.values())
        if found.untold is not None:
            yield f"Not told in the film: {found.untold}"
