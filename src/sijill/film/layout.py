"""Scenes and languages go in; every text that does not fit comes out, before a frame is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from sijill.errors import LayoutFault
from sijill.film.atlas import Outlines
from sijill.film.fonts import Fonts
from sijill.film.shots import lay_out
from sijill.film.theme import Theme, load_theme
from sijill.script.scenes import Card


def check_layout(
    scenes: Iterable[tuple[str, Card]],
    languages: Iterable[str],
    fonts: Fonts,
    *,
    theme: Theme | None = None,
    outlines: Outlines | None = None,
) -> list[LayoutFault]:
    """Lay out every scene (its id and card) in every language and collect all faults.

    Reported are texts that overflow their box at the smallest size, leave the safe area or meet
    another text, signs that no font has, and map labels that find no room. Nothing is drawn.
    """
    theme = theme or load_theme()
    languages = tuple(languages)
    return [
        fault
        for scene_id, card in scenes
        for language in languages
        for fault in lay_out(
            card, language, fonts, theme, scene_id=scene_id, outlines=outlines
        ).faults
    ]
