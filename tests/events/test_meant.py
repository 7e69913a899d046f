"""What words mean that were told before: they, it, there; and whose a place is."""

import pytest
from told import found_in

A = "⟦person#e1!head_of_government@NP:{}⟧"
B = "⟦person#e2!head_of_state@PE:{}⟧"
NAMES = {
    "en": ("Li", "Bo"),
    "ar": ("سامي", "علي"),
    "ru": ("Варга", "Киш"),
    "kk": ("Бек", "Кемал"),
    "ja": ("水谷", "黒川"),
}


def found(sentence, language, published="2025-09-18"):
    for sign, mark, name in zip("AB", (A, B), NAMES[language], strict=True):
        sentence = sentence.replace(f"{{{sign}}}", mark.format(name))
    return found_in(sentence, language, published)


THEY_MET = [
    ("en", "{A} telephoned {B} on ⟦date=2025-09-15:Monday⟧. ⟦date=2025-09-17:Two days later⟧ the two met in ⟦place#p1:Geneva⟧."),
    ("ar", "أجرى {A} ⟦date=2025-09-15:الاثنين⟧ اتصالا هاتفيا مع {B}. و⟦date=2025-09-17:بعد ذلك بيومين⟧ التقيا في ⟦place#p1:جنيف⟧."),
    ("ru", "В ⟦date=2025-09-15:понедельник⟧ {A} поговорил по телефону с {B}. ⟦date=2025-09-17:Через два дня⟧ они встретились в ⟦place#p1:Женеве⟧."),
    ("kk", "{A} ⟦date=2025-09-15:дүйсенбіде⟧ {B} мырзамен телефон арқылы сөйлесті. ⟦date=2025-09-17:Екі күннен кейін⟧ олар ⟦place#p1:Женева⟧да кездесті."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), THEY_MET)
def test_they_who_met_are_the_two_told_before(language, marked):
    told = [(e.date, e.place, set(e.participants)) for e in found(marked, language)[1:]]
    assert told == [("2025-09-17", "p1", {"e1", "e2"})]


OTHERS = [
    ("en", "{A} telephoned {B} on ⟦date=2025-09-15:Monday⟧. ⟦date=2025-09-17:Two days later⟧ they met workers."),
    ("ru", "В ⟦date=2025-09-15:понедельник⟧ {A} поговорил по телефону с {B}. В ⟦date=2025-09-17:среду⟧ они встретились с рыбаками."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), OTHERS)
def test_whom_they_met_is_not_each_other(language, marked):
    assert "talks" not in {e.type for e in found(marked, language)}


def test_an_embassy_is_told_before_it_was_closed_and_reopened():
    with_it = (
        "⟦place#p1:Nepal⟧ opened an embassy in ⟦place#p2:Lima⟧. It closed in ⟦date=1999:1999⟧."
    )
    without = "⟦place#p1:Nepal⟧ opened a school in ⟦place#p2:Lima⟧. It closed in ⟦date=1999:1999⟧."
    assert ("embassy_closed", "1999") in {(e.type, e.date) for e in found(with_it, "en")}
    assert "embassy_closed" not in {e.type for e in found(without, "en")}


def test_there_is_the_town_told_last():
    marked = (
        "{A} flew to ⟦place#p1:Lima⟧ on ⟦date=2025-09-15:Monday⟧. There he held talks with {B}."
    )
    assert [e.place for e in found(marked, "en") if e.type == "talks"] == ["p1"]


def test_the_object_of_a_russian_visit_may_come_first():
    marked = "На прошлой неделе ⟦place#p1:Лиму⟧ посетил {A}."
    assert [(e.type, e.place) for e in found(marked, "ru")] == [("visit", "p1")]


def test_a_university_is_its_own_place():
    marked = (
        "In ⟦place#p1:Lima⟧ ⟦organisation#o1:Cusco University⟧ awarded {A} an honorary doctorate."
    )
    assert [(e.type, e.place) for e in found(marked, "en")] == [("honorary_degree", None)]


def test_a_day_counted_from_what_follows_is_not_counted_from_today():
    marked = "بعد يومين من المحادثات في ⟦place#p1:ليما⟧ اتفق {A} و{B} على الحدود."
    assert {e.date for e in found(marked, "ar") if e.type == "agreement"} <= {None, "2025-09"}


def test_a_commission_meets_under_its_own_name_and_does_other_things():
    meets = (
        "⟦organisation#o1:The joint commission⟧, planned for ⟦date=2025-06:June⟧, has been put off."
    )
    gives = (
        "⟦organisation#o1:The joint commission⟧ signed an agreement with ⟦organisation#o2:Andes⟧."
    )
    assert ("ministerial_dialogue", "postponed") in {
        (e.type, e.status.value) for e in found(meets, "en")
    }
    assert "ministerial_dialogue" not in {e.type for e in found(gives, "en")}


