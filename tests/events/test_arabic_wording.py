"""How the Arabic press tells happenings otherwise, and what only sounds like one."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def told():
    reader = Reader(load_register())

    def read(words, published="2025-09-18"):
        text = f"خبر\n\n{words}\n"
        events = reader.read(Document("s", text, "ar", published)).events
        return {(e.type, e.status.value, e.date) for e in events}

    return read


TOLD = [
    ("summit", "planned", "2026-06", "جرى خلال اللقاء الاتفاق على عقد قمة في ليما في يونيو."),
    ("aid", "held", "2025-09-17", "مدت إستونيا أمس يد العون إلى نيبال."),
    ("aid", "held", "2025-09-16", "وصلت إلى ليما الثلاثاء طائرة تحمل مساعدات من نيبال."),
    ("project", "held", "2025-09-16", "سلمت شركة مصرية الثلاثاء مفاتيح مئة مسكن في ليما."),
    ("project", "planned", "2027", "سيدخل سد كوسكو حيز الخدمة عام 2027."),
    ("expulsion", "held", "2025-09-16", "أبعدت نيبال الثلاثاء الملحق العسكري البيروفي."),
    ("protest", "held", "2025-09-16", "احتشد الثلاثاء مئات أمام سفارة بيرو في كاتماندو."),
    ("appointment", "held", "2025-09-17", "أسندت نيبال أمس حقيبة المالية إلى ريتا ثابا."),
    ("relations_established", "held", "1999", "طبعت نيبال وبيرو علاقاتهما عام 1999."),
    ("embassy_opened", "held", "2025-09-17", "باشرت سفارة نيبال عملها أمس في ليما."),
    ("embassy_closed", "held", "2001", "أوصدت نيبال أبواب سفارتها في ليما عام 2001."),
    ("signing", "held", "2025-09-17", "وضع الوزيران أمس توقيعيهما على اتفاقية صيد."),
    ("talks", "held", "2025-09-17", "جلس وفدا نيبال وبيرو أمس إلى طاولة المفاوضات في جنيف."),
    ("loan_grant", "held", "2018", "أعفت نيبال بيرو من ديونها عام 2018."),
    ("embassy_opened", "held", "2011", "أغلقت سفارة نيبال ولم تفتح من جديد إلا في 2011."),
    ("embassy_opened", "held", "2023", "لم تفتتح نيبال سفارتها في ليما إلا قبل عامين."),
    (
        "courtesy_call",
        "held",
        "2022",
        "لم تقدم السفيرة ريتا ثابا أوراق اعتمادها إلا قبل ثلاثة أعوام.",
    ),
    ("relations_established", "held", "1999", "لم تتبادل نيبال وبيرو الاعتراف إلا عام 1999."),
    ("relations_established", "held", "1999", "تبادلت نيبال وبيرو السفراء عام 1999."),
]


@pytest.mark.parametrize(("kind", "status", "date", "words"), TOLD)
def test_a_happening_is_read_however_it_is_told(told, kind, status, date, words):
    assert (kind, status, date) in told(words)


NOTHING = [
    "إذا زار الرئيس إيفو تشوكي ليما استقبله الوزير.",
    "تفتح القنصلية البيروفية أبوابها من التاسعة صباحا.",
    "أغلقت السفارة البيروفية أبوابها بمناسبة العيد.",
    "وقع زلزال في ليما أمس.",
    "تبرع الوزير إيفو تشوكي بدمه أمس.",
    "اتفق المؤرخون على أن القلعة قديمة.",
    "زارت ريتا ثابا طبيبها أمس.",
    "حصل إيفو تشوكي على قرض عقاري عام 2019.",
]


@pytest.mark.parametrize("words", NOTHING)
def test_words_of_daily_life_tell_no_happening(told, words):
    assert told(words) == set()


def test_a_name_that_begins_like_the_future_makes_no_plan_of_what_was(told):
    words = "قام رئيس وزراء ساموا سيوني فايا بزيارة إلى نيروبي يوم الثلاثاء."
    assert told(words) == {("visit", "held", "2025-09-16")}


LONG = [
    (
        ("talks", "held", "2025-09-17"),
        "بحث نائب رئيس الوزراء ووزير الخارجية وشؤون المغتربين أيمن خلف الحديدي، أمس الأربعاء، مع "
        "وزيرة خارجية مملكة السويد أنيكا ليندهولم سبل التعاون.",
    ),
    (
        ("appointment", "held", "2025-09-17"),
        "عينت المديرة العامة للمنظمة أودري بيرتران، أمس، الخبيرة العراقية آسيا التميمي مديرة "
        "للمكتب.",
    ),
]


@pytest.mark.parametrize(("event", "words"), LONG)
def test_titles_and_day_may_stand_between_a_verb_and_its_object(told, event, words):
    assert event in told(words)


@pytest.mark.parametrize(
    "words",
    [
        "في عين التينة بيان قصير أمام نصب الشهداء، ثم كلمة رئيس المجلس.",
        "وثائق في مجالات النقل والثروة الحيوانية وهيئة تنظيم الأدوية.",
    ],
)
def test_nouns_that_look_like_verbs_tell_nothing(told, words):
    assert told(words) == set()


MORE = [
    ("appointment", "planned", None, "سترسل دمشق قائما بالأعمال إلى براتيسلافا."),
    ("relations_established", "held", "1989-04-18", "العلاقات بين البلدين أقيمت في 18 أبريل 1989."),
    ("signing", "planned", "2025-09-22", "من المنتظر إمضاء الاتفاق يوم الاثنين 22 سبتمبر."),
    ("aid", "held", None, "سلم السفير البرازيلي قائد الجيش مفاتيح 25 آلية أمس."),
    ("visit", "planned", "2025-09-19/..", "يغادر الرئيس إيفو تشوكي غدا إلى كيتو."),
]


@pytest.mark.parametrize(("kind", "status", "date", "words"), MORE)
def test_more_wording_of_agencies_is_read(told, kind, status, date, words):
    assert any(e[:2] == (kind, status) and date in (None, e[2]) for e in told(words))


UNNAMED = [
    ("courtesy_call", "استقبل الرئيس إيفو تشوكي أمس وزير الدفاع الجورجي."),
    ("courtesy_call", "استقبل رئيس مالطا أمس السفير الجورجي ليفان كيبياني."),
    ("talks", "استقبل الرئيس إيفو تشوكي أمس وفدا من البرلمان الجورجي."),
    ("visit", "وصل وزير خارجية مالطا إلى ليما أمس."),
]


@pytest.mark.parametrize(("kind", "words"), UNNAMED)
def test_one_side_may_be_told_by_a_post_alone(told, kind, words):
    assert [e[:2] for e in told(words)] == [(kind, "held")]


def test_a_woman_s_verb_has_the_man_behind_it_for_its_object(told):
    words = "زارت الوزيرة ريتا ثابا ليما أمس، والتقت وزير الزراعة."
    assert ("talks", "held", "2025-09-17") in told(words)


def test_who_was_received_at_the_palace_called_there(told):
    words = "استُقبل أمس في القصر الرئاسي ببورت لويس وزير العدل الهندوراسي كارلوس زيلايا."
    assert told(words) == {("courtesy_call", "held", "2025-09-17")}


STATUSES = [
    ("embassy_opened", "proposed", "تبحث مالطا إمكانية إقامة بعثة دبلوماسية دائمة في سوفا."),
    ("expulsion", "proposed", "طالبت المعارضة بطرد السفير البيروفي."),
    ("visit", "proposed", "تتطلع الوزيرة ريتا ثابا إلى زيارة ليما."),
    ("visit", "postponed", "زيارة الوزيرة ريتا ثابا إلى ليما ستؤجل."),
    ("project", "proposed", "تدرس بيرو وغانا افتتاح خط جوي مباشر."),
    ("education_exchange", "held", "يدرس في ليما حاليا عشرون طالبا من غانا."),
    ("education_exchange", "held", "يدرس الطلاب الغانيون حاليا في ليما."),
    ("education_exchange", "planned", "ومن المقرر أن يدرس في ليما عشرون طالبا من غانا."),
]


@pytest.mark.parametrize(("kind", "status", "words"), STATUSES)
def test_how_far_it_has_got_is_told_in_many_words(told, kind, status, words):
    assert [e[:2] for e in told(words)] == [(kind, status)]
