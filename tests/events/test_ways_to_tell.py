"""Happenings told in ways of the Kazakh press, and words of theirs that tell none."""

import pytest
from told import what_when

A = "⟦person#e1!head_of_government@FJ:Сакиуса Валу⟧"
B = "⟦person#e2!head_of_government@VU:Жан Тари⟧"
P = "⟦place#p1:Лима⟧"
C, D = "⟦place#p2:Того⟧", "⟦place#p3:Бенин⟧"
DAY = "⟦date=2025-02-10:дүйсенбіде⟧"


@pytest.mark.parametrize(
    ("marked", "kind", "status"),
    [
        (f"{A} {DAY} {P}ға ат басын бұрды.", "visit", "held"),
        (f"{A} ⟦date=2025-02-14:14 ақпанда⟧ {P}ға сапар шегеді.", "visit", "planned"),
        (f"{A} {P}ға ұшып кеткен еді.", "visit", "held"),
        (f"{A} мен {B} {DAY} {P}да дидарласты.", "talks", "held"),
        (f"{A} {DAY} {P}да болды.", "visit", "held"),
        (f"{A} {P}ға бармақшы.", "visit", "planned"),
        (f"{A} {P}ға бармайтын болды.", "visit", "cancelled"),
        (f"{A} {P}да {B} мырзамен кездесуді ұсынды.", "talks", "proposed"),
        (f"{C} {D}ге көмек көрсетуге дайын.", "aid", "proposed"),
        (f"{P}дағы зауыттың құрылысы тоқтатылды.", "project", "cancelled"),
        (f"{A} {D}дегі елшісі қызметіне ұсынылды.", "appointment", "proposed"),
        (f"{A} {DAY} {P}да екі күн болды.", "visit", "held"),
        (f"{A} {DAY} сайлауда жеңіске жетті.", "appointment", "held"),
        (f"{DAY} {C} үш шенеунікті қара тізімге енгізді.", "sanction", "held"),
        (f"{C} {DAY} {D}дегі елшісін консультация үшін шақыртты.", "ambassador_recalled", "held"),
        (f"{DAY} {P}да тоғыз елдің басшылары бас қосты.", "summit", "held"),
        (f"{A} {DAY} студенттер алдында сөз сөйледі.", "lecture", "held"),
        (f"{A} мен {B} {DAY} келіссөз үстеліне отырды.", "talks", "held"),
        (f"{A} {DAY} {B} құрметіне дастарқан жайды.", "banquet", "held"),
        (f"{A} {DAY} {P}да батырлардың қабіріне тағзым етті.", "ceremony", "held"),
        (f"{DAY} {P}да бірлескен фабриканың қазығы қағылды.", "project", "held"),
        (f"{C} {DAY} {D}ге жүз шатыр мен көрпе аттандырды.", "aid", "held"),
        (f"{DAY} {C} {D}нің екі дипломатын елден аластады.", "expulsion", "held"),
        (f"{C} мен {D} ⟦date=2011:2011 жылы⟧ дипломатиялық байланысты жолға қойды.",
         "relations_established", "held"),
        (f"{DAY} {C} мен {D} пәтуаға келді.", "agreement", "held"),
        (f"{DAY} {C} {D}ге қарсылық нотасын табыстады.", "protest", "held"),
        (f"{DAY} {A} министрліктің тізгінін ұстады.", "appointment", "held"),
        (f"{DAY} {P}да {D} елшілігі шаңырақ көтерді.", "embassy_opened", "held"),
        (f"{DAY} {D} {P}дағы елшілігінің қызметін тоқтатты.", "embassy_closed", "held"),
        (f"{DAY} {C} {D}ге 3 миллион доллар қарыз рәсімдеді.", "loan_grant", "held"),
        (f"{DAY} {A} парламент мінберінен сөз алды.", "parliament_address", "held"),
        (f"{DAY} {A} мен {B} ортақ мәлімдеме таратты.", "statement_joint", "held"),
        (f"{A} мырзаның {P}ға сапары бұйырмады.", "visit", "cancelled"),
        (f"{A} мырзаның {P}ға сапары ⟦date=2025-05:мамыр⟧дың соңына сырғытылды.",
         "visit", "postponed"),
        (f"{A} мырзаның {P}ға сапары ⟦date=2025-05:мамыр⟧ға межеленіп отыр.", "visit", "planned"),
    ],
)  # fmt: skip
def test_it_is_read(marked, kind, status):
    assert (kind, status) in {(k, s) for k, s, _ in what_when(marked, "kk")}


@pytest.mark.parametrize(
    "marked",
    [
        f"{C} {DAY} {D}мен дипломатиялық қатынасын үзді.",
        f"{A} {DAY} тіс дәрігеріне барып қайтты.",
        f"{A} {P}ға барған емес.",
        f"{DAY} {P}дағы редакцияға 300 өтініш келіп түсті.",
        f"{C} мен {D} арасында елшілік ашу туралы ешқандай уағдаластық жоқ.",
        f"{DAY} сауда 3 миллиард долларға жетті.",
        f"{A} {DAY} {P}да аудармашы болды.",
        f"{A} бұл елшілікпен бірге өткізілетін алғашқы кеш екенін {DAY} атап өтті.",
    ],
)
def test_words_of_theirs_in_other_meanings_tell_none(marked):
    assert what_when(marked, "kk") == set()


def test_a_stem_that_ends_in_a_lip_sound_is_not_negated():
    marked = f"{D} ⟦date=2026:2026 жылы⟧ {P}дағы елшілігін жабады."
    assert what_when(marked, "kk") == {("embassy_closed", "planned", "2026")}


def test_what_a_loan_is_for_is_no_plan_of_its_own():
    marked = f"{C} {DAY} {D}ге мектеп салуға 5 миллион еуро несие берді."
    assert {k for k, _, _ in what_when(marked, "kk")} == {"loan_grant"}
