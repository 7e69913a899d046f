"""A Kazakh post begins with whose it is, and holds neither another post nor who is told before."""

import re

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.expressions import expression
from sijill.mentions.candidates import Candidate
from sijill.mentions.edges import mend
from sijill.mentions.kazakh_posts import with_kazakh_posts
from sijill.tables import open_table

POST, PERSON, PLACE = MentionKind.POST, MentionKind.PERSON, MentionKind.PLACE
ORGANISATION = MentionKind.ORGANISATION


def posts(text: str, *tagged: tuple[MentionKind, str]) -> list[str]:
    candidates = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.9)
        for kind, words in tagged
    ]
    found = mend(Document("s1", text, "kk"), candidates)
    return [text[c.start : c.end] for c in sorted(found, key=lambda c: c.start) if c.kind is POST]


@pytest.mark.parametrize(
    ("text", "tagged", "told"),
    [
        (
            "Келісімге «Тау» компаниясы директорлар кеңесінің төрағасы Ли Вон қол қойды.",
            [(ORGANISATION, "«Тау» компаниясы"), (POST, "директорлар кеңесінің төрағасы")],
            ["«Тау» компаниясы директорлар кеңесінің төрағасы"],
        ),
        (
            "Непал–Кения іскерлік кеңесінің төрағасы Ли Вон келді.",
            [
                (ORGANISATION, "Непал–Кения іскерлік кеңесі"),
                (POST, "Кения іскерлік кеңесінің төрағасы"),
            ],
            ["Непал–Кения іскерлік кеңесінің төрағасы"],
        ),
        (
            "Непалдың Кения және Угандадағы елшісі Ли Вон келді.",
            [(PLACE, "Непал"), (PLACE, "Кения"), (PLACE, "Уганда"), (POST, "Угандадағы елшісі")],
            ["Непалдың Кения және Угандадағы елшісі"],
        ),
        ("Бұл туралы вице-спикер Ли Вон айтты.", [(POST, "спикер")], ["вице-спикер"]),
    ],
)
def test_a_post_begins_with_whose_it_is(
    text: str, tagged: list[tuple[MentionKind, str]], told: list[str]
) -> None:
    assert posts(text, *tagged) == told


def test_a_post_in_capitals_behind_a_house_is_not_of_it() -> None:
    tagged = [(ORGANISATION, "«Тау» агенттігі"), (POST, "Президент")]
    assert posts("Сұрақты «Тау» агенттігі Президент Ли Вонға қойды.", *tagged) == ["Президент"]


@pytest.mark.parametrize(
    ("text", "tagged", "told"),
    [
        (
            "Кеше Ли Вонның орнына вице-президент Ан Ким келді.",
            "Ли Вонның орнына вице-президент",
            ["вице-президент"],
        ),
        (
            "Ли Вон мен оның орынбасары Ан Ким келді.",
            "Ли Вон мен оның орынбасары",
            ["оның орынбасары"],
        ),
        (
            "Құрметті консул болып кәсіпкер Ли Вон бекітілді.",
            "Құрметті консул болып кәсіпкер",
            ["Құрметті консул", "кәсіпкер"],
        ),
        (
            "Вице-спикер бұрынғы су министрі Ли Вонмен сөйлесті.",
            "Вице-спикер бұрынғы су министрі",
            ["Вице-спикер", "бұрынғы су министрі"],
        ),
        (
            "Оны су комитетінің төрайымы Ли Вон қабылдады.",
            "Оны су комитетінің төрайымы",
            ["су комитетінің төрайымы"],
        ),
        ("Кеше министрді Президент қабылдады.", "министрді", ["министр"]),
        (
            "Министр канадалық әріптесі Ли Вонды қабылдады.",
            "Министр канадалық әріптесі",
            ["Министр", "канадалық әріптесі"],
        ),
        (
            "Жоғары комиссар министрге хат берді.",
            "Жоғары комиссар министрге",
            ["Жоғары комиссар", "министр"],
        ),
        (
            "Непалдың төтенше және өкілетті елшісі Ли Вон келді.",
            "Непалдың төтенше және өкілетті елшісі",
            ["Непалдың төтенше және өкілетті елшісі"],
        ),
        (
            "Министр Ли Вонның кеңесшісі Ан Ким келді.",
            "Министр Ли Вонның кеңесшісі",
            ["Министр Ли Вонның кеңесшісі"],
        ),
    ],
)
def test_a_post_ends_before_the_next(text: str, tagged: str, told: list[str]) -> None:
    people = [(PERSON, "Ли Вон")] if "Ли Вон" in tagged else []
    assert posts(text, (POST, tagged), *people) == told


def test_a_person_before_a_house_is_no_part_of_it() -> None:
    text = "Бас директор Ан Ким және балықшылар кооперативінің өкілі келді."
    body = "Ан Ким және балықшылар кооперативі"
    start = text.index(body)
    found = mend(
        Document("s1", text, "kk"),
        [
            Candidate(POST, 0, start - 1, "tagger", 0.9),
            Candidate(ORGANISATION, start, start + len(body), "tagger", 0.9),
        ],
    )
    assert [(c.kind, text[c.start : c.end]) for c in found if c.kind is not POST] == [
        (PERSON, "Ан Ким"),
        (ORGANISATION, "балықшылар кооперативі"),
    ]


