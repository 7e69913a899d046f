"""Records made by hand and by chance, for every test of an export."""

import dataclasses
import types
import typing
from dataclasses import replace
from enum import Enum
from functools import cache

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from sijill.citation import Citation
from sijill.documents.document import ClaimKind, QuotationKind, Status
from sijill.exports.material import Material
from sijill.identity.entities import Alias, Occupancy, RecordEntity
from sijill.record.items import (
    RECORD_FORMAT,
    ClaimItem,
    EventItem,
    Record,
    SourceNote,
    StatementItem,
    Telling,
    Verdict,
)
from sijill.sources.source import Source

#: A record is large to make: fewer of them, as long as each takes, and none is made smaller.
few = settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)

#: Texts that break what is written carelessly.
HOSTILE = (
    '=HYPERLINK("http://example.org","x")',
    "+1-800", "-5", "@SUM(A1)", "\t=1+1", "\r=1", "＝1+1", "＋1", "－1", "＠x",
    'a;=1+1', 'a,"=1', 'a";"=cmd', "x\n=1", "x\r\n-1", "a|@b",
    'he said "no", twice', "two\nlines", "two\r\nlines", "lone\rreturn",
    "\u202eمقلوب\u202c", "\u200fطوكيو\u200f", "ا\u0654َّ", "𝔘𐐷 😀👩‍🚀🇰🇿", "皇居、「第一」",
    "{\\textbf}", "}{", "100% & $5_#~^", "<script>alert(1)</script>", "\x00\x07\x1b", "]]>", "\\n;,:",
    " ", "", "﻿bom", "e\u0301", "a" * 200, "ط" * 80,
)  # fmt: skip

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)
dates = st.sampled_from(
    (None, "2025-12-18", "2024-08", "2019", "199X", "2024-21", "2008-06-18/2008-06-23", "../2025-05-21",
     "2019-03-20/..", "2019/2020-02", "[1996-02,1997-02]", "2004~", "2025-12-17/2025-12-20", "9999-12-31")
)  # fmt: skip
languages = st.sampled_from(("ar", "en", "ru", "kk", "ja"))
local_texts = st.dictionaries(languages, texts, max_size=2)
countries = st.sampled_from((None, "KZ", "JP", "ZZ"))


def _listed(strategy, least=0):
    return st.lists(strategy, min_size=least, max_size=least + 1).map(tuple)


def _named(kind, name):
    """Give a list of things with ids of their own, hostile as ids may be."""
    return st.lists(st.deferred(lambda: things(kind)), max_size=2).map(
        lambda found: tuple(replace(x, id=f"{name}{n}-{x.id}") for n, x in enumerate(found))
    )


#: Fields that hold no text whatever, by class and name; all others follow their type.
FIELDS = {
    (Citation, "source_id"): st.sampled_from(("s0", "s1", "gone")),
    (SourceNote, "published"): dates,
    (EventItem, "type"): st.sampled_from(
        ("visit", "talks", "lecture", "disarmament", "loan_grant", "project", "?")
    ),
    (EventItem, "date"): dates,
    (EventItem, "details"): st.fixed_dictionaries(
        {},
        optional={
            "begins": st.sampled_from(("11:30", "24:00", "noon")),
            "minutes": st.integers(-5, 500),
            "what": texts,
        },
    ),
    (StatementItem, "date"): dates,
    (Occupancy, "time"): dates,
    (RecordEntity, "kind"): st.sampled_from(("person", "organisation", "place")),
    (RecordEntity, "country"): countries,
    (Verdict, "verdict"): st.sampled_from(("supported", "contradicted", "opinion")),
    (Record, "between"): st.just(("KZ", "JP")),
    (Record, "languages"): st.sampled_from((("ar", "en"), ("ja",), ())),
    (Record, "format"): st.just(RECORD_FORMAT),
    (Record, "entities"): _named(RecordEntity, "e"),
    (Record, "events"): _named(EventItem, "v"),
    (Record, "statements"): _named(StatementItem, "t"),
    (Record, "claims"): _named(ClaimItem, "c"),
    (Record, "sources"): st.deferred(
        lambda: st.tuples(things(SourceNote), things(SourceNote)).map(
            lambda two: tuple(replace(note, id=f"s{n}") for n, note in enumerate(two))
        )
    ),
}


@cache
def things(kind):
    """Give any value of a dataclass of the record, whatever fields it has."""
    hints = typing.get_type_hints(kind)
    fields = {}
    for f in dataclasses.fields(kind):
        # No item can be made uncited.
        least = int(f.name == "citations")
        own = FIELDS.get((kind, f.name))
        fields[f.name] = _values(hints[f.name], f.name, least) if own is None else own
    return st.builds(kind, **fields)


