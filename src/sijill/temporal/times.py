"""Sentences go in; the dates told in them come out, with EDTF values as precise as the text allows.

Spans follow the marks of our gold texts: without the preposition, with words such as «morning» or
عام. Values are worked out against the day of publication and the date told last; what the text
does not give (a day, a month, a year) is never filled in, and a value that would need it is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijill.citation import Span
from sijill.documents.document import Document, Mention, MentionKind, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.qualifiers import joint_words, words_with
from sijill.languages import WITH_ENDINGS
from sijill.temporal.calendar import FOOTNOTES, Atom, find_atoms
from sijill.temporal.clock import Clock
from sijill.temporal.tenses import tense_of
from sijill.temporal.values import interpret
from sijill.text import fold, to_ascii_digits

#: Classes that make a run of calendar words a date by themselves.
_ANCHORS = {
    "month", "weekday", "day", "dayrel", "yearrel", "yearsame", "monthrel", "weekrel", "decade",
    "numeric", "hijri", "ago", "apart", "within", "monthsame", "nthday",
}  # fmt: skip
_INNER = _ANCHORS | {
    "number", "ordinal", "unit", "mod", "edge", "season", "part", "era", "halfyear", "quarter",
    "count", "pair",
}  # fmt: skip
_LINKS = {"glue", "range"}
# An era right behind a year has at most so many letters.
_ERA_REACH = 8
_FOOTNOTE = re.compile(f"[{FOOTNOTES}]")
# Between two calendar words of one date stands at most so much.
_NEXT_WORD = 4
# Who says it stands between the word of saying and its day, and is no longer than this.
_TELLING = 60
# “Since” stands at most so far from the date of what was then.
_SINCE_REACH = 64
# What a number at the edge of a date may stand beside.
_COUNTED = {
    "month", "hijri", "unit", "era", "season", "numeric", "halfyear", "quarter", "ago", "apart",
    "within", "nthday",
}  # fmt: skip
# What «last», «this» or «the same» may stand beside: «last night», «اليوم التالي».
_TOLD_BY_MOD = {"unit", "month", "weekday", "season", "part", "day"}
_AWAY = {"ago", "apart", "within"}
_DISTANCE = {"ago", "apart", "within", "count", "pair", "number", "unit"}
# A year of two digits; years up to so many after publication are plans.
_SHORT_YEAR, _CENTURY, _PLANNED = 2, 2000, 10
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


def find_dates(document: Document, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Give the dates that the grammar of `data/<language>/calendar.tsv` can tell.

    Mentions have kind DATE, rule `calendar`, and their EDTF in `value`, or None.
    """
    clock = Clock.of(document.published)
    mentions: list[Mention] = []
    last: tuple[int, str | None] = (0, None)
    paragraph = 0
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            clock, paragraph = clock.in_new_paragraph(), sentence.paragraph
        clock = clock.in_new_sentence()
        atoms = find_atoms(document.text, sentence.start, sentence.end, document.language)
        opens = True
        bare_days = _bare_days(document, sentence, atoms)
        bare_parts = _bare_parts(document, sentence, atoms)
        runs = _runs(document.text, atoms, document.language)
        for run in sorted([*runs, *bare_days, *bare_parts], key=lambda r: r[0].start):
            joined = _joined(document.text, run, document.language)
            start, end = run[0].start, run[-1].end
            future, past = tense_of(document, sentence, atoms, start, end)
            near = clock.right_behind(_beside(document, last, start))
            value = interpret(joined, near, document.language, future=future, past=past)
            if is_counted_from_behind(document.text, run, document.language):
                value = None
            if value is None and (run in bare_days or any(a.kind == "nthday" for a in run)):
                continue
            last = (end, value)
            is_stay = "/" in (value or "")  # «с 4 по 7 сентября» tells no “since”
            if _moves(document, start, end, is_stay=is_stay, opens=opens):
                full = _is_full(joined)
                clock = clock.after(value, opens=opens, back=looks_back(joined), full=full)
                clock = clock.after_nth(nth_of(joined), value)
                if not opens and is_until(document.text, start, end, document.language):
                    clock = clock.until(value)
                clock = clock.staying(days_told(document.text, end, document.language))
                opens = opens and not _is_day(value)
            mentions.append(
                Mention(
                    f"d{len(mentions) + 1}",
                    MentionKind.DATE,
                    start,
                    end,
                    document.text[start:end],
                    value=value,
                    rule="calendar",
                    confidence=0.8,
                )
            )
    return tuple(mentions)


