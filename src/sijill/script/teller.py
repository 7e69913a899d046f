"""The record goes in; a Teller comes out, whose sentences remember what was said before.

It knows whom it has introduced, which day it spoke of last and which pattern it used last, so that
people are introduced once, dates are not repeated, and no two sentences in a row open alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sijill.citation import Citation
from sijill.dates import PartialDate, Precision, parse_edtf
from sijill.record.items import Record
from sijill.register.entries import Register
from sijill.script.labels import script_labels
from sijill.script.narration.calendar import card_date, date_label, on_date
from sijill.script.narration.naming import Names, listed
from sijill.script.narration.numerals import (
    arabic_count,
    arabic_number,
    english_cardinal,
    english_count,
    spell,
)
from sijill.script.narration.patterns import fill, parse_pattern, patterns
from sijill.script.narration.words import Told, Words, plain
from sijill.script.sentence import Line, ScriptSentence, SentenceKind
from sijill.text import KANJI


class Teller:
    """Writes the sentences of one script, in order."""

    def __init__(self, record: Record, register: Register, languages: Sequence[str]) -> None:
        self.record = record
        self.languages = tuple(languages)
        self.language_by_source = {source.id: source.language for source in record.sources}
        self.names = Names(record, register, languages)
        self._introduced: dict[str, str] = {}
        self._named_in: dict[str, int] = {}
        self._section = 0
        self._last_date: str | None = None
        self._last_came_about = True
        self._last_place: str | None = None
        self._same = 0
        self._asked: set[str] = set()
        self._card = False
        self._used: dict[tuple[str, str], int] = {}
        self._opening: dict[str, str] = {}
        self._count = 0
        self._phrases = {language: script_labels(language) for language in languages}

    # -- phrases -------------------------------------------------------------------------------

    def label(self, label_id: str) -> dict[str, str]:
        """Give a label of `script_labels.tsv` in every language, else KeyError."""
        return {language: self._phrases[language][label_id] for language in self.languages}

    def has_label(self, label_id: str) -> bool:
        """Say whether every language has the label."""
        return all(label_id in self._phrases[language] for language in self.languages)

    def phrase(self, label_id: str) -> dict[str, Words]:
        """Give a label as a phrase; `|f` at its end in Arabic tells that it is feminine."""
        told = {}
        for language, text in self.label(label_id).items():
            body, _, mark = text.partition("|")
            told[language] = plain(body, gender="f" if mark == "f" else "m")
        return told

    def new_section(self) -> None:
        """Begin a chapter: people are named with their titles again, dates with their years."""
        self._section += 1
        self._last_date = None
        self._last_place = None

    @contextmanager
    def on_card(self) -> Iterator[None]:
        """Name people by their short names for a while, without introducing anybody."""
        before, self._card = self._card, True
        try:
            yield
        finally:
            self._card = before

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """Write sentences for a while that nobody will hear: they are forgotten at its end."""
        before = {
            name: value.copy() if isinstance(value, dict | set) else value
            for name, value in vars(self).items()
            if name not in ("record", "names", "_phrases")
        }
        try:
            yield
        finally:
            vars(self).update(before)

    def person(self, person_id: str, time: str | None, *, titled: bool = False) -> dict[str, Words]:
        """Name a person for the next sentence; `titled` asks for a title even when named before."""
        held = self.names.post(person_id, time)
        if self._card:
            return self.names.person(person_id, "short", held)
        key = f"{held.post}:{held.body}" if held else ""
        known = self._introduced.get(person_id)
        fresh = self._named_in.get(person_id) != self._section
        if known is None or (held and held.past and known != key):
            form = "full"
        elif fresh and self._is_of_elsewhere(person_id):
            form = "full"  # No viewer remembers the country of one who is of neither state.
        elif fresh or titled:
            form = "title"
        else:
            form = "short"
        self._introduced[person_id] = key
        self._named_in[person_id] = self._section
        return self.names.person(person_id, form, held)

    def _is_of_elsewhere(self, person_id: str) -> bool:
        """Say whether somebody is of neither state of the pair."""
        entity = self.names.entity(person_id)
        return (
            entity is not None
            and entity.country is not None
            and entity.country not in self.record.between
        )

    def people(self, ids: Sequence[str], time: str | None) -> dict[str, Words]:
        """Name several people as a list."""
        return listed([self.person(i, time) for i in ids], self.languages)

    def party(self, entity_id: str, time: str | None, *, titled: bool = False) -> dict[str, Words]:
        """Name a person, a state or a body."""
        entity = self.names.entity(entity_id)
        if entity is not None and entity.kind == "person":
            return self.person(entity_id, time, titled=titled)
        first = entity_id not in self._introduced
        if self._card:
            return self.names.body(entity_id)
        self._introduced.setdefault(entity_id, "")
        return self.names.body(entity_id, full=first)

    def parties(
        self, ids: Sequence[str], time: str | None, *, titled: bool = False
    ) -> dict[str, Words]:
        """Name people, states and bodies as a list."""
        return listed([self.party(i, time, titled=titled) for i in ids], self.languages)

    def forget_date(self) -> None:
        """Say the next date in full: what was told since the last one speaks of other days."""
        self._last_date = None

    def when(
        self,
        edtf: str | None,
        *,
        relative: bool = True,
        within: bool = False,
        came_about: bool = True,
    ) -> dict[str, Words] | None:
        """Say a date: with its year once, then without, then `the same day`; None for no date.

        A third happening of one day needs no date at all. `within` is for what took a moment.
        What came about is not dated by a day on which nothing did, such as that of a plan.
        """
        if not edtf:
            return None
        date = parse_edtf(edtf)
        known = self._last_date if self._last_came_about or not came_about else None
        last = parse_edtf(known) if known else None
        self._last_date, self._last_came_about = edtf, came_about
        if relative and last and last.is_day and date.is_day and last.start and date.start:
            days = (date.start - last.start).days
            if days == 0:
                self._same += 1
                return self.phrase("same_day") if self._same == 1 else None
            self._same = 0
            if days == 1:
                return self.phrase("next_day")
        self._same = 0
        year = not (
            relative
            and last is not None
            and date.precision in (Precision.DAY, Precision.MONTH)
            and date.year is not None
            and last.year == date.year
            and _is_near(last, date)
        )
        return self.names.told(lambda language: on_date(edtf, language, year=year, within=within))

    def is_same_day(self, edtf: str | None) -> bool:
        """Say whether a date is the day spoken of last."""
        told = self._last_date if self._last_came_about else None
        return edtf is not None and edtf == told and parse_edtf(edtf).is_day

    def was_told_last(self, edtf: str | None) -> bool:
        """Say whether a date, or one within it, was the last told; true of what has none."""
        if not edtf or self._last_date is None:
            return not edtf
        return parse_edtf(edtf).may_equal(parse_edtf(self._last_date))

    def short_date(self, edtf: str) -> dict[str, Words] | None:
        """Say by which day or year a happening is known: the day within the year told last.

        None for what lies in no one year: nothing is “of from 2016 to 2017”.
        """
        date = parse_edtf(edtf)
        last = parse_edtf(self._last_date) if self._last_date else None
        if last is not None and date.is_day and last.year == date.year and _is_near(last, date):
            return self.names.told(lambda language: date_label(edtf, language, year=False))
        if date.year is None and date.is_interval:
            return None
        year = f"{date.year:04}" if date.year is not None else edtf
        return self.names.told(lambda language: date_label(year, language))

    def where(self, place_id: str) -> dict[str, Words] | None:
        """Say where, unless the same place was said last."""
        if self._last_place == place_id:
            return None
        entity = self.names.entity(self._last_place)
        inside = self.names.entity(place_id)
        if entity is not None and inside is not None and entity.within == place_id:
            return None  # A palace in the city was just named.
        self._last_place = place_id
        return self.names.place_in(place_id)

    def first_time(self, subject: str) -> bool:
        """Say whether this is asked for the first time of a subject, cards left aside."""
        if self._card or subject in self._asked:
            return False
        self._asked.add(subject)
        return True

    def formed(self, label_id: str, parts: Mapping[str, Told]) -> dict[str, Words]:
        """Give a label with its places `{name}` filled."""
        told = {}
        for language, words in self.phrase(label_id).items():
            filling = {name: part[language] for name, part in parts.items()}
            made = fill(parse_pattern(words.show), filling, language, capital=False)
            told[language] = Words(made.show, made.say, words.gender)
        return told

    def date(self, edtf: str) -> dict[str, str]:
        """Give a date for a card."""
        return {lang: card_date(edtf, lang) for lang in self.languages}

    def date_words(self, edtf: str) -> dict[str, Words]:
        """Say a date without a preposition."""
        return self.names.told(lambda language: date_label(edtf, language))

    def sources(self, number: int, *, oblique: bool = False) -> dict[str, Words]:
        """Say how many published sources tell a story."""
        if number == 1:
            return self.phrase("one_source")
        return self.formed("sources.counted", {"n": self.count(number, "source", oblique=oblique)})

    def count(
        self, number: int, noun: str, *, oblique: bool = False, accusative: bool = False
    ) -> dict[str, Words]:
        """Say so many of something, in the case it has in the sentence (in Arabic)."""

        def make(language: str) -> Words:
            if language == "ar":
                case = {"oblique": oblique, "accusative": accusative}
                return Words(
                    arabic_count(number, noun, spoken=False, **case),
                    arabic_count(number, noun, spoken=True, **case),
                    plural=number > 1,
                )
            return Words(
                english_count(number, noun, spoken=False),
                english_count(number, noun, spoken=True),
                plural=number > 1,
            )

        return self.names.told(make)

    def number(self, number: int, *, gender: str = "m", oblique: bool = False) -> dict[str, Words]:
        """Say a number alone, of things of a gender."""

        def make(language: str) -> Words:
            if language == "ar":
                said = arabic_number(number, gender, oblique=oblique)
            else:
                said = english_cardinal(number)
            return Words(said if number <= 10 else str(number), said, plural=number != 1)

        return self.names.told(make)

    def source_words(self, text: str) -> dict[str, Words]:
        """Give words of a source as a phrase; the voice gets its figures in words."""
        return self.names.told(lambda language: Words(text, spell(text, language)))

    # -- sentences -----------------------------------------------------------------------------

    def can_tell(self, key: str) -> bool:
        """Say whether every language has patterns for a key."""
        return all(key in patterns(language) for language in self.languages)

    def tell(
        self,
        key: str | Mapping[str, str],
        slots: Mapping[str, Told | None],
        *,
        kind: SentenceKind = SentenceKind.PARAPHRASE,
        items: Iterable[str] = (),
        citations: Iterable[Citation] = (),
        counted: bool = True,
    ) -> ScriptSentence | None:
        """Write one sentence by the patterns of `key`; None when a language has none that fits.

        `key` may differ by language. A sentence that is not `counted` takes no number: the caller
        uses its lines.

        Slots without a value are left out. Of the patterns that fit, those that use most of the
        slots come in turn, one that opens as the last sentence did only if there is no other.
        """
        lines: dict[str, Line] = {}
        for language in self.languages:
            filled = {
                name: told[language]
                for name, told in slots.items()
                if told is not None and language in told
            }
            line = self._line(key if isinstance(key, str) else key[language], filled, language)
            if line is None or _UNSPEAKABLE.search(line.say):
                return None  # No voice of these languages reads such letters.
            lines[language] = line
        if not counted:
            return ScriptSentence("", kind, lines, tuple(items), tuple(citations))
        return self.sentence(lines, kind=kind, items=items, citations=citations)

    def write(self, key: str, slots: Mapping[str, Told | None]) -> dict[str, str] | None:
        """Give the first fitting pattern of a key filled, for a card; None when none fits."""
        written = {}
        for language in self.languages:
            filled = {n: told[language] for n, told in slots.items() if told is not None}
            fitting = [p for p in patterns(language).get(key, ()) if p.needed <= filled.keys()]
            if not fitting:
                return None
            written[language] = fill(fitting[0], filled, language).show
        return written

    def around(self, key: str, slots: Mapping[str, Words], language: str) -> Line:
        """Fill the first pattern of a key, where a sentence made before is one of its slots."""
        words = fill(patterns(language)[key][0], slots, language)
        return Line(words.show, words.say)

    def _line(self, key: str, slots: Mapping[str, Words], language: str) -> Line | None:
        fitting = [p for p in patterns(language).get(key, ()) if p.needed <= slots.keys()]
        if not fitting:
            return None
        most = max(len(p.usable & slots.keys()) for p in fitting)
        best = [p for p in fitting if len(p.usable & slots.keys()) == most]
        # The least used first, so that two meals of one day are not told in the same words.
        order = sorted(best, key=lambda p: self._used.get((p.text, language), 0))
        written = [(p, fill(p, slots, language)) for p in order]
        last = self._opening.get(language)
        fresh = [(p, words) for p, words in written if _opening(words.show) != last]
        pattern, words = (fresh or written)[0]
        self._used[pattern.text, language] = self._used.get((pattern.text, language), 0) + 1
        self._opening[language] = _opening(words.show)
        return Line(words.show, words.say)

    def sentence(
        self,
        lines: dict[str, Line],
        *,
        kind: SentenceKind,
        items: Iterable[str] = (),
        citations: Iterable[Citation] = (),
    ) -> ScriptSentence:
        """Make a sentence of given lines; its id is its number in the script."""
        self._count += 1
        cited = tuple(dict.fromkeys(citations))
        return ScriptSentence(
            f"s{self._count:03d}", kind, lines, tuple(dict.fromkeys(items)), cited
        )


#: Kana, kanji, hangul, Cyrillic: letters that neither an Arabic nor an English voice reads.
_UNSPEAKABLE = re.compile(f"[\u3040-\u30ff{KANJI}\uac00-\ud7af\u0400-\u04ff]")


def _is_near(left: PartialDate, right: PartialDate) -> bool:
    """Say whether two dates lie within two months, so that one year does for both."""
    if not left.start or not right.start:
        return False
    return abs((left.start - right.start).days) <= 62


def _opening(text: str) -> str:
    return text.split(" ", 1)[0].strip("،,").removeprefix("و")
