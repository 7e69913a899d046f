"""Russian names are found in all their cases, also where a vowel drops out."""

import pytest

from sijill.register.declension import (
    CASES,
    _declined,
    _rows,
    all_forms,
    decline,
    decline_word,
)


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Египет", "Египта"),
        ("Верхний Египет", "Верхнего Египта"),
        ("Череповец", "Череповца"),
        ("Дворец Наций", "Дворца Наций"),
        ("Нижний Новгород", "Нижнего Новгорода"),
        ("Тибет", "Тибета"),
    ],
)
def test_a_vowel_drops_out_where_it_does_in_speech(name, genitive):
    assert genitive in decline(name)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Пекин", {"Пекином"}),
        ("Амин Саадави", {"Амином Саадави"}),
        ("Владимир Путин", {"Владимиром Путиным"}),
        ("Краков", {"Краковом"}),
    ],
)
def test_what_is_no_russian_family_name_has_its_own_instrumental(name, forms):
    assert forms <= set(decline(name))


@pytest.mark.parametrize(
    ("state", "genitive"),
    [
        ("Аргентина", "Аргентины"),
        ("Украина", "Украины"),
        ("Молдова", "Молдовы"),
        ("Босния и Герцеговина", "Боснии и Герцеговины"),
        ("Папуа — Новая Гвинея", "Папуа — Новой Гвинеи"),
        ("Маршалловы Острова", "Маршалловых Островов"),
        ("Соломоновы Острова", "Соломоновых Островов"),
        ("Сейшельские Острова", "Сейшельских Островов"),
        ("Филиппины", "Филиппин"),
        ("Мальдивы", "Мальдив"),
        ("Коморы", "Комор"),
        ("Антигуа и Барбуда", "Антигуа и Барбуды"),
    ],
)
def test_states_that_end_like_family_names_or_are_plural_have_their_genitive(state, genitive):
    assert genitive in decline(state)


def test_a_given_name_in_ina_is_declined_as_such_and_as_a_family_name():
    assert {"Галины", "Галине"} <= all_forms("Галина")
    assert {"Бородиной"} <= set(decline("Бородина"))


def test_a_word_has_one_usual_form_in_each_case():
    assert dict(zip(CASES, decline_word("Пекин"), strict=True))["genitive"] == "Пекина"
    assert len(decline_word("Путин")) == len(CASES)


def test_every_form_leads_back_to_the_nominative():
    assert {"Пекин", "Пекина"} <= all_forms("Пекином")
    assert {"Путин", "Путина"} <= all_forms("Путиным")


@pytest.mark.parametrize("word", ["Алиевым", "Токаева", "Уварова", "Сока", "Лян", "Отец", "Путин"])
def test_all_forms_are_those_of_every_nominative_that_a_word_may_have(word):
    forms = {word, *_declined(word)}
    for ending, cases in _rows():
        for form in (form for case in cases for form in case):
            if word.endswith(form) and len(word) - len(form) > 2:
                nominative = word.removesuffix(form) + ending
                if word in _declined(nominative):
                    forms.update((nominative, *_declined(nominative)))
    assert forms <= all_forms(word)
    of_bare_stems = {f for cut in (1, 2) for f in (word[:-cut], *_declined(word[:-cut]))}
    assert all_forms(word) - forms <= of_bare_stems
