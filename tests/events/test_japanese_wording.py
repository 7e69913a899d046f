"""How the Japanese press tells happenings, and words that look like them and tell none."""

import pytest
from told import found_in

MAN = "⟦person#e1!head_of_government@LS:モレフェ⟧首相"
GUEST = "⟦person#e2!head_of_state@GM:ワイス⟧大統領"
HERE, THERE = "⟦place#p1:マセル⟧", "⟦place#p2:バンジュール⟧"
DAY = "⟦date=2025-02-10:10日⟧"


def told(marked):
    """Give types and statuses of what a Japanese sentence tells."""
    return [(e.type, e.status.value) for e in found_in(marked, "ja")]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        (f"{MAN}は{DAY}、{THERE}の港にまで足を延ばした。", "visit"),
        (f"{MAN}は{DAY}、{THERE}を公式に訪れました。", "visit"),
        (f"{MAN}と{GUEST}は{DAY}、{HERE}で膝を交えた。", "talks"),
        (f"{GUEST}は{DAY}、{MAN}を夕げの席でもてなした。", "banquet"),
        (f"{DAY}、{HERE}で太陽光発電所の工事が始まった。", "project"),
        (f"{DAY}、{HERE}の学生8人がホームステイした。", "education_exchange"),
        (f"{GUEST}は{DAY}、外交官2人に国を離れるよう通告した。", "expulsion"),
        (f"{GUEST}は{DAY}、{HERE}に大使館の看板を掲げた。", "embassy_opened"),
        (f"{GUEST}は{DAY}、{HERE}の大使館をたたんだ。", "embassy_closed"),
        (f"{DAY}、{HERE}で楽団が民謡を披露し、客席を沸かせた。", "cultural_encounter"),
        (f"{DAY}、{HERE}で仏画を集めた展示が幕を開けた。", "exhibition"),
        (f"{DAY}の選挙は、{MAN}が制した。", "appointment"),
        (f"{MAN}と{GUEST}は{DAY}、囚人の引き渡しに同意した。", "agreement"),
        (f"{DAY}、{HERE}の通りを数千人が抗議の声を上げて歩いた。", "protest"),
    ],
)
def test_happenings_are_told_in_other_words(marked, kind):
    assert told(marked) == [(kind, "held")]


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        (f"{MAN}の{THERE}訪問は仕切り直しとなった。", "postponed"),
        (f"{MAN}の{THERE}訪問はお流れになった。", "cancelled"),
        (f"{MAN}の{THERE}訪問は来年6月で固まった。", "planned"),
        (f"{MAN}は{GUEST}に{THERE}訪問を持ち掛けた。", "proposed"),
        (f"{MAN}は、⟦date=2025-02-12:あす⟧、{THERE}を訪れます。", "planned"),
        (f"{MAN}は、{THERE}を訪れています。", "held"),
    ],
)
def test_how_far_a_visit_has_got(marked, status):
    assert told(marked) == [("visit", status)]


@pytest.mark.parametrize(
    "marked",
    [
        f"{HERE}にある大使館の開館時間は午前9時からだ。",
        f"もし{MAN}と{GUEST}の会談が実現すれば、20年ぶりの対話となる。",
        f"{MAN}は、{THERE}を訪問するかどうか答えを避けた。",
        f"領有権を巡り、{MAN}は{GUEST}を批判した。",
        f"{HERE}を訪れる観光客は年間12万人に上る。",
        f"{MAN}はダムの建設現場にいた。",
        f"日本の総理大臣が{THERE}を公式に訪れたのは、これまでに2回ある。",
    ],
)
def test_words_that_tell_no_happening(marked):
    assert told(marked) == []


def test_a_mission_left_out_is_the_one_told_before():
    events = found_in(
        f"⟦place#s1@GM:ガンビア⟧は⟦date=1985:1985年⟧、{HERE}に⟦organisation#o1:大使館⟧を置いたが、"
        "⟦date=2003:2003年⟧に閉鎖した。",
        "ja",
    )
    assert [(e.type, e.date) for e in events] == [
        ("embassy_opened", "1985"),
        ("embassy_closed", "2003"),
    ]
    assert "o1" in events[1].participants


def test_who_is_given_something_is_no_place():
    events = found_in(
        f"⟦organisation#o1:赤十字⟧は{DAY}、⟦place#s1@NP:ネパール⟧に毛布を送った。", "ja"
    )
    assert [(e.type, e.place) for e in events] == [("aid", None)]


