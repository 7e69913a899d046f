"""A statement or a claim of the record goes in; the sentences that attribute it come out.

Words of a source are narrated in their own language only; in another language the narrator says
who spoke and about what, and the words stand on the card as they were published.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from sijill.citation import Citation
from sijill.documents.document import ClaimKind, QuotationKind
from sijill.documents.quotation_marks import CLOSING, MARKS, OPENING
from sijill.record.items import ClaimItem, EventItem, StatementItem
from sijill.script.cards import Draft, kept, limits, quote_card, source_label
from sijill.script.concepts import concept_rows, count_concepts
from sijill.script.facts import Story, few, stands_in
from sijill.script.narration.naming import joined
from sijill.script.narration.numerals import spell
from sijill.script.narration.words import Told, Words, plain, shown
from sijill.script.scenes import CaveatCard
from sijill.script.sentence import Line, ScriptSentence, SentenceKind
from sijill.script.teller import Teller
from sijill.script.verdicts import OrderTold, can_be_judged, judge, order_told, written_reason
from sijill.tables import open_table
from sijill.temporal.calendar import find_atoms

#: The longest reported words, in words, that are narrated as they stand.
_LONGEST_REPORT = 34
_LONGEST_CLAIM = 22
_SHORTEST_CLAIM = 3
_SHORTEST_QUOTE = 3
_QUOTED = {"ar": "«{}»", "en": "“{}”"}


@cache
def _frames(language: str) -> dict[str, str]:
    """Give, by the word before reported words, the frame in which they can be said again."""
    rows = open_table(f"{language}/said_words.tsv", ("word", "frame"))
    return {r["word"]: r["frame"] for r in rows}


#: Classes of the calendar's words that count from the day of publication: yesterday, next month.
_RELATIVE = ("day", "week", "monthrel", "yearrel")

_PRONOUNS = {
    ("en", "m"): re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
    ("en", "f"): re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE),
}


def _others_pronoun(words: str, language: str, gender: str) -> bool:
    """Say whether a pronoun in reported words can't be the speaker's own and hangs in the air."""
    pattern = _PRONOUNS.get((language, gender))
    return pattern is not None and pattern.search(words) is not None


def _counts_from_publication(words: str, language: str) -> bool:
    """Say whether words tell a time that only their day of publication makes clear: last year.

    A film is seen later: heard in it, such words would name another year.
    """
    atoms = find_atoms(words, 0, len(words), language)
    if any(atom.kind in _RELATIVE and atom.value != "0" for atom in atoms):
        return True
    return any(
        {left.kind, right.kind} == {"unit", "mod"}
        and (left if left.kind == "mod" else right).value in ("-1", "0", "1")
        and words[left.end : right.start].strip() in ("", "ال")
        for left, right in pairwise(atoms)
    )


def reported_words(statement: StatementItem, gender: str = "m") -> tuple[str, str] | None:
    """Give the frame and the words of reported speech that can be narrated as it stands.

    The frame is chosen by the word before them in the source: a clause after `إن` or `that`, a
    phrase after `على`, `إلى`, `عن`. None when the words would hang in the air.
    """
    if statement.language not in ("ar", "en"):
        return None
    words = _bare(statement.text)
    if not 2 <= len(words.split()) <= _LONGEST_REPORT or "\n" in words:
        return None
    if words.count("«") != words.count("»") or words.count("(") != words.count(")"):
        return None
    first = statement.citations[0]
    before = first.prefix.split()
    frames = _frames(statement.language)
    frame = frames.get(before[-1]) if before else None
    if any(frames.get(re.sub("^[وف]", "", word)) == "none" for word in before[:-1]):
        return None
    if frame is None or _bare(first.exact) != words:
        return None
    if _others_pronoun(words, statement.language, gender):
        return None
    if _counts_from_publication(words, statement.language):
        return None
    # أهميتها: a phrase that begins with what is somebody else's needs its sentence.
    hangs = words.split()[0].endswith(("ها", "هم", "هما", "هن"))
    if statement.language == "ar" and frame != "clause" and hangs:
        return None
    return frame, words


def _bare(text: str) -> str:
    text = text.strip().rstrip(".،,؛;").strip()
    # A report cut before its next part may end in a bare conjunction.
    return re.sub(r"[،,]?\s+و$", "", text).rstrip(".،,؛; ")


def is_narratable(story: Story, statement: StatementItem) -> bool:
    """Say whether reported words can be narrated as they stand in a language of the film."""
    if statement.kind is QuotationKind.DIRECT or statement.language not in story.names.languages:
        return False
    gender = story.names.gender(statement.speaker) if statement.speaker else "m"
    return reported_words(statement, gender) is not None


def is_told_in_words(story: Story, statement: StatementItem) -> bool:
    """Say whether somebody's words themselves can be shown or heard: quoted, reported, translated.

    Nothing is told by who spoke about what alone.
    """
    if exact_words(statement) is not None:
        return True
    heard = {statement.language} if is_narratable(story, statement) else set()
    return set(story.names.languages) <= heard | statement.translations.keys()


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
    """Attribute reported words: narrated in their own language, by topic in the others."""
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
        keys[statement.language] = f"statement.{frame}{_conjunction(frame, words)}"
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
        lang: Words(_bare(text), spell(_bare(text), lang))
        for lang, text in statement.translations.items()
        if lang in teller.languages and lang != statement.language and text.strip()
    }


_WHOLE = re.compile(rf"[{OPENING}](?P<words>[^{MARKS}]+)[{CLOSING}]\Z", re.DOTALL)


def exact_words(statement: StatementItem) -> str | None:
    """Give exact words: a direct quotation, or a report that stands in marks; else None."""
    if statement.kind is QuotationKind.DIRECT:
        return statement.text
    whole = _WHOLE.match(statement.text.strip())
    return whole.group("words") if whole else None


def _conjunction(frame: str, words: str) -> str:
    """Keep to إن or أن where the words go on with the same one."""
    if frame != "clause":
        return ""
    if re.search(r"\sوإن(?:ه|ها|هم|هما|نا)?\s", words):
        return ".inna"
    return ".anna" if re.search(r"\sوأن(?:ه|ها|هم|هما|نا)?\s", words) else ""


def quote_scene(story: Story, teller: Teller, statement: StatementItem) -> Draft | None:
    """Make the scene of exact words: who speaks, then the words themselves, as they stand."""
    if len(statement.text.split()) > limits("quote_card")[1] and statement.language != "ja":
        return None
    if statement.language == "ja" and len(statement.text) > 160:
        return None
    if _is_scrap(exact_words(statement) or statement.text, statement.language):
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
    if claim.language == "ar":
        own = _with_its_noun(own, claim.citations[0].prefix)
    if len(own.split()) >= _SHORTEST_CLAIM:
        return own, ()
    around = [c for s in story.record.statements for c in s.citations]
    around += [c for e in story.record.events for c in e.citations]
    holding = [
        citation
        for citation in around
        if _SHORTEST_CLAIM <= len(citation.exact.split()) <= _LONGEST_REPORT
        and any(stands_in(c, citation) for c in claim.citations)
    ]
    best = min(holding, key=lambda c: (len(c.exact), c), default=None)
    return (best.exact.strip().rstrip(".،, "), (best,)) if best else None


def is_cut(claim: ClaimItem) -> bool:
    """Say whether a claim's words begin in the middle of a phrase."""
    words = claim.text.strip()
    return claim.language == "ar" and _with_its_noun(words, claim.citations[0].prefix) != words


