"""Passages of a few sentences, each with its way to date or to people a happening: scored so far.

Only their mentions, entities and events are marked; they were marked before they were read.
"""

from pathlib import Path

import pytest

from sijill.documents.document import Document
from sijill.reading.alignment import likeness
from sijill.reading.evaluation import evaluate, gold_pairs
from sijill.reading.gold import load_gold
from sijill.reading.pipeline import Reader
from sijill.reading.scoring import check_marks
from sijill.register.load import load_register

TEXTS = Path(__file__).parent.parent / "texts"
#: These only rise. The first figures of n01 to n30, before any rule was written for them, were
#: .920, .955, .705 and .853; those of n31 to n45, read once when the rules stood, .950, .985, .896
#: and .932 (with the rules of before the passages .944, .955, .493 and .903). Those of `later`, n46
#: to n70, read once when the rules for `sentences` stood, .858, .943, .877 and .822 (with the rules
#: of before the sentences .826, .930, .860 and .823); those of n91 to n102, read once before any
#: rule was written for them, .884, 1.000, .770 and .866, and those of n71 to n82, .867, .954, .785
#: and .769; those of n83 to n86, read once when the rules for these stood, .818, 1.000, .889 and
#: .762 (with the rules of before .773, 1.000, .882 and .724).
#: Those of `whole/en` w07 to w10, before any rule was written for them: .722, .846, .769 and .690
#: (mentions .878, posts .607, quotations .913); of w11 and w12, read once when the first rules for
#: those stood, .778, .786, .500 and .818 (.924, .857 and .857).
#: Those of n103 to n106, read once when those rules stood: .857, 1.000, .833 and .877.
#: Those of w07 to w10, whole Japanese texts read once before any rule was written for them: .727,
#: .917, .625 and .720; those of w11 and w12, read once when those rules stood: .870, 1.000, .800
#: and .966.
#: Those of `whole/kk` c07 to c10, before any rule was written for them: .711, .852, .556 and .590
#: (mentions .915, B-cubed .869, posts .704, quotations .708 and .667); of c11 and c12, read once
#: when the rules stood, .950, .895, .789 and .898 (.959, .976, 1.000, .917 and .917).
#: Those of `whole/ar` w07 to w10, before any rule was written for them: .583, .905, .571 and .690
#: (mentions .891, B-cubed .807, posts .667, quotations .920 and .680); of w11 and w12, read once
#: when the first rules stood, .833, .900, 1.000 and .769 (.962, 1.000, .636, .909 and .727).
#: Those of `whole/ru` w07 to w10, before any rule was written for them: .765, .935, .774 and .608
#: (mentions .867, B-cubed .797, posts .630, quotations .789 and .632); of w11 and w12, read once
#: when the rules stood, .865, .875, .562 and .700 (.908, .898, .615, .762 and .571).
FLOORS = {
    "whole/ar": {
        "mentions.exact.all": 0.91,
        "persons.bcubed": 0.861,
        "posts": 0.657,
        "quotations.span": 0.916,
        "quotations.speaker": 0.805,
        "events.match": 0.673,
        "events.status": 0.939,
        "events.date": 0.757,
        "events.participants": 0.733,
    },
    "whole/ru": {
        "mentions.exact.all": 0.89,
        "persons.bcubed": 0.839,
        "posts": 0.625,
        "quotations.span": 0.819,
        "quotations.speaker": 0.688,
        "events.match": 0.829,
        "events.status": 0.96,
        "events.date": 0.784,
        "events.participants": 0.713,
    },
    "whole/kk": {
        "mentions.exact.all": 0.949,
        "persons.bcubed": 0.907,
        "posts": 0.958,
        "quotations.span": 0.935,
        "quotations.speaker": 0.883,
        "events.match": 0.842,
        "events.status": 0.941,
        "events.date": 0.705,
        "events.participants": 0.742,
    },
    "passages": {
        "events.match": 0.953,
        "events.status": 0.985,
        "events.date": 0.945,
        "events.participants": 0.953,
    },
    "later": {
        "events.match": 0.924,
        "events.status": 0.979,
        "events.date": 0.94,
        "events.participants": 0.895,
    },
    "whole/en": {
        "mentions.exact.all": 0.936,
        "persons.bcubed": 0.906,
        "posts": 0.752,
        "quotations.span": 0.918,
        "quotations.speaker": 0.918,
        "events.match": 0.778,
        "events.status": 0.931,
        "events.date": 0.818,
        "events.participants": 0.719,
    },
}


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


@pytest.mark.parametrize("of", FLOORS)
def test_marks_stand_in_their_passages(of):
    for text_path, gold_path in gold_pairs(TEXTS / of):
        assert check_marks(load_gold(gold_path), text_path.read_text("utf-8")) == [], gold_path.name


@pytest.mark.parametrize("of", FLOORS)
def test_no_figure_of_the_passages_is_below_its_floor(reader, of):
    scores = evaluate(TEXTS / of, reader)
    assert scores.faults == ()
    now = {name: scores.f1(name) for name in FLOORS[of]}
    fallen = {name: figure for name, figure in now.items() if figure < FLOORS[of][name]}
    assert fallen == {}


@pytest.mark.parametrize("of", FLOORS)
def test_no_plan_of_the_passages_is_read_as_a_fact(reader, of):
    wrong = []
    for text_path, gold_path in gold_pairs(TEXTS / of):
        gold, text = load_gold(gold_path), text_path.read_text("utf-8")
        reading = reader.read(Document(gold["id"], text, gold["language"], gold["published"]))
        for event in reading.events:
            span = {"start": event.trigger.start, "end": event.trigger.end}
            same = [g for g in gold["events"] if likeness(span, g["trigger"])]
            done = event.status.value == "held" and event.type != "postponement"
            if done and same and all(g["status"] != "held" for g in same):
                wrong.append((gold_path.name, event.type, text[span["start"] : span["end"]]))
    assert wrong == []
