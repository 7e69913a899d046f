"""Floors under the figures of benchmarks/names.py: they only rise."""

import importlib.util
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "names.py"


@pytest.fixture(scope="module")
def names():
    spec = importlib.util.spec_from_file_location("benchmark_of_names", BENCHMARK)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


# Recall at 1 and precision of the band "same" on CLDR's city names, measured November 2026.
@pytest.mark.parametrize(
    ("source", "target", "recall", "precision"),
    [("ar", "en", 0.955, 0.990), ("ru", "ja", 0.950, 0.975)],
)
def test_cities_meet_across_scripts(names, source, target, recall, precision):
    found = names.score_cities(source, target, "sijill", names.by_sound, every=2)
    assert found.recall_at_1 >= recall
    assert found.precision_same >= precision


def test_people_of_the_register_are_never_taken_for_each_other(names):
    found = names.score_people()
    assert found.precision_same >= 0.995
    assert found.recall_same >= 0.82
