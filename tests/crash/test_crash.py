"""Ten commands are killed at random moments; `campaign.py` kills as many as one likes."""

from __future__ import annotations

import pytest
from campaign import run_campaign


@pytest.mark.timeout(300)
def test_no_kill_costs_an_acknowledged_decision_or_an_honest_build(tmp_path):
    tally = run_campaign(10, 7, tmp_path)
    assert tally.faults == []
    assert sum(tally.kills.values()) == 10
    assert tally.promises > 10
    assert tally.compared > 8
