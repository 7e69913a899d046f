"""A count over reference tables goes in; the sentences that say it come out, in a language.

What must be said: k of n, of whom and when, the interval, what is not known or told two ways,
whether the table is complete, and what it would take to change the word.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.checks.counts import Counted
from sijill.checks.intervals import TIPPING_LIMIT
from sijill.edtf import read_date
from sijill.record.items import RarityNote
from sijill.record.visits import VisitRow
from sijill.record.wording import date_words, join, label, say, sentences
from sijill.tables import open_table
from sijill.tellings.reference import Region

#: What is found among several features is less of a surprise than what was asked for.
_STANDS_OUT = ("rare", "uncommon")


def count_words(counted: Counted, language: str, area: Region | None = None) -> str:
    """Say a count in words: k of n, whose and when, its interval, and what is not known."""
    found = counted.rate
    who = (
        say("rarity.who.region", language, region=label("regions", area.id, language))
        if area
        else say("rarity.who", language)
    )
    feature = feature_label(counted.feature, language)
    parts = [
        say(
            f"rarity.{found.word}",
            language,
            f=feature[:1].upper() + feature[1:],
            k=found.k,
            n=found.n,
            who=who,
            window=window_words(counted.window, language),
        ),
        say(
            "rarity.interval",
            language,
            low=round(100 * found.low),
            high=round(100 * found.high),
        ),
    ]
    if found.silent:
        parts.append(say("rarity.silent", language, n=found.silent))
    if counted.unknown:
        total = found.n + counted.unknown
        parts.append(
            say(
                "rarity.unknown", language, n=counted.unknown, k=found.k, most=counted.most,
                total=total,
            )
        )  # fmt: skip
    if counted.differing:
        cases = join([_differing(row, cell, language) for row, cell in counted.differing], language)
        parts.append(say("rarity.differing", language, cases=cases))
    return sentences(parts, language)


def note_words(note: RarityNote, broad: Counted | None, language: str) -> str:
    """Say what a note adds to its count: the wider count, what was looked at, what would change it.

    `broad` is the count over all guests beside that over a region.
    """
    parts = []
    if broad is not None and note.pooled is not None:
        # Five cases of weight tell no single per cent.
        near = 5 * round(20 * note.pooled)
        parts.append(
            say("rarity.pooled", language, k=broad.rate.k, n=broad.rate.n, percent=near)
        )  # fmt: skip
    parts.append(completeness_words(note.declared_by, note.tipping, language))
    if note.searched > 1 and note.word in _STANDS_OUT:
        parts.append(say("rarity.searched", language, n=note.searched))
    return sentences(parts, language)


def standing_words(note: RarityNote, classes: Sequence[str], language: str) -> str:
    """Say whether the class of the visit promises what is counted; nothing where none could."""
    if not note.standing:
        return ""
    feature = feature_label(note.feature, language)
    shown = " / ".join(label("visit_classes", name, language) for name in classes)
    name = feature[:1].upper() + feature[1:]
    return say(f"signal.{note.standing}", language, f=name, c=shown)


def completeness_words(declared_by: str | None, tipping: int | None, language: str) -> str:
    """Say who declares the table complete, or what visits that it lacks could change."""
    if declared_by is not None:
        return say("rarity.complete", language, by=declared_by)
    if tipping is None:
        return say("rarity.firm", language, n=TIPPING_LIMIT)
    return say("rarity.incomplete", language, n=tipping)


def until_words(counted: Counted, today: Counted | None, language: str) -> str:
    """Say until when was counted, and what the whole table shows where that is another count."""
    if counted.until is None:
        return ""
    day = date_words(counted.until, language)
    if today is None or is_same_count(counted, today):
        return say("rarity.until", language, date=day)
    return say("rarity.today", language, date=day, k=today.rate.k, n=today.rate.n)


def is_same_count(left: Counted, right: Counted) -> bool:
    """Say whether two counts are `k` of `n` alike."""
    return (left.rate.k, left.rate.n) == (right.rate.k, right.rate.n)


def window_words(window: str, language: str) -> str:
    """Say a window of time; a whole year, or one from its first day on, as a year."""
    span = read_date(window)
    if span is not None and span.start and span.end:
        whole = (span.start.month, span.start.day) == (1, 1)
        ends = (span.end.month, span.end.day) == (12, 31)
        if whole and span.start.year < span.end.year:
            end = str(span.end.year) if ends else span.end.isoformat()
            return date_words(f"{span.start.year}/{end}", language)
    return date_words(window, language)


def feature_label(feature: str, language: str) -> str:
    """Give the label of a feature of `rarity_features.tsv` in a language."""
    for row in open_table("protocol/rarity_features.tsv", ("feature", "en")):
        if row["feature"] == feature:
            return row.get(language) or row["en"]
    return feature


def _differing(row: VisitRow, cell: str, language: str) -> str:
    comma = say("comma", language)
    values = row.differing[cell]
    shown = [date_words(v, language) if cell.endswith("_date") else v for v in values]
    when = date_words((row.when or "")[:4], language)
    return f"{row.guest}{comma}{when}: {' / '.join(shown)}"
