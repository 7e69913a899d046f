import pytest

from sijill.register.load import load_register
from sijill.register.terms import holders_at


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
