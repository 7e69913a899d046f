"""A claim of the record goes in; the scene that tells it as somebody's and judges it comes out."""

from __future__ import annotations

from sijill.citation import Citation
from sijill.documents.document import ClaimKind
from sijill.documents.expressions import expression
from sijill.languages import LANGUAGES
from sijill.record.items import ClaimItem, EventItem
from sijill.script.cards import Draft, kept, source_label
from sijill.script.facts import Story, few, stands_in
from sijill.script.narration.words import Told, Words, shown
from sijill.script.reported_words import LONGEST_REPORT
from sijill.script.said import in_language, topics_of
from sijill.script.scenes import CaveatCard
from sijill.script.sentence import SentenceKind
from sijill.script.teller import Teller
from sijill.script.verdicts import OrderTold, can_be_judged, judge, order_told, written_reason

_LONGEST_CLAIM = 22
_SHORTEST_CLAIM = 3
#: Kinds of claim that say how something went on; what it was stands mostly before their words.
_OF_A_COURSE = (ClaimKind.EVERY, ClaimKind.SINCE, ClaimKind.COUNT, ClaimKind.RANK)
#: Kinds of claim that describe the event they are about.
_OF_ONE_EVENT = (ClaimKind.FIRST, ClaimKind.ONLY, ClaimKind.RARE, ClaimKind.RECORD)


def claim_scene(story: Story, teller: Teller, claim: ClaimItem) -> Draft | None:
    """Tell a claim as somebody's, then what the record can say about it."""
    if claim.verdict is None:
        return None
    verdict = claim.verdict.verdict
    if not teller.has_label(f"verdict.{verdict}"):
        return None
    who = _who_claims(story, teller, claim)
    if claim.language not in teller.languages and verdict != "contradicted":
        return None
    stated = claim_words(story, claim)
    if stated is None or not teller.has_label(f"claim.{claim.kind.value}"):
        return None
    words, cited = stated
    topics = None
    if claim.kind in _OF_A_COURSE:
        words, cited = _with_its_subject(story, claim, words, cited)
        topics = topics_of(words, claim.language, teller, 1)
    if verdict == "contradicted" and not can_be_judged(story, teller, claim):
        return None
    order = order_told(story, teller, claim)
    keys = _claim_keys(teller, claim, words, order, is_of_somebody=who is not None)
    about = story.event_by_id.get(claim.about or "")
    described = about if claim.kind in _OF_ONE_EVENT else None
    dated = described is not None and not teller.was_told_last(described.date)
    when_it_was = described.citations if described and dated else ()
    slots: dict[str, Told | None] = {
        "who": who,
        "about": _described(teller, described, dated=dated) if described else None,
        "topics": topics,
        "claim": teller.source_words(words),
        "kind": teller.phrase(f"claim.{claim.kind.value}"),
        "in_language": in_language(teller, claim.language),
        "act": order.act if order else None,
    }
    said = teller.tell(
        keys,
        slots,
        kind=SentenceKind.ATTRIBUTED_OPINION,
        items=[
            claim.id,
            *(claim.verdict.counter if order else ()),
            *([described.id] if described and when_it_was else []),
        ],
        citations=few([*cited, *claim.citations, *when_it_was]),
    )
    if said is None:
        return None
    judged = judge(story, teller, claim)
    teller.forget_date()
    story.take(claim.id)
    card = CaveatCard(
        claim=words,
        language=claim.language,
        verdict=verdict,
        verdict_label=teller.label(f"verdict.{verdict}"),
        why=written_reason(story, teller, claim, judged),
        asserted_by=shown(who) if who else {},
        source=source_label(story, teller, claim.citations),
    )
    return Draft(card, kept([said, *judged]))


def _who_claims(story: Story, teller: Teller, claim: ClaimItem) -> dict[str, Words] | None:
    """Give who makes a claim; None where its source does.

    Of an event in which somebody has no part, the source is the surer witness, too.
    """
    about = story.event_by_id.get(claim.about or "")
    took_part = (
        about is None or claim.kind is ClaimKind.ORDER or claim.asserted_by in about.participants
    )
    if claim.asserted_by and took_part and story.names.entity(claim.asserted_by):
        return teller.party(claim.asserted_by, None)
    return None


