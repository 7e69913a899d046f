"""A visit that somebody is invited to is planned once the invitation is accepted."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def visits(reader, language, text):
    found = reader.read(Document("d", text, language, "2024-05-06"))
    names = {e.id: e.name for e in found.entities}
    return [
        (e.status.value, [names[p] for p in e.participants])
        for e in found.events
        if e.type == "visit"
    ]


_EN = "President Óscar Rey of Peru invited Estonian President Mari Tamm to visit Lima"
_RU = "Президент Перу Оскар Рей пригласил президента Эстонии Мари Тамм посетить Лиму"
_KK = "Перу Президенті Оскар Рей Эстония Президенті Мари Таммды Лимаға сапармен келуге шақырды."
_JA = "ペルーのレイ大統領は、エストニアのタム大統領にリマ訪問を招請し"
_AR = "وجه رئيس بيرو أوسكار راي دعوة إلى رئيسة إستونيا ماري تام لزيارة ليما."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", _EN + ". Tamm accepted the invitation."),
        ("en", _EN + ". The Estonian leader accepted the invitation with pleasure, she said."),
        ("en", _EN + ", and she accepted."),
        ("en", _EN + ". The invitation was readily accepted."),
        ("ru", _RU + ". Приглашение было с благодарностью принято."),
        ("ru", _RU + ", и та приняла приглашение."),
        ("kk", _KK + " Шақыру ризашылықпен қабылданды."),
        ("kk", _KK + " Ол шақыруды қабыл алды."),
        ("ja", _JA + "た。タム大統領はこれを受け入れた。"),
        ("ja", _JA + "、タム大統領はこれを快諾した。"),
        ("ar", _AR + " وقبلت تام الدعوة."),
        ("ar", _AR + " وقد قبلت الرئيسة الدعوة شاكرة."),
    ],
)
def test_an_accepted_invitation_is_a_plan(reader, language, text):
    ((status, people),) = visits(reader, language, text)
    assert status == "planned"
    assert len(people) == 1
    assert people[0].split()[-1] in {"Tamm", "Тамм", "Таммды", "タム", "تام"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", _EN + ". It is not known whether she accepted the invitation."),
        ("en", _EN + ". Tamm has not accepted the invitation."),
        ("en", _EN + ". Tamm has yet to accept the invitation."),
        ("en", _EN + ". If she accepted, she would be the first to come."),
        ("en", _EN + ". Her party would not have accepted it."),
        ("en", _EN + ". Trade Minister Bo Lund accepted an invitation to a forum."),
        ("en", _EN + ". Bo Lund accepted the invitation to a forum."),
        ("en", _EN + ". She said that the terms of the loan had been accepted."),
        ("en", _EN + ". The invitation was not accepted."),
        ("ru", _RU + ". Она не приняла приглашение."),
        ("ru", _RU + ". Министр Бо Лунд принял приглашение на форум."),
        ("kk", _KK + " Шақыру қабылданған жоқ."),
        ("ja", _JA + "た。タム大統領はこれに応じなかった。"),
        ("ar", _AR + " ولم تقبل تام الدعوة."),
        ("ar", _AR + " وقبل توجيه الدعوة زار المتحف."),
    ],
)
def test_what_is_not_accepted_stays_an_offer(reader, language, text):
    assert visits(reader, language, text)[0][0] == "proposed"
