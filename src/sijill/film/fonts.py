"""A folder of font files goes in; families that can be drawn with, and their coverage, come out.

Which files make which family stands in `data/film/fonts.tsv`. Fonts of the machine are never used:
the same project must give the same film everywhere.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import skia

from sijill.errors import ToolMissing
from sijill.tables import data_path, open_table

REMEDY = "Run: make assets   (it runs: npm ci && python3 tools/collect_assets.py)"

_DRAWN_BY_NOBODY = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: its family, weight, whether italic, and its typeface."""

    file: str
    family: str
    weight: int
    italic: bool
    typeface: Any = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Fonts:
    """All faces of the film; `collection` is what paragraphs are set with.

    `digest` names the bytes of all files, for caches.
    """

    faces: tuple[Face, ...]
    digest: str
    collection: Any = field(compare=False, repr=False)
    unicodes: Any = field(compare=False, repr=False)
    #: Keeps the provider alive as long as the collection that draws from it.
    provider: Any = field(compare=False, repr=False)

    def covers(self, family: str, sign: str) -> bool:
        """Say whether every face of a family has a sign (one code point)."""
        found = [face for face in self.faces if face.family == family]
        return bool(found) and all(face.typeface.unicharToGlyph(ord(sign)) for face in found)

    def missing(self, text: str, families: Iterable[str]) -> str:
        """Give the signs of a text that no family of the list can draw, each once, in order.

        Blanks and signs that only steer (joiners, marks of direction) count as drawn.
        """
        families = tuple(families)
        lacking = ""
        for sign in dict.fromkeys(text):
            if unicodedata.category(sign) in _DRAWN_BY_NOBODY or "\ufe00" <= sign <= "\ufe0f":
                continue
            if not any(self.covers(family, sign) for family in families):
                lacking += sign
        return lacking


def assets_folder() -> Path:
    """Give the package's own folder of fonts and outlines; it may not exist yet."""
    return data_path("").parent / "assets"


def load_fonts(assets: Path | None = None) -> Fonts:
    """Load the faces of the font table from a folder of assets, the package's own by default.

    Raises ToolMissing with the remedy when a file is not there or is not a font.
    """
    return _load((assets or assets_folder()) / "fonts")


@cache
def _load(folder: Path) -> Fonts:
    manager = skia.FontMgr.New_Custom_Empty()
    provider = skia.textlayout.TypefaceFontProvider()
    digest = hashlib.sha256()
    faces = []
    for row in open_table("film/fonts.tsv", ("file", "family", "weight", "italic")):
        path = folder / row["file"]
        try:
            digest.update(row["file"].encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        except OSError as fault:
            raise ToolMissing(
                f"the font {row['file']} is not there", where=str(folder), remedy=REMEDY
            ) from fault
        typeface = manager.makeFromFile(str(path))
        if typeface is None:
            raise ToolMissing("is not a font that can be read", where=str(path), remedy=REMEDY)
        provider.registerTypeface(typeface, row["family"])
        faces.append(
            Face(row["file"], row["family"], int(row["weight"]), row["italic"] == "yes", typeface)
        )
    collection = skia.textlayout.FontCollection()
    collection.setDefaultFontManager(provider)
    return Fonts(tuple(faces), digest.hexdigest(), collection, skia.Unicodes.ICU.Make(), provider)