def evaluate_dates(
    document: Document, sentences: Sequence[Sentence], spans: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], str | None]:
    """Give the EDTF of date spans that something else found, in the order of the text."""
    clock = Clock.of(document.published)
    wanted = sorted(set(spans))
    values: dict[tuple[int, int], str | None] = {}
    last: tuple[int, str | None] = (0, None)
    position = paragraph = 0
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            clock, paragraph = clock.in_new_paragraph(), sentence.paragraph
        clock = clock.in_new_sentence()
        around: Sequence[Atom] | None = None
        opens = True
        while position < len(wanted) and wanted[position][0] < sentence.end:
            start, end = wanted[position]
            position += 1
            if around is None:
                around = find_atoms(document.text, sentence.start, sentence.end, document.language)
            future, past = tense_of(document, sentence, around, start, end)
            atoms = [*find_atoms(document.text, start, end, document.language)]
            behind = find_atoms(
                document.text, end, min(end + _ERA_REACH, sentence.end), document.language
            )
            if behind[:1] and behind[0].kind == "era" and behind[0].start - end < 2:
                atoms.append(behind[0])  # «عام 1446 هـ»: the era stands outside the span
            whole = (r for r in _runs(document.text, around, document.language) if _is_distance(r))
            atoms = next((r for r in whole if _holds(r, start, end)), atoms)
            if document.language == "ja":
                atoms = _in_century(atoms, document.published)
            value = interpret(
                _joined(document.text, atoms, document.language),
                clock.right_behind(_beside(document, last, start)),
                document.language,
                future=future,
                past=past,
            )
            if is_counted_from_behind(document.text, atoms, document.language):
                value = None
            values[start, end], last = value, (end, value)
            is_stay = "/" in (value or "")  # «с 4 по 7 сентября» tells no “since”
            if _moves(document, start, end, is_stay=is_stay, opens=opens):
                full = _is_full(atoms)
                clock = clock.after(value, opens=opens, back=looks_back(atoms), full=full)
                clock = clock.after_nth(nth_of(atoms), value)
                if not opens and is_until(document.text, start, end, document.language):
                    clock = clock.until(value)
                clock = clock.staying(days_told(document.text, end, document.language))
                opens = opens and not _is_day(value)
    for span in wanted:
        values.setdefault(span, None)
    return values


