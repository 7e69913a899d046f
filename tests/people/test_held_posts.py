"""Posts of people: what heads of bodies are, whose they are, and which role their words tell."""

import pytest
from test_resolution import posts, read

from sijill.documents.document import Mention, MentionKind
from sijill.people.posts import read_post


def role(words: str, language: str) -> str | None:
    return read_post(Mention("m", MentionKind.POST, 0, len(words), words), (), language, {}).role


@pytest.mark.parametrize(
    ("text", "name", "expected", "language"),
    [
        ("{T:chairman of {O:Aas Holding}} {P:Jon Moe}", "Jon Moe", "chief_executive", "en"),
        ("{T:director of the {O:National Theatre}} {P:Jon Moe}", "Jon Moe", "chief_executive", "en"),
        ("{T:director of the {O:Aas Agency}} {P:Jon Moe}", "Jon Moe", "senior_official", "en"),
        ("{T:директор {O:института Оос}} {P:Ян Ли}", "Ян Ли", "university_head", "ru"),
        ("{T:председатель {O:Профсоюза Оос}} {P:Ян Ли}", "Ян Ли", "business_association", "ru"),
        ("{T:مدير {O:وكالة النور}} {P:عادل سليم}", "عادل سليم", "senior_official", "ar"),
        ("{T:{O:«Нұр» қоры}ның директоры} {P:Асан Үсен}", "Асан Үсен", "chief_executive", "kk"),
        ("{T:{O:桐生大学}の理事長}、{P:森弘}氏", "森弘", "university_head", "ja"),
    ],
)  # fmt: skip
def test_body_tells_what_its_head_is(text: str, name: str, expected: str, language: str) -> None:
    _, by_name = read(text, language)
    assert [p.post for p in by_name[name].posts] == [expected]


@pytest.mark.parametrize(
    ("words", "expected", "language"),
    [
        ("director-general", "senior_official", "en"),
        ("Attorney-General", "minister", "en"),
        ("Governor-General", "head_of_state", "en"),
        ("نائبة الحاكم", "governor", "ar"),
        ("النائب الأول لرئيس مجلس الوزراء", "deputy_head_government", "ar"),
        ("نقيب الصحفيين", "business_association", "ar"),
        ("الأب", "religious_leader", "ar"),
        ("әкімінің орынбасары", "governor", "kk"),
        ("министрінің бірінші орынбасары", "deputy_minister", "kk"),
        ("консультант", "senior_official", "ru"),
        ("заместитель генерального секретаря", "senior_official", "ru"),
        ("نائب الأمين العام للأمم المتحدة", "senior_official", "ar"),
        ("Under-Secretary-General", "senior_official", "en"),
        ("Deputy Secretary-General", "senior_official", "en"),
        ("Бас хатшының орынбасары", "senior_official", "kk"),
        ("事務次長", "senior_official", "ja"),
        ("генеральный секретарь ООН", "head_igo", "ru"),
        ("الأمين العام للأمم المتحدة", "head_igo", "ar"),
        ("外務・協力大臣", "foreign_minister", "ja"),
        ("農業・漁業大臣", "minister", "ja"),
    ],
)
def test_role_of_words(words: str, expected: str, language: str) -> None:
    assert role(words, language) == expected


def test_his_ambassador_is_of_the_country_of_the_person_told_before() -> None:
    _, by_name = read(
        "{L:Kazakhstan}: {T:President of {L:Kyrgyzstan}} {P:Aslan Serikov} came. {T:His ambassador},"
        " {P:Nurlan Asanov}, spoke.",
        "en",
    )
    assert posts(by_name["Nurlan Asanov"]) == [("ambassador", "KG", "current")]


