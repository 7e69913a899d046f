"""The main visit goes in; the chapter on how a guest was received comes out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sijill.dates import parse_edtf
from sijill.reading.document import ClaimKind, Status
from sijill.record.items import ClaimItem, EventItem, RarityNote, StatementItem
from sijill.script.cards import Draft, kept, limits, portrait, stop
from sijill.script.concepts import find_concepts
from sijill.script.facts import Story, few
from sijill.script.happenings import is_dated_day, is_state, short_label, sides, tell_event
from sijill.script.narration.words import plain, shown
from sijill.script.outline import home_of
from sijill.script.said import claim_scene, is_narratable, tell_statement
from sijill.script.scenes import (
    CalloutCard,
    ClockEntry,
    DayClockCard,
    MapRouteCard,
    Peer,
    PeersGridCard,
    Stop,
)
from sijill.script.sentence import ScriptSentence, SentenceKind
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
_MOST_NARRATED = 7
#: Talks with people of this rank or above belong to the ceremonial day: up to foreign ministers.
_HIGH = 6


def tell(story: Story, teller: Teller) -> list[Draft]:
    """Write the scenes of the chapter."""
    drafts: list[Draft] = []
    arrival = _arrival(story, teller)
    if arrival:
        drafts.append(arrival)
    day = _day(story, teller)
    if day:
        drafts.append(day)
    callout = _same_day(story, teller)
    if callout:
        drafts.append(callout)
    drafts += _details(story, teller, 2 if callout is None else 1)
    if not day and not callout:
        drafts += _ceremonial(story, teller)
    drafts += _said(story, teller)
    peers = _peers(story, teller)
    if peers:
        drafts.append(peers)
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


# -- the day ---------------------------------------------------------------------------------------


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
        detail = _venue(story, event)
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
    narrated = [e for e in ordered if _is_of_the_day(story, e)][:_MOST_NARRATED]
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


def _part(part: str) -> str | None:
    known = {"forenoon": "morning", "night": "evening"}
    part = known.get(part, part)
    return part if part in ("morning", "noon", "afternoon", "evening") else None


def _venue(story: Story, event: EventItem) -> dict[str, str]:
    """Name the place of an event for a card; empty when it is not known, or only the state is."""
    if event.place is None or story.names.entity(event.place) is None:
        return {}
    return {} if is_state(story, event.place) else shown(story.names.body(event.place))


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


# -- what was said ---------------------------------------------------------------------------------

_MOST_SAID = 2


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
        speaker = str(statement.speaker)
        if speaker in heard:
            continue
        sentence = tell_statement(story, teller, statement)
        if sentence is not None:
            heard.add(speaker)
            time = occasions[str(statement.event)].date
            drafts.append(Draft(portrait(story, teller, speaker, time), (sentence,)))
        if len(drafts) == _MOST_SAID:
            break
    return drafts


_SAME_DAY = "same_day_monarch_and_hog"


def _rarity(story: Story, feature: str, events: Sequence[str]) -> RarityNote | None:
    """Find how often a feature is on record among all other visits."""
    for note in story.record.rarities:
        if note.feature == feature and note.event in events and note.scope == "all" and note.n:
            return note
    return None


def _reference_rate(story: Story, teller: Teller, note: RarityNote) -> ScriptSentence | None:
    """Say how often a reference table shows a feature; it stands beside the event that has it."""
    event = story.event_by_id[note.event]
    return teller.tell(
        "rate.reference",
        {
            "k": teller.number(note.k, gender="f"),
            "n": teller.count(note.n, "visit", oblique=True),
            "word": teller.phrase(f"rarity.{note.word}"),
        },
        kind=SentenceKind.SYNTHESIS,
        items=[event.id],
        citations=few(event.citations),
    )


def _details(story: Story, teller: Teller, most: int) -> list[Draft]:
    """Point out details of the reception that can be counted: what it was, then how often."""
    labels = {r["feature"]: r for r in open_table("protocol/rarity_features.tsv", ("feature",))}
    drafts: list[Draft] = []
    for note in story.record.rarities:
        event = story.event_by_id.get(note.event)
        if note.feature == _SAME_DAY or note.scope != "all" or not note.n or event is None:
            continue
        if len(drafts) == most or not story.in_main_visit(event):
            continue
        row = labels[note.feature]
        feature = {lang: plain(row[lang]) for lang in teller.languages}
        fact = teller.tell(
            "callout",
            {"feature": feature},
            kind=SentenceKind.SYNTHESIS,
            items=[event.id],
            citations=few(event.citations),
        )
        rate = _reference_rate(story, teller, note)
        if fact is None or rate is None:
            continue
        heading = {lang: row[lang][:1].upper() + row[lang][1:] for lang in teller.languages}
        card = CalloutCard(
            heading=heading,
            fact={lang: line.show for lang, line in fact.lines.items()},
            rate=_rate_label(teller, note.k, note.n, reference=True),
            k=note.k,
            n=note.n,
        )
        drafts.append(Draft(card, (fact, rate)))
    return drafts


# -- one day, two doors ----------------------------------------------------------------------------


def _talks_of(story: Story, audience: EventItem, guest: str) -> EventItem | None:
    """Find the talks of a guest with a head of government on the day of an audience."""
    for event in story.events("talks", "summit", "courtesy_call"):
        if event.type == "summit" or guest not in event.participants:
            continue
        others = [p for p in story.names.people(event.participants) if p != guest]
        if not any(story.rank_of(p, event.date) <= 2 for p in others):
            continue
        if any(story.is_monarch(p, event.date) for p in others):
            continue
        if is_dated_day(event) and event.date == audience.date:
            return event
        marked = {_SAME_DAY} & ({*event.signals} | {*audience.signals})
        if marked and event.date is None and audience.date is None:
            return event
        if marked and story.shares_source(event, audience) and event.date == audience.date:
            return event
    return None


def _same_day(story: Story, teller: Teller) -> Draft | None:
    guest = story.guest
    if guest is None:
        return None
    for audience in story.events("audience"):
        guests, hosts = sides(story, audience)
        if guest not in guests or not hosts or not story.in_main_visit(audience):
            continue
        talks = _talks_of(story, audience, guest)
        if talks is None:
            continue
        head = next(
            p
            for p in story.names.people(talks.participants)
            if p != guest and story.rank_of(p, talks.date) <= 2
        )
        slots = {
            "host": teller.person(hosts[0], audience.date),
            "guest": teller.person(guest, audience.date, titled=True),
            "head": teller.person(head, talks.date),
        }
        told = audience.id in story.used
        fact = teller.tell(
            "same_day.again" if told else "same_day",
            slots,
            kind=SentenceKind.SYNTHESIS,
            items=[audience.id, talks.id],
            citations=few([*audience.citations, *talks.citations]),
        )
        if fact is None:
            return None
        story.take(audience.id, talks.id)
        note = _rarity(story, _SAME_DAY, (audience.id, talks.id))
        if note is not None:
            rate = _reference_rate(story, teller, note)
            k: int | None = note.k
            n: int | None = note.n
        else:
            rate, k, n = _rate(story, teller, hosts[0])
        card = CalloutCard(
            heading=teller.label("heading.same_day"),
            fact={lang: line.show for lang, line in fact.lines.items()},
            rate=_rate_label(teller, k, n, reference=note is not None),
            k=k,
            n=n,
        )
        return Draft(card, kept([fact, rate, _meaning(story, teller, audience)]))
    return None


def _meaning(story: Story, teller: Teller, audience: EventItem) -> ScriptSentence | None:
    """Let a body or an outlet say what the reception meant, in its words."""
    told_by = {c.source_id for c in audience.citations}
    for statement in story.record.statements:
        entity = story.names.entity(statement.speaker)
        if entity is None or entity.kind != "organisation" or statement.id in story.used:
            continue
        if not any(c.source_id in told_by for c in statement.citations):
            continue
        topics = find_concepts("topics", statement.text, statement.language)
        if "friendship" in topics and is_narratable(story, statement):
            return tell_statement(story, teller, statement)
    return None


def _rate(
    story: Story, teller: Teller, host: str
) -> tuple[ScriptSentence | None, int | None, int | None]:
    """Count, in the record itself, how often an audience and talks fell on one day."""
    met: list[tuple[EventItem, bool]] = []
    for audience in story.events("audience"):
        guests, hosts = sides(story, audience)
        if host not in hosts or not guests or not is_dated_day(audience):
            continue
        met.append((audience, any(_talks_of(story, audience, g) for g in guests)))
    k, n = sum(both for _, both in met), len(met)
    if n < 3 or k == 0:
        return None, None, None
    sentence = teller.tell(
        "rate.same_day",
        {
            "n": teller.count(n, "audience"),
            "k": teller.count(k, "audience"),
            "k_of": teller.number(k),
            "host": teller.person(host, story.visit_date),
        },
        kind=SentenceKind.SYNTHESIS,
        items=[a.id for a, _ in met],
        citations=[c for a, _ in met for c in few(a.citations, 1)],
    )
    return (sentence, k, n) if sentence else (None, None, None)


def _rate_label(teller: Teller, k: int | None, n: int | None, *, reference: bool) -> dict[str, str]:
    if k is None or n is None:
        return {}
    label = "rate.table" if reference else "rate.of"
    return {
        lang: text.replace("{k}", str(k)).replace("{n}", str(n))
        for lang, text in teller.label(label).items()
    }


# -- the other guests ------------------------------------------------------------------------------


def _peers(story: Story, teller: Teller) -> Draft | None:
    """Show guests who were received by the same host on one day."""
    least, most = limits("peers_grid")
    days: dict[tuple[str, str], list[EventItem]] = {}
    for audience in story.events("audience", "courtesy_call"):
        guests, hosts = sides(story, audience)
        if len(guests) == 1 and hosts and is_dated_day(audience) and guests[0] != story.guest:
            days.setdefault((hosts[0], str(audience.date)), []).append(audience)
    near = {key: events for key, events in days.items() if _is_near(story, key[1])}
    if not near:
        return None
    host, day = max(near, key=lambda key: (len(near[key]), key))
    events = near[host, day]
    guests = [sides(story, e)[0][0] for e in events]
    own = [
        e
        for e in story.events("audience", "courtesy_call")
        if story.guest in e.participants and host in e.participants and story.in_main_visit(e)
    ][:1]
    shown_events = [*own, *events][:most]
    if len(events) < 2 or len(shown_events) < least:
        return None
    first = events[0]
    lead = teller.tell(
        "audience.each",
        {
            "when": teller.when(day),
            "host": teller.person(host, day),
            "number": teller.count(len(events), "other_guest", oblique=True),
            "place": teller.where(first.place)
            if first.place and all(e.place == first.place for e in events)
            else None,
        },
        kind=SentenceKind.SYNTHESIS,
        items=[e.id for e in events],
        citations=few([c for e in events for c in e.citations]),
    )
    names = teller.tell(
        "audience.names",
        {"guests": teller.people(guests, day)},
        items=[e.id for e in events],
        citations=[c for e in events for c in few(e.citations, 1)],
    )
    peers = tuple(_peer(story, teller, e) for e in shown_events)
    story.take(*(e.id for e in events))
    if lead is None or names is None:
        return None
    return Draft(PeersGridCard(teller.label("heading.peers"), peers), (lead, names))


def _is_near(story: Story, day: str) -> bool:
    """Say whether a day lies within a week of the main visit."""
    if story.visit_date is None:
        return False
    visit, other = parse_edtf(story.visit_date), parse_edtf(day)
    if not (visit.start and visit.end and other.start):
        return False
    return (visit.start - other.start).days <= 7 and (other.start - visit.end).days <= 7


def _peer(story: Story, teller: Teller, event: EventItem) -> Peer:
    guest = next(g for g in sides(story, event)[0])
    lines: dict[str, str] = {}
    minutes = event.details.get("minutes")
    venue = _venue(story, event)
    for lang in teller.languages:
        parts = []
        if event.date:
            parts.append(teller.date(event.date)[lang])
        if venue:
            parts.append(venue[lang])
        if isinstance(minutes, int):
            parts.append(teller.count(minutes, "minute")[lang].show)
        lines[lang] = " · ".join(parts)
    name = shown(story.names.person(guest, "name", None))
    return Peer(name, lines, story.country_of(guest))


# -- the rest --------------------------------------------------------------------------------------


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


_VERDICTS = ("contradicted", "depends", "not_enough", "supported", "opinion")


def claim_order(claim: ClaimItem, kinds: Sequence[ClaimKind]) -> tuple[int, int, int, str]:
    """Order claims for telling: by kind, then by how much the verdict says, then by length."""
    verdict = claim.verdict.verdict if claim.verdict else "opinion"
    place = _VERDICTS.index(verdict) if verdict in _VERDICTS else len(_VERDICTS)
    return kinds.index(claim.kind), place, len(claim.text), claim.id
