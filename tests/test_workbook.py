from hypothesis import given
from hypothesis import strategies as st

from sijill.workbook import Page, Workbook


def test_a_unit_is_worked_out_again_only_when_what_it_was_given_changes():
    workbook = Workbook()
    made = []

    def work(value):
        return workbook.page("sums").get("a", (value, "x"), lambda: made.append(value) or [value])

    first = work(1)
    assert work(1) is first
    assert work(2) == [2]
    assert work(1) == [1]
    assert made == [1, 2, 1]
    assert workbook.made() == {"sums": 3}


def test_what_one_build_did_not_use_is_forgotten_at_its_end():
    workbook = Workbook()
    page = workbook.page("sums")
    page.get("a", (), lambda: 1)
    workbook.turn()
    assert page.get("a", (), lambda: 2) == 1
    page.get("b", (), lambda: 3)
    workbook.turn()
    page.get("b", (), lambda: 4)
    workbook.turn()
    assert page.get("a", (), lambda: 5) == 5
    assert page.get("b", (), lambda: 6) == 3


def test_what_grows_is_made_once_and_can_be_replaced():
    workbook = Workbook()
    assert workbook.grown("list", list) is workbook.grown("list", list)
    workbook.keep("list", [1])
    assert workbook.grown("list", list) == [1]


def test_for_a_single_build_nothing_is_kept():
    workbook = Workbook(keeps=False)
    asked = []

    def make():
        asked.append(1)
        return [len(asked)]

    page = workbook.page("units")
    assert [page.get("a", ("same",), make) for _ in range(2)] == [[1], [2]]
    assert page.made == 2
    workbook.keep("grown", [9])
    assert workbook.grown("grown", make) == [3]
    assert workbook.within("part").page("units").get("a", (), make) == [4]
    assert workbook.within("part").page("units").get("a", (), make) == [5]


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"), st.integers(0, 2), st.sampled_from(["get", "each", "turn"])
        ),
        max_size=40,
    )
)
def test_whatever_is_asked_for_what_a_build_did_not_use_goes_with_it(steps):
    page, kept, used = Page(), {}, set()
    for key, given_now, step in steps:
        if step == "turn":
            page.turn()
            kept, used = {k: v for k, v in kept.items() if k in used}, set()
            continue
        is_known = kept.get(key) == given_now
        made_before = page.made
        if step == "get":
            page.get(key, (given_now,), lambda: 0)
        else:
            page.each([(key, (given_now,))], lambda _: 0)
        kept[key] = given_now
        used.add(key)
        assert page.made - made_before == (0 if is_known else 1)


@given(
    st.lists(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 2), max_size=6), max_size=12)
)
def test_taken_over_is_what_has_not_changed_and_nothing_else_is_asked_for(builds):
    workbook = Workbook()
    before = {}
    for now in builds:
        asked = []

        def given_of(key, now=now, asked=asked):
            asked.append(key)
            return (key, now[key])

        changed = workbook.changed_in("values", now)
        assert changed == {k for k in {*before, *now} if before.get(k) != now.get(k)}
        found = workbook.page("units").take_over(now, changed, given_of, lambda *own: own)
        assert found == list(now.items())
        assert set(asked) == changed & now.keys()
        workbook.turn()
        before = now


def test_what_was_not_taken_over_in_one_build_is_asked_for_in_the_next():
    workbook = Workbook()
    asked = []

    def ask(key):
        asked.append(key)
        return workbook.page("units").get(key, (), lambda: key)

    workbook.page("units").take_over_by("ab", (), ask)
    workbook.turn()
    workbook.turn()  # a build without them
    assert workbook.page("units").take_over_by("ab", (), ask) == ["a", "b"]
    assert len(asked) == 4


def test_a_single_build_asks_for_everything():
    page = Workbook(keeps=False).page("units")
    assert page.take_over_by("ab", (), str.upper) == ["A", "B"]
