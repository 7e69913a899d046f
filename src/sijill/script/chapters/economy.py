"""Projects, firms and grants go in; the chapter on the economy comes out."""

from __future__ import annotations

from itertools import islice

from sijill.dates import sort_key
from sijill.documents.document import ClaimKind, QuotationKind, Status
from sijill.record.items import EventItem, LocalText
from sijill.script.cards import Draft, name_on_card, portrait, source_label
from sijill.script.claimed import claim_scene
from sijill.script.concepts import concept_rows, find_concepts
from sijill.script.facts import Story
from sijill.script.happenings import is_tellable, tell_event
from sijill.script.money_forms import form_of_money
from sijill.script.narration.words import shown
from sijill.script.outline import home_of, in_order_of_time
from sijill.script.reported_words import is_narratable
from sijill.script.said import quote_scene, tell_statement
from sijill.script.scenes import ProjectCard
from sijill.script.sentence import ScriptSentence
from sijill.script.teller import Teller
from sijill.script.trade_figures import tell_trade, trade_card, trade_figures, trade_line
from sijill.script.undertakings import (
    amount_of,
    grant_purpose,
    plain_in_each,
    project_kind,
)

_TOPICS = {"trade", "industry", "energy", "transport", "digital"}


def projects(story: Story) -> list[EventItem]:
    """Give the projects worth telling: with a firm or body of the pair, the best told first.

    Films are no business project; what a body proposed at a lecture is told there.
    """
    found = [
        e
        for e in story.events("project", "contract", status=None)
        if e.id not in story.used and story.touches_pair(e) and project_kind(story, e) != "film"
    ]
    bodies = {
        e.id: [
            p for p in e.participants if (x := story.names.entity(p)) and x.kind == "organisation"
        ]
        for e in found
    }
    return sorted(
        (e for e in found if bodies[e.id]),
        key=lambda e: (
            -min(len(bodies[e.id]), 2),
            e.place is None,
            -story.strength(e),
            e.status is Status.HELD,
            e.id,
        ),
    )


def tell(story: Story, teller: Teller) -> list[Draft]:
    """Write the scenes of the chapter: projects, a meeting with a firm and a grant, as they came.

    Then how much the two traded, what was said, and a claim.
    """
    chosen = projects(story)[: story.most("economy_projects")]
    meeting, grant = _meeting(story, teller), _grant(story, teller)
    drafts: list[Draft] = []
    for event in in_order_of_time([*chosen, *meeting, *grant]):
        if event in meeting:
            drafts += _tell_meeting(story, teller, event)
        elif sentence := tell_event(story, teller, event):
            card = grant_card if event in grant else project_card
            drafts.append(Draft(card(story, teller, event), (sentence,)))
    drafts += _trade(story, teller)
    drafts += _said(story, teller)
    wanted = (ClaimKind.RANK, ClaimKind.RECORD)
    ids = {e.id for e in story.record.events if e.type in ("project", "contract", "loan_grant")}
    for claim in story.record.claims:
        if claim.about in ids and claim.kind in wanted and claim.id not in story.used:
            scene = claim_scene(story, teller, claim)
            if scene:
                drafts.append(scene)
                break
    return drafts


def project_card(story: Story, teller: Teller, event: EventItem) -> ProjectCard:
    """Make the card of a project: whose, where, at which stage, and what it makes."""
    parties = [
        name_on_card(story, p)
        for p in event.participants
        if (entity := story.names.entity(p)) and entity.kind in ("organisation", "place")
    ]
    if not parties:
        parties = [
            shown(story.names.person(p, "name", None))
            for p in story.names.people(event.participants)
        ]
    kind = project_kind(story, event)
    what: LocalText = {}
    for lang in teller.languages:
        label = concept_rows("project_kinds", lang)[kind]["label"]
        what[lang] = label[:1].upper() + label[1:]
    place = (
        name_on_card(story, event.place) if story.names.entity(event.place) and event.place else {}
    )
    stage = event.status.value
    amount = amount_of(story, event)
    return ProjectCard(
        parties=tuple(parties[:4]),
        stage=stage,
        stage_label=teller.label(f"stage.{stage}"),
        what=what,
        place=place,
        amount=shown(amount) if amount else {},
        source=source_label(story, teller, event.citations),
    )


