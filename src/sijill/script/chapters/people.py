"""Meetings with people outside of government go in; the chapter of their faces comes out."""

from __future__ import annotations

from sijill.dates import sort_key
from sijill.documents.document import QuotationKind
from sijill.record.items import EventItem
from sijill.script.cards import Draft, limits, portrait, source_label
from sijill.script.facts import Story, few
from sijill.script.happenings import tell_event
from sijill.script.narration.words import shown
from sijill.script.outline import chapter_rule, in_order_of_time
from sijill.script.said import quote_scene, tell_statement
from sijill.script.scenes import FacesStripCard, Peer
from sijill.script.sentence import ScriptSentence
from sijill.script.teller import Teller


def meetings(story: Story) -> list[EventItem]:
    """Give the meetings of the chapter: of the guest first, by date; visits to places last."""
    rule = chapter_rule("people")
    found = [
        e
        for e in story.events(*rule.events)
        if e.id not in story.used
        and story.touches_pair(e)
        and story.names.people(e.participants)
        and (
            is_far_from_home(story, e) if e.type == "diaspora_meeting" else len(e.participants) > 1
        )
    ]
    return sorted(
        found,
        key=lambda e: (
            story.guest not in e.participants,
            -story.strength(e),
            sort_key(e.date),
            e.id,
        ),
    )


def is_far_from_home(story: Story, event: EventItem) -> bool:
    """Say whether somebody met compatriots abroad: the main guest, or who is known to be abroad."""
    if story.guest in event.participants:
        return True
    people = story.names.people(event.participants)
    ground = story.country_of(event.place)
    leads = any(story.rank_of(p, event.date) <= 3 for p in people)
    return leads and ground in story.pair and ground not in {story.country_of(p) for p in people}


def distinct(events: list[EventItem]) -> list[EventItem]:
    """Leave out a meeting of the same kind and people as one before it."""
    seen: set[tuple[str, frozenset[str]]] = set()
    kept: list[EventItem] = []
    for event in events:
        key = (event.type, frozenset(event.participants))
        if key not in seen:
            seen.add(key)
            kept.append(event)
    return kept


def faces(story: Story, events: list[EventItem]) -> list[str]:
    """Give the people of the meetings who hold no office, in the order they are met."""
    roles = chapter_rule("people").roles
    found: list[str] = []
    for event in events:
        for person in story.names.people(event.participants):
            posts = story.names.roles_of(person)
            if person == story.guest or person in found:
                continue
            if posts & roles or (not posts and story.rank_of(person, event.date) > 10):
                found.append(person)
    for statement in story.record.statements:
        speaker = statement.speaker
        if speaker and story.names.roles_of(speaker) & roles and speaker not in found:
            found.append(speaker)
    return found


def tell(story: Story, teller: Teller) -> list[Draft]:
    """Write the scenes of the chapter: the meetings over a strip of faces, then their words."""
    events = in_order_of_time(distinct(meetings(story))[: story.most("people_meetings")])
    people = faces(story, events)
    sentences: list[ScriptSentence] = []
    compatriots = False
    for event in events:
        again = event.type == "diaspora_meeting" and story.guest in event.participants
        # One visit has one meeting with compatriots, however many sources tell of it.
        sentence = None if again and compatriots else tell_event(story, teller, event)
        compatriots = compatriots or (again and sentence is not None)
        sentences += [sentence] if sentence else []
        also = _also_met(story, teller, event, people) if again else None
        sentences += [also] if also else []
    least, most = limits("faces_strip")
    drafts: list[Draft] = []
    if sentences:
        if len(people) >= least:
            strip = tuple(_face(story, p) for p in people[:most])
            source = source_label(story, teller, [c for s in sentences for c in s.citations])
            card = FacesStripCard(teller.label("heading.faces"), strip, source)
            drafts.append(Draft(card, tuple(sentences)))
        else:
            met = [p for e in events for p in story.names.people(e.participants)]
            chosen = next(iter((*people, *(p for p in met if p == story.guest), *met)), None)
            if chosen:
                drafts.append(Draft(portrait(story, teller, chosen, None), tuple(sentences)))
    drafts += _words(story, teller, people)
    return drafts


def _also_met(
    story: Story, teller: Teller, event: EventItem, people: list[str]
) -> ScriptSentence | None:
    """Name the people without office who were met together with compatriots."""
    met = [p for p in people if p in event.participants]
    if not met:
        return None
    return teller.tell(
        "encounter.also",
        {
            "a": teller.person(str(story.guest), event.date),
            "b": teller.people(met, event.date),
        },
        items=[event.id],
        citations=few(event.citations),
    )


def _face(story: Story, person: str) -> Peer:
    return Peer(
        shown(story.names.person(person, "name", None)),
        story.names.post_label(person, None),
        story.country_of(person),
    )


def _words(story: Story, teller: Teller, people: list[str]) -> list[Draft]:
    """Let one or two of these people speak, exact words before reported ones."""
    drafts: list[Draft] = []
    for person in people:
        said = [
            s for s in story.record.statements if s.speaker == person and s.id not in story.used
        ]
        said.sort(
            key=lambda s: (
                not s.translations,
                s.language not in teller.languages,
                s.kind is not QuotationKind.DIRECT,
                -len(s.text),
                s.id,
            )
        )
        for statement in said[:2]:
            if statement.kind is QuotationKind.INDIRECT:
                sentence = tell_statement(story, teller, statement)
                if sentence is None:
                    continue
                drafts.append(Draft(portrait(story, teller, person, None), (sentence,)))
            else:
                scene = quote_scene(story, teller, statement)
                if scene is None:
                    continue
                drafts.append(scene)
            break
        if len(drafts) == story.most("people_words"):
            break
    return drafts
