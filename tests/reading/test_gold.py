import json
from pathlib import Path

import pytest

from sijill.errors import FormatFault, UsageError
from sijill.reading.evaluation import compare, evaluate, gold_pairs
from sijill.reading.gold import gold_to_reading, load_gold, reading_to_gold

GOLD = Path(__file__).parent.parent / "texts" / "gold"


def pairs():
    for text_path, gold_path in gold_pairs(GOLD):
        yield gold_path.name, load_gold(gold_path), text_path.read_text("utf-8")


def test_a_reading_of_gold_marks_scores_one_everywhere():
    found = {n: (g, reading_to_gold(gold_to_reading(g), t), t) for n, g, t in pairs()}
    scores = compare(found)
    assert scores.faults == ()
    assert scores.missing == ()
    for name, figure in scores.overall.items():
        if figure.gold:
            assert figure.f1 == pytest.approx(1.0), name


def test_nothing_found_scores_nothing():
    scores = compare({n: (g, None, t) for n, g, t in pairs()})
    assert len(scores.missing) == 18
    assert scores.f1("events.match") == 0.0
    assert scores.overall["mentions.exact.all"].precision is None


def test_a_quotation_is_found_from_eight_tenths_on():
    name, gold, text = next(pairs())
    for cut, hits in ((1, 1), (60, 0)):
        found = json.loads(json.dumps(gold))
        found["quotations"] = found["quotations"][:1]
        quotation = found["quotations"][0]
        quotation["end"] -= cut
        quotation["text"] = text[quotation["start"] : quotation["end"]]
        figure = compare({name: (gold, found, text)}).overall["quotations.span"]
        assert figure.hits == hits


def test_marks_that_lie_are_named():
    name, gold, text = next(pairs())
    found = json.loads(json.dumps(gold))
    found["mentions"][0]["text"] = "wrong"
    found["events"][0]["place"] = "e99"
    faults = compare({name: (gold, found, text)}).faults
    assert len(faults) == 2
    assert "e99" in faults[1]


def test_scores_print_as_table_and_plain():
    scores = compare({n: (g, g, t) for n, g, t in pairs()})
    assert "quotations.span" in scores.to_table()
    plain = scores.to_plain()
    assert plain["scores"]["ar"]["events.status"]["accuracy"] == 1.0
    assert next(iter(plain["scores"])) == "all"


def test_a_folder_without_pairs_and_a_file_that_is_none(tmp_path):
    class Nobody:
        def read(self, document):
            raise AssertionError

    with pytest.raises(UsageError):
        evaluate(tmp_path, Nobody())
    (tmp_path / "a.en.json").write_text('{"format": "other"}')
    with pytest.raises(FormatFault):
        load_gold(tmp_path / "a.en.json")
    with pytest.raises(FormatFault):
        gold_to_reading({"id": "x", "language": "en", "claims": [{"kind": "none"}]})
