"""The whole record goes in; the last chapter comes out: the years, the doubts, all sources."""

from __future__ import annotations

from sijill.dates import parse_edtf, sort_key
from sijill.documents.document import ClaimKind
from sijill.errors import FormatFault
from sijill.languages import listed
from sijill.record.items import ClaimItem, EventItem
from sijill.script.cards import Draft, kept, timeline
from sijill.script.chapters.protocol import best_claim
from sijill.script.concepts import find_concepts
from sijill.script.facts import Story, few
from sijill.script.scenes import RollEntry, SourceRollCard
from sijill.script.sentence import ScriptSentence, SentenceKind
from sijill.script.teller import Teller

#: So many claims on the relations are tried, the best first.
_MOST_TRIED = 5


def tell(story: Story, teller: Teller, missing: list[dict[str, str]]) -> list[Draft]:
    """Write the scenes of the chapter; `missing` are the titles of chapters left out."""
    return [*_years(story, teller), *_claims(story, teller), roll(story, teller, missing)]


def _years(story: Story, teller: Teller) -> list[Draft]:
    """Show the visits between the two states, and say how many there were since when."""
    visits = [
        e
        for e in story.events("visit")
        if e.date and story.is_of_pair(e) and _is_high(story, e.participants, e.date)
    ]
    visits = without_stages(visits)
    card = timeline(story, teller, "heading.visits", visits)
    if card is None:
        return []
    a, b = (story.names.country(code) for code in story.record.between)
    first = min(visits, key=lambda e: sort_key(e.date))
    year = parse_edtf(str(first.date)).year
    since = teller.date_words(f"{year:04}") if year else None
    sentence = teller.tell(
        "timeline.visits",
        {
            "a": a,
            "b": b,
            "visits_o": teller.count(len(visits), "visit", accusative=True),
            "since": since,
        },
        kind=SentenceKind.SYNTHESIS,
        items=[e.id for e in visits],
        citations=[c for e in visits for c in few(e.citations, 1)],
    )
    return [Draft(card, kept([sentence]))] if sentence else []


def without_stages(visits: list[EventItem]) -> list[EventItem]:
    """Leave out a visit that is only a day or a stop of another visit by the same people."""
    kept_visits: list[EventItem] = []
    for visit in sorted(visits, key=lambda e: (_span(e), e.id), reverse=True):
        time = parse_edtf(str(visit.date))
        if not any(
            set(visit.participants) & set(other.participants)
            and parse_edtf(str(other.date)).may_equal(time)
            for other in kept_visits
        ):
            kept_visits.append(visit)
    return sorted(kept_visits, key=lambda e: (sort_key(e.date), e.id))


def _span(visit: EventItem) -> int:
    first, last = sort_key(visit.date)
    return (last - first).days


def _is_high(story: Story, people: tuple[str, ...], date: str) -> bool:
    return any(story.rank_of(p, date) <= 2 for p in story.names.people(people))


def _claims(story: Story, teller: Teller) -> list[Draft]:
    wanted = (ClaimKind.EVERY, ClaimKind.SINCE, ClaimKind.ONLY)
    return best_claim(
        story, teller, wanted, lambda claim: _is_about_the_pair(story, claim), most=_MOST_TRIED
    )


def _is_about_the_pair(story: Story, claim: ClaimItem) -> bool:
    """Say whether a claim speaks of the relations, and not of anything that repeats."""
    event = story.event_by_id.get(claim.about or "")
    if event is not None and story.is_of_pair(event):
        return True
    text = " ".join(f"{c.prefix}{c.exact}{c.suffix}" for c in claim.citations)
    topics = find_concepts("topics", text, claim.language)
    return bool({"partnership", "friendship", "trade"} & set(topics))


def roll(story: Story, teller: Teller, missing: list[dict[str, str]]) -> Draft:
    """Make the roll of all sources, with what could not be told."""
    entries = []
    # As the story was told: the oldest first, what has no day at the end.
    for note in sorted(
        story.record.sources,
        key=lambda s: (not s.published, s.published or "", s.headline or s.name, s.id),
    ):
        label: dict[str, str] = {}
        if note.published:
            try:
                label = teller.date(note.published)
            except FormatFault:
                label = {}
        entries.append(
            RollEntry(note.headline or note.name, note.language, note.outlet or note.name, label)
        )
    notes = {}
    for lang in teller.languages:
        text = teller.label("note.references" if story.referred else "note.sources")[lang]
        if missing:
            names = listed((m[lang] for m in missing), lang)
            text += " " + teller.label("note.missing")[lang].replace("{chapters}", names)
        notes[lang] = text
    card = SourceRollCard(teller.label("heading.sources"), tuple(entries), notes)
    return Draft(card, kept([_count(story, teller), _end(teller)]))


def _count(story: Story, teller: Teller) -> ScriptSentence | None:
    sources = story.record.sources
    languages = sorted({s.language for s in sources if teller.has_label(f"language.{s.language}")})
    return teller.tell(
        "closing.count",
        {
            "sources": teller.sources(len(sources), oblique=True),
            "languages": teller.count(len(languages), "language", oblique=True),
        },
        kind=SentenceKind.EDITORIAL,
    )


def _end(teller: Teller) -> ScriptSentence | None:
    return teller.tell("closing.end", {}, kind=SentenceKind.EDITORIAL)
