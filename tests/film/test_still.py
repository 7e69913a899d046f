import cv2
import numpy as np
from sample_cards import CARDS

from sijill.film.shots import CardShots
from sijill.film.still import draw_still


def decode(png: bytes) -> np.ndarray:
    return np.asarray(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR))


def test_still_has_the_size_asked_for_and_is_the_same_twice() -> None:
    shot = CardShots()(CARDS["chapter"], "ar", "c")
    png = draw_still(shot, 99, 100, width=480)
    assert decode(png).shape == (270, 480, 3)
    assert draw_still(shot, 99, 100, width=480) == png
    again = CardShots()(CARDS["chapter"], "ar", "c")
    assert draw_still(again, 99, 100, width=480) == png


def test_first_frame_is_almost_the_bare_ground() -> None:
    shot = CardShots()(CARDS["quote"], "en", "q")
    first, last = (decode(draw_still(shot, f, 200, width=480)).astype(int) for f in (0, 199))
    assert first.max() < 70
    assert last.max() > 200
