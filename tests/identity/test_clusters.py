from itertools import permutations

import pytest

from sijill.identity.clusters import cluster
from sijill.identity.judgement import Verdict, judge


def rule(one, other, verdict=Verdict.POSITIVE, score=0.9):
    return judge(one, other, verdict, "because", by="rule:test", score=score)


def person(one, other, verdict):
    return judge(one, other, verdict, "because", by="person:Mariam")


def test_positive_judgements_chain():
    found = cluster("abc", [rule("a", "b"), rule("b", "c")])
    assert found.groups() == [("a", "b", "c")]


def test_a_forbidden_pair_keeps_the_stronger_judgement():
    judgements = [
        rule("a", "b", score=0.9),
        rule("b", "c", score=0.8),
        rule("a", "c", Verdict.NEGATIVE),
    ]
    for order in permutations(judgements):
        assert cluster("abc", order).groups() == [("a", "b"), ("c",)]


def test_unsure_joins_nothing():
    assert cluster("ab", [rule("a", "b", Verdict.UNSURE)]).groups() == [("a",), ("b",)]


def test_two_entries_of_the_register_are_never_one_by_rule():
    judgements = [rule("x", "ishiba", score=0.9), rule("x", "kishida", score=0.8)]
    found = cluster(["x", "ishiba", "kishida"], judgements, fixed=["ishiba", "kishida"])
    assert found.groups() == [("ishiba", "x"), ("kishida",)]


def test_people_stand_above_rules():
    rules = [rule("a", "b"), rule("c", "d", Verdict.NEGATIVE, score=1.0)]
    people = [person("a", "b", Verdict.NEGATIVE), person("c", "d", Verdict.POSITIVE)]
    assert cluster("abcd", [*rules, *people]).groups() == [("a",), ("b",), ("c", "d")]
    assert cluster("abcd", rules).groups() == [("a", "b"), ("c",), ("d",)]


def test_a_judgement_puts_its_sides_in_order():
    assert judge("b", "a", Verdict.POSITIVE, "r", by="rule:x").left == "a"
    with pytest.raises(ValueError, match="two sides"):
        judge("a", "a", Verdict.POSITIVE, "r", by="rule:x")
