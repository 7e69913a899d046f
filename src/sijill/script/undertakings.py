"""What states and firms undertake goes in: works, grants, papers, missions; parts come out."""

from __future__ import annotations

from dataclasses import replace

from sijill.documents.document import Status
from sijill.languages import LANGUAGES
from sijill.record.items import EventItem
from sijill.script.concepts import concept_rows, find_concepts, first_concept
from sijill.script.contacts import meeting, pair_of_states
from sijill.script.facts import Story
from sijill.script.money_forms import form_of_money
from sijill.script.narration.money import amount_words, read_amount
from sijill.script.narration.words import Told, Words, plain
from sijill.script.roles import Plan, Role, bodies_of, is_state, party, states_of
from sijill.script.signed_documents import document_words, signed_document
from sijill.script.teller import Teller

#: What belongs to the body named beside it.
_OF_ITS_BODY = ("branch",)


def embassy(story: Story, event: EventItem) -> Role | None:
    """Name the embassy that opened: as a body of the record, or by the state that sends it."""
    sender_named = _sender(story, event)
    if sender_named is not None:
        code = sender_named
        return lambda teller: teller.formed("embassy.of", {"c": teller.names.country(code)})
    for body in bodies_of(story, event):
        return lambda teller, chosen=body: teller.names.body(chosen)  # type: ignore[misc]
    ground = story.country_of(event.place)
    senders = [c for s in states_of(story, event) if (c := story.country_of(s)) and c != ground]
    if not senders and ground in story.pair:
        senders = sorted(story.pair - {ground})
    if len(senders) != 1:
        return None
    sender = senders[0]
    return lambda teller: teller.formed("embassy.of", {"c": teller.names.country(sender)})


def _sender(story: Story, event: EventItem) -> str | None:
    """Give the state of the pair that an embassy's English name says it is of."""
    for body in bodies_of(story, event):
        entity = story.names.entity(body)
        name = entity.names.get("en", "") if entity else ""
        for code in story.record.between:
            state = story.names.state_entry(code)
            if state and any(f"of {form}" in name for form in state.names.get("en", ())):
                return code
    return None


def embassy_opening(story: Story, event: EventItem) -> Plan | None:
    """Give the embassy that opened or closed; a date in dispute is told apart."""
    role = embassy(story, event)
    if role is None:
        return None
    roles: dict[str, Role] = {"embassy": role}
    if "date" in event.disputed:
        roles["when"] = lambda teller: None
    sender = _sender(story, event)
    if sender is not None and event.place is None:
        # The body's own name says where: Embassy of A in B.
        host = next(code for code in story.record.between if code != sender)
        roles["place"] = lambda teller: teller.names.in_country(host)
    elif sender is None and _names_its_place(story, event):
        roles["place"] = lambda teller: None
    return event.type, roles


def _names_its_place(story: Story, event: EventItem) -> bool:
    """Say whether a body's name holds its place already: the embassy in Tokyo."""
    entity = story.names.entity(event.place)
    bodies = [story.names.entity(b) for b in bodies_of(story, event)]
    return entity is not None and any(
        body is not None and entity.names[lang] in body.names[lang]
        for body in bodies[:1]
        for lang in story.names.languages
    )


def documents(story: Story, event: EventItem) -> Plan | None:
    """Give the documents signed: their number where it is told, what it is where it is one."""
    number = event.details.get("documents")
    if not isinstance(number, int) or number < 1:
        return event.type, {}
    one = signed_document(story, event) if number == 1 else None
    if one is not None:
        kind: Role = lambda teller: document_words(teller, one)  # noqa: E731
        return event.type, {"documents": kind, "documents_o": kind}

    def counted(teller: Teller, *, oblique: bool) -> Told:
        said = teller.count(number, "document", oblique=oblique)
        return {lang: replace(words, gender="f") for lang, words in said.items()}

    return event.type, {
        "documents": lambda teller: counted(teller, oblique=False),
        "documents_o": lambda teller: counted(teller, oblique=True),
    }


def disarmament(story: Story, event: EventItem) -> Plan | None:
    """Give who closed or gave up what."""
    people = story.names.people(event.participants)
    states = states_of(story, event)
    actors = people[:1] or states[:1]
    if not actors and event.place and (country := story.country_of(event.place)):
        actors = [country.lower()]
    if not actors:
        return None
    roles: dict[str, Role] = {"who": party(actors, event)}
    act = _act(story, event, actors[0])
    if act is None:
        return None
    if act == "close":
        roles["site"] = site(story, event)
        roles["place"] = lambda teller: None
    if act == "give_up":
        roles["place"] = lambda teller: None
    return f"disarmament.{act}", roles


def _act(story: Story, event: EventItem, actor: str) -> str | None:
    """Say which act of disarmament an event is; None when the same one was told of the actor.

    Two acts told in one sentence share its words: the second event gets the act not yet told.
    """
    country = story.country_of(actor) or actor
    found = [
        name
        for text, language in story.texts(event.citations)
        for name in find_concepts("disarmament_acts", text, language)
    ]
    first = first_concept("disarmament_acts", story.texts(event.citations))
    for act in dict.fromkeys([*([first] if first else []), *found]) or ["act"]:
        if story.acts.setdefault((country, act), event.id) == event.id:
            return act
    return None


