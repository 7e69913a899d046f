"""Seas, mountains, provinces and regions of the world are known in five languages."""

import pytest

from sijill.register.load import load_register
from sijill.register.matcher import Matcher
from sijill.tables import open_table


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(load_register())


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "from the Bay of Bengal to Kerala", ["Bay of Bengal", "Kerala"]),
        ("ar", "بين كيرالا والبقاع", ["كيرالا", "البقاع"]),
        ("ru", "в Индийском океане и в Баварии", ["Индийском океане", "Баварии"]),
        ("ru", "у Восточно-Китайского моря", ["Восточно-Китайского моря"]),
        ("ru", "над озером Балхаш", ["озером Балхаш"]),
        ("ru", "в Карагандинской области", ["Карагандинской области"]),
        ("ru", "Средиземным морем", ["Средиземным морем"]),
        (
            "ru",
            "в Лаосской Народно-Демократической Республике",
            ["Лаосской Народно-Демократической Республике"],
        ),
        ("ar", "بين الأوروغواي والباراغواي", ["الأوروغواي", "الباراغواي"]),
        ("ru", "в Женеве и Афинах, от Анд до Альп", ["Женеве", "Афинах", "Анд", "Альп"]),
        ("ru", "из Пномпеня к Тянь-Шаню", ["Пномпеня", "Тянь-Шаню"]),
        ("kk", "Оңтүстік Қытай теңізінде", ["Оңтүстік Қытай теңізі"]),
        ("ja", "アンデス山脈からミナスジェライス州へ", ["アンデス山脈", "ミナスジェライス州"]),
    ],
)
def test_the_wider_world_is_known(matcher, language, text, found):
    assert [hit.text for hit in matcher.find(text, language)] == found


def test_every_place_of_the_table_lies_on_the_globe_and_has_names():
    columns = ("id", "longitude", "latitude", "en", "ar", "ru", "kk", "ja")
    for row in open_table("world/places.tsv", columns):
        assert -180 <= float(row["longitude"]) <= 180, row["id"]
        assert -90 <= float(row["latitude"]) <= 90, row["id"]
        assert row["en"], row["id"]
        assert row["ar"], row["id"]
        assert row["ru"], row["id"]


#: Capitals that a language calls as it calls their state, and one that is being built.
CALLED_AS_THE_STATE = {("ru", "dz"), ("ru", "gt"), ("ru", "pa"), ("ja", "gq")}


@pytest.mark.parametrize("language", ["ar", "en", "ru", "kk", "ja"])
def test_capitals_of_states_have_names_in_each_language(language):
    entries = load_register().entries
    states = [
        r["id"] for r in open_table("world/states.tsv", ("id", "status")) if r["status"] == "state"
    ]
    nameless = {
        (language, state)
        for state in states
        if (capital := entries.get(entries[state].capital or "")) is not None
        and not capital.names.get(language)
    }
    assert nameless == {pair for pair in CALLED_AS_THE_STATE if pair[0] == language}


@pytest.mark.parametrize(
    ("language", "form", "capital"),
    [
        ("ar", "سكوبيه", "skopje"),
        ("ar", "أسمرة", "asmara"),
        ("ar", "بانغي", "bangui"),
        ("ar", "كينغستون", "kingston"),
        ("en", "Prishtina", "pristina"),
        ("ru", "Гитега", "gitega"),
        ("kk", "Бандар-Сери-Бегаван", "bandar-seri-begawan"),
        ("ja", "キト", "quito"),
    ],
)
def test_capitals_are_known_as_the_press_spells_them(language, form, capital):
    assert form in load_register().entries[capital].names[language]


@pytest.mark.parametrize(
    ("form", "city"),
    [
        ("Буэнос-Айрес", "buenos-aires"),
        ("Оттава", "ottawa"),
        ("Канберра", "canberra"),
        ("Претория", "pretoria"),
        ("Гамбург", "hamburg"),
        ("Рио-де-Жанейро", "rio-de-janeiro"),
        ("Веллингтон", "wellington"),
    ],
)
def test_cities_are_known_by_their_names_in_russian_and_kazakh(form, city):
    names = load_register().entries[city].names
    assert names["ru"][0] == names["kk"][0] == form


def test_every_state_is_known_in_the_genitive_of_its_russian_name(matcher):
    wrong = {
        row["code"]: row["ru"]
        for row in open_table("world/state_genitives.tsv", ("code", "ru"))
        if [hit.entry_ids for hit in matcher.find(row["ru"], "ru")] != [(row["code"].lower(),)]
    }
    assert wrong == {}


#: Names that two states, or a state and a city, share in that language.
SHARED = {("ar", "الكونغو"), ("ar", "عمان"), ("ar", "عُمان")}


def test_no_name_of_a_state_is_that_of_anything_else(matcher):
    wrong = [
        (language, name)
        for entry in matcher.register.entries.values()
        if entry.country and entry.id == entry.country.lower()
        for language, names in entry.names.items()
        for name in names
        if [hit.entry_ids for hit in matcher.find(name, language)] != [(entry.id,)]
    ]
    assert set(wrong) == SHARED
