"""What the chapters of a film have left untold goes in; scenes that tell the rest come out.

A chapter that grew from the record takes up every happening of its kinds, in order of time. What
belongs to no chapter makes chapters of its own: documents, what people said, claims, and the years.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby, islice

from sijill.dates import parse_edtf
from sijill.documents.document import ClaimKind
from sijill.event_types import has_trait
from sijill.languages import listed
from sijill.record.items import EventItem, LocalText, StatementItem
from sijill.script.cards import Draft, portrait, source_label, timeline
from sijill.script.chapters.protocol import claim_order
from sijill.script.claimed import claim_scene
from sijill.script.facts import Story
from sijill.script.happenings import is_tellable, short_label, tell_event
from sijill.script.in_print import in_print, shown_words
from sijill.script.narration.words import shown
from sijill.script.outline import ChapterRule, in_order_of_time
from sijill.script.reported_words import exact_words, is_told_in_words
from sijill.script.said import quote_scene, tell_statement
from sijill.script.scenes import Card, ProjectCard
from sijill.script.teller import Teller
from sijill.tables import cell_list, open_table

#: Type, date and people of an event.
Sense = tuple[str, str | None, frozenset[str]]

_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
#: So many sentences are told over one picture.
_ON_ONE = 4
_MOST_NAMED = 3
#: So many claims are tried, the best first.
_MOST_TRIED = 8
#: So many happenings are tried for one chapter, the best told first: a record may hold thousands.
_MOST_TRIED_EVENTS = 30


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Give by chapter the types of events that it takes up when no other told them."""
    rows = open_table("protocol/film_further.tsv", ("chapter", "events"))
    return {row["chapter"]: frozenset(cell_list(row["events"])) for row in rows}


def of_chapter(story: Story, teller: Teller, rule: ChapterRule) -> list[Draft]:
    """Tell what a chapter's own telling left of its kinds; the first of the main visit alone."""
    if rule.id == "protocol" and story.visit is not None:
        return _tell(story, teller, [e for e in _left(story) if story.in_main_visit(e)])
    kinds = _kinds().get(rule.id, frozenset())
    return _tell(story, teller, [e for e in _left(story) if e.type in kinds])


def left_of(
    story: Story, teller: Teller, chapter: str, own: Iterable[EventItem]
) -> list[EventItem]:
    """Give what is left of the kinds of a chapter beside its own, as far as there is room.

    For a chapter that tells years: told among its own steps, these do not lead back to the first.
    """
    kinds, told = _kinds().get(chapter, frozenset()), senses_told(story, own).keys()
    left = [e for e in _left(story) if e.type in kinds and sense_of(story, e) not in told]
    left = [e for e in left if not _is_in_print(e)]
    chosen = _chosen(story, teller, left)
    return [e for e in left if e.id in chosen]


def in_words(story: Story, teller: Teller, rule: ChapterRule) -> list[Draft]:
    """Tell what a chapter's own telling left of its kinds in the words of sources alone."""
    kinds = _kinds().get(rule.id, frozenset())
    return _tell(story, teller, [e for e in _left(story) if e.type in kinds and _is_in_print(e)])


def documents(story: Story, teller: Teller) -> list[Draft]:
    """Tell the documents that no chapter told, where there are several; else leave them."""
    left = [e for e in _left(story) if e.type in _kinds()["documents"]]
    able = (e for e in left if is_tellable(story, teller, e))
    return _tell(story, teller, left) if len(list(islice(able, 2))) > 1 else []


def years(story: Story, teller: Teller) -> list[Draft]:
    """Tell in order of time whatever no chapter has told."""
    return _tell(story, teller, _left(story))


def voices(story: Story, teller: Teller) -> list[Draft]:
    """Let be heard who was not, one after the other: each once before anybody twice."""
    drafts: list[Draft] = []
    for statement in _by_turns(story):
        if len(drafts) == story.most("further_words"):
            break
        if exact_words(statement) is not None:
            scene = quote_scene(story, teller, statement)
        else:
            scene = _reported(story, teller, statement)
        drafts += [scene] if scene else []
    return drafts


def claims(story: Story, teller: Teller) -> list[Draft]:
    """Tell judged claims that no chapter told, those first of which the record says most."""
    left = [c for c in story.record.claims if c.verdict and c.id not in story.used]
    left.sort(key=lambda c: (*claim_order(c, tuple(ClaimKind))[1:], c.kind.value))
    drafts: list[Draft] = []
    for claim in left[:_MOST_TRIED]:
        if len(drafts) == story.most("further_claims"):
            break
        scene = claim_scene(story, teller, claim)
        drafts += [scene] if scene else []
    return drafts


