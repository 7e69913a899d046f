"""What fell through or was moved: its day, and how far it has got, in five languages."""

import pytest
from told import what_when

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

A = "⟦person#e1!foreign_minister@NP:{}⟧"
B = "⟦person#e2!head_of_state@PE:{}⟧"
L = "⟦place#p1:{}⟧"
NAMES = {
    "en": ("Li", "Bo", "Lima"),
    "ar": ("سامي", "علي", "ليما"),
    "ru": ("Варга", "Киш", "Лиму"),
    "kk": ("Бек", "Кемал", "Лима"),
    "ja": ("水谷", "黒川", "リマ"),
}


def told(sentence, language, published="2025-09-18"):
    for sign, mark, name in zip("ABL", (A, B, L), NAMES[language], strict=True):
        sentence = sentence.replace(f"{{{sign}}}", mark.format(name))
    return what_when(sentence, language, published)


# The month is a bare one: its value beside words of a plan is that of next year.
MONTHS = [
    ("en", "A trip to {L} by {A} had been planned for ⟦date=2026-05:May⟧ but was called off."),
    ("ar", "كانت زيارة {A} إلى {L} مقررة في ⟦date=2026-05:مايو⟧ غير أنها ألغيت."),
    ("ru", "Поездка {A} в {L} намечалась на ⟦date=2026-05:май⟧, но была отменена."),
    ("kk", "{A} мырзаның {L} қаласына сапары ⟦date=2026-05:мамыр⟧ға жоспарланған еді, бірақ болмай қалды."),
    ("ja", "{A}外相の{L}訪問は⟦date=2026-05:5月⟧に予定されていたが、中止された。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), MONTHS)
def test_what_fell_through_had_been_planned_for_the_nearest_month(language, sentence):
    assert told(sentence, language) == {("visit", "cancelled", "2025-05")}


def test_a_weekday_of_what_fell_through_is_the_nearest_one():
    gone = "A dinner of {A} for {B} planned for ⟦date=2025-09-24:Wednesday⟧ was cancelled."
    ahead = "A dinner of {A} for {B} planned for ⟦date=2025-09-12:Friday⟧ was cancelled."
    assert told(gone, "en") == {("banquet", "cancelled", "2025-09-17")}
    assert told(ahead, "en") == {("banquet", "cancelled", "2025-09-19")}


def test_what_had_been_called_off_was_planned_for_the_last_month_of_its_name():
    marked = "وكان {A} قد ألغى زيارة إلى {L} كانت مقررة في ⟦date=2026-01:يناير⟧."
    assert told(marked, "ar", "2025-10-14") == {("visit", "cancelled", "2025-01")}


PUT_OFF = [
    ("en", "{A} has pushed back her visit to {L} from ⟦date=2025-09/2025-11:September to November⟧."),
    ("en", "Bad weather forced {A} to delay his trip to {L} from ⟦date=2025-09/2025-11:September to November⟧."),
    ("kk", "{A} мырза {L} қаласына сапарын ⟦date=2025-09:қыркүйектен қараша⟧ға ауыстырды."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), PUT_OFF)
def test_who_moves_a_visit_puts_it_off_to_the_later_month(language, sentence):
    visits = {t for t in told(sentence, language) if t[0] == "visit"}
    assert visits == {("visit", "postponed", "2025-11")}


LATE = [
    ("en", "The visit of {A} to {L}, first planned for ⟦date=2025-04:April⟧, took place on ⟦date=2025-09-16:Tuesday⟧."),
    ("ru", "Визит {A} в {L}, намеченный на ⟦date=2026-04:апрель⟧, состоялся во ⟦date=2025-09-16:вторник⟧."),
    ("ja", "⟦date=2025-04:4月⟧に予定されていた{A}外相の{L}訪問が⟦date=2025-09-16:16日⟧に実現した。"),
    ("ar", "جرت ⟦date=2025-09-16:الثلاثاء⟧ زيارة {A} إلى {L} بعد أن كانت مقررة في ⟦date=2025-04:أبريل⟧."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), LATE)
def test_what_was_planned_first_and_took_place_is_of_the_day_when_it_did(language, sentence):
    assert told(sentence, language) == {("visit", "held", "2025-09-16")}


NOT_LATE = [
    ("en", "The visit of {A} to {L}, planned for ⟦date=2025-04:April⟧, never took place."),
    ("ru", "Визит {A} в {L}, намеченный на ⟦date=2025-04:апрель⟧, не состоялся."),
]


@pytest.mark.parametrize(("language", "sentence"), NOT_LATE)
def test_what_was_planned_and_did_not_take_place_is_not_held(language, sentence):
    assert {status for _, status, _ in told(sentence, language)} <= {"cancelled", "planned"}


LATER = [
    ("en", "{A} was to visit {L} on ⟦date=2025-09-20:Saturday⟧. But the visit was cancelled."),
    ("ar", "وكان مقرراً أن يزور {A} {L} ⟦date=2025-09-20:السبت⟧، لكن الزيارة أُلغيت."),
]


@pytest.mark.parametrize(("language", "sentence"), LATER)
def test_a_plan_of_which_it_is_told_behind_that_it_was_cancelled_is_so(language, sentence):
    assert told(sentence, language) == {("visit", "cancelled", "2025-09-20")}


NOT_DONE = [
    ("en", "{A} is thinking of a visit to {L}."),
    ("ar", "يفكر {A} في زيارة {L}."),
    ("ru", "{A} подумывает о поездке в {L}."),
    ("ja", "{A}外相は{L}を訪問したいと語った。"),
    ("ja", "{A}外相は⟦date=2025-09-23:23日⟧に{L}に到着すると確認した。"),
    ("ja", "{A}外相は{L}に大使館を開設することを決めた。"),
]


@pytest.mark.parametrize(("language", "sentence"), NOT_DONE)
def test_what_somebody_has_in_mind_or_has_decided_is_not_done(language, sentence):
    assert {status for _, status, _ in told(sentence, language)} <= {"planned", "proposed"}


def test_a_deed_of_a_day_gone_by_stays_done_before_what_is_announced():
    marked = (
        "{A}外相は⟦date=2025-09-17:17日⟧、⟦organisation#o1:クスコ大学⟧で講演し、"
        "奨学金を10人分用意すると表明した。"
    )
    assert ("lecture", "held", "2025-09-17") in told(marked, "ja")


def test_what_is_agreed_to_be_cancelled_leaves_the_agreement_held():
    marked = "اتفق {A} و{B} ⟦date=2025-09-17:أمس⟧ على إلغاء التأشيرات."
    assert told(marked, "ar") == {("agreement", "held", "2025-09-17")}


def test_nobody_signs_a_plant():
    marked = (
        "Меморандум «⟦organisation#o1:Анды⟧» и «⟦organisation#o2:Вольта⟧» о сборке тракторов "
        "подписан не был."
    )
    assert ("project", "postponed", None) not in told(marked, "ru")


TELLING = [
    ("en", "The ministry said on ⟦date=2025-09-17:Wednesday⟧ that talks between {A} and {B} due on ⟦date=2025-09-19:Friday⟧ had been called off."),
    ("ru", "Министерство сообщило в ⟦date=2025-09-17:среду⟧, что переговоры {A} и {B}, назначенные на ⟦date=2025-09-19:пятницу⟧, отменены."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), TELLING)
def test_the_day_of_the_telling_is_not_that_of_what_is_told(language, sentence):
    assert told(sentence, language) == {("talks", "cancelled", "2025-09-19")}


def test_what_is_put_off_until_a_season_is_of_the_next_one():
    text = (
        "Head\n\nPrime Minister Jeremiah Maelasi, who was to have begun an official visit to "
        "Estonia on Monday, has put it off until the spring."
    )
    events = Reader(load_register()).read(Document("s1", text, "en", "2025-11-06")).events
    assert [(e.type, e.status.value, e.date) for e in events] == [("visit", "postponed", "2026-21")]


BY_POST = [
    ("ru", "Намеченный на осень визит непальского министра сорвался.", "cancelled"),
    ("ru", "Визит Юхана Ригера сорвался.", "cancelled"),
    ("ru", "Осенний визит непальского премьера отложили.", "postponed"),
    ("kk", "Непал премьер-министрінің сапары кейінге шегерілді.", "postponed"),
]


@pytest.mark.parametrize(("language", "text", "status"), BY_POST)
def test_a_visit_that_fell_through_is_told_without_its_goal(language, text, status):
    read = Reader(load_register()).read(Document("s1", f"Head\n\n{text}\n", language, "2025-09-18"))
    assert [(e.type, e.status.value) for e in read.events] == [("visit", status)]


def test_a_visit_told_by_a_post_alone_has_its_day():
    text = "Head\n\nВизит непальского премьера прошёл в мае.\n"
    read = Reader(load_register()).read(Document("s1", text, "ru", "2025-09-18"))
    assert [(e.type, e.date) for e in read.events] == [("visit", "2025-05")]