def _claim_keys(
    teller: Teller, claim: ClaimItem, words: str, order: OrderTold | None, *, is_of_somebody: bool
) -> dict[str, str]:
    """Give by language the key of the sentence that tells a claim: in its words, or what it is."""
    narrated = len(words.split()) <= _LONGEST_CLAIM and words.count("«") == 0
    ending = "" if is_of_somebody else "_source"
    keys = {}
    for language in teller.languages:
        own = "claim.said" if narrated else "claim.long"
        keys[language] = (own if language == claim.language else "claim.kind") + ending
    if order is not None:
        spoken = f"claim.order.{order.anchor}.said{ending}"
        keys = {lang: key if key == "claim.said" else spoken for lang, key in keys.items()}
    return keys


def _described(teller: Teller, event: EventItem, *, dated: bool) -> dict[str, Words] | None:
    """Name the happening that a claim describes, with its date unless that was told last."""
    noun = f"noun.{event.type}"
    if not teller.has_label(noun):
        return None
    named = teller.phrase(noun)
    if not dated or not event.date:
        return named
    day = teller.short_date(event.date)
    if day is None:
        return named
    made = teller.formed("about.dated", {"noun": named, "date": day})
    return {
        lang: Words(words.show, words.say, named[lang].gender, plural=named[lang].plural)
        for lang, words in made.items()
    }


def _with_its_subject(
    story: Story, claim: ClaimItem, words: str, cited: tuple[Citation, ...]
) -> tuple[str, tuple[Citation, ...]]:
    """Give the whole statement a claim stands in, if it is short: what it is that grew each year.

    The claim's own words stay where nobody stated more, or too much for one sentence.
    """
    around = [
        citation
        for statement in story.record.statements
        for citation in statement.citations[:1]
        if any(stands_in(c, citation) for c in claim.citations)
        and len(citation.exact.split()) <= _LONGEST_CLAIM
    ]
    best = min(around, key=lambda c: (len(c.exact), c), default=None)
    return (best.exact.strip().rstrip(".،, "), (best,)) if best else (words, cited)


def claim_words(story: Story, claim: ClaimItem) -> tuple[str, tuple[Citation, ...]] | None:
    """Give the words of a claim, and where they stand.

    Where only the comparing words are marked (for the first time), the statement or the sentence
    of the record around them is taken; None when there is none.
    """
    own = claim.text.strip().rstrip(".،, ")
    own = _with_its_noun(own, claim.citations[0].prefix, claim.language)
    if len(own.split()) >= _SHORTEST_CLAIM:
        return own, ()
    around = [c for s in story.record.statements for c in s.citations]
    around += [c for e in story.record.events for c in e.citations]
    holding = [
        citation
        for citation in around
        if _SHORTEST_CLAIM <= len(citation.exact.split()) <= LONGEST_REPORT
        and any(stands_in(c, citation) for c in claim.citations)
    ]
    best = min(holding, key=lambda c: (len(c.exact), c), default=None)
    return (best.exact.strip().rstrip(".،, "), (best,)) if best else None


def is_cut(claim: ClaimItem) -> bool:
    """Say whether a claim's words begin in the middle of a phrase."""
    words = claim.text.strip()
    return _with_its_noun(words, claim.citations[0].prefix, claim.language) != words


def _with_its_noun(words: str, before: str, language: str) -> str:
    """Put back the noun, and its demonstrative, of which cut words hold only the adjective.

    A claim marked as «النادر دلالات واضحة» in «ولهذا الاستقبال النادر دلالات واضحة».
    """
    left = before.split()
    if language not in LANGUAGES or not left or before[-1:].strip():
        return words
    if not expression(language, "begins_with_article").match(words):
        return words
    definite = expression(language, "definite_word")
    taken = []
    while left and definite.fullmatch(left[-1]):
        taken.append(left.pop())
    if taken and left and expression(language, "demonstrative").fullmatch(left[-1]):
        taken.append(left.pop())
        if left and expression(language, "prefix_alone").fullmatch(left[-1]):
            taken.append(left.pop())
    return " ".join([*reversed(taken), words])
