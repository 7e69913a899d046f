import random
from itertools import permutations

import pytest

from sijill.identity.clusters import settle
from sijill.identity.judgement import Verdict, judge
from sijill.identity.partition import Partition


def cluster(nodes, judgements, fixed=()):
    found = Partition(fixed.__contains__)
    found.update(nodes_come=nodes, come=judgements)
    return found


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


def test_judgements_that_come_and_go_leave_the_clusters_of_all_at_once():
    rng = random.Random(3)
    fixed = {"kz", "jp"}
    nodes = [f"s{n}#e" for n in range(24)]
    sides = [*nodes, *fixed]
    verdicts = [Verdict.POSITIVE] * 5 + [Verdict.NEGATIVE] * 2 + [Verdict.UNSURE]
    here, judged = set(), []
    partition = Partition(fixed.__contains__)
    clusters = set()
    for _ in range(400):
        leaving = set(rng.sample(sorted(here), min(len(here), rng.choice((0, 0, 1, 3)))))
        coming = set(rng.sample(nodes, rng.choice((0, 1, 3)))) - here
        here = (here - leaving) | coming
        gone = [j for j in judged if {j.left, j.right} & leaving or rng.random() < 0.08]
        come = []
        for _ in range(rng.choice((0, 1, 2, 4))):
            left, right = rng.sample([s for s in sides if s in here or s in fixed], 2)
            make = person if rng.random() < 0.1 else rule
            verdict = rng.choice(verdicts[:7] if make is person else verdicts)
            come.append(make(left, right, verdict))
        judged = [j for j in judged if not any(j is one for one in gone)] + come
        moved = partition.update(gone=gone, come=come, nodes_gone=leaving, nodes_come=coming)
        # Told is just what has changed.
        assert set(moved.gone) <= clusters
        clusters = (clusters - set(moved.gone)) | set(moved.come)
        told = {side for j in judged for side in (j.left, j.right)}
        whole = settle(here | (told & fixed), judged, fixed=fixed & told)
        expected = sorted(tuple(sorted(group)) for group in whole if group & here)
        assert [g for g in partition.groups() if set(g) & here] == expected
        assert sorted(g for c in clusters if set(g := tuple(sorted(c.nodes))) & here) == expected
