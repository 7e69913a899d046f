"""Whose president, leader or wife somebody is: of a state, of a house in it, or of who leads it."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def posts_of(reader, text, language, name):
    reading = reader.read(Document("t", text, language, "2026-02-21"))
    names = {e.id: e.name for e in reading.entities}
    [person] = [e for e in reading.entities if e.name == name]
    return [(p.post, names.get(p.body, p.body)) for p in person.posts]


@pytest.mark.parametrize(
    ("post", "role", "house"),
    [
        ("president of the Peruvian football federation", "business_association",
         "Peruvian football federation"),
        ("president of the Peruvian supreme court", "senior_official", "Peruvian supreme court"),
        ("president of the Kenyan association of exporters", "business_association",
         "Kenyan association of exporters"),
        ("president of Kenya’s constitutional court", "senior_official",
         "Kenya’s constitutional court"),
        ("head of the Kenyan chamber of commerce", "business_association",
         "Kenyan chamber of commerce"),
    ],
)  # fmt: skip
def test_the_president_of_a_house_is_none_of_its_state(reader, post, role, house):
    text = f"The {post}, Laura Etchegaray, spoke on Monday."
    assert posts_of(reader, text, "en", "Laura Etchegaray") == [(role, house)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "قال رئيس المنطقة الحرة في تاكنا خوان كيسبي إن المصنع سيفتح.", "خوان كيسبي"),
        ("en", "The president of the jury, Ana Quispe, praised the film.", "Ana Quispe"),
        ("ru", "Президент форума Ана Киспе открыла заседание.", "Ана Киспе"),
    ],
)
def test_who_presides_over_anything_else_is_no_head_of_state(reader, language, text, name):
    [(role, _)] = posts_of(reader, text, language, name)
    assert role in ("senior_official", "chief_executive")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ar", "قال رئيس السنغال بابا ندياي إن بلاده ترحب.", "بابا ندياي"),
        ("ar", "قال رئيس الجمهورية خوان كيسبي إن بلاده ترحب.", "خوان كيسبي"),
        ("en", "The president of the island nation, Ana Quispe, spoke.", "Ana Quispe"),
        ("ru", "Президент соседней страны Хуан Киспе выступил.", "Хуан Киспе"),
    ],
)
def test_who_presides_over_a_state_by_any_name_is(reader, language, text, name):
    [(role, _)] = posts_of(reader, text, language, name)
    assert role == "head_of_state"


def test_the_president_of_a_state_is(reader):
    text = "The president of the Peruvian republic, Laura Etchegaray, spoke on Monday."
    assert posts_of(reader, text, "en", "Laura Etchegaray") == [("head_of_state", "PE")]


def test_who_leads_the_opposition_leads_no_state(reader):
    text = "The leader of Kenya’s opposition, Mary Wanjiru, criticised the deal."
    assert posts_of(reader, text, "en", "Mary Wanjiru") == [("member_of_parliament", "KE")]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The wife of Peru’s president, Ana Quispe, visited the school.", "Ana Quispe"),
        ("ru", "Супруга президента Перу Ана Эчегарай посетила школу.", "Ана Эчегарай"),
        ("ru", "Супруга президента Перу, Ана Киспе, посетила школу.", "Ана Киспе"),
        ("ar", "زارت حرم الرئيس البيروفي السيدة آنا كيسبي المدرسة.", "آنا كيسبي"),
        ("kk", "Перу президентінің зайыбы Ана Киспе мектепті аралады.", "Ана Киспе"),
    ],
)
def test_the_wife_of_a_president_is_no_president(reader, language, text, name):
    assert posts_of(reader, text, language, name) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The wife of President Juan Quispe of Peru visited the school.", "Juan Quispe"),
        ("ru", "Супруга президента Перу Хуана Эчегарая посетила школу.", "Хуана Эчегарая"),
        ("ar", "زارت زوجة الرئيس البيروفي خوان كيسبي المدرسة.", "خوان كيسبي"),
    ],
)
def test_a_president_named_behind_the_word_for_his_wife_is_one(reader, language, text, name):
    assert posts_of(reader, text, language, name) == [("head_of_state", "PE")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "King Harald arrived in Muscat on Sunday."),
        ("ru", "Король Харальд прибыл в Маскат."),
        ("ja", "ハーラル国王は日曜日にマスカットに到着した。"),
        ("ar", "وصل الملك هارالد إلى مسقط يوم الأحد."),
    ],
)
def test_who_comes_to_a_city_is_not_taken_for_one_of_its_state(reader, language, text):
    reading = reader.read(Document("t", text, language, "2026-02-21"))
    [king] = [e for e in reading.entities if e.posts]
    assert [(p.post, p.body) for p in king.posts] == [("monarch", None)]


def test_of_two_the_one_who_is_said_to_have_come_is_not_of_the_city(reader):
    text = (
        "Документ подписали министр Хелле Тамм и её оманский коллега Салим аль-Хабси, приехавший в "
        "Таллин накануне."
    )
    assert posts_of(reader, text, "ru", "Хелле Тамм") == [("minister", "EE")]


@pytest.mark.parametrize(
    ("post", "role", "state"),
    [
        ("president of the Swiss confederation", "head_of_state", "CH"),
        ("chairman of Sudan’s sovereign council", "senior_official", "SD"),
        ("minister of Oman’s royal court", "minister", "OM"),
        ("speaker of Chile's parliament", "speaker", "CL"),
    ],
)
def test_a_house_that_is_the_state_and_an_office_of_state_leave_the_state(
    reader, post, role, state
):
    text = f"The {post}, Karin Moser, received the ambassador of Peru, Luis Arana, on Monday."
    assert posts_of(reader, text, "en", "Karin Moser") == [(role, state)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Twenty died in a flood in Peru. President Luis Arana visited Cusco on Monday."),
        (
            "ru",
            "В Перу от наводнения погибли двадцать человек. Президент Луис Арана посетил Куско.",
        ),
    ],
)
def test_who_visits_a_town_of_the_state_told_before_is_of_it(reader, language, text):
    name = "Луис Арана" if language == "ru" else "Luis Arana"
    assert posts_of(reader, text, language, name) == [("head_of_state", "PE")]


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Лимаға француз президенті Эммануэль Макрон келді.", "Эммануэль Макрон", "FR"),
        ("қырғыз президенті Садыр Жапаров Лимаға келді.", "Садыр Жапаров", "KG"),
    ],
)
def test_a_president_told_by_a_people_in_small_letters_heads_its_state(reader, text, name, state):
    assert posts_of(reader, text, "kk", name) == [("head_of_state", state)]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("ru", "Президент избранный Кофи Анса прибыл в Лиму.", "elect"),
        ("kk", "Лимаға бұрынғы президенті Кофи Анса келді.", "former"),
    ],
)
def test_when_a_president_holds_office_names_no_house(reader, language, text, status):
    reading = reader.read(Document("t", text, language, "2026-02-21"))
    [president] = [e for e in reading.entities if e.posts]
    assert [(p.post, p.status) for p in president.posts] == [("head_of_state", status)]


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("en", "The Kenyan football federation signed a deal with Peru. Its president, Jane Odera,"
         " spoke of plans.", "Jane Odera", "business_association"),
        ("ar", "وقعت شركة بواني اتفاقا مع بيرو. وقالت رئيستها جين أوديرا إن الخطط طموحة.",
         "جين أوديرا", "chief_executive"),
        ("ru", "Торговая палата Кении открыла бюро в Лиме. Её президент Джейн Одера встретилась с"
         " мэром.", "Джейн Одера", "business_association"),
        ("kk", "Кения футбол федерациясы Перумен келісімге қол қойды. Оның президенті Джейн Одера"
         " жоспарларды айтты.", "Джейн Одера", "business_association"),
    ],
)  # fmt: skip
def test_its_president_is_of_the_house_that_the_sentence_before_tells_of(
    reader, language, text, name, role
):
    [(held, body)] = posts_of(reader, text, language, name)
    assert held == role
    assert body not in ("KE", "PE")


@pytest.mark.parametrize(
    ("language", "text", "name", "state"),
    [
        ("en", "The Kenyan government signed a deal. Its president, Peter Kamau, praised it.",
         "Peter Kamau", "KE"),
        ("ru", "В Кении начались выборы. Её президент Питер Камау молчал.", "Питер Камау", "KE"),
        ("ar", "زار الوفد بيرو. والتقى رئيسها لويس فارغاس الضيوف.", "لويس فارغاس", "PE"),
    ],
)  # fmt: skip
def test_its_president_is_of_the_state_where_that_is_told_of(reader, language, text, name, state):
    assert posts_of(reader, text, language, name) == [("head_of_state", state)]
