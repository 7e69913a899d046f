"""How Japanese tells posts: its words for them, their holders, their bodies and their time."""

import pytest
from test_resolution import posts, read


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("{T:海軍参謀長}の{P:森弘}氏", "military_chief"),
        ("{T:海洋生物学者}の{P:森弘}さん", "expert"),
        ("{T:司法長官}の{P:森弘}氏", "minister"),
        ("{T:{O:運河庁}長官}の{P:森弘}氏", "senior_official"),
        ("{T:市議会議長}の{P:森弘}氏", "governor"),
        ("{T:野党指導者}の{P:森弘}氏", "member_of_parliament"),
        ("{T:駐在武官}の{P:森弘}氏", "senior_official"),
        ("{T:シンガーソングライター}の{P:森弘}さん", "artist"),
        ("{T:{O:港湾公社}総裁}の{P:森弘}氏", "chief_executive"),
        ("{T:{O:国立準備銀行}総裁}の{P:森弘}氏", "senior_official"),
        ("{T:{O:北東工科大}の理事長}、{P:森弘}氏", "university_head"),
    ],
)
def test_words_of_offices_and_callings(text: str, role: str) -> None:
    _, by_name = read(text, "ja")
    assert [p.post for p in by_name["森弘"].posts] == [role]


@pytest.mark.parametrize(
    ("text", "role", "status"),
    [
        ("{T:大使}は{P:森弘}氏が引き続き務める。", "ambassador", "current"),
        ("{T:大使}には、作家の{P:森弘}氏を起用した。", "ambassador", "current"),
        ("{T:名誉領事}を引き受けたのは、{P:森弘}氏だった。", "consul", "honorary"),
        ("{T:特使}として{P:森弘}氏を派遣した。", "special_envoy", "current"),
    ],
)
def test_a_post_told_before_the_name_of_who_takes_it(text: str, role: str, status: str) -> None:
    _, by_name = read(text, "ja")
    assert (role, status) in [(p.post, p.status) for p in by_name["森弘"].posts]


def test_whom_a_post_met_does_not_hold_it() -> None:
    _, by_name = read("{T:首相}は{P:森弘}氏と会談した。{T:首相}には{P:林光}氏が同行した。", "ja")
    assert by_name["森弘"].posts == ()
    assert by_name["林光"].posts == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "{P:森弘}氏は学者である。大学で教えた。その後に来日した。{T:外務次官}などを歴任した。",
            "former",
        ),
        ("{P:森弘}さんの話\n\n農家に生まれた。{T:外務次官}を務めた。", "former"),
        ("{P:森弘}氏は言う。「昔は{T:外務次官}でした」", "former"),
    ],
)
def test_a_paragraph_goes_on_about_its_subject(text: str, status: str) -> None:
    _, by_name = read(text, "ja")
    assert ("deputy_minister", status) in [(p.post, p.status) for p in by_name["森弘"].posts]


def test_the_government_whose_post_it_is_stands_for_its_state() -> None:
    _, by_name = read("{L:日本}は{T:{O:政府}報道官}の{P:森弘}氏が話した。", "ja")
    assert posts(by_name["森弘"])[0][1] == "JP"


@pytest.mark.parametrize(
    ("text", "role", "status"),
    [
        ("{T:{O:南北銀行}総裁}の{P:森弘}氏", "senior_official", "current"),
        ("{T:{O:南北銀行}頭取}の{P:森弘}氏", "chief_executive", "current"),
        ("{T:{O:野球協会}技術委員長}の{P:森弘}氏", "senior_official", "current"),
        ("{T:{O:野球協会}副会長}の{P:森弘}氏", "business_association", "current"),
        ("{T:{O:在日ペルー人協会}会長}の{P:森弘}氏", "diaspora_member", "current"),
        ("{T:{O:北の修道院}の院長}、{P:森弘}氏", "religious_leader", "current"),
        ("退任する{P:森弘}{T:首相}が話した。", "head_of_government", "former"),
        ("更迭された{P:森弘}{T:国防相}が話した。", "minister", "former"),
    ],
)
def test_what_a_house_makes_of_its_head_and_when(text: str, role: str, status: str) -> None:
    _, by_name = read(text, "ja")
    assert [(p.post, p.status) for p in by_name["森弘"].posts] == [(role, status)]


