"""Which house a bare Kazakh noun in a post tells, and which posts are of none."""

import pytest
from test_resolution import posts, read

from sijill.houses.kazakh_houses import house_noun


@pytest.mark.parametrize(
    ("post", "noun"),
    [
        ("порт директоры", "порт"),
        ("министрліктің баспасөз хатшысы", "министрлік"),
        ("баспасөз хатшысы", None),
        ("Порттар басқармасының төрағасы", None),
        ("бас директор", None),
    ],
)
def test_a_bare_noun_tells_the_house_of_a_post(post: str, noun: str | None) -> None:
    assert house_noun(post) == noun


def test_a_noun_means_the_house_called_by_it() -> None:
    _, by_name = read(
        "{O:Ақсай порты} мен {O:«Нұр» компаниясы} шарт жасасты. {T:порт директоры} {P:Асан Үсен}"
        " риза.",
        "kk",
    )
    assert [p.body for p in by_name["Асан Үсен"].posts] == [by_name["Ақсай порты"].id]


def test_a_union_told_without_its_name_is_of_no_company_beside_it() -> None:
    _, by_name = read(
        "{L:Қазақстан}дағы {O:«Нұр» компаниясы} мен {T:кәсіподақ жетекшісі} {P:Асан Үсен} келісті.",
        "kk",
    )
    assert posts(by_name["Асан Үсен"]) == [("business_association", "KZ", "current")]


def test_the_adviser_of_a_minister_is_of_the_state() -> None:
    _, by_name = read(
        "{L:Қазақстан}дағы {O:«Нұр» агенттігі} мен {T:министрдің кеңесшісі} {P:Асан Үсен} келісті.",
        "kk",
    )
    assert posts(by_name["Асан Үсен"]) == [("senior_official", "KZ", "current")]


def test_a_man_of_business_who_is_honorary_consul_is_of_the_state_where_he_serves() -> None:
    _, by_name = read(
        "{T:{L:Жапония}ның {L:Қазақстан}дағы құрметті консулы}, {T:кәсіпкер} {P:Асан Үсен} келді.",
        "kk",
    )
    assert ("chief_executive", "KZ", "current") in posts(by_name["Асан Үсен"])


def test_the_head_of_a_region_is_of_kazakhstan() -> None:
    _, by_name = read(
        "{T:{L:Жапония} министрі} {P:Кэн Сато} {L:Қазақстан}ға келді. Оны {T:облыс әкімі}"
        " {P:Асан Үсен} қабылдады.",
        "kk",
    )
    assert [p.body for p in by_name["Асан Үсен"].posts] == [by_name["Қазақстан"].id]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ол зейнетке шыққан {T:адмирал} {P:Асан Үсен}ді шақырды.", ("military_chief", "former")),
        (
            "{T:{O:Ақсай басқармасы}ның басқарушы директоры} {P:Асан Үсен} келді.",
            ("chief_executive", "current"),
        ),
        (
            "{T:{O:Қазақстан Сенаты}ның бас хатшысы} {P:Асан Үсен} келді.",
            ("senior_official", "current"),
        ),
    ],
)
def test_what_words_around_a_kazakh_post_make_of_it(text: str, expected: tuple[str, str]) -> None:
    _, by_name = read(text, "kk")
    assert [(p.post, p.status) for p in by_name["Асан Үсен"].posts] == [expected]


def test_the_head_of_a_parliament_without_a_name_is_of_the_state() -> None:
    _, by_name = read(
        "{L:Қазақстан}да оны {T:{O:парламент} төрағасы} {P:Асан Үсен} қабылдады.", "kk"
    )
    assert posts(by_name["Асан Үсен"]) == [("speaker", "KZ", "current")]
