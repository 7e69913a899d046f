"""A people's word that two states share means the one whose state the text names."""

from test_resolution import posts, read

from sijill.documents.document import Mention, MentionKind
from sijill.people.namesakes import meant_by, with_meant_states


def test_the_other_state_is_meant_where_it_alone_is_told():
    assert meant_by({"CD", "SY"}) == {"CG": "CD"}
    assert meant_by({"CD", "CG"}) == {}
    assert meant_by({"FR"}) == {}


def test_a_post_without_the_other_state_keeps_its_country():
    _, by_name = read("The {T:Congolese minister of trade}, {P:Ann Ray}, came.", "en")
    assert posts(by_name["Ann Ray"]) == [("minister", "CG", "current")]


def test_a_short_name_means_the_state_that_a_longer_one_tells():
    def place(words, value):
        return Mention(words, MentionKind.PLACE, 0, len(words), words, value=value)

    short = place("Конго", "cd")
    told = with_meant_states([place("Конго Республикасы", "cg"), short], "kk")
    assert [m.value for m in told] == ["cg", "cg"]
    both = [place("Конго Республикасы", "cg"), place("Киншаса Конгосы", "cd"), short]
    assert [m.value for m in with_meant_states(both, "kk")] == ["cg", "cd", "cd"]
    assert [m.value for m in with_meant_states([short], "kk")] == ["cd"]
