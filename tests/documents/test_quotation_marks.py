import pytest

from sijill.documents.quotation_marks import (
    CLOSING,
    MARKS,
    OPENING,
    PAIRS,
    SURE_PAIRS,
    find_quoted,
)


def inside(text, depth=0):
    return [text[q.start : q.end] for q in find_quoted(text) if q.depth == depth]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«Да», — сказал он.", ["Да"]),
        ('قال: “نعم” وقال: "لا".', ["نعم", "لا"]),
        ("「はい」と述べた。", ["はい"]),
        ("He said 'yes' and it's done; the members' house", ["yes"]),
        ("„Ja“ und “yes”", ["Ja", "yes"]),
        ('5" pipes and "words"', ["words"]),
    ],
)
def test_marks_of_every_shape(text, words):
    assert inside(text) == words


def test_marks_inside_marks_are_deeper():
    text = "«Мы «да» нет»"
    assert inside(text) == ["Мы «да» нет"]
    assert inside(text, depth=1) == ["да"]


def test_a_speech_goes_on_where_the_next_paragraph_repeats_the_mark():
    assert inside("«Первый.\n\n«Второй».") == ["Первый.\n\n«Второй"]


def test_a_mark_without_fellow_is_nothing():
    assert inside("«Начало без конца.\n\nДругой абзац.") == []
    assert inside("”") == []


def test_every_mark_of_a_pair_is_told_by_the_classes_of_marks() -> None:
    assert {o for o, _ in SURE_PAIRS} | {'"', "„"} >= set(OPENING)
    assert set(MARKS) == set(OPENING) | set(CLOSING)
    assert all(PAIRS[o] == c for o, c in SURE_PAIRS)
