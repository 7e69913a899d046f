import pytest
from hand import Text, record_of

from sijill.documents.document import Mention, MentionKind

SENTENCES = {
    "ar": ("زيارة إلى اليابان. وفي اليوم الثاني من زيارته الرسمية أجرى محادثات.", "زيارة", "محادثات"),
    "en": (
        "A visit to Japan. On the second day of his official visit there were talks.",
        "visit",
        "talks",
    ),
    "ru": ("Визит в Японию. На второй день официального визита прошли переговоры.", "Визит",
           "переговоры"),
    "kk": ("Жапонияға сапар. Сапардың екінші күні келіссөз өтті.", "сапар", "келіссөз"),
    "ja": ("日本への訪問。訪問2日目に会談した。", "訪問", "会談"),
}  # fmt: skip
DAYS = "2025-12-17/2025-12-20"


def source(language, *, visit=DAYS, talks="2025-12-21", name="a"):
    words, visiting, meeting = SENTENCES[language]
    text = Text(name, words, language, "2025-12-21")
    text.event("visit", visiting, "tokayev", date=visit, place="jp")
    return text.event("talks", meeting, "tokayev takaichi", date=talks)


def talks_of(*texts):
    return [e for e in record_of(*texts).events if e.type == "talks"]


@pytest.mark.parametrize("language", SENTENCES)
def test_the_second_day_of_a_visit_is_not_the_day_of_publication(language):
    [talks] = talks_of(source(language))
    assert talks.date == "2025-12-18"
    assert [t.inferred for t in talks.tellings if t.field == "date"] == [True]


@pytest.mark.parametrize("language", SENTENCES)
def test_the_days_of_the_visit_may_be_told_by_another_source(language):
    other = Text("b", "Tokayev is on a visit to Japan from 17 to 20 December.", "en", "2025-12-20")
    other.event("visit", "visit", "tokayev", date=DAYS, place="jp")
    dated = Text("c", "Talks on 18 December.", "en", "2025-12-21")
    dated.event("talks", "Talks", "tokayev takaichi", date="2025-12-18")
    [talks] = talks_of(source(language, visit=None, talks=None), other, dated)
    assert talks.date == "2025-12-18"
    assert {c.source_id for c in talks.citations} == {"a", "c"}


def test_without_the_days_of_the_visit_there_is_no_day():
    [talks] = talks_of(source("ja", visit=None, talks="2025-12-02"))
    assert talks.date is None


def test_a_day_told_besides_stays():
    words = "A visit to Japan. On 19 December, the second day of the visit, there were talks."
    text = Text("a", words, "en", "2025-12-21")
    text.event("visit", "visit to Japan", "tokayev", date=DAYS, place="jp")
    text.event("talks", "talks", "tokayev takaichi", date="2025-12-19")
    span = text.at("19 December")
    text.mentions.append(
        Mention("d1", MentionKind.DATE, span.start, span.end, "19 December", value="2025-12-19")
    )
    [talks] = talks_of(text)
    assert talks.date == "2025-12-19"


@pytest.mark.parametrize(
    ("language", "words", "word", "day"),
    [
        ("ar", "زيارة. وفي اليوم الأخير من الزيارة أجرى محادثات.", "محادثات", "2025-12-20"),
        ("en", "A visit. On the last day of the visit there were talks.", "talks", "2025-12-20"),
        ("ru", "Визит. В первый день визита прошли переговоры.", "переговоры", "2025-12-17"),
        ("kk", "Сапар. Сапардың соңғы күні келіссөз өтті.", "келіссөз", "2025-12-20"),
        ("ja", "訪問。訪問最終日に会談した。", "会談", "2025-12-20"),
        ("ja", "訪問。訪問初日に会談した。", "会談", "2025-12-17"),
        ("en", "A visit. On the fourth day of the visit there were talks.", "talks", "2025-12-20"),
    ],
)
def test_first_and_last_days(language, words, word, day):
    text = Text("a", words, language, "2025-12-21")
    opening = words.split(".")[0].split("。")[0].split()[-1]
    text.event("visit", opening, "tokayev", date=DAYS, place="jp")
    text.event("talks", word, "tokayev takaichi", date="2025-12-21")
    [talks] = talks_of(text)
    assert talks.date == day


def test_a_day_behind_the_end_of_the_visit_is_none():
    words = "A visit. On the fourth day of the visit there were talks."
    text = Text("a", words, "en", "2025-12-21")
    text.event("visit", "visit.", "tokayev", date="2025-12-17/2025-12-18", place="jp")
    text.event("talks", "talks", "tokayev takaichi", date="2025-12-21")
    [talks] = talks_of(text)
    assert talks.date is None
