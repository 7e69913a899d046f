"""What the words of the press tell: sentences in five languages, and the happening of each."""

import time
from itertools import pairwise

import pytest
from marked import read_marked

from sijill.documents.passage import Passage
from sijill.events.finder import find_events
from sijill.happenings.triggers import find_postponements, find_triggers


def events(marked, language, published=None):
    return find_events(*read_marked(marked, language, published=published))


def types(marked, language, published=None):
    return [e.type for e in events(marked, language, published)]


P1, P2 = "⟦person#e1!head_of_government:{}⟧", "⟦person#e2!head_of_state:{}⟧"
ORG, CITY = "⟦organisation#o1:{}⟧", "⟦place#p1:{}⟧"
YEAR = "⟦date=1994:{}⟧"

NAMES = {
    "en": ("Li", "Bo", "Kaleb", "Lima", "1994"),
    "ar": ("سامي", "علي", "نايل", "ليما", "1994"),
    "ru": ("Варга", "Киш", "Калеб", "Лиме", "1994"),
    "kk": ("Бек", "Кемал", "Калеб", "Лима", "1994"),
    "ja": ("水谷", "黒川", "カレブ", "リマ", "1994年"),
}


def fill(sentence, language):
    for sign, mark, name in zip("ABOLY", (P1, P2, ORG, CITY, YEAR), NAMES[language], strict=True):
        sentence = sentence.replace(f"{{{sign}}}", mark.format(name))
    return sentence


TOLD = [
    ("visit", "en", "{A} touched down in {L} in {Y}."),
    ("visit", "en", "{A} will lead a strong delegation to {L}."),
    ("visit", "ru", "{A} побывал в {L} в {Y}."),
    ("visit", "ru", "Сюда, в {L}, {A} приехал в {Y} году."),
    ("visit", "kk", "{A} {Y} жылы {L} қаласына арнайы келді."),
    ("visit", "ar", "حل {A} ضيفا على {L} في {Y}."),
    ("visit", "ja", "{A}首相は{Y}に{L}を訪れた。"),
    ("phone_call", "en", "{A} rang his counterpart {B} in {Y}."),
    ("phone_call", "ru", "{A} и {B} поговорили по телефону."),
    ("phone_call", "kk", "{A} {B}пен телефон арқылы сөйлесті."),
    ("phone_call", "ja", "{A}首相は{B}大統領と電話で会談した。"),
    ("relations_established", "en", "The two set up diplomatic relations in {Y}."),
    ("relations_established", "en", "{L} recognised the new state in {Y}."),
    ("relations_established", "ru", "Дипотношения установлены в {Y} году."),
    (
        "relations_established",
        "kk",
        "Екі ел арасында дипломатиялық қатынастар {Y} жылы орнатылған.",
    ),
    ("relations_established", "ar", "أقام البلدان علاقاتهما الدبلوماسية في {Y}."),
    ("relations_established", "ja", "両国は{Y}に国交を結んだ。"),
    ("embassy_closed", "en", "The embassy in {L} was shut in {Y}."),
    ("embassy_closed", "ru", "В {Y} году закрыли посольство в {L}."),
    ("embassy_closed", "ar", "وأقفلت سفارتها في {L} عام {Y}."),
    ("embassy_closed", "ja", "{L}の大使館を{Y}に閉じた。"),
    ("embassy_opened", "kk", "{L} қаласындағы елшілік {Y} жылы қайта ашылды."),
    ("ambassador_recalled", "kk", "{L} өз елшісін {Y} жылы кеңесуге шақыртып алған."),
    ("ambassador_recalled", "ja", "{L}は{Y}に大使を呼び戻した。"),
    ("protest", "en", "{L} summoned the envoy in {Y}."),
    ("protest", "ar", "أضرب عمال {L} في {Y}."),
    ("protest", "ja", "{L}は{Y}に口上書で抗議した。"),
    ("contract", "en", "In {Y} {O} signed a ten-year purchase contract with the port."),
    ("contract", "ru", "{O} подписала контракт в {Y} году."),
    ("contract", "kk", "{O} {Y} жылы келісімшартқа қол қойды."),
    ("project", "ru", "{O} построит установку в {L}."),
    ("project", "ar", "تدرس {O} زراعة الأرز في {L}."),
    ("project", "kk", "{O} былтыр {L} қаласында су құрылғысын орнатты."),
    ("aid", "en", "{O} sent three helicopters after the earthquake in {L}."),
    ("aid", "ru", "{O} отправила палатки пострадавшим от наводнения в {L}."),
    ("aid", "ja", "{O}は地震の被災地{L}に毛布を送った。"),
    ("expulsion", "en", "{L} ordered two attachés to leave in {Y}."),
    ("expulsion", "ru", "В {Y} году двух дипломатов объявили персонами нон грата."),
    ("expulsion", "kk", "{L} {Y} жылы екі дипломатты елден шығарды."),
    ("decoration", "ar", "ثم مُنح {A} الوسام الأكبر في {L}."),
    ("decoration", "en", "{B} will confer the Order of the Pearl on {A}."),
    ("parliament_address", "kk", "{A} Милли Меджлисте сөз сөйледі."),
    ("ministerial_dialogue", "ru", "В {L} собралась межправкомиссия."),
    ("cultural_encounter", "ru", "Ансамбль выступил в {L} в {Y} году, спев и станцевав."),
    ("education_exchange", "en", "{O} will offer fifty scholarships to students from {L}."),
    ("ambassador_recalled", "en", "{L} called home its high commissioner in {Y}."),
    ("ambassador_recalled", "en", "Ambassadors were withdrawn in {Y}."),
    ("protest", "en", "{O} would demonstrate outside the embassy in {L}."),
    ("talks", "en", "{A} and {B} are to talk in private."),
    ("relations_established", "en", "Relations with {L} were established in {Y}."),
    ("loan_grant", "en", "{A} will sign a 66-million-euro loan for {L}."),
    ("sport_encounter", "en", "{A} saw a rugby match in {L} in {Y}."),
    ("aid", "en", "{A} will hand over a patrol boat in {L}."),
    ("visit", "ar", "يتنقل {A} إلى {L} في {Y}."),
    ("relations_established", "ar", "وتقيم {L} وأكرا علاقات دبلوماسية منذ {Y}."),
    ("embassy_opened", "ar", "وأُغلقت السفارة في {L} ثم أعادت فتحها عام {Y}."),
    ("banquet", "ar", "ثم تناولت {A} الغداء مع {B} في {L}."),
    ("aid", "ar", "أقامت {O} مخيماً في {L} في {Y}."),
]


