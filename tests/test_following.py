from hypothesis import given
from hypothesis import strategies as st

from sijill.following import Following, changed_since

MAPS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("xyz"))


@given(MAPS, MAPS)
def test_any_two_maps_are_compared_whole(before, now):
    wanted = {k for k in "abcd" if before.get(k) != now.get(k)}
    assert set(changed_since(before, now)) == wanted


def test_a_map_that_follows_another_says_itself_what_has_changed():
    first = Following({"a": "x", "b": "y"}, None, ())
    second = Following({"a": "x", "c": "z"}, first, ("b", "c"))
    assert second == {"a": "x", "c": "z"}
    assert changed_since(first, second) == ("b", "c")
    # From any other map on, both are gone through.
    assert set(changed_since({"a": "w"}, second)) == {"a", "c"}


def test_only_the_last_step_is_held():
    first = Following({"a": "x"}, None, ())
    second = Following({"a": "y"}, first, ("a",))
    third = Following({"a": "z"}, second, ("a",))
    assert (third.before, second.before) == (second, None)
    assert set(changed_since(first, third)) == {"a"}
