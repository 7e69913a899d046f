"""An Arabic family name behind a post takes the given name before it, and no verb or adjective."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.given_names import (
    find_visitors,
    part_at_and,
    with_given_names,
    without_destinations,
)
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

PERSON, POST, PLACE = MentionKind.PERSON, MentionKind.POST, MentionKind.PLACE


@pytest.mark.parametrize(
    ("text", "post", "person", "expected"),
    [
        ("تحدث مع رئيس كازاخستان مارات نوروف.", "رئيس كازاخستان", "نوروف", "مارات نوروف"),
        ("التقى وزيرا ورئيس كازاخستان مارات نوروف.", "رئيس كازاخستان", "نوروف", "مارات نوروف"),
        # A name that lists have needs no preposition.
        ("بحث وزير لبنان جمال شاوش الملف.", "وزير لبنان", "شاوش", "جمال شاوش"),
        # A verb may stand behind a post that begins its sentence.
        ("رئيس كازاخستان يستقبل نوروف.", "رئيس كازاخستان", "نوروف", "نوروف"),
        ("تحدث مع رئيس كازاخستان الجديد نوروف.", "رئيس كازاخستان", "نوروف", "نوروف"),
        ("تحدث مع رئيس كازاخستان السيد نوروف.", "رئيس كازاخستان", "نوروف", "نوروف"),
        ("تحدث مع رئيس كازاخستان أمس نوروف.", "رئيس كازاخستان", "نوروف", "نوروف"),
    ],
)
def test_a_given_name_behind_a_post_is_part_of_the_name(text, post, person, expected):
    spans = [(POST, post), (PERSON, person)]
    found = with_given_names(
        Document("s", text, "ar"),
        [
            Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.95)
            for kind, words in spans
        ],
    )
    assert [text[c.start : c.end] for c in found if c.kind is PERSON] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزار وزير خارجية ليتوانيا كالي فارغا كازاخستان في يونيو.", ["كالي فارغا"]),
        ("سيزور وزير خارجية ليتوانيا كالي بن فارغا كازاخستان.", ["كالي بن فارغا"]),
        ("زار وزير خارجية ليتوانيا الجديد أمس كازاخستان.", []),
        ("التقى وزير خارجية ليتوانيا كالي فارغا كازاخستان.", []),
        ("زار وزير خارجية ليتوانيا كالي فارغا طوكيو وكازاخستان.", []),
    ],
)
def test_what_stands_between_a_visitors_post_and_the_state_is_the_name(text, expected):
    spans = [(POST, "وزير خارجية ليتوانيا"), (PLACE, "كازاخستان")]
    candidates = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.95)
        for kind, words in spans
    ]
    found = find_visitors(Document("s", text, "ar"), candidates)
    assert [text[c.start : c.end] for c in found] == expected


@pytest.mark.parametrize(
    ("headline", "told", "expected"),
    [
        ("كولار وأحمدوف", ["أوسكار كولار", "تالغات أحمدوف"], ["كولار", "أحمدوف"]),
        ("وأحمدوف", ["أوسكار كولار", "تالغات أحمدوف"], ["أحمدوف"]),
        ("كولار وأحمدوف", ["أوسكار كولار"], ["كولار وأحمدوف"]),
        ("وهيبان", ["خالد وهيبان"], ["وهيبان"]),
    ],
)
def test_an_and_written_onto_a_name_told_elsewhere_parts_two(headline, told, expected):
    text = f"{headline} … {' … '.join(told)}"
    spans = [(0, len(headline)), *((text.index(t, len(headline)), 0) for t in told)]
    candidates = [
        Candidate(PERSON, start, end or start + len(words), "tagger", 0.9)
        for (start, end), words in zip(spans, [headline, *told], strict=True)
    ]
    found = part_at_and(Document("s", text, "ar"), candidates)
    assert [text[c.start : c.end] for c in found][: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "tagged", "place", "expected"),
    [
        ("زارت الوزيرة ريتا ثابا كيتو.", "ريتا ثابا كيتو", "كيتو", ["ريتا ثابا", "كيتو"]),
        # Another place right behind is where she goes: the name is hers.
        ("زارت الوزيرة ريتا ليما كيتو.", "ريتا ليما", "ليما", ["ريتا ليما"]),
        # No verb of visiting stands in the clause.
        ("قالت الوزيرة ريتا ثابا كيتو.", "ريتا ثابا كيتو", "كيتو", ["ريتا ثابا كيتو"]),
        ("زار ليما، وقالت ريتا ثابا كيتو.", "ريتا ثابا كيتو", "كيتو", ["ريتا ثابا كيتو"]),
    ],
)
def test_the_place_that_somebody_visits_is_no_part_of_the_name(text, tagged, place, expected):
    def at(words, kind, rule):
        start = text.index(words)
        return Candidate(kind, start, start + len(words), rule, 0.8)

    candidates = [at(tagged, PERSON, "tagger"), at(place, PLACE, "register")]
    if "ليما كيتو" in text:
        candidates.append(at("كيتو", PLACE, "register"))
    found = without_destinations(Document("s", text, "ar"), candidates)
    names = [text[c.start : c.end] for c in found if c.rule in ("tagger", "destination")]
    assert names == expected


@pytest.mark.parametrize(
    "text",
    [
        "أجرى الرئيس إدريس نور محادثات مع نظيره.",
        "عقد الرئيس إدريس نور جلسة مباحثات مع نظيره.",
        "أجرى الرئيس إدريس نور اتصالا هاتفيا بنظيره.",
    ],
)
def test_what_a_verb_holds_is_no_part_of_the_name_before_it(text):
    start = text.index("إدريس")
    end = text.index(" ", text.index("نور") + 4)
    tagged = [Candidate(PERSON, start, end, "tagger", 0.8)]
    found = without_destinations(Document("s", text, "ar"), tagged)
    assert [text[c.start : c.end] for c in found] == ["إدريس نور"]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("زار الرئيس البيروفي خوان بيريز دكا الثلاثاء.", {"دكا"}),
        ("يغادر وزير الدفاع خوان بيريز أكرا غدا.", {"أكرا"}),
        # «جده» is his grandfather, too: only where somebody visits it is it the town.
        ("وصف الرئيس البيروفي خوان بيريز جده بأنه فلاح.", set()),
    ],
)
def test_a_short_town_that_somebody_visits_is_one(words, places):
    reading = Reader(load_register()).read(Document("g", words, "ar", "2025-10-14"))
    assert {m.text for m in reading.mentions if m.kind is PLACE} == places
