"""Kazakh offices go to whoever holds them: the case tells whose they are, and since when."""

import pytest
from test_resolution import read

from sijill.documents.document import Document, Mention, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.houses.bodies import resolve_bodies
from sijill.people.resolution import resolve
from sijill.register.entries import Register, RegisterEntry


def held(text: str, name: str) -> list[tuple[str, str]]:
    _, by_name = read(text, "kk")
    return [(p.post, p.status) for p in by_name[name].posts]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("{T:{L:Кения} спикері} {P:Ли Вон} мен {T:оның орынбасары} {P:Ан Ким} келді.", "speaker"),
        (
            "{T:{L:Кенияның} су министрі} {P:Ли Вон} және {T:оның су істері жөніндегі орынбасары}"
            " {P:Ан Ким} келді.",
            "deputy_minister",
        ),
        (
            "{T:{O:«Тау» компаниясы}ның директоры} {P:Ли Вон} мен {T:оның бірінші орынбасары}"
            " {P:Ан Ким} келді.",
            "chief_executive",
        ),
    ],
)
def test_a_deputy_of_no_office_named_is_one_of_whoever_is_told_before(
    text: str, office: str
) -> None:
    assert held(text, "Ан Ким") == [(office, "current")]


def test_a_predecessor_of_an_office_named_has_left_it() -> None:
    text = "{T:{L:Кенияның} су министрі} {P:Ли Вон} келді. {T:Министрдің ізашары} {P:Ан Ким} кетті."
    assert held(text, "Ан Ким") == [("minister", "former")]


def test_an_office_alone_is_not_held_by_who_is_told_right_behind_it() -> None:
    people, by_name = read(
        "{T:{L:Кения} спикері} {P:Ли Вон} келді. {T:Спикер} {T:{L:Кенияның} құрметті консулы}"
        " {P:Ан Ким}мен сөйлесті.",
        "kk",
    )
    assert [p.post for p in by_name["Ан Ким"].posts] == ["consul"]
    assert "Спикер" in people["Ли Вон"]


def test_two_offices_side_by_side_are_two_people() -> None:
    text = "{T:{L:Кения} елшісі} {P:Ли Вон} келді. {T:Елші} {T:Білім министрі} {P:Ан Ким}ге жазды."
    assert held(text, "Ан Ким") == [("minister", "current")]


def test_a_rank_stands_beside_an_office() -> None:
    text = "{L:Кения}да {T:генерал} {T:Қорғаныс министрі} {P:Ан Ким} сөйледі."
    assert [role for role, _ in held(text, "Ан Ким")] == ["military_chief", "minister"]


def test_who_held_an_office_before_has_left_it() -> None:
    text = (
        "{T:{L:Кения} спикері} болып {P:Ли Вон} сайланды. Оның алдында бұл қызметті {P:Ан Ким}"
        " атқарған."
    )
    assert held(text, "Ан Ким") == [("speaker", "former")]


def test_that_day_is_no_office_of_then() -> None:
    text = "{T:{L:Кения} спикері} {P:Ли Вон} келді. Сол күні {T:депутат} {P:Ан Ким} сөйледі."
    assert held(text, "Ан Ким") == [("member_of_parliament", "current")]


def test_a_year_behind_an_office_is_its_verbs() -> None:
    text = "{P:Ли Вон}, {T:{L:Кения} президенті} {D:2012} жылы келгенін айтты."
    assert held(text, "Ли Вон") == [("head_of_state", "current")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{P:Ан Ким} 2019 жылы {L:Кения}ның {T:су министрі} атанды.", ("minister", "current")),
        ("{P:Ан Ким} {L:Кения}да өсті. Кейін ол {T:су министрі} болды.", ("minister", "former")),
        (
            "{L:Кения}да {T:тұрақты хатшы} етіп {P:Ан Ким}ді бекітті.",
            ("deputy_minister", "current"),
        ),
        (
            "{P:Ан Ким} {P:Ли Вон}ның қол астында {L:Кения}ның {T:бас консулы} болған.",
            ("consul", "former"),
        ),
    ],
)
def test_a_clause_tells_what_its_subject_is(text: str, told: tuple[str, str]) -> None:
    assert told in held(text, "Ан Ким")


def test_who_was_no_diplomat_yet_is_no_former_one() -> None:
    text = (
        "{T:{L:Кенияның} елшісі} {P:Ан Ким} дипломат болғанға дейін {T:проректор}, одан бұрын"
        " {T:депутат} болған."
    )
    assert ("ambassador", "former") not in held(text, "Ан Ким")
    assert ("member_of_parliament", "former") in held(text, "Ан Ким")


def test_a_post_of_two_takes_no_house_from_the_one_before_it() -> None:
    text = (
        "{P:Ан Ким} {L:Кения}да өсті. Кейін ол {O:жағалау күзеті}нің командирі және"
        " {L:Norway}дағы әскери атташе болды."
    )
    assert ("senior_official", "former") in held(text, "Ан Ким")
    _, by_name = read(text, "kk")
    attache = next(p for p in by_name["Ан Ким"].posts if p.post == "senior_official")
    assert attache.body != next(e.id for e in by_name.values() if e.name == "жағалау күзеті")


