"""Lines of the ledger go in; people's decisions about items of the record come out, and back again.

One decision is one line. It keeps the words of the item it is about (`anchors`), so that it finds
the item again when a better reading gives it another id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sijill.citation import Citation
from sijill.errors import FormatFault
from sijill.ledger import Entry
from sijill.serial import from_plain, to_plain

#: What a line about an item is called in the ledger; the second is how it was called before.
WHAT = "decision"
_WHAT = (WHAT, "correction")

#: Every action there is.
ACTIONS = (
    "confirm",
    "reject",
    "correct",
    "merge",
    "apart",
    "split",
    "add",
    "translate",
    "judge",
)

#: The kinds of item.
EVENT, STATEMENT, CLAIM = "event", "statement", "claim"
#: Somebody or something that the record speaks of.
ENTITY = "entity"

#: What can be decided about which kind of item; `add` makes one.
ACTIONS_BY_KIND = {
    EVENT: ("confirm", "reject", "correct", "merge", "apart", "split", "add"),
    STATEMENT: ("confirm", "reject", "correct", "translate", "add"),
    CLAIM: ("confirm", "reject", "correct", "judge"),
    ENTITY: ("correct",),
}


def a_kind(kind: str) -> str:
    """Give the word for a kind of item or entity with its article: “an event”, “a claim”."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an item is known by when its id has changed.

    `type` is its event type, kind of quotation or kind of claim; `citations` are the words it
    stood on, `marks` the few words that name the happening; `beside` are the ids of other items
    that stood on the same words then, and are not meant. No citation means: by id alone.
    """

    type: str = ""
    citations: tuple[Citation, ...] = ()
    marks: tuple[Citation, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision about one item; `action` is one of ACTIONS, `values` depend on it.

    confirm     nothing, or `fields`: a list of the fields that are right (all when left out)
    reject      nothing
    correct     field to new value; None takes a value away; participants are a list of ids;
                of an entity see `entity_decisions`
    merge       `with`: a list of ids of events that are the same happening as `item`
    apart       `with`: a list of ids of events that are other happenings than `item`
    split       `citations`: a list of citations of `item` that tell a happening of their own
    add         `kind` (event or statement), `source`, `words`, and the fields of the new item
    translate   language to the translated words
    judge       `verdict`, and `why`: language to one sentence

    The rest is filled in when the decision is taken: `kind` of the item; `anchors` by item id;
    `seen`, what sources told of each decided field by then; number, who, when and why of its line.
    `fault` says what is wrong with a line that cannot be read.
    """

    action: str
    item: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    kind: str = ""
    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    seen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    number: int = 0
    who: str = ""
    at: str = ""
    why: str = ""
    fault: str = ""


def decisions_from(entries: Iterable[Entry]) -> list[Decision]:
    """Read the decisions about items from the lines of a ledger; other lines are passed over.

    A line that is none, as another program may write it, says so in `fault`: one bad line is no
    reason to do without all the others.
    """
    return [_decision(entry) for entry in entries if entry.what in _WHAT]


def _decision(entry: Entry) -> Decision:
    fields = entry.fields
    item = str(fields.get("item", ""))
    bare = Decision(
        str(fields.get("action", "")),
        item,
        kind=str(fields.get("kind") or kind_of_id(item)),
        number=entry.number,
        who=entry.who,
        at=entry.at,
        why=entry.why,
    )
    try:
        decision = replace(
            bare,
            values=from_plain(dict[str, Any], fields.get("values") or {}),
            anchors=from_plain(dict[str, Anchor], fields.get("anchors") or {}),
            seen=from_plain(dict[str, tuple[str, ...]], fields.get("seen") or {}),
        )
    except FormatFault as fault:
        return replace(bare, fault=f"the line cannot be read: {fault.what}")
    return replace(decision, fault=_fault_of(decision))


def _fault_of(decision: Decision) -> str:
    """Say what is wrong with the shape of a decision; an empty text when nothing is."""
    if decision.action not in ACTIONS_BY_KIND.get(decision.kind, ()):
        return f"“{decision.action}” is no decision about a thing of the kind “{decision.kind}”"
    words = decision.anchors.get(decision.item, Anchor()).citations
    if decision.action == "add" and not words:
        return "it adds an item without words"
    shapes: dict[str, type] = {"with": list, "citations": list, "values": dict, "fields": list}
    if decision.action == "add":
        shapes["fields"] = dict
    if decision.action in ("correct", "translate"):
        shapes = {}
    for name, shape in shapes.items():
        if not isinstance(decision.values.get(name, shape()), shape):
            return f"its “{name}” has another shape than it should"
    return ""


def fields_of(decision: Decision) -> dict[str, Any]:
    """Give the fields under which a decision is kept in the ledger."""
    fields: dict[str, Any] = {
        "action": decision.action,
        "item": decision.item,
        "kind": decision.kind,
        "values": to_plain(decision.values),
        "anchors": to_plain(decision.anchors),
    }
    if decision.seen:
        fields["seen"] = to_plain(decision.seen)
    return fields


def kind_of_id(item_id: str) -> str:
    """Tell the kind of an item from how its id begins."""
    for kind in (STATEMENT, CLAIM):
        if item_id.startswith(f"{kind}-"):
            return kind
    return EVENT
