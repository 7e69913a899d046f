"""A claim with its verdict goes in; what the narrator says for the verdict comes out.

The reasons of a verdict are notes for a reader. A listener gets a sentence made of the same facts:
the dates that stand the other way round, the earlier case, the count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sijill.dates import sort_key
from sijill.documents.document import ClaimKind, Status
from sijill.record.items import ClaimItem, EventItem, LocalText, RarityNote
from sijill.record.wording import label as reference_label
from sijill.script.facts import Story, few
from sijill.script.happenings import act_of, tell_event
from sijill.script.labels import script_labels
from sijill.script.narration.calendar import day_first, on_date
from sijill.script.narration.numerals import spell
from sijill.script.narration.words import Told, Words, plain
from sijill.script.sentence import ScriptSentence, SentenceKind
from sijill.script.teller import Teller
from sijill.tables import cell_list
from sijill.tellings.reference import Milestone, anchor_dates, milestones

_LONGEST_REASON = 26
_NEAR_DAYS = 3
_COUNTED = (ClaimKind.FIRST, ClaimKind.ONLY, ClaimKind.COUNT)
_COMMON = ("usual", "not_rare")
_PUT_OFF = (Status.POSTPONED, Status.CANCELLED)

#: Patterns that say what a reference table tells and no source.
_OF_TABLES = ("claim.rare", "claim.reference", "claim.reference.other")

#: The key of a pattern and what fills it.
_Plan = tuple[str, dict[str, Told | None]]


@dataclass(frozen=True, slots=True)
class OrderTold:
    """Two dates that a claim puts in an order: a happening, and the turning point it names."""

    anchor: str
    act: dict[str, Words]
    date: str
    anchor_date: str


def judge(story: Story, teller: Teller, claim: ClaimItem) -> list[ScriptSentence | None]:
    """Say what the record knows of a claim, with what speaks against it."""
    assert claim.verdict is not None
    verdict = claim.verdict.verdict
    counters = _counters(story, claim)
    cited = [*(c for e in counters for c in few(e.citations, 2)), *few(claim.citations, 2)]
    items = [claim.id, *(e.id for e in counters)]

    def say(key: str | dict[str, str], slots: dict[str, Told | None]) -> ScriptSentence | None:
        return teller.tell(key, slots, kind=SentenceKind.SYNTHESIS, items=items, citations=cited)

    plan = _plan(story, teller, claim)
    if plan is not None:
        story.referred = story.referred or plan[0] in _OF_TABLES or ".order." in plan[0]
        return [say(*plan)]
    if verdict != "contradicted":
        return [say(f"claim.{verdict}", {})]
    fresh = [e for e in counters if e.status is Status.HELD and e.id not in story.used]
    if fresh:
        kind = f"claim.contradicted.{claim.kind.value}"
        lead = say(kind if teller.can_tell(kind) else "claim.contradicted", {})
        told = (tell_event(story, teller, e) for e in fresh)
        return [lead, next((s for s in told if s is not None), None)]
    why = claim.verdict.why
    reasons = {lang: spoken_reason(story, why.get(lang, ""), lang) for lang in teller.languages}
    spoken = {lang: Words(text, spell(text, lang)) for lang, text in reasons.items() if text}
    keys = {
        lang: "claim.reason" if _follows_but(words.show, lang) else "claim.reason_plain"
        for lang, words in spoken.items()
    }
    if len(keys) < len(teller.languages):
        return []
    return [say(keys, {"reason": {lang: _lowered(w, lang) for lang, w in spoken.items()}})]


def written_reason(
    story: Story, teller: Teller, claim: ClaimItem, judged: list[ScriptSentence | None]
) -> LocalText:
    """Give the reason for a card: what was said, where it was said whole, else the note.

    A sentence that only points back to a count heard before is no reason by itself: the card has
    the count again, in one sentence, as a viewer has no time for all that limits it.
    """
    assert claim.verdict is not None
    said = [s for s in judged if s is not None]
    plan = _plan(story, teller, claim)
    whole = plan is not None and plan[0] != "claim.rare.again"
    note = None if plan is None or whole else _rarity(story, claim)
    counted = teller.write("claim.rare", _count(teller, note)) if note else None
    if counted is not None:
        return {lang: _without_but(text, lang) for lang, text in counted.items()}
    if said and (whole or len(said) > 1):
        texts = {lang: " ".join(s.lines[lang].show for s in said) for lang in teller.languages}
        return {lang: _without_but(text, lang) for lang, text in texts.items()}
    notes = {
        lang: _in_own_letters(story, claim.verdict.why.get(lang, ""), lang)
        for lang in teller.languages
    }
    return {lang: text[:1].upper() + text[1:] for lang, text in notes.items()}


def _without_but(text: str, language: str) -> str:
    for word in cell_list(script_labels(language)["but"]):
        text = text.removeprefix(f"{word} ")
    return text[:1].upper() + text[1:]


def _in_own_letters(story: Story, text: str, language: str) -> str:
    if language != "ar":
        return day_first(text) if language == "en" else text
    return _LATIN.sub(lambda m: story.names.arabic_name(m.group()), text)


def can_be_judged(story: Story, teller: Teller, claim: ClaimItem) -> bool:
    """Say whether a contradiction can be told with what contradicts."""
    assert claim.verdict is not None
    counters = _counters(story, claim)
    about = story.event_by_id.get(claim.about or "")
    if claim.kind in _COUNTED and any(_may_be_the_same(about, e) for e in counters):
        return False
    if any(e.status is Status.HELD and e.id not in story.used for e in counters):
        return True
    if _plan(story, teller, claim) is not None:
        return True
    why = claim.verdict.why
    return all(spoken_reason(story, why.get(lang, ""), lang) for lang in story.names.languages)


def _counters(story: Story, claim: ClaimItem) -> list[EventItem]:
    assert claim.verdict is not None
    return [story.event_by_id[i] for i in claim.verdict.counter if i in story.event_by_id]


def _may_be_the_same(about: EventItem | None, other: EventItem) -> bool:
    """Say whether a counter-example is so near to the claim's own event that it may be it."""
    if about is None or about.type != other.type or not about.date or not other.date:
        return False
    left, right = sort_key(about.date), sort_key(other.date)
    return abs((left[0] - right[0]).days) <= _NEAR_DAYS


