"""Stops in degrees go in; a map with a route that grows from stop to stop comes out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import skia

from sijill.film.atlas import MapView, Outlines, Points, fit_view, great_circle, middle_meridian
from sijill.film.shots.base import CANVAS_HEIGHT, CANVAS_WIDTH
from sijill.film.shots.labels import country_label
from sijill.film.shots.map_countries import place_country
from sijill.film.shots.map_labels import Obstacles, Rect, place_labels
from sijill.film.shots.map_picture import paint_map
from sijill.film.shots.ornament import fill, stroke
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet
from sijill.film.typesetting import Block
from sijill.script.scenes import MapRouteCard

#: Where whole countries may lie: left, top, right, bottom.
_COUNTRY_BOX = (110.0, 270.0, CANVAS_WIDTH - 110.0, 840.0)
#: Whole countries are shown if that makes the route no smaller than this part of its best size.
_WORTH = 0.55
_LEG = 64
_SAME_PLACE = 14.0
_SAME_DEGREES = 0.02


@dataclass(frozen=True, slots=True)
class _Place:
    """A stop's point on the canvas and its number."""

    x: float
    y: float
    number: int


def draw_map_route(sheet: Sheet, card: MapRouteCard, outlines: Outlines) -> None:
    """Lay out map, route, stops and their labels; a label that finds no room is a fault."""
    page = sheet.page
    points = np.array([[stop.longitude, stop.latitude] for stop in card.stops], dtype=np.float64)
    legs = [
        great_circle((float(a[0]), float(a[1])), (float(b[0]), float(b[1])))
        for a, b in pairwise(points)
    ]
    merged = _merge_stops(sheet, card)
    labels = [_label_blocks(sheet, number, texts) for number, (_, texts) in enumerate(merged)]
    sizes = [
        (max(b.ink_width for _, b in blocks), sum(b.height for _, b in blocks)) for blocks in labels
    ]
    codes = frozenset(code.upper() for code in card.countries)
    widest = max((width for width, _ in sizes), default=0.0)
    view = _choose_view(np.concatenate([points, *legs]), outlines, codes, widest)
    theme = sheet.theme
    sheet.drawing(
        "map",
        lambda canvas: paint_map(canvas, outlines, view, codes, theme),
        x=0,
        y=0,
        width=CANVAS_WIDTH,
        height=CANVAS_HEIGHT,
        mirror=False,
    )
    sheet.reveal("map", Beat(0), length=16)
    sheet.head(*sheet.word("route"))
    caption, language = sheet.words(card.caption)
    block = sheet.fit(caption, "heading", width=page.span_width(9), height=150, language=language)
    heading = sheet.put("caption", block, x=page.margin, y=page.head_line + 26)
    sheet.reveal(heading, Beat(8), way="rise")
    credit, credit_language = sheet.word("map_credit")
    source, language = sheet.words(card.source)
    sheet.foot({credit_language: credit} if not source else {language: f"{source} · {credit}"})

    canvas_legs = [_along_main_axis(view.project(leg)) for leg in legs]
    at = view.project(points)
    spots_at = [(float(at[first][0]), float(at[first][1])) for first, _ in merged]
    ink = block.ink_left(sheet.left_of(heading.x, block.width))
    taken = Obstacles(
        frame=(page.margin, page.head_line + 30, CANVAS_WIDTH - page.margin, page.foot_top - 8),
        rects=[(ink, heading.top, ink + block.ink_width, heading.bottom)],
        points=spots_at,
        route=[(float(x), float(y)) for leg in canvas_legs for x, y in leg[::4]],
    )
    spots = place_labels(list(zip(spots_at, sizes, strict=True)), taken)
    taken.rects += [spot for spot in spots if spot is not None]
    _name_countries(sheet, card, outlines, view, taken)
    beats = [
        Beat(26 + _LEG - 6, first - 1, max(1, len(legs))) if first else Beat(16)
        for first, _ in merged
    ]
    for number, spot in enumerate(spots):
        if spot is not None:
            _shade(sheet, number, spot, beats[number])
    for number, leg in enumerate(canvas_legs):
        _draw_leg(sheet, number, len(legs), leg)
    for number, spot in enumerate(spots):
        place = _Place(*spots_at[number], number)
        _draw_stop(sheet, place, beats[number])
        if spot is None:
            sheet.fault("no room on the map for the label of a stop", merged[number][1][0][0])
        else:
            _draw_label(sheet, place, labels[number], spot, beats[number].later(4))


