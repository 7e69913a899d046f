"""Sentences, mentions and entities go in; what people say in the text comes out.

Direct, indirect and mixed quotations, with speaker and word of saying. The text of a quotation is
exact to the code point: what stands in marks is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sijill.citation import Span
from sijill.reading.document import (
    Document,
    Entity,
    Mention,
    Quotation,
    QuotationKind,
    Sentence,
)
from sijill.reading.passage import ACTORS, Passage
from sijill.reading.quoted_speech import Judged, judge_quoted
from sijill.reading.reported import Clauses, Report
from sijill.reading.reported_before import find_reports_before
from sijill.reading.speakers import NOBODY, Speaker, Speakers
from sijill.reading.speech import Saying, SpeechMarks, find_speech_marks

_VERB_LAST = ("kk", "ja")


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    kind: QuotationKind
    saying: Saying | None
    judged: Judged | None
    report: Report | None


def find_quotations(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
) -> tuple[Quotation, ...]:
    """Find the quotations of a document, in order, with ids q1, q2 …; none for an empty one."""
    passage = Passage(document, sentences, mentions, entities)
    if not passage.sentences:
        return ()
    marks = find_speech_marks(passage)
    judged = judge_quoted(passage, marks)
    found: list[_Found] = []
    used: set[Saying] = set()
    for item in judged:
        if item.kind is None:
            continue
        span = item.quoted.inner if item.kind is QuotationKind.DIRECT else item.quoted.outer
        found.append(_Found(span, item.kind, item.saying, item, None))
        if item.saying is not None:
            used.add(item.saying)
    blocked = [f.judged.quoted.outer for f in found if f.judged]
    reports = (
        find_reports_before(passage, marks, blocked, used)
        if passage.language in _VERB_LAST
        else Clauses(passage, marks, blocked).reports(used)
    )
    reports += _headline(passage, blocked)
    for report in reports:
        quotes_more = any(
            item.says_more
            and report.start <= item.quoted.outer.start
            and item.quoted.outer.end <= report.end
            for item in judged
        )
        kind = QuotationKind.MIXED if quotes_more else QuotationKind.INDIRECT
        found.append(_Found(report.span, kind, report.saying, None, report))
    found.sort(key=lambda f: (f.span.start, -f.span.end))
    return _with_speakers(passage, marks, found)


def _headline(passage: Passage, blocked: list[Span]) -> list[Report]:
    """Read a headline of the form “speaker: words”."""
    first = passage.sentences[0]
    text = passage.text
    line_end = text.find("\n", first.start)
    line_end = len(text) if line_end < 0 else line_end
    colon = re.search(r":\s", text[first.start : line_end])
    if not colon:
        return []
    at = first.start + colon.start()
    named = passage.mentions_in(first.start, at, ACTORS)
    rest = passage.trim(at + 1, line_end)
    if not named or named[-1].end < at - 1 or rest is None:
        return []
    if any(b.start < rest.end and rest.start < b.end for b in blocked):
        return []
    saying = Saying(at, at + 1, frozenset())
    return [Report(rest.start, rest.end, saying, Span(first.start, at), "headline")]


def _with_speakers(
    passage: Passage, marks: SpeechMarks, found: list[_Found]
) -> tuple[Quotation, ...]:
    speakers = Speakers(passage, marks)
    out: list[Quotation] = []
    by_saying: dict[Saying, Speaker] = {}
    for number, item in enumerate(found, 1):
        speaker = by_saying.get(item.saying) if item.saying is not None else None
        if speaker is None:
            speaker = _speaker(passage, marks, speakers, item, out)
        if item.saying is not None:
            by_saying[item.saying] = speaker
        cue = item.saying.span if item.saying and not _is_sign(passage, item.saying) else None
        end = max(item.span.end, item.saying.end if item.saying else 0)
        speakers.remember(speaker, end)
        rule = item.report.rule if item.report else f"marks {item.kind.value}"
        out.append(
            Quotation(
                f"q{number}",
                item.kind,
                item.span.start,
                item.span.end,
                passage.text[item.span.start : item.span.end],
                speaker.entity,
                speaker.text,
                cue,
                f"quotation {rule}",
                round(speaker.confidence * (0.95 if item.judged else 0.8), 3),
            )
        )
    return tuple(out)


def _is_sign(passage: Passage, saying: Saying) -> bool:
    return passage.text[saying.start : saying.end] in (":", "：")


def _speaker(
    passage: Passage,
    marks: SpeechMarks,
    speakers: Speakers,
    item: _Found,
    earlier: list[Quotation],
) -> Speaker:
    if item.report is not None:
        return _speaker_of_report(passage, speakers, item.report)
    assert item.judged is not None
    judged = item.judged
    outer = judged.quoted.outer
    sentence = passage.sentence_at(outer.start)
    saying = judged.saying
    if saying is None:
        # A stretch by itself goes on with who spoke before; a colon names who speaks.
        start = max([sentence.start, *(q.end for q in earlier if q.end <= outer.start)])
        named = speakers.named_in(start, outer.start, nearest="last")
        if named is not None:
            return named
        return speakers.before(outer.start)
    last = passage.sentence_at(max(outer.end - 1, saying.start))
    if judged.before:
        return _around(passage, speakers, saying, sentence.start, outer.start)
    if passage.language in _VERB_LAST:
        after = passage.text[saying.end : last.end]
        named = None
        if passage.language == "kk":
            named = speakers.subject_after(saying.end, min(last.end, saying.end + 90))
            if named is None and after.strip(" .»"):
                named = speakers.subject_after(saying.end, last.end)
        if named is None:
            start = max([sentence.start, *(q.end for q in earlier if q.end <= outer.start)])
            nearest = "last" if passage.language == "ja" else "first"
            named = speakers.named_in(start, outer.start, nearest=nearest) or speakers.pronoun_in(
                start, outer.start
            )
            if named is None:
                named = speakers.unnamed_in(start, outer.start)
        return named or speakers.before(outer.start)
    return _around(passage, speakers, saying, outer.end, last.end, quoted_before=True)


def _around(
    passage: Passage,
    speakers: Speakers,
    saying: Saying,
    start: int,
    end: int,
    *,
    quoted_before: bool = False,
) -> Speaker:
    """Look for the subject of a word of saying on both sides of it, in the language's order."""
    text = passage.text
    stop = end
    match = re.search(r"[.;!?؟؛](?:\s|\Z)|[:,،]\s*[\"“«„]", text[saying.end : end])
    if match:
        stop = saying.end + match.start()
    after = speakers.subject_after(saying.end, stop)
    if passage.language == "ar":
        if after is not None:
            return after
        unnamed = speakers.unnamed_in(saying.end, stop)
        if unnamed is not None:
            return unnamed
        before = speakers.subject_before(start, saying.start) if not quoted_before else None
        return before or speakers.before(saying.start)
    before = speakers.subject_before(start, saying.start)
    if before is not None:
        return before
    if after is not None:
        return after
    # Somebody is told, but nobody we know: “the notice says”.
    gap = passage.trim(start, saying.start)
    if gap is not None and 0 < len(passage.text[gap.start : gap.end].split()) <= 4:
        return Speaker(None, passage.text[gap.start : gap.end], 0.6)
    return speakers.before(saying.start)


