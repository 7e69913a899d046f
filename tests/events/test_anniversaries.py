"""“The 30th anniversary of relations, which were established on …”: the day itself is told beside."""

import pytest
from told import what_when

PERU = "⟦place#p1:{}⟧"
GHANA = "⟦place#p2:{}⟧"


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        (
            "ar",
            f"أحيت {PERU.format('بيرو')} و{GHANA.format('غانا')} ⟦date=2025-02-07:الجمعة⟧ الذكرى "
            "الثلاثين لإقامة العلاقات الدبلوماسية بينهما، التي أعلنت في "
            "⟦date=1995-02-09:9 فبراير 1995⟧.",
        ),
        (
            "en",
            f"⟦date=2025-02-07:On Friday⟧ {PERU.format('Peru')} and {GHANA.format('Ghana')} marked "
            "the 30th anniversary of diplomatic relations, which were established on "
            "⟦date=1995-02-09:9 February 1995⟧.",
        ),
        (
            "ru",
            f"⟦date=2025-02-07:В пятницу⟧ {PERU.format('Перу')} и {GHANA.format('Гана')} отметили "
            "30-летие дипломатических отношений, установленных ⟦date=1995-02-09:9 февраля 1995 года⟧.",
        ),
        (
            "kk",
            f"{PERU.format('Перу')} мен {GHANA.format('Гана')} дипломатиялық қатынастар "
            "орнатылғанына 30 жыл толуын атап өтті. Қатынастар ⟦date=1995-02-09:1995 жылғы 9 ақпанда⟧ "
            "орнатылған.",
        ),
        (
            "ja",
            f"{PERU.format('ペルー')}と{GHANA.format('ガーナ')}は外交関係樹立30周年を祝った。両国は"
            "⟦date=1995-02-09:1995年2月9日⟧に国交を樹立した。",
        ),
    ],
)
def test_the_day_that_relations_began_is_told_beside_their_anniversary(language, marked):
    told = {e for e in what_when(marked, language) if e[0] == "relations_established"}
    assert told == {("relations_established", "held", "1995-02-09")}


def test_the_anniversary_of_relations_tells_their_year_in_russian_too():
    marked = (
        f"{PERU.format('Перу')} и {GHANA.format('Гана')} отметили 30-летие установления "
        "дипломатических отношений."
    )
    assert ("relations_established", "held", "1995") in what_when(marked, "ru")
