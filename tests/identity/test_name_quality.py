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
    [
        ("ar", "en", 0.955, 0.99),
        ("ar", "ru", 0.955, 0.99),
        ("en", "ru", 0.970, 0.99),
        ("ru", "ja", 0.950, 0.99),
        ("ar", "ja", 0.920, 0.98),
    ],
)
def test_cities_meet_across_scripts(names, source, target, recall, precision):
    found = names.score_cities(source, target, "sijill", names.by_sound, every=1)
    assert found.recall_at_1 >= recall
    assert found.precision_same >= precision


def test_the_table_of_people_is_large_and_hard(names):
    found = names.people()
    rivals = sum(a.group == b.group for i, a in enumerate(found) for b in found[i + 1 :])
    assert len(found) >= 200
    assert rivals >= 250
    assert 0.25 < sum(person.is_kept for person in found) / len(found) < 0.45


@pytest.mark.parametrize(("kept", "precision", "recall"), [(False, 0.99, 0.93), (True, 0.98, 0.94)])
def test_brothers_tribes_and_namesakes_are_told_apart(names, kept, precision, recall):
    found = names.score_people("sijill", names.by_sound, kept=kept)
    assert found.precision_same >= precision
    assert found.recall_same >= recall


def test_people_of_the_register_are_never_taken_for_each_other(names):
    found = names.score_register()
    assert found.precision_same >= 0.995
    assert found.recall_same >= 0.88
