"""A people's word that two states share means the one whose state the text names."""

from test_resolution import posts, read

from sijill.people.namesakes import meant_by


def test_the_other_state_is_meant_where_it_alone_is_told():
    assert meant_by({"CD", "SY"}) == {"CG": "CD"}
    assert meant_by({"CD", "CG"}) == {}
    assert meant_by({"FR"}) == {}


def test_a_post_without_the_other_state_keeps_its_country():
    _, by_name = read("The {T:Congolese minister of trade}, {P:Ann Ray}, came.", "en")
    assert posts(by_name["Ann Ray"]) == [("minister", "CG", "current")]
