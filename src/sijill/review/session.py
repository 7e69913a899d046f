"""Questions and pressed keys go in; decisions come out, each of which can be taken back.

Knows no terminal: what is asked now is `current`, what a key does is `press`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from sijill.review.questions import Choice, Question


class Decider(Protocol):
    """Writes decisions down; when a call returns, the decision is on the disk."""

    def decide(self, question: Question, choice: Choice, why: str) -> int:
        """Keep an answer; return the number of its line in the ledger."""

    def withdraw(self, number: int) -> None:
        """Take back the decision of a line; the line itself stays."""


class Did(Enum):
    """What a key did."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    WENT_BACK = "went back"
    UNDID = "undid"
    NOTHING = "nothing"
    QUIT = "quit"


#: Keys that are no answer. Arrows and Enter are given as words by who reads the terminal.
SKIP, BACK, UNDO, QUIT = " ", "b", "u", "q"


@dataclass
class _Answer:
    place: int
    number: int
    choice: Choice


class Session:
    """One sitting: where the person is, and what was answered in it."""

    def __init__(self, questions: Sequence[Question], decider: Decider) -> None:
        self.questions = list(questions)
        self._decider = decider
        self._place = 0
        self._answers: list[_Answer] = []

    @property
    def current(self) -> Question | None:
        """What is asked now; None when all was seen."""
        return self.questions[self._place] if self._place < len(self.questions) else None

    @property
    def place(self) -> int:
        """How many questions lie before the present one."""
        return self._place

    @property
    def answered(self) -> int:
        """How many answers of this sitting stand."""
        return len(self._answers)

    def answer_here(self) -> Choice | None:
        """Give what was answered to the present question in this sitting."""
        return next((a.choice for a in self._answers if a.place == self._place), None)

    def press(self, key: str, why: str = "") -> Did:
        """Do what a key says; a key that means nothing here does nothing.

        Another answer to a question that has one replaces it. What no longer makes sense after an
        item was rejected is passed over.
        """
        if key == QUIT:
            return Did.QUIT
        if key == UNDO:
            return self._undo()
        if key == BACK:
            return self._back()
        question = self.current
        if question is None:
            return Did.NOTHING
        if key == SKIP:
            self._place = self._next(self._place)
            return Did.SKIPPED
        choice = next((c for c in question.choices if c.key == key), None)
        return self.answer(choice, why) if choice else Did.NOTHING

    def answer(self, choice: Choice, why: str = "") -> Did:
        """Answer the present question, with a choice of its own or one typed in."""
        question = self.current
        if question is None:
            return Did.NOTHING
        before = next((a for a in self._answers if a.place == self._place), None)
        number = self._decider.decide(question, choice, why)
        if before is not None:
            self._take_back(before)
        self._answers.append(_Answer(self._place, number, choice))
        self._place = self._next(self._place)
        return Did.ANSWERED

    def _undo(self) -> Did:
        """Take back the last answer and stand before its question again."""
        if not self._answers:
            return Did.NOTHING
        last = self._answers[-1]
        self._take_back(last)
        self._place = last.place
        return Did.UNDID

    def _take_back(self, answer: _Answer) -> None:
        self._decider.withdraw(answer.number)
        self._answers.remove(answer)

    def _back(self) -> Did:
        """Stand before the question before; its answer stays until another is given."""
        if self._place == 0:
            return Did.NOTHING
        self._place -= 1
        return Did.WENT_BACK

    def _next(self, place: int) -> int:
        """Give the next place whose item was not rejected in this sitting."""
        gone = {
            subject
            for answer in self._answers
            if answer.choice.action == "reject"
            for subject in self.questions[answer.place].subject
        }
        place += 1
        while place < len(self.questions) and gone.intersection(self.questions[place].subject):
            place += 1
        return place
