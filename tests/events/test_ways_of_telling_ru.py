"""Happenings in the words of the Russian press, and words that only look like them."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, words):
    text = f"Коротко\n\n{words}\n"
    reading = reader.read(Document("s", text, "ru", "2025-09-18"))
    return {(e.type, e.status.value, e.date) for e in reading.events}


WAYS = [
    ("expulsion", "held", "2025-09-16", "Того во вторник указало на дверь двум чадским атташе."),
    ("expulsion", "planned", None, "Двух дипломатов Чада вышлют, сообщил министр Ив Аманья."),
    ("aid", "held", "2025-09-15", "Палатки и одеяла из Чили в понедельник доставили на Ямайку."),
    ("aid", "planned", "2025-10", "В октябре Чили пришлёт на Ямайку отряд спасателей."),
    ("project", "held", "2025-09-16", "Во вторник в Ломе сдали в эксплуатацию чилийский терминал."),
    ("project", "cancelled", None, "Того и Чили отказались от строительства верфи."),
    ("appointment", "held", "2025-09-16", "Кресло министра финансов Того во вторник занял Ив Аманья."),
    ("aid", "planned", "2025-10", "Чили обещает в октябре отправить на Ямайку медикаменты."),
    ("agreement", "held", "2025-09-16", "Того и Чили во вторник согласились делить улов."),
    ("visit", "cancelled", None, "Министр Ив Аманья вынужден отказаться от поездки в Сантьяго."),
    ("project", "held", "2025-09-16", "Во вторник чилийцы подключили к сети ветропарк под Ломе."),
    ("appointment", "held", "2025-09-16", "Послом Того в Чили во вторник назначена Ада Мензах."),
    ("agreement", "held", "2025-09-16", "Того и Чили во вторник поставили точку в споре о тарифах."),
    ("protest", "held", "2025-09-16", "Докеры во вторник заблокировали ворота порта Ломе."),
    ("embassy_opened", "planned", "2026", "В 2026 году в Ломе появится посольство Чили."),
    ("exhibition", "held", "2025-09-16", "Во вторник в Ломе прошёл вернисаж чилийских гравёров."),
    ("ceremony", "held", "2025-09-16", "Во вторник Ив Аманья вбил в Ломе первую сваю причала."),
    ("cultural_encounter", "held", "2025-09-16", "Во вторник в соборе Ломе звучала чилийская музыка."),
    ("loan_grant", "held", "2025-09-16", "Чили во вторник открыло Того кредитную линию на 5 млн евро."),
    ("aid", "held", "2025-09-16", "Чили во вторник перевело 20 тысяч евро пострадавшим от пожара в Ломе."),
    ("appointment", "held", "2025-09-16", "Сенат Чили во вторник проголосовал за кандидатуру Хуана Ибарры."),
    ("education_exchange", "planned", "2026", "В 2026 году университеты Ломе и Сантьяго обменяются студентами."),
    ("signing", "held", "2025-09-16", "Во вторник министры Хуан Ибарра и Ив Аманья поставили подписи под хартией."),
    ("agreement", "held", "2025-09-16", "Чад во вторник присоединился к соглашению о рыбе с Чили."),
    ("protest", "held", "2025-09-16", "Докеры, во вторник перекрывшие дорогу в Ломе, ждут денег."),
    ("protest", "held", "2025-09-16", "Во вторник учителя Ломе вышли на пикет."),
    ("aid", "held", "2025-09-16", "Чили во вторник послала в Того бригаду хирургов."),
    ("embassy_opened", "held", "2025-09-16", "Во вторник в Ломе распахнуло двери посольство Чили."),
    ("appointment", "held", "2025-09-16", "Во вторник возглавить миссию поручили Аде Мензах."),
    ("ambassador_recalled", "held", "2025-09-16", "Чад во вторник отзывает посла из Ломе."),
    ("visit", "held", "2025-09-16", "Во вторник в Ломе гостил министр Ив Аманья."),
    ("project", "held", "2025-09-16", "Во вторник в Ломе заработал завод чилийской фирмы."),
    ("statement_joint", "held", "2025-09-16", "Во вторник Того и Чили приняли совместное заявление."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "status", "date", "words"), WAYS)
def test_a_happening_is_known_by_the_words_of_the_trade(reader, kind, status, date, words):
    assert (kind, status, date) in told(reader, words)


NONE = [
    "Больницу в Ломе чилийцы так и не построили.",
    "Роман «Высылка дипломата» принёс писательнице Аде Мензах премию.",
    "Слухи о высылке атташе Чили в Ломе никто не подтверждает.",
    "Посольство Чили в Ломе открыто по будням.",
    "Того и Чили разорвали дипломатические отношения в 1979 году.",
    "Врач Ада Мензах ведёт приём граждан по вторникам.",
]


@pytest.mark.parametrize("words", NONE)
def test_what_only_looks_like_a_happening_is_none(reader, words):
    assert told(reader, words) == set()


def test_a_city_that_receives_somebody_tells_of_a_visit(reader):
    words = "Во вторник Ломе принимал министра иностранных дел Чили Хуана Ибарру."
    assert told(reader, words) == {("visit", "held", "2025-09-16")}


def test_the_day_on_which_a_trip_was_said_to_be_put_off_is_none_of_the_trip(reader):
    words = "МИД Чили в среду объявил о переносе поездки министра Хуана Ибарры в Ломе."
    assert ("visit", "postponed", None) in told(reader, words)


def test_the_month_that_is_only_denied_is_not_when(reader):
    words = "Саммит в Ломе пройдёт не в октябре, а в феврале 2026 года."
    assert told(reader, words) == {("summit", "postponed", "2026-02")}


def test_a_day_before_a_participles_noun_is_not_that_of_the_verb(reader):
    words = "Прибывшая 9 сентября в Ломе министр Ада Ибарра в среду встретилась с коллегой Ивом Аманьей."
    assert ("talks", "held", "2025-09-17") in told(reader, words)


def test_the_day_of_an_offer_is_none_of_what_is_offered(reader):
    words = "Во вторник министр Хуан Ибарра позвал коллегу Ива Аманью в Сантьяго."
    assert told(reader, words) == {("visit", "proposed", None)}


def test_a_colon_parts_what_has_days_of_its_own(reader):
    words = "В понедельник Чили и Того договорились о порте: терминал откроется в 2027 году."
    assert told(reader, words) == {
        ("agreement", "held", "2025-09-15"),
        ("project", "planned", "2027"),
    }


def test_what_somebody_says_is_off_needs_no_traveller(reader):
    words = "Визит, который должен был начаться в пятницу, отменён."
    assert told(reader, words) == {("visit", "cancelled", "2025-09-19")}


def test_where_somebody_is_invited_is_a_place_behind_the_word(reader):
    into = "Министр Хуан Ибарра пригласил коллегу Иву Аманью в Сантьяго."
    firms = "Министр Хуан Ибарра пригласил фирмы Того в совместный проект."
    assert told(reader, into) == {("visit", "proposed", None)}
    assert not any(kind == "visit" for kind, _, _ in told(reader, firms))


def test_a_stop_that_is_not_made_is_one_of_the_guest(reader):
    words = (
        "Коротко\n\nПрезидент Чили Хуан Ибарра 3 сентября прибыл в Ломе с визитом. "
        "Поездка в Кару, стоявшая в первом варианте программы, не состоится.\n"
    )
    reading = reader.read(Document("s", words, "ru", "2025-09-04"))
    off = [e for e in reading.events if e.status.value == "cancelled"]
    guests = {e.id for e in reading.entities if e.name == "Хуан Ибарра"}
    assert [set(e.participants) for e in off] == [guests]


def who(reader, words, kind):
    text = f"Коротко\n\n{words}\n"
    reading = reader.read(Document("s", text, "ru", "2025-09-18"))
    names = {e.id: e.name for e in reading.entities}
    return [{names[p] for p in e.participants} for e in reading.events if e.type == kind]


def test_a_host_whose_post_stands_in_the_words_receives(reader):
    words = "Во вторник посол Ада Мензах была принята президентом Хуаном Ибаррой."
    assert told(reader, words) == {("courtesy_call", "held", "2025-09-16")}


def test_what_two_sides_agree_to_do_is_told_by_the_agreement(reader):
    agreed = "В среду Того и Чили договорились построить завод."
    dated = "В среду Того и Чили договорились построить завод в 2027 году."
    assert told(reader, agreed) == {("agreement", "held", "2025-09-17")}
    assert ("project", "planned", "2027") in told(reader, dated)


def test_who_takes_an_invitation_receives_nobody(reader):
    words = "Президент Хуан Ибарра принял приглашение посетить Ломе в будущем году."
    assert told(reader, words) == {("visit", "planned", "2026")}


def test_the_last_to_come_is_not_who_holds_the_post_now(reader):
    words = (
        "Премьер Чили Хуан Ибарра во вторник прибыл в Ломе. "
        "Последний раз чилийский премьер бывал здесь в 2004 году."
    )
    assert who(reader, words, "visit") == [{"Хуан Ибарра"}, set()]


def test_the_premiers_are_those_who_were_named_before(reader):
    words = (
        "Премьер-министр Чили Хуан Ибарра поблагодарил премьер-министра Того Иву Аманью. "
        "В среду премьеры договорились создать фонд. "
        "Министр Ада Мензах подписала с министром Луисом Рохасом протокол."
    )
    assert who(reader, words, "agreement") == [{"Хуан Ибарра", "Иву Аманью"}]


def test_they_who_meet_businessmen_are_the_guest_of_before(reader):
    words = (
        "В понедельник в Ломе приедет делегация Чили во главе с министром Хуаном Ибаррой. "
        "Во вторник они встретятся с местными промышленниками."
    )
    assert who(reader, words, "business_meeting") == [{"Хуаном Ибаррой"}]


DATED = [
    ("visit", "held", "2024", "Прошлогодний визит министра Ива Аманьи в Сантьяго был долгим."),
    ("visit", "held", "2025-01", "Январский визит министра Ива Аманьи в Сантьяго был долгим."),
    ("visit", "held", "2025-09-17", "Вчерашний визит министра Ива Аманьи в Сантьяго был долгим."),
    ("ceremony", "planned", "2025-09-19", "Похороны дипломата назначены на пятницу."),
    ("signing", "planned", "../2025-10", "Министр Ив Аманья подпишет договор не позднее октября."),
    (
        "ministerial_dialogue",
        "proposed",
        "2026-06",
        "Заседание совместной комиссии предложено созвать в июне.",
    ),
]


@pytest.mark.parametrize(("kind", "status", "date", "words"), DATED)
def test_a_day_is_told_by_an_adjective_too(reader, kind, status, date, words):
    assert (kind, status, date) in told(reader, words)


def test_a_date_that_goes_on_behind_a_comma_is_another(reader):
    words = (
        "Посол Ада Мензах прилетела в Ломе в понедельник, днём позже её принял президент Ив Аманья."
    )
    text = f"Коротко\n\n{words}\n"
    reading = reader.read(Document("s", text, "ru", "2025-09-18"))
    dates = [(m.text, m.value) for m in reading.mentions if m.kind.value == "date"]
    assert dates == [("понедельник", "2025-09-15"), ("днём позже", "2025-09-16")]


BROUGHT_OFF = [
    ("talks", "held", None, "Министр Ив Аманья успел встретиться с премьером Хуаном Ибаррой."),
    ("talks", "held", None, "Министр Ив Аманья смог лишь встретиться с послом Адой Мензах."),
    ("visit", "held", None, "Иву Аманье всё же удалось посетить Сантьяго."),
    ("agreement", "held", None, "Им удалось договориться встретиться в июне в Ломе."),
]


@pytest.mark.parametrize(("kind", "status", "date", "words"), BROUGHT_OFF)
def test_what_somebody_brought_off_was_held(reader, kind, status, date, words):
    assert (kind, status, date) in told(reader, words)


NOT_BROUGHT_OFF = [
    "Министр Ив Аманья не успел встретиться с премьером Хуаном Ибаррой.",
    "Министр Ив Аманья не сумел открыть посольство в Сантьяго.",
    "Министр Ив Аманья мог бы встретиться с премьером Хуаном Ибаррой.",
    "Министр Ив Аманья надеется, что успеет встретиться с премьером Хуаном Ибаррой.",
]


@pytest.mark.parametrize("words", NOT_BROUGHT_OFF)
def test_what_nobody_brought_off_was_not_held(reader, words):
    assert "held" not in {status for _, status, _ in told(reader, words)}


def test_who_takes_harsh_measures_receives_nobody(reader):
    words = (
        "Посол Того Ада Мензах встретилась с министром Чили Хуаном Ибаррой. "
        "Сантьяго, предупредил он, примет жёсткие ответные меры."
    )
    assert {kind for kind, _, _ in told(reader, words)} == {"talks"}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Министры Ив Аманья и Хуан Ибарра договорились создать фонд в декабре.", "2025-09"),
        ("Министры Ив Аманья и Хуан Ибарра во вторник договорились создать фонд.", "2025-09-16"),
        ("В декабре министры Ив Аманья и Хуан Ибарра договорились создать фонд.", "2024-12"),
        ("Ив Аманья и Хуан Ибарра договорились во вторник создать фонд.", "2025-09-16"),
    ],
)
def test_the_day_of_what_is_agreed_on_is_not_that_of_agreeing(reader, words, day):
    assert told(reader, words) == {("agreement", "held", day)}
