"""What is denied, left out or put off in a later sentence is never told as held; nor who was away."""

import pytest
from marked import read_marked

from sijill.events.finder import find_events
from sijill.happenings.denials import is_denial
from sijill.reading.signals import find_signals

A, B = "⟦person#e1:{}⟧", "⟦person#e2:{}⟧"
NAMES = {
    "en": ("Varga", "Okoye"),
    "ar": ("فارغا", "أوكوي"),
    "ru": ("Варга", "Окойе"),
    "kk": ("Варга", "Окойе"),
    "ja": ("バルガ", "オコエ"),
}


def events(sentence, language, published="2026-04-02"):
    one, other = NAMES[language]
    place = {"en": "Peru", "ar": "بيرو", "ru": "Перу", "kk": "Перу", "ja": "ペルー"}[language]
    sentence = sentence.replace("{L}", f"⟦place#p1:{place}⟧")
    marked = sentence.replace("{A}", A.format(one)).replace("{B}", B.format(other))
    parts = read_marked(f"Title\n\n{marked}", language, published=published)
    found = find_events(*parts)
    return found, find_signals(*parts, found)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The palace denied what a weekly wrote about a secret trip by {A} to {L}."),
        ("en", "The spokesman dismissed as false reports that {A} met {B}."),
        ("ar", "نفى القصر ما نشرته مجلة عن زيارة سرية قام بها {A} إلى {L}."),
        ("ru", "Дворец опроверг сообщения о том, что {A} тайно посетил {L}."),
        ("ru", "Дворец назвал ложными сообщения о визите {A} в {L}."),
        ("kk", "Сарай {A} мырзаның {L} еліне жасырын сапары туралы хабарды теріске шығарды."),
        ("ja", "王宮は、{A}首相の{L}極秘訪問との報道を否定した。"),
    ],
)
def test_a_denied_visit_is_no_event(language, sentence):
    assert events(sentence, language)[0] == ()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The palace denied that the trip of {A} to {L} had been cancelled."),
        ("en", "The palace denied the cancellation of the visit of {A} to {L}."),
        ("en", "The visit of {A} to {L} has not been cancelled."),
        ("ar", "نفى القصر أن يكون {A} قد ألغى زيارته إلى {L}."),
        ("ru", "Дворец опроверг сообщения о том, что {A} отменил поездку в {L}."),
        ("ru", "Визит {A} в {L} не отменён и не перенесён."),
        ("kk", "Сарай {A} мырзаның {L} сапары тоқтатылды деген хабарды жоққа шығарды."),
        ("ja", "王宮は、{A}首相の{L}訪問が中止されたとの報道を否定した。"),
    ],
)
def test_a_denied_cancellation_leaves_the_visit_planned(language, sentence):
    assert [(e.type, e.status.value) for e in events(sentence, language)[0]] == [
        ("visit", "planned")
    ]


def test_what_stands_outside_of_the_denial_is_told():
    found, _ = events("{A} met {B}; the palace denied reports of a visit by {A} to {L}.", "en")
    assert [(e.type, e.status.value) for e in found] == [("talks", "held")]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "{A} visited {L} and denied reports of a quarrel."),
        ("ru", "{A} посетил {L} и опроверг слухи о ссоре."),
        ("ar", "زار {A} {L} ونفى وجود خلاف."),
    ],
)
def test_who_denies_something_has_come_all_the_same(language, sentence):
    found, _ = events(sentence, language)
    assert [(e.type, e.status.value) for e in found] == [("visit", "held")]


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        ("ja", "{A}首相は{L}を訪れたが、{B}首相とは会談しなかった。", ["visit"]),
        (
            "ja",
            "{A}首相は{L}を訪れ、{B}首相と会談したが、共同声明には署名せず、帰国した。",
            ["visit", "talks"],
        ),
        ("ja", "{A}首相は{L}で{B}首相と会談し、大使館が閉鎖されたとの報道を否定した。", ["talks"]),
        ("kk", "{A} {L}ға келіп, {B} мырзамен кездескен жоқ.", ["visit"]),
        ("kk", "{A} {L} еліне ресми сапармен келді, бірақ келісімге қол қоймады.", ["visit"]),
        (
            "kk",
            "{A} {B} мырзамен кездесіп, елшіліктің жабылғаны туралы хабарды жоққа шығарды.",
            ["talks"],
        ),
    ],
)
def test_a_deed_before_a_denial_is_told(language, sentence, told):
    found = [(e.type, e.status.value) for e in events(sentence, language)[0]]
    assert found == [(kind, "held") for kind in told]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ja", "王宮は、大使館を閉鎖し、{A}首相が{L}を訪問したとの報道を否定した。"),
        ("ja", "{A}首相は{B}首相と会談していない。"),
        ("kk", "{A} {B} мырзамен кездеспеді."),
        ("kk", "{A} мен {B} келісімге қол қойған жоқ."),
    ],
)
def test_a_negated_verb_tells_no_event(language, sentence):
    assert events(sentence, language)[0] == ()


