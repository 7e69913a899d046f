"""Traits of event types: each is told in the head of the table, and somebody asks for it."""

import re

import pytest

from sijill.event_types import has_trait, types_with
from sijill.tables import cell_list, data_path, open_table

TABLE = "protocol/event_types.tsv"
PACKAGE = data_path("").parent


def traits_of_the_table() -> set[str]:
    rows = open_table(TABLE, ("id", "traits"))
    return {trait for row in rows for trait in cell_list(row["traits"])}


def test_types_with_a_trait_have_it():
    assert types_with("mission") == {"embassy_opened", "embassy_closed"}
    assert has_trait("visit", "host_place")
    assert not has_trait("letter", "host_place")


def test_a_type_that_the_table_lacks_may_come_several_times_a_day():
    assert has_trait("no_such_type", "several")
    assert not has_trait("no_such_type", "part")


def test_a_trait_that_no_type_has_is_a_mistake():
    with pytest.raises(ValueError, match="no_such_trait"):
        types_with("no_such_trait")


def test_every_trait_is_explained_in_the_head_of_the_table():
    told = re.findall(r"^#   (\w+): .+\.$", data_path(TABLE).read_text("utf-8"), re.MULTILINE)
    assert sorted(told) == sorted(traits_of_the_table())


def test_every_trait_is_asked_for():
    code = "\n".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")))
    assert {t for t in traits_of_the_table() if f'"{t}"' not in code} == set()
