"""Ways in which English tells what somebody is, each with a sentence of its own."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def posts(reader, text):
    """Give the posts of a text: the last word of the name, role, status, and the body's name."""
    reading = reader.read(Document("s1", text, "en", "2026-02-21"))
    names = {e.id: e.name for e in reading.entities}
    return {
        (e.name.split()[-1], post.post, post.status, names.get(post.body or "", post.body))
        for e in reading.entities
        if e.kind is MentionKind.PERSON
        for post in e.posts
    }


@pytest.mark.parametrize(
    ("text", "post"),
    [
        # a clause tells it, and whether it is over
        ("Kenya's envoy, Grace Wanjiru, spoke.\n\nA former deputy speaker, she lives in Lima.",
         ("Wanjiru", "speaker", "former", "KE")),
        ("Before he became president of the Olympic Committee, Daniel Otieno ran marathons.",
         ("Otieno", "senior_official", "current", "Olympic Committee")),
        ("Since November Grace Wanjiru has been Kenya's minister of culture.",
         ("Wanjiru", "minister", "current", "KE")),
        ("Grace Wanjiru was until last month finance director of Mombasa Cement.",
         ("Wanjiru", "chief_executive", "former", "Mombasa Cement")),
        ("Mombasa Cement hired Daniel Otieno of Kenya as chief financial officer.",
         ("Otieno", "chief_executive", "current", "Mombasa Cement")),
        ("Daniel Otieno left in March to become governor of the Central Bank of Kenya.",
         ("Otieno", "senior_official", "current", "Central Bank of Kenya")),
        ("Daniel Otieno was a teacher, then for nine years curator of the Lamu Museum.",
         ("Otieno", "expert", "former", "Lamu Museum")),
        ("Daniel Otieno, president of Kenya from 2011 to 2016, wept.",
         ("Otieno", "head_of_state", "former", "KE")),
        ("Dates\n\n1991. Kenya's health minister, Daniel Otieno, visits Lima.",
         ("Otieno", "minister", "former", "KE")),
        # a clause tells it without the word of a post
        ("In Kenya Grace Wanjiru, who represents Nyeri in the Senate, disagreed.",
         ("Wanjiru", "member_of_parliament", "current", "KE")),
        ("In Kenya Grace Wanjiru, who leads the opposition, disagreed.",
         ("Wanjiru", "member_of_parliament", "current", "KE")),
        ("In Kenya Grace Wanjiru of Radio Lamu asked why.",
         ("Wanjiru", "journalist", "current", "Radio Lamu")),
        # what the words of a post tell
        ("Daniel Otieno, chief justice of Kenya, wept.",
         ("Otieno", "senior_official", "current", "KE")),
        ("Daniel Otieno, the World Health Organization's representative, was absent.",
         ("Otieno", "senior_official", "current", "World Health Organization")),
        ("Kenya's honorary consul, the shipowner Daniel Otieno, was absent.",
         ("Otieno", "chief_executive", "current", None)),
        # who stands beside whom
        ("Grace Wanjiru, governor of the Central Bank of Kenya, and her deputy, Daniel Otieno, met.",
         ("Otieno", "senior_official", "current", "Central Bank of Kenya")),
        ("Grace Wanjiru was rector of Lamu University. Wanjiru's successor, Daniel Otieno, wept.",
         ("Otieno", "university_head", "current", "Lamu University")),
    ],
)  # fmt: skip
def test_a_post_is_read_as_english_tells_it(reader, text, post):
    found = posts(reader, text)
    assert post in found, found


def test_an_official_of_the_state_is_of_no_company_told_before(reader):
    text = (
        "NAIROBI — Mombasa Cement was fined on Monday. "
        "Kenya's public prosecutor, Grace Wanjiru, praised the judge, Daniel Otieno."
    )
    bodies = {body for who, role, _, body in posts(reader, text) if role == "senior_official"}
    assert bodies == {"KE"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The guest thanked his host, Jane Odera, and left.", []),
        ("Talk show host Jane Odera interviewed the minister.", ["journalist"]),
    ],
)
def test_who_receives_a_guest_is_no_journalist(reader, text, roles):
    [person] = reader.read(Document("t", text, "en", "2026-02-21")).entities
    assert [p.post for p in person.posts] == roles
