"""A scene and its spoken lines go in; out comes when each happening on its card is told.

Left alone, a shot brings in the happenings it shows at a pace of its own. Where a scene's sentences
tell them one by one, each should come in as its sentence begins. Which sentence tells of which
happening is seen from the words they share, in order: a card is told from its first to its last.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sijill.film.cut import CutScene, SpokenLine
from sijill.film.shots.base import Shot
from sijill.film.shots.reveal import Beat, DrawnShot
from sijill.script.scenes import Card
from sijill.tables import open_table

# The eye is a little ahead of the ear: what comes in with its first word seems late.
_AHEAD_FRAMES = 8
# How long a heading may stand alone while the narrator speaks.
_WAIT_FRAMES = 40
# How much a happening is drawn to its even share of the sentences when letters do not tell.
_EVENNESS = 0.08


@cache
def told_templates() -> frozenset[str]:
    """Give the scene types whose happenings are told one by one."""
    rows = open_table("protocol/film_pace.tsv", ("template", "told"))
    return frozenset(row["template"] for row in rows if row["told"] == "yes")


def happenings(card: Card, language: str) -> tuple[str, ...]:
    """Give the texts of what a card shows one by one, in order; empty for other cards."""
    if card.template not in told_templates():
        return ()
    values = [getattr(card, field.name) for field in dataclasses.fields(card)]
    listed = [v for v in values if isinstance(v, tuple) and v and dataclasses.is_dataclass(v[0])]
    parts = listed[0] if listed else tuple(v for v in values if dataclasses.is_dataclass(v))
    return tuple(_words(part, language) for part in parts)


def _words(part: Any, language: str) -> str:
    values = (getattr(part, field.name) for field in dataclasses.fields(part))
    texts = (v.get(language, "") for v in values if isinstance(v, Mapping))
    return " ".join(text for text in texts if text)


def _folded_words(text: str) -> list[str]:
    """Give the words of a text without vowel signs, marks and case."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(
        c if c.isalnum() else " " for c in plain if unicodedata.category(c) not in ("Mn", "Cf")
    ).split()


@cache
def _pairs(word: str) -> frozenset[str]:
    framed = f" {word} "
    return frozenset(framed[i : i + 2] for i in range(len(framed) - 1))


def _likeness(a: str, b: str) -> float:
    """Say how like two words are, 0..1, by the pairs of letters they share (Dice)."""
    if a.isdigit() or b.isdigit():
        return 1.0 if a == b else 0.0
    shared = 2 * len(_pairs(a) & _pairs(b)) / (len(_pairs(a)) + len(_pairs(b)))
    return shared if shared >= 0.5 else 0.0


def _scores(part: str, sentences: Sequence[Sequence[str]]) -> list[float]:
    """Say how much of a part each sentence tells; a word counts the less, the more have it."""
    words = _folded_words(part)
    totals = [0.0] * len(sentences)
    for word in words:
        likest = [max((_likeness(word, w) for w in s), default=0.0) for s in sentences]
        common = sum(1 for likeness in likest if likeness)
        for index, likeness in enumerate(likest):
            if likeness:
                totals[index] += likeness / common
    return [total / max(1, len(words)) for total in totals]


def match_in_order(parts: Sequence[str], sentences: Sequence[str]) -> list[int]:
    """Give for each part the sentence that tells of it; never an earlier one than for the last.

    Likeness of words decides, whatever their endings; without any, parts are shared out evenly.
    """
    if not sentences:
        return []
    told = [_folded_words(sentence) for sentence in sentences]
    best: list[tuple[float, list[int]]] = [(0.0, []) for _ in sentences]
    for index, part in enumerate(parts):
        even = index * len(sentences) / len(parts)
        ahead: list[tuple[float, list[int]]] = []
        lead: tuple[float, list[int]] | None = None
        for s, score in enumerate(_scores(part, told)):
            if lead is None or best[s][0] > lead[0]:
                lead = best[s]
            ahead.append((lead[0] + score - _EVENNESS * abs(s - even), [*lead[1], s]))
        best = ahead
    return max(best, key=lambda found: found[0])[1]


def find_cues(scene: CutScene, lines: Sequence[SpokenLine], language: str) -> tuple[int, ...]:
    """Say at which frame of the scene's own each happening of its card comes in.

    `lines` are the scene's spoken lines in its own frames. Empty where nothing is told one by one.
    """
    parts = happenings(scene.card, language)
    texts = {s.id: s.lines[language].show for s in scene.sentences if language in s.lines}
    ordered = sorted((n for n in lines if n.sentence in texts), key=lambda n: n.start)
    if not parts or not ordered:
        return ()
    chosen = match_in_order(parts, [texts[n.sentence] for n in ordered])
    cues: list[int] = []
    for index, sentence in enumerate(chosen):
        line = ordered[sentence]
        # Several that one sentence tells come in one after the other while it is spoken.
        first, count = chosen.index(sentence), chosen.count(sentence)
        start = line.start + line.frames * (index - first) // count
        cues.append(max(0, start - _AHEAD_FRAMES))
    # Nobody looks at a heading alone for long, whatever the first sentence is about.
    cues[0] = min(cues[0], ordered[0].start + _WAIT_FRAMES)
    return tuple(cues)


def tell(shot: Shot, cues: Sequence[int]) -> Shot:
    """Bring a shot's happenings in at frames of the scene's own, one for each; see `find_cues`.

    A shot with another number of happenings stays as it is.
    """
    if not cues or not isinstance(shot, DrawnShot):
        return shot
    leads = [a.beat.lead for a in shot.appearances if a.beat.count == len(cues)]
    if not leads:
        return shot

    def moved(beat: Beat) -> Beat:
        if beat.count != len(cues):
            return beat
        return Beat(cues[beat.index] + beat.lead - min(leads))

    return dataclasses.replace(
        shot,
        appearances=tuple(
            dataclasses.replace(a, beat=moved(a.beat)) if a.page is None else a
            for a in shot.appearances
        ),
    )
