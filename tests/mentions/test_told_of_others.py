"""Guests in general, goals of travel, counterparts and particles of names tell what they tell."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.generic_guests import is_generic_guest
from sijill.mentions.name_joins import join_names
from sijill.mentions.partings import put_apart
from sijill.people.journeys import is_goal

PERSON, POST = MentionKind.PERSON, MentionKind.POST


@pytest.mark.parametrize(
    ("text", "word", "language", "expected"),
    [
        ("She was the guest of honour at a fair.", "guest of honour", "en", True),
        ("He came as a guest.", "guest", "en", True),
        ("As the guest arrived, a band played.", "guest", "en", False),
        ("The mayor will dine with his guest at home.", "guest", "en", False),
        ("Поэт был почётным гостем праздника.", "почётным гостем", "ru", True),
        ("Мэр встретился с гостем.", "гостем", "ru", False),
        ("Мэр проводил гостью.", "гостью", "ru", False),
        ("كان الشاعر ضيف الشرف.", "ضيف", "ar", True),
        ("حل الشاعر ضيفا على المدينة.", "ضيفا", "ar", True),
        ("استعرض الضيف حرس الشرف.", "الضيف", "ar", False),
        ("Ақын мерекеге қонақ ретінде келді.", "қонақ", "kk", True),
        ("Әкім қонақты қарсы алды.", "қонақ", "kk", False),
        ("詩人は賓客として招かれた。", "賓客", "ja", True),
        ("賓客は庭を歩いた。", "賓客", "ja", False),
    ],
)
def test_what_somebody_was_is_no_guest_of_the_text(
    text: str, word: str, language: str, expected: bool
) -> None:
    start = text.index(word)
    found = is_generic_guest(Document("s", text, language), start, start + len(word))
    assert found is expected


@pytest.mark.parametrize(
    ("text", "person", "place", "language", "expected"),
    [
        ("Ana Reis visited Quito.", "Ana Reis", "Quito", "en", True),
        ("Ana Reis recalled her trip to Quito.", "Ana Reis", "Quito", "en", True),
        ("Ana Reis was born in Quito.", "Ana Reis", "Quito", "en", False),
        ("Анна Рейс посетила Кито.", "Анна Рейс", "Кито", "ru", True),
        ("Визит Анны Рейс в Кито отложен.", "Анны Рейс", "Кито", "ru", True),
        ("Анна Рейс родилась в Кито.", "Анна Рейс", "Кито", "ru", False),
        ("زارت آنا ريس كيتو.", "آنا ريس", "كيتو", "ar", True),
        ("سافرت آنا ريس أمس إلى كيتو.", "آنا ريس", "كيتو", "ar", True),
        ("ولدت آنا ريس في كيتو.", "آنا ريس", "كيتو", "ar", False),
        ("Анна Рейс Китоға барды.", "Анна Рейс", "Кито", "kk", True),
        ("Анна Рейс Китода туған.", "Анна Рейс", "Кито", "kk", False),
        ("アナ・レイスは昨日キトを訪問した。", "アナ・レイス", "キト", "ja", True),
        ("アナ・レイスはキトで生まれた。", "アナ・レイス", "キト", "ja", False),
    ],
)
def test_a_place_that_somebody_visits_is_a_goal(
    text: str, person: str, place: str, language: str, expected: bool
) -> None:
    who, where = text.index(person), text.index(place)
    span = (who, who + len(person))
    document = Document("s", text, language)
    assert is_goal(document, 0, span, where, where + len(place)) is expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("وزير التجارة ونظيره الفنلندي", "ar", ["وزير التجارة", "نظيره الفنلندي"]),
        (
            "trade minister and his Finnish counterpart",
            "en",
            ["trade minister", "his Finnish counterpart"],
        ),
        ("министр торговли и его финский коллега", "ru",
         ["министр торговли", "его финский коллега"]),
        ("сауда министрі мен оның финдік әріптесі", "kk",
         ["сауда министрі", "оның финдік әріптесі"]),
        ("министр торговли и промышленности", "ru", ["министр торговли и промышленности"]),
    ],
)  # fmt: skip
def test_a_minister_and_a_counterpart_are_two_posts(
    text: str, language: str, expected: list[str]
) -> None:
    whole = Candidate(POST, 0, len(text), "tagger", 0.9)
    parts = put_apart(Document("s", text, language), [whole], [])
    assert [text[c.start : c.end] for c in parts] == expected


@pytest.mark.parametrize(
    ("text", "post", "people", "language", "expected"),
    [
        ("Министр Салем ульд Амар Тиб уехал.", "Министр Салем ульд", ["Амар Тиб"], "ru",
         ["Министр", "Салем ульд Амар Тиб"]),
        ("Министр Салем ульд Амар кетті.", "Министр", ["Салем", "Амар"], "kk",
         ["Министр", "Салем ульд Амар"]),
        ("Speaker Ana dos Reis left.", "Speaker", ["Ana", "Reis"], "en",
         ["Speaker", "Ana dos Reis"]),
        ("Speaker Ana met Bin Reis.", "Speaker", ["Ana"], "en", ["Speaker", "Ana"]),
        ("Министр Тахер аз-Захрани уехал.", "Министр", ["Тахер", "Захрани"], "ru",
         ["Министр", "Тахер аз-Захрани"]),
        ("Министр Рида әт-Турки кетті.", "Министр", ["Рида", "Турки"], "kk",
         ["Министр", "Рида әт-Турки"]),
        ("Министр Берік ас Айдарға берді.", "Министр", ["Берік", "Айдар"], "kk",
         ["Министр", "Берік", "Айдар"]),
    ],
)  # fmt: skip
def test_a_particle_holds_a_name_together(
    text: str, post: str, people: list[str], language: str, expected: list[str]
) -> None:
    spans = [(POST, post), *((PERSON, name) for name in people)]
    candidates = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.9)
        for kind, words in spans
    ]
    joined = join_names(Document("s", text, language), candidates)
    assert [text[c.start : c.end] for c in sorted(joined, key=lambda c: c.start)] == expected
