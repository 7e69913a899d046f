"""Which one document was signed, and on what, as sources in five languages say it."""

from __future__ import annotations

import pytest

from sijill.citation import Citation
from sijill.documents.document import Status
from sijill.languages import LANGUAGES
from sijill.record.items import EventItem, Record, Telling
from sijill.register.load import load_register
from sijill.script.concepts import concept_rows
from sijill.script.facts import Story
from sijill.script.narration.naming import Names
from sijill.script.narration.words import shown
from sijill.script.signed_documents import (
    SignedDocument,
    document_words,
    is_told_signed,
    signed_document,
)
from sijill.script.teller import Teller


@pytest.fixture
def story(record: Record) -> Story:
    return Story(record, Names(record, load_register(), ("ar", "en")))


def signing(story: Story, *tellings: tuple[str, str, str]) -> EventItem:
    """Make a signing that each source tells: its language, its sentence, and the words at the verb."""
    sentences, verbs = [], []
    for number, (language, sentence, verb) in enumerate(tellings):
        source, at = f"s{number}", sentence.index(verb)
        story.language_by_source[source] = language
        sentences.append(Citation(source, 100, 100 + len(sentence), sentence))
        verbs.append(Citation(source, 100 + at, 100 + at + len(verb), verb))
    return EventItem(
        "signing-1",
        "signing",
        Status.HELD,
        tuple(sentences),
        details={"documents": 1},
        tellings=(Telling("type", "signing", tuple(verbs)),),
    )


@pytest.mark.parametrize(
    ("language", "sentence", "verb", "kind", "subject"),
    [
        (
            "en",
            "They signed a memorandum of understanding on recognising diplomas, the first so far.",
            "signed a memorandum",
            "memorandum_of_understanding",
            "education",
        ),
        (
            "en",
            "A treaty on extradition was signed.",
            "A treaty on extradition was signed",
            "treaty",
            "justice",
        ),
        (
            "en",
            "They signed an agreement at the health ministry.",
            "signed an agreement",
            "agreement",
            None,
        ),
        (
            "en",
            "They signed an agreement on trade and tourism.",
            "signed an agreement",
            "agreement",
            None,
        ),
        (
            "ar",
            "ووقع البلدان اتفاقية للتعاون الجمركي، ثم مذكرة في مجال الزراعة.",
            "وقع البلدان اتفاقية",
            "agreement",
            "customs",
        ),
        (
            "ar",
            "وقع الوزيران بروتوكولا في وزارة الصحة.",
            "وقع الوزيران بروتوكولا",
            "protocol",
            None,
        ),
        (
            "ru",
            "Министры подписали соглашение о сотрудничестве в сфере туризма.",
            "подписали соглашение",
            "agreement",
            "tourism",
        ),
        (
            "ru",
            "Министры подписали меморандум в министерстве энергетики.",
            "подписали меморандум",
            "memorandum",
            None,
        ),
        (
            "kk",
            "Тараптар балық шаруашылығы туралы келісімге қол қойды.",
            "келісімге қол қойды",
            "agreement",
            "fisheries",
        ),
        ("kk", "Компаниялар келісімшартқа қол қойды.", "келісімшартқа қол қойды", "contract", None),
        (
            "ja",
            "両外相は会談し、両国間の投資協定に署名した。",
            "協定に署名",
            "agreement",
            "investment",
        ),
        ("ja", "両外相は保健省で覚書に署名した。", "覚書に署名", "memorandum", None),
    ],
)
def test_a_document_is_what_stands_at_the_verb(story, language, sentence, verb, kind, subject):
    event = signing(story, (language, sentence, verb))
    assert signed_document(story, event) == SignedDocument(kind, subject)


def test_two_sources_that_name_two_kinds_leave_a_document(story: Story) -> None:
    english = ("en", "They signed a treaty on fisheries.", "signed a treaty")
    arabic = ("ar", "وقعا مذكرة بشأن المصايد.", "وقعا مذكرة")
    assert signed_document(story, signing(story, english, arabic)) is None
    assert signed_document(story, signing(story, ("en", "They signed it.", "signed it"))) is None


def test_a_document_is_named_in_each_language(record: Record) -> None:
    teller = Teller(record, load_register(), ("ar", "en"))
    told = document_words(teller, SignedDocument("protocol", "energy"))
    assert shown(told) == {"ar": "بروتوكول بشأن الطاقة", "en": "a protocol on energy"}
    assert told["ar"].gender == "m"
    assert document_words(teller, SignedDocument("treaty"))["ar"].gender == "f"


@pytest.mark.parametrize("table", ["document_kinds", "document_subjects"])
def test_what_any_language_finds_has_words_in_those_of_the_narrator(table: str) -> None:
    for told in ("ar", "en"):
        rows = concept_rows(table, told)
        assert all(row["label"] for row in rows.values())
        for language in LANGUAGES:
            assert concept_rows(table, language).keys() <= rows.keys(), (told, language)


@pytest.mark.parametrize(
    ("language", "prefix", "words", "suffix", "expected"),
    [
        ("en", "two sides. They signed a ", "joint statement", " on trade.", True),
        ("en", "they agreed, so says the ", "joint statement", " signed by none.", False),
        ("en", "signed a treaty, and in a ", "joint statement", " they said", False),
        ("ar", "وقع الاثنان ", "بيانا مشتركا", " عن الشراكة", True),
        ("ja", "会談し、", "共同声明", "に署名した。", True),
        ("ja", "会談し、", "共同声明", "を発表し、協定に署名した。", False),
    ],
)
def test_a_statement_is_signed_where_that_stands_beside_it(
    story: Story, language: str, prefix: str, words: str, suffix: str, expected: bool
) -> None:
    story.language_by_source["s"] = language
    told = Citation("s", 100, 100 + len(words), words, prefix, suffix)
    event = EventItem(
        "statement-1",
        "statement_joint",
        Status.HELD,
        (told,),
        tellings=(Telling("type", "statement_joint", (told,)),),
    )
    assert is_told_signed(story, event) is expected
