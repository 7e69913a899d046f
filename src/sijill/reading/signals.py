"""Sentences and events go in; the details of protocol that carry meaning come out.

Most are told by their words (`data/<language>/signal_cues.tsv`); the monarch's meeting, both hosts
on one day, lengths, numbers of documents and houses of state follow from events and mentions. An
honour that was dropped or is absent is no signal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sijill.citation import Span
from sijill.dates import parse_edtf
from sijill.documents.counted import numbers_of
from sijill.documents.document import (
    PERSON,
    PLACE,
    POST,
    SAME_DAY,
    Document,
    Entity,
    Event,
    Mention,
    Sentence,
    Signal,
    Status,
)
from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage, passage_of
from sijill.documents.patterns import Hit, longest, pattern_table
from sijill.errors import FormatFault
from sijill.event_types import types_with
from sijill.events.status import status_cues_of
from sijill.happenings.arguments import arguments_of
from sijill.people.posts import read_post
from sijill.reading.claims import is_negated
from sijill.temporal.chronology import single_day

# Told of more than once in a text, but one detail of the visit.
_ONCE = frozenset(
    {"visit_format", "documents_signed", "joint_statement_level", "tete_a_tete", "guard_of_honour",
     "gun_salute", "airport_greeter", SAME_DAY, "first_visit"}
)  # fmt: skip
# «в Дар-эс-Салам» is no gift.
_CUT = re.compile(r"-[^\W\d_]{1,3}-")
# What happened or is on the programme; what fell through is no detail of a visit.
_TOLD = frozenset({Status.HELD, Status.PLANNED})
_MEETINGS = types_with("received") - types_with("royal")
_CONTACTS = types_with("timed")

# “half” stands so near before its hour; hours and minutes of one length are so near (code points).
_HALF, _ONE_LENGTH = 12, 5


def find_signals(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
    events: Sequence[Event] = (),
) -> tuple[Signal, ...]:
    """Find the signals of a document, in order, with ids s1, s2 …; none for an empty one."""
    passage = passage_of(document, sentences, mentions, entities)
    if not passage.sentences:
        return ()
    finder = _Finder(passage, events)
    found = sorted(set(finder.found()), key=lambda item: (item[1], item[0]))
    return tuple(
        Signal(
            f"s{number}",
            signal,
            span.start,
            span.end,
            passage.text[span.start : span.end],
            finder.event_at(span),
            f"signal {signal}",
            0.7,
        )
        for number, (signal, span) in enumerate(found, 1)
    )


class _Finder:
    def __init__(self, passage: Passage, events: Sequence[Event]) -> None:
        self.passage = passage
        self.events = events
        self.arguments = arguments_of(passage)
        self.numbers = numbers_of(passage)
        self.cues = status_cues_of(passage)
        self._body = _body_start(passage)

    def found(self) -> list[tuple[str, Span]]:
        out: list[tuple[str, Span]] = []
        for signal, span in sorted(
            [
                *self._from_words(),
                *self._formats(),
                *self._lengths(),
                *self._documents(),
                *self._houses(),
                *self._monarchs(),
            ],
            key=lambda item: (item[1], item[0]),
        ):
            if span.start < self._body or self._is_history(span) or self._is_absent(span):
                continue
            same = [other for name, other in out[-60:] if name == signal]
            if any(span.overlaps(other) for other in same) or (same and signal in _ONCE):
                continue
            out.append((signal, span))
        return out

    def event_at(self, span: Span) -> str | None:
        """Give the event whose trigger stands nearest in the same sentence."""
        near = [
            (abs(e.trigger.start - span.start), e.id)
            for e in self.events
            if e.evidence.start <= span.start < e.evidence.end
        ]
        return min(near)[1] if near else None

    def _is_history(self, span: Span) -> bool:
        """Say whether a detail belongs to a happening of long ago, told in passing."""
        published = self.passage.document.published
        here = [e for e in self.events if e.evidence.start <= span.start < e.evidence.end]
        if not published or not here:
            return False
        nearest = min(here, key=lambda e: abs(e.trigger.start - span.start))
        try:
            day = parse_edtf(nearest.date).end if nearest.date else None
            told = parse_edtf(published).start
        except FormatFault:
            return False
        return day is not None and told is not None and (told - day).days > 330

    def _is_absent(self, span: Span) -> bool:
        return any(e.status is Status.CANCELLED and e.trigger.overlaps(span) for e in self.events)

    # -- by words -------------------------------------------------------------------------------

    def _from_words(self) -> list[tuple[str, Span]]:
        table = pattern_table(self.passage.language, "signal_cues", ("signal",))
        by_signal: dict[str, list[Hit]] = {}
        for hit in table.scan(self.passage.text):
            by_signal.setdefault(hit.row["signal"], []).append(hit)
        refused = [hit.span for hit in by_signal.pop("stop", [])]
        return [
            (signal, hit.span)
            for signal, hits in sorted(by_signal.items())
            for hit in longest(hits)
            if not any(hit.span.overlaps(span) for span in refused)
            if signal != SAME_DAY or self._has_both_hosts(hit)
            if signal != "residence_or_palace" or self._is_of_contact(hit)
            if not self.cues.is_denied(hit.span)
            if not _CUT.match(self.passage.text, hit.end)
            if signal != "first_visit" or not is_negated(self.passage, hit.start, hit.end)
        ]

    def _is_of_contact(self, hit: Hit) -> bool:
        """Say whether somebody meets or is honoured in the sentence of a house of state."""
        return any(
            e.status in _TOLD and e.evidence.start <= hit.start < e.evidence.end
            for e in self.events
        )

    def _has_both_hosts(self, hit: Hit) -> bool:
        """Say whether a monarch and a head of government stand beside “the same day”."""
        sentence = self.passage.sentence_at(hit.start)
        roles: set[str] = set()
        # The other one may be told in the sentences before: “That evening the king …”.
        first = self.passage.text.rfind("\n", 0, sentence.start) + 1
        for mention in self.passage.mentions_in(first, sentence.end, (PERSON, POST)):
            entity = self.passage.entities.get(mention.entity or "")
            roles.update(p.post for p in (entity.posts if entity else ()))
            if mention.kind is POST and mention.entity is None:
                roles.add(read_post(mention, (), self.passage.language, {}).role or "")
        return {"monarch", "head_of_government"} <= roles

    def _formats(self) -> list[tuple[str, Span]]:
        return [
            ("visit_format", hit.span)
            for hit in longest(self.arguments.details_in(0, len(self.passage.text), "format:"))
        ]

    def _lengths(self) -> list[tuple[str, Span]]:
        told: list[Span] = []
        for role, required in (("minute", False), ("hour", True)):
            for hit in self.arguments.details_in(0, len(self.passage.text), role):
                span = self._length(hit, required=required)
                told += [span] if span else []
        out: list[Span] = []
        for span in sorted(told, key=lambda s: s.start):
            if out and span.start - out[-1].end <= _ONE_LENGTH:  # “an hour and ten minutes”
                out[-1] = Span(out[-1].start, max(span.end, out[-1].end))
            else:
                out.append(span)
        return [("meeting_length", span) for span in out]

    def _length(self, hit: Hit, *, required: bool) -> Span | None:
        """Read a length where a meeting is told, or a word such as “lasted” stands by."""
        sentence = self.passage.sentence_at(hit.start)
        lasted = self.arguments.details_in(sentence.start, sentence.end, "lasted")
        contact = any(
            e.type in _CONTACTS and e.evidence.start <= hit.start < e.evidence.end
            for e in self.events
        )
        start = max(sentence.start, hit.start - _HALF)
        half = ends_in(self.passage.language, "half_before").search(
            self.passage.text[start : hit.start]
        )
        if contact and half:
            return Span(start + half.start(), hit.end)
        counted = self.numbers.with_noun(hit)
        if counted is None and not lasted:
            return None
        if not (lasted or (contact and not required)):
            return None
        return counted or hit.span

    def _documents(self) -> list[tuple[str, Span]]:
        out = []
        for event in self.events:
            if event.type != "signing" or event.status not in _TOLD:
                continue
            if "documents" not in event.details:
                continue
            for hit in self.arguments.details_in(
                event.evidence.start, event.evidence.end, "document"
            ):
                counted = self.numbers.with_noun(hit)
                if counted is not None:
                    out.append(("documents_signed", counted))
        return out

    def _houses(self) -> list[tuple[str, Span]]:
        text = self.passage.text
        out: list[tuple[str, Span]] = []
        if not self.arguments.details_in(0, len(text), "palace"):
            return out
        for mention in self.passage.mentions_in(0, len(text), (PLACE,)):
            if not self.arguments.details_in(mention.start, mention.end, "palace"):
                continue
            if self.passage.mention_over(mention.start, mention.end) is not mention:
                continue
            if expression(self.passage.language, "yard_of_house").match(text, mention.end):
                continue  # 「主席府の前庭で」: nobody was let in
            before = ends_in(self.passage.language, "house_before").search(
                text[max(0, mention.start - 12) : mention.start]
            )
            start = mention.start - (len(before.group()) if before else 0)
            out.append(("residence_or_palace", Span(start, mention.end)))
        return out

    # -- by events ------------------------------------------------------------------------------

    def _monarchs(self) -> list[tuple[str, Span]]:
        out = []
        audiences = [e for e in self.events if e.status in _TOLD and self._is_with_monarch(e)]
        met: set[frozenset[str]] = set()
        for event in audiences:
            # Talks in a small and then in a wider circle are one meeting with the monarch.
            people = frozenset(event.participants)
            if not any(people <= known or known <= people for known in met):
                out.append(("monarch_meeting", self._around(event)))
            met.add(people)
            for other in self.events:
                # Two meetings within one visit may be days apart.
                day = single_day(event.date)
                same_day = day is not None and single_day(other.date) == day
                if (
                    other.type in ("talks", "courtesy_call")
                    and other.status in _TOLD
                    and (same_day or other.trigger == event.trigger)
                    and set(other.participants) & set(event.participants)
                    and self._is_head_of_government(other, event)
                    and other.evidence == event.evidence
                ):
                    out.append((SAME_DAY, self._around(event)))
        return out

    def _is_with_monarch(self, event: Event) -> bool:
        """Say whether a monarch who does not travel takes part, whatever the text calls it."""
        if event.type == "audience" or event.type not in _MEETINGS:
            return event.type == "audience"
        travellers = {p for e in self.events if e.type == "visit" for p in e.participants}
        return any(
            post.post == "monarch"
            for person in event.participants
            if person not in travellers and person in self.passage.entities
            for post in self.passage.entities[person].posts
        )

    def _is_head_of_government(self, other: Event, audience: Event) -> bool:
        hosts = set(other.participants) - set(audience.participants)
        return any(
            post.post == "head_of_government"
            for host in hosts
            for post in (self.passage.entities[host].posts if host in self.passage.entities else ())
        )

    def _around(self, event: Event) -> Span:
        people = [
            m
            for m in self.passage.mentions_in(
                event.evidence.start,
                event.evidence.end,
                (PERSON, POST),
            )
            if m.entity in event.participants and abs(m.start - event.trigger.start) <= 90
        ]
        end = max(
            [event.trigger.end, *(m.end for m in people if m.start > event.trigger.start)][:2]
        )
        return Span(event.trigger.start, end)


def _body_start(passage: Passage) -> int:
    """Give where the text under the headline begins."""
    return next((s.start for s in passage.sentences if s.paragraph > 0), 0)