_DEFINITE = re.compile(r"[وف]?(?:ال|لل|[بك]ال)\w{2,}\Z")


def _with_its_noun(words: str, before: str) -> str:
    """Put back the noun, and its هذا, of which cut Arabic words hold only the adjective.

    A claim marked as «النادر دلالات واضحة» in «ولهذا الاستقبال النادر دلالات واضحة».
    """
    left = before.split()
    if not words.startswith("ال") or not left or before[-1:].strip():
        return words
    taken = []
    while left and _DEFINITE.match(left[-1]):
        taken.append(left.pop())
    if taken and left and re.fullmatch("[وف]?[بلك]?(?:هذا|هذه|هؤلاء)", left[-1]):
        taken.append(left.pop())
        if left and re.fullmatch("[وف]?[بلك]", left[-1]):
            taken.append(left.pop())
    return " ".join([*reversed(taken), words])


#: Kinds of claim that say how something went on; what it was stands mostly before their words.
_OF_A_COURSE = (ClaimKind.EVERY, ClaimKind.SINCE, ClaimKind.COUNT, ClaimKind.RANK)
#: Kinds of claim that describe the event they are about.
_OF_ONE_EVENT = (ClaimKind.FIRST, ClaimKind.ONLY, ClaimKind.RARE, ClaimKind.RECORD)
