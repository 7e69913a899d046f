"""Twice ten invented claims in each of five languages, read by the program and held against
invented facts: which verdict, in which reading, and why.

President Lacombe of France came to Kazakhstan in 2011, and President Fontaine in 2021; President
Ospanov of Kazakhstan went to France in 2016. President Halabi of Egypt came to Japan in 2014, where
he addressed the Diet and gave a lecture; so did Foreign Minister Shakir in 2019. Prime Minister
Endo of Japan went to Egypt in 2009, Mori in 2023; an agreement was signed in 2014.
"""

from functools import cache
from pathlib import Path

import pytest

from sijill.checks.build import build_record
from sijill.documents.document import Document
from sijill.identity.resolver import resolve
from sijill.reading.pipeline import Reader
from sijill.record.items import SourceNote
from sijill.register.load import load_register

FOLDER = Path(__file__).parent
LANGUAGES = ("ar", "en", "ru", "kk", "ja")
#: For each kind of claim its words in Arabic, English, Russian, Kazakh and Japanese.
FIRST = (
    "أول زيارة يقوم بها رئيس فرنسي إلى كازاخستان",
    "the first visit by a president of France to Kazakhstan",
    "первый визит президента Франции в Казахстан",
    "Қазақстанға алғашқы сапары",
    "訪問は初めて",
)
ONLY = (
    "الوحيدة التي زارت كازاخستان",
    "the only president of France",
    "единственный президент Франции",
    "жалғыз президенті",
    "唯一のフランス大統領",
)
NEVER = (
    "لم يسبق لرئيس فرنسي",
    "Never before had a president of France",
    "Никогда прежде президент Франции",
    "Бұрын-соңды Франция президенті",
    None,  # the reader finds no claim in 「これまで一度もなかった」
)
SINCE = ("منذ عام 2015", "since 2015", "с 2015 года", "2015 жылдан бергі", "2015年以来初めて")
LARGEST = (
    "أكبر مستثمر",
    "the largest investor",
    "крупнейший инвестор",
    "ең ірі инвестор",
    "最大の投資国",
)
THIRD = ("للمرة الثالثة", "the third time", "В третий раз", "үшінші рет", "3度目")
RARE = ("النادر أن يزور", "rare for a president", "редко посещают", "сирек болады", "珍しい")


@cache
def record_of(language, folder="claims_of_france", between=("FR", "KZ"), published="2021-06-25"):
    register = load_register()
    reader = Reader(register)
    names = {"facts": "facts.en.txt", "claims": f"claims.{language}.txt"}
    texts = {name: (FOLDER / folder / file).read_text("utf-8") for name, file in names.items()}
    readings = [
        reader.read(Document(name, texts[name], file.split(".")[1], published))
        for name, file in names.items()
    ]
    return build_record(
        title="Claims",
        between=between,
        languages=LANGUAGES,
        readings=readings,
        sources=[
            SourceNote(n, n, "", r.language, None, r.published, None, None, 100)
            for n, r in zip(names, readings, strict=True)
        ],
        texts=texts,
        identities=resolve(readings, register, languages=LANGUAGES, texts=texts),
    )


def cases(words):
    return [(lang, w) for lang, w in zip(LANGUAGES, words, strict=True) if w is not None]


def verdict_of(language, words):
    found = [c for c in record_of(language).claims if words in c.text]
    # "The first visit" stands in "the first visit since 2015" as well.
    return min(found, key=lambda c: len(c.text)).verdict


def each(words):
    return pytest.mark.parametrize(("language", "words"), cases(words))


@each(FIRST)
def test_the_first_is_contradicted_by_the_earlier_visit(language, words):
    verdict = verdict_of(language, words)
    assert verdict.verdict == "contradicted"
    assert "Pierre Lacombe" in verdict.why["en"]
    assert "12 مايو 2011" in verdict.why["ar"]
    assert "Claire Fontaine" not in verdict.why["en"]
    assert "(France)" in verdict.reading["en"]
    assert "where: Kazakhstan" in verdict.reading["en"]
    assert "كازاخستان" in verdict.reading["ar"]


@each(ONLY)
def test_the_only_one_is_contradicted_by_any_other(language, words):
    verdict = verdict_of(language, words)
    assert verdict.verdict == "contradicted"
    assert "Pierre Lacombe" in verdict.why["en"]
    assert "Ospanov" not in verdict.why["en"]  # he went the other way
    assert "(France)" in verdict.reading["en"]


@each(NEVER)
def test_never_before_is_a_first(language, words):
    verdict = verdict_of(language, words)
    assert verdict.verdict == "contradicted"
    assert "2011" in verdict.why["ja"]


@each(SINCE)
def test_the_first_since_a_year_is_not_contradicted_by_what_came_before_it(language, words):
    verdict = verdict_of(language, words)
    assert verdict.verdict == "not_enough"
    assert "after: 2015" in verdict.reading["en"]
    assert "before: June 25, 2021" in verdict.reading["en"]


