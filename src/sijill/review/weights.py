"""A record and a script go in; how much each item weighs in the film, and how doubtful it is, come
out.

Both are orders, not estimates: they decide what a person sees first. Weight grows with the
sentences that stand on an item; doubt with what reading was unsure of, what sources differ on and
what was worked out instead of told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sijill.documents.document import Status
from sijill.record.items import EventItem, Item, Record, StatementItem
from sijill.script.sentence import Script

#: What an item weighs of which the film says nothing.
UNSEEN = 0.2
#: What each of these adds to the doubt that reading left, as the chance that it hides a fault.
DISPUTED = 0.5
INFERRED = 0.2
UNDATED = 0.3
UNNAMED_SPEAKER = 0.4
#: Verdicts that a person may know better than the record.
OPEN_VERDICTS = {"depends": 0.4, "not_enough": 0.3}


def weights_of(record: Record, script: Script | None) -> dict[str, float]:
    """Give what each item of a record weighs: one more than the sentences that stand on it.

    A visit weighs as much as the heaviest of its parts, since they stand on its days and guests.
    """
    said = Counter(_items_said(script)) if script else Counter[str]()
    ids = [event.id for event in record.events]
    ids += [statement.id for statement in record.statements]
    ids += [claim.id for claim in record.claims]
    weights = {name: 1.0 + said[name] if said[name] else UNSEEN for name in ids}
    for event in record.events:
        if event.part_of in weights:
            weights[event.part_of] = max(weights[event.part_of], weights[event.id])
    return weights


def _items_said(script: Script) -> Iterable[str]:
    for chapter in script.chapters:
        for scene in chapter.scenes:
            for sentence in scene.sentences:
                yield from set(sentence.items)


def doubt_of(item: Item) -> float:
    """Give how doubtful an item is as a whole, between 0 and 1."""
    reasons = [1 - item.confidence]
    if isinstance(item, EventItem):
        reasons += [INFERRED for telling in item.tellings if telling.inferred]
        if item.date is None and item.status is Status.HELD:
            reasons.append(UNDATED)
    elif isinstance(item, StatementItem):
        if item.speaker is None:
            reasons.append(UNNAMED_SPEAKER)
    elif item.verdict is not None:
        reasons.append(OPEN_VERDICTS.get(item.verdict.verdict, 0.0))
    return either(reasons)


def either(chances: Iterable[float]) -> float:
    """Give the chance that at least one of several independent things is so."""
    none = 1.0
    for chance in chances:
        none *= 1 - chance
    return 1 - none
