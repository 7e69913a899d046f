"""The mentions of one kind are given in their order, whether they were parted before or not."""

from sijill.documents.document import Mention, MentionKind
from sijill.documents.mentions_by_kind import Mentions, of_kind

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
