"""Pronouns and verbs that tell a woman, both who appoint and are appointed, states that take part."""

import pytest
from told import who_did_what

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

MINISTER = "⟦person#e1!foreign_minister@PE:{}⟧"
COUNTERPART = "⟦post#e2:{}⟧ ⟦person#e2!foreign_minister@VN:{}⟧"
LEADER = "⟦person#e3!head_of_government@CL:{}⟧"


def test_she_of_one_sentence_after_another_is_no_counterpart_told_between():
    marked = (
        f"{MINISTER.format('Ana Quispe')} had a full week. On ⟦date=2025-02-03:Monday⟧ she met "
        f"{COUNTERPART.format('her counterpart', 'Lam Tran')}. The ⟦date=2025-02-04:next day⟧ she "
        f"held talks with {LEADER.format('Pedro Rojas')}."
    )
    assert ("talks", {"e1", "e3"}) in who_did_what(marked, "en")


def test_he_goes_back_over_sentences_that_name_others_in_other_roles():
    marked = (
        f"{MINISTER.format('Juan Quispe')} retired last year. He was decorated by "
        f"{LEADER.format('Pedro Rojas')}. He lectured at the ⟦organisation#o1:University of Lima⟧."
    )
    assert ("lecture", {"e1", "o1"}) in who_did_what(marked, "en")


def test_an_arabic_verb_of_a_woman_goes_back_to_the_woman():
    woman = "⟦post#e1:وزيرة الخارجية⟧ ⟦person#e1!foreign_minister@PE:آنا كيسبي⟧"
    marked = (
        f"كان أسبوع {woman} حافلا. والتقت {COUNTERPART.format('نظيرها', 'لام تران')}. ثم توجهت "
        "إلى ⟦place#p1@CL:سانتياغو⟧."
    )
    assert ("visit", {"e1"}) in who_did_what(marked, "ar")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"In ⟦date=1994:1994⟧ {LEADER.format('Rojas')} named {MINISTER.format('Quispe')} "
         "ambassador."),
        ("en", f"{MINISTER.format('Quispe')} was named ambassador by {LEADER.format('Rojas')} in "
         "⟦date=1994:1994⟧."),
    ],
)  # fmt: skip
def test_who_appoints_somebody_takes_part(language, marked):
    marked = marked.replace("foreign_minister", "ambassador")
    assert ("appointment", {"e1", "e3"}) in who_did_what(marked, language)


def test_one_who_appoints_two_appoints_twice():
    marked = (
        f"In ⟦date=1994:1994⟧ {LEADER.format('Rojas')} named ⟦person#e1!ambassador@PE:Quispe⟧ "
        f"ambassador. In the same year {LEADER.format('Rojas')} named "
        "⟦person#e2!ambassador@PE:Mamani⟧ ambassador."
    )
    assert [kind for kind, _ in who_did_what(marked, "en")].count("appointment") == 2


@pytest.mark.parametrize(
    ("language", "kind", "marked"),
    [
        ("ar", "relations_established", "اعترفت ⟦place#p1@ES:إسبانيا⟧ ب⟦place#p2@ER:إريتريا⟧ "
         "في ⟦date=1993:1993⟧."),
        ("en", "aid", "⟦place#p1@BO:Bolivia⟧ will donate five tonnes of seed to ⟦place#p2@NP:Nepal⟧ "
         "⟦date=2026-21:next spring⟧."),
    ],
)  # fmt: skip
def test_a_state_to_which_something_is_given_takes_part(language, kind, marked):
    assert (kind, {"p1", "p2"}) in who_did_what(marked, language)


def test_whom_a_head_of_state_of_a_history_received_called_on_him():
    text = (
        "A history\n\nDorji Namgyel, foreign minister of Bhutan in those years, visited Cotonou in "
        "April 1987 and was received by the then president of Benin, Kouassi Adjovi."
    )
    events = Reader(load_register()).read(Document("s1", text, "en", "2024-06-12")).events
    assert "courtesy_call" in [e.type for e in events]