def test_a_visit_goes_to_the_town_of_a_farm_or_an_airport():
    farm = found_in(f"{MAN}は{DAY}、{THERE}の農園を視察した。", "ja")
    assert [(e.type, e.place) for e in farm] == [("visit", "p2")]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        (f"⟦organisation#o1:赤十字⟧は{DAY}、{HERE}に毛布を届け、医師を招いた。", "aid"),
        (f"⟦date=2025-02:今月⟧、{HERE}の学生12人が寮に入り、留学を始めた。", "education_exchange"),
    ],
)
def test_a_finished_verb_at_the_end_tells_what_was_done(marked, kind):
    assert (kind, "held") in told(marked)


def test_what_is_asked_for_at_a_meeting_leaves_it_held():
    assert ("talks", "held") in told(f"{MAN}は{DAY}、{GUEST}との会談では協力を求めた。")


def test_a_place_of_a_clause_about_somebody_is_no_place_of_what_is_told():
    events = found_in(f"{GUEST}は{DAY}、{HERE}で拘束された船員をめぐり大使に抗議した。", "ja")
    assert [(e.type, e.place) for e in events] == [("protest", None)]


def test_a_palace_told_alone_is_where_it_happens():
    events = found_in(f"{GUEST}の歓迎式典は{DAY}、⟦place#p3:王宮⟧で行われた。", "ja")
    assert [(e.type, e.place) for e in events] == [("ceremony", "p3")]


def test_words_that_go_on_over_the_end_of_loose_ones_take_them_away():
    assert told(f"{HERE}のダムの建設費は、{MAN}によると3億ドルだ。") == []


@pytest.mark.parametrize(
    "marked",
    [
        f"独立記念日には毎年、{HERE}の広場で式典が開かれる。",
        f"憲法によれば、{MAN}は国王が任命する。",
        f"{MAN}は大使を召還する可能性について明言を避けた。",
        f"{HERE}の展示会場は午後5時に閉まる。",
    ],
)
def test_habits_rules_and_things_left_open_are_no_happenings(marked):
    assert told(marked) == []


def test_what_is_being_given_has_begun():
    marked = f"⟦date=2025-02:今月⟧から看護師6人が{HERE}の病院で研修を受けている。"
    assert told(marked) == [("education_exchange", "held")]


def test_a_clause_ends_at_the_comma_in_the_words_of_a_happening():
    marked = (
        f"{MAN}と{GUEST}は{DAY}に会談し、⟦date=2025-02-11:翌日⟧、両者は{HERE}で協定に署名した。"
    )
    found = {(e.type, e.date) for e in found_in(marked, "ja")}
    assert found == {("talks", "2025-02-10"), ("signing", "2025-02-11")}


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        (f"{GUEST}は{DAY}、新任の大使から信任状を受け取った。", "courtesy_call"),
        (f"{GUEST}は{DAY}、⟦organisation#o1:大学⟧で「小国の外交」と題して話した。", "lecture"),
        (f"{DAY}、⟦organisation#o1:ガンビア投資セミナー⟧が{HERE}で開かれた。", "business_forum"),
        (f"両国の議会は{DAY}、租税条約を承認した。", "agreement"),
    ],
)
def test_more_words_of_the_trade(marked, kind):
    assert (kind, "held") in told(marked)


def test_what_was_planned_at_first_and_held_later_is_held_in_polite_words():
    marked = f"{MAN}と{GUEST}の会談は、当初⟦date=2024-12:12月⟧に予定されていましたが、{DAY}に行われました。"
    found = {(e.type, e.status.value, e.date) for e in found_in(marked, "ja")}
    assert found == {("talks", "held", "2025-02-10")}


def test_a_reception_in_an_embassy_opens_none():
    marked = f"{DAY}に大使館で開かれたレセプションに{MAN}が出た。"
    assert told(marked) == [("banquet", "held")]


def test_rice_that_is_counted_is_brought_too():
    events = found_in(
        "⟦place#p1:ノルウェー⟧は⟦date=2024-05-17:17日⟧、⟦place#p2:ペルー⟧に米200袋を届けた。", "ja"
    )
    assert [e.type for e in events] == ["aid"]


def test_where_tourists_come_too_is_no_visit():
    assert not told("⟦place#p1:チリ⟧には多くの観光客も訪れる。")
    assert told(f"{MAN}は{DAY}、{THERE}も訪れた。") == [("visit", "held")]


def test_a_telephone_that_takes_bookings_is_no_call():
    assert told(f"{MAN}の席は、⟦date=2025-04-30:4月30日⟧までに電話で予約をお願いします。") == []
    assert told(f"{MAN}は{DAY}、{GUEST}に電話をし、祝意を伝えた。") == [("phone_call", "held")]


def test_an_envoy_who_is_called_to_a_meal_is_no_protest():
    assert told(f"{MAN}は{DAY}、{GUEST}の大使を昼食会に呼び出した。") == [("banquet", "held")]
    assert told(f"{MAN}は{DAY}、{GUEST}の大使を外務省に呼び出した。") == [("protest", "held")]