def _meeting(story: Story, teller: Teller) -> list[EventItem]:
    """Give the best told meeting with a firm that can be told."""
    found = [e for e in story.events("business_meeting") if story.touches_pair(e)]
    found.sort(
        key=lambda e: (not story.in_main_visit(e), -story.strength(e), sort_key(e.date), e.id)
    )
    able = (e for e in found if _met(story, e) and is_tellable(story, teller, e))
    return list(islice(able, 1))


def _met(story: Story, event: EventItem) -> str | None:
    """Give who is shown while a meeting is told: whom the guest met, else the guest."""
    people = story.names.people(event.participants)
    return next((p for p in people if p != story.guest), None) or story.guest


def _tell_meeting(story: Story, teller: Teller, event: EventItem) -> list[Draft]:
    """Tell a meeting with a firm, and what was said there."""
    sentence, chosen = tell_event(story, teller, event), _met(story, event)
    if sentence is None or chosen is None:
        return []
    sentences: list[ScriptSentence] = [sentence]
    extra: list[Draft] = []
    for statement in story.record.statements:
        if statement.id in story.used or statement.speaker not in event.participants:
            continue
        topics = set(find_concepts("topics", statement.text, statement.language)[:2])
        if statement.event != event.id and not (
            topics & _TOPICS and _beside(story, event, statement.citations[0].source_id)
        ):
            continue
        if statement.kind is QuotationKind.DIRECT:
            scene = quote_scene(story, teller, statement)
            extra += [scene] if scene else []
        else:
            said = tell_statement(story, teller, statement)
            sentences += [said] if said else []
        break
    return [Draft(portrait(story, teller, chosen, event.date), tuple(sentences)), *extra]


def _beside(story: Story, event: EventItem, source_id: str) -> bool:
    return any(c.source_id == source_id for c in event.citations)


def _trade(story: Story, teller: Teller) -> list[Draft]:
    """Tell what the two states traded in the years that sources know of, the last ones at most."""
    most = story.most("economy_figures")
    chosen = trade_figures(story)[-most:] if most else []
    told = [(f, s) for f in chosen if (s := tell_trade(story, teller, f))]
    line = trade_line(story, teller, [figure for figure, _ in told])
    if line is not None:
        return [Draft(line, tuple(sentence for _, sentence in told))]
    return [Draft(trade_card(story, teller, figure), (sentence,)) for figure, sentence in told]


def _said(story: Story, teller: Teller) -> list[Draft]:
    """Let one voice of each state be heard on trade and industry."""
    drafts: list[Draft] = []
    heard: set[str | None] = set()
    for statement in story.record.statements:
        person = statement.speaker
        if len(drafts) == story.most("economy_voices"):
            break
        if statement.id in story.used or person is None or not story.names.people([person]):
            continue
        state = story.country_of(person)
        if state not in story.pair or state in heard or home_of(statement) != "economy":
            continue
        if story.rank_of(person, statement.date) > 10 or not is_narratable(story, statement):
            continue
        sentence = tell_statement(story, teller, statement)
        if sentence is not None:
            heard.add(state)
            drafts.append(Draft(portrait(story, teller, person, statement.date), (sentence,)))
    return drafts


def _grant(story: Story, teller: Teller) -> list[EventItem]:
    """Give the best told grant that can be told."""
    found = [e for e in story.events("loan_grant", "aid") if story.touches_pair(e)]
    found.sort(key=lambda e: (-story.strength(e), sort_key(e.date), e.id))
    return list(islice((e for e in found[:2] if is_tellable(story, teller, e)), 1))


def grant_card(story: Story, teller: Teller, event: EventItem) -> ProjectCard:
    """Make the card of money or aid that was given, in the shape of a project."""
    parties = [name_on_card(story, code) for code in story.record.between]
    form = form_of_money(story, event) if event.type == "loan_grant" else event.type
    what = teller.label(f"money.{form}")
    purpose = grant_purpose(story, event)
    if purpose is not None:
        given_for = shown(plain_in_each(teller, "grant_purposes", purpose))
        what = {lang: f"{text}: {given_for[lang]}" for lang, text in what.items()}
    amount = amount_of(story, event)
    stage = "stage.signed" if form.endswith("_signed") else f"stage.{event.status.value}"
    return ProjectCard(
        parties=tuple(parties),
        stage=event.status.value,
        stage_label=teller.label(stage),
        heading=teller.label("card.money"),
        what=what,
        place=name_on_card(story, event.place) if event.place else {},
        amount=shown(amount) if amount else {},
        source=source_label(story, teller, event.citations),
    )
