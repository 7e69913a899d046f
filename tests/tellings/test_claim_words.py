import pytest

from sijill.tellings.claim_words import sense_ids, sentence_around, since_year, years_named


@pytest.mark.parametrize(
    ("language", "words", "wanted"),
    [
        ("ar", "المرة الأولى التي يخاطب فيها رئيس دولة", {"type:lecture", "role:head_of_state"}),
        ("ar", "أول رئيسة وزراء في اليابان", {"role:head_of_government", "woman"}),
        ("ar", "لم يسبقه رئيس دولة من آسيا الوسطى", {"region:central_asia"}),
        ("en", "the first visit by a head of state from our region", {"type:visit", "own_region"}),
        ("ru", "первым главой государства своего региона", {"role:head_of_state", "own_region"}),
        ("ru", "четвертого ядерного арсенала", {"ordinal:4", "measure:nuclear_arsenal"}),
        ("kk", "Мемлекет басшысының тұңғыш сапары", {"role:head_of_state", "type:visit"}),
        ("ja", "旧ソ連諸国の元首の国会演説", {"region:post_soviet", "role:head_of_state"}),
    ],
)  # fmt: skip
def test_words_mean_what_they_say(language, words, wanted):
    assert wanted <= set(sense_ids(words, language))


def test_the_prime_minister_is_no_president():
    assert "role:head_of_state" not in sense_ids("رئيس وزراء اليابان", "ar")


@pytest.mark.parametrize(
    ("language", "words", "years"),
    [
        ("ar", "على مدى أكثر من 30 عاماً", 30),
        ("ar", "على مدى أكثر من ثلاثين عاما", 30),
        ("ar", "منذ ٣٠ سنة", 30),
        ("en", "for more than thirty years", 30),
        ("en", "for six decades", 60),
        ("en", "the first since 1987", None),
        ("ja", "5年ぶりの訪日", 5),
        ("ja", "2004年の会合", None),
        ("ru", "впервые за последние двенадцать лет", 12),
        ("kk", "соңғы он екі жылдағы тұңғыш сапар", 12),
        ("ar", "أول زيارة منذ اثني عشر عاما", 12),
        ("en", "the first in eleven years", 11),
        ("ja", "二十一年ぶりの訪問", 21),
        ("ar", "الأولى منذ عقدين", 20),
        ("en", "the first visit in a decade", 10),
        ("ru", "впервые за полвека", 50),
        ("ja", "四半世紀ぶりの訪問", 25),
        ("en", "the diplomacy of the 21st century", None),
        ("ar", "عقد الجانبان أول اجتماع", None),
    ],
)
def test_years_are_counted_not_dates(language, words, years):
    assert years_named(words, language) == years


def test_a_sentence_ends_at_its_stop_and_not_inside_a_number():
    text = "Trade was 2.7 billion. It fell by 1.9 percent. Nobody knows."
    at = text.index("fell")
    start, end = sentence_around(text, at, at + 4)
    assert text[start:end] == "It fell by 1.9 percent."


def test_an_unknown_language_has_no_meanings():
    assert sense_ids("premier chef d'État", "fr") == []


def test_japanese_words_are_found_without_blanks_around_them():
    assert "whole" in sense_ids("中央アジア5か国をすべて訪れる", "ja")
    assert since_year("2015年以来初めて", "ja") == 2015


@pytest.mark.parametrize(
    ("language", "words", "year"),
    [
        ("en", "the first visit since 2015", 2015),
        ("ar", "أول زيارة منذ عام 2015", 2015),
        ("ru", "первый визит с 2015 года", 2015),
        ("kk", "2015 жылдан бергі алғашқы сапар", 2015),
        ("en", "the first visit in 2015", None),
        ("ru", "самый первый визит 2015 года", None),
        ("ja", "2015年に初めて", None),
    ],
)
def test_the_year_that_words_reckon_from(language, words, year):
    assert since_year(words, language) == year
