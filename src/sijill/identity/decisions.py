"""Lines of the ledger go in; people's judgements on who is who come out, and back again.

A line keeps the words of both sides (`left_at`, `right_at`), so that it means the same two when
reading has improved and gives them other ids (`sides`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sijill.citation import Citation, some_of
from sijill.errors import FormatFault, UsageError
from sijill.identity.entities import RecordEntity
from sijill.identity.judgement import BY_PERSON, Judgement, Verdict
from sijill.ledger import Entry
from sijill.serial import from_plain, to_plain
from sijill.standing import Unapplied

#: What such a line of the ledger is called.
WHAT = "judgement"


@dataclass(frozen=True, slots=True)
class Answer(Judgement):
    """A person's judgement with the words of both sides; `line` is its number in the ledger."""

    left_at: tuple[Citation, ...] = ()
    right_at: tuple[Citation, ...] = ()
    line: int = 0
    at: str = ""

    @property
    def who(self) -> str:
        """The name of who gave it."""
        return self.by.removeprefix(BY_PERSON)


def judgements_from(entries: Iterable[Entry]) -> list[Answer]:
    """Read people's judgements from the ledger, in its order; other lines are passed over.

    A line has the fields `left`, `right` and `verdict`; of several on two sides the last counts,
    and `unsure` withdraws what was said before. What is no judgement is left to `unreadable`.
    """
    read = (_read(entry) for entry in entries if entry.what == WHAT)
    return [one for one in read if isinstance(one, Answer)]


def unreadable(entries: Iterable[Entry]) -> list[Unapplied]:
    """Give the lines that should be judgements and are none, with the reason."""
    read = (_read(entry) for entry in entries if entry.what == WHAT)
    return [one for one in read if isinstance(one, Unapplied)]


def _read(entry: Entry) -> Answer | Unapplied:
    fields = entry.fields
    try:
        sides = sorted(
            (str(fields[side]), from_plain(tuple[Citation, ...], fields.get(f"{side}_at", [])))
            for side in ("left", "right")
        )
        (left, left_at), (right, right_at) = sides
        if left == right:
            raise ValueError(f"both sides are “{left}”")
        return Answer(
            left,
            right,
            Verdict(fields["verdict"]),
            entry.why,
            BY_PERSON + entry.who,
            left_at=left_at,
            right_at=right_at,
            line=entry.number,
            at=entry.at,
        )
    except (KeyError, ValueError, FormatFault) as fault:
        why = f"it has no {fault}" if isinstance(fault, KeyError) else str(fault)
        pair = f"{fields.get('left', '?')} = {fields.get('right', '?')}"
        reason = f"it is no judgement on who is who: {why}"
        return Unapplied(entry.number, WHAT, pair, entry.who, entry.at, reason)


def fields_of(judgement: Judgement) -> dict[str, Any]:
    """Give the fields under which a judgement is kept in the ledger."""
    fields: dict[str, Any] = {
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict.value,
    }
    if isinstance(judgement, Answer):
        fields["left_at"] = to_plain(judgement.left_at)
        fields["right_at"] = to_plain(judgement.right_at)
    return fields


def answered(
    judgement: Judgement,
    entities: Mapping[str, RecordEntity],
    words_of: Callable[[str], tuple[Citation, ...]],
) -> Answer:
    """Give a judgement with the words of both sides.

    `entities` are the record's, by id; `words_of` gives the places of names of one source's entity,
    by its key, and none for one that it does not know: then what the judgement cites is taken.
    Raises UsageError for a side of which no words are known.
    """
    cited = list(judgement.evidence)
    places = []
    for side in (judgement.left, judgement.right):
        if side in entities:
            found = some_of(c for alias in entities[side].aliases for c in alias.citations)
        elif "#" in side:
            # Evidence stands in the order of the sides.
            mine = next((c for c in cited if c.source_id == side.partition("#")[0]), None)
            if mine is not None:
                cited.remove(mine)
            found = some_of(words_of(side)) or ((mine,) if mine else ())
            if not found:
                raise UsageError(
                    f"of “{side}” no words are known",
                    remedy="Give the id of an entity of the record; they are in: sijill people",
                )
        else:
            found = ()  # an entry of the register, whose id lasts
        places.append(found)
    left, right = ({(c.source_id, c.start, c.end) for c in found} for found in places)
    if left and left == right:
        raise UsageError(
            f"“{judgement.left}” and “{judgement.right}” are named by the same words",
            remedy="Name two that are told apart.",
        )
    return Answer(
        judgement.left,
        judgement.right,
        judgement.verdict,
        judgement.reason,
        judgement.by,
        judgement.score,
        judgement.evidence,
        left_at=places[0],
        right_at=places[1],
    )
