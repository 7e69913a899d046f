"""Several processes decide at once: none is lost, none waits long (benchmarks/deciding.py)."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
import deciding


@pytest.mark.parametrize("lines", [0, 20_000])
def test_six_deciding_at_once_lose_nothing_and_nobody_waits_long(tmp_path, lines):
    found = deciding.run(tmp_path, seconds=2.5, processes=6, lines=lines)
    assert found["lost"] == 0
    assert found["longest_s"] < 2
    # Everybody has his turns.
    assert found["fewest_of_one"] > 0.2 * found["most_of_one"]
