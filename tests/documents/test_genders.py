"""What the words of and beside a name show of the gender."""

import pytest

from sijill.documents.genders import (
    MANS_POST,
    TITLE,
    WOMANS_POST,
    Genders,
    is_feminine_verb,
    name_gender,
    past_tense_beside,
    post_gender,
    title_beside,
)


@pytest.mark.parametrize(
    ("text", "name", "language", "gender"),
    [
        ("said Ms Lee on Monday", "Lee", "en", "f"),
        ("said Lee on Monday", "Lee", "en", None),
        ("وقالت السيدة نورة", "نورة", "ar", "f"),
        ("الوزيرة السيدة نورة", "الوزيرة السيدة نورة", "ar", "f"),
    ],
)
def test_a_title_beside_a_name_tells_it(
    text: str, name: str, language: str, gender: str | None
) -> None:
    start = text.index(name)
    assert title_beside(text, start, start + len(name), language) == gender


def test_a_past_tense_on_either_side_tells_it_in_russian() -> None:
    assert past_tense_beside("Орлова приехала вчера", 0, 6) == "f"
    assert past_tense_beside("вчера заявил Орлов", 13, 18) == "m"
    assert past_tense_beside("Орлов вчера", 0, 5) is None


def test_only_a_whole_name_has_a_given_one() -> None:
    assert name_gender("Maria Silva", "en") == "f"
    assert name_gender("Maria", "en") is None


def test_a_verb_of_a_woman_ends_in_te() -> None:
    assert is_feminine_verb("أعلنت")
    assert not is_feminine_verb("أعلن")


@pytest.mark.parametrize(
    ("post", "language", "gender"),
    [
        ("وزيرة الخارجية", "ar", "f"),
        ("وزير الخارجية", "ar", "m"),
        ("العمدة", "ar", "m"),
        ("نظيره الصومالي", "ar", "m"),
        ("وزيرته", "ar", "f"),
        ("queen", "en", "f"),
        ("minister", "en", None),
    ],
)
def test_a_post_tells_it(post: str, language: str, gender: str | None) -> None:
    assert post_gender(post.split(), language) == gender


def test_of_two_genders_the_one_shown_more_is_settled() -> None:
    shown = Genders()
    shown.show_post("a", "m")
    shown.show_post("a", "f")
    shown.show("b", "f", TITLE)
    shown.show("b", "m", TITLE)
    shown.show(None, "f", TITLE)
    shown.show("c", "many", TITLE)
    assert WOMANS_POST > MANS_POST
    assert shown.settled() == {"a": "f"}