def test_queen_beside_the_king_is_of_the_royal_family() -> None:
    _, by_name = read(
        "{T:King of {L:Norway}} {P:Haakon} and {T:Queen} {P:Solveig} visited {L:Kazakhstan}.", "en"
    )
    assert posts(by_name["Solveig"]) == [("royal_family", "NO", "current")]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("{T:Министр иностранных дел {L:Казахстана}} {P:Ян Ли}. {T:Казахстанский министр} сказал.",
         "Ян Ли", "ru"),
        ("{T:Foreign Minister of {L:Norway}} {P:Jon Moe}. The {T:Norwegian minister} spoke.",
         "Jon Moe", "en"),
    ],
)  # fmt: skip
def test_minister_of_a_nation_is_the_foreign_minister_said_shortly(
    text: str, name: str, language: str
) -> None:
    _, by_name = read(text, language)
    assert [p.post for p in by_name[name].posts] == ["foreign_minister"]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("{P:Jon Moe}, who served as {T:ambassador} there, spoke.", "Jon Moe", "en"),
        ("{P:سالم فهد}، الذي يشغل منصب {T:السفير} هناك، تحدث.", "سالم فهد", "ar"),
        ("{P:Ян Ли}, тогдашний {T:посол}, рассказал.", "Ян Ли", "ru"),
        ("{T:елші} болып тағайындалған {P:Асан Үсен} сөйледі.", "Асан Үсен", "kk"),
        ("{P:森弘}氏が{T:大使}に就任した。", "森弘", "ja"),
        ("{T:大使}として知られる{P:森弘}氏が話した。", "森弘", "ja"),
    ],
)
def test_words_of_serving_tie_a_post_to_its_holder(text: str, name: str, language: str) -> None:
    _, by_name = read(text, language)
    assert [p.post for p in by_name[name].posts] == ["ambassador"]


def test_who_meets_somebody_does_not_hold_his_post() -> None:
    _, by_name = read("{P:森弘}氏は{T:大使}と会談した。", "ja")
    assert posts(by_name["森弘"]) == []


def test_endings_voice_the_last_sound_of_a_kazakh_word() -> None:
    assert role("фин ботанигі", "kk") == role("ботаник", "kk") == "expert"


@pytest.mark.parametrize(
    ("text", "name", "status", "language"),
    [
        ("In {D:1978} {T:President} {P:Osman Bek} of {L:Norway} named an envoy.", "Osman Bek",
         "former", "en"),
        ("In {D:1978} {T:President} {P:Osman Bek} of {L:Norway} named an envoy. {P:Bek} came in"
         " {D:2024}.", "Osman Bek", "current", "en"),
        ("{T:President} {P:Osman Bek} of {L:Norway} said that all had begun in {D:1978}.",
         "Osman Bek", "current", "en"),
        ("{T:President} {P:Osman Bek} of {L:Norway} has been at work since {D:1999}.", "Osman Bek",
         "current", "en"),
        ("In {D:1978} {T:King} {P:Osman} of {L:Norway} named an envoy.", "Osman", "current", "en"),
        ("{L:Norway}'s {T:president} {P:Osman Bek}, who stepped down, came.", "Osman Bek",
         "former", "en"),
        ("وفي {D:عام 1978} زار {T:رئيس {L:اليابان}} {P:عثمان بك} المدينة.", "عثمان بك",
         "former", "ar"),
        ("В {D:1978} {T:президент {L:Казахстана}} {P:Осман Бек} открыл мост.", "Осман Бек",
         "former", "ru"),
        ("В {D:1978} в городе учился нынешний {T:президент {L:Казахстана}} {P:Осман Бек}.",
         "Осман Бек", "current", "ru"),
    ],
)  # fmt: skip
def test_an_office_of_long_ago_is_left(text: str, name: str, status: str, language: str) -> None:
    _, by_name = read(text, language)
    assert [p.status for p in by_name[name].posts] == [status]


@pytest.mark.parametrize(
    ("text", "name", "expected", "language"),
    [
        ("{O:Агентству «Оос»} сказал {T:пресс-секретарь японского президента} {P:Ян Ли}.", "Ян Ли",
         ("senior_official", "JP", "current"), "ru"),
        ("{O:Палата ремёсел} и {T:её вице-президент} {P:Анна Ли} приехали.", "Анна Ли",
         ("business_association", "e1", "current"), "ru"),
        ("{T:глава {O:японского МИД}} {P:Ян Ли}", "Ян Ли",
         ("foreign_minister", "JP", "current"), "ru"),
        ("{T:И. о. министра иностранных дел {L:Японии}} {P:Ян Ли}", "Ян Ли",
         ("foreign_minister", "JP", "acting"), "ru"),
        ("{T:глава японского правительства} {P:Ян Ли}", "Ян Ли",
         ("head_of_government", "JP", "current"), "ru"),
        ("{T:председатель {O:аграрного комитета парламента}} {P:Ян Ли}", "Ян Ли",
         ("member_of_parliament", "e1", "current"), "ru"),
        ("{T:секретарь по внешним сношениям {L:Японии}} {P:Ян Ли}", "Ян Ли",
         ("foreign_minister", "JP", "current"), "ru"),
        ("{P:Анна Ли}, в прошлом {T:посол {L:Японии}}, приехала.", "Анна Ли",
         ("ambassador", "JP", "former"), "ru"),
        ("{T:посол {L:Японии}}, ныне покойный {P:Ян Ли}", "Ян Ли",
         ("ambassador", "JP", "former"), "ru"),
    ],
)  # fmt: skip
def test_whose_a_post_is_and_when_it_was_held(
    text: str, name: str, expected: tuple[str, str, str], language: str
) -> None:
    _, by_name = read(text, language)
    (held,) = by_name[name].posts
    body = "e1" if held.body not in (None, "JP") else held.body
    assert (held.post, body, held.status) == expected


