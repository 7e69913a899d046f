"""What moves to another place is not put off, and a figure that comes to a sum visits nobody."""

import pytest
from marked import read_marked

from sijill.documents.qualifiers import effects_of
from sijill.events.finder import find_events

A = "⟦person#e1!head_of_state@PE:{}⟧"
B = "⟦person#e2!head_of_government@VN:{}⟧"


def told(marked, language):
    found = find_events(*read_marked("Title\n\n" + marked, language, published="2025-02-11"))
    return [(e.type, e.status.value) for e in found]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", f"Переговоры {A.format('Рохаса')} с {B.format('Ламом')} переносятся в "
         "⟦place#p1:Женеву⟧."),
        ("en", f"The talks of {A.format('Rojas')} and {B.format('Lam')} were moved to "
         "⟦place#p1:Geneva⟧."),
        ("kk", f"{A.format('Рохас')} мен {B.format('Лам')} келіссөзі ⟦place#p1:Женева⟧ға "
         "ауыстырылды."),
    ],
)  # fmt: skip
def test_what_moves_to_another_place_is_a_plan(language, marked):
    assert told(marked, language) == [("talks", "planned")]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ru", f"Визит {A.format('Рохаса')} в ⟦place#p1:Ханой⟧ переносится на ⟦date=2025-05:май⟧."),
        ("ru", f"Визит {A.format('Рохаса')} переносится в ⟦place#p1:Ханой⟧ на ⟦date=2025-05:май⟧."),
        ("en", f"The visit of {A.format('Rojas')} to ⟦place#p1:Hanoi⟧ was moved to "
         "⟦date=2025-05:May⟧."),
        ("kk", f"{A.format('Рохас')}тың ⟦place#p1:Ханой⟧ға сапары кейінге қалдырылды."),
    ],
)  # fmt: skip
def test_what_moves_to_another_day_is_put_off(language, marked):
    assert ("visit", "postponed") in told(marked, language)


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "Exports to ⟦place#p1:Norway⟧ came to 12 million kroner."),
        ("en", "Trade between ⟦place#p1:Kenya⟧ and ⟦place#p2:Norway⟧ came to $41 million."),
        ("ar", "ووصلت الصادرات إلى ⟦place#p1:تشيلي⟧ إلى نحو 20 مليون دولار."),
        ("ru", "Стороны ⟦place#p1:Сербии⟧ и ⟦place#p2:Перу⟧ пришли к выводу."),
    ],
)
def test_a_figure_visits_nobody(language, marked):
    assert "visit" not in dict(told(marked, language))


def test_who_comes_on_a_day_is_told():
    marked = f"{A.format('Rojas')} visited ⟦date=2025-02-10:10 February⟧ ⟦place#p1:Hanoi⟧."
    assert told(marked, "en") == [("visit", "held")]


