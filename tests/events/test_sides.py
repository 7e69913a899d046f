"""“The two sides” are the two who met just before; who is invited to come is the guest."""

import pytest
from marked import read_marked
from told import who_did_what

from sijill.events.finder import find_events

A = "⟦person#e1!foreign_minister@PE:{}⟧"
B = "⟦person#e2!foreign_minister@VN:{}⟧"
C = "⟦person#e3!head_of_state@VN:{}⟧"


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A.format('Li')} held talks with {B.format('Lam')}. The two sides signed a "
         "memorandum."),
        ("ar", f"أجرى {A.format('لي')} محادثات مع {B.format('لام')}. ووقع الجانبان مذكرة تفاهم."),
        ("ru", f"{A.format('Ли')} провёл переговоры с {B.format('Ламом')}. Стороны подписали "
         "меморандум."),
        ("kk", f"{A.format('Ли')} {B.format('Лам')}мен келіссөз жүргізді. Тараптар меморандумға қол"
         " қойды."),
        ("ja", f"{A.format('李')}外相は{B.format('ラム')}外相と会談した。両外相は覚書に署名した。"),
    ],
)  # fmt: skip
def test_the_two_sides_are_those_who_talked(language, marked):
    marked += " ⟦place#p1:Peru⟧, ⟦place#p2:Vietnam⟧." if language == "en" else ""
    assert ("signing", {"e1", "e2"}) in who_did_what(marked, language)


def test_two_ministers_are_not_the_president_who_was_seen_last():
    marked = (
        f"{A.format('Li')} held talks with {B.format('Lam')}. {C.format('Tran')} received "
        f"{A.format('Li')}. The two ministers signed an agreement."
    )
    assert ("signing", {"e1", "e2"}) in who_did_what(marked, "en")


def test_who_attends_is_there_with_the_two_sides():
    marked = (
        f"استقبل {C.format('تران')} {A.format('لي')}. وعقد الجانبان جلسة مباحثات حضرها "
        f"{B.format('لام')}."
    )
    assert ("talks", {"e1", "e2", "e3"}) in who_did_what(marked, "ar")


def test_the_two_named_before_who_signed_are_they():
    marked = (
        f"حضر اللقاء {A.format('لي')} و{B.format('لام')} اللذان وقعا مذكرة تفاهم. ثم غادر "
        f"{C.format('تران')}."
    )
    assert ("signing", {"e1", "e2"}) in who_did_what(marked, "ar")


def test_two_countries_are_no_people():
    marked = (
        f"{A.format('Li')} of ⟦place#p1@PE:Peru⟧ held talks with {B.format('Lam')} of "
        "⟦place#p2@VN:Vietnam⟧. The two countries signed an agreement."
    )
    assert ("signing", {"e1", "e2"}) not in who_did_what(marked, "en")


INVITED = [
    ("en", f"{A.format('Li')} invited {C.format('Tran')} to visit ⟦place#p1:Lima⟧."),
    ("ar", f"دعا {A.format('لي')} {C.format('تران')} إلى زيارة ⟦place#p1:ليما⟧."),
    ("ar", f"ووجه {A.format('لي')} الدعوة إلى {C.format('تران')} لزيارة ⟦place#p1:ليما⟧."),
    ("ru", f"{A.format('Ли')} пригласил {C.format('Трана')} посетить ⟦place#p1:Лиму⟧."),
    ("kk", f"{A.format('Ли')} {C.format('Тран')}ды ⟦place#p1:Лима⟧ға сапармен келуге шақырды."),
    (
        "ja",
        f"{A.format('李')}外相は⟦place#p1:リマ⟧訪問を{C.format('チャン')}⟦post#e3:大統領⟧に要請した。",
    ),
]


@pytest.mark.parametrize(("language", "marked"), INVITED)
def test_who_is_invited_is_to_travel(language, marked):
    assert ("visit", {"e3"}) in who_did_what(marked, language)


def test_who_takes_an_invitation_up_is_to_travel():
    marked = f"{C.format('Tran')} accepted an invitation to visit ⟦place#p1:Lima⟧."
    assert ("visit", {"e3"}) in who_did_what(marked, "en")


def test_a_place_of_the_headline_receives_nobody_of_the_text():
    head, guest = C.format("تران"), A.format("لي")
    marked = f"لقاء في ⟦place#p1:ليما⟧\n\nاستقبل {head} {guest} ⟦date=2025-02-10:أمس⟧."
    found = find_events(*read_marked(marked, "ar", published="2025-02-11"))
    assert [(e.type, set(e.participants)) for e in found] == [("courtesy_call", {"e1", "e3"})]


def test_the_case_tells_who_is_received_and_not_the_order() -> None:
    told = who_did_what(f"{A.format('Ли')}ді Президент {C.format('Лам')} қабылдады.", "kk")
    assert told == [("courtesy_call", {"e1", "e3"})]


def test_an_unnamed_president_receives_too() -> None:
    told = who_did_what(
        f"{A.format('Ли')} {B.format('Лам')}мен келіссөз жүргізді. Ертеңіне {A.format('Ли')}ді "
        "⟦post:Президент⟧ қабылдады.",
        "kk",
    )
    assert ("courtesy_call", {"e1"}) in told
