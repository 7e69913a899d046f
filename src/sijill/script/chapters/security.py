"""What was said and done about weapons goes in; the chapter on shared memory comes out."""

from __future__ import annotations

from sijill.dates import sort_key
from sijill.documents.document import ClaimKind, QuotationKind
from sijill.record.items import ClaimItem, EventItem, StatementItem
from sijill.script.cards import Draft, name_on_card, portrait, source_label
from sijill.script.claimed import claim_scene
from sijill.script.concepts import find_concepts
from sijill.script.facts import Story, few, stands_in
from sijill.script.happenings import tell_event
from sijill.script.outline import chapter_rule, fitting_statements, in_order_of_time
from sijill.script.reported_words import is_narratable
from sijill.script.roles import is_state
from sijill.script.said import quote_scene, tell_statement
from sijill.script.scenes import MemoryPairCard, Peer
from sijill.script.sentence import SentenceKind
from sijill.script.teller import Teller


def is_nuclear(story: Story) -> bool:
    """Say whether the chapter is about nuclear weapons: then its title says so."""
    rule = chapter_rule("nuclear_security")
    texts = [(s.text, s.language) for s in fitting_statements(story, rule)]
    for event in story.events("disarmament"):
        texts += story.texts(event.citations)
    return any("nuclear" in find_concepts("topics", text, lang) for text, lang in texts)


def tell(story: Story, teller: Teller) -> list[Draft]:
    """Write the scenes of the chapter: two places, what was done and said, what is doubtful."""
    acts = [e for e in story.events("disarmament") if story.touches_pair(e)]
    acts.sort(key=lambda e: (e.date is None, -story.strength(e), sort_key(e.date), e.id))
    memorial = _memorial_visits(story)
    statements = _statements(story)
    drafts: list[Draft] = []
    pair = _pair(story, teller, statements, acts, memorial)
    sentences = []
    for event in in_order_of_time([*acts[:2], *memorial[:1]]):
        sentence = tell_event(story, teller, event)
        if sentence is not None:
            sentences.append(sentence)
    if pair is not None:
        drafts.append(Draft(pair.card, (*pair.sentences, *sentences)))
        sentences = []
    elif actor := _actor(story, [*acts[:2], *memorial[:1]]):
        person, time = actor
        if sentences:
            drafts.append(Draft(portrait(story, teller, person, time), tuple(sentences)))
        sentences = []
    said = [s for s in statements if s.kind is QuotationKind.DIRECT][:1]
    reported = [s for s in statements if s.kind is not QuotationKind.DIRECT]
    claim = _claim(story, teller, statements, acts)
    heard: set[str | None] = set()
    for statement in reported[: story.most("security_statements") if not said else 1]:
        if statement.speaker in heard and not is_narratable(story, statement):
            continue  # That somebody spoke of it twice says nothing.
        if claim and _holds(statement, claim) and not is_narratable(story, statement):
            continue  # Its words come with the claim.
        sentence = tell_statement(story, teller, statement)
        if sentence is not None:
            sentences.append(sentence)
            heard.add(statement.speaker)
    if sentences:
        speaker = next((s.speaker for s in reported if s.speaker), story.guest)
        if speaker and story.names.people([speaker]):
            drafts.append(Draft(portrait(story, teller, speaker, None), tuple(sentences)))
        elif drafts:
            last = drafts.pop()
            drafts.append(Draft(last.card, (*last.sentences, *sentences)))
    for statement in said:
        scene = quote_scene(story, teller, statement)
        if scene:
            drafts.append(scene)
    scene = claim_scene(story, teller, claim) if claim else None
    return [*drafts, scene] if scene else drafts


def _holds(statement: StatementItem, claim: ClaimItem) -> bool:
    """Say whether a claim stands in what somebody said, or is told with all of it."""
    return any(
        stands_in(own, said) or stands_in(said, own)
        for own in claim.citations
        for said in statement.citations
    )


def _actor(story: Story, events: list[EventItem]) -> tuple[str, str | None] | None:
    """Find somebody who acted, to be shown while it is told."""
    for event in events:
        for person in story.names.people(event.participants):
            if event.id in story.used:
                return person, event.date
    return None


