"""Years told from another year, and years of something else than the happening beside them."""

import pytest
from marked import read_marked

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.events.finder import find_events
from sijill.temporal.times import find_dates

A = "⟦person#e1!head_of_state@PE:{}⟧"
B = "⟦person#e2!head_of_government@VN:{}⟧"
HANOI = "⟦place#p1@VN:{}⟧"


def values(text, language):
    document = Document("s1", text, language, "2025-02-11")
    return [m.value for m in find_dates(document, split_sentences(text, language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It opened in May 2019. The year before, it had burnt down.", ["2019-05", "2018"]),
        ("en", "It opened in May 2019. The previous year it had burnt down.", ["2019-05", "2018"]),
        ("ru", "Приезжал в 2019 году, а годом позже уехал.", ["2019", "2020"]),
        ("ru", "Приезжал в 2019 году. Двумя годами ранее был в Риме.", ["2019", "2017"]),
        ("ru", "Приезжал в 2019 году. Тремя годами позже вернулся.", ["2019", "2022"]),
        ("ru", "Приезжал в 2019 году. Через год он вернулся.", ["2019", "2020"]),
        ("ar", "زار روما عام 2019 وقبل ذلك بعامين زار أوسلو.", ["2019", "2017"]),
        ("ar", "زار روما عام 2019، وبعد ذلك بعام عاد.", ["2019", "2020"]),
        ("ar", "زار روما قبل عامين.", ["2023"]),
        ("kk", "2019 жылы Римге барды, келесі жылы Ослоға келді.", ["2019", "2020"]),
        ("kk", "2019 жылы Римге барды. Одан екі жыл бұрын Ослода болды.", ["2019", "2017"]),
        ("kk", "Келесі жылы Римге барады.", ["2026"]),
        ("ja", "2019年に訪れた。翌々年に戻った。", ["2019", "2021"]),
        ("ja", "2019年に訪れた。その2年前にも訪れた。", ["2019", "2017"]),
        ("ja", "2019年に訪れた。前年には署名した。", ["2019", "2018"]),
        ("ja", "前年より増えた。", ["2024"]),
    ],
)
def test_years_are_counted_from_the_one_told(language, text, expected):
    assert values(text, language) == expected


def test_nothing_is_a_year_later_than_nothing():
    assert values("A year later it closed.", "en") == [None]


OF_SOMETHING_ELSE = [
    ("en", f"{A.format('Rojas')} toured a clinic opened ⟦date=2024:last year⟧ in "
     f"{HANOI.format('Hanoi')} and met {B.format('Lam')}."),
    ("en", f"Trade rose 14 percent ⟦date=2024:last year⟧, {A.format('Rojas')} said at talks with "
     f"{B.format('Lam')} in {HANOI.format('Hanoi')}."),
    ("en", f"{A.format('Rojas')}, who took office ⟦date=2024:last year⟧, met {B.format('Lam')} in "
     f"{HANOI.format('Hanoi')}."),
    ("ru", f"{A.format('Рохас')} осмотрел открытую в ⟦date=2024:прошлом году⟧ больницу и "
     f"встретился с {B.format('Ламом')} в {HANOI.format('Ханое')}."),
    ("ru", f"Товарооборот в ⟦date=2024:прошлом году⟧ вырос на 14%, сообщил {A.format('Рохас')} на "
     f"встрече с {B.format('Ламом')} в {HANOI.format('Ханое')}."),
    ("ar", f"التقى {A.format('روخاس')} في {HANOI.format('هانوي')} {B.format('لام')} الذي تولى "
     "منصبه ⟦date=2024:العام الماضي⟧."),
    ("ar", f"ارتفعت التجارة ⟦date=2024:العام الماضي⟧، كما قال {A.format('روخاس')} الذي التقى "
     f"{B.format('لام')} في {HANOI.format('هانوي')}."),
    ("kk", f"{A.format('Рохас')} {HANOI.format('Ханой')}да ⟦date=2024:былтыр⟧ ашылған ауруханада "
     f"{B.format('Лам')} мырзамен кездесті."),
    ("kk", f"Сауда ⟦date=2024:былтыр⟧ 14 пайызға өсті, {A.format('Рохас')} {HANOI.format('Ханой')}да"
     f" {B.format('Лам')} мырзамен кездесті."),
    ("ja", f"{A.format('ロハス')}大統領は{HANOI.format('ハノイ')}で⟦date=2024:昨年⟧開院した病院を見て、"
     f"{B.format('ラム')}首相と会談した。"),
    ("ja", f"貿易額は⟦date=2024:昨年⟧、14%増え、{A.format('ロハス')}大統領は{HANOI.format('ハノイ')}で"
     f"{B.format('ラム')}首相と会談した。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), OF_SOMETHING_ELSE)
def test_the_year_of_something_else_is_not_that_of_a_meeting(language, marked):
    found = find_events(*read_marked("Title\n\n" + marked, language, published="2025-02-11"))
    assert [e.date for e in found if e.type == "talks"] in ([None], ["2025-02"])


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"The talks of {A.format('Rojas')} and {B.format('Lam')}, which began "
         "⟦date=2025-02-10:on Monday⟧, went on."),
        ("ja", f"⟦date=2025-02-10:10日⟧に行われた{A.format('ロハス')}大統領と{B.format('ラム')}首相との"
         "会談は2時間に及んだ。"),
        ("ru", f"На состоявшихся ⟦date=2025-02-10:10 февраля⟧ переговорах {A.format('Рохас')} и "
         f"{B.format('Лам')} договорились."),
    ],
)  # fmt: skip
def test_a_meeting_keeps_the_day_of_the_clause_that_tells_of_it(language, marked):
    found = find_events(*read_marked("Title\n\n" + marked, language, published="2025-02-11"))
    assert {e.date for e in found if e.type == "talks"} == {"2025-02-10"}


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ja", f"{A.format('ロハス')}大統領は⟦date=2019:2019年⟧に⟦place#p2:マニラ⟧を訪問し、"
         f"⟦date=2020:翌年⟧、{HANOI.format('ハノイ')}を訪れた。"),
        ("kk", f"{A.format('Рохас')} ⟦date=2019:2019 жылы⟧ ⟦place#p2:Манила⟧ға ресми сапармен барып, "
         f"⟦date=2020:келесі жылы⟧ {HANOI.format('Ханой')}ға ресми сапармен келді."),
    ],
)  # fmt: skip
def test_each_visit_of_a_sentence_has_the_year_of_its_clause(language, marked):
    found = find_events(*read_marked("Title\n\n" + marked, language, published="2025-02-11"))
    assert [(e.date, e.place) for e in found] == [("2019", "p2"), ("2020", "p1")]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", f"У ⟦place#p1:Дворца мира⟧ {A.format('Рохас')} встретился с {B.format('Ламом')}."),
        ("ar", f"التقى {A.format('روخاس')} {B.format('لام')} أمام ⟦place#p1:قصر السلام⟧."),
        ("kk", f"⟦place#p1:Бейбітшілік сарайы⟧ның алдында {A.format('Рохас')} {B.format('Лам')} "
         "мырзамен кездесті."),
    ],
)  # fmt: skip
def test_what_goes_on_before_a_house_is_there(language, marked):
    found = find_events(*read_marked("Title\n\n" + marked, language, published="2025-02-11"))
    assert [e.place for e in found] == ["p1"]
