"""Interviews: who asks, and whose “our consul” is; of which house “its owner” is."""

from test_resolution import posts, read

LEAD = (
    "{L:Norway}'s voice\n\n{T:{L:Norway}'s foreign minister}, {P:Ole Aas}, spoke to {P:Siri Moe} in"
    " {L:Finland}.\n\nQ: Why {L:Finland}?\n\n"
)


def test_whom_the_interviewed_spoke_to_is_a_journalist() -> None:
    _, by_name = read(LEAD + "A: For trade.\n\nQ: And now?", "en")
    assert [p.post for p in by_name["Siri Moe"].posts] == ["journalist"]


def test_our_consul_in_an_answer_is_of_the_interviewed() -> None:
    _, by_name = read(
        LEAD + "A: Much.\n\nQ: And whom?\n\nA: In {L:Finland} {T:our consul}, {P:Jan Oos}.",
        "en",
    )
    assert posts(by_name["Jan Oos"]) == [("consul", "NO", "current")]


def test_its_owner_is_of_what_the_sentence_before_is_about() -> None:
    _, by_name = read(
        "{O:Ostrana} builds houses for the {T:chairman of the {O:Lake Council}}, {P:Ole Aas}."
        " {T:Its owner}, {P:Jan Oos}, was glad.",
        "en",
    )
    assert posts(by_name["Jan Oos"]) == [("chief_executive", by_name["Ostrana"].id, "current")]


def test_a_guest_told_by_a_post_alone_opens_the_next_sentence() -> None:
    people, _ = read(
        "{T:{L:Norway}'s trade minister} told reporters so. {P:Ole Aas} was speaking alongside"
        " {P:Juha Salo}, {T:rector of the {O:Lake University}}.",
        "en",
    )
    assert people["Ole Aas"][0] == "Norway's trade minister"
