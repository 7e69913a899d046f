"""Nationality words tell whose people somebody is of, and are no part of a name."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.qualifiers import country_of_word, country_of_words, nationality_words
from sijill.documents.sentences import split_sentences
from sijill.mentions.candidates import Candidate
from sijill.mentions.people_words import with_people, without_people
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register
from sijill.tables import open_table

PERSON, ORGANISATION, POST = MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.POST


@pytest.mark.parametrize(
    ("word", "language", "country"),
    [
        ("египтянка", "ru", "EG"),
        ("египтянину", "ru", "EG"),
        ("норвежцы", "ru", "NO"),
        ("перуанки", "ru", "PE"),
        ("Kosovar", "en", "XK"),
        ("Basotho", "en", "LS"),
        ("перулік", "kk", "PE"),
        ("замбиялық", "kk", "ZM"),
        ("ساموية", "ar", "WS"),
        ("Самоа", "ru", None),
    ],
)
def test_a_nationality_word_tells_its_state(word, language, country):
    assert country_of_word(word, language) == country


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ja"])
def test_nearly_every_state_has_a_people(language):
    states = {
        r["code"] for r in open_table("world/states.tsv", ("code",)) if r["status"] == "state"
    }
    told = {r["code"] for r in open_table(f"{language}/demonyms.tsv", ("code",))}
    assert len(states - told) <= 20


def test_a_japanese_people_is_found_inside_of_what_is_written_in_one():
    assert country_of_words(["ザンビア人留学生"], "ja") == "ZM"
    assert country_of_words(["南スーダン人", "記者"], "ja") != "SD"
    assert nationality_words("ペルー人とインド人の画家", (), "ja") == ((0, 4, "PE"), (5, 9, "IN"))


def cut(words, language, kind, change=without_people, start=0):
    document = Document("s1", words, language)
    c = change(document, Candidate(kind, start, len(words), "tagger", 0.9))
    return c.kind, words[c.start : c.end]


def test_the_name_begins_behind_the_nationality_word():
    assert cut("Egyptian Layla Fahmy", "en", PERSON) == (PERSON, "Layla Fahmy")
    assert cut("Египтянка Лейла Фахми", "ru", PERSON) == (PERSON, "Лейла Фахми")
    assert cut("German Gref", "en", PERSON) == (PERSON, "German Gref")


def test_a_body_of_a_name_is_a_person_and_a_body_stays_one():
    assert cut("Egyptian Layla Fahmy", "en", ORGANISATION) == (PERSON, "Layla Fahmy")
    kept = (ORGANISATION, "Norwegian Refugee Council")
    assert cut("Norwegian Refugee Council", "en", ORGANISATION) == kept


def test_a_name_of_somebodys_kin_is_a_person():
    assert cut("His daughter Mirela", "en", ORGANISATION) == (PERSON, "Mirela")
    assert cut("Her sister company", "en", ORGANISATION) == (ORGANISATION, "Her sister company")


def test_a_japanese_post_begins_with_the_people_it_is_of():
    assert cut("ノルウェー人画家", "ja", POST, with_people, start=5) == (POST, "ノルウェー人画家")
    assert cut("人事部長", "ja", POST, with_people) == (POST, "人事部長")


@pytest.mark.parametrize(
    ("language", "text", "name", "country"),
    [
        ("en", "Zambian Peter Chiluba spoke in Oslo, Norway.", "Peter Chiluba", "ZM"),
        ("ru", "В Осло, столице Норвегии, выступил перуанец Хуан Киспе.", "Хуан Киспе", "PE"),
        (
            "ja",
            "オスロでザンビア人留学生のピーター・チルバさんが語った。",
            "ピーター・チルバ",
            "ZM",
        ),
    ],
)
def test_who_is_named_behind_a_people_is_of_its_state(language, text, name, country):
    found = Reader(load_register()).read(Document("s1", text, language, "2025-01-06"))
    by_name = {e.name: e.country for e in found.entities}
    assert by_name[name] == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("ケニアのジョン・ムワンギ駐日大使は13日、岩手県を訪れた。", "KE"),
        ("ジョン・ムワンギ駐日大使は13日、盛岡市で講演した。", None),
        ("元駐日大使のジョン・ムワンギ氏が講演した。", None),
        ("ジョン・ムワンギ駐米大使は13日、盛岡市で講演した。", "JP"),
    ],
)
def test_no_envoy_is_of_the_state_he_is_sent_to(text, country):
    found = Reader(load_register()).read(Document("s1", text, "ja", "2025-05-13"))
    by_name = {e.name: e.country for e in found.entities}
    assert by_name["ジョン・ムワンギ"] == country


def test_of_a_group_of_states_the_place_is_told():
    text = "大統領は旧ソ連諸国、東南アジア諸国との協力を強調した。"
    found = Reader(load_register()).read(Document("s1", text, "ja", "2025-05-13"))
    places = [m.text for m in found.mentions if m.kind is MentionKind.PLACE]
    assert places == ["旧ソ連", "東南アジア"]


def test_a_people_of_two_words_is_one():
    text = "The Sierra Leonean singer met a South Korean and a Kenyan."
    found = nationality_words(text, split_sentences(text, "en"), "en")
    assert [(text[a:b], code) for a, b, code in found] == [
        ("Sierra Leonean", "SL"),
        ("South Korean", "KR"),
        ("Kenyan", "KE"),
    ]
