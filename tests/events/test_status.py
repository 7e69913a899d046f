"""Sentences of each language: what is planned or put off is never held, and what was held stays."""

import pytest
from marked import read_marked

from sijill.documents.passage import passage_of
from sijill.events.finder import find_events
from sijill.events.status import status_cues_of
from sijill.happenings.arguments import arguments_of

A, B = "⟦person#e1:{}⟧", "⟦person#e2:{}⟧"
LIMA = "⟦place#p1:{}⟧"


def told(marked, language, published=None):
    found = find_events(*read_marked(marked, language, published=published))
    return {(e.type, e.status.value) for e in found}


def fill(sentence, language):
    names = {
        "en": ("Li", "Bo", "Lima"),
        "ar": ("سامي", "علي", "ليما"),
        "ru": ("Варга", "Киш", "Лиму"),
        "kk": ("Бек", "Кемал", "Лима"),
        "ja": ("水谷", "黒川", "リマ"),
    }[language]
    for sign, mark, name in zip("ABL", (A, B, LIMA), names, strict=True):
        sentence = sentence.replace(f"{{{sign}}}", mark.format(name))
    return sentence


TO_COME = [
    ("en", "{A} to visit {L} in autumn for talks with {B}.", "planned"),
    ("en", "{A} is set to visit {L}.", "planned"),
    ("en", "News\n\nIn the ⟦date:evening⟧ {A} hosts a dinner for {B}.", "planned"),
    ("en", "A state visit of {A} to {L} was declined.", "cancelled"),
    ("en", "{A} will be the first to set foot in {L}.", "planned"),
    ("ar", "ويقيم {A} مأدبة على شرف {B}.", "planned"),
    ("en", "{A} is expected to visit {L}.", "planned"),
    ("en", "{A} would have visited {L}.", "planned"),
    ("en", "{A} was to have visited {L} that week.", "planned"),
    ("en", "A state banquet in {L} will be given by {A}.", "planned"),
    ("en", "The dinner and the talks in {L} are planned for May.", "planned"),
    ("en", "A visit to {L} that {A} is to make was announced.", "planned"),
    ("en", "The visit of {A} to {L} has been pushed back.", "postponed"),
    ("en", "The visit of {A} to {L} was called off.", "cancelled"),
    ("ar", "سيستقبل {A} {B} في {L}.", "planned"),
    ("ar", "سيلتقي {A} {B} في {L}.", "planned"),
    ("ar", "كان يفترض أن يلتقي {A} {B} في {L}.", "planned"),
    ("ar", "تمهيدا للقمة المزمع عقدها في {L}.", "planned"),
    ("ar", "زيارة {A} المرتقبة إلى {L}.", "planned"),
    ("ar", "تعذّر عقد لقاء بين {A} و{B} في {L}.", "cancelled"),
    ("ar", "أُرجئت زيارة {A} إلى {L}.", "postponed"),
    ("ar", "جاء ذلك بعد تأجيل زيارة {A} إلى {L}.", "postponed"),
    ("ru", "Обсуждён предстоящий визит {A} в {L}.", "planned"),
    ("ru", "{A} должен был посетить {L}.", "planned"),
    ("ru", "Визит {A} в {L} запланирован на май.", "planned"),
    ("ru", "Поездка {A} в {L} планировалась на май.", "planned"),
    ("ru", "Визит {A} в {L} намечался на май.", "planned"),
    ("ru", "Визит {A} в {L} отложен.", "postponed"),
    ("ru", "Визит {A} в {L} отменён.", "cancelled"),
    ("kk", "{A} {L} қаласына ресми сапармен бармақ.", "planned"),
    ("kk", "{A} {L} қаласында {B} мырзамен кездеседі.", "planned"),
    ("kk", "Саммит {L} қаласында өткізілмек.", "planned"),
    ("kk", "{A} мырзаның {L} сапары жоспарланып отыр.", "planned"),
    ("kk", "{A} мырзаның {L} сапары кейінге қалдырылды.", "postponed"),
    ("kk", "{A} мырзаның {L} сапары болмай қалды.", "cancelled"),
    ("ja", "{A}大統領、来月{L}を訪問へ", "planned"),
    ("ja", "{L}で晩餐会と歓迎行事が予定されている。", "planned"),
    ("ja", "{A}大統領は{L}を訪問する見通しだ。", "planned"),
    ("ja", "{A}大統領は{L}を訪問する意向を示した。", "proposed"),
    ("ja", "{L}での首脳会談は延期された。", "postponed"),
    ("ja", "{A}大統領の{L}訪問は見送られた。", "cancelled"),
]


@pytest.mark.parametrize(("language", "sentence", "status"), TO_COME)
def test_what_lies_ahead_or_fell_through_is_not_held(language, sentence, status):
    found = told(fill(sentence, language), language)
    assert {s for _, s in found} == {status}


