"""The record's dataclasses go in; docs/pictures/data-model.svg comes out: what holds what.

    python tools/draw_data_model.py

A box is a dataclass, a row a field. A filled mark names what the field holds (×n: a list of it), a
framed one what it points to by id; both have the colour of that box. It is made from the code, so
that it stays true: a test holds the file against what this draws. The picture follows the reader's
light or dark colours.
"""

from __future__ import annotations

import colorsys
import dataclasses
import types
import typing
from enum import Enum
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from sijill.record.items import Record
from sijill.serial import write_atomic

TARGET = Path(__file__).parent.parent / "docs" / "pictures" / "data-model.svg"

#: What a field points to by id: class and field, and the class pointed to. An id of "any item" is
#: that of an event, a statement or a claim.
REFERENCES = {
    ("Citation", "source_id"): "SourceNote",
    ("ClaimItem", "about"): "EventItem",
    ("ClaimItem", "asserted_by"): "RecordEntity",
    ("ClaimVersion", "claim"): "ClaimItem",
    ("EventItem", "part_of"): "EventItem",
    ("EventItem", "participants"): "RecordEntity",
    ("EventItem", "place"): "RecordEntity",
    ("FigureItem", "disputed"): "FigureItem",
    ("FigureItem", "told_otherwise"): "FigureItem",
    ("FigureItem", "event"): "EventItem",
    ("IndexYear", "items"): "EventItem",
    ("Occupancy", "body"): "RecordEntity",
    ("PeerRow", "guest"): "RecordEntity",
    ("RarityNote", "event"): "EventItem",
    ("RecordEntity", "within"): "RecordEntity",
    ("SignalNote", "event"): "EventItem",
    ("SignalNote", "visit"): "EventItem",
    ("StatementItem", "event"): "EventItem",
    ("StatementItem", "speaker"): "RecordEntity",
    ("Thread", "about"): "RecordEntity",
    ("ThreadLink", "body"): "RecordEntity",
    ("ThreadLink", "event"): "EventItem",
    ("Unapplied", "item"): "any item",
    ("Verdict", "counter"): "EventItem",
    ("VersionDifference", "missing"): "SourceNote",
    ("Voice", "sources"): "SourceNote",
}

COLUMNS, WIDTH, GAP, ROW, HEAD, PAD = 4, 292, 20, 19, 27, 7
#: Colours of paper, box, frame, name and type, light and dark.
PLAIN = {
    "paper": ("#ffffff", "#16181d"),
    "box": ("#f7f7f5", "#20242b"),
    "frame": ("#c9c7c1", "#424853"),
    "name": ("#1d1d1b", "#eceae4"),
    "type": ("#5c5a55", "#a9b0bb"),
}
#: Lightness of a class's own colour, and of words on it, light and dark.
MARK, WORDS = (0.86, 0.25), (0.18, 0.93)


def model() -> list[type]:
    """Give the dataclasses of the record, each before those first met inside of it."""
    found: list[type] = []

    def walk(kind: Any) -> None:
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            if kind in found:
                return
            found.append(kind)
            for hint in typing.get_type_hints(kind).values():
                walk(hint)
        for inner in typing.get_args(kind):
            walk(inner)

    walk(Record)
    return found


def held(hint: Any) -> type | None:
    """Give the dataclass that a field holds, one or many of it; None when it holds none."""
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return hint
    for inner in typing.get_args(hint):
        if (kind := held(inner)) is not None:
            return kind
    return None


def type_words(hint: Any) -> str:
    """Put a type into few words: `text?`, `text list`, `number`."""
    args = typing.get_args(hint)
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        if type(None) in args:
            return type_words(next(a for a in args if a is not type(None))) + "?"
        return "text or number"
    if origin is tuple:
        return f"{type_words(args[0])} list" if args[-1] is Ellipsis else f"{len(args)} values"
    if origin is dict:
        return "text by language" if args[1] is str else "values by name"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "word"
    words = {str: "text", int: "integer", float: "number", bool: "yes or no"}
    return words.get(hint, "text")


def hue_colour(place: int, lightness: float) -> str:
    """Give the colour of a class by its place among all of them."""
    red, green, blue = colorsys.hls_to_rgb((place * 0.382) % 1.0, lightness, 0.55)
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"


