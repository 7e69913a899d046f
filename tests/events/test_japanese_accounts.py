"""What Japanese accounts, diaries and records of a parliament tell to be held, by whom, and when."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def read(reader, text):
    return reader.read(Document("t", text + "\n", "ja", "2025-11-10"))


def events(reading):
    """Give types, statuses and dates."""
    return [(e.type, e.status.value, e.date) for e in reading.events]


def people(reading):
    return {m.text for m in reading.mentions if m.kind.value == "person"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ラトビアとガボンの首脳会談が3日にリガで開かれ、両国の外相が来月に会談する予定。",
            [("talks", "held", "2025-11-03"), ("talks", "planned", "2025-12")],
        ),
        (
            "ラトビアのリガ・オゾラ大統領は5日、リマでガボンのジャン・オバム大統領と会談した。\n\n"
            "会談は約1時間半に及び、オバム大統領は来年のラトビア訪問の招待を受け入れた。",
            [("talks", "held", "2025-11-05"), ("visit", "planned", "2026")],
        ),
        (
            "ラトビアのリガ・オゾラ外相は5日、リマでガボンのジャン・オバム外相と会談した。\n\n"
            "会談でオゾラ外相は、橋の建設に無償資金協力を行うと表明した。",
            [("talks", "held", "2025-11-05"), ("loan_grant", "planned", None)],
        ),
        (
            "ラトビアのリガ・オゾラ外相は12月1日からハノイを訪れる予定だったが、春に延びた。",
            [("visit", "postponed", "2025-12-01")],
        ),
        ("漁業協定の署名はいつになりますか。", [("signing", "planned", None)]),
        (
            "ラトビアのリガ・オゾラ首相は5日、ガボンのジャン・オバム大統領と会談し、"
            "銅の共同研究に関する覚書に署名した。",
            [("talks", "held", "2025-11-05"), ("signing", "held", "2025-11-05")],
        ),
        ("ジャン・オバム大統領は9日、ハノイに向かった。", [("visit", "held", "2025-11-09")]),
    ],
)
def test_how_far_it_has_got(reader, text, expected):
    assert events(read(reader, text)) == expected


def test_an_envoy_told_to_be_recalled(reader):
    found = events(read(reader, "オゾラ氏は1974年に駐ペルー大使となり、79年の政変で召還された。"))
    assert ("ambassador_recalled", "held", "1979") in found


def test_an_item_of_a_diary_has_the_day_of_the_head_and_its_own_guest(reader):
    reading = read(
        reader,
        "【首相動静】11月8日\n\n午前8時58分、官邸。10時3分、ラトビアのリガ・オゾラ貿易相の表敬。\n\n"
        "午後3時30分、ガボンのジャン・オバム大統領と首脳会談。6時30分、歓迎の夕食会。",
    )
    names = {m.entity: m.text for m in reading.mentions if m.kind.value == "person"}
    told = [(e.type, e.date, [names[p] for p in e.participants]) for e in reading.events]
    assert told[:2] == [
        ("courtesy_call", "2025-11-08", ["リガ・オゾラ"]),
        ("talks", "2025-11-08", ["ジャン・オバム"]),
    ]


def test_who_speaks_in_a_parliament_is_somebody(reader):
    reading = read(
        reader,
        "衆議院外務委員会\n\n○国務大臣（林芳雄君）　協定は重要であります。\n\n"
        "○大河内さやか君　成果を伺います。\n\n○政府参考人（能見俊介君）　お答えいたします。",
    )
    assert people(reading) == {"林芳雄", "大河内さやか", "能見俊介"}


def test_two_states_of_a_post_are_nobody(reader):
    reading = read(reader, "元駐ユーゴ・ガーナ大使のクワメ・アサンテさんが死去した。")
    assert people(reading) == {"クワメ・アサンテ"}


def test_whom_somebody_serves_does_not_hold_the_post(reader):
    reading = read(reader, "クワメ・アサンテ氏は1961年、メンサ大統領の通訳を務めた。")
    names = {m.entity: m.text for m in reading.mentions if m.kind.value == "person"}
    held = {names[e.id]: [p.post for p in e.posts] for e in reading.entities if e.id in names}
    assert held == {"クワメ・アサンテ": ["expert"], "メンサ": ["head_of_state"]}


def test_a_dateline_expels_nobody(reader):
    reading = read(reader, "【ルサカ】ザンビア政府は8日、ラトビアの外交官2人を国外追放した。")
    told = {m.entity: m.text for m in reading.mentions if m.entity}
    assert [told[p] for e in reading.events for p in e.participants] != ["ルサカ"]


@pytest.mark.parametrize("head", ["首相の一日（11月8日）", "11月8日の首相動静"])
def test_the_day_of_a_diary_is_no_word_of_its_name(reader, head):
    found = events(read(reader, f"{head}\n\n10時3分、ラトビアのリガ・オゾラ貿易相の表敬。"))
    assert found == [("courtesy_call", "held", "2025-11-08")]


def test_who_follows_a_states_doings_opens_no_diary(reader):
    reading = read(
        reader,
        "ガボンの動静に詳しいリガ・オゾラ元外相は3日、リマで講演した。5日にはジャン・オバム大統領と"
        "会談した。",
    )
    assert [len(e.participants) for e in reading.events if e.type == "talks"] == [2]


def test_a_friend_told_in_brackets_is_no_speaker_of_a_parliament(reader):
    reading = read(reader, "安田君は5日、リマでジャン・オバム外相（中田君の友人）と会った。")
    assert people(reading) == {"ジャン・オバム"}
