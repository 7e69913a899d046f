"""Items of the record go in; the cards that show them come out, in all film languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sijill.citation import Citation
from sijill.dates import parse_edtf, sort_key
from sijill.errors import FormatFault
from sijill.languages import LANGUAGES, listed
from sijill.record.items import EventItem, LocalText, RecordEntity, SourceNote, StatementItem
from sijill.script.facts import Story
from sijill.script.happenings import short_label
from sijill.script.narration.people import HeldThen, rank
from sijill.script.narration.words import shown
from sijill.script.reported_words import words_on_card
from sijill.script.scenes import (
    Card,
    PortraitCard,
    QuoteCard,
    Stop,
    TimelineCard,
    TimelinePoint,
)
from sijill.script.sentence import ScriptSentence
from sijill.script.teller import Teller
from sijill.tables import open_table
from sijill.temporal.datelines import day_told_in

_MOST_POSTS = 4
#: Signs of a headline that still fits below a card.
_LONGEST_HEAD = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """A scene before it has its id."""

    card: Card
    sentences: tuple[ScriptSentence, ...] = ()


def limits(scene: str) -> tuple[int, int]:
    """Give how many pieces a scene type must and may hold."""
    for row in open_table("protocol/scene_needs.tsv", ("scene", "least", "most")):
        if row["scene"] == scene:
            return int(row["least"]), int(row["most"])
    raise KeyError(scene)


def kept(sentences: Iterable[ScriptSentence | None]) -> tuple[ScriptSentence, ...]:
    """Leave out what could not be told."""
    return tuple(s for s in sentences if s is not None)


def name_on_card(story: Story, entity_id: str) -> LocalText:
    """Name a place, a state or a body as it stands alone on a card: `Imperial Palace`."""
    named = shown(story.names.body(entity_id))
    bare = {
        lang: text.removeprefix("the ") if lang == "en" else text for lang, text in named.items()
    }
    return {lang: text[:1].upper() + text[1:] for lang, text in bare.items()}


def source_label(story: Story, teller: Teller, citations: Iterable[Citation]) -> LocalText:
    """Say where facts stand: outlet and day of the one source cited, else how many sources.

    A source of no known outlet is named by its headline where that is short, and never by the
    name of its file. Empty without citations.
    """
    cited = {c.source_id for c in citations}
    notes = [s for s in story.record.sources if s.id in cited]
    if len(notes) > 1:
        many = teller.label("sources.many")
        return {lang: text.replace("{n}", str(len(notes))) for lang, text in many.items()}
    if not notes:
        return {}
    note = notes[0]
    head = note.outlet or _short_headline(note)
    head = "" if head == note.name else head
    named = dict.fromkeys(teller.languages, head) if head else teller.label("source.published")
    if not note.published:
        return named
    try:
        dates = teller.date(note.published)
    except FormatFault:
        return named
    return {lang: listed((named[lang], dates[lang]), lang) for lang in named}


def _short_headline(note: SourceNote) -> str:
    """Give the headline of a source where it names one: short, and no dateline."""
    head = note.headline if len(note.headline) <= _LONGEST_HEAD else ""
    told = note.language in LANGUAGES and day_told_in(head, note.language)
    return "" if told else head


def portrait(story: Story, teller: Teller, person_id: str, time: str | None) -> PortraitCard:
    """Make the portrait of a person: names, and the posts the record or the register knows."""
    person = story.names.entity(person_id)
    if person is None:
        raise KeyError(person_id)
    return PortraitCard(
        name=shown(story.names.person(person_id, "name", None)),
        posts=_post_lines(story, teller, person, time),
        native_name=native_name(story, person_id),
        country=person.country,
        source=_sources_of_person(story, teller, person),
    )


def _post_lines(
    story: Story, teller: Teller, person: RecordEntity, time: str | None
) -> tuple[LocalText, ...]:
    """Give one line for each post and body: what is held first, then what was, by precedence.

    A past post of which one year is known has that year; else it is told as a former one.
    """
    moments = [time, *sorted({p.time for p in person.posts if p.time}, key=sort_key)]
    held_at: dict[tuple[str, str | None, str | None], list[tuple[str | None, HeldThen]]] = {}
    for moment in moments:
        held = story.names.post(person.id, moment)
        if held is not None:
            held_at.setdefault((held.post, held.body, held.occupation), []).append((moment, held))
    lines: list[tuple[tuple[bool, bool, int, int], LocalText]] = []
    for order, times in enumerate(held_at.values()):
        held = times[0][1]
        past = all(h.past or h.former for _, h in times)
        years = {parse_edtf(m).year for m, _ in times if m}
        told = len(years) == 1 and None not in years and not any(h.former for _, h in times)
        if past and not told:
            held = replace(held, former=True)
        label = story.names.held_label(person.id, held)
        if past and told and label:
            label = {lang: f"{text} ({years.copy().pop()})" for lang, text in label.items()}
        if label:
            asked = any(moment == time for moment, _ in times)
            lines.append(((past, not asked, rank(held.post), order), label))
    found: list[LocalText] = []
    for _, label in sorted(lines, key=lambda line: line[0]):
        if label not in found:
            found.append(label)
    return tuple(found[:_MOST_POSTS])


def _sources_of_person(story: Story, teller: Teller, person: RecordEntity) -> LocalText:
    told = [c for held in person.posts for c in held.citations]
    return source_label(story, teller, told or [c for a in person.aliases for c in a.citations])


_NATIVE = {"JP": "ja", "KZ": "kk", "RU": "ru", "BY": "ru"}


def native_name(story: Story, person_id: str) -> str | None:
    """Give a name in its own writing, where a source or the register has it."""
    person = story.names.entity(person_id)
    if person is None:
        return None
    language = _NATIVE.get(person.country or "")
    if language is None:
        return None
    if language in person.names and language not in person.transliterated:
        return person.names[language]
    entry = story.names.register.entries.get(person.register_id or "")
    return entry.name(language) if entry else None


def quote_card(story: Story, teller: Teller, statement: StatementItem) -> QuoteCard:
    """Make the card of somebody's words."""
    speaker: LocalText = {}
    post: LocalText = {}
    if statement.speaker and story.names.entity(statement.speaker):
        speaker = _speaker_name(story, statement.speaker)
        entity = story.names.entity(statement.speaker)
        if entity is not None and entity.kind == "person":
            post = story.names.post_label(statement.speaker, statement.date)
    elif statement.speaker_text:
        speaker = dict.fromkeys(teller.languages, statement.speaker_text)
    return QuoteCard(
        text=words_on_card(statement),
        language=statement.language,
        speaker=speaker,
        post=post,
        source=source_label(story, teller, statement.citations),
        translation={
            lang: text
            for lang, text in statement.translations.items()
            if lang in teller.languages and lang != statement.language
        },
    )


