"""Work that asks whether there is time left is stopped when there is none, in C as in Python."""

import threading

import pytest

from sijill.documents import deadline
from sijill.documents.deadline import OutOfTimeError, asked_at_times, check, time_limit
from sijill.documents.kernels import KERNELS

WAYS = [asked_at_times] if KERNELS is None else [asked_at_times, KERNELS.asked_at_times]


def ask_until_late(ask):
    for asked in range(1, 10_000):
        try:
            ask()
        except OutOfTimeError:
            return asked
    return 0


def test_there_is_time_without_a_limit_and_within_one():
    for _ in range(1000):
        check()
    with time_limit(60):
        for _ in range(1000):
            check()


def test_when_the_time_is_over_each_question_tells_so():
    with time_limit(-1):
        assert 1 <= ask_until_late(check) <= deadline._OFTEN
        assert [ask_until_late(check) for _ in range(3)] == [1, 1, 1]
    assert ask_until_late(check) == 0


def test_a_limit_is_that_of_its_thread():
    told = []
    with time_limit(-1):
        ask_until_late(check)
        other = threading.Thread(target=lambda: told.append(ask_until_late(check)))
        other.start()
        other.join()
        assert told == [0]
        assert 1 <= ask_until_late(check) <= deadline._OFTEN


@pytest.mark.parametrize("way", WAYS)
def test_another_function_is_asked_once_in_so_many_questions(way):
    asked = []

    def look():
        asked.append(len(asked))
        if len(asked) in (2, 3):
            raise OutOfTimeError

    ask = way(look)
    ask_until_late(ask)  # all kernels count together: from here on both begin alike
    assert len(asked) == 2
    assert ask_until_late(ask) == 1
    ask()
    assert len(asked) == 4
    for _ in range(3):
        for _ in range(deadline._OFTEN - 1):
            ask()
        before = len(asked)
        ask()
        assert len(asked) == before + 1


@pytest.mark.skipif(KERNELS is None, reason="no kernels were built")
def test_what_is_asked_may_fail():
    def refuse():
        raise KeyError("asked")

    ask = KERNELS.asked_at_times(refuse)
    with pytest.raises(KeyError, match="asked"):
        ask_until_late(ask)
    for _ in range(deadline._OFTEN):
        check()