def test_a_line_of_news_opens_with_the_state_that_calls_its_people_home():
    (event,) = found_in(
        f"▽{DAY}　⟦place#p3@VU:バヌアツ⟧、⟦place#p4@RO:ルーマニア⟧から外交官3人を召還。", "ja"
    )
    assert (event.type, event.participants) == ("ambassador_recalled", ("p3",))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (f"{DAY}、⟦place#p3@MV:モルディブ⟧を訪問（⟦date=2025-02-13:13日⟧まで）。", "2025-02-10/2025-02-13"),
        ("⟦place#p3@MV:モルディブ⟧を訪問（⟦date=2025-02-13:13日⟧まで）。", "../2025-02-13"),
        ("⟦place#p3@MV:モルディブ⟧を訪問した（～⟦date=2025-02-13:13日⟧）。", "../2025-02-13"),
    ],
)  # fmt: skip
def test_the_last_day_of_a_visit_stands_behind_it(words, days):
    assert [e.date for e in found_in(f"{MAN}が{words}", "ja") if e.type == "visit"] == [days]


@pytest.mark.parametrize(
    "marked",
    [
        f"{GUEST}の訪問中に、協定の署名が行われることは予定されておりません。",
        f"{MAN}の{THERE}訪問は行われないこととなった。",
        f"{HERE}の政府は{DAY}、外交官を本国に呼び戻さない方針だ。",
        f"{MAN}は{THERE}を訪問したのか。",
        f"{MAN}は{DAY}、{GUEST}の大使に抗議したのですか。",
    ],
)
def test_what_is_not_foreseen_or_only_asked_is_not_told(marked):
    assert [t for t in told(marked) if t[1] in ("held", "planned")] == []


def test_why_something_was_done_is_asked_of_what_was_done():
    assert told(f"なぜ{MAN}は{DAY}、{THERE}を訪問したのか。") == [("visit", "held")]


def test_money_of_a_paper_signed_is_given_and_money_agreed_on_is_the_agreement():
    marked = (
        f"⟦organisation#o1:港湾銀行⟧は{DAY}、{HERE}の倉庫に6500万ドルを融資する契約に署名した。"
    )
    assert ("loan_grant", "held") in told(marked)
    marked = f"{MAN}と{GUEST}は{DAY}、基金に4千万ドルを拠出することで合意した。"
    assert told(marked) == [("agreement", "held")]


def test_what_is_done_first_lies_ahead_with_its_sentence():
    marked = f"{MAN}は⟦date=2025-02-12:12日⟧、{GUEST}と会談した後、帰国の途に就く予定です。"
    assert told(marked) == [("talks", "planned")]
    marked = f"{MAN}は{DAY}、{GUEST}と会談した後、夏に帰国する予定だと述べた。"
    assert told(marked) == [("talks", "held")]
    marked = f"{MAN}は{DAY}、{GUEST}と会談した後、帰国の途に就いた。"
    assert told(marked) == [("talks", "held")]


def test_who_meets_is_the_one_told_of_and_not_who_was_met_before():
    marked = (
        f"⟦person#e1!head_of_government@LS:モレフェ⟧⟦post#e1:首相⟧は{THERE}を訪れている。⟦date=2025-02-08:8日⟧には⟦organisation#o1:外務省⟧の⟦person#e3:森弘⟧⟦post#e3:部長⟧と会談した。"
        "⟦date=2025-02-09:9日⟧には⟦person#e4!foreign_minister@JP:林光⟧⟦post#e4:外相⟧と会談した。"
    )
    met = [set(e.participants) for e in found_in(marked, "ja") if e.type == "talks"]
    assert met == [{"e1", "e3"}, {"e1", "e4"}]


def test_who_is_on_a_visit_until_a_day_is_there():
    marked = f"{MAN}は⟦date=2025-02-13:13日⟧までの日程で{THERE}を訪れている。"
    assert [(e.status.value, e.date) for e in found_in(marked, "ja")] == [("held", "../2025-02-13")]


def test_who_meets_in_one_line_of_a_diary_is_not_who_came_in_another():
    other = "⟦person#e3!head_of_state@PY:カブレラ⟧⟦post#e3:大統領⟧が⟦place#p3@AL:アルバニア⟧を公式訪問。"
    marked = (
        f"{other}\n⟦person#e1!head_of_government@LS:モレフェ⟧⟦post#e1:首相⟧が{THERE}に到着。"
        "⟦date=2025-02-09:9日⟧に⟦person#e4!foreign_minister@JP:林光⟧⟦post#e4:外相⟧と会談。"
    )
    met = [set(e.participants) for e in found_in(marked, "ja") if e.type == "talks"]
    assert met == [{"e1", "e4"}]