def test_of_a_meeting_without_an_agreement_the_meeting_is_told():
    found, _ = events("{A}首相は{L}で{B}首相と会談したが、会談では合意に至らなかった。", "ja")
    assert [(e.type, e.status.value) for e in found] == [("talks", "held")]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The speech of {A} in parliament was left out of the programme."),
        ("ru", "Выступление {A} в парламенте, о котором писала газета, в программу не вошло."),
        ("ja", "{A}首相の国会演説は日程に含まれなかった。"),
    ],
)
def test_what_was_left_out_is_neither_event_nor_signal(language, sentence):
    assert events(sentence, language) == ((), ())


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "{A} was absent from the signing ceremony."),
        ("en", "{A} and {B} did not attend the banquet."),
        ("ar", "وغاب عن مراسم التوقيع {A}."),
        ("ru", "{A} отсутствовал на церемонии подписания."),
        ("kk", "{A} қабылдауға қатыспады."),
        ("ja", "{A}首相は晩餐会に出席しなかった。"),
        ("ja", "{A}首相は晩餐会を欠席した。"),
    ],
)
def test_who_was_away_takes_no_part(language, sentence):
    assert {p for e in events(sentence, language)[0] for p in e.participants} == set()


def test_others_of_the_sentence_take_part():
    (dinner,), _ = events("The state banquet with {B} was held, but {A} was absent from it.", "en")
    assert dinner.participants == ("e2",)


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [
        ("en", "{A} was to visit {L} in June. It has been postponed.", "postponed"),
        (
            "en",
            "{A} cancelled a trip to {L}. No, he did not cancel it; he postponed it.",
            "postponed",
        ),
        ("en", "{A} will visit {L} in June. It has not been postponed.", "planned"),
        ("ar", "من المنتظر أن يزور {A} {L}، غير أن الناطقة قالت إن الزيارة أُجّلت.", "postponed"),
        ("ru", "{A} посетит {L} в июне. Её отложили.", "postponed"),
        ("kk", "{A} {L} қаласына ресми сапармен бармақ. Сапар кейінге қалдырылды.", "postponed"),
        ("ja", "{A}首相は6月に{L}を訪問する予定だった。訪問は延期された。", "postponed"),
    ],
)
def test_a_later_sentence_puts_the_plan_off(language, sentence, status):
    assert {e.status.value for e in events(sentence, language)[0] if e.type == "visit"} == {status}


@pytest.mark.parametrize(
    ("language", "denied", "told"),
    [
        ("en", "denied", "said"),
        ("ar", "ونفت", "وقالت"),
        ("ru", "опровергли", "сказали"),
        ("kk", "жоққа шығарды", "айтты"),
        ("ja", "と否定", "と述べ"),
    ],
)
def test_words_of_denying_are_told_from_words_of_saying(language, denied, told):
    assert is_denial(denied, language)
    assert not is_denial(told, language)


def test_a_rare_happening_is_denied_wherever_its_text_tells_it_again():
    sentence = (
        "{A} назвал «вымыслом» сообщения о том, что дипломат объявлен персоной нон грата.\n\n"
        "Газета, первой сообщившая о высылке, удалила заметку."
    )
    assert [e.type for e in events(sentence, "ru")[0]] == []
    sentence = "{A} приехал в {L}. Днём ранее дипломат был объявлен персоной нон грата."
    assert "expulsion" in {e.type for e in events(sentence, "ru")[0]}
