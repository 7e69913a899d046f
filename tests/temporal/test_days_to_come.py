"""A weekday beside a verb of what is to be is the coming one; beside a past verb the last one."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.times import find_dates

# Tuesday 11 February 2025 is the day of publication.
PUBLISHED, LAST, COMING = "2025-02-11", "2025-02-10", "2025-02-17"


def days(sentence, language, *, headline=False):
    text = sentence if headline else f"{sentence.split()[0]}\n\n{sentence}"
    document = Document("s1", text, language, PUBLISHED)
    return [m.value for m in find_dates(document, split_sentences(text, language))]


#: Sentences whose day is still to come; in some a past verb is in another clause.
AHEAD = {
    "ru": [
        "Визит продлится неделю и закончится в понедельник в Лиме.",
        "В понедельник король осмотрит завод.",
        "В понедельник гости, как ожидают в порту, вылетят домой.",
        "Министр сообщил, что в понедельник стороны подпишут договор.",
        "Король, который правит с 2004 года, встретится в понедельник с послом.",
        "Выставка откроется в понедельник, и её увидят многие.",
        "Гостья вернётся домой в понедельник вечером.",
        "Переговоры начинаются в понедельник.",
    ],
    "ar": [
        "ويصل الملك إلى ليما يوم الاثنين.",
        "ويوم الاثنين تغادر الضيفة إلى بلادها.",
        "وتبدأ المحادثات في قصر الملك يوم الاثنين.",
        "الملك يفتتح المعرض يوم الاثنين.",
        "وفي يوم الاثنين يلتقي الوزير نظيره.",
        "وقال الوزير إن الملك يزور المصنع يوم الاثنين.",
        "وصل الوفد إلى ليما حيث يستقبله الملك يوم الاثنين.",
    ],
    "kk": [
        "Король дүйсенбіде Лимаға ұшады.",
        "Дүйсенбі күні елші зауытты аралайды.",
        "Көрме дүйсенбіде ашылады, оны көпшілік көреді.",
        "Министр король дүйсенбіде келеді деп хабарлады.",
        "Тараптар дүйсенбіде құжатқа қол қояды.",
        "Елші дүйсенбіде министрмен кездеспек.",
        "Король дүйсенбіде елге қайтып, демалады.",
    ],
    "ja": [
        "国王は月曜日にリマへ発つ。",
        "月曜日、大使は工場を見る。",
        "会談は月曜日に王宮で始まる。",
        "国王が月曜日に帰国すると大使は述べた。",
        "昨年開いた展示を、国王は月曜日に訪れる。",
        "月曜日には、両国が結んだ協定の式典に出る。",
        "大使は月曜日、首相と話す。",
    ],
}
#: Sentences whose day is over; in some a verb of the future is in another clause.
BEHIND = {
    "ru": [
        "Визит закончился в понедельник в Лиме.",
        "В понедельник король осмотрел завод.",
        "Король прибыл в понедельник и скоро вернётся домой.",
        "Министр сообщил в понедельник, что стороны подпишут договор.",
        "Гость, прибывший в понедельник, осмотрит завод.",
        "Король посетит завод, о котором говорил в понедельник посол.",
        "В понедельник король не выступил.",
        "Король прилетит весной, — сказал в понедельник посол.",
        "В понедельник, когда начинаются занятия, король открыл школу.",
    ],
    "ar": [
        "ووصل الملك إلى ليما يوم الاثنين.",
        "وكان الملك يزور المصنع يوم الاثنين.",
        "ولم يلتق الملك الوزير يوم الاثنين.",
        "وأعلن القصر يوم الاثنين أن الملك يزور ليما.",
        "ويوم الاثنين غادرت الضيفة إلى بلادها.",
        "ويزور المصنع الملك الذي وصل يوم الاثنين.",
        "وفي يوم الاثنين كان الوزير يلتقي نظيره.",
        "وقبل أن يصل الملك يوم الاثنين كانت الساحة خالية.",
        "وبدأ الملك يزور المصانع يوم الاثنين.",
    ],
    "kk": [
        "Король дүйсенбіде Лимаға ұшты.",
        "Дүйсенбі күні елші зауытты аралады.",
        "Тараптар дүйсенбіде құжатқа қол қойды.",
        "Елші дүйсенбіде музейде сөйледі.",
        "Дүйсенбіде келген қонақ ертең қайтады.",
        "Елші дүйсенбіде «король келеді» деді.",
        "Көрме дүйсенбіде ашылған еді.",
    ],
    "ja": [
        "国王は月曜日にリマへ発った。",
        "月曜日、大使は工場を見た。",
        "月曜日に着いた国王が首相と会う。",
        "国王は月曜日に到着したとみられる。",
        "月曜日に結んだ協定は両国を助ける。",
        "大使は月曜日、来年に訪問すると述べた。",
        "月曜日の会談では笑顔が見られた。",
    ],
}


def cases(table):
    return [(language, sentence) for language in table for sentence in table[language]]


@pytest.mark.parametrize(("language", "sentence"), cases(AHEAD))
def test_a_day_of_what_is_to_be_is_the_coming_one(language, sentence):
    assert days(sentence, language)[-1] == COMING


@pytest.mark.parametrize(("language", "sentence"), cases(BEHIND))
def test_a_day_of_what_was_done_is_the_last_one(language, sentence):
    assert LAST in days(sentence, language)
    assert COMING not in days(sentence, language)


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        ("ar", "الملك يزور المصنع يوم الاثنين", LAST),
        ("ru", "Король посетит завод в понедельник", COMING),
        ("kk", "Король дүйсенбіде Лимаға барады", COMING),
    ],
)
def test_a_headline_tells_in_the_present_what_is_done(language, sentence, day):
    assert days(sentence, language, headline=True) == [day]


#: Words that begin like an Arabic verb of the future and are none.
NO_VERBS = [
    "زار الوزير سيمون كالاس ليما الإثنين.",
    "التقى الوزير سيدة من الجالية الإثنين.",
    "زار وفد سياحي ليما الإثنين.",
    "انتقل الوفد بسيارة من ليما الإثنين.",
    "حضر اللقاء ستيفان كوفاتش الإثنين.",
]


@pytest.mark.parametrize("sentence", NO_VERBS)
def test_names_that_begin_like_a_verb_of_the_future_leave_a_weekday_behind(sentence):
    assert days(sentence, "ar") == [LAST]
