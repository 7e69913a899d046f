"""Names end at a comma, a pronoun and a hyphen as people do, and bodies who act are people."""

import time

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.edges import mend
from sijill.mentions.mistaken_people import with_mistaken_people
from sijill.mentions.partings import put_apart

PERSON, POST, PLACE = MentionKind.PERSON, MentionKind.POST, MentionKind.PLACE
ORGANISATION = MentionKind.ORGANISATION


def people(text: str, language: str, *names: str, kind: MentionKind = PERSON) -> list[str]:
    given = [
        Candidate(kind, text.index(name), text.index(name) + len(name), "tagger", 0.9)
        for name in names
    ]
    found = mend(Document("s1", text, language), given)
    return [text[c.start : c.end] for c in sorted(found, key=lambda c: c.start) if c.kind is PERSON]


@pytest.mark.parametrize(
    ("text", "tagged", "names", "language"),
    [
        ("القنصل السابق بفارو، إدريس لحلو، متداول.", "بفارو، إدريس لحلو", ["إدريس لحلو"], "ar"),
        ("السفيرة ريبيكا وال هي التي فتحت الباب.", "ريبيكا وال هي", ["ريبيكا وال"], "ar"),
        ("كانت السيدة كيسبي مرفوقة بسفير.", "كيسبي مرفوقة", ["كيسبي"], "ar"),
        ("وكان سلفي إلياس كامسيك قد كتب.", "سلفي إلياس كامسيك", ["إلياس كامسيك"], "ar"),
        ("госпожа Сеньор-Торибионг знакома с ним.", "Торибионг", ["Сеньор-Торибионг"], "ru"),
        ("С Лундом прибыл посол.", "С Лундом", ["Лундом"], "ru"),
        ("С. Лунд прибыл первым.", "С. Лунд", ["С. Лунд"], "ru"),
        ("the talks with Juan Senior-Toribiong.", "Toribiong", ["Senior-Toribiong"], "en"),
    ],
)
def test_a_name_has_its_own_edges(text, tagged, names, language):
    assert people(text, language, tagged) == names


def test_a_name_holds_no_comma():
    assert people("Уроженка Суфриера, Ожье служила.", "ru", "Суфриера, Ожье")[-1] == "Ожье"


def test_a_place_by_the_given_name_of_somebody_told_is_that_person():
    text = "Эрнан Бустингорри келді. Мені Эрнан шақырды."
    second = text.rindex("Эрнан")
    given = [
        Candidate(PERSON, 0, len("Эрнан Бустингорри"), "tagger", 0.99),
        Candidate(PLACE, second, second + len("Эрнан"), "tagger", 0.97),
    ]
    assert {c.kind for c in mend(Document("s1", text, "kk"), given)} == {PERSON}


def test_a_body_who_does_something_is_a_person():
    text = "Count fish. Obichang Orak, who runs our centre, will lead it."
    given = [Candidate(ORGANISATION, 12, 25, "tagger", 0.96)]
    assert [c.kind for c in with_mistaken_people(Document("s1", text, "en"), given)] == [PERSON]
    text = text.replace("who runs", "which runs")
    assert [c.kind for c in with_mistaken_people(Document("s1", text, "en"), given)] == [
        ORGANISATION
    ]


def test_a_state_that_begins_a_katakana_name_is_no_part_of_the_post_before():
    text = "外相のアルバ・ポリウス氏は悼んだ。"
    given = [Candidate(POST, 0, 2, "tagger", 0.9), Candidate(PERSON, 3, 11, "tagger", 0.99)]
    known = [Candidate(PLACE, 3, 6, "register", 0.9)]
    found = put_apart(Document("s1", text, "ja"), given, known)
    assert {text[c.start : c.end] for c in found} == {"外相", "アルバ・ポリウス"}


def test_an_aide_and_whose_aide_it_is_are_one_post():
    text = "начинала у Маньянга, ныне спецпредставителя президента."
    given = [
        Candidate(POST, text.index(word), text.index(word) + len(word), "tagger", 0.9)
        for word in ("спецпредставителя", "президента")
    ]
    found = put_apart(Document("s1", text, "ru"), given, [])
    assert [text[c.start : c.end] for c in found] == ["спецпредставителя президента"]
    text = "приехал министр президент."
    given = [Candidate(POST, 8, 15, "tagger", 0.9), Candidate(POST, 16, 25, "tagger", 0.9)]
    assert len(put_apart(Document("s1", text, "ru"), given, [])) == len(given)


def test_a_body_that_begins_with_a_post_of_two_is_the_first_of_them():
    text = "Presidents Jean Mercier and Anna Cebotari met."
    given = [Candidate(ORGANISATION, 0, 23, "tagger", 0.99)]
    found = with_mistaken_people(Document("s1", text, "en"), given)
    assert [(c.kind, text[c.start : c.end]) for c in found] == [(PERSON, "Jean Mercier")]


def test_who_is_told_something_is_no_part_of_a_body():
    text = "«Да», — рассказал газете министр Перу Ли корреспонденту «Зари»."
    given = [
        Candidate(ORGANISATION, text.index(name), text.index(name) + len(name), "tagger", 0.9)
        for name in ("газете министр Перу", "корреспонденту «Зари»")
    ]
    found = mend(Document("s1", text, "ru"), given)
    assert [text[c.start : c.end] for c in found] == ["«Зари»"]


def test_a_subject_behind_an_oblique_name_is_somebody_else():
    text = "Лесего Мотлоги уехала. С Рохитой Абейсекерой Мотлоги говорила долго."
    names = ("Лесего Мотлоги", "Рохитой Абейсекерой Мотлоги")
    given = [
        Candidate(PERSON, text.index(name), text.index(name) + len(name), "tagger", 0.9)
        for name in names
    ]
    found = put_apart(Document("s1", text, "ru"), given, [])
    assert [text[c.start : c.end] for c in sorted(found, key=lambda c: c.start)] == [
        "Лесего Мотлоги",
        "Рохитой Абейсекерой",
        "Мотлоги",
    ]


def test_a_row_of_dots_taken_for_a_name_is_soon_looked_through():
    text = "Ана Лима " + ". " * 6000
    given = [Candidate(PERSON, 0, 8, "tagger", 0.9), Candidate(PERSON, 9, 12_008, "tagger", 0.9)]
    start = time.thread_time()
    found = put_apart(Document("s1", text, "ru"), given, [])
    # The forms of all that is left of it behind each of its dots would take some seconds.
    assert time.thread_time() - start < 1
    assert [(c.start, c.end) for c in found][:1] == [(0, 8)]


@pytest.mark.parametrize(
    ("text", "tagged", "names"),
    [
        ("Карлос Вега: Благодарю Вас, господин.", "Карлос Вега: Благодарю Вас", ["Карлос Вега"]),
        ("Карлос Вега: Спасибо Вам, господин.", "Карлос Вега", ["Карлос Вега"]),
        ("Благодарю Вас, господин Президент.", "Вас", []),
        ("Министр Золтан Вас приехал в Ригу.", "Золтан Вас", ["Золтан Вас"]),
    ],
)
def test_who_is_spoken_to_is_no_name(text: str, tagged: str, names: list[str]) -> None:
    assert people(text, "ru", tagged) == names