def _plan(story: Story, teller: Teller, claim: ClaimItem) -> _Plan | None:
    """Choose the sentence made for a kind of claim and verdict; None where there is none."""
    assert claim.verdict is not None
    verdict = claim.verdict.verdict
    if claim.kind is ClaimKind.ORDER and verdict == "contradicted":
        return _order(story, teller, claim)
    if claim.kind is ClaimKind.RARE and verdict == "contradicted":
        return _common(story, teller, claim)
    if claim.kind is ClaimKind.EVERY and verdict == "depends":
        return _not_every(story, teller, claim)
    if claim.kind in (ClaimKind.FIRST, ClaimKind.ONLY) and verdict == "contradicted":
        return _earlier_in_reference(story, teller, claim)
    return None


# -- the order of two dates ----------------------------------------------------------------------


def order_told(story: Story, teller: Teller, claim: ClaimItem) -> OrderTold | None:
    """Find the two dates of a claim that one came after the other; None when one is not known."""
    if claim.kind is not ClaimKind.ORDER or claim.verdict is None:
        return None
    addresses = claim.verdict.references
    anchors = [
        (anchor, date)
        for (_, anchor), (date, address) in sorted(anchor_dates().items())
        if address in addresses
    ]
    counters = _counters(story, claim)
    dated = next((e for e in counters if e.date), None)
    date = dated.date if dated else None
    if date is None:
        facts = [m for m in _facts(claim) if any(m.type == e.type for e in counters)]
        date = facts[0].date if facts else None
    acts = (act_of(story, teller, e) for e in ([dated] if dated else counters))
    act = next((a for a in acts if a is not None), None)
    if not anchors or date is None or act is None:
        return None
    is_after = sort_key(date) > sort_key(anchors[0][1])
    if is_after is not (claim.verdict.verdict == "supported"):
        return None  # it was told to come before, which no sentence here says
    return OrderTold(anchors[0][0], act, date, anchors[0][1])


def _order(story: Story, teller: Teller, claim: ClaimItem) -> _Plan | None:
    told = order_told(story, teller, claim)
    key = f"claim.order.{told.anchor}" if told else ""
    if told is None or not teller.can_tell(key):
        return None
    return key, {
        "act": told.act,
        "when": story.names.told(lambda lang: on_date(told.date, lang)),
        "anchor": story.names.told(lambda lang: on_date(told.anchor_date, lang)),
    }


# -- counts --------------------------------------------------------------------------------------


def _common(story: Story, teller: Teller, claim: ClaimItem) -> _Plan | None:
    """Set the count of a table against "rare"; short where the count was heard already."""
    note = _rarity(story, claim)
    if note is None:
        return None
    if f"rate:{note.feature}" in story.used:
        return "claim.rare.again", {}
    return "claim.rare", _count(teller, note)


def _count(teller: Teller, note: RarityNote) -> dict[str, Told | None]:
    return {
        "k": teller.number(note.k, gender="f", oblique=True),
        "n": teller.count(note.n, "other_visit", oblique=True),
        "word": teller.phrase(f"rarity.{note.word}"),
    }