def test_a_minister_is_not_made_president_by_the_word_beside_him() -> None:
    people, by_name = read(
        "{T:{L:Кения} президенті} {P:Ли Вон} келді. Оны {T:қаржы министрі} {P:Ан Ким} күтті."
        " Кейін {T:Президент} {P:Ким}ге ас берді.",
        "kk",
    )
    assert [p.post for p in by_name["Ан Ким"].posts] == ["minister"]
    assert "Президент" in people["Ли Вон"]


def test_an_institute_is_the_one_told_before() -> None:
    _, by_name = read(
        "Олар {O:Кения Океанография институты}на барды. {T:{O:Институт} ректоры} {P:Ан Ким} күтті.",
        "kk",
    )
    body = by_name["Ан Ким"].posts[0].body
    assert body == next(e.id for e in by_name.values() if "Океанография" in e.name)


@pytest.mark.parametrize(("verb", "status"), [("басқарады", "current"), ("басқарған", "former")])
def test_who_leads_a_house_by_the_verb_of_the_clause(verb: str, status: str) -> None:
    text = "{P:Ан Ким} келді. Ол {L:Кения}да {O:су комиссиясы}н " + verb + "."
    assert held(text, "Ан Ким") == [("senior_official", status)]


def test_the_director_told_again_has_no_house_of_another() -> None:
    text = (
        "{T:{O:Порт басқармасы}ның директоры} {P:Ан Ким} келді. {T:{O:Докерлер кәсіподағы}ның"
        " төрағасы} {P:Ли Вон} {T:директор}ға жазды."
    )
    assert [role for role, _ in held(text, "Ан Ким")] == ["senior_official"]


def test_what_stands_before_a_name_is_read_beside_what_a_clause_tells() -> None:
    text = "Рөлді ойнаған актер {P:Ан Ким} бұрын веложарысшы болған."
    assert held(text, "Ан Ким") == [("athlete", "former"), ("artist", "current")]


def test_who_acts_for_a_while_for_another_is_acting() -> None:
    text = "{T:{L:Кения} су министрінің міндетін уақытша атқарушы} {P:Ан Ким} келді."
    assert held(text, "Ан Ким") == [("minister", "acting")]


def test_who_comes_in_the_place_of_another_has_the_post_that_he_left() -> None:
    _, by_name = read(
        "{P:Ли Вон} {L:Кения}ның {T:елшісі} қызметінен босатылды. Оның орнына {P:Ан Ким}"
        " тағайындалды.",
        "kk",
    )
    assert [(p.post, p.status) for p in by_name["Ли Вон"].posts] == [("ambassador", "former")]
    assert [(p.post, p.status) for p in by_name["Ан Ким"].posts] == [("ambassador", "current")]


def test_a_post_is_held_by_whom_another_names() -> None:
    _, by_name = read(
        "{T:Президент} {P:Ли Вон} {P:Ан Ким}ді {L:Кения}ның {T:елшісі} лауазымына тағайындады.",
        "kk",
    )
    assert [p.post for p in by_name["Ан Ким"].posts] == ["ambassador"]
    assert [p.post for p in by_name["Ли Вон"].posts] == ["head_of_state"]


def test_an_adviser_of_a_president_leads_nothing() -> None:
    text = "{T:{L:Кения} Президентінің су істері жөніндегі кеңесшісі} {P:Ан Ким} келді."
    assert held(text, "Ан Ким") == [("presidential_aide", "current")]


def test_a_house_is_of_the_state_that_its_name_begins_with() -> None:
    words = "Кения балық федерациясы"
    mention = Mention("m1", MentionKind.ORGANISATION, 0, len(words), words)
    register = Register({"ke": RegisterEntry("ke", "place", "KE", {"kk": ("Кения",)})})
    document = Document("s", words, "kk", "2025-02-11")
    assert resolve_bodies(document, [mention], register).country_by_mention == {"m1": "KE"}


def test_the_chairwoman_is_who_was_told_last_to_be_one() -> None:
    text = (
        "{T:{O:Сенат}тың төрайымы} {P:Ан Ким} келді. {T:{L:Кения} елшісі} {P:Ли Вон} келді."
        " {T:Төрайым} сөйледі."
    )
    people, _ = read(text, "kk")
    assert "Төрайым" in people["Ан Ким"]


def test_nobody_governs_a_continent() -> None:
    text = "Африка мен Кения білді. Облыс әкімі Ан Ким сөйледі."
    told = [
        (MentionKind.PLACE, "Африка", "africa"),
        (MentionKind.PLACE, "Кения", "ke"),
        (MentionKind.POST, "Облыс әкімі", None),
        (MentionKind.PERSON, "Ан Ким", None),
    ]
    mentions = tuple(
        Mention(words, kind, text.index(words), text.index(words) + len(words), words, value=value)
        for kind, words, value in told
    )
    register = Register(
        {
            "ke": RegisterEntry("ke", "place", "KE", {"kk": ("Кения",)}),
            "africa": RegisterEntry("africa", "place", None, {"kk": ("Африка",)}),
        }
    )
    document = Document("s", text, "kk", "2025-02-11")
    _, entities = resolve(document, split_sentences(text, "kk"), mentions, register=register)
    found = next(e for e in entities if e.kind is MentionKind.PERSON)
    assert [(p.post, p.body) for p in found.posts] == [("governor", "KE")]
