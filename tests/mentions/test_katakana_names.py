"""Foreign names in Japanese that a tagger cut or missed, and posts with whose they are."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.katakana_names import find_posts_before, with_whole_names

PERSON, POST, PLACE = MentionKind.PERSON, MentionKind.POST, MentionKind.PLACE
ORGANISATION = MentionKind.ORGANISATION


def whole(text: str, *marks: tuple[MentionKind, str]) -> list[str]:
    given = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.5)
        for kind, words in marks
    ]
    known = [c for c in given if c.kind is PLACE]
    rest = [c for c in given if c.kind is not PLACE]
    found = with_whole_names(Document("s1", text, "ja"), rest, known)
    return sorted(text[c.start : c.end] for c in found if c.kind in (PERSON, POST))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("運河庁のマルタ・デ・レオン長官が来た。", "マルタ・デ・レオン"),
        ("外相の故サムエル・オケロは笑った。", "サムエル・オケロ"),
        ("長女のアナ・ファレオラさんが話した。", "アナ・ファレオラ"),
        ("国王トゥポウ・マアフ4世は去った。", "トゥポウ・マアフ4世"),
        ("マアフ4世国王の親書を渡した。", "マアフ4世"),
        ("女王エリザベート二世が迎えた。", "エリザベート二世"),
    ],
)
def test_what_stands_beside_a_name_tells_it(text: str, name: str) -> None:
    assert whole(text, (PLACE, name[:2])) == [name]


def test_states_side_by_side_and_other_words_are_no_names() -> None:
    assert whole("タイ・ラオス首相会談が開かれた。", (PLACE, "タイ"), (PLACE, "ラオス")) == []
    assert whole("新しいビジネス・フォーラムが開かれた。") == []
    assert whole("第2世代のルノー2世代が並ぶ。") == []


def test_an_office_begins_with_the_state_or_body_whose_it_is() -> None:
    found = whole("ウガンダの駐日大使が来た。", (PLACE, "ウガンダ"), (POST, "駐日大使"))
    assert found == ["ウガンダの駐日大使"]
    found = whole("外務省の次官が来た。", (ORGANISATION, "外務省"), (POST, "次官"))
    assert found == ["外務省の次官"]


def test_a_profession_only_tells_where_somebody_lives() -> None:
    assert whole("浜松の画家が来た。", (PLACE, "浜松"), (POST, "画家")) == ["画家"]


@pytest.mark.parametrize(
    ("text", "given", "post"),
    [
        ("駐ブラジル南スーダン大使のワルさん。", "南スーダン大使", "駐ブラジル南スーダン大使"),
        ("サンタフェ州知事のスベルディアさん。", "州知事", "サンタフェ州知事"),
    ],
)
def test_a_post_begins_with_what_is_written_onto_it(text, given, post) -> None:
    assert whole(text, (POST, given)) == [post]


def test_a_profession_in_a_house_begins_with_the_house() -> None:
    text = "海洋博物館の学芸員が来た。"
    assert whole(text, (POST, "学芸員"), (ORGANISATION, "海洋博物館")) == ["海洋博物館の学芸員"]


def before_names(text: str, name: str, *bodies: str) -> list[str]:
    spans = [(PERSON, name), *((PLACE, body) for body in bodies)]
    given = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.95)
        for kind, words in spans
    ]
    found = find_posts_before(Document("s1", text, "ja"), given)
    return [text[c.start : c.end] for c in found]


def test_a_post_right_before_a_name_is_one_though_no_tagger_saw_it() -> None:
    assert before_names("看護師ペルペチュアさんが死去。", "ペルペチュア") == ["看護師"]
    text = "南スーダンの投資相、ルアル氏は発表した。"
    assert before_names(text, "ルアル", "南スーダン") == ["南スーダンの投資相"]
    # Part of a longer word that no table has.
    assert before_names("元看護師ペルペチュアさん。", "ペルペチュア") == []


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        (
            "イリ・ノバク・チェコ副首相兼外相は帰国した。",
            "チェコ",
            ["イリ・ノバク", "チェコ副首相", "外相"],
        ),
        ("イリ・ノバク・チェコ国防相は帰国した。", "チェコ", ["イリ・ノバク", "チェコ国防相"]),
        ("ノバク・チェコ大統領が来た。", "チェコ", ["チェコ大統領", "ノバク"]),
        ("桐生円香・北海道大教授が話した。", "", ["北海道大教授", "桐生円香"]),
        ("イリ・ノバク・アークレイリ市長が話した。", "", ["イリ・ノバク", "アークレイリ市長"]),
        ("チェコ・プラハ市長が話した。", "チェコ", []),
    ],
)
def test_a_name_is_parted_from_the_office_written_onto_it(text, place, expected) -> None:
    start = text.index(place)
    known = [Candidate(PLACE, start, start + len(place), "register", 0.9)] if place else []
    found = with_whole_names(Document("s1", text, "ja"), [], known)
    assert sorted(text[c.start : c.end] for c in found if c.kind in (PERSON, POST)) == sorted(
        expected
    )


@pytest.mark.parametrize(
    ("text", "given", "body", "expected"),
    [
        ("ペルーの文化・観光相が来た。", "観光相", "ペルー", "ペルーの文化・観光相"),
        ("副首相兼保健相が来た。", "保健相", "", "保健相"),
        ("カモ修道院の院長が来た。", "修道院の院長", "カモ修道院", "カモ修道院の院長"),
    ],
)
def test_a_post_begins_with_what_it_sees_to_and_its_body(text, given, body, expected) -> None:
    kind = ORGANISATION if body.endswith("院") else PLACE
    marks = [(POST, given)] + ([(kind, body)] if body else [])
    assert [x for x in whole(text, *marks) if x.endswith(given)] == [expected]


def test_a_body_of_state_behind_a_name_belongs_to_the_post() -> None:
    text = "イリ・ノバク政府報道官が話した。"
    found = whole(text, (ORGANISATION, "イリ・ノバク政府"), (POST, "報道官"))
    assert "イリ・ノバク" in found


def test_posts_that_somebody_is_told_to_hold() -> None:
    text = "名誉領事を引き受けた。特使として秋子氏を派遣した。首相を見た。"
    found = find_posts_before(Document("s1", text, "ja"), [])
    assert [text[c.start : c.end] for c in found] == [
        "名誉領事",
        "特使",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("作曲家ヤーニス・オゾラの曲が流れた。", "ヤーニス・オゾラ"),
        ("鉱山を見たマルタ・リオス鉱業相は笑った。", "マルタ・リオス"),
        ("恩師アベル・テカから聞いた。", "アベル・テカ"),
        ("今夜オズマ・サンコが首相に就いた。", "オズマ・サンコ"),
        ("今夜オズマ・サンコ演出の舞台が開く。", "オズマ・サンコ"),
        ("式典でムスワ3世が祝辞を述べた。", "ムスワ3世"),
        ("王室府はトゥイ6世陛下の病状を告げた。", "トゥイ6世"),
        ("ガーナのE・K・アドゥ氏が来た。", "E・K・アドゥ"),
    ],
)
def test_posts_kin_and_forms_of_address_tell_a_name(text: str, name: str) -> None:
    assert whole(text) == [name]
