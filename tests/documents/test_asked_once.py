"""What a table tells of words is asked once, in C as in Python."""

import pytest

from sijill.documents import asked_once as rooms
from sijill.documents.asked_once import asked_once
from sijill.documents.expressions import expression
from sijill.documents.kernels import KERNELS


@pytest.mark.parametrize("kernels", [KERNELS, None], ids=["built", "plain"])
def test_a_function_is_asked_once_for_each_word_or_two(monkeypatch, kernels):
    monkeypatch.setattr(rooms, "KERNELS", kernels)
    asked = []

    @asked_once
    def tell(*words):
        asked.append(words)
        if words[0] == "bad":
            raise LookupError
        return "".join(words) or None

    for words in (("a", "b"), ("a", "b"), ("b", "a"), ("a", "c"), ("a",), ("a",), ("",), ("",)):
        assert tell(*words) == ("".join(words) or None)
    assert asked == [("a", "b"), ("b", "a"), ("a", "c"), ("a",), ("",)]
    assert tell("a", "b", "c") == tell("a", "b", "c") == "abc"
    for _ in range(2):
        with pytest.raises(LookupError):
            tell("bad", "b")
    assert asked[-2:] == [("bad", "b")] * 2
    for words in (("a", []), ([], "a"), ([],)):
        with pytest.raises(TypeError):
            tell(*words)


def test_what_all_languages_share_is_part_of_a_rule():
    both = expression("en", "cue_turn", "[;؛]")
    assert both is expression("en", "cue_turn", "[;؛]") is not expression("en", "cue_turn")