def test_who_trains_a_team_and_who_directs_a_film() -> None:
    _, by_name = read("サッカーの試合は{P:森弘}{T:監督}の初勝利だ。", "ja")
    assert [p.post for p in by_name["森弘"].posts] == ["athlete"]
    _, by_name = read("映画は{P:森弘}{T:監督}の新作だ。", "ja")
    assert [p.post for p in by_name["森弘"].posts] == ["artist"]


def test_who_plays_for_a_state_and_who_speaks_for_it() -> None:
    _, by_name = read("試合では{T:{L:カザフスタン}代表}の{P:森弘}が2点を決めた。", "ja")
    assert posts(by_name["森弘"]) == [("athlete", "KZ", "current")]
    _, by_name = read("交渉では{T:{L:カザフスタン}代表}の{P:森弘}氏が反対した。", "ja")
    assert posts(by_name["森弘"]) == [("senior_official", "KZ", "current")]


def test_the_same_company_is_the_one_told_before() -> None:
    _, by_name = read(
        "{O:アルダ電子}の{P:森弘}{T:社長}は、{O:北の大学}で、{T:{O:同社}執行役員}の{P:林光}氏と話した。",
        "ja",
    )
    assert posts(by_name["林光"])[0][1] == posts(by_name["森弘"])[0][1]


def test_a_town_written_as_japanese_ones_are_is_one() -> None:
    text = (
        "{L:カザフスタン}の一行は{L:根室市}で{P:森弘}{T:教育長}と{T:画家}の{P:林光}さんに会った。"
    )
    people, by_name = read(text, "ja")
    assert posts(by_name["林光"])[0][1] == "JP"
    assert posts(by_name["森弘"])[0][0] == "senior_official"
    assert people["森弘"] == ["森弘", "教育長"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("{T:{O:大統領評議会}議長}の{P:森弘}氏", "head_of_state"),
        ("{T:{O:国営電力会社アルダ}総裁}の{P:森弘}氏", "chief_executive"),
        ("{T:{O:国連}事務総長特別代表}の{P:森弘}氏", "special_envoy"),
    ],
)
def test_offices_whose_words_hold_the_name_of_a_body(text: str, role: str) -> None:
    _, by_name = read(text, "ja")
    assert [p.post for p in by_name["森弘"].posts] == [role]


def test_an_envoy_of_a_body_of_states_serves_it() -> None:
    people, by_name = read("{T:{O:国連}事務総長特別代表}の{P:森弘}氏", "ja")
    assert posts(by_name["森弘"])[0][1] != "JP"
    assert people["森弘"] == ["国連事務総長特別代表", "森弘"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{T:{L:日本}の副首相}兼{T:保健相}の{P:森弘}氏",
            [("deputy_head_government", "current"), ("minister", "current")],
        ),
        (
            "{T:{L:日本}の元外相}で、現在は{T:農相}の{P:森弘}氏",
            [("foreign_minister", "former"), ("minister", "current")],
        ),
        (
            "{T:名誉領事}を務める{L:日本}の{P:森弘}{T:社長}",
            [("consul", "honorary"), ("chief_executive", "current")],
        ),
        # As an envoy somebody else goes to him.
        ("{T:大使}として{T:当時の大統領}、{P:森弘}氏に会った。", [("head_of_state", "former")]),
    ],
)
def test_posts_that_one_person_holds_together(text: str, expected: list[tuple[str, str]]) -> None:
    _, by_name = read(text, "ja")
    assert [(p.post, p.status) for p in by_name["森弘"].posts] == expected


def test_the_speaker_of_a_parliament_called_as_any_is_of_the_state() -> None:
    _, by_name = read(
        "{O:大評議会}が招いた。{L:カザフスタン}の{P:アン・リー}{T:{O:国会}議長}が来た。", "ja"
    )
    assert posts(by_name["アン・リー"]) == [("speaker", "KZ", "current")]


def test_a_minister_of_another_matter_is_not_the_one_told() -> None:
    people, _ = read("{T:農業相}の辞任について、{P:森弘}{T:外相}は話した。", "ja")
    assert people["森弘"] == ["森弘", "外相"]


def test_a_sentence_without_subject_goes_on_in_the_year_told_before() -> None:
    _, by_name = read(
        "{D:1981}に{L:日本}の{P:林光}氏が来た。{P:森弘}{T:首相}を表敬し、協定に署名した。", "ja"
    )
    assert posts(by_name["森弘"])[0][2] == "former"
