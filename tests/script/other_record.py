"""An invented record of two other states, with invented people: what fits one pair must fit any."""

from __future__ import annotations

from sijill.citation import Citation, Span, cite
from sijill.documents.document import ClaimKind, QuotationKind, Status
from sijill.record.items import (
    ClaimItem,
    EventItem,
    Occupancy,
    Record,
    RecordEntity,
    SourceNote,
    StatementItem,
    Verdict,
)

TEXT = """Sultan in The Hague

Sultan Salim bin Rashid of Oman arrived in the Netherlands on Monday, 3 March 2031, for a state
visit that lasts until Wednesday. King Hendrik received him at Noordeinde Palace for 45 minutes and
gave a state banquet in the evening. On Tuesday he met Prime Minister Marijke van den Berg, and five
documents were signed. She said that the ports of both countries should grow together. He gave a
lecture at Leiden University on Wednesday. "The sea has no gates," he told the students.
Rotterdam Harbour Company and Duqm Terminals plan a new terminal in Duqm worth
more than 2 billion euros.
The sculptor Fatma al-Harthy met the Sultan in Leiden. Foreign Minister Piet Jansen will visit
Muscat in May. A visit by the King to Oman in October 2029 was cancelled. The two states have had
diplomatic relations since 12 June 1973. The paper called it the first state visit of a
Sultan to the country.
"""


def words(text: str) -> Citation:
    """Cite words of the text."""
    at = TEXT.find(text)
    assert at >= 0, text
    return cite("en-1", TEXT, Span(at, at + len(text)))


def _person(
    entity_id: str, country: str, ar: str, en: str, post: str, body: str | None, cue: str
) -> RecordEntity:
    held = Occupancy(post, body, "current", None, (words(cue),))
    return RecordEntity(entity_id, "person", {"ar": ar, "en": en}, country, posts=(held,))


def _event(
    event_id: str,
    kind: str,
    date: str | None,
    place: str | None,
    who: str,
    cue: str,
    status: Status = Status.HELD,
    part_of: str | None = None,
    **details: str | int | float,
) -> EventItem:
    return EventItem(
        event_id,
        kind,
        status,
        (words(cue),),
        date,
        place,
        tuple(who.split()),
        dict(details),
        part_of=part_of,
    )


