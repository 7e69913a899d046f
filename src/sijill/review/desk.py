"""A project goes in; what its record asks of a person comes out, and answers go to its ledger.

What was decided since the record was built is not asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sijill import ledger
from sijill.errors import WorkspaceFault
from sijill.identity.decisions import judgements_from
from sijill.identity.judgement import Judgement, judge
from sijill.identity.judgement import Verdict as Sameness
from sijill.identity.resolver import IDENTITIES_FORMAT, Identities
from sijill.ledger import Entry
from sijill.record.deciding import decide
from sijill.record.decisions import Decision, decisions_from
from sijill.record.items import RECORD_FORMAT, Record
from sijill.register.load import PROJECT_FOLDER, load_register
from sijill.review.questions import LEAST_DOUBT, Choice, Question, questions_of, settles
from sijill.review.twins import twins_of
from sijill.script.sentence import SCRIPT_FORMAT, Script
from sijill.serial import read_json
from sijill.standing import Withdrawal, standing
from sijill.tellings.parties import Parties
from sijill.workspace import Workspace, open_workspace


@dataclass(frozen=True)
class Desk:
    """A project with its record as built, and the questions it leaves open, most urgent first."""

    workspace: Workspace
    record: Record
    questions: list[Question]


def open_desk(project: Path, *, least: float = LEAST_DOUBT) -> Desk:
    """Open a project for review.

    Raises WorkspaceFault when it has no record yet. Without a script all items weigh alike.
    """
    workspace = open_workspace(project)
    build = workspace.build
    path = build / "record" / "record.json"
    if not path.exists():
        raise WorkspaceFault("there is no record yet", where=str(path), remedy="Run: sijill build")
    record = read_json(path, Record, format_name=RECORD_FORMAT)
    told = build / "script" / "script.json"
    script = read_json(told, Script, format_name=SCRIPT_FORMAT) if told.exists() else None
    known = build / "identity" / "identities.json"
    identities = (
        read_json(known, Identities, format_name=IDENTITIES_FORMAT) if known.exists() else None
    )
    register = load_register(workspace.root / PROJECT_FOLDER)
    twins = twins_of(record.events, Parties(record.entities, register))
    asked = questions_of(record, script, identities, twins, least=least)
    return Desk(workspace, record, without_decided(asked, ledger.replay(workspace.ledger)))


def without_decided(questions: Sequence[Question], entries: Sequence[Entry]) -> list[Question]:
    """Leave out what lines of the ledger have answered, whether or not it was built with them."""
    lines = standing(entries)
    judged = {frozenset((j.left, j.right)) for j in judgements_from(lines)}
    by_item: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for decision in decisions_from(lines):
        if decision.action == "confirm":
            fields = tuple(decision.values.get("fields", ()))
        else:
            fields = tuple(decision.values)
        for item in (decision.item, *decision.values.get("with", ())):
            by_item.setdefault(item, []).append((decision.action, fields))
    return [
        question
        for question in questions
        if frozenset(question.subject) not in judged
        and not any(settles(a, f, question) for a, f in by_item.get(question.subject[0], ()))
    ]


class LedgerDecider:
    """Keeps answers as lines of the project's ledger; `clock` gives the time in UTC, ISO 8601."""

    def __init__(self, desk: Desk, *, who: str, clock: Callable[[], str]) -> None:
        self._desk = desk
        self._who = who
        self._clock = clock

    def decide(self, question: Question, choice: Choice, why: str) -> int:
        """Keep an answer; return the number of its line. Raises what `deciding.decide` does."""
        return self._keep(_decision(question, choice), why)

    def withdraw(self, number: int) -> None:
        """Take back the decision of a line."""
        self._keep(Withdrawal(number), "taken back in the review")

    def _keep(self, decision: Decision | Judgement | Withdrawal, why: str) -> int:
        entry = decide(
            self._desk.workspace,
            self._desk.record,
            decision,
            who=self._who,
            at=self._clock(),
            why=why,
        )
        return entry.number


def _decision(question: Question, choice: Choice) -> Decision | Judgement:
    if choice.action == "same":
        left, right = question.subject
        verdict = Sameness(choice.values["verdict"])
        return judge(left, right, verdict, "", by="person:", score=1.0)
    return Decision(choice.action, question.subject[0], dict(choice.values))
