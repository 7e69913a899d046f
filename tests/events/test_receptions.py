"""Who received whom: a case ending, a pronoun, a word for the guest, or a post alone tells it."""

import pytest
from told import who_did_what

MORA = "⟦person#e1!minister@PE:{}⟧"
BO = "⟦person#e2!head_of_state@GH:{}⟧"
ADU = "⟦person#e3!minister@GH:{}⟧"


def test_the_accusative_is_the_guest_wherever_it_stands():
    told = who_did_what(
        f"{MORA.format('Мора')}ны ⟦date=2025-02-10:10 ақпанда⟧ Президент {BO.format('Боатенг')} "
        "қабылдады.",
        "kk",
    )
    assert told == [("courtesy_call", {"e1", "e2"})]


def test_a_host_told_by_post_alone_receives_the_guest():
    told = who_did_what(
        f"Министр {MORA.format('Мора')} ⟦date=2025-02-10:10 ақпанда⟧ ⟦place#p1:Аккраға⟧ барды. "
        f"{MORA.format('Мора')}ны ⟦post:Президент⟧ қабылдады.",
        "kk",
    )
    assert ("courtesy_call", {"e1"}) in told


@pytest.mark.parametrize("guest", ["Его", "⟦person#e3:Гостя⟧"])
def test_a_host_receives_the_visitor_and_not_his_own_minister(guest):
    told = who_did_what(
        f"Министр {MORA.format('Мора')} посетил ⟦place#p1@GH:Гану⟧ ⟦date=2025-02-10:10 февраля⟧ и провёл "
        f"переговоры с министром {ADU.format('Аду')}. {guest} принял президент {BO.format('Боатенг')}.",
        "ru",
    )
    assert ("courtesy_call", {"e1", "e2"}) in told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{king} прибыл в ⟦place#p1@GH:Аккру⟧. {king}а ⟦date=2025-02-10:10 февраля⟧ принял президент {bo}.", "talks"),
        ("{king} ⟦date=2025-02-10:10 февраля⟧ принял президента {bo}а.", "audience"),
    ],
)  # fmt: skip
def test_a_president_who_receives_a_king_is_the_host(text, kind):
    king = "⟦person#e1!monarch@LS:Мошешве⟧"
    told = who_did_what(text.format(king=king, bo=BO.format("Боатенг")), "ru")
    assert (kind, {"e1", "e2"}) in told


def test_a_monarch_told_by_his_post_behind_the_verb_receives_the_president():
    told = who_did_what(
        f"{BO.format('Боатенг')} прибыл в ⟦place#p1@JP:Токио⟧. ⟦post#e2!head_of_state:Президента⟧ "
        "⟦date=2025-02-10:10 февраля⟧ принял ⟦post#e1!monarch:Император⟧ ⟦person#e1!monarch@JP:Нарита⟧.",
        "ru",
    )
    assert ("audience", {"e1", "e2"}) in told


KING = "⟦person#e4!monarch@GH:{}⟧"


@pytest.mark.parametrize(
    ("language", "words", "guest"),
    [
        ("en", f"{KING.format('King Bo')} received {MORA.format('Mora')} at ⟦place#p2@GH:Osu "
         "Castle⟧ on ⟦date=2025-02-10:Monday⟧, the first day of a two-day state visit.", "e1"),
        ("en", f"{KING.format('King Bo')} received {MORA.format('Mora')} during his state visit "
         "to ⟦place#p2@PE:Peru⟧.", "e4"),
        ("en", f"{KING.format('King Bo')} welcomed {MORA.format('Mora')} at ⟦place#p2@GH:Accra "
         "airport⟧ at the start of a three-day state visit.", "e1"),
        ("en", f"{KING.format('King Bo')} received {MORA.format('Mora')} during a state visit.",
         "e1"),
        ("ru", f"{KING.format('Король Бо')} принял {MORA.format('Мору')} в ⟦place#p2@GH:Аккре⟧ "
         "в первый день государственного визита.", "e1"),
    ],
)  # fmt: skip
def test_who_receives_at_home_pays_no_visit(language, words, guest):
    assert [people for kind, people in who_did_what(words, language) if kind == "visit"] == [
        {guest}
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", f"{KING.format('King Bo')} received {MORA.format('Mora')}. “Your state visit is "
         f"the first in years,” {KING.format('the King')} said."),
        ("ar", f"استقبل {KING.format('الملك بو')} {MORA.format('مورا')}. وقال {KING.format('الملك')}"
         ": «إن زيارتكم هي الأولى منذ سنوات»."),
    ],
)  # fmt: skip
def test_your_visit_is_that_of_the_guest(language, words):
    visits = [people for kind, people in who_did_what(words, language) if kind == "visit"]
    assert all(people == {"e1"} for people in visits)


@pytest.mark.parametrize("between", ["، الذي وصل", " الذي كان قد وصل", "، الذي سيصل"])
def test_a_relative_clause_is_about_whom_it_follows(between):
    words = (
        f"استقبل {KING.format('الملك بو')} {MORA.format('مورا')}{between} إلى ⟦place#p1@GH:أكرا⟧ "
        "⟦date=2025-02-10:الاثنين⟧ في زيارة رسمية."
    )
    visits = [people for kind, people in who_did_what(words, "ar") if kind == "visit"]
    assert visits == [{"e1"}]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", f"{KING.format('King Bo')} chaired a ceremony for ⟦post#e1!minister@PE:Minister "
         "Mora⟧, who is paying a state visit to ⟦place#p1@GH:Ghana⟧."),
        ("ru", f"{KING.format('Король Бо')} дал обед в честь {MORA.format('министра Мора')}, "
         "который вчера прибыл в ⟦place#p1@GH:Аккру⟧."),
    ],
)  # fmt: skip
def test_a_relative_clause_without_a_name_is_about_whom_it_follows(language, words):
    visits = [people for kind, people in who_did_what(words, language) if kind == "visit"]
    assert visits == [{"e1"}]
