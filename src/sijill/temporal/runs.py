"""The calendar words of a sentence go in; the runs of them that are dates come out.

«12 March 987», «last week», «قبل عامين»: words that stand together, without those at the edges
that belong to something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijill.documents.document import Document, Sentence
from sijill.documents.expressions import NOTHING, ends_in, expression
from sijill.documents.lookups import FOOTNOTES
from sijill.documents.qualifiers import joint_words, words_with
from sijill.languages import WITH_ENDINGS
from sijill.temporal.calendar import Atom
from sijill.temporal.calendar_words import ANCHORS
from sijill.text import fold

_INNER = ANCHORS | {
    "number", "ordinal", "unit", "mod", "edge", "season", "part", "era", "halfyear", "quarter",
    "count", "pair",
}  # fmt: skip
_LINKS = {"glue", "range"}
_FOOTNOTE = re.compile(f"[{FOOTNOTES}]")
# Between two calendar words of one date stands at most so much.
_NEXT_WORD = 4
# What a number at the edge of a date may stand beside.
_COUNTED = {
    "month", "hijri", "unit", "era", "season", "numeric", "halfyear", "quarter", "ago", "apart",
    "within", "nthday",
}  # fmt: skip
# What «last», «this» or «the same» may stand beside: «last night», «اليوم التالي».
_TOLD_BY_MOD = {"unit", "month", "weekday", "season", "part", "day"}
#: How far away something is: ago, later, within.
AWAY = {"ago", "apart", "within"}
_DISTANCE = {"ago", "apart", "within", "count", "pair", "number", "unit"}
#: What may stand at the edge of a run and not belong to its date.
_MAY_BE_LOOSE = _DISTANCE - {"unit"} | {"ordinal", "mod", "edge"}
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
# “Two nights” stands so near before “three days”.
_NIGHTS = 8


def runs_of(text: str, atoms: Sequence[Atom], language: str) -> list[list[Atom]]:
    """Join atoms that stand together, and keep the runs that are dates."""
    runs: list[list[Atom]] = []
    run: list[Atom] = []
    for atom in atoms:
        if run and not _stands_by(text, run[-1], atom, language):
            _close(runs, run, text, language)
            run = []
        if atom.kind in _INNER or (run and atom.kind in _LINKS):
            run.append(atom)
        elif run:
            _close(runs, run, text, language)
            run = []
    if run:
        _close(runs, run, text, language)
    return runs


def distances_of(text: str, atoms: Sequence[Atom], language: str) -> list[list[Atom]]:
    """Give the runs of atoms that tell how far away something is."""
    if AWAY.isdisjoint([a.kind for a in atoms]):
        return []
    return [run for run in runs_of(text, atoms, language) if tells_distance(run)]


def _stands_by(text: str, left: Atom, right: Atom, language: str) -> bool:
    between = text[left.end : right.start].strip()
    between = _FOOTNOTE.sub("", between).strip() if between else ""
    if not between:
        return True
    if expression(language, "number_ending").fullmatch(between):
        return True
    if len(between) > 4:
        return False
    if between[0] in "-–—/～〜" or fold(between) in words_with("and", language):
        kinds = (left.kind, right.kind)
        if right.kind in AWAY:
            return False  # «عام 2019 وقبل ذلك بعامين» are two dates
        return left.kind in _INNER and right.kind in _INNER and "number" in kinds
    if right.kind in ("pair", "count") and left.kind == "mod":
        return expression(language, "distance_joint").fullmatch(between) is not None
    return (
        language in WITH_ENDINGS and between.isalpha() and left.kind in ("month", "unit", "weekday")
    )


def _close(runs: list[list[Atom]], run: list[Atom], text: str, language: str) -> None:
    run = list(run)
    at = _distance_ends(run)
    if at is not None:
        _close(runs, run[:at], text, language)
        run = run[at:]
    while run and run[-1].kind in _LINKS:
        del run[-1]
    while run and (run[0].kind in _LINKS or _is_loose(run, 0, language)):
        del run[0]
    while run and (run[-1].kind in _LINKS or _is_loose(run, -1, language)):
        del run[-1]
    if run and _is_length(text, run, language):
        # 「20日から4日間」: what lasts so long begins on a day.
        last = max((i for i, a in enumerate(run) if a.kind == "range"), default=0)
        _close(runs, run[:last], text, language)
        return
    if not run:
        return
    if not ANCHORS.isdisjoint([a.kind for a in run]) or _is_dated(run, language):
        runs.append(run)


def joined(text: str, atoms: Sequence[Atom], language: str) -> list[Atom]:
    """Add the dashes and conjunctions between atoms, which tell ranges."""
    out: list[Atom] = []
    for atom in atoms:
        if out:
            between = text[out[-1].end : atom.start].strip()
            if between and between[0] in "-–—−~～〜":
                out.append(Atom(out[-1].end, atom.start, "range", "to"))
            elif atom.kind == "number" and expression(language, "range_ending").fullmatch(between):
                out.append(Atom(out[-1].end, atom.start, "range", "to"))  # «29 сәуірден 2 мамыр»
            elif between == "&" or fold(between) in joint_words(language):
                out.append(Atom(out[-1].end, atom.start, "range", "and"))
        out.append(atom)
    return out


def bare_days(document: Document, sentence: Sentence, atoms: Sequence[Atom]) -> list[list[Atom]]:
    """Give days of a month told by their number alone in words that say so: “on the 9th”."""
    found = _told_alone("bare_day", document, sentence) if atoms else []
    if not found:
        return []
    runs = [
        [a._replace(end=end) for a in atoms if start <= a.start and a.end <= end][:1]
        for start, end in found
    ]
    return [run for run in runs if run]


def bare_years(document: Document, sentence: Sentence, atoms: Sequence[Atom]) -> list[list[Atom]]:
    """Give years told by their last two digits in words that say so: 「開設は73年」.

    Only behind a year in full, as the press writes them; without one 20年 is a length of time.
    """
    text, language = document.text, document.language
    found = _told_alone("bare_year", document, sentence)
    if not found or not expression(language, "year_in_full").search(text, 0, found[-1][0]):
        return []
    runs = ([a for a in atoms if start <= a.start and a.end <= end] for start, end in found)
    return [run for run in runs if run]


def bare_parts(document: Document, sentence: Sentence, atoms: Sequence[Atom]) -> list[list[Atom]]:
    """Give parts of the day of the account told alone: “in the evening”, «وفي المساء»."""
    found = _told_alone("bare_part", document, sentence)
    if not found:
        return []
    return [[Atom(start, end, "part", "")] for start, end in found if not _meets(atoms, end)]


def _told_alone(name: str, document: Document, sentence: Sentence) -> list[tuple[int, int]]:
    """Give the spans of an expression for what is told without the rest of its date."""
    words = expression(document.language, name)
    if words is NOTHING or words.search(document.text, sentence.start, sentence.end) is None:
        return []  # as in most sentences
    return [m.span() for m in words.finditer(document.text, sentence.start, sentence.end)]


def _meets(atoms: Sequence[Atom], end: int) -> bool:
    """Say whether another word of the calendar goes on: “in the evening on Monday”."""
    return any(a.kind in ANCHORS | {"unit"} and end <= a.start <= end + _NEXT_WORD for a in atoms)


def _distance_ends(run: Sequence[Atom]) -> int | None:
    """Give where a distance ends that a month goes on from: “two years later, in May”."""
    if len(run) <= 2:
        return None  # words of the distance, of the month and between them are three
    glue = next((i for i, a in enumerate(run) if i and a.kind == "glue"), None)
    if glue is None or not any(a.kind == "month" for a in run[glue:]):
        return None
    return glue if tells_distance(run[:glue]) else None


def _is_length(text: str, run: Sequence[Atom], language: str) -> bool:
    """Say whether Japanese words tell a length of time: 5年ぶり, 2日間."""
    if language != "ja" or run[-1].kind != "unit":
        return False
    start = run[0].start
    if ends_in(language, "length_before").search(text, max(0, start - _NIGHTS), start):
        return True  # 2泊3日
    length = expression("ja", "length_of_time").match(text, start)
    if length is not None and length.end() == run[-1].end:
        return True  # 3日にわたる
    after = text[run[-1].end : run[-1].end + 2]
    has_year = any(a.kind == "number" and a.number >= _FIRST_YEAR for a in run)
    has_month = any(a.kind == "unit" and a.value == "month" for a in run)
    is_bare_year = run[-1].value == "year" and not any(a.kind == "era" for a in run)
    return expression("ja", "length_after").match(after) is not None or (
        is_bare_year and not has_year and not has_month and run[0].kind == "number"
    )


def _is_loose(run: Sequence[Atom], index: int, language: str) -> bool:
    """Say whether the atom at an edge does not belong to a date."""
    atom = run[index]
    if atom.kind not in _MAY_BE_LOOSE:
        return False
    if atom.kind in ("ago", "apart", "within", "count", "pair"):
        return not tells_distance(run)
    neighbour = run[1] if index == 0 and len(run) > 1 else run[-2] if len(run) > 1 else None
    if atom.kind in ("number", "ordinal"):
        if neighbour is None:
            return True
        if neighbour.kind == "month" and 100 <= atom.number < _FIRST_YEAR:
            # “In May 300 guests came”, but “12 March 987”.
            return index == 0 or len(run) < 3 or run[-3].kind != "number"
        if neighbour.kind in _COUNTED:
            return False
        if neighbour.kind == "range":
            return language == "ja" and index == -1  # 3日から5人: a day is written with its sign
        if index == 0 and len(run) > 2 and run[2].kind in ("month", "hijri"):
            # «8–11 декабря»: the first of two days that a dash joins.
            return atom.end == neighbour.start or neighbour.kind != "number"
        return not (
            _FIRST_YEAR <= atom.number <= _LAST_YEAR
            and neighbour.kind in ("glue", "edge", "number")
        )
    if atom.kind == "mod" and atom.value == "same" and tells_distance(run):
        return False
    if atom.kind == "mod":
        # English words of this kind stand before theirs: “said last week that”.
        behind = language == "en" and index == -1 and atom.value in ("same", "0")
        return behind or neighbour is None or neighbour.kind not in _TOLD_BY_MOD
    return neighbour is None  # an edge


def tells_distance(run: Sequence[Atom]) -> bool:
    """Say whether a run tells how far away something is: three days ago, قبل عامين, 2年前."""
    # «قبل ذلك بعامين», その2年前: “that” is what the distance is counted from.
    if AWAY.isdisjoint([a.kind for a in run]):
        return False  # as for most
    kinds = {a.kind for a in run if (a.kind, a.value) != ("mod", "same")}
    if not kinds <= _DISTANCE:
        return False
    small = [a for a in run if a.kind == "number" and a.number < _FIRST_YEAR]
    units = "unit" in kinds or any(":" in a.value for a in run if a.kind in ("ago", "apart"))
    return "pair" in kinds or (units and bool("count" in kinds or small))


def _is_dated(run: Sequence[Atom], language: str) -> bool:
    """Say whether a run without an anchor is a date: a year, last week, next spring."""
    kinds = {a.kind for a in run}
    years = [a for a in run if a.kind == "number" and _FIRST_YEAR <= a.number <= _LAST_YEAR]
    if years and kinds & {"unit", "season", "edge", "era", "halfyear", "quarter"}:
        return True
    if "era" in kinds and "number" in kinds:
        return True
    units = {a.value for a in run if a.kind == "unit"}
    if "mod" in kinds and (units or kinds & {"season", "part"}):
        return True
    return (
        language == "ja" and "number" in kinds and bool(units & {"day", "month", "year", "decade"})
    )
