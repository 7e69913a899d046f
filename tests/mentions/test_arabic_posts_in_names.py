import pytest

from sijill.documents.document import PERSON, POST, Document
from sijill.mentions.arabic_posts_in_names import with_posts_between
from sijill.mentions.candidates import Candidate


def parted(text):
    document = Document("d", text, "ar", None)
    name = Candidate(PERSON, 0, len(text), "tagger", 0.9)
    return [(c.kind, text[c.start : c.end]) for c in with_posts_between(document, [name])]


def test_two_people_with_the_post_of_the_second_between_them_are_two():
    assert parted("سامي النور السفير البيروفي لويس فارغاس") == [
        (PERSON, "سامي النور"),
        (POST, "السفير البيروفي"),
        (PERSON, "لويس فارغاس"),
    ]


@pytest.mark.parametrize(
    "name", ["محمد علي السفير", "سامي الأمير النور الخطيب", "أحمد الوزير المصري", "علي"]
)
def test_family_names_that_are_words_of_posts_stay_in_a_name(name):
    assert parted(name) == [(PERSON, name)]
