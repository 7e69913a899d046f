"""Who is of one side with whom, and who of another."""

import pytest
from test_resolution import posts, read

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

GUEST = "{T:{L:Жапония} Сыртқы істер министрі} {P:Кэн Сато}"


@pytest.mark.parametrize(
    ("text", "who", "country"),
    [
        (  # who came with a minister is of the minister's state
            "{L:Казахстан} ждёт гостей. С {T:министром {L:Японии}} {P:Ито Кэном} прибыл"
            " {T:депутат} {P:Олег Ван}.",
            "Олег Ван",
            "JP",
        ),
        (
            "{L:Казахстан} ждёт гостей. На вопросы ответил {T:депутат} {P:Олег Ван}, прилетевший"
            " вместе с {T:министром {L:Японии}} {P:Ито Кэном}.",
            "Олег Ван",
            "JP",
        ),
        (  # who has come to a state is not of it
            "Соглашение с правительством {L:Японии} готово. В столицу {L:Казахстана} прибыл"
            " {T:министр торговли} {P:Олег Ван}.",
            "Олег Ван",
            "JP",
        ),
        (  # nor is who has a counterpart there
            "{L:Японии} нужен уголь. Договор подписали {T:министр} {P:Олег Ван} и {T:его коллега из"
            " {L:Казахстана}} {P:Ерлан Сеит}.",
            "Олег Ван",
            "JP",
        ),
        (  # who accompanies a minister weighed to be of a state is of it, too
            "{L:Казахстан} принимает {O:оркестр «Фудзи»} из {L:Японии}. На вопросы отвечала"
            " {T:министр культуры {L:Японии}} {P:Ито Юки}. Её сопровождают {T:глава"
            " {O:Союза музыкантов}} {P:Ян Мо} и {T:депутат} {P:Олег Ван}.",
            "Олег Ван",
            "JP",
        ),
        (  # who receives a guest is not of the guest's state
            "{L:Казахстан} ждал гостей из {L:Японии}. {T:Министр торговли {L:Казахстана}}"
            " {P:Ерлан Сеит} прибыл во вторник. Его встретил {T:вице-премьер} {P:Олег Ван}.",
            "Олег Ван",
            "JP",
        ),
    ],
)
def test_of_which_state_a_bare_office_is(text: str, who: str, country: str) -> None:
    _, by_name = read(text, "ru")
    assert {p.body for p in by_name[who].posts} == {country}


@pytest.mark.parametrize(
    "told",
    [
        "Ертесіне {T:министр} {T:білім министрі} {P:Асель Нұр}мен кездесті.",
        "Ертесіне {T:министр} {T:білім министрі} {P:Асель Нұр}мен кеңейтілген келіссөз өткізді.",
    ],
)
def test_whom_a_case_makes_the_other_of_a_meeting_is_of_another_state(told: str) -> None:
    _, by_name = read(f"{GUEST} {{L:Қазақстан}}ға келді. {told}", "kk")
    assert posts(by_name["Асель Нұр"]) == [("minister", "KZ", "current")]


def test_whom_a_pronoun_means_was_told_in_no_case() -> None:
    _, by_name = read(
        f"{GUEST} {{L:Қазақстан}}ға келді. Ол {{T:{{L:Қазақстан}} министрі}} {{P:Болат Әли}}мен"
        " келісімге қол қойды. Кейін оны {T:Премьер-министр} {P:Асан Үсен} қабылдады.",
        "kk",
    )
    assert posts(by_name["Асан Үсен"]) == [("head_of_government", "KZ", "current")]


def test_who_received_a_guest_of_long_ago_holds_his_office_no_more() -> None:
    _, by_name = read(
        "{L:Казахстан} и {L:Японию} связывает многое. В {D:мае 1995} {T:министр {L:Японии}}"
        " {P:Ито Кэн} был в столице. Его принял {T:президент} {P:Ерлан Сеит}; с {T:казахстанским"
        " коллегой} {P:Олегом Ваном} он подписал договор.",
        "ru",
    )
    posts = {p.post: p.status for name in by_name for p in by_name[name].posts}
    assert posts == {"head_of_state": "former", "minister": "former"}


def test_a_missionary_of_old_is_none_now() -> None:
    _, by_name = read(
        "{L:Казахстан} помнит многих. Колодец выкопал в {D:1871} {T:миссионер} {P:Ян Мо}.", "ru"
    )
    assert [p.status for p in by_name["Ян Мо"].posts] == ["former"]


def test_two_ministers_told_in_one_word_are_of_the_two_states() -> None:
    text = (
        "Таллин кездесуі\n\nЧили Президенті Луис Сото Таллинге келіп, Эстония Премьер-министрі Март"
        " Лепикпен кездесті. Қаржы министрлері Хорхе Паррага мен Юхан Саар шартқа қол қойды.\n"
    )
    reading = Reader(load_register()).read(Document("x", text, "kk", "2026-02-10"))
    told = {e.name: [(p.post, p.body) for p in e.posts] for e in reading.entities if e.posts}
    assert told["Хорхе Паррага"] == [("minister", "CL")]
    assert told["Юхан Саар"] == [("minister", "EE")]


def test_our_minister_is_of_the_state_of_who_speaks() -> None:
    text = (
        "Таллинде\n\nЧили депутаты Луис Сото Таллинге келді. Оны Эстония спикері Март Лепик"
        " қабылдады. «Біздің қаржы министріміз Адам Нур күзде келеді», – деді Сото.\n"
    )
    reading = Reader(load_register()).read(Document("x", text, "kk", "2026-02-10"))
    told = {e.name: [(p.post, p.body) for p in e.posts] for e in reading.entities if e.posts}
    assert told["Адам Нур"] == [("minister", "CL")]


def test_the_counterpart_told_first_is_of_who_is_told_behind() -> None:
    _, by_name = read(
        "{T:Министр недр {L:Японии}} {P:Ито Юки} прибыла вчера. Её встретил {T:начальник"
        " {O:Геологической службы}} {P:Ян Мо}. На переговорах с {T:казахстанским коллегой}"
        " {P:Ерланом Сеитом} {P:Ито} говорила об угле.",
        "ru",
    )
    posts = {p.body: p.post for entity in by_name.values() for p in entity.posts}
    assert posts["KZ"] == "minister"