FIRST_PLANS = [
    ("en", f"{A.format('Rojas')} arrived in ⟦place#p1:Hanoi⟧ ⟦date=2025-02-10:on Monday⟧. The visit "
     "was originally planned for ⟦date=2024-10:last October⟧ but was postponed."),
    ("ru", f"{A.format('Рохас')} прибыл в ⟦place#p1:Ханой⟧ в ⟦date=2025-02-10:понедельник⟧. "
     "Первоначально визит планировался на ⟦date=2024-10:октябрь прошлого года⟧, но был перенесён."),
    ("ar", f"وصل {A.format('روخاس')} إلى ⟦place#p1:هانوي⟧ ⟦date=2025-02-10:الاثنين⟧. وكان مقررا أن "
     "تجري الزيارة في ⟦date=2024-10:أكتوبر الماضي⟧، لكنها أجلت."),
    ("kk", f"{A.format('Рохас')} ⟦date=2025-02-10:дүйсенбі⟧де ⟦place#p1:Ханой⟧ға ресми сапармен "
     "келді. Бастапқыда сапар ⟦date=2024-10:өткен қазан⟧ға жоспарланған, бірақ кейінге қалдырылған."),
    ("ja", f"{A.format('ロハス')}大統領は⟦date=2025-02-10:10日⟧、⟦place#p1:ハノイ⟧を訪問した。"
     "訪問は当初、⟦date=2024-10:昨年10月⟧に予定されていたが、延期されていた。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), FIRST_PLANS)
def test_what_was_put_off_and_then_held_is_one_visit(language, marked):
    assert told(marked, language) == [("visit", "held")]


def test_what_was_put_off_and_not_held_since_stays_put_off():
    marked = (
        f"{A.format('Rojas')} will visit ⟦place#p1:Hanoi⟧. The visit was originally planned for "
        "⟦date=2024-10:last October⟧ but was postponed."
    )
    assert ("visit", "held") not in told(marked, "en")


def test_a_japanese_former_post_is_former_behind_its_state_too():
    assert effects_of(["デンマークの前首相"], "ja") == {"former"}
    assert effects_of(["ペルーの元首相"], "ja") == {"former"}
    assert effects_of(["国の元首"], "ja") == set()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("kk", "Қорғаныс саласындағы келісімге қол қою рәсімі кейінге шегерілді."),
        ("en", "The signing ceremony of the agreement between ⟦place#p1:Peru⟧ and "
         "⟦place#p2:Vietnam⟧ was postponed."),
        ("ru", "Церемония подписания соглашения между ⟦place#p1:Перу⟧ и ⟦place#p2:Вьетнамом⟧ "
         "отложена."),
        ("ar", "أرجئت مراسم التوقيع على الاتفاق بين ⟦place#p1:بيرو⟧ و⟦place#p2:فيتنام⟧."),
        ("ja", "⟦place#p1:ペルー⟧と⟦place#p2:ベトナム⟧の協定の署名式は延期された。"),
    ],
)  # fmt: skip
def test_a_ceremony_of_signing_that_is_put_off_is_no_signing(language, sentence):
    found = dict(told(sentence, language))
    assert found.get("signing") == "postponed"


def test_a_stop_of_a_visit_is_not_what_was_put_off_before():
    guest = "⟦person#e1!head_of_state@CO:Рохас⟧"
    marked = (
        f"{guest} прибудет в ⟦place#p1:Румынию⟧ с визитом ⟦date=2025-06-11:11 июня⟧. На "
        "⟦date=2025-06-13:13 июня⟧ запланировано посещение ⟦place#p2:порта Констанца⟧. В "
        "⟦date=2025-04:апреле⟧ поездку отложили."
    )
    found = find_events(*read_marked("Title\n\n" + marked, "ru", published="2025-06-09"))
    status = {e.place: e.status.value for e in found if e.type == "visit"}
    assert status["p2"] == "planned"


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"The visit of {A.format('Rojas')} to ⟦place#p1:Hanoi⟧ was postponed from "
         "⟦date=2025-03/2025-05:March to May⟧."),
        ("ar", f"أجلت زيارة {A.format('روخاس')} إلى ⟦place#p1:هانوي⟧ من "
         "⟦date=2025-03/2025-05:مارس إلى مايو⟧."),
        ("ja", f"{A.format('ロハス')}大統領の⟦place#p1:ハノイ⟧訪問は⟦date=2025-03/2025-05:3月から5月⟧に"
         "延期された。"),
    ],
)  # fmt: skip
def test_what_is_put_off_from_one_month_to_another_is_of_the_other(language, marked):
    found = find_events(*read_marked("Head\n\n" + marked, language, published="2025-02-11"))
    visits = [(e.status.value, e.date) for e in found if e.type == "visit"]
    assert visits == [("postponed", "2025-05")]


def test_a_headline_of_a_visit_put_off_tells_of_none_that_was():
    marked = "زيارة مؤجلة إلى ⟦place#p1:هانوي⟧\n\nقال الوزير إن الطقس جيد."
    found = find_events(*read_marked(marked, "ar", published="2025-02-11"))
    assert [e.status.value for e in found] == ["postponed"]
