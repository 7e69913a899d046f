import pytest

from sijill.review.questions import Choice, Question
from sijill.review.session import Did, Session

YES, NO = Choice("y", "right", "confirm"), Choice("n", "wrong", "reject")


def asked(name, *subjects, about="whole"):
    return Question(name, subjects or (name,), about, 1.0, 0.5, (YES, NO))


class Paper:
    """Writes decisions on a list, as the ledger does."""

    def __init__(self):
        self.lines = []

    def decide(self, question, choice, why):
        self.lines.append((question.id, choice.key, why))
        return len(self.lines)

    def withdraw(self, number):
        self.lines.append(("withdrawn", number))


@pytest.fixture
def paper():
    return Paper()


def sitting(paper, *questions):
    return Session(questions, paper)


def test_an_answer_is_written_before_the_next_question_stands(paper):
    session = sitting(paper, asked("a"), asked("b"))
    assert session.press("y", "two sources") is Did.ANSWERED
    assert paper.lines == [("a", "y", "two sources")]
    assert session.current.id == "b"


def test_a_key_without_meaning_writes_nothing(paper):
    session = sitting(paper, asked("a"))
    assert session.press("x") is Did.NOTHING
    assert (session.current.id, paper.lines) == ("a", [])


def test_undo_takes_the_last_answer_back_and_asks_again(paper):
    session = sitting(paper, asked("a"), asked("b"), asked("c"))
    session.press("y")
    session.press(" ")
    assert session.press("u") is Did.UNDID
    assert paper.lines == [("a", "y", ""), ("withdrawn", 1)]
    assert (session.current.id, session.answered) == ("a", 0)
    assert session.press("u") is Did.NOTHING


def test_going_back_keeps_the_answer_until_another_is_given(paper):
    session = sitting(paper, asked("a"), asked("b"))
    session.press("y")
    assert session.press("b") is Did.WENT_BACK
    assert (session.current.id, session.answer_here(), session.answered) == ("a", YES, 1)
    session.press("n")
    assert paper.lines == [("a", "y", ""), ("a", "n", ""), ("withdrawn", 1)]
    assert session.answered == 1


def test_what_else_was_to_be_asked_of_a_rejected_item_is_passed_over(paper):
    session = sitting(paper, asked("a/date", "a"), asked("a/place", "a"), asked("b"))
    session.press("n")
    assert session.current.id == "b"
    session.press("u")
    session.press("y")
    assert session.current.id == "a/place"


def test_at_the_end_nothing_is_asked_but_one_can_go_back(paper):
    session = sitting(paper, asked("a"))
    session.press("y")
    assert session.current is None
    assert session.press("y") is Did.NOTHING
    session.press("b")
    assert session.current.id == "a"
    assert session.press("q") is Did.QUIT