def _reported(story: Story, teller: Teller, statement: StatementItem) -> Draft | None:
    sentence = tell_statement(story, teller, statement)
    if sentence is None or statement.speaker is None:
        return None
    return Draft(portrait(story, teller, statement.speaker, statement.date), (sentence,))


def _by_turns(story: Story) -> list[StatementItem]:
    """Give the untold words of people of the pair that can be heard or read, in turns."""
    turns: dict[str, int] = {}
    found: list[tuple[tuple[int, int, str], StatementItem]] = []
    for statement in sorted(story.record.statements, key=lambda s: (not s.translations, s.id)):
        speaker = statement.speaker
        if statement.id in story.used or not speaker or not story.names.people([speaker]):
            continue
        if story.country_of(speaker) not in story.pair or not is_told_in_words(story, statement):
            continue
        turn = turns[speaker] = turns.get(speaker, 0) + 1
        found.append(((turn, story.rank_of(speaker, statement.date), statement.id), statement))
    return [statement for _, statement in sorted(found, key=lambda one: one[0])]


def _left(story: Story) -> list[EventItem]:
    """Give the events of the pair that were not told, without those told under another id."""
    if story.most("further_events") == 0:
        return []
    used = [e for i in story.used if (e := story.event_by_id.get(i)) is not None]
    told = senses_told(story, used)
    own = [e for e in story.pairs_own if e.id not in story.used]
    found = [e for e in own if sense_of(story, e) not in told]
    vaguer = _vaguer_senses(story, found)
    return in_order_of_time([e for e in found if sense_of(story, e) not in vaguer])


def senses_told(story: Story, events: Iterable[EventItem]) -> dict[Sense, str]:
    """Give by each sense in which something would be told again the event that tells it.

    What is told with its day is told again by who knows of no day, or of the month alone.
    """
    events = list(events)
    return _vaguer_senses(story, events) | {sense_of(story, e): e.id for e in events}


def _vaguer_senses(story: Story, events: Iterable[EventItem]) -> dict[Sense, str]:
    """Give the senses in which who knows less of its date would tell an event, with its id."""
    found: dict[Sense, str] = {}
    for event in events:
        type_, date, people = sense_of(story, event)
        parts = (date or "").split("-") if _PLAIN_DATE.fullmatch(date or "") else []
        vaguer = ["-".join(parts[:count]) for count in range(1, len(parts))]
        for value in (None, *vaguer) if date else ():
            found[type_, value, people] = event.id
    return found


def sense_of(story: Story, event: EventItem) -> Sense:
    """Give what makes two events one for a viewer: type, date and people."""
    # A second number of documents signed on one day is another telling of the first.
    people = () if event.type == "signing" and event.date else event.participants
    if _is_in_print(event):
        # The narrator does not say who did it: a state by itself, or by its ministry.
        people = tuple(story.country_of(p) or p for p in people)
    # What happens once has happened once, whatever days are told of it.
    return event.type, None if has_trait(event.type, "once") else event.date, frozenset(people)


def _tell(story: Story, teller: Teller, events: list[EventItem]) -> list[Draft]:
    """Tell events in their order, a few over each picture."""
    chosen = _chosen(story, teller, events)
    able = [e for e in events if e.id in chosen]
    drafts: list[Draft] = []
    for part in _pictures(story, teller, able):
        if _is_in_print(part[0]):
            scene = in_print(story, teller, part)
            drafts += [scene] if scene else []
            continue
        told = {e.id: s for e in part if (s := tell_event(story, teller, e))}
        if told:
            card = _picture(story, teller, [e for e in part if e.id in told])
            drafts.append(Draft(card, tuple(told.values())))
    return drafts


def _chosen(story: Story, teller: Teller, events: list[EventItem]) -> set[str]:
    """Give the ids of the events that are told, the best told first."""
    strongest = sorted(events, key=lambda e: (-story.strength(e), e.id))[:_MOST_TRIED_EVENTS]
    tellable = (e.id for e in strongest if is_tellable(story, teller, e))
    return set(islice(tellable, story.most("further_events")))


def _is_in_print(event: EventItem) -> bool:
    return has_trait(event.type, "in_print")


