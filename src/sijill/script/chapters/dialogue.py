"""Dated events of many years go in; the chapter on how the two states came to talk comes out."""

from __future__ import annotations

from sijill.dates import parse_edtf, sort_key
from sijill.documents.document import ClaimKind, Status
from sijill.edtf import days_apart
from sijill.event_types import types_with
from sijill.record.items import EventItem, Telling
from sijill.script.cards import Draft, portrait, timeline
from sijill.script.chapters.further import face_or_states, left_of
from sijill.script.chapters.protocol import claim_order
from sijill.script.claimed import claim_scene
from sijill.script.facts import Story, few, sources_of
from sijill.script.happenings import is_tellable, tell_event
from sijill.script.outline import in_order_of_time
from sijill.script.reported_words import exact_words, is_narratable
from sijill.script.said import quote_scene, tell_statement
from sijill.script.sentence import ScriptSentence, SentenceKind
from sijill.script.teller import Teller
from sijill.tellings.likeness import ONCE_YEARS_DAYS

_MILESTONES = types_with("milestone")
_SERIES = types_with("series")
#: So many who were at a meeting before make it a series.
_SAME_MEETING = 2
#: So many sentences are told over one chronology; more of them over two, one after the other.
_MOST_ON_ONE = 6
#: A step of the chapter: an event with what is told of it.
_Step = tuple[EventItem, tuple[ScriptSentence, ...]]
_PUT_OFF = (Status.POSTPONED, Status.CANCELLED)


def tell(story: Story, teller: Teller) -> list[Draft]:
    """Write the scenes of the chapter: the steps in their order, a witness, a claim."""
    return [
        *_steps(story, teller),
        *_witness(story, teller),
        *_claims(story, teller),
    ]


def _steps(story: Story, teller: Teller) -> list[Draft]:
    """Tell milestones, visits and meetings as they came one after another.

    Where the first meeting of a series is told, a second scene begins, with its own chronology.
    """
    steps = [e for e in _first_steps(story) if is_tellable(story, teller, e)]
    milestones = steps[: story.most("dialogue_steps")]
    visits = _early_visits(story)
    series, coming = _series(story)
    own = [*milestones, *visits, *series]
    rest = left_of(story, teller, "dialogue_history", [*own, *coming])
    order = [*in_order_of_time([*own, *rest]), *coming]
    turn = next((n for n, e in enumerate(order) if e in series), len(order) - len(coming))
    first, second = order[:turn], order[turn:]
    between = [e for e in story.events("visit") if story.is_of_pair(e)]
    begun = [v for v in between if not second or sort_key(v.date) <= sort_key(second[0].date)]
    drafts = _scene(
        story, teller, "heading.milestones", first, [milestones, begun], [steps, between]
    )
    held = _held_in_series(story)
    return drafts + _scene(
        story, teller, "heading.series", second, [held, series, [e for e in second if e in visits]]
    )


def _scene(
    story: Story,
    teller: Teller,
    heading: str,
    events: list[EventItem],
    *shown: list[list[EventItem]],
) -> list[Draft]:
    """Tell events over the first of some chronologies that is long enough, else over a face."""
    told: list[_Step] = []
    for event in events:
        sentence = tell_event(story, teller, event, where=event.type != "relations_established")
        if sentence is None:
            continue
        told.append((event, (sentence,)))
        doubt = _doubt(story, teller, event)
        if doubt:
            told[-1] = (event, (sentence, doubt))
            teller.forget_date()
    if not told:
        return []
    sentences = tuple(s for _, step in told for s in step)
    for groups in shown:
        points = dict.fromkeys(e.id for group in groups for e in group)
        seen = [story.event_by_id[i] for i in points]
        card = timeline(story, teller, heading, seen)
        if card is not None:
            return _parted(story, teller, heading, seen, told) or [Draft(card, sentences)]
    return [Draft(face_or_states(story, teller, heading, [e for e, _ in told]), sentences)]