def houses(text: str, *tagged: tuple[MentionKind, str]) -> list[str]:
    candidates = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.9)
        for kind, words in tagged
    ]
    found = mend(Document("s1", text, "kk"), candidates)
    return [text[c.start : c.end] for c in found if c.kind is ORGANISATION]


def test_a_house_that_only_a_post_names_is_found() -> None:
    text = "Хатқа Клайпеда портының бас директоры Ли Вон қол қойды."
    assert houses(text, (POST, "Клайпеда портының бас директоры")) == ["Клайпеда порты"]


def test_a_town_in_a_post_is_no_house() -> None:
    text = "Хатқа Клайпеда қаласының мэрі Ли Вон қол қойды."
    assert houses(text, (POST, "Клайпеда қаласының мэрі")) == []


def test_the_matter_of_a_minister_is_no_house() -> None:
    text = "Хатқа Непалдың Балық шаруашылығы министрі Ли Вон қол қойды."
    post, matter = "Непалдың Балық шаруашылығы министрі", "Непалдың Балық шаруашылығы"
    assert houses(text, (POST, post), (ORGANISATION, matter)) == []


def test_a_dash_parts_no_state_from_its_post() -> None:
    text = "Хатты Папуа – Жаңа Гвинеяның елшісі Ли Вон оқыды."
    state = Candidate(PLACE, 6, 25, "register", 0.9)
    post = Candidate(POST, 18, text.index(" Ли"), "tagger", 0.9)
    found = mend(Document("s1", text, "kk"), [post], [state])
    assert [text[c.start : c.end] for c in found] == ["Папуа – Жаңа Гвинеяның елшісі"]


def test_where_it_was_is_no_part_of_a_post() -> None:
    text = "Кеше Лимада Сыртқы істер министрі Ли Вон сөйледі."
    tagged = [(PLACE, "Лима"), (POST, "Лимада Сыртқы істер министрі")]
    assert posts(text, *tagged) == ["Сыртқы істер министрі"]
    kept = [(PLACE, "Уганда"), (POST, "Уганда президенті")]
    assert posts("Кеше Уганда президенті Ли Вон сөйледі.", *kept) == ["Уганда президенті"]


@pytest.mark.parametrize(
    ("text", "place", "tagged", "told"),
    [
        (
            "Ол Осакаға Перудің жаңа елшісі Ли Вон баратынын айтты.",
            "Осака",
            "Осакаға Перудің жаңа елшісі",
            ["Перудің жаңа елшісі"],
        ),
        ("Кеше Перуден Су министрі Ли Вон келді.", "Перу", "Перуден Су министрі", ["Су министрі"]),
    ],
)
def test_where_somebody_goes_is_no_part_of_a_post(text, place, tagged, told) -> None:
    assert posts(text, (PLACE, place), (POST, tagged), (PERSON, "Ли Вон")) == told


@pytest.mark.parametrize(
    ("text", "tagged", "told"),
    [
        (
            "Мемлекет басшыларының қатысуымен Су министрі Ли Вон хатқа қол қойды.",
            "Мемлекет басшыларының қатысуымен Су министрі",
            ["Су министрі"],
        ),
        (
            "Президенттің атынан Су министрі Ли Вон гүл қойды.",
            "Президенттің атынан Су министрі",
            ["Президент", "Су министрі"],
        ),
        (
            "Король Министрді бірінші дәрежелі орденмен марапаттады.",
            "Король Министрді бірінші дәрежелі",
            ["Король", "Министр"],
        ),
    ],
)
def test_a_post_told_as_whom_or_by_whom_ends(text, tagged, told) -> None:
    people = [(PERSON, "Ли Вон")] if "Ли Вон" in text else []
    assert posts(text, (POST, tagged), *people) == told


def test_a_forum_in_the_genitive_is_a_house() -> None:
    text = "Хатты Форумның бас хатшысы Ли Вон оқыды."
    assert houses(text, (POST, "Форумның бас хатшысы")) == ["Форум"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Перу Ташкентте елшілігін ашты.", "Перу Ташкентте елшілігі", ["елшілігі"]),
        ("Канада елшілігі жабылды.", "Канада елшілігі", ["Канада елшілігі"]),
        (
            "Словения Президенті Намибия университетінде дәріс оқыды.",
            "Словения Президенті Намибия университеті",
            ["Намибия университеті"],
        ),
        ("Лаостан жиырма компания келеді.", "Лаостан жиырма компания", []),
    ],
)
def test_house_begins_behind_whose_where_and_how_many(
    text: str, name: str, expected: list[str]
) -> None:
    document = Document("s1", text, "kk")
    c = Candidate(MentionKind.ORGANISATION, 0, len(name), "tagger", 0.9)
    found = with_kazakh_posts(document, [c], [])
    assert [text[f.start : f.end] for f in found] == expected


def test_every_turn_has_a_word_that_is_looked_for_first() -> None:
    word = expression("kk", "post_turn_word")
    rows = open_table("kk/expressions.tsv", ("name", "expression"))
    for rule in [row["expression"] for row in rows if row["name"] == "post_turn"]:
        last = re.search(r"\\s(?:\(\?:)?([\w|]+)\)?\\s\Z", rule)
        # The words that end a turn, or a few letters before a case.
        ends = last[1].split("|") if last else [f"{a}ы" for a in re.findall(r"\)(\w)", rule)]
        assert ends, rule
        assert all(word.search(f" {end} ") for end in ends), rule
