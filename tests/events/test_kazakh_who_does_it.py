"""Kazakh clauses in which another one is told before who acts: by case, and by whose invitation."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, words):
    """Give the events of a text: type, status, date, place and who takes part, by name."""
    text = f"Қысқаша\n\n{words}\n"
    reading = reader.read(Document("s1", text, "kk", "2024-06-06"))
    names = {entity.id: entity.name for entity in reading.entities}
    return [
        (e.type, e.status.value, e.date, names.get(e.place), {names[p] for p in e.participants})
        for e in reading.events
    ]


def test_who_invites_does_not_travel(reader):
    words = (
        "Малайзия Премьер-министрі Азлан Идристің шақыруымен Перу Премьер-министрі Хуан Ривас "
        "3-5 маусымда Маскатта ресми сапармен болды."
    )
    expected = ("visit", "held", "2024-06-03/2024-06-05", "Маскат", {"Хуан Ривас"})
    assert expected in told(reader, words)


def test_a_post_of_another_state_before_an_object_is_not_of_whom_it_names(reader):
    words = (
        "Латвия Президенті Ивар Озолс пен Перу Президенті Хуан Ривас кездесті. "
        "Перу Президенті Ивар Озолсты Лимаға жауап сапармен келуге шақырды."
    )
    assert ("visit", "proposed", None, "Лима", {"Ивар Озолс"}) in told(reader, words)


def test_who_goes_in_place_of_somebody_is_told_behind(reader):
    words = (
        "Премьер-министр Азлан Идрис сапарынан бас тартты. "
        "Оның орнына Лимаға Су министрі Хуан Ривас барады."
    )
    assert ("visit", "planned", None, "Лима", {"Хуан Ривас"}) in told(reader, words)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (
            "Перу Латвия елшілігінің екі қызметкерін персона нон грата деп жариялап, оларға "
            "елден кетуді бұйырды.",
            {"Перу"},
        ),
        ("Перу билігі Латвия елшілігінің хатшысын елден шығарды.", {"Перу"}),
        (
            "Перу Сыртқы істер министрлігі Латвияның екі дипломатын елден шығарғанын мәлімдеді.",
            {"Перу Сыртқы істер министрлігі"},
        ),
        ("Министрлік Перу Латвияның екі дипломатын елден шығарғанын мәлімдеді.", {"Перу"}),
    ],
)
def test_who_expels_is_told_before_whose_they_are(reader, words, who):
    assert [(status, people) for kind, status, _, _, people in told(reader, words)] == [
        ("held", who)
    ]


def test_over_whom_it_is_takes_no_part(reader):
    words = (
        "Латвия Лимада журналист Арвид Озолстың ұсталуына байланысты Перудің уақытша сенімді өкілі "
        "Хуан Ривасты министрлікке шақыртты."
    )
    found = [
        (place, people) for kind, _, _, place, people in told(reader, words) if kind == "protest"
    ]
    assert found == [(None, {"Хуан Ривас"})]


def test_a_paper_does_nothing_of_what_it_tells(reader):
    words = (
        "«Эко» газеті дүйсенбіде Арвид Озолс Лимаға 18 тамызда ұшып келіп, Президент Хуан "
        "Риваспен кездеседі деп жазған болатын."
    )
    assert [people for kind, *_, people in told(reader, words) if kind == "talks"] == [
        {"Арвид Озолс", "Хуан Ривас"}
    ]


def test_what_is_done_was_done_the_day_before_and_not_before_a_plan(reader):
    words = (
        "Министр Ли Вон 11 маусымда Лимаға бармайды. Президент Хуан Ривас бір күн бұрын "
        "Премьер-министр Арвид Озолспен телефон арқылы сөйлескен."
    )
    calls = [(status, date) for kind, status, date, *_ in told(reader, words) if "call" in kind]
    assert calls == [("held", "2024-06-05")]


def test_a_length_counted_from_a_happening_is_no_day(reader):
    words = "Сапардан екі күн кейін Лимада өтуі тиіс бизнес-форум тоқтатылды."
    assert [date for kind, _, date, *_ in told(reader, words) if kind == "business_forum"] == [None]


def test_since_when_relations_last_is_when_they_began(reader):
    words = "Перу мен Латвия 1991 жылдан бері дипломатиялық қатынас орнатқан."
    assert [date for kind, _, date, *_ in told(reader, words) if "relations" in kind] == ["1991"]


def test_who_greets_a_guest_at_the_airport_does_not_hold_the_talks(reader):
    words = (
        "Перу Президенті Хуан Ривас Латвия Президенті Ивар Озолсты қабылдады. Әуежайда мәртебелі "
        "мейманды Су министрі Ли Вон қарсы алды. Екеуара әңгімеден кейін келіссөздер кеңейтілген "
        "құрамда жалғасты."
    )
    talks = [people for kind, *_, people in told(reader, words) if kind == "talks"]
    assert talks
    assert all(people == {"Хуан Ривас", "Ивар Озолс"} for people in talks)


@pytest.mark.parametrize(
    "words",
    [
        "Лимада тұрғындар баға үшін наразылық акциясын өткізді.",
        "Лимада бағаның қымбаттауына байланысты наразылық акциясы өтті.",
    ],
)
def test_a_cause_that_lies_nowhere_leaves_a_protest_its_place(reader, words):
    assert [(kind, place) for kind, _, _, place, _ in told(reader, words)] == [("protest", "Лима")]


def test_a_state_inside_the_words_of_an_expulsion_is_not_announced_away(reader):
    words = (
        "Перу Сыртқы істер министрлігі Чилидің екі дипломатын Норвегия елден шығарғанын хабарлады."
    )
    people = [who for kind, *_, who in told(reader, words) if kind == "expulsion"]
    assert {"Перу Сыртқы істер министрлігі"} not in people


def test_relations_that_last_since_a_year_right_behind_them_began_then(reader):
    words = "Перу мен Латвия дипломатиялық қатынас орнатқан 1991 жылдан бері сауда өсті."
    assert [date for kind, _, date, *_ in told(reader, words) if "relations" in kind] == ["1991"]


def test_measures_are_taken_and_nobody_is_received(reader):
    words = (
        "Чили министрі Хуан Рохас Того елшісі Коджо Адомен кездесті. "
        "Сантьяго тиісті шаралар қабылдайды, деді ол."
    )
    assert {kind for kind, *_ in told(reader, words)} == {"talks"}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Депутат Коджо Адо министр Хуан Рохастың шілдедегі сапарын кейінге қалдыруға шақырды.", "planned"),
        ("Министр Хуан Рохастың шілдедегі сапары кейінге қалдырылды.", "postponed"),
    ],
)  # fmt: skip
def test_what_somebody_asks_to_put_off_is_not_put_off(reader, words, status):
    assert {state for kind, state, *_ in told(reader, words) if kind == "visit"} <= {status}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Король Аспен университетте дәріс оқып, құрметті доктор атағын алады.", "planned"),
        ("Король Аспенге сейсенбіде құрметті доктор атағы берілді.", "held"),
    ],
)
def test_a_degree_to_be_given_lies_ahead(reader, words, status):
    assert [s for kind, s, *_ in told(reader, words) if kind == "honorary_degree"] == [status]
