import json
import os
from dataclasses import dataclass
from enum import Enum
from typing import Literal

import pytest

from sijill.errors import FormatFault, WorkspaceFault
from sijill.serial import dumps, from_plain, read_json, to_plain, write_atomic, write_json


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Leaf:
    words: tuple[str, ...]
    colour: Colour = Colour.RED
    weight: float | None = None
    kind: Literal["leaf"] = "leaf"


@dataclass(frozen=True)
class Twig:
    leaves: dict[str, Leaf]
    kind: Literal["twig"] = "twig"


@dataclass(frozen=True)
class Tree:
    parts: tuple[Leaf | Twig, ...]
    format: str = "tree/1"


TREE = Tree((Leaf(("سجل", "記録")), Twig({"a": Leaf((), weight=1.5)})))


def test_a_value_comes_back_as_it_was():
    assert from_plain(Tree, to_plain(TREE)) == TREE


def test_the_same_value_gives_the_same_bytes_in_clear_letters():
    assert dumps(TREE) == dumps(from_plain(Tree, to_plain(TREE)))
    assert "سجل" in dumps(TREE)


def test_an_unknown_field_is_named_with_its_place():
    with pytest.raises(FormatFault, match="unknown field “wings” in Leaf") as caught:
        from_plain(Leaf, {"words": [], "wings": 2})
    assert caught.value.where == "top"


def test_a_value_of_the_wrong_shape_is_named_with_its_path():
    with pytest.raises(FormatFault) as caught:
        from_plain(Leaf, {"words": ["x", 7]})
    assert caught.value.where == "words[1]"


def test_a_file_of_another_format_is_refused(tmp_path):
    write_json(tmp_path / "t.json", TREE)
    assert read_json(tmp_path / "t.json", Tree, format_name="tree/1") == TREE
    with pytest.raises(FormatFault, match="states the format “tree/1”, expected “tree/2”"):
        read_json(tmp_path / "t.json", Tree, format_name="tree/2")


def test_a_full_disk_is_a_clear_fault_and_leaves_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "x"
    write_atomic(target, b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorkspaceFault, match="No space left on device"):
        write_atomic(target, b"new")
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["x"]


def test_brackets_by_the_thousand_are_no_json(tmp_path):
    path = tmp_path / "a.json"
    path.write_text("[" * 100_000, "utf-8")
    with pytest.raises(FormatFault, match="is not JSON"):
        read_json(path, dict, format_name="x/1")


def test_the_text_is_that_of_the_standard_library():
    odd = Tree((Leaf(('a"b\n\u2028', "\U0001f600"), weight=0.1), Twig({}), Leaf((), weight=-2.0)))
    for value in (TREE, odd, [], {}, {"x": [], "y": {}, "z": [1, True, None, 2.5e-9]}, {3, 1, 2}):
        plain = json.dumps(to_plain(value), ensure_ascii=False, indent=1, separators=(",", ": "))
        assert dumps(value) == plain + "\n"
        compact = json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))
        assert dumps(value, indent=None) == compact + "\n"
