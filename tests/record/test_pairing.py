from collections import Counter

from sijill.record.anchors import Anchored
from sijill.record.pairing import pair


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
