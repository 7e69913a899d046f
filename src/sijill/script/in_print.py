"""Happenings between two sides go in; the scene that tells them in a source's words comes out.

Of sanctions, a protest, a recall or an expulsion a record keeps that it happened and when, but not
who did it to whom. The narrator says no more than that; the sentence of a source says the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.citation import Citation
from sijill.record.items import EventItem
from sijill.script.cards import Draft, limits, source_label
from sijill.script.facts import Story
from sijill.script.happenings import tell_event
from sijill.script.narration.words import Told
from sijill.script.reported_words import LONGEST_REPORT, counts_from_publication
from sijill.script.said import in_language
from sijill.script.scenes import QuoteCard
from sijill.script.sentence import ScriptSentence
from sijill.script.teller import Teller
from sijill.temporal.datelines import text_behind_dateline


def in_print(story: Story, teller: Teller, events: Sequence[EventItem]) -> Draft | None:
    """Tell that something happened, and show in which words a source published it.

    Several are told together that one sentence tells: it is read once. None where the narrator can
    tell none of them, or no source tells them in words that fit a card.
    """
    told = [
        (fact, citation)
        for event in events
        if (citation := shown_words(story, teller, event)) is not None
        and (fact := tell_event(story, teller, event)) is not None
    ]
    if not told:
        return None
    facts, citations = zip(*told, strict=True)
    words = _words(story, teller, [item for fact in facts for item in fact.items], citations)
    if words is None:
        return None
    language = story.language_by_source[citations[0].source_id]
    card = QuoteCard(
        text=_sentence(citations[0], language),
        language=language,
        speaker=source_label(story, teller, citations[:1]),
    )
    return Draft(card, (*facts, words))


def shown_words(story: Story, teller: Teller, event: EventItem) -> Citation | None:
    """Choose the sentence to be shown: in a language of the film, the first before the others."""
    order = {language: number for number, language in enumerate(teller.languages)}
    most = limits("quote_card")[1]
    able = [
        citation
        for citation in event.citations
        if len(citation.exact.split()) <= most
        and teller.has_label(f"in_language.{story.language_by_source.get(citation.source_id)}")
    ]

    def worth(citation: Citation) -> tuple[int, int, Citation]:
        language = story.language_by_source[citation.source_id]
        return order.get(language, len(order)), len(citation.exact), citation

    return min(able, key=worth, default=None)


def _sentence(citation: Citation, language: str) -> str:
    """Give the words of a sentence as they stand, without the dateline it may open with."""
    return text_behind_dateline(citation.exact.strip(), language)


def _words(
    story: Story, teller: Teller, items: Sequence[str], citations: Sequence[Citation]
) -> ScriptSentence | None:
    """Read a source's sentence aloud in its own language; in others, say where it stands."""
    language = story.language_by_source[citations[0].source_id]
    words = _sentence(citations[0], language)
    is_heard = len(words.split()) <= LONGEST_REPORT and "\n" not in words
    is_heard = is_heard and not (
        language in teller.languages and counts_from_publication(words, language)
    )
    keys = dict.fromkeys(teller.languages, "in_print.shown")
    if language in keys:
        keys[language] = "in_print" if is_heard else "in_print.long"
    slots: dict[str, Told | None] = {
        "words": teller.source_words(words.rstrip(".")),
        "in_language": in_language(teller, language),
    }
    return teller.tell(keys, slots, items=items, citations=dict.fromkeys(citations))
