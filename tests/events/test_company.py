"""Who is joined to a subject far from its verb takes part; the host is in whose hall somebody was."""

from told import found_in, who_did_what

A, B = "⟦organisation#o1:«Петра» компаниясы⟧", "⟦organisation#o2:«Хазар» холдингі⟧"


def test_both_bodies_before_a_plant_sign_the_contract_for_it():
    marked = f"{A} мен {B} кеше тыңайтқыш зауытын салу туралы келісімшартқа қол қойды."
    assert ("contract", {"o1", "o2"}) in who_did_what(marked, "kk")


def test_a_comma_parts_who_does_something_else():
    marked = f"{A} ашылды, {B} кеше тыңайтқыш зауытын салу туралы келісімшартқа қол қойды."
    assert ("contract", {"o1", "o2"}) not in who_did_what(marked, "kk")


def test_the_host_is_the_one_whose_reception_it_is():
    envoy = "⟦person#e1!ambassador@MT:Пол Камиллери⟧"
    head = "⟦person#e2!head_of_state@UY:Марко Салас⟧"
    marked = f"{envoy} ⟦date=2025-02-10:дүйсенбіде⟧ {head}тың қабылдауында болды."
    assert [e.type for e in found_in(marked, "kk")] == ["courtesy_call"]