def with_values(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Give all mentions, the dates among them with the EDTF that they have in their order.

    One that has none there keeps what it has.
    """
    spans = [(m.start, m.end) for m in mentions if m.kind is MentionKind.DATE]
    values = evaluate_dates(document, sentences, spans)
    return tuple(
        [
            replace(m, value=values.get((m.start, m.end)) or m.value)
            if m.kind is MentionKind.DATE
            else m
            for m in mentions
        ]
    )


def _beside(document: Document, last: tuple[int, str | None], start: int) -> int | None:
    """Give the year told right before a date: “two years later, in May”; None where none is.

    `last` is where the date before ends, with its value.
    """
    end, value = last
    if value is None or not value.isdecimal():
        return None
    joint = expression(document.language, "year_beside")
    return int(value) if joint.fullmatch(document.text, end, start) else None


def _holds(run: Sequence[Atom], start: int, end: int) -> bool:
    """Say whether a distance holds a span of it, whose edges may be off: «[Два] года спустя»."""
    return run[0].start <= start and end <= run[-1].end


def _in_century(atoms: list[Atom], published: str | None) -> list[Atom]:
    """Give a year told by its last two digits in full: 86年 is 1986, 05年 2005.

    It is the last such year up to a few after publication, of which plans speak.
    """
    if len(atoms) < 2 or not published or not published[:4].isdecimal():
        return atoms
    number, unit = atoms[:2]
    is_short = number.kind == "number" and len(number.value) == _SHORT_YEAR
    if not is_short or (unit.kind, unit.value) != ("unit", "year") or number.end != unit.start:
        return atoms
    if any(a.kind in (*_AWAY, "era") for a in atoms):
        return atoms
    year = _CENTURY + int(number.value)
    year -= 100 if year > int(published[:4]) + _PLANNED else 0
    return [number._replace(value=str(year)), *atoms[1:]]


def is_counted_from_behind(text: str, atoms: Sequence[Atom], language: str) -> bool:
    """Say whether a distance is counted from what follows: «بعد يومين من المحادثات»."""
    if not atoms or not any(a.kind in _AWAY | {"yearsame", "monthsame"} for a in atoms):
        return False
    behind = expression(language, "counted_from_after")
    return behind.match(text, atoms[-1].end) is not None


def _moves(document: Document, start: int, end: int, *, is_stay: bool, opens: bool) -> bool:
    """Say whether what comes next is counted from a date: not from one of “since” or of telling.

    `opens` says that it is the first day of its sentence.
    """
    if not opens and is_of_telling(document.text, start, document.language):
        return False
    return is_stay or not is_since(document.text, start, end, document.language)


def is_of_telling(text: str, start: int, language: str) -> bool:
    """Say whether a date right behind a word of saying is that of it: “…, he said on Monday”."""
    before = text[max(0, start - _TELLING) : start]
    return ends_in(language, "told_on").search(before) is not None


def is_since(text: str, start: int, end: int, language: str) -> bool:
    """Say whether a date only tells since when: “the first visit since 1987”."""
    behind = expression(language, "since_after").match(text[end : end + 8])
    before = ends_in(language, "since_before").search(text[max(0, start - 16) : start])
    return behind is not None or before is not None


def since_clause(text: str, start: int, end: int, language: str) -> Span | None:
    """Give the clause of a date that tells when something was since which something else holds.

    “The first visit since independence in 1991”: from “since” to the date, in whichever order the
    language puts them. None for a date in no such clause.
    """
    behind = expression(language, "since_happening_after").match(text[end : end + _SINCE_REACH])
    if behind is not None:
        return Span(start, end + behind.end())
    first = max(0, start - _SINCE_REACH)
    before = ends_in(language, "since_happening").search(text[first:start])
    return Span(first + before.start(), end) if before is not None else None


def nth_of(atoms: Sequence[Atom]) -> int:
    """Give the number of “the second day”, 2日目; 0 for other dates, and for “the last day”."""
    if not any(a.kind == "nthday" for a in atoms):
        return 0
    numbers = [a.number for a in atoms if a.kind in ("nthday", "number") and a.number > 0]
    return numbers[0] if numbers else 0


def is_until(text: str, start: int, end: int, language: str) -> bool:
    """Say whether a date tells until when something lasts, or is to be done."""
    before = ends_in(language, "deadline_before").search(text[max(0, start - 16) : start])
    behind = expression(language, "deadline_after").match(text, end)
    return before is not None or behind is not None


def days_told(text: str, end: int, language: str) -> int:
    """Give for how many days something lasts from a date on: 「20日から4日間」; 0 if not told."""
    told = expression(language, "for_days").match(text, end)
    return int(to_ascii_digits(told.group("days"))) if told else 0


def looks_back(atoms: Sequence[Atom]) -> bool:
    """Say whether a date goes back from the day of the account: yesterday, the eve."""
    return any(a.kind in ("day", "dayrel") and a.value.startswith("-") for a in atoms)


def _is_day(value: str | None) -> bool:
    return value is not None and len(value.split("/")[0]) == len("2025-01-01")


def _bare_days(document: Document, sentence: Sentence, atoms: Sequence[Atom]) -> list[list[Atom]]:
    """Give days of a month told by their number alone in words that say so: “on the 9th”."""
    words = expression(document.language, "bare_day")
    found = [m.span() for m in words.finditer(document.text, sentence.start, sentence.end)]
    runs = [
        [a._replace(end=end) for a in atoms if start <= a.start and a.end <= end][:1]
        for start, end in found
    ]
    return [run for run in runs if run]


def _bare_parts(document: Document, sentence: Sentence, atoms: Sequence[Atom]) -> list[list[Atom]]:
    """Give parts of the day of the account told alone: “in the evening”, «وفي المساء»."""
    words = expression(document.language, "bare_part")
    found = [m.span() for m in words.finditer(document.text, sentence.start, sentence.end)]
    return [[Atom(start, end, "part", "")] for start, end in found if not _meets(atoms, end)]


def _meets(atoms: Sequence[Atom], end: int) -> bool:
    """Say whether another word of the calendar goes on: “in the evening on Monday”."""
    return any(a.kind in _ANCHORS | {"unit"} and end <= a.start <= end + _NEXT_WORD for a in atoms)


def _is_full(atoms: Sequence[Atom]) -> bool:
    """Say whether a date tells its month itself."""
    return any(
        a.kind in ("month", "numeric") or (a.kind == "unit" and a.value == "month") for a in atoms
    )


def _joined(text: str, atoms: Sequence[Atom], language: str) -> list[Atom]:
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


def _runs(text: str, atoms: Sequence[Atom], language: str) -> list[list[Atom]]:
    """Join atoms that stand together, and keep the runs that are dates."""
    runs: list[list[Atom]] = []
    run: list[Atom] = []
    for atom in (*atoms, None):
        if atom is not None and run and not _stands_by(text, run[-1], atom, language):
            _close(runs, run, text, language)
            run = []
        if atom is None:
            _close(runs, run, text, language)
        elif atom.kind in _INNER or (run and atom.kind in _LINKS):
            run.append(atom)
        else:
            _close(runs, run, text, language)
            run = []
    return runs


def _stands_by(text: str, left: Atom, right: Atom, language: str) -> bool:
    between = _FOOTNOTE.sub("", text[left.end : right.start]).strip()
    if not between:
        return True
    if expression(language, "number_ending").fullmatch(between):
        return True
    if len(between) > 4:
        return False
    if between[0] in "-–—/～〜" or fold(between) in words_with("and", language):
        kinds = (left.kind, right.kind)
        if right.kind in _AWAY:
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
    if any(a.kind in _ANCHORS for a in run) or _is_dated(run, language):
        runs.append(run)


def _distance_ends(run: Sequence[Atom]) -> int | None:
    """Give where a distance ends that a month goes on from: “two years later, in May”."""
    glue = next((i for i, a in enumerate(run) if i and a.kind == "glue"), None)
    if glue is None or not any(a.kind == "month" for a in run[glue:]):
        return None
    return glue if _is_distance(run[:glue]) else None


def _is_length(text: str, run: Sequence[Atom], language: str) -> bool:
    """Say whether Japanese words tell a length of time: 5年ぶり, 2日間."""
    if language != "ja" or run[-1].kind != "unit":
        return False
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
    if atom.kind in ("ago", "apart", "within", "count", "pair"):
        return not _is_distance(run)
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
            return False
        if index == 0 and len(run) > 2 and run[2].kind in ("month", "hijri"):
            # «8–11 декабря»: the first of two days that a dash joins.
            return atom.end == neighbour.start or neighbour.kind != "number"
        return not (
            _FIRST_YEAR <= atom.number <= _LAST_YEAR
            and neighbour.kind in ("glue", "edge", "number")
        )
    if atom.kind == "mod" and atom.value == "same" and _is_distance(run):
        return False
    if atom.kind == "mod":
        # English words of this kind stand before theirs: “said last week that”.
        behind = language == "en" and index == -1 and atom.value in ("same", "0")
        return behind or neighbour is None or neighbour.kind not in _TOLD_BY_MOD
    if atom.kind == "edge":
        return neighbour is None
    return False


def _is_distance(run: Sequence[Atom]) -> bool:
    """Say whether a run tells how far away something is: three days ago, قبل عامين, 2年前."""
    # «قبل ذلك بعامين», その2年前: “that” is what the distance is counted from.
    kinds = {a.kind for a in run if (a.kind, a.value) != ("mod", "same")}
    if not kinds & _AWAY or not kinds <= _DISTANCE:
        return False
    small = [a for a in run if a.kind == "number" and a.number < _FIRST_YEAR]
    units = "unit" in kinds or any(":" in a.value for a in run if a.kind in ("ago", "apart"))
    return "pair" in kinds or (units and bool("count" in kinds or small))


def is_distance(document: Document, start: int, end: int) -> bool:
    """Say whether a date tells how far away something is: “two years later”."""
    return _is_distance(find_atoms(document.text, start, end, document.language))


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
