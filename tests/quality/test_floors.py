import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from floors import FLOORS, NOT_HELD, SETS, TEXTS, digest_of_texts, present_scores

from sijill.documents.document import Document
from sijill.reading.alignment import likeness
from sijill.reading.evaluation import gold_pairs
from sijill.reading.gold import load_gold
from sijill.reading.pipeline import Reader
from sijill.reading.scoring import check_marks
from sijill.register.load import load_register

#: Plans that may be read as facts, by set. The texts kept aside are counted and not looked at.
KNOWN_WRONG = {"gold": 0, "own": 0, "cold": 0, "kept": 0}


#: Texts of `gold` that are kept aside like all of `kept`.
ONLY_SCORED = {"d03", "d07", "d11", "d14", "d16", "d18"}


@pytest.fixture(scope="module")
def floors():
    return json.loads(FLOORS.read_text("utf-8"))


@pytest.fixture(scope="module")
def scores():
    return present_scores()


def test_floors_belong_to_these_texts(floors):
    assert floors["digest"] == digest_of_texts()


@pytest.mark.parametrize("name", SETS)
def test_marks_stand_in_their_texts(name):
    for text_path, gold_path in gold_pairs(TEXTS / name):
        assert check_marks(load_gold(gold_path), text_path.read_text("utf-8")) == [], gold_path.name


@pytest.mark.parametrize("name", SETS)
def test_no_score_is_below_its_floor(floors, scores, name):
    fallen = {
        figure: (scores[name].get(figure), floor)
        for figure, floor in floors["floors"][name].items()
        if scores[name].get(figure, 0.0) < floor
    }
    assert fallen == {}


@pytest.mark.parametrize("name", SETS)
def test_few_plans_are_read_as_facts(name):
    reader = Reader(load_register())
    wrong = []
    for text_path, gold_path in gold_pairs(TEXTS / name):
        gold = load_gold(gold_path)
        text = text_path.read_text("utf-8")
        reading = reader.read(Document(gold["id"], text, gold["language"], gold["published"]))
        for event in reading.events:
            span = {"start": event.trigger.start, "end": event.trigger.end}
            same = [
                g
                for g in gold["events"]
                if g["type"] == event.type and g["trigger"] and likeness(span, g["trigger"])
            ]
            if event.status.value == "held" and same and all(g["status"] in NOT_HELD for g in same):
                wrong.append((gold["id"], event.type, text[span["start"] : span["end"]]))
    assert reader.faults == []
    # Of texts that are only scored nothing is shown but the number.
    shown = len(wrong) if name == "kept" else [w for w in wrong if w[0] not in ONLY_SCORED]
    assert len(wrong) <= KNOWN_WRONG[name], shown
