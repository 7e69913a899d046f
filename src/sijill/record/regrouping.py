"""Groups of tellings and what people decided about them go in; the events come out: two that are
one are united, what is another happening stands by itself, what reading missed is put in.

Values are settled anew from the tellings of each new group, by the rules that settle all others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sijill.citation import Citation
from sijill.documents.document import Reading
from sijill.errors import FormatFault, UsageError
from sijill.record.decisions import EVENT, Anchor, Decision
from sijill.record.finding import Finder, is_among, marks_of, shared_words
from sijill.record.items import EventItem
from sijill.record.made import made_telling
from sijill.record.replay import Replay, note_of
from sijill.record.values import item_of
from sijill.serial import from_plain
from sijill.tellings.likeness import is_retold
from sijill.tellings.merging import Group
from sijill.tellings.parties import Parties
from sijill.tellings.told import Told

_WHY = ("a person's decision",)


@dataclass(frozen=True, slots=True)
class Happening:
    """One group of tellings and the event that it gives."""

    group: Group
    event: EventItem


def regrouped(
    happenings: Sequence[Happening],
    replay: Replay,
    parties: Parties,
    readings: Mapping[str, Reading],
) -> list[Happening]:
    """Give the happenings as people decided which of them are one.

    A decision that cannot be applied is noted in `replay` and changes nothing.
    """
    decisions = replay.of(EVENT, "merge", "apart", "split", "add", "reject")
    if not decisions:
        return list(happenings)
    kept = {decision.item for decision in replay.decisions if decision.action != "reject"}
    held = _Held(happenings, parties, kept)
    for decision in decisions:
        try:
            if decision.action == "merge":
                held.merge(decision)
            elif decision.action == "apart":
                held.keep_apart(decision)
            elif decision.action == "split":
                held.split(decision)
            elif decision.action == "reject":
                if held.reject(decision):
                    replay.settled.add(decision.number)
            else:
                replay.check_words(decision)
                fields = replay.added_fields(decision)
                words = decision.anchors[decision.item].citations[0]
                held.add(decision, made_telling(decision, fields, readings.get(words.source_id)))
        except UsageError as fault:
            replay.refuse(decision, fault)
    return held.all()


class _Held:
    """The happenings while decisions are applied, in their order."""

    def __init__(
        self, happenings: Sequence[Happening], parties: Parties, kept: Collection[str]
    ) -> None:
        self._parties = parties
        #: Events that somebody decided anything else about than to reject them.
        self._kept = kept
        self._given = {h.event.id: h for h in happenings}
        self._group = {h.event.id: h.group for h in happenings}
        self._finder = Finder(h.event for h in happenings)

    def all(self) -> list[Happening]:
        return [self._happening(event_id) for event_id in self._group]

    def _happening(self, event_id: str) -> Happening:
        """Give a happening; one about which nothing was decided is the very one that came in."""
        known, group, event = (
            self._given.get(event_id),
            self._group[event_id],
            self._event(event_id),
        )
        is_same = known is not None and known.group is group and known.event is event
        return known if known is not None and is_same else Happening(group, event)

    def _event(self, event_id: str) -> EventItem:
        event = self._finder.items[event_id]
        assert isinstance(event, EventItem)
        return event

    def _find(self, decision: Decision, item_id: str) -> EventItem:
        found = self._finder.find(item_id, decision.anchors.get(item_id))
        assert isinstance(found, EventItem)
        return found

    def _settle(self, group: Group, before: EventItem, decision: Decision) -> None:
        """Give an event its values anew; it stays the same event, with the same id."""
        made = item_of(group, self._parties)
        notes = (*before.decisions, note_of(decision))
        self._finder.put(replace(made, id=before.id, decisions=notes))
        self._group[before.id] = group

    def merge(self, decision: Decision) -> None:
        into = self._find(decision, decision.item)
        found = [self._find(decision, str(i)).id for i in decision.values.get("with", ())]
        others = [i for i in dict.fromkeys(found) if i != into.id]
        if not others:
            raise UsageError("these are one event already")
        tellings = list(self._group[into.id].tellings)
        notes = list(into.decisions)
        for other in others:
            tellings += self._group.pop(other).tellings
            notes += self._event(other).decisions
            self._finder.drop(other)
        notes.sort(key=lambda n: n.line)
        group = _group(self._group[into.id], tellings)
        self._settle(group, replace(into, decisions=tuple(notes)), decision)

    def keep_apart(self, decision: Decision) -> None:
        """Part what was merged since two events were said to be two, by the words of the other."""
        one = self._find(decision, decision.item)
        others = [str(i) for i in decision.values.get("with", ())]
        united = [i for i in others if self._find(decision, i).id == one.id]
        if not united:
            self._finder.put(replace(one, decisions=(*one.decisions, note_of(decision))))
        for other in united:
            self._part(self._event(one.id), decision.anchors[other].marks, decision)

    def split(self, decision: Decision) -> None:
        try:
            words = from_plain(tuple[Citation, ...], list(decision.values.get("citations", ())))
        except FormatFault as fault:
            raise UsageError(f"its words cannot be read: {fault.what}") from fault
        self._part(self._find(decision, decision.item), words, decision)

    def _part(self, event: EventItem, words: Sequence[Citation], decision: Decision) -> None:
        """Let the tellings that stand on some words become an event of their own."""
        group = self._group[event.id]
        leaving = [t for t in group.tellings if _stands_on(t, words)]
        staying = [t for t in group.tellings if t not in leaving]
        if not leaving:
            raise UsageError("the words that were to leave do not tell this event any more")
        if not staying:
            raise UsageError("no telling would be left: these words are all that tell this event")
        apart = item_of(_group(group, leaving), self._parties)
        number = 2
        base = apart.id
        while apart.id in self._group:
            apart = replace(apart, id=f"{base}-{number}")
            number += 1
        self._settle(_group(group, staying), event, decision)
        self._settle(_group(group, leaving), replace(apart, decisions=()), decision)

    def reject(self, decision: Decision) -> bool:
        """Take what was rejected out of an event that tells more by now; say whether it was so.

        An event of another id, which better reading has made of these words and of others, is not
        what was rejected: only the rejected words leave it. One that is nothing else is left to
        the replay, in which earlier decisions about it still count.
        """
        anchor = decision.anchors.get(decision.item)
        if anchor is None or not anchor.marks:
            return False
        told = self._telling(anchor)
        if decision.item in self._group:
            meant = self._find(decision, decision.item).id
            self._take_out(anchor, [i for i in told if i != meant])
            return False
        if told:
            # Of several that share the words alike one stands for all.
            most = max(told, key=lambda i: (told[i], i))
            self._take_out(anchor, [i for i in told if i != most])
        event = self._find(decision, decision.item)
        group = self._group[event.id]
        staying = [t for t in group.tellings if not is_among(t.trigger, anchor.marks)]
        if not staying or len(staying) == len(group.tellings):
            return False
        self._retell(event.id, staying)
        return True

    def _telling(self, anchor: Anchor) -> dict[str, int]:
        """Give the events of an anchor's type that its marks tell, with how many letters of them.

        A mark that tells several of them is nobody's; what stood beside, or somebody kept, is none.
        """
        near = [one for one in self._finder.alike(anchor) if one.id in self._group]
        marks_by_id = {
            event.id: marks_of(event)
            for event in near
            if isinstance(event, EventItem) and event.type == anchor.type
        }
        told: Counter[str] = Counter()
        for mark in anchor.marks:
            shared = {i: shared_words([mark], marks) for i, marks in marks_by_id.items()}
            holders = [i for i, letters in shared.items() if letters]
            if len(holders) == 1:
                told[holders[0]] += shared[holders[0]]
        left = {*anchor.beside, *self._kept}
        return {i: n for i, n in told.items() if i not in left and not self._event(i).decisions}

    def _take_out(self, anchor: Anchor, events: Sequence[str]) -> None:
        """Let the tellings that were rejected leave events; one that has no other goes."""
        for event_id in events:
            group = self._group[event_id]
            staying = [t for t in group.tellings if not is_among(t.trigger, anchor.marks)]
            if staying:
                self._retell(event_id, staying)
            else:
                del self._group[event_id]
                self._finder.drop(event_id)

    def _retell(self, event_id: str, tellings: Sequence[Told]) -> None:
        """Give an event the values that some of its tellings have; its decisions stay."""
        before = self._event(event_id)
        group = _group(self._group[event_id], tellings)
        made = item_of(group, self._parties)
        self._finder.put(replace(made, id=event_id, decisions=before.decisions))
        self._group[event_id] = group

    def add(self, decision: Decision, told: Told) -> None:
        near = [i for i, group in self._group.items() if self._is_told(told, group)]
        if len(near) == 1:
            # Reading tells it by now as well: it is one event with what was read.
            group = self._group[near[0]]
            joined = _group(group, [*group.tellings, told])
            self._settle(joined, self._event(near[0]), decision)
            return
        group = Group((told,), (_WHY,))
        made = item_of(group, self._parties)
        if decision.item in self._group:
            raise UsageError(f"there is an item “{decision.item}” already")
        self._settle(group, replace(made, id=decision.item), decision)

    def _is_told(self, told: Told, group: Group) -> bool:
        return any(
            told.source_id == one.source_id
            and one.evidence.span.overlaps(told.evidence.span)
            and is_retold(told, one, self._parties)
            for one in group.tellings
        )


def _group(like: Group, tellings: Sequence[Told]) -> Group:
    """Make a group of these tellings, each once and in a fixed order."""
    why = {(t.source_id, t.local_id): w for t, w in zip(like.tellings, like.why, strict=False)}
    kept = {(t.source_id, t.local_id): t for t in tellings}
    return replace(
        like, tellings=tuple(kept.values()), why=tuple(why.get(key, _WHY) for key in kept)
    )


def _stands_on(told: Told, words: Sequence[Citation]) -> bool:
    """Say whether a telling stands on words that were named, or is named in them.

    What was worked out from elsewhere in a text may be named outside of the words it stands on.
    """
    return any(
        told.source_id == one.source_id
        and (one.span == told.evidence.span or one.span.contains(told.trigger.span))
        for one in words
    )
