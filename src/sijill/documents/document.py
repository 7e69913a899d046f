"""A source's text becomes a Document; what was found in it becomes a Reading of marked spans.

The shapes follow the marks of `sijill.gold/1`: half-open spans in code points over the stored text,
mentions that may nest, entities local to one text. A reading proposes; it decides nothing.
"""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from typing import NamedTuple

from sijill.citation import Span
from sijill.immutable import immutable

READING_FORMAT = "sijill.reading/1"


class MentionKind(Enum):
    """What a mention picks out."""

    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    PLACE = "place"
    DATE = "date"

    # What lies in many a table is found by which object it is, not by its name.
    __hash__ = object.__hash__


#: Each kind by itself: Python 3.11 takes four times as long to find one in its enumeration.
PERSON, POST, ORGANISATION, PLACE, DATE = MentionKind


class Status(Enum):
    """How far a happening has got, as far as its text tells."""

    HELD = "held"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class QuotationKind(Enum):
    """How somebody's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"

    __hash__ = object.__hash__


#: The same of these kinds.
DIRECT, INDIRECT, MIXED = QuotationKind


class ClaimKind(Enum):
    """How a sentence compares its subject with everything else of the kind."""

    FIRST = "first"
    ONLY = "only"
    RARE = "rare"
    RANK = "rank"
    RECORD = "record"
    EVERY = "every"
    SINCE = "since"
    COUNT = "count"
    #: One happening told to follow another; made by the record's checks, not marked by readers.
    ORDER = "order"


@immutable
class Document:
    """One text to be read: the stored text, its language, and its day of publication (EDTF)."""

    source_id: str
    text: str
    language: str
    published: str | None = None
    outlet: str | None = None


class Token(NamedTuple):
    """One word or sign: its span, the words as they stand, and a folded form for comparing only."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def span(self) -> Span:
        """The place of the token."""
        return Span(self.start, self.end)


@immutable
class Sentence:
    """One sentence: its span (no blanks at the edges), its paragraph's number, its tokens."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...] = ()

    @property
    def span(self) -> Span:
        """The place of the sentence."""
        return Span(self.start, self.end)


@immutable
class Mention:
    """A span that picks out one person, post, organisation, place or time.

    `entity` is an id of the same reading, or None when not resolved; for a post it is the person
    who holds it. `value` is the EDTF of a date, the register id of a known name, else None.
    `rule` names what found it; `confidence` lies between 0 and 1.
    """

    id: str
    kind: MentionKind
    start: int
    end: int
    text: str
    entity: str | None = None
    value: str | None = None
    rule: str = ""
    confidence: float = 1.0

    @property
    def span(self) -> Span:
        """The place of the mention."""
        return Span(self.start, self.end)


@immutable
class HeldPost:
    """A post that a text gives a person.

    `post` is a role id of `data/protocol/roles.tsv`; `body` a country code or an entity id of the
    reading; `status` one of current, former, acting, honorary, elect; `time` an EDTF or None;
    `mention` the id of the post mention it was read from.
    """

    post: str
    body: str | None = None
    status: str = "current"
    time: str | None = None
    mention: str | None = None


@immutable
class Entity:
    """A person, organisation or place of one text, however often it is mentioned.

    `name` is its fullest name in the text's language; `name_en` an English name where known;
    `register_id` the entry of the register that it is, where that is certain.
    """

    id: str
    kind: MentionKind
    name: str
    name_en: str | None = None
    country: str | None = None
    register_id: str | None = None
    posts: tuple[HeldPost, ...] = ()


@immutable
class Quotation:
    """Somebody's words: direct, indirect or mixed; `text` is exact to the code point.

    `speaker` is an entity id or None; `speaker_text` the words that name the speaker here;
    `cue` the span of the word of saying.
    """

    id: str
    kind: QuotationKind
    start: int
    end: int
    text: str
    speaker: str | None = None
    speaker_text: str | None = None
    cue: Span | None = None
    rule: str = ""
    confidence: float = 1.0


@immutable
class Event:
    """A happening, or the plan of one.

    `type` is one of `data/protocol/event_types.tsv`; `date` an EDTF or None; `place` an entity id;
    `trigger` the words that name it; `evidence` the sentence or clause that tells it; `details`
    hold what the type has more: visit_format, documents, minutes, begins, meal, what, amount;
    `told_in` gives the sentence of a detail that is not told in the evidence.
    """

    id: str
    type: str
    status: Status
    trigger: Span
    evidence: Span
    date: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    details: dict[str, str | int | float] = field(default_factory=dict)
    rule: str = ""
    confidence: float = 1.0
    told_in: dict[str, Span] = field(default_factory=dict)


@immutable
class Claim:
    """Words that compare with everything else of the kind; `scope` limits them.

    `asserted_by` is an entity id, or None for the voice of the text; `about` the id of the event
    it speaks of, where known.
    """

    id: str
    kind: ClaimKind
    start: int
    end: int
    text: str
    scope: str | None = None
    asserted_by: str | None = None
    about: str | None = None
    rule: str = ""
    confidence: float = 1.0


#: The signal that a guest was received by monarch and head of government on one day.
SAME_DAY = "same_day_monarch_and_hog"


@immutable
class Signal:
    """A detail of protocol: `signal` is an id of `protocol/signals.tsv`, `about` an event id."""

    id: str
    signal: str
    start: int
    end: int
    text: str
    about: str | None = None
    rule: str = ""
    confidence: float = 1.0


@immutable
class Reading:
    """Everything that was found in one source; offsets point into its stored text."""

    source_id: str
    language: str
    published: str | None
    outlet: str | None = None
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    signals: tuple[Signal, ...] = ()
    format: str = READING_FORMAT
