from __future__ import annotations

import pytest

from sijill.documents.document import ClaimKind, QuotationKind, Status
from sijill.record.asked import ALL_ACTIONS
from sijill.script.outline import chapter_rules
from sijill.site.labels import (
    INTERFACE_LANGUAGES,
    chapter_labels,
    chapter_title,
    country_labels,
    date_label,
    date_years,
    in_language,
    interface_words,
    language_labels,
    protocol_labels,
    status_labels,
)


@pytest.mark.parametrize(
    ("edtf", "arabic", "english"),
    [
        ("2025", "2025", "2025"),
        ("2025-12", "ديسمبر 2025", "December 2025"),
        ("2025-12-18", "18 ديسمبر 2025", "18 December 2025"),
        ("2025-12-17/2025-12-20", "17–20 ديسمبر 2025", "17–20 December 2025"),
        ("2024-11-30/2024-12-02", "30 نوفمبر – 2 ديسمبر 2024", "30 November – 2 December 2024"),
        ("2025-01/2025-05", "يناير – مايو 2025", "January – May 2025"),
        ("../2025-05-21", "حتى 21 مايو 2025", "until 21 May 2025"),
        ("2019-03/..", "من مارس 2019", "from March 2019"),
        ("[1996-02,1997-02]", "فبراير 1996 أو فبراير 1997", "February 1996 or February 1997"),
        ("199X", "السنوات 1990–1999", "1990s"),
        ("2024-21", "ربيع 2024", "spring 2024"),
        ("2004~", "نحو 2004", "about 2004"),
        ("not a date", "not a date", "not a date"),
    ],
)
def test_dates_are_said_as_precisely_as_they_were_told(
    edtf: str, arabic: str, english: str
) -> None:
    assert date_label(edtf, "ar") == arabic
    assert date_label(edtf, "en") == english


def test_years_of_a_date_are_all_it_touches() -> None:
    assert date_years("2023-12-30/2024-01-02") == [2023, 2024]
    assert date_years("../2025-05-21") == [2025]
    assert date_years("1800/1999") == [1800, 1999]
    assert date_years("nothing") == []


@pytest.mark.parametrize(
    ("edtf", "russian", "kazakh", "japanese"),
    [
        ("2025", "2025", "2025", "2025年"),
        ("2025-12", "декабрь 2025", "2025 жылғы желтоқсан", "2025年12月"),
        ("2025-12-18", "18 декабря 2025", "2025 жылғы 18 желтоқсан", "2025年12月18日"),
        (
            "2025-12-17/2025-12-20",
            "17–20 декабря 2025",
            "2025 жылғы 17–20 желтоқсан",
            "2025年12月17日–20日",
        ),
        (
            "2025-06-30/2025-07-02",
            "30 июня – 2 июля 2025",
            "2025 жылғы 30 маусым – 2 шілде",
            "2025年6月30日 – 7月2日",
        ),
        (
            "2025-01/2025-05",
            "январь – май 2025",
            "2025 жылғы қаңтар – мамыр",
            "2025年1月 – 5月",
        ),
        ("1993/..", "с: 1993", "бастап: 1993", "1993年から"),
        ("2024-21/2024-23", "весна 2024 – осень 2024", "2024 жылғы көктем – 2024 жылғы күз",
         "2024年春 – 2024年秋"),
    ],
)  # fmt: skip
def test_a_date_stands_in_the_order_of_its_language(
    edtf: str, russian: str, kazakh: str, japanese: str
) -> None:
    said = [date_label(edtf, language) for language in ("ru", "kk", "ja")]
    assert said == [russian, kazakh, japanese]


def test_a_month_alone_is_no_other_languages() -> None:
    # Babel gives a form that a locale lacks from whichever locale was asked for before.
    assert [date_label("2025-03", x) for x in ("ja", "ar", "en", "ja")] == [
        "2025年3月", "مارس 2025", "March 2025", "2025年3月",
    ]  # fmt: skip


def test_every_interface_has_the_same_words_with_the_same_blanks() -> None:
    assert INTERFACE_LANGUAGES == ("ar", "en", "ru", "kk", "ja")
    english = interface_words("en")
    for language in INTERFACE_LANGUAGES:
        words = interface_words(language)
        assert list(words) == list(english), language
        for key, text in words.items():
            blanks = {part.split("}")[0] for part in text.split("{")[1:]}
            others = {part.split("}")[0] for part in english[key].split("{")[1:]}
            # A decade is said by its first and last year in Arabic, by its first in English.
            assert blanks == others or key == "date.decade", (language, key)


