"""A record, its script and who is who go in; questions to a person come out, the most urgent first:
what weighs much in the film and is doubtful.

A question is answered by one key. What a person has settled is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sijill.citation import Citation
from sijill.identity.judgement import Judgement
from sijill.identity.resolver import Identities
from sijill.record.items import ClaimItem, DecisionNote, EventItem, Record, StatementItem
from sijill.review.twins import Twins
from sijill.review.weights import DISPUTED, doubt_of, either, weights_of
from sijill.script.sentence import Script

#: Less doubtful things are asked only when all are asked for.
LEAST_DOUBT = 0.15
VERDICTS = ("supported", "contradicted", "depends", "not_enough", "opinion")
#: What a question is about that asks whether two events are one.
TWINS = "twins"
#: Values are chosen by these keys.
DIGITS = "123456789"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the key for it, what it says, and the decision it is.

    `action` and `values` are those of a line of the ledger. `words` are what supports it.
    """

    key: str
    label: str
    action: str
    values: Mapping[str, Any] = field(default_factory=dict)
    words: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to settle: about an item as a whole, about a field of it, or about who is who.

    `subject` is an item's id; of two names that may be one, their two sides. `about` is `whole`, a
    field, `twins` (one happening with another event?) or `same` (one person, body or place?).
    `weight` and `doubt` say why it stands where it stands.
    """

    id: str
    subject: tuple[str, ...]
    about: str
    weight: float
    doubt: float
    choices: tuple[Choice, ...]
    words: tuple[Citation, ...] = ()
    reason: str = ""

    @property
    def urgency(self) -> float:
        """What it is sorted by: weight times doubt."""
        return self.weight * self.doubt


def questions_of(
    record: Record,
    script: Script | None = None,
    identities: Identities | None = None,
    twins: Sequence[Twins] = (),
    *,
    least: float = LEAST_DOUBT,
) -> list[Question]:
    """Give all questions at least so doubtful, the most urgent first, in a fixed order."""
    weights = weights_of(record, script)
    found: list[Question] = []
    for event in record.events:
        found += _about_event(event, weights[event.id])
    for statement in record.statements:
        found.append(_about_statement(statement, weights[statement.id]))
    for claim in record.claims:
        found.append(_about_claim(claim, weights[claim.id]))
    if identities is not None:
        by_entity = _weight_by_entity(record, weights)
        found += [_about_pair(j, identities, by_entity) for j in identities.doubtful()]
    found += [_about_twins(one, weights) for one in twins]
    asked = [q for q in found if q.doubt >= least]
    notes = {event.id: event.decisions for event in record.events}
    notes.update({said.id: said.decisions for said in record.statements})
    notes.update({claim.id: claim.decisions for claim in record.claims})
    open_ones = [q for q in asked if not _is_settled(q, notes.get(q.subject[0], ()))]
    return sorted(open_ones, key=lambda q: (-q.urgency, q.id))


def _is_settled(question: Question, notes: Sequence[DecisionNote]) -> bool:
    """Say whether a person decided what is asked, and no later source spoke against it."""
    return any(settles(n.action, n.fields, question) and not n.contested for n in notes)


def settles(action: str, fields: Sequence[str], question: Question) -> bool:
    """Say whether a decision with these fields (none: all) answers a question on its item."""
    if action == "correct":
        return question.about in fields
    if question.about == TWINS:
        return action in ("merge", "apart", "reject")
    whole = action in ("reject", "merge", "judge") or (action == "confirm" and not fields)
    return whole or (action == "confirm" and question.about in fields)


def _yes_no(yes: str, no: str) -> tuple[Choice, Choice]:
    return Choice("y", yes, "confirm"), Choice("n", no, "reject")


def _about_event(event: EventItem, weight: float) -> Iterable[Question]:
    """Ask for each field on which sources differ, and for the whole."""
    for name in event.disputed:
        options: dict[str, set[Citation]] = {}
        for telling in event.tellings:
            if telling.field == name:
                options.setdefault(telling.value, set()).update(telling.citations)
        ordered = sorted(options, key=lambda v: (-len({c.source_id for c in options[v]}), v))
        choices = tuple(
            Choice(key, value, "correct", {name: value}, tuple(sorted(options[value])))
            for key, value in zip(DIGITS, ordered, strict=False)
        )
        yield Question(
            f"{event.id}/{name}",
            (event.id,),
            name,
            weight,
            either([DISPUTED, 1 - event.confidence]),
            (*choices, Choice("n", "none of it happened", "reject")),
            event.citations,
            "the sources differ",
        )
    inferred = sorted({telling.field for telling in event.tellings if telling.inferred})
    yield Question(
        event.id,
        (event.id,),
        "whole",
        weight,
        doubt_of(event),
        _yes_no("right as it stands", "no such event"),
        event.citations,
        f"worked out, not told: {', '.join(inferred)}" if inferred else "",
    )


def _about_statement(said: StatementItem, weight: float) -> Question:
    return Question(
        said.id,
        (said.id,),
        "whole",
        weight,
        doubt_of(said),
        _yes_no("these words, this speaker", "not what was said"),
        said.citations,
        "" if said.speaker else "nobody is known as the speaker",
    )


def _about_claim(claim: ClaimItem, weight: float) -> Question:
    """Ask whether words are a claim, and let another verdict be chosen."""
    now = claim.verdict.verdict if claim.verdict else None
    choices = [
        Choice(key, verdict, "judge", {"verdict": verdict})
        for key, verdict in zip(DIGITS, VERDICTS, strict=False)
        if verdict != now
    ]
    return Question(
        claim.id,
        (claim.id,),
        "whole",
        weight,
        doubt_of(claim),
        (*_yes_no(f"right: {now or 'not judged'}", "no claim"), *choices),
        claim.citations,
        claim.verdict.why.get("en", "") if claim.verdict else "",
    )


def _weight_by_entity(record: Record, weights: Mapping[str, float]) -> dict[str, float]:
    """Give the weight of the heaviest item that each entity takes part in."""
    found: dict[str, float] = {}
    for event in record.events:
        for entity in (*event.participants, *([event.place] if event.place else ())):
            found[entity] = max(found.get(entity, 0.0), weights[event.id])
    for said in record.statements:
        if said.speaker:
            found[said.speaker] = max(found.get(said.speaker, 0.0), weights[said.id])
    return found


def _about_pair(
    judgement: Judgement, identities: Identities, weight_by_entity: Mapping[str, float]
) -> Question:
    """Ask whether two are one: least sure is a likeness of one half."""
    sides = (judgement.left, judgement.right)
    entities = [identities.entity_by_local.get(side, side) for side in sides]
    return Question(
        "|".join(sides),
        sides,
        "same",
        max((weight_by_entity.get(e, 0.0) for e in entities), default=0.0) or 0.2,
        1 - abs(2 * judgement.score - 1) / 2,
        (
            Choice("y", "one and the same", "same", {"verdict": "positive"}),
            Choice("n", "two different ones", "same", {"verdict": "negative"}),
        ),
        judgement.evidence,
        judgement.reason,
    )


def _about_twins(twins: Twins, weights: Mapping[str, float]) -> Question:
    """Ask which of several events this one is; merging needs a likeness of 3."""
    event = twins.event
    choices = [
        Choice(key, other.id, "merge", {"with": [other.id]}, other.citations[:1])
        for key, other in zip(DIGITS, twins.others, strict=False)
    ]
    others = [other.id for other in twins.others]
    return Question(
        f"{event.id}/{TWINS}",
        (event.id,),
        TWINS,
        max(weights[event.id], *(weights[other] for other in others)),
        min(twins.score / 4, 1.0),
        (*choices, Choice("n", "none of these: it stands by itself", "apart", {"with": others})),
        event.citations,
        ", ".join(twins.why),
    )
