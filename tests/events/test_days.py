"""Days of happenings: carried through an account and a programme, put off, stretched over a visit."""

import pytest
from marked import read_marked

from sijill.documents.sentences import split_sentences
from sijill.events.finder import find_events
from sijill.temporal.times import find_dates

HEAD = "Li and Bo\n\n"


def days(marked, language, published="2025-03-14"):
    found = find_events(*read_marked(HEAD + marked, language, published=published))
    return {e.type: (e.status.value, e.date) for e in found}


A = "⟦person#e1!head_of_state@PE:{}⟧"
B = "⟦person#e2!head_of_state@GH:{}⟧"
LIMA = "⟦place#p1:{}⟧"


def test_a_report_of_today_is_of_that_day_throughout():
    told = days(
        f"{A.format('Li')} met {B.format('Bo')} in {LIMA.format('Lima')} "
        "⟦date=2025-03-14:today⟧.\n\nThey spoke of fish.\n\n"
        f"{A.format('Li')} gave a banquet for {B.format('Bo')}.",
        "en",
    )
    assert told["banquet"] == ("held", "2025-03-14")


def test_another_day_ends_with_its_paragraph_and_leaves_its_month():
    told = days(
        f"{A.format('Li')} met {B.format('Bo')} in {LIMA.format('Lima')} "
        "⟦date=2025-03-11:on Tuesday⟧.\n\nThey spoke of fish.\n\n"
        f"{A.format('Li')} gave a banquet for {B.format('Bo')}.",
        "en",
    )
    assert told["talks"] == ("held", "2025-03-11")
    assert told["banquet"] == ("held", "2025-03")


PROGRAMMES = [
    ("en", f"On ⟦date=2025-03-17:Monday⟧ {A.format('Li')} will visit {LIMA.format('Lima')}. "
     f"A banquet for {A.format('Li')} will be given in the evening."),
    ("ru", f"⟦date=2025-03-17:17 марта⟧ {A.format('Варга')} посетит {LIMA.format('Лиму')}. "
     f"Вечером в честь {A.format('Варги')} будет дан обед."),
    ("ja", f"⟦date=2025-03-17:17日⟧ {A.format('水谷')}大統領は{LIMA.format('リマ')}を訪問する。"
     "夕方、晩餐会。"),
    ("kk", f"⟦date=2025-03-17:17 наурызда⟧ {A.format('Бек')} {LIMA.format('Лима')}ға ресми "
     "сапармен барады. Кешке мемлекеттік қонақасы беріледі."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), PROGRAMMES)
def test_an_item_of_a_programme_is_planned_for_its_day(language, marked):
    assert days(marked, language)["banquet"] == ("planned", "2025-03-17")


PUT_OFF = [
    ("en", f"The visit of {A.format('Li')} to {LIMA.format('Lima')}, which was to begin on "
     "⟦date=2025-03-10:Monday⟧, was put off until ⟦date=2025-05:May⟧."),
    ("ru", f"Визит {A.format('Варги')} в {LIMA.format('Лиму')} перенесён на "
     "⟦date=2025-05:май⟧."),
    ("ar", f"أُرجئت زيارة {A.format('سامي')} إلى {LIMA.format('ليما')} إلى ⟦date=2025-05:أيار⟧."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), PUT_OFF)
def test_what_is_put_off_takes_its_new_day(language, marked):
    assert days(marked, language)["visit"] == ("postponed", "2025-05")


def test_a_month_without_a_year_lies_where_the_status_puts_it():
    told = days(
        f"{A.format('Li')} will visit {LIMA.format('Lima')} in ⟦date=2025-01:January⟧.", "en"
    )
    assert told["visit"] == ("planned", "2026-01")
    told = days(f"{A.format('Li')} visited {LIMA.format('Lima')} in ⟦date=2025-10:October⟧.", "en")
    assert told["visit"] == ("held", "2024-10")


def test_a_weekday_of_something_held_is_the_last_one():
    told = days(
        f"{A.format('Li')} visited {LIMA.format('Lima')} on ⟦date=2025-03-17:Monday⟧.", "en"
    )
    assert told["visit"] == ("held", "2025-03-10")


def test_a_visit_lasts_as_long_as_it_is_told_to():
    told = days(
        f"{A.format('Li')} arrived in {LIMA.format('Lima')} on ⟦date=2025-03-12:Wednesday⟧ at the "
        "start of a three-day state visit.",
        "en",
    )
    assert told["visit"][1] == "2025-03-12/2025-03-14"


