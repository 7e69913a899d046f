"""Sentences keep quotations, abbreviations and initials whole, in all five languages."""

import itertools

import pytest

from sijill.documents.sentences import split_sentences


def cut(text: str, language: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, language)]


def test_direct_quotation_of_two_sentences_stays_whole() -> None:
    text = "Он ответил: «Мы ждали. Мы дождались». Зал встал."
    assert cut(text, "ru") == ["Он ответил: «Мы ждали. Мы дождались».", "Зал встал."]


def test_nested_quotation_marks_close_one_by_one() -> None:
    text = "„Er sagte “ja”. Dann” ging. Ende."
    assert cut("«Он сказал «да». Потом ушёл». Всё.", "ru") == [
        "«Он сказал «да». Потом ушёл».",
        "Всё.",
    ]
    assert "".join(cut(text, "en"))  # odd marks lose nothing and raise nothing


def test_long_quotation_is_cut_into_its_sentences() -> None:
    speech = "«" + "Мы помним. " * 80 + "Спасибо»."
    assert len(cut(speech, "ru")) > 50


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Dr. Aas met Mr. Kim in the U.S. Senate on Jan. 3. Both left.", "en", 2),
        ("А. Б. Седов прибыл в 2004 г. в Астану. Его встретил К. Омаров.", "ru", 2),
        ("2024 ж. сәуірде Қ.Омаров келді. Кездесу өтті.", "kk", 2),
        ("قال د. سامي نور إن العمل بدأ. ثم غادر.", "ar", 2),
        ("「終わりではない。始まりだ。」と述べた。首相は帰国した。", "ja", 2),
        ("هل وصل؟ نعم، وصل.", "ar", 2),
        ("«Когда?» — спросил он. Ответа не было.", "ru", 2),
    ],
)
def test_sentence_ends_are_told_from_other_stops(text: str, language: str, count: int) -> None:
    assert len(cut(text, language)) == count


def test_headline_is_paragraph_zero_and_blank_lines_do_not_count() -> None:
    text = "\n\nHeadline here\n\nFirst. Second.\nThird.\n"
    assert [(s.paragraph, text[s.start : s.end]) for s in split_sentences(text, "en")] == [
        (0, "Headline here"),
        (1, "First."),
        (1, "Second."),
        (2, "Third."),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("LIMA, May 5 – The envoys met.\nThey parted.", "en"),
        ("قال الوزير: «سنعود».\nثم غادر.", "ar"),
        ("大使が帰国した。\n後任は未定。", "ja"),
    ],
)
def test_a_first_line_that_ends_in_a_full_stop_is_no_headline(text: str, language: str) -> None:
    assert {s.paragraph for s in split_sentences(text, language)} == {1, 2}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Envoy Leaves the U.S.\nShe left.", "en"),
        ("Minister: “We will never leave.”\nShe left.", "en"),
        ("外相「対話を続ける。」\n外相が述べた。", "ja"),
    ],
)
def test_a_headline_may_end_in_an_abbreviation_or_in_what_is_said(text: str, language: str) -> None:
    assert {s.paragraph for s in split_sentences(text, language)} == {0, 1}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("unit", ["а", "«", "»", '"а. ', ".", "(", "« .", "د. ", "「"])
def test_odd_lines_of_any_length_end_soon(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    for language in ("ar", "en", "ru", "kk", "ja"):
        spans = [s.span for s in split_sentences(text, language)]
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_nothing_in_gives_nothing_out() -> None:
    assert split_sentences("", "ar") == ()
    assert split_sentences(" \n \n", "ja") == ()


def test_a_point_inside_a_japanese_number_ends_nothing() -> None:
    assert cut("前年より12.5パーセント増えた。会見は35分続いた。", "ja") == [
        "前年より12.5パーセント増えた。",
        "会見は35分続いた。",
    ]
