"""The main visit goes in; the chapter on how a guest was received comes out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sijill.reading.document import ClaimKind, Status
from sijill.record.items import ClaimItem, EventItem, StatementItem
from sijill.script.cards import Draft, kept, limits, portrait, source_label, stop
from sijill.script.chapters.reception import details, peers_scene, same_day, venue
from sijill.script.circumstances import is_dated_day
from sijill.script.facts import Story
from sijill.script.happenings import short_label, tell_event
from sijill.script.narration.words import shown
from sijill.script.outline import home_of
from sijill.script.roles import is_state, sides
from sijill.script.said import claim_scene, is_narratable, tell_statement
from sijill.script.scenes import ClockEntry, DayClockCard, MapRouteCard, Stop
from sijill.script.sentence import ScriptSentence
from sijill.script.teller import Teller
from sijill.tables import open_table

#: What a day is told by; the rest of it stands on the card only, or belongs to another chapter.
_NARRATED = (
    "audience",
    "courtesy_call",
    "banquet",
    "ceremony",
    "talks",
    "statement_joint",
    "signing",
)
_CEREMONIAL = (
    "audience",
    "courtesy_call",
    "banquet",
    "talks",
    "statement_joint",
    "signing",
    "ceremony",
)
_DAY_WEIGHT = (
    "audience",
    "talks",
    "signing",
    "banquet",
    "statement_joint",
    "courtesy_call",
    "ceremony",
    "cultural_encounter",
)
_DAY_ORDER = (
    "audience",
    "courtesy_call",
    "banquet",
    "cultural_encounter",
    "diaspora_meeting",
    "sport_encounter",
    "ceremony",
    "talks",
    "statement_joint",
    "signing",
    "lecture",
)
#: Talks with people of this rank or above belong to the ceremonial day: up to foreign ministers.
_HIGH = 6
_VERDICTS = ("contradicted", "depends", "not_enough", "supported", "opinion")


def tell(story: Story, teller: Teller) -> list[Draft]:
    """Write the scenes of the chapter."""
    drafts: list[Draft] = []
    arrival = _arrival(story, teller)
    if arrival:
        drafts.append(arrival)
    day = _day(story, teller)
    if day:
        drafts.append(day)
    callout = same_day(story, teller)
    if callout:
        drafts.append(callout)
    extra = story.most("protocol_details")
    drafts += details(story, teller, extra + 1 if extra and callout is None else extra)
    if not day and not callout:
        drafts += _ceremonial(story, teller)
    peers = peers_scene(story, teller)
    if peers:
        drafts.append(peers)
    drafts += _said(story, teller)
    drafts += _claims(story, teller)
    return drafts


def _arrival(story: Story, teller: Teller) -> Draft | None:
    """Show the way from one capital to the other, or the guest where places have no points."""
    if story.visit is None or story.guest is None:
        return None
    sentence = tell_event(story, teller, story.visit)
    if sentence is None:
        return None
    card = _route(story, teller, story.visit, story.guest)
    if card is None:
        return Draft(portrait(story, teller, story.guest, story.visit.date), (sentence,))
    return Draft(card, (sentence,))


def _route(story: Story, teller: Teller, visit: EventItem, guest: str) -> MapRouteCard | None:
    home = capital(story, story.country_of(guest))
    there = visit.place
    if there is not None and is_state(story, there):
        there = _city_of(story, visit) or capital(story, story.country_of(there))
    if home is None or there is None:
        return None
    label = teller.date(visit.date) if visit.date else {}
    stops = [stop(story, teller, home, {}), stop(story, teller, there, label)]
    known: list[Stop] = [s for s in stops if s is not None]
    if len(known) < 2 or known[0].name == known[1].name:
        return None
    layout = visit.details.get("visit_format") or "none"
    wanted = f"format.{layout}"
    caption = shown(teller.phrase(wanted if teller.has_label(wanted) else "format.none"))
    codes = sorted({c for c in (story.country_of(guest), story.country_of(there)) if c})
    return MapRouteCard(
        tuple(known),
        {lang: text[:1].upper() + text[1:] for lang, text in caption.items()},
        tuple(codes),
        source=source_label(story, teller, visit.citations),
    )


@cache
def _capitals() -> dict[str, str]:
    rows = open_table("world/states.tsv", ("code", "capital"))
    return {r["code"]: r["capital"] for r in rows if r["capital"]}


def capital(story: Story, code: str | None) -> str | None:
    """Give the id of a state's capital that the register knows."""
    found = _capitals().get(code or "")
    return found if found in story.names.register.entries else None