@pytest.mark.parametrize(("kind", "language", "sentence"), TOLD)
def test_the_words_of_a_type_tell_it(kind, language, sentence):
    assert kind in types(fill(sentence, language), language)


OTHERWISE = [
    ("en", "{A} received a letter from {B}."),
    ("en", "{A} met the deadline set by {B}."),
    ("en", "{A} was met at the station by {B}."),
    ("en", "Lorries arrived in {L}."),
    ("en", "{A} was in {L}."),
    ("ar", "توقع {A} وصول أول سفينة إلى {L}."),
    ("ru", "Встреча назначена на пять часов, сказал {A}."),
    ("ja", "{A}首相が{L}を訪れるのは初めてだ。"),
    ("ar", "شكر {A} {B} على كرم الضيافة في {L}."),
]


@pytest.mark.parametrize(("language", "sentence"), OTHERWISE)
def test_the_same_words_in_another_sense_tell_nothing(language, sentence):
    told = set(types(fill(sentence, language), language))
    assert not told & {"visit", "talks", "audience", "courtesy_call", "signing", "appointment"}
    assert "decoration" not in told


def test_credentials_are_handed_over_in_a_call_and_to_a_monarch_in_an_audience():
    start = "⟦post#e1!ambassador:Ambassador⟧ ⟦person#e1:Li⟧ presented her credentials to "
    assert types(start + "⟦post#e2!head_of_state:President⟧ ⟦person#e2:Bo⟧.", "en") == [
        "courtesy_call"
    ]
    assert types(start + "⟦post#e2!monarch:King⟧ ⟦person#e2:Bo⟧.", "en") == ["audience"]


PUT_OFF = [
    ("en", "{A} postponed a visit to {L}."),
    ("ru", "{A} перенёс визит в {L}."),
    ("kk", "{A} {L} қаласына сапарын кейінге қалдырды."),
    ("ja", "{A}首相は{L}訪問を延期すると発表した。"),
    ("ar", "أعلن {A} تأجيل زيارة {L}."),
]


@pytest.mark.parametrize(("language", "sentence"), PUT_OFF)
def test_putting_off_is_an_act_of_its_own(language, sentence):
    found = events(fill("T\n\n" + sentence, language), language)
    assert ("postponement", "held") in {(e.type, e.status.value) for e in found}
    assert ("visit", "held") not in {(e.type, e.status.value) for e in found}


