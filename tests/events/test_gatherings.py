"""Forums and shows take place for all who come, and three who met are the three."""

import pytest
from told import found_in, who_did_what

MA = "⟦person#e1!head_of_state@PE:{}⟧"
BO = "⟦person#e2!head_of_state@GH:{}⟧"
CY = "⟦person#e3!head_of_state@CL:{}⟧"


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        (
            f"Президент {MA.format('Рохас')} прибыл в ⟦place#p1:Аккру⟧ ⟦date=2025-02-10:10 февраля⟧. "
            "В ⟦date=2025-11:ноябре⟧ состоится бизнес-форум.",
            "ru",
        ),
        (
            f"Президент {MA.format('Рохас')} ⟦date=2025-02-10:10 ақпанда⟧ ⟦place#p1:Аккраға⟧ келді. "
            "⟦date=2025-11:Қараша⟧да бизнес-форум өтеді.",
            "kk",
        ),
        (
            f"{MA.format('ロハス')}大統領は⟦date=2025-02-10:10日⟧、⟦place#p1:アクラ⟧に到着した。"
            "⟦date=2025-11:11月⟧には経済フォーラムが開かれる。",
            "ja",
        ),
    ],
)
def test_a_forum_that_takes_place_is_not_that_of_whoever_was_told_of_before(marked, language):
    forum = [e for e in found_in(marked, language) if e.type == "business_forum"]
    assert [e.participants for e in forum] == [()]


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        (
            f"Президенты {MA.format('Рохас')}, {BO.format('Боатенг')} и {CY.format('Сото')} провели "
            "переговоры ⟦date=2025-02-10:10 февраля⟧. Три президента подписали меморандум.",
            "ru",
        ),
        (
            f"{MA.format('ロハス')}大統領、{BO.format('ボアテン')}大統領、{CY.format('ソト')}大統領は"
            "⟦date=2025-02-10:10日⟧に会談した。3大統領は覚書に署名した。",
            "ja",
        ),
    ],
)
def test_the_three_presidents_are_the_three_who_met(marked, language):
    assert ("signing", {"e1", "e2", "e3"}) in who_did_what(marked, language)


def test_what_was_talked_over_by_telephone_is_a_call():
    told = who_did_what(
        f"Президент {MA.format('Рохас')} ⟦date=2025-02-10:10 февраля⟧ обсудил границу по телефону с "
        f"президентом {BO.format('Боатенг')}.",
        "ru",
    )
    assert ("phone_call", {"e1", "e2"}) in told
