"""A sentence goes in; the lines of its subtitles come out, broken where the sentence breathes.

Lengths and speeds follow `protocol/subtitle_pace.tsv`; where a sentence may be broken is a table of
each language, `subtitle_breaks.tsv`.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from types import MappingProxyType

from sijill.errors import TableFault
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


_KINDS = ("before", "after", "hold", "stay", "before_start", "tied_start")
#: Tables that name posts, the first there is; and their columns that are no text of a post.
_POSTS = ("posts_spoken", "posts_told")
_NO_TEXT = ("post", "rank", "gender", "but", "source")
#: What may stand attached before an Arabic word.
_ATTACHED = "وفبلك"


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


@dataclass(frozen=True, slots=True)
class _Posts:
    """Words of posts: those that a state or a body follows, those that a name may follow, pairs."""

    construct: frozenset[str]
    titles: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@cache
def _posts(language: str) -> _Posts:
    """Give the words of the posts of a language: رئيس of «رئيس {c}», الرئيس, رئيس الوزراء."""
    paths = [f"{language}/{table}.tsv" for table in _POSTS]
    name = next((path for path in paths if data_path(path).exists()), "")
    construct: set[str] = set()
    titles: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for row in open_table(name, ("post",)) if name else ():
        for column, cell in row.items():
            words = cell.casefold().split() if column not in _NO_TEXT else []
            for left, right in pairwise(words):
                if left.startswith("{"):
                    continue
                if right.startswith("{"):
                    (titles if right == "{n}" else construct).add(left)
                else:
                    pairs.add((left, right))
            if column == "title" and words:
                titles.add(words[-1])
    return _Posts(frozenset(construct), frozenset(titles), frozenset(pairs))


def _forms(word: str, language: str) -> set[str]:
    return {word, word[1:]} if language == "ar" and word[:1] in _ATTACHED else {word}


def stand_together(first: str, second: str, language: str) -> bool:
    """Say whether two words, folded and without signs around them, stand on one line."""
    words, posts = _breaks(language), _posts(language)
    return (
        first in words["hold"]
        or second in words["stay"]
        or any(f in posts.construct or (f, second) in posts.pairs for f in _forms(first, language))
    )


def _is_titled(left: str, right: str, language: str) -> bool:
    """Say whether a title stands before what may be a name: President Japarov, الرئيس توكاييف."""
    if left[:1].isupper() != right[:1].isupper():
        return False
    return bool(_forms(left.casefold(), language) & _posts(language).titles)


def bare(word: str) -> str:
    """Give a word without quotation marks, brackets and stops around it."""
    return word.strip(_AROUND_WORDS)


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


def _ends_sentence(piece: _Piece) -> bool:
    return _last_sign(piece) in _SENTENCE_END


def _last_sign(piece: _Piece) -> str:
    """Give the sign before any closing quotation marks; a space where there is none."""
    return piece.text.rstrip(_CLOSING)[-1:] or " "


#: Pairs of words, folded, that are not torn apart, with what it costs to do so all the same.
Tied = Mapping[tuple[str, str], float]
_NAME = 32.0
_TOGETHER = 26.0
_OFTEN = 24.0


def find_tied(texts: Iterable[str], names: Iterable[str] = ()) -> Tied:
    """Find pairs of words that belong together: those in `names`, and those always seen together.

    A pair counts when it stands in the texts at least twice, and at least one of its words is
    seldom (two times in five) without the other.
    """
    pairs: Counter[tuple[str, str]] = Counter()
    words: Counter[str] = Counter()
    for text in texts:
        folded = [bare(word).casefold() for word in text.split()]
        words.update(folded)
        pairs.update(pairwise(folded))
    often = {
        pair
        for pair, count in pairs.items()
        if count >= 2 and count >= 0.6 * min(words[pair[0]], words[pair[1]])
    }
    costs = dict.fromkeys(sorted(often), _OFTEN)
    for name in names:
        costs.update(dict.fromkeys(pairwise(bare(w).casefold() for w in name.split()), _NAME))
    return costs


# What each break costs was found by trial on the narration of the example, each sentence at seven
# lengths of a subtitle: 5 of 1744 tear words that belong together and 3 a name; with a cost of 14
# for words and 20 for names there were 37 and 8 (of 1731).
def _penalty(
    before: _Piece, after: _Piece, words: dict[str, tuple[str, ...]], tied: Tied, language: str
) -> float:
    """Say how bad it is to break between two pieces; 0 is a sentence's end."""
    if _ends_sentence(before):
        return 0.0
    if _last_sign(before) in _CLAUSE_END:
        return 1.0
    left, right = bare(before.text), bare(after.text)
    first, second = left.casefold(), right.casefold()
    bound = stand_together(first, second, language) or _is_titled(left, right, language)
    torn = max(_TOGETHER if bound else 0.0, tied.get((first, second), 0.0))
    if torn:
        return torn
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
        return 14.0
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
            cost = self.costs[middle] + 12.0 * (abs(first - second) / self.limit) ** 2
            if best is None or cost < best[0]:
                best = (cost, middle)
        return best


def split_sentence(
    text: str, language: str, *, largest: float | None = None, tied: Tied = MappingProxyType({})
) -> list[list[str]]:
    """Split a sentence into subtitles, each a list of one or two lines.

    `largest` is the most characters a subtitle may have in all (its default is two full lines),
    `tied` are pairs of words to be kept together.
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
    costs = [0.0, *(_penalty(a, b, words, tied, language) for a, b in pairwise(pieces)), 0.0]
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
