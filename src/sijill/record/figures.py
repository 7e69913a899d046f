"""The readings of all sources go in; the figures they give come out: how much of what, when, and in
whose words.

A figure is a number with a unit beside words for what it measures ("trade", «испытаний»). Figures
of other times or other states are other facts; which of them disagree is told in `figure_disputes`.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sijill.citation import Span, cite
from sijill.documents.document import Mention, MentionKind, Reading
from sijill.documents.patterns import Hit, pattern_table
from sijill.documents.quotation_marks import OPENING
from sijill.edtf import read_date
from sijill.money_words import money_words
from sijill.record.account_items import AccountItem
from sijill.record.accounts import accounts_of
from sijill.record.items import FigureItem
from sijill.record.one_number import with_other_uses
from sijill.reuse.numbers import Number, find_numbers
from sijill.tables import open_table
from sijill.tellings.claim_words import sentence_around
from sijill.tellings.parties import Parties
from sijill.text import fold

#: A measure stands at most so many characters before an amount of money, or behind it.
_BEFORE, _BEHIND = 160, 60
#: Between a number and what it counts lie at most so many characters; in Japanese a counter.
_COUNTED, _COUNTED_JA = 28, 4
#: Words of rising and falling stand so near to their per cent.
_CHANGE = 60
#: A time so near behind a number is its own, also where another stands before.
_AT_ONCE = 25
#: A number from here on, without a noun, is an amount of money where another stands before it.
_AMOUNT = 1_000_000
#: What only a text that tells one number in two ways gives an amount of: else it is of one project.
_IN_ACCOUNTS = "projects"
_OWN_SIGNS = ("rise", "fall", "percent", "since")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure may measure: its kind (money or count), and whether it needs a time."""

    id: str
    kind: str
    is_timeless: bool


@cache
def measures() -> dict[str, Measure]:
    """Give all measures by id."""
    rows = open_table("protocol/measures.tsv", ("id", "kind", "period"))
    return {r["id"]: Measure(r["id"], r["kind"], r["period"] == "any") for r in rows}


def figures_of(
    readings: Sequence[Reading],
    texts: Mapping[str, str],
    entity_by_local: Mapping[str, str],
    event_by_local: Mapping[str, str],
    date_by_event: Mapping[str, str | None],
    parties: Parties,
) -> tuple[FigureItem, ...]:
    """Give the figures of every reading, in the order of sources and places in them.

    `event_by_local` maps "<source id>#<local event id>" to an event item, whose day counts for a
    figure told with it when the words give no other.
    """
    given: list[FigureItem] = []
    for reading in readings:
        found: dict[str, FigureItem] = {}
        text = texts.get(reading.source_id, "")
        page = _Page(reading, text, entity_by_local, parties)
        for figure in page.figures():
            event = _event_of(figure.span, reading, event_by_local)
            period = figure.period or (date_by_event.get(event) if event else None)
            item = FigureItem(
                id=_id(reading.source_id, figure.span.start, figure.measure),
                measure=figure.measure,
                value=figure.value,
                unit=figure.unit,
                citations=(cite(reading.source_id, text, figure.sentence),),
                number=cite(reading.source_id, text, figure.span),
                bound=figure.bound,
                period=period,
                countries=page.countries(figure.sentence),
                event=event,
            )
            found.setdefault(item.id, item)
        for item in page.of_one_number(accounts_of(reading, text)):
            found.setdefault(item.id, item)
        given += with_other_uses(sorted(found.values(), key=lambda f: f.number.start))
    return tuple(given)


def _id(source_id: str, start: int, measure: str) -> str:
    return f"figure-{hashlib.sha256(f'{source_id}|{start}|{measure}'.encode()).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class _Figure:
    measure: str
    value: float
    unit: str
    bound: str | None
    period: str | None
    span: Span
    sentence: Span


