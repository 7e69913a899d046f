import pytest

from sijill.register.load import load_register
from sijill.register.terms import holders_at

#: States whose post of president goes back to the Soviet republic.
TURNED = ("TJ", "TM", "UZ")


@pytest.mark.parametrize(
    ("post", "body", "date", "holder"),
    [
        ("monarch", "JP", "2008-06-19", "akihito"),
        ("monarch", "JP", "2018", "akihito"),
        ("monarch", "JP", "2020", "naruhito"),
        ("monarch", "JP", "2025-12-18", "naruhito"),
        ("head_of_government", "JP", "2025-04-15", "shigeru-ishiba"),
        ("head_of_government", "JP", "2025-12", "sanae-takaichi"),
        ("head_of_government", "JP", "2006-08-28", "junichiro-koizumi"),
        ("foreign_minister", "KZ", "2004-08", "kassym-jomart-tokayev"),
        ("foreign_minister", "JP", "2004-08-28", "yoriko-kawaguchi"),
        ("foreign_minister", "JP", "2016-11-08", "fumio-kishida"),
        ("head_of_state", "KZ", "1994-04-06/1994-04-09", "nursultan-nazarbayev"),
    ],
)
def test_a_post_at_a_date_is_one_person(post, body, date, holder):
    assert [e.id for e in holders_at(load_register(), post, body, date)] == [holder]


def test_a_year_of_change_leaves_both():
    found = holders_at(load_register(), "monarch", "JP", "2019")
    assert [e.id for e in found] == ["akihito", "naruhito"]


def test_nobody_is_found_outside_of_what_is_known():
    register = load_register()
    assert holders_at(register, "monarch", "JP", "1850") == ()
    assert holders_at(register, "monarch", "KZ", "2025") == ()
    assert holders_at(register, "monarch", "JP", "last week") == ()


def months(first, last):
    return [f"{y}-{m:02}" for y in range(first, last + 1) for m in range(1, 13)]


def gaps(post, body):
    """Give the months from independence to the edition of the tables in which nobody is known."""
    register = load_register()
    return [m for m in months(1991, 2025) if not holders_at(register, post, body, m)]


@pytest.mark.parametrize(
    ("post", "body"),
    [
        *((post, "KZ") for post in ("head_of_state", "head_of_government", "foreign_minister")),
        *((post, "JP") for post in ("monarch", "head_of_government", "foreign_minister")),
        *((post, "KG") for post in ("head_of_state", "head_of_government", "foreign_minister")),
        *(("head_of_state", body) for body in TURNED),
        ("foreign_minister", "TM"),
    ],
)
def test_these_posts_are_known_without_a_gap_since_1991(post, body):
    assert gaps(post, body) == []


def test_what_is_missing_is_missing_for_a_reason():
    # The post of June 1991; before it the Soviet republic's council of ministers had a chairman.
    assert gaps("head_of_government", "TJ") == months(1991, 1991)[:5]
    # Abolished in November 1990, set up again in January 1992.
    assert gaps("head_of_government", "UZ") == months(1991, 1991)
    # No page was found that names those before Alimov (1992), and the one before Kamilov.
    assert gaps("foreign_minister", "TJ") == months(1991, 1991)
    assert gaps("foreign_minister", "UZ") == ["1994-01"]
    # Abolished in May 1992: the president is the head of government.
    assert gaps("head_of_government", "TM") == [m for m in months(1992, 2025) if m > "1992-05"]
