"""Words in the title of a book or a film tell no happening."""

import pytest
from told import what_when


@pytest.mark.parametrize(
    "marked",
    [
        "Her novel “The Banquet of Crows” came out on ⟦date=2025-02-10:Monday⟧.",
        "His film, “A Visit to Lima”, was praised in ⟦place#e1@PE:Lima⟧ on ⟦date=2025-02-10:Monday⟧.",
    ],
)
def test_a_banquet_in_a_title_is_none(marked):
    assert what_when(marked, "en") == set()


def test_a_show_with_a_title_is_one():
    marked = (
        "The exhibition “Masks of Nepal” opened in ⟦place#e1@PE:Lima⟧ on ⟦date=2025-02-10:Monday⟧."
    )
    assert what_when(marked, "en") == {("exhibition", "held", "2025-02-10")}