class _Page:
    """One text while its figures are looked for."""

    def __init__(
        self,
        reading: Reading,
        text: str,
        entity_by_local: Mapping[str, str],
        parties: Parties,
    ) -> None:
        self._reading = reading
        self._text = text
        self._language = reading.language
        self._entity_by_local = entity_by_local
        self._parties = parties
        table = pattern_table(self._language, "figure_words", ("measure", "needs"))
        self._dates = [
            m
            for m in reading.mentions
            if m.kind is MentionKind.DATE and m.value and read_date(m.value) is not None
        ]
        all_hits = [hit for hit in table.scan(text) if self._has_what_it_needs(hit)]
        self._hits = [hit for hit in all_hits if hit.row["measure"] != _IN_ACCOUNTS]
        self._all_hits = all_hits

    def _has_what_it_needs(self, hit: Hit) -> bool:
        needs = hit.row["needs"]
        if not needs:
            return True
        begin = self._text.rfind("\n", 0, hit.start) + 1
        end = self._text.find("\n", hit.end)
        # A headline or the paragraph before may name it.
        around = self._text[max(0, begin - 400) : end if end >= 0 else len(self._text)]
        return needs in fold(around)

    def figures(self) -> Iterator[_Figure]:
        """Go through the figures of the text; a sentence without a measure goes on with the last
        one of its paragraph.
        """
        if not any(hit.row["measure"] not in _OWN_SIGNS for hit in self._hits):
            return
        last: tuple[int, Hit] | None = None
        for sentence, numbers in self._sentences():
            hits = [h for h in self._hits if sentence.start <= h.start and h.end <= sentence.end]
            named = [h for h in hits if h.row["measure"] not in _OWN_SIGNS]
            paragraph = self._text.rfind("\n", 0, sentence.start)
            carried = last[1] if last is not None and last[0] == paragraph else None
            before: _Figure | None = None
            for number in numbers:
                figure = self._read(number, sentence, hits, named, None if named else carried)
                figure = figure or (before and self._without_noun(number, before))
                if figure is not None:
                    yield figure
                    before = figure
            money = [h for h in named if measures()[h.row["measure"]].kind == "money"]
            if named:
                last = (paragraph, money[-1]) if money else None

    def of_one_number(self, accounts: Sequence[AccountItem]) -> Iterator[FigureItem]:
        """Go through the figures that differing accounts make of one amount.

        The sentence that says that they differ names just one amount of money, and an account
        without one in its currency says what it is of: «projects of that value», "a target for
        investment".
        """
        numbers = find_numbers(self._text, self._language) if accounts else []
        for account in accounts:
            head = next(c for c in account.citations if c.span.contains(account.sign.span))
            amounts = [
                (number, unit)
                for number in numbers
                if number.value >= _AMOUNT
                and head.span.contains(number.span)
                and (unit := self._currency(number))
            ]
            if len(amounts) != 1:
                continue
            number, unit = amounts[0]
            for version in account.versions:
                words = version.words.span
                hits = [
                    hit
                    for hit in self._all_hits
                    if words.contains(hit.span)
                    and hit.row["measure"] not in _OWN_SIGNS
                    and measures()[hit.row["measure"]].kind == "money"
                ]
                own = [n for n in numbers if words.contains(n.span) and self._currency(n) == unit]
                if not hits or own:
                    continue
                named = [hit for hit in hits if hit.row["measure"] != _IN_ACCOUNTS]
                measure = (named or hits)[0].row["measure"]
                source = self._reading.source_id
                yield FigureItem(
                    id=_id(source, number.start, measure),
                    measure=measure,
                    value=number.value,
                    unit=unit,
                    citations=(version.words, head) if words != head.span else (head,),
                    number=cite(source, self._text, number.span),
                    bound=self._bound(number, head.span),
                    countries=self.countries(words),
                )

    def _sentences(self) -> Iterator[tuple[Span, list[Number]]]:
        """Give each sentence that holds numbers, with them."""
        numbers = [
            number
            for number in find_numbers(self._text, self._language)
            if not any(m.start < number.end and number.start < m.end for m in self._dates)
        ]
        done = 0
        for number in numbers:
            if number.start < done:
                continue
            start, end = sentence_around(self._text, number.start, number.end)
            done = max(end, number.end)
            yield Span(start, done), [n for n in numbers if start <= n.start and n.end <= done]

    def _read(
        self,
        number: Number,
        sentence: Span,
        hits: Sequence[Hit],
        named: Sequence[Hit],
        carried: Hit | None,
    ) -> _Figure | None:
        is_share = any(
            h.row["measure"] == "percent" and 0 <= h.start - number.end <= 2 for h in hits
        )
        currency = None if is_share else self._currency(number)
        value = number.value
        if is_share or currency:
            hit = self._governing(number, named) or carried
            if hit is None:
                return None
        else:
            hit = self._counted(number, named)
            if hit is None:
                return None
        measure = measures()[hit.row["measure"]]
        if is_share:
            sign = self._direction(number, hits)
            if sign is None or measure.kind != "money":
                return None
            unit, value = "percent", sign * value
        elif currency:
            if measure.kind != "money":
                return None
            unit = currency
        else:
            unit = "count"
        return _Figure(
            measure.id,
            value,
            unit,
            self._bound(number, sentence),
            self._period(number, sentence, is_change=is_share),
            number.span,
            sentence,
        )

    def _without_noun(self, number: Number, before: _Figure) -> _Figure | None:
        """Read a number that leaves out what the one before it in the sentence said: «يذكر 468،»,
        «называла 8 млрд».
        """
        behind = self._text[number.end : number.end + 12]
        if not re.match(r"\W*(?:\n|\Z)|\s?[,،;؛.。、]|\s[^\W\d]{1,2}\s", behind):
            return None
        is_amount = len(before.unit) == 3
        if is_amount != (number.value >= _AMOUNT) or before.unit == "percent":
            return None
        sentence = before.sentence
        return replace(
            before,
            value=number.value,
            bound=self._bound(number, sentence),
            period=self._period(number, sentence),
            span=number.span,
        )

    def _governing(self, number: Number, named: Sequence[Hit]) -> Hit | None:
        """Give the measure an amount is of: the nearest of money before it, else behind it."""
        money = [h for h in named if measures()[h.row["measure"]].kind == "money"]
        before = [h for h in money if 0 <= number.start - h.end <= _BEFORE]
        behind = [h for h in money if 0 <= h.start - number.end <= _BEHIND]
        return before[-1] if before else behind[0] if behind else None

    def _counted(self, number: Number, named: Sequence[Hit]) -> Hit | None:
        """Give what a bare number counts: the thing named right behind it, in Japanese also before
        it (「文書14件」).
        """
        counts = [h for h in named if measures()[h.row["measure"]].kind == "count"]
        most = _COUNTED_JA if self._language == "ja" else _COUNTED
        for hit in counts:
            gap = self._text[number.end : hit.start]
            if 0 <= hit.start - number.end <= most and not re.search(r"[\d.,;:،؛()\n]", gap):
                return hit
        if self._language == "ja":
            near = [h for h in counts if 0 <= number.start - h.end <= 1]
            return near[-1] if near else None
        return None

    def _direction(self, number: Number, hits: Sequence[Hit]) -> int | None:
        """Say whether a per cent is of growth (1) or of decline (-1); None when it is a share."""
        signs = [h for h in hits if h.row["measure"] in ("rise", "fall")]
        near = [
            (distance, h)
            for h in signs
            if (distance := max(number.start - h.end, h.start - number.end)) <= _CHANGE
        ]
        if not near:
            return None
        return 1 if min(near, key=lambda n: (n[0], n[1].start))[1].row["measure"] == "rise" else -1

    def _currency(self, number: Number) -> str | None:
        """Give the currency that stands at a number, as an ISO 4217 code."""
        behind = fold(self._text[number.end : number.end + 40])
        before = self._text[max(0, number.start - 4) : number.start].rstrip()
        for code, word, is_sign in _currencies(self._language):
            if is_sign and before.endswith(word):
                return code
            if not is_sign and re.match(rf"[\s\u00a0-]*(?:\w+\s)?{re.escape(word)}", behind):
                return code
        return None

    def _bound(self, number: Number, sentence: Span) -> str | None:
        """Give about, over, under or nearly, from the words right before a number."""
        before = fold(self._text[sentence.start : number.start]).rstrip(f" \u00a0$€¥£({OPENING}")
        behind = fold(self._text[number.end : number.end + 30])
        for bound, word, stands_behind in _bounds(self._language):
            if self._language == "ja":
                if before.endswith(word) or behind[:6].find(word) >= 0:
                    return bound
            elif re.search(rf"(?<!\w){re.escape(word)}(?:\s+\w{{1,3}})?\Z", before) or (
                stands_behind and re.match(rf"\W*(?:\w+\W+){{0,3}}{re.escape(word)}", behind)
            ):
                return bound
        return None

    def _period(self, number: Number, sentence: Span, *, is_change: bool = False) -> str | None:
        """Give the time a figure is told of: the one right behind it, else the last before it.

        Behind a change stands the time it is held against.
        """
        start, end = self._clause(number, sentence)
        dates = [m for m in self._dates if start <= m.start and m.end <= end]
        before = [m for m in dates if m.end <= number.start]
        behind = [m for m in dates if number.end <= m.start <= number.end + _BEHIND]
        if behind:
            between = self._text[number.end : behind[0].start]
            near = len(between) <= _AT_ONCE and not re.search(r"[,،、]", between)
            if (near and not is_change) or (not before and not re.search(r"\d", between)):
                return self._since(behind[0])
        return self._since(before[-1]) if before else None

    def _since(self, date: Mention) -> str | None:
        """Give the time of a date, without an end where words such as "since" stand at it."""
        value = date.value or ""
        if "/" not in value and any(
            h.row["measure"] == "since"
            and (0 <= date.start - h.end <= 2 or 0 <= h.start - date.end <= 1)
            for h in self._hits
        ):
            return f"{value.strip('[]').split(',')[0]}/.."  # of one of some days, the first
        return value

    def _clause(self, number: Number, sentence: Span) -> tuple[int, int]:
        """Give the part of a sentence between two semicolons in which a number stands."""
        before = self._text[sentence.start : number.start]
        behind = self._text[number.end : sentence.end]
        start = max(before.rfind(sign) for sign in ";؛；") + 1
        ends = [at for sign in ";؛；" if (at := behind.find(sign)) >= 0]
        return sentence.start + start, number.end + min(ends, default=len(behind))

    def countries(self, sentence: Span) -> tuple[str, ...]:
        """Give the countries that a sentence names, by code."""
        found = set()
        starts = [m.start for m in self._reading.mentions]
        for mention in self._reading.mentions[bisect_left(starts, sentence.start) :]:
            if mention.start >= sentence.end:
                break
            if mention.kind is not MentionKind.PLACE or mention.entity is None:
                continue
            entity = self._entity_by_local.get(f"{self._reading.source_id}#{mention.entity}")
            country = self._parties.country(entity) if entity else None
            if country:
                found.add(country)
        return tuple(sorted(found))


