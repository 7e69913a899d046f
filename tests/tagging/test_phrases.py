"""A word is told of generic words further off than its neighbours, and of what its run stands in."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.tagging.channels import spell_out
from sijill.tagging.features import channels, describe
from sijill.tagging.shape import Shape


def seen(text: str, language: str, at: str) -> list[str]:
    sentences = split_sentences(Document("s1", text, language).text, language)
    described = describe(text, sentences, language, [], {})
    rows = spell_out(described, channels(language, Shape({})))
    units = [unit for row in described.units for unit in row]
    flat = [row for sentence in rows for row in sentence]
    return next(r for u, r in zip(units, flat, strict=True) if u.start == text.index(at))


@pytest.mark.parametrize(
    ("text", "language", "at", "feature"),
    [
        ("He saw the Nam Dinh Institute of Rice Science.", "en", "Nam", "hr=organisation:c"),
        ("He saw the Nam Dinh Institute of Rice Science.", "en", "Science", "hl=organisation:m"),
        ("زار معهد بحوث الأرز", "ar", "الأرز", "hl=organisation:m"),
        ("На заводе «Полес Маш» ждали.", "ru", "Маш", "hl=firm:cq"),
        ("«Сары Арқа Астық» компаниясы келді.", "kk", "Арқа", "hr=firm:cq"),
        ("彼は太平洋経済研究所にいた。", "ja", "太", "hr=organisation:"),
    ],
)
def test_generic_words_are_seen_across_a_long_name(
    text: str, language: str, at: str, feature: str
) -> None:
    assert feature in seen(text, language, at)


def test_a_full_stop_parts_a_word_from_a_generic_one() -> None:
    assert not [f for f in seen("The bank. Kaleb came.", "en", "Kaleb") if f.startswith("hl=")]


def test_all_words_of_a_run_see_what_stands_around_it() -> None:
    for at in ("Good", "Morning", "Logistics"):
        found = seen("There came Good Morning Logistics insisting.", "en", at)
        assert {"rb=came", "ra=insisting"} <= {*found}
