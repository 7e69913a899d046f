"""An event of the record goes in; the sentence that tells it comes out: who did what to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sijill.documents.document import Status
from sijill.event_types import has_trait
from sijill.record.items import EventItem, StatementItem
from sijill.script import contacts, undertakings
from sijill.script.circumstances import place, status_suffix, when
from sijill.script.facts import Story, evidence_of, few, stands_in
from sijill.script.hours import hour
from sijill.script.kept_plans import came_about_as
from sijill.script.narration.words import Told, Words, plain
from sijill.script.roles import Plan, states_of
from sijill.script.sentence import ScriptSentence, SentenceKind
from sijill.script.teller import Teller

Slots = dict[str, Told | None]


def tell_event(
    story: Story,
    teller: Teller,
    event: EventItem,
    *,
    where: bool = True,
    dated: bool = True,
    kind: SentenceKind = SentenceKind.PARAPHRASE,
) -> ScriptSentence | None:
    """Write the sentence of an event; None when too little is known of it to be told.

    A plan is told as a plan: the pattern is chosen by the event's status, and a plan whose day has
    passed is told as one that no source says was carried out, unless the record shows that it was.
    """
    plan = plan_of(story, event)
    if plan is None or came_about_as(story, event) is not None:
        return None
    roles = plan[1]
    key = key_of(story, teller, event, plan)
    if not teller.can_tell(key):
        return None
    slots: Slots = {}
    if dated:
        slots["when"] = when(teller, event)
    if where:
        slots["place"] = place(story, teller, event)
    for name, make in roles.items():
        slots[name] = make(teller)
    statement = only_said_in(story, event)
    if statement is not None:
        kind = SentenceKind.ATTRIBUTED_OPINION
    items = [event.id, *([statement.id] if statement else [])]
    sentence = teller.tell(key, slots, kind=kind, items=items, citations=few(event.citations))
    if sentence is None:
        return None
    story.take(event.id)
    cited = evidence_of(event, _spoken(teller, event, sentence, slots))
    last_day = _last_day(story, event) if dated else None
    if last_day is not None and kind is SentenceKind.PARAPHRASE:
        # No source tells these days together: what happened on the last one stands under them too.
        cited = tuple(dict.fromkeys([*cited, *few(last_day.citations, 1)]))
        return replace(
            sentence,
            kind=SentenceKind.SYNTHESIS,
            items=(event.id, last_day.id),
            citations=cited,
        )
    if statement is not None:
        sentence = as_said(teller, sentence, str(statement.speaker), event.date)
        cited = tuple(dict.fromkeys([*cited, *few(statement.citations)]))
    return replace(sentence, citations=cited)


def _last_day(story: Story, event: EventItem) -> EventItem | None:
    """Find what happened on the last day of an event whose days were worked out; else None."""
    told = {t.value for t in event.tellings if t.field == "date" and not t.inferred}
    if not event.date or "/" not in event.date or not event.tellings or event.date in told:
        return None
    last = event.date.rpartition("/")[2]
    on_it = [
        other
        for other in story.record.events
        if other.date == last
        and other.status is Status.HELD
        and set(other.participants) & set(event.participants)
    ]
    return max(on_it, key=lambda e: (story.strength(e), e.id), default=None)


def only_said_in(story: Story, event: EventItem) -> StatementItem | None:
    """Find the words of a person of which alone an event is known; None when a source tells it.

    What nobody but the speaker says is not the narrator's to say: he tells it as the speaker's.
    """
    told = [c for t in event.tellings if t.field == "type" for c in t.citations]
    if not told:
        return None
    around = [
        next((s for whole, s in story.said_in(one.source_id) if stands_in(one, whole)), None)
        for one in dict.fromkeys(told)
    ]
    return around[0] if all(around) else None


def as_said(
    teller: Teller, sentence: ScriptSentence, speaker: str, time: str | None
) -> ScriptSentence:
    """End a sentence with whose words it is."""
    who = teller.party(speaker, time)
    lines = {}
    for language, line in sentence.lines.items():
        whole = Words(line.show.rstrip("."), line.say.rstrip("."))
        slots = {"sentence": whole, "who": who[language]}
        lines[language] = teller.around("as_said", slots, language)
    return replace(sentence, lines=lines)


def _spoken(
    teller: Teller, event: EventItem, sentence: ScriptSentence, slots: Slots
) -> Iterator[str]:
    """Give the details of an event that its sentence says: its length, its hour."""
    language = teller.languages[0]
    shown = sentence.lines[language].show
    at = hour(teller, event)
    if at is not None and at[language].show in shown:
        yield "begins"
    minutes = slots.get("minutes")
    if minutes is not None and minutes[language].show in shown:
        yield "minutes"


def key_of(story: Story, teller: Teller, event: EventItem, plan: Plan) -> str:
    """Give the pattern key of an event: by type and how far it got.

    Of meetings that did not come about, or not yet, most are told by the patterns of any meeting.
    """
    key, roles = plan
    suffix = status_suffix(story, event)
    is_meeting = has_trait(event.type, "two_sided") and not has_trait(event.type, "remote")
    if not suffix or teller.can_tell(key + suffix) or not is_meeting:
        return key + suffix
    if roles.keys() >= {"host", "guest"}:
        return f"audience{suffix}"
    return f"meeting{suffix}" if roles.keys() >= {"a", "b"} else key + suffix


def has_words(event_type: str) -> bool:
    """Say whether the narrator has words for a type of event."""
    return event_type in _BUILDERS


def plan_of(story: Story, event: EventItem) -> Plan | None:
    """Give the pattern key and the parts of an event; None when too little is known of it."""
    built = _BUILDERS.get(event.type)
    return built(story, event) if built else None


def is_tellable(story: Story, teller: Teller, event: EventItem) -> bool:
    """Say whether enough is known of an event to be told, without telling it."""
    used, acts = set(story.used), dict(story.acts)
    with teller.rehearsal():
        sentence = tell_event(story, teller, event)
    story.used, story.acts = used, acts
    return sentence is not None


_BUILDERS: dict[str, Callable[[Story, EventItem], Plan | None]] = {
    "visit": contacts.visit,
    "audience": contacts.audience,
    "courtesy_call": contacts.audience,
    "banquet": contacts.banquet,
    "talks": contacts.meeting,
    "phone_call": contacts.meeting,
    "business_meeting": contacts.meeting,
    "contract": contacts.meeting,
    "agreement": contacts.agreement,
    "aid": contacts.meeting,
    "education_exchange": contacts.meeting,
    "letter": contacts.meeting,
    "sport_encounter": contacts.encounter,
    "cultural_encounter": contacts.encounter,
    "lecture": contacts.lecture,
    "parliament_address": contacts.lecture,
    "ministerial_dialogue": contacts.ministers,
    "summit": contacts.summit,
    "relations_established": contacts.pair_of_states,
    "partnership_upgrade": contacts.gathering,
    "embassy_opened": undertakings.embassy_opening,
    "embassy_closed": undertakings.embassy_opening,
    "signing": undertakings.documents,
    "statement_joint": contacts.joint,
    "disarmament": undertakings.disarmament,
    "project": undertakings.project,
    "loan_grant": undertakings.grant,
    "diaspora_meeting": contacts.diaspora,
    "ceremony": contacts.ceremony,
    "sanction": contacts.alone,
    "protest": contacts.alone,
    "expulsion": contacts.alone,
    "ambassador_recalled": contacts.envoy,
    "business_forum": contacts.gathering,
    "exhibition": contacts.gathering,
    "decoration": contacts.honour,
    "honorary_degree": contacts.honour,
    "appointment": contacts.honour,
}


def short_label(
    story: Story, teller: Teller, event: EventItem, family: str
) -> dict[str, str] | None:
    """Give the label of an event on a card: `point` for a chronology, `clock` for a day.

    People stand in it by their short names; nobody counts as introduced by it.
    """
    plan = plan_of(story, event)
    if plan is None:
        return None
    key = next(
        (k for k in (f"{family}.{plan[0]}", f"{family}.{event.type}") if teller.can_tell(k)), None
    )
    if key is None:
        return None
    with teller.on_card():
        slots = {name: make(teller) for name, make in plan[1].items()}
        if (
            family == "point"
            and "place" not in slots
            and event.place
            and not states_of(story, event)
        ):
            slots["place"] = (
                teller.names.place_in(event.place) if story.names.entity(event.place) else None
            )
        return teller.write(key, slots)


def act_of(story: Story, teller: Teller, event: EventItem) -> dict[str, Words] | None:
    """Name a happening by a noun, for the middle of a sentence: `the closing of the site`."""
    plan = plan_of(story, event)
    if plan is None or not teller.can_tell(f"act.{plan[0]}"):
        return None
    with teller.on_card():
        slots = {name: make(teller) for name, make in plan[1].items()}
        written = teller.write(f"act.{plan[0]}", slots)
    if written is None:
        return None
    told = {}
    for language, text in written.items():
        feminine = language == "ar" and text.split()[0].endswith("ة")
        told[language] = plain(text[0].lower() + text[1:], gender="f" if feminine else "m")
    return told
