"""Talks by telephone are one call; talks and a call of others in one sentence are two."""

import pytest
from marked import read_marked

from sijill.events.finder import find_events

A, B = "⟦person#e1:{}⟧", "⟦person#e2:{}⟧"
DAY = "⟦date=2009-06-06:{}⟧"


def told(marked, language):
    found = find_events(*read_marked(marked, language, published="2009-06-07"))
    return [(e.type, e.date, set(e.participants)) for e in found]


@pytest.mark.parametrize(
    ("language", "sentence", "names", "day"),
    [
        ("ar", "بحث {A} مع {B} في اتصال هاتفي {D} ملف التجارة.", ("سامي", "علي"), "أمس"),
        ("ar", "بحث {A} مع {B} هاتفيا {D} ملف التجارة.", ("سامي", "علي"), "أمس"),
        ("en", "{A} and {B} discussed trade in a telephone conversation {D}.",
         ("Li", "Bo"), "yesterday"),
        ("ru", "{A} и {B} обсудили в телефонном разговоре {D} торговлю.",
         ("Варга", "Киш"), "вчера"),
        ("ja", "{A}氏は{D}、{B}氏と電話で貿易について協議した。", ("水谷", "黒川"), "6日"),
    ],
)  # fmt: skip
def test_talks_by_telephone_are_one_call_with_both_and_its_day(language, sentence, names, day):
    marked = sentence
    for sign, mark, word in zip("ABD", (A, B, DAY), (*names, day), strict=True):
        marked = marked.replace(f"{{{sign}}}", mark.format(word))
    assert told(marked, language) == [("phone_call", "2009-06-06", {"e1", "e2"})]


def test_talks_after_a_call_are_talks_too():
    marked = "⟦person#e1:Li⟧ met ⟦person#e2:Bo⟧ after a telephone conversation."
    assert "talks" in {kind for kind, _, _ in told(marked, "en")}


def test_talks_with_one_and_a_call_with_another_are_two():
    marked = (
        "⟦person#e1:Li⟧ held talks with ⟦person#e2:Bo⟧ and spoke by telephone with ⟦person#e3:Ana⟧."
    )
    assert [(kind, people) for kind, _, people in told(marked, "en")] == [
        ("talks", {"e1", "e2"}),
        ("phone_call", {"e1", "e3"}),
    ]
