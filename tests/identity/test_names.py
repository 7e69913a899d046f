import pytest

from sijill.identity.name_concepts import without_common_words
from sijill.identity.names import analyse


def words(text, reading=None):
    return [word.text for word in analyse(text, reading).words]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Emperor Naruhito", ["naruhito"]),
        ("Dr. Sayasat Nurbek", ["sayasat", "nurbek"]),
        ("صاحب السمو الشيخ محمد بن زايد آل نهيان", ["صاحب", "محمد", "زايد", "نهيان"]),
        ("господин Олжас Бектенов", ["олжас", "бектенов"]),
        ("高市早苗首相", []),
        ("マシモフ首相", ["マシモフ"]),
    ],
)
def test_honorifics_and_particles_are_left_out(text, kept):
    assert words(text) == kept


def test_abd_goes_with_the_next_word():
    assert words("عبد الفتاح السيسي") == ["عبدالفتاح", "السيسي"]
    assert words("Abdel Fattah el-Sisi") == ["abdelfattah", "sisi"]


def test_a_patronymic_and_an_initial_are_known_as_such():
    name = analyse("Касым-Жомарт Кемелевич Токаев")
    assert [w.text for w in name.words if w.is_patronymic] == ["кемелевич"]
    assert [w.text for w in analyse("T. Uyama").words if w.is_initial] == ["t"]


def test_kanji_is_silent_until_a_reading_is_known():
    assert analyse("川口順子").is_silent
    assert words("川口順子", "かわぐち よりこ") == ["カワグチ", "ヨリコ"]


def test_translated_words_are_concepts():
    assert analyse("Hokkaido University").concepts == {"university"}
    assert analyse("جامعة هوكايدو").concepts == {"university"}
    assert analyse("Азорские о-ва").generics == {"island"}


def test_a_name_of_common_words_alone_is_common():
    assert analyse("the Palace").is_common
    assert analyse("القصر").is_common
    assert not analyse("Akasaka Palace").is_common


def test_common_words_can_be_taken_off():
    assert without_common_words("газета «Курсив»") == "курсив"
    assert without_common_words("Кавасаки қаласы") == "кавасаки"
    assert without_common_words("the newspaper") == "the"


@pytest.mark.parametrize("text", ["", " ", "-", "()", "'", "ـ", "\u200f", "１２３", "🙂"])
def test_odd_names_do_not_crash(text):
    assert analyse(text).text == text