def _parted(
    story: Story, teller: Teller, heading: str, seen: list[EventItem], told: list[_Step]
) -> list[Draft]:
    """Part a chronology over which much is told, where all parts can be shown; else nothing.

    Nobody looks at one picture for a minute. It is parted between two steps that are told, as
    near to the middle of what is said as there are points enough on either side, and each part
    again.
    """
    whole = sum(len(step) for _, step in told)
    if whole <= _MOST_ON_ONE:
        return []
    found: list[tuple[int, int]] = []
    for place in range(1, len(told)):
        if all(timeline(story, teller, heading, part) for part in _around(seen, told, place)):
            said = sum(len(step) for _, step in told[:place])
            found.append((abs(whole - 2 * said), place))
    if not found:
        return []
    _, place = min(found)
    drafts: list[Draft] = []
    for part, steps in zip(_around(seen, told, place), (told[:place], told[place:]), strict=True):
        card = timeline(story, teller, heading, part)
        said_here = tuple(s for _, step in steps for s in step)
        whole_part = [Draft(card, said_here)] if card else []
        drafts += _parted(story, teller, heading, part, steps) or whole_part
    return drafts


def _around(
    seen: list[EventItem], told: list[_Step], place: int
) -> tuple[list[EventItem], list[EventItem]]:
    """Give the points before and from the day of a step; none where that has no day."""
    day = told[place][0].date
    if day is None or any(e.date is None for e, _ in told[:place]):
        return [], []
    before = [e for e in seen if e.date and sort_key(e.date) < sort_key(day)]
    return before, [e for e in seen if e.date and sort_key(e.date) >= sort_key(day)]


def _doubt(story: Story, teller: Teller, event: EventItem) -> ScriptSentence | None:
    """Say on what of a milestone or a visit the sources differ."""
    if event.type == "visit":
        return disputed_format(story, teller, event) if event.status is Status.HELD else None
    if event.type in _MILESTONES:
        return disputed_date(story, teller, event) or _told_otherwise(story, teller, event)
    return None


def _first_steps(story: Story) -> list[EventItem]:
    """Give the milestones: of the relations one beginning, of each embassy one opening."""
    best: dict[tuple[str, str], EventItem] = {}
    for event in story.events(*_MILESTONES):
        if not story.touches_pair(event):
            continue
        whose = ""
        if event.type.startswith("embassy"):
            whose = _embassy(story, event)
        elif event.type != "relations_established":
            whose = event.id
        known = best.get((event.type, whose))
        if known is None or _weight(story, event) > _weight(story, known):
            best[event.type, whose] = event
    return sorted(best.values(), key=lambda e: (sort_key(e.date), e.id))


def _embassy(story: Story, event: EventItem) -> str:
    bodies = [
        p for p in event.participants if (e := story.names.entity(p)) and e.kind == "organisation"
    ]
    return bodies[0] if bodies else " ".join(sorted(event.participants))


def _told_otherwise(story: Story, teller: Teller, event: EventItem) -> ScriptSentence | None:
    """Say that other sources have another date for the same opening, or the same beginning."""
    if event.type not in ("embassy_opened", "relations_established") or not event.date:
        return None
    others = [
        e
        for e in story.events(event.type)
        if e.id != event.id
        and e.date
        and _embassy(story, e) == _embassy(story, event)
        and (e.place in (None, event.place) or event.type == "relations_established")
        # Who tells both tells two things: a recognition, and relations.
        and not story.shares_source(e, event)
        and not parse_edtf(e.date).may_equal(parse_edtf(event.date))
        and days_apart(parse_edtf(e.date), parse_edtf(event.date)) <= ONCE_YEARS_DAYS
    ]
    if not others:
        return None
    best = max(others, key=story.strength)
    pair = sorted([event, best], key=lambda e: (sort_key(e.date), e.id))
    return teller.tell(
        "disputed.date",
        {
            "x": teller.date_words(str(pair[0].date)),
            "y": teller.date_words(str(pair[1].date)),
        },
        kind=SentenceKind.SYNTHESIS,
        items=[e.id for e in pair],
        citations=[c for e in pair for c in few(e.citations, 2)],
    )


def _weight(story: Story, event: EventItem) -> tuple[bool, int, int, int]:
    """Weigh tellings of one milestone; of two beginnings told alike the later is no recognition."""
    is_beginning = event.type == "relations_established" and event.date
    day = sort_key(event.date)[0].toordinal() if is_beginning else 0
    return event.date is not None, story.strength(event), len(event.date or ""), day


