"""Nobody is of an envoy's goal or of a state told later, and a guest meets those of another."""

from test_resolution import posts, read

from sijill.documents.document import Mention, MentionKind
from sijill.people.country_cues import Cue, Cues, find_cues
from sijill.people.posts import PostReading


def envoy(start: int, end: int, sent_to: str) -> PostReading:
    post = Mention("m1", MentionKind.POST, start, end, "x" * (end - start))
    return PostReading(post, "ambassador", "current", "NO", None, sent_to=sent_to)


def test_a_country_told_only_as_a_goal_speaks_for_nobody_beyond_its_sentence():
    cues = Cues([Cue(10, 16, "NO", True), Cue(20, 25, "JP", True)], 3)
    cues.send([envoy(5, 26, "JP")])
    assert set(cues.against(50, 80)) == {"JP"}
    assert cues.against(4, 40) == {}
    told_elsewhere = [Cue(10, 16, "NO", True), Cue(20, 25, "JP", True), Cue(30, 35, "JP", True)]
    elsewhere = Cues(told_elsewhere, 3)
    elsewhere.send([envoy(5, 26, "JP")])
    assert elsewhere.against(50, 80) == {}


def test_a_country_that_the_text_comes_to_later_speaks_for_nobody_before():
    cues = Cues([Cue(10, 16, "NO", True), Cue(90, 95, "JP", True)], 3)
    assert set(cues.against(4, 40)) == {"JP"}
    assert cues.against(60, 99) == {}
    # A headline looks ahead.
    assert cues.against(0, 3) == {}


def test_a_word_inside_a_place_without_a_country_tells_none():
    hall = Mention("m1", MentionKind.PLACE, 0, 12, "Norway Hall!")
    assert find_cues([hall], {}, frozenset(), [(0, 6, "NO")]) == []
    assert [c.country for c in find_cues([], {}, frozenset(), [(0, 6, "NO")])] == ["NO"]


def test_a_senator_is_not_of_the_state_that_an_envoy_is_sent_to():
    _, by_name = read(
        "Oil mill\n\n{L:Finland} builds a mill in {L:Finland}, said {T:{L:Norway}'s ambassador in"
        " {L:Japan}}, {P:Jon Moe}.\n\nThe {T:senator} {P:Ken Sato} was not glad.",
        "en",
    )
    assert posts(by_name["Jon Moe"]) == [("ambassador", "NO", "current")]
    assert by_name["Ken Sato"].posts[0].body != "JP"


def test_a_guest_meets_the_head_of_another_government():
    glad = "{L:Finland} is glad. {T:{L:Norway}'s minister of trade}, {P:Jon Moe}, "
    _, by_name = read(glad + "had talks with {T:Prime Minister} {P:Ann Ray}.", "en")
    assert posts(by_name["Ann Ray"]) == [("head_of_government", "FI", "current")]


def test_nobody_tells_whom_a_guest_and_a_host_met_together():
    both = "{T:{L:Norway}'s minister}, {P:Jon Moe}, and {T:{L:Finland}'s minister}, {P:Mika Salo}, "
    _, by_name = read(both + "met {T:President} {P:Olli Niemi}.", "en")
    assert posts(by_name["Olli Niemi"]) == [("head_of_state", "FI", "current")]


def test_whom_somebody_thanks_is_of_another_state():
    glad = "{L:Finland} is glad.\n\n{T:{L:Norway}'s ambassador}, {P:Jon Moe}, "
    _, by_name = read(glad + "thanked {T:General} {P:Sam Ato}.", "en")
    assert posts(by_name["Sam Ato"]) == [("military_chief", "FI", "current")]
    _, by_name = read(glad + "has as his guest {T:General} {P:Sam Ato}.", "en")
    assert posts(by_name["Sam Ato"]) == [("military_chief", "NO", "current")]


def test_nobody_holds_the_office_of_a_counterpart_whose_state_is_told():
    _, by_name = read(
        "{L:Finland} and {L:Norway} spoke.\n\nFrom {L:Norway} the {T:prime minister}, {P:Ann Ray},"
        " called {T:her Norwegian counterpart}, {P:Jon Moe}.",
        "en",
    )
    assert posts(by_name["Jon Moe"]) == [("head_of_government", "NO", "current")]
    assert posts(by_name["Ann Ray"]) == [("head_of_government", "FI", "current")]


def test_all_of_a_delegation_are_of_the_side_of_who_leads_it():
    _, by_name = read(
        "{T:{L:Norway}'s minister of trade}, {P:Jon Moe}, is in {L:Finland}. {P:Moe}'s delegation"
        " includes {T:Ambassador} {P:Ann Ray} and {T:Director} {P:Juha Niemi}.",
        "en",
    )
    assert by_name["Ann Ray"].posts[0].body == "NO"


def test_who_held_an_office_before_is_of_the_state_of_who_holds_it():
    people = (
        "{T:{L:Norway}'s minister of trade}, {P:Jon Moe}, came to {L:Finland}. {T:Ambassador}"
        " {P:Ida Lie} was with his delegation. {L:Finland} waited.\n\n{P:Lie} took over from"
        " {P:Ola Vik}."
    )
    _, by_name = read(people, "en")
    assert posts(by_name["Ida Lie"]) == [("ambassador", "NO", "current")]
    assert posts(by_name["Ola Vik"]) == [("ambassador", "NO", "former")]


def test_nobody_is_of_the_only_state_told_where_it_is_the_goal():
    for language, text in (
        ("ar", "وصل {T:الوزير} {P:بوريس هالا} إلى {L:اليابان} أمس."),
        ("en", "{T:Minister} {P:Boris Hala} arrived in {L:Norway} on Monday."),
    ):
        _, by_name = read(text, language)
        assert {p[1] for person in by_name.values() for p in posts(person)} == {None}
    _, by_name = read("{T:Minister} {P:Boris Hala} spoke in {L:Norway} on Monday.", "en")
    assert posts(by_name["Boris Hala"]) == [("minister", "NO", "current")]