def _city_of(story: Story, visit: EventItem) -> str | None:
    """Find the city in which most of a visit's events took place."""
    counts: dict[str, int] = {}
    for event in story.record.events:
        if event.part_of != visit.id or event.place is None:
            continue
        entity = story.names.entity(event.place)
        if entity is None or entity.longitude is None or is_state(story, event.place):
            continue
        if entity.country == story.country_of(visit.place):
            counts[event.place] = counts.get(event.place, 0) + 1
    return max(counts, key=lambda p: (counts[p], p), default=None)


def _day(story: Story, teller: Teller) -> Draft | None:
    least, most = limits("day_clock")
    days: dict[str, list[EventItem]] = {}
    for event in story.record.events:
        if event.status is not Status.HELD or event.type == "visit" or not is_dated_day(event):
            continue
        if story.in_main_visit(event):
            days.setdefault(str(event.date), []).append(event)
    if not days:
        return None
    best = max(days, key=lambda d: (sum(e.type in _NARRATED for e in days[d]), len(days[d]), d))
    ordered = in_order_of_day(story, days[best])
    entries: list[ClockEntry] = []
    for event in ordered:
        title = short_label(story, teller, event, "clock")
        if title is None or any(e.title == title for e in entries):
            continue
        begins, part = event.details.get("begins"), event.details.get("part_of_day")
        detail = venue(story, event)
        if any(text in title[lang] for lang, text in detail.items()):
            detail = {}
        entries.append(
            ClockEntry(
                title,
                detail,
                begins if isinstance(begins, str) else None,
                _part(part) if isinstance(part, str) else None,
            )
        )
    if len(entries) < least:
        return None
    told = [e for e in ordered if _is_of_the_day(story, e)]
    chosen = sorted(told, key=lambda e: _weight_of_day(story, e))[: story.most("protocol_day")]
    narrated = [e for e in told if e in chosen]
    sentences = kept(tell_event(story, teller, e) for e in narrated)
    if not sentences:
        return None
    return Draft(DayClockCard(teller.date(best), tuple(entries[:most])), sentences)


def _is_of_the_day(story: Story, event: EventItem) -> bool:
    """Say whether an event is told with the day: ceremony and talks, and places the guest saw."""
    people = story.names.people(event.participants)
    if event.type == "talks":
        others = [p for p in people if p != story.guest]
        return any(story.rank_of(p, event.date) <= _HIGH for p in others)
    if event.type == "cultural_encounter":
        return len(event.participants) == 1
    return event.type in _NARRATED


def _weight_of_day(story: Story, event: EventItem) -> int:
    """Say how much a day would lose without an event, 0 most."""
    if event.type == "talks":
        others = [p for p in story.names.people(event.participants) if p != story.guest]
        return 1 if any(story.rank_of(p, event.date) <= 2 for p in others) else 8
    return _DAY_WEIGHT.index(event.type) if event.type in _DAY_WEIGHT else len(_DAY_WEIGHT)


def _part(part: str) -> str | None:
    known = {"forenoon": "morning", "night": "evening"}
    part = known.get(part, part)
    return part if part in ("morning", "noon", "afternoon", "evening") else None