def _name_countries(
    sheet: Sheet, card: MapRouteCard, outlines: Outlines, view: MapView, taken: Obstacles
) -> None:
    """Write the names of the countries picked out, where the map has room for them."""
    for code in dict.fromkeys(code.upper() for code in card.countries):
        name = country_label(code, sheet.language)
        rings = [
            view.project(ring)
            for country in outlines.countries
            if country.code == code
            for ring in country.rings
        ]
        if not name or not rings:
            continue
        block = sheet.fit(name, "country", width=560, height=90)
        own = max(rings, key=lambda ring: float(np.prod(np.ptp(ring, axis=0))))
        others = [ring for ring in rings if ring is not own]
        others += [
            view.project(ring)
            for country in outlines.countries
            if country.code != code
            for ring in country.rings
        ]
        spot = place_country(own, others, (block.ink_width, block.height), taken)
        if spot is None:
            continue
        taken.rects.append(spot)
        origin = spot[0] - block.ink_left(0)
        piece = sheet.put(f"country-{code}", block, x=sheet.left_of(origin, block.width), y=spot[1])
        sheet.reveal(piece, Beat(12))


#: Name, label, and the language of the name.
_Texts = tuple[tuple[str, str, str], ...]


def _merge_stops(sheet: Sheet, card: MapRouteCard) -> list[tuple[int, _Texts]]:
    """Take stops at one place together: the number of the first, and the texts of all of them."""
    merged: list[tuple[int, _Texts]] = []
    for number, stop in enumerate(card.stops):
        name, language = sheet.words(stop.name)
        label, _ = sheet.words(stop.label)
        text = (name, label, language)
        for index, (first, texts) in enumerate(merged):
            before = card.stops[first]
            if (
                abs(before.longitude - stop.longitude) < _SAME_DEGREES
                and abs(before.latitude - stop.latitude) < _SAME_DEGREES
            ):
                if text not in texts:
                    merged[index] = (first, (*texts, text))
                break
        else:
            merged.append((number, (text,)))
    return merged


def _choose_view(
    route: Points, outlines: Outlines, codes: frozenset[str], widest: float
) -> MapView:
    """Show the countries picked out as a whole where that does not make the route too small.

    The route keeps as much from the edges as the widest label needs.
    """
    meridian = middle_meridian(route)
    left, top, right, bottom = _COUNTRY_BOX
    aside = min(widest + 30, 420.0)
    box = (left + aside, top + 40, right - aside, bottom - 80)
    close = fit_view(meridian, [(route, box)])
    rings = [
        max(country.rings, key=len)
        for country in outlines.countries
        if country.code in codes and country.rings
    ]
    if not rings:
        return close
    wide = fit_view(meridian, [(route, box), *((ring, _COUNTRY_BOX) for ring in rings)])
    return wide if wide.scale >= close.scale * _WORTH else close


def _along_main_axis(leg: Points) -> Points:
    """Space the points of a leg evenly along the axis it mostly follows, as a wipe moves."""
    start, end = leg[0], leg[-1]
    axis = 0 if abs(end[0] - start[0]) >= abs(end[1] - start[1]) else 1
    along, across = leg[:, axis], leg[:, 1 - axis]
    steps = np.linspace(along[0], along[-1], len(leg))
    order = np.argsort(along, kind="stable")
    even = np.interp(steps, along[order], across[order])
    pair = (steps, even) if axis == 0 else (even, steps)
    return np.stack(pair, axis=1)


def _draw_leg(sheet: Sheet, number: int, count: int, leg: Points) -> None:
    theme = sheet.theme
    way = [(float(x), float(y)) for x, y in leg]
    (ax, ay), (bx, by) = way[0], way[-1]
    if abs(ax - bx) + abs(ay - by) < _SAME_PLACE:
        return
    path = skia.Path()
    path.moveTo(*way[0])
    for point in way[1:]:
        path.lineTo(*point)
    left, right = min(x for x, _ in way), max(x for x, _ in way)
    top, bottom = min(y for _, y in way), max(y for _, y in way)
    pad = 9.0
    box = {"x": left - pad, "y": top - pad, "width": right - left + 2 * pad}
    dotted = stroke(theme.colour("brass_light", 0.55), 2.2)
    dotted.setPathEffect(skia.DashPathEffect.Make([1.0, 11.0], 0))

    def draw(canvas: Any) -> None:
        canvas.drawPath(path, stroke(theme.colour("ink", 0.7), 9))
        canvas.drawPath(path, stroke(theme.colour("brass_light"), 4))

    sheet.drawing(
        f"way-{number}",
        lambda canvas: canvas.drawPath(path, dotted),
        height=bottom - top + 2 * pad,
        mirror=False,
        **box,
    )
    sheet.reveal(f"way-{number}", Beat(18))
    sheet.drawing(f"leg-{number}", draw, height=bottom - top + 2 * pad, mirror=False, **box)
    beat = Beat(26, number, count)
    if abs(bx - ax) >= abs(by - ay):
        sheet.reveal(
            f"leg-{number}", beat, way="wipe_right" if bx >= ax else "wipe_left", length=_LEG
        )
    else:
        sheet.reveal(f"leg-{number}", beat, way="wipe_down" if by >= ay else "wipe_up", length=_LEG)
    halo = theme.colour("brass_light", 0.35)

    def head(canvas: Any) -> None:
        canvas.drawCircle(ax, ay, 15, fill(halo))
        canvas.drawCircle(ax, ay, 7, fill(theme.colour("paper")))

    sheet.drawing(f"head-{number}", head, x=ax - 16, y=ay - 16, width=32, height=32, mirror=False)
    sheet.move(f"head-{number}", beat, tuple(way), _LEG)


