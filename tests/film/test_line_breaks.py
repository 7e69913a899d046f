from __future__ import annotations

import pytest

from sijill.film.line_breaks import find_pace, find_tied, split_sentence, width_of

TEXTS = {
    "ar": "في العالم المعاصر، لم تعد الدبلوماسية مجرد أداة للمفاوضات، بل أصبحت اليوم مورداً"
    " استراتيجياً لتعزيز مكانة الدولة الدولية وآلية أساسية لضمان التنمية المستدامة.",
    "en": "In December 2025 the President of Kazakhstan travelled to Tokyo, and the Emperor"
    " received him on the same day as Prime Minister Takaichi Sanae did.",
    "ru": "Президент Казахстана выступил с лекцией в Университете ООН, который находится в Токио,"
    " и рассказал о том, почему страна отказалась от ядерного оружия.",
    "kk": "Қазақстан Президенті БҰҰ Университетінде дәріс оқыды, бұл туралы баспасөз қызметі"
    " хабарлады және оның толық мәтінін жариялады.",
    "ja": "カザフスタンのトカエフ大統領は、東京の国連大学で講演を行い、核兵器を放棄した決断に"
    "ついて語った。",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_no_line_is_too_long_and_nothing_is_lost(language: str) -> None:
    parts = split_sentence(TEXTS[language], language)
    limit = find_pace(language).characters_per_line
    assert all(len(part) <= 2 for part in parts)
    assert all(width_of(line, language) <= limit for part in parts for line in part)
    joint = "" if language == "ja" else " "
    assert joint.join(line for part in parts for line in part) == TEXTS[language]


def test_a_subtitle_ends_where_the_sentence_breathes() -> None:
    parts = split_sentence(TEXTS["en"], "en")
    assert parts[0][-1].endswith("Tokyo,")
    assert parts[1][0].startswith("and the Emperor")


def test_a_word_that_belongs_to_the_next_is_not_left_at_the_end() -> None:
    for language, held in (
        ("en", ["of", "the", "a", "to", "in"]),
        ("ar", ["في", "من", "إلى", "على"]),
    ):
        for part in split_sentence(TEXTS[language], language):
            assert all(line.split()[-1] not in held for line in part)


def test_vowel_signs_take_no_room() -> None:
    assert width_of("مَآسِيَ", "ar") == width_of("مآسي", "ar") == 4
    assert width_of("東京2025", "ja") == 4.0


@pytest.mark.parametrize("text", ["", "   ", "و", "x" * 20_000, "«" * 500, "東" * 1000])
def test_odd_texts_are_split_all_the_same(text: str) -> None:
    parts = split_sentence(text, "ar")
    assert "".join(line for part in parts for line in part) == text.strip()


NAMED = "قام رئيس كازاخستان قاسم جومارت توكاييف بزيارة رسمية إلى العاصمة اليابانية طوكيو."


def test_a_name_is_not_torn_apart() -> None:
    tied = find_tied([], ["قاسم جومارت توكاييف"])
    for largest in (30.0, 40.0, 50.0, 60.0, 84.0):
        lines = [
            x for part in split_sentence(NAMED, "ar", largest=largest, tied=tied) for x in part
        ]
        assert any("قاسم جومارت توكاييف" in line for line in lines)


def test_words_that_are_always_seen_together_are_tied() -> None:
    tied = find_tied(
        ["التقى سناء تاكايتشي في طوكيو.", "قالت سناء تاكايتشي: شكراً.", "سافرت إلى طوكيو في مايو."]
    )
    assert ("سناء", "تاكايتشي") in tied
    assert ("في", "طوكيو") not in tied


PEOPLE = (
    "قاسم جومارت توكاييف",
    "سناء تاكايتشي",
    "Sadyr Japarov",
    "Serdar Berdimuhamedov",
    "Shavkat Mirziyoyev",
    "Emomali Rahmon",
)


@pytest.mark.parametrize(
    ("text", "language", "torn"),
    [
        (
            "من 17 إلى 20 ديسمبر 2025 قام رئيس كازاخستان قاسم جومارت توكاييف بزيارة رسمية"
            " إلى طوكيو.",
            "ar",
            ["رئيس"],
        ),
        (
            "بعد الظهر أجرى توكاييف محادثات مع رئيسة وزراء اليابان سناء تاكايتشي في مكتب رئيس"
            " الوزراء الياباني.",
            "ar",
            ["رئيسة", "وزراء", "رئيس"],
        ),
        (
            "They were President Sadyr Japarov of Kyrgyzstan, President Serdar Berdimuhamedov of"
            " Turkmenistan, President Shavkat Mirziyoyev of Uzbekistan and President Emomali"
            " Rahmon of Tajikistan.",
            "en",
            ["President"],
        ),
        ("But the count given a moment ago does not bear this out.", "en", ["moment"]),
    ],
)
def test_a_post_is_not_torn_from_its_state_nor_a_title_from_its_name(
    text: str, language: str, torn: list[str]
) -> None:
    tied = find_tied((), PEOPLE)
    for largest in (None, 60.0, 48.0):
        parts = split_sentence(text, language, largest=largest, tied=tied)
        lines = [line for part in parts for line in part]
        assert [line for line in lines if line.split()[-1].lstrip("و") in torn] == []


@pytest.mark.parametrize("largest", [36.0, 44.0, 52.0, 60.0, 68.0, 76.0, 84.0])
def test_rather_a_subtitle_more_than_words_torn(largest: float) -> None:
    tied = find_tied((), (*PEOPLE, "إمام علي رحمن"))
    for text, language, torn in (
        (
            "Tokayev put forward a plan to open a regional branch of the United Nations University"
            " in Almaty: a proposal, not a decision.",
            "en",
            {"a", "of", "the", "in"},
        ),
        (
            "They were President Sadyr Japarov of Kyrgyzstan, President Serdar Berdimuhamedov of"
            " Turkmenistan, President Shavkat Mirziyoyev of Uzbekistan and President Emomali"
            " Rahmon of Tajikistan.",
            "en",
            {"of", "President"},
        ),
        (
            "بين 14 و18 مايو 2001 ألقى رئيس طاجيكستان إمام علي رحمن كلمة في جامعة الأمم المتحدة.",
            "ar",
            {"رئيس", "في"},
        ),
    ):
        parts = split_sentence(text, language, largest=largest, tied=tied)
        lines = [line for part in parts for line in part]
        assert not torn & {line.split()[-1] for line in lines}, lines


def test_a_name_is_kept_rather_than_words_that_often_stand_together() -> None:
    tied = find_tied(["to the wide field, to the wide field"], ["Emomali Rahmon"])
    assert tied["emomali", "rahmon"] > tied["wide", "field"]
