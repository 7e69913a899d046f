"""Events go in; the stages of each project come out as threads: proposed, planned, agreed, opened.

Two events are stages of one project when the same firms stand in both, or one's are among the
other's, and neither place nor amount speaks against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sijill.documents.document import Status
from sijill.event_types import types_with
from sijill.record.bodies import is_public
from sijill.record.chains import Thread, ThreadLink
from sijill.record.items import EventItem
from sijill.record.wording import in_languages, say
from sijill.tellings.parties import Parties

#: Events that are stages of a project, and the stage that they are once held.
STAGES = {
    "project": "held",
    "contract": "agreed",
    "loan_grant": "granted",
    "aid": "granted",
    "signing": "agreed",
    "agreement": "agreed",
    "business_meeting": "talks",
}
#: Events that make a project by themselves; the others only join one.
_CORE = types_with("undertaking")


def project_threads(
    events: Sequence[EventItem], parties: Parties, languages: Sequence[str]
) -> list[Thread]:
    """Make the threads of projects with two stages or more; `events` are in order of time."""
    firms = {e.id: _firms(e, parties) for e in events if e.type in STAGES}
    stages = [e for e in events if firms.get(e.id)]
    groups: list[list[EventItem]] = []
    by_firm: dict[str, dict[int, list[EventItem]]] = defaultdict(dict)
    for event in [e for e in stages if e.type in _CORE] + [
        e for e in stages if e.type not in _CORE
    ]:
        near = {at: g for firm in firms[event.id] for at, g in by_firm[firm].items()}
        fitting = [at for at in sorted(near) if _belongs(event, near[at], firms, parties)]
        if len(fitting) != 1 and (fitting or event.type not in _CORE):
            continue
        at = fitting[0] if fitting else len(groups)
        if not fitting:
            groups.append([])
        groups[at].append(event)
        for firm in firms[event.id]:
            by_firm[firm][at] = groups[at]
    order = {e.id: at for at, e in enumerate(events)}
    threads: dict[str, Thread] = {}
    for group in groups:
        if len(group) > 1:
            group.sort(key=lambda e: order[e.id])
            thread = _thread(group, firms, parties, languages, taken=threads)
            threads[thread.id] = thread
    return list(threads.values())


def _firms(event: EventItem, parties: Parties) -> frozenset[str]:
    return frozenset(
        p
        for p in event.participants
        if parties.kind(p) == "organisation" and not is_public(parties.spellings(p))
    )


def _belongs(
    event: EventItem,
    group: Sequence[EventItem],
    firms: dict[str, frozenset[str]],
    parties: Parties,
) -> bool:
    """Say whether an event is a stage of the project that a group of events tells."""
    own = firms[event.id]
    theirs = frozenset(f for e in group for f in firms[e.id])
    return (own <= theirs or theirs <= own) and all(_may_be_one(event, e, parties) for e in group)


def _may_be_one(one: EventItem, other: EventItem, parties: Parties) -> bool:
    if one.place and other.place and parties.apart(one.place, other.place):
        # Talks and papers may be somewhere else than what they are about.
        return STAGES[one.type] != "held" or STAGES[other.type] != "held"
    amounts = {e.details["amount"] for e in (one, other) if "amount" in e.details}
    return len(amounts) < 2


def _thread(
    group: Sequence[EventItem],
    firms: dict[str, frozenset[str]],
    parties: Parties,
    languages: Sequence[str],
    *,
    taken: dict[str, Thread],
) -> Thread:
    about = sorted({f for e in group for f in firms[e.id]})
    # The place of the project is that of what was planned or built, not that of talks.
    place = next((e.place for e in reversed(group) if e.type == "project" and e.place), None)

    def title(lang: str) -> str:
        names = [parties.describe(a, lang) for a in (*about, *([place] if place else []))]
        return say("comma", lang).join(names)

    base = f"project-{'-'.join(about)}"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    links = tuple(
        ThreadLink(
            e.date,
            e.citations[:1],
            event=e.id,
            stage=STAGES[e.type] if e.status is Status.HELD else e.status.value,
        )
        for e in group
    )
    return Thread(
        name,
        "project",
        in_languages(languages, title),
        (*about, *([place] if place else [])),
        links,
    )
