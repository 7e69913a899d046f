"""The main visit goes in; the chapter on how a guest was received comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from sijill.documents.document import ClaimKind
from sijill.event_types import types_with
from sijill.record.items import ClaimItem, EventItem, StatementItem
from sijill.script.cards import Draft, portrait, source_label, stop
from sijill.script.chapters.day import HIGH, day_scene, in_order_of_day
from sijill.script.chapters.reception import details, peers_scene, same_day
from sijill.script.claimed import claim_scene, is_cut
from sijill.script.facts import Story
from sijill.script.happenings import tell_event
from sijill.script.narration.words import shown
from sijill.script.outline import home_of
from sijill.script.reported_words import exact_words, is_narratable
from sijill.script.roles import is_state, sides
from sijill.script.said import quote_scene, tell_statement
from sijill.script.scenes import MapRouteCard, Stop
from sijill.script.sentence import ScriptSentence
from sijill.script.teller import Teller
from sijill.tables import open_table

_CEREMONIAL = types_with("ceremonial")
_VERDICTS = ("contradicted", "depends", "not_enough", "supported", "opinion")


def tell(story: Story, teller: Teller) -> list[Draft]:
    """Write the scenes of the chapter."""
    drafts: list[Draft] = []
    arrival = _arrival(story, teller)
    if arrival:
        drafts.append(arrival)
    day = day_scene(story, teller)
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
        if story.rank_of(statement.speaker, event.date) > HIGH:
            continue
        able = is_narratable(story, statement) or statement.translations
        if statement.id not in story.used and able:
            found.append(statement)
    found.sort(
        key=lambda s: (
            not s.translations,
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
        if exact_words(statement) is not None:
            scene = quote_scene(story, teller, statement)
            if scene is not None:
                heard.add(speaker)
                drafts.append(scene)
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
    hosts: list[str] = []
    for event in in_order_of_day(story, events)[:4]:
        sentence = tell_event(story, teller, event)
        if sentence:
            sentences.append(sentence)
            hosts += sides(story, event)[1][:1]
    # Of several hosts the highest is shown, whoever came last.
    who = min(hosts, key=lambda p: story.rank_of(p, story.visit_date), default=story.guest)
    if not sentences or who is None:
        return []
    return [Draft(portrait(story, teller, who, story.visit_date), tuple(sentences))]


def _claims(story: Story, teller: Teller) -> list[Draft]:
    """Tell the best claim on how rare or new the reception was: of this visit, where there is one.

    What is claimed of another occasion belongs to its year, or among the claims.
    """
    about = {
        e.id
        for e in story.record.events
        if e.type in _CEREMONIAL or e.type == "visit"
        if story.visit is None or e.id == story.visit.id or story.in_main_visit(e)
    }
    wanted = (ClaimKind.RARE, ClaimKind.FIRST, ClaimKind.RECORD)
    return best_claim(
        story,
        teller,
        wanted,
        lambda c: c.about in about or (c.kind is ClaimKind.RARE and not c.about),
    )


def best_claim(
    story: Story,
    teller: Teller,
    kinds: Sequence[ClaimKind],
    fits: Callable[[ClaimItem], bool],
    *,
    most: int | None = None,
) -> list[Draft]:
    """Tell the best judged claim of some kinds that fits and was not told; of so many at `most`."""
    found = [
        c
        for c in story.record.claims
        if c.kind in kinds and c.verdict and c.id not in story.used and fits(c)
    ]
    found.sort(key=lambda c: claim_order(c, kinds))
    scenes = (claim_scene(story, teller, claim) for claim in found[:most])
    scene = next((scene for scene in scenes if scene is not None), None)
    return [] if scene is None else [scene]


def claim_order(claim: ClaimItem, kinds: Sequence[ClaimKind]) -> tuple[int, int, bool, int, str]:
    """Order claims for telling: by kind, then by how much the verdict says, then by length.

    Words that were cut from the noun they belong to come after those that stand alone.
    """
    verdict = claim.verdict.verdict if claim.verdict else "opinion"
    place = _VERDICTS.index(verdict) if verdict in _VERDICTS else len(_VERDICTS)
    return kinds.index(claim.kind), place, is_cut(claim), len(claim.text), claim.id
