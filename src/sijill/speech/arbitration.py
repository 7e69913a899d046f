"""What rules found to be said and what the model thinks of it go in; what stands comes out.

Rules know the grammar, the model (`report_model`) has seen many edges. A stretch of a rule that is
nearly always right stands; one of another rule does unless the model finds it improbable; one that
only the model finds stands when it is likely; of two that overlap the more probable one does, with
a start for the rule.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from operator import attrgetter

from sijill.citation import Span
from sijill.documents.document import DIRECT, INDIRECT, MIXED, QuotationKind
from sijill.documents.passage import Passage
from sijill.documents.quotation_marks import CLOSING
from sijill.documents.stretches import beginning_in, touching
from sijill.immutable import immutable
from sijill.languages import VERB_LAST
from sijill.speech.cues import BESIDE_MARKS, Saying, SpeechMarks
from sijill.speech.japanese_clauses import begins_with_subject
from sijill.speech.quoted_speech import Judged
from sijill.speech.report_features import Proposal, describe_reports
from sijill.speech.report_model import load_reports
from sijill.speech.reported import EDGE, Report, is_mute
from sijill.speech.reported_before import OFFICIAL

# Each rule was counted on the 1,786 texts of the corpus, weighed by models that had not seen them,
# and on our own. LEAST_OF_RULE: how probable a stretch of a rule must be; below it few were
# right. Rules that are not named stand whatever the model thinks: after a conjunction or a colon
# nearly all are right, and what has its source at the end, or in the next sentence, most texts of
# the corpus leave unmarked.
LEAST_OF_RULE = {
    "noun": 0.3,
    "preposition": 0.4,
    "after": 0.2,
    "bare": 0.15,
    "before the verb": 0.2,
    "before to": 0.02,
    "headline": 0.05,
    "according": 0.05,
}
#: What a rule has ahead of stretches of the model that it overlaps, and those that it always has.
START_OF_RULE = 0.15
SURE = frozenset({"marks mixed", OFFICIAL})
#: «… أن س، وأن ع» is one report, where a model trained on texts that part some of them cuts it.
JOINING, LEAST_JOINED = "that", 0.5
# LEAST_OF_MODEL: how probable a stretch of the model alone must be; LEAST_UNSAID: one that no word
# of saying stands beside; LEAST_AROUND: one around direct speech, which it makes a part;
# LEAST_INSIDE, MOST_INSIDE: one inside of direct speech, and the share of it that it may take.
LEAST_OF_MODEL = 0.6
LEAST_UNSAID = 0.75
LEAST_AROUND = 0.6
LEAST_INSIDE, MOST_INSIDE = 0.6, 0.85
# How far from its content a word of saying is looked for (code points): before, behind.
_BEFORE, _BEHIND = 160, 90
_BEHIND_LAST = 24
RULE = "model"
_OF_MARKS = {kind: f"marks {kind.value}" for kind in QuotationKind}
_NAMES = {kind: kind.value for kind in QuotationKind}
ANSWER = _OF_MARKS[INDIRECT]
_SEMICOLON = re.compile(r"[;؛]\s")
_BLANK = re.compile(r"\s")
_EXPLAINED = re.compile(rf"[{CLOSING}]:\s*\Z")
_STOP = re.compile(r"[.;!?؟؛]\s")
_begin, _said_at = attrgetter("start"), attrgetter("span.start")
_quoted_at = attrgetter("quoted.outer.start")


@immutable
class Found:
    """Something said: its span and kind, and what found it: marks (`judged`) or a report."""

    span: Span
    kind: QuotationKind
    saying: Saying | None
    judged: Judged | None
    report: Report | None

    @property
    def rule(self) -> str:
        """Name what found it."""
        return self.report.rule if self.report else _OF_MARKS[self.kind]


def arbitrate(
    passage: Passage, marks: SpeechMarks, judged: Sequence[Judged], found: Sequence[Found]
) -> list[Found]:
    """Give what stands of what rules found, with what the model adds; all of it without a model."""
    model = load_reports(passage.language)
    if model is None:
        return list(found)
    seen = proposals(found)
    direct: list[Found] = []
    reported: list[Found] = []
    for mine, proposal in zip(found, seen, strict=True):
        # The answers of an interview stand as speech in marks does.
        is_said = mine.kind is DIRECT or (mine.judged is not None and proposal.rule == ANSWER)
        (direct if is_said else reported).append(mine)
    described = describe_reports(passage, marks, judged, seen)
    added, probable = model.weigh(described, [f.span for f in reported])
    candidates: list[tuple[float, Span, Found | None]] = []
    for mine, p in zip(reported, probable, strict=True):
        rule = mine.rule
        if p >= LEAST_OF_RULE.get(_sort(passage, rule, mine.saying), 0.0):
            candidates.append((p + _start(rule, p), mine.span, mine))
    for weighed in added:
        if weighed.probability < LEAST_OF_MODEL:
            continue
        start, end = weighed.span.start, weighed.span.end
        span = passage.trim(start, _before_semicolon(passage, marks, start, end), EDGE)
        if span is not None:
            candidates.append((weighed.probability, span, None))
    candidates.sort(key=lambda c: (-c[0], c[1].start))
    taken: list[Span] = []
    kept: list[Found] = []
    for p, span, ruled in candidates:
        if touching(taken, span.start, span.end):
            continue
        item = ruled or _of_model(passage, marks, judged, direct, span, p)
        if item is not None:
            kept.append(item)
            insort(taken, span, key=_begin)
    parts = [k.span for k in kept if k.kind is MIXED]
    parts.sort(key=_begin)
    whole = [
        d
        for d in direct
        if not any(p.contains(d.span) for p in touching(parts, d.span.start, d.span.end))
    ]
    return sorted([*whole, *kept], key=lambda f: (f.span.start, -f.span.end))


def _before_semicolon(passage: Passage, marks: SpeechMarks, start: int, end: int) -> int:
    """Cut a stretch before “; he promised …”: another deed of saying is no part of it."""
    sign = _SEMICOLON.search(passage.text, start, end)
    if sign is None or not beginning_in(marks.sayings, sign.end(), end):
        return end
    return sign.start()


def _sort(passage: Passage, rule: str, saying: Saying | None) -> str:
    """Name the rule; what a Japanese と closes is nearly as plain as what a conjunction opens."""
    if rule == "before the verb" and saying and passage.text.startswith("と", saying.start):
        return "before to"
    return rule


def _start(rule: str, probability: float) -> float:
    """Give what a stretch of a rule has ahead of those of the model that it overlaps."""
    if rule in SURE or (rule == JOINING and probability >= LEAST_JOINED):
        return 1.0
    return START_OF_RULE


def proposals(found: Sequence[Found]) -> list[Proposal]:
    """Give what rules found as the model sees it."""
    return [Proposal(f.span, _NAMES[f.kind], f.rule) for f in found]


def _of_model(
    passage: Passage,
    marks: SpeechMarks,
    judged: Sequence[Judged],
    direct: Sequence[Found],
    span: Span,
    probability: float,
) -> Found | None:
    """Make what only the model found; None inside of direct speech, or when it cuts some."""
    for item in direct[slice(*_near(direct, span))]:
        outer = item.judged.quoted.outer if item.judged else item.span
        whole = span.contains(outer) and span != outer and probability >= LEAST_AROUND
        # Told at second hand inside of what somebody says.
        length = (span.end - span.start) / (outer.end - outer.start)
        part = outer.contains(span) and length <= MOST_INSIDE and probability >= LEAST_INSIDE
        if part and item.judged is not None:
            saying, _ = _beside(passage, marks, span)
            inner = item.judged.quoted.inner
            part = inner.contains(span) and saying is not None and inner.contains(saying.span)
        if span.overlaps(outer) and not (whole or part):
            return None
    first = bisect_left(judged, span.start, key=_quoted_at)
    last = bisect_left(judged, span.end, first, key=_quoted_at)
    says_more = any(j.says_more and span.contains(j.quoted.outer) for j in judged[first:last])
    if any(at in marks.bound for at in (span.start, span.start - 1)):
        return None
    # «поздравил университет с 50-летием»: one word tells nothing.
    if passage.language != "ja" and not _BLANK.search(passage.text, span.start, span.end):
        return None
    # «…сам приём – «вещь нечастая»: он принял лишь двоих»: what explains is not told.
    if _EXPLAINED.search(passage.text, max(0, span.start - 4), span.start):
        return None
    # «استعرض حرس الشرف»: inspected, not told.
    if beginning_in(marks.courtesies, span.start, span.start + 1):
        return None
    saying, subject = _beside(passage, marks, span)
    headline = passage.sentence_at(span.start).paragraph == 0
    if saying is None and not headline and probability < LEAST_UNSAID:
        return None
    if saying is not None and is_mute(passage, marks, saying):
        return None
    if passage.language == "ja" and begins_with_subject(passage, span, saying):
        return None
    kind = MIXED if says_more else INDIRECT
    report = Report(span.start, span.end, saying, subject, RULE)
    return Found(span, kind, saying, None, report)


def _near(direct: Sequence[Found], span: Span) -> tuple[int, int]:
    """Give the range of direct speech, in order, that can touch a stretch."""
    first = bisect_left(direct, span.start, key=_said_at)
    return max(0, first - 1), bisect_left(direct, span.end + 1, first, key=_said_at)


def _beside(passage: Passage, marks: SpeechMarks, span: Span) -> tuple[Saying | None, Span]:
    """Find the word of saying of a stretch, and where its subject is to be looked for."""
    first, last = passage.sentence_at(span.start), passage.sentence_at(span.end - 1)
    sayings = marks.sayings
    at = bisect_left(sayings, span.start, key=_begin)
    before = sayings[at - 1] if at else None
    if before and (
        before.end > span.start
        or before.start < first.start
        or span.start - before.end > _BEFORE
        or _STOP.search(passage.text, before.end, span.start)
    ):
        before = None
    at = bisect_left(sayings, span.end, at, key=_begin)
    behind = sayings[at] if at < len(sayings) else None
    verb_last = passage.language in VERB_LAST
    if behind and not verb_last and behind.takes.isdisjoint(BESIDE_MARKS) and not behind.is_source:
        behind = None
    reach = _BEHIND_LAST if verb_last else _BEHIND
    if behind and (behind.start >= last.end or behind.start - span.end > reach):
        behind = None
    if verb_last:
        saying = behind or (before if before and before.is_source else None)
        return saying, Span(first.start, max(first.start + 1, span.start))
    saying = before or behind
    if saying is None:
        return None, Span(first.start, max(first.start + 1, span.start))
    if saying is before:
        return saying, Span(saying.end, max(saying.end, span.start))
    return saying, Span(min(span.end, saying.start), last.end)
