"""What was done right behind another deed is of its day; “the same day” of deeds is none to come."""

import pytest
from marked import read_marked
from told import what_when

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.events.finder import find_events
from sijill.temporal.times import find_dates

MORA = "⟦person#e1!head_of_state@PE:{}⟧"
BO = "⟦person#e2!head_of_state@GH:{}⟧"


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        (
            f"⟦date=2025-02-10:Накануне⟧ президент {MORA.format('Рохас')} провёл переговоры с "
            f"{BO.format('Боатенгом')}. Затем президенты подписали меморандум.",
            "ru",
        ),
        (
            f"⟦date=2025-02-10:Бір күн бұрын⟧ Президент {MORA.format('Рохас')} "
            f"{BO.format('Боатенг')}пен келіссөз жүргізді. Содан кейін президенттер меморандумға қол қойды.",
            "kk",
        ),
        (
            f"⟦date=2025-02-10:前日⟧、{MORA.format('ロハス')}大統領は{BO.format('ボアテン')}大統領と"
            "会談した。続いて両大統領が覚書に署名した。",
            "ja",
        ),
    ],
)
def test_what_was_done_right_behind_is_of_the_same_day(marked, language):
    assert ("signing", "held", "2025-02-10") in what_when(marked, language)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "{A} met his colleague, {B}, in {L} {D} and signed a memorandum."),
        ("ru", "{A} встретился со своим коллегой, {B}, в {L} {D} и подписал меморандум."),
    ],
)
@pytest.mark.parametrize("head", ["Head\n\n", ""])
def test_a_day_before_and_is_of_the_deed_before_it_and_of_the_next(head, language, marked):
    told = marked.format(
        A=MORA.format("Mora"),
        B=BO.format("Bo"),
        L="⟦place#p1:Lima⟧",
        D="⟦date=2025-02-10:on Monday⟧",
    )
    found = find_events(*read_marked(head + told, language, published="2025-02-11"))
    assert {(e.type, e.date, e.place) for e in found} == {
        ("talks", "2025-02-10", "p1"),
        ("signing", "2025-02-10", "p1"),
    }


def test_the_same_day_of_deeds_is_not_the_end_of_a_stay_to_come():
    text = "大臣は16日に訪れた。18日まで滞在する。同日夜、大使が夕食会を催した。"
    found = find_dates(Document("s1", text, "ja", "2025-10-17"), split_sentences(text, "ja"))
    assert [m.value for m in found] == ["2025-10-16", "2025-10-18", "2025-10-16"]


def test_the_day_in_a_japanese_dateline_is_not_that_of_the_lead():
    told = what_when(
        f"【リマ⟦date=2025-02-11:11日⟧＝佐伯恵】{MORA.format('ロハス')}大統領は⟦date=2025-02-10:10日⟧、"
        f"⟦place#p1:クスコ⟧を訪れた。\n\n続く{BO.format('ボアテン')}大統領との会談は長引いた。",
        "ja",
    )
    assert ("talks", "held", "2025-02-10") in told