@pytest.mark.parametrize(
    ("prefix", "values"),
    [
        ("decided", (*ALL_ACTIONS, "source-fields")),
        ("status", [status.value for status in Status]),
        ("claim", [kind.value for kind in ClaimKind]),
        ("quotation", [kind.value for kind in QuotationKind]),
        ("verdict", ["supported", "contradicted", "not_enough", "depends", "opinion"]),
        ("difference", ["claim", "scope", "attribute", "number", "date", "negation", "hedge",
                        "rank", "format", "sentence"]),
        ("index.every", ["supported", "contradicted", "not_enough"]),
        ("index.trend", ["rising", "falling", "no_trend", "too_few"]),
        ("index", ["first", "grew", "fell", "cannot_tell"]),
        ("index.run", ["half_lives_halved", "half_lives_doubled", "goldstein", "no_ranks",
                       "coverage_halved", "coverage_raised", "bounded"]),
        ("rarity", ["rare", "uncommon", "usual", "not_rare", "too_few"]),
        ("bound", ["about", "nearly", "over", "under"]),
        ("stage", ["talks", "agreed", "granted"]),
        ("thread", ["format", "project", "career"]),
        ("occupancy", ["current", "former", "acting", "honorary", "elect"]),
        ("guests", ["yes", "no", "palace", "residence"]),
    ],
)  # fmt: skip
def test_every_word_a_record_uses_is_said_by_the_page(prefix: str, values: list[str]) -> None:
    said = interface_words("ar")
    assert [value for value in values if f"{prefix}.{value}" not in said] == []


def test_a_text_a_reader_has_no_language_for_comes_in_the_next_one_they_know() -> None:
    texts = {"ar": "نص", "en": "text", "ru": "текст"}
    said = [in_language(texts, language) for language in INTERFACE_LANGUAGES]
    assert said == ["نص", "text", "текст", "текст", "text"]
    assert in_language({"de": "Text"}, "kk") == "Text"
    assert in_language({}, "ar") == ""


def test_names_of_states_and_languages_come_in_every_language() -> None:
    assert country_labels("KZ") == {
        "ar": "كازاخستان", "en": "Kazakhstan", "ru": "Казахстан", "kk": "Қазақстан",
        "ja": "カザフスタン",
    }  # fmt: skip
    # As the record's own places are named, which stand beside them: not Киргизия, アメリカ合衆国.
    assert (country_labels("KG")["ru"], country_labels("US")["ja"]) == ("Кыргызстан", "米国")
    assert set(country_labels("nowhere").values()) == {"nowhere"}
    assert language_labels("ja")["en"] == "Japanese"
    assert language_labels("not a language")["own"] == "not a language"


def test_how_far_a_thing_has_got_agrees_with_what_it_is() -> None:
    """Not «визит отложено» nor «زيارة جرى»."""
    said = status_labels(["visit", "lecture", "talks", "state"], ["held", "postponed"])
    assert [said[f"{kind}.postponed"]["ru"] for kind in ("visit", "lecture", "talks")] == [
        "отложен",
        "отложена",
        "отложены",
    ]
    assert (said["visit.held"]["ar"], said["state.held"]["ar"]) == ("جرت", "جرت")
    assert said["visit.held"].keys() == {"ar", "ru"}  # Others have no genders.


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_every_kind_of_happening_has_its_gender(language: str) -> None:
    kinds = {*protocol_labels("event_types"), *protocol_labels("visit_formats")}
    statuses = [status.value for status in Status]
    said = status_labels(kinds, statuses)
    lacking = [f"{k}.{s}" for k in kinds for s in statuses if not said[f"{k}.{s}"].get(language)]
    assert lacking == []


def test_a_chapter_has_its_name_in_every_language_of_the_page() -> None:
    title = {"ar": "من منبر الجامعة والبرلمان", "en": "From the lectern"}
    assert chapter_title(title) == {**title, "ru": "С трибуны", "kk": "Мінберден", "ja": "演壇から"}
    own = {"ar": "فصل", "en": "A chapter of ours"}
    assert chapter_title(own) == own
    for rule in chapter_rules():
        named = chapter_labels(rule.id)
        assert set(named) == set(INTERFACE_LANGUAGES)
        assert rule.id.replace("_", " ") not in named.values()
