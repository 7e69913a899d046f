"""The theme file of the package goes in; the checked values that every shot is drawn with come out.

All lengths are logical pixels on the 1920x1080 canvas, all times frames at 25 per second.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sijill.digests import sha256
from sijill.errors import TableFault
from sijill.languages import RIGHT_TO_LEFT
from sijill.tables import data_path

THEME_FILE = "film/theme.toml"


@dataclass(frozen=True, slots=True)
class Page:
    """The grid of the canvas; see the theme file for what each line is."""

    width: int
    height: int
    margin: int
    top: int
    bottom: int
    columns: int
    gutter: int
    head_top: int
    head_line: int
    content_top: int
    content_bottom: int
    foot_top: int
    foot_bottom: int
    subtitle_top: int

    @property
    def inner_width(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin

    def column_left(self, number: int) -> float:
        """Give the start edge of a column, 1 to `columns`."""
        step = (self.inner_width + self.gutter) / self.columns
        return self.margin + (number - 1) * step

    def span_width(self, count: int) -> float:
        """Give the width of so many columns with the gutters between them."""
        step = (self.inner_width + self.gutter) / self.columns
        return count * step - self.gutter


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of text is set; `sizes` in pixels, tried in turn until the text fits."""

    family: str
    sizes: tuple[int, ...]
    colour: str
    weight: int = 400
    italic: bool = False
    caps: bool = False
    tracking: float = 0.0
    leading: float = 1.0


@dataclass(frozen=True, slots=True)
class ScriptSetting:
    """What a language's letters need: `optical` times the size, `leading` times that for a line.

    Lines of fully vocalised text are `vocalised` times as far apart.
    """

    optical: float
    leading: float
    vocalised: float = 1.0


@dataclass(frozen=True, slots=True)
class Motion:
    """The times and ways of everything that moves, in frames; `arrive` is a part of the scene."""

    fade: int
    rise: int
    stagger: int
    rule: int
    told: int
    arrive: float


@dataclass(frozen=True, slots=True)
class Theme:
    """The whole look of a film; `digest` names it for caches."""

    page: Page
    colours: Mapping[str, int]
    sizes: Mapping[str, int]
    styles: Mapping[str, Style]
    families: Mapping[str, Mapping[str, tuple[str, ...]]]
    scripts: Mapping[str, Mapping[str, ScriptSetting]]
    verdicts: Mapping[str, str]
    motion: Motion
    digest: str

    def colour(self, name: str, alpha: float = 1.0) -> int:
        """Give a named colour as 0xAARRGGBB."""
        return (round(alpha * 255) << 24) | self.colours[name]

    def style(self, name: str) -> Style:
        """Give a style by its name in the theme file."""
        return self.styles[name]

    def family_list(self, role: str, language: str) -> tuple[str, ...]:
        """Give the families of a role (`display`, `label`) for a language, first choice first."""
        by_language = self.families[role]
        return by_language.get(language, by_language["other"])

    def script(self, role: str, language: str) -> ScriptSetting:
        """Give what the letters of a language need in a role."""
        by_language = self.scripts[role]
        return by_language.get(language, by_language["other"])

    def verdict_colour(self, verdict: str) -> str:
        """Give the name of the colour of a verdict."""
        return self.verdicts.get(verdict, self.verdicts["other"])


def is_right_to_left(language: str) -> bool:
    """Say whether a language is written from right to left."""
    return language in RIGHT_TO_LEFT


def load_theme(path: Path | None = None) -> Theme:
    """Read a theme file, the package's own when none is given.

    Raises TableFault naming the file and the key that is missing or wrong.
    """
    return _load(path or data_path(THEME_FILE))


@cache
def _load(path: Path) -> Theme:
    try:
        data = path.read_bytes()
        plain = tomllib.loads(data.decode("utf-8"))
    except (OSError, ValueError) as fault:
        raise TableFault(f"cannot be read: {fault}", path=str(path)) from fault
    try:
        return _theme(plain, sha256(data))
    except (KeyError, TypeError, ValueError) as fault:
        raise TableFault(
            f"is not a theme: {fault}",
            path=str(path),
            remedy=f"Compare it with the package's {THEME_FILE}.",
        ) from fault


def _theme(plain: dict[str, Any], digest: str) -> Theme:
    sizes = {name: int(size) for name, size in plain["sizes"].items()}
    colours = {name: int(value.removeprefix("#"), 16) for name, value in plain["colours"].items()}
    styles = {}
    for name, row in plain["styles"].items():
        styles[name] = Style(**{**row, "sizes": tuple(sizes[step] for step in row["sizes"])})
        _need(styles[name].colour in colours, f"styles.{name}.colour “{styles[name].colour}”")
        _need(styles[name].family in plain["families"], f"styles.{name}.family")
    for verdict, colour in plain["verdicts"].items():
        _need(colour in colours, f"verdicts.{verdict} “{colour}”")
    families = {
        role: {language: tuple(names) for language, names in rows.items()}
        for role, rows in plain["families"].items()
    }
    scripts = {
        role: {language: ScriptSetting(**row) for language, row in rows.items()}
        for role, rows in plain["scripts"].items()
    }
    for role, by_language in families.items():
        _need("other" in by_language and "other" in scripts[role], f"{role}.other")
    return Theme(
        page=Page(**plain["page"]),
        colours=colours,
        sizes=sizes,
        styles=styles,
        families=families,
        scripts=scripts,
        verdicts=plain["verdicts"],
        motion=Motion(**plain["motion"]),
        digest=digest,
    )


def _need(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(f"{what} is not known")
