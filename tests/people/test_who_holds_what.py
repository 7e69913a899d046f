"""Posts go to whoever holds them: consorts, counterparts of then, and what somebody served as."""

import pytest
from test_resolution import posts, read


def test_a_queen_beside_a_king_is_of_his_family() -> None:
    people, by_name = read(
        "{T:King} {P:Olaf} and {T:Queen} {P:Ingrid} of {L:Norway} came. The {T:king} spoke."
        " The {T:queen} left. The {T:queen} was glad.",
        "en",
    )
    assert people["Olaf"] == ["King", "Olaf", "king"]
    assert posts(by_name["Olaf"])[0][0] == "monarch"
    assert people["Ingrid"] == ["Queen", "Ingrid", "queen", "queen"]
    assert [p.post for p in by_name["Ingrid"].posts] == ["royal_family"]


def test_a_queen_alone_rules() -> None:
    _, by_name = read("{T:Queen} {P:Ingrid} of {L:Norway} met {T:King} {P:Olaf}.", "en")
    assert [p.post for p in by_name["Ingrid"].posts] == ["monarch"]


def test_the_counterpart_of_a_minister_of_then_was_one_then() -> None:
    _, by_name = read(
        "The {T:then foreign minister of {L:Norway}}, {P:Anna Moe}, called {T:her counterpart},"
        " {P:Juha Salo}.",
        "en",
    )
    assert [(p.post, p.status) for p in by_name["Juha Salo"].posts] == [
        ("foreign_minister", "former")
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("{P:Anna Moe} of {L:Norway} served as {T:ambassador to {L:Japan}}.", "en"),
        ("{P:Anna Moe}, who lives in {L:Norway}, was named {T:ambassador to {L:Japan}}.", "en"),
        ("تتولى {P:Anna Moe} منذ {D:عام 2023} منصب {T:سفيرة بلادها لدى {L:اليابان}}.", "ar"),
    ],
)
def test_a_post_that_somebody_is_told_to_hold(text: str, language: str) -> None:
    _, by_name = read(text, language)
    assert [p.post for p in by_name["Anna Moe"].posts] == ["ambassador"]


def test_a_post_is_not_held_by_whoever_gives_it() -> None:
    _, by_name = read("{P:Anna Moe} met the {T:ambassador of {L:Japan}} at home.", "en")
    assert by_name["Anna Moe"].posts == ()


def test_the_minister_is_rather_who_is_one_than_who_was() -> None:
    people, _ = read(
        "{T:Energy Minister} {P:Anna Moe} of {L:Norway} came. {T:Former trade minister} {P:Juha Salo} of"
        " {L:Norway} spoke.\n\nThe {T:minister} left.",
        "en",
    )
    assert "minister" in people["Anna Moe"]


def test_finance_is_no_nation_and_mali_is_one() -> None:
    _, by_name = read("التقى {T:وزير المالية} {P:سالم}. وفي {L:اليابان} أمطرت.", "ar")
    assert by_name["سالم"].posts[0].body in (None, "JP")
    _, by_name = read("التقى {T:وزير الخارجية المالي} {P:سالم} الوفد.", "ar")
    assert by_name["سالم"].posts[0].body == "ML"


def test_who_heads_a_body_named_before_them() -> None:
    _, by_name = read("The {O:Rice Federation}, headed by {P:Juha Salo}, met.", "en")
    assert [p.post for p in by_name["Juha Salo"].posts] == ["business_association"]


def test_bare_office_is_of_a_state_that_the_text_is_about() -> None:
    _, by_name = read(
        "{T:Prime Minister of {L:Finland}} {P:Jon Moe} came to {L:Norway}. {L:Norway} pays {L:Finland}"
        " for the road to {L:Kyrgyzstan}, {L:Norway} said.\n\n{T:Prime Minister} {P:Sam Ato} spoke.",
        "en",
    )
    assert posts(by_name["Sam Ato"]) == [("head_of_government", "NO", "current")]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("{T:President of {L:Norway}} {P:Jon Moe} came to {L:Finland}. {T:Foreign Minister}"
         " {P:Ida Aas} accompanies him.", "Ida Aas", "en"),
        ("{T:Президент {L:Японии}} {P:Ян Мо} прибыл в {L:Казахстана}. Его сопровождает"
         " {T:министр обороны} {P:Ли Ан}.", "Ли Ан", "ru"),
        ("زار {T:رئيس {L:اليابان}} {P:عادل سليم} {L:كازاخستان}. ورافقته في {L:كازاخستان}"
         " {T:وزيرة التجارة} {P:هدى كامل}.", "هدى كامل", "ar"),
        ("{L:日本}の{P:森弘}{T:首相}が{L:カザフスタン}を訪問した。{L:カザフスタン}へは{P:アン・リー}{T:文化相}が同行した。",
         "アン・リー", "ja"),
    ],
)  # fmt: skip
def test_who_travels_with_a_guest_is_of_the_guests_country(
    text: str, name: str, language: str
) -> None:
    _, by_name = read(text, language)
    assert posts(by_name[name])[0][1] in ("NO", "JP")


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("{L:Kyrgyzstan} has sent {P:Sam Ato}, its {T:ambassador to {L:Finland}}. {L:Kyrgyzstan} said"
         " he gave his credentials to {T:President} {P:Lum Pek}.", "Lum Pek", "en"),
        ("قالت {L:اليابان} إن {T:سفيرة {L:اليابان} لدى {L:كازاخستان}} {P:هدى سالم} وصلت. وقالت"
         " {L:اليابان} إن {T:وزير الخارجية} {P:عادل كامل} تسلم أوراق اعتمادها.", "عادل كامل", "ar"),
    ],
)  # fmt: skip
def test_credentials_are_taken_in_the_state_that_an_envoy_is_sent_to(
    text: str, name: str, language: str
) -> None:
    _, by_name = read(text, language)
    assert posts(by_name[name])[0][1] == {"en": "FI", "ar": "KZ"}[language]