@each(LARGEST)
def test_a_place_in_an_order_needs_a_table(language, words):
    verdict = verdict_of(language, words)
    assert verdict.verdict == "not_enough"
    assert "No table with a measure and a date" in verdict.why["en"]


@each(THIRD)
def test_the_third_time_says_how_many_are_known(language, words):
    verdict = verdict_of(language, words)
    assert verdict.verdict == "not_enough"
    assert "Earlier cases on record: 1" in verdict.why["en"]
    assert "الحالات الأسبق في السجل: 1" in verdict.why["ar"]


@each(RARE)
def test_rare_shows_the_cases_and_what_they_cannot_be_divided_by(language, words):
    verdict = verdict_of(language, words)
    assert verdict.verdict == "not_enough"
    assert "Cases on record: 2" in verdict.why["en"]
    assert "Central Asia" in verdict.reading["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_president_a_first_lady_and_the_first_of_two_claim_nothing(language):
    lines = (
        (FOLDER / "claims_of_france" / f"claims.{language}.txt").read_text("utf-8").split("\n\n")
    )
    traps = [lines[5], lines[6]]
    claims = [c for c in record_of(language).claims if c.citations[0].source_id == "claims"]
    assert [c.text for c in claims if any(c.text in trap for trap in traps)] == []


@pytest.mark.parametrize("language", ["ar", "en", "kk"])
def test_thirty_years_without_a_beginning_say_so(language):
    [verdict] = [c.verdict for c in record_of(language).claims if c.kind.value == "since"]
    assert verdict.verdict == "not_enough"
    assert "day from which the years are counted" in verdict.why["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_a_sentence_in_every_language(language):
    for claim in record_of(language).claims:
        for code in LANGUAGES:
            assert claim.verdict.why[code].rstrip()[-1] in ".。"
            assert "{" not in claim.verdict.why[code]


# -- what was said of Egypt and Japan ------------------------------------------------------------


def egyptian(language, words):
    record = record_of(language, "claims_of_egypt", ("EG", "JP"), "2024-10-12")
    [claim] = [c for c in record.claims if words in c.text]
    return claim.verdict


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the first president of Egypt"),
        ("ar", "أول رئيس مصري يلقي"),
        ("kk", "Египеттің алғашқы президенті"),
        ("ja", "エジプトの大統領が慶應義塾大学で"),
    ],
)
def test_a_president_is_known_by_the_words_that_tell_of_his_visit(language, words):
    # He is called President where the visit is told, five years after his post was first told.
    verdict = egyptian(language, words)
    assert verdict.verdict == "contradicted"
    assert "Samir Halabi" in verdict.why["en"]
    assert "Mona Shakir" not in verdict.why["en"]  # a minister then


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "in ten years"),
        ("ar", "منذ عشر سنوات"),
        ("ru", "первый за десять лет"),
        ("kk", "он жылдан бергі"),
        ("ja", "10年ぶり"),
    ],
)
def test_the_first_in_ten_years_shows_the_case_before(language, words):
    verdict = egyptian(language, words)
    assert verdict.verdict == "not_enough"  # no list is complete
    assert "May 3, 2014" in verdict.why["en"]


@pytest.mark.parametrize(("language", "words"), [("ar", "أول مصرية"), ("ru", "первой египтянкой")])
def test_a_man_is_no_case_against_the_first_woman(language, words):
    verdict = egyptian(language, words)
    assert verdict.verdict == "not_enough"
    assert "who is a woman" in verdict.why["en"]


def test_the_first_of_a_nation_is_held_against_that_nation():
    verdict = egyptian("en", "the first Egyptian")
    assert verdict.verdict == "contradicted"
    assert "who: Egypt" in verdict.reading["en"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the first agreement between Japan and Egypt"),
        ("ar", "أول اتفاقية بين اليابان ومصر"),
        ("kk", "алғашқы келісімге"),
        ("ja", "初の協定"),
    ],
)
def test_the_first_agreement_of_two_states_is_held_against_theirs(language, words):
    verdict = egyptian(language, words)
    assert verdict.verdict == "contradicted"
    assert "June 10, 2014" in verdict.why["en"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the only Arab state"),
        ("ar", "الوحيدة التي خاطب رئيسها"),
        ("ru", "единственная арабская страна"),
        ("kk", "жалғыз араб мемлекеті"),
        ("ja", "唯一のアラブの国"),
    ],
)
def test_a_lecture_elsewhere_and_its_own_speech_do_not_speak_against_the_only_state(
    language, words
):
    assert egyptian(language, words).verdict == "not_enough"


def test_nobody_before_her_names_who_is_no_case():
    verdict = egyptian("en", "No Japanese prime minister had ever visited Egypt")
    assert verdict.verdict == "contradicted"
    assert "Taro Endo" in verdict.why["en"]
    assert "Kenji Mori" not in verdict.why["en"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the longest lecture"),
        ("ru", "самая длинная лекция"),
        ("kk", "ең ұзақ дәрісі"),
        ("ja", "最も長い講演"),
    ],
)
def test_the_longest_can_be_measured_and_is_no_opinion(language, words):
    assert egyptian(language, words).verdict == "not_enough"
