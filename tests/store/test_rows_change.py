"""Rows before and after go in; which are the same, changed, gone or new is told by what they are."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from sijill.store.rows_change import Changes, change_of


@dataclass(frozen=True)
class Row:
    id: str
    value: int


POOL = tuple(Row(f"r{n}", n) for n in range(400))


@given(
    st.permutations(range(30)), st.permutations(range(30)), st.integers(0, 30), st.integers(0, 30)
)
def test_a_row_is_found_again_wherever_it_stands(one, other, some, more):
    before, after = [POOL[n] for n in one[:some]], [POOL[n] for n in other[:more]]
    change = change_of(before, after)
    assert change.taken.tolist() == [before.index(r) if r in before else -1 for r in after]
    assert change.gone == [at for at, row in enumerate(before) if row not in after]
    assert change.come == [at for at, row in enumerate(after) if row not in before]
    assert not change.renewed


def test_long_orders_meet_again_behind_what_was_put_between_them_or_moved():
    before = list(POOL)
    after = [*POOL[:10], *(Row(f"n{n}", n) for n in range(150)), *POOL[200:], *POOL[20:200]]
    change = change_of(before, after)
    assert change.taken.tolist() == [*range(10), *[-1] * 150, *range(200, 400), *range(20, 200)]
    assert change.gone == list(range(10, 20))


def test_an_equal_row_is_the_same_and_another_of_its_name_is_renewed():
    before = POOL[:3]
    after = (replace(POOL[0]), replace(POOL[1], value=9), POOL[2])
    change = change_of(before, after)
    assert change.taken.tolist() == [0, -1, 2]
    assert change.renewed == {1: 1}
    assert change.gone == [1]


def test_what_is_followed_from_one_change_to_the_next_is_told_as_if_asked_alone():
    changes = Changes()
    first, second, third = POOL[:50], POOL[5:60], (*POOL[7:40], Row("n", 1))
    for before, after in ((first, second), (second, third), (third, third), (first, third)):
        told, alone = changes.of("rows", before, after), change_of(before, after)
        assert told.taken.tolist() == alone.taken.tolist()
        assert (told.renewed, told.gone, told.is_none) == (alone.renewed, alone.gone, alone.is_none)
        assert changes.of("rows", before, after) is told
