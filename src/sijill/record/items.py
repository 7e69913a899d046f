"""The kinds of item a record holds, and the record itself; no item can be made uncited.

Where sources disagree, every value stays in `tellings` with the words it stands on; the value on
the item itself is the one most voices give, and `disputed` names the fields on which they differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sijill.citation import Citation
from sijill.documents.document import ClaimKind, QuotationKind, Status
from sijill.identity.entities import Alias, LocalText, Occupancy, RecordEntity
from sijill.record.account_items import AccountItem, AccountVersion
from sijill.record.chains import Thread
from sijill.record.measures import RelationshipIndex
from sijill.record.peer_rows import PeerRow
from sijill.record.signal_notes import SignalNote
from sijill.standing import DecisionNote, Unapplied

__all__ = [
    "RECORD_FORMAT",
    "AccountItem",
    "AccountVersion",
    "Alias",
    "ClaimItem",
    "DecisionNote",
    "EventItem",
    "Item",
    "LocalText",
    "Occupancy",
    "RarityNote",
    "Record",
    "RecordEntity",
    "SourceNote",
    "StatementItem",
    "Telling",
    "Unapplied",
    "Verdict",
    "VersionDifference",
    "Voice",
]

RECORD_FORMAT = "sijill.record/2"


@dataclass(frozen=True, slots=True)
class Telling:
    """One value of one field as certain sources tell it; `inferred` when worked out, not told."""

    field: str
    value: str
    citations: tuple[Citation, ...]
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class EventItem:
    """A happening or a plan of one, merged from every source that tells it.

    `type` is an event type; `date` an EDTF or None; `place` and `participants` are entity ids.
    `details` hold visit_format, documents, minutes, begins, meal, what (words of a source), amount.
    `part_of` is the visit or event it belongs to. `signals` are protocol signal ids seen in it.
    `confidence` is how sure reading is that this was told at all, between 0 and 1. `decisions` are
    what people decided about it, in the order of the ledger. `voices` counts the independent voices
    that tell it, `sides` are the countries they speak from, as far as those are known.
    """

    id: str
    type: str
    status: Status
    citations: tuple[Citation, ...]
    date: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    details: dict[str, str | int | float] = field(default_factory=dict)
    tellings: tuple[Telling, ...] = ()
    disputed: tuple[str, ...] = ()
    part_of: str | None = None
    signals: tuple[str, ...] = ()
    confidence: float = 1.0
    decisions: tuple[DecisionNote, ...] = ()
    voices: int = 1
    sides: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _need_citation(self.id, self.citations)


@dataclass(frozen=True, slots=True)
class StatementItem:
    """What a person said, in the exact words of a source; never the narrator's.

    `speaker` is an entity id or None (then `speaker_text` has the words naming the speaker);
    `post` the role held when speaking; `event` the occasion; `topic` a chapter id or None.
    `translations` are made by people and kept in the ledger. `voices` counts the independent voices
    that carry the same words, `sides` are the countries they speak from.
    """

    id: str
    kind: QuotationKind
    language: str
    text: str
    citations: tuple[Citation, ...]
    speaker: str | None = None
    speaker_text: str | None = None
    post: str | None = None
    date: str | None = None
    event: str | None = None
    topic: str | None = None
    translations: LocalText = field(default_factory=dict)
    confidence: float = 1.0
    decisions: tuple[DecisionNote, ...] = ()
    voices: int = 1
    sides: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _need_citation(self.id, self.citations)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the record can say about a claim.

    `verdict` is supported, contradicted, not_enough, depends or opinion; `reading` the words as
    understood; `why` one sentence per language; `counter` the items that contradict or support;
    `searched` how many items of the kind were looked through; `references` the addresses of the
    reference tables' rows it rests on: reference facts are no sources and never become items.
    """

    verdict: str
    reading: LocalText
    why: LocalText
    counter: tuple[str, ...] = ()
    searched: int = 0
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimVersion:
    """What another version of a claim's text says in its place.

    `citations` are its sentences; `claim` the id of the claim it makes there; `adds` its words
    that limit the claim and are missing here; `lacks` the words here that are missing there.
    """

    citations: tuple[Citation, ...]
    claim: str
    adds: tuple[Citation, ...] = ()
    lacks: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimItem:
    """A claim somebody made, with its limits and what the record can say about it.

    `asserted_by` is an entity id or None for the voice of the outlet; `about` an event item id;
    `versions` are other versions of the text that limit the claim otherwise.
    """

    id: str
    kind: ClaimKind
    language: str
    text: str
    citations: tuple[Citation, ...]
    scope: str | None = None
    asserted_by: str | None = None
    outlet: str | None = None
    about: str | None = None
    verdict: Verdict | None = None
    confidence: float = 1.0
    decisions: tuple[DecisionNote, ...] = ()
    versions: tuple[ClaimVersion, ...] = ()

    def __post_init__(self) -> None:
        _need_citation(self.id, self.citations)


