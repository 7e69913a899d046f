"""Kazakh case endings follow the sound before them, and names keep what is no ending."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.endings import fits_name, with_fitting_endings


@pytest.mark.parametrize(
    ("name", "ending", "fits"),
    [
        ("Мамыт", "қа", True),
        ("Тоқаев", "тың", True),
        ("Пеккаринен", "нің", True),
        ("Асель", "ге", True),
        ("Клаус", "пен", True),
        ("Кальвиай", "нен", False),  # «ден» follows a vowel or й, and front vowels do not follow а
        ("Мамыт", "ға", False),
        ("Чо", "ке", False),
        ("Әли", "н", False),
    ],
)
def test_endings_follow_the_sound_before_them(name: str, ending: str, fits: bool) -> None:
    assert fits_name(name, ending) is fits


@pytest.mark.parametrize(
    ("text", "cut", "name"),
    [
        ("фин ботанигі Ээро Кальвиайнен келді", "Ээро Кальвиай", "Ээро Кальвиайнен"),
        ("Мамыт келді, әкім Төреғали Мамытқа сыйлады", "Төреғали Мамытқа", "Төреғали Мамыт"),
        ("әкім Төреғали Мамытқа сыйлады", "Төреғали Мамытқа", "Төреғали Мамыт"),
        ("Яцек Новицкийге қатысты тергеу", "Яцек Новицкийге", "Яцек Новицкий"),
        ("әкім Сорие Камарадан сұрады", "Сорие Камарадан", "Сорие Камара"),
        ("әкім Чикондизе Банда келді", "Чикондизе Бан", "Чикондизе Банда"),
        ("әкім Асан Назарбаевта болды", "Асан Назарбаев", "Асан Назарбаев"),
        ("әкім Асан Рамадан келді", "Асан Рамадан", "Асан Рамадан"),
        ("әкім Асан Құдайберді келді", "Асан Құдайберді", "Асан Құдайберді"),
        ("ғалым Сара Хекке келді", "Сара Хекке", "Сара Хекке"),
        ("елші Әсел Тоқаевтың сөзі", "Әсел Тоқаев", "Әсел Тоқаев"),
    ],
)
def test_names_keep_what_is_no_ending(text: str, cut: str, name: str) -> None:
    start = text.index(cut)
    c = Candidate(MentionKind.PERSON, start, start + len(cut), "tagger", 0.9)
    found = with_fitting_endings(Document("s1", text, "kk"), [c])
    assert [text[f.start : f.end] for f in found] == [name]


@pytest.mark.parametrize(
    ("kind", "text", "tagged", "words"),
    [
        (MentionKind.POST, "Непал президентінің сапары", "Непал президентінің", "Непал президенті"),
        (MentionKind.DATE, "2015 жылдың 25 сәуіріндегі сілкініс", "2015 жылдың 25 сәуіріндегі",
         "2015 жылдың 25 сәуірі"),
        (MentionKind.PLACE, "Варшавадан келді", "Варшавадан", "Варшава"),
    ],
)  # fmt: skip
def test_posts_dates_and_places_end_before_their_case(
    kind: MentionKind, text: str, tagged: str, words: str
) -> None:
    c = Candidate(kind, 0, len(tagged), "tagger", 0.9)
    (found,) = with_fitting_endings(Document("s1", text, "kk"), [c])
    assert text[: found.end] == words


def test_a_post_that_ends_in_a_vowel_keeps_it():
    text = "Королева Ана Лим келді. Министріме айтты."
    posts = [
        Candidate(MentionKind.POST, 0, 8, "tagger", 0.9),
        Candidate(MentionKind.POST, 24, 34, "tagger", 0.9),
    ]
    found = with_fitting_endings(Document("s1", text, "kk"), posts)
    assert text[found[0].start : found[0].end] == "Королева"
