"""Both ways of writing and reading JSON give the same, or the swift one gives nothing."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill import serial
from sijill.errors import FormatFault
from sijill.serial import dumps, read_json
from sijill.swift_json import swift_dumps, swift_loads


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Leaf:
    words: tuple[str, ...] = ()
    colour: Colour | None = None
    weight: float = 0.0
    size: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    within: "Leaf | None" = None
    format: str = "leaf/1"


@dataclass(frozen=True)
class Bag:
    things: frozenset[str] = frozenset()
    format: str = "bag/1"


text = st.text(max_size=9)
leaves = st.builds(
    Leaf,
    st.lists(text, max_size=3).map(tuple),
    st.none() | st.sampled_from(Colour),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-(2**60), 2**60),
    st.dictionaries(text, text, max_size=3),
    st.none() | st.builds(Leaf),
)


def general(value):
    parts = []
    serial._write(value, "\n", parts.append)
    return ("".join(parts) + "\n").encode("utf-8", "surrogatepass")


@given(leaves)
def test_the_swift_way_writes_and_reads_what_the_general_way_does(leaf):
    found = swift_dumps(leaf)
    assert found is None or found == general(leaf)
    assert dumps(leaf).encode("utf-8", "surrogatepass") == general(leaf)
    if found is not None:
        assert swift_loads(found, Leaf) == leaf


def test_it_is_the_swift_way_that_writes_a_plain_value():
    leaf = Leaf(("سجل", "記録", 'a"\\\n\x01\x7f\u2028'), Colour.BLUE, 1.5, 7, {"ar": "ورقة"})
    assert swift_dumps(leaf) == general(leaf)


@pytest.mark.parametrize("value", [1e17, -2.5e300, 3e-9])
def test_numbers_that_the_two_write_differently_are_written_the_general_way(value):
    assert swift_dumps(Leaf(weight=value)) in (None, general(Leaf(weight=value)))
    assert dumps(Leaf(weight=value)).encode() == general(Leaf(weight=value))


def test_sets_and_lone_surrogates_are_left_to_the_general_way():
    assert swift_dumps(Bag(frozenset("zxcvbnm"))) is None
    assert swift_dumps(Leaf(("\ud800",))) is None
    assert '"b",\n  "z"' in dumps(Bag(frozenset("zb")))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"size": 0', '"size": 0,\n "wings": 2'),  # a field that nobody knows
        ('"size": 0', '"size": "0"'),
        ('"size": 0', '"size":  0'),
        ('"colour": null', '"colour": "green"'),
        ("}", ""),
    ],
)
def test_what_is_not_just_what_was_written_is_not_read_swiftly(before, after):
    data = dumps(Leaf()).replace(before, after).encode()
    assert swift_loads(data, Leaf) is None


def test_what_is_wrong_in_a_file_is_still_named(tmp_path):
    path = tmp_path / "leaf.json"
    path.write_text(dumps(Leaf()).replace('"size": 0', '"size": 0,\n "wings": 2'), "utf-8")
    with pytest.raises(FormatFault, match="unknown field “wings” in Leaf"):
        read_json(path, Leaf, format_name="leaf/1")


def test_a_number_without_end_is_no_zero():
    assert swift_dumps(Leaf(weight=math.inf)) != dumps(Leaf()).encode()
