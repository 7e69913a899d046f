"""An item goes in, the words it is known by come out; and from these words the item again, when a
better reading has given it another id.

Never guessed: an item is found by its id, else by being the only one that shares most of the words
at the same place of the same source. The selectors of the W3C Web Annotation Data Model are kept
for the same end (https://www.w3.org/TR/annotation-model/, section 4.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijill.citation import Citation, some_of
from sijill.edtf import read_date
from sijill.errors import UsageError
from sijill.record.decisions import CLAIM, EVENT, STATEMENT, Anchor
from sijill.record.items import EventItem, Item, StatementItem

#: The number that sets two items of one description apart.
_NUMBER = re.compile(r"-\d{1,3}$")


def kind_of(item: Item) -> str:
    """Give the kind of an item: event, statement or claim."""
    if isinstance(item, EventItem):
        return EVENT
    return STATEMENT if isinstance(item, StatementItem) else CLAIM


def anchor_of(item: Item, others: Finder | None = None, *, whole: bool = False) -> Anchor:
    """Give the words by which an item is found again: of each source a few.

    Of `others`, the items of its kind, those that share its words are named as not meant. With
    `whole` all the words that name an event are kept: they tell what was rejected.
    """
    if isinstance(item, EventItem):
        marks = tuple(sorted(set(marks_of(item)))) if whole else some_of(marks_of(item))
        anchor = Anchor(item.type, some_of(item.citations), marks)
    else:
        anchor = Anchor(item.kind.value, item.citations[:1])
    beside = others.alike(anchor) if others else []
    return replace(anchor, beside=tuple(sorted(one.id for one in beside if one.id != item.id)))


def marks_of(event: EventItem) -> list[Citation]:
    """Give the few words that name a happening, as each source has them."""
    return [c for telling in event.tellings if telling.field == "type" for c in telling.citations]


class Finder:
    """Items of one kind that can be found by id or by the words they stand on.

    Items may be put in and dropped while decisions are replayed.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self.items: dict[str, Item] = {}
        self._by_source: dict[str, dict[str, None]] = {}
        for item in items:
            self.put(item)

    def put(self, item: Item) -> None:
        """Put an item in, or in the place of the one of its id."""
        self.drop(item.id)
        self.items[item.id] = item
        for citation in item.citations:
            self._by_source.setdefault(citation.source_id, {})[item.id] = None

    def drop(self, item_id: str) -> None:
        """Take an item out, if it is in."""
        item = self.items.pop(item_id, None)
        for citation in item.citations if item else ():
            self._by_source[citation.source_id].pop(item_id, None)

    def find(self, item_id: str, anchor: Anchor | None) -> Item:
        """Give the item that a decision is about.

        The id counts, unless another item of the same description is the one that has the words.
        Raises UsageError when there is no such item any more, or when two could be meant.
        """
        named = self.items.get(item_id)
        if anchor is None or not anchor.citations:
            if named is None:
                raise UsageError(f"there is no item “{item_id}”")
            return named
        if named is not None and _likeness(named, anchor) is not None:
            return named
        best = self._best(item_id, anchor)
        if named is not None:
            twins = [i for i in best if _NUMBER.sub("", i.id) == _NUMBER.sub("", named.id)]
            return twins[0] if len(twins) == len(best) == 1 else named
        if not best:
            raise self._lost(item_id, anchor)
        if len(best) > 1:
            raise UsageError(
                f"“{item_id}” is not in the record any more, and its words are now those of"
                f" {len(best)} items: {', '.join(sorted(i.id for i in best)[:4])}"
            )
        return best[0]

    def alike(self, anchor: Anchor) -> list[Item]:
        """Give the items that stand on an anchor's words, in no order of likeness."""
        sources = {c.source_id for c in (*anchor.citations, *anchor.marks)}
        near = {i: None for s in sorted(sources) for i in self._by_source.get(s, ())}
        return [self.items[i] for i in near if _likeness(self.items[i], anchor) is not None]

    def _lost(self, item_id: str, anchor: Anchor) -> UsageError:
        """Say that an item is gone, and what shares most of its words, though it is not meant."""
        words = _short(anchor.citations[0].exact)
        sources = sorted({c.source_id for c in anchor.citations})
        near = {i: None for s in sources for i in self._by_source.get(s, ())}
        shared = {i: shared_words(anchor.citations, self.items[i].citations) for i in near}
        if not any(shared.values()):
            return UsageError(
                f"“{item_id}” is not in the record any more, and nothing of its kind stands on"
                f" its words: “{words}”"
            )
        nearest = min(shared, key=lambda i: (-shared[i], i))
        return UsageError(
            f"“{item_id}” is not in the record any more, and nothing of its kind stands on"
            f" its words: “{words}”; of these words there is now {nearest}"
        )

    def _may_be_beside(self, item: Item, item_id: str, anchor: Anchor) -> bool:
        """Say whether an event may be one that stood beside, and has another id as well by now.

        It is of that one's type, and not by its words the one that is looked for.
        """
        gone = {_description(one)[0] for one in anchor.beside if one not in self.items}
        if not isinstance(item, EventItem) or item.type not in gone:
            return False
        is_meant = item.type == anchor.type and bool(shared_words(anchor.marks, marks_of(item)))
        return not is_meant and _description(item.id) != _description(item_id)

    def told_again(self, event: EventItem, anchor: Anchor) -> list[EventItem]:
        """Give the other events that are nothing but a decided one once more, by its own words.

        A sentence may tell one thing twice. What the second telling was united with when the
        decision was taken may since have left it, as when somebody is somebody else by now; then it
        comes up as a new event of the same type, day, place and people. What stood beside the
        decided event already, and was as much the same, is not meant.
        """
        if any(_description(one) == _description(event.id) for one in anchor.beside):
            return []
        return [
            other
            for other in self.alike(anchor)
            if isinstance(other, EventItem)
            and other.id != event.id
            and other.id not in anchor.beside
            and _says_the_same(other, event)
            and all(is_within(c, (*anchor.citations, *event.citations)) for c in other.citations)
        ]

    def _best(self, item_id: str, anchor: Anchor) -> list[Item]:
        found = [
            (likeness, item)
            for item in self.alike(anchor)
            if item.id not in anchor.beside
            and not self._may_be_beside(item, item_id, anchor)
            and (likeness := _likeness(item, anchor)) is not None
        ]
        most = max((likeness for likeness, _ in found), default=None)
        return [item for likeness, item in found if likeness == most]