def _speaker_name(story: Story, speaker: str) -> LocalText:
    entity = story.names.entity(speaker)
    if entity is not None and entity.kind == "person":
        return shown(story.names.person(speaker, "name", None))
    return name_on_card(story, speaker)


def timeline(
    story: Story, teller: Teller, heading: str, events: Iterable[EventItem]
) -> TimelineCard | None:
    """Make a chronology of dated events; None when fewer than its least can be shown."""
    least, most = limits("timeline")
    points: list[TimelinePoint] = []
    cited: list[Citation] = []
    chosen = sorted((e for e in events if e.date), key=lambda e: (sort_key(e.date), e.id))
    for event in chosen:
        label = short_label(story, teller, event, "point")
        if label is None or event.date is None:
            continue
        point = TimelinePoint(event.date, _dates(teller, event), label, event.status.value)
        if not any(p.date == point.date and p.label == point.label for p in points):
            points.append(point)
            cited += event.citations
    if len(points) < least:
        return None
    return TimelineCard(
        teller.label(heading),
        tuple(_thin(points, most)),
        source=source_label(story, teller, cited),
    )


def _dates(teller: Teller, event: EventItem) -> LocalText:
    """Give the date of an event, or both where its sources give two."""
    told = {t.value for t in event.tellings if t.field == "date" and not t.inferred}
    own = teller.date(str(event.date))
    if "date" not in event.disputed:
        return own
    try:
        dates = {value: parse_edtf(value) for value in told}
        # Who says “in 1997” does not differ from who says “in February 1997”; spans of days do.
        apart = [
            value
            for value, date in dates.items()
            if "/" in value or not any(value != o and date.covers(dates[o]) for o in dates)
        ]
    except FormatFault:
        return own
    if len(apart) != 2:
        return own
    first, last = sorted(apart, key=sort_key)
    if "/" in first or "/" in last:  # an interval is no member of a set
        return _either(teller.date(first), teller.date(last))
    return teller.date(f"[{first},{last}]")


def _either(first: LocalText, last: LocalText) -> LocalText:
    """Write one date or the other, what both end with once: `18–22 or 18–23 June 2008`."""
    written = {}
    for language, text in last.items():
        left, right = first[language].split(), text.split()
        while len(left) > 1 and right and left[-1] == right[-1]:
            left.pop()
            right.pop()
        link = "أو" if language == "ar" else "or"
        written[language] = f"{' '.join(left)} {link} {text}"
    return written


def _thin(points: list[TimelinePoint], most: int) -> list[TimelinePoint]:
    """Keep first and last and those between at even steps."""
    if len(points) <= most:
        return points
    step = (len(points) - 1) / (most - 1)
    return [points[round(i * step)] for i in range(most)]


def stop(story: Story, teller: Teller, place_id: str, label: LocalText) -> Stop | None:
    """Make a stop of a route; None when the place has no coordinates."""
    entity = story.names.entity(place_id)
    if entity is not None and entity.longitude is not None and entity.latitude is not None:
        return Stop(name_on_card(story, place_id), entity.longitude, entity.latitude, label)
    entry = story.names.register.entries.get((entity.register_id if entity else None) or place_id)
    if entry is None or entry.longitude is None or entry.latitude is None:
        return None
    if entity is not None:
        name = name_on_card(story, place_id)
    else:
        name = {lang: entry.name(lang) or place_id for lang in teller.languages}
    return Stop(name, entry.longitude, entry.latitude, label)
