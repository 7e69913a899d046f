import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from sijill.errors import ToolMissing
from sijill.film.fonts import assets_folder, load_fonts
from sijill.film.theme import load_theme

ALPHABETS = {
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ،؛؟«»()–—٠١٢٣٤٥٦٧٨٩0123456789",
    "en": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzéñ“”‘’–—·×…",
    "ru": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя«»—№",
    "kk": "ӘҒҚҢӨҰҮҺІәғқңөұүһі",
    "ja": "日本国天皇皇后両陛下内閣総理大臣高市早苗、。「」・ー々ぁァ",
}


@pytest.mark.parametrize("language", sorted(ALPHABETS))
@pytest.mark.parametrize("role", ["display", "label"])
def test_every_language_finds_all_its_signs(language: str, role: str) -> None:
    fonts, theme = load_fonts(), load_theme()
    # Sources of other languages stand in every film, so each list must hold all five.
    for signs in ALPHABETS.values():
        assert fonts.missing(signs, theme.family_list(role, language)) == ""


def test_coverage_is_that_of_the_files() -> None:
    fonts = load_fonts()
    for family in ("Amiri", "Naskh", "Serif"):
        files = [face.file for face in fonts.faces if face.family == family]
        maps = []
        for file in files:
            with TTFont(assets_folder() / "fonts" / file, lazy=True) as font:
                maps.append(font.getBestCmap())
        for sign in "aяқ強ق—😀«":
            assert fonts.covers(family, sign) == all(ord(sign) in held for held in maps), sign


def test_missing_signs_are_told_once_and_steering_signs_are_not() -> None:
    fonts = load_fonts()
    assert fonts.missing("ab😀c😀\u200f\u2067 \n\u00a0", ("Amiri",)) == "😀"
    assert fonts.missing("a", ("No such family",)) == "a"


def test_a_missing_file_is_told_with_its_remedy(tmp_path: Path) -> None:
    shutil.copytree(assets_folder() / "fonts", tmp_path / "fonts")
    (tmp_path / "fonts" / "Amiri_400Regular.ttf").unlink()
    with pytest.raises(ToolMissing, match=r"Amiri_400Regular\.ttf") as caught:
        load_fonts(tmp_path)
    assert "make assets" in caught.value.remedy


def test_a_file_that_is_no_font_is_told(tmp_path: Path) -> None:
    shutil.copytree(assets_folder() / "fonts", tmp_path / "fonts")
    (tmp_path / "fonts" / "Amiri_700Bold.ttf").write_bytes(b"not a font")
    with pytest.raises(ToolMissing, match="not a font") as caught:
        load_fonts(tmp_path)
    assert "Amiri_700Bold.ttf" in str(caught.value)


def test_digest_follows_the_bytes(tmp_path: Path) -> None:
    shutil.copytree(assets_folder() / "fonts", tmp_path / "fonts")
    assert load_fonts(tmp_path).digest == load_fonts().digest
    other = tmp_path / "other"
    shutil.copytree(tmp_path / "fonts", other / "fonts")
    with (other / "fonts" / "NotoSans_400Regular.ttf").open("ab") as file:
        file.write(b"\0")
    assert load_fonts(other).digest != load_fonts().digest
