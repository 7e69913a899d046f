"""A sentence that goes on from one year to another: each happening is of the one told last."""

from told import what_when

SAEKI = "⟦person#e1!foreign_minister@JP:佐伯恵⟧"
RIOS = "⟦person#e2!head_of_government@CU:ホセ・リオス⟧首相"


def test_what_was_signed_in_the_year_gone_on_to_is_of_that_year():
    told = what_when(
        f"{SAEKI}氏は⟦date=1979:1979年⟧に大使に任命され、⟦date=1980-06:翌年6月⟧には"
        f"⟦place#p1:キューバ⟧を訪れて{RIOS}と協定に署名した。",
        "ja",
    )
    assert ("signing", "held", "1980-06") in told


def test_what_is_moved_has_the_day_beside_the_word_for_moving():
    told = what_when(
        "首脳会合は⟦date=2025-03-31/2025-04-02:3月31日から4月2日⟧まで⟦place#p1:リマ⟧で開かれる予定"
        "だったが、⟦date=2025-06:6月⟧下旬に延期された。",
        "ja",
    )
    assert ("summit", "postponed", "2025-06") in told
