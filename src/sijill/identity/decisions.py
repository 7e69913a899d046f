"""Lines of the ledger go in; people's judgements on who is who come out, and back again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sijill.errors import UsageError
from sijill.identity.judgement import BY_PERSON, Judgement, Verdict, judge
from sijill.ledger import Entry

#: What such a line of the ledger is called.
WHAT = "judgement"


def judgements_from(entries: Iterable[Entry]) -> list[Judgement]:
    """Read people's judgements from the ledger, in its order; other lines are passed over.

    A line has the fields `left`, `right` and `verdict`; of several on two sides the last counts,
    and `unsure` withdraws what was said before. Raises UsageError for a line that is none.
    """
    return [_judgement(entry) for entry in entries if entry.what == WHAT]


def _judgement(entry: Entry) -> Judgement:
    fields = entry.fields
    try:
        verdict = Verdict(fields["verdict"])
        left, right = str(fields["left"]), str(fields["right"])
        return judge(left, right, verdict, entry.why, by=BY_PERSON + entry.who)
    except (KeyError, ValueError) as fault:
        raise UsageError(
            f"line {entry.number} of the ledger is no judgement on who is who: {fault}",
            remedy="It needs “left”, “right” (two different ids) and “verdict”: "
            f"{', '.join(v.value for v in Verdict)}.",
        ) from fault


def fields_of(judgement: Judgement) -> dict[str, Any]:
    """Give the fields under which a judgement is kept in the ledger."""
    return {
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict.value,
    }
