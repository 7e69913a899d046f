"""Roles by what they have in common, from the table of roles."""

import pytest

from sijill.roles import TRAITS, roles_with
from sijill.tables import open_table


def test_every_trait_has_roles_and_every_role_of_a_trait_is_in_the_table() -> None:
    known = {row["id"] for row in open_table("protocol/roles.tsv", ("id",))}
    assert all(roles_with(trait) and roles_with(trait) <= known for trait in TRAITS)


def test_roles_that_lead_a_state_are_held_for_a_state() -> None:
    assert roles_with("top") <= roles_with("state")
    assert not roles_with("state") & roles_with("body")


def test_no_trait_is_a_fault() -> None:
    with pytest.raises(ValueError, match="tall"):
        roles_with("tall")
