"""Posts that a verb gives: whose they are, and whether they are held still."""

import pytest
from test_resolution import posts, read


@pytest.mark.parametrize(
    ("text", "name", "expected", "language"),
    [
        ("{P:Jon Moe}, who was ambassador to {L:Finland} until 2023, came.", "Jon Moe",
         [("ambassador", "former")], "en"),
        ("{P:Jon Moe} served as deputy foreign minister and ambassador to {L:Finland}.", "Jon Moe",
         [("deputy_minister", "former"), ("ambassador", "former")], "en"),
        ("{P:Jon Moe} has been ambassador to {L:Finland} since 2023.", "Jon Moe",
         [("ambassador", "current")], "en"),
        ("{T:President} {P:Ida Aas} named {P:Jon Moe} ambassador to {L:Finland}.", "Jon Moe",
         [("ambassador", "current")], "en"),
        ("{P:Ida Aas} has taken up her post as ambassador to {L:Finland}.", "Ida Aas",
         [("ambassador", "current")], "en"),
        ("{P:Ли Ан}, до января министр экономики, молчит.", "Ли Ан",
         [("minister", "former")], "ru"),
        ("تسلمت {P:هدى سالم} مهامها سفيرةً لدى {L:اليابان}.", "هدى سالم",
         [("ambassador", "current")], "ar"),
        ("وصلت {P:هدى سالم}. وكانت سالم وزيرةً للثقافة حتى العام الماضي.", "هدى سالم",
         [("minister", "former")], "ar"),
        ("وسبق أن شغل {P:عادل سليم} منصب وزير التجارة.", "عادل سليم",
         [("minister", "former")], "ar"),
        ("{P:Ян Ли}, занимавший пост министра обороны, приехал.", "Ян Ли",
         [("minister", "former")], "ru"),
        ("{P:Ян Ли} является послом {L:Японии}.", "Ян Ли", [("ambassador", "current")], "ru"),
        ("Приехал {P:Ян Ли}. Ранее он был послом в {L:Казахстана}.", "Ян Ли",
         [("ambassador", "former")], "ru"),
        ("وصلت {P:هدى سالم}. وكانت تشغل منصب نائبة وزير الخارجية.", "هدى سالم",
         [("deputy_minister", "former")], "ar"),
        ("وصل {P:عادل سليم} الذي كان سفيراً لدى {L:اليابان}.", "عادل سليم",
         [("ambassador", "former")], "ar"),
        ("يشغل {P:عادل سليم} منصب وزير التجارة.", "عادل سليم", [("minister", "current")], "ar"),
        ("{P:Асан Үсен} сыртқы істер министрінің орынбасары қызметін атқарған.", "Асан Үсен",
         [("deputy_minister", "former")], "kk"),
        ("{P:Асан Үсен} қорғаныс министрі болып тағайындалды.", "Асан Үсен",
         [("minister", "current")], "kk"),
        ("外務次官を務めた{P:森弘}氏が来た。", "森弘", [("deputy_minister", "former")], "ja"),
        ("{P:森弘}氏は財務相、外務次官などを歴任した。", "森弘",
         [("deputy_minister", "former"), ("minister", "former")], "ja"),
    ],
)  # fmt: skip
def test_verb_gives_a_post_and_its_time(text, name, expected, language):
    _, by_name = read(text, language)
    assert [(role, status) for role, _, status in posts(by_name[name])] == expected


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        # A judgement and a deed are no posts, and what one did at another's office is not his.
        ("{P:Jon Moe} said all sides had been patient.", "Jon Moe", "en"),
        ("{P:Jon Moe} was received by the president.", "Jon Moe", "en"),
        ("ألغيت زيارة {P:عادل سليم} التي كانت مقررة الأحد.", "عادل سليم", "ar"),
        # The apposition belongs to a name that is not read.
        ("{P:عادل سليم} دبلوماسي. والجادر، وهو رئيس سابق، تحدث.", "عادل سليم", "ar"),
    ],
)
def test_other_verbs_give_none(text, name, language):
    _, by_name = read(text, language)
    assert posts(by_name[name]) == []


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("{T:Ambassador} {P:Ida Aas} of {L:Norway} succeeds {P:Jon Moe}.", "Jon Moe", "en"),
        ("{T:Посол {L:Японии}} {P:Ли Ан} сменила {P:Яна Мо}.", "Яна Мо", "ru"),
        ("وصلت {T:سفيرة {L:اليابان}} {P:هدى سالم} خلفاً ل{P:عادل سليم}.", "عادل سليم", "ar"),
        ("{T:{L:日本}大使}の{P:森弘}氏が{P:林光}氏の後任として来た。", "林光", "ja"),
    ],
)
def test_who_is_followed_held_the_post(text, name, language):
    _, by_name = read(text, language)
    assert [(r, s) for r, _, s in posts(by_name[name])] == [("ambassador", "former")]


