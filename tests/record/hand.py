"""Readings made by hand: words of a text in, a Reading with true spans out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sijill.citation import Span
from sijill.documents.document import (
    Claim,
    ClaimKind,
    Entity,
    Event,
    HeldPost,
    Mention,
    MentionKind,
    Quotation,
    QuotationKind,
    Reading,
    Signal,
    Status,
)
from sijill.record.items import Occupancy, RecordEntity, SourceNote, Unapplied

KINDS = {
    "person": MentionKind.PERSON,
    "place": MentionKind.PLACE,
    "organisation": MentionKind.ORGANISATION,
    "date": MentionKind.DATE,
}


def person(
    entity_id: str, country: str, *posts: tuple[str, str | None], **names: str
) -> RecordEntity:
    """Make a person; posts are (role, time)."""
    occupancies = tuple(Occupancy(role, country, "current", time) for role, time in posts)
    return RecordEntity(entity_id, "person", names, country, posts=occupancies)


def place(entity_id: str, country: str, within: str | None = None, **names: str) -> RecordEntity:
    """Make a place of the register."""
    return RecordEntity(entity_id, "place", names, country, entity_id, within=within)


def body(entity_id: str, country: str | None = None, **names: str) -> RecordEntity:
    """Make an organisation."""
    return RecordEntity(entity_id, "organisation", names, country, entity_id)


WORLD = (
    place("jp", "JP", en="Japan", ar="اليابان"),
    place("kz", "KZ", en="Kazakhstan", ar="كازاخستان"),
    place("uz", "UZ", en="Uzbekistan"),
    place("kg", "KG", en="Kyrgyzstan"),
    RecordEntity("central-asia", "place", {"en": "Central Asia"}, None, "central-asia"),
    place("tokyo", "JP", "jp", en="Tokyo", ar="طوكيو"),
    place("astana", "KZ", "kz", en="Astana", ar="أستانا"),
    place("almaty", "KZ", "kz", en="Almaty", ar="ألماتي"),
    place("hiroshima", "JP", "jp", en="Hiroshima", ar="هيروشيما"),
    place("imperial-palace-tokyo", "JP", "tokyo", en="Imperial Palace", ar="القصر الإمبراطوري"),
    place("prime-ministers-office-tokyo", "JP", "tokyo", en="Prime Minister's Office"),
    place("imperial-residence-tokyo", "JP", "tokyo", en="Imperial Residence"),
    place("semipalatinsk-test-site", "KZ", "kz", en="Semipalatinsk Test Site"),
    body("un-university", "JP", en="United Nations University", ar="جامعة الأمم المتحدة"),
    body("hitachi", "JP", en="Hitachi Construction Machinery"),
    body("komatsu", "JP", en="Komatsu"),
    person(
        "tokayev", "KZ", ("head_of_state", "2019-03-20/.."), en="Kassym-Jomart Tokayev",
        ar="قاسم جومارت توكاييف",
    ),
    person("nazarbayev", "KZ", ("head_of_state", "1991/2019-03"), en="Nursultan Nazarbayev"),
    person("naruhito", "JP", ("monarch", "2019-05-01/.."), en="Naruhito", ar="ناروهيتو"),
    person(
        "takaichi", "JP", ("head_of_government", "2025-10/.."), en="Sanae Takaichi",
        ar="سناء تاكايتشي",
    ),
    person("kishida", "JP", ("head_of_government", "2021/2024"), en="Fumio Kishida"),
    person("mirziyoyev", "UZ", ("head_of_state", "2016/.."), en="Shavkat Mirziyoyev"),
    person("japarov", "KG", ("head_of_state", "2021/.."), en="Sadyr Japarov"),
    person("pena-nieto", "MX", ("head_of_state", None), en="Enrique Peña Nieto"),
    person("endo", "JP", ("member_of_parliament", None), en="Toshiaki Endo"),
    person("baltagul", "KZ", ("athlete", None), en="Yersin Baltagul"),
    person("takeguchi", "JP", ("artist", None), en="Akira Takeguchi"),
    person("koizumi", "JP", ("head_of_government", "2001/2006"), en="Junichiro Koizumi"),
    person("abe", "JP", ("head_of_government", "2012-12/2020-09"), en="Shinzo Abe"),
)  # fmt: skip


@dataclass(frozen=True)
class Known:
    """Who is who, when every local id is canonical already."""

    entity_by_local: dict[str, str]
    entities: tuple[RecordEntity, ...]
    unapplied: tuple[Unapplied, ...] = ()


@dataclass
class Text:
    """One source: its text, and the readings' marks as words of it."""

    source_id: str
    text: str
    language: str = "en"
    published: str | None = None
    events: list[Event] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    signals: list[Signal] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def at(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def sentence(self, words: str) -> Span:
        start, end = self.at(words).start, self.at(words).end
        while start > 0 and self.text[start - 1] not in ".。\n":
            start -= 1
        while start < end and self.text[start] == " ":
            start += 1
        while end < len(self.text) and self.text[end - 1] not in ".。":
            end += 1
        return Span(start, end)

    def event(
        self,
        event_type: str,
        words: str,
        participants: str = "",
        *,
        status: str = "held",
        date: str | None = None,
        place: str | None = None,
        confidence: float = 1.0,
        **details: str | int | float,
    ) -> Text:
        number = len(self.events) + 1
        self.events.append(
            Event(
                f"v{number}",
                event_type,
                Status(status),
                self.at(words),
                self.sentence(words),
                date,
                place,
                tuple(participants.split()),
                dict(details),
                confidence=confidence,
            )
        )
        return self

    def claim(self, kind: str, words: str, scope: str | None = None) -> Text:
        span = self.at(words)
        number = len(self.claims) + 1
        self.claims.append(Claim(f"c{number}", ClaimKind(kind), span.start, span.end, words, scope))
        return self

    def quotation(self, words: str, speaker: str | None, kind: str = "indirect") -> Text:
        span = self.at(words)
        number = len(self.quotations) + 1
        self.quotations.append(
            Quotation(f"q{number}", QuotationKind(kind), span.start, span.end, words, speaker)
        )
        return self

    def mention(self, words: str, entity: str | None = None, kind: str = "person") -> Text:
        span = self.at(words)
        number = len(self.mentions) + 1
        self.mentions.append(
            Mention(f"m{number}", KINDS[kind], span.start, span.end, words, entity)
        )
        return self

    def reading(self) -> Reading:
        # A text's entities are those of its marks, as a reader gives them.
        used = {m.entity for m in self.mentions} | {q.speaker for q in self.quotations}
        for event in self.events:
            used |= {*event.participants, event.place}
        entities = tuple(
            Entity(
                e.id,
                KINDS[e.kind],
                e.names.get("en", e.id),
                country=e.country,
                posts=tuple(HeldPost(o.post, o.body, o.status, o.time) for o in e.posts),
            )
            for e in WORLD
            if e.id in used
        )
        return Reading(
            self.source_id,
            self.language,
            self.published,
            "Example",
            tuple(self.mentions),
            entities,
            tuple(self.quotations),
            tuple(self.events),
            tuple(self.claims),
            tuple(self.signals),
        )

    def note(self) -> SourceNote:
        words = len(self.text.split())
        return SourceNote(
            self.source_id, self.source_id, "A headline", self.language, "Example",
            self.published, None, None, words,
        )  # fmt: skip


def known(texts: list[Text]) -> Known:
    """Say that every local id is canonical."""
    return Known({f"{t.source_id}#{e.id}": e.id for t in texts for e in WORLD}, WORLD)


def record_of(*texts: Text, **more: Any) -> Any:
    """Build the record of hand-made sources."""
    from sijill.checks.build import build_record

    return build_record(
        title="Hand-made",
        between=("KZ", "JP"),
        languages=("ar", "en"),
        readings=[t.reading() for t in texts],
        sources=[t.note() for t in texts],
        texts={t.source_id: t.text for t in texts},
        identities=known(list(texts)),
        **more,
    )


def visit_and_plan() -> tuple[Text, Text]:
    """Give a visit with a lecture, words and a claim, told in Arabic, and another's plan of one."""
    text = Text(
        "a",
        "وصل توكاييف إلى طوكيو في زيارة رسمية. وألقى محاضرة وقال إن الثقة أساس السلام.",
        "ar",
        published="2025-12-20",
    )
    text.event("visit", "زيارة رسمية", "tokayev", date="2025-12-17/2025-12-20", place="tokyo")
    text.event("lecture", "محاضرة", "tokayev un-university", date="2025-12-19", place="tokyo")
    text.quotation("الثقة أساس السلام", "tokayev")
    text.claim("first", "زيارة رسمية")
    other = Text("b", "Kishida was to visit Kazakhstan.", published="2024-07-27")
    other.event("visit", "visit", "kishida", status="planned", date="2024-08", place="kz")
    return text, other


LECTURE = "Tokayev gave a lecture in Tokyo. He said that trust must return."


def lecture_and_words() -> Text:
    """Give a lecture, what was said and a claim, told in the words of `LECTURE`."""
    text = Text("a", LECTURE, published="2025-12-20")
    text.event("lecture", "lecture", "tokayev", date="2025-12-19", place="tokyo")
    text.quotation("trust must return", "tokayev")
    return text.claim("first", "gave a lecture")