@cache
def _currencies(language: str) -> tuple[tuple[str, str, bool], ...]:
    """Give code, word and whether it is a sign that stands before, the longest words first."""
    found = [
        (word.id, cue if not re.search(r"\w", cue) else fold(cue), not re.search(r"\w", cue[-1]))
        for word in money_words(language, "currency")
        for cue in word.cues
    ]
    # A sign such as $ may be used in every language.
    if language != "en":
        found += [row for row in _currencies("en") if row[2]]
    return tuple(sorted(found, key=lambda f: (-len(f[1]), f)))


@cache
def _bounds(language: str) -> tuple[tuple[str, str, bool], ...]:
    """Give bound, word, and whether it may stand behind the number, the longest words first."""
    behind = language == "kk"
    found = [
        (word.id, fold(cue), behind) for word in money_words(language, "bound") for cue in word.cues
    ]
    return tuple(sorted(found, key=lambda f: (-len(f[1]), f)))


def _event_of(span: Span, reading: Reading, event_by_local: Mapping[str, str]) -> str | None:
    """Give the happening in whose words a figure stands, if only one has them."""
    around = {
        event
        for e in reading.events
        if e.evidence.contains(span)
        and (event := event_by_local.get(f"{reading.source_id}#{e.id}")) is not None
        and ("documents" in e.details or "amount" in e.details)
    }
    return next(iter(around)) if len(around) == 1 else None
