from collections import Counter
from random import Random

from sijill.reuse.anchors import Anchored
from sijill.reuse.pairing import pair


def sentences(*anchors, length=80):
    made, at = [], 0
    for number, one in enumerate(anchors):
        made.append(Anchored(at, at + length, number, Counter(one.split())))
        at += length + 1
    return made


def beads(left, right):
    return [(b.left, b.right) for b in pair(left, right).beads]


ONE = ("person:a number:14", "person:b date:2025", "organisation:c", "place:d number:7")


def test_sentences_in_the_same_order_answer_one_by_one():
    text = sentences(*ONE)
    assert beads(text, text) == [((n,), (n,)) for n in range(4)]
    assert pair(text, text).covered == 1.0


def test_one_sentence_may_answer_two():
    joined = sentences("person:a number:14 person:b date:2025", *ONE[2:])
    assert beads(joined, sentences(*ONE))[0] == ((0,), (0, 1))


def test_what_one_text_leaves_out_has_no_answer():
    shorter = sentences(ONE[0], ONE[1], ONE[3])
    assert ((2,), ()) in beads(sentences(*ONE), shorter)


def test_moved_sentences_find_each_other():
    moved = sentences(ONE[3], *ONE[:3])
    assert ((3,), (0,)) in beads(sentences(*ONE), moved)


def test_a_sentence_without_anchors_is_paired_by_its_place():
    left = sentences(ONE[0], "", ONE[2])
    assert beads(left, left)[1] == ((1,), (1,))


def test_texts_without_anything_in_common_have_nothing_shared():
    found = pair(sentences("person:a"), sentences("person:b"))
    assert (found.covered, found.firm, found.answered) == (0.0, 0, 0.0)


def test_no_sentences_are_no_pairing():
    assert pair([], sentences("person:a")).covered == 0.0
    assert pair([], []).beads == ()


def test_every_sentence_is_in_one_bead_and_the_shares_are_those_of_the_beads():
    chance = Random(3)
    names = [f"person:{n}" for n in range(9)] + ["number:14", "date:2025-12-18", "unknown:x"]
    for _ in range(60):
        texts = [
            sentences(
                *(" ".join(chance.sample(names, chance.randint(0, 4))) for _ in range(length))
            )
            for length in (chance.randint(1, 9), chance.randint(1, 9))
        ]
        weights = {a: 1.0 for a in names if not a.startswith("unknown")}
        found = pair(*texts, weights)
        for side, text in enumerate(texts):
            told = sorted(n for b in found.beads for n in (b.left, b.right)[side])
            assert told == list(range(len(text)))
        common = 0
        for bead in found.beads:
            one, other = (
                {a for n in which for a in text[n].anchors if a in weights}
                for which, text in zip((bead.left, bead.right), texts, strict=True)
            )
            whole = len(one) + len(other)
            assert bead.likeness == (2 * len(one & other) / whole if whole else 0.0)
            common += len(one & other)
        own = [sum(a in weights for s in text for a in s.anchors) for text in texts]
        assert found.covered == (common / min(own) if min(own) else 0.0)
        assert found.firm == sum(bead.likeness >= 0.5 for bead in found.beads)
        assert pair(*texts, weights, least=found.covered).beads == found.beads