def style(names: list[str]) -> str:
    """Give the picture's style sheet: one set of colours for light, one for dark."""
    sheets = []
    for scheme in (0, 1):
        rules = [
            f".paper{{fill:{PLAIN['paper'][scheme]}}}",
            f".box{{fill:{PLAIN['box'][scheme]};stroke:{PLAIN['frame'][scheme]}}}",
            f".name{{fill:{PLAIN['name'][scheme]}}}.type{{fill:{PLAIN['type'][scheme]}}}",
        ]
        for place, name in enumerate(names):
            mark, words = (hue_colour(place, x[scheme]) for x in (MARK, WORDS))
            rules.append(f".m-{name}{{fill:{mark}}}.w-{name}{{fill:{words}}}")
            rules.append(f".r-{name}{{fill:none;stroke:{hue_colour(place, 0.5)}}}")
        sheets.append("".join(rules))
    return f"{sheets[0]}@media(prefers-color-scheme:dark){{{sheets[1]}}}"


def _mark(right: float, top: float, words: str, name: str, *, filled: bool) -> str:
    width = 7.0 * len(words) + 12
    kind = "m" if filled else "r"
    text = f"w-{name}" if filled else "name"
    return (
        f'<rect x="{right - width:g}" y="{top + 2:g}" width="{width:g}" height="{ROW - 4}" rx="7"'
        f' class="{kind}-{name}"/><text x="{right - width / 2:g}" y="{top + 13.5:g}"'
        f' text-anchor="middle" class="small {text}">{escape(words)}</text>'
    )


def _box(kind: type, left: float, top: float) -> str:
    name = kind.__name__
    rows = dataclasses.fields(kind)
    height = HEAD + ROW * len(rows) + PAD
    parts = [
        f'<rect x="{left:g}" y="{top:g}" width="{WIDTH}" height="{height:g}" rx="6" class="box"/>',
        f'<rect x="{left:g}" y="{top:g}" width="{WIDTH}" height="{HEAD - 4}" rx="6"'
        f' class="m-{name}"/>',
        f'<text x="{left + 10:g}" y="{top + 16:g}" class="head w-{name}">{name}</text>',
    ]
    hints = typing.get_type_hints(kind)
    for number, row in enumerate(rows):
        y = top + HEAD + ROW * number
        parts.append(f'<text x="{left + 10:g}" y="{y + 13.5:g}" class="name">{row.name}</text>')
        inside, points = held(hints[row.name]), REFERENCES.get((name, row.name))
        right = left + WIDTH - 8
        if inside is not None:
            many = " ×n" if "tuple" in str(hints[row.name]) else ""
            parts.append(_mark(right, y, inside.__name__ + many, inside.__name__, filled=True))
        elif points in {known.__name__ for known in model()}:
            parts.append(_mark(right, y, f"→ {points}", str(points), filled=False))
        else:
            words = f"→ {points}" if points else type_words(hints[row.name])
            parts.append(
                f'<text x="{right:g}" y="{y + 13.5:g}" text-anchor="end" class="small type">'
                f"{escape(words)}</text>"
            )
    return "".join(parts)


def draw() -> str:
    """Give the picture: boxes in the order of the model, each in the shortest column so far."""
    kinds = model()
    names = [kind.__name__ for kind in kinds]
    tops = [float(GAP)] * COLUMNS
    boxes = []
    for kind in kinds:
        column = tops.index(min(tops))
        boxes.append(_box(kind, GAP + column * (WIDTH + GAP), tops[column]))
        tops[column] += HEAD + ROW * len(dataclasses.fields(kind)) + PAD + GAP
    width, height = GAP + COLUMNS * (WIDTH + GAP), max(tops)
    font = "font:13px system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:g}" role="img"'
        ' aria-labelledby="t"><title id="t">The record’s data model: each box a kind of thing,'
        " each row a field; filled marks name what a field holds, framed ones what it points to"
        f" by id.</title><style>text{{{font}}}.head{{font-weight:600}}.small{{font-size:11.5px}}"
        f'{style(names)}</style><rect width="{width}" height="{height:g}" class="paper"/>\n'
        + "\n".join(boxes)
        + "\n</svg>\n"
    )


if __name__ == "__main__":
    write_atomic(TARGET, draw().encode("utf-8"))
