"""Words of saying go in; the stretches of reported speech that they govern come out.

For languages whose verb stands before what it reports: Arabic, English, Russian. (Kazakh and
Japanese put it last: `sijill.speech.reported_before`.) A report is the content alone, without the
conjunction, to the end of its clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from sijill.citation import Span
from sijill.documents.expressions import ends_in
from sijill.documents.passage import ACTORS, Passage, count_words
from sijill.documents.patterns import fold_text
from sijill.documents.quotation_marks import CLOSING, OPENING
from sijill.documents.stretches import beginning_in
from sijill.documents.subject_signs import signs
from sijill.immutable import immutable
from sijill.speech.clause_edges import LONGEST_CONTENT, ClauseEdges
from sijill.speech.cues import Saying, SpeechMarks, is_participle, is_passive
from sijill.text import fold

# How far the conjunction may stand from the verb: a long subject with its posts lies between.
_REACH_OF_OPENER = 150
_REACH_OF_PREPOSITION = 110
# Reports are found in the order of the text: only the last few can overlap a new one.
_NEAR_REPORTS = 8
# A clause's subject stands among its first words.
_FIRST_WORDS = 6
# Both edges of a report: its own quotation marks and brackets stay.
EDGE = " \t\n\u00a0.,;:!?،؛؟。、…-–—―"
_STOP = re.compile(r"[;؛]|[.!?؟:](?=\s)")
# A colon after a word of saying, at most a few words on; what stands in marks is not reported.
_COLON = re.compile(rf"(?:\s+[^\W\d_]+){{0,3}}:(?=\s+[^\s{OPENING}])")
_REACH_OF_COLON = 50
# What stands before “, he said,” and is no longer than this goes on behind it (code points).
_SHORT = 60
_COMMA = re.compile(r"[,،](?!\d)")
_AND = re.compile(r",? and\Z")
_TOKEN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+")
_start = attrgetter("start")
_FIRST_WORD = re.compile(r"\s*([^\W\d_]+)")
_PARTED = re.compile(r"[:;]\s")
_TAIL = re.compile(r"[,;](?!\d)|[.!?](?=\s|\Z|\n)|\n|\Z")
_DASH = re.compile(r"\s[—–-]\s")


@immutable
class Report:
    """Reported content: its span, the word of saying, and where the speaker is to be looked for.

    `subject` is the stretch that may name the speaker, `rule` what found it; `saying` is None when
    no word of saying that we know stands there.
    """

    start: int
    end: int
    saying: Saying | None
    subject: Span
    rule: str

    @property
    def span(self) -> Span:
        """The place of the content."""
        return Span(self.start, self.end)


def overlaps_any(report: Report, others: Iterable[Report]) -> bool:
    """Say whether what is reported shares letters with one of others."""
    return any(report.start < other.end and other.start < report.end for other in others)


class Clauses(ClauseEdges):
    """Finds reports in one passage; `blocked` are stretches of direct speech, with their marks."""

    def reports(self, used: set[Saying]) -> list[Report]:
        """Find the reports of all words of saying that direct speech has not used."""
        found: list[Report] = []
        reached = 0
        for number, saying in enumerate(self._marks.sayings):
            if saying in used or self._is_blocked(saying.start):
                continue
            report = self._report(number, saying)
            if report is None:
                continue
            # Most stand behind all that were found before.
            if report.start >= reached or not overlaps_any(report, found[-_NEAR_REPORTS:]):
                found.append(report)
                reached = max(reached, report.end)
        return found

    def _report(self, number: int, saying: Saying) -> Report | None:
        sentence = self._passage.sentence_at(saying.start)
        if "back" in saying.takes:
            return report_of_sentence_before(self._passage, saying)
        start = max(sentence.start, saying.start - LONGEST_CONTENT)
        end = min(sentence.end, saying.end + LONGEST_CONTENT)
        if is_mute(self._passage, self._marks, saying):
            return None
        if saying.is_source:
            return self._from_source(saying, start, end)
        return (
            self._after_opener(saying, end)
            or self._after_preposition(saying, end)
            or self._bare(saying, start, end)
            or self._before(saying, start, end)
            or self._fronted(saying, start)
            or self._noun(saying, end)
        )

    # -- content after the verb -------------------------------------------------------------

    def _after_opener(self, saying: Saying, limit: int) -> Report | None:
        if not saying.takes & {"clause", "told", "colon"} and not saying.naming:
            return None
        openers = self._marks.openers
        if saying.end in {o.end for o in beginning_in(openers, saying.start, saying.end)}:
            # «سجل أن»: the word is one of saying only with its conjunction.
            end = self._clause_end(saying.end, limit)
            return self._make(saying.end, end, saying, Span(saying.end, saying.end), "that")
        for opener in beginning_in(openers, saying.end, min(limit, saying.end + _REACH_OF_OPENER)):
            # «وقال الوزير: إن الخط»: a colon may stand before the Arabic conjunction.
            between = self._text[saying.end : opener.start].rstrip(" :")
            if _STOP.search(between) or self._is_blocked(opener.start):
                break
            if self._sayings_in(saying.end, opener.start):
                break
            # «أعرب عن أمله في أن»: the content begins with the noun after the preposition.
            called = bool(saying.naming) and self._text[opener.start] == "ب"
            if "clause" not in saying.takes and not called:
                break
            # “She says a coach will come, and that drummers will play”: the first clause is bare.
            if "bare" in saying.takes and _AND.search(between):
                break
            # “Was expected to go on, but that flight was cancelled”: it points at the flight.
            if ends_in(self._passage.language, "pointing_next").search(between):
                break
            end = self._clause_end(opener.end, limit)
            for verdict in beginning_in(self._marks.verdicts, opener.end, end):
                # “Reports that he would stop over were denied”: their own verb ends them.
                if self._opens_sentence(saying):
                    end = verdict.start
                    break
            return self._make(opener.end, end, saying, Span(saying.end, opener.start), "that")
        if "colon" in saying.takes:
            # «Мэр ответил письменно: город рад»
            colon = _COLON.match(self._text, saying.end, min(limit, saying.end + _REACH_OF_COLON))
            if colon and not self._sayings_in(saying.end, colon.end()):
                end = self._clause_end(colon.end(), limit)
                subject = Span(saying.end, colon.end() - 1)
                return self._make(colon.end(), end, saying, subject, "colon")
        return None

    def _opens_sentence(self, saying: Saying) -> bool:
        """Say whether nothing stands before: a noun of saying is the subject itself."""
        start = self._passage.sentence_at(saying.start).start
        return not self._text[start : saying.start].strip()

    def _after_preposition(self, saying: Saying, limit: int) -> Report | None:
        if saying.takes & {"after", "after-to"}:
            end = self._phrase_end(saying.end, limit)
            if "after-to" in saying.takes and " to " not in self._text[saying.end : end]:
                return None
            return self._make(saying.end, end, saying, Span(saying.end, saying.end), "after")
        if not saying.prepositions:
            return None
        folded = fold_text(self._text)
        stop = min(limit, saying.end + _REACH_OF_PREPOSITION)
        depth_end = saying.end
        for match in _TOKEN.finditer(self._text[saying.end : stop]):
            at = saying.end + match.start()
            if at < depth_end:
                continue
            between = self._text[saying.end : at]
            if _STOP.search(between) or self._sayings_in(saying.end, at):
                return None
            # A preposition inside the subject's own name does not open the content.
            mention = self._passage.mention_over(at, at + 1)
            if mention and mention.kind in ACTORS:
                depth_end = mention.end
                continue
            word = folded_word(folded.text, folded.origins, at, at + len(match.group()))
            start = self._preposition_end(word, at, at + len(match.group()), saying)
            if start is not None:
                if "noun" in saying.takes and self._has_object(saying.end, at):
                    return None
                if "thing" in saying.takes and self._is_somebody(start):
                    return None
                end = self._phrase_end(start, limit)
                return self._make(start, end, saying, Span(saying.end, at), "preposition")
        return None

    def _has_object(self, start: int, end: int) -> bool:
        """Say whether a noun stands between a verb's subject and a preposition, which is its own.

        In «أكد سموه حرص الدولة على توسيع» the content begins with «حرص»; in «أكد في كلمته على» an
        adverbial stands between.
        """
        word = _WORD.search(self._text[self._skip_subject(start, end) : end])
        known = signs(self._passage.language)
        return word is not None and not any(
            known.has(sign, fold(word.group())) for sign in ("oblique", "aside")
        )

    def _preposition_end(self, word: str, start: int, end: int, saying: Saying) -> int | None:
        for preposition in saying.prepositions:
            if word == preposition:
                return end
            if preposition in ("ب", "ل") and word.startswith(preposition) and len(word) > 3:
                if start in self._marks.stems or self._begins_name(start):
                    continue
                at = start + 1
                while at < end and self._text[at] in "ـ":
                    at += 1
                return at
        return None

    def _begins_name(self, start: int) -> bool:
        return any(m.start == start for m in self._passage.mentions_in(start, start + 200))

    def _bare(self, saying: Saying, start: int, limit: int) -> Report | None:
        """English leaves “that” out: “the minister said the men would be released”."""
        if self._passage.language != "en" or not saying.takes & {"bare", "told"}:
            return None
        if is_passive(self._passage, saying):
            return None
        if not self._text[saying.end : limit].startswith(" "):
            return None
        at = self._skip_hearer(saying, saying.end, limit)
        if at is None or at >= limit or self._text[at : at + 1] in ",.:;":
            return None
        if not self._text[start : saying.start].strip():
            return None
        if self._text[start : saying.start].rstrip().endswith(",") and self._is_inversion(
            saying, start
        ):
            return None
        word = self._text[at:limit].lstrip().split(" ", 1)[0].lower().strip(",.;:")
        if signs("en").has("no_clause", word):
            return None
        end = self._clause_end(at, limit)
        content = self._text[at:end]
        if count_words(content, "en") < 3:
            return None
        subject = Span(start, saying.start)
        return self._make(at, end, saying, subject, "bare")

    def _is_inversion(self, saying: Saying, start: int) -> bool:
        """Say whether “…, said X” closes a content, and not “X, the son of Y, said …”."""
        first = next(
            (m for m in self._passage.mentions_in(start, saying.start) if m.start - start <= 16),
            None,
        )
        if first is not None and first.kind in ACTORS:
            chain_end = self._chain_end(first.start, saying.start)
            if self._text[chain_end : chain_end + 1] == ",":
                return False
        following = self._mention_near(saying.end + 1, saying.end + 80)
        at = saying.end + 1
        return following is not None or bool(beginning_in(self._marks.pronouns, at, at + 1))

    def _noun(self, saying: Saying, limit: int) -> Report | None:
        if "noun" not in saying.takes or is_passive(self._passage, saying):
            return None
        # «معلنا عودة السفارة»: the subject of a participle stands before it.
        bare = self._passage.language == "ar" and is_participle(
            self._text[saying.start : saying.end]
        )
        at = saying.end if bare else self._skip_subject(saying.end, limit)
        if self._text[at : at + 1] in CLOSING and not self._text[at - 1].isspace():
            at += 1
        if self._passage.language == "ru":
            at = self._skip_asked(at, limit)
        first = _FIRST_WORD.match(self._text[at:limit])
        if first and signs(self._passage.language).has("no_clause", fold(first.group(1))):
            return None
        end = self._phrase_end(at, limit)
        if any(at <= c.start < min(end, at + 30) for c in self._marks.courtesies):
            return None
        if count_words(self._text[at:end], self._passage.language) < 1:
            return None
        return self._make(at, end, saying, Span(saying.end, at), "noun")

    # -- content before the verb -------------------------------------------------------------

    def _fronted(self, saying: Saying, start: int) -> Report | None:
        """Read «слухи об отставке министр опроверг»: what is denied stands before who denies it."""
        content = self._denied_before(saying, start)
        if content is None:
            return None
        rest = Span(content.end, saying.start)
        return self._make(content.start, content.end, saying, rest, "before")

    def _before(self, saying: Saying, start: int, limit: int) -> Report | None:
        """Find “content, he said” and “content, said he”; what follows the saying goes on."""
        if "quote" not in saying.takes or self._passage.language == "ar":
            return None
        tail = self._tail_end(saying.end, limit)
        if tail is None:
            return None
        comma = self._comma_before(saying, start)
        if comma is None:
            return None
        inverted = not self._text[comma + 1 : saying.start].strip(" —–-")
        if not inverted and (
            self._turns(comma, saying.start) or self._openers_in(comma, saying.start)
        ):
            return None
        if not self._closes(saying, tail, inverted=inverted):
            return None
        begin = self._content_start(start, comma)
        rest = self._passage.trim(tail, limit, EDGE)
        inside = self._text[tail : tail + 1] == "," and rest is not None
        told = bool(beginning_in(self._marks.pronouns, saying.end + 1, saying.end + 2))
        last = self._last_clause(begin, comma)
        bare = self._lacks_verb(last, comma)
        # «На нём, подчеркнул он, видна палка»: what has no verb yet goes on to it.
        goes_on = inside and comma - last <= _SHORT and not self._turns(tail, limit)
        if inverted:
            goes_on = goes_on and bare and (told or not self._lacks_verb(tail, limit))
        else:
            goes_on = goes_on and not self._sayings_in(tail, min(limit, tail + 25))
        if bare and goes_on:
            begin = last
        alone = bare and inverted and not told and self._in_apposition(begin, comma)
        if alone or self._is_taken(saying, tail, inverted=inverted):
            return None
        end = limit if goes_on else comma
        empty = count_words(self._text[begin:comma], self._passage.language) < 1
        if empty or (end == comma and not told and self._is_subject_alone(begin, comma)):
            return None
        return self._make(begin, end, saying, Span(comma, tail), "before")

    def _last_clause(self, start: int, end: int) -> int:
        """Give where the last clause of a stretch begins: behind its last colon or semicolon."""
        for match in reversed(list(_PARTED.finditer(self._text[start:end]))):
            if not self._in_quotes(start + match.start()):
                return start + match.end()
        return start

    def _turns(self, at: int, limit: int) -> bool:
        word = self._text[at:limit].lstrip(" ,;").split(" ", 1)[0].lower()
        return signs(self._passage.language).has("turn", word)

    def _tail_end(self, at: int, limit: int) -> int | None:
        """Give the end of a saying's own tail (a subject, a hearer, a time), None for a clause."""
        match = _TAIL.search(self._text[at:limit])
        end = at + match.start() if match else limit
        tail = self._text[at:end]
        named = sum(
            m.end - m.start
            for m in self._passage.mentions_in(at, end)
            if self._passage.mention_over(m.start, m.end) is m
        )
        if len(tail) - named > 45 or self._openers_in(at, end):
            return None
        return end

    def _comma_before(self, saying: Saying, start: int) -> int | None:
        """Give the comma that closes the content before “…, he said”."""
        text = self._text
        commas = [m.start() + start for m in _COMMA.finditer(text[start : saying.start])]
        commas += [m.start() + start for m in _DASH.finditer(text[start : saying.start])]
        for comma in sorted(commas, reverse=True):
            if self._is_blocked(comma):
                return None
            over = self._passage.mention_over(comma, comma + 1)
            if over is not None:
                continue
            gap = text[comma + 1 : saying.start]
            bare = gap.strip(" —–-")
            if not bare:
                return self._comma_of_subject(comma, start) or comma
            pronouns = beginning_in(self._marks.pronouns, comma + 1, saying.start)
            pronoun = any(p.end <= saying.start for p in pronouns)
            mentions = self._passage.mentions_in(comma, saying.start, ACTORS)
            named = sum(
                m.end - m.start for m in mentions if self._passage.mention_over(m.start, m.end) is m
            )
            if pronoun and len(bare) <= 14:
                return comma
            if mentions and len(bare) - named <= 14:
                # The comma before an apposition is not the one: look at what stands before it.
                before = text[start:comma].rstrip()
                ahead = self._passage.mention_over(start + len(before) - 1, start + len(before))
                if ahead is not None and ahead.kind in ACTORS and ahead.start == start:
                    return None
                return comma
            if count_words(bare, "en") <= 4 and self._text[saying.end : saying.end + 1] in ".,\n":
                return comma
            return None
        return None

    def _from_source(self, saying: Saying, start: int, limit: int) -> Report | None:
        """Find what “according to X” reports: after X and its comma, or before it."""
        at_head = count_words(self._text[start : saying.start], "en") <= 2
        if "source:carry" in saying.takes:
            comma: int | None = saying.end
        else:
            comma = self._comma_after(saying.end, limit)
        before = self._text[start : saying.start].rstrip()
        parenthetical = before.endswith((",", "،", "–", "—", ":"))
        if "back" in saying.takes:
            return None
        if at_head or (comma is not None and parenthetical and comma < limit - 3):
            if comma is None:
                return None
            begin = comma
            if self._passage.language == "ar":
                openers = beginning_in(self._marks.openers, comma, comma + 7)
                begin = openers[0].end if openers else comma
            near = beginning_in(self._marks.sayings, begin, begin + 4)
            if not all(s.is_source for s in near):
                # “The agency, citing X, wrote that …”: the verb has its own subject.
                return None
            end = self._clause_end(begin, limit)
            opening = self._opening_before(saying, start)
            begin = begin if opening is None else opening
            return self._make(begin, end, saying, Span(saying.end, comma), "according")
        begin = self._content_start(start, saying.start)
        if self._is_blocked(start) or self._is_inserted(saying, begin, limit):
            return None
        return self._make(begin, saying.start, saying, Span(saying.end, limit), "according after")

    def _make(
        self, start: int, end: int, saying: Saying, subject: Span, rule: str
    ) -> Report | None:
        if self._is_blocked(start):
            return None
        following = bisect_right(self._blocked, start, key=_start)
        if following < len(self._blocked):
            end = min(end, self._blocked[following].start)
        span = self._passage.trim(start, end, EDGE)
        if span is None or span.end - span.start < 3:
            return None
        return Report(span.start, span.end, saying, subject, rule)


