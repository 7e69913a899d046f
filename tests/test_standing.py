import pytest

from sijill.errors import UsageError
from sijill.ledger import append, replay
from sijill.standing import check_withdrawal, standing, withdrawn


@pytest.fixture
def path(tmp_path):
    """A ledger with a source and two decisions."""
    path = tmp_path / "ledger.jsonl"
    for what in ("accession", "decision", "judgement"):
        append(path, at="2026-01-01T00:00:00Z", who="Aru", what=what, fields={"item": what})
    return path


def withdraw(path, line):
    return append(
        path, at="2026-01-02T00:00:00Z", who="Omar", what="withdrawal", fields={"line": line}
    )


def numbers(path):
    return [entry.number for entry in standing(replay(path))]


def test_a_withdrawn_line_does_not_stand_and_the_rest_does(path):
    withdraw(path, 2)
    assert numbers(path) == [1, 3]
    assert withdrawn(replay(path))[2].who == "Omar"


def test_a_withdrawn_withdrawal_brings_the_decision_back(path):
    withdraw(path, 2)
    withdraw(path, 4)
    assert numbers(path) == [1, 2, 3]
    withdraw(path, 5)
    assert numbers(path) == [1, 3]


@pytest.mark.parametrize("line", [0, -1, 4, 5, 99, "2", None])
def test_a_withdrawal_of_what_is_no_earlier_line_does_nothing(path, line):
    withdraw(path, line)
    assert numbers(path) == [1, 2, 3]


def test_what_took_a_source_in_stays(path):
    withdraw(path, 1)
    assert numbers(path) == [1, 2, 3]
    with pytest.raises(UsageError, match="takes a source in"):
        check_withdrawal(replay(path), 1)


def test_what_cannot_be_withdrawn_is_told(path):
    with pytest.raises(UsageError, match="no line 9") as caught:
        check_withdrawal(replay(path), 9)
    assert "3 lines" in caught.value.remedy
    withdraw(path, 2)
    with pytest.raises(UsageError, match="withdrawn already, by Omar") as caught:
        check_withdrawal(replay(path), 2)
    assert "sijill decide 4 withdraw" in caught.value.remedy
    assert check_withdrawal(replay(path), 3).what == "judgement"
