"""English people whom the words beside them tell, and words that are no post of theirs."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.edges import mend
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def words(reader, text, kind, language="en"):
    reading = reader.read(Document("t1", f"Head\n\n{text}", language, "2024-06-15"))
    return [m.text for m in reading.mentions if m.kind.value == kind]


def test_a_name_before_a_post_in_apposition_opens_a_sentence(reader):
    text = "Lars Toft, ambassador of Denmark to Fiji, said the works would go on."
    assert words(reader, text, "person") == ["Lars Toft"]


def test_a_title_behind_a_comma_names_nobody_before_it(reader):
    text = "At Blue Nile Lodge, president of Malawi Grace Phiri said so."
    assert words(reader, text, "person") == ["Grace Phiri"]


def test_a_post_begins_behind_the_end_of_direct_speech(reader):
    text = '"We were held for days without a lawyer," spokeswoman Mele Taufa said.'
    assert words(reader, text, "post") == ["spokeswoman"]


def test_a_weekday_in_the_middle_of_a_name_is_no_date(reader):
    text = "In Hanoi, foreign ministry spokeswoman Le Thi Thu Ha said on Monday that it was so."
    assert words(reader, text, "person") == ["Le Thi Thu Ha"]
    assert words(reader, text, "date") == ["Monday"]


def test_a_house_at_the_end_of_a_post_takes_in_no_name(reader):
    text = "Speaker of Parliament Zurab Kobakhidze will give a lunch in her honour."
    assert words(reader, text, "person") == ["Zurab Kobakhidze"]


def test_a_particle_behind_a_courtesy_title_goes_on_to_the_family_name(reader):
    text = "She met the President of the Red Cross Federation, Ms. Lieke van der Velde."
    assert words(reader, text, "person") == ["Lieke van der Velde"]


def test_a_family_name_with_a_particle_is_no_second_person(reader):
    text = (
        "Minister Eva Lind met with Sayyid Salim bin Badr Al Habsi, Foreign Minister of Oman. "
        "It was important for her to hear Minister Al Habsi’s views."
    )
    assert words(reader, text, "person") == ["Eva Lind", "Salim bin Badr Al Habsi", "Al Habsi"]
    assert words(reader, text, "post")[-1] == "Minister"


KIN = [
    "Princess Noor bint Ali, the king’s sister, chairs the society.",
    "He called her “the sister I did not ask for”.",
]


@pytest.mark.parametrize("text", KIN)
def test_words_of_kinship_are_no_posts(reader, text):
    assert not {"sister", "king’s sister"} & set(words(reader, text, "post"))


def test_a_sister_of_an_order_is_one(reader):
    assert words(reader, "Sister Agnes Mwale spoke for the school.", "post") == ["Sister"]


def test_an_agency_ends_at_its_bracket():
    text = "QUITO (The Gulf Herald) – Costa Rica will shut its consulate."
    start, end = text.index("The"), text.index(" will")
    body = Candidate(MentionKind.ORGANISATION, start, end, "tagger", 0.6)
    found = mend(Document("t1", text, "en"), [body])
    assert [text[c.start : c.end] for c in found] == ["The Gulf Herald"]


def test_a_name_between_a_title_and_its_state_is_one(reader):
    text = "The talks between President Li of China and Prime Minister Phiri of Zambia went on."
    assert words(reader, text, "person") == ["Li", "Phiri"]
    assert words(reader, text, "post") == ["President", "Prime Minister"]


def test_ranks_and_titles_of_honour_before_a_state_hold_no_name(reader):
    text = "Minister Counsellor of Peru Ana Rey met President Emeritus of Gabon Omar Diallo."
    assert words(reader, text, "person") == ["Ana Rey", "Omar Diallo"]
