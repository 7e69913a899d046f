"""What was said: which reported words can be narrated, and which reasons can be listened to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from strong_record import cited

from sijill.citation import Citation
from sijill.documents.document import QuotationKind
from sijill.record.items import Record, StatementItem
from sijill.register.load import load_register
from sijill.script.claimed import claim_words
from sijill.script.facts import Story
from sijill.script.narration.naming import Names
from sijill.script.reported_words import (
    exact_words,
    is_only_denied,
    is_told_in_words,
    reported_words,
    words_on_card,
)
from sijill.script.verdicts import spoken_reason


def report(before: str, words: str, language: str = "ar") -> StatementItem:
    citation = Citation("s", 100, 100 + len(words), words, before)
    return StatementItem("s1", QuotationKind.INDIRECT, language, words, (citation,))


def test_a_clause_after_that() -> None:
    assert reported_words(report("وقال الوزير إن ", "الحوار مستمر بين البلدين.")) == (
        "clause",
        "الحوار مستمر بين البلدين",
    )
    assert reported_words(report("She said that ", "ports should grow together", "en")) == (
        "clause",
        "ports should grow together",
    )


def test_a_phrase_after_its_preposition() -> None:
    assert reported_words(report("أكد الرئيس على ", "أهمية الإنتاج المحلي")) == (
        "on",
        "أهمية الإنتاج المحلي",
    )
    assert reported_words(report("مشيراً إلى ", "أهميتها الاستراتيجية")) is None


@pytest.mark.parametrize(
    ("before", "words", "language"),
    [
        ("واقترح الرئيس أن ", "تفتح الجامعة فرعاً إقليمياً", "ar"),
        ("he called for ", "restraint in the region", "en"),
        ("وقال إن ", "نعم", "ar"),
        ("وقال إن ", "الحوار «مستمر", "ar"),
        ("She said that ", "he was the best of all", "ru"),
    ],
)
def test_what_would_hang_in_the_air_is_not_narrated(before: str, words: str, language: str) -> None:
    assert reported_words(report(before, words, language)) is None


def test_a_pronoun_that_cannot_be_the_speaker(record: Record) -> None:
    statement = report("Kawaguchi said that ", "it was thanks to his efforts", "en")
    assert reported_words(statement, "m") is not None
    assert reported_words(statement, "f") is None


def test_a_conjunction_left_at_the_end_is_not_said() -> None:
    found = reported_words(report("وقال إن ", "البلاد تعمل من أجل التقدم، و"))
    assert found == ("clause", "البلاد تعمل من أجل التقدم")


@pytest.mark.parametrize(
    ("before", "denied", "words", "language"),
    [
        ("He ", "denied", "any of the sailors had been beaten", "en"),
        ("", "ونفى", "الوفد غادر القاعة قبل نهاية الجلسة", "ar"),
    ],
)
def test_what_was_denied_is_told_by_no_sentence(
    record: Record, before: str, denied: str, words: str, language: str
) -> None:
    that = " that " if language == "en" else " الوزير أن "
    said = report(before + denied + that, words, language)
    cue = Citation("s", 90, 90 + len(denied), denied, before)
    statement = replace(said, citations=(*said.citations, cue))
    story = Story(record, Names(record, load_register(), ("ar", "en")))
    assert reported_words(said) is not None
    assert is_only_denied(statement)
    assert reported_words(statement) is None
    assert not is_told_in_words(story, statement)
    translated = replace(statement, translations={"ar": "كلمات", "en": "words"})
    assert not is_told_in_words(story, translated)
    # “That is a lie,” he denied: these are his words.
    assert not is_only_denied(replace(statement, kind=QuotationKind.DIRECT))


def test_a_report_that_is_one_quotation_is_exact_words() -> None:
    whole = replace(report("وقال إن ", "“الشراكة قوية”"), kind=QuotationKind.MIXED)
    part = replace(report("وقال إن ", "الشراكة “قوية” جداً"), kind=QuotationKind.MIXED)
    assert exact_words(whole) == "الشراكة قوية"
    assert exact_words(part) is None


@pytest.fixture(scope="module")
def story(record: Record) -> Story:
    return Story(record, Names(record, load_register(), ("ar", "en")))


@pytest.mark.parametrize(
    ("words", "on_card"),
    [
        ("We want it closed,", "We want it closed"),
        ("“a friendship grown up,”", "a friendship grown up"),
        ("We want it closed.", "We want it closed."),
        ("our door to the south.", "our door to the south"),
        ("a friend of the U.S.", "a friend of the U.S."),
        ("our door. It opens.", "our door. It opens."),
    ],
)
def test_a_card_leaves_the_sign_that_parts_words_from_their_speaker(words, on_card) -> None:
    said = replace(report("", words, "en"), kind=QuotationKind.DIRECT)
    if words.startswith("“"):
        said = replace(said, kind=QuotationKind.MIXED)
    assert words_on_card(said) == on_card


def test_words_around_a_claim_that_marks_only_its_trigger(story: Story, record: Record) -> None:
    whole = "رئيس دولة يخاطب هذه المؤسسة لأول مرة"
    claim = next(c for c in record.claims if c.text == whole)
    assert claim_words(story, claim) == (whole, ())
    cut = cited("01", "14 وثيقة")
    short = replace(claim, text="14 وثيقة", citations=(cut,))
    found = claim_words(story, short)
    assert found is not None
    assert found[0] == "ووُقعت في ختام اللقاء 14 وثيقة"
    assert found[1][0].exact == found[0]
    alone = replace(claim, text="لأول", citations=(Citation("99", 1, 5, "لأول"),))
    assert claim_words(story, alone) is None


def test_reasons_are_cut_to_what_can_be_listened_to(story: Story) -> None:
    text = "في الجدول حالة أسبق: Emomali Rahmonov (محاضرة، Tokyo، 14 مايو 2001). وأُعلنت حالات."
    assert spoken_reason(story, text, "ar") == "في الجدول حالة أسبق"
    assert spoken_reason(story, "The place is Almaty (1993)", "en") is None
    assert spoken_reason(story, "التجارة -18.6 % في يناير", "ar") is None
    assert spoken_reason(story, "حالة: Xyzzy Unknown", "ar") is None
    assert spoken_reason(story, "", "en") is None
    assert spoken_reason(story, "word " * 200, "en") is None


def test_an_adjective_gets_its_noun_back(story: Story, record: Record) -> None:
    words = "النادر دلالات سياسية واضحة"
    citation = Citation("99", 40, 40 + len(words), words, "وقال إن لهذا الاستقبال ")
    claim = replace(record.claims[0], text=words, language="ar", citations=(citation,))
    assert claim_words(story, claim) == (f"لهذا الاستقبال {words}", ())
    verb = replace(claim, citations=(replace(citation, prefix="وكان "),))
    assert claim_words(story, verb) == (words, ())


def test_a_part_of_a_sentence_is_shown_where_somebody_can_read_it(story: Story) -> None:
    part = replace(report("", "«мостом в 18 тысяч километров»", "ru"), kind=QuotationKind.MIXED)
    whole = replace(report("", "Мы рассчитываем на успех", "ru"), kind=QuotationKind.DIRECT)
    english = replace(report("", "“a friendship grown up”", "en"), kind=QuotationKind.MIXED)
    translated = replace(part, translations={"en": "a bridge of 18,000 kilometres"})
    assert not is_told_in_words(story, part)
    assert all(is_told_in_words(story, one) for one in (whole, english, translated))