def test_a_portfolio_beside_a_higher_office_is_a_post_of_its_own() -> None:
    _, by_name = read("{T:{L:Казахстана} вице-премьер}, {T:министр обороны} {P:Ян Ли}", "ru")
    assert {p.post for p in by_name["Ян Ли"].posts} == {"deputy_head_government", "minister"}


def test_no_kazakh_post_stands_right_behind_its_holder() -> None:
    _, by_name = read("{P:Асан Бек} {T:елші} шақыртылды деген сөзді жоққа шығарды.", "kk")
    assert by_name["Асан Бек"].posts == ()


def test_an_initial_alone_is_no_given_name() -> None:
    of, _ = read("{P:Магнус} келді. {P:Мая Лимбу} да келді. {P:М. Лимбу} сөйледі.", "kk")
    assert len({*map(tuple, of.values())}) == 2


def test_the_post_told_shortly_again_stays_a_former_one() -> None:
    _, by_name = read(
        "{T:бывший посол {L:Японии}} {P:Ян Ли} умер. {P:Ли} был прост, {T:посол}.", "ru"
    )
    assert posts(by_name["Ян Ли"]) == [("ambassador", "JP", "former")]


def test_honorary_stands_behind_the_body_in_japanese() -> None:
    _, by_name = read("{T:{O:桐生大学}の名誉学長}の{P:森弘}氏", "ja")
    assert [p.status for p in by_name["森弘"].posts] == ["honorary"]


def test_a_mayor_is_of_his_town_though_it_was_taken_for_a_house() -> None:
    _, by_name = read("{T:мэр {O:Борго-Оос}} {P:Ян Ли}", "ru")
    assert [p.post for p in by_name["Ян Ли"].posts] == ["governor"]


def test_an_official_told_with_his_state_is_of_the_state() -> None:
    _, by_name = read("{T:военный атташе {L:Японии}} {P:Ян Ли}", "ru")
    assert [(p.post, p.body) for p in by_name["Ян Ли"].posts] == [("senior_official", "JP")]


def test_what_goes_on_from_a_year_long_gone_by_is_past() -> None:
    text = (
        "{D:1994} жылы {T:{L:Чад} Сыртқы істер министрі} {P:Идрис Нгару} Ослоға барды. Оны"
        " {T:Премьер-министр} {P:Кнут Аасен} қабылдады. {P:Идрис Нгару} мен {T:министр}"
        " {P:Берит Хольм} хаттамаға қол қойды."
    )
    _, by_name = read(text, "kk")
    told = {name: [p.status for p in by_name[name].posts] for name in ("Кнут Аасен", "Берит Хольм")}
    assert told == {"Кнут Аасен": ["former"], "Берит Хольм": ["former"]}


def test_a_trader_is_of_a_state_and_of_no_house_told_before() -> None:
    _, by_name = read(
        "{O:Lake Fund} of {L:Norway} met the {T:hotelier} {P:Ole Aas} of {L:Norway}.", "en"
    )
    assert [(p.post, p.body) for p in by_name["Ole Aas"].posts] == [("chief_executive", "NO")]


def test_a_president_whose_house_is_told_right_before_is_of_it() -> None:
    _, by_name = read(
        "{L:Norway} wrote to the {O:Lake Federation}, whose {T:president}, {P:Ole Aas}, came.", "en"
    )
    assert [p.body for p in by_name["Ole Aas"].posts] == [by_name["Lake Federation"].id]


def test_an_honorary_consul_is_a_dentist_where_the_text_is_written() -> None:
    _, by_name = read(
        "A feast\n\n{L:Finland}, {L:Finland} and {L:Finland}: {T:{L:Norway}'s honorary consul}, the"
        " {T:dentist} {P:Juha Salo}, gave it.",
        "en",
    )
    assert {(p.post, p.body) for p in by_name["Juha Salo"].posts} == {
        ("consul", "NO"),
        ("expert", "FI"),
    }
