"""Histories of visits: one leader after another, each with a day and a host of his own."""

import pytest
from marked import read_marked

from sijill.events.finder import find_events

A = "⟦person#e1!head_of_government@JP:{}⟧"
B = "⟦person#e2!head_of_state@PE:{}⟧"
C = "⟦person#e3!head_of_government@JP:{}⟧"


def told(marked, language, published=None):
    document, sentences, mentions, entities = read_marked(
        "Head\n\n" + marked, language, published=published
    )
    found = find_events(document, sentences, mentions, entities)
    return [(e.type, e.status.value, e.date, e.place, set(e.participants)) for e in found]


HISTORY = (
    f"最初は{A.format('水谷総理')}である。⟦date=2006-08-28:2006年8月28日⟧に⟦place#p1:リマ⟧に着き、"
    f"歓迎式典の後、{B.format('ロハス')}大統領と会談した。両首脳は共同声明に署名した。"
    "⟦date=2006-08-29:29日⟧、次の訪問国⟦place#p2:ボリビア⟧へ向かった。"
    f"二人目は{C.format('黒川総理')}で、⟦date=2015-10-26:2015年10月26日⟧に⟦place#p1:リマ⟧へ入った。"
    f"⟦date=2015-10-27:27日⟧、{B.format('ロハス')}大統領との首脳会談が行われた。"
)


def test_whom_a_sentence_presents_the_next_one_tells_of():
    found = told(HISTORY, "ja")
    talks = [(e[2], e[4]) for e in found if e[0] == "talks"]
    assert talks == [("2006-08-28", {"e1", "e2"}), ("2015-10-27", {"e2", "e3"})]
    visits = [(e[2][:10], e[3], e[4]) for e in found if e[0] == "visit"]
    # The next stage of the journey is no visit that was held.
    assert visits == [("2006-08-28", "p1", {"e1"}), ("2015-10-26", "p1", {"e3"})]


def test_the_two_of_the_last_meeting_sign_on_its_day():
    found = [e for e in told(HISTORY, "ja") if e[0] == "signing"]
    assert [(e[2], e[4]) for e in found] == [("2006-08-28", {"e1", "e2"})]


def test_a_visit_of_the_past_lasts_from_its_first_day_to_the_day_of_leaving():
    marked = (
        f"{B.format('ロハス大統領')}は、⟦date=2008-06:2008年6月⟧と⟦date=2016-11:2016年11月⟧の2度、"
        "⟦place#p1:日本⟧を訪れた。\n\n"
        "⟦date=2008:2008年⟧の訪問は⟦date=2008-06-18:6月18日⟧に始まった。"
        "日本を離れたのは⟦date=2008-06-23:23日⟧である。"
    )
    found = [e for e in told(marked, "ja") if e[0] == "visit"]
    assert sorted((e[2], e[3], e[4]) for e in found) == [
        ("2008-06-18/2008-06-23", "p1", {"e2"}),
        ("2016-11", "p1", {"e2"}),
    ]


def test_whoever_is_invited_to_dinner_is_on_no_visit():
    marked = (
        f"⟦date=2008-06-20:2008年6月20日⟧、{A.format('水谷総理')}との会談に臨み、夕食会に招かれた。"
    )
    assert [e for e in told(marked, "ja") if e[0] == "visit"] == []


def test_he_is_of_whom_a_body_speaks():
    marked = (
        f"President {A.format('Correa')} came earlier.\n\nThe ⟦organisation#o1:Foreign Ministry⟧, "
        f"summing up the working visit of {B.format('Rojas')} from ⟦date=2001-05-14/2001-05-18:14 "
        "to 18 May 2001⟧, notes that he met Prime Minister "
        f"{C.format('Mizutani')}."
    )
    found = [e for e in told(marked, "en") if e[0] == "talks"]
    assert [e[4] for e in found] == [{"e2", "e3"}]


def test_who_is_received_by_one_without_a_name_is_with_no_other_leader():
    marked = (
        "⟦person#e2!head_of_state@PE:ロハス⟧⟦post#e2:大統領⟧は⟦date=2025-12-18:18日⟧、"
        "⟦place#p1:宮殿⟧で⟦post:天皇⟧陛下と会見した。"
        f"{B.format('ロハス氏')}は同じ日の午後、{A.format('水谷総理')}との会談に臨んだ。"
    )
    found = told(marked, "ja", "2025-12-18")
    assert [e[4] for e in found if e[0] == "audience"] == [{"e2"}]
    assert [e[4] for e in found if e[0] == "talks"] == [{"e1", "e2"}]


def test_no_plan_is_of_years_gone_by():
    marked = (
        f"{A.format('Mizutani')} is to travel to ⟦place#p1:Peru⟧ ⟦date=2024-08:next month⟧.\n\n"
        f"If the plan holds, {A.format('Mizutani')} will be the third prime minister to visit "
        f"⟦place#p1:Peru⟧, after {C.format('Kurokawa')} in ⟦date=2006:2006⟧."
    )
    found = [e for e in told(marked, "en", "2024-07-27") if e[0] == "visit"]
    assert [(e[1], e[2], e[4]) for e in found] == [("planned", "2024-08", {"e1"})]


