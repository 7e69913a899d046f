"""The text of a page goes in; fonts cut down to its signs and the style that names them come out.

A reader's machine may have no Arabic, Kazakh or Japanese letters. The fonts of the film are cut to
what the page shows and laid beside it; where the assets are not installed the page goes without
and takes the fonts of the machine.
"""

from __future__ import annotations

import hashlib
import io
import struct
from pathlib import Path

import fontTools
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, TTLibError

from sijill.serial import write_atomic
from sijill.tables import data_path, open_table

# What a reader types into the search box should look like the rest.
_ALWAYS = "".join(map(chr, (*range(0x20, 0x7F), *range(0x621, 0x653), *range(0x410, 0x450))))


def write_fonts(text: str, folder: Path, *, assets: Path | None = None) -> tuple[list[Path], str]:
    """Write the fonts for a text into `folder`/fonts; give the files and the `@font-face` rules.

    Font files that are not there or hold none of the signs are passed over: with no assets at all
    the result is an empty list and an empty style. A file's name tells what it was made from, so
    that a font already cut for the same signs is left as it is; fonts of an older page are
    removed. Raises WorkspaceFault when a file cannot be written.
    """
    source = assets or data_path("").parent / "assets" / "fonts"
    signs = sorted(set(map(ord, text + _ALWAYS)))
    written: list[Path] = []
    rules: list[str] = []
    for row in open_table("site/webfonts.tsv", ("file", "family", "weight")):
        name = _name(source / row["file"], signs)
        if name is None:
            continue
        path = folder / "fonts" / name
        if not path.is_file():
            font = cut_font(source / row["file"], set(signs))
            if font is None:
                continue
            write_atomic(path, font)
        written.append(path)
        rules.append(
            f'@font-face {{ font-family: "{row["family"]}"; font-weight: {row["weight"]};'
            f' font-display: swap; src: url("fonts/{name}") format("woff"); }}'
        )
    for old in (folder / "fonts").glob("*.woff"):
        if old not in written:
            old.unlink()
    return written, "\n".join(rules)


def _name(path: Path, signs: list[int]) -> str | None:
    if not path.is_file():
        return None
    key = hashlib.sha256(path.read_bytes())
    key.update(f"{fontTools.version} {signs}".encode())
    return f"{path.stem}.{key.hexdigest()[:12]}.woff"


def cut_font(path: Path, signs: set[int]) -> bytes | None:
    """Cut a TrueType file down to some code points and give it as WOFF, or None when it has none.

    The same file and signs give the same bytes.
    """
    if not path.is_file():
        return None
    try:
        # From memory: a file that turns out to be no font would be left open.
        font = TTFont(io.BytesIO(path.read_bytes()), recalcTimestamp=False, lazy=True)
    except (TTLibError, OSError):
        return None
    try:
        return _subset(font, signs)
    except (TTLibError, struct.error, KeyError, ValueError, AssertionError):
        # The file is read bit by bit: only here does it show that it was cut off.
        return None


def _subset(font: TTFont, signs: set[int]) -> bytes | None:
    with font:
        wanted = signs & set(font.getBestCmap() or {})
        # Every text font has the signs of ASCII: a font that has only those is not needed.
        if not any(sign > 0x7F for sign in wanted):
            return None
        options = Options(
            layout_features=["*"], notdef_outline=True, hinting=False, drop_tables=["DSIG", "meta"]
        )
        options.flavor = "woff"
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        font.flavor = "woff"
        out = io.BytesIO()
        font.save(out, reorderTables=False)
        return out.getvalue()
