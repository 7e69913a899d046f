"""Sentences, mentions and entities go in; what people say in the text comes out.

Direct, indirect and mixed quotations, with speaker and word of saying. The text of a quotation is
exact to the code point: what stands in marks is never touched.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from sijill.citation import Span
from sijill.documents.document import (
    DIRECT,
    INDIRECT,
    MIXED,
    Document,
    Entity,
    Mention,
    Quotation,
    Sentence,
)
from sijill.documents.passage import ACTORS, Passage, passage_of
from sijill.documents.stretches import beginning_in, touching
from sijill.documents.subject_signs import signs
from sijill.languages import VERB_LAST
from sijill.speech.arbitration import Found, arbitrate
from sijill.speech.cues import Saying, SpeechMarks, find_speech_marks
from sijill.speech.interviews import Turn, find_interview, turn_at
from sijill.speech.notices import with_house
from sijill.speech.quoted_speech import Judged, judge_quoted
from sijill.speech.reported import EDGE, Clauses, Report
from sijill.speech.reported_before import find_reports_before
from sijill.speech.speaker import Speaker
from sijill.speech.speakers import Speakers
from sijill.speech.who_speaks import speaker_of
from sijill.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_COLON = re.compile(r":\s")
_LETTER = re.compile(r"[^\W\d_]")
_start, _quoted_at = attrgetter("start"), attrgetter("quoted.outer.start")
# Post, name and outlet of who speaks in a headline stand so near to each other (code points).
_BESIDE_COLON = 4
# Inside of direct speech only reports that grammar shows plainly are told, and no whole speech.
_SURE_RULES = frozenset({"that", "bare", "colon", "according", "before the verb"})
_MOST_INSIDE = 0.85


def find_quotations(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    entities: Iterable[Entity],
) -> tuple[Quotation, ...]:
    """Find the quotations of a document, in order, with ids q1, q2 …; none for an empty one."""
    passage = passage_of(document, sentences, mentions, entities)
    if not passage.sentences:
        return ()
    marks = find_speech_marks(passage)
    judged = judge_quoted(passage, marks)
    found = find_said(passage, marks, judged)
    found = arbitrate(passage, marks, judged, found)
    inside = _second_hand(passage, marks, found)
    if inside:
        found = sorted([*found, *inside], key=lambda f: (f.span.start, -f.span.end))
    return _with_speakers(passage, marks, found)


def find_said(passage: Passage, marks: SpeechMarks, judged: Sequence[Judged]) -> list[Found]:
    """Find by rules alone what is said in a passage, in order."""
    found: list[Found] = []
    used: set[Saying] = set()
    for item in judged:
        if item.kind is None:
            continue
        span = item.quoted.inner if item.kind is DIRECT else item.quoted.outer
        found.append(Found(span, item.kind, item.saying, item, None))
        if item.saying is not None:
            used.add(item.saying)
    blocked = [f.judged.quoted.outer for f in found if f.judged]
    blocked.sort(key=_start)
    reports = (
        find_reports_before(passage, marks, blocked, used)
        if passage.language in VERB_LAST
        else Clauses(passage, marks, blocked).reports(used)
    )
    reports += _headline(passage, blocked)
    unsaid = [i.quoted.inner for i in judged if i.kind is None]
    for report in reports:
        # «السفير "أشاد بعمق الروابط"»: who says that he lauded is not told.
        if report.saying is not None and touching(unsaid, report.saying.start, report.saying.end):
            continue
        first = bisect_left(judged, report.start, key=_quoted_at)
        last = bisect_left(judged, report.end, first, key=_quoted_at)
        inside = judged[first:last]
        whole = next((i for i in inside if i.quoted.outer == report.span), None)
        if whole is not None and passage.language == "ja":
            # 「…」と話した: nothing but the marked words is reported; 〜を「…」 calls it so.
            is_called = passage.text[report.start - 1 : report.start] == "を"
            kind = MIXED if is_called else DIRECT
            span = report.span if is_called else whole.quoted.inner
            found.append(Found(span, kind, report.saying, whole, None))
            continue
        quotes_more = any(
            item.says_more
            and report.start <= item.quoted.outer.start
            and item.quoted.outer.end <= report.end
            for item in inside
        )
        kind = MIXED if quotes_more else INDIRECT
        found.append(Found(report.span, kind, report.saying, None, report))
    found.sort(key=lambda f: (f.span.start, -f.span.end))
    return found


def _second_hand(passage: Passage, marks: SpeechMarks, found: Sequence[Found]) -> list[Found]:
    """Find what others say inside of what somebody says: “He asked who would pay”."""
    direct = [f for f in found if f.kind is DIRECT or _is_turn(f)]
    if not direct:
        return []
    starts = [f.span.start for f in direct]
    used = {f.saying for f in found if f.saying is not None}
    used.update(_told_elsewhere(passage, marks, [f.span for f in direct]))
    reports = (
        find_reports_before(passage, marks, [], used)
        if passage.language in VERB_LAST
        else Clauses(passage, marks, []).reports(used)
    )
    inside = []
    for report in reports:
        around = direct[max(0, bisect_right(starts, report.start) - 1)].span
        span = passage.trim(report.start, min(report.end, around.end), EDGE)
        if span is None or not around.contains(span):
            continue
        if report.saying is None or report.rule not in _SURE_RULES:
            continue
        if span.end - span.start > _MOST_INSIDE * (around.end - around.start):
            continue
        ahead = _WORD.findall(passage.text[around.start : report.saying.start])[-2:]
        if any(signs(passage.language).has("first_person", fold(word)) for word in ahead):
            continue
        inner = replace(report, end=span.end)
        inside.append(Found(span, INDIRECT, report.saying, None, inner))
    return inside


def _told_elsewhere(
    passage: Passage, marks: SpeechMarks, direct: Sequence[Span]
) -> Iterator[Saying]:
    """Give the words of saying that report nothing inside of direct speech, which is sorted.

    They report a part of their own sentence or the one before.
    """
    sentences = passage.sentences
    starts = [span.start for span in direct]
    for saying in marks.sayings:
        number = passage.sentence_index(saying.start)
        begun = bisect_left(starts, sentences[number].end)
        if not begun or direct[begun - 1].end <= sentences[max(0, number - 1)].start:
            yield saying


def _is_turn(found: Found) -> bool:
    """Say whether it is the whole answer behind a label of an interview."""
    return found.judged is not None and found.kind is INDIRECT


def _headline(passage: Passage, blocked: list[Span]) -> list[Report]:
    """Read a headline of the form “speaker: words”."""
    first = passage.sentences[0]
    text = passage.text
    line_end = text.find("\n", first.start)
    line_end = len(text) if line_end < 0 else line_end
    colon = _COLON.search(text[first.start : line_end])
    if not colon:
        return []
    at = first.start + colon.start()
    named = passage.mentions_in(first.start, at, ACTORS)
    rest = passage.trim(at + 1, line_end, EDGE)
    if not named or named[-1].end < at - 1 or rest is None:
        return []
    begin = at
    for mention in reversed(named):
        if mention.end >= begin - _BESIDE_COLON:
            begin = min(begin, mention.start)
    if _LETTER.search(text[first.start : begin]):
        return []  # “Tokyo receives Li: the Palace in the morning”: nobody's words
    if any(b.start < rest.end and rest.start < b.end for b in blocked):
        return []
    saying = Saying(at, at + 1, frozenset())
    return [Report(rest.start, rest.end, saying, Span(first.start, at), "headline")]


def _with_speakers(
    passage: Passage, marks: SpeechMarks, found: list[Found]
) -> tuple[Quotation, ...]:
    speakers = Speakers(passage, marks)
    turns = find_interview(passage)
    out: list[Quotation] = []
    by_saying: dict[Saying, Speaker] = {}
    open_yet: list[Found] = []  # those begun before, of which one may hold the next
    for number, item in enumerate(found, 1):
        span, saying = item.span, item.saying
        if open_yet:
            open_yet = [f for f in open_yet if f.span.end > span.start]
        speaker = by_saying.get(saying) if saying is not None else None
        if speaker is None:
            speaker = with_house(passage, speaker_of(passage, speakers, item, out), span.start, out)
            if turns:
                speaker = _in_interview(passage, turns, item, speaker)
            around = next((f for f in open_yet if _holds(f, item)), None) if open_yet else None
            if around is not None:
                speaker = _nested(passage, speakers, around, item, speaker, out)
        open_yet.append(item)
        if saying is not None:
            by_saying[saying] = speaker
        asked = turn_at(turns, span.start) if turns else None
        if asked and asked.asks and asked.words is not None and speaker.entity is None:
            continue  # «Газеты писали, что …?»: a question tells nobody's words
        cue = saying.span if saying and not _is_sign(passage, saying) else None
        end = max(span.end, saying.end if saying else 0)
        speakers.remember(speaker, span.start, span.end, end)
        out.append(
            Quotation(
                f"q{number}",
                item.kind,
                span.start,
                span.end,
                passage.text[span.start : span.end],
                speaker.entity,
                speaker.text,
                cue,
                f"quotation {item.rule}",
                round(speaker.confidence * (0.95 if item.judged else 0.8), 3),
            )
        )
    return tuple(out)


def _holds(outer: Found, inner: Found) -> bool:
    """Say whether a quotation stands inside of a longer one that marks or a turn's sign open."""
    return outer.judged is not None and outer.span.contains(inner.span) and outer.span != inner.span