def test_days_on_both_sides_of_from_and_to_are_one_span():
    marked = (
        f"{A.format('水谷')}大統領は⟦date=2025-05-03:5月3日⟧から⟦date=2025-05-06:6日⟧まで"
        f"{LIMA.format('リマ')}を公式訪問する。"
    )
    assert days(marked, "ja")["visit"] == ("planned", "2025-05-03/2025-05-06")


DEADLINES = [
    ("ru", "«⟦organisation#o1:Анды⟧» построит завод до ⟦date=2027:2027 года⟧."),
    ("ja", "⟦organisation#o1:アンデス⟧は⟦date=2027:2027年⟧までに工場を建設する計画だ。"),
]


@pytest.mark.parametrize(("language", "marked"), DEADLINES)
def test_a_deadline_is_the_end_of_an_interval(language, marked):
    assert days(marked, language)["project"] == ("planned", "../2027")


def test_a_plan_has_not_the_day_on_which_it_was_spoken_of():
    told = days(
        "On ⟦date=2025-03-11:Tuesday⟧ ⟦organisation#o1:Andes⟧ announced a plan to build a plant.",
        "en",
    )
    assert told["project"] == ("planned", None)


def test_a_week_tells_only_its_month():
    told = days(
        f"{A.format('Li')} will visit {LIMA.format('Lima')} "
        "⟦date=2025-03-17/2025-03-23:next week⟧.",
        "en",
    )
    assert told["visit"] == ("planned", "2025-03")


def test_a_visit_whose_arrival_alone_is_told_has_no_end():
    told = days(
        f"{A.format('Li')} arrived in {LIMA.format('Lima')} on ⟦date=2025-03-12:Wednesday⟧.", "en"
    )
    assert told["visit"] == ("held", "2025-03-12/..")


def test_a_guest_who_has_been_there_since_monday_came_on_monday():
    told = days(
        f"{A.format('Варга')} находится в {LIMA.format('Лиме')} с рабочим визитом с "
        "⟦date=2025-03-10:понедельника⟧ и ⟦date=2025-03-15:15 марта⟧ вылетит домой.",
        "ru",
    )
    assert told["visit"][1] == "2025-03-10/2025-03-15"


def test_a_fresh_day_told_in_the_lead_is_that_of_the_whole_report():
    marked = (
        f"{A.format('Li')} met {B.format('Bo')} in {LIMA.format('Lima')} on "
        "⟦date=2025-03-13:Thursday, 13 March⟧.\n\nThey spoke of fish.\n\n"
        f"{A.format('Li')} gave a banquet for {B.format('Bo')}."
    )
    assert days(marked, "en")["banquet"] == ("held", "2025-03-13")
    assert days(marked, "en", published="2025-03-20")["banquet"] == ("held", "2025-03")


def test_a_text_without_a_day_of_publication_is_of_the_visit_it_opens_with():
    marked = (
        "Li\n\n⟦person#e1!head_of_state@PE:Li⟧ paid a visit to ⟦place#p1:Accra⟧ in "
        "⟦date=2025-03:March 2025⟧.\n\n⟦person#e1:Li⟧ met ⟦person#e2!chief_executive@GH:Bo⟧."
    )
    document, sentences, mentions, entities = read_marked(marked, "en")
    found = {e.type: e for e in find_events(document, sentences, mentions, entities)}
    assert found["business_meeting"].date == "2025-03"


def test_a_day_behind_a_year_of_another_paragraph_is_no_year():
    marked = (
        f"{A.format('Ли')} ғибадатхананы аралады. Ол ⟦date=1920:1920 жылы⟧ салынған.\n\n"
        f"⟦date=2025-03-14:Сол күні⟧ {A.format('Ли')} {B.format('Бо')} кездесті."
    )
    document, _, _, _ = read_marked(HEAD + marked, "kk", published="2025-03-14")
    found = find_dates(document, split_sentences(document.text, "kk"))
    assert [m.value for m in found] == ["1920", "2025-03-14"]


def test_the_next_day_after_something_is_not_counted_from_the_day_of_the_report():
    marked = (
        f"⟦date=2025-03-14:اليوم⟧ ألقى {A.format('لي')} محاضرة في ⟦organisation#o1:جامعة أكرا⟧.\n\n"
        "وجاءت المحاضرة في ⟦date=2025-03-15:اليوم التالي⟧ لاستقبال الملك له."
    )
    assert days(marked, "ar")["lecture"] == ("held", "2025-03-14")


