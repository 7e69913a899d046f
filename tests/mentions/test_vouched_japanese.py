"""Japanese names that no tagger saw: what stands beside them tells them, and what tells against."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.vouched_japanese import (
    find_vouched_names,
    without_matters,
    without_other_names,
)

PERSON, PLACE = MentionKind.PERSON, MentionKind.PLACE


def people(text: str, *read: str, kind: MentionKind = PERSON) -> list[str]:
    given = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.9)
        for words in read
    ]
    found = find_vouched_names(Document("s1", text, "ja"), given, ())
    return [text[c.start : c.end] for c in sorted(found, key=lambda c: c.start)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("同署は関根容疑者を送検した。", "関根"),
        ("弁護士小寺栄被告の公判が開かれた。", "小寺栄"),
        ("席にはペケ翁もいた。", "ペケ"),
        ("山門では住職、雪岡師が待った。", "雪岡"),
    ],
)
def test_a_form_of_address_tells_a_name(text: str, name: str) -> None:
    assert people(text) == [name]


def test_a_form_of_address_makes_nobody_of_other_words() -> None:
    assert people("同氏と両氏は、漁師と被告人席を見た。平氏の末だという。") == []


def test_a_reading_in_brackets_tells_kanji_beside_a_post() -> None:
    assert people("卞（ピョン）委員長は笑った。") == ["卞"]
    assert people("消費者連盟（コンスモ）は抗議した。") == []


def test_a_dateline_names_its_correspondent_and_no_agency() -> None:
    assert people("【ロメ＝遠野ルミ】トーゴで雨が降った。") == ["遠野ルミ"]
    assert people("【ロメ＝草原通信】トーゴで雨が降った。【リマ＝共同】ペルーで晴れた。") == []


def test_a_family_name_stands_before_an_office_of_state() -> None:
    assert people("席上、波多首相は笑った。") == ["波多"]
    assert people("席上、副首相と米大統領、同外相、州首相は笑った。") == []


def test_katakana_behind_a_post_is_a_name_where_it_is_no_loanword() -> None:
    assert people("画家のテラスキは笑い、歌手アマリカが歌った。") == ["テラスキ", "アマリカ"]
    assert people("監督のメッセージを読み、首相のビデオインタビューを見た。") == []


def test_kanji_and_katakana_behind_a_post_are_one_name() -> None:
    assert people("批評家の津島レオンが来た。") == ["津島レオン"]
    assert people("作家津島レオンの本を読む。") == ["津島レオン"]
    assert people("社長の日本デビューを祝う。") == []


def test_one_name_of_a_list_tells_the_next() -> None:
    found = people("アナ・ファレとマルコ・ティラも来た。", "アナ・ファレ")
    assert found == ["マルコ・ティラ"]
    assert people("アナ・ファレとマルコ・ティラ大学を訪ねた。", "アナ・ファレ") == []


def test_a_nickname_in_marks_is_a_name() -> None:
    found = people("「トカ」ことジョルジェ・ピントが歌う。", "ジョルジェ・ピント")
    assert found == ["「トカ」"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("帆船「リタ・モラレス」が入港した。", "リタ・モラレス"),
        ("リタ・モラレス号が入港した。", "リタ・モラレス"),
        ("文徳栄（ムン・ドギョン）氏が来た。", "ムン・ドギョン"),
        ("タリクのカウンターパートが来た。", "カウンターパート"),
        ("名古屋港大さん橋に着いた。", "名古屋港大"),
    ],
)
def test_ships_readings_and_nouns_are_no_people(text: str, name: str) -> None:
    start = text.index(name)
    taken = [Candidate(PERSON, start, start + len(name), "tagger", 0.9)]
    others = [Candidate(PERSON, 0, start - 1, "tagger", 0.9)] if text[start - 1] in "（の" else []
    assert without_other_names(text, [*others, *taken]) == others


def test_a_name_at_the_end_of_a_text_is_one_though_its_mark_is_not_closed() -> None:
    text = "昨夜は映画「アンナ・マリア"
    name = Candidate(PERSON, text.index("ア"), len(text), "tagger", 0.9)
    assert without_other_names(text, [name], ()) == [name]


def test_places_read_already_are_left() -> None:
    assert people("首相、テラスキを訪問", "テラスキ", kind=PLACE) == []


def test_no_place_is_a_common_noun() -> None:
    places = [Candidate(PLACE, 0, 4, "tagger", 0.9), Candidate(PLACE, 5, 7, "tagger", 0.9)]
    assert without_other_names("ラグビーのロメ", places) == places[1:]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("試験場の汐首所長は喜んだ。", "汐首"),
        ("寺では榛名智海住職が粥を出した。", "榛名智海"),
        ("工場の醒井健前副社長が来た。", "醒井健"),
        ("棋院の鶴来九段と並んだ。", "鶴来"),
    ],
)
def test_a_title_of_people_tells_the_name_before_it(text: str, name: str) -> None:
    assert people(text) == [name]


def test_a_title_behind_its_matter_body_or_town_names_nobody() -> None:
    assert people("研修所長と事務総長、初代大使、女性市長、根室市長が来た。") == []
    assert people("選挙管理委員会委員長と左翼党党首、国際局長が来た。") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("孫のオクタビが歩く。", "オクタビ"),
        ("FWディアロがパスを出した。", "ディアロ"),
        ("席でタロン大統領が笑った。", "タロン"),
        ("席でタロン財務相が笑った。", "タロン"),
    ],
)
def test_kin_players_and_offices_of_state_tell_katakana(text: str, name: str) -> None:
    assert people(text) == [name]


def test_katakana_before_other_posts_is_no_name_by_itself() -> None:
    assert people("ソラニ社長と環境・エコロジー相、テニス選手が来た。") == []


def test_a_correspondent_is_one_though_a_tagger_took_the_name_for_a_house() -> None:
    text = "【リマ＝三隅カレン】地震があった。"
    house = Candidate(MentionKind.ORGANISATION, 4, 9, "tagger", 0.9)
    found = find_vouched_names(Document("s1", text, "ja"), [house], ())
    assert [c.kind for c in without_other_names(text, [house, *found])] == [PERSON]


def test_the_matter_of_a_post_is_no_part_of_the_name_before_it() -> None:
    text = "アリ・モルスポーツ相が来た"
    [found] = without_matters(text, [Candidate(PERSON, 0, 9, "tagger", 0.9)])
    assert text[found.start : found.end] == "アリ・モル"
    text = "アリ・モルが来た"
    [found] = without_matters(text, [Candidate(PERSON, 0, 5, "tagger", 0.9)])
    assert text[found.start : found.end] == "アリ・モル"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("十両力士・白鷹と面会した。", "白鷹"),
        ("尽力した桐生まどか名誉教授が来た。", "桐生まどか"),
        ("大臣・次官は話した。", None),
        ("研究をめぐる教授が来た。", None),
    ],
)
def test_kanji_behind_a_joint_and_given_names_in_hiragana(text, expected) -> None:
    found = [text[c.start : c.end] for c in find_vouched_names(Document("s", text, "ja"), [], [])]
    assert found == ([expected] if expected else [])
