"""Sentences go in; the dates told in them come out, with EDTF values as precise as the text allows.

Spans follow the marks of our gold texts: without the preposition, with words such as «morning» or
عام. Values are worked out against the day of publication and the date told last; what the text
does not give (a day, a month, a year) is never filled in, and a value that would need it is None.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from sijill.citation import Span
from sijill.documents.document import DATE, Document, Mention, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.temporal.calendar import Atom, find_atoms, may_begin_atom
from sijill.temporal.calendar_words import IN_DATES
from sijill.temporal.clock import Clock
from sijill.temporal.runs import (
    AWAY,
    bare_days,
    bare_parts,
    bare_years,
    distances_of,
    joined,
    runs_of,
    tells_distance,
)
from sijill.temporal.tenses import tense_of
from sijill.temporal.values import interpret
from sijill.text import to_ascii_digits

# What tells how far a date is from another.
_FROM_ANOTHER = frozenset({*AWAY, "yearsame", "monthsame"})
# What tells it of a day, or of a deed: “the next day”.
_FROM_A_DEED = frozenset({"apart", "dayrel"})
# A deed stands this near before what is counted from it; shortly before is so far (code points).
_DEED, _ACCOUNT = 12, 160
# An era right behind a year has at most so many letters.
_ERA_REACH = 8
# It begins less than so far behind it.
_ERA_GAP = 2
# Who says it stands between the word of saying and its day, and is no longer than this.
_TELLING = 60
# What a length is counted from stands right before it, and is no longer (code points).
_COUNTED = 40
_COUNTED_ON = ("counted_from_done", "counted_on_from")
# “Since” stands at most so far from the date of what was then.
_SINCE_REACH = 64
# A year of two digits; years up to so many after publication are plans.
_SHORT_YEAR, _CENTURY, _PLANNED = 2, 2000, 10
_end = attrgetter("end")


class _Told(NamedTuple):
    """A date of a sentence, before its value is known: its span, and the words of the calendar.

    `around` are those of its whole sentence. One that `needs_value` is no date without one.
    """

    start: int
    end: int
    atoms: Sequence[Atom]
    around: Sequence[Atom]
    needs_value: bool = False


class _Account(NamedTuple):
    """How far a text was told: its clock, and where the date told last ends, if it is a year.

    `opens` says that the sentence has told no day yet.
    """

    clock: Clock
    year: tuple[int, int] | None
    opens: bool


class _Step(NamedTuple):
    """How a date took the account of a text further, and the value that it had in it."""

    before: _Account
    told: _Told
    value: str | None
    after: _Account


#: The steps of the dates of one document, by their spans: what told the same words at the same
#: point of the account before takes it to the same one again.
Steps = dict[tuple[int, int], _Step]


def find_dates(
    document: Document, sentences: Sequence[Sentence], steps: Steps | None = None
) -> tuple[Mention, ...]:
    """Give the dates that the grammar of `data/<language>/calendar.tsv` can tell.

    Mentions have kind DATE, rule `calendar`, and their EDTF in `value`, or None. `steps` are those
    of the document, which are kept for `with_values`.
    """
    steps = {} if steps is None else steps
    told = ((sentence, _by_grammar(document, sentence)) for sentence in sentences)
    found = _in_order(document, told, steps)
    return tuple(
        [
            Mention(
                f"d{number}",
                DATE,
                start,
                end,
                document.text[start:end],
                value=value,
                rule="calendar",
                confidence=0.8,
            )
            for number, ((start, end), value) in enumerate(found, 1)
        ]
    )


def evaluate_dates(
    document: Document,
    sentences: Sequence[Sentence],
    spans: Iterable[tuple[int, int]],
    steps: Steps | None = None,
) -> dict[tuple[int, int], str | None]:
    """Give the EDTF of date spans that something else found, in the order of the text."""
    wanted = sorted(set(spans))
    steps = {} if steps is None else steps
    values = dict(_in_order(document, _by_sentence(document, sentences, wanted), steps))
    return {span: values.get(span) for span in wanted}


def _in_order(
    document: Document, dates: Iterable[tuple[Sentence, Sequence[_Told]]], steps: Steps
) -> Iterator[tuple[tuple[int, int], str | None]]:
    """Give the spans and values of the dates of sentences, in order.

    The clock goes on from each to the next.
    """
    account = _Account(Clock.of(document.published), None, opens=True)
    paragraph = 0  # that of the date told last
    for sentence, told_here in dates:
        if not told_here:
            continue  # as in most sentences
        clock = account.clock.in_new_sentence(sentence.paragraph - paragraph)
        account, paragraph = _Account(clock, account.year, opens=True), sentence.paragraph
        for told in told_here:
            span = (told.start, told.end)
            step = steps.get(span)
            if step is None or step.told != told or step.before != account:
                steps[span] = step = _step(document, sentence, told, account)
            account = step.after
            if step.value is not None or not told.needs_value:
                yield span, step.value


def _step(document: Document, sentence: Sentence, told: _Told, before: _Account) -> _Step:
    """Take the account of a text over a date of it."""
    clock, year, opens = before
    near = clock.right_behind(_beside(document, year, told.start))
    told_here = year is not None and year[0] > sentence.start
    untold = opens and not told_here and is_counted_from_deed(document, sentence, told)
    value = None if untold else _value(document, sentence, told, near)
    if value is None and told.needs_value:
        return _Step(before, told, None, before)
    is_stay = "/" in (value or "")  # «с 4 по 7 сентября» tells no “since”
    if _moves(document, told.start, told.end, is_stay=is_stay, opens=opens):
        clock = _moved(document, clock, told, value, opens=opens)
        opens = opens and not _is_day(value)
    year = (told.end, int(value)) if value is not None and value.isdecimal() else None
    return _Step(before, told, value, _Account(clock, year, opens))


def _value(document: Document, sentence: Sentence, told: _Told, clock: Clock) -> str | None:
    if not _FROM_ANOTHER.isdisjoint([a.kind for a in told.atoms]):
        if is_counted_from_behind(document.text, told.atoms, document.language):
            return None
        if is_counted_from_before(document.text, told.atoms, document.language):
            return None
        again = expression(document.language, "year_behind").match(document.text, told.end)
        if again and any(a.kind == "apart" and a.value.startswith("year") for a in told.atoms):
            return again["year"]  # 「それから4年後の2018年」
    words = joined(document.text, told.atoms, document.language)
    tense = partial(tense_of, document, sentence, told.around, told.start, told.end)
    return interpret(words, clock, document.language, tense)


def _moved(
    document: Document, clock: Clock, told: _Told, value: str | None, *, opens: bool
) -> Clock:
    """Give the clock once a date has been told that others are counted from."""
    atoms = told.atoms
    clock = clock.after(value, opens=opens, back=looks_back(atoms), full=_is_full(atoms))
    clock = clock.after_nth(nth_of(atoms), value)
    if not opens and is_until(document.text, told.start, told.end, document.language):
        clock = clock.until(value)
    return clock.staying(days_told(document.text, told.end, document.language))


def _by_grammar(document: Document, sentence: Sentence) -> list[_Told]:
    """Give the dates of a sentence that the grammar makes of the words of the calendar."""
    text, language = document.text, document.language
    atoms = find_atoms(text, sentence.start, sentence.end, language)
    days = bare_days(document, sentence, atoms)
    alone = [*days, *bare_parts(document, sentence, atoms)]
    if not alone and IN_DATES.isdisjoint([a.kind for a in atoms]):
        return []  # as in most sentences
    alone += bare_years(document, sentence, atoms)
    runs = [*runs_of(text, atoms, language), *alone]
    runs.sort(key=lambda r: r[0].start)
    return [
        _Told(
            run[0].start,
            run[-1].end,
            run,
            atoms,
            needs_value=run in days or any(a.kind == "nthday" for a in run),
        )
        for run in runs
    ]


def _by_sentence(
    document: Document, sentences: Sequence[Sentence], spans: Iterable[tuple[int, int]]
) -> Iterator[tuple[Sentence, list[_Told]]]:
    """Give the sentences that hold some of the spans, which are sorted, each with its dates."""
    left, number = deque(spans), 0
    while left:
        number = bisect_right(sentences, left[0][0], number, key=_end)
        if number == len(sentences):
            return
        yield sentences[number], _at(document, sentences[number], left)


def _at(document: Document, sentence: Sentence, spans: deque[tuple[int, int]]) -> list[_Told]:
    """Give the dates of a sentence at given spans, which are taken from the front of `spans`."""
    text, language = document.text, document.language
    around = find_atoms(text, sentence.start, sentence.end, language)
    distances = distances_of(text, around, language)
    found: list[_Told] = []
    while spans and spans[0][0] < sentence.end:
        start, end = spans.popleft()
        atoms = [*find_atoms(text, start, end, language)]
        era = _era_behind(text, end, sentence.end, language)
        if era is not None:
            atoms.append(era)  # «عام 1446 هـ»: the era stands outside the span
        atoms = next((r for r in distances if _holds(r, start, end)), atoms)
        if language == "ja":
            atoms = _in_century(atoms, document.published)
        found.append(_Told(start, end, atoms, around))
    return found


def _era_behind(text: str, end: int, sentence_end: int, language: str) -> Atom | None:
    """Give the word of an era that stands right behind a date; None without one, as for most."""
    stop = min(end + _ERA_REACH, sentence_end)
    places = range(end, end + _ERA_GAP)
    if not any(may_begin_atom(text, at, stop, language, "era") for at in places):
        return None
    behind = find_atoms(text, end, stop, language)
    is_era = bool(behind) and behind[0].kind == "era" and behind[0].start - end < _ERA_GAP
    return behind[0] if is_era else None


def with_values(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    steps: Steps | None = None,
) -> tuple[Mention, ...]:
    """Give all mentions, the dates among them with the EDTF that they have in their order.

    One that has none there keeps what it has. `steps` are those that `find_dates` left.
    """
    spans = [(m.start, m.end) for m in mentions if m.kind is DATE]
    values = evaluate_dates(document, sentences, spans, steps)
    return tuple([_valued(m, values) if m.kind is DATE else m for m in mentions])


def _valued(date: Mention, values: Mapping[tuple[int, int], str | None]) -> Mention:
    value = values.get((date.start, date.end))
    return date if value in (None, date.value) else replace(date, value=value)


def _beside(document: Document, year: tuple[int, int] | None, start: int) -> int | None:
    """Give the year told right before a date: “two years later, in May”; None where none is.

    `year` is where the date before ends, with it, if it is one.
    """
    if year is None:
        return None
    end, told = year
    joint = expression(document.language, "year_beside")
    return told if joint.fullmatch(document.text, end, start) else None


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
    if any(a.kind in (*AWAY, "era") for a in atoms):
        return atoms
    year = _CENTURY + int(number.value)
    year -= 100 if year > int(published[:4]) + _PLANNED else 0
    return [number._replace(value=str(year)), *atoms[1:]]


def is_counted_from_behind(text: str, atoms: Sequence[Atom], language: str) -> bool:
    """Say whether a distance is counted from what follows: «بعد يومين من المحادثات»."""
    if _FROM_ANOTHER.isdisjoint([a.kind for a in atoms]):
        return False
    behind = expression(language, "counted_from_after")
    return behind.match(text, atoms[-1].end) is not None


def is_counted_from_deed(document: Document, sentence: Sentence, told: _Told) -> bool:
    """Say whether a date is counted from a deed that nothing gave a day before: 「…した2日後」.

    The words of a deed told shortly before are of a day that was told.
    """
    if _FROM_A_DEED.isdisjoint([a.kind for a in told.atoms]):
        return False
    text, start = document.text, told.start
    counted = ends_in(document.language, "counted_from_before")
    deed = counted.search(text[max(sentence.start, start - _DEED) : start])
    if deed is None:
        return False
    words, end = deed["deed"], start - len(deed.group())
    return words is None or text.find(words, max(0, end - _ACCOUNT), end) < 0


def is_counted_from_before(text: str, atoms: Sequence[Atom], language: str) -> bool:
    """Say whether a distance is counted from what stands before it: «сапардан екі күн кейін»."""
    if not atoms or not tells_distance(atoms):
        return False
    start = atoms[0].start
    before = text[max(0, start - _COUNTED) : start]
    # “Two days ago from Lima” is counted from now, and so is «Лимадан екі күн бұрын».
    is_ago = any(a.kind == "ago" and a.value.startswith("-") for a in atoms)
    names = _COUNTED_ON[:1] if is_ago else _COUNTED_ON
    return any(ends_in(language, name).search(before) is not None for name in names)


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
    if "nthday" not in [a.kind for a in atoms]:
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


def _is_full(atoms: Sequence[Atom]) -> bool:
    """Say whether a date tells its month itself."""
    return any(
        a.kind in ("month", "numeric") or (a.kind == "unit" and a.value == "month") for a in atoms
    )


def is_distance(document: Document, start: int, end: int) -> bool:
    """Say whether a date tells how far away something is: “two years later”."""
    return tells_distance(find_atoms(document.text, start, end, document.language))
