"""Narrated sentences go in; subtitle cues in each language come out, as WebVTT and SubRip.

Lines, speeds and gaps follow `protocol/subtitle_pace.tsv`; where a sentence may be broken is a
table of each language. WebVTT: https://www.w3.org/TR/webvtt1/.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from sijill.errors import TableFault
from sijill.film.cut import Cut
from sijill.film.shots.base import FPS
from sijill.serial import write_atomic
from sijill.tables import data_path, open_table

_SENTENCE_END = ".!?؟。！？…"
_CLAUSE_END = ",،؛;:、，—–"
_CLOSING = "”»\"'’)]}」』）〉》"
_OPENING = "“«‘([{「『（〈《"
_AROUND_WORDS = _CLOSING + _OPENING + _CLAUSE_END + _SENTENCE_END
# Signs that no Japanese line begins with (JIS X 4051): the rest of a word, not a new one.
_STAYS = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮーゝゞ々・").union(
    _CLOSING, _CLAUSE_END, _SENTENCE_END
)

#: How long a subtitle may stay after the last word (BBC subtitle guidelines: 1.5 s).
_HANG_FRAMES = 37


@dataclass(frozen=True, slots=True)
class Pace:
    """How subtitles of a language are set and how fast they are read."""

    language: str
    characters_per_line: int
    characters_per_second: float
    min_frames: int
    max_frames: int
    gap_frames: int
    lead_mark: str
    iso_639_2: str


@dataclass(frozen=True, slots=True)
class SubtitleCue:
    """One subtitle: its id (the sentence's, with `/2` and so on for its later parts), its lines.

    Shown in the frames `[start, end)`.
    """

    id: str
    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenTrack:
    """A language's subtitle files, and what in them wants attention."""

    language: str
    vtt: Path
    srt: Path
    notes: tuple[str, ...]


@cache
def find_pace(language: str) -> Pace:
    """Give the subtitle rules of a language; one without rules of its own gets the English ones."""
    columns = ("language", "characters_per_line", "characters_per_second", "min_frames")
    rows = {row["language"]: row for row in open_table("protocol/subtitle_pace.tsv", columns)}
    row = rows.get(language) or rows["en"]
    return Pace(
        language,
        int(row["characters_per_line"]),
        float(row["characters_per_second"]),
        int(row["min_frames"]),
        int(row["max_frames"]),
        int(row["gap_frames"]),
        chr(int(row["lead_mark"], 16)) if row["lead_mark"] else "",
        row["iso_639_2"] if language in rows else "und",
    )


_KINDS = ("before", "after", "hold", "before_start", "tied_start")


@cache
def _breaks(language: str) -> dict[str, tuple[str, ...]]:
    """Give a language's words for each kind of break; a word may be of more than one."""
    name = f"{language}/subtitle_breaks.tsv"
    kinds: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    rows = open_table(name, ("word", "break")) if data_path(name).exists() else []
    for row in rows:
        if row["break"] not in kinds:
            raise TableFault(
                f"the word “{row['word']}” has an unknown break “{row['break']}”",
                path=str(data_path(name)),
                remedy=f"Use one of: {', '.join(_KINDS)}.",
            )
        kinds[row["break"]].append(row["word"].casefold())
    return {kind: tuple(words) for kind, words in kinds.items()}


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"


def width_of(text: str, language: str) -> float:
    """Measure a text in characters as subtitle rules count them.

    Vowel signs and direction marks take no room; in Japanese a half-width sign is half a character.
    """
    total = 0.0
    for sign in text:
        if unicodedata.category(sign) in ("Mn", "Cf", "Me"):
            continue
        total += 1.0 if language != "ja" or _is_wide(sign) else 0.5
    return total


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a sentence that is never broken, and what stands between it and the next."""

    text: str
    space: str
    width: float


def _pieces(text: str, language: str, limit: int) -> list[_Piece]:
    pieces: list[_Piece] = []

    def add(part: str, space: str) -> None:
        # A word longer than a line has no good place to break; a line's length is the next best.
        signs: list[str] = []
        width = 0.0
        for sign in part:
            step = width_of(sign, language)
            if width + step > limit and signs:
                pieces.append(_Piece("".join(signs), "", width))
                signs, width = [], 0.0
            signs.append(sign)
            width += step
        pieces.append(_Piece("".join(signs), space, width))

    for word in text.split():
        start = 0
        for index in range(1, len(word)):
            here, before = word[index], word[index - 1]
            both_wide = _is_wide(here) or _is_wide(before)
            if both_wide and here not in _STAYS and before not in _OPENING:
                add(word[start:index], "")
                start = index
        add(word[start:], " ")
    return pieces


def _bare(word: str) -> str:
    return word.strip(_AROUND_WORDS)


def _ends_sentence(piece: _Piece) -> bool:
    return _last_sign(piece) in _SENTENCE_END


def _last_sign(piece: _Piece) -> str:
    """Give the sign before any closing quotation marks; a space where there is none."""
    return piece.text.rstrip(_CLOSING)[-1:] or " "


def _penalty(before: _Piece, after: _Piece, words: dict[str, tuple[str, ...]]) -> float:
    """Say how bad it is to break between two pieces; 0 is a sentence's end."""
    if _ends_sentence(before):
        return 0.0
    if _last_sign(before) in _CLAUSE_END:
        return 1.0
    left, right = _bare(before.text), _bare(after.text)
    first, second = left.casefold(), right.casefold()
    if first in words["hold"]:
        return 14.0
    if second in words["before"]:
        return 2.0
    if (
        first.endswith(words["after"])
        and not before.space
        and not second.startswith(words["after"])
    ):
        return 2.5
    if first in words["after"]:
        return 2.5
    if after.text[0] in _OPENING or before.text[-1] in _CLOSING:
        return 3.0
    if second.startswith(words["before_start"]):
        return 3.5
    if left[-1:].isdigit() or right[:1].isdigit():
        return 9.0
    if left[:1].isupper() and right[:1].isupper():
        return 9.0  # a name is not torn apart
    if not before.space and _script(left[-1:]) == _script(right[:1]) != "HIRAGANA":
        return 11.0  # inside of a Japanese word
    if second.startswith(words["tied_start"]):
        return 8.0
    return 6.0


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").split(" ")[0] if sign else ""


def _line(pieces: Sequence[_Piece]) -> str:
    return "".join(p.text + p.space for p in pieces).rstrip()


@dataclass(frozen=True, slots=True)
class _Setting:
    """Pieces with running widths and the cost of each break, so that a split costs little."""

    pieces: list[_Piece]
    ends: list[float]
    costs: list[float]
    limit: float
    finals: list[int]

    def width(self, start: int, end: int) -> float:
        """Width of `pieces[start:end]` on one line."""
        total = self.ends[end] - self.ends[start]
        return total - len(self.pieces[end - 1].space)

    def halves(self, start: int, end: int) -> tuple[float, int | None] | None:
        """Give the cost of setting pieces in at most two lines, and where the second begins."""
        if self.width(start, end) <= self.limit:
            return 0.0, None
        best: tuple[float, int | None] | None = None
        earliest = bisect_left(self.ends, self.ends[end] - self.limit - 1.0, start + 1, end)
        for middle in range(earliest, end):
            first, second = self.width(start, middle), self.width(middle, end)
            if first > self.limit:
                break
            if second > self.limit:
                continue
            cost = self.costs[middle] + 6.0 * abs(first - second) / self.limit
            if best is None or cost < best[0]:
                best = (cost, middle)
        return best


def split_sentence(text: str, language: str, *, largest: float | None = None) -> list[list[str]]:
    """Split a sentence into subtitles, each a list of one or two lines.

    `largest` is the most characters a subtitle may have in all (its default is two full lines).
    """
    pace = find_pace(language)
    limit = pace.characters_per_line
    pieces = _pieces(text, language, limit)
    if not pieces:
        return []
    words = _breaks(language)
    ends = [0.0]
    for piece in pieces:
        ends.append(ends[-1] + piece.width + len(piece.space))
    costs = [0.0, *(_penalty(a, b, words) for a, b in pairwise(pieces)), 0.0]
    finals = [0, *accumulate(int(_ends_sentence(piece)) for piece in pieces)]
    setting = _Setting(pieces, ends, costs, float(limit), finals)
    most = min(2.0 * limit, largest if largest is not None else 2.0 * limit)
    most = max(most, 0.6 * limit)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(pieces) + 1):
        found: tuple[float, int] | None = None
        for start in range(end - 1, -1, -1):
            width = setting.width(start, end)
            if width > most and start < end - 1:
                break
            lines = setting.halves(start, end)
            if lines is None:
                continue
            empty = max(0.0, 1.0 - width / most)
            # The end of one sentence and the beginning of another do not share a subtitle.
            mixed = finals[end - 1] - finals[start]
            cost = best[start][0] + 4.0 + 1.6 * costs[end] + 0.6 * lines[0]
            cost += 12.0 * empty**2 + 8.0 * mixed
            if found is None or cost < found[0]:
                found = (cost, start)
        assert found is not None  # one piece always fits: none is longer than a line
        best.append(found)
    cuts: list[tuple[int, int]] = []
    end = len(pieces)
    while end > 0:
        start = best[end][1]
        cuts.append((start, end))
        end = start
    result = []
    for start, end in reversed(cuts):
        halves = setting.halves(start, end)
        middle = halves[1] if halves else None
        if middle is None:
            result.append([_line(pieces[start:end])])
        else:
            result.append([_line(pieces[start:middle]), _line(pieces[middle:end])])
    return result