def _pictures(story: Story, teller: Teller, events: list[EventItem]) -> Iterator[list[EventItem]]:
    """Part events into those told over one picture: a source's words stand for what they tell."""

    def words(event: EventItem) -> tuple[str, str]:
        shown = shown_words(story, teller, event)
        return (shown.source_id, shown.exact) if shown is not None else (event.id, "")

    for in_words, run in groupby(events, _is_in_print):
        if in_words:
            yield from (list(part) for _, part in groupby(run, words))
            continue
        part = list(run)
        yield from (part[first : first + _ON_ONE] for first in range(0, len(part), _ON_ONE))


def _picture(story: Story, teller: Teller, events: list[EventItem]) -> Card:
    """Show events as a chronology, else as `face_or_states` does."""
    card = timeline(story, teller, "heading.milestones", events)
    return card if card is not None else face_or_states(story, teller, "heading.milestones", events)


def face_or_states(story: Story, teller: Teller, heading: str, events: list[EventItem]) -> Card:
    """Show who took part in most of some events; where nobody did, what the two states did.

    A face of somebody who had no part in it says that he had.
    """
    people = [p for e in events for p in story.names.people(e.participants)]
    if not people:
        return _of_states(story, teller, heading, events)
    chosen = max(dict.fromkeys(people), key=people.count)
    date = next(e.date for e in events if chosen in e.participants)
    return portrait(story, teller, chosen, date)


def _of_states(story: Story, teller: Teller, heading: str, events: list[EventItem]) -> ProjectCard:
    """Show the two states, and the first of some events with its date; or the years of them all."""
    told = ((e, short_label(story, teller, e, "point")) for e in events if e.date)
    first, label = next(((e, label) for e, label in told if label), (None, None))
    what = subtitle_of_years(teller, events)
    if first is not None and label is not None:
        days = teller.date(str(first.date))
        what = {lang: listed((text, days[lang]), lang) for lang, text in label.items()}
    return ProjectCard(
        parties=tuple(shown(teller.names.country(code)) for code in story.record.between),
        stage="held",
        stage_label={},
        heading=teller.label(heading),
        what=what,
        source=source_label(story, teller, [c for e in events for c in e.citations]),
    )


# -- what stands below a chapter's title ---------------------------------------------------------


def subtitle_of_years(teller: Teller, events: Iterable[EventItem]) -> LocalText:
    """Give the years of events, from the first to the last; nothing where none is dated."""
    years = sorted(
        year
        for event in events
        if event.date
        for year in (parse_edtf(event.date).year,)
        if year is not None
    )
    if not years:
        return {}
    first, last = str(years[0]), str(years[-1])
    text = first if first == last else f"{first}–{last}"
    return dict.fromkeys(teller.languages, text)


def subtitle(story: Story, teller: Teller, chapter: str, drafts: list[Draft]) -> LocalText:
    """Say below the title of a chapter what of the record it tells: place, years or people."""
    items = [i for draft in drafts for sentence in draft.sentences for i in sentence.items]
    events = [story.event_by_id[i] for i in items if i in story.event_by_id]
    made: dict[str, Callable[[], LocalText]] = {
        "protocol": lambda: _of_visit(story, teller, events),
        "voices": lambda: _of_people(story, teller, items),
    }
    return made.get(chapter, lambda: subtitle_of_years(teller, events))()


def _of_visit(story: Story, teller: Teller, events: list[EventItem]) -> LocalText:
    visit = story.visit
    if visit is None or visit.id not in {e.id for e in events}:
        return subtitle_of_years(teller, events)
    years = subtitle_of_years(teller, [visit])
    with teller.on_card():
        place = shown(teller.names.body(visit.place)) if visit.place else {}
    named = {
        lang: listed((t for t in (place.get(lang), years.get(lang)) if t), lang)
        for lang in teller.languages
    }
    return {lang: text[:1].upper() + text[1:] for lang, text in named.items() if text}


def _of_people(story: Story, teller: Teller, items: list[str]) -> LocalText:
    said = {s.id: s.speaker for s in story.record.statements}
    people = list(dict.fromkeys(s for i in items if (s := said.get(i))))
    if not 0 < len(people) <= _MOST_NAMED:
        return {}
    names = [shown(story.names.person(p, "name", None)) for p in people]
    return {lang: listed((n[lang] for n in names), lang) for lang in teller.languages}
