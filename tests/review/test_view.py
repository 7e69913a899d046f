from sijill.citation import Span, cite
from sijill.record.items import Record
from sijill.review.questions import Choice, Question
from sijill.review.view import View

TEXT = "In 2003 the president of Egypt Farid Mansour flew to Tashkent for a day, they recall."


def words_of(exact):
    at = TEXT.index(exact)
    cited = cite("a", TEXT, Span(at, at + len(exact)))
    choices = (Choice("y", "one", "same"), Choice("n", "two", "different"))
    question = Question("q", ("a#e1", "b#e1"), "same", 1.0, 0.5, choices, (cited,))
    view = View(Record("T", ("EG", "UZ"), ("en",), (), (), (), (), ()))
    return [line.text for line in view.lines(question) if line.role == "words"]


def test_a_name_is_shown_within_the_words_around_it():
    [shown] = words_of("Farid Mansour")
    assert "president of Egypt [Farid Mansour] flew to Tashkent" in shown


def test_what_says_enough_is_shown_alone():
    exact = "the president of Egypt Farid Mansour flew to Tashkent for a day"
    assert words_of(exact) == [f"“{exact}”"]