def make_cues(cut: Cut, language: str) -> tuple[list[SubtitleCue], tuple[str, ...]]:
    """Give the film's subtitles in a language, timed by its narration, and what is too fast."""
    pace = find_pace(language)
    sentences = cut.sentence_by_id()
    spoken = sorted(
        (n for n in cut.narration if n.start < cut.frames and n.end > 0), key=lambda n: n.start
    )
    cues: list[SubtitleCue] = []
    fast: list[str] = []
    for index, spoken_line in enumerate(spoken):
        sentence = sentences.get(spoken_line.sentence)
        line = sentence.lines.get(language) if sentence else None
        if line is None or not line.show.strip():
            continue
        start = max(0, spoken_line.start, cues[-1].end + pace.gap_frames if cues else 0)
        following = spoken[index + 1].start if index + 1 < len(spoken) else cut.frames
        latest = max(start + 1, min(following - pace.gap_frames, cut.frames))
        end = max(start + 1, min(spoken_line.end, latest))
        width = width_of(line.show, language)
        largest = width / (end - start) * pace.max_frames
        parts = split_sentence(line.show, language, largest=largest)
        needed = round(width / pace.characters_per_second * FPS)
        end = min(latest, max(end, min(start + needed, end + _HANG_FRAMES)))
        cues += _timed(sentence.id if sentence else "", parts, start, end, language)
        fast += [
            c.id
            for c in cues[-len(parts) :]
            if _speed(c, language) > pace.characters_per_second * 1.02
        ]
    if not fast:
        return cues, ()
    return cues, (
        f"{len(fast)} of {len(cues)} subtitles in “{language}” are faster than"
        f" {pace.characters_per_second:g} characters per second, the first in sentence"
        f" {fast[0].split('/')[0]}",
    )


