"""A document goes in; its Reading comes out: the layers of reading, in their order.

Sentences, mentions, who is who, quotations, events, claims, signals. A layer that a text breaks
gives nothing, and the rest is still read; `Reader.faults` tells which and why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sijill.errors import SijillError, UsageError
from sijill.languages import LANGUAGES
from sijill.reading.claims import find_claims
from sijill.reading.document import Document, Reading
from sijill.reading.events import find_events
from sijill.reading.mentions import find_mentions
from sijill.reading.people import resolve
from sijill.reading.quotations import find_quotations
from sijill.reading.sentences import split_sentences
from sijill.reading.signals import find_signals
from sijill.reading.tagger import Tagger, load_tagger
from sijill.register.entries import Register
from sijill.register.matcher import Matcher

T = TypeVar("T")

#: What a text can do to a layer. An error in our tables or files (SijillError) is not one of them.
_BROKEN_BY_TEXT = (ValueError, LookupError, TypeError, ArithmeticError, RecursionError)


class Reader:
    """Reads documents; made once, because names and taggers are loaded when they are first needed.

    `register` holds the known names. `faults` are (source id, layer, what happened) of the
    documents read so far.
    """

    def __init__(self, register: Register) -> None:
        self._matcher = Matcher(register)
        self._register = register
        self._taggers: dict[str, Tagger | None] = {}
        self.faults: list[tuple[str, str, str]] = []

    def read(self, document: Document) -> Reading:
        """Read one document.

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
        tagger = self._taggers[language]

        def layer(name: str, work: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
            try:
                return work()
            except SijillError:
                raise
            except _BROKEN_BY_TEXT as fault:
                what = f"{type(fault).__name__}: {fault}"
                self.faults.append((document.source_id, name, what))
                return ()

        sentences = layer("sentences", lambda: split_sentences(document.text, language))
        found = layer("mentions", lambda: find_mentions(document, sentences, self._matcher, tagger))
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
            document.published,
            document.outlet,
            mentions,
            entities,
            quotations,
            events,
            claims,
            signals,
        )