HELD = [
    ("en", "As expected, {A} visited {L}.", "visit"),
    ("en", "{A} visited {L} in ⟦date=2019-05:May 2019⟧, where she signed two treaties.", "signing"),
    ("en", "{A} flew to {L} to meet {B}.", "talks"),
    ("en", "{A} visited {L} ahead of next year's summit.", "visit"),
    ("ar", "زار {A} {L} ووقّع اتفاقية.", "visit"),
    ("ar", "التقى {A} {B} تمهيدا للقمة المزمع عقدها في {L}.", "talks"),
    ("ru", "{A} посетил {L} и подписал соглашение.", "visit"),
    ("ru", "{A} встретился с {B}, который должен посетить {L} осенью.", "talks"),
    ("kk", "{A} {L} қаласына ресми сапармен барды.", "visit"),
    ("ja", "{A}大統領は{L}を訪問した。", "visit"),
    ("ja", "会談する予定だった{A}大統領は{L}を訪問した。", "visit"),
]


@pytest.mark.parametrize(("language", "sentence", "kind"), HELD)
def test_what_was_held_stays_held_beside_a_plan(language, sentence, kind):
    found = told(fill(sentence, language), language)
    statuses = {s for t, s in found if t == kind or (kind == "talks" and t == "meeting")}
    assert statuses == {"held"}, found


OFFERED = [
    ("en", "{A} wants to visit {L}."),
    ("ar", "يعتزم {A} زيارة {L}."),
    ("ru", "{A} намерен посетить {L}."),
    ("kk", "{A} {L} қаласына ресми сапармен баруға дайын."),
    ("ja", "{A}大統領は{L}を訪れたいと述べた。"),
]


@pytest.mark.parametrize(("language", "sentence"), OFFERED)
def test_what_somebody_intends_is_proposed(language, sentence):
    assert {s for _, s in told(fill(sentence, language), language)} == {"proposed"}


DEALS = [
    ("en", "⟦organisation#o1:Andes⟧ {} a contract with ⟦organisation#o2:Volta⟧.",
     ("signed", "will sign")),
    ("ru", "«⟦organisation#o1:Анды⟧» и «⟦organisation#o2:Вольта⟧»: контракт {}.",
     ("подписан", "подпишут")),
    ("ja", "⟦organisation#o1:アンデス⟧と⟦organisation#o2:ボルタ⟧は契約{}。",
     ("を結んだ", "を結ぶ")),
    ("kk", "⟦organisation#o1:Анды⟧ пен ⟦organisation#o2:Вольта⟧ келісімшартқа {}.",
     ("қол қойды", "қол қояды")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "verbs"), DEALS)
def test_a_contract_is_done_when_its_verb_is(language, sentence, verbs):
    done, coming = (told(sentence.format(verb), language) for verb in verbs)
    assert "held" in {s for _, s in done}
    assert "held" not in {s for _, s in coming}


def test_a_deal_that_is_discussed_is_a_proposal():
    marked = "{A} and {B} discussed in {L} the building of a plant by ⟦organisation#o1:Andes⟧."
    assert ("project", "proposed") in told(fill(marked, "en"), "en")


def test_a_trip_that_a_later_sentence_says_was_put_off_is_put_off():
    marked = "Headline\n\n{A} will visit {L} in May. The visit had been postponed because of rain."
    found = told(fill(marked, "en"), "en", "2025-03-14")
    assert {s for t, s in found if t == "visit"} == {"postponed"}


@pytest.mark.parametrize(
    "sentence",
    [
        "أُعلن تأجيل الزيارة الرسمية التي كان {A} يعتزم القيام بها إلى {L} في مايو.",
        "أُعلن تأجيل الزيارة التي كان {A} ينوي القيام بها إلى {L} في مايو.",
    ],
)
def test_the_visit_that_somebody_intended_to_pay_is_the_one_put_off(sentence):
    document, sentences, mentions, entities = read_marked(fill(sentence, "ar"), "ar")
    found = find_events(document, sentences, mentions, entities)
    [visit] = [e for e in found if e.type == "visit"]
    assert (visit.status.value, visit.place, visit.participants) == ("postponed", "p1", ("e1",))


def test_a_call_about_a_trip_that_was_put_off_was_made():
    marked = "{A} spoke with {B} by telephone about the visit to {L}, which has been postponed."
    found = told(fill(marked, "en"), "en")
    assert ("phone_call", "held") in found


def test_a_case_ending_is_no_verb_of_the_past():
    marked = "⟦organisation#o1:Анды⟧ {L} қаласында зауыт салуды жоспарлап отыр."
    assert "held" not in {s for _, s in told(fill(marked, "kk"), "kk")}


def test_what_was_put_off_once_and_then_held_is_held():
    marked = "{A} visited {L} on ⟦date=2025-03-10:Monday⟧, a trip twice postponed."
    found = told(fill(marked, "en"), "en", "2025-03-14")
    assert ("visit", "held") in found
    assert "postponed" not in {s for _, s in found}


DENIED = [
    ("en", "{A} could have visited {L}."),
    ("ar", "لن يزور {A} {L}."),
    ("ru", "{A} не поедет в {L}."),
    ("kk", "{A} {L} қаласына бармайды."),
    ("ja", "{A}大統領は{L}を訪問しない。"),
]


