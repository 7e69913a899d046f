"""A happening of a passage goes in; who only tells of it, and takes no part in it, comes out.

“Kyodo reports that A met B”, «A met B, передаёт ТАСС»: whoever reports was there only if what is
told says so. A paper or an agency that is the subject of a word of saying tells, whether or not
its report was found as a quotation; anybody else does where it was.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.documents.document import ORGANISATION, PLACE, Entity, Quotation, QuotationKind
from sijill.documents.expressions import NOTHING, ends_in, expression
from sijill.documents.lexicon import word_classes
from sijill.documents.stretches import Holding, beginning_in
from sijill.happenings.actors import Actor
from sijill.happenings.drafts import Discourse
from sijill.happenings.triggers import Trigger
from sijill.languages import VERB_LAST
from sijill.speech.cues import Saying, find_speech_marks
from sijill.tables import open_table
from sijill.text import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: How many words may stand between a paper and the word of saying that it is the subject of.
_NEAR = 3
_STOP = re.compile(r"[.;!?؟؛\n]")
#: So far before a report, and before its blanks, stands its conjunction (code points).
_BEFORE_REPORT, _OPENER = 24, 12
#: “We” between the marks stands so near to what another did, and that one before it.
_SAID = 400
#: An article is no longer, with its blank (code points).
_ARTICLE = 4
#: Papers that tell; an office of state that publishes is a party like any other.
_TELLING_KINDS = frozenset({"agency", "newspaper", "broadcaster", "portal"})


@cache
def _outlets() -> frozenset[str]:
    rows = open_table("world/outlets.tsv", ("id", "kind"))
    return frozenset(row["id"] for row in rows if row["kind"] in _TELLING_KINDS)


@cache
def _press_words(language: str) -> frozenset[str]:
    return frozenset(w for w, kinds in word_classes(language).items() if "press" in kinds)


def is_press(entity: Entity, language: str, *called: str) -> bool:
    """Say whether a body is a paper, an agency, a station: known as one, or called one.

    `called` is what it is called where it stands, beside its own name.
    """
    if entity.kind is not ORGANISATION:
        return False
    if entity.register_id in _outlets():
        return True
    known, names = _press_words(language), {entity.name, *called}
    if language == "ja":
        return any(n.endswith(word) for n in names for word in known if len(word) > 1)
    return any(fold(word) in known for n in names for word in _WORD.findall(n))


class Tellers:
    """Finds those who only tell of the happenings of one passage."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._passage = discourse.passage
        self._arguments = discourse.arguments
        said = discourse.passage.quotations
        reports = (q for q in said if q.kind is QuotationKind.INDIRECT)
        self._quotations = Holding(said, lambda q: (q.start, q.end))
        self._reports = Holding(reports, lambda q: (q.start, q.end))
        marks = find_speech_marks(discourse.passage)
        self._sayings, self._openers = marks.sayings, marks.openers
        #: The papers of a sentence, by its stretch: several triggers stand in one.
        self._press: dict[tuple[int, int], list[Actor]] = {}

    def of(self, trigger: Trigger) -> frozenset[str]:
        """Give the entity ids of those who tell of a happening and are not told to take part.

        In direct speech “we” and “I” may well have been there.
        """
        found = set(self._papers(trigger))
        quotation = self._report(trigger)
        if quotation is not None and quotation.speaker:
            inside = self._arguments.actors_in(quotation.start, quotation.end)
            if quotation.speaker not in {a.entity for a in inside}:
                found.add(quotation.speaker)
        elif quotation is None and (speaker := self._speaks_of_another(trigger)):
            found.add(speaker)
        return frozenset(found)

    def _speaks_of_another(self, trigger: Trigger) -> str | None:
        """Give who says in marks what somebody else did: “The president called him,” she said.

        Near by no “we” or “I” stands between the marks, and who did it stands before the verb.
        """
        text, language = self._passage.text, self._passage.language
        us = expression(language, "says_of_us")
        if us is NOTHING or trigger.frame == "noun":
            return None
        around = self._quotations.over(trigger.start, trigger.start + 1)
        said = next((q for q in around if q.kind is QuotationKind.DIRECT), None)
        if said is None or not said.speaker:
            return None
        begin = max(said.start, trigger.start - _SAID)
        if us.search(text, begin, min(said.end, trigger.end + _SAID)):
            return None
        before = self._arguments.actors_in(begin, trigger.start, pronouns=False)
        starts = [a.start for a in before if a.entity != said.speaker]
        starts += [m.start for m in self._arguments.unnamed_posts_in(begin, trigger.start)]
        governed = ends_in(language, "governed_before")
        free = any(
            not governed.search(text, max(begin, at - _BEFORE_REPORT), at)
            and not _STOP.search(text, at, trigger.start)
            for at in starts
        )
        return said.speaker if free else None

    def leaves_out(self, trigger: Trigger) -> bool:
        """Say whether a report may leave its teller out who does what it tells.

        «Сообщил, что посетил Ригу» is of his own visit, «что королева посетила Ригу» is not, and
        an English clause always names who does.
        """
        quotation = self._report(trigger)
        if quotation is None or trigger.end > quotation.end:
            return True
        text, language = self._passage.text, self._passage.language
        if language == "en":
            return False
        if self._arguments.unnamed_posts_in(quotation.start, trigger.start):
            return False
        ahead = text[quotation.start : trigger.start]
        before = text[max(0, quotation.start - _BEFORE_REPORT) : quotation.start].rstrip()
        if ends_in(language, "bare_that").search(before[-_OPENER:] + " "):
            # «إن الملكة زارت»: behind «إن» without «ـه» stands the subject.
            return not ahead.strip() and trigger.frame == "noun"
        return expression(language, "own_subject").search(ahead) is None

    def announcing(self, trigger: Trigger) -> list[str]:
        """Give the body that announces what it does: “the ministry announced the expulsion of …”.

        Such a report begins with what is done; behind “that”, or a subject, anybody may have done
        it, and papers do nothing of what they tell.
        """
        report = self._report(trigger)
        if report is None or not report.speaker or not self._opens(trigger, report):
            return []
        if beginning_in(self._openers, report.start - _OPENER, report.start):
            return []
        body = self._passage.entities[report.speaker]
        is_party = body.kind is ORGANISATION and not is_press(body, self._passage.language)
        return [body.id] if is_party else []

    def _opens(self, trigger: Trigger, report: Quotation) -> bool:
        """Say whether a report begins with what is done; where verbs end, with no other subject."""
        passage = self._passage
        if passage.language != "kk":
            return trigger.start - report.start <= _ARTICLE
        if self._arguments.topic(report.start, trigger.start) is not None:
            return False
        return not any(
            not passage.text[m.end : m.end + 1].isalpha()
            and passage.mention_over(m.start, m.end) is m
            for m in passage.mentions_in(report.start, trigger.end, (PLACE,))
        )

    def told_first(self, trigger: Trigger) -> Actor | None:
        """Give the person of whom a report tells first: “notes that he met A and gave a speech”."""
        start = next(
            (q.start for q in self._quotations.over(trigger.start, trigger.start + 1)),
            self._arguments.span_of(trigger).start,
        )
        told = self._discourse.persons(self._arguments.actors_in(start, trigger.start))
        return next((a for a in told if a.entity not in self.of(trigger)), None)

    def one_before(self, trigger: Trigger) -> Actor | None:
        """Give who did it the time before, if the day told is theirs: «その前は2006年のX氏だ»."""
        sentence = self._arguments.span_of(trigger)
        found = expression(self._passage.language, "one_before").search(
            self._passage.text, trigger.end, sentence.end
        )
        if found is None:
            return None
        date = self._arguments.date(trigger, self._discourse.triggers)
        if date is None or date.start < found.end():
            return None
        told = self._arguments.actors_in(found.end(), sentence.end, pronouns=False)
        return next(iter(self._discourse.persons(told)), None)

    def _report(self, trigger: Trigger) -> Quotation | None:
        """Give the first indirect report that a happening stands in."""
        return next(iter(self._reports.over(trigger.start, trigger.start + 1)), None)

    def _papers(self, trigger: Trigger) -> list[str]:
        """Give the papers that are the subject of a word of saying in the happening's sentence."""
        sentence = self._arguments.span_of(trigger)
        sayings = beginning_in(self._sayings, sentence.start, sentence.end)
        if not sayings:
            return []
        return [
            actor.entity
            for actor in self._press_in(sentence.start, sentence.end)
            if any(self._says(actor, saying, trigger) for saying in sayings)
        ]

    def _press_in(self, start: int, end: int) -> list[Actor]:
        """Give the papers, agencies and stations that a sentence names."""
        found = self._press.get((start, end))
        if found is None:
            entities, text = self._passage.entities, self._passage.text
            found = self._press[start, end] = [
                a
                for a in self._arguments.actors_in(start, end, pronouns=False)
                if a.kind is ORGANISATION
                and is_press(entities[a.entity], self._passage.language, text[a.start : a.end])
            ]
        return found

    def _says(self, actor: Actor, saying: Saying, trigger: Trigger) -> bool:
        text, language = self._passage.text, self._passage.language
        if language in VERB_LAST and not saying.is_source and actor.end <= saying.start:
            if saying.start < trigger.end:
                return False
            if language == "ja":
                return expression("ja", "topic_marked").match(text, actor.end) is not None
            return not text[actor.end : actor.end + 1].isalpha()
        start, end = (actor.end, saying.start)
        if saying.start < actor.start:
            start, end = saying.end, actor.start
        between = text[start:end]
        if start <= trigger.start < end or _STOP.search(between):
            return False
        if beginning_in(self._openers, start, end):
            return False  # “said that the agency”: it is spoken of
        return len(_WORD.findall(between)) <= (0 if language == "ja" else _NEAR)
