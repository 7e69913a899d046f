"""How much each thing that a text tells of somebody speaks for a country or against it.

Weights by trial on the texts that rules are written on; see tests/quality.
"""

from __future__ import annotations

HOME = 0.6
HOME_OFFICE = 4.0
TOLD = 0.5
RARE = 0.3
BESIDE = 0.9
AFTER = 0.35
GOAL = 1.2
REACHED = 2.5
ROW = 1.2
APART = 1.5
SIDE = 2.5
FACED = 4.0
FOREIGN = 3.0
FOLLOWED = 4.0
BODY = 2.0
SENT = 3.0
LIKE = 0.4
MOST_LIKE = 10.0
IMPOSSIBLE = 6.0
