"""Who is told by a post in a lead, and named only in the sentence behind it."""

from test_resolution import read


def posts_of(name, by_name):
    return [(p.post, p.body) for p in by_name[name].posts]


def test_whoever_opens_the_next_sentence_holds_the_post_of_the_lead():
    _, by_name = read(
        "Talks on gas\n\n{T:{L:Norway}'s energy minister} arrived in {L:Oslo} on Monday.\n\n"
        "{P:Rosa Quispe}, who took office in May, said the plan was sound.",
        "en",
    )
    assert posts_of("Rosa Quispe", by_name) == [("minister", "NO")]


def test_two_who_are_named_together_hold_the_two_posts_in_their_order():
    _, by_name = read(
        "Talks on gas\n\n{T:{L:Norway}'s energy minister} met {T:her Japanese counterpart}.\n\n"
        "{P:Rosa Quispe} and {P:Lars Moen} agreed on a plan.",
        "en",
    )
    assert posts_of("Rosa Quispe", by_name) == [("minister", "NO")]
    assert posts_of("Lars Moen", by_name) == [("minister", "JP")]


def test_who_was_told_before_or_bears_a_post_holds_no_other():
    _, by_name = read(
        "Talks on gas\n\n{T:{L:Norway}'s energy minister} met {P:Lars Moen} on Monday.\n\n"
        "{P:Lars Moen} said the plan was sound.",
        "en",
    )
    assert posts_of("Lars Moen", by_name) == []
    _, by_name = read(
        "Talks on gas\n\n{T:{L:Norway}'s energy minister} arrived on Monday.\n\n"
        "{T:Ambassador} {P:Lars Moen} said the plan was sound.",
        "en",
    )
    assert "minister" not in {post for post, _ in posts_of("Lars Moen", by_name)}


def test_the_same_office_told_again_behind_a_name_is_that_of_who_follows():
    _, by_name = read(
        "Talks\n\nAt the invitation of {T:Foreign Minister} {P:Lars Moen}, the {T:Foreign Minister}"
        " and {T:Minister of Trade of {L:Japan}}, {P:Mori Hiroshi}, is visiting {L:Norway}.",
        "en",
    )
    assert ("foreign_minister", "JP") in posts_of("Mori Hiroshi", by_name)
    assert len(posts_of("Lars Moen", by_name)) == 1
