"""The mentions of one kind are given in their order, whether they were parted before or not."""

from sijill.documents.document import Mention, MentionKind
from sijill.documents.mentions_by_kind import Mentions, in_order, of_kind

TOLD = [
    Mention("m1", MentionKind.PLACE, 12, 16, "Peru"),
    Mention("m2", MentionKind.PERSON, 0, 3, "Aas"),
    Mention("m3", MentionKind.PLACE, 5, 9, "Oslo"),
]


def test_mentions_are_parted_by_kind_in_their_order():
    for mentions in (TOLD, Mentions(TOLD)):
        assert [*of_kind(mentions, MentionKind.PLACE)] == [TOLD[0], TOLD[2]]
        assert [*of_kind(mentions, MentionKind.PERSON)] == [TOLD[1]]
        assert not of_kind(mentions, MentionKind.DATE)


def test_parted_mentions_are_what_they_were():
    assert [*Mentions(TOLD)] == TOLD
    assert not of_kind(Mentions(), MentionKind.POST)


def test_in_the_order_of_the_text_the_longer_of_two_comes_first():
    longer = Mention("m4", MentionKind.ORGANISATION, 5, 12, "Oslo City")
    for mentions in ([*TOLD, longer], Mentions([*TOLD, longer])):
        assert [m.id for m in in_order(mentions)] == ["m2", "m4", "m3", "m1"]
