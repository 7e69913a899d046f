"""A person's decision goes in; it is checked against the record and stands in the ledger, as one
line with who, when and why, when this returns.

This is the one way in for the command line, the review and the page. What a decision does to the
record is seen when the record is built again (`replay`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sijill import ledger
from sijill.citation import Citation, Span, cite
from sijill.documents.document import READING_FORMAT, Reading
from sijill.errors import FormatFault, UsageError
from sijill.identity.decisions import WHAT as JUDGEMENT
from sijill.identity.decisions import Answer, answered
from sijill.identity.decisions import fields_of as fields_of_judgement
from sijill.identity.judgement import BY_PERSON, Judgement
from sijill.identity.locals import locals_of
from sijill.record.asked import SAME
from sijill.record.contest import told_values
from sijill.record.correctable import (
    Known,
    checked,
    checked_quotation_kind,
    checked_texts,
    checked_verdict,
    entity_id,
    fields_of_kind,
    one_of,
)
from sijill.record.decisions import (
    ACTIONS,
    ACTIONS_BY_KIND,
    ENTITY,
    EVENT,
    STATEMENT,
    WHAT,
    Anchor,
    Decision,
    a_kind,
    fields_of,
)
from sijill.record.entity_decisions import anchor_of_entity, checked_entity
from sijill.record.finding import Finder, anchor_of, kind_of
from sijill.record.items import EventItem, Item, Record, RecordEntity
from sijill.record.made import made_telling
from sijill.record.replay import LINKS, is_inside
from sijill.record.statements import statement_id
from sijill.record.values import event_id
from sijill.register.load import load_register
from sijill.rights import WHAT as RIGHTS
from sijill.rights import MediaRights, rights_fields
from sijill.serial import from_plain, read_json, to_plain
from sijill.sources.holdings import find_source, list_sources, read_text
from sijill.standing import WITHDRAWAL, Withdrawal, check_withdrawal
from sijill.text import fold
from sijill.workspace import Workspace


def decide(
    workspace: Workspace,
    record: Record,
    decision: Decision | Judgement | MediaRights | Withdrawal,
    *,
    who: str,
    at: str,
    why: str = "",
) -> ledger.Entry:
    """Take one decision, and give the line of the ledger that keeps it.

    `decision` is about an item (`Decision`: its action, item and values are given, the rest is
    filled in here), about who is who (`Judgement`, a doubtful one with its verdict replaced),
    about a still of the user's own (`MediaRights`) or about an earlier line (`Withdrawal`).
    `record` is the record the person looked at; `at` is the time in UTC, ISO 8601.

    Raises UsageError for what cannot be decided so, with what can; LedgerBroken and WorkspaceFault
    when the line could not be kept. Then nothing was decided.
    """
    if not who.strip():
        raise UsageError("nobody is named who decides", remedy="Say who:  --who NAME")
    if isinstance(decision, Withdrawal):
        check_withdrawal(ledger.replay(workspace.ledger), decision.line)
        what, fields = WITHDRAWAL, {"line": decision.line}
    elif isinstance(decision, MediaRights):
        what, fields = RIGHTS, rights_fields(workspace, decision)
    elif isinstance(decision, Judgement):
        what = JUDGEMENT
        fields = fields_of_judgement(_answer(workspace, record, decision, BY_PERSON + who))
    else:
        what, fields = WHAT, fields_of(prepared(workspace, record, decision))
    return ledger.append(workspace.ledger, at=at, who=who, what=what, why=why, fields=fields)


def _answer(workspace: Workspace, record: Record, judgement: Judgement, by: str) -> Answer:
    """Check both sides of a judgement on who is who and fill in their words. Raises UsageError."""
    view = _View.of(record)
    entities = view.known.entities
    given = (judgement.left, judgement.right)
    left, right = sorted(e.id if (e := view.entity(side)) else side for side in given)
    if left == right:
        raise UsageError("two different ones are needed", remedy="Name the other:  with=ID")
    for side in (left, right):
        if side not in entities and "#" not in side and side not in load_register().entries:
            raise UsageError(
                f"“{side}” is nobody in the record or the register",
                remedy="The ids are in: sijill people --json",
            )

    def words_of(side: str) -> tuple[Citation, ...]:
        source_id = side.partition("#")[0]
        path = workspace.build / "readings" / f"{source_id}.json"
        if not path.exists():
            return ()
        source = find_source(list_sources(workspace), source_id)
        text = read_text(workspace, source)
        reading = read_json(path, Reading, format_name=READING_FORMAT)
        mentions = [m for one in locals_of(reading) if one.key == side for m in one.mentions]
        return tuple(cite(source_id, text, mention.span) for mention in mentions)

    named = replace(judgement, left=left, right=right, by=by)
    return answered(named, entities, words_of)


def prepared(workspace: Workspace, record: Record, decision: Decision) -> Decision:
    """Check a decision about an item and fill in what its line keeps. Raises UsageError."""
    one_of("decision about an item", decision.action, ACTIONS)
    view = _View.of(record)
    if decision.action == "add":
        return _added(workspace, view, decision)
    entity = view.entity(decision.item)
    if entity is not None:
        return _about_entity(view, entity, decision)
    item = view.item(decision.item)
    kind = kind_of(item)
    _check_action(decision.action, item.id, kind, ACTIONS_BY_KIND[kind])
    try:
        values, named = _ACTIONS[decision.action](view, item, decision.values)
    except UsageError as fault:
        raise UsageError(fault.what, where=fault.where or item.id, remedy=fault.remedy) from fault
    seen: dict[str, tuple[str, ...]] = {}
    if isinstance(item, EventItem):
        decided = values if decision.action == "correct" else values.get("values", {})
        seen = told_values(item, tuple(decided))
    return replace(
        decision,
        item=item.id,
        kind=kind,
        values=values,
        anchors={
            i: view.anchor(i, whole=decision.action in ("reject", "apart"))
            for i in dict.fromkeys((item.id, *named))
        },
        seen=seen,
    )


def _about_entity(view: _View, entity: RecordEntity, decision: Decision) -> Decision:
    """Check a decision about a name or a post. Raises UsageError."""
    _check_action(decision.action, entity.id, entity.kind, ACTIONS_BY_KIND[ENTITY], SAME)
    try:
        values = checked_entity(entity, decision.values, view.known, load_register())
    except UsageError as fault:
        raise UsageError(fault.what, where=entity.id, remedy=fault.remedy) from fault
    anchors = {entity.id: anchor_of_entity(entity)}
    return replace(decision, item=entity.id, kind=ENTITY, values=values, anchors=anchors)


def _check_action(
    action: str, about: str, kind: str, known: Collection[str], elsewhere: Collection[str] = ()
) -> None:
    """Refuse a decision that things of this kind know not; `elsewhere` are those of other ways.

    Raises UsageError, with what can be decided about them.
    """
    if action not in known:
        raise UsageError(
            f"“{action}” can't be decided about {a_kind(kind)}",
            where=about,
            remedy=f"What can: {', '.join((*known, *elsewhere))}.",
        )


@dataclass(frozen=True)
class _View:
    """The items and entities of a record, by id."""

    items: Mapping[str, Item]
    known: Known

    @staticmethod
    def of(record: Record) -> _View:
        items: list[Item] = [*record.events, *record.statements, *record.claims]
        entities: dict[str, RecordEntity] = {e.id: e for e in record.entities}
        return _View(
            {item.id: item for item in items}, Known(entities, {e.id for e in record.events})
        )

    def item(self, item_id: str) -> Item:
        """Give an item by its id, or by a beginning that only one id has.

        Raises UsageError when there is none, with the nearest ids.
        """
        if item_id in self.items:
            return self.items[item_id]
        found = [key for key in self.items if item_id and key.startswith(item_id)]
        if len(found) == 1:
            return self.items[found[0]]
        if item_id in self.known.entities:
            raise UsageError(
                f"“{item_id}” is {a_kind(self.known.entities[item_id].kind)}, no item",
                remedy="Give the id of an item. Look for it:  sijill find",
            )
        known = {**self.items, **self.known.entities}
        return self.items[one_of("item of the record", item_id, known)]

    def entity(self, named: str) -> RecordEntity | None:
        """Give who or what is named by an id, or by a name that nobody else bears.

        None when no entity is called so. Raises UsageError when several are.
        """
        if named in self.known.entities or fold(named) not in self.known.names:
            return self.known.entities.get(named)
        return self.known.entities[entity_id(named, self.known)]

    def anchor(self, item_id: str, *, whole: bool = False) -> Anchor:
        """Give the words by which an item is found again."""
        item = self.items[item_id]
        alike = Finder(i for i in self.items.values() if type(i) is type(item))
        return anchor_of(item, alike, whole=whole)


#: The checked values of a decision, and the other items it names.
_Checked = tuple[dict[str, Any], list[str]]


def _nothing(view: _View, item: Item, values: Mapping[str, Any]) -> _Checked:
    if values:
        raise UsageError(f"“{next(iter(values))}” says nothing here", remedy="Leave it out.")
    return {}, []


def _correct(view: _View, item: Item, values: Mapping[str, Any]) -> _Checked:
    if not values:
        fields = ", ".join(fields_of_kind(kind_of(item)))
        raise UsageError("no value is given", remedy=f"Give some, field=value. Fields: {fields}")
    fixed = {k: checked(kind_of(item), k, v, view.known) for k, v in values.items()}
    named = [str(v) for k, v in fixed.items() if k in LINKS and v]
    events = {i: e for i, e in view.items.items() if isinstance(e, EventItem)}
    if any(one == item.id or is_inside(one, item.id, events) for one in named):
        raise UsageError("an event is no part of itself, nor of its parts")
    return fixed, named


def _confirm(view: _View, item: Item, values: Mapping[str, Any]) -> _Checked:
    """Keep the values as they are: an empty one is none, and may be told by a later source."""
    kind = kind_of(item)
    wanted = tuple(str(f) for f in values.get("fields", ()))
    _nothing(view, item, {k: v for k, v in values.items() if k != "fields"})
    for name in wanted:
        one_of("field that can be confirmed", name, fields_of_kind(kind))
    held = {
        name: to_plain(value)
        for name in wanted or (f for f in fields_of_kind(kind) if f not in _GROWING)
        if (value := _value(item, name)) not in (None, "", ())
    }
    named = [str(held[name]) for name in LINKS if name in held]
    return {"fields": list(wanted), "values": held}, named


#: Fields that a further source may add to without speaking against what was confirmed.
_GROWING = (*LINKS, "signals", "what", "amount")


def _value(item: Item, name: str) -> Any:
    if isinstance(item, EventItem) and not hasattr(item, name):
        return item.details.get(name)
    return getattr(item, name)


def _merge(view: _View, item: Item, values: Mapping[str, Any]) -> _Checked:
    """Take the other events that are the same happening, or that are other ones."""
    given = values.get("with", ())
    others = [view.item(str(i)).id for i in ([given] if isinstance(given, str) else given)]
    _nothing(view, item, {k: v for k, v in values.items() if k != "with"})
    if not others:
        raise UsageError("with which other event?", remedy="Name it:  with=ID")
    for other in others:
        if other == item.id:
            raise UsageError("an event and itself are one")
        if not isinstance(view.item(other), EventItem):
            raise UsageError(
                f"“{other}” is no event", remedy="Only events are merged or kept apart."
            )
    return {"with": others}, others


def _split(view: _View, item: Item, values: Mapping[str, Any]) -> _Checked:
    """Take the citations that leave: as citations, or as the ids of the sources that tell it."""
    _nothing(view, item, {k: v for k, v in values.items() if k not in ("citations", "sources")})
    sources = {str(s) for s in values.get("sources", ())}
    for source in sources:
        one_of("source of this event", source, {c.source_id for c in item.citations})
    chosen = [c for c in item.citations if c.source_id in sources]
    for given in values.get("citations", ()):
        chosen.append(_citation_of(item, given))
    leaving = tuple(dict.fromkeys(chosen))
    if not leaving:
        raise UsageError("which words leave?", remedy="Name a source, or citations of the event.")
    staying = [c for c in item.citations if c not in leaving]
    if not staying:
        raise UsageError("these words are all that tell this event", remedy="Leave some of them.")
    return {"citations": to_plain(leaving)}, []


def _citation_of(item: Item, given: Any) -> Citation:
    """Give the citation of an item that is given as one, or by its number in the item, from 1."""
    if isinstance(given, int | str):
        number = int(given) if str(given).isdecimal() else 0
        if 0 < number <= len(item.citations):
            return item.citations[number - 1]
        raise UsageError(f"“{given}” is no citation", remedy=f"Give 1 to {len(item.citations)}.")
    try:
        citation: Citation = (
            given if isinstance(given, Citation) else from_plain(Citation, to_plain(given))
        )
    except FormatFault as fault:
        raise UsageError(f"is no citation: {fault.what}") from fault
    marks = [c for t in getattr(item, "tellings", ()) for c in t.citations]
    if citation not in (*item.citations, *marks):
        raise UsageError(
            f"“{citation.exact}” is no citation of this event", remedy="Choose one that it has."
        )
    return citation


def _translate(view: _View, item: Item, values: Mapping[str, Any]) -> _Checked:
    if not values:
        raise UsageError("no words are given", remedy="Give some by language, such as: en=…")
    return dict(checked_texts(values)), []


def _judge(view: _View, item: Item, values: Mapping[str, Any]) -> _Checked:
    return checked_verdict(values), []


_ACTIONS = {
    "confirm": _confirm,
    "reject": _nothing,
    "correct": _correct,
    "merge": _merge,
    "apart": _merge,
    "split": _split,
    "translate": _translate,
    "judge": _judge,
}


def _added(workspace: Workspace, view: _View, decision: Decision) -> Decision:
    """Check an item to be added: its words must stand in the stored text of its source."""
    values = dict(decision.values)
    kind = one_of("kind of item that can be added", values.pop("kind", EVENT), (EVENT, STATEMENT))
    source = find_source(list_sources(workspace), str(values.pop("source", "")))
    words = cited_words(
        source.id, read_text(workspace, source), values.pop("words", ""), values.pop("start", None)
    )
    kept: dict[str, Any] = {}
    if kind == STATEMENT:
        kept["quotation"] = checked_quotation_kind(values.pop("quotation", None)).value
    fields = {k: checked(kind, k, v, view.known) for k, v in values.items()}
    if kind == EVENT and not fields.get("type"):
        raise UsageError("what kind of event is it?", remedy="Give its type:  type=audience")
    draft = replace(
        decision,
        kind=kind,
        values={**kept, "fields": fields},
        anchors={"": Anchor("", (words,), (words,) if kind == EVENT else ())},
        item="",
    )
    if kind == STATEMENT:
        item_id, of_type = statement_id(source.id, words.start, words.exact), kept["quotation"]
    else:
        told = made_telling(draft, fields, None)
        item_id = event_id(told.type, told.edtf, told.place, told.participants, [told])
        of_type = told.type
    if item_id in view.items:
        raise UsageError(f"it is in the record already, as {item_id}")
    anchor = replace(draft.anchors[""], type=of_type)
    named = {str(v): view.anchor(str(v)) for k, v in fields.items() if k in LINKS and v}
    return replace(draft, item=item_id, anchors={item_id: anchor, **named})


def cited_words(source_id: str, text: str, words: Any, start: Any = None) -> Citation:
    """Cite words of a source that a person typed; `start` says which, where they stand twice.

    Raises UsageError when they do not stand there exactly so.
    """
    exact = str(words)
    if not exact.strip():
        raise UsageError("no words are given", remedy="Give the exact words that tell it: words=…")
    places = [at for at in range(len(text)) if text.startswith(exact, at)]
    chosen = [at for at in places if start is None or str(at) == str(start)]
    if not places:
        raise UsageError(
            f"the words “{exact}” do not stand in source {source_id}",
            remedy="Copy them from the text, letter by letter.",
        )
    if not chosen:
        raise UsageError(
            f"the words “{exact}” do not start at {start} in source {source_id}",
            remedy=f"They start at: {', '.join(map(str, places))}.",
        )
    if len(chosen) > 1:
        raise UsageError(
            f"the words “{exact}” stand {len(chosen)} times in source {source_id}",
            remedy=f"Give more of them, or say where they start: start={chosen[0]} …",
        )
    return cite(source_id, text, Span(chosen[0], chosen[0] + len(exact)))
