"""A card and a language go in; the shot that draws it comes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sijill.digests import sha256
from sijill.film.atlas import Outlines, load_outlines
from sijill.film.fonts import Fonts, load_fonts
from sijill.film.shots.base import Shot
from sijill.film.shots.caveat_card import draw_caveat
from sijill.film.shots.day_clock import draw_day_clock
from sijill.film.shots.faces_strip import draw_faces
from sijill.film.shots.labels import labels_digest
from sijill.film.shots.map_route import draw_map_route
from sijill.film.shots.memory_pair import draw_memory_pair
from sijill.film.shots.peers_grid import draw_peers
from sijill.film.shots.portrait import draw_portrait
from sijill.film.shots.project_card import draw_project
from sijill.film.shots.protocol_callout import draw_callout
from sijill.film.shots.quote_card import draw_quote
from sijill.film.shots.sheet import Sheet
from sijill.film.shots.source_roll import draw_source_roll
from sijill.film.shots.timeline import draw_timeline
from sijill.film.shots.title import draw_title
from sijill.film.theme import Theme, load_theme
from sijill.script.scenes import (
    CalloutCard,
    Card,
    CaveatCard,
    DayClockCard,
    FacesStripCard,
    MapRouteCard,
    MemoryPairCard,
    PeersGridCard,
    PortraitCard,
    ProjectCard,
    QuoteCard,
    SourceRollCard,
    TimelineCard,
    TitleCard,
)

#: Raise it when the drawing code changes what is seen: it is part of every cache key.
DRAWING_VERSION = 1


def lay_out(
    card: Card,
    language: str,
    fonts: Fonts,
    theme: Theme,
    *,
    scene_id: str = "",
    outlines: Outlines | None = None,
) -> Sheet:
    """Lay out a card; the faults found are in `faults` of the sheet that is returned.

    `outlines` are loaded from the package's assets when a map needs them and none are given.
    """
    sheet = Sheet(scene_id, language, fonts, theme)
    match card:
        case TitleCard():
            draw_title(sheet, card)
        case MapRouteCard():
            draw_map_route(sheet, card, outlines or load_outlines())
        case DayClockCard():
            draw_day_clock(sheet, card)
        case CalloutCard():
            draw_callout(sheet, card)
        case PeersGridCard():
            draw_peers(sheet, card)
        case PortraitCard():
            draw_portrait(sheet, card)
        case QuoteCard():
            draw_quote(sheet, card)
        case CaveatCard():
            draw_caveat(sheet, card)
        case TimelineCard():
            draw_timeline(sheet, card)
        case ProjectCard():
            draw_project(sheet, card)
        case MemoryPairCard():
            draw_memory_pair(sheet, card)
        case FacesStripCard():
            draw_faces(sheet, card)
        case SourceRollCard():
            draw_source_roll(sheet, card)
    sheet.check_boxes()
    return sheet


def make_shot(
    card: Card,
    language: str,
    fonts: Fonts,
    theme: Theme,
    *,
    scene_id: str = "",
    outlines: Outlines | None = None,
) -> Shot:
    """Make the shot of a card in a language.

    Raises LayoutFault, naming the scene and the text, when something does not fit or a sign
    cannot be drawn.
    """
    return lay_out(card, language, fonts, theme, scene_id=scene_id, outlines=outlines).finish()


@dataclass(frozen=True, slots=True)
class CardShots:
    """The `ShotMaker` of the package's own shots; `assets` is the folder of fonts and outlines."""

    assets: Path | None = None

    def __call__(self, card: Card, language: str, scene_id: str) -> Shot:
        """Set the card in a language; raises LayoutFault naming the scene."""
        return make_shot(
            card,
            language,
            load_fonts(self.assets),
            load_theme(),
            scene_id=scene_id,
            outlines=load_outlines(self.assets) if isinstance(card, MapRouteCard) else None,
        )

    def digest(self) -> str:
        """Name theme, fonts, outlines, the film's own words and the drawing code's version."""
        parts = (
            str(DRAWING_VERSION),
            load_theme().digest,
            load_fonts(self.assets).digest,
            load_outlines(self.assets).digest,
            labels_digest(),
        )
        return sha256("\n".join(parts).encode())
