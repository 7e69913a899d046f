from sijill.film.shots.base import FULL, Layer
from sijill.film.shots.reveal import Appearance, Beat, DrawnShot
from sijill.film.theme import load_theme

MOTION = load_theme().motion


def shot(*appearances: Appearance) -> DrawnShot:
    layers = [Layer("ground", FULL, lambda canvas: None, opaque=True)]
    layers += [Layer(a.layer_id, a.box, lambda canvas: None) for a in appearances]
    return DrawnShot(tuple(layers), (Appearance("ground", Beat(0), "still"), *appearances), MOTION)


def alpha(found: DrawnShot, layer: str, frame: int, frames: int) -> float:
    return sum(p.alpha for p in found.placements(frame, frames) if p.layer_id == layer)


def test_fade_begins_at_its_beat_and_never_goes_back() -> None:
    found = shot(Appearance("a", Beat(20), length=10, box=(0, 0, 10, 10)))
    values = [alpha(found, "a", frame, 250) for frame in range(250)]
    assert values[:21] == [0] * 21
    assert values[30:] == [1] * 220
    assert values == sorted(values)


def test_lines_come_in_one_after_the_other_and_end_as_one_picture() -> None:
    parts = ((0, 0, 100, 40), (0, 40, 100, 40))
    found = shot(Appearance("t", Beat(10), "rise", 14, (0, 0, 100, 80), parts))
    middle = [p for p in found.placements(16, 250) if p.layer_id == "t"]
    assert len(middle) == 2
    assert middle[0].alpha > middle[1].alpha > 0
    # A clip moves with its line, by whole pixels.
    for placed, part in zip(middle, parts, strict=True):
        assert placed.dy == int(placed.dy) > 0
        assert placed.clip == (part[0], part[1] + int(placed.dy), part[2], part[3])
    end = [p for p in found.placements(60, 250) if p.layer_id == "t"]
    assert [(p.alpha, p.clip, p.dy) for p in end] == [(1.0, None, 0.0)]


def test_wipes_grow_from_their_side() -> None:
    box = (100, 50, 200, 20)
    right = shot(Appearance("r", Beat(0), "wipe_right", 20, box)).placements(10, 250)[1].clip
    left = shot(Appearance("l", Beat(0), "wipe_left", 20, box)).placements(10, 250)[1].clip
    up = shot(Appearance("u", Beat(0), "wipe_up", 20, box)).placements(10, 250)[1].clip
    assert right == (100, 50, 100, 20)
    assert left == (200, 50, 100, 20)
    assert up == (100, 60, 200, 10)


def test_told_beats_are_spread_but_not_longer_than_a_breath() -> None:
    found = shot(*(Appearance(f"n{i}", Beat(10, i, 4), box=(0, 0, 9, 9)) for i in range(4)))

    def starts(frames: int) -> list[int]:
        return [
            next(f for f in range(frames) if alpha(found, f"n{i}", f, frames)) for i in range(4)
        ]

    short, long = starts(200), starts(2000)
    assert short == sorted(set(short))
    assert short[-1] < 0.62 * 200
    assert long[1] - long[0] == MOTION.told


def test_a_short_scene_plays_faster() -> None:
    found = shot(Appearance("a", Beat(80), length=20, box=(0, 0, 9, 9)))
    assert 0 < alpha(found, "a", 90, 400) < 1 == alpha(found, "a", 100, 400)
    assert alpha(found, "a", 31, 50) == 1.0
    assert alpha(found, "a", 1, 2) == 1.0


def test_pages_take_turns() -> None:
    found = shot(*(Appearance(f"p{i}", Beat(0), box=(0, 0, 9, 9), page=(i, 3)) for i in range(3)))
    for frame in range(300):
        shown = [i for i in range(3) if alpha(found, f"p{i}", frame, 300)]
        assert len(shown) <= 1
        assert shown in ([], [frame * 3 // 300])
    assert alpha(found, "p2", 299, 300) == 1.0


def test_a_head_runs_along_its_path() -> None:
    path = ((100.0, 100.0), (150.0, 80.0), (200.0, 100.0))
    found = shot(Appearance("h", Beat(10), length=40, box=(90, 90, 20, 20), path=path))
    assert len(found.placements(9, 250)) == 1
    half = found.placements(30, 250)[1]
    assert (half.dx, half.dy) == (50.0, -20.0)
    end = found.placements(200, 250)[1]
    assert (end.dx, end.dy) == (100.0, 0.0)
