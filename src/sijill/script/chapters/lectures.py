"""Lectures and addresses go in; the chapter on what was said from which platform comes out."""

from __future__ import annotations

from sijill.dates import parse_edtf, sort_key
from sijill.documents.document import ClaimKind, QuotationKind, Status
from sijill.event_types import types_with
from sijill.record.items import EventItem, StatementItem
from sijill.script.cards import Draft, portrait, timeline
from sijill.script.chapters.protocol import claim_order
from sijill.script.claimed import claim_scene
from sijill.script.contacts import platform
from sijill.script.facts import Story, few
from sijill.script.happenings import is_tellable, tell_event
from sijill.script.outline import home_of
from sijill.script.reported_words import is_narratable
from sijill.script.said import quote_scene, tell_statement
from sijill.script.sentence import ScriptSentence, SentenceKind
from sijill.script.teller import Teller

_PLATFORMS = types_with("one_speaker")


def main_lecture(story: Story) -> EventItem | None:
    """Find the lecture or address the chapter is about: of the guest, in the visit, well told."""
    held = [e for e in story.events(*_PLATFORMS) if story.touches_pair(e)]
    return max(
        held,
        key=lambda e: (
            story.guest in e.participants,
            story.in_main_visit(e),
            story.strength(e),
            e.date or "",
            e.id,
        ),
        default=None,
    )


def said_there(story: Story, lecture: EventItem) -> list[StatementItem]:
    """Give what the lecturer said on that occasion: by the record's link, or by day and source."""
    people = set(story.names.people(lecture.participants))
    found = []
    for statement in story.record.statements:
        if statement.speaker not in people or statement.id in story.used:
            continue
        if home_of(statement) == "nuclear_security":
            continue
        same_day = statement.date is not None and statement.date == lecture.date
        if statement.event == lecture.id or (statement.event is None and same_day):
            found.append(statement)
    first = story.names.languages[0]
    return sorted(
        found,
        key=lambda s: (
            not s.translations,
            not is_narratable(story, s),
            s.language != first,
            s.event != lecture.id,
            s.citations[0],
        ),
    )


def body_of(story: Story, lecture: EventItem) -> str | None:
    """Give the body at which a lecture was given."""
    return platform(story, lecture)


def tell(story: Story, teller: Teller) -> list[Draft]:
    """Write the scenes of the chapter."""
    lecture = main_lecture(story)
    if lecture is None:
        return []
    person = story.names.people(lecture.participants)
    if not person:
        return []
    told = tell_event(story, teller, lecture)
    if told is None:
        return []
    sentences = [told]
    drafts: list[Draft] = []
    statements = said_there(story, lecture)
    for statement in statements:
        if statement.kind is QuotationKind.DIRECT or len(sentences) > story.most("lecture_reports"):
            continue
        if len(sentences) > 1 and not is_narratable(story, statement):
            continue  # That somebody spoke of something else as well says nothing.
        sentence = tell_statement(story, teller, statement)
        if sentence is not None:
            sentences.append(sentence)
    body = body_of(story, lecture)
    for project in story.events("project", status=Status.PROPOSED):
        if body in project.participants and project.id not in story.used:
            sentence = tell_event(story, teller, project)
            if sentence is not None:
                sentences.append(sentence)
                break
    drafts.append(Draft(portrait(story, teller, person[0], lecture.date), tuple(sentences)))
    for statement in statements:
        if statement.kind is QuotationKind.DIRECT and statement.topic in (None, "united_nations"):
            scene = quote_scene(story, teller, statement)
            if scene:
                drafts.append(scene)
                break
    drafts += _claims(story, teller, lecture)
    drafts += _others(story, teller, lecture, body)
    return drafts


def _claims(story: Story, teller: Teller, lecture: EventItem) -> list[Draft]:
    """Tell one claim that this was a first; the one against which the record has most to say."""
    wanted = (ClaimKind.FIRST, ClaimKind.ONLY, ClaimKind.RARE)
    ids = {e.id for e in story.record.events if e.type in _PLATFORMS}
    found = [
        c
        for c in story.record.claims
        if c.verdict and c.kind in wanted and c.about in ids and c.id not in story.used
    ]
    # A claim that an event of the record itself contradicts says most.
    found.sort(
        key=lambda c: (
            c.about != lecture.id,
            not (c.verdict and any(i in story.event_by_id for i in c.verdict.counter)),
            *claim_order(c, wanted),
        )
    )
    for claim in found[:5]:
        scene = claim_scene(story, teller, claim)
        if scene:
            return [scene]
    return []


def _others(story: Story, teller: Teller, lecture: EventItem, body: str | None) -> list[Draft]:
    """Show who else spoke at the same body, when the record holds at least three such days.

    The chapter has told its own lecture first: those before it are told as earlier ones.
    """
    if body is None:
        return []
    there = [e for e in story.events("lecture", status=None) if body_of(story, e) == body]
    card = timeline(story, teller, "heading.lectures", there)
    if card is None:
        return []
    sentences: list[ScriptSentence] = []
    earlier = sort_key(lecture.date)
    for event in there:
        if sum(s.kind is not SentenceKind.SYNTHESIS for s in sentences) == story.most(
            "lecture_others"
        ):
            break
        if event.id in story.used or event.status is not Status.HELD or event.date is None:
            continue
        if parse_edtf(event.date).year is None:
            continue
        if not sentences and sort_key(event.date) < earlier and is_tellable(story, teller, event):
            lead = teller.tell(
                "lecture.earlier",
                {},
                kind=SentenceKind.SYNTHESIS,
                items=[lecture.id, event.id],
                citations=few([*lecture.citations, *event.citations]),
            )
            sentences += [lead] if lead else []
        sentence = tell_event(story, teller, event)
        if sentence is not None:
            sentences.append(sentence)
    return [Draft(card, tuple(sentences))] if sentences else []
