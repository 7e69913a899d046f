"""What the machine proposes and what people decided go in; items with the decisions over them come
out, and every decision that could not be applied, with the reason.

Decisions are never written into what the machine proposes: leave one out, and all is as it was
before it. Each step may be taken again after the machine has worked out more (`hold`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sijill.citation import holds
from sijill.documents.document import Status
from sijill.errors import UsageError
from sijill.record.contest import contested_fields
from sijill.record.correctable import OWN_FIELDS, Known, checked, checked_texts, checked_verdict
from sijill.record.decisions import CLAIM, ENTITY, EVENT, STATEMENT, Decision
from sijill.record.entity_decisions import decided_entities
from sijill.record.finding import Finder
from sijill.record.items import (
    ClaimItem,
    DecisionNote,
    EventItem,
    Item,
    RecordEntity,
    StatementItem,
    Unapplied,
    Verdict,
)
from sijill.record.made import made_statement
from sijill.tellings.parties import Parties

#: Fields that name an event.
LINKS = ("part_of", "event", "about")


class Replay:
    """One replay of decisions, in the order of the ledger; of two on one field the later counts."""

    def __init__(
        self,
        decisions: Sequence[Decision],
        entities: Iterable[RecordEntity],
        texts: Mapping[str, str],
    ) -> None:
        in_order = sorted(decisions, key=lambda d: d.number)
        self.decisions = [decision for decision in in_order if not decision.fault]
        self.texts = texts
        given = tuple(entities)
        self._events = Finder(())
        self._pins: dict[str, dict[str, Any]] = {}
        self._refused: dict[int, Unapplied] = {}
        self._retold: list[Unapplied] = []
        #: Lines that were applied to the groups of tellings, and are done with.
        self.settled: set[int] = set()
        for decision in in_order:
            if decision.fault:
                self.refuse(decision, UsageError(decision.fault))
        #: Who and what the record speaks of, with names and posts as people decided.
        self.entities = decided_entities(given, self.of(ENTITY), self.refuse)
        self._entities = {entity.id: entity for entity in self.entities}

    @property
    def unapplied(self) -> tuple[Unapplied, ...]:
        """Give the decisions that changed nothing, in the order of the ledger."""
        return tuple(self._refused[number] for number in sorted(self._refused))

    @property
    def retold(self) -> tuple[Unapplied, ...]:
        """Give the rejections of events that further sources have told since."""
        return tuple(self._retold)

    def refuse(self, decision: Decision, fault: UsageError) -> None:
        """Note that a decision could not be applied, and why."""
        self._refused[decision.number] = _unapplied(decision, fault.what)

    def of(self, kind: str, *actions: str) -> list[Decision]:
        """Give the decisions about items of a kind; only certain ones if any are named."""
        found = [d for d in self.decisions if d.kind == kind]
        return [d for d in found if d.action in actions] if actions else found

    # ---- events

    def events(self, items: Sequence[EventItem], parties: Parties) -> list[EventItem]:
        """Give the events as people decided: rejected ones are left out, decided values set.

        What can only be said once all are in their places (`part_of`) is set by `hold`.
        """
        decisions = self.of(EVENT, "confirm", "reject", "correct", "add")
        if not decisions:
            return list(items)
        self._events = finder = Finder(items)
        for decision in decisions:
            if decision.number in self._refused or decision.number in self.settled:
                continue
            try:
                event = finder.find(decision.item, decision.anchors.get(decision.item))
                assert isinstance(event, EventItem)
                if decision.action == "reject":
                    self._note_retold(event, decision)
                    self._drop_again(event, decision)
                    finder.drop(event.id)
                elif decision.action == "add":
                    whole = self._values(event, decision).get("part_of")
                    self._pins.setdefault(event.id, {}).update({"part_of": whole} if whole else {})
                else:
                    values = self._values(event, decision)
                    finder.put(self._decided(event, decision, values, parties))
                    self._pins.setdefault(event.id, {}).update(values)
            except UsageError as fault:
                self.refuse(decision, fault)
        kept = [finder.items[i.id] for i in items if i.id in finder.items]
        return [self._pinned(e) for e in kept if isinstance(e, EventItem)]

    def _drop_again(self, event: EventItem, decision: Decision) -> None:
        """Leave out what tells a rejected event once more by its words, unless somebody kept it."""
        anchor = decision.anchors.get(decision.item)
        if anchor is None:
            return
        kept = {d.item for d in self.decisions if d.action != "reject"}
        for twin in self._events.told_again(event, anchor):
            if twin.id not in kept:
                self._events.drop(twin.id)

    def _note_retold(self, event: EventItem, decision: Decision) -> None:
        anchor = decision.anchors.get(decision.item)
        known = {c.source_id for c in anchor.marks} if anchor else set()
        new = sorted({c.source_id for c in event.citations} - known)
        if known and new:
            self._retold.append(_unapplied(decision, f"sources tell it since: {', '.join(new)}"))

    def hold(self, events: Iterable[EventItem]) -> tuple[EventItem, ...]:
        """Set decided values again, over what the machine worked out since `events`."""
        if not self._pins:
            return tuple(events)
        held = {event.id: self._part(self._pinned(event)) for event in events}
        for event_id, event in held.items():
            if "part_of" in self._pins.get(event_id, {}) and is_inside(event_id, event_id, held):
                # What people said at different times would make it a part of itself.
                held[event_id] = replace(event, part_of=None)
        return tuple(held.values())

    def _part(self, event: EventItem) -> EventItem:
        pins = self._pins.get(event.id, {})
        if "part_of" not in pins:
            return event
        whole = pins["part_of"]
        # The whole may have been rejected since.
        return replace(event, part_of=whole if whole in self._events.items else None)

    def _pinned(self, event: EventItem) -> EventItem:
        pins = self._pins.get(event.id)
        if not pins:
            return event
        own = {k: v for k, v in pins.items() if k in OWN_FIELDS and k != "part_of"}
        if "status" in own:
            own["status"] = Status(own["status"])
        details = {k: v for k, v in event.details.items() if k not in pins}
        details |= {k: v for k, v in pins.items() if k not in OWN_FIELDS and v is not None}
        return replace(event, **own, details=dict(sorted(details.items())))

    def _decided(
        self, event: EventItem, decision: Decision, values: Mapping[str, Any], parties: Parties
    ) -> EventItem:
        new = contested_fields(event, values, decision.seen, parties)
        # A field that was confirmed or corrected by name is settled; who confirms the whole has
        # not said which of two sources is right.
        named = decision.values.get("fields") if decision.action == "confirm" else tuple(values)
        left = [name for name in event.disputed if name not in (named or ())]
        left += [name for name in new if name not in left]
        notes = (*event.decisions, note_of(decision, tuple(values), new))
        in_order = tuple(sorted(notes, key=lambda note: note.line))
        return replace(event, disputed=tuple(left), decisions=in_order)

    # ---- statements and claims

    def statements(
        self, items: Sequence[StatementItem], languages: Mapping[str, str]
    ) -> tuple[StatementItem, ...]:
        """Give the statements as people decided; `languages` are those of the sources, by id.

        Those that people added come last, unless reading has found the same words by now.
        """
        decisions = self.of(STATEMENT)
        if not decisions:
            return tuple(items)
        finder = Finder(items)
        order = [item.id for item in items]
        for decision in decisions:
            try:
                if decision.action == "add":
                    self.check_words(decision)
                    added: Item = made_statement(decision, languages)
                    if added.id not in finder.items:
                        order.append(added.id)
                    # Reading may have found the same words by now, and more about them.
                    added = finder.items.get(added.id, added)
                    values = self._values(added, decision)
                    finder.put(_noted(replace(added, **values), decision, tuple(values)))
                    continue
                item = finder.find(decision.item, decision.anchors.get(decision.item))
                assert isinstance(item, StatementItem)
                self._apply(finder, item, decision)
            except UsageError as fault:
                self.refuse(decision, fault)
        found = (finder.items.get(i) for i in order)
        return tuple(s for s in found if isinstance(s, StatementItem))

    def claims(self, items: Sequence[ClaimItem]) -> tuple[ClaimItem, ...]:
        """Give the claims as people decided."""
        decisions = self.of(CLAIM)
        if not decisions:
            return tuple(items)
        finder = Finder(items)
        for decision in decisions:
            try:
                item = finder.find(decision.item, decision.anchors.get(decision.item))
                self._apply(finder, item, decision)
            except UsageError as fault:
                self.refuse(decision, fault)
        found = (finder.items.get(item.id) for item in items)
        return tuple(c for c in found if isinstance(c, ClaimItem))

    def _apply(self, finder: Finder, item: Item, decision: Decision) -> None:
        if decision.action == "reject":
            finder.drop(item.id)
        elif decision.action == "translate" and isinstance(item, StatementItem):
            texts = checked_texts(decision.values)
            item = replace(item, translations={**item.translations, **texts})
            finder.put(_noted(item, decision, tuple(texts)))
        elif decision.action == "judge" and isinstance(item, ClaimItem):
            item = replace(item, verdict=_judged(item.verdict, checked_verdict(decision.values)))
            finder.put(_noted(item, decision, ("verdict",)))
        else:
            values = self._values(item, decision)
            finder.put(_noted(replace(item, **values), decision, tuple(values)))

    # ---- values

    def known(self) -> Known:
        """Give what a value may name by now."""
        return Known(self._entities, self._events.items)

    def added_fields(self, decision: Decision) -> dict[str, Any]:
        """Give the checked fields of an added event, but for `part_of`. Raises UsageError."""
        given = decision.values.get("fields", {})
        known = self.known()
        return {
            name: checked(EVENT, name, value, known)
            for name, value in given.items()
            if name != "part_of"
        }

    def _values(self, item: Item, decision: Decision) -> dict[str, Any]:
        """Give the decided values of an item, checked once more. Raises UsageError."""
        given: Mapping[str, Any] = decision.values
        if decision.action == "confirm":
            given = given.get("values", {})
        elif decision.action == "add":
            given = given.get("fields", {})
        kind = decision.kind
        known = self.known()
        values = {}
        for name, value in given.items():
            meant = value
            if name in LINKS and value:
                meant = self._events.find(str(value), decision.anchors.get(str(value))).id
                if meant == item.id:
                    raise UsageError("an event is no part of itself")
            values[name] = checked(kind, name, meant, known)
        return values

    def check_words(self, decision: Decision) -> None:
        """Raise UsageError when the words of an added item don't stand where it says."""
        for citation in decision.anchors[decision.item].citations[:1]:
            text = self.texts.get(citation.source_id)
            if text is None:
                raise UsageError(f"its source {citation.source_id} is not here")
            if not holds(citation, text):
                raise UsageError("its words do not stand in the source where it says")


