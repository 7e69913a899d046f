"""What a version of a text lost of a claim is shown with it. The texts are read, not made by hand."""

from functools import cache
from pathlib import Path

import pytest

from sijill.checks.build import build_record
from sijill.documents.document import Document
from sijill.identity.resolver import resolve
from sijill.reading.pipeline import Reader
from sijill.record.items import SourceNote
from sijill.record.verify import verify_record
from sijill.register.load import load_register

FOLDER = Path(__file__).parents[1] / "reuse" / "versions"
LANGUAGES = ("ar", "en", "ru", "kk", "ja")
SPOKE = {
    "ar": "المرة الأولى التي يتحدث فيها رئيس دولة هناك",
    "en": "a head of state from our region had spoken there",
    "ru": "первый случай",
    "kk": "алғаш рет сөйледі",
    "ja": "演説するのは初めて",
}


@cache
def record_of(*languages):
    register = load_register()
    reader = Reader(register)
    texts = {code: (FOLDER / f"film.{code}.txt").read_text("utf-8") for code in languages}
    readings = [reader.read(Document(c, t, c, "2025-12-25")) for c, t in texts.items()]
    record = build_record(
        title="Film",
        between=("KZ", "JP"),
        languages=LANGUAGES,
        readings=readings,
        sources=[
            SourceNote(c, c, "", c, None, "2025-12-25", None, None, len(t.split()))
            for c, t in texts.items()
        ],
        texts=texts,
        identities=resolve(readings, register, languages=LANGUAGES, texts=texts),
    )
    assert verify_record(record, texts) == []
    return record


def spoke(record, language):
    [claim] = [c for c in record.claims if c.language == language and SPOKE[language] in c.text]
    return claim


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "our region"), ("ru", "нашего региона"), ("kk", "өңірден"), ("ja", "地域")],
)
def test_the_words_that_arabic_lost_are_shown_with_what_became_of_that_claim(language, words):
    record = record_of("ar", language)
    claim = spoke(record, "ar")
    [version] = claim.versions
    assert [w.exact for w in version.adds] == [words]
    assert version.citations[0].source_id == language
    other = next(c for c in record.claims if c.id == version.claim)
    assert other.id == spoke(record, language).id
    # Any head of state: the president of Mexico. Of the region: the president of Tajikistan.
    assert claim.verdict.verdict == other.verdict.verdict == "contradicted"
    assert "Mexico" in claim.verdict.why["en"]
    assert "Mexico" not in other.verdict.why["en"]
    assert "Tajikistan" in other.verdict.why["en"]
    assert all(words in claim.verdict.why[code] for code in LANGUAGES)
    assert any("taji_gh" in address for address in other.verdict.references)


def test_the_fuller_version_says_what_the_other_lacks():
    record = record_of("ar", "ru")
    [version] = spoke(record, "ru").versions
    assert version.adds == ()
    assert [w.exact for w in version.lacks] == ["нашего региона"]
    # Its own verdict is not told with the words of the other.
    assert "нашего региона" not in spoke(record, "ru").verdict.why["en"]


def test_without_another_version_a_claim_has_none():
    assert spoke(record_of("ar"), "ar").versions == ()


def test_versions_that_say_the_same_are_not_shown():
    record = record_of("en", "ru")
    assert spoke(record, "en").versions == spoke(record, "ru").versions == ()