def is_mute(passage: Passage, marks: SpeechMarks, saying: Saying) -> bool:
    """Say whether a thing that cannot speak is a verb's subject: “the film reveals”."""
    if saying.is_source:
        return False
    text = passage.text
    start = max(passage.sentence_at(saying.start).start, saying.start - LONGEST_CONTENT)
    for hit in beginning_in(marks.mutes, start, saying.end + 2):
        if passage.language != "ar":
            beside = hit.end < saying.start and not text[hit.end : saying.start].strip()
        elif is_participle(text[saying.start : saying.end]):
            beside = (
                start <= hit.start < saying.start
                and not passage.mentions_in(start, saying.start, ACTORS)
                and count_words(text[start : hit.start], "ar") <= _FIRST_WORDS
            )
        else:
            beside = 0 <= hit.start - saying.end <= 1
        if beside:
            return True
    return False


def report_of_sentence_before(passage: Passage, saying: Saying) -> Report | None:
    """Give the sentence before “this was announced by X” as what X reports."""
    number = passage.sentence_index(saying.start)
    if number == 0:
        return None
    sentence, earlier = passage.sentences[number], passage.sentences[number - 1]
    if earlier.paragraph == 0 and number == 1:
        return None
    span = passage.trim(earlier.start, earlier.end, EDGE)
    if span is None:
        return None
    return Report(span.start, span.end, saying, Span(saying.start, sentence.end), "back")


def folded_word(folded: str, origins: Sequence[int], start: int, end: int) -> str:
    """Give the folded form of a stretch of the stored text."""
    return folded[bisect_left(origins, start) : bisect_left(origins, end)]
