"""How Japanese tells posts: its words for them, their holders, their bodies and their time."""

import pytest
from test_resolution import read


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