def _speaker_of_report(passage: Passage, speakers: Speakers, report: Report) -> Speaker:
    saying = report.saying
    sentence = passage.sentence_at(saying.start)
    subject = report.subject
    if report.rule == "headline":
        return speakers.named_in(subject.start, subject.end, nearest="last") or NOBODY
    if "back" in saying.takes:
        return speakers.named_in(subject.start, subject.end) or NOBODY
    if saying.is_source:
        if "source:carry" in saying.takes:
            words = passage.text[saying.start : saying.end]
            return speakers.before(saying.start, words)
        if passage.language in _VERB_LAST:
            named = speakers.named_in(subject.start, subject.end, nearest="last")
            pronoun = speakers.pronoun_in(subject.start, subject.end)
            return named or pronoun or _words(passage, subject)
        return speakers.subject_after(subject.start, subject.end) or _words(passage, subject)
    if passage.language in _VERB_LAST:
        nearest = "last" if passage.language == "ja" else "first"
        named = speakers.named_in(subject.start, subject.end, nearest=nearest)
        pronoun = speakers.pronoun_in(subject.start, subject.end)
        unnamed = speakers.unnamed_in(subject.start, subject.end)
        return named or pronoun or unnamed or speakers.before(saying.start)
    if passage.language == "ar":
        named = speakers.subject_after(subject.start, subject.end)
        if named is None:
            named = speakers.unnamed_in(subject.start, subject.end)
        if named is not None:
            return named
        if passage.text[max(0, saying.start - 2) : saying.start].strip() == "و":
            return speakers.before(saying.start)
        return speakers.before(saying.start)
    if report.rule == "before":
        return _around(passage, speakers, saying, subject.start, subject.end, quoted_before=True)
    return _around(passage, speakers, saying, sentence.start, sentence.end)


def _words(passage: Passage, span: Span) -> Speaker:
    inner = passage.trim(span.start, min(span.end, span.start + 80))
    return Speaker(None, passage.text[inner.start : inner.end] if inner else None, 0.6)
