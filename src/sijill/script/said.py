"""A statement of the record goes in; the sentences and scenes that attribute it come out.

Words of a source are narrated in their own language only; in another language the narrator says
who spoke and about what, and the words stand on the card as they were published.
"""

from __future__ import annotations

from functools import cache

from sijill.record.items import StatementItem
from sijill.script.cards import Draft, limits, quote_card
from sijill.script.concepts import concept_rows, count_concepts
from sijill.script.facts import Story, few
from sijill.script.narration.naming import joined
from sijill.script.narration.numerals import spell
from sijill.script.narration.words import Told, Words, plain
from sijill.script.reported_words import (
    bare,
    exact_words,
    going_on,
    is_only_denied,
    is_unread_part,
    reported_words,
)
from sijill.script.sentence import Line, ScriptSentence, SentenceKind
from sijill.script.teller import Teller
from sijill.tables import open_table

_SHORTEST_QUOTE = 3
_QUOTED = {"ar": "«{}»", "en": "“{}”"}


def topics_of(text: str, language: str, teller: Teller, most: int = 2) -> dict[str, Words] | None:
    """Say what words are about, by the concepts named in them; None when none is sure.

    A concept whose cues are everyday words (a visit, a friend) says little by itself: it is
    told only where its cue stands twice.
    """
    found = [
        topic
        for topic, times in count_concepts("topics", text, language)
        if times > 1 or topic not in _everyday()
    ][:most]
    if not found:
        return None

    def make(lang: str) -> Words:
        rows = concept_rows("topics", lang)
        return plain(joined([rows[topic]["label"] for topic in found], lang))

    return teller.names.told(make)


@cache
def _everyday() -> frozenset[str]:
    rows = open_table("protocol/everyday_topics.tsv", ("topic",))
    return frozenset(r["topic"] for r in rows)


def speaker(story: Story, teller: Teller, statement: StatementItem) -> dict[str, Words] | None:
    """Name who spoke; None when the record does not know."""
    if statement.speaker is None or story.names.entity(statement.speaker) is None:
        return None
    named = teller.party(statement.speaker, statement.date)
    entity = story.names.entity(statement.speaker)
    if entity is not None and entity.kind == "organisation" and entity.transliterated:
        # Nobody knows an outlet by a name spelled out from another alphabet.
        outlet = teller.phrase("one_outlet")
        for language in entity.transliterated:
            if language in named:
                named[language] = outlet[language]
    return named


def tell_statement(story: Story, teller: Teller, statement: StatementItem) -> ScriptSentence | None:
    """Attribute reported words: narrated in their own language, by topic in the others.

    None for what was denied: the narrator has no words for that.
    """
    if is_only_denied(statement):
        return None
    person = story.names.entity(statement.speaker)
    reported = reported_words(statement, story.names.gender(person.id) if person else "m")
    topics = topics_of(statement.text, statement.language, teller)
    by_topic = [
        lang
        for lang in teller.languages
        if lang not in statement.translations and (lang != statement.language or reported is None)
    ]
    if topics is None and by_topic:
        return None
    who = speaker(story, teller, statement)
    if who is None:
        return None
    slots: dict[str, Told | None] = {"who": who}
    is_body = person is not None and person.kind == "organisation"
    default = "statement.body" if is_body else "statement.topics"
    keys = dict.fromkeys(teller.languages, default)
    if reported is not None and statement.language in teller.languages:
        frame, words = reported
        keys[statement.language] = f"statement.{frame}{going_on(frame, words, statement.language)}"
        slots["words"] = {statement.language: Words(words, spell(words, statement.language))}
        topics = {lang: w for lang, w in (topics or {}).items() if lang != statement.language}
    slots["topics"] = topics
    translated = _translated(teller, statement)
    if translated:
        keys |= dict.fromkeys(translated, "statement.translated")
        slots["translated"] = translated
    sentence = teller.tell(
        keys,
        slots,
        kind=SentenceKind.ATTRIBUTED_OPINION,
        items=[statement.id],
        citations=few(statement.citations),
    )
    if sentence is not None:
        story.take(statement.id)
    return sentence


def _translated(teller: Teller, statement: StatementItem) -> dict[str, Words]:
    """Give words as people have translated them, by the languages of the film they are not in."""
    return {
        lang: Words(bare(text, lang), spell(bare(text, lang), lang))
        for lang, text in statement.translations.items()
        if lang in teller.languages and lang != statement.language and text.strip()
    }


def quote_scene(story: Story, teller: Teller, statement: StatementItem) -> Draft | None:
    """Make the scene of exact words: who speaks, then the words themselves, as they stand."""
    if len(statement.text.split()) > limits("quote_card")[1] and statement.language != "ja":
        return None
    if statement.language == "ja" and len(statement.text) > 160:
        return None
    if _is_scrap(exact_words(statement) or statement.text, statement.language):
        return None
    if is_unread_part(story, statement) or is_only_denied(statement):
        return None
    gender = story.names.gender(statement.speaker) if statement.speaker else "m"
    if exact_words(statement) is None and reported_words(statement, gender) is not None:
        # A report with a quoted part is told as a report; the card shows the marks.
        told = tell_statement(story, teller, statement)
        return Draft(quote_card(story, teller, statement), (told,)) if told else None
    who = speaker(story, teller, statement)
    if who is None:
        return None
    topics = topics_of(statement.text, statement.language, teller)
    own = "quote.lead" if exact_words(statement) else "quote.part"
    keys = {
        lang: own if lang in (statement.language, *statement.translations) else "quote.lead_foreign"
        for lang in teller.languages
    }
    lead = teller.tell(
        keys,
        {"who": who, "topics": topics},
        items=[statement.id],
        citations=few(statement.citations),
    )
    words = _words(story, teller, statement)
    if lead is None or words is None:
        return None
    story.take(statement.id)
    return Draft(quote_card(story, teller, statement), (lead, words))


def _is_scrap(text: str, language: str) -> bool:
    """Say whether quoted words are too few to stand on a card."""
    return len(text) < 6 if language == "ja" else len(text.split()) < _SHORTEST_QUOTE


def in_language(teller: Teller, language: str) -> dict[str, Words] | None:
    """Name the language that words are in; None for one that the narrator has no name for."""
    label = f"in_language.{language}"
    return teller.phrase(label) if teller.has_label(label) else None


def _words(story: Story, teller: Teller, statement: StatementItem) -> ScriptSentence | None:
    lines: dict[str, Line] = {}
    translated = _translated(teller, statement)
    language_words = in_language(teller, statement.language)
    shown_there = language_words and teller.tell(
        "quote.shown", {"in_language": language_words}, items=[statement.id], counted=False
    )
    for language in teller.languages:
        if language == statement.language:
            text = (exact_words(statement) or statement.text).rstrip(" ,،")
            lines[language] = Line(_QUOTED[language].format(text), spell(text, language))
        elif language in translated:
            lines[language] = teller.around(
                "quote.translated", {"translated": translated[language]}, language
            )
        elif shown_there:
            lines[language] = shown_there.lines[language]
        else:
            return None
    return teller.sentence(
        lines,
        kind=SentenceKind.VERBATIM,
        items=[statement.id],
        citations=few(statement.citations),
    )