def _rarity(story: Story, claim: ClaimItem) -> RarityNote | None:
    """Find the count that speaks of the claim's own event, else of one that speaks against it.

    A count heard before is taken again: the card must not show another one than was heard.
    """
    ids = [claim.about, *(e.id for e in _counters(story, claim))]
    found = [
        note
        for note in story.record.rarities
        if note.event in ids and note.scope == "all" and note.n and note.word in _COMMON
    ]
    return min(
        found,
        key=lambda n: (ids.index(n.event), f"rate:{n.feature}" not in story.used),
        default=None,
    )


def _not_every(story: Story, teller: Teller, claim: ClaimItem) -> _Plan | None:
    """Tell the year that fell out: what was planned and put off."""
    for event in _counters(story, claim):
        noun = f"noun.{event.type}"
        if event.status in _PUT_OFF and event.date and teller.has_label(noun):
            return "claim.every.depends", {
                "noun": teller.phrase(noun),
                "when": teller.date_words(event.date),
            }
    return None


# -- cases of a reference table ------------------------------------------------------------------


def _facts(claim: ClaimItem) -> list[Milestone]:
    """Give the reference facts that a verdict rests on, the earliest first."""
    assert claim.verdict is not None
    addresses = set(claim.verdict.references)
    found = [m for m in milestones() if m.held and addresses & set(m.addresses)]
    return sorted(found, key=lambda m: (sort_key(m.date), m.date, m.people))


def _earlier_in_reference(story: Story, teller: Teller, claim: ClaimItem) -> _Plan | None:
    """Tell the earliest case that only a reference table knows."""
    if _counters(story, claim):
        return None
    for fact in _facts(claim):
        who = _person_of(story, fact)
        if who is None:
            continue
        ending = "" if claim.kind is ClaimKind.FIRST else ".other"
        return f"claim.reference{ending}", {
            "what": story.names.told(lambda lang, fact=fact: _what(fact, lang)),  # type: ignore[misc]
            "who": who,
            "where": story.names.register_body(fact.place_id),
            "when": story.names.told(
                lambda lang, fact=fact: on_date(fact.date, lang, within=True)  # type: ignore[misc]
            ),
        }
    return None


def _what(fact: Milestone, language: str) -> Words:
    word = reference_label("event_types", fact.type, language)
    if language == "en":
        word = f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
    return plain(word)


def _person_of(story: Story, fact: Milestone) -> dict[str, Words] | None:
    """Name the one person of a reference fact with the post of that time."""
    if len(fact.people) != 1 or not fact.people[0]:
        return None
    role, country = fact.roles[0] if fact.roles else ("", "")
    return story.names.unknown_person(fact.people[0], role, country)


# -- reasons as they are written -----------------------------------------------------------------


def spoken_reason(story: Story, text: str, language: str) -> str | None:
    """Cut the reason of a verdict to what can be listened to; None when it can't be.

    Its first sentence, without the notes in brackets that follow a colon; in Arabic, names of the
    register that stand in Latin letters are named in Arabic, and nothing else in Latin letters is
    let through.
    """
    text = re.sub(r"\s+", " ", text).strip()
    if language == "en":
        text = day_first(text)
    if language == "ar":
        text = _in_own_letters(story, text, language).replace(", ", "، ")
    sentence = re.split(r"(?<=[^\d.])\. ", text + " ")[0].rstrip(". ")
    if len(sentence.split()) > _LONGEST_REASON:
        sentence = re.split("[؛;]", sentence)[0].strip()
    sentence = re.sub(r"(?<=\d{4}) – ", " إلى " if language == "ar" else " to ", sentence)
    sentence = sentence.replace(" – ", ": ")
    if "(" in sentence:
        sentence = sentence.partition(":")[0].strip()
    if (
        not sentence
        or "(" in sentence
        or len(sentence.split()) > _LONGEST_REASON
        or re.search("[%=→]", sentence)
    ):
        return None
    if language == "ar" and re.search("[A-Za-z]", sentence):
        return None
    return sentence


def _follows_but(reason: str, language: str) -> bool:
    """Say whether a reason can stand after `غير أن` or `but`; in Arabic no verb may open it."""
    first = reason.split(maxsplit=1)[0]
    if language == "ar":
        return first.startswith("ال") or first in ("في", "من", "على", "أما")
    return first in _OPENERS


_OPENERS = ("A", "An", "The", "It", "There", "This", "That")


def _lowered(words: Words, language: str) -> Words:
    """Write a reason without its capital, for the middle of a sentence."""
    if language == "ar" or words.show.split()[0] not in _OPENERS:
        return words
    return Words(words.show[0].lower() + words.show[1:], words.say[0].lower() + words.say[1:])


_LATIN = re.compile(r"[A-Z][^\W\d_]+(?:[ '’.-][^\W\d_]+)*(?![^\W\d_])")
