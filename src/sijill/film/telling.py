"""A shot and the times of its sentences go in; the shot comes out, in step with the narrator.

Left alone, a shot brings in the happenings it shows at a pace of its own. Where a scene's sentences
tell them one by one, each should come in as its sentence begins.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import cache

from sijill.film.shots.base import Shot
from sijill.film.shots.reveal import Beat, DrawnShot
from sijill.tables import open_table

# The eye is a little ahead of the ear: what comes in with its first word seems late.
_AHEAD_FRAMES = 8


@cache
def told_templates() -> frozenset[str]:
    """Give the scene types whose happenings are told one by one."""
    rows = open_table("protocol/film_pace.tsv", ("template", "told"))
    return frozenset(row["template"] for row in rows if row["told"] == "yes")


def tell(shot: Shot, times: Sequence[tuple[int, int]]) -> Shot:
    """Bring a shot's happenings into step with sentences at `times`: frames `[start, end)`.

    Frames are the scene's own. With as many sentences as happenings each comes in with its
    sentence; with more or fewer they share the time that is spoken. A shot without happenings, or
    a scene without sentences, stays as it is.
    """
    if not times or not isinstance(shot, DrawnShot):
        return shot
    told = [a.beat for a in shot.appearances if a.beat.count]
    if not told:
        return shot
    ordered = sorted(times)
    marks = [start for start, _ in ordered] + [max(end for _, end in ordered)]
    first = min(beat.lead for beat in told)

    def moved(beat: Beat) -> Beat:
        if not beat.count:
            return beat
        place = beat.index * len(ordered) / beat.count
        sentence = min(int(place), len(ordered) - 1)
        between = marks[sentence + 1] - marks[sentence]
        start = marks[sentence] + (place - sentence) * between - _AHEAD_FRAMES
        return Beat(max(0, round(start)) + beat.lead - first)

    return dataclasses.replace(
        shot,
        appearances=tuple(
            dataclasses.replace(a, beat=moved(a.beat)) if a.page is None else a
            for a in shot.appearances
        ),
    )
