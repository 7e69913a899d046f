"""The words of one decision go in, as a person or a script gives them; the decision comes out, not
yet checked against the record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sijill.errors import UsageError
from sijill.identity.judgement import Judgement, Verdict, judge
from sijill.record.correctable import one_of
from sijill.record.decisions import ACTIONS, Decision
from sijill.rights import WHAT as RIGHTS
from sijill.rights import MediaRights
from sijill.standing import Withdrawal

#: What can be said of two entities, and the verdict it is.
SAME = {"same": Verdict.POSITIVE, "different": Verdict.NEGATIVE, "unsure": Verdict.UNSURE}
#: Everything that can be decided.
ALL_ACTIONS = (*ACTIONS, *SAME, RIGHTS, "withdraw")
#: Values that are lists; several are given with commas between.
_LISTS = {
    "confirm": ("fields",),
    "merge": ("with",),
    "apart": ("with",),
    "split": ("citations", "sources"),
}
_YES = {"yes": True, "no": False}
_MEDIA = "media/"
_RIGHTS = ("allowed", "licence", "holder", "credit", "until")


def asked(
    item: str, action: str, fields: Sequence[str]
) -> Decision | Judgement | MediaRights | Withdrawal:
    """Read `field=value` words of a decision about `item`.

    `item` is the id of an item or entity, `new` to add one, a line of the ledger to withdraw, or
    `media/FILE` for rights. An empty value takes a value away. Raises UsageError for what has no
    such shape.
    """
    one_of("decision", action, ALL_ACTIONS)
    values = _values(fields)
    if action == "withdraw":
        _leave_out(values, ())
        if not item.isdecimal():
            raise UsageError(f"“{item}” is no line of the ledger", remedy="See: sijill decisions")
        return Withdrawal(int(item))
    if action in SAME:
        _leave_out(values, ("with",))
        if not values.get("with") or values["with"] == item:
            raise UsageError("two different ones are needed", remedy="Name the other:  with=ID")
        return judge(item, values["with"], SAME[action], "", by="")
    if action == RIGHTS:
        return _rights(item, values)
    if action == "add" and item != "new":
        raise UsageError(
            f"“{item}” is no new item", remedy="To add one:  sijill decide new add kind=event …"
        )
    return Decision(action, "" if action == "add" else item, _shaped(action, values))


def _values(fields: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in fields:
        name, sign, value = field.partition("=")
        name = name.strip()
        if not sign or not name:
            raise UsageError(f"“{field}” is not FIELD=VALUE", remedy="Such as:  date=2025-12-18")
        if name in found:
            raise UsageError(f"{name} is given twice", remedy="Give it once.")
        found[name] = value.strip()
    return found


def _shaped(action: str, values: Mapping[str, str]) -> dict[str, Any]:
    """Give the values of a decision about an item the shapes that `Decision` names."""
    shaped: dict[str, Any] = {}
    for name, value in values.items():
        if name in _LISTS.get(action, ()):
            shaped[name] = [p for p in re.split(r"\s*[,،、]\s*", value) if p]
        elif action == "judge" and name.startswith("why."):
            shaped.setdefault("why", {})[name.removeprefix("why.")] = value
        else:
            shaped[name] = value
    return shaped


def _rights(item: str, values: Mapping[str, str]) -> MediaRights:
    _leave_out(values, _RIGHTS)
    if not item.startswith(_MEDIA):
        raise UsageError(
            f"“{item}” is no file of the project's own", remedy="Name it as media/FILE."
        )
    if values.get("allowed") not in _YES:
        raise UsageError("may it be shown?", remedy="Say so:  allowed=yes or allowed=no")
    return MediaRights(
        item.removeprefix(_MEDIA),
        _YES[values["allowed"]],
        values.get("licence", ""),
        values.get("holder", ""),
        values.get("credit", ""),
        values.get("until") or None,
    )


def _leave_out(values: Mapping[str, str], known: Sequence[str]) -> None:
    for name in values:
        if name not in known:
            raise UsageError(
                f"“{name}” says nothing here",
                remedy=f"There are: {', '.join(known)}." if known else "Leave it out.",
            )