def test_a_plan_of_today_is_not_what_was_put_off_long_ago():
    marked = (
        "وقرر القادة أن تُعقد القمة المقبلة في ⟦place#p1@PE:بيرو⟧.\n\n"
        "وكانت القمة مقررة في ⟦place#p1@PE:بيرو⟧ في ⟦date=2024-08:أغسطس 2024⟧، لكنها أُجلت."
    )
    found = find_events(*read_marked(HEAD + marked, "ar", published="2025-03-14"))
    assert [e.status.value for e in found if e.type == "summit"] == ["planned", "postponed"]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "No king had come since ⟦date=1999:1999⟧, when {A} visited {L}."),
        ("ru", "Такого не было с ⟦date=1999:1999⟧ года, когда {A} посетил {L}."),
        ("ar", "لم يحدث ذلك منذ ⟦date=1999:1999⟧ حين زار {A} {L}."),
    ],
)
def test_a_clause_behind_since_tells_what_happened_then(language, marked):
    name = {"en": "Li", "ru": "Ли", "ar": "لي"}[language]
    told = days(marked.format(A=A.format(name), L=LIMA.format("X")), language)
    assert told["visit"] == ("held", "1999")


def test_a_plan_takes_no_weekday_of_what_another_sentence_tells_as_done():
    told = days(
        f"⟦date=2025-03-20/2025-03-22:20–22 марта⟧ {A.format('Ли')} посетит {LIMA.format('Лиму')}. "
        f"Министры говорили во ⟦date=2025-03-11:вторник⟧ по телефону.\n\n{A.format('Ли')} и "
        f"{B.format('Бо')} подпишут соглашение.",
        "ru",
    )
    assert told["signing"] == ("planned", "2025-03")


ANNIVERSARIES = [
    ("ja", "{A}大使は⟦date=2025-03-12:12日⟧、「ペルーとガーナは⟦date=2026:来年⟧、"
     "国交樹立60周年を迎える」と語った。"),
    ("en", "{A} said on ⟦date=2025-03-12:Wednesday⟧ that ⟦date=2026:next year⟧ is the 60th "
     "anniversary of establishing diplomatic relations."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), ANNIVERSARIES)
def test_an_anniversary_of_next_year_counts_back_from_that_year(language, marked):
    told = days(marked.format(A=A.format("Li")), language)
    assert told["relations_established"] == ("held", "1966")


def test_a_past_invitation_is_of_the_last_month_of_that_name():
    told = days(
        f"{A.format('李')}首相は⟦date=2025-01:1月⟧、{B.format('王')}氏の訪日を招請していた。", "ja"
    )
    assert told.get("visit", ("", None))[1] in (None, "2025-01")


ENDS = [
    ("en", "The visit ends on ⟦date=2025-03-16:16 March⟧."),
    ("ru", "Визит завершится ⟦date=2025-03-16:16 марта⟧."),
    ("ar", "وتنتهي الزيارة يوم ⟦date=2025-03-16:16 مارس⟧."),
    ("kk", "Сапар ⟦date=2025-03-16:16 наурызда⟧ аяқталады."),
    ("ja", "訪問は⟦date=2025-03-16:16日⟧に終わる。"),
]

OPENED = {
    "en": "{A} arrived in {L} on an official visit on ⟦date=2025-03-13:Thursday⟧. {E}",
    "ru": "{A} прибыл в {L} с официальным визитом в ⟦date=2025-03-13:четверг⟧. {E}",
    "ar": "وصل {A} إلى {L} يوم ⟦date=2025-03-13:الخميس⟧ في زيارة رسمية. {E}",
    "kk": "{A} {L}ға ресми сапармен ⟦date=2025-03-13:бейсенбіде⟧ келді. {E}",
    "ja": "{A}氏は⟦date=2025-03-13:13日⟧、{L}を公式訪問した。{E}",
}


@pytest.mark.parametrize(("language", "ending"), ENDS)
def test_the_end_of_a_visit_is_no_second_visit(language, ending):
    name = {"en": "Li", "ru": "Ли", "ar": "لي", "kk": "Ли", "ja": "李"}[language]
    marked = OPENED[language].format(A=A.format(name), L=LIMA.format("Lima"), E=ending)
    found = find_events(*read_marked(HEAD + marked, language, published="2025-03-14"))
    visits = [e.date for e in found if e.type == "visit"]
    assert visits == ["2025-03-13/2025-03-16"]