def _statements(story: Story) -> list[StatementItem]:
    """Give what people said on the theme, those of the pair and exact words first."""
    rule = chapter_rule("nuclear_security")
    found = [s for s in fitting_statements(story, rule) if s.id not in story.used and s.speaker]
    found = [s for s in found if story.names.entity(s.speaker)]

    def weight(statement: StatementItem) -> tuple[bool, int, bool, int, str]:
        topics = find_concepts("topics", statement.text, statement.language)[:2]
        return (
            story.country_of(statement.speaker) not in story.pair,
            0 if "nuclear" in topics else 1,
            statement.kind is not QuotationKind.DIRECT,
            -len(statement.text),
            statement.id,
        )

    return sorted(found, key=weight)


def _memorial_visits(story: Story) -> list[EventItem]:
    """Find visits to places that the theme names, such as a city of memory."""
    found = []
    for event in story.events("visit", "ceremony", "cultural_encounter"):
        if event.id in story.used or event.place is None or is_state(story, event.place):
            continue
        entity = story.names.entity(event.place)
        names = [(n, lang) for lang, n in entity.names.items()] if entity else []
        if any("nuclear" in find_concepts("topics", n, lang) for n, lang in names):
            found.append(event)
    return found


def _pair(
    story: Story,
    teller: Teller,
    statements: list[StatementItem],
    acts: list[EventItem],
    memorial: list[EventItem],
) -> Draft | None:
    """Set side by side one place of each state that one and the same statement names."""
    for statement in statements:
        named = _places_named(story, statement)
        sides: dict[str, str] = {}
        for place_id in named:
            country = story.country_of(place_id)
            if country in story.pair:
                sides.setdefault(str(country), place_id)
        if len(sides) < 2:
            continue
        left, right = (sides[c] for c in story.record.between)
        sentence = teller.tell(
            "memory",
            {"left": story.names.body(left), "right": story.names.body(right)},
            kind=SentenceKind.SYNTHESIS,
            items=[statement.id],
            citations=few(statement.citations),
        )
        if sentence is None:
            continue
        card = MemoryPairCard(
            teller.label("heading.memory"),
            _peer(story, teller, left, [*acts, *memorial]),
            _peer(story, teller, right, [*acts, *memorial]),
            source_label(story, teller, statement.citations),
        )
        return Draft(card, (sentence,))
    return None


def _places_named(story: Story, statement: StatementItem) -> list[str]:
    """Give the places that a statement names, states left out, in the order of its words."""
    found: list[tuple[int, str]] = []
    for entity in story.record.entities:
        if entity.kind != "place" or is_state(story, entity.id):
            continue
        forms = {a.text for a in entity.aliases if a.language == statement.language}
        if statement.language in entity.names:
            forms.add(entity.names[statement.language])
        places = [at for form in forms if (at := statement.text.find(form)) >= 0]
        if places:
            found.append((min(places), entity.id))
    return [place_id for _, place_id in sorted(found)]


def _peer(story: Story, teller: Teller, place_id: str, events: list[EventItem]) -> Peer:
    line: dict[str, str] = {}
    for event in events:
        if event.place == place_id and event.date:
            line = teller.date(event.date)
            break
    return Peer(name_on_card(story, place_id), line, story.country_of(place_id))


def _claim(
    story: Story, teller: Teller, statements: list[StatementItem], acts: list[EventItem]
) -> ClaimItem | None:
    """Choose a claim that stands in the theme's own words and can be told."""
    said = [(c.source_id, c.start, c.end) for s in statements for c in s.citations]
    about = {e.id for e in acts}
    order = {"contradicted": 0, "depends": 1, "not_enough": 2, "supported": 3}
    claims = sorted(
        story.record.claims,
        key=lambda c: (order.get(c.verdict.verdict if c.verdict else "", 4), len(c.text), c.id),
    )
    for claim in claims:
        if claim.verdict is None or claim.id in story.used:
            continue
        inside = any(
            source == c.source_id and start <= c.start and c.end <= end
            for c in claim.citations
            for source, start, end in said
        )
        themed = "nuclear" in find_concepts("topics", claim.text, claim.language)
        if claim.about in about or (inside and themed) or (themed and claim.kind is ClaimKind.RANK):
            used, acts_told = set(story.used), dict(story.acts)
            with teller.rehearsal():
                scene = claim_scene(story, teller, claim)
            story.used, story.acts = used, acts_told
            if scene:
                return claim
    return None
