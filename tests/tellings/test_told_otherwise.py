"""Two sources' dates set against each other in one text: both stand in the record, disputed."""

import pytest
from hand import Text, record_of

from sijill.documents.document import Mention, MentionKind


def text_of(words, language, trigger, date, *dates):
    text = Text("a", words, language=language, published="2026-03-01")
    for number, (told, value) in enumerate(dates):
        start = words.index(told)
        text.mentions.append(
            Mention(f"d{number}", MentionKind.DATE, start, start + len(told), told, value=value)
        )
    return text.event("embassy_opened", trigger, "tokayev", date=date, place="tokyo")


ONE = [
    (
        "en",
        "The ministry says that the embassy was opened in May 1996, its old site gives June 1997.",
        "opened",
        ("May 1996", "1996-05"),
        ("June 1997", "1997-06"),
    ),
    (
        "ru",
        "Посольство, как указывает министерство, открыто в мае 1996 года, а сайт называет июнь 1997 года.",
        "открыто",
        ("мае 1996 года", "1996-05"),
        ("июнь 1997 года", "1997-06"),
    ),
    (
        "ar",
        "تذكر الوزارة أن السفارة افتتحت في مايو 1996، ويذكر الموقع القديم يونيو 1997.",
        "افتتحت",
        ("مايو 1996", "1996-05"),
        ("يونيو 1997", "1997-06"),
    ),
    (
        "ja",
        "大使館の開設は、外務省は1996年5月とするが、旧サイトには1997年6月とある。",
        "開設",
        ("1996年5月", "1996-05"),
        ("1997年6月", "1997-06"),
    ),
]


@pytest.mark.parametrize(("language", "words", "trigger", "one", "other"), ONE)
def test_a_date_set_against_another_in_one_sentence(language, words, trigger, one, other):
    [event] = record_of(text_of(words, language, trigger, one[1], one, other)).events
    assert event.date == one[1]
    assert event.disputed == ("date",)
    told = {t.value: t.citations[0].exact for t in event.tellings if t.field == "date"}
    assert set(told) == {one[1], other[1]}
    assert other[0] in told[other[1]]


def test_a_date_set_against_another_in_a_later_sentence():
    words = (
        "Елшілік Токиода 1997 жылы ашылды. Бұрынғы сайтта 1997 жылдың маусымы көрсетілген. "
        "Алайда министрлікте басқа дерек бар, онда 1996 жылдың мамыры делінеді."
    )
    dates = (("1997 жылы", "1997"), ("1997 жылдың маусымы", "1997-06"),
             ("1996 жылдың мамыры", "1996-05"))  # fmt: skip
    [event] = record_of(text_of(words, "kk", "ашылды", "1997", *dates)).events
    assert event.disputed == ("date",)
    assert "1996-05" in {t.value for t in event.tellings if t.field == "date"}


def test_the_last_day_of_a_stay():
    words = "Tokayev visited Japan from 18 to 23 June 2008. The schedule gives 23 June, the joint text states 22 June."
    text = Text("a", words, published="2026-03-01")
    for number, (told, value) in enumerate((("23 June,", "2008-06-23"), ("22 June", "2008-06-22"))):
        start = words.index(told)
        text.mentions.append(
            Mention(f"d{number}", MentionKind.DATE, start, start + 7, told[:7], value=value)
        )
    text.event("visit", "visited", "tokayev", date="2008-06-18/2008-06-23", place="jp")
    [visit] = record_of(text).events
    assert (visit.date, visit.disputed) == ("2008-06-18/2008-06-23", ("date",))


@pytest.mark.parametrize(
    "words",
    [
        "The embassy was opened in May 1996 and moved in June 1997.",
        "The ministry says that the embassy was opened in May 1996. It was painted in June 1997.",
    ],
)
def test_another_date_of_something_else_is_no_dispute(words):
    dates = (("May 1996", "1996-05"), ("June 1997", "1997-06"))
    [event] = record_of(text_of(words, "en", "opened", "1996-05", *dates)).events
    assert event.disputed == ()
