"""Where somebody goes on to is not where he was."""

from told import found_in

KOIZUMI = "⟦person#e1!head_of_government@JP:小泉純一郎⟧"


def test_a_wreath_is_not_laid_in_the_state_that_the_guest_flies_on_to():
    events = found_in(
        f"{KOIZUMI}総理は⟦date=2025-02-08:8日⟧、⟦place#p1:カザフスタン⟧を訪れた。"
        "⟦date=2025-02-09:9日⟧の午前に記念碑へ花を捧げ、次の訪問国⟦place#p2:ウズベキスタン⟧へ向かった。",
        "ja",
    )
    assert [e.place for e in events if e.type == "ceremony"] != ["p2"]
    assert "2025-02-08/2025-02-09" in {e.date for e in events if e.type == "visit"}