def test_a_guest_told_by_the_post_alone_is_who_speaks_next() -> None:
    _, by_name = read(
        "The {T:prime minister of {L:Finland}} landed in {L:Norway}. “I listen,” {P:Ida Aas} said.",
        "en",
    )
    assert posts(by_name["Ida Aas"]) == [("head_of_government", "FI", "current")]


def test_a_second_name_leaves_a_post_alone() -> None:
    _, by_name = read(
        "The {T:prime minister of {L:Finland}} landed. {P:Ida Aas} met {P:Jon Moe} there.", "en"
    )
    assert posts(by_name["Ida Aas"]) == []


@pytest.mark.parametrize(
    ("text", "name", "expected", "language"),
    [
        ("{T:{L:Norway}'s leader}, {P:Jon Moe}, came.", "Jon Moe", ("head_of_state", "NO", "current"), "en"),
        ("{T:Глава {L:Казахстана}} {P:Ли Ан} приехала.", "Ли Ан", ("head_of_state", "KZ", "current"), "ru"),
        ("{T:{L:Norway}'s chargé d'affaires}, {P:Jon Moe}, came.", "Jon Moe", ("ambassador", "NO", "acting"), "en"),
        ("وصل {T:القائم بالأعمال في سفارة {L:اليابان}} {P:عادل سليم}.", "عادل سليم",
         ("ambassador", "JP", "acting"), "ar"),
        ("وصل {T:القائم بأعمال سفارة {L:اليابان} آنذاك} {P:عادل سليم}.", "عادل سليم",
         ("ambassador", "JP", "former"), "ar"),
    ],
)  # fmt: skip
def test_leaders_of_states_and_who_acts_for_an_ambassador(text, name, expected, language) -> None:
    _, by_name = read(text, language)
    assert posts(by_name[name]) == [expected]


def test_a_minister_told_shortly_is_no_second_one() -> None:
    _, by_name = read(
        "{P:Jon Moe} is {T:foreign minister of {L:Norway}}. The {T:first Norwegian minister} came,"
        " and {P:Moe} spoke.",
        "en",
    )
    assert [p.post for p in by_name["Jon Moe"].posts] == ["foreign_minister"]


def test_a_bare_post_is_that_of_whose_post_holds_its_words() -> None:
    people, _ = read(
        "{T:President of {L:Norway}} {P:Jon Moe} met {T:{L:Finland}'s head of state}, {P:Mika Salo}."
        "\n\nLunch was late. The {T:president} was not.",
        "en",
    )
    assert people["Jon Moe"][-1] == "president"


def test_what_somebody_is_now_stands_behind_a_dash() -> None:
    _, by_name = read("{P:Асан Үсен} – қазір {T:Президенттің арнайы өкілі}.", "kk")
    assert [p.post for p in by_name["Асан Үсен"].posts] == ["special_envoy"]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("{T:President of {L:Norway}} {P:Jon Moe} came. The {T:president}, a {T:former boxer}, left.",
         "Jon Moe", "en"),
        ("{T:Президент {L:Казахстана}} {P:Ян Мо} прибыл. {T:Президент}, в прошлом {T:боксёр}, уехал.",
         "Ян Мо", "ru"),
    ],
)  # fmt: skip
def test_what_stands_between_commas_behind_a_post_is_its_holders(text, name, language) -> None:
    _, by_name = read(text, language)
    assert [p.post for p in by_name[name].posts] == ["head_of_state", "athlete"]


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("ru", "Анна Оос", "В Осло скончалась {T:медсестра} {P:Анна Оос}. {P:Оос} учила {P:Яна Ли}."),
        ("ar", "آنا أوس", "توفيت أمس {T:الممرضة} {P:آنا أوس}. وكانت {P:أوس} قد علّمت {P:يان لي}."),
        ("en", "Anna Oos", "{T:Nurse} {P:Anna Oos}, who taught {P:Jan Li}, died on Monday."),
        ("kk", "Анна Оос", "{T:Медбике} {P:Анна Оос} 88 жасында қайтыс болды. {P:Ян Ли} жылады."),
        ("ja", "アンナ・オース", "{T:看護師}の{P:アンナ・オース}さんが12日、死去した。{P:ヤン・リー}さんが悼んだ。"),
    ],
)  # fmt: skip
def test_who_has_died_holds_nothing_now(language: str, name: str, text: str) -> None:
    _, by_name = read(text, language)
    assert {p.status for p in by_name[name].posts} == {"former"}