LASTED = [
    ("en", "{A} held talks with {B} and signed an agreement. The talks lasted 40 minutes."),
    ("ar", "أجرى {A} محادثات مع {B} ووقعا اتفاقا. واستمرت المحادثات أربعين دقيقة."),
    ("ru", "{A} провёл переговоры с президентом {B}, они подписали соглашение. Переговоры длились 40 минут."),
    ("kk", "{A} {B} мырзамен келіссөз жүргізіп, келісімге қол қойды. Келіссөз 40 минутқа созылды."),
    ("ja", "{A}氏は{B}氏と会談し、協定に署名した。会談は40分に及んだ。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), LASTED)
def test_how_long_talks_lasted_is_told_of_the_talks_before(language, sentence):
    talks = [e for e in found(sentence, language) if e.type == "talks"]
    assert [e.details.get("minutes") for e in talks] == [40]


def test_talks_that_lasted_with_another_are_others():
    others = "{A} held talks with {B}. Talks with ⟦person#e3:Varga⟧ lasted 40 minutes."
    assert len([e for e in found(others, "en") if e.type == "talks"]) == 2


MISSIONS = [
    ("en", "{P} and {N} are at odds, the worst row since the two countries opened embassies in 2011."),
    ("ru", "{P} и {N} в ссоре. В 2011 году обе страны открыли посольства."),
    ("kk", "{P} мен {N} араз. Екі ел 2011 жылы елшіліктер ашты."),
    ("ja", "{P}と{N}は対立している。両国は2011年に大使館を開設した。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), MISSIONS)
def test_two_countries_open_embassies_in_each_other(language, sentence):
    marks = {"{P}": "⟦place#s1@PE:Peru⟧", "{N}": "⟦place#s2@NP:Nepal⟧"}
    for sign, mark in marks.items():
        sentence = sentence.replace(sign, mark)
    opened = [e for e in found_in(sentence, language) if e.type == "embassy_opened"]
    assert [e.participants for e in opened] == [("s1", "s2")]


@pytest.mark.parametrize(("language", "sentence"), MISSIONS)
def test_both_countries_are_those_of_the_item_and_not_of_the_whole_digest(language, sentence):
    others = "⟦place#s3@TG:Togo⟧ ⟦place#s4@FJ:Fiji⟧ ⟦place#s3@TG:Togo⟧ ⟦place#s4@FJ:Fiji⟧.\n\n"
    marks = {"{P}": "⟦place#s1@PE:Peru⟧", "{N}": "⟦place#s2@NP:Nepal⟧"}
    for sign, mark in marks.items():
        sentence = sentence.replace(sign, mark)
    opened = [e for e in found_in(others + sentence, language) if e.type == "embassy_opened"]
    assert [e.participants for e in opened] == [("s1", "s2")]


def test_a_state_calls_home_an_ambassador_without_a_name():
    marked = "⟦place#s1@PE:Peru⟧ called its ambassador home."
    found_here = [(e.type, e.participants) for e in found_in(marked, "en")]
    assert found_here == [("ambassador_recalled", ("s1",))]


NOT_RULED_OUT = [
    ("en", "⟦place#s1@PE:Peru⟧ has not ruled out recalling its ambassador."),
    ("ru", "{A} не исключил, что отзовёт посла."),
    ("ja", "{A}氏は大使を召還する可能性を排除しなかった。"),
]


@pytest.mark.parametrize(("language", "sentence"), NOT_RULED_OUT)
def test_what_is_not_ruled_out_is_proposed(language, sentence):
    assert [e.status.value for e in found(sentence, language)] == ["proposed"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_degree_for_nobody_named_is_for_the_guest(language):
    marked = {
        "ja": "{B}大統領は{A}首相と会談した。翌日には⟦organisation#o1:リガ大学⟧から名誉博士号を授与された。",
        "en": "{B} held talks with {A}. ⟦organisation#o1:Riga University⟧ awarded him an honorary doctorate.",
    }[language]  # fmt: skip
    degrees = [e for e in found(marked, language) if e.type == "honorary_degree"]
    assert [set(e.participants) for e in degrees] == [{"e2", "o1"}]


def test_both_ministers_who_telephoned_are_the_two_told_before():
    marked = (
        "⟦person#e3!foreign_minister@BO:キスペ⟧外相は10日に来る予定だった。"
        "⟦person#e4!foreign_minister@EE:ヴァヘル⟧外相が発表した。両外相は5日に電話で会談している。"
    )
    calls = [set(e.participants) for e in found_in(marked, "ja") if e.type == "phone_call"]
    assert calls == [{"e3", "e4"}]


def test_whoever_signs_with_one_is_of_another_country():
    marked = (
        "⟦person#e3!foreign_minister@MW:Банда⟧ ⟦place#p1@CA:Оттава⟧ға сапармен барды. "
        "Оны ⟦person#e4!head_of_government@CA:Лэнгли⟧ қабылдады. "
        "⟦person#e5!minister@CA:Окли⟧мен сауда келісіміне қол қойды."
    )
    signed = [set(e.participants) for e in found_in(marked, "kk") if e.type == "signing"]
    assert signed == [{"e3", "e5"}]