def in_order_of_day(story: Story, events: Sequence[EventItem]) -> list[EventItem]:
    """Order the events of a day as the source that tells most of them tells them.

    What that source does not tell stands where its hour, or else its kind, puts it.
    """
    counts: dict[str, int] = {}
    for event in events:
        for source in {c.source_id for c in event.citations}:
            counts[source] = counts.get(source, 0) + 1
    main = max(counts, key=lambda s: (counts[s], s), default="")

    def kind(event: EventItem) -> int:
        return _DAY_ORDER.index(event.type) if event.type in _DAY_ORDER else len(_DAY_ORDER)

    told: list[tuple[int, EventItem]] = []
    other: list[EventItem] = []
    for event in events:
        starts = [c.start for c in event.citations if c.source_id == main]
        if starts:
            told.append((min(starts), event))
        else:
            other.append(event)
    ordered = [e for _, e in sorted(told, key=lambda t: (t[0], kind(t[1]), t[1].id))]
    for event in sorted(other, key=lambda e: (kind(e), e.id)):
        at = next((i for i, e in enumerate(ordered) if kind(e) > kind(event)), len(ordered))
        ordered.insert(at, event)
    return ordered


def _said(story: Story, teller: Teller) -> list[Draft]:
    """Let those be heard who received the guest, and the guest, in words of that occasion."""
    occasions = {
        e.id: e
        for e in story.events("talks", "audience", "courtesy_call", "banquet")
        if story.in_main_visit(e)
    }
    found: list[StatementItem] = []
    for statement in story.record.statements:
        if statement.speaker is None or not story.names.people([statement.speaker]):
            continue
        event = occasions.get(statement.event or "")
        if event is None or statement.speaker not in event.participants:
            continue
        if story.rank_of(statement.speaker, event.date) > _HIGH:
            continue
        if statement.id not in story.used and is_narratable(story, statement):
            found.append(statement)
    found.sort(
        key=lambda s: (
            home_of(s) not in (None, "protocol"),
            s.speaker == story.guest,
            s.language != teller.languages[0],
            s.id,
        )
    )
    drafts: list[Draft] = []
    heard: set[str] = set()
    for statement in found:
        if len(drafts) == story.most("protocol_said"):
            break
        speaker = str(statement.speaker)
        if speaker in heard:
            continue
        sentence = tell_statement(story, teller, statement)
        if sentence is not None:
            heard.add(speaker)
            time = occasions[str(statement.event)].date
            drafts.append(Draft(portrait(story, teller, speaker, time), (sentence,)))
    return drafts


def _ceremonial(story: Story, teller: Teller) -> list[Draft]:
    """Tell what is known of the reception when neither a day nor a coincidence can be shown."""
    events = [e for e in story.events(*_CEREMONIAL) if story.in_main_visit(e)]
    if not events and story.visit is None:
        events = [e for e in story.events(*_CEREMONIAL) if story.is_of_pair(e)]
    sentences: list[ScriptSentence] = []
    who: str | None = story.guest
    for event in in_order_of_day(story, events)[:4]:
        sentence = tell_event(story, teller, event)
        if sentence:
            sentences.append(sentence)
            who = next(iter(sides(story, event)[1]), who)
    if not sentences or who is None:
        return []
    return [Draft(portrait(story, teller, who, story.visit_date), tuple(sentences))]


def _claims(story: Story, teller: Teller) -> list[Draft]:
    """Tell the best claim on how rare or new the reception was."""
    about = {e.id for e in story.record.events if e.type in _CEREMONIAL or e.type == "visit"}
    wanted = (ClaimKind.RARE, ClaimKind.FIRST, ClaimKind.RECORD)
    found = [
        c
        for c in story.record.claims
        if c.kind in wanted
        and c.verdict
        and c.id not in story.used
        and (c.about in about or (c.kind is ClaimKind.RARE and not c.about))
    ]
    found.sort(key=lambda c: claim_order(c, wanted))
    for claim in found:
        scene = claim_scene(story, teller, claim)
        if scene is not None:
            return [scene]
    return []


def claim_order(claim: ClaimItem, kinds: Sequence[ClaimKind]) -> tuple[int, int, int, str]:
    """Order claims for telling: by kind, then by how much the verdict says, then by length."""
    verdict = claim.verdict.verdict if claim.verdict else "opinion"
    place = _VERDICTS.index(verdict) if verdict in _VERDICTS else len(_VERDICTS)
    return kinds.index(claim.kind), place, len(claim.text), claim.id
