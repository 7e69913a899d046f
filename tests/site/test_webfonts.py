from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from sijill.site.webfonts import write_fonts
from sijill.tables import open_table


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """A folder with one of the page's fonts, drawn here: a square for A, ب and 本."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.lineTo((500, 500))
    pen.closePath()
    glyph = pen.glyph()
    names = [".notdef", "A", "beh", "hon"]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord("A"): "A", ord("ب"): "beh", ord("本"): "hon"})
    font.setupGlyf(dict.fromkeys(names, glyph))
    font.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Amiri", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    folder = tmp_path / "assets"
    folder.mkdir()
    font.save(folder / open_table("site/webfonts.tsv", ("file",))[0]["file"])
    (folder / open_table("site/webfonts.tsv", ("file",))[1]["file"]).write_bytes(b"not a font")
    return folder


def test_fonts_are_cut_to_the_signs_of_the_page(tmp_path: Path, assets: Path) -> None:
    files, style = write_fonts("باب", tmp_path / "site", assets=assets)
    assert len(files) == 1
    cut = TTFont(io.BytesIO(files[0].read_bytes()))
    assert set(cut.getBestCmap()) == {ord("A"), ord("ب")}
    assert f'url("fonts/{files[0].name}")' in style


def test_fonts_are_the_same_bytes_again_and_old_ones_go(tmp_path: Path, assets: Path) -> None:
    first, _ = write_fonts("باب", tmp_path / "one", assets=assets)
    again, _ = write_fonts("باب", tmp_path / "two", assets=assets)
    assert first[0].name == again[0].name
    assert first[0].read_bytes() == again[0].read_bytes()
    other, _ = write_fonts("日本", tmp_path / "one", assets=assets)
    assert list((tmp_path / "one" / "fonts").iterdir()) == other
    assert other[0].name != first[0].name


def test_a_page_without_assets_goes_without_fonts(tmp_path: Path) -> None:
    assert write_fonts("باب", tmp_path, assets=tmp_path / "none") == ([], "")


def test_fonts_of_the_page_are_among_those_of_the_film() -> None:
    film = {row["file"] for row in open_table("film/fonts.tsv", ("file",))}
    assert {row["file"] for row in open_table("site/webfonts.tsv", ("file",))} <= film
