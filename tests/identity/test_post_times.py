"""At what time a post is told, where its sentence tells of several happenings."""

from read_by_hand import Text

from sijill.identity.locals import locals_of

SENTENCE = (
    "Peru and Ghana signed a customs agreement in March 2016 and a memorandum on farming during "
    "the visit of Deputy Prime Minister Tran Van Dung in November 2019"
)


def told(*, participants, order=("signed", "visit")):
    text = Text("a", "en", SENTENCE + ".", "2023-08-14")
    text.has(
        "P",
        "Tran Van Dung",
        posts=[("Deputy Prime Minister", "deputy_head_government", "VN", "current")],
    )
    dates = {"signed": "2016-03", "visit": "2019-11"}
    for word in order:
        taking_part = participants if word == "visit" else ()
        text.event(word, word, dates[word], told_in=SENTENCE, participants=taking_part)
    return locals_of(text.reading)[0].posts[0].time


def test_a_post_is_told_of_the_happening_in_which_its_holder_takes_part():
    assert told(participants=("e1",)) == "2019-11"
    assert told(participants=("e1",), order=("visit", "signed")) == "2019-11"


def test_else_of_the_happening_told_nearest():
    assert told(participants=()) == "2019-11"
