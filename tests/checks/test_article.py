"""A press article about a film, told in our own words and read by the program: its claims.

It has no date, and it is the only source: whatever speaks for or against it stands in the tables.
The Russian version of the same text has what the Arabic one lost on its way.
"""

from functools import cache
from pathlib import Path

import pytest

from sijill.checks.build import build_record
from sijill.documents.document import Document
from sijill.identity.resolver import resolve
from sijill.reading.pipeline import Reader
from sijill.record.items import SourceNote
from sijill.record.verify import verify_record
from sijill.record.visits import visits
from sijill.register.load import load_register

FOLDER = Path(__file__).parent / "article"
LANGUAGES = ("ar", "en")


@cache
def record_of(*languages):
    register = load_register()
    reader = Reader(register)
    texts = {code: (FOLDER / f"film.{code}.txt").read_text("utf-8") for code in languages}
    readings = [reader.read(Document(code, text, code)) for code, text in texts.items()]
    record = build_record(
        title="Film",
        between=("KZ", "JP"),
        languages=LANGUAGES,
        readings=readings,
        sources=[
            SourceNote(c, c, "", c, None, None, None, None, len(t.split()))
            for c, t in texts.items()
        ],
        texts=texts,
        identities=resolve(readings, register, languages=LANGUAGES, texts=texts),
    )
    assert verify_record(record, texts) == []
    return record


def claim(words, language="ar", *languages):
    record = record_of(*(languages or (language,)))
    [found] = [c for c in record.claims if c.language == language and words in c.text]
    return found


FIRST = "المرة الأولى التي يتحدث فيها رئيس دولة"
CLOSED = "إغلاق موقع سيميبالاتينسك"


def test_the_first_head_of_state_at_the_university_is_contradicted():
    verdict = claim(FIRST).verdict
    assert verdict.verdict == "contradicted"
    # By the university's own report, and by the Japanese foreign ministry.
    assert "Enrique Peña Nieto of Mexico" in verdict.why["en"]
    assert "9 أبريل 2013" in verdict.why["ar"]
    assert any(a.startswith("https://unu.edu/u-thant/") for a in verdict.references)
    assert any("taji_gh" in a for a in verdict.references)
    # Others were only announced; that is said, and proves nothing.
    announced = verdict.why["en"].partition("Announced beforehand")[2]
    assert all(name in announced for name in ("Thabo Mbeki", "Tarja Halonen", "Rafael Correa"))
    assert all(year in announced for year in ("2001", "2004", "2010"))
    assert "United Nations University" in verdict.reading["en"]
    assert "head of state" in verdict.reading["en"]


def test_the_words_from_our_region_that_were_lost_are_shown_and_contradicted_too():
    arabic = claim(FIRST, "ar", "ar", "ru")
    [version] = arabic.versions
    assert [w.exact for w in version.adds] == ["нашего региона"]
    assert "нашего региона" in arabic.verdict.why["ar"]
    russian = claim("выступил глава государства из нашего региона", "ru", "ar", "ru")
    assert russian.id == version.claim
    assert russian.verdict.verdict == "contradicted"
    assert "Emomali Rahmon of Tajikistan" in russian.verdict.why["en"]
    assert "Mexico" not in russian.verdict.why["en"]
    assert any(a.endswith("arc_01/taji_gh.html") for a in russian.verdict.references)


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_on_one_day_is_supported_as_a_fact(language):
    words = {"ar": "في يوم واحد", "ru": "в один день"}
    verdict = claim(words[language], language).verdict
    assert verdict.verdict == "supported"
    assert verdict.why["ar"].count("18 ديسمبر 2025") == 2
    assert any("nippon.com" in address for address in verdict.references)


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_that_it_is_rare_is_not_supported(language):
    words = {"ar": "نادر في المراسم", "ru": "редким в протоколе"}
    verdict = claim(words[language], language).verdict
    assert verdict.verdict == "contradicted"
    why = verdict.why["en"]
    # k of n, the interval, the population and its years, and what is not known.
    if language == "ar":  # written on the day: what came in the days after it is not counted
        assert "7 of 16 other visits of heads of state in the table (2016 – December 18" in why
        assert "19 further visits" in why
        assert "until December 18, 2025; over the whole table it is 7 of 18." in why
    else:
        assert "7 of 18 other visits of heads of state in the table (2016 – 2025)" in why
        assert "19 to 62 %" in why
        assert "21 further visits" in why
    assert "not complete" in why


def test_the_five_presidents_of_that_week_stand_in_the_table():
    week = {
        row.guest: row
        for row in visits()
        if (row.monarch_date or "") in ("2025-12-18", "2025-12-19")
    }
    assert len(week) == 5
    one_day = [r.guest for r in week.values() if r.hog_date and r.hog_date == r.monarch_date]
    assert one_day == ["Kassym-Jomart Tokayev"]
    others = [row for row in week.values() if row.guest not in one_day]
    assert {row.venue for row in others} == {"residence"}
    assert {row.meal for row in others} == {None}  # no report names one, and none denies it
    assert week["Kassym-Jomart Tokayev"].venue == "palace"


def test_the_article_alone_brings_the_five_presidents_side_by_side():
    # It tells no day: that is found by the one visit that the table has of the two who met.
    rows = {row.country: row for row in record_of("ar").peers}
    assert sorted(rows) == ["KG", "KZ", "TJ", "TM", "UZ"]
    assert {row.occasion for row in rows.values()} == {"week-JP-2025-12-18"}
    days = {code: [v.value for v in row.of("received")] for code, row in rows.items()}
    assert days["KZ"] == ["2025-12-18"]
    assert days["KG"] == days["TJ"] == days["TM"] == days["UZ"] == ["2025-12-19"]


def test_an_honour_without_a_name_cannot_be_counted():
    verdict = claim("نادراً حتى").verdict
    assert verdict.verdict == "not_enough"
    assert "do not name what is counted" in verdict.why["en"]


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_the_closing_after_independence_is_contradicted_by_its_dates(language):
    words = {"ar": CLOSED, "ru": "закрыть Семипалатинский полигон"}
    found = claim(words[language], language)
    assert found.kind.value == "order"
    assert found.asserted_by == "kassym-jomart-tokayev"
    assert found.verdict.verdict == "contradicted"
    assert "August 29, 1991" in found.verdict.why["en"]
    assert "16 ديسمبر 1991" in found.verdict.why["ar"]


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_stronger_every_year_holds_for_its_years_and_not_for_every(language):
    words = {"ar": "كل عام", "ru": "с каждым годом"}
    verdict = claim(words[language], language).verdict
    assert verdict.verdict == "depends"
    assert "January 26, 1992" in verdict.why["en"]
    assert "does not hold in its strict sense" in verdict.why["en"]
    assert "-18.6" in verdict.why["ar"]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("أول امرأة تتولى رئاسة الوزراء في اليابان", "supported"),
        ("الاجتماع الأول لحوار", "supported"),
        ("رابع أكبر ترسانة نووية", "depends"),
        ("رائدة في التحول الرقمي", "opinion"),
        ("فريد لهذه العلاقات", "opinion"),
    ],
)
def test_the_other_claims(words, wanted):
    texts = [c for c in record_of("ar").claims if words in c.text and c.kind.value != "order"]
    assert [c.verdict.verdict for c in texts] == [wanted]
    assert all(texts[0].verdict.why.values())
