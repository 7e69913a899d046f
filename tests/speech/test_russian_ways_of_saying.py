"""Russian words beside speech that are no words of saying, and whom an offer is made to."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def said(reader, words):
    """Give who says what, by name."""
    reading = reader.read(Document("s1", f"Коротко\n\n{words}\n", "ru", "2024-06-06"))
    names = {entity.id: entity.name for entity in reading.entities}
    return {(names.get(q.speaker), q.text) for q in reading.quotations}


def test_speech_breaks_off_at_who_turns_to_whom(reader):
    words = (
        "Посол Перу Хуан Ривас рассказал о порте. «Вам будет легко, — обратился Арвид Озолс к "
        "консулам. — Двери открыты». Он выразил уверенность, что порт построят."
    )
    found = said(reader, words)
    assert ("Арвид Озолс", "Вам будет легко") in found
    assert ("Арвид Озолс", "Двери открыты") in found
    assert ("Арвид Озолс", "порт построят") in found


def test_an_answer_behind_a_dash_may_be_smiled(reader):
    words = (
        "Премьер Арвид Озолс уточнил, что порт откроют в ноябре.\n\n— А мост?\n\n"
        "— Мост уже стоит, — улыбнулся премьер."
    )
    assert ("Арвид Озолс", "Мост уже стоит") in said(reader, words)


@pytest.mark.parametrize(
    "words",
    [
        "Премьер Арвид Озолс принял гостей. «Мост уже стоит», — приводит слова премьера его "
        "пресс-служба.",
        "«Мост уже стоит», — приводит агентство Рейтер слова премьера Арвида Озолса.",
    ],
)
def test_words_that_a_house_passes_on_are_of_whom_it_names(reader, words):
    ((speaker, text),) = said(reader, words)
    assert speaker.startswith("Арвид")
    assert text == "Мост уже стоит"


def test_a_name_ends_before_the_dash_behind_which_speech_goes_on(reader):
    words = "«Мост стоит, — рассказала посол Куусик. — Они приедут», добавила она."
    assert {who for who, _ in said(reader, words)} == {"Куусик"}


def test_whom_an_offer_is_made_to_is_no_part_of_it(reader):
    words = "Президент Чили Хуан Ривас предложил лидерам Латвии и Перу провести в Риге встречу."
    assert said(reader, words) == {("Хуан Ривас", "провести в Риге встречу")}


def test_who_quotes_somebody_does_not_say_it(reader):
    words = "Газета «Север» приводит слова министра Хуана Риваса: «Граница открыта»."
    assert said(reader, words) == {("Хуана Риваса", "Граница открыта")}


WHO = [
    ("Партия Латвии молчит. «Это вымысел», — заявил её представитель Карлос Вега.", "Карлос Вега"),
    ("«Учитель для многих», — так назвала его министр Анна Берзиня.", "Анна Берзиня"),
]


@pytest.mark.parametrize(("words", "name"), WHO)
def test_whose_somebody_is_does_not_speak_in_his_stead(reader, words, name):
    reading = reader.read(Document("s1", f"Коротко\n\n{words}\n", "ru", "2025-01-30"))
    names = {e.id: e.name for e in reading.entities}
    assert [names.get(q.speaker) for q in reading.quotations if q.kind.value == "direct"] == [name]


CELEBRATED = [
    ("ru", "Латвия и Эквадор отметили тридцатилетие отношений."),
    ("kk", "Латвия мен Эквадор қатынастардың отыз жылдығын атап өтті."),
]


@pytest.mark.parametrize(("language", "words"), CELEBRATED)
def test_who_marks_a_day_says_nothing(reader, language, words):
    assert reader.read(Document("s1", f"—\n\n{words}\n", language, "2025-01-30")).quotations == ()


VERBS = [
    ("«Зерно пришло сырым», — вспоминал потом епископ Юхан Ригер.", "Юхан Ригер"),
    ("«Мы ждали», — признавалась позднее посол Марта Кальвет.", "Марта Кальвет"),
    ("«Порт готов», — продолжает министр Оскар Лунд.", "Оскар Лунд"),
    ("Посол Марта Кальвет не раз предостерегала: спешка вредит делу.", "Марта Кальвет"),
]


@pytest.mark.parametrize(("words", "name"), VERBS)
def test_what_somebody_used_to_say_is_said_too(reader, words, name):
    assert {who for who, _ in said(reader, words)} == {name}


CONTENT = [
    ("Министр Анна Лунд пообещала помочь фермерам, которые потеряли урожай.", "урожай"),
    ("Министр Анна Лунд предложила создать комиссию, в которую войдут учёные.", "учёные"),
    ("Мэр Анна Лунд напоминает: прошлый хозяин, чилийский, обещал дом, а дал сарай.", "сарай"),
]


@pytest.mark.parametrize(("words", "last"), CONTENT)
def test_a_relative_clause_and_a_verb_of_its_own_belong_to_what_is_said(reader, words, last):
    ((_, text),) = said(reader, words)
    assert text.endswith(last)


def test_who_refuses_something_says_nothing_before(reader):
    assert said(reader, "Министр, как выяснилось, отказался от поездки.") == set()


KIN = [
    ("Посол Карл Аду ушёл на пенсию, рассказал его сын, врач Адам Боа.", "Адам Боа"),
    ("Посол Карл Аду болен. «Он спит», — сказала его старшая дочь Анна Боа.", "Анна Боа"),
    ("Посол Карл Аду болен. Визит отложен, сообщила его жена.", None),
    ("Посол Карл Аду болен. По словам его сына, визит отложен.", None),
    ("Посол Карл Аду болен. Визит отложен, сообщил его представитель Ян Боа.", "Ян Боа"),
    ("Пресс-атташе посольства заявил, что посол отдыхает.", None),
]


@pytest.mark.parametrize(("words", "name"), KIN)
def test_neither_an_owner_nor_a_house_speaks_for_whom_it_has(reader, words, name):
    assert {who for who, _ in said(reader, words)} == {name}


def test_words_that_open_a_headline_are_of_whom_a_colon_names(reader):
    text = "«Мы строим не мост»: посол Ганы ответила на вопросы\n\nПосол Ганы Ама Аду прибыла.\n"
    reading = reader.read(Document("s1", text, "ru", "2025-01-30"))
    names = {e.id: e.name for e in reading.entities}
    assert [(names.get(q.speaker), q.text) for q in reading.quotations] == [
        ("Ама Аду", "Мы строим не мост")
    ]


def test_a_title_that_opens_a_headline_is_nobodys_words(reader):
    text = "«Мы строим не мост»: посол Ганы открыла выставку\n\nПосол Ганы Ама Аду прибыла.\n"
    assert not reader.read(Document("s1", text, "ru", "2025-01-30")).quotations


def test_he_is_no_newspaper_but_who_spoke_before_it(reader):
    words = (
        "Приём состоится, заявил посол Перу Хуан Ривас. Ранее газета «Заря» писала, что приём "
        "отменён. «Это выдумка», — отрезал он."
    )
    assert ("Хуан Ривас", "Это выдумка") in said(reader, words)


def test_he_who_speaks_behind_a_body_may_be_nobody_told_before(reader):
    words = (
        "Премьер Перу Хуан Ривас встретился с послом Латвии Арвидом Озолсом. Агентство «Волна» "
        "сообщило, что стороны довольны. «Это успех», — заявил он."
    )
    assert not {who for who, what in said(reader, words) if what == "Это успех"} & {
        "агентство «Волна»",
        "Агентство «Волна»",
    }