@pytest.mark.parametrize(
    ("text", "name", "expected", "language"),
    [
        ("{P:Ida Aas}, {T:rector of the {O:University of Aas}}, and {T:her predecessor}, {P:Jon Moe}, came.",
         "Jon Moe", ("university_head", "former"), "en"),
        ("The {T:then ambassador of {L:Norway}}, {P:Ida Aas}, and {T:her successor}, {P:Jon Moe}, came.",
         "Jon Moe", ("ambassador", "former"), "en"),
        ("{T:Посол {L:Японии}} {P:Ли Ан} и {T:её предшественник} {P:Ян Мо} приехали.",
         "Ян Мо", ("ambassador", "former"), "ru"),
    ],
)  # fmt: skip
def test_predecessors_are_told_by_the_post_of_the_other(text, name, expected, language):
    _, by_name = read(text, language)
    assert [(r, s) for r, _, s in posts(by_name[name])] == [expected]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("{T:Ambassador} {P:Ida Aas} of {L:Norway} read a letter from {P:Jon Moe}, who held the post"
         " before her.", "Jon Moe", "en"),
        ("{T:Посол {L:Японии}} {P:Ли Ан} зачитала письмо {P:Яна Мо}, занимавшего этот пост до неё.",
         "Яна Мо", "ru"),
        ("قرأت {T:سفيرة {L:اليابان}} {P:هدى سالم} رسالة من {P:عادل سليم} الذي شغل المنصب قبلها.",
         "عادل سليم", "ar"),
    ],
)  # fmt: skip
def test_who_held_the_post_before_another_held_it(text, name, language):
    _, by_name = read(text, language)
    assert [(r, s) for r, _, s in posts(by_name[name])] == [("ambassador", "former")]


def test_who_follows_is_told_of_in_the_sentence():
    _, by_name = read(
        "{T:Ambassador} {P:Ida Aas} of {L:Norway} came with {T:Director} {P:Ann Ray}. {P:Aas} took"
        " over from {P:Jon Moe}.",
        "en",
    )
    assert [(r, s) for r, _, s in posts(by_name["Jon Moe"])] == [("ambassador", "former")]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("{P:Ida Aas}, {T:foreign minister of {L:Norway}}, met {T:{L:Japan}'s president}, {P:Ken Sato}."
         " {P:Sato} was glad. {P:Sato} spoke.\n\n“{T:My predecessor}, {P:Jon Moe}, wrote.”",
         "Jon Moe", "en"),
        ("{P:Ли Ан}, {T:министр иностранных дел {L:Казахстана}}, была у {T:президента {L:Японии}}"
         " {P:Сато}. {P:Сато} рад.\n\n— {T:Мой предшественник} {P:Ян Мо} писал.", "Ян Мо", "ru"),
    ],
)  # fmt: skip
def test_my_predecessor_is_that_of_who_is_introduced_first(text, name, language):
    _, by_name = read(text, language)
    assert [(r, s) for r, _, s in posts(by_name[name])] == [("foreign_minister", "former")]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("{P:Ida Aas}, who resigned last month as ambassador of {L:Norway}, spoke.", "Ida Aas", "en"),
        ("{P:Ли Ан}, в прошлом месяце ушедшая с поста посла {L:Японии}, выступила.", "Ли Ан", "ru"),
        ("قالت {P:هدى سالم}، التي استقالت الشهر الماضي من منصب سفيرة {L:اليابان}، ذلك.", "هدى سالم", "ar"),
        ("{L:日本}大使を辞任した{P:林光}氏が話した。", "林光", "ja"),
    ],
)  # fmt: skip
def test_who_resigned_held_the_post(text, name, language):
    _, by_name = read(text, language)
    assert [(r, s) for r, _, s in posts(by_name[name])] == [("ambassador", "former")]
