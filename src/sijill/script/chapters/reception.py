"""A reception goes in; what stands out in it comes out: fact, then count, then meaning."""

from __future__ import annotations

from collections.abc import Sequence

from sijill.dates import parse_edtf
from sijill.documents.document import SAME_DAY
from sijill.record.items import EventItem, RarityNote
from sijill.script.cards import Draft, kept, limits, name_on_card, source_label
from sijill.script.circumstances import is_dated_day
from sijill.script.concepts import find_concepts
from sijill.script.facts import Story, few
from sijill.script.hours import length, minutes_of
from sijill.script.narration.words import plain, shown
from sijill.script.reported_words import is_narratable
from sijill.script.roles import is_state, sides
from sijill.script.said import tell_statement
from sijill.script.scenes import CalloutCard, Peer, PeersGridCard
from sijill.script.sentence import ScriptSentence, SentenceKind
from sijill.script.teller import Teller
from sijill.tables import open_table


def _rarity(story: Story, feature: str, events: Sequence[str]) -> RarityNote | None:
    """Find how often a feature is on record among all other visits."""
    for note in story.record.rarities:
        if note.feature == feature and note.event in events and note.scope == "all" and note.n:
            return note
    return None


def _reference_rate(story: Story, teller: Teller, note: RarityNote) -> ScriptSentence | None:
    """Say how often a reference table shows a feature; it stands beside the event that has it."""
    event = story.event_by_id[note.event]
    story.take(f"rate:{note.feature}")
    story.referred = True
    return teller.tell(
        "rate.reference",
        {
            "k": teller.number(note.k, gender="f", oblique=True),
            "n": teller.count(note.n, "other_visit", oblique=True),
            "word": teller.phrase(f"rarity.{note.word}"),
            # The page counts for a claim up to the day it was made, and gives other numbers.
            "until": teller.phrase("rate.until") if note.n_today is not None else None,
        },
        kind=SentenceKind.SYNTHESIS,
        items=[event.id],
        citations=few(event.citations),
    )


def details(story: Story, teller: Teller, most: int) -> list[Draft]:
    """Point out details of the reception that can be counted: what it was, then how often."""
    labels = {r["feature"]: r for r in open_table("protocol/rarity_features.tsv", ("feature",))}
    drafts: list[Draft] = []
    for note in story.record.rarities:
        event = story.event_by_id.get(note.event)
        if note.feature == SAME_DAY or note.scope != "all" or not note.n or event is None:
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
            source=source_label(story, teller, event.citations),
        )
        drafts.append(Draft(card, (fact, rate)))
    return drafts


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
        marked = {SAME_DAY} & ({*event.signals} | {*audience.signals})
        if marked and event.date is None and audience.date is None:
            return event
        if marked and story.shares_source(event, audience) and event.date == audience.date:
            return event
    return None


def same_day(story: Story, teller: Teller) -> Draft | None:
    """Show that monarch and head of government received the guest on one day."""
    guest = story.guest
    if guest is None:
        return None
    for audience in story.events("audience"):
        guests, hosts = sides(story, audience)
        if guest not in guests or not hosts or not story.in_main_visit(audience):
            continue
        if not story.is_monarch(hosts[0], audience.date):
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
        note = _rarity(story, SAME_DAY, (audience.id, talks.id))
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
            source=source_label(story, teller, [*audience.citations, *talks.citations]),
        )
        return Draft(card, kept([fact, rate, _meaning(story, teller, audience)]))
    return _same_day_by_signal(story, teller, guest)


def _same_day_by_signal(story: Story, teller: Teller, guest: str) -> Draft | None:
    """Tell it by the signal, where only the cited words name the monarch."""
    for talks in story.events("talks", "audience", "courtesy_call"):
        if SAME_DAY not in talks.signals or guest not in talks.participants:
            continue
        cited = " ".join(c.exact for c in talks.citations)
        named = [
            e.id
            for e in story.record.entities
            if e.kind == "person"
            and story.country_of(e.id) in story.pair
            and any(a.text in cited for a in e.aliases)
        ]
        monarchs = [p for p in named if story.is_monarch(p, talks.date)]
        heads = [
            p
            for p in dict.fromkeys([*talks.participants, *named])
            if p in named and p != guest and p not in monarchs
            if story.rank_of(p, talks.date) <= 2
        ]
        if not monarchs or not heads:
            continue
        fact = teller.tell(
            "same_day",
            {
                "host": teller.person(monarchs[0], talks.date),
                "guest": teller.person(guest, talks.date, titled=True),
                "head": teller.person(heads[0], talks.date),
            },
            kind=SentenceKind.SYNTHESIS,
            items=[talks.id],
            citations=few(talks.citations),
        )
        if fact is None:
            return None
        story.take(talks.id)
        card = CalloutCard(
            heading=teller.label("heading.same_day"),
            fact={lang: line.show for lang, line in fact.lines.items()},
            source=source_label(story, teller, talks.citations),
        )
        return Draft(card, (fact,))
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


def peers_scene(story: Story, teller: Teller) -> Draft | None:
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
            "number": teller.count(len(events), "other_guest", accusative=True),
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
    # A length beside one name alone would say that the others had no such time.
    timed = all(minutes_of(e) is not None for e in shown_events)
    peers = tuple(_peer(story, teller, e, timed=timed) for e in shown_events)
    story.take(*(e.id for e in events))
    if lead is None or names is None:
        return None
    source = source_label(story, teller, [c for e in shown_events for c in e.citations])
    return Draft(PeersGridCard(teller.label("heading.peers"), peers, source), (lead, names))


def _is_near(story: Story, day: str) -> bool:
    """Say whether a day lies within a week of the main visit."""
    if story.visit_date is None:
        return False
    visit, other = parse_edtf(story.visit_date), parse_edtf(day)
    if not (visit.start and visit.end and other.start):
        return False
    return (visit.start - other.start).days <= 7 and (other.start - visit.end).days <= 7


def _peer(story: Story, teller: Teller, event: EventItem, *, timed: bool) -> Peer:
    guest = next(g for g in sides(story, event)[0])
    lines: dict[str, str] = {}
    lasted = length(teller, event) if timed else None
    where = venue(story, event)
    for lang in teller.languages:
        rows = [teller.date(event.date)[lang]] if event.date else []
        parts = [where[lang]] if where else []
        if lasted is not None:
            parts.append(lasted[lang].show)
        # The day has a line of its own: else the line would break inside a name.
        lines[lang] = "\n".join([*rows, *([" · ".join(parts)] if parts else [])])
    name = shown(story.names.person(guest, "name", None))
    return Peer(name, lines, story.country_of(guest))


def venue(story: Story, event: EventItem) -> dict[str, str]:
    """Name the place of an event for a card; empty when it is not known, or only the state is."""
    if event.place is None or story.names.entity(event.place) is None:
        return {}
    return {} if is_state(story, event.place) else name_on_card(story, event.place)
