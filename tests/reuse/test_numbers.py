import pytest

from sijill.reuse.numbers import find_numbers


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ar", "وقع 14 وثيقة بقيمة ٣٫٧ مليار دولار خلال عشرين دقيقة", [14, 3.7e9, 20]),
        ("en", "signed 14 documents worth $3.7 billion in twenty minutes", [14, 3.7e9, 20]),
        ("ru", "подписали 14 документов на 3,7 млрд долларов за двадцать минут", [14, 3.7e9, 20]),
        ("kk", "14 құжат, 3,7 миллиард доллар, жиырма минут", [14, 3.7e9, 20]),
        ("ja", "14文書、37億ドル、二十分間", [14, 3.7e9, 20]),
    ],
)
def test_a_number_is_the_same_in_every_language(language, text, values):
    assert [n.value for n in find_numbers(text, language)] == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ar", "اثنين وأربعين عاما", [42]),
        ("en", "forty-two years", [42]),
        ("ru", "сорок два года", [42]),
        ("kk", "қырық екі жыл", [42]),
        ("ja", "四十二年", [42]),
    ],
)
def test_tens_and_units_are_one_number(language, text, values):
    assert [n.value for n in find_numbers(text, language)] == values


def test_thousands_and_fractions_are_told_apart():
    assert [n.value for n in find_numbers("1,500 and 1.5 and 1.250.000", "en")] == [
        1500,
        1.5,
        1250000,
    ]
    assert [n.value for n in find_numbers("1 500 человек, 18,6%", "ru")] == [1500, 18.6]
    assert [n.value for n in find_numbers("1億2000万円", "ja")] == [120_000_000]


def test_a_year_before_a_count_stays_its_own_number():
    assert [n.value for n in find_numbers("в 2004 14 стран", "ru")] == [2004, 14]


def test_words_that_hold_a_numeral_are_no_number():
    assert find_numbers("一方、統一をめざす", "ja") == ()
    assert find_numbers("one of them, someone often", "en") == ()


def test_a_span_covers_the_words():
    text = "بقيمة ٣٫٧ مليار دولار"
    [number] = find_numbers(text, "ar")
    assert text[number.start : number.end] == "٣٫٧ مليار"