def _unapplied(decision: Decision, reason: str) -> Unapplied:
    return Unapplied(
        decision.number, decision.action, decision.item, decision.who, decision.at, reason
    )


def is_inside(event_id: str, whole: str, events: Mapping[str, EventItem]) -> bool:
    """Say whether an event is a part of another one, or of a part of it, and so on."""
    seen: set[str] = set()
    at = events[event_id].part_of if event_id in events else None
    while at is not None and at not in seen:
        if at == whole:
            return True
        seen.add(at)
        at = events[at].part_of if at in events else None
    return False


def note_of(
    decision: Decision, fields: tuple[str, ...] = (), contested: tuple[str, ...] = ()
) -> DecisionNote:
    """Give what an item says of a decision about it."""
    return DecisionNote(
        decision.number,
        decision.action,
        decision.who,
        decision.at,
        decision.why,
        fields,
        contested,
    )


def _noted(item: Any, decision: Decision, fields: tuple[str, ...]) -> Any:
    return replace(item, decisions=(*item.decisions, note_of(decision, fields)))


def _judged(before: Verdict | None, values: Mapping[str, Any]) -> Verdict:
    if before is None:
        return Verdict(values["verdict"], {}, values["why"])
    return replace(before, verdict=values["verdict"], why=values["why"] or before.why)
