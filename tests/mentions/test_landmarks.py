"""Streets, squares and mountains named by their kind are places, whoever they are named after."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.mentions.candidates import Candidate
from sijill.mentions.landmarks import with_landmarks

PERSON, POST, PLACE = MentionKind.PERSON, MentionKind.POST, MentionKind.PLACE
ORGANISATION = MentionKind.ORGANISATION


def read(text, language, *tagged):
    """Give kind and words of what is left, where the tagger saw the words given with a kind."""
    candidates = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 1.0)
        for kind, words in tagged
    ]
    document = Document("t", text, language)
    found = with_landmarks(document, split_sentences(text, language), candidates)
    return [(c.kind, text[c.start : c.end]) for c in sorted(found, key=lambda c: c.start)]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "A crowd on King Edward Avenue sang.", "King Edward Avenue"),
        ("en", "At Praça da Luz Square they met.", "Praça da Luz Square"),
        ("en", "They saw the Sultan Jassim Grand Mosque.", "Sultan Jassim Grand Mosque"),
        ("ru", "Шествие прошло по площади Победы вчера.", "площади Победы"),
        ("ru", "Гости посетили Чуйскую долину утром.", "Чуйскую долину"),
        ("ru", "Приём прошёл в резиденции «Кок-Таш» днём.", "резиденции «Кок-Таш»"),
        ("ru", "Дом стоит на улице Ивана Франко.", "улице Ивана Франко"),
    ],
)
def test_kind_and_name_are_one_place(language, text, place):
    assert read(text, language) == [(PLACE, place)]


def test_what_lies_in_a_street_is_no_mention():
    text = "Buses run down King Edward Avenue."
    found = read(text, "en", (POST, "King"), (PERSON, "Edward Avenue"))
    assert found == [(PLACE, "King Edward Avenue")]
    text = "وصل الموكب إلى شارع الملك إدريس مساء."
    found = read(text, "ar", (POST, "الملك"), (PERSON, "إدريس"))
    assert found == [(PLACE, "شارع الملك إدريس")]
    text = "Встреча прошла в резиденции «Кок-Таш»."
    assert read(text, "ru", (ORGANISATION, "резиденции «Кок-Таш»")) == [
        (PLACE, "резиденции «Кок-Таш»")
    ]


def test_a_person_behind_a_kind_is_its_head_and_no_name_of_it():
    text = "Начальник порта Олег Рыбак отказался."
    assert read(text, "ru", (PERSON, "Олег Рыбак")) == [(PERSON, "Олег Рыбак")]


def test_a_street_inside_the_name_of_a_body_is_left_to_the_body():
    text = "She chairs the Baker Street Society."
    assert read(text, "en", (ORGANISATION, "Baker Street Society")) == [
        (ORGANISATION, "Baker Street Society")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The road was closed."),
        ("en", "He crossed the Bridge."),
        ("en", "China's Bridge loan was paid."),
        ("ru", "Резиденция – Москва."),
        ("ru", "Новый мост открыт."),
    ],
)
def test_a_kind_without_a_name_is_no_landmark(language, text):
    assert read(text, language) == []


def test_an_arabic_body_named_after_somebody_is_no_person():
    text = "زار الوفد متحف سيرغي بارانوف ثم عاد."
    found = read(text, "ar", (PERSON, "سيرغي بارانوف"))
    assert found == [(ORGANISATION, "متحف سيرغي بارانوف")]
    text = "تخرج في جامعة الشيخ عمر ديارا."
    assert read(text, "ar", (PERSON, "عمر ديارا")) == [(ORGANISATION, "جامعة الشيخ عمر ديارا")]
    # The name of a prize is no mention.
    assert read("نالت جائزة ألفريد هولم أمس.", "ar", (PERSON, "ألفريد هولم")) == []
    # Who is told elsewhere has a team of his own.
    text = "فاز فريق سالومون. وقال المدرب أيوب سالومون إنه سعيد."
    found = read(text, "ar", (PERSON, "سالومون"), (PERSON, "أيوب سالومون"))
    assert found == [(PERSON, "سالومون"), (PERSON, "أيوب سالومون")]
    # Only a title stands between a kind and its name.
    text = "قال إمام مسجد ليوا كمال إدريس ذلك."
    assert read(text, "ar", (PERSON, "كمال إدريس")) == [(PERSON, "كمال إدريس")]


@pytest.mark.parametrize("words", ["Mr Fort left.", "Dr Park left."])
def test_who_is_addressed_is_no_landmark(words):
    assert read(words, "en") == []


def test_a_sure_family_name_is_no_kind():
    assert read("President Park left.", "en", (PERSON, "Park")) == [(PERSON, "Park")]
