"""A document goes in; its Reading comes out: the layers of reading, in their order.

Sentences, dates, mentions, who is who, quotations, events, claims, signals. A layer that a text
breaks gives nothing, and the rest is still read; `Reader.faults` tells which and why. No text keeps
a reader for longer than its limit: what was read by then is given.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from sijill.documents.deadline import OutOfTimeError, time_limit
from sijill.documents.document import Document, Reading
from sijill.documents.kept_answers import forget_texts
from sijill.documents.sentences import split_sentences
from sijill.errors import SijillError, UsageError
from sijill.events.finder import find_events
from sijill.languages import LANGUAGES
from sijill.mentions.finder import find_mentions
from sijill.people.resolution import resolve
from sijill.reading.claims import find_claims
from sijill.reading.signals import find_signals
from sijill.register.entries import Register
from sijill.register.matcher import Matcher
from sijill.speech.quotations import find_quotations
from sijill.tagging.tagger import Tagger, load_tagger
from sijill.temporal.datelines import day_of_dateline
from sijill.temporal.times import Steps, find_dates, with_values

T = TypeVar("T")

#: How long one document may take, in seconds of work; one of 600 words takes a hundredth of one.
SECONDS = 60.0
#: A longer text (code points) is read up to here; articles in sources are not so long.
LONGEST = 250_000
#: After so many documents reference cycles are looked for in all that is in memory.
LOOK_AGAIN = 500

#: What a text can do to a layer. An error in our tables or files (SijillError) is not one of them.
_BROKEN_BY_TEXT = (ValueError, LookupError, TypeError, ArithmeticError, RecursionError)


@contextmanager
def _without_collection(number: int, *, owns_process: bool) -> Iterator[None]:
    """Put the search for reference cycles off while a document is read, the `number`-th one.

    It goes through all tables and weights again and again, a sixth of the time, and finds nothing:
    what a reading needs no more is freed by itself. What is kept of it, words and what they weigh,
    would still be gone through behind each document, a twentieth of the time: so, with whatever
    else there is, it is left aside where the process only reads, until after many cycles are
    looked for in all there is. In a process of others the search goes on as it was.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on and owns_process:
            (gc.freeze if number % LOOK_AGAIN else gc.unfreeze)()
        if was_on:
            gc.enable()


class _Layers:
    """Reads the layers of one document; a text that breaks one costs that layer, and is a fault.

    `faults` gets (source id, layer, what happened); once the time is over nothing more is read.
    """

    def __init__(self, source_id: str, seconds: float, faults: list[tuple[str, str, str]]) -> None:
        self._source_id, self._seconds, self._faults = source_id, seconds, faults
        self._is_over = False

    def read(self, name: str, work: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
        """Give what a layer's work gives; nothing where the text breaks it, or time is over.

        Raises what is no fault of the text: SijillError.
        """
        if self._is_over:
            return ()
        try:
            return work()
        except SijillError:
            raise
        except OutOfTimeError:
            self._is_over = True
            what = f"not read to the end within {self._seconds:g} seconds"
        except _BROKEN_BY_TEXT as fault:
            what = f"{type(fault).__name__}: {fault}"
        self._faults.append((self._source_id, name, what))
        return ()


class Reader:
    """Reads documents; made once, because names and taggers are loaded when they are first needed.

    `register` holds the known names; `seconds` is how long (of this thread's work) one document may
    take. `faults` are (source id, layer, what happened) of the documents read so far,
    `notes` the same of what was taken for given where nothing else was. In a process that does
    nothing but read (`owns_process`) all that it holds is left out of the search for reference
    cycles, which makes reading a little faster.
    """

    def __init__(
        self, register: Register, *, seconds: float = SECONDS, owns_process: bool = False
    ) -> None:
        self._owns_process = owns_process
        self._seconds = seconds
        self._matcher = Matcher(register)
        self._register = register
        self._taggers: dict[str, Tagger | None] = {}
        self._count = 0
        self.faults: list[tuple[str, str, str]] = []
        self.notes: list[tuple[str, str, str]] = []

    def read(self, document: Document) -> Reading:
        """Read one document; of a longer one than `LONGEST` only the beginning.

        Raises UsageError for a language that Sijill does not read, TableFault for a broken table.
        """
        language = document.language
        if language not in LANGUAGES:
            raise UsageError(
                f"the language “{language}” is not read",
                where=f"source {document.source_id}",
                remedy=f"Sijill reads: {', '.join(LANGUAGES)}.",
            )
        if language not in self._taggers:
            self._taggers[language] = load_tagger(language)
        if len(document.text) > LONGEST:
            what = f"the text has {len(document.text)} characters; the first {LONGEST} were read"
            self.faults.append((document.source_id, "length", what))
            document = replace(document, text=document.text[:LONGEST])
        self._count += 1
        with (
            time_limit(self._seconds),
            _without_collection(self._count, owns_process=self._owns_process),
        ):
            reading = self._read(document, self._taggers[language])
            forget_texts()
        return reading

    def _read(self, document: Document, tagger: Tagger | None) -> Reading:
        language = document.language
        layer = _Layers(document.source_id, self._seconds, self.faults).read
        given = document.published
        sentences = layer("sentences", lambda: split_sentences(document.text, language))
        undated = document
        days = layer("published", lambda: (given or day_of_dateline(undated, sentences),))
        if given is None and days and (day := days[0]) is not None:
            document = replace(document, published=day)
            what = f"no day of publication is given; days are counted from the dateline’s, {day}"
            self.notes.append((document.source_id, "published", what))
        steps: Steps = {}
        dates = layer("dates", lambda: find_dates(document, sentences, steps))
        seen = layer(
            "mentions",
            lambda: find_mentions(document, sentences, self._matcher, tagger, dates=dates),
        )
        found = layer("dates", lambda: with_values(document, sentences, seen, steps)) or seen
        people = layer(
            "people",
            lambda: (resolve(document, sentences, found, register=self._register),),
        )
        mentions, entities = people[0] if people else (found, ())
        quotations = layer(
            "quotations", lambda: find_quotations(document, sentences, mentions, entities)
        )
        events = layer(
            "events", lambda: find_events(document, sentences, mentions, entities, quotations)
        )
        claims = layer(
            "claims",
            lambda: find_claims(document, sentences, mentions, entities, quotations, events),
        )
        signals = layer(
            "signals", lambda: find_signals(document, sentences, mentions, entities, events)
        )
        return Reading(
            document.source_id,
            language,
            given,
            document.outlet,
            mentions,
            entities,
            quotations,
            events,
            claims,
            signals,
        )