def _likeness(item: Item, anchor: Anchor) -> tuple[int, bool, int] | None:
    """Say how much of an anchor's words an item shares; None when too little to be the same.

    A sentence can tell several happenings: what names the one must be shared, or else its type.
    """
    if isinstance(item, EventItem):
        marks = shared_words(anchor.marks, marks_of(item))
        same = item.type == anchor.type
        words = shared_words(anchor.citations, item.citations)
        return (marks, same, words) if marks or (same and words) else None
    words = shared_words(anchor.citations[:1], item.citations[:1])
    if not words or 2 * words < len(anchor.citations[0].exact):
        return None
    return words, item.kind.value == anchor.type, 0


def _description(event_id: str) -> tuple[str, str]:
    """Give of an event's id what tells its type, place and people, without the day."""
    parts = _NUMBER.sub("", event_id).split("-")
    return parts[0], parts[-1]


def _says_the_same(one: EventItem, other: EventItem) -> bool:
    days = read_date(one.date), read_date(other.date)
    return (
        (one.type, one.place, one.status) == (other.type, other.place, other.status)
        and bool(one.participants)
        and set(one.participants) == set(other.participants)
        and (days[0] is None or days[1] is None or days[0].may_equal(days[1]))
    )


def is_within(citation: Citation, words: Sequence[Citation]) -> bool:
    """Say whether all letters of a citation stand in one of these, at their place."""
    return any(_overlap(citation, one) == len(citation.exact) for one in words)


def is_among(citation: Citation, words: Sequence[Citation]) -> bool:
    """Say whether a citation shares a place and its letters with one of these."""
    return any(_overlap(citation, one) for one in words)


def shared_words(kept: Sequence[Citation], held: Sequence[Citation]) -> int:
    """Count the characters of kept citations that stand in held ones, place for place."""
    return sum(max((_overlap(one, other) for other in held), default=0) for one in kept)


def _overlap(one: Citation, other: Citation) -> int:
    start, end = max(one.start, other.start), min(one.end, other.end)
    if one.source_id != other.source_id or start >= end:
        return 0
    same = (
        one.exact[start - one.start : end - one.start]
        == other.exact[start - other.start : end - other.start]
    )
    return end - start if same else 0


def _short(text: str, most: int = 60) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