SINCE_CLAUSES = [
    ("en", "{A} met {B} in {L}, the first talks since independence in ⟦date=1991:1991⟧."),
    ("ru", "{A} провёл с {B} первые переговоры со времени провозглашения независимости в "
     "⟦date=1991:1991 году⟧."),
    ("ar", "أجرى {A} مع {B} أول محادثات منذ استقلال البلاد ⟦date=1991:عام 1991⟧."),
    ("kk", "{A} мен {B} ⟦date=1991:1991 жылы⟧ тәуелсіздік алғаннан бергі алғашқы келіссөз "
     "жүргізді."),
    ("ja", "{A}氏は{B}氏と⟦date=1991:1991年⟧の独立以来初の会談を行った。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), SINCE_CLAUSES)
def test_the_year_of_a_since_clause_is_no_day_of_what_is_told(language, marked):
    name = {"en": "Li", "ru": "Ли", "ar": "لي", "kk": "Ли", "ja": "李"}[language]
    told = days(marked.format(A=A.format(name), B=B.format("Bo"), L=LIMA.format("X")), language)
    assert told["talks"][0] == "held"
    assert not (told["talks"][1] or "").startswith("1991")


def test_what_the_since_clause_tells_of_keeps_its_year():
    told = days(
        f"No king had come since the visit of {A.format('Li')} to {LIMA.format('Lima')} in "
        "⟦date=1991:1991⟧.",
        "en",
    )
    assert told["visit"] == ("held", "1991")


def test_a_weekday_in_the_lead_is_the_day_of_the_whole_report():
    body = (
        f"{A.format('Li')} was received by {B.format('Bo')} in {LIMA.format('Lima')} on "
        "⟦date=2025-03-13:Thursday⟧.\n\nThey spoke of fish.\n\n"
    )
    after = f"{A.format('Li')} gave a banquet for {B.format('Bo')}."
    assert days(body + after, "en")["banquet"] == ("held", "2025-03-13")
    before = f"Earlier in his five-day visit {A.format('Li')} opened an exhibition of boats."
    assert days(body + before, "en")["exhibition"] == ("held", "2025-03")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "en",
            "{A} came in ⟦date=2011:2011⟧; {B} paid a visit to {L} in ⟦date=2019:2019⟧, during "
            "which {A} was decorated with the Order of the Sun.",
        ),
        (
            "ar",
            "قام {B} بزيارة إلى {L} في ⟦date=2019:2019⟧، وقلد {A} خلالها وسام الشمس.",
        ),
        (
            "ru",
            "{B} посетил {L} в ⟦date=2019:2019 году⟧, в ходе которого {A} вручили орден Солнца.",
        ),
    ],
)
def test_what_was_done_in_the_course_of_it_is_of_its_day(language, marked):
    one, two = {"en": ("Li", "Bo"), "ar": ("لي", "بو"), "ru": ("Ли", "Бо")}[language]
    body = marked.format(A=A.format(one), B=B.format(two), L=LIMA.format("X"))
    assert days(body, language)["decoration"] == ("held", "2019")


def test_a_visit_of_years_ago_is_not_the_one_of_today():
    body = (
        f"{A.format('Ли')} находится в {LIMA.format('Лиме')} с рабочим визитом. Ранее, в "
        f"⟦date=2008-11:ноябре 2008 года⟧, в {LIMA.format('Лиме')} побывал {B.format('Бо')}."
    )
    found = find_events(*read_marked(HEAD + body, "ru", published="2025-03-14"))
    visits = {e.participants: e.date for e in found if e.type == "visit"}
    assert visits[("e2",)] == "2008-11"
    assert visits[("e1",)] != "2008-11"
    assert not [e for e in found if e.type == "talks"]


def test_an_act_of_putting_off_is_of_the_day_on_which_it_was_done():
    body = (
        "⟦organisation#o1:Ghana's presidency⟧ on ⟦date=2025-03-13:13 March⟧ postponed the visit of "
        f"{B.format('Bo')} to {LIMA.format('Lima')}."
    )
    assert days(body, "en")["postponement"] == ("held", "2025-03-13")
    body = (
        f"Peru has postponed the visit of {B.format('Bo')} to {LIMA.format('Lima')} until "
        "⟦date=2025-05:May⟧."
    )
    assert days(body, "en")["postponement"] == ("held", "2025-03")


def test_a_history_of_putting_off_has_no_day_of_the_account():
    body = (
        f"{A.format('لي')} أجرى مباحثات مع {B.format('بو')} ⟦date=2025-03-13:الخميس⟧، وترأسا الدورة "
        "التي كان من المقرر عقدها قبل أن تؤجل."
    )
    assert days("نص.\n\n" + body, "ar").get("postponement", ("", None))[1] is None