def _values(hint, name, least=0):
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(st.none(), *(_values(a, name) for a in args if a is not type(None)))
    if origin is tuple and args[-1] is Ellipsis:
        return _listed(_values(args[0], name), least)
    if origin is tuple:
        return st.tuples(*(_values(a, name) for a in args))
    if origin is dict:
        keys = languages if args[1] is str else texts
        return st.dictionaries(keys, _values(args[1], name), max_size=2)
    if dataclasses.is_dataclass(hint):
        return things(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return {
        str: languages if name in ("language", "transliterated") else texts,
        int: st.integers(0, 10**6),
        float: st.floats(-90, 90),
        bool: st.booleans(),
    }[hint]


records = things(Record)

EMPTY = Record("", ("KZ", "JP"), ("ar", "en"), (), (), (), (), ())

TEXT_AR = "استقبل الإمبراطور ناروهيتو الرئيس توكاييف في القصر يوم 18 ديسمبر 2025 الساعة 11:30."
TEXT_JA = "天皇陛下は、トカエフ大統領を皇居で迎えた。"


def cited(source_id, text, words):
    """Cite words of a text."""
    start = text.index(words)
    return Citation(source_id, start, start + len(words), words, text[:start][-24:], text[start + len(words):][:24])  # fmt: skip


AUDIENCE = EventItem(
    "audience-2025-12-18-1f0a9c33",
    "audience",
    Status.HELD,
    (cited("ar1", TEXT_AR, TEXT_AR), cited("ja1", TEXT_JA, TEXT_JA)),
    "2025-12-18",
    "imperial-palace-tokyo",
    ("tokayev", "naruhito"),
    {"begins": "11:30", "minutes": 20},
    (Telling("date", "2025-12-18", (cited("ar1", TEXT_AR, TEXT_AR),)),),
    part_of="visit-2025-12-17-00000001",
)
VISIT = EventItem(
    "visit-2025-12-17-00000001",
    "visit",
    Status.HELD,
    (cited("ar1", TEXT_AR, TEXT_AR),),
    "2025-12-17/2025-12-20",
    "tokyo",
    ("tokayev",),
    {"visit_format": "official"},
)
RECORD = Record(
    "شريك قوي",
    ("KZ", "JP"),
    ("ar", "en"),
    (
        SourceNote("ar1", "a.md", "استقبال", "ar", "وكالة", "2025-12-19", "https://example.org/1", "CC0", 14),
        SourceNote("ja1", "b.md", "会見", "ja", None, "2025-12", None, None, 1),
    ),
    (
        RecordEntity(
            "tokayev", "person", {"ar": "توكاييف", "en": "Tokayev"}, "KZ", "tokayev", (),
            (Alias("トカエフ大統領", "ja", (cited("ja1", TEXT_JA, "トカエフ大統領"),)),),
            (Occupancy("head_of_state", "KZ", "current", "2025-12-18", (cited("ar1", TEXT_AR, "الرئيس"),)),),
        ),
        RecordEntity("naruhito", "person", {"ar": "ناروهيتو", "en": "Naruhito"}, "JP", "naruhito"),
        RecordEntity("un-university", "organisation", {"en": "United Nations University"}, "JP"),
        RecordEntity("tokyo", "place", {"ar": "طوكيو", "en": "Tokyo"}, "JP", "tokyo", longitude=139.7, latitude=35.7),
        RecordEntity("imperial-palace-tokyo", "place", {"ar": "القصر", "en": "Imperial Palace"}, "JP", within="tokyo"),
        RecordEntity("astana", "place", {"en": "Astana"}, "KZ"),
    ),
    (VISIT, AUDIENCE),
    (
        StatementItem(
            "statement-1", QuotationKind.DIRECT, "ja", "皇居で迎えた", (cited("ja1", TEXT_JA, "皇居で迎えた"),),
            "naruhito", None, "monarch", "2025-12-18", AUDIENCE.id,
        ),
    ),
    (
        ClaimItem(
            "claim-1", ClaimKind.FIRST, "ar", "الرئيس", (cited("ar1", TEXT_AR, "الرئيس"),), None, None, "وكالة",
            AUDIENCE.id, Verdict("contradicted", {"en": "who: …"}, {"ar": "في السجل حالة أسبق.", "en": "An earlier case."}, (VISIT.id,), 16, ("https://example.org/t",)),
        ),
    ),
)  # fmt: skip


def with_event(event, **fields):
    """Give the material of a record that holds one event, changed."""
    return Material(replace(RECORD, events=(replace(event, **fields),), statements=(), claims=()))


MATERIAL = Material(
    RECORD,
    (
        Source("ar1", "a" * 64, "b" * 64, "a.md", "markdown", "ar", "استقبال", "وكالة", "Aliya S.", "2025-12-19", "2025-12-20", None, "CC0", ("https://example.org/1",)),
    ),
    version="0.1.0",
)  # fmt: skip