def test_what_was_put_off_is_no_act_of_putting_off():
    document, sentences, mentions, entities = read_marked("The visit, put off twice, began.", "en")
    assert not find_postponements(Passage(document, sentences, mentions, entities))


def test_the_talks_are_those_told_before():
    start = "⟦person#e1!head_of_state:Li⟧ held talks with ⟦person#e2!head_of_state:Bo⟧. "
    assert types(start + "The talks were friendly.", "en") == ["talks"]
    assert types(start + "Then the two leaders held extended talks.", "en") == ["talks", "talks"]


def test_an_arrival_and_its_visit_are_one():
    found = events(
        "⟦person#e1:Li⟧ arrived in ⟦place#p1:Lima⟧ on ⟦date=2025-05-06:Tuesday⟧. ⟦person#e1:Li⟧ is "
        "on a state visit to ⟦place#p1:Lima⟧ and spoke on ⟦date=2025-05-07:Wednesday⟧.",
        "en",
        "2025-05-07",
    )
    assert [e.type for e in found] == ["visit"]
    assert (found[0].date or "").startswith("2025-05-06")


def test_this_is_the_first_visit_says_more_of_the_visit_told():
    found = types(
        "⟦person#e1:Li⟧ paid an official visit to ⟦place#p1:Lima⟧. "
        "It is the first official visit of ⟦person#e1:Li⟧.",
        "en",
    )
    assert found == ["visit"]


def test_a_wreath_is_not_the_welcome():
    found = types(
        "A welcome ceremony for ⟦person#e1:Li⟧ was held. ⟦person#e1:Li⟧ laid a wreath at the tomb.",
        "en",
    )
    assert found == ["ceremony", "ceremony"]


def test_leaders_open_a_plant_at_a_ceremony_and_firms_open_theirs():
    built = "opened a plant in ⟦place#p1:Lima⟧ in ⟦date=2019:2019⟧."
    assert types("⟦post#e1!head_of_state:President⟧ ⟦person#e1:Li⟧ " + built, "en") == ["ceremony"]
    assert types("⟦organisation#o1:Kaleb⟧ " + built, "en") == ["project"]


def test_a_town_on_a_later_day_is_a_stage_of_the_visit_to_the_state():
    found = events(
        "⟦person#e1:Варга⟧ посетит ⟦place#p1:Перу⟧ ⟦date=2025-09-04/2025-09-06:4–6 сентября⟧. "
        "⟦date=2025-09-06:6 сентября⟧ ⟦person#e1:Варга⟧ посетит ⟦place#p2:Лиму⟧.",
        "ru",
        "2025-09-01",
    )
    assert [(e.type, e.place) for e in found] == [("visit", "p1"), ("visit", "p2")]


def test_students_from_home_are_compatriots():
    assert types("⟦person#e1:Li⟧ met students from ⟦place#p1:Peru⟧.", "en") == ["diaspora_meeting"]
    assert types("⟦person#e1:水谷⟧大臣は⟦place#p1:ペルー⟧人留学生と懇談した。", "ja") == [
        "diaspora_meeting"
    ]


def test_what_only_the_headline_tells_is_told():
    text = "⟦person#e1:Li⟧ signs trade accord\n\n⟦person#e1:Li⟧ visited ⟦place#p1:Lima⟧."
    assert types(text, "en") == ["signing", "visit"]
    again = "⟦person#e1:Li⟧ visited ⟦place#p1:Lima⟧\n\n⟦person#e1:Li⟧ visited ⟦place#p1:Lima⟧."
    assert types(again, "en") == ["visit"]


def test_very_general_words_tell_with_day_place_and_people_only():
    assert types("⟦person#e1:Li⟧ was in ⟦place#p1:Lima⟧ in ⟦date=2009:2009⟧.", "en") == ["visit"]
    assert types("⟦person#e1:Li⟧ was in ⟦place#p1:Lima⟧.", "en") == []


def test_the_tighter_of_two_patterns_with_gaps_counts():
    found = types(
        "⟦place#p1:Seoul⟧ closed its embassy in ⟦date=1998:1998⟧, during the crisis, and reopened "
        "it in ⟦date=2012:2012⟧.",
        "en",
    )
    assert found == ["embassy_closed", "embassy_opened"]


def test_triggers_never_overlap_and_a_dense_line_takes_no_long_time():
    line = "signed talks visit met summit lunch protest " * 4000
    passage = Passage(*read_marked(line, "en"))
    start = time.perf_counter()
    found = find_triggers(passage)
    assert time.perf_counter() - start < 20
    assert len(found) > 10_000
    assert all(one.end <= other.start for one, other in pairwise(found))