def test_who_became_premier_stands_behind_the_verb():
    marked = (
        f"{B.format('ロハス大統領')}は、⟦date=2025-10:10月⟧に首相となった"
        f"{A.format('水谷首相')}との会談に臨んだ。"
    )
    found = told(marked, "ja", "2025-12-18")
    assert [e[4] for e in found if e[0] == "appointment"] == [{"e1"}]


def test_a_clause_begins_at_its_comma_not_between_two_names():
    marked = (
        f"{B.format('President Rojas')} saw {A.format('Prime Minister Mizutani')} on "
        "⟦date=2025-12-18:Thursday⟧, whereas ⟦person#e4!head_of_state@CL:Vera⟧ and "
        "⟦person#e5!head_of_state@UY:Lema⟧ had their talks on ⟦date=2025-12-20:Saturday⟧."
    )
    found = [e for e in told(marked, "en", "2025-12-20") if e[0] == "talks"]
    assert found[0][2] == "2025-12-18"
    assert found[0][4] == {"e1", "e2"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "{A} arrived in {L} on {D} on a two-day official visit."),
        ("ar", "وصل {A} إلى {L} {D} في زيارة رسمية."),
        ("ru", "{A} прибыл {D} в {L} с официальным визитом."),
        ("kk", "{A} {D} ресми сапармен {L}ға келді."),
        ("ja", "{A}氏は{D}、公式訪問で{L}に到着した。"),
    ],
)
def test_who_comes_on_a_visit_makes_one_visit(language, sentence):
    name = {"en": "Li", "ar": "سامي", "ru": "Варга", "kk": "Бек", "ja": "水谷"}[language]
    marked = sentence.format(A=f"⟦person#e1:{name}⟧", L="⟦place#p1:X⟧", D="⟦date=2025-03-11:11⟧")
    document = read_marked("Head\n\n" + marked, language, published="2025-03-14")
    (visit,) = [e for e in find_events(*document) if e.type == "visit"]
    assert visit.details["visit_format"] == "official"
    assert visit.participants == ("e1",)


@pytest.mark.parametrize(
    ("language", "sentence", "day"),
    [
        (
            "en",
            "Today, {D}, it is thirty years since {P} and {G} established diplomatic relations.",
            "1995-03-14",
        ),
        (
            "en",
            "On {D} they marked the 30th anniversary since {P} and {G} established "
            "diplomatic relations.",
            "1995",
        ),
        ("ar", "يصادف {D} الذكرى الثلاثين لإقامة العلاقات الدبلوماسية بين {P} و{G}.", "1995-03-14"),
        (
            "ru",
            "{D} исполнилось 30 лет со дня установления дипломатических отношений между {P} и {G}.",
            "1995-03-14",
        ),
        (
            "kk",
            "{D} {P} мен {G} арасында дипломатиялық қатынас орнағанына 30 жыл толды.",
            "1995-03-14",
        ),
        ("ja", "{D}は{P}と{G}が外交関係を樹立して30周年に当たる。", "1995-03-14"),
        ("ja", "{D}、{P}と{G}は外交関係樹立から30年となる。", "1995-03-14"),
        # The feast is of its day, and what it is held for is of the year.
        ("ja", "{D}、{P}・{G}外交関係樹立30周年を記念する式典が開かれた。", "1995"),
    ],
)
def test_an_anniversary_tells_a_happening_of_so_many_years_before(language, sentence, day):
    marked = sentence.format(
        P="⟦place#p1@PE:Peru⟧", G="⟦place#p2@GH:Ghana⟧", D="⟦date=2025-03-14:14⟧"
    )
    document = read_marked("Head\n\n" + marked, language, published="2025-03-14")
    found = [e for e in find_events(*document) if e.type == "relations_established"]
    assert [e.date for e in found] == [day]


def test_the_last_visit_before_is_told_by_since_alone_in_japanese():
    marked = (
        f"{A.format('水谷総理')}は⟦date=2025-08-20:20日⟧、⟦place#p1:チリ⟧を訪れた。"
        "首脳の訪チリは⟦date=1989:1989年⟧以来36年ぶりとなる。"
    )
    visits = [e[2:] for e in told(marked, "ja", "2025-08-20") if e[0] == "visit"]
    assert visits == [("2025-08-20", "p1", {"e1"}), ("1989", "p1", set())]


def test_the_last_day_of_a_visit_of_which_the_year_is_told_is_of_that_year():
    marked = (
        f"زار {A.format('لي')} ⟦place#p1:هانوي⟧ ⟦date=1996:عام 1996⟧. وفي ⟦date:اليوم الأخير من "
        f"الزيارة⟧ وقع {A.format('لي')} مع {B.format('لام')} اتفاقا."
    )
    told_of = [(kind, date) for kind, _, date, _, _ in told(marked, "ar", "2024-06-03")]
    assert ("signing", "1996") in told_of