def test_a_plan_is_of_as_many_days_as_it_is_to_last():
    body = f"من المنتظر أن يصل {B.format('بو')} إلى {LIMA.format('ليما')} في ⟦date=2025-04-03:3 أبريل⟧ في زيارة رسمية تستمر يومين."
    assert days(body, "ar")["visit"] == ("planned", "2025-04-03/2025-04-04")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "en",
            "{A} gave a lecture at ⟦organisation#o1:Lima University⟧ ⟦date=2025-03-14:today⟧. "
            "That was ⟦date=2025-03-14:the next day⟧ after he held talks with {B}.",
        ),
        (
            "ru",
            "{A} выступил ⟦date=2025-03-14:сегодня⟧ с лекцией в ⟦organisation#o1:университете⟧. "
            "Это было ⟦date=2025-03-14:на следующий день⟧ после переговоров {A} с {B}.",
        ),
    ],
)
def test_the_day_after_the_talks_is_not_that_of_the_talks(language, marked):
    one, two = {"en": ("Li", "Bo"), "ru": ("Ли", "Бо")}[language]
    told = days(marked.format(A=A.format(one), B=B.format(two)), language)
    assert told["talks"] == ("held", "2025-03")


OWN_CLAUSE = [
    ("ja", f"{A.format('水谷')}大統領は⟦date=2025-03-08:8日⟧、{LIMA.format('リマ')}を訪れたが、"
     f"{B.format('朴')}大統領とは会談しなかった。"),
    ("kk", f"{A.format('Бек')} ⟦date=2025-03-08:8 наурыз⟧да {LIMA.format('Лима')}ға ресми "
     f"сапармен келді, бірақ {B.format('Бо')} мырзамен келісімге қол қоймады."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), OWN_CLAUSE)
def test_a_visit_keeps_the_day_of_its_own_clause(language, marked):
    assert days(marked, language) == {"visit": ("held", "2025-03-08")}


@pytest.mark.parametrize(
    ("language", "told", "measured"),
    [
        (
            "en",
            "⟦place#p1:Peru⟧ recalled its ambassador ⟦date=2025-03-13:on Thursday⟧.",
            "It came two days after ⟦place#p2:Chile⟧ expelled two diplomats.",
        ),
        (
            "ar",
            "استدعت ⟦place#p1:بيرو⟧ سفيرها ⟦date=2025-03-13:الخميس⟧.",
            "وجاء ذلك بعد يومين من طرد ⟦place#p2:تشيلي⟧ دبلوماسيين.",
        ),
        (
            "ru",
            "⟦place#p1:Перу⟧ отозвало своего посла ⟦date=2025-03-13:в четверг⟧.",
            "Это было через два дня после того, как ⟦place#p2:Чили⟧ выслала двух дипломатов.",
        ),
        (
            "kk",
            "⟦place#p1:Перу⟧ ⟦date=2025-03-13:бейсенбіде⟧ елшісін кері шақырып алды.",
            "Бұл ⟦place#p2:Чили⟧ екі дипломатты елден шығарғаннан екі күн кейін болды.",
        ),
        (
            "ja",
            "⟦place#p1:ペルー⟧は⟦date=2025-03-13:13日⟧、大使を召還した。",
            "⟦place#p2:チリ⟧が外交官2人を追放した2日後のことだった。",
        ),
    ],
)
def test_what_a_length_is_counted_from_was_not_on_the_day_of_what_came_after(
    language, told, measured
):
    blank = "" if language == "ja" else " "
    found = days(told + blank + measured, language)
    assert found["ambassador_recalled"] == ("held", "2025-03-13")
    assert found["expulsion"] == ("held", None)
    after = days(told + blank + _later(language) + measured[-1], language)
    assert after["expulsion"] == ("held", "2025-03-13")


def _later(language):
    """Give the same happening told without a length."""
    return {
        "en": "⟦place#p2:Chile⟧ expelled two diplomats",
        "ar": "وطردت ⟦place#p2:تشيلي⟧ دبلوماسيين",
        "ru": "⟦place#p2:Чили⟧ выслала двух дипломатов",
        "kk": "⟦place#p2:Чили⟧ екі дипломатты елден шығарды",
        "ja": "⟦place#p2:チリ⟧は外交官2人を追放した",
    }[language]
