"""A project goes in; its parties, what it is, and a row of facts with its stage come out."""

from __future__ import annotations

from typing import Any

from sijill.film.shots.ornament import fill, star_path, stroke
from sijill.film.shots.reveal import Beat
from sijill.film.shots.sheet import Sheet
from sijill.script.scenes import ProjectCard

#: Stages that are not yet: their star is hollow.
_OPEN = ("planned", "proposed", "postponed", "cancelled", "announced", "discussed")


def draw_project(sheet: Sheet, card: ProjectCard) -> None:
    """Lay out the parties large, the project in words, then stage, place and amount in a row."""
    page, theme = sheet.page, sheet.theme
    sheet.head(*(sheet.words(card.heading) if card.heading else sheet.word("project")))
    width = page.span_width(11)
    parties = [words for words in map(sheet.words, card.parties) if words[0]]
    names = "  ×  ".join(text for text, _ in parties)
    language = parties[0][1] if parties else sheet.language
    what, what_language = sheet.words(card.what)
    facts = _facts(sheet, card)
    facts_height = max((height for *_, height in facts), default=0.0)
    top, bottom = float(page.content_top), float(page.content_bottom)
    room = bottom - top - facts_height - (64 if facts else 0)
    title = sheet.fit(
        names, "statement", width=width, height=room * 0.55, language=language, max_lines=3
    )
    body = (
        sheet.fit(
            what,
            "reason",
            width=page.span_width(10),
            height=room - title.height - 70,
            language=what_language,
        )
        if what
        else None
    )
    total = title.height + (70 + body.height if body else 30) + (64 + facts_height if facts else 0)
    y = top + max(0.0, (bottom - top - total) * 0.42)
    piece = sheet.put("parties", title, x=page.margin, y=y)
    sheet.reveal(piece, Beat(8), way="rise", length=18)
    y = piece.bottom + 22
    sheet.short_rule(y=y, beat=Beat(20))
    y += 8
    if body:
        piece = sheet.put("what", body, x=page.margin, y=y + 40)
        sheet.reveal(piece, Beat(28), way="rise")
        y = piece.bottom
    y += 64
    step = page.inner_width / max(2, len(facts))
    for number, (name, kicker, value, _) in enumerate(facts):
        x = page.margin + number * step
        beat = Beat(44, number, max(2, len(facts)))
        sheet.rule(
            f"fact-{number}",
            x=x,
            y=y,
            width=step - 40,
            colour=theme.colour("paper_faint", 0.6),
            beat=beat,
            thickness=1.5,
        )
        piece = sheet.put(f"{name}-kicker", kicker, x=x, y=y + 18)
        sheet.reveal(piece, beat.later(4))
        inset = 48.0 if name == "stage" else 0.0
        piece = sheet.put(f"{name}-value", value, x=x + inset, y=piece.bottom + 4)
        sheet.reveal(piece, beat.later(8), way="rise")
        if name == "stage":
            middle = piece.top + value.height / value.lines / 2
            _stage_star(sheet, x + 18, middle, card.stage, beat.later(8))
    sheet.foot(card.source, Beat(60))


def _facts(sheet: Sheet, card: ProjectCard) -> list[tuple[str, Any, Any, float]]:
    """Set the facts there are: name, its word, its value, and the height of both together."""
    page = sheet.page
    found = [
        (name, *sheet.words(text))
        for name, text in (
            ("stage", card.stage_label),
            ("place", card.place),
            ("amount", card.amount),
        )
        if sheet.words(text)[0]
    ]
    step = page.inner_width / max(2, len(found))
    facts = []
    for name, text, language in found:
        words, spoken = sheet.word(name)
        kicker = sheet.fit(words, "country", width=step - 40, height=46, language=spoken)
        value = sheet.fit(text, "entry", width=step - 90, height=150, language=language)
        facts.append((name, kicker, value, 18 + kicker.height + 4 + value.height))
    return facts


def _stage_star(sheet: Sheet, x: float, y: float, stage: str, beat: Beat) -> None:
    theme = sheet.theme

    def draw(canvas: Any) -> None:
        if stage in _OPEN:
            canvas.drawPath(star_path(x, y, 15), stroke(theme.colour("brass_light"), 2.4))
        else:
            canvas.drawPath(star_path(x, y, 16), fill(theme.colour("brass_light")))

    sheet.drawing("stage-star", draw, x=x - 18, y=y - 18, width=36, height=36)
    sheet.reveal("stage-star", beat)