def _nested(
    passage: Passage,
    speakers: Speakers,
    around: Found,
    item: Found,
    speaker: Speaker,
    earlier: Sequence[Quotation],
) -> Speaker:
    """Give who says what is quoted inside of somebody's speech: not that one, unless “I said”.

    The one person whom the words before name as a subject is meant; of several it is open.
    """
    begun = beginning_in(earlier, around.span.start, around.span.start + 1)
    teller = begun[0].speaker if begun else None
    if speaker.entity is None or speaker.entity != teller:
        return speaker
    ahead = _WORD.findall(passage.text[around.span.start : item.span.start])[-4:]
    if any(signs(passage.language).has("first_person", fold(word)) for word in ahead):
        return speaker
    actors = speakers.subjects.inside(around.span.start, item.span.start)
    named = {
        a.entity
        for a in actors
        if passage.is_person(a.entity) and speakers.subjects.can_be_subject(a)
    } - {teller}
    told = next(iter(named)) if len(named) == 1 else None
    return Speaker(told, speaker.text, 0.5 if told else 0.3)


def _in_interview(
    passage: Passage, turns: Sequence[Turn], item: Found, speaker: Speaker
) -> Speaker:
    """Give who asks or answers a line of an interview, where its own words name nobody."""
    turn = turn_at(turns, item.span.start)
    if turn is not None and turn.words is not None and _is_turn(item):
        text = turn.label or (speaker.text if speaker.entity == turn.speaker else None)
        return Speaker(turn.speaker, text, 0.7, known=turn.speaker is not None)
    if speaker.text is not None:
        return speaker
    if turn is None:
        # What is told between the turns is told of who answers, unless it names somebody else.
        turn = next((t for t in turns if not t.asks), None)
        if turn is None or speaker.entity is not None:
            return speaker
        first = passage.text.rfind("\n", 0, item.span.start) + 1
        named = {m.entity for m in passage.mentions_in(first, item.span.start) if m.entity}
        if any(passage.is_person(entity) for entity in named - {turn.speaker}):
            return speaker
    elif turn.asks and item.saying is not None:
        return speaker
    return Speaker(turn.speaker, None, 0.7, known=turn.speaker is not None)


def _is_sign(passage: Passage, saying: Saying) -> bool:
    return passage.text[saying.start : saying.end] in (":", "：")
