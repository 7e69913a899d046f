"""Whatever words and numbers stand beside each other, nothing raises, and every value is EDTF."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.languages import LANGUAGES
from sijill.tables import open_table
from sijill.temporal.clock import if_edtf
from sijill.temporal.times import evaluate_dates, find_dates

#: Digits of all kinds: some are numbers, some only like them.
DIGITS = (
    "0123456789",
    "٠١٢٣٤٥٦٧٨٩",
    "۰۱۲۳۴",
    "०१२३",
    "０１２３４５",
    "〇一二三四五六七八九十",
    "²³¹⁰₄②⑴❶ⅣⅫ½百",
)
EDGES = ("31.12.9999", "01.01.0001", "9999-12-31", "0000-00-00", "29/02/2023", "9999", "987", "0")
JOINTS = (
    *(" ", "", "-", "–", "/", ".", ". ", ",", "。", "、", "~", "\n\n", "¹ ", " (", ") "),
    *(
        " and ",
        " to ",
        " since ",
        " until ",
        " по ",
        " с ",
        " до ",
        "نهاية ",
        "-х ",
        "から",
        "まで",
    ),
    *(
        "年",
        "月",
        "日",
        "年代",
        "前",
        "日間",
        " жылғы ",
        " he left ",
        " прибудет ",
        " وصل ",
        "した",
    ),
)
PUBLISHED = (None, "2025-05-12", "2024-02", "9999-12-31", "9999-12", "9999", "0001-01-01", "199X")


def strings(language):
    rows = open_table(f"{language}/calendar.tsv", ("word", "class", "value"))
    by_class = {}
    for row in rows:
        by_class.setdefault(row["class"], []).append(row["word"].replace("*", "ал"))
    words = st.one_of([st.sampled_from(words) for words in by_class.values()])
    numbers = st.one_of([st.text(signs, min_size=1, max_size=5) for signs in DIGITS])
    part = st.one_of(numbers, words, words, st.sampled_from(EDGES), st.text("1٢三²", min_size=9))
    return st.lists(st.tuples(part, st.sampled_from(JOINTS)), min_size=1, max_size=12).map(
        lambda parts: "".join(word + joint for word, joint in parts)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_of_random_words_are_edtf_or_have_no_value(language):
    @settings(max_examples=150, deadline=None)
    @given(strings(language), st.sampled_from(PUBLISHED), st.integers(0, 30), st.integers(1, 30))
    def hold(text, published, start, length):
        document = Document("x", text, language, published)
        sentences = split_sentences(text, language)
        found = find_dates(document, sentences)
        start = min(start, len(text) - 1)
        spans = [*((m.start, m.end) for m in found), (start, min(start + length, len(text)))]
        values = [m.value for m in found]
        values += evaluate_dates(document, sentences, spans).values()
        assert all(v is None or (if_edtf(v) == v and v.isascii()) for v in values)

    hold()
