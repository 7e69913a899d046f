"""A Kazakh verb that only goes on takes the time of the finite verb that ends its sentence."""

import pytest
from told import what_when

A = "⟦person#e1!head_of_state@TN:Муниф Гарби⟧"
B = "⟦person#e2!head_of_state@RW:Эмиль Рухум⟧"


@pytest.mark.parametrize(
    ("behind", "status"),
    [
        ("баяндама жасайды", "planned"),
        ("баяндама жасамақ", "planned"),
        ("баяндама жасады", "held"),
        ("баяндама жасаған еді", "held"),
    ],
)
def test_a_verb_that_goes_on_is_of_the_time_of_the_last_one(behind, status):
    marked = f"{A} ⟦place#p1:Кигали⟧де {B} мырзамен кездесіп, жиында {behind}."
    assert {(t, s) for t, s, _ in what_when(marked, "kk")} == {("talks", status)}
