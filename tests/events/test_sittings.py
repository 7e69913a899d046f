"""Meetings over several days, shows that run until a day, works that begin, talks often held."""

import pytest
from marked import read_marked

from sijill.documents.document import Document
from sijill.events.finder import find_events
from sijill.reading.claims import find_claims
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

HEAD = "Li and Bo\n\n"
A = "⟦person#e1!head_of_state@PE:{}⟧"
B = "⟦person#e2!head_of_state@GH:{}⟧"
LIMA = "⟦place#p1:{}⟧"


def events(marked, language, published="2025-03-14"):
    found = find_events(*read_marked(HEAD + marked, language, published=published))
    return [(e.type, e.status.value, e.date) for e in found]


def dates(found, kind):
    return [date for name, _, date in found if name == kind]


SITTINGS = [
    ("en", f"{A.format('Li')} held two-day talks with {B.format('Bo')} in {LIMA.format('Lima')} "
     "that ended ⟦date=2025-03-12:on Wednesday⟧."),
    ("ru", f"Двухдневные переговоры {A.format('Варги')} с {B.format('Бо')} в "
     f"{LIMA.format('Лиме')} завершились ⟦date=2025-03-12:12 марта⟧."),
    ("kk", f"{A.format('Бек')} пен {B.format('Бо')}ның {LIMA.format('Лима')}дағы екі күндік "
     "келіссөзі ⟦date=2025-03-12:12 наурызда⟧ аяқталды."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), SITTINGS)
def test_talks_of_two_days_that_ended_on_one_began_the_day_before(language, marked):
    assert dates(events(marked, language), "talks") == ["2025-03-11/2025-03-12"]


SHOWS = [
    ("en", f"{A.format('Li')} opened an exhibition in {LIMA.format('Lima')} "
     "⟦date=2025-03-12:on Wednesday⟧. The exhibition runs until ⟦date=2025-05:May⟧."),
    ("ru", f"{A.format('Варга')} открыл в {LIMA.format('Лиме')} выставку "
     "⟦date=2025-03-12:12 марта⟧. Выставка продлится до ⟦date=2025-05:мая⟧."),
    ("kk", f"{A.format('Бек')} {LIMA.format('Лима')}да ⟦date=2025-03-12:12 наурызда⟧ көрме ашты. "
     "Көрме ⟦date=2025-05:мамырға⟧ дейін жалғасады."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), SHOWS)
def test_a_show_lasts_until_the_day_told_behind_and_is_one(language, marked):
    assert dates(events(marked, language), "exhibition") == ["2025-03-12/2025-05"]


WORKS = [
    ("en", f"{A.format('Li')} and {B.format('Bo')} agreed to build a power plant in "
     f"{LIMA.format('Lima')}. Construction will begin ⟦date=2026-04:in April next year⟧."),
    ("kk", f"{A.format('Бек')} мен {B.format('Бо')} {LIMA.format('Лима')}да зауыт салуға "
     "келісті. Құрылыс ⟦date=2026-04:келесі жылдың сәуірінде⟧ басталмақ."),
    ("ja", f"{A.format('水谷')}大統領と{B.format('坊')}大統領は{LIMA.format('リマ')}に発電所を建設する"
     "ことで合意した。着工は⟦date=2026-04:来年4月⟧の予定だ。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), WORKS)
def test_works_that_begin_are_those_of_the_project_told_before(language, marked):
    told = [e for e in events(marked, language) if e[0] == "project"]
    assert told == [("project", "planned", "2026-04")]


OFTEN = [
    ("en", f"{A.format('Li')} and {B.format('Bo')} have held talks four times."),
    ("ru", f"{A.format('Варга')} и {B.format('Бо')} четыре раза проводили переговоры."),
    ("kk", f"{A.format('Бек')} пен {B.format('Бо')} төрт рет келіссөз жүргізді."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), OFTEN)
def test_talks_held_so_many_times_are_no_happening_of_a_day(language, marked):
    assert dates(events(marked, language), "talks") == []


def test_a_trip_to_which_the_host_is_invited_is_not_of_the_day_of_the_guest():
    told = events(
        f"{B.format('Bo')} arrived in {LIMA.format('Lima')} ⟦date=2025-03-13:yesterday⟧ on a "
        f"state visit. He will give a lecture ⟦date=2025-03-15:tomorrow⟧. {A.format('Li')} "
        "accepted an invitation to visit ⟦place#p2:Accra⟧.",
        "en",
    )
    assert ("visit", "planned", None) in told


def test_a_visit_told_by_its_end_and_length_begins_so_many_days_before():
    told = events(
        f"⟦date=2025-03-12:On Wednesday⟧ {A.format('Li')} came to see an old well.\n\n"
        f"{A.format('Li')}'s three-day state visit to {LIMA.format('Lima')} ended on "
        "⟦date=2025-03-13:13 March⟧.",
        "en",
    )
    assert "2025-03-11/2025-03-13" in dates(told, "visit")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It joined ⟦organisation#o1:the largest port operator⟧ of Peru.", ["rank"]),
        ("It joined ⟦organisation#o1:Largest Ports⟧ of Peru.", []),
    ],
)
def test_a_comparison_in_small_letters_is_no_word_of_a_bodys_name(text, kinds):
    assert [c.kind.value for c in find_claims(*read_marked(text, "en"))] == kinds


def test_what_came_since_somebody_took_office_tells_no_appointment():
    told = events(f"{A.format('水谷')}首相の外遊は⟦date=2025-02:2月⟧の就任後2度目だ。", "ja")
    assert dates(told, "appointment") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Togo and Chile agreed to set up a joint committee on fisheries."),
        ("ru", "Того и Чили договорились создать совместную комиссию по рыболовству."),
        ("kk", "Того мен Чили бірлескен комиссия құру туралы уағдаласты."),
    ],
)
def test_who_sets_up_a_committee_holds_no_session_of_it(language, words):
    document = Document("s1", f"...\n\n{words}\n", language, "2024-05-06")
    events = Reader(load_register()).read(document).events
    assert {e.type for e in events} == {"agreement"}
