"""A signing goes in; which one document was signed, and on what subject, comes out.

A source in any language names the kind at the verb: “signed a memorandum on university degrees”,
«اتفاقية للتعاون الجمركي». The narrator has a word of his own for it only where all sources that
name a kind name the same one; the subject is told where one alone stands beside the kind. The
words stand in `data/<language>/document_kinds.tsv` and `document_subjects.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sijill.citation import Citation
from sijill.documents.expressions import ends_in, expression
from sijill.languages import LANGUAGES, VERB_LAST
from sijill.record.items import EventItem
from sijill.script.concepts import concept_rows, concept_spans
from sijill.script.facts import Story
from sijill.script.narration.words import Words, plain
from sijill.script.teller import Teller

#: What a document is about stands no further from its kind (code points).
_NEAR = 80
#: What a cue, the beginning of a word, leaves of its word.
_ENDING = re.compile(r"\A\w+")
_STOP = re.compile(r"[,،、;؛:：.。!?؟()（）「」«»“”\"\n]")


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """One signed document: its kind, and its subject where one is told."""

    kind: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """The sentence of a source that tells of a signing, and where in it that is told."""

    text: str
    start: int
    end: int
    language: str


def signed_document(story: Story, event: EventItem) -> SignedDocument | None:
    """Give the one document that was signed; None where no kind is told, or two are."""
    found = [one for told in _tellings(story, event) for one in _documents_in(told)]
    kinds = {one.kind for one in found}
    subjects = {one.subject for one in found if one.subject is not None}
    if len(kinds) != 1:
        return None
    return SignedDocument(kinds.pop(), subjects.pop() if len(subjects) == 1 else None)


def is_told_signed(story: Story, event: EventItem) -> bool:
    """Say whether a source tells right beside it that what is told was signed."""
    return any(
        expression(language, "signing_word").search(_beside(told, language)) is not None
        for told, language in _told_in(story, event)
    )


def _beside(told: Citation, language: str) -> str:
    """Give the words that tell a happening, with those beside them in which the verb stands."""
    if language in VERB_LAST:
        return told.exact + _STOP.split(told.suffix)[0]
    return _STOP.split(told.prefix)[-1] + told.exact


def document_words(teller: Teller, document: SignedDocument) -> dict[str, Words]:
    """Name a document in every language of the script: a memorandum on education."""
    named = teller.names.told(lambda lang: _label("document_kinds", document.kind, lang))
    subject = document.subject
    if subject is None:
        return named
    on = teller.names.told(lambda lang: _label("document_subjects", subject, lang))
    whole = teller.formed("document.on", {"document": named, "subject": on})
    return {lang: plain(words.show, gender=named[lang].gender) for lang, words in whole.items()}


def _label(table: str, concept: str, language: str) -> Words:
    row = concept_rows(table, language)[concept]
    return plain(row["label"], gender=row.get("gender", "m"))


def _told_in(story: Story, event: EventItem) -> Iterator[tuple[Citation, str]]:
    """Give each place where a source tells that it happened, with its language."""
    for telling in event.tellings:
        if telling.field == "type" and telling.value == event.type:
            for told in telling.citations:
                language = story.language_by_source.get(told.source_id, "")
                if language in LANGUAGES:
                    yield told, language


def _tellings(story: Story, event: EventItem) -> Iterator[_Told]:
    """Give the sentence around each place where a source tells that something was signed."""
    for told, language in _told_in(story, event):
        around = (
            c
            for c in event.citations
            if c.source_id == told.source_id and c.span.contains(told.span)
        )
        sentence = next(around, told)
        at = told.start - sentence.start
        yield _Told(sentence.exact, at, at + len(told.exact), language)


def _documents_in(told: _Told) -> Iterator[SignedDocument]:
    """Give the kinds of documents that are named where the signing is told, with their subjects."""
    for start, end, kind in concept_spans("document_kinds", told.text, told.language):
        if told.start <= start < told.end:
            yield SignedDocument(kind, _subject(told, start, end))


def _subject(told: _Told, start: int, end: int) -> str | None:
    """Give the one subject that stands beside a kind, before it where the verb comes last."""
    language = told.language
    if language in VERB_LAST:
        before = _STOP.split(told.text[max(0, start - _NEAR) : start])[-1]
        stretch = ends_in(language, "document_subject_before").search(before)
        beside = stretch[0] if stretch else ""
    else:
        behind = _ENDING.sub("", _STOP.split(told.text[end : end + _NEAR])[0])
        link = expression(language, "document_subject_behind").match(behind)
        beside = behind[link.end() :] if link else ""
    names = {name for *_, name in concept_spans("document_subjects", beside, language)}
    return names.pop() if len(names) == 1 else None