def _early_visits(story: Story) -> list[EventItem]:
    """Give visits of former years between the two states: one of each side before a second."""
    found = [
        e
        for e in story.events("visit")
        if e.date
        and e.id not in story.used
        and story.crosses(e)
        and not story.in_main_visit(e)
        and sort_key(e.date) < sort_key(story.visit_date)
        and any(story.rank_of(p, e.date) <= 6 for p in story.names.people(e.participants))
    ]
    found.sort(
        key=lambda e: (
            min(story.rank_of(p, e.date) for p in story.names.people(e.participants)),
            "visit_format" not in e.disputed,
            -story.strength(e),
            sort_key(e.date),
            e.id,
        )
    )
    sides: set[str | None] = set()
    chosen: list[EventItem] = []
    for event in [*found, *found]:
        side = story.country_of(event.place)
        if len(chosen) == story.most("dialogue_visits"):
            break
        if event not in chosen and (side not in sides or len(sides) > 1):
            chosen.append(event)
            sides.add(side)
    return sorted(chosen, key=lambda e: (sort_key(e.date), e.id))


def disputed_date(story: Story, teller: Teller, event: EventItem) -> ScriptSentence | None:
    """Say on which dates the sources differ; None when they don't."""
    if "date" not in event.disputed:
        return None
    tellings = [t for t in event.tellings if t.field == "date" and not t.inferred]
    tellings.sort(key=lambda t: (sort_key(t.value), t.value))
    values = list(dict.fromkeys(t.value for t in tellings))
    if len(values) < 2:
        return None
    first, last = values[0], values[-1]
    cited = [c for t in tellings if t.value in (first, last) for c in few(t.citations, 2)]
    return teller.tell(
        _by_number("disputed.date", [t for t in tellings if t.value in (first, last)]),
        {"x": teller.date_words(first), "y": teller.date_words(last)},
        kind=SentenceKind.SYNTHESIS,
        items=[event.id],
        citations=cited,
    )


def disputed_format(story: Story, teller: Teller, visit: EventItem) -> ScriptSentence | None:
    """Say which kind of visit the sources call it, where they differ; None where they don't."""
    if "visit_format" not in visit.disputed:
        return None
    tellings = [t for t in visit.tellings if t.field == "visit_format" and not t.inferred]
    tellings = [t for t in tellings if teller.has_label(f"format.{t.value}")]
    tellings.sort(key=lambda t: (-len(sources_of(t.citations)), t.value))
    values = list(dict.fromkeys(t.value for t in tellings))[:2]
    if len(values) < 2:
        return None
    told = [t for t in tellings if t.value in values]
    return teller.tell(
        _by_number("disputed.format", told),
        {
            "x": teller.phrase(f"format.{values[0]}"),
            "y": teller.phrase(f"format.{values[1]}"),
        },
        kind=SentenceKind.SYNTHESIS,
        items=[visit.id],
        citations=[c for t in told for c in few(t.citations, 2)],
    )


def _by_number(key: str, tellings: list[Telling]) -> str:
    """Give the key for one source against one other, or for several."""
    alone = all(len(sources_of(t.citations)) == 1 for t in tellings) and len(tellings) == 2
    return f"{key}.one" if alone else key


def _held_in_series(story: Story) -> list[EventItem]:
    return [e for e in story.events(*_SERIES) if story.touches_pair(e) and e.id not in story.used]


def _series(story: Story) -> tuple[list[EventItem], list[EventItem]]:
    """Give the meetings of a series with what was put off and the call about it, and the next."""
    held = _held_in_series(story)
    off = [
        e
        for e in story.events("visit", "summit", status=None)
        if e.status in _PUT_OFF and _is_between(story, e)
    ]
    calls = [
        e for e in story.events("phone_call") if story.is_of_pair(e) or _answers(story, e, off)
    ]
    coming = [
        e
        for e in story.events("summit", "visit", status=Status.PLANNED)
        if _is_between(story, e) and not _is_near_visit(story, e) and (e.place or e.date)
    ]
    ministers = [e for e in held if e.type == "ministerial_dialogue"]
    summits = [e for e in held if e.type == "summit"]
    order: list[EventItem] = [*ministers[:1]]
    order += _strongest(story, off, story.most("dialogue_put_off"))
    order += _strongest(story, calls, 1)
    order += _strongest(story, _apart(story, summits), 2)
    order.sort(key=lambda e: (sort_key(e.date), e.type != "visit", e.id))
    return order, _strongest(story, [e for e in coming if not e.date or _is_after(story, e)], 1)


