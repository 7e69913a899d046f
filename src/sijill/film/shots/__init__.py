"""The kinds of shot a film is made of."""

from sijill.film.shots.making import CardShots, lay_out, make_shot

__all__ = ["CardShots", "lay_out", "make_shot"]