def _draw_stop(sheet: Sheet, place: _Place, beat: Beat) -> None:
    theme = sheet.theme
    layer_id = f"stop-{place.number}"
    x, y = place.x, place.y

    def draw(canvas: Any) -> None:
        canvas.drawCircle(x, y, 15, fill(theme.colour("ink", 0.75)))
        canvas.drawCircle(x, y, 14, stroke(theme.colour("brass_light"), 2.5))
        canvas.drawCircle(x, y, 6.5, fill(theme.colour("brass_light")))

    sheet.drawing(layer_id, draw, x=x - 17, y=y - 17, width=34, height=34, mirror=False)
    sheet.reveal(layer_id, beat)


def _label_blocks(sheet: Sheet, number: int, texts: _Texts) -> list[tuple[str, Block]]:
    blocks: list[tuple[str, Block]] = []
    for step, (name, label, language) in enumerate(texts):
        if step == 0 or name != texts[0][0]:
            block = sheet.fit(name, "place", width=440, height=130, language=language)
            blocks.append((f"place-{number}-{step}", block))
        if label:
            block = sheet.fit(label, "date", width=440, height=90)
            blocks.append((f"place-date-{number}-{step}", block))
    return blocks


def _draw_label(
    sheet: Sheet,
    place: _Place,
    blocks: list[tuple[str, Block]],
    spot: Rect,
    beat: Beat,
) -> None:
    """Draw a label's lines flush with the side that is nearest to its point."""
    left, y, right, _ = spot
    _leader(sheet, place, spot, beat)
    for name, block in blocks:
        if left < place.x < right:
            ink = (left + right - block.ink_width) / 2
        elif right <= place.x:
            ink = right - block.ink_width
        else:
            ink = left
        origin = ink - block.ink_left(0)
        piece = sheet.put(name, block, x=sheet.left_of(origin, block.width), y=y)
        sheet.reveal(piece, beat, way="rise")
        y += block.height


def _shade(sheet: Sheet, number: int, spot: Rect, beat: Beat) -> None:
    """Darken the map softly behind a label, so that coasts do not cross its letters."""
    left, top, right, bottom = spot
    soft = skia.Paint(
        AntiAlias=True,
        Color=sheet.theme.colour("ink_deep", 0.55),
        MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 13),
    )

    def draw(canvas: Any) -> None:
        canvas.drawRect(skia.Rect(left + 6, top + 12, right - 6, bottom - 10), soft)

    sheet.drawing(
        f"shade-{number}",
        draw,
        x=left - 40,
        y=top - 40,
        width=right - left + 80,
        height=bottom - top + 80,
        mirror=False,
    )
    sheet.reveal(f"shade-{number}", beat)


def _leader(sheet: Sheet, place: _Place, spot: Rect, beat: Beat) -> None:
    """Draw a fine line from a stop to its label where the label stands apart."""
    left, top, right, bottom = spot
    x, y = min(max(place.x, left), right), min(max(place.y, top), bottom)
    away = float(np.hypot(x - place.x, y - place.y))
    if away < 46:
        return
    theme = sheet.theme
    part = 18 / away
    sx, sy = place.x + (x - place.x) * part, place.y + (y - place.y) * part
    line = stroke(theme.colour("paper_dim", 0.8), 1.6)

    def draw(canvas: Any) -> None:
        canvas.drawLine(sx, sy, x, y, line)

    sheet.drawing(
        f"leader-{place.number}",
        draw,
        x=min(sx, x) - 2,
        y=min(sy, y) - 2,
        width=abs(sx - x) + 4,
        height=abs(sy - y) + 4,
        mirror=False,
    )
    sheet.reveal(f"leader-{place.number}", beat)