def _is_between(story: Story, event: EventItem) -> bool:
    """Say whether a visit leads from one state of the pair to the other, and a summit has both.

    A summit may be told without one of the two: then it must be of those who met before.
    """
    if event.type == "visit":
        return story.crosses(event)
    return story.touches_pair(event) and (
        story.is_of_pair(event)
        or any(
            len(set(event.participants) & set(met.participants)) >= _SAME_MEETING
            for met in story.events(*_SERIES)
        )
    )


def _is_near_visit(story: Story, event: EventItem) -> bool:
    """Say whether a plan belongs to the main visit: then it is no next step."""
    if story.visit_date is None or event.date is None:
        return False
    return abs((sort_key(event.date)[0] - sort_key(story.visit_date)[1]).days) <= 7


def _answers(story: Story, call: EventItem, off: list[EventItem]) -> bool:
    return any(story.shares_source(call, event) for event in off)


def _is_after(story: Story, event: EventItem) -> bool:
    return story.names.now is None or sort_key(event.date) > sort_key(story.names.now)


def _apart(story: Story, summits: list[EventItem]) -> list[EventItem]:
    """Of summits that may well be one keep the best told.

    Those are such as lie within three days of each other, and one of no date whose people (two or
    more of them) met at another.
    """

    def same(left: EventItem, right: EventItem) -> bool:
        if left.date and right.date:
            return abs((sort_key(left.date)[0] - sort_key(right.date)[0]).days) <= 3
        people = set(story.names.people(left.participants))
        return len(people & set(right.participants)) > 1

    kept: list[EventItem] = []
    for summit in sorted(
        summits, key=lambda e: (not e.date, -len(e.participants), -story.strength(e), e.id)
    ):
        if not any(same(summit, other) for other in kept):
            kept.append(summit)
    return kept


def _strongest(story: Story, events: list[EventItem], most: int) -> list[EventItem]:
    return sorted(events, key=lambda e: (-story.strength(e), sort_key(e.date), e.id))[:most]


def _witness(story: Story, teller: Teller) -> list[Draft]:
    """Let somebody speak who took part in the series, other than the guest.

    Who is of neither state is heard only on what was said there. That somebody spoke of something
    says nothing of the series: only words that can be heard or read are told.
    """
    took_part = {
        p: e.date
        for e in story.events(*_SERIES)
        for p in story.names.people(e.participants)
        if p != story.guest
    }
    for statement in story.record.statements:
        if statement.speaker not in took_part or statement.id in story.used:
            continue
        if statement.topic not in (None, "dialogue_history"):
            continue
        meeting = story.event_by_id.get(statement.event or "")
        was_there = meeting is not None and meeting.type in _SERIES
        if story.country_of(statement.speaker) not in story.pair and not was_there:
            continue
        if exact_words(statement) is None and not is_narratable(story, statement):
            continue
        sentence = tell_statement(story, teller, statement)
        if sentence is not None:
            speaker = statement.speaker
            return [Draft(portrait(story, teller, speaker, took_part[speaker]), (sentence,))]
        scene = quote_scene(story, teller, statement)
        if scene is not None:
            return [scene]
    return []


def _claims(story: Story, teller: Teller) -> list[Draft]:
    wanted = (ClaimKind.FIRST, ClaimKind.COUNT, ClaimKind.SINCE)
    ids = {e.id for e in story.record.events if e.type in (*_SERIES, *_MILESTONES)}
    found = [
        c
        for c in story.record.claims
        if c.verdict and c.about in ids and c.kind in wanted and c.id not in story.used
    ]
    found.sort(key=lambda c: claim_order(c, wanted))
    for claim in found[:5]:
        if claim.verdict and claim.verdict.verdict in ("contradicted", "supported", "depends"):
            scene = claim_scene(story, teller, claim)
            if scene:
                return [scene]
    return []