def test_whose_words_are_told_is_not_who_stands_behind_the_comma() -> None:
    people, _ = read("По словам {P:Анны Оос}, {T:посол {L:Японии}} уехал.", "ru")
    assert people["Анны Оос"] == ["Анны Оос"]
    people, _ = read("По словам {P:Анны Оос}, {T:посла {L:Японии}}, визит был долгим.", "ru")
    assert people["Анны Оос"] == ["Анны Оос", "посла Японии"]


def test_who_was_followed_last_summer_held_the_post() -> None:
    _, by_name = read(
        "{T:Министр {L:Японии}} {P:Ян Ли}, сменивший прошлым летом {P:Анну Оос}, молчит.", "ru"
    )
    assert [(p.post, p.status) for p in by_name["Анну Оос"].posts] == [("minister", "former")]


def test_a_member_of_a_committee_of_parliament_sits_in_it() -> None:
    _, by_name = read("{T:Член {O:комитета парламента}} {P:Ян Ли} ждал.", "ru")
    assert [p.post for p in by_name["Ян Ли"].posts] == ["member_of_parliament"]
    _, by_name = read("{T:Член {O:комитета ветеранов}} {P:Ян Ли} ждал.", "ru")
    assert [p.post for p in by_name["Ян Ли"].posts] == ["senior_official"]


def test_who_heads_a_house_today_is_its_head() -> None:
    _, by_name = read("{P:Ян Ли}, возглавляющий теперь {O:Ассоциацию рыбаков}, молчит.", "ru")
    assert [p.post for p in by_name["Ян Ли"].posts] == ["business_association"]


def test_a_woman_who_spoke_is_no_man_of_the_same_post() -> None:
    people, _ = read(
        "{T:Министр {L:Японии}} {P:Мори Хироси} приехал. {T:Министр {L:Казахстана}} {P:Асель Оос} "
        "встретила его. «Рада», — сказала {T:министр}. «И я», — сказал {T:министр}.",
        "ru",
    )
    assert people["Асель Оос"] == ["Министр Казахстана", "Асель Оос", "министр"]
    assert people["Мори Хироси"] == ["Министр Японии", "Мори Хироси", "министр"]


def test_of_two_rulers_a_kazakh_title_means_whoever_bears_it() -> None:
    people, _ = read(
        "{T:{L:Норвегия} королі} {P:Эрик} {T:{L:Жапония} императоры} {P:Акито}ны қабылдады. Кейін"
        " {T:король} ас берді.",
        "kk",
    )
    assert people["Эрик"] == ["Норвегия королі", "Эрик", "король"]


def test_no_honorary_consul_is_called_ambassador() -> None:
    people, _ = read(
        "{T:Honorary Consul of {L:Norway}} {P:Jon Moe} spoke. The {T:ambassador} was away.", "en"
    )
    assert people["Jon Moe"] == ["Honorary Consul of Norway", "Jon Moe"]


@pytest.mark.parametrize("verb", ["استقبل", "ويستقبل", "والتقى"])
def test_an_arabic_guest_does_not_hold_the_post_of_who_receives_him(verb) -> None:
    people, by_name = read(
        "وصل {T:وزير خارجية {L:اليابان}} {P:كينجي هاياشي} إلى {L:تونس}."
        f" {verb} {{T:الرئيس}} {{P:هاياشي}} في {{L:قصر قرطاج}}.",
        "ar",
    )
    assert "الرئيس" not in people["كينجي هاياشي"]
    assert [p.post for p in by_name["كينجي هاياشي"].posts] == ["foreign_minister"]


def test_an_arabic_president_who_is_received_stays_one() -> None:
    _, by_name = read(
        "وصل {T:رئيس {L:اليابان}} {P:كينجي هاياشي} إلى {L:تونس}. واستقبل {T:الرئيس} {P:هاياشي}.",
        "ar",
    )
    assert [p.post for p in by_name["كينجي هاياشي"].posts] == ["head_of_state"]