#: What a question finds, a person decides about, and a sentence stands on.
Item = EventItem | StatementItem | ClaimItem


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A number that a source gives: how much of what, of when, as exact as the words are.

    `measure` is an id of `data/protocol/measures.tsv`; `unit` is `count`, `percent` (of change) or
    an ISO 4217 code, `value` in that unit. `number` cites the number itself, `citations` the
    sentence. `bound` is about, nearly, over or under; `period` an EDTF or None; `countries` are
    those the sentence names, by code; `event` the happening it is told of. `disputed` are the ids
    of figures that cannot be right together with this one; `told_otherwise` those of the same text
    that give its number for something else.
    """

    id: str
    measure: str
    value: float
    unit: str
    citations: tuple[Citation, ...]
    number: Citation
    bound: str | None = None
    period: str | None = None
    countries: tuple[str, ...] = ()
    event: str | None = None
    disputed: tuple[str, ...] = ()
    told_otherwise: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _need_citation(self.id, self.citations)


@dataclass(frozen=True, slots=True)
class RarityNote:
    """How often a feature of protocol is on record: `k` of `n` other cases of a reference table.

    `feature` is a feature id of `data/protocol/rarity_features.tsv`; `event` the event item that
    shows it; `scope` is `all` or a region id. `low` and `high` bound the rate (95 % Jeffreys
    interval); `word` is rare, uncommon, usual, not_rare or too_few and follows the interval, never
    the rate; `window` is an EDTF interval; `complete` says whether the table claims to hold every
    case; `tipping` is the number of further cases that would change the word, None if it can't.

    Of `unknown` more cases it is not known: if all had the feature they were `k_max`. `searched`
    features of the visit were looked at; `bits_after_search` is the surprise left after that.
    `pooled` is a region's rate drawn towards that of all guests; `declared_by` who declares the
    table complete; `standing` whether the class of the visit promises it, as in `SignalNote`, and
    empty where no class could. Counted is what lies no later than the event: `until` is its day
    where the table goes on behind it, and `k_today` of `n_today` what the whole table shows where
    that is another count.
    """

    feature: str
    event: str
    scope: str
    k: int
    n: int
    low: float
    high: float
    bits: float
    word: str
    text: LocalText
    window: str
    complete: bool
    tipping: int | None = None
    references: tuple[str, ...] = ()
    unknown: int = 0
    k_max: int = 0
    searched: int = 1
    bits_after_search: float = 0.0
    pooled: float | None = None
    declared_by: str | None = None
    standing: str = ""
    until: str | None = None
    k_today: int | None = None
    n_today: int | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Sources that speak with one voice: copies, translations and rewrites of one text.

    `reason` says why, empty for a source that speaks for itself; `sides` are the countries of its
    outlets as far as they are known, in order.
    """

    id: str
    sources: tuple[str, ...]
    reason: LocalText = field(default_factory=dict)
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionDifference:
    """A difference of meaning between two versions of one text.

    `kind` is claim, scope (a limit of a claim), attribute (a word that judges), number, date,
    negation, hedge (a doubt or a bound), rank (deputy, former), format (of a visit) or sentence.
    `left` and `right` cite the words on both sides; where words are missing, `missing` is the
    source that lacks them, and the citation on its side is the place: the sentence that answers,
    None where a whole sentence is left out.
    """

    kind: str
    left: Citation | None
    right: Citation | None
    missing: str | None
    note: LocalText


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What the record says about one source: enough to find it and to judge it."""

    id: str
    name: str
    headline: str
    language: str
    outlet: str | None
    published: str | None
    url: str | None
    rights: str | None
    words: int


@dataclass(frozen=True, slots=True)
class Record:
    """The whole record of a relationship: who, what happened, what was said, what was claimed.

    `events` stand in order of time (`chronology`).
    `unapplied` are decisions of people that changed nothing, each with the reason; `retold` are
    rejections of events that further sources have told since.
    `index` is the relationship index; where there is none, `index_refused` says why.
    `voices` are the independent voices, each with its sources; every source is in one.
    `threads` are chains of items over the years. `peers` are guests of one occasion side by side.
    `versions` are differences of meaning between versions of one text in several languages.
    `figures` are numbers that sources give, each with those it disagrees with.
    `signals` are details of protocol held against what the class of the visit promises.
    `accounts` are those of which a source says itself that they differ.
    """

    title: str
    between: tuple[str, str]
    languages: tuple[str, ...]
    sources: tuple[SourceNote, ...]
    entities: tuple[RecordEntity, ...]
    events: tuple[EventItem, ...]
    statements: tuple[StatementItem, ...]
    claims: tuple[ClaimItem, ...]
    rarities: tuple[RarityNote, ...] = ()
    format: str = RECORD_FORMAT
    unapplied: tuple[Unapplied, ...] = ()
    index: RelationshipIndex | None = None
    index_refused: LocalText = field(default_factory=dict)
    voices: tuple[Voice, ...] = ()
    threads: tuple[Thread, ...] = ()
    versions: tuple[VersionDifference, ...] = ()
    peers: tuple[PeerRow, ...] = ()
    figures: tuple[FigureItem, ...] = ()
    retold: tuple[Unapplied, ...] = ()
    signals: tuple[SignalNote, ...] = ()
    accounts: tuple[AccountItem, ...] = ()


def _need_citation(item_id: str, citations: tuple[Citation, ...]) -> None:
    if not citations:
        raise ValueError(f"item {item_id} has no citation")
