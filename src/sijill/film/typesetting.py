"""A text, its language and a style go in; a block of lines that fits its box comes out, or a fault.

Paragraphs are shaped by Skia. Its Python binding knows no base direction (144.1), so right-to-left
text is wrapped in an isolate (U+2067 … U+2069, Unicode Standard Annex 9) and set flush right.
Nothing is ever clipped: text that fits at no size of its style is a LayoutFault.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any, Literal

import skia

from sijill.errors import LayoutFault
from sijill.film.fonts import Fonts
from sijill.film.line_breaks import bare, stand_together
from sijill.film.theme import Style, Theme, is_right_to_left

Align = Literal["left", "center", "right"]

#: No box of the canvas holds more at the smallest size; longer text is not even tried.
LONGEST_TEXT = 3000
_ENDLESS = 1e6
#: A word is broken when the line is not this much wider than it (pixels; found by trial).
_WORD_ROOM = 3.0

_ALIGN = {
    "left": skia.textlayout.TextAlign.kLeft,
    "center": skia.textlayout.TextAlign.kCenter,
    "right": skia.textlayout.TextAlign.kRight,
}
#: A text of more lines is read, not looked at: any blank will do for its breaks.
_DISPLAYED_LINES = 4
_BLANKS = re.compile(r"[^\S\n\u00a0\u3000]+")
#: Signs that may not begin a line of Japanese, and that may not end one (JIS X 4051, 2004).
_CLOSING = frozenset("、。，．・：；？！）〕］｝〉》」』】")
_NO_START = _CLOSING | frozenset("ー〜～…‥々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_NO_END = frozenset("（〔［｛〈《「『【")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_OVERRIDES = re.compile("[\u202a-\u202e\u00ad\ufeff\u200b]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_RTL_LETTER = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LTR_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u058f\u1e00-\u1fff\u3040-\u30ff\u3400-\u9fff"
# From a letter to the last letter before the direction changes, and numbers that follow a blank.
_LEFT_RUN = re.compile(
    rf"([{_LTR_LETTER}](?:[^{_RTL_LETTER}\u00a0·«»\n]{{0,300}}[{_LTR_LETTER}])?(?: [0-9]+)*)(\)*)"
)
_RIGHT_RUN = re.compile(
    rf"([{_RTL_LETTER}](?:[^{_LTR_LETTER}\u00a0·“”\n]{{0,300}}[{_RTL_LETTER}])?)(\)*)"
)
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0670]")
#: A text with more vowel signs than this part of its signs counts as vocalised.
_VOCALISED = 0.06
_SIGNED = re.compile("(?<![^\\s(])[-−+][0-9]+(?:[.,][0-9]+)*(?:\u00a0?%)?")
# Spacing letters apart tears joined writing.
_JOINED = re.compile(r"[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Block:
    """A text set in lines: sizes in pixels, `ink_width` that of the longest line.

    `paint` draws it with the left top corner of its `width` at (x, y).
    """

    text: str
    language: str
    size: float
    width: float
    height: float
    lines: int
    ink_width: float
    align: Align
    baseline: float
    #: The least width at which no word is broken where it has no place to break.
    least_width: float
    paragraph: Any = field(compare=False, repr=False)

    @property
    def line_height(self) -> float:
        """The distance from one baseline to the next."""
        return self.height / self.lines

    def ink_left(self, x: float) -> float:
        """Give the left edge of the longest line when the block stands at `x`."""
        spare = self.width - self.ink_width
        return x + {"left": 0.0, "center": spare / 2, "right": spare}[self.align]

    def paint(self, canvas: Any, x: float, y: float) -> None:
        """Draw the block."""
        self.paragraph.paint(canvas, x, y)


def clean(text: str) -> str:
    """Give a text as it is drawn: NFC, single blanks, no signs that override direction.

    An apostrophe inside of a word is set as one: Minister’s, not the straight sign of typewriters.

    Isolates stay where they are balanced; no word of the text changes.
    """
    text = _OVERRIDES.sub("", unicodedata.normalize("NFC", text.replace("\r", "\n")))
    depth = 0
    for sign in _ISOLATES.findall(text):
        depth += -1 if sign == "\u2069" else 1
        if depth < 0:
            break
    if depth != 0:
        text = _ISOLATES.sub("", text)
    text = _APOSTROPHE.sub("’", text)
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _as_drawn(text: str, language: str, *, phrases: bool) -> str:
    """Give a text with the signs that no reader sees: what holds together, which way it runs."""
    drawn = _isolated(text, language)
    if language == "ja":
        drawn = _hold_together(drawn, phrases=phrases)
    elif phrases:
        drawn = _keep_words(drawn, language)
    if is_right_to_left(language):
        drawn = "\n".join(f"\u2067{line}\u2069" for line in drawn.split("\n"))
    return drawn


def _isolated(text: str, language: str) -> str:
    """Isolate what would otherwise take signs of its surroundings with it (UAX 9, section 2.4).

    Isolated are the parts between middle dots, runs in the other direction (so that the day after
    “Kyodo News, ” stays with its month), and numbers with a sign. A middle dot stays with what
    goes before it, a per cent sign with its number.
    """
    text = text.replace(" %", "\u00a0%").replace(" · ", "\u00a0· ")
    if _ISOLATES.search(text):
        return text
    rtl = is_right_to_left(language)
    text = (_LEFT_RUN if rtl else _RIGHT_RUN).sub(_wrap_run, text)
    if rtl:
        text = _SIGNED.sub("\u2066\\g<0>\u2069", text)
    return "\n".join(
        "\u00a0· ".join(f"\u2068{part}\u2069" for part in line.split("\u00a0· "))
        if "\u00a0· " in line
        else line
        for line in text.split("\n")
    )


def _wrap_run(run: re.Match[str]) -> str:
    """Isolate a run, with the bracket that closes one opened inside of it."""
    words, after = run.group(1), run.group(2)
    inside = after[: words.count("(") - words.count(")")] if after else ""
    return f"\u2068{words}{inside}\u2069{after[len(inside) :]}"


def _hold_together(text: str, *, phrases: bool) -> str:
    """Forbid line breaks in Japanese where a reader would stumble, with word joiners (U+2060).

    Always before signs that may not begin a line and after those that may not end one (JIS X
    4051); with `phrases` everywhere but after hiragana, blanks and punctuation, where a phrase
    may end. Skia's own breaks are ICU's normal ones, which let a line begin with a long-vowel
    mark.
    """
    held = [text[:1]]
    for before, after in pairwise(text):
        free = before.isspace() or after.isspace()
        glued = after in _NO_START or before in _NO_END
        if phrases:
            ends = "\u3040" <= before <= "\u309f" or before in _CLOSING
            glued = glued or not ends or "\u3040" <= after <= "\u309f"
        held.append(("\u2060" if glued and not free else "") + after)
    return "".join(held)


def _keep_words(text: str, language: str) -> str:
    """Put a no-break space behind words that belong to the next one: كل عام, of the year.

    What stands at the end of a clause belongs to nothing that follows.
    """
    parts = text.split(" ")
    kept = parts[0]
    for left, right in pairwise(parts):
        first, second = (_ISOLATES.sub("", part) for part in (left, right))
        ends = first[-1:] != bare(first)[-1:]
        held = not ends and stand_together(
            bare(first).casefold(), bare(second).casefold(), language
        )
        kept += ("\u00a0" if held else " ") + right
    return kept


def pick(text: Mapping[str, str], language: str) -> tuple[str, str]:
    """Choose the text of a language, and say which language it is in.

    Where it is missing, English, then the first language there is: a name in other letters is
    better than none. Gives two empty strings for an empty text.
    """
    for candidate in (language, "en", *sorted(text)):
        if clean(text.get(candidate, "")):
            return clean(text[candidate]), candidate
    return "", language


class Typesetter:
    """Sets text with the fonts and the theme of one film; faults name the scene they are in."""

    def __init__(self, fonts: Fonts, theme: Theme) -> None:
        self.fonts = fonts
        self.theme = theme

    def set(
        self,
        text: str,
        language: str,
        style: Style,
        size: float,
        *,
        width: float,
        align: Align,
        foreground: Any = None,
        colour: int | None = None,
        phrases: bool = False,
    ) -> Block:
        """Set a text at one nominal size (before the optical correction) without any check.

        `foreground` is a Skia paint used in place of the colour, for outlined letters. With
        `phrases` Japanese is broken only where a phrase may end, and no other language between
        words that belong together.
        """
        script = self.theme.script(style.family, language)
        pixels = size * script.optical
        leading = script.leading * style.leading
        if len(_VOWEL_SIGNS.findall(text)) > len(text) * _VOCALISED:
            leading *= script.vocalised
        textlayout = skia.textlayout
        look = self._look(text, language, style, pixels, leading)
        look.setColor(self.theme.colour(style.colour) if colour is None else colour)
        if foreground is not None:
            look.setForegroundPaint(foreground)
        if style.caps:
            text = text.upper()
        drawn = _as_drawn(text, language, phrases=phrases)
        whole = textlayout.ParagraphStyle()
        whole.setTextStyle(look)
        whole.setTextAlign(_ALIGN[align])
        builder = textlayout.ParagraphBuilder(whole, self.fonts.collection, self.fonts.unicodes)
        builder.pushStyle(look)
        builder.addText(drawn)
        builder.pop()
        paragraph = builder.Build()
        # Asked at a width at which nothing breaks: a broken word counts as its pieces.
        paragraph.layout(_ENDLESS)
        least_width = float(paragraph.MinIntrinsicWidth)
        paragraph.layout(width)
        line_height = pixels * leading
        return Block(
            text,
            language,
            pixels,
            width,
            float(paragraph.Height),
            max(1, round(paragraph.Height / line_height)),
            float(paragraph.LongestLine),
            align,
            float(paragraph.AlphabeticBaseline),
            least_width,
            paragraph,
        )

    def _look(self, text: str, language: str, style: Style, pixels: float, leading: float) -> Any:
        """Give Skia's style for a text in `pixels`, all but its colour."""
        look = skia.textlayout.TextStyle()
        look.setFontFamilies(list(self.theme.family_list(style.family, language)))
        look.setFontSize(pixels)
        look.setFontStyle(
            skia.FontStyle(
                style.weight,
                skia.FontStyle.kNormal_Width,
                skia.FontStyle.kItalic_Slant
                if style.italic and language not in ("ar", "ja")
                else skia.FontStyle.kUpright_Slant,
            )
        )
        look.setLocale(language)
        look.setHeight(leading)
        look.setHeightOverride(True)
        look.setHalfLeading(True)
        if style.tracking and not _JOINED.search(text):
            # Japanese is spaced twice, since word joiners count as signs.
            look.setLetterSpacing(style.tracking * pixels * (0.4 if language == "ja" else 1.0))
        return look

    def fit(
        self,
        text: str,
        language: str,
        style: Style,
        *,
        width: float,
        height: float,
        align: Align,
        max_lines: int | None = None,
        balance: bool = True,
        colour: int | None = None,
        scene_id: str = "",
    ) -> Block:
        """Set a text at the largest size of its style that fits a box of `width` x `height`.

        No word is broken that has no place to break. With `balance` the lines are made as even as
        they can be without a line more. Raises LayoutFault when it fits at no size, or when a
        sign stands in no font of the families.
        """
        self._check_signs(text, language, style, scene_id)
        need = ""
        tries = [(size, True) for size in style.sizes] if language == "ja" else []
        tries += [(size, False) for size in style.sizes]
        make = partial(self.set, text, language, style, align=align, colour=colour)
        for size, phrases in tries if len(text) <= LONGEST_TEXT else ():
            block = make(size, width=width, phrases=phrases)
            need = f"{max(block.ink_width, block.least_width):.0f}x{block.height:.0f}"
            # Half a pixel for the rounding of heights inside of the paragraph.
            fits = block.height <= height + 0.5 and block.least_width + _WORD_ROOM <= width
            if not fits or (max_lines is not None and block.lines > max_lines):
                continue
            held = phrases
            if 1 < block.lines <= _DISPLAYED_LINES and language != "ja":
                # Words that belong together stay so, where that takes no line more.
                kept = make(size, width=width, phrases=True)
                if kept.lines == block.lines and kept.least_width + _WORD_ROOM <= width:
                    block, held = kept, True
            if not balance or block.lines == 1 or "\n" in text:
                return block
            return make(size, width=self._even_width(block), phrases=held)
        raise LayoutFault(
            f"text overflows its box of {width:.0f}x{height:.0f} pixels"
            + (f": at the smallest size it takes {need}" if need else "")
            + (f" in more than {max_lines} line(s)" if max_lines else ""),
            scene_id=scene_id,
            text=text,
            remedy="Shorten the text, or divide the scene.",
        )

    def _check_signs(self, text: str, language: str, style: Style, scene_id: str) -> None:
        """Raise LayoutFault when a sign stands in no font of the families."""
        families = self.theme.family_list(style.family, language)
        lacking = self.fonts.missing(text.upper() if style.caps else text, families)
        if lacking:
            signs = " ".join(f"“{sign}” (U+{ord(sign):04X})" for sign in lacking[:5])
            raise LayoutFault(
                f"no font can draw {signs}; looked in {', '.join(families)}",
                scene_id=scene_id,
                text=text,
                remedy="Leave the sign out of the text, or add a font to data/film/fonts.tsv.",
            )

    def _even_width(self, block: Block) -> float:
        """Find the least width at which a block has no line more: its lines are then even."""
        low = max(block.least_width + _WORD_ROOM, block.width / block.lines * 0.8)
        high = block.width
        for _ in range(7):
            middle = (low + high) / 2
            block.paragraph.layout(middle)
            if block.paragraph.Height > block.height + 0.5:
                low = middle
            else:
                high = middle
        return max(low, high)
