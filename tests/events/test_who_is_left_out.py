"""People whom a clause leaves out: the visitor, both countries, two ministers, those who signed."""

from told import found_in, who_did_what

MORA = "⟦person#e1!head_of_state@PE:{}⟧"
BO = "⟦person#e2!head_of_state@GH:{}⟧"
ADU = "⟦person#e3!minister@GH:{}⟧"
RIOS = "⟦person#e4!minister@PE:{}⟧"


def test_a_visit_without_a_subject_is_that_of_the_visitor():
    told = who_did_what(
        f"{MORA.format('ロハス')}大統領が⟦date=2025-02-10:10日⟧、⟦place#p1@GH:ガーナ⟧を訪問した。"
        "⟦date=2025-02-12:12日⟧には⟦place#p2@GH:クマシ⟧を訪問する。",
        "ja",
    )
    assert told[-1] == ("visit", {"e1"})


def test_who_gives_an_order_is_not_who_receives_it():
    told = who_did_what(
        f"⟦person#e5!ambassador@PE:ソト⟧氏は⟦place#p1@GH:ガーナ⟧を訪れた。⟦date=2023-21:一昨年の春⟧には"
        f"{MORA.format('ロハス')}大統領から勲章を授与された。",
        "ja",
    )
    assert ("decoration", {"e1", "e5"}) in told


def test_who_is_paid_a_call_may_be_left_out():
    told = who_did_what(
        f"{MORA.format('ロハス')}大統領は⟦date=2025-02-09:9日⟧、⟦place#p1@PE:クスコ⟧を訪れた。"
        f"⟦date=2025-02-10:10日⟧には⟦person#e5!ambassador@GH:ボアテン⟧⟦post#e5:大使⟧の表敬を受けた。",
        "ja",
    )
    assert ("courtesy_call", {"e1", "e5"}) in told


def test_both_countries_stay_what_a_sentence_is_about():
    found = found_in(
        "⟦place#p1@PE:ペルー⟧と⟦place#p2@GH:ガーナ⟧は近い。両国は⟦date=2011:2011年⟧に国交を樹立し、"
        "⟦date=2014:3年後⟧に漁業協定を結んだ。",
        "ja",
    )
    assert [set(e.participants) for e in found if e.type == "agreement"] == [{"p1", "p2"}]


def test_the_two_ministers_are_those_whom_the_sentence_before_names():
    told = who_did_what(
        f"⟦date=2025-02-10:10日⟧の式典には{ADU.format('アドゥ')}商業相と{RIOS.format('リオス')}経済相が"
        "出席した。両閣僚は覚書に署名した。",
        "ja",
    )
    assert ("signing", {"e3", "e4"}) in told


def test_those_who_are_told_to_have_signed_signed_and_not_who_met_before():
    told = who_did_what(
        f"Президенты {MORA.format('Рохас')} и {BO.format('Боатенг')} провели переговоры "
        "⟦date=2025-02-10:10 февраля⟧. Всего подписано девять документов, в том числе соглашение о "
        f"рыбе, которое подписали министры {RIOS.format('Риос')} и {ADU.format('Аду')}.",
        "ru",
    )
    assert [people for kind, people in told if kind == "signing"] == [{"e3", "e4"}]


def test_where_the_mission_is_named_its_state_is_not_told_twice():
    told = who_did_what(
        "⟦place#p1@PE:ペルー⟧は⟦date=2011:2011年⟧、⟦organisation#o1@PE:アクラの大使館⟧を閉じた。",
        "ja",
    )
    assert ("embassy_closed", {"o1"}) in told