@pytest.mark.parametrize(("language", "sentence"), DENIED)
def test_what_is_denied_is_told_of_nobody(language, sentence):
    assert told(fill(sentence, language), language) == set()


AGREED = [
    ("en", "The ministers agreed to hold a summit in {L}."),
    ("ar", "اتفق الجانبان على عقد قمة في {L}."),
    ("ru", "Стороны условились провести саммит в {L} осенью."),
]


@pytest.mark.parametrize(("language", "sentence"), AGREED)
def test_a_summit_that_is_agreed_on_lies_ahead(language, sentence):
    found = told(fill(sentence, language), language)
    assert {s for t, s in found if t == "summit"} == {"planned"}


def test_a_noun_behind_to_makes_no_headline():
    found = told(fill("Her return to the talks with {B} in {L} surprised all.", "en"), "en")
    assert ("talks", "held") in found


def test_a_verb_before_a_noun_tells_no_time():
    found = told("⟦place#p1:リマ⟧で政府に抗議する農家がデモをした。", "ja")
    assert "planned" not in {s for _, s in found}


def test_what_is_agreed_for_a_coming_summit_is_not_done():
    marked = "اتفق الجانبان على رفع العلاقات إلى مستوى الشراكة خلال القمة المزمع عقدها في {L}."
    found = told(fill(marked, "ar"), "ar")
    assert ("partnership_upgrade", "planned") in found
    assert "held" not in {s for _, s in found}


NEVER_DONE = [
    ("en", "{A} nearly signed the agreement with {B} in {L}."),
    ("en", "{A} and {B} will not be signing a joint statement in {L}."),
    ("en", "{A} left {L} without a joint statement."),
    ("ar", "كاد {A} يزور {L} عام ⟦date=2010:2010⟧."),
    ("ar", "غادر {A} {L} بدون بيان مشترك."),
    ("ru", "{A} чуть не подписал соглашение с {B} в ⟦date=2010:2010 году⟧."),
    ("ru", "«Мы не станем подписывать соглашение», – сказал {A}."),
    ("kk", "{A} {B}пен ⟦date=2010:2010 жылы⟧ келісімге қол қоя жаздады."),
    ("ja", "{A}氏は、{B}氏との調印はないと述べた。"),
]


@pytest.mark.parametrize(("language", "sentence"), NEVER_DONE)
def test_what_nearly_or_never_was_done_is_no_happening(language, sentence):
    found = told(fill(sentence, language), language, "2025-03-14")
    assert not {kind for kind, _ in found} & {"signing", "statement_joint", "visit", "agreement"}


def test_nearly_speaks_of_the_next_word_only():
    found = told(fill("Nearly a year later {A} and {B} signed an agreement in {L}.", "en"), "en")
    assert ("signing", "held") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "両首脳は協力することで一致した。",
        "両首脳は協力することで一致しました。",
    ],
)
def test_japanese_agreement_is_held_even_before_days_to_come(sentence):
    marked = (
        "Head\n\n{A}氏は{B}氏と会談した。⟦date=2025-03-15:15日⟧から始まる首脳会合に先立つ。"
        + sentence
    )
    found = told(fill(marked, "ja"), "ja", "2025-03-14")
    assert ("agreement", "held") in found
    assert ("agreement", "planned") not in found


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Brazil was the first country to open an embassy in {L}."),
        ("ar", "كانت ⟦place#p2:غانا⟧ أول دولة تفتح سفارة في {L}."),
        ("ru", "⟦place#p2:Гана⟧ стала первой страной, открывшей посольство в {L}."),
    ],
)
def test_who_was_first_to_do_it_has_done_it(language, sentence):
    found = told(fill(sentence, language), language, "2025-03-14")
    assert {s for kind, s in found if kind == "embassy_opened"} <= {"held"}


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [
        ("kk", "{A} мен {B} 10 миллион доллар несие туралы келісімге қол қойды.", "held"),
        ("ja", "{A}氏と{B}氏は無償資金協力に関する書簡に署名した。", "held"),
        ("ja", "{A}氏と{B}氏は無償資金協力に関する書簡に署名する予定だ。", "planned"),
    ],
)
def test_money_is_given_as_the_paper_on_it_is_signed(language, sentence, status):
    found = told(fill(sentence, language), language, "2025-03-14")
    assert ("loan_grant", status) in found


def test_layers_ask_one_and_the_same_answer_of_a_passage():
    document, sentences, mentions, entities, *_ = read_marked(fill("{A} visits {L}.", "en"), "en")
    passage = passage_of(document, sentences, mentions, entities)
    other = passage_of(document, sentences, mentions, (*entities,)[:0])
    for told_of in (status_cues_of, arguments_of):
        assert told_of(passage) is told_of(passage)
        assert told_of(passage) is not told_of(other)
    assert arguments_of(passage).chronology is not arguments_of(other).chronology