def site(story: Story, event: EventItem) -> Role:
    """Name the site that was closed."""
    entity = story.names.entity(event.place)
    if entity is None or is_state(story, event.place):
        return lambda teller: teller.phrase("site.unknown")
    place_id = entity.id

    def make(teller: Teller) -> Told:
        named = teller.names.body(place_id)
        if entity.kind == "place" and "site" not in (entity.names.get("en") or "").lower():
            return teller.formed("site.of", {"place": named})
        return named

    return make


def project_kind(story: Story, event: EventItem) -> str:
    """Say what a project makes: a row of `project_kinds.tsv`."""
    texts = story.texts(event.citations)
    what = event.details.get("what")
    if isinstance(what, str) and event.citations:
        texts = [(what, story.language_by_source.get(event.citations[0].source_id, "")), *texts]
        first = first_concept("project_kinds", texts[:1])
        if first and first != "project":
            return first
    return first_concept("project_kinds", texts) or "project"


def project(story: Story, event: EventItem) -> Plan | None:
    """Give whose project it is, what it makes, and what it costs."""
    kind = project_kind(story, event)
    people = story.names.people(event.participants)
    bodies = bodies_of(story, event)
    who: list[str] = []
    others: list[str] = []
    if event.status is Status.PROPOSED and people:
        who, others = people[:1], bodies[:2]
    elif bodies:
        who, others = bodies[:1], bodies[1:3]
    else:
        who = people[:1]

    def column(name: str) -> Role:
        def make(teller: Teller) -> Told:
            told = {}
            for language in teller.languages:
                row = concept_rows("project_kinds", language)[kind]
                told[language] = plain(row[name], gender=row.get("gender", "m"))
            return told

        return make

    roles: dict[str, Role] = {}
    if who:
        roles["who"] = party(who, event)
    roles.update(make=column("make"), what=column("label"), done=column("done"))
    amount = amount_of(story, event)
    if amount is not None:
        said = amount
        roles["amount"] = lambda teller: said
    if others:
        # A branch is one of the body beside it; a plant is built together with it.
        beside = "of" if kind in _OF_ITS_BODY and event.status is Status.PROPOSED else "others"
        roles[beside] = party(others, event)
    return "project", roles


def grant(story: Story, event: EventItem) -> Plan | None:
    """Give the two sides of a loan or grant and its amount."""
    plan = meeting(story, event) or pair_of_states(story, event)
    if plan is None:
        return None
    roles = {k: v for k, v in plan[1].items() if k in ("a", "b")}
    signers = _signers(story, event)
    if signers is not None:
        roles = {"a": party([signers[0]], event), "b": party([signers[1]], event)}
    amount = amount_of(story, event)
    if amount is not None:
        said = amount
        roles["amount"] = lambda teller: said
    purpose = grant_purpose(story, event)
    if purpose is not None:
        roles["purpose"] = lambda teller: plain_in_each(teller, "grant_purposes", purpose)
    return f"{event.type}.{form_of_money(story, event)}", roles


def grant_purpose(story: Story, event: EventItem) -> str | None:
    """Say what a grant is for: a row of `grant_purposes.tsv`; None where no source tells it."""
    what = event.details.get("what")
    if not isinstance(what, str):
        return None
    languages = {language for text, language in story.texts(event.citations) if what in text}
    return first_concept("grant_purposes", [(what, language) for language in sorted(languages)])


def plain_in_each(teller: Teller, table: str, concept: str) -> dict[str, Words]:
    """Name a concept of a table in every language of the script."""
    return teller.names.told(lambda lang: plain(concept_rows(table, lang)[concept]["label"]))


def _signers(story: Story, event: EventItem) -> tuple[str, str] | None:
    """Give one person of each state of the pair, those nearest in rank: signers are peers."""
    people = story.names.people(event.participants)
    ours, theirs = (
        [p for p in people if story.country_of(p) == code] for code in story.record.between
    )
    pairs = [(a, b) for a in ours for b in theirs]

    def apart(pair: tuple[str, str]) -> tuple[int, int, str, str]:
        left, right = (story.rank_of(p, event.date) for p in pair)
        return abs(left - right), -(left + right), *pair

    return min(pairs, key=apart, default=None)


def amount_of(story: Story, event: EventItem) -> dict[str, Words] | None:
    """Say the amount of money an event tells of, in the narrator's words."""
    words = event.details.get("amount")
    if not isinstance(words, str):
        return None
    for source in event.citations:
        language = story.language_by_source.get(source.source_id, "")
        if language not in LANGUAGES:
            continue
        before = source.exact.partition(words)[0] if words in source.exact else ""
        amount = read_amount(words, language, before=before)
        if amount is not None:
            said = {lang: amount_words(amount, lang) for lang in story.names.languages}
            return {lang: w for lang, w in said.items() if w} if all(said.values()) else None
    return None