def _speed(cue: SubtitleCue, language: str) -> float:
    return sum(width_of(line, language) for line in cue.lines) / (cue.end - cue.start) * FPS


def _timed(
    sentence_id: str, parts: Sequence[Sequence[str]], start: int, end: int, language: str
) -> list[SubtitleCue]:
    """Share a sentence's time among its parts by their length."""
    pace = find_pace(language)
    weights = [max(1.0, sum(width_of(line, language) for line in part)) for part in parts]
    total = sum(weights)
    cues: list[SubtitleCue] = []
    passed = 0.0
    for number, (part, weight) in enumerate(zip(parts, weights, strict=True), 1):
        first = start + round((end - start) * passed / total)
        passed += weight
        last = start + round((end - start) * passed / total)
        if number < len(parts) and last - pace.gap_frames > first:
            last -= pace.gap_frames
        name = sentence_id if number == 1 else f"{sentence_id}/{number}"
        cues.append(SubtitleCue(name, first, max(first + 1, last), tuple(part)))
    return cues


def _clock(frame: int, mark: str) -> str:
    ms = frame * 1000 // FPS
    minutes, rest = divmod(ms, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}{mark}{rest % 1000:03d}"


def to_vtt(cues: Sequence[SubtitleCue], language: str) -> str:
    """Write cues as WebVTT, each under its id."""
    mark = find_pace(language).lead_mark
    blocks = ["WEBVTT\n"]
    for cue in cues:
        text = "\n".join(mark + _escaped(line) for line in cue.lines)
        times = f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}"
        blocks.append(f"{cue.id}\n{times}\n{text}\n")
    return "\n".join(blocks)


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def to_srt(cues: Sequence[SubtitleCue], language: str) -> str:
    """Write cues as SubRip."""
    mark = find_pace(language).lead_mark
    blocks = []
    for number, cue in enumerate(cues, 1):
        text = "\n".join(mark + line for line in cue.lines)
        times = f"{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}"
        blocks.append(f"{number}\n{times}\n{text}\n")
    return "\n".join(blocks)


def write_subtitles(cut: Cut, folder: Path, stem: str) -> list[WrittenTrack]:
    """Write the subtitles of all the cut's subtitle languages beside the film.

    `stem`.vtt and .srt are those in the language of the narration, `stem`.xx.vtt those in “xx”.
    """
    tracks = []
    for language in cut.subtitle_languages:
        cues, notes = make_cues(cut, language)
        name = stem if language == cut.language else f"{stem}.{language}"
        vtt, srt = folder / f"{name}.vtt", folder / f"{name}.srt"
        write_atomic(vtt, to_vtt(cues, language).encode("utf-8"))
        write_atomic(srt, to_srt(cues, language).encode("utf-8"))
        tracks.append(WrittenTrack(language, vtt, srt, notes))
    return tracks