def other_record() -> Record:
    """Give the record."""
    place = "place"
    entities = (
        _person(
            "sultan", "OM", "سالم بن راشد", "Salim bin Rashid", "monarch", "OM", "Sultan Salim"
        ),
        _person("king", "NL", "هندريك", "Hendrik", "monarch", "NL", "King Hendrik"),
        _person(
            "premier",
            "NL",
            "ماريكه فان دن بيرغ",
            "Marijke van den Berg",
            "head_of_government",
            "NL",
            "Prime Minister Marijke van den Berg",
        ),
        _person(
            "minister",
            "NL",
            "بيت يانسن",
            "Piet Jansen",
            "foreign_minister",
            "NL",
            "Foreign Minister",
        ),
        _person(
            "sculptor", "OM", "فاطمة الحارثي", "Fatma al-Harthy", "artist", None, "The sculptor"
        ),
        RecordEntity("nl", place, {"ar": "هولندا", "en": "Netherlands"}, "NL"),
        RecordEntity("om", place, {"ar": "عُمان", "en": "Oman"}, "OM"),
        RecordEntity(
            "the-hague",
            place,
            {"ar": "لاهاي", "en": "The Hague"},
            "NL",
            longitude=4.3,
            latitude=52.07,
            within="nl",
        ),
        RecordEntity("leiden", place, {"ar": "لايدن", "en": "Leiden"}, "NL", within="nl"),
        RecordEntity("muscat", place, {"ar": "مسقط", "en": "Muscat"}, "OM", within="om"),
        RecordEntity("duqm", place, {"ar": "الدقم", "en": "Duqm"}, "OM", within="om"),
        RecordEntity(
            "palace",
            place,
            {"ar": "قصر نوردآينده", "en": "Noordeinde Palace"},
            "NL",
            within="the-hague",
        ),
        RecordEntity(
            "leiden-university",
            "organisation",
            {"ar": "جامعة لايدن", "en": "Leiden University"},
            "NL",
        ),
        RecordEntity(
            "harbour",
            "organisation",
            {"ar": "ميناء روتردام", "en": "Rotterdam Harbour Company"},
            "NL",
        ),
        RecordEntity(
            "terminals", "organisation", {"ar": "الدقم للموانئ", "en": "Duqm Terminals"}, "OM"
        ),
    )
    visit = "visit"
    events = (
        _event(
            "visit",
            visit,
            "2031-03-03/2031-03-05",
            "nl",
            "sultan",
            "arrived in the Netherlands on Monday, 3 March 2031",
            visit_format="state",
        ),
        _event(
            "audience",
            "audience",
            "2031-03-03",
            "palace",
            "king sultan",
            "King Hendrik received him at Noordeinde Palace for 45 minutes",
            part_of="visit",
            minutes=45,
        ),
        _event(
            "banquet",
            "banquet",
            "2031-03-03",
            "palace",
            "king sultan",
            "gave a state banquet in the evening",
            part_of="visit",
            meal="state_banquet",
            part_of_day="evening",
        ),
        _event(
            "talks",
            "talks",
            "2031-03-04",
            "the-hague",
            "premier sultan",
            "On Tuesday he met Prime Minister Marijke van den Berg",
            part_of="visit",
        ),
        _event(
            "signing",
            "signing",
            "2031-03-04",
            "the-hague",
            "nl om",
            "five\ndocuments were signed",
            part_of="visit",
            documents=5,
        ),
        _event(
            "lecture",
            "lecture",
            "2031-03-05",
            "leiden",
            "sultan leiden-university",
            "He gave a\nlecture at Leiden University on Wednesday",
            part_of="visit",
        ),
        _event(
            "terminal",
            "project",
            None,
            "duqm",
            "harbour terminals",
            "plan a new terminal in Duqm worth\nmore than 2 billion euros",
            Status.PLANNED,
            amount="2 billion euros",
        ),
        _event(
            "meeting",
            "cultural_encounter",
            "2031-03-05",
            "leiden",
            "sultan sculptor",
            "The sculptor Fatma al-Harthy met the Sultan in Leiden",
            part_of="visit",
        ),
        _event(
            "coming",
            visit,
            "2031-05",
            "muscat",
            "minister",
            "Foreign Minister Piet Jansen will visit\nMuscat",
            Status.PLANNED,
        ),
        _event(
            "cancelled",
            visit,
            "2029-10",
            "om",
            "king",
            "A visit by the King to Oman in October 2029 was cancelled",
            Status.CANCELLED,
        ),
        _event(
            "relations",
            "relations_established",
            "1973-06-12",
            None,
            "nl om",
            "diplomatic relations since 12 June 1973",
        ),
    )
    reported = "the ports of both countries should grow together"
    quoted = "The sea has no gates,"
    statements = (
        StatementItem(
            "q1",
            QuotationKind.INDIRECT,
            "en",
            reported,
            (words(reported),),
            "premier",
            event="talks",
        ),
        StatementItem(
            "q2", QuotationKind.DIRECT, "en", quoted, (words(quoted),), "sultan", event="lecture"
        ),
    )
    first = "the first state visit of a\nSultan to the country"
    claims = (
        ClaimItem(
            "c1",
            ClaimKind.FIRST,
            "en",
            first,
            (words(first),),
            about="visit",
            verdict=Verdict(
                "not_enough", {}, {"ar": "لم يوجد أسبق.", "en": "No earlier one found."}
            ),
        ),
    )
    note = SourceNote(
        "en-1",
        "hague.txt",
        "Sultan in The Hague",
        "en",
        "The Harbour Post",
        "2031-03-06",
        None,
        None,
        150,
    )
    return Record(
        "البحر بلا أبواب", ("OM", "NL"), ("ar", "en"), (note,), entities, events, statements, claims
    )
