"""What is only hoped for, possible, expected or refused is no happening that was held."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def statuses(reader, language, text):
    reading = reader.read(Document("t", f"Head\n\n{text}", language, "2024-06-15"))
    return [e.status.value for e in reading.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ويرجو الوزير خالد الهادي أن يزور ليما.", "proposed"),
        ("وتمنى الوزير خالد الهادي أن يزور ليما.", "proposed"),
        ("ويحتمل أن يزور الوزير خالد الهادي ليما.", "proposed"),
        ("ومن الممكن أن توقع بيرو معاهدة صداقة مع عمان.", "proposed"),
        ("وربما يزور الوزير خالد الهادي ليما.", "proposed"),
        ("وأعرب الوزير خالد الهادي عن أمله في زيارة ليما.", "proposed"),
        ("ودعي الوزير خالد الهادي إلى زيارة ليما.", "proposed"),
        ("وتقرر أن يزور الوزير خالد الهادي ليما.", "planned"),
        ("ويتوقع الوزير خالد الهادي أن يزور ليما.", "planned"),
        ("ويتوقع توقيع الاتفاقية في ليما في الربع الأول من 2025.", "planned"),
        ("ويترقب الجميع زيارة الوزير خالد الهادي إلى ليما.", "planned"),
        ("واستطاع الوزير خالد الهادي أن يزور ليما أمس.", "held"),
        ("وسبق للوزير خالد الهادي أن زار ليما عام 2019.", "held"),
        ("ويسعد الرئيس بيكا هالا أن يستقبل الوزير خالد الهادي اليوم في ليما.", "held"),
        ("وكان من الطبيعي أن يستقبل الرئيس بيكا هالا الوزير خالد الهادي عام 2019.", "held"),
        ("ورفض الوزير خالد الهادي التعليق على زيارة الرئيس بيكا هالا إلى ليما أمس.", "held"),
        (
            "ولم يتمكن الصحفيون من حضور اللقاء الذي عقده الوزير خالد الهادي أمس في ليما مع الوزير بيكا هالا.",
            "held",
        ),
        ("وكان في انتظار وصول الرئيس بيكا هالا إلى ليما أمس الوزير خالد الهادي.", "held"),
        ("وبانتظار زيارة أخرى اختتم الرئيس بيكا هالا زيارته إلى ليما أمس.", "held"),
        ("وتم الاتفاق على أن تتعاون الوزارتان في مجال التعليم.", "held"),
        ("ويدرس 300 طالب عماني في جامعات بيرو.", "held"),
    ],
)
def test_arabic_says_how_far_a_visit_has_got(reader, text, expected):
    assert statuses(reader, "ar", text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "ورفض الوزير خالد الهادي زيارة ليما.",
        "وتجنب الوزير خالد الهادي زيارة ليما.",
        "واستبعد الوزير خالد الهادي توقيع الاتفاقية في ليما.",
        "واعتذر الوزير خالد الهادي عن زيارة ليما.",
        "ولم يتمكن الوزير خالد الهادي من زيارة ليما.",
        "وأخفق الوزيران في عقد مباحثات في ليما.",
        "وحال المرض دون زيارة الوزير خالد الهادي إلى ليما.",
        "وأبدى الوزير خالد الهادي أسفه لعدم زيارة ليما.",
        "ولم يسبق للوزير خالد الهادي أن زار ليما.",
        "ويستبعد أن يزور الوزير خالد الهادي ليما.",
        "وعدلت فنلندا عن إغلاق سفارتها في مسقط.",
        "ويجب أن تصل الرقاقة من هنا إلى المصنع في ليما.",
    ],
)
def test_what_arabic_tells_as_refused_is_none(reader, text):
    assert statuses(reader, "ar", text) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("expressed hope of visiting Lima", ["proposed"]),
        ("asked to visit Lima", ["proposed"]),
        ("was going to visit Lima", ["planned"]),
        ("is awaiting a visit by President Juan Sosa to Lima", ["planned"]),
        ("is unlikely to visit Lima", []),
        ("is wary of visiting Lima", []),
        ("wished he had visited Lima", []),
        ("said nobody was expelled", []),
        ("managed to visit Lima", ["held"]),
        ("long reluctant to meet critics, visited Lima", ["held"]),
        ("arrived in Lima for a long-awaited visit", ["held"]),
    ],
)
def test_english_says_how_far_a_visit_has_got(reader, words, expected):
    assert statuses(reader, "en", f"Minister Pekka Hala {words}.") == expected


def test_what_is_expected_is_nobodys_words(reader):
    text = "أعلن الوزير خالد الهادي إلغاء زيارته إلى ليما. ويتوقع توقيع المعاهدة العام المقبل."
    reading = reader.read(Document("t", f"Head\n\n{text}", "ar", "2024-06-15"))
    assert [q.text for q in reading.quotations] == ["إلغاء زيارته إلى ليما"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Ни одного визита не пропустил министр Хасан Али, который посетил Лиму вчера.", "held"),
        ("ar", "زار الوزير خالد الهادي ليما أمس، كما كان متوقعا، والتقى الرئيس بيكا هالا.", "held"),
    ],
)  # fmt: skip
def test_what_is_told_of_other_deeds_leaves_these_done(reader, language, text, expected):
    assert set(statuses(reader, language, text)) == {expected}


def test_a_report_that_is_false_recalls_nobody(reader):
    text = "Қазақстан елшісін кеңесуге шақыру туралы ақпарат жалған."
    assert statuses(reader, "kk", text) == []
