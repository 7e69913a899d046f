import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.edges import mend
from sijill.mentions.kazakh_people import with_kazakh_people
from sijill.mentions.listed import settle_joined

PERSON, PLACE, POST = MentionKind.PERSON, MentionKind.PLACE, MentionKind.POST
ORGANISATION = MentionKind.ORGANISATION


def seen(text: str, kind: MentionKind, words: str, confidence: float = 0.95) -> Candidate:
    start = text.index(words)
    return Candidate(kind, start, start + len(words), "tagger", confidence)


def told(text: str, *candidates: Candidate, known: tuple[Candidate, ...] = ()) -> list:
    document = Document("x.kk", text, "kk", None)
    found = with_kazakh_people(document, candidates, known)
    return [(c.kind, text[c.start : c.end]) for c in found]


@pytest.mark.parametrize(
    ("text", "halves", "name"),
    [
        ("Елші Мванда Конде келді.", ("Мван", "Кон"), "Мванда Конде"),
        ("Генерал Остен Маробеге алғыс айтты.", ("Ос", "Маробе"), "Остен Маробе"),
        ("Порт банкін басқаратын Селин Сент-Марк келді.", ("Сент-Марк",), "Селин Сент-Марк"),
    ],
)
def test_a_name_behind_a_post_that_was_cut_in_two_places_is_a_person(text, halves, name):
    posts = [seen(text, POST, words) for words in ("Елші", "Генерал") if words in text]
    places = [seen(text, PLACE, half) for half in halves]
    assert (PERSON, name) in told(text, *posts, *places)
    assert not any(kind is PLACE for kind, _ in told(text, *posts, *places))


def test_a_place_behind_a_post_stays_one():
    text = "Елші Порт Нолвеге барды."
    assert (PLACE, "Порт Нолве") in told(
        text, seen(text, POST, "Елші"), seen(text, PLACE, "Порт Нолве")
    )


def test_a_city_that_is_known_is_no_name():
    text = "Елші Ханой Вьентьян желісін ашты."
    places = (seen(text, PLACE, "Ханой"), seen(text, PLACE, "Вьентьян"))
    found = told(text, seen(text, POST, "Елші"), *places, known=places)
    assert [words for kind, words in found if kind is PLACE] == ["Ханой", "Вьентьян"]


def test_no_body_has_a_pronoun_in_its_name():
    text = "Қала мэрі Юхан Ребане оларға мұражайды көрсетті."
    body = seen(text, ORGANISATION, "Юхан Ребане оларға мұражайды")
    assert told(text, body) == []


def test_the_word_for_a_guest_is_no_part_of_a_name():
    text = "Кешке Вальден қонақ құрметіне ас берді."
    assert told(text, seen(text, PERSON, "Вальден қонақ")) == [(PERSON, "Вальден")]


def test_a_place_told_by_its_kind_is_nobody_behind_and():
    text = "Мария Антич пен Гвадо әуежайын салған компания келді."
    candidates = [seen(text, PERSON, "Мария Антич"), seen(text, PLACE, "Гвадо әуежайы", 0.55)]
    found = settle_joined(Document("x.kk", text, "kk", None), candidates)
    assert [c.kind for c in found] == [PERSON, PLACE]


def test_a_name_begins_behind_the_day_told_before_it():
    text = "Сейсенбіде Вальден келді."
    day = seen(text, MentionKind.DATE, "Сейсенбі")
    found = told(text, seen(text, PERSON, "Сейсенбіде Вальден"), known=(day,))
    assert found == [(PERSON, "Вальден")]


def test_a_body_begins_behind_somebody_told_with_his_post():
    text = "Перу Президенті Луис Порта Вега таулы Анкаш департаментінде сөйледі."
    post = seen(text, POST, "Перу Президенті")
    body = seen(text, ORGANISATION, "Перу Президенті Луис Порта Вега таулы Анкаш департаменті")
    assert told(text, post, body) == [(POST, "Перу Президенті"), (PLACE, "Анкаш департаменті")]


def test_the_title_of_a_ruling_house_is_no_part_of_a_name():
    text = "Қонақты Ұлы Герцог Аксель қабылдады."
    assert told(text, seen(text, PERSON, "Герцог Аксель")) == [
        (PERSON, "Аксель"),
        (POST, "Ұлы Герцог"),
    ]


def test_a_parliament_told_in_capitals_is_a_body():
    text = "Сосын Король Милли Меджлисте, кейін Парламентте сөз сөйледі."
    found = told(text, seen(text, PERSON, "Милли Меджлисте"))
    assert found == [(ORGANISATION, "Милли Меджлис"), (ORGANISATION, "Парламент")]


@pytest.mark.parametrize(
    ("post", "several"),
    [("Сыртқы істер министрлері", True), ("Президенттер", True), ("актер", False)],
)
def test_a_post_of_several_is_none(post, several):
    text = f"{post} Мария Антич келді."
    assert ((POST, post) in told(text, seen(text, POST, post))) is not several


@pytest.mark.parametrize(
    ("seen_post", "whole"),
    [
        ("Президент", "Президенттің міндетін уақытша атқаратын"),
        ("Көлік министрі", "Көлік министрінің м.а."),
    ],
)
def test_the_words_for_who_holds_a_post_for_a_time_belong_to_it(seen_post, whole):
    text = f"{whole} Мария Антич келді."
    assert told(text, seen(text, POST, seen_post)) == [(POST, whole)]


def mended(text: str, *candidates: Candidate) -> list:
    found = mend(Document("x.kk", text, "kk", None), candidates)
    return [text[c.start : c.end] for c in found if c.kind is PERSON]


def test_ben_between_a_person_and_a_state_joins_two_and_is_no_part_of_a_name():
    text = "Су министрі Руи Алвеш бен Перу министрі Ли Вон келді."
    found = mended(
        text,
        seen(text, PERSON, "Руи Алвеш"),
        seen(text, PLACE, "Перу"),
        seen(text, POST, "Перу министрі"),
        seen(text, PERSON, "Ли Вон"),
    )
    assert sorted(found) == ["Ли Вон", "Руи Алвеш"]


def test_the_post_of_somebody_else_ends_no_name():
    text = "Кеше Руи Алвеш Президентті Лимаға шақырды."
    assert mended(text, seen(text, PERSON, "Руи Алвеш")) == ["Руи Алвеш"]
    text = "Кеше Руи Азлан Шах Лимаға барды."
    assert mended(text, seen(text, PERSON, "Руи Азлан")) == ["Руи Азлан Шах"]


def test_a_family_name_taken_for_a_place_inside_a_full_name_leaves_it_whole():
    text = "Оны Перу Президенті Родриго Каньете қабылдайды."
    found = mended(
        text, seen(text, PERSON, "Родриго Канье", 0.64), seen(text, PLACE, "Канье", 0.92)
    )
    assert found == ["Родриго Каньете"]


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("Министр Пабло Кесада келді.", "Кеса", []),
        ("Министр Пабло Лимада болды.", "Лима", [(PLACE, "Лима")]),
        ("Министр Пабло Туаде болды.", "Туа", [(PLACE, "Туа")]),
    ],
)
def test_a_place_is_no_half_of_a_name_that_is_known_whole(text, place, found):
    people = (seen(text, PERSON, "Пабло"), seen(text, PLACE, place))
    assert [c for c in told(text, *people) if c[0] is PLACE] == found
